//! The client: from the rate to the deal, and who is paid by it.

use std::fmt;
use std::sync::Arc;

use florin_core::{ConfigError, Error as CoreError, Operation, Request, Response};
use florin_monoova::types;
use serde::de::DeserializeOwned;

use super::answers::Found;
use super::connection::Connection;
use super::{
    Access, ClientBuilder, Deal, DealHandle, Error, NewBeneficiary, NewSubCustomer, Order,
    RateQuery, Write, answers, operations,
};
use crate::ledger::Ledger;
use crate::poll::{Pace, Poll, Poller};

/// A back office or a user at Monoova. Cheap to clone; clones share the token, the retry budget, the connections and what is
/// remembered of idempotency keys.
#[derive(Clone)]
pub struct Client {
    api: florin_monoova::Client,
    access: Access,
    user_id: Option<i64>,
    ledger: Option<Arc<dyn Ledger>>,
    pace: Pace,
    connection: Arc<Connection>,
}

impl Client {
    /// Starts a client.
    pub fn builder() -> ClientBuilder {
        ClientBuilder::default()
    }

    pub(super) fn new(
        mut connection: Connection,
        access: Access,
        user_id: Option<i64>,
        ledger: Option<Arc<dyn Ledger>>,
        pace: Pace,
    ) -> Result<Self, ConfigError> {
        if let Some(user_id) = user_id {
            check_user(access, user_id)?;
        }
        let api = connection.api(access, user_id)?;
        // Clients for other users send through the same.
        connection.transport = Some(api.session().transport());
        Ok(Self {
            api,
            access,
            user_id,
            ledger,
            pace,
            connection: Arc::new(connection),
        })
    }

    /// A client for calls of another user, with a back office token. Cheap; it shares all that clones share.
    ///
    /// What names an object, such as a transaction, isn't bound to the user of the client.
    ///
    /// # Errors
    /// [`ConfigError`] with [`Access::ClientWebsite`], whose token is one user's, and for a number that can't be a user's.
    pub fn for_user(&self, user_id: i64) -> Result<Self, ConfigError> {
        check_user(self.access, user_id)?;
        Ok(Self {
            api: self.connection.api(self.access, Some(user_id))?,
            user_id: Some(user_id),
            ..self.clone()
        })
    }

    /// The user that calls are for, where one was given.
    #[must_use]
    pub const fn user_id(&self) -> Option<i64> {
        self.user_id
    }

    /// What the client's token gives access to.
    #[must_use]
    pub const fn access(&self) -> Access {
        self.access
    }

    /// Every generated operation, on the same session: same token, user, retries, keys, limits and traces.
    ///
    /// Ledgers are known to a [`Write`] only. Answers come as the provider gives them: with an envelope or without.
    ///
    /// The types of a request there let you give an identifier and a code for one thing, of which the provider takes the
    /// identifier; those of this module don't. A `user_id` that a request is given is sent whatever the token is.
    ///
    /// For what no spec describes, [`florin_core::Session::request`] sends an operation of your own. It has a key only where the
    /// operation says so: `Operation::custom(…).retry(Retry::Keyed).key_header("Idempotency-Key")`.
    #[must_use]
    pub const fn api(&self) -> &florin_monoova::Client {
        &self.api
    }

    /// The rate of a pair of currencies, as an indication: it has no expiry, and nothing is bought at it. The rate that counts
    /// is the quote's, see [`create_transaction`](Self::create_transaction).
    ///
    /// # Errors
    /// As any call. Before anything is sent: a back office without a user, and what [`RateQuery`] can't be.
    pub async fn rate(&self, query: &RateQuery) -> Result<types::Rate, Error> {
        let operation = &operations::GET_RATE;
        if let Some(problem) = query.problem() {
            return Err(CoreError::invalid_request(operation, problem));
        }
        let answer: Response<Found<types::Rate>> =
            self.read(operation, |request| query.write(request)).await?;
        Ok(answer.into_inner().0)
    }

    /// Makes a quote, with the payments that are to be made from what is bought. It binds nobody until it is
    /// [confirmed](Deal::confirm).
    ///
    /// # Errors
    /// As any call, and what [`Write`] says. An answer about other currencies, or another amount than the order fixes, isn't taken
    /// for this order's: it is [maybe applied](florin_core::Effect::MaybeApplied). What the answer doesn't say proves nothing.
    /// Before anything is sent: a back office without a user, and what [`Order`] can't be.
    pub fn create_transaction(&self, order: &Order) -> Write<Deal> {
        let operation = &operations::CREATE_TRANSACTION;
        let body = order.body();
        let fill = move |request: &mut Request<'_>| {
            request.json(&body);
        };
        let ordered = order.ordered();
        Write::new(self, operation, fill, move |client, answer| {
            Deal::created(client, &ordered, answer)
        })
        .refused_for(order.problem())
    }

    /// A deal of which the identifier is known. Sends nothing.
    pub fn deal(&self, id: i64) -> Deal {
        Deal::new(self.clone(), id)
    }

    /// Takes up a deal that was begun elsewhere, for the user that it was made for. Sends nothing.
    ///
    /// With [`Access::ClientWebsite`] the token has the last word on who the user is. A back office acts for the user of the
    /// handle; where that can be none's number, all that the deal is asked for is refused before it is sent.
    #[expect(
        clippy::needless_pass_by_value,
        reason = "as with every provider; a handle may come to hold more than numbers"
    )]
    pub fn resume(&self, handle: DealHandle) -> Deal {
        let own = Deal::new(self.clone(), handle.id);
        match (self.access, handle.user_id) {
            (Access::BackOffice, Some(user_id)) if self.user_id != Some(user_id) => {
                match self.for_user(user_id) {
                    Ok(client) => Deal::new(client, handle.id),
                    Err(error) => own.refused(user_id, format!("the deal's handle: {error}")),
                }
            }
            _ => own,
        }
    }

    /// Adds somebody who can be paid. Screening follows, so a new beneficiary may not be payable at once (documented).
    ///
    /// # Errors
    /// As any call, and what [`Write`] says. Before anything is sent: a back office without a user, a field that
    /// [`NewBeneficiary`] has itself.
    pub fn create_beneficiary(&self, beneficiary: &NewBeneficiary) -> Write<types::Beneficiary> {
        let operation = &operations::CREATE_BENEFICIARY;
        let body = beneficiary.body();
        let fill = move |request: &mut Request<'_>| {
            request.json(&body);
        };
        Write::new(self, operation, fill, move |_, answer| {
            answers::made(operation, &answer).map(|(_, made)| made)
        })
        .refused_for(beneficiary.problem())
    }

    /// Adds somebody on whose behalf payments are made.
    ///
    /// # Errors
    /// As [`create_beneficiary`](Self::create_beneficiary).
    pub fn create_sub_customer(&self, sub_customer: &NewSubCustomer) -> Write<types::SubCustomer> {
        let operation = &operations::CREATE_SUB_CUSTOMER;
        let body = sub_customer.body();
        let fill = move |request: &mut Request<'_>| {
            request.json(&body);
        };
        Write::new(self, operation, fill, move |_, answer| {
            answers::made(operation, &answer).map(|(_, made)| made)
        })
        .refused_for(sub_customer.problem())
    }

    /// One beneficiary. The path is a guess.
    ///
    /// # Errors
    /// As any call; [`is_not_found`](florin_core::Error::is_not_found) where there is none (inferred).
    pub async fn beneficiary(&self, id: i64) -> Result<types::Beneficiary, Error> {
        let operation = &operations::GET_BENEFICIARY;
        let answer = self
            .read(operation, |request| {
                request.path("id", &id);
            })
            .await?;
        answers::asked_for(operation, &answer, id)
    }

    /// One sub customer. The path is a guess.
    ///
    /// # Errors
    /// As [`beneficiary`](Self::beneficiary).
    pub async fn sub_customer(&self, id: i64) -> Result<types::SubCustomer, Error> {
        let operation = &operations::GET_SUB_CUSTOMER;
        let answer = self
            .read(operation, |request| {
                request.path("id", &id);
            })
            .await?;
        answers::asked_for(operation, &answer, id)
    }

    /// Sends something that changes nothing.
    pub(super) async fn read<T: DeserializeOwned>(
        &self,
        operation: &'static Operation,
        fill: impl FnOnce(&mut Request<'_>),
    ) -> Result<Response<T>, Error> {
        let mut request = self.api.session().request(operation);
        fill(&mut request);
        request.send_json().await
    }

    pub(super) const fn ledger(&self) -> Option<&Arc<dyn Ledger>> {
        self.ledger.as_ref()
    }

    pub(super) fn poller<P: Poll>(&self, target: P) -> Poller<P> {
        Poller::new(target, self.api.session().seam().clone()).pace(self.pace)
    }
}

fn check_user(access: Access, user_id: i64) -> Result<(), ConfigError> {
    let problem = match access {
        Access::ClientWebsite => {
            "is given, and the token is one user's (client_website); leave it out, or use a back office token"
        }
        Access::BackOffice if user_id < 1 => "isn't above zero; give the number of a user",
        Access::BackOffice => return Ok(()),
    };
    Err(ConfigError::new("user_id", problem))
}

/// Shows where it sends to and for which user, and nothing of who sends.
impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("session", self.api.session())
            .field("access", &self.access)
            .field("user_id", &self.user_id)
            .field("has_ledger", &self.ledger.is_some())
            .finish_non_exhaustive()
    }
}
