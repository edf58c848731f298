//! One loan: where it stands, and how the service shows it.

use chrono::{DateTime, Datelike as _, Days, Months, NaiveDate, Utc};
use serde_json::{Map, Value, json};

use super::calculator::Terms;
use super::options::{Options, StateTexts};
use super::partners::PARTNERS;
use super::programs;

/// Where a loan stands. The groups by which loans are filtered are documented; what is in them is the sandbox's reading.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum LoanState {
    /// Applied for, with steps to go. In the groups `active`, `pending` and `pending_or_disbursed`.
    #[default]
    Pending,
    /// All conditions met. In the groups `active` and `ready_for_funding`.
    ReadyForFunding,
    /// Paid out, so `funded` is true. In the groups `disbursed_or_closed` and `pending_or_disbursed`.
    Disbursed,
    /// Paid out and paid back; `funded` stays true. In the same groups.
    Closed,
    /// Refused. In the group `declined`.
    Declined,
    /// Withdrawn. In the group `aborted`.
    Aborted,
    /// Run out unused. In no group but `all`.
    Expired,
}

impl LoanState {
    /// The sandbox's own name for it, which stands in `state` under [`StateTexts::Named`].
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::ReadyForFunding => "ready_for_funding",
            Self::Disbursed => "disbursed",
            Self::Closed => "closed",
            Self::Declined => "declined",
            Self::Aborted => "aborted",
            Self::Expired => "expired",
        }
    }

    /// Whether the money was paid out.
    #[must_use]
    pub const fn funded(self) -> bool {
        matches!(self, Self::Disbursed | Self::Closed)
    }

    /// Whether a filter of the loan list takes it.
    pub(super) fn is_in(self, group: &str) -> bool {
        match group {
            "all" => true,
            "active" => matches!(self, Self::Pending | Self::ReadyForFunding),
            "pending" => self == Self::Pending,
            "ready_for_funding" => self == Self::ReadyForFunding,
            "disbursed_or_closed" => self.funded(),
            "pending_or_disbursed" => self == Self::Pending || self.funded(),
            other => other == self.name(),
        }
    }

    const fn next_step(self) -> &'static str {
        match self {
            Self::Pending => "Have the customer confirm their identity",
            Self::ReadyForFunding => "Wait for the payout",
            Self::Disbursed | Self::Closed => "None",
            Self::Declined => "Add a co-borrower",
            Self::Aborted | Self::Expired => "Start a new application",
        }
    }
}

/// A loan that a test wants there to be.
///
/// ```
/// use florin_sandbox::financeit::{LoanState, NewLoan};
///
/// let loan = NewLoan { lead_id: Some(-7), state: LoanState::ReadyForFunding, ..NewLoan::default() };
/// ```
#[derive(Clone, Debug)]
pub struct NewLoan {
    /// Whose it is: the merchant's own partner by default.
    pub partner_id: i64,
    /// The lead that it came out of. None by default.
    pub lead_id: Option<i64>,
    /// In cents of a Canadian dollar; 8,400.00 dollars by default.
    pub requested_cents: u32,
    /// In months; 60 by default.
    pub amortization: u32,
    /// Where it stands; pending by default.
    pub state: LoanState,
    /// When it was made; `None`, the default, is now.
    pub created_at: Option<DateTime<Utc>>,
}

impl Default for NewLoan {
    fn default() -> Self {
        Self {
            partner_id: PARTNERS[0].id,
            lead_id: None,
            requested_cents: 840_000,
            amortization: 60,
            state: LoanState::default(),
            created_at: None,
        }
    }
}

/// A loan as the sandbox has it.
#[derive(Debug)]
pub(super) struct Loan {
    pub(super) id: i64,
    pub(super) partner_id: i64,
    pub(super) lead_id: Option<i64>,
    pub(super) created_at: DateTime<Utc>,
    pub(super) requested: i64,
    pub(super) amortization: i64,
    pub(super) state: LoanState,
    pub(super) disbursed_at: Option<DateTime<Utc>>,
    /// What a test has put into the answer, over what would stand there.
    pub(super) edits: Map<String, Value>,
    /// What a test wants to be answered instead of all the rest.
    pub(super) raw: Option<Value>,
}

impl Loan {
    /// The last day on which an application can be used.
    pub(super) fn expiry_date(&self, options: &Options) -> NaiveDate {
        let days = options.expires_after.as_secs() / (24 * 60 * 60);
        let created = self.created_at.date_naive();
        created
            .checked_add_days(Days::new(days))
            .unwrap_or(NaiveDate::MAX)
    }

    /// What is financed, in cents.
    pub(super) fn principal(&self) -> i64 {
        self.terms().cost().principal
    }

    fn terms(&self) -> Terms<'static> {
        Terms {
            requested: self.requested,
            rate: programs::PROGRAMS[0].rate,
            months: self.amortization,
            frequency: "m",
            borrower_pays_fee: true,
            insured: false,
            quebec: false,
        }
    }

    /// As the service shows it.
    pub(super) fn view(&self, options: &Options) -> Value {
        if let Some(raw) = &self.raw {
            return raw.clone();
        }
        let dialect = options.dialect;
        let cost = self.terms().cost();
        let state = match options.state_texts {
            StateTexts::Named => self.state.name(),
            StateTexts::AsSampled => "Car",
        };
        let created = self.created_at.date_naive();
        let first_payment = created + Months::new(1);
        let mut view = json!({
            "id": dialect.integer(self.id),
            "partner_id": dialect.integer(self.partner_id),
            "description": "A new roof before winter",
            "created_at": dialect.time(self.created_at),
            "rate": dialect.rate(cost.rate),
            "requested_amount": dialect.money(self.requested),
            "fee": dialect.money(cost.fee),
            "principal_amount": dialect.money(cost.principal),
            "amortization": dialect.integer(self.amortization),
            "term": dialect.integer(self.amortization),
            "payment_frequency": "m",
            "vertical": self.vertical(),
            "total_payment_amount": dialect.money(cost.payment),
            "first_payment_date": dialect.date(first_payment),
            "downpayment_amount": dialect.digits(0),
            "downpayment_source": null,
            "intended_use": self.vertical(),
            "vehicle_type": null,
            "state": state,
            "coborrower_relation": null,
            "coborrower_relation_other": "",
            "max_amount": dialect.limit(4_000_000),
            "min_amount": dialect.limit(100_000),
            "credit_limit": dialect.digits(30_000),
            "max_amort": dialect.integer(programs::PROGRAMS[0].longest()),
            "api_notices": [],
            "lead_id": self.lead_id.map(|lead| dialect.integer(lead)),
            "expiry_date": dialect.loose_date(self.expiry_date(options)),
            "commission_insurance_amount": dialect.money(10_000),
            "promo_program": programs::PROGRAMS[0].view(dialect),
            "insurance_premium": {},
            "vehicle": null,
            "vehicles": [],
            "file_attachments": [],
            "approval_conditions": [],
            "funded": dialect.flag(self.state.funded()),
            "next_step_in_application": self.state.next_step(),
        });
        if let Some(fields) = view.as_object_mut() {
            fields.extend(self.edits.clone());
        }
        view
    }

    /// The sample has `Vehicle`, which no request may say; the sandbox says so for everything that drives.
    fn vertical(&self) -> &'static str {
        let partner = PARTNERS.iter().find(|known| known.id == self.partner_id);
        match partner.and_then(|known| known.verticals.last()) {
            Some(&"Recreational Vehicle") => "Vehicle",
            Some(vertical) => vertical,
            None => "Home Improvement",
        }
    }
}

/// The start of the day after.
pub(super) fn end_of(day: NaiveDate) -> DateTime<Utc> {
    let next = day.checked_add_days(Days::new(1)).unwrap_or(day);
    if next.year() > 9999 {
        return DateTime::<Utc>::MAX_UTC;
    }
    next.and_time(chrono::NaiveTime::MIN).and_utc()
}

#[cfg(test)]
mod tests {
    use super::*;

    const GROUPS: [&str; 8] = [
        "all",
        "active",
        "pending_or_disbursed",
        "pending",
        "ready_for_funding",
        "disbursed_or_closed",
        "declined",
        "aborted",
    ];

    #[test]
    fn every_state_is_in_its_groups_and_in_no_other() {
        let groups = |state: LoanState| {
            GROUPS
                .into_iter()
                .filter(|group| state.is_in(group))
                .collect::<Vec<_>>()
        };
        let pending = ["all", "active", "pending_or_disbursed", "pending"];
        assert_eq!(groups(LoanState::Pending), pending);
        let ready = ["all", "active", "ready_for_funding"];
        assert_eq!(groups(LoanState::ReadyForFunding), ready);
        let funded = ["all", "pending_or_disbursed", "disbursed_or_closed"];
        assert_eq!(groups(LoanState::Disbursed), funded);
        assert_eq!(groups(LoanState::Closed), funded);
        assert_eq!(groups(LoanState::Declined), ["all", "declined"]);
        assert_eq!(groups(LoanState::Aborted), ["all", "aborted"]);
        assert_eq!(groups(LoanState::Expired), ["all"]);
    }
}
