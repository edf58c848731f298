//! Which promo programs and subverticals to list.

use florin_core::Request;
use florin_financeit::types::VerticalName;

use super::account::Caller;
use super::{Error, operations};

/// Which promo programs to list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[must_use = "give it to Client::promo_programs"]
pub struct PromoProgramsQuery {
    vertical: Option<VerticalName>,
    partner: Option<i64>,
    loan: Option<i64>,
}

impl PromoProgramsQuery {
    /// The line of business. An anonymous token needs it, and a partner that has several.
    pub const fn vertical(mut self, vertical: VerticalName) -> Self {
        self.vertical = Some(vertical);
        self
    }

    /// The partner. A broker needs it.
    pub const fn partner(mut self, id: i64) -> Self {
        self.partner = Some(id);
        self
    }

    /// A loan to base the answer on.
    pub const fn loan(mut self, id: i64) -> Self {
        self.loan = Some(id);
        self
    }

    pub(super) fn check(&self, caller: Caller) -> Result<(), Error> {
        let operation = &operations::LIST_PROMO_PROGRAMS;
        caller.check_vertical(operation, self.vertical.is_some())?;
        caller.check_partner(operation, self.partner)
    }

    pub(super) fn write(&self, request: &mut Request<'_>) {
        request
            .query("loan_id", &self.loan)
            .query("partner_id", &self.partner)
            .query("vertical_name", &self.vertical);
    }
}

/// Which subverticals to list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[must_use = "give it to Client::subverticals"]
pub struct SubverticalsQuery {
    vertical: Option<VerticalName>,
    partner: Option<i64>,
}

impl SubverticalsQuery {
    /// The line of business. An anonymous token needs it, and a partner that has several.
    pub const fn vertical(mut self, vertical: VerticalName) -> Self {
        self.vertical = Some(vertical);
        self
    }

    /// The partner. A broker needs it.
    pub const fn partner(mut self, id: i64) -> Self {
        self.partner = Some(id);
        self
    }

    pub(super) fn check(&self, caller: Caller) -> Result<(), Error> {
        let operation = &operations::LIST_SUBVERTICALS;
        caller.check_vertical(operation, self.vertical.is_some())?;
        caller.check_partner(operation, self.partner)
    }

    pub(super) fn write(&self, request: &mut Request<'_>) {
        request
            .query("partner_id", &self.partner)
            .query("vertical_name", &self.vertical);
    }
}
