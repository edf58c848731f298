//! The registry's codes, amounts and identifiers in words for people.

use florin::monetago::types::{CurrencyAmount, DuplicateReportEntry, FinancingRequestStatus};
use florin::monetago::{Event, amount};

/// The first block of an identifier that the registry made: enough to tell two apart on a page.
pub(super) fn short(id: &str) -> String {
    match id.split_once('-') {
        Some((first, _)) if id.len() == 36 => format!("{first}…"),
        _ => id.to_owned(),
    }
}

/// `SGD 1,850,600.00`, however it was written.
pub(super) fn money(money: &CurrencyAmount) -> String {
    let text = amount(money).map_or_else(|_| money.amount.clone(), |amount| amount.to_string());
    let (whole, fraction) = text
        .split_once('.')
        .map_or((text.as_str(), None), |(whole, rest)| (whole, Some(rest)));
    let (sign, digits) = whole
        .strip_prefix('-')
        .map_or(("", whole), |digits| ("-", digits));
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at) % 3 == 0 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    let fraction = fraction
        .map(|fraction| format!(".{fraction}"))
        .unwrap_or_default();
    format!("{} {sign}{grouped}{fraction}", money.currency)
}

/// A status, with the registry's own code beside it.
pub(super) fn status(status: &FinancingRequestStatus) -> String {
    let word = match status {
        FinancingRequestStatus::Pndg => "not compared yet",
        FinancingRequestStatus::Regu => "registered, unique",
        FinancingRequestStatus::Redu => "registered, duplicate",
        FinancingRequestStatus::Dfin => "duplicate, financed elsewhere",
        FinancingRequestStatus::Fncd => "financed",
        FinancingRequestStatus::Canc => "cancelled",
        other => return format!("{other} (a status that this version doesn't know)"),
    };
    format!("{word} ({status})")
}

/// What the report says of one match, a line per fact.
pub(super) fn report(entry: &DuplicateReportEntry) -> Vec<(&'static str, String)> {
    let kind = match entry.match_type.as_str() {
        "EXCT" => "exact (EXCT)".to_owned(),
        other => other.to_owned(),
    };
    let rating = entry
        .proprietary_matching_details
        .as_ref()
        .and_then(|details| details.proprietary_description.as_deref());
    let rating = rating.map(|rating| match rating {
        "CRITICAL_RISK" => "critical (CRITICAL_RISK)".to_owned(),
        other => other.to_owned(),
    });
    let facts = [
        ("match", Some(kind)),
        (
            "the other request",
            entry.matched_financing_request_status.as_ref().map(status),
        ),
        (
            "its amount",
            entry.matched_financing_request_amount.as_ref().map(money),
        ),
        ("risk", rating),
        ("match id", Some(short(&entry.match_identification))),
    ];
    facts
        .into_iter()
        .filter_map(|(name, fact)| Some((name, fact?)))
        .collect()
}

/// An event of the feed: when, which request, and what it has become.
pub(super) fn event(event: &Event) -> String {
    let time = event.time().map_or_else(
        || "at some time".to_owned(),
        |time| time.format("%H:%M:%S").to_string(),
    );
    let field = |name: &str| event.json().get(name).and_then(serde_json::Value::as_str);
    let subject = field("submitter_data_set_identification").unwrap_or("a request");
    let became =
        field("financing_request_status").map_or("changed".to_owned(), |code| status(&code.into()));
    format!("{time} UTC  {subject}: {became}")
}
