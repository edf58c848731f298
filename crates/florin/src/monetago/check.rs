//! What a registration must hold, checked before it is sent.
//!
//! The registry documents rules that types can't say. A request that breaks one would be refused, or worse, taken in
//! part; so it is refused here, with the way to the field.

use std::collections::HashSet;
use std::fmt;

use chrono::NaiveDate;
use florin_monetago::types::{
    CurrencyAmount, DocumentSummary, FinancingValidationRequestDetails, Party, RegistrationRequest,
};

/// A field of a request that breaks a documented rule. `Display` names the field and the rule, never a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    field: String,
    rule: String,
}

impl Problem {
    /// The way to the field, such as `batch_collection[0].financing_validation_request_details[0]`.
    #[must_use]
    pub fn field(&self) -> &str {
        &self.field
    }

    /// What is wrong with it and what to do.
    #[must_use]
    pub fn rule(&self) -> &str {
        &self.rule
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.field, self.rule)
    }
}

/// The way to a field, written out only where there is something to say about it.
#[derive(Clone, Copy)]
struct Field<'a> {
    outer: Option<&'a Field<'a>>,
    name: &'static str,
    index: Option<usize>,
}

impl<'a> Field<'a> {
    const fn inner(&'a self, name: &'static str) -> Self {
        Self {
            outer: Some(self),
            name,
            index: None,
        }
    }

    const fn at(self, index: usize) -> Self {
        Self {
            index: Some(index),
            ..self
        }
    }

    fn problem(&self, rule: &str) -> Option<Problem> {
        Some(Problem {
            field: self.to_string(),
            rule: rule.to_owned(),
        })
    }

    /// The documentation says 35 characters, and its own samples hold 36: worth a word, not a refusal.
    fn warn_if_long(&self, text: &str) {
        if text.chars().count() > 35 {
            tracing::warn!(field = %self, "longer than the 35 characters that MonetaGo documents");
        }
    }
}

impl fmt::Display for Field<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(outer) = self.outer {
            write!(f, "{outer}.")?;
        }
        f.write_str(self.name)?;
        self.index.map_or(Ok(()), |index| write!(f, "[{index}]"))
    }
}

/// The first rule that `request` breaks.
#[must_use]
pub fn registration(request: &RegistrationRequest) -> Option<Problem> {
    let batches = Field {
        outer: None,
        name: "batch_collection",
        index: None,
    };
    if request.batch_collection.is_empty() {
        return batches.problem("is empty; a registration holds at least one batch");
    }
    if let Some(problem) = twice(request) {
        return Some(problem);
    }
    request
        .batch_collection
        .iter()
        .enumerate()
        .find_map(|(at, batch)| {
            let here = batches.at(at);
            let fvrs = here.inner("financing_validation_request_details");
            if batch.financing_validation_request_details.is_empty() {
                return fvrs.problem("is empty; a batch holds at least one FVR");
            }
            here.inner("submitter_batch_identification")
                .warn_if_long(&batch.submitter_batch_identification);
            let mut details = batch
                .financing_validation_request_details
                .iter()
                .enumerate();
            details.find_map(|(at, fvr)| financing_request(&fvrs.at(at), fvr))
        })
}

/// Two FVRs of one name in one registration: it could not be told which of them is financed, cancelled or read.
fn twice(request: &RegistrationRequest) -> Option<Problem> {
    if let [batch] = &*request.batch_collection
        && batch.financing_validation_request_details.len() == 1
    {
        return None;
    }
    let batches = Field {
        outer: None,
        name: "batch_collection",
        index: None,
    };
    let mut seen = HashSet::new();
    for (at, batch) in request.batch_collection.iter().enumerate() {
        let here = batches.at(at);
        let fvrs = here.inner("financing_validation_request_details");
        for (at, fvr) in batch
            .financing_validation_request_details
            .iter()
            .enumerate()
        {
            if !seen.insert(&fvr.submitter_data_set_identification) {
                let rule =
                    "occurs a second time; give each FVR of a registration a name of its own";
                return fvrs
                    .at(at)
                    .inner("submitter_data_set_identification")
                    .problem(rule);
            }
        }
    }
    None
}

fn financing_request(here: &Field<'_>, fvr: &FinancingValidationRequestDetails) -> Option<Problem> {
    let id = here.inner("submitter_data_set_identification");
    if fvr.submitter_data_set_identification.is_empty() {
        return id.problem("is empty; the FVR is financed and cancelled by it");
    }
    id.warn_if_long(&fvr.submitter_data_set_identification);
    if let Some(problem) = money(
        &here.inner("financing_request_amount"),
        &fvr.financing_request_amount,
    ) {
        return Some(problem);
    }
    if let Some(problem) = named(&here.inner("financing_applicant"), &fvr.financing_applicant) {
        return Some(problem);
    }
    let documents = here.inner("referred_documents");
    if fvr.referred_documents.is_empty() {
        return documents.problem("is empty; an FVR holds at least one document");
    }
    fvr.referred_documents
        .iter()
        .enumerate()
        .find_map(|(at, document)| {
            let place = documents.at(at);
            let here = place.inner("document_summary");
            let summary = &document.document_summary;
            let earlier = &fvr.referred_documents[..at];
            if earlier
                .iter()
                .any(|other| other.document_summary.document_type == summary.document_type)
            {
                let rule = "occurs a second time; an FVR holds at most one document of each type";
                return here.inner("document_type").problem(rule);
            }
            invoice(&here, summary)
        })
}

/// The documented minimum of an invoice, and the form of what any document holds. What other documents need is
/// undocumented, so they pass.
fn invoice(here: &Field<'_>, summary: &DocumentSummary) -> Option<Problem> {
    if summary.document_type == "CINV" {
        let needed = [
            ("issue_date", summary.issue_date.is_some()),
            (
                "seller_identification",
                summary.seller_identification.is_some(),
            ),
            (
                "buyer_identification",
                summary.buyer_identification.is_some(),
            ),
            ("invoice_number", summary.invoice_number.is_some()),
            (
                "total_invoice_amount",
                summary.total_invoice_amount.is_some(),
            ),
        ];
        if let Some((name, _)) = needed.into_iter().find(|(_, is_there)| !is_there) {
            return here
                .inner(name)
                .problem("is missing; an invoice (CINV) needs it");
        }
    }
    if summary
        .issue_date
        .as_deref()
        .is_some_and(|date| !is_date(date))
    {
        return here
            .inner("issue_date")
            .problem("isn't a date; write it as 2026-11-02");
    }
    let parties = [
        ("seller_identification", &summary.seller_identification),
        ("buyer_identification", &summary.buyer_identification),
    ];
    let mut parties = parties
        .into_iter()
        .filter_map(|(name, party)| Some((name, party.as_ref()?)));
    if let Some(problem) = parties.find_map(|(name, party)| named(&here.inner(name), party)) {
        return Some(problem);
    }
    let total = summary.total_invoice_amount.as_ref()?;
    money(&here.inner("total_invoice_amount"), total)
}

/// A party has a name.
fn named(here: &Field<'_>, party: &Party) -> Option<Problem> {
    if party.name.trim().is_empty() {
        return here
            .inner("name")
            .problem("is empty; give the name of the company");
    }
    None
}

/// A currency code, and decimal text as the registry's samples have it: digits, with thousands separators or without, and
/// neither sign nor exponent.
fn money(here: &Field<'_>, money: &CurrencyAmount) -> Option<Problem> {
    let code = money.currency.as_bytes();
    if code.len() != 3 || !code.iter().all(u8::is_ascii_uppercase) {
        return here
            .inner("currency")
            .problem("isn't a currency; write its three capital letters, as in SGD");
    }
    if !is_amount(&money.amount) {
        return here
            .inner("amount")
            .problem("isn't an amount; write it as 1850600.00 or 1,850,600.00");
    }
    None
}

/// `YYYY-MM-DD`, and a day that there is. By hand, because a general parser costs more than the rest of the check.
fn is_date(text: &str) -> bool {
    let [a, b, c, d, b'-', e, f, b'-', g, h] = text.as_bytes() else {
        return false;
    };
    let number = |digits: &[&u8]| {
        digits.iter().try_fold(0_u32, |number, digit| {
            digit
                .is_ascii_digit()
                .then(|| number * 10 + u32::from(**digit - b'0'))
        })
    };
    match (number(&[a, b, c, d]), number(&[e, f]), number(&[g, h])) {
        (Some(year), Some(month), Some(day)) => {
            NaiveDate::from_ymd_opt(year.cast_signed(), month, day).is_some()
        }
        _ => false,
    }
}

fn is_amount(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    let mut others = groups.peekable();
    let first_fits = others.peek().is_none() || (first.len() <= 3 && !first.starts_with('0'));
    // More than a decimal holds; no currency has so much.
    let exact = text.len() <= 28;
    exact
        && first_fits
        && digits(first)
        && others.all(|group| group.len() == 3 && digits(group))
        && digits(fraction)
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    /// The problem of a registration of two FVRs after `change` to the second one.
    fn found(change: impl FnOnce(&mut Value)) -> Option<String> {
        let fvr = |name: &str| {
            json!({
                "submitter_data_set_identification": name,
                "financing_applicant": {"name": "Straits Cocoa Trading"},
                "financing_request_amount": {"currency": "SGD", "amount": "120,000.00"},
                "referred_documents": [{
                    "submitter_document_reference": "d",
                    "document_summary": {
                        "document_type": "CINV",
                        "issue_date": "2026-11-02",
                        "seller_identification": {"name": "S"},
                        "buyer_identification": {"name": "B"},
                        "invoice_number": "1",
                        "total_invoice_amount": {"currency": "SGD", "amount": "1"},
                    },
                }],
            })
        };
        let mut second = fvr("b");
        change(&mut second);
        let request = json!({"batch_collection": [{
            "submitter_batch_identification": "batch",
            "data_set_validation_service": "REGI",
            "financing_validation_request_details": [fvr("a"), second],
        }]});
        let problem = registration(&serde_json::from_value(request).unwrap())?;
        Some(problem.field().replace(
            "batch_collection[0].financing_validation_request_details[1].",
            "",
        ))
    }

    #[test]
    fn what_breaks_a_rule_is_named_by_its_way() {
        let document = "/referred_documents/0/document_summary";
        let changes: [(&str, Value, &str); 6] = [
            (
                "/submitter_data_set_identification",
                json!("a"),
                "submitter_data_set_identification",
            ),
            (
                "/financing_applicant/name",
                json!(" "),
                "financing_applicant.name",
            ),
            (
                "/financing_request_amount/amount",
                json!("-1"),
                "financing_request_amount.amount",
            ),
            (
                "/referred_documents/0/document_summary/issue_date",
                json!("02.11.2026"),
                "issue_date",
            ),
            (
                "/referred_documents/0/document_summary/buyer_identification/name",
                json!(""),
                "buyer_identification.name",
            ),
            (
                "/referred_documents/0/document_summary/invoice_number",
                Value::Null,
                "invoice_number",
            ),
        ];
        assert_eq!(found(|_| {}), None);
        for (pointer, value, field) in changes {
            let expected = match pointer.strip_prefix(document) {
                Some(_) => format!("referred_documents[0].document_summary.{field}"),
                None => field.to_owned(),
            };
            assert_eq!(
                found(|fvr| *fvr.pointer_mut(pointer).unwrap() = value),
                Some(expected)
            );
        }
    }

    #[test]
    fn a_date_is_a_day_that_there_is() {
        for good in ["2026-11-02", "2024-02-29"] {
            assert!(is_date(good), "{good}");
        }
        for bad in [
            "",
            "02.11.2026",
            "2026-2-29",
            "2025-02-29",
            "2026-13-01",
            "2026-11-02T",
            "20x6-11-02",
            "2026/11/02",
        ] {
            assert!(!is_date(bad), "{bad}");
        }
    }

    #[test]
    fn amounts_are_digits_alone_or_in_threes() {
        for good in ["0", "1850600.00", "1,850,600.00", "12.345", "100,000"] {
            assert!(is_amount(good), "{good}");
        }
        for bad in [
            "",
            "-5",
            "+5",
            "1e6",
            ".5",
            "5.",
            "14,80,000.00",
            "0,123",
            "1,850600",
            ",100",
            "1 000",
            "abc",
            "1.2.3",
        ] {
            assert!(!is_amount(bad), "{bad}");
        }
    }
}
