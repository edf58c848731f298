//! Polling a loan whose states are documented by halves.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use chrono::{NaiveDate, TimeDelta};
use florin_core::Error as CoreError;
use florin_financeit::types::{self, LoanStateFilter};

use super::walk::Window;
use super::{Error, Loan, LoansQuery, Outcome, operations};
use crate::poll::{Poll, Progress, Reading};

/// A loan expires at the end of a day in a time zone that nobody names.
const GRACE: TimeDelta = TimeDelta::days(1);

/// Loans on a page of a list that is looked into.
const PAGE: u32 = 100;

/// What the documentation says a page holds where nothing is asked for: one that holds less is the last.
const DOCUMENTED: usize = 20;

/// Polls a loan. The states on the way are the loan as read. Made by [`Loan::poller`].
#[derive(Debug)]
pub struct LoanOutcome {
    loan: Loan,
    lists: Mutex<Lists>,
}

/// Where the lists of declined and aborted loans are looked into next: one page of one of them at a time.
#[derive(Debug)]
struct Lists {
    /// The next page of each.
    pages: [u64; 2],
    /// Whether each has been looked into.
    seen: [bool; 2],
    /// Whose turn it is.
    turn: usize,
    /// Cleared where they can't be had.
    are_open: bool,
}

/// The two lists, in the order of their turns.
const LISTS: [LoanStateFilter; 2] = [LoanStateFilter::Declined, LoanStateFilter::Aborted];

/// What a loan says of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sign {
    Funded,
    Declined,
    Aborted,
    Expired,
    /// All is done but the payment.
    Ready,
    Going,
}

impl LoanOutcome {
    pub(super) fn new(loan: Loan) -> Self {
        let lists = Lists {
            pages: [1; 2],
            seen: [loan.past_declines, false],
            turn: usize::from(loan.past_declines),
            are_open: loan.asks_lists,
        };
        Self {
            loan,
            lists: Mutex::new(lists),
        }
    }

    /// Looks for the loan on the next page of the list whose turn it is.
    async fn sign_of_lists(&self, loan: &types::Loan) -> Result<Option<Sign>, Error> {
        let (turn, page) = {
            let lists = self.lists();
            if !lists.are_open {
                return Ok(None);
            }
            (lists.turn, lists.pages[lists.turn])
        };
        let client = &self.loan.client;
        let mut query = LoansQuery::default().state(LISTS[turn]).page_size(PAGE);
        if client.caller.is_broker()
            && let Some(partner) = loan.partner_id.as_ref().and_then(|id| id.value())
        {
            query = query.partner(*partner);
        }
        let window = Window {
            page,
            limit: PAGE.into(),
        };
        let loans = match client.loan_page(&query, window).await {
            Ok(loans) => loans,
            Err(error) if error.is_transient() => return Err(error),
            Err(error) => {
                tracing::warn!(%error, "the lists of loans can't be read; going by the loan alone");
                self.lists().are_open = false;
                return Ok(None);
            }
        };
        let is_there = loans
            .iter()
            .any(|other| other.id.as_ref().and_then(|id| id.value()) == Some(&self.loan.id()));
        if is_there {
            return Ok(Some(match LISTS[turn] {
                LoanStateFilter::Declined => Sign::Declined,
                _ => Sign::Aborted,
            }));
        }
        let mut lists = self.lists();
        lists.seen[turn] = true;
        lists.pages[turn] = if loans.len() < DOCUMENTED {
            1
        } else {
            page + 1
        };
        lists.turn = if self.loan.past_declines { 1 } else { 1 - turn };
        Ok(None)
    }

    /// Whether the lists have been looked into, or can't be.
    fn knows_lists(&self) -> bool {
        let lists = self.lists();
        !lists.are_open || lists.seen == [true; 2]
    }

    /// Each change is complete before anything can panic, so a poisoned lock guards a sound state.
    fn lists(&self) -> MutexGuard<'_, Lists> {
        self.lists.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Poll for LoanOutcome {
    type State = types::Loan;
    type Outcome = Outcome;
    type Error = Error;

    async fn read(&self) -> Reading<Self> {
        let loan = self.loan.read().await?;
        let today = self.loan.client.seam().now().date_naive();
        let own = sign(&loan);
        let sign = match own {
            Some(sign) => Some(sign),
            None => self.sign_of_lists(&loan).await?,
        };
        Ok(match sign {
            Some(Sign::Funded) => Progress::Done(Outcome::Funded(loan)),
            Some(Sign::Declined) if !self.loan.past_declines => {
                Progress::Done(Outcome::Declined(loan))
            }
            Some(Sign::Aborted) => Progress::Done(Outcome::Aborted(loan)),
            Some(Sign::Expired) => Progress::Done(Outcome::Expired(loan)),
            Some(Sign::Ready) => Progress::Pending(loan),
            None if !self.knows_lists() => Progress::Pending(loan),
            _ if has_run_out(&loan, today) => Progress::Done(Outcome::Expired(loan)),
            _ => Progress::Pending(loan),
        })
    }

    fn is_transient(error: &Error) -> bool {
        error.is_transient()
    }

    fn out_of_time(&self, limit: Duration) -> Error {
        CoreError::deadline(&operations::GET_LOAN, limit)
    }
}

/// What the loan says of itself in words that are known; `None` where it uses others.
fn sign(loan: &types::Loan) -> Option<Sign> {
    if loan.funded.as_ref().and_then(|funded| funded.value()) == Some(&true) {
        return Some(Sign::Funded);
    }
    let state = loan.state.as_ref()?.text().trim().to_ascii_lowercase();
    match state.replace([' ', '-'], "_").as_str() {
        "declined" => Some(Sign::Declined),
        "aborted" => Some(Sign::Aborted),
        "expired" => Some(Sign::Expired),
        "ready_for_funding" => Some(Sign::Ready),
        "active" | "pending" => Some(Sign::Going),
        _ => None,
    }
}

/// Whether the day of its expiry is over everywhere.
fn has_run_out(loan: &types::Loan, today: NaiveDate) -> bool {
    loan.expiry_date
        .as_ref()
        .and_then(|day| day.value())
        .and_then(|day| day.checked_add_signed(GRACE))
        .is_some_and(|end| today > end)
}
