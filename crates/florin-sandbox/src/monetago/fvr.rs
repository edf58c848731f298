//! A financing validation request as the registry keeps it.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use super::amount;
use super::lender::Lender;

/// `financing_request_status`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Status {
    Pending,
    Unique,
    Duplicate,
    DuplicateFinanced,
    Financed,
    Cancelled,
}

impl Status {
    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Pending => "PNDG",
            Self::Unique => "REGU",
            Self::Duplicate => "REDU",
            Self::DuplicateFinanced => "DFIN",
            Self::Financed => "FNCD",
            Self::Cancelled => "CANC",
        }
    }
}

/// A supporting document, with what is compared of it.
#[derive(Debug)]
pub(super) struct Document {
    pub(super) kind: String,
    /// The compared fields, each in one spelling for all that are equal.
    pub(super) lines: BTreeMap<String, String>,
}

#[derive(Debug)]
pub(super) struct Fvr {
    pub(super) lender: Lender,
    pub(super) request: String,
    pub(super) pool: Option<String>,
    pub(super) batch: String,
    pub(super) submitter_batch: String,
    pub(super) data_set: String,
    pub(super) applicant: String,
    /// The details as submitted, with amounts in the dialect that is received.
    pub(super) details: Value,
    pub(super) documents: Vec<Document>,
    /// `REFI`: finance it as soon as it turns out to be unique.
    pub(super) finance_if_unique: bool,
    pub(super) settles_at: DateTime<Utc>,
    pub(super) settled: bool,
    pub(super) financed: bool,
    pub(super) cancelled: bool,
    pub(super) status: Status,
    pub(super) errors: Vec<Value>,
    /// Indices of the matches that it is part of.
    pub(super) matches: Vec<usize>,
}

impl Fvr {
    /// Counts against others: it is registered, and still is.
    pub(super) const fn stands(&self) -> bool {
        self.settled && !self.cancelled
    }
}

impl Document {
    pub(super) fn read(document: &Value) -> Self {
        let summary = &document["document_summary"];
        let kind = summary["document_type"]
            .as_str()
            .unwrap_or_default()
            .to_owned();
        let mut lines = BTreeMap::new();
        if kind == "CINV" {
            let party = |field: &str| name(&summary[field]);
            let total = &summary["total_invoice_amount"];
            lines.insert(
                "seller_identification".to_owned(),
                party("seller_identification"),
            );
            lines.insert(
                "buyer_identification".to_owned(),
                party("buyer_identification"),
            );
            lines.insert(
                "invoice_number".to_owned(),
                text(&summary["invoice_number"]),
            );
            lines.insert("issue_date".to_owned(), text(&summary["issue_date"]));
            lines.insert("total_invoice_amount".to_owned(), money(total));
        } else {
            // How the other kinds are compared is undocumented: here they match when all of their fields are equal.
            for (field, value) in summary.as_object().into_iter().flatten() {
                lines.insert(field.clone(), spelling(value));
            }
        }
        Self { kind, lines }
    }

    /// Equal for documents that match exactly, and for no others.
    pub(super) fn fingerprint(&self) -> String {
        json!([self.kind, self.lines.iter().collect::<Vec<_>>()]).to_string()
    }
}

/// The name of a party, so that it compares without regard to case and spacing.
pub(super) fn name(party: &Value) -> String {
    text(&party["name"])
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .to_lowercase()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().trim().to_owned()
}

fn money(value: &Value) -> String {
    let amount = text(&value["amount"]);
    format!(
        "{} {}",
        text(&value["currency"]),
        amount::normal(&amount).unwrap_or(amount)
    )
}

/// JSON in one spelling, whatever the order of its keys and the dialect of its amounts.
fn spelling(value: &Value) -> String {
    match value {
        Value::Object(fields)
            if fields.contains_key("currency") && fields.contains_key("amount") =>
        {
            money(value)
        }
        Value::Object(fields) => {
            let fields: BTreeMap<_, _> = fields
                .iter()
                .map(|(name, value)| (name, spelling(value)))
                .collect();
            json!(fields).to_string()
        }
        Value::Array(items) => json!(items.iter().map(spelling).collect::<Vec<_>>()).to_string(),
        other => other.to_string(),
    }
}
