//! What the documentation demands and a schema cannot say.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;

use super::conditions::TERMS;
use crate::contract::{Checked, Violation};

/// The largest upload request, in bytes. "20 megabytes" in the documentation; the smaller of the two readings.
pub(super) const LARGEST_UPLOAD: usize = 20_000_000;

/// A loan under a UUID, for whole months, that does not cost more than its asset.
pub(super) fn creation(body: &Value) -> Vec<Violation> {
    let mut violations = Vec::new();
    let mut wrong = |pointer: &str, message: String| {
        violations.push(Violation::new("body", pointer, message));
    };
    for field in ["id", "agent_id"] {
        if !is_uuid(&body[field]) {
            wrong(&format!("/{field}"), format!("{} is no UUID", body[field]));
        }
    }
    if let Some(message) = currency(body["currency"].as_str().unwrap_or_default()) {
        wrong("/currency", message);
    }
    let term = body["term"].as_i64().unwrap_or_default();
    if !TERMS.contains(&term) {
        wrong("/term", format!("there is no price for {term} months"));
    }
    let amount = |pointer: &str| body.pointer(pointer).and_then(Value::as_f64);
    let (principal, value) = (
        amount("/principal").unwrap_or_default(),
        amount("/asset/value").unwrap_or_default(),
    );
    if principal <= 0.0 {
        wrong("/principal", format!("{principal} is not above zero"));
    }
    if principal > value {
        let message = format!("{principal} is more than the asset's value, which is {value}");
        wrong("/principal", message);
    }
    violations
}

/// A simulation for whole months of an amount above zero.
pub(super) fn simulation(request: &Checked) -> Vec<Violation> {
    let mut violations = Vec::new();
    let mut wrong = |name: &str, message: String| {
        violations.push(Violation::new(format!("query {name}"), "", message));
    };
    let text = |name: &str| request.query(name).unwrap_or_default();
    if !is_uuid(&text("agent_id").into()) {
        wrong("agent_id", "is no UUID".to_owned());
    }
    if let Some(message) = currency(text("currency")) {
        wrong("currency", message);
    }
    if text("term").parse::<i64>().is_ok_and(|term| term < 1) {
        wrong("term", "is below one month".to_owned());
    }
    let positive = |amount: f64| amount > 0.0 && amount.is_finite();
    if !text("principal").parse().is_ok_and(positive) {
        wrong("principal", "is not above zero".to_owned());
    }
    violations
}

/// A target that fits the client.
pub(super) fn webhook(body: &Value) -> Vec<Violation> {
    let target = body["target"].as_str().unwrap_or_default();
    let is_url = || {
        url::Url::parse(target)
            .is_ok_and(|url| ["http", "https"].contains(&url.scheme()) && url.has_host())
    };
    let wrong = match body["client"].as_str() {
        Some("callback") if !is_url() => "is no URL, and a callback goes to one",
        Some("email") if !target.contains('@') => "is no e-mail address, and an e-mail goes to one",
        _ => return Vec::new(),
    };
    vec![Violation::new("body", "/target", wrong)]
}

/// The contents of an upload's files.
pub(super) fn upload(body: &Value) -> Result<Vec<Vec<u8>>, Vec<Violation>> {
    let mut violations = Vec::new();
    let mut contents = Vec::new();
    let files = body["files"].as_array().map_or(&[][..], Vec::as_slice);
    if files.is_empty() {
        violations.push(Violation::new("body", "/files", "holds no file"));
    }
    for (index, file) in files.iter().enumerate() {
        match STANDARD.decode(file["data"].as_str().unwrap_or_default()) {
            Ok(content) => contents.push(content),
            Err(error) => violations.push(Violation::new(
                "body",
                format!("/files/{index}/data"),
                format!("is no Base64: {error}"),
            )),
        }
    }
    if violations.is_empty() {
        Ok(contents)
    } else {
        Err(violations)
    }
}

/// An identifier in a path.
pub(super) fn identifier(name: &str, value: &str) -> Vec<Violation> {
    if is_uuid(&value.into()) {
        return Vec::new();
    }
    vec![Violation::new(format!("path {name}"), "", "is no UUID")]
}

fn is_uuid(value: &Value) -> bool {
    // Written with hyphens: the other spellings that the parser knows are not what is documented.
    value
        .as_str()
        .is_some_and(|text| text.len() == 36 && uuid::Uuid::try_parse(text).is_ok())
}

fn currency(code: &str) -> Option<String> {
    let right = code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase());
    (!right).then(|| format!("{code:?} is no currency; write three capital letters"))
}
