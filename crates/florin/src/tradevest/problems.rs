//! What the provider says went wrong.

use std::fmt;

use serde_json::Value;

use super::Error;

/// What a refusal says went wrong (`ErrorMessage`, documented): codes and places to decide by, texts to show on request.
///
/// `Display` and `Debug` show codes, names of fields and the request's identifier. The texts are free and may repeat what was
/// sent, so they are had from [`message`](Self::message) and [`FieldProblem::message`] alone; mind where you put them.
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

/// What looks like a code or a name, and not like a text that may hold anything.
fn shown(text: &str) -> &str {
    let is_name = |byte: u8| byte.is_ascii_alphanumeric() || b"_-.[]/".contains(&byte);
    if text.len() <= 128 && text.bytes().all(is_name) {
        text
    } else {
        "…"
    }
}

/// `VALIDATION_ERROR; firstName: TOO_LONG; request 0f…`. Codes and names alone.
impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let code = self.error_code().or(self.response_type());
        f.write_str(code.map_or("refused", shown))?;
        for problem in &self.fields {
            write!(f, "; {}", shown(&problem.field))?;
            if let Some(code) = problem.code() {
                write!(f, ": {}", shown(code))?;
            }
        }
        if let Some(id) = self.request_id() {
            write!(f, "; request {}", shown(id))?;
        }
        Ok(())
    }
}

impl fmt::Debug for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Problems")
            .field("request_id", &self.request_id().map(shown))
            .field("error_code", &self.error_code().map(shown))
            .field("fields", &self.fields)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for FieldProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FieldProblem")
            .field("field", &shown(&self.field))
            .field("code", &self.code().map(shown))
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DOCUMENTED: &str = r#"{
        "message": "Jane is no name", "responseType": "BAD_REQUEST", "validationString": "see Jane",
        "requestId": "0f-1", "errorCode": "VALIDATION_ERROR",
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
        assert_eq!(problems.request_id(), Some("0f-1"));
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
                "VALIDATION_ERROR; firstName: PATTERN; firstName: …; birthDay; request 0f-1"
            ),
            "{shown}"
        );
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
