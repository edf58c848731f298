//! What the registry would refuse although the facade lets it through: the facade refuses only what is documented, and
//! leaves the registry the last word on the rest. The quickstart wants to say it before anything is sent.

use florin::monetago::types::{CurrencyAmount, DocumentSummary, RegistrationRequest};

/// The first rule that `request` breaks, with the way to the field.
pub(super) fn broken(request: &RegistrationRequest) -> Option<String> {
    request
        .batch_collection
        .iter()
        .enumerate()
        .find_map(|(at, batch)| {
            let fvrs = format!("batch_collection[{at}].financing_validation_request_details");
            batch
                .financing_validation_request_details
                .iter()
                .enumerate()
                .find_map(|(at, fvr)| {
                    let fvr_at = format!("{fvrs}[{at}]");
                    let documents = || {
                        fvr.referred_documents
                            .iter()
                            .enumerate()
                            .find_map(|(at, document)| {
                                let at =
                                    format!("{fvr_at}.referred_documents[{at}].document_summary");
                                invoice(&at, &document.document_summary)
                            })
                    };
                    money(
                        &format!("{fvr_at}.financing_request_amount"),
                        &fvr.financing_request_amount,
                    )
                    .or_else(documents)
                })
        })
}

/// The documented minimum of an invoice. What other documents need is undocumented.
fn invoice(at: &str, summary: &DocumentSummary) -> Option<String> {
    let missing = match summary {
        _ if summary.document_type != "CINV" => None,
        DocumentSummary {
            issue_date: None, ..
        } => Some("issue_date"),
        DocumentSummary {
            seller_identification: None,
            ..
        } => Some("seller_identification"),
        DocumentSummary {
            buyer_identification: None,
            ..
        } => Some("buyer_identification"),
        DocumentSummary {
            invoice_number: None,
            ..
        } => Some("invoice_number"),
        DocumentSummary {
            total_invoice_amount: None,
            ..
        } => Some("total_invoice_amount"),
        DocumentSummary { .. } => None,
    };
    if let Some(field) = missing {
        return Some(format!(
            "{at}.{field} is missing, and an invoice (CINV) needs it"
        ));
    }
    summary
        .total_invoice_amount
        .as_ref()
        .and_then(|total| money(&format!("{at}.total_invoice_amount"), total))
}

/// An amount of money as a registry takes it: a currency code, and digits in threes without sign or exponent.
fn money(at: &str, money: &CurrencyAmount) -> Option<String> {
    let code = &money.currency;
    if code.len() != 3 || !code.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return Some(format!(
            "{at}.currency isn't a currency; write its three capital letters, as in SGD"
        ));
    }
    let (whole, fraction) = money.amount.split_once('.').unwrap_or((&money.amount, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let (first, groups) = whole
        .split_once(',')
        .map_or((whole, None), |(first, groups)| (first, Some(groups)));
    let in_threes = groups.is_none_or(|rest| {
        first.len() <= 3
            && rest
                .split(',')
                .all(|group| group.len() == 3 && digits(group))
    });
    let plain = digits(first) && in_threes && digits(fraction);
    (!plain).then(|| format!("{at}.amount isn't an amount; write it as 1850600.00 or 1,850,600.00"))
}
