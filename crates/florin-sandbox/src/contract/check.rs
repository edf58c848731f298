//! Checks requests, and the sandbox's own answers, against an operation of the spec.

use http::header::{AUTHORIZATION, CONTENT_TYPE};
use http::{HeaderMap, StatusCode};
use serde_json::{Map, Value};

use super::parts::{self, Part};
use super::{Operation, PARTS, Parameter, Place, RequestBody, Violation};

/// The media type of a form.
const FORM: &str = "application/x-www-form-urlencoded";

/// A header that generators of clients like to add and that no provider asked for.
const API_VERSION: &str = "api-version";

/// A request that the spec allows.
#[derive(Debug, Default)]
pub(crate) struct Checked {
    pub(crate) path: Vec<(String, String)>,
    pub(crate) query: Vec<(String, String)>,
    pub(crate) headers: HeaderMap,
    /// `Null` where there is none; a form as an object of texts, one of several parts as an object of what its JSON parts
    /// hold and the names of its files.
    pub(crate) body: Value,
    /// The files of a body of several parts.
    pub(crate) files: Vec<Part>,
    /// The path that was asked, as the spec has it: without the base path of the host.
    pub(crate) route: String,
    /// How many bytes the body took.
    pub(crate) body_size: usize,
}

impl Checked {
    pub(crate) fn path(&self, name: &str) -> &str {
        find(&self.path, name).unwrap_or_default()
    }

    pub(crate) fn query(&self, name: &str) -> Option<&str> {
        find(&self.query, name)
    }
}

fn find<'a>(pairs: &'a [(String, String)], name: &str) -> Option<&'a str> {
    pairs
        .iter()
        .find(|(known, _)| known == name)
        .map(|(_, value)| value.as_str())
}

impl Operation {
    /// Checks a request.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with it, and the HTTP status to say it with.
    pub(crate) fn check(
        &self,
        path: Vec<(String, String)>,
        query: Option<&str>,
        headers: &HeaderMap,
        body: &[u8],
    ) -> Result<Checked, (StatusCode, Vec<Violation>)> {
        if let Some(rules) = &self.any {
            return rules.check(path, query, headers, body);
        }
        let query: Vec<_> = url::form_urlencoded::parse(query.unwrap_or_default().as_bytes())
            .into_owned()
            .collect();
        let mut violations = Vec::new();

        for parameter in &self.parameters {
            match parameter.place {
                Place::Path => parameter.check(&values(&path, &parameter.name), &mut violations),
                Place::Query => parameter.check(&values(&query, &parameter.name), &mut violations),
                Place::Header => {
                    let sent = headers.get_all(&parameter.name).iter();
                    let sent: Vec<_> = sent
                        .map(|value| String::from_utf8_lossy(value.as_bytes()))
                        .collect();
                    parameter.check(
                        &sent.iter().map(AsRef::as_ref).collect::<Vec<_>>(),
                        &mut violations,
                    );
                }
            }
        }
        if self.request_is_documented {
            for (name, _) in query
                .iter()
                .filter(|(name, _)| !self.knows(Place::Query, name))
            {
                violations.push(Violation::new(
                    format!("query {name}"),
                    "",
                    "this operation takes no such parameter",
                ));
            }
        }
        if headers.contains_key(API_VERSION) && !self.knows(Place::Header, API_VERSION) {
            let message = "nobody asked for this header; the version stands in the path";
            violations.push(Violation::new(format!("header {API_VERSION}"), "", message));
        }
        if headers.get_all(AUTHORIZATION).iter().count() > 1 {
            violations.push(Violation::new(
                "header authorization",
                "",
                "sent more than once",
            ));
        }
        let body_size = body.len();
        let (body, files) = match &self.body {
            Some(rule) => rule.check(headers, body, &mut violations)?,
            None if body.is_empty() => (Value::Null, Vec::new()),
            None => {
                violations.push(Violation::new("body", "", "this operation takes no body"));
                (Value::Null, Vec::new())
            }
        };
        if violations.is_empty() {
            Ok(Checked {
                path,
                query,
                headers: headers.clone(),
                body,
                files,
                route: String::new(),
                body_size,
            })
        } else {
            Err((StatusCode::BAD_REQUEST, violations))
        }
    }

    /// Checks an answer of the sandbox itself, so that the sandbox cannot drift away from the spec either.
    pub(crate) fn check_answer(&self, status: StatusCode, body: &[u8]) -> Vec<Violation> {
        let schema = if status.is_success() {
            &self.success
        } else {
            &self.error
        };
        let Some(schema) = schema else {
            return Vec::new();
        };
        if status.is_success() && self.may_be_empty && body.is_empty() {
            return Vec::new();
        }
        match serde_json::from_slice(body) {
            Ok(value) => schema.check("answer", &value),
            Err(error) => vec![Violation::new("answer", "", error.to_string())],
        }
    }

    fn knows(&self, place: Place, name: &str) -> bool {
        self.parameters
            .iter()
            .any(|parameter| parameter.place == place && parameter.name == name)
    }
}

fn values<'a>(pairs: &'a [(String, String)], name: &str) -> Vec<&'a str> {
    pairs
        .iter()
        .filter(|(known, _)| known == name)
        .map(|(_, value)| value.as_str())
        .collect()
}

impl Parameter {
    fn check(&self, sent: &[&str], violations: &mut Vec<Violation>) {
        let place = match self.place {
            Place::Path => "path",
            Place::Query => "query",
            Place::Header => "header",
        };
        let place = format!("{place} {}", self.name);
        let value = match (self.kind.as_deref(), sent) {
            (_, []) => {
                if self.required {
                    violations.push(Violation::new(place, "", "is required"));
                }
                return;
            }
            (Some("array"), sent) => sent.iter().map(|text| Value::from(*text)).collect(),
            (kind, [text]) => typed(kind, text),
            (_, _) => {
                violations.push(Violation::new(place, "", "sent more than once"));
                return;
            }
        };
        if self.place == Place::Path && sent == [""] {
            violations.push(Violation::new(place, "", "is empty"));
            return;
        }
        violations.extend(self.schema.check(&place, &value));
    }
}

/// Text as the JSON value that its schema speaks of. What is not of that type stays text, and fails the schema.
fn typed(kind: Option<&str>, text: &str) -> Value {
    let value = match kind {
        Some("integer") => text.parse::<i64>().ok().map(Value::from),
        Some("number") => text.parse::<f64>().ok().map(Value::from),
        Some("boolean") => text.parse::<bool>().ok().map(Value::from),
        _ => None,
    };
    value.unwrap_or_else(|| Value::from(text))
}

impl RequestBody {
    fn check(
        &self,
        headers: &HeaderMap,
        body: &[u8],
        violations: &mut Vec<Violation>,
    ) -> Result<(Value, Vec<Part>), (StatusCode, Vec<Violation>)> {
        if body.is_empty() {
            if self.required {
                violations.push(Violation::new("body", "", "is required"));
            }
            return Ok((Value::Null, Vec::new()));
        }
        let sent = headers
            .get(CONTENT_TYPE)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default();
        let media_type = sent
            .split(';')
            .next()
            .unwrap_or_default()
            .trim()
            .to_ascii_lowercase();
        let Some((_, schema)) = self.content.iter().find(|(known, _)| *known == media_type) else {
            let known: Vec<_> = self
                .content
                .iter()
                .map(|(known, _)| known.as_str())
                .collect();
            let message = format!(
                "is {sent:?}, but this operation takes {}",
                known.join(" or ")
            );
            return Err((
                StatusCode::UNSUPPORTED_MEDIA_TYPE,
                vec![Violation::new("header content-type", "", message)],
            ));
        };
        if media_type == FORM {
            let value = form(body, violations);
            violations.extend(schema.check("body", &value));
            return Ok((value, Vec::new()));
        }
        if media_type == PARTS {
            let (value, files) = parts::read(sent, body, violations);
            violations.extend(schema.check("body", &value));
            return Ok((value, files));
        }
        match serde_json::from_slice(body) {
            Ok(value) => {
                violations.extend(schema.check("body", &value));
                Ok((value, Vec::new()))
            }
            Err(error) => {
                violations.push(Violation::new("body", "", format!("is not JSON: {error}")));
                Ok((Value::Null, Vec::new()))
            }
        }
    }
}

/// The fields of a form; all of them are text.
fn form(body: &[u8], violations: &mut Vec<Violation>) -> Value {
    let mut fields = Map::new();
    for (name, value) in url::form_urlencoded::parse(body) {
        if fields
            .insert(name.to_string(), value.into_owned().into())
            .is_some()
        {
            violations.push(Violation::new(
                "body",
                format!("/{name}"),
                "sent more than once",
            ));
        }
    }
    Value::Object(fields)
}
