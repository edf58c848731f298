//! Something that was created.

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

use super::following::Following;
use super::thing::Look;
use super::{Goal, Readable};
use crate::poll::Poller;
use crate::tradevest::{Client, Error, ExternalId};

/// Something that the provider has taken in, and of which it has said the identifier. `T` is what it is read as.
///
/// That it was taken in says nothing of success: it is `RECEIVED`, and may yet turn `INVALID`. [Wait](Self::poller) for what you
/// need, and [keep its handle](Self::handle) to go on in another process.
///
/// ```no_run
/// # #[cfg(feature = "tradevest-trading")]
/// # async fn f(tradevest: florin::tradevest::Client, webhooks: florin::tradevest::Webhooks, order: florin::tradevest::types::OrderData)
/// # -> Result<(), florin::tradevest::Error> {
/// use florin::tradevest::{Goal, Outcome};
///
/// let order = tradevest.create_digital_order(order).await?;
/// match order.poller(Goal::Filled).hear(&webhooks).await? {
///     Outcome::Reached(order) => println!("executed: {:?}", order.execution_data.is_some()),
///     Outcome::Invalid { reason, .. } => println!("mend it, and order under a new external id: {reason:?}"),
///     other => println!("{:?}", other.reason()),
/// }
/// # Ok(())
/// # }
/// ```
pub struct Created<T> {
    client: Client,
    id: String,
    external_id: Option<ExternalId>,
    was_there: bool,
    /// What else it is read by.
    about: Arc<BTreeMap<String, String>>,
    thing: PhantomData<fn() -> T>,
}

impl<T> Created<T> {
    pub(in crate::tradevest) fn new(
        client: Client,
        id: String,
        external_id: Option<ExternalId>,
        was_there: bool,
    ) -> Self {
        Self {
            client,
            id,
            external_id,
            was_there,
            about: Arc::default(),
            thing: PhantomData,
        }
    }

    /// The provider's identifier of it.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The external id that it was created under, where it has one.
    #[must_use]
    pub const fn external_id(&self) -> Option<&ExternalId> {
        self.external_id.as_ref()
    }

    /// Whether an attempt whose end was unknown had created it already: it was refused as known, looked for and found to be the
    /// same.
    #[must_use]
    pub const fn was_there(&self) -> bool {
        self.was_there
    }

    /// The client that it was created with.
    #[must_use]
    pub const fn client(&self) -> &Client {
        &self.client
    }

    /// The same, with something else that it is read by.
    pub(super) fn with(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        Arc::make_mut(&mut self.about).insert(name.into(), value.into());
        self
    }

    #[cfg(feature = "tradevest-onboarding")]
    pub(super) fn about(&self, name: &str) -> Option<&str> {
        self.about.get(name).map(String::as_str)
    }

    pub(super) fn all_about(&self) -> &BTreeMap<String, String> {
        &self.about
    }
}

impl<T: Readable> Created<T> {
    /// Reads it as it stands now.
    ///
    /// # Errors
    /// As any call. [`is_not_found`](florin_core::Error::is_not_found): it may not show yet, or was removed since it was invalid. A
    /// proxy, an offboarding of a role and a tax exemption order are read out of lists, and fail otherwise where they aren't in
    /// them. An empty identifier is refused before anything is sent.
    pub async fn read(&self) -> Result<T, Error> {
        match T::look(self).await? {
            Look::There(thing) => Ok(thing),
            Look::Absent(error) => Err(error),
        }
    }

    /// Waits until it has come as far as `goal`, or can't any more.
    ///
    /// It is read again and again, at the client's [pace](crate::tradevest::ClientBuilder::pace), for ten minutes unless a
    /// [deadline](Poller::deadline) says otherwise. Let it [hear](Poller::hear) notifications as well: it then knows at once, asks
    /// next to nothing in between, and learns why something was refused, which no reading tells.
    ///
    /// What isn't found is looked for a few times more, since it may have been created just now. What isn't found *any more*, or
    /// after it was heard to be invalid, was removed: that is [`Outcome::Invalid`](super::Outcome::Invalid) for what was never
    /// seen past `RECEIVED`.
    pub fn poller(&self, goal: Goal) -> Poller<Following<T>> {
        self.client.poller(Following::new(self.clone(), goal))
    }
}

impl<T> Clone for Created<T> {
    fn clone(&self) -> Self {
        Self {
            client: self.client.clone(),
            id: self.id.clone(),
            external_id: self.external_id.clone(),
            was_there: self.was_there,
            about: Arc::clone(&self.about),
            thing: PhantomData,
        }
    }
}

impl<T> fmt::Debug for Created<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Created")
            .field("id", &self.id)
            .field("was_there", &self.was_there)
            .finish_non_exhaustive()
    }
}
