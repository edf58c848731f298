//! What the documentation demands and a schema cannot say.

use serde_json::Value;

use super::amount;
use super::selection::{KINDS, Selector, selectors};
use crate::contract::Violation;

/// What an invoice needs, as pointers into its `document_summary`.
const INVOICE_MINIMUM: [&str; 5] = [
    "/issue_date",
    "/seller_identification",
    "/buyer_identification",
    "/invoice_number",
    "/total_invoice_amount",
];

/// At most one document of each type per FVR, a whole invoice, and amounts that are amounts.
pub(super) fn registration(body: &Value) -> Vec<Violation> {
    let mut violations = Vec::new();
    for (batch, at) in items(&body["batch_collection"], "/batch_collection") {
        let at = format!("{at}/financing_validation_request_details");
        for (fvr, at) in items(&batch["financing_validation_request_details"], &at) {
            let mut seen = Vec::new();
            for (document, at) in items(
                &fvr["referred_documents"],
                &format!("{at}/referred_documents"),
            ) {
                let summary = &document["document_summary"];
                let at = format!("{at}/document_summary");
                let kind = &summary["document_type"];
                if seen.contains(&kind) {
                    let message = format!(
                        "a second document of type {kind} in one FVR, which takes one of each type"
                    );
                    violations.push(Violation::new(
                        "body",
                        format!("{at}/document_type"),
                        message,
                    ));
                }
                seen.push(kind);
                if kind == "CINV" {
                    let missing = INVOICE_MINIMUM
                        .iter()
                        .filter(|field| summary.pointer(field).is_none());
                    violations.extend(missing.map(|field| {
                        Violation::new("body", format!("{at}{field}"), "is required for an invoice")
                    }));
                }
            }
        }
    }
    money(body, "", &mut violations);
    violations
}

/// One kind of identifier per item, and the same kind in all items.
pub(super) fn financing(body: &Value) -> Vec<Violation> {
    let mut violations = Vec::new();
    let mut first = None;
    for (item, at) in items(&body["financing_batch"], "/financing_batch") {
        let named: Vec<_> = KINDS
            .into_iter()
            .filter(|kind| item.get(kind.field()).is_some())
            .collect();
        let [kind] = named[..] else {
            let message = format!(
                "names {} kinds of identifier, and has to name exactly one",
                named.len()
            );
            violations.push(Violation::new("body", at, message));
            continue;
        };
        let expected = *first.get_or_insert(kind);
        if kind != expected {
            let message = format!(
                "the items before name {}; all items of a call name the same kind",
                expected.field()
            );
            violations.push(Violation::new(
                "body",
                format!("{at}/{}", kind.field()),
                message,
            ));
        }
    }
    violations
}

/// One kind of identifier, wherever it stands: its place in a cancellation is undocumented.
pub(super) fn cancellation(body: &Value) -> Vec<Violation> {
    let mut kinds: Vec<_> = selectors(body)
        .into_iter()
        .map(|Selector { kind, .. }| kind)
        .collect();
    kinds.dedup();
    if kinds.len() == 1 {
        return Vec::new();
    }
    let fields = KINDS.map(|kind| kind.field()).join(", ");
    vec![Violation::new(
        "body",
        "",
        format!(
            "has to name FVRs by exactly one of {fields}; it names {} kinds",
            kinds.len()
        ),
    )]
}

fn money(value: &Value, at: &str, violations: &mut Vec<Violation>) {
    match value {
        Value::Array(values) => {
            for (index, value) in values.iter().enumerate() {
                money(value, &format!("{at}/{index}"), violations);
            }
        }
        Value::Object(fields) => {
            if let (Some(Value::String(currency)), Some(Value::String(amount))) =
                (fields.get("currency"), fields.get("amount"))
            {
                if amount::plain(amount).is_none() {
                    let message =
                        format!("{amount:?} is no amount; write it as 1,850,600.00 or 1850600.00");
                    violations.push(Violation::new("body", format!("{at}/amount"), message));
                }
                if currency.len() != 3 || !currency.bytes().all(|byte| byte.is_ascii_uppercase()) {
                    let message =
                        format!("{currency:?} is no currency; write three capital letters");
                    violations.push(Violation::new("body", format!("{at}/currency"), message));
                }
            }
            for (name, value) in fields {
                money(value, &format!("{at}/{name}"), violations);
            }
        }
        _ => {}
    }
}

/// The items of an array, each with its pointer.
fn items<'a>(array: &'a Value, at: &str) -> impl Iterator<Item = (&'a Value, String)> {
    let at = at.to_owned();
    array
        .as_array()
        .into_iter()
        .flatten()
        .enumerate()
        .map(move |(index, item)| (item, format!("{at}/{index}")))
}
