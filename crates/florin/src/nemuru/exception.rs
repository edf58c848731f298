//! What an error of Nemuru says, beyond its status.

use std::borrow::Cow;
use std::fmt;

use florin_nemuru::types::ErrorResponse;
use serde_json::{Map, Value};

use super::Error;

/// The kind of an error: what a program branches on. Documented, without a full list.
///
/// Nemuru sends a class path; what counts is its last part.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Exception {
    /// `LoanNotFoundByIdException`: there is no such loan. With 404.
    LoanNotFoundById,
    /// `SchemaValidatorException`: fields of the request are not as they have to be, see
    /// [`ErrorDetails::schema_errors`]. With 400.
    SchemaValidator,
    /// Another one, as it was sent, path and all.
    Unknown(String),
}

impl From<&str> for Exception {
    fn from(path: &str) -> Self {
        match path.rsplit('\\').next().unwrap_or(path).trim() {
            "LoanNotFoundByIdException" => Self::LoanNotFoundById,
            "SchemaValidatorException" => Self::SchemaValidator,
            _ => Self::Unknown(path.to_owned()),
        }
    }
}

impl Exception {
    /// The last part of the path, such as `LoanNotFoundByIdException`.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::LoanNotFoundById => "LoanNotFoundByIdException",
            Self::SchemaValidator => "SchemaValidatorException",
            Self::Unknown(path) => path.rsplit('\\').next().unwrap_or(path),
        }
    }
}

/// What an [`Error`] of Nemuru says, beyond its status.
///
/// ```no_run
/// # async fn f(loan: florin::nemuru::Loan) {
/// use florin::nemuru::{ErrorDetails, Exception};
///
/// if let Err(error) = loan.read().await {
///     match error.exception() {
///         Some(Exception::LoanNotFoundById) => println!("no such loan"),
///         Some(Exception::SchemaValidator) => {
///             for (pointer, _) in &error.schema_errors() {
///                 println!("check {pointer}");
///             }
///         }
///         _ => println!("{error}"),
///     }
/// }
/// # }
/// ```
pub trait ErrorDetails {
    /// The kind of error, where Nemuru names one. What stands before Nemuru (a proxy, an OAuth layer) names none.
    fn exception(&self) -> Option<Exception>;

    /// What is wrong with which field of the request. Empty but for a 400.
    fn schema_errors(&self) -> SchemaErrors;

    /// What went wrong, in words, for people. It may quote the request, personal data with it: mind where you put it, and
    /// don't branch on it.
    fn provider_message(&self) -> Option<String>;
}

impl ErrorDetails for Error {
    fn exception(&self) -> Option<Exception> {
        text(self, |body| body.exception.clone(), "exception")
            .map(|path| Exception::from(path.as_str()))
    }

    fn schema_errors(&self) -> SchemaErrors {
        if let Some(body) = self.body() {
            return SchemaErrors(body.schema_errors.clone());
        }
        match raw(self).and_then(|mut raw| raw.remove("schema_errors")) {
            Some(Value::Object(fields)) => SchemaErrors(fields),
            _ => SchemaErrors::default(),
        }
    }

    fn provider_message(&self) -> Option<String> {
        text(self, |body| body.error.clone(), "error")
    }
}

/// A text of the error's body, from the type that the spec has for it, or else from the JSON: one field of another shape
/// (an empty list where an object belongs, as PHP writes it) must not cost the others.
fn text(
    error: &Error,
    typed: impl FnOnce(&ErrorResponse) -> Option<String>,
    name: &str,
) -> Option<String> {
    match error.body() {
        Some(body) => typed(body),
        None => raw(error)?.get(name)?.as_str().map(str::to_owned),
    }
}

fn raw(error: &Error) -> Option<Map<String, Value>> {
    // A success that can't be read has a body too, and that is no error.
    if error.status()?.is_success() {
        return None;
    }
    serde_json::from_slice(error.raw_body()?).ok()
}

/// What is wrong with which field of a request: messages by JSON pointer, such as `/borrower/email`.
///
/// The messages are the provider's, for people, and may quote what was sent; so `Debug` shows the pointers alone.
#[derive(Clone, Default, PartialEq)]
pub struct SchemaErrors(Map<String, Value>);

impl SchemaErrors {
    /// What is wrong with the field at `pointer`. Text as it is, anything else as its JSON.
    #[must_use]
    pub fn at(&self, pointer: &str) -> Option<Cow<'_, str>> {
        let wanted = steps(pointer);
        let found = self.0.iter().find(|(key, _)| steps(key) == wanted);
        found.map(|(_, message)| shown(message))
    }

    /// The pointers and their messages, in the order in which they are kept.
    pub fn iter(&self) -> impl Iterator<Item = (&str, Cow<'_, str>)> {
        self.0
            .iter()
            .map(|(pointer, message)| (pointer.as_str(), shown(message)))
    }

    /// Whether nothing is said of any field.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many fields something is said of.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }
}

impl<'a> IntoIterator for &'a SchemaErrors {
    type Item = (&'a str, Cow<'a, str>);
    type IntoIter = Box<dyn Iterator<Item = Self::Item> + 'a>;

    fn into_iter(self) -> Self::IntoIter {
        Box::new(self.iter())
    }
}

/// The pointer without what it may start with: `/`, `#/` or nothing.
fn steps(pointer: &str) -> &str {
    let pointer = pointer.strip_prefix('#').unwrap_or(pointer);
    pointer.strip_prefix('/').unwrap_or(pointer)
}

fn shown(message: &Value) -> Cow<'_, str> {
    match message {
        Value::String(text) => Cow::Borrowed(text),
        other => Cow::Owned(other.to_string()),
    }
}

impl fmt::Debug for SchemaErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.0.keys()).finish()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn an_exception_is_known_by_the_last_part_of_its_path() {
        let body: ErrorResponse = serde_json::from_str(
            r#"{"exception": "Nemuru\\Module\\Financial\\Domain\\Loan\\Exception\\LoanNotFoundByIdException"}"#,
        )
        .unwrap();
        let exception = Exception::from(body.exception.unwrap().as_str());
        assert_eq!(exception, Exception::LoanNotFoundById);
        assert_eq!(
            Exception::from("SchemaValidatorException"),
            Exception::SchemaValidator
        );
        let other = Exception::from("Nemuru\\Other\\NoSuchThing");
        assert_eq!(
            other,
            Exception::Unknown("Nemuru\\Other\\NoSuchThing".to_owned())
        );
        assert_eq!(other.name(), "NoSuchThing");
    }

    #[test]
    fn schema_errors_are_found_by_pointer_whatever_they_are() {
        let Value::Object(fields) = json!({
            "/cart": "The property cart is required",
            "/borrower/email": ["not an e-mail"],
            "term": 3
        }) else {
            unreachable!("an object is one")
        };
        let errors = SchemaErrors(fields);
        assert_eq!(
            errors.at("/cart").as_deref(),
            Some("The property cart is required")
        );
        assert_eq!(
            errors.at("#/borrower/email").as_deref(),
            Some(r#"["not an e-mail"]"#)
        );
        assert_eq!(errors.at("/term").as_deref(), Some("3"));
        assert_eq!(errors.at("/borrower"), None);
        assert_eq!((errors.len(), errors.iter().count()), (3, 3));
    }

    #[test]
    fn debug_shows_the_pointers_and_no_message() {
        let Value::Object(fields) = json!({"/borrower/email": "ana@example is no e-mail"}) else {
            unreachable!("an object is one")
        };
        let shown = format!("{:?}", SchemaErrors(fields));
        assert_eq!(shown, r#"{"/borrower/email"}"#);
    }
}
