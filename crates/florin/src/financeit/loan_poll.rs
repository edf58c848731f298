//! Polling a loan whose states are documented by halves.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use chrono::{NaiveDate, TimeDelta};
use florin_core::Error as CoreError;
use florin_financeit::types::{self, LoanStateFilter};

use super::client::names_errors;
use super::loans::key;
use super::walk::Walk;
use super::{Error, Loan, LoansQuery, Outcome, operations};
use crate::poll::{Poll, Progress, Reading, may_pass};

/// A loan expires at the end of a day in a time zone that nobody names.
const GRACE: TimeDelta = TimeDelta::days(1);

/// Loans on a page of a list that is looked into.
const PAGE: u32 = 100;

/// So many odd answers in a row, and the lists are done without.
const ODD: u32 = 3;

/// Polls a loan. The states on the way are the loan as read. Made by [`Loan::poller`].
#[derive(Debug)]
pub struct LoanOutcome {
    loan: Loan,
    lists: Mutex<Lists>,
}

/// The lists that are looked into: one page of one of them at a time.
#[derive(Debug)]
struct Lists {
    all: [List; 3],
    /// Whose turn it is.
    turn: usize,
    /// Odd answers in a row.
    odd: u32,
    /// Cleared where they can't be had.
    are_open: bool,
}

#[derive(Debug)]
struct List {
    filter: LoanStateFilter,
    /// What its loans are.
    sign: Sign,
    walk: Walk,
    /// Whether it has been read to its end.
    seen: bool,
}

/// What a loan says of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sign {
    Funded,
    Declined,
    Aborted,
    Expired,
    /// Not paid yet and past expiring: all is done but the payment, or the loan says two things at once.
    Open,
    Going,
}

impl Lists {
    /// The first of those that are asked for, from the one whose turn it is.
    fn next(&self, wants: impl Fn(&List) -> bool) -> Option<usize> {
        let count = self.all.len();
        (self.turn..self.turn + count)
            .map(|turn| turn % count)
            .find(|turn| wants(&self.all[*turn]))
    }
}

impl LoanOutcome {
    pub(super) fn new(loan: Loan) -> Self {
        let list = |filter, sign| List {
            filter,
            sign,
            walk: Walk::new(PAGE),
            seen: false,
        };
        let lists = Lists {
            all: [
                list(LoanStateFilter::Declined, Sign::Declined),
                list(LoanStateFilter::Aborted, Sign::Aborted),
                list(LoanStateFilter::DisbursedOrClosed, Sign::Funded),
            ],
            turn: 0,
            odd: 0,
            are_open: loan.asks_lists,
        };
        Self {
            loan,
            lists: Mutex::new(lists),
        }
    }

    /// Whether a list could say something of the loan that it doesn't say itself.
    fn wants(&self, list: &List, loan: &types::Loan) -> bool {
        match list.sign {
            Sign::Declined => !self.loan.past_declines,
            Sign::Funded => is_funded(loan).is_none() || self.has_run_out(loan),
            _ => true,
        }
    }

    /// Looks for the loan on the next page of the list whose turn it is.
    async fn sign_of_lists(&self, loan: &types::Loan) -> Result<Option<Sign>, Error> {
        let (turn, filter, window) = {
            let lists = self.lists();
            let Some(turn) = lists.next(|list| self.wants(list, loan)) else {
                return Ok(None);
            };
            let list = &lists.all[turn];
            match list.walk.next() {
                Some(window) if lists.are_open => (turn, list.filter, window),
                _ => return Ok(None),
            }
        };
        let client = &self.loan.client;
        let mut query = LoansQuery::default().state(filter).page_size(PAGE);
        if client.caller.is_broker()
            && let Some(partner) = loan.partner_id.as_ref().and_then(|id| id.value())
        {
            query = query.partner(*partner);
        }
        let loans = match client.loan_page(&query, window).await {
            Ok(loans) => loans,
            Err(error) if error.is_transient() => return Err(error),
            Err(error) => {
                let mut lists = self.lists();
                lists.odd += 1;
                if !is_odd(&error) || lists.odd == ODD {
                    tracing::warn!(%error, "the lists of loans can't be read; going by the loan alone");
                    lists.are_open = false;
                }
                return Ok(None);
            }
        };
        let is_there = loans
            .iter()
            .any(|other| other.id.as_ref().and_then(|id| id.value()) == Some(&self.loan.id()));
        let mut lists = self.lists();
        lists.odd = 0;
        if is_there {
            return Ok(Some(match lists.all[turn].sign {
                // It is in the list, and says that it isn't paid.
                Sign::Funded if is_funded(loan) == Some(false) => Sign::Open,
                sign => sign,
            }));
        }
        let list = &mut lists.all[turn];
        let keys: Vec<String> = loans.iter().map(key).collect();
        if list.walk.take(window, &keys).is_err() || list.walk.next().is_none() {
            list.seen = true;
            list.walk = Walk::new(PAGE);
        }
        lists.turn = turn + 1;
        Ok(None)
    }

    /// Whether the lists have been looked into, or can't be.
    fn knows_lists(&self, loan: &types::Loan) -> bool {
        let lists = self.lists();
        let wanted = |list: &&List| self.wants(list, loan);
        !lists.are_open || lists.all.iter().filter(wanted).all(|list| list.seen)
    }

    /// Whether the day of its expiry is over everywhere.
    fn has_run_out(&self, loan: &types::Loan) -> bool {
        let today: NaiveDate = self.loan.client.seam().now().date_naive();
        loan.expiry_date
            .as_ref()
            .and_then(|day| day.value())
            .and_then(|day| day.checked_add_signed(GRACE))
            .is_some_and(|end| today > end)
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
        let sign = match sign(&loan) {
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
            Some(Sign::Open) => Progress::Pending(loan),
            None if !self.knows_lists(&loan) => Progress::Pending(loan),
            _ if self.has_run_out(&loan) => Progress::Done(Outcome::Expired(loan)),
            _ => Progress::Pending(loan),
        })
    }

    /// Somebody who waits for weeks meets a page of maintenance now and then.
    fn is_transient(error: &Error) -> bool {
        may_pass(error) || is_odd(error)
    }

    fn out_of_time(&self, limit: Duration) -> Error {
        CoreError::deadline(&operations::GET_LOAN, limit)
    }
}

/// Whether the answer is none of the provider's service: a success that can't be read, or a 404 in other words than its own.
fn is_odd(error: &Error) -> bool {
    let is_unreadable = error.field().is_some();
    let is_elsewhere = error.is_not_found() && !names_errors(error);
    is_unreadable || is_elsewhere
}

fn is_funded(loan: &types::Loan) -> Option<bool> {
    loan.funded
        .as_ref()
        .and_then(|funded| funded.value())
        .copied()
}

/// What the loan says of itself in words that are known; `None` where it uses others.
fn sign(loan: &types::Loan) -> Option<Sign> {
    let funded = is_funded(loan);
    if funded == Some(true) {
        return Some(Sign::Funded);
    }
    let state = loan.state.as_ref()?.text().trim().to_ascii_lowercase();
    match state.replace([' ', '-'], "_").as_str() {
        "disbursed" | "disbursed_or_closed" | "closed" | "funded" => Some(match funded {
            Some(false) => Sign::Open,
            _ => Sign::Funded,
        }),
        "declined" => Some(Sign::Declined),
        "aborted" | "cancelled" | "canceled" | "withdrawn" => Some(Sign::Aborted),
        "expired" => Some(Sign::Expired),
        "ready_for_funding" | "pending_or_disbursed" => Some(Sign::Open),
        "active" | "pending" => Some(Sign::Going),
        _ => None,
    }
}
