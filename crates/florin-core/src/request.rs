//! One request on its way: parameters and body on top of an operation.

use std::fmt;
use std::fmt::Display;

use bytes::Bytes;
use http::header::{ACCEPT, CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::error::read_success;
use crate::failure::Answer;
use crate::{Error, Operation, Response, Session, query};

/// All but the characters that RFC 3986 leaves alone everywhere.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

const JSON: HeaderValue = HeaderValue::from_static("application/json");
const FORM: HeaderValue = HeaderValue::from_static("application/x-www-form-urlencoded");
const OCTETS: HeaderValue = HeaderValue::from_static("application/octet-stream");

/// A request that is being put together. Made by [`Session::request`]; generated clients hide it behind builders.
///
/// A parameter that can't be written is remembered and reported by the `send_…` method, before anything is sent.
///
/// ```no_run
/// # async fn f(session: florin_core::Session) -> Result<(), florin_core::Error> {
/// use florin_core::{Operation, http::Method};
///
/// // An operation that no spec describes, with the session's token, retries and limits.
/// let operation = Operation::custom(Method::GET, "/accounts/{id}");
/// let mut request = session.request(&operation);
/// request.path("id", "a/b").query("verbose", &true);
/// let account: florin_core::Response<serde_json::Value> = request.send_json().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until it is sent"]
pub struct Request<'a> {
    session: &'a Session,
    operation: &'a Operation,
    path: Vec<(&'a str, String)>,
    query: String,
    headers: HeaderMap,
    body: Option<Bytes>,
    problem: Option<String>,
}

impl<'a> Request<'a> {
    pub(crate) fn new(session: &'a Session, operation: &'a Operation) -> Self {
        Self {
            session,
            operation,
            path: Vec::new(),
            query: String::new(),
            headers: HeaderMap::with_capacity(6),
            body: None,
            problem: None,
        }
    }

    /// Fills a placeholder of the path. The value is escaped; an empty one, `.` and `..` are refused.
    pub fn path<T: Display + ?Sized>(&mut self, name: &'a str, value: &T) -> &mut Self {
        let value = value.to_string();
        if matches!(value.as_str(), "" | "." | "..") {
            self.refuse(format!("path parameter {name} is empty or a relative path segment; give it a value"));
        }
        self.path.push((name, utf8_percent_encode(&value, ESCAPED).to_string()));
        self
    }

    /// Adds a query parameter. An absent value adds nothing, a list repeats the name, an object adds its fields.
    pub fn query<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) -> &mut Self {
        match query::pairs(Some(name), value) {
            Ok(pairs) => {
                for (name, value) in pairs {
                    self.query.push(if self.query.is_empty() { '?' } else { '&' });
                    self.query.extend(utf8_percent_encode(&name, ESCAPED));
                    self.query.push('=');
                    self.query.extend(utf8_percent_encode(&value, ESCAPED));
                }
            }
            Err(error) => self.refuse(format!("query parameter {name} {error}")),
        }
        self
    }

    /// Adds a header. A value with line breaks or other control characters is refused.
    pub fn header<T: Display + ?Sized>(&mut self, name: &str, value: &T) -> &mut Self {
        match (HeaderName::from_bytes(name.as_bytes()), HeaderValue::from_str(&value.to_string())) {
            (Ok(name), Ok(value)) => {
                self.headers.append(name, value);
            }
            (Err(_), _) => self.refuse(format!("{name:?} can't be the name of a header")),
            (_, Err(_)) => self.refuse(format!("header {name} holds characters that no header may hold")),
        }
        self
    }

    /// Sets a JSON body.
    pub fn json<T: Serialize + ?Sized>(&mut self, body: &T) -> &mut Self {
        match serde_json::to_vec(body) {
            Ok(bytes) => self.body(JSON, bytes.into()),
            Err(error) => self.refuse(format!("the body can't be written as JSON: {error}")),
        }
        self
    }

    /// Sets a form body (`application/x-www-form-urlencoded`).
    pub fn form<T: Serialize + ?Sized>(&mut self, body: &T) -> &mut Self {
        match query::pairs(None, body) {
            Ok(pairs) => {
                let form = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
                self.body(FORM, form.into());
            }
            Err(error) => self.refuse(format!("the form body {error}")),
        }
        self
    }

    /// Sets a text body of the given media type.
    pub fn text(&mut self, media_type: &str, body: impl Into<String>) -> &mut Self {
        match HeaderValue::from_str(media_type) {
            Ok(media_type) => self.body(media_type, Bytes::from(body.into())),
            Err(_) => self.refuse(format!("{media_type:?} can't be a media type")),
        }
        self
    }

    /// Sets a body of bytes (`application/octet-stream`).
    pub fn bytes(&mut self, body: impl Into<Bytes>) -> &mut Self {
        self.body(OCTETS, body.into());
        self
    }

    /// Sends it and reads a JSON answer.
    ///
    /// # Errors
    /// Whatever [`Error`] tells apart; see there.
    pub async fn send_json<T: DeserializeOwned, E: DeserializeOwned>(mut self) -> Result<Response<T>, Error<E>> {
        self.headers.entry(ACCEPT).or_insert(JSON);
        let operation = self.operation;
        let (attempts, answer) = self.send().await?;
        let (value, answer) = read_success(operation, attempts, answer)?;
        Ok(Response::new(value, answer.status, answer.headers))
    }

    /// Sends it and expects nothing but success.
    ///
    /// # Errors
    /// Whatever [`Error`] tells apart; see there.
    pub async fn send_empty<E: DeserializeOwned>(mut self) -> Result<Response<()>, Error<E>> {
        self.headers.entry(ACCEPT).or_insert(JSON);
        let (_, answer) = self.send().await?;
        Ok(Response::new((), answer.status, answer.headers))
    }

    /// Sends it and hands the answer's bytes on as they are.
    ///
    /// # Errors
    /// Whatever [`Error`] tells apart; see there.
    pub async fn send_bytes<E: DeserializeOwned>(self) -> Result<Response<Bytes>, Error<E>> {
        let (_, answer) = self.send().await?;
        Ok(Response::new(answer.body, answer.status, answer.headers))
    }

    async fn send<E: DeserializeOwned>(self) -> Result<(u32, Answer), Error<E>> {
        let operation = self.operation;
        if let Some(problem) = self.problem {
            return Err(Error::invalid_request(operation, problem));
        }
        let path = fill(operation.template(), &self.path).map_err(|e| Error::invalid_request(operation, e))?;
        self.session
            .call(operation, path + &self.query, self.headers, self.body)
            .await
            .map_err(Error::read)
    }

    fn body(&mut self, media_type: HeaderValue, body: Bytes) {
        self.headers.insert(CONTENT_TYPE, media_type);
        self.body = Some(body);
    }

    /// Keeps the first problem.
    fn refuse(&mut self, problem: String) {
        self.problem.get_or_insert(problem);
    }
}

/// Shows the operation and nothing that a caller supplied.
impl fmt::Debug for Request<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Request").field("operation", &self.operation.id()).finish_non_exhaustive()
    }
}

/// Puts the values into the template.
fn fill(template: &str, values: &[(&str, String)]) -> Result<String, String> {
    let mut filled = String::with_capacity(template.len() + 48);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, after)) = after.split_once('}') else {
            return Err(format!("the path {template} has a brace that isn't closed"));
        };
        let Some((_, value)) = values.iter().find(|(known, _)| *known == name) else {
            return Err(format!("path parameter {name} is missing"));
        };
        filled.push_str(before);
        filled.push_str(value);
        rest = after;
    }
    filled.push_str(rest);
    if filled.starts_with('/') { Ok(filled) } else { Err(format!("the path {template} must start with a slash")) }
}
