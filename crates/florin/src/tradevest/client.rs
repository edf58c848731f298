//! The client: a partner of Tradevest.

use std::fmt;
use std::sync::Arc;

use florin_core::ConfigError;

use super::connection::Connection;
use super::{ClientBuilder, RequestorId};
use crate::poll::{Pace, Poll, Poller};

/// A partner at Tradevest. Cheap to clone; clones share the token, the retry budget and the connections.
#[derive(Clone)]
pub struct Client {
    api: florin_tradevest::Client,
    requestor: Option<RequestorId>,
    pace: Pace,
    connection: Arc<Connection>,
}

impl Client {
    /// Starts a client.
    pub fn builder() -> ClientBuilder {
        ClientBuilder::default()
    }

    pub(super) fn new(
        connection: Connection,
        requestor: Option<RequestorId>,
        pace: Pace,
    ) -> Result<Self, ConfigError> {
        Ok(Self {
            api: connection.api(requestor.as_ref())?,
            requestor,
            pace,
            connection: Arc::new(connection),
        })
    }

    /// A client for calls in another person's name. Cheap; it shares all that clones share.
    #[must_use]
    pub fn for_requestor(&self, requestor: RequestorId) -> Self {
        match self.connection.api(Some(&requestor)) {
            Ok(api) => Self {
                api,
                requestor: Some(requestor),
                ..self.clone()
            },
            Err(error) => unreachable!("the same settings have made a client: {error}"),
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

    pub(super) fn connection(&self) -> &Connection {
        &self.connection
    }

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
