//! The list of loans: a window of days, a group of states, a partner, a page.

use chrono::{DateTime, NaiveDate, Utc};
use serde_json::Value;

use super::book::Book;
use super::loan::Loan;
use super::options::Options;
use super::partners;
use super::user::User;
use crate::contract::Checked;

/// What is asked for, with the documented defaults.
pub(super) struct Listing {
    start: NaiveDate,
    end: NaiveDate,
    group: String,
    partner: Option<i64>,
    limit: usize,
    page: usize,
}

impl Listing {
    /// Reads a query that has passed the spec. Both days belong to the window, and a day is one of UTC.
    pub(super) fn of(request: &Checked, now: DateTime<Utc>) -> Self {
        let day = |name: &str| request.query(name).and_then(|text| text.parse().ok());
        let count = |name: &str| request.query(name).and_then(|text| text.parse().ok());
        let first_day = NaiveDate::from_ymd_opt(2011, 1, 1).unwrap_or_default();
        Self {
            start: day("start").unwrap_or(first_day),
            end: day("end").unwrap_or_else(|| now.date_naive()),
            group: request.query("state").unwrap_or("active").to_owned(),
            partner: super::integer(request, "partner"),
            limit: count("limit").unwrap_or(20),
            page: count("page").unwrap_or(1),
        }
    }

    /// The page, the most recent loan first.
    pub(super) fn page(&self, book: &Book, user: User, options: &Options) -> Value {
        let own: Vec<_> = partners::of(user).map(|partner| partner.id).collect();
        let mut listed: Vec<_> = book
            .loans()
            .iter()
            .filter(|loan| own.contains(&loan.partner_id) && self.takes(loan))
            .enumerate()
            .collect();
        listed.sort_by_key(|(added, loan)| std::cmp::Reverse((loan.created_at, *added)));
        let size = options
            .largest_page
            .map_or(self.limit, |most| self.limit.min(most));
        let skipped = self.page.saturating_sub(1).saturating_mul(size);
        listed
            .into_iter()
            .skip(skipped)
            .take(size)
            .map(|(_, loan)| loan.view(options))
            .collect()
    }

    fn takes(&self, loan: &Loan) -> bool {
        let created = loan.created_at.date_naive();
        (self.start..=self.end).contains(&created)
            && loan.state.is_in(&self.group)
            && self
                .partner
                .is_none_or(|partner| partner == loan.partner_id)
    }
}
