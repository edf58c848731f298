//! The client: a partner of Tradevest.

use std::fmt;
#[cfg(feature = "tradevest-prices")]
use std::sync::Arc;

#[cfg(feature = "tradevest-prices")]
use super::connection::Connection;
use super::{ClientBuilder, RequestorId, requestor};
#[cfg(any(feature = "tradevest-onboarding", feature = "tradevest-trading"))]
use crate::poll::{Pace, Poll, Poller};

/// A partner at Tradevest. Cheap to clone; clones share the token, the retry budget and the connections.
#[derive(Clone)]
pub struct Client {
    api: florin_tradevest::Client,
    requestor: Option<RequestorId>,
    #[cfg(any(feature = "tradevest-onboarding", feature = "tradevest-trading"))]
    pace: Pace,
    /// Whether it is known where orders of securities go.
    #[cfg(feature = "tradevest-trading")]
    places_securities: bool,
    #[cfg(feature = "tradevest-prices")]
    connection: Arc<Connection>,
}

impl Client {
    /// Starts a client.
    pub fn builder() -> ClientBuilder {
        ClientBuilder::default()
    }

    pub(super) const fn new(
        api: florin_tradevest::Client,
        #[cfg(any(feature = "tradevest-onboarding", feature = "tradevest-trading"))] pace: Pace,
        #[cfg(feature = "tradevest-trading")] places_securities: bool,
        #[cfg(feature = "tradevest-prices")] connection: Arc<Connection>,
    ) -> Self {
        Self {
            api,
            requestor: None,
            #[cfg(any(feature = "tradevest-onboarding", feature = "tradevest-trading"))]
            pace,
            #[cfg(feature = "tradevest-trading")]
            places_securities,
            #[cfg(feature = "tradevest-prices")]
            connection,
        }
    }

    /// A client for calls in this person's name. Cheap; it shares all that clones share.
    #[must_use]
    pub fn for_requestor(&self, requestor: RequestorId) -> Self {
        let session = self.api.session();
        match session.with_default_header(requestor::HEADER, &requestor) {
            Ok(session) => Self {
                api: florin_tradevest::Client::new(session),
                requestor: Some(requestor),
                ..self.clone()
            },
            // It is made of hexadecimal digits and hyphens.
            Err(error) => unreachable!("any UUID can be a header: {error}"),
        }
    }

    /// The person in whose name calls are made, where one was given.
    #[must_use]
    pub const fn requestor(&self) -> Option<&RequestorId> {
        self.requestor.as_ref()
    }

    /// Every generated operation, on the same session: same token, requestor, retries, limits and traces. A request of its own
    /// builders names another person with `requestor_id`.
    ///
    /// For what no spec describes, [`florin_core::Session::request`] sends an operation of your own.
    #[must_use]
    pub const fn api(&self) -> &florin_tradevest::Client {
        &self.api
    }

    #[cfg(feature = "tradevest-trading")]
    pub(super) const fn places_securities(&self) -> bool {
        self.places_securities
    }

    #[cfg(feature = "tradevest-prices")]
    pub(super) fn connection(&self) -> &Connection {
        &self.connection
    }

    #[cfg(any(feature = "tradevest-onboarding", feature = "tradevest-trading"))]
    pub(super) fn poller<P: Poll>(&self, target: P) -> Poller<P> {
        Poller::new(target, self.api.session().seam().clone()).pace(self.pace)
    }
}

/// Shows where it sends to and in whose name, and nothing of who sends.
impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("session", self.api.session())
            .field("requestor", &self.requestor)
            .finish_non_exhaustive()
    }
}
