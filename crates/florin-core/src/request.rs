//! One request on its way: parameters and body on top of an operation.

use std::fmt;

use bytes::Bytes;
use chrono::{DateTime, Utc};
use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, COOKIE, HeaderName, HeaderValue};
use url::Url;

use crate::default_headers;
use crate::endpoint::Endpoint;
use crate::key_field;
use crate::key_in_use::KeyInUse;
use crate::key_memory::Dates;
use crate::media_type::MediaType;
use crate::read_success::{read_success, take_nothing};
use crate::session::Success;
use crate::{
    Error, FileContent, Fingerprint, FromAnswer, IdempotencyKey, Operation, Place, Response, Retry,
    Session, filled_url, query_rule,
};

pub(crate) const JSON: HeaderValue = HeaderValue::from_static("application/json");

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
    pub(crate) session: &'a Session,
    /// As it was asked for; `operation` may be elsewhere.
    asked: &'a Operation,
    pub(crate) operation: &'a Operation,
    pub(crate) path: Vec<(&'a str, String)>,
    pub(crate) query: String,
    pub(crate) headers: Vec<(HeaderName, HeaderValue)>,
    /// The body, and what it is unless a header says otherwise.
    pub(crate) body: Option<(HeaderValue, Bytes)>,
    /// The body has the field by which the provider knows a repeat.
    pub(crate) has_key_field: bool,
    key: Option<IdempotencyKey>,
    key_dates: Dates,
    pub(crate) problem: Option<String>,
}

impl<'a> Request<'a> {
    pub(crate) fn new(
        session: &'a Session,
        asked: &'a Operation,
        operation: &'a Operation,
    ) -> Self {
        Self {
            session,
            asked,
            operation,
            path: Vec::new(),
            query: String::new(),
            headers: Vec::new(),
            body: None,
            has_key_field: false,
            key: None,
            key_dates: Dates::default(),
            problem: None,
        }
    }

    /// Sets the idempotency key. Without it, the session makes one for the call.
    ///
    /// Give a key where it has to outlast the call: the same request with the same key may be sent again and is done once,
    /// until the key is 23 hours old. What else is refused before it is sent: [`KeyMemory`](crate::KeyMemory) says it.
    ///
    /// ```no_run
    /// # async fn f(session: florin_core::Session) -> Result<(), Box<dyn std::error::Error>> {
    /// use florin_core::{Error, IdempotencyKey, Operation, Retry, http::Method};
    ///
    /// static PAY: Operation = Operation::new("pay", Method::POST, "/payments")
    ///     .retry(Retry::Keyed)
    ///     .key_header("Idempotency-Key");
    ///
    /// let key = IdempotencyKey::random(session.seam())?;
    /// // Write the key down here, before anything is sent.
    /// let mut request = session.request(&PAY);
    /// request.idempotency_key(&key).json(&serde_json::json!({ "amount": "12.50" }));
    /// let paid: Result<_, Error> = request.send_json::<serde_json::Value, _>().await;
    /// # Ok(())
    /// # }
    /// ```
    pub fn idempotency_key(&mut self, key: &IdempotencyKey) -> &mut Self {
        if self.key_header().is_none() {
            self.refuse("it takes no idempotency key; leave the key out".into());
        }
        if self.key.as_ref().is_some_and(|known| known != key) {
            self.refuse("it is given two idempotency keys; give it one".into());
        }
        self.key = Some(key.clone());
        self
    }

    /// Sets an idempotency key that was made at `made_at` and has not been sent yet: one that was written down first.
    ///
    /// The session then counts its age from that date on, also while nothing is sent: a process that stands still for a day
    /// between writing it down and sending it doesn't send it any more. A date that is more than an hour ahead of now is
    /// refused: then nobody knows how old the key is.
    ///
    /// Of a key that may have been sent, say so with [`idempotency_key_since`](Self::idempotency_key_since).
    pub fn idempotency_key_made(
        &mut self,
        key: &IdempotencyKey,
        made_at: DateTime<Utc>,
    ) -> &mut Self {
        self.key_dates.made = Some(made_at);
        self.idempotency_key(key)
    }

    /// Sets an idempotency key that went with the same request before: in another process, or through another session.
    ///
    /// The session then counts its age from `first_sent_at`, and takes it that the request may have been carried out. A date
    /// that is more than an hour ahead of now is refused: then nobody knows how old the key is.
    pub fn idempotency_key_since(
        &mut self,
        key: &IdempotencyKey,
        first_sent_at: DateTime<Utc>,
    ) -> &mut Self {
        self.key_dates.sent = Some(first_sent_at);
        self.idempotency_key(key)
    }

    /// What tells this request from others, as far as it is put together: a digest of method, URL and body.
    ///
    /// # Errors
    /// An [`Error::is_invalid_request`] where it isn't what the operation takes.
    pub fn fingerprint<E>(&self) -> Result<Fingerprint, Error<E>> {
        let refused = |problem| Error::invalid_request(self.operation, problem);
        let (_, url) = self.target().map_err(refused)?;
        Ok(self.digest(&url))
    }

    ///
    /// # Errors
    /// Whatever [`Error`] tells apart; see there.
    pub async fn send_json<T: FromAnswer, E: FromAnswer>(
        mut self,
    ) -> Result<Response<T>, Error<E>> {
        let accepted = self.operation.accepted_answers();
        let accepted = accepted.and_then(|listed| HeaderValue::from_str(listed).ok());
        self.set_unless_given(ACCEPT, accepted.unwrap_or(JSON));
        let operation = self.operation;
        let success = self.send().await?;
        read_success(operation, success)
    }

    /// Sends it and expects nothing but success.
    ///
    /// A body that comes all the same is let be, and is the [`raw_body`](Response::raw_body); unless it is a web page, calls itself
    /// JSON and is none, or names an error. Then something in between has answered, or somebody refuses under a good status, and
    /// whether anything was done is in [doubt](crate::Effect::MaybeApplied), unless the operation is safe to repeat.
    ///
    /// # Errors
    /// Whatever [`Error`] tells apart; see there.
    pub async fn send_empty<E: FromAnswer>(mut self) -> Result<Response<()>, Error<E>> {
        self.set_unless_given(ACCEPT, JSON);
        let operation = self.operation;
        let success = self.send().await?;
        take_nothing(operation, success)
    }

    /// Sends it and hands the answer's bytes on as they are.
    ///
    /// # Errors
    /// Whatever [`Error`] tells apart; see there.
    pub async fn send_bytes<E: FromAnswer>(self) -> Result<Response<Bytes>, Error<E>> {
        let success = self.send().await?;
        Ok(success.response(|body| body))
    }

    /// Sends it and hands on what the file holds that it is answered with.
    ///
    /// # Errors
    /// Whatever [`Error`] tells apart; see there.
    pub async fn send_file<E: FromAnswer>(self) -> Result<Response<FileContent>, Error<E>> {
        let success = self.send().await?;
        let media_type = MediaType::of(&success.answer.headers);
        Ok(success.response(|body| FileContent::new(body, media_type)))
    }

    async fn send<E: FromAnswer>(mut self) -> Result<Success, Error<E>> {
        let unkeyed = key_field::unkeyed(self.operation, self.has_key_field);
        let operation = unkeyed.as_ref().unwrap_or(self.operation);
        let refused = |problem| Error::invalid_request(operation, problem);
        let (endpoint, url) = self.target().map_err(refused)?;
        let is_sensitive = |name: &HeaderName| self.is_sensitive(name);
        let added = default_headers::added(operation, self.session, &self.headers, is_sensitive);
        self.headers.extend(added.map_err(refused)?);
        let key = self.admitted(&url)?;
        let body = self.body.take().map(|(media_type, body)| {
            self.set_unless_given(CONTENT_TYPE, media_type);
            body
        });
        self.session
            .call(operation, endpoint, url, self.headers, body, key)
            .await
            .map_err(Error::read)
    }

    /// Where it goes, unless something about it can't be sent.
    fn target(&self) -> Result<(&'a Endpoint, Url), String> {
        if let Some(problem) = &self.problem {
            return Err(problem.clone());
        }
        let session = self.session;
        let endpoint = session.endpoint(self.operation)?;
        let mut url = filled_url::url(endpoint, self.operation, &self.path, &self.query)?;
        query_rule::apply(session.query_rules(self.asked), &mut url)?;
        Ok((endpoint, url))
    }

    fn digest(&self, url: &Url) -> Fingerprint {
        let body = self.body.as_ref().map(|(_, body)| &body[..]);
        Fingerprint::of(self.operation, url, body)
    }

    /// Puts the key into its header, where the operation takes one, and holds it for the call.
    fn admitted<E>(&mut self, url: &Url) -> Result<Option<KeyInUse>, Error<E>> {
        let operation = self.operation;
        let refused = |problem: &str| Error::invalid_request(operation, problem);
        let Some(header) = self.key_header() else {
            return Ok(None);
        };
        let inner = &self.session.inner;
        if inner.headers.contains_key(header) {
            return Err(refused(
                "the session has a header for the idempotency key, the same for all calls; leave it out of the session",
            ));
        }
        let key = match &self.key {
            Some(key) => key.clone(),
            None => IdempotencyKey::random(&inner.seam).map_err(|e| refused(&e.to_string()))?,
        };
        let (Ok(name), Ok(mut value)) = (
            HeaderName::from_bytes(header.as_bytes()),
            HeaderValue::from_str(key.as_str()),
        ) else {
            return Err(refused(
                "its idempotency key has no header that it could go in",
            ));
        };
        value.set_sensitive(self.is_sensitive(&name));
        self.headers.push((name, value));
        let is_safe = operation.retry_class() == Retry::Safe;
        if is_safe && self.key.is_none() {
            // Nobody asks for the key of a read again, and reads would crowd those of writes out of the memory.
            return Ok(None);
        }
        let admitted = inner
            .keys
            .admit(&key, self.digest(url), self.key_dates, &inner.seam);
        admitted.map(Some).map_err(|why| {
            let error = refused(why.message());
            if why.is_in_doubt() && !is_safe {
                error.in_doubt()
            } else {
                error
            }
        })
    }

    pub(crate) fn set_body(&mut self, media_type: HeaderValue, body: Bytes, has_key_field: bool) {
        self.body = Some((media_type, body));
        self.has_key_field = has_key_field;
    }

    pub(crate) fn key_header(&self) -> Option<&'static str> {
        self.session.key_header(self.operation)
    }

    fn set_unless_given(&mut self, name: HeaderName, value: HeaderValue) {
        if !self.headers.iter().any(|(given, _)| *given == name) {
            self.headers.push((name, value));
        }
    }

    pub(crate) fn is_sensitive(&self, name: &HeaderName) -> bool {
        let declared = self.operation.sensitive_values().iter();
        [AUTHORIZATION, COOKIE].contains(name)
            || declared
                .into_iter()
                .any(|value| value.place == Place::Header && name == value.path)
    }

    /// Keeps the first problem.
    pub(crate) fn refuse(&mut self, problem: String) {
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
