//! The functions that send operations.

use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

use super::document::Said;
use super::values::{expression, form};
use crate::new::plan::NewProvider;
use crate::surface::{Operation, Parameter};

/// What a value of a type is made by.
pub(super) const SAMPLE: &str = "sample::<";

/// An operation, and the function that sends it.
#[derive(Debug)]
pub(super) struct Sent {
    id: String,
    function: String,
    pub(super) code: String,
}

/// The function that sends an operation.
pub(super) fn operation(provider: &NewProvider, operation: &Operation) -> Sent {
    let said = Said::of(&provider.document, operation);
    let mut code = format!(
        "async fn {}(client: &Client) -> Result<(), String> {{\nlet request = client.api().{}()",
        operation.method, operation.method
    );
    for parameter in &operation.parameters {
        if let Some(value) = argument(&said, &operation.id, parameter) {
            let _ = write!(code, ".{}({value})", parameter.name);
        }
    }
    if let Some(body) = &operation.body
        && let Some((_, value)) = said.body(&body.media)
    {
        let value = match body.media.as_str() {
            "multipart" => Some(form(&provider.surface, &body.ty, &value)),
            _ => expression(&body.ty, &value),
        };
        if let Some(value) = value {
            let _ = write!(code, ".body({value})");
        }
    }
    code.push_str(";\ntold(request.send().await)\n}\n");
    Sent {
        id: operation.id.clone(),
        function: operation.method.clone(),
        code,
    }
}

/// What an argument is given; `None` where it stays away.
fn argument(said: &Said<'_>, operation: &str, parameter: &Parameter) -> Option<String> {
    let is_key = parameter.ty.contains("IdempotencyKey");
    // The session makes a key by itself, and the client asks for what it can read.
    let is_settled = is_key || parameter.wire.eq_ignore_ascii_case("accept");
    if is_settled && !parameter.required {
        return None;
    }
    let value = said.parameter(&parameter.place, &parameter.wire);
    // A client refuses two requests under one key, also of two operations; and a correction may say later that this is one.
    let is_named_key = parameter.place == "header" && is_name_of_key(&parameter.wire);
    if (is_key || is_named_key)
        && (value.is_some() || parameter.required)
        && said.takes_uuids(&parameter.place, &parameter.wire)
    {
        let is_text = is_key || parameter.ty == "String";
        if is_text {
            return Some(format!("{:?}", key_of(operation)));
        }
    }
    let value = match value {
        Some(value) => value,
        None if parameter.wire.eq_ignore_ascii_case("content-type") => "text/plain".into(),
        None if parameter.required => "text".into(),
        None => return None,
    };
    expression(&parameter.ty, &value)
}

/// Whether a header is called as the one that a repeat is known by.
fn is_name_of_key(header: &str) -> bool {
    let header = header.to_ascii_lowercase();
    ["idempoten", "request-id", "requestid"]
        .iter()
        .any(|word| header.contains(word))
}

/// A key that no other operation has.
fn key_of(operation: &str) -> String {
    let hash = Sha256::digest(operation.as_bytes());
    let end: String = hash
        .iter()
        .take(6)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    format!("6f1c2d3e-4a5b-4c6d-8e7f-{end}")
}

/// A file of such functions.
pub(super) fn file(provider: &NewProvider, operations: &[Sent]) -> String {
    let functions: String = operations
        .iter()
        .map(|sent| format!("\n{}", sent.code))
        .collect();
    let mut imports = vec![format!("use florin::{}::Client;", provider.name)];
    if functions.contains("types::") {
        imports = vec![format!("use florin::{}::{{Client, types}};", provider.name)];
    }
    if functions.contains("FilePart::new") {
        imports.push("use florin::core::FilePart;".to_owned());
    }
    let mut ours = vec!["told"];
    for (name, call) in [("of_any_parts", "of_any_parts()"), ("sample", SAMPLE)] {
        if functions.contains(call) {
            ours.push(name);
        }
    }
    ours.sort_unstable();
    let ours = match ours.as_slice() {
        [one] => format!("use super::{one};"),
        all => format!("use super::{{{}}};", all.join(", ")),
    };
    let mut arms = String::new();
    for sent in operations {
        let _ = writeln!(
            arms,
            "{:?} => Box::pin({}(client)).await,",
            sent.id, sent.function
        );
    }
    format!(
        "//! Operations, each with values that the spec accepts.\n\n{}\n\n{ours}\n\n\
         /// Sends an operation; `None` if it isn't one of these.\n\
         pub(crate) async fn send(operation: &str, client: &Client) -> Option<Result<(), String>> {{\n\
         Some(match operation {{\n{arms}_ => return None,\n}})\n}}\n{functions}",
        imports.join("\n"),
    )
}
