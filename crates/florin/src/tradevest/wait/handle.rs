//! What is needed to take something up again.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::{Created, Thing};
use crate::tradevest::{Client, ExternalId, RequestorId};

/// What is needed to take something that was created up again, in this process or another one: see [`Client::resume`]. Store it
/// whole: it is serialisable, and versions to come will read what this one wrote. It holds no secret and nothing about a person
/// but identifiers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Handle {
    /// What it is, in a word of Florin's, such as `natural-person`.
    pub kind: String,
    /// The provider's identifier of it.
    pub id: String,
    /// Your own identifier, where it has one and that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub external_id: Option<ExternalId>,
    /// In whose name it is read, where the client has said so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub requestor: Option<RequestorId>,
    /// What else it is read by.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) about: BTreeMap<String, String>,
}

impl Client {
    /// Takes up again what was created before. In whose name it is read is what its handle says, and where that says nothing,
    /// this client's.
    ///
    /// # Errors
    /// [`WrongKind`] where the handle is that of something else than `T`.
    pub fn resume<T: Thing>(&self, handle: Handle) -> Result<Created<T>, WrongKind> {
        if handle.kind != T::KIND {
            return Err(WrongKind {
                wanted: T::KIND,
                found: handle.kind,
            });
        }
        Ok(Created::of(self, handle))
    }

    /// Something of which the identifier is known: the provider has made it by itself, as an incoming transfer, or it was created
    /// with a generated operation.
    ///
    /// ```no_run
    /// # #[cfg(feature = "tradevest-trading")]
    /// # async fn f(tradevest: florin::tradevest::Client) -> Result<(), florin::tradevest::Error> {
    /// use florin::tradevest::types;
    ///
    /// let transfer = tradevest.known::<types::TransferDetails>("an identifier out of a notification");
    /// println!("{:?}", transfer.read().await?.transfer.transfer_status);
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn known<T: Thing>(&self, id: impl Into<String>) -> Created<T> {
        Created::new(self.clone(), id.into(), None, false)
    }
}

impl<T: Thing> Created<T> {
    /// What another process needs to go on with it, see [`Client::resume`].
    #[must_use]
    pub fn handle(&self) -> Handle {
        Handle {
            kind: T::KIND.to_owned(),
            id: self.id().to_owned(),
            external_id: self.external_id().cloned(),
            requestor: self.client().requestor().cloned(),
            about: self.all_about().clone(),
        }
    }

    fn of(client: &Client, handle: Handle) -> Self {
        let client = match handle.requestor {
            Some(requestor) => client.for_requestor(requestor),
            None => client.clone(),
        };
        let created = Self::new(client, handle.id, handle.external_id, false);
        let about = handle.about.into_iter();
        about.fold(created, |created, (name, value)| created.with(name, value))
    }
}

/// A handle is that of something else than what is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrongKind {
    wanted: &'static str,
    found: String,
}

impl fmt::Display for WrongKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "the handle is that of a {:?}, and a {:?} is asked for; resume it as what it is",
            self.found, self.wanted
        )
    }
}

impl std::error::Error for WrongKind {}
