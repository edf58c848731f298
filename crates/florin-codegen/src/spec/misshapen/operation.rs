//! One operation.

use serde_json::{Value, json};

use super::kind::{Kind, keep, said};
use super::{content, document, parameter};
use crate::spec::Object;
use crate::spec::told::Told;

pub(super) fn repair(operation: &mut Object, told: &mut Told) {
    let kinds = [
        ("operationId", Kind::Text),
        ("summary", Kind::Text),
        ("description", Kind::Text),
        ("deprecated", Kind::Truth),
        ("tags", Kind::Unused),
        ("externalDocs", Kind::Unused),
        ("callbacks", Kind::Unused),
    ];
    keep(operation, &kinds, told);
    document::servers(operation, told);
    document::security(operation, told);
    parameter::list(operation, told);
    match operation.get_mut("requestBody") {
        None => {}
        Some(Value::Null) => {
            operation.remove("requestBody");
        }
        Some(body) => told.within("requestBody", |told| content::body(body, told)),
    }
    let responses = operation.entry("responses").or_insert(Value::Null);
    told.within("responses", |told| self::responses(responses, told));
}

fn responses(slot: &mut Value, told: &mut Told) {
    let Value::Object(all) = slot else {
        if !slot.is_null() {
            let wrong = format!("the answers are {}, and have to be an object", said(slot));
            told.add(wrong, "none is read");
        }
        *slot = json!({});
        return;
    };
    let statuses: Vec<_> = all.keys().cloned().collect();
    for given in statuses {
        if given.starts_with("x-") || status(&given).as_deref() == Some(given.as_str()) {
            continue;
        }
        let Some(response) = all.remove(&given) else {
            continue;
        };
        match status(&given).filter(|status| !all.contains_key(status)) {
            Some(status) => {
                all.insert(status, response);
            }
            None => told.add(
                format!("`{given}` is no status"),
                "the answer is passed over",
            ),
        }
    }
    for (status, response) in all
        .iter_mut()
        .filter(|(status, _)| !status.starts_with("x-"))
    {
        told.within(status, |told| content::response(response, told));
    }
}

/// `200`, `2XX` or `default`, where something like it was meant.
fn status(given: &str) -> Option<String> {
    let upper = given.trim().to_uppercase();
    if upper == "DEFAULT" {
        return Some("default".into());
    }
    // `200 OK`
    let (code, rest) = upper.split_at_checked(3)?;
    let is_apart = !rest.starts_with(|c: char| c.is_alphanumeric());
    let is_class = code.starts_with(|c: char| ('1'..='5').contains(&c));
    let is_code = code[1..].bytes().all(|b| b.is_ascii_digit()) || &code[1..] == "XX";
    (is_apart && is_class && is_code).then(|| code.to_owned())
}
