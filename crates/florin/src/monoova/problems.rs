//! What the provider says went wrong, in whichever language it says so.

use std::fmt;

use serde_json::{Map, Value};

use super::Error;

/// In which of its languages the provider answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Language {
    /// Texts by record and field, as the introduction documents.
    Records,
    /// A list of codes and messages, as other products of the same host answer.
    Codes,
    /// `error` and `error_description`, as OAuth 2.0 has them.
    OAuth,
    /// Something else, such as a page of a gateway: kept whole, as one text.
    Text,
}

/// One thing that went wrong.
#[derive(Clone, PartialEq, Eq)]
pub struct Problem {
    key: Option<String>,
    code: Option<String>,
    text: String,
}

impl Problem {
    /// The record or field that it is about, as sent, such as `transaction`. How the names of a record and its field are put
    /// together is undocumented, so take it for an opaque word.
    #[must_use]
    pub fn key(&self) -> Option<&str> {
        self.key.as_deref()
    }

    /// The provider's code for it, in the languages that have codes.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        self.code.as_deref()
    }

    /// What it is, in words for people; empty where there are none.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }
}

/// What the provider says went wrong.
///
/// ```no_run
/// # fn f(error: &florin::monoova::Error) {
/// use florin::monoova::HasProblems;
///
/// if let Some(problems) = error.problems() {
///     for text in problems.starting_with("transaction") {
///         println!("the transaction: {text}");
///     }
/// }
/// # }
/// ```
///
/// Show the texts to people and match on none. They may hold personal data, so `Debug` doesn't show them, there is no `Display`,
/// and the error itself never has them; mind where you log them.
#[derive(Clone, PartialEq, Eq)]
pub struct Problems {
    language: Language,
    problems: Vec<Problem>,
    trace_id: Option<String>,
}

impl Problems {
    /// In which language they came.
    #[must_use]
    pub const fn language(&self) -> Language {
        self.language
    }

    /// All of them. There is at least one.
    pub fn iter(&self) -> impl Iterator<Item = &Problem> {
        self.problems.iter()
    }

    /// All texts.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.problems.iter().map(Problem::text)
    }

    /// The texts of a record or field, by its whole key.
    pub fn for_key<'a>(&'a self, key: &'a str) -> impl Iterator<Item = &'a str> {
        self.keyed(move |name| name == key)
    }

    /// The texts of whatever has a key that begins so: with the name of a record, the record and all of its fields.
    pub fn starting_with<'a>(&'a self, start: &'a str) -> impl Iterator<Item = &'a str> {
        self.keyed(move |name| name.starts_with(start))
    }

    /// The provider's identifier of the exchange, in the language that has one. Name it when you write to its support.
    #[must_use]
    pub fn trace_id(&self) -> Option<&str> {
        self.trace_id.as_deref()
    }

    fn keyed<'a>(&'a self, is_it: impl Fn(&str) -> bool + 'a) -> impl Iterator<Item = &'a str> {
        self.problems
            .iter()
            .filter(move |problem| problem.key().is_some_and(&is_it))
            .map(Problem::text)
    }

    fn read(body: &[u8], is_success: bool) -> Option<Self> {
        let known = match serde_json::from_slice(body) {
            Ok(Value::Object(fields)) => Self::of_fields(&fields),
            _ => None,
        };
        if known.is_some() || is_success {
            return known;
        }
        let text = String::from_utf8_lossy(body);
        let text = text.trim();
        (!text.is_empty()).then(|| Self {
            language: Language::Text,
            problems: vec![plain(text)],
            trace_id: None,
        })
    }

    fn of_fields(fields: &Map<String, Value>) -> Option<Self> {
        let text = |name: &str| fields.get(name).and_then(Value::as_str).map(str::to_owned);
        let (language, mut problems): (_, Vec<Problem>) =
            match (fields.get("errors"), text("error")) {
                (Some(Value::Array(list)), _) if !list.is_empty() => {
                    (Language::Codes, list.iter().map(coded).collect())
                }
                (Some(errors), _) if says_something(errors) => {
                    (Language::Records, by_key(None, errors))
                }
                (_, Some(code)) => {
                    let problem = Problem {
                        key: None,
                        code: Some(code),
                        text: text("error_description").unwrap_or_default(),
                    };
                    (Language::OAuth, vec![problem])
                }
                // A single error of the second language.
                _ if fields.contains_key("errorCode") => {
                    (Language::Codes, vec![coded(&Value::Object(fields.clone()))])
                }
                _ => return None,
            };
        if problems.is_empty() {
            return None;
        }
        for beside in ["message", "error", "error_description"] {
            let said = text(beside).filter(|text| !text.trim().is_empty());
            let is_known = |text: &String| {
                let mut problems = problems.iter();
                problems.any(|known| known.text == *text || known.code.as_ref() == Some(text))
            };
            if let Some(text) = said.filter(|text| !is_known(text)) {
                problems.push(plain(&text));
            }
        }
        Some(Self {
            language,
            problems,
            trace_id: text("traceId"),
        })
    }
}

/// An error that may say what went wrong in the provider's words.
pub trait HasProblems {
    /// What the provider says went wrong; `None` where nothing came that says it.
    ///
    /// Read from the answer in each of the four [languages](Language) of the host. The second is documented for other products
    /// of Monoova, the third is OAuth's; that they can come from here is inferred. What stands beside them as `message`, `error` or
    /// `error_description` comes after them, without a key. An answer that was a success by its status
    /// has problems only where it names some. Why no token could be had, the error itself says.
    fn problems(&self) -> Option<Problems>;
}

impl HasProblems for Error {
    fn problems(&self) -> Option<Problems> {
        let is_success = self.status().is_some_and(|status| status.is_success());
        Problems::read(self.raw_body()?, is_success)
    }
}

fn plain(text: &str) -> Problem {
    Problem {
        key: None,
        code: None,
        text: text.to_owned(),
    }
}

/// Whether an answer names errors, whatever else is in it. Empty ones are none.
pub(super) fn are_named(body: &[u8]) -> bool {
    let Ok(Value::Object(fields)) = serde_json::from_slice(body) else {
        return false;
    };
    ["errors", "error"]
        .iter()
        .any(|name| fields.get(*name).is_some_and(holds_something))
}

fn holds_something(errors: &Value) -> bool {
    match errors {
        Value::Null | Value::Bool(false) => false,
        Value::String(text) => !text.trim().is_empty(),
        Value::Number(code) => code.as_i64() != Some(0),
        Value::Array(list) => list.iter().any(holds_something),
        Value::Object(fields) => fields.values().any(holds_something),
        Value::Bool(true) => true,
    }
}

fn says_something(errors: &Value) -> bool {
    match errors {
        Value::Null | Value::Bool(false) => false,
        Value::String(text) => !text.trim().is_empty(),
        Value::Object(fields) => !fields.is_empty(),
        _ => true,
    }
}

/// One of a list: a code and a message, else whatever it is, as text.
fn coded(value: &Value) -> Problem {
    let text = |name: &str| value.get(name).map(in_words);
    match (text("errorCode"), text("errorMessage")) {
        (None, None) => plain(&in_words(value)),
        (code, message) => Problem {
            key: None,
            code,
            text: message.unwrap_or_default(),
        },
    }
}

/// The texts below a key. A list is documented; a single text counts as one, and what is nested has its names joined by dots.
fn by_key(key: Option<&str>, value: &Value) -> Vec<Problem> {
    match value {
        Value::Null => Vec::new(),
        Value::Array(values) => values.iter().flat_map(|value| by_key(key, value)).collect(),
        Value::Object(fields) => fields
            .iter()
            .flat_map(|(name, value)| match key {
                Some(key) => by_key(Some(&format!("{key}.{name}")), value),
                None => by_key(Some(name), value),
            })
            .collect(),
        other => vec![Problem {
            key: key.map(str::to_owned),
            ..plain(&in_words(other))
        }],
    }
}

fn in_words(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

impl fmt::Debug for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Problem").finish_non_exhaustive()
    }
}

impl fmt::Debug for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Problems")
            .field("language", &self.language)
            .field("count", &self.problems.len())
            .finish_non_exhaustive()
    }
}
