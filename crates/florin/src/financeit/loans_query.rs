//! Which loans to list.

use chrono::NaiveDate;
use florin_core::Request;
use florin_financeit::types::LoanStateFilter;

use super::walk::{PAGE_SIZE, Window};
use super::{Error, operations};

/// Which loans to list. What isn't set is left to the provider; its defaults are documented at each.
///
/// ```
/// use florin::financeit::LoansQuery;
/// use florin::financeit::types::LoanStateFilter;
///
/// let query = LoansQuery::default().state(LoanStateFilter::All).page_size(100);
/// # let _ = query;
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[must_use = "give it to Client::loans"]
pub struct LoansQuery {
    start: Option<NaiveDate>,
    end: Option<NaiveDate>,
    state: Option<LoanStateFilter>,
    partner: Option<i64>,
    page_size: Option<u32>,
}

impl LoansQuery {
    /// The first day. 2011-01-01 unless said. Which of a loan's dates counts, and in which time zone, is undocumented.
    pub const fn start(mut self, day: NaiveDate) -> Self {
        self.start = Some(day);
        self
    }

    /// The last day. The provider's today unless said.
    pub const fn end(mut self, day: NaiveDate) -> Self {
        self.end = Some(day);
        self
    }

    /// A group of states. [`LoanStateFilter::Active`] unless said, so mind: saying nothing doesn't list everything.
    pub const fn state(mut self, state: LoanStateFilter) -> Self {
        self.state = Some(state);
        self
    }

    /// Loans of this partner only, for a broker.
    pub const fn partner(mut self, id: i64) -> Self {
        self.partner = Some(id);
        self
    }

    /// Loans on a page, at most. 20 unless said; the provider's maximum is undocumented, and a smaller page than asked for is
    /// followed by one more request, which shows whether it is the end.
    ///
    /// Below ten, single pages can't overlap: then a loan can be passed over when another one leaves the list meanwhile.
    pub const fn page_size(mut self, loans: u32) -> Self {
        self.page_size = Some(loans);
        self
    }

    pub(super) const fn size(&self) -> u32 {
        match self.page_size {
            Some(size) => size,
            None => PAGE_SIZE,
        }
    }

    pub(super) fn check(&self) -> Result<(), Error> {
        let refuse = |problem| Err(Error::invalid_request(&operations::LIST_LOANS, problem));
        if self.page_size == Some(0) {
            return refuse("limit is zero; a page holds at least one loan");
        }
        match (self.start, self.end) {
            (Some(start), Some(end)) if start > end => refuse("start lies after end"),
            _ => Ok(()),
        }
    }

    pub(super) fn write(&self, window: Window, request: &mut Request<'_>) {
        let day = |day: Option<NaiveDate>| day.map(|day| day.to_string());
        request
            .query("end", &day(self.end))
            .query("limit", &window.limit)
            .query("page", &window.page)
            .query("partner", &self.partner)
            .query("start", &day(self.start))
            .query("state", &self.state);
    }
}
