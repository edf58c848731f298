//! One request on its way: parameters and body on top of an operation.

use std::fmt;
use std::fmt::Display;

use bytes::Bytes;
use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, COOKIE, HeaderName, HeaderValue};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;
use serde::de::DeserializeOwned;
use url::Url;

use crate::endpoint::Endpoint;
use crate::error::read_success;
use crate::session::Success;
use crate::{Error, Operation, Place, Response, Session, encode, query};

/// All but the characters that RFC 3986 leaves alone everywhere.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

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
    headers: Vec<(HeaderName, HeaderValue)>,
    /// The body, and what it is unless a header says otherwise.
    body: Option<(HeaderValue, Bytes)>,
    problem: Option<String>,
}

impl<'a> Request<'a> {
    pub(crate) fn new(session: &'a Session, operation: &'a Operation) -> Self {
        Self {
            session,
            operation,
            path: Vec::new(),
            query: String::new(),
            headers: Vec::new(),
            body: None,
            problem: None,
        }
    }

    /// Fills a placeholder of the path. The value is escaped; an empty one, `.` and `..` are refused.
    pub fn path<T: Display + ?Sized>(&mut self, name: &'a str, value: &T) -> &mut Self {
        let value = value.to_string();
        if matches!(value.as_str(), "" | "." | "..") {
            self.refuse(format!(
                "path parameter {name} is empty or a relative path segment; give it a value"
            ));
        }
        self.path
            .push((name, utf8_percent_encode(&value, ESCAPED).to_string()));
        self
    }

    /// Adds a query parameter. An absent value adds nothing, a list repeats the name, an object adds its fields.
    pub fn query<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) -> &mut Self {
        match query::pairs(Some(name), value) {
            Ok(pairs) => {
                for (name, value) in pairs {
                    self.query
                        .push(if self.query.is_empty() { '?' } else { '&' });
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
        match (
            HeaderName::from_bytes(name.as_bytes()),
            HeaderValue::from_str(&value.to_string()),
        ) {
            (Ok(name), Ok(mut value)) => {
                value.set_sensitive(self.is_sensitive(&name));
                self.headers.push((name, value));
            }
            (Err(_), _) => self.refuse(format!("{name:?} can't be the name of a header")),
            (_, Err(_)) => self.refuse(format!(
                "header {name} holds characters that no header may hold"
            )),
        }
        self
    }

    /// Sets a JSON body.
    pub fn json<T: Serialize + ?Sized>(&mut self, body: &T) -> &mut Self {
        match encode::json(body) {
            Ok(bytes) => self.body = Some((JSON, bytes.into())),
            Err(error) => self.refuse(format!("the body can't be written as JSON: {error}")),
        }
        self
    }

    /// Sets a form body (`application/x-www-form-urlencoded`).
    pub fn form<T: Serialize + ?Sized>(&mut self, body: &T) -> &mut Self {
        match query::pairs(None, body) {
            Ok(pairs) => {
                let form = url::form_urlencoded::Serializer::new(String::new())
                    .extend_pairs(pairs)
                    .finish();
                self.body = Some((FORM, form.into()));
            }
            Err(error) => self.refuse(format!("the form body {error}")),
        }
        self
    }

    /// Sets a text body of the given media type.
    pub fn text(&mut self, media_type: &str, body: impl Into<String>) -> &mut Self {
        match HeaderValue::from_str(media_type) {
            Ok(media_type) => self.body = Some((media_type, Bytes::from(body.into()))),
            Err(_) => self.refuse(format!("{media_type:?} can't be a media type")),
        }
        self
    }

    /// Sets a body of bytes (`application/octet-stream`).
    pub fn bytes(&mut self, body: impl Into<Bytes>) -> &mut Self {
        self.body = Some((OCTETS, body.into()));
        self
    }

    /// Sends it and reads a JSON answer.
    ///
    /// # Errors
    /// Whatever [`Error`] tells apart; see there.
    pub async fn send_json<T: DeserializeOwned, E: DeserializeOwned>(
        mut self,
    ) -> Result<Response<T>, Error<E>> {
        self.set_unless_given(ACCEPT, JSON);
        let operation = self.operation;
        let success = self.send().await?;
        read_success(operation, success)
    }

    /// Sends it and expects nothing but success.
    ///
    /// # Errors
    /// Whatever [`Error`] tells apart; see there.
    pub async fn send_empty<E: DeserializeOwned>(mut self) -> Result<Response<()>, Error<E>> {
        self.set_unless_given(ACCEPT, JSON);
        let answer = self.send().await?.answer;
        Ok(Response::new((), answer.status, answer.headers))
    }

    /// Sends it and hands the answer's bytes on as they are.
    ///
    /// # Errors
    /// Whatever [`Error`] tells apart; see there.
    pub async fn send_bytes<E: DeserializeOwned>(self) -> Result<Response<Bytes>, Error<E>> {
        let answer = self.send().await?.answer;
        Ok(Response::new(answer.body, answer.status, answer.headers))
    }

    async fn send<E: DeserializeOwned>(mut self) -> Result<Success, Error<E>> {
        let operation = self.operation;
        let refused = |problem| Error::invalid_request(operation, problem);
        if let Some(problem) = self.problem {
            return Err(refused(problem));
        }
        let endpoint = self.session.endpoint(operation).map_err(refused)?;
        let url = url(endpoint, operation, &self.path, &self.query).map_err(refused)?;
        let body = self.body.take().map(|(media_type, body)| {
            self.set_unless_given(CONTENT_TYPE, media_type);
            body
        });
        self.session
            .call(operation, endpoint, url, self.headers, body)
            .await
            .map_err(Error::read)
    }

    fn set_unless_given(&mut self, name: HeaderName, value: HeaderValue) {
        if !self.headers.iter().any(|(given, _)| *given == name) {
            self.headers.push((name, value));
        }
    }

    fn is_sensitive(&self, name: &HeaderName) -> bool {
        let declared = self.operation.sensitive_values().iter();
        [AUTHORIZATION, COOKIE].contains(name)
            || declared
                .into_iter()
                .any(|value| value.place == Place::Header && name == value.path)
    }

    /// Keeps the first problem.
    fn refuse(&mut self, problem: String) {
        self.problem.get_or_insert(problem);
    }
}

/// Shows the operation and nothing that a caller supplied.
impl fmt::Debug for Request<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Request")
            .field("operation", &self.operation.id())
            .finish_non_exhaustive()
    }
}

/// The whole URL, with the values in the place of the template's placeholders.
fn url(
    endpoint: &Endpoint,
    operation: &Operation,
    values: &[(&str, String)],
    query: &str,
) -> Result<Url, String> {
    let template = operation.template();
    let is_path = template.starts_with('/') && !template.contains(['?', '#']);
    if !is_path && !operation.is_rerouted() {
        return Err(format!(
            "the path {template} must start with a slash and hold no query; add that parameter by parameter"
        ));
    }
    let mut url =
        String::with_capacity(endpoint.as_str().len() + template.len() + query.len() + 48);
    url.push_str(endpoint.as_str());
    let mut rest = template;
    let mut filled = 0;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, after)) = after.split_once('}') else {
            return Err(format!("the path {template} has a brace that isn't closed"));
        };
        let Some((_, value)) = values.iter().find(|(known, _)| *known == name) else {
            return Err(format!("path parameter {name} is missing"));
        };
        url.push_str(before);
        url.push_str(value);
        rest = after;
        filled += 1;
    }
    if filled < values.len() {
        return Err(format!(
            "more path parameters are given than the path {template} has places for"
        ));
    }
    url.push_str(rest);
    let path = url.split('?').next().unwrap_or_default();
    if path.contains("/.")
        && path
            .split('/')
            .any(|segment| segment == "." || segment == "..")
    {
        return Err(format!(
            "the path {template} has a relative segment once it is filled"
        ));
    }
    match query.strip_prefix('?') {
        Some(query) if url.contains('?') => url.extend(["&", query]),
        _ => url.push_str(query),
    }
    Url::parse(&url).map_err(|error| format!("the path makes no URL ({error})"))
}
