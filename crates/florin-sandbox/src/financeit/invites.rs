//! Invites and access links: what has to be given when, beyond what a schema can say.

use http::StatusCode;
use serde_json::Value;

use super::calculator;
use super::partners::{self, Partner};
use super::programs;
use super::user::User;
use crate::contract::Violation;
use crate::provider::Refusal;

/// An invite that was sent, for a test to look at.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Invite {
    /// Who sent it.
    pub sender: User,
    /// For which partner.
    pub partner_id: i64,
    /// `custom_params.lead_id`.
    pub lead_id: Option<i64>,
    /// The whole request.
    pub body: Value,
}

/// An access link that was made, for a test to look at.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AccessLink {
    /// Who asked for it.
    pub asker: User,
    /// The loan that it opens; `None` for one behind which a loan is made.
    pub loan_id: Option<i64>,
    /// The lead of the loan that is made behind it.
    pub lead_id: Option<i64>,
    /// The link, as it was answered or would have been.
    pub url: String,
    /// The whole request.
    pub body: Value,
}

/// An invite, and what a customer who follows it applies for.
pub(super) struct Checked {
    pub(super) partner: &'static Partner,
    pub(super) lead_id: Option<i64>,
    /// In cents.
    pub(super) requested: i64,
    pub(super) amortization: i64,
}

/// Checks an invite that has passed the spec.
pub(super) fn check(user: User, body: &Value) -> Result<Checked, Refusal> {
    let partner = partners::for_call(user, body["partner_id"].as_i64())?;
    partner.vertical(body["vertical_name"].as_str())?;
    let program = programs::find(body["promo_program_id"].as_i64())?;
    let mut missing = Vec::new();
    let mut required = |field: &str, when: &str| {
        if body[field].is_null() {
            let message = format!("is required {when}");
            missing.push(Violation::new("body", format!("/{field}"), message));
        }
    };
    match body["send_via"].as_str() {
        Some("email") => required("email", "where send_via is email"),
        Some("sms") => required("mobile_number", "where send_via is sms"),
        _ => {}
    }
    if body["use_max_amortization"] == false {
        required("amortization", "where use_max_amortization is false");
    }
    if !missing.is_empty() {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return Err(Refusal::violations(status, missing));
    }
    let wanted = whole(&body["amortization"]);
    let amortization = match wanted {
        Some(months) if body["use_max_amortization"] != true => program
            .offered(Some(months))?
            .first()
            .copied()
            .unwrap_or(months),
        _ => program.longest(),
    };
    Ok(Checked {
        partner,
        lead_id: body["custom_params"]["lead_id"].as_i64(),
        requested: cents(&body["requested_amount"]).unwrap_or(calculator::DEFAULT_AMOUNT),
        amortization,
    })
}

/// A JSON number as cents; more digits than that are rounded.
#[expect(
    clippy::cast_possible_truncation,
    reason = "a float that is too large saturates"
)]
pub(super) fn cents(amount: &Value) -> Option<i64> {
    Some((amount.as_f64()? * 100.0).round() as i64)
}

/// The contract says `number` where it means whole months.
#[expect(
    clippy::cast_possible_truncation,
    reason = "a float that is too large saturates"
)]
fn whole(months: &Value) -> Option<i64> {
    Some(months.as_f64()?.round() as i64)
}
