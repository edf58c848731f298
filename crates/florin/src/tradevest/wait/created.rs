//! Something that was created.

use std::fmt;
use std::marker::PhantomData;

use crate::tradevest::{Client, ExternalId};

/// Something that the provider has taken in, and of which it has said the identifier. `T` is what it is read as.
///
/// That it was taken in says nothing of success: it is `RECEIVED`, and may yet turn `INVALID`.
pub struct Created<T> {
    client: Client,
    id: String,
    external_id: Option<ExternalId>,
    was_there: bool,
    thing: PhantomData<fn() -> T>,
}

impl<T> Created<T> {
    pub(in crate::tradevest) const fn new(
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
}

impl<T> Clone for Created<T> {
    fn clone(&self) -> Self {
        Self {
            client: self.client.clone(),
            id: self.id.clone(),
            external_id: self.external_id.clone(),
            was_there: self.was_there,
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
