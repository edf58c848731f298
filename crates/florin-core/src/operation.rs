//! What a spec says of one operation, as a constant that travels with each call.
//!
//! The generated crates hold one [`Operation`] per operation of their spec. The session reads it to decide where a
//! request goes, whether it carries a token and what may be done after a failure; recordings and traces read it to
//! know which values must not be shown.

use std::borrow::Cow;

use http::{Method, StatusCode};

/// One operation of a provider: its name, place and promises.
///
/// ```
/// use florin_core::{Operation, Retry, http::Method};
///
/// static HEALTH: Operation = Operation::new("health", Method::GET, "/health").retry(Retry::Safe);
/// assert_eq!(HEALTH.template(), "/health");
/// ```
#[derive(Clone, Debug)]
pub struct Operation {
    id: Cow<'static, str>,
    method: Method,
    template: Cow<'static, str>,
    retry: Retry,
    provenance: Option<Provenance>,
    server: Option<&'static str>,
    public: bool,
    replays: bool,
    key_header: Option<&'static str>,
    key_field: Option<&'static str>,
    client_header: Option<ClientHeader>,
    in_progress: Option<u16>,
    may_be_empty: bool,
    accepted: Option<&'static str>,
    redirects: bool,
    rerouted: bool,
    sensitive: &'static [Sensitive],
}

impl Operation {
    /// An operation as generated code declares it: never retried, authorised, on the session's base URL.
    #[must_use]
    pub const fn new(id: &'static str, method: Method, template: &'static str) -> Self {
        Self {
            id: Cow::Borrowed(id),
            method,
            template: Cow::Borrowed(template),
            retry: Retry::Never,
            provenance: None,
            server: None,
            public: false,
            replays: false,
            key_header: None,
            key_field: None,
            client_header: None,
            in_progress: None,
            may_be_empty: false,
            accepted: None,
            redirects: false,
            rerouted: false,
            sensitive: &[],
        }
    }

    /// An operation that no spec describes: the way out when a provider has more than its crate knows.
    ///
    /// The template shows in traces and errors, so values go into placeholders and never into the template itself.
    ///
    /// `template` starts with `/` and is appended to the session's base URL. It may hold `{placeholders}`, filled by
    /// [`Request::path`](crate::Request::path). A `GET`, `HEAD` or `OPTIONS` is taken as [`Retry::Safe`], all else as
    /// [`Retry::Never`]; say otherwise with [`retry`](Self::retry).
    #[must_use]
    pub fn custom(method: Method, template: impl Into<String>) -> Self {
        let retry = if method.is_safe() {
            Retry::Safe
        } else {
            Retry::Never
        };
        Self {
            id: Cow::Borrowed("custom"),
            template: Cow::Owned(template.into()),
            retry,
            ..Self::new("", method, "")
        }
    }

    /// Says what may be done after a failure.
    #[must_use]
    pub const fn retry(mut self, retry: Retry) -> Self {
        self.retry = retry;
        self
    }

    /// Says how sure the spec is of this operation.
    #[must_use]
    pub const fn provenance(mut self, provenance: Provenance) -> Self {
        self.provenance = Some(provenance);
        self
    }

    /// Sends the operation to another host than the base URL: the one that the session knows under this name.
    #[must_use]
    pub const fn server(mut self, name: &'static str) -> Self {
        self.server = Some(name);
        self
    }

    /// Sends the operation without a token.
    #[must_use]
    pub const fn public(mut self) -> Self {
        self.public = true;
        self
    }

    /// Says that the provider stores its first answer under the key, a 500 too, and replays it. Of a [`Retry::Keyed`] only.
    #[must_use]
    pub const fn replays(mut self) -> Self {
        self.replays = true;
        self
    }

    /// Names the header that carries the idempotency key. Of a [`Retry::Keyed`] only.
    ///
    /// Each call then goes out with a key: that of [`Request::idempotency_key`](crate::Request::idempotency_key), or one
    /// that the session makes.
    #[must_use]
    pub const fn key_header(mut self, name: &'static str) -> Self {
        self.key_header = Some(name);
        self
    }

    /// Names the field of the body by which the provider knows a repeat. Of a [`Retry::Keyed`] only.
    ///
    /// A field inside another is named with a dot between them, `document.id`; in a form of several parts, the first name
    /// is that of a part that holds JSON. A request whose body hasn't got the field, or has it as `null` or empty, is
    /// treated as one of [`Retry::Never`].
    #[must_use]
    pub const fn key_field(mut self, path: &'static str) -> Self {
        self.key_field = Some(path);
        self
    }

    /// Names a header that may be set for all requests of a client, by
    /// [`SessionBuilder::default_header`](crate::SessionBuilder::default_header).
    #[must_use]
    pub const fn default_header(mut self, name: &'static str) -> Self {
        self.client_header = Some(ClientHeader {
            name,
            is_required: false,
        });
        self
    }

    /// As [`default_header`](Self::default_header), of a header that the provider wants: a request that has it neither by
    /// itself nor from its session is refused before anything is sent.
    #[must_use]
    pub const fn required_header(mut self, name: &'static str) -> Self {
        self.client_header = Some(ClientHeader {
            name,
            is_required: true,
        });
        self
    }

    /// Names the status by which the provider says that it is still processing the first request under the same key.
    /// Of a [`Retry::Keyed`] only.
    #[must_use]
    pub const fn in_progress(mut self, status: u16) -> Self {
        self.in_progress = Some(status);
        self
    }

    /// Says that a success may come without a body.
    #[must_use]
    pub const fn may_be_empty(mut self) -> Self {
        self.may_be_empty = true;
        self
    }

    /// Names the media types of its answers, as the header `Accept` lists them. Without it, JSON is asked for.
    #[must_use]
    pub const fn accepts(mut self, media_types: &'static str) -> Self {
        self.accepted = Some(media_types);
        self
    }

    /// Says that a redirect (3xx) is its success. It isn't followed: what it leads to stands in its headers.
    #[must_use]
    pub const fn redirects(mut self) -> Self {
        self.redirects = true;
        self
    }

    /// Names the values of the request that must not be shown.
    #[must_use]
    pub const fn sensitive(mut self, sensitive: &'static [Sensitive]) -> Self {
        self.sensitive = sensitive;
        self
    }

    /// The same operation elsewhere; `template` is checked.
    pub(crate) fn rerouted(mut self, method: Method, template: String) -> Self {
        self.method = method;
        self.template = Cow::Owned(template);
        self.rerouted = true;
        self
    }

    /// Whether the template is another one than the spec's, and may have a query.
    pub(crate) const fn is_rerouted(&self) -> bool {
        self.rerouted
    }

    /// Whether both are the same one of the same spec.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        self.id == other.id && self.template == other.template && self.method == other.method
    }

    /// The `operationId` of the spec; `custom` for [`Operation::custom`].
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The HTTP method.
    #[must_use]
    pub const fn method(&self) -> &Method {
        &self.method
    }

    /// The path below the base URL, with `{placeholders}`. Where a session was given
    /// [another one](crate::SessionBuilder::path), it may go on into a query.
    #[must_use]
    pub fn template(&self) -> &str {
        &self.template
    }

    /// What may be done after a failure.
    #[must_use]
    pub const fn retry_class(&self) -> Retry {
        self.retry
    }

    /// How sure the spec is of this operation; `None` for an operation that no spec describes.
    #[must_use]
    pub const fn certainty(&self) -> Option<Provenance> {
        self.provenance
    }

    /// The name of the host it lives on, where that is not the base URL.
    #[must_use]
    pub const fn server_name(&self) -> Option<&'static str> {
        self.server
    }

    /// Whether it is sent without a token.
    #[must_use]
    pub const fn is_public(&self) -> bool {
        self.public
    }

    /// Whether the provider stores its first answer under the key and replays it.
    #[must_use]
    pub const fn replays_answers(&self) -> bool {
        self.replays
    }

    /// The header that carries the idempotency key, where there is one.
    #[must_use]
    pub const fn idempotency_header(&self) -> Option<&'static str> {
        self.key_header
    }

    /// The field of the body by which the provider knows a repeat, where there is one.
    #[must_use]
    pub const fn idempotency_field(&self) -> Option<&'static str> {
        self.key_field
    }

    /// The header that may be set for all requests of a client, where there is one.
    #[must_use]
    pub fn client_header(&self) -> Option<&'static str> {
        self.client_header.map(|header| header.name)
    }

    /// Whether a request without its [`client_header`](Self::client_header) is refused.
    #[must_use]
    pub fn requires_client_header(&self) -> bool {
        self.client_header.is_some_and(|header| header.is_required)
    }

    /// The status that means that the first request under the same key is still being processed, where there is one.
    #[must_use]
    pub fn in_progress_status(&self) -> Option<StatusCode> {
        self.in_progress
            .and_then(|status| StatusCode::from_u16(status).ok())
    }

    /// Whether a success may come without a body: then it is read as `{}`, and failing that as `null`.
    #[must_use]
    pub const fn takes_empty_answers(&self) -> bool {
        self.may_be_empty
    }

    /// The media types of its answers, where they aren't JSON alone.
    #[must_use]
    pub const fn accepted_answers(&self) -> Option<&'static str> {
        self.accepted
    }

    /// Whether this status is a success.
    #[must_use]
    pub fn succeeds_with(&self, status: StatusCode) -> bool {
        status.is_success() || self.redirects && status.is_redirection()
    }

    /// The values of the request that must not be shown.
    #[must_use]
    pub const fn sensitive_values(&self) -> &'static [Sensitive] {
        self.sensitive
    }
}

/// A header that may be set for all requests of a client.
#[derive(Clone, Copy, Debug)]
struct ClientHeader {
    name: &'static str,
    is_required: bool,
}

/// What may be done with an operation whose outcome is in doubt (`x-retry` in the spec).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Retry {
    /// Repeating it changes nothing: it is repeated.
    Safe,
    /// Repeating it with the same key changes nothing: it is repeated, with the same key.
    ///
    /// Unless [`replays`](Operation::replays) says that the provider would only repeat its answer, that goes for a 500 too.
    Keyed,
    /// Repeating it may do it twice: a failure in doubt goes to the caller as
    /// [`Effect::MaybeApplied`](crate::Effect::MaybeApplied).
    Never,
}

/// How sure the spec is of an operation (`x-provenance` in the spec).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Provenance {
    /// Of its method and path.
    pub path: Certainty,
    /// Of what it takes; `None` where it takes nothing.
    pub request: Option<Certainty>,
    /// Of what it answers.
    pub response: Certainty,
}

/// Where a fact comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Certainty {
    /// The provider says so.
    Documented,
    /// We conclude it from what the provider says.
    Inferred,
    /// Nobody says so; the type is left open.
    Undocumented,
}

/// A value of a request that must not be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Sensitive {
    /// The part of the request that holds it.
    pub place: Place,
    /// In a body: a JSON pointer in which `*` stands for any index or key, and `!a!b` for any key but `a` and `b`.
    /// Elsewhere: the parameter's name.
    pub path: &'static str,
    /// Why it must not be shown.
    pub kind: Sensitivity,
}

/// A part of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// The body.
    Body,
    /// The query string.
    Query,
    /// The path.
    Path,
    /// A header.
    Header,
}

/// Why a value must not be shown (`x-sensitive` in the spec).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sensitivity {
    /// Who has it can act in the caller's name.
    Secret,
    /// It tells something about a person or a customer.
    Personal,
}
