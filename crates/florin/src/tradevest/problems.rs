//! What the provider says went wrong.

use std::fmt;

use serde_json::Value;

use super::Error;

/// What a refusal says went wrong (`ErrorMessage`, documented): codes and places to decide by, texts to show on request.
///
/// `Display` and `Debug` show usual words such as `VALIDATION_ERROR`, how many fields are wrong, and the request's identifier if it
/// is a UUID: the provider's codes are undocumented, and what merely looks like one may repeat what was sent. Ask for all else by
/// its method, and mind where you put it.
#[derive(Clone, PartialEq, Eq)]
pub struct Problems {
    request_id: Option<String>,
    response_type: Option<String>,
    error_code: Option<String>,
    texts: [Option<String>; 2],
    fields: Vec<FieldProblem>,
}

/// One thing that is wrong with one field.
#[derive(Clone, PartialEq, Eq)]
pub struct FieldProblem {
    field: String,
    code: Option<String>,
    parameter: Option<String>,
    message: Option<String>,
}

impl Problems {
    /// The provider's identifier of the request, to quote to its support.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.request_id.as_deref()
    }

    /// The kind of answer. The values are undocumented.
    #[must_use]
    pub fn response_type(&self) -> Option<&str> {
        self.response_type.as_deref()
    }

    /// The code of the error. The values are undocumented.
    #[must_use]
    pub fn error_code(&self) -> Option<&str> {
        self.error_code.as_deref()
    }

    /// What is wrong, field by field. A field with two problems comes twice.
    #[must_use]
    pub fn fields(&self) -> &[FieldProblem] {
        &self.fields
    }

    /// What went wrong in words. May hold personal data.
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        self.texts[0].as_deref()
    }

    /// More on what is wrong with the request, in words (`validationString`). May hold personal data.
    #[must_use]
    pub fn validation(&self) -> Option<&str> {
        self.texts[1].as_deref()
    }

    fn read(body: &[u8]) -> Option<Self> {
        let body: Value = serde_json::from_slice(body).ok()?;
        let problems = Self {
            request_id: text(&body, "requestId"),
            response_type: text(&body, "responseType"),
            error_code: text(&body, "errorCode"),
            texts: [text(&body, "message"), text(&body, "validationString")],
            fields: list(&body, "errorDetails")
                .iter()
                .flat_map(of_field)
                .collect(),
        };
        let says_something = problems.request_id.is_some()
            || problems.error_code.is_some()
            || problems.texts.iter().any(Option::is_some)
            || !problems.fields.is_empty();
        says_something.then_some(problems)
    }
}

impl FieldProblem {
    /// The field, by its name.
    #[must_use]
    pub fn field(&self) -> &str {
        &self.field
    }

    /// What is wrong, as a code. The values are undocumented.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        self.code.as_deref()
    }

    /// What the message is about, perhaps the value itself. May be personal data.
    #[must_use]
    pub fn parameter(&self) -> Option<&str> {
        self.parameter.as_deref()
    }

    /// The same in words. May hold personal data.
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        self.message.as_deref()
    }
}

/// An error that may say what went wrong in the provider's words.
pub trait HasProblems {
    /// What the provider says went wrong; `None` where nothing came that says it. Read leniently: what of it can't be read is
    /// left out.
    fn problems(&self) -> Option<Problems>;

    /// The provider hasn't made this operation yet (501), which its operations on entities are documented to answer. It is never
    /// asked for again by itself, and asking again won't help. Nothing was done by the request that was answered so; where an
    /// earlier attempt at the same call ended in doubt, its [effect](florin_core::Error::effect) stays
    /// [`MaybeApplied`](florin_core::Effect::MaybeApplied).
    fn is_not_implemented(&self) -> bool;
}

impl HasProblems for Error {
    fn problems(&self) -> Option<Problems> {
        if self.status().is_none_or(|status| status.is_success()) {
            return None;
        }
        Problems::read(self.raw_body()?)
    }

    fn is_not_implemented(&self) -> bool {
        self.status() == Some(florin_core::http::StatusCode::NOT_IMPLEMENTED)
    }
}

fn of_field(details: &Value) -> Vec<FieldProblem> {
    let field = text(details, "field").unwrap_or_default();
    let bare = FieldProblem {
        field,
        code: None,
        parameter: None,
        message: None,
    };
    let errors = list(details, "errors");
    if errors.is_empty() {
        return vec![bare];
    }
    errors
        .iter()
        .map(|error| FieldProblem {
            code: text(error, "code"),
            parameter: text(error, "parameter"),
            message: text(error, "message"),
            ..bare.clone()
        })
        .collect()
}

fn text(value: &Value, name: &str) -> Option<String> {
    match value.get(name)? {
        Value::String(text) if !text.trim().is_empty() => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

fn list<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    match value.get(name) {
        Some(Value::Array(list)) => list,
        _ => &[],
    }
}

/// The words that may be shown, whoever says them. The provider's own are undocumented, so any other may be what was sent.
const WORDS: [&str; 20] = [
    "ERROR",
    "VALIDATION_ERROR",
    "BAD_REQUEST",
    "UNAUTHORIZED",
    "FORBIDDEN",
    "NO_ACCESS",
    "NOT_FOUND",
    "METHOD_NOT_ALLOWED",
    "CONFLICT",
    "PAYLOAD_TOO_LARGE",
    "UNSUPPORTED_MEDIA_TYPE",
    "UNPROCESSABLE_ENTITY",
    "TOO_MANY_REQUESTS",
    "INTERNAL_SERVER_ERROR",
    "NOT_IMPLEMENTED",
    "BAD_GATEWAY",
    "SERVICE_UNAVAILABLE",
    "REQUIRED",
    "PATTERN",
    "INVALID",
];

fn known(word: &str) -> Option<&str> {
    WORDS.contains(&word).then_some(word)
}

/// An identifier of the usual form, in which no name and no password can stand.
fn uuid(text: &str) -> Option<&str> {
    let fits = |(at, byte): (usize, u8)| match at {
        8 | 13 | 18 | 23 => byte == b'-',
        _ => byte.is_ascii_hexdigit(),
    };
    (text.len() == 36 && text.bytes().enumerate().all(fits)).then_some(text)
}

/// `VALIDATION_ERROR; 2 wrong in fields (PATTERN, …); request 0f…`. Words that are known, and an identifier.
impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let codes = [self.error_code(), self.response_type()];
        let code = codes.into_iter().flatten().find_map(known);
        f.write_str(code.unwrap_or("refused"))?;
        if !self.fields.is_empty() {
            let codes = self.fields.iter().map(FieldProblem::code);
            let codes: Vec<_> = codes
                .map(|code| code.and_then(known).unwrap_or("…"))
                .collect();
            write!(
                f,
                "; {} wrong in fields ({})",
                codes.len(),
                codes.join(", ")
            )?;
        }
        match self.request_id().and_then(uuid) {
            Some(id) => write!(f, "; request {id}"),
            None => Ok(()),
        }
    }
}

impl fmt::Debug for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Problems")
            .field("request_id", &self.request_id().and_then(uuid))
            .field("error_code", &self.error_code().and_then(known))
            .field("fields", &self.fields)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for FieldProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FieldProblem")
            .field("code", &self.code().and_then(known))
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DOCUMENTED: &str = r#"{
        "message": "Jane is no name", "responseType": "BAD_REQUEST", "validationString": "see Jane",
        "requestId": "7e3912c4-86b5-4d17-a2c4-e59f0a6d3b81", "errorCode": "VALIDATION_ERROR",
        "errorDetails": [
            {"field": "firstName", "errors": [
                {"code": "PATTERN", "parameter": "Jane", "message": "Jane doesn't match"},
                {"code": "Jane is wrong", "message": "so it is"}
            ]},
            {"field": "birthDay"}
        ]
    }"#;

    #[test]
    fn codes_and_places_are_read_and_texts_are_shown_on_request_alone() {
        let problems = Problems::read(DOCUMENTED.as_bytes()).unwrap();
        assert_eq!(
            problems.request_id(),
            Some("7e3912c4-86b5-4d17-a2c4-e59f0a6d3b81")
        );
        assert_eq!(problems.error_code(), Some("VALIDATION_ERROR"));
        assert_eq!(problems.message(), Some("Jane is no name"));
        let fields: Vec<_> = problems
            .fields()
            .iter()
            .map(|problem| (problem.field(), problem.code()))
            .collect();
        assert_eq!(
            fields,
            [
                ("firstName", Some("PATTERN")),
                ("firstName", Some("Jane is wrong")),
                ("birthDay", None)
            ]
        );
        let shown = format!("{problems} {problems:?}");
        assert!(!shown.contains("Jane"), "{shown}");
        assert!(
            shown.starts_with(
                "VALIDATION_ERROR; 3 wrong in fields (PATTERN, …, …); request 7e3912c4-"
            ),
            "{shown}"
        );
    }

    #[test]
    fn a_word_that_nobody_knows_is_not_shown_however_much_it_looks_like_one() {
        let echoed = r#"{"requestId":"req-Zk3vQ9tLmN2xR7wB5yH8","errorCode":"correcthorse","responseType":"CORRECTHORSE",
            "errorDetails":[{"field":"jane","errors":[{"code":"Zk3vQ9tLmN2xR7wB5yH8"}]}]}"#;
        let problems = Problems::read(echoed.as_bytes()).unwrap();
        let shown = format!("{problems} {problems:?}").to_lowercase();
        for sent in ["zk3v", "correct", "jane"] {
            assert!(!shown.contains(sent), "{shown}");
        }
        assert!(
            shown.starts_with("refused; 1 wrong in fields (…)"),
            "{shown}"
        );
        assert_eq!(problems.fields()[0].field(), "jane");
    }

    #[test]
    fn what_is_no_error_message_says_nothing_and_what_is_cut_up_says_the_rest() {
        for body in ["", "[]", "{}", "null", "<html>", r#"{"status":"RECEIVED"}"#] {
            assert_eq!(Problems::read(body.as_bytes()), None, "{body}");
        }
        let partly = r#"{"message": 7, "requestId": null, "errorDetails": {"field": "x"}}"#;
        let problems = Problems::read(partly.as_bytes()).unwrap();
        assert_eq!(problems.message(), Some("7"));
        assert!(problems.fields().is_empty());
    }
}
