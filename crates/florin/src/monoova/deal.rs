//! A transaction: reading, changing, confirming, following it.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use florin_core::{Error as CoreError, Operation, Response};
use florin_monoova::{operations, types};
use serde::{Deserialize, Serialize};

use super::answers::Found;
use super::ordered::Ordered;
use super::{Client, Error, Payment, Status, Until, Write, answers, payment};
use crate::poll::{Poll, Poller, Progress, Reading, may_pass};

/// What is needed to take a deal up again, in this process or another one. Store it whole: it is serialisable, and versions to
/// come will read what this one wrote.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct DealHandle {
    /// The transaction's identifier.
    pub id: i64,
    /// The user that it was made for, where the client named one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user_id: Option<i64>,
}

impl DealHandle {
    /// For a transaction of which the identifier is known.
    #[must_use]
    pub const fn new(id: i64) -> Self {
        Self { id, user_id: None }
    }

    /// For a transaction of this user.
    #[must_use]
    pub const fn user(mut self, user_id: i64) -> Self {
        self.user_id = Some(user_id);
        self
    }
}

/// A transaction, also called a deal: a quote at first, and binding once it is [confirmed](Self::confirm).
///
/// ```no_run
/// # async fn f(monoova: florin::monoova::Client, order: florin::monoova::Order)
/// # -> Result<(), florin::monoova::Error> {
/// use florin::monoova::{Status, Until};
///
/// let quote = monoova.create_transaction(&order).reference("4711 create").await?;
/// // Look at the rate and the amounts, and then say yes: nothing else does.
/// let deal = quote.confirm().reference("4711 confirm").await?;
/// let deal = deal.allocate().reference("4711 allocate").await?;
/// let transaction = deal
///     .poller(Until::reached(Status::PartiallySettled).or_unknown())
///     .await?;
/// # let _ = transaction;
/// # Ok(())
/// # }
/// ```
///
/// Each step is said aloud; none implies another. Where a step belongs, and in which states it is taken, is the provider's to
/// say: nothing is refused here because of the state that was read last, since that may be out of date.
#[derive(Clone, Debug)]
pub struct Deal {
    client: Client,
    id: i64,
    seen: Option<types::Transaction>,
    /// The user that it was made for, whom the client can't act for, and why not.
    refused: Option<(i64, String)>,
}

impl Deal {
    pub(super) const fn new(client: Client, id: i64) -> Self {
        Self {
            client,
            id,
            seen: None,
            refused: None,
        }
    }

    /// The same of a user whom the client can't act for: whatever it is asked for is refused.
    pub(super) fn refused(mut self, user_id: i64, problem: String) -> Self {
        self.refused = Some((user_id, problem));
        self
    }

    /// What a creation was answered with.
    #[expect(
        clippy::needless_pass_by_value,
        reason = "what a write hands its answer to takes it"
    )]
    pub(super) fn created(
        client: &Client,
        ordered: &Ordered,
        answer: Response<Found<types::Transaction>>,
    ) -> Result<Self, Error> {
        let operation = &operations::CREATE_TRANSACTION;
        let (id, transaction) = answers::made(operation, &answer)?;
        if let Some(field) = ordered.contradicted_by(&transaction) {
            let message = format!(
                "the transaction in it isn't the one that was ordered: it has another {field}"
            );
            return Err(CoreError::unusable_answer(operation, message).with_answer(&answer));
        }
        Ok(Self {
            client: client.clone(),
            id,
            seen: Some(transaction),
            refused: None,
        })
    }

    /// The transaction's identifier, which the provider gave it.
    #[must_use]
    pub const fn id(&self) -> i64 {
        self.id
    }

    /// What another process needs to go on with it, see [`Client::resume`].
    #[must_use]
    pub fn handle(&self) -> DealHandle {
        DealHandle {
            id: self.id,
            user_id: match self.refused {
                Some((user_id, _)) => Some(user_id),
                None => self.client.user_id(),
            },
        }
    }

    /// The transaction as the step said that brought this deal; `None` for one that was taken up by its identifier. It doesn't
    /// change: [`read`](Self::read) brings it as it stands now.
    #[must_use]
    pub const fn transaction(&self) -> Option<&types::Transaction> {
        self.seen.as_ref()
    }

    /// Reads the transaction as it stands now. [`Status::of`] says where that is.
    ///
    /// # Errors
    /// As any call; [`is_not_found`](florin_core::Error::is_not_found) where there is none (inferred). The path is a guess,
    /// which [`ClientBuilder::path`](super::ClientBuilder::path) corrects.
    pub async fn read(&self) -> Result<types::Transaction, Error> {
        let operation = &operations::GET_TRANSACTION;
        if let Some((_, problem)) = &self.refused {
            return Err(CoreError::invalid_request(operation, problem));
        }
        let answer = self
            .client
            .read(operation, |request| {
                request.path("id", &self.id);
            })
            .await?;
        answers::asked_for(operation, &answer, self.id)
    }

    /// Sets the payments, while it is a quote or pending payment.
    ///
    /// Whether they replace the ones that are there or join them is undocumented. Send all of them, and look at what comes
    /// back. That a `PATCH` takes an idempotency key is undocumented as well (inferred). If it didn't, an answer that is lost
    /// would mean that the payments are set twice: harmless if they replace the others, and seen in what comes back if not.
    ///
    /// # Errors
    /// As any call. No payment at all, an amount that isn't above zero and an empty reason are refused before anything is sent,
    /// and so are payments that come to more than this deal says is bought, where it has [seen](Self::transaction) that.
    pub fn update(&self, payments: impl IntoIterator<Item = Payment>) -> Write<Self> {
        let payments: Vec<Payment> = payments.into_iter().collect();
        let bought = self
            .seen
            .as_ref()
            .and_then(|seen| seen.counter_currency_amount.as_ref()?.value().copied());
        let body = types::UpdateTransactionRequest {
            transaction: types::TransactionUpdate {
                payments: payment::inputs(&payments),
            },
        };
        self.step(&operations::UPDATE_TRANSACTION, Some(body))
            .refused_for(payment::problem(&payments, bought))
    }

    /// Accepts the quote. **This binds**: the conversion is made, and has to be paid for.
    ///
    /// # Errors
    /// As any call. On [`Effect::MaybeApplied`](florin_core::Effect::MaybeApplied) it may be binding: ask again under the same
    /// key or reference, or [read](Self::read) it.
    pub fn confirm(&self) -> Write<Self> {
        self.step(&operations::CONFIRM_TRANSACTION, None)
    }

    /// Says that the payments are complete: together they have to cover the amount that was bought (documented). The step after
    /// the confirmation, after which the transaction is [open](Status::Open).
    ///
    /// # Errors
    /// As any call.
    pub fn allocate(&self) -> Write<Self> {
        self.step(&operations::CONFIRM_TRANSACTION_PAYMENTS, None)
    }

    /// Follows the transaction until it is in a state that you name. The outcome is the transaction as it was read then.
    ///
    /// Failures of the moment are tolerated, as many in a row as the client's [pace](super::ClientBuilder::pace) says; so are
    /// answers that aren't the provider's own words, such as a page of maintenance, and a 404, since a transaction that was made
    /// just now may not show at once. A transaction that doesn't say its status is taken for one on the way.
    pub fn poller(&self, until: Until) -> Poller<DealProgress> {
        self.client.poller(DealProgress {
            deal: self.clone(),
            until,
            last: Mutex::default(),
        })
    }

    fn step(
        &self,
        operation: &'static Operation,
        body: Option<types::UpdateTransactionRequest>,
    ) -> Write<Self> {
        let id = self.id;
        let fill = move |request: &mut florin_core::Request<'_>| {
            request.path("id", &id);
            if let Some(body) = &body {
                request.json(body);
            }
        };
        Write::new(&self.client, operation, fill, move |client, answer| {
            let transaction = answers::asked_for(operation, &answer, id)?;
            Ok(Self {
                client: client.clone(),
                id,
                seen: Some(transaction),
                refused: None,
            })
        })
        .refused_for(self.refused.as_ref().map(|(_, problem)| problem.clone()))
    }
}

/// Polls a transaction. The states on the way are the transaction as read, and so is the outcome. Made by [`Deal::poller`].
#[derive(Debug)]
pub struct DealProgress {
    deal: Deal,
    until: Until,
    /// Where it was when it was last read.
    last: Mutex<Option<Status>>,
}

impl Poll for DealProgress {
    type State = types::Transaction;
    type Outcome = types::Transaction;
    type Error = Error;

    async fn read(&self) -> Reading<Self> {
        let transaction = self.deal.read().await?;
        let status = Status::of(&transaction);
        let is_there = status
            .as_ref()
            .is_some_and(|status| self.until.ends_at(status));
        *self.last.lock().unwrap_or_else(PoisonError::into_inner) = status;
        Ok(match is_there {
            true => Progress::Done(transaction),
            false => Progress::Pending(transaction),
        })
    }

    fn is_transient(error: &Error) -> bool {
        may_pass(error) || error.is_not_found()
    }

    fn out_of_time(&self, limit: Duration) -> Error {
        let error = CoreError::deadline(&operations::GET_TRANSACTION, limit);
        let last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        match last.as_ref() {
            Some(status) if status.is_unknown() => error.with_note(
                "it is in a state that isn't documented and wasn't waited for; Until::or_unknown ends there",
            ),
            Some(status) => error.with_note(format!("it was {status} when it was last read")),
            None => error,
        }
    }
}
