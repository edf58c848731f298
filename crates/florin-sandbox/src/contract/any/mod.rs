//! Operations of a spec that nobody has prepared for the sandbox: OpenAPI 3.0 and 3.1, with all that published specs have.
//!
//! The specs that the sandbox plays by heart are read strictly ([`read`](super::read)), since whoever writes one is there to
//! correct it. Here, what is misshapen asks nothing of a request. All operations are served on one host, also those that have
//! a server of their own, below the base path of any server or none: paths are unique in a document.

mod body;
mod lazy;
mod parameter;
mod read;
mod template;
mod texts;

use std::sync::Arc;

use http::header::COOKIE;
use http::{HeaderMap, StatusCode};
use percent_encoding::percent_decode_str;
use serde_json::Value;

pub(crate) use body::{bare, is_json};
pub(crate) use read::{Place as OperationPlace, base_path, operations};
pub(crate) use template::{Found, Templates};

use super::{Checked, Violation};
use body::Body;
use parameter::{Parameter, Place, Sent};

/// What an operation asks of a request.
pub(crate) struct Rules {
    document: Arc<Value>,
    parameters: Vec<Parameter>,
    body: Option<Body>,
    /// Query parameters that say who sends, and aren't among the parameters.
    keys: Vec<String>,
}

impl Rules {
    /// Checks a request. What stands in the path is still encoded.
    pub(super) fn check(
        &self,
        path: Vec<Sent>,
        query: Option<&str>,
        headers: &HeaderMap,
        body: &[u8],
    ) -> Result<Checked, (StatusCode, Vec<Violation>)> {
        let query = pairs(query.unwrap_or_default());
        let cookies = cookies(headers);
        let mut violations = Vec::new();
        for parameter in &self.parameters {
            let sent = match parameter.place {
                Place::Path => &path,
                Place::Query => &query,
                Place::Cookie => &cookies,
                Place::Header => {
                    let all = headers.get_all(&parameter.name).iter();
                    let all = all.map(|value| String::from_utf8_lossy(value.as_bytes()));
                    let joined = all.collect::<Vec<_>>();
                    let sent =
                        (!joined.is_empty()).then(|| (parameter.name.clone(), joined.join(",")));
                    &sent.into_iter().collect()
                }
            };
            parameter.check(&self.document, sent, &mut violations);
        }
        for (name, _) in &query {
            if !self.asks_for(name) {
                let place = format!("query {name}");
                let why = "this operation takes no such parameter";
                violations.push(Violation::new(place, "", why));
            }
        }
        let body_size = body.len();
        let (body, files) = match &self.body {
            Some(rule) => rule.check(&self.document, headers, body, &mut violations)?,
            None => {
                if !body.is_empty() {
                    violations.push(Violation::new("body", "", "this operation takes no body"));
                }
                (Value::Null, Vec::new())
            }
        };
        if !violations.is_empty() {
            return Err((StatusCode::BAD_REQUEST, violations));
        }
        Ok(Checked {
            path: path.into_iter().map(decoded).collect(),
            query: query.into_iter().map(decoded).collect(),
            headers: headers.clone(),
            body,
            files,
            route: String::new(),
            body_size,
        })
    }

    fn asks_for(&self, name: &str) -> bool {
        let mut asked = self.parameters.iter();
        self.keys.iter().any(|key| key == name)
            || asked.any(|parameter| parameter.place == Place::Query && parameter.covers(name))
    }
}

/// A query, its names decoded and its values as they were sent.
fn pairs(query: &str) -> Vec<Sent> {
    let pairs = query.split('&').filter(|pair| !pair.is_empty());
    let pairs = pairs.map(|pair| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let name = name.replace('+', " ");
        let name = percent_decode_str(&name).decode_utf8_lossy().into_owned();
        (name, value.to_owned())
    });
    pairs.collect()
}

fn cookies(headers: &HeaderMap) -> Vec<Sent> {
    let lines = headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|line| line.to_str().ok());
    let pairs = lines.flat_map(|line| line.split(';'));
    let pairs = pairs.filter_map(|pair| {
        let (name, value) = pair.trim().split_once('=')?;
        Some((name.to_owned(), value.to_owned()))
    });
    pairs.collect()
}

fn decoded((name, value): Sent) -> (String, String) {
    let value = percent_decode_str(&value).decode_utf8_lossy().into_owned();
    (name, value)
}
