//! What a registration must hold, checked before it is sent.
//!
//! The registry documents rules that types can't say. A request that breaks one would be refused, or worse, taken in
//! part; so it is refused here, with the way to the field.

use std::collections::HashSet;
use std::fmt;

use florin_core::Decimal;
use florin_monetago::types::{
    CurrencyAmount, DocumentSummary, FinancingValidationRequestDetails, RegistrationRequest,
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

/// The first rule that `request` breaks.
#[must_use]
pub fn registration(request: &RegistrationRequest) -> Option<Problem> {
    let batches = &request.batch_collection;
    if batches.is_empty() {
        return problem("batch_collection", "is empty; a registration holds at least one batch");
    }
    batches.iter().enumerate().find_map(|(at, batch)| {
        let field = format!("batch_collection[{at}].financing_validation_request_details");
        let fvrs = &batch.financing_validation_request_details;
        if fvrs.is_empty() {
            return problem(field, "is empty; a batch holds at least one FVR");
        }
        if batch.submitter_batch_identification.chars().count() > 35 {
            warn_of_length(&format!("batch_collection[{at}].submitter_batch_identification"));
        }
        fvrs.iter().enumerate().find_map(|(at, fvr)| financing_request(&format!("{field}[{at}]"), fvr))
    })
}

fn financing_request(field: &str, fvr: &FinancingValidationRequestDetails) -> Option<Problem> {
    let id = &fvr.submitter_data_set_identification;
    if id.is_empty() {
        return problem(
            format!("{field}.submitter_data_set_identification"),
            "is empty; the FVR is financed and cancelled by it",
        );
    }
    if id.chars().count() > 35 {
        warn_of_length(&format!("{field}.submitter_data_set_identification"));
    }
    if let Some(problem) = money(&format!("{field}.financing_request_amount"), &fvr.financing_request_amount) {
        return Some(problem);
    }
    if fvr.referred_documents.is_empty() {
        return problem(format!("{field}.referred_documents"), "is empty; an FVR holds at least one document");
    }
    let mut types = HashSet::new();
    fvr.referred_documents.iter().enumerate().find_map(|(at, document)| {
        let field = format!("{field}.referred_documents[{at}].document_summary");
        let summary = &document.document_summary;
        if !types.insert(&summary.document_type) {
            return problem(
                format!("{field}.document_type"),
                "occurs a second time; an FVR holds at most one document of each type",
            );
        }
        invoice(&field, summary)
    })
}

/// The documented minimum of an invoice. What other documents need is undocumented, so they pass.
fn invoice(field: &str, summary: &DocumentSummary) -> Option<Problem> {
    if summary.document_type == "CINV" {
        let needed = [
            ("issue_date", summary.issue_date.is_some()),
            ("seller_identification", summary.seller_identification.is_some()),
            ("buyer_identification", summary.buyer_identification.is_some()),
            ("invoice_number", summary.invoice_number.is_some()),
            ("total_invoice_amount", summary.total_invoice_amount.is_some()),
        ];
        if let Some((name, _)) = needed.iter().find(|(_, is_there)| !is_there) {
            return problem(format!("{field}.{name}"), "is missing; an invoice (CINV) needs it");
        }
    }
    let total = summary.total_invoice_amount.as_ref()?;
    money(&format!("{field}.total_invoice_amount"), total)
}

/// A currency code, and decimal text as the registry's samples have it: digits, with thousands separators or without, and
/// neither sign nor exponent.
fn money(field: &str, money: &CurrencyAmount) -> Option<Problem> {
    let code = money.currency.as_bytes();
    if code.len() != 3 || !code.iter().all(u8::is_ascii_uppercase) {
        return problem(format!("{field}.currency"), "isn't a currency; write its three capital letters, as in SGD");
    }
    if !is_amount(&money.amount) {
        return problem(format!("{field}.amount"), "isn't an amount; write it as 1850600.00 or 1,850,600.00");
    }
    None
}

fn is_amount(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    let mut others = groups.peekable();
    let first_fits = others.peek().is_none() || first.len() <= 3;
    let exact = text.parse::<Decimal>().is_ok();
    first_fits && digits(first) && others.all(|group| group.len() == 3 && digits(group)) && digits(fraction) && exact
}

/// The documentation says 35 characters, and its own samples hold 36: worth a word, not a refusal.
fn warn_of_length(field: &str) {
    tracing::warn!(field, "longer than the 35 characters that MonetaGo documents");
}

fn problem(field: impl Into<String>, rule: &str) -> Option<Problem> {
    Some(Problem { field: field.into(), rule: rule.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_digits_alone_or_in_threes() {
        for good in ["0", "1850600.00", "1,850,600.00", "12.345", "100,000"] {
            assert!(is_amount(good), "{good}");
        }
        for bad in ["", "-5", "+5", "1e6", ".5", "5.", "14,80,000.00", "1,850600", ",100", "1 000", "abc", "1.2.3"] {
            assert!(!is_amount(bad), "{bad}");
        }
    }
}
