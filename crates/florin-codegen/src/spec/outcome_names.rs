//! What the enum of several answers is called, and each variant of it.
//!
//! The enum is called after its operation, `CreateLoanError`; where a schema is called so, it is `CreateLoanErrorOutcome`.
//! A variant is called after its status, `NotFound`. Where one status has several, the one that is read without a media
//! type is called so, and the others after their media types too: `OkPdf`, or `OkFile` where it has more than one.

use std::collections::BTreeSet;

use heck::ToPascalCase;

use super::answers::{Answer, Body};
use super::statuses::Status;
use crate::rust_name;

/// Whether a call went well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    Success,
    Error,
}

/// The name of an enum: one that isn't taken.
pub(crate) fn of_type(id: &str, side: Side, is_taken: impl Fn(&str) -> bool) -> String {
    let mut name = format!(
        "{}{side:?}",
        rust_name::of_builder(id).trim_end_matches('_')
    );
    while is_taken(&rust_name::of_type(&name)) {
        name.push_str("Outcome");
    }
    rust_name::of_type(&name)
}

/// The answers, each with the name of its variant.
pub(crate) fn of_variants(answers: &[Answer]) -> Vec<(String, &Answer)> {
    let mut taken = BTreeSet::from(["Other".to_owned()]);
    let mut named = Vec::with_capacity(answers.len());
    for (at, answer) in answers.iter().enumerate() {
        let mut name = of_status(answer.status);
        let is_first = !answers[..at].iter().any(|a| a.status == answer.status);
        if !is_first {
            name.push_str(&kind(answer));
        }
        while !taken.insert(name.clone()) {
            name.push_str("Too");
        }
        named.push((name, answer));
    }
    named
}

/// After its media type, such as `Pdf`.
fn kind(answer: &Answer) -> String {
    let of_media = match (&answer.body, answer.media.as_slice()) {
        (Body::File, [one]) => match one.rsplit('/').next().unwrap_or_default() {
            "octet-stream" | "*" => "",
            kind => kind,
        },
        (Body::File, _) => "",
        (_, media) => media
            .first()
            .and_then(|m| m.rsplit('/').next())
            .unwrap_or_default(),
    };
    let name = of_media.to_pascal_case();
    let is_plain = name.starts_with(|c: char| c.is_ascii_alphabetic());
    match name.len() {
        1..=16 if is_plain => name,
        _ if answer.body == Body::File => "File".to_owned(),
        _ => "Json".to_owned(),
    }
}

fn of_status(status: Status) -> String {
    let code = match status {
        Status::One(code) => code,
        Status::Range(2) => return "Success".into(),
        Status::Range(3) => return "Redirection".into(),
        Status::Range(4) => return "ClientError".into(),
        Status::Range(_) => return "ServerError".into(),
        Status::Default => return "Default".into(),
    };
    match constant(code) {
        Some("OK") => "Ok".to_owned(),
        Some("IM_A_TEAPOT") => "ImATeapot".to_owned(),
        Some("URI_TOO_LONG") => "UriTooLong".to_owned(),
        Some(constant) => constant.to_lowercase().to_pascal_case(),
        None => format!("Status{code}"),
    }
}

/// The constant of `http::StatusCode` for a status from 200 on.
pub(crate) const fn constant(code: u16) -> Option<&'static str> {
    Some(match code {
        200 => "OK",
        201 => "CREATED",
        202 => "ACCEPTED",
        203 => "NON_AUTHORITATIVE_INFORMATION",
        204 => "NO_CONTENT",
        205 => "RESET_CONTENT",
        206 => "PARTIAL_CONTENT",
        207 => "MULTI_STATUS",
        208 => "ALREADY_REPORTED",
        226 => "IM_USED",
        300 => "MULTIPLE_CHOICES",
        301 => "MOVED_PERMANENTLY",
        302 => "FOUND",
        303 => "SEE_OTHER",
        304 => "NOT_MODIFIED",
        305 => "USE_PROXY",
        307 => "TEMPORARY_REDIRECT",
        308 => "PERMANENT_REDIRECT",
        400 => "BAD_REQUEST",
        401 => "UNAUTHORIZED",
        402 => "PAYMENT_REQUIRED",
        403 => "FORBIDDEN",
        404 => "NOT_FOUND",
        405 => "METHOD_NOT_ALLOWED",
        406 => "NOT_ACCEPTABLE",
        407 => "PROXY_AUTHENTICATION_REQUIRED",
        408 => "REQUEST_TIMEOUT",
        409 => "CONFLICT",
        410 => "GONE",
        411 => "LENGTH_REQUIRED",
        412 => "PRECONDITION_FAILED",
        413 => "PAYLOAD_TOO_LARGE",
        414 => "URI_TOO_LONG",
        415 => "UNSUPPORTED_MEDIA_TYPE",
        416 => "RANGE_NOT_SATISFIABLE",
        417 => "EXPECTATION_FAILED",
        418 => "IM_A_TEAPOT",
        421 => "MISDIRECTED_REQUEST",
        422 => "UNPROCESSABLE_ENTITY",
        423 => "LOCKED",
        424 => "FAILED_DEPENDENCY",
        425 => "TOO_EARLY",
        426 => "UPGRADE_REQUIRED",
        428 => "PRECONDITION_REQUIRED",
        429 => "TOO_MANY_REQUESTS",
        431 => "REQUEST_HEADER_FIELDS_TOO_LARGE",
        451 => "UNAVAILABLE_FOR_LEGAL_REASONS",
        500 => "INTERNAL_SERVER_ERROR",
        501 => "NOT_IMPLEMENTED",
        502 => "BAD_GATEWAY",
        503 => "SERVICE_UNAVAILABLE",
        504 => "GATEWAY_TIMEOUT",
        505 => "HTTP_VERSION_NOT_SUPPORTED",
        506 => "VARIANT_ALSO_NEGOTIATES",
        507 => "INSUFFICIENT_STORAGE",
        508 => "LOOP_DETECTED",
        510 => "NOT_EXTENDED",
        511 => "NETWORK_AUTHENTICATION_REQUIRED",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_constant_exists() {
        for code in 100..600 {
            if let Some(name) = constant(code) {
                let known = florin_core::http::StatusCode::from_u16(code).unwrap();
                let reason = known.canonical_reason().unwrap();
                let said = reason
                    .to_uppercase()
                    .replace([' ', '-'], "_")
                    .replace('\'', "");
                assert_eq!(said, name, "{code}");
            }
        }
    }

    #[test]
    fn a_name_that_is_taken_is_not_taken_again() {
        assert_eq!(
            of_type("createLoan", Side::Error, |_| false),
            "CreateLoanError"
        );
        let taken = ["CreateLoanError"];
        let name = of_type("createLoan", Side::Error, |name| taken.contains(&name));
        assert_eq!(name, "CreateLoanErrorOutcome");
    }
}
