//! A loan: reading, following, managing it.

use std::time::Duration;

use florin_core::{Error as CoreError, Operation};
use florin_nemuru::{operations, types};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{Client, Error, Outcome, Until};
use crate::poll::{Poll, Poller, Reading, may_pass};

/// What is needed to take a loan up again, in this process or another one. Store it whole: it is serialisable, and
/// versions to come will read what this one wrote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct LoanHandle {
    /// The loan's identifier, which the caller chose.
    pub loan_id: String,
}

impl LoanHandle {
    /// For a loan of which the identifier is known.
    pub fn new(loan_id: impl Into<String>) -> Self {
        Self {
            loan_id: loan_id.into(),
        }
    }
}

/// A loan, by its identifier; the loan as it stands is what [`read`](Self::read) brings.
#[derive(Clone, Debug)]
pub struct Loan {
    pub(super) client: Client,
    pub(super) handle: LoanHandle,
    pub(super) was_there: bool,
}

impl Loan {
    /// The loan's identifier.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.handle.loan_id
    }

    /// What another process needs to go on with it, see [`Client::resume`].
    #[must_use]
    pub const fn handle(&self) -> &LoanHandle {
        &self.handle
    }

    /// Whether [`create_loan`](Client::create_loan) found it there already, created by an earlier try. False for a loan
    /// that came otherwise.
    #[must_use]
    pub const fn was_there(&self) -> bool {
        self.was_there
    }

    /// Reads the loan as it stands now. [`Standing`](super::Standing) says what its status means.
    ///
    /// # Errors
    /// As any call; [`is_not_found`](florin_core::Error::is_not_found) where there is none. A blank id is refused before
    /// anything is sent.
    pub async fn read(&self) -> Result<types::Loan, Error> {
        self.check_id(&operations::GET_LOAN)?;
        self.client.read_loan(self.id()).await
    }

    /// Waits until nothing follows: paid back, or denied, expired, cancelled or withdrawn.
    ///
    /// A loan that is paid out lives for as long as its term. Who sells something waits
    /// [until the funds are sent](Self::poller_until).
    ///
    /// Unless the client's [pace](super::ClientBuilder::pace) says otherwise it asks after 5 seconds, then ever more
    /// slowly up to every two minutes, for 30 days: the time after which an invitation expires. A loan that isn't found
    /// is looked for a few times, since it may have been created just now.
    pub fn poller(&self) -> Poller<Following> {
        self.poller_until(Until::the_end())
    }

    /// Waits until a milestone is reached, or can't be any more.
    pub fn poller_until(&self, until: impl Into<Until>) -> Poller<Following> {
        self.client.poller(Following {
            loan: self.clone(),
            until: until.into(),
        })
    }

    /// Performs an operation on the loan. Sent at most once; its effect shows later in the loan's status.
    ///
    /// # Errors
    /// As any call. [`is_conflict`](florin_core::Error::is_conflict): the loan's status doesn't allow it (inferred). On
    /// [`Effect::MaybeApplied`](florin_core::Effect::MaybeApplied) read the loan before you repeat it: nothing says that
    /// an operation may come twice.
    pub async fn perform(&self, operation: types::LoanOperation) -> Result<(), Error> {
        self.perform_with(operation, Map::new()).await
    }

    /// As [`perform`](Self::perform), with further fields. Some operations need some; which ones is documented nowhere.
    ///
    /// # Errors
    /// As [`perform`](Self::perform). Fields named `id` or `op`, and a blank id of the loan, are refused before anything
    /// is sent.
    pub async fn perform_with(
        &self,
        operation: types::LoanOperation,
        fields: Map<String, Value>,
    ) -> Result<(), Error> {
        self.check_id(&operations::PERFORM_LOAN_OPERATION)?;
        if fields.contains_key("id") || fields.contains_key("op") {
            return Err(CoreError::invalid_request(
                &operations::PERFORM_LOAN_OPERATION,
                "the further fields hold id or op, which are filled in already; leave them out",
            ));
        }
        let body = types::LoanOperationRequest {
            id: self.id().to_owned(),
            op: operation,
            extra: fields,
        };
        let sent = self.client.api.perform_loan_operation().body(body).send();
        sent.await.map(|_| ())
    }

    /// The files of the loan, under the names and storage paths that Nemuru gave them. Their contents can't be read back.
    ///
    /// # Errors
    /// As any call. A blank id is refused before anything is sent.
    pub async fn files(&self) -> Result<Vec<types::FileRecord>, Error> {
        self.check_id(&operations::LIST_FILES)?;
        let answer = self.client.api.list_files().loan_id(self.id()).send();
        Ok(answer.await?.into_inner().data)
    }

    /// A blank one would ask for something else than a loan.
    pub(super) fn check_id(&self, operation: &Operation) -> Result<(), Error> {
        if !self.id().trim().is_empty() {
            return Ok(());
        }
        Err(CoreError::invalid_request(
            operation,
            "the loan's id is empty; give Client::loan the id that the loan was created with",
        ))
    }
}

/// Polls a loan. The states on the way are the loans as read.
#[derive(Debug)]
pub struct Following {
    pub(super) loan: Loan,
    until: Until,
}

impl Poll for Following {
    type State = types::Loan;
    type Outcome = Outcome;
    type Error = Error;

    async fn read(&self) -> Reading<Self> {
        Ok(self.until.progress(self.loan.read().await?))
    }

    /// A loan that was created just now may not show at once.
    fn is_transient(error: &Error) -> bool {
        may_pass(error) || error.is_not_found()
    }

    fn out_of_time(&self, limit: Duration) -> Error {
        CoreError::deadline(&operations::GET_LOAN, limit)
    }
}
