//! One loan, by its identifier.

use florin_core::Error as CoreError;
use florin_financeit::types;

use super::loan_poll::LoanOutcome;
use super::{Client, Error, operations};
use crate::poll::Poller;

/// A loan, or the application for one. Made by [`Client::loan`] and [`Client::loan_for_lead`]; its identifier is all that
/// another process needs.
#[derive(Clone, Debug)]
#[must_use = "a handle does nothing until it is read or polled"]
pub struct Loan {
    pub(super) client: Client,
    id: i64,
    pub(super) past_declines: bool,
    pub(super) asks_lists: bool,
}

impl Loan {
    pub(super) const fn new(client: Client, id: i64) -> Self {
        Self {
            client,
            id,
            past_declines: false,
            asks_lists: true,
        }
    }

    /// The identifier that Financeit gave the loan.
    #[must_use]
    pub const fn id(&self) -> i64 {
        self.id
    }

    /// Takes a decline for a stage on the way, as it is one where a co-borrower is added afterwards: the poller goes on until
    /// the loan is funded, aborted or expired.
    pub const fn past_declines(mut self) -> Self {
        self.past_declines = true;
        self
    }

    /// Lets the poller ask for the loan alone and never for lists. A decline that the loan doesn't name in the words of the
    /// documentation then goes unnoticed until the loan expires, and a loan that is paid out and doesn't say so in words that
    /// are known is taken for expired.
    pub const fn without_lists(mut self) -> Self {
        self.asks_lists = false;
        self
    }

    /// Reads the loan as it stands now.
    ///
    /// # Errors
    /// As any call; [`is_not_found`](florin_core::Error::is_not_found) where there is none (inferred). A decode error where
    /// the answer is about another loan.
    pub async fn read(&self) -> Result<types::Loan, Error> {
        let operation = &operations::GET_LOAN;
        let loan: types::Loan = self
            .client
            .read(operation, |request| {
                request.path("id", &self.id);
            })
            .await?;
        let id = loan.id.as_ref().and_then(|id| id.value());
        if id.is_some_and(|id| *id != self.id) {
            let message = "the answer is about another loan than was asked for";
            return Err(CoreError::unusable_answer(operation, message));
        }
        Ok(loan)
    }

    /// Waits until the loan is funded, declined, aborted or expired.
    ///
    /// How far a loan is, is documented by halves: there is a flag for funded loans, and there are filters for declined and
    /// aborted ones; what the field `state` holds nobody says, and the only sample is a slip. So this is how they are told
    /// apart, in this order:
    ///
    /// 1. `funded` is true: funded.
    /// 2. `state` holds a word that is known, in any case, with spaces, hyphens or underscores. `disbursed_or_closed` and its
    ///    parts, and `funded`: funded, unless `funded` is false; then it says two things at once and is still going.
    ///    `declined`. `aborted`, `cancelled`, `withdrawn`: aborted. `expired`. With another word of the filters it is still
    ///    going. The words of the filters are documented, as filters; the others are inferred.
    /// 3. `state` holds anything else or nothing: declined or aborted, if the list with that filter has the loan. Funded, if
    ///    the list of disbursed or closed loans has it and `funded` isn't false; that list is looked into where `funded` is
    ///    unsaid, and before a loan is called expired. Each reading asks for one page of one of these lists, so it costs two
    ///    requests at most, and what isn't recent is found some readings later. See [`without_lists`](Self::without_lists).
    /// 4. `expiry_date` is more than a day ago: expired. The day is for the time zone, which is undocumented. A loan that is
    ///    ready for funding doesn't expire, nor does one that may be disbursed; one of unknown state only once the lists were
    ///    read to their ends.
    ///
    /// An answer that isn't the service's own — a success that can't be read, such as a page of maintenance, or a 404 without
    /// the documented form of an error — counts as a failure of the moment, of which the pace tolerates some in a row. A 404
    /// in the provider's own words, and a success that names errors, end the wait at once. Where the lists give three odd
    /// answers in a row, or any other failure that isn't of the moment, the poller goes on by the loan alone.
    ///
    /// Loans take hours or weeks. The client's [pace](super::ClientBuilder::pace) asks every quarter of an hour before long,
    /// and gives up after a day unless told otherwise; the loan goes on without being watched, so poll it again at any time.
    pub fn poller(&self) -> Poller<LoanOutcome> {
        // It has been there for a while.
        self.client.poller(LoanOutcome::new(self.clone())).at_once()
    }
}
