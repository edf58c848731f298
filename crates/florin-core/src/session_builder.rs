//! Puts a session together and refuses what can't work.

use std::fmt;
use std::sync::Arc;

use http::header::{HeaderMap, HeaderName, HeaderValue, USER_AGENT};

use crate::api_key::ApiKey;
use crate::budget::Budget;
use crate::default_headers::{DefaultHeaders, HeaderRule};
use crate::endpoint::Endpoint;
use crate::query_rule::{Absent, QueryRule};
use crate::request_parameters::FRAMING;
use crate::session::{Identity, Inner};
use crate::transport::Transport;
use crate::web::Web;
use crate::{
    ConfigError, KeyMemory, Limits, Operation, RetryPolicy, Seam, Secret, Session, Token,
    TokenCache, route,
};

/// Settings of a [`Session`]. All but the identity have defaults.
#[must_use = "a builder does nothing until `build` is called"]
pub struct SessionBuilder {
    base_url: String,
    servers: Vec<(String, String)>,
    routes: Vec<(&'static Operation, String)>,
    query_rules: Vec<QueryRule>,
    key_header: Option<&'static str>,
    identity: Option<Result<Identity, ConfigError>>,
    checks_tokens_first: bool,
    transport: Option<Arc<dyn Transport>>,
    headers: Vec<(String, String)>,
    default_headers: Vec<(String, String)>,
    header_rules: Vec<HeaderRule>,
    retry: RetryPolicy,
    budget: Budget,
    keys: KeyMemory,
    limits: Limits,
    seam: Seam,
}

impl SessionBuilder {
    pub(crate) fn new(base_url: String) -> Self {
        Self {
            base_url,
            servers: Vec::new(),
            routes: Vec::new(),
            query_rules: Vec::new(),
            key_header: None,
            identity: None,
            checks_tokens_first: false,
            transport: None,
            headers: Vec::new(),
            default_headers: Vec::new(),
            header_rules: Vec::new(),
            retry: RetryPolicy::default(),
            budget: Budget::default(),
            keys: KeyMemory::default(),
            limits: Limits::default(),
            seam: Seam::default(),
        }
    }

    /// Sends this token with each request. It can't be renewed, so a refusal of it is an answer like any other.
    pub fn bearer(mut self, token: impl Into<Secret>) -> Self {
        self.identity = Some(Ok(Identity::Bearer(Arc::new(Token::new(token)))));
        self
    }

    /// Takes the token of each request from here. Sessions that share a cache share its tokens.
    pub fn tokens(mut self, tokens: TokenCache) -> Self {
        self.identity = Some(Ok(Identity::Tokens(tokens)));
        self
    }

    /// Sends these credentials with each request in the header `Authorization`, under a scheme of the provider's: `Basic`, with
    /// the user name and the password as the scheme wants them, or one of its own.
    pub fn authorization(
        mut self,
        scheme: impl Into<String>,
        credentials: impl Into<Secret>,
    ) -> Self {
        let token = Token::new(credentials).with_type(scheme);
        self.identity = Some(Ok(Identity::Bearer(Arc::new(token))));
        self
    }

    /// Sends this key with each request in a header, where the provider takes no token. It replaces what a request has there.
    ///
    /// Like a token it is left out where an operation is sent without one, and shows in no `Debug`, trace or recording.
    ///
    /// ```
    /// use florin_core::Session;
    ///
    /// # fn main() -> Result<(), florin_core::ConfigError> {
    /// let session = Session::builder("https://api.example.com")
    ///     .api_key_header("X-Api-Key", "a key")
    ///     .build()?;
    /// # let _ = session;
    /// # Ok(())
    /// # }
    /// ```
    pub fn api_key_header(mut self, name: impl AsRef<str>, key: impl Into<Secret>) -> Self {
        let key = ApiKey::header(name.as_ref(), &key.into());
        self.identity = Some(key.map(Identity::Key));
        self
    }

    /// As [`api_key_header`](Self::api_key_header), in a cookie.
    pub fn api_key_cookie(mut self, name: impl AsRef<str>, key: impl Into<Secret>) -> Self {
        let key = ApiKey::cookie(name.as_ref(), &key.into());
        self.identity = Some(key.map(Identity::Key));
        self
    }

    /// As [`api_key_header`](Self::api_key_header), in the query of the URL. Servers and proxies log URLs: take a header where
    /// the provider has one too.
    pub fn api_key_query(mut self, name: impl AsRef<str>, key: impl Into<Secret>) -> Self {
        let key = ApiKey::query(name.as_ref(), key.into());
        self.identity = Some(key.map(Identity::Key));
        self
    }

    /// Sends requests without a token.
    pub fn anonymous(mut self) -> Self {
        self.identity = Some(Ok(Identity::Nobody));
        self
    }

    /// Says that the provider looks at the token before it does anything, so that a 401 means that nothing was done.
    ///
    /// Then a call is sent once more, with another token, even if it is one that must not be repeated. Unless this is said,
    /// such a call is sent again only where the answer itself says that the token was refused (`invalid_token`, RFC 6750).
    pub const fn checks_tokens_first(mut self) -> Self {
        self.checks_tokens_first = true;
        self
    }

    /// Names another host of the provider, for the operations that live there. The last URL given for a name counts.
    pub fn server(mut self, name: impl Into<String>, base_url: impl Into<String>) -> Self {
        let name = name.into();
        self.servers.retain(|(known, _)| *known != name);
        self.servers.push((name, base_url.into()));
        self
    }

    /// Sends an operation to another path than its spec says: `/loans/{id}`, or `PUT /loans/{id}` where the method is
    /// another one too. The last route given for an operation counts.
    ///
    /// The placeholders are those of the spec, each in one place; one may also stand in a query, as in
    /// `/files?loan={id}`, before the parameters that the operation has of its own. Nothing else about the operation
    /// changes: its host, its token, what may be repeated and what must not be shown are as the spec says. Traces, errors
    /// and recordings name the path that is used. Where the provider takes idempotency keys with other methods than with
    /// the spec's, say so with [`key_header`](Self::key_header).
    ///
    /// [`build`](Self::build) refuses a route that can't work: also a `GET` for what must not be repeated freely, a `DELETE`
    /// for what is safe to repeat, and a query parameter with a value of its own that this session
    /// [fills in](Self::default_query) or [insists on](Self::require_query). A query parameter that the route has and a
    /// request too is refused when it is sent.
    ///
    /// ```
    /// use florin_core::{Operation, Session, http::Method};
    ///
    /// static GET_LOAN: Operation = Operation::new("get_loan", Method::GET, "/loan/{id}");
    /// # fn main() -> Result<(), florin_core::ConfigError> {
    /// let session = Session::builder("https://api.example.com")
    ///     .anonymous()
    ///     .path(&GET_LOAN, "/loans/{id}")
    ///     .build()?;
    /// # let _ = session;
    /// # Ok(())
    /// # }
    /// ```
    pub fn path(mut self, operation: &'static Operation, route: impl Into<String>) -> Self {
        self.routes.retain(|(known, _)| !known.is_same(operation));
        self.routes.push((operation, route.into()));
        self
    }

    /// Refuses requests for an operation that haven't got this query parameter, before they are sent: for a parameter that
    /// the spec calls optional and this session's user can't do without. `why` goes into the error: why it is needed, and
    /// what to do. An empty value counts as none. The last rule given for a parameter counts.
    ///
    /// ```
    /// use florin_core::{Operation, Session, http::Method};
    ///
    /// static LIST: Operation = Operation::new("list", Method::GET, "/transactions");
    /// # fn main() -> Result<(), florin_core::ConfigError> {
    /// let session = Session::builder("https://api.example.com")
    ///     .anonymous()
    ///     .require_query(&LIST, "user_id", "this token is nobody's in particular; say whose transactions")
    ///     .build()?;
    /// # let _ = session;
    /// # Ok(())
    /// # }
    /// ```
    pub fn require_query(
        self,
        operation: &'static Operation,
        name: impl Into<String>,
        why: impl Into<String>,
    ) -> Self {
        self.query_rule(operation, name.into(), Absent::Refused(why.into()))
    }

    /// Adds this query parameter to requests for an operation that haven't got it. The last rule given for a parameter
    /// counts.
    pub fn default_query(
        self,
        operation: &'static Operation,
        name: impl Into<String>,
        value: impl fmt::Display,
    ) -> Self {
        self.query_rule(operation, name.into(), Absent::Filled(value.to_string()))
    }

    /// Names the header that the provider takes idempotency keys in with every `POST`, `PUT` and `PATCH`.
    ///
    /// Those then carry a key also where the spec has none for them: an operation that has got another method by
    /// [`path`](Self::path), or [one that no spec describes](Operation::custom). What may be repeated, and what is in doubt
    /// after a failure, stays as the operation says. Operations that are sent without a token carry none.
    pub const fn key_header(mut self, name: &'static str) -> Self {
        self.key_header = Some(name);
        self
    }

    fn query_rule(mut self, operation: &'static Operation, name: String, absent: Absent) -> Self {
        self.query_rules
            .retain(|rule| rule.name != name || !rule.operation.is_same(operation));
        self.query_rules.push(QueryRule {
            operation,
            name,
            absent,
        });
        self
    }

    /// Adds a header to every request that doesn't set it itself. One for an idempotency key is refused: it would be the
    /// same for all calls.
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// Adds a header to requests that haven't got it, where their operation [takes](Operation::default_header) a header of
    /// this name from its client: other operations don't get it. The last value given for a name counts.
    ///
    /// ```
    /// use florin_core::{Operation, Session, http::Method};
    ///
    /// static TRADE: Operation =
    ///     Operation::new("trade", Method::POST, "/trades").required_header("Requestor-ID");
    /// # fn main() -> Result<(), florin_core::ConfigError> {
    /// let session = Session::builder("https://api.example.com")
    ///     .anonymous()
    ///     .default_header("Requestor-ID", "4fca1ad5-0000-4000-8000-000000000001")
    ///     .build()?;
    /// # let _ = session;
    /// # Ok(())
    /// # }
    /// ```
    pub fn default_header(mut self, name: impl Into<String>, value: impl fmt::Display) -> Self {
        self.default_headers.push((name.into(), value.to_string()));
        self
    }

    /// Says what the values of a header look like that operations [take](Operation::default_header) from their client, and what
    /// to do about one that is missing or looks otherwise: `remedy` follows on "header … is missing; ". A request with a value
    /// that isn't valid is refused before it is sent, and the value isn't repeated. The last rule given for a name counts.
    ///
    /// For what stands on a session and has ways of its own to set the header.
    pub fn header_rule(
        mut self,
        name: &'static str,
        is_valid: fn(&str) -> bool,
        remedy: &'static str,
    ) -> Self {
        self.header_rules
            .retain(|rule| !rule.name.eq_ignore_ascii_case(name));
        self.header_rules.push(HeaderRule {
            name,
            is_valid,
            remedy,
        });
        self
    }

    /// How failures are retried.
    pub fn retry(mut self, retry: RetryPolicy) -> Self {
        self.retry = retry;
        self
    }

    /// What retries are paid from. A purse of its own unless set; sessions that are given clones of one share it.
    pub fn budget(mut self, budget: Budget) -> Self {
        self.budget = budget;
        self
    }

    /// What is remembered of idempotency keys. A memory of its own unless set; sessions that are given clones of one share it,
    /// as those should that act for the same user of the provider.
    pub fn key_memory(mut self, keys: KeyMemory) -> Self {
        self.keys = keys;
        self
    }

    /// How long a call may take and how much it may read.
    pub const fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// Sends through this instead of the network.
    pub fn transport(mut self, transport: Arc<dyn Transport>) -> Self {
        self.transport = Some(transport);
        self
    }

    /// Where time and chance come from.
    pub fn seam(mut self, seam: Seam) -> Self {
        self.seam = seam;
        self
    }

    /// Checks the settings and makes the session. Nothing is sent yet.
    ///
    /// # Errors
    /// [`ConfigError`] names the setting that can't work.
    pub fn build(self) -> Result<Session, ConfigError> {
        let base = Endpoint::parse("base_url", &self.base_url)?;
        let mut servers = Vec::with_capacity(self.servers.len());
        for (name, url) in self.servers {
            let endpoint = Endpoint::parse(&format!("server {name}"), &url)?;
            servers.push((name, endpoint));
        }
        let mut routes = Vec::with_capacity(self.routes.len());
        for (operation, route) in self.routes {
            let rerouted = route::rerouted(operation, &route, &self.query_rules)?;
            routes.push((operation, rerouted));
        }
        self.limits.check()?;
        if let Some(name) = self.key_header
            && HeaderName::from_bytes(name.as_bytes()).is_err()
        {
            return Err(ConfigError::new("key_header", "isn't a header name"));
        }
        let identity = match self.identity {
            Some(identity) => identity?,
            None => {
                return Err(ConfigError::new(
                    "identity",
                    "is missing; call bearer, tokens, authorization or one for an API key, or anonymous for an API that takes none of them",
                ));
            }
        };
        let transport = match self.transport {
            Some(transport) => transport,
            None => {
                let others = servers.iter().map(|(_, server)| server);
                Arc::new(Web::new(&self.limits, others.chain([&base]))?)
            }
        };
        let mut default_headers = DefaultHeaders::ruled_by(self.header_rules);
        for (name, value) in &self.default_headers {
            default_headers.set(name, value)?;
        }
        Ok(Session {
            default_headers: Arc::new(default_headers),
            inner: Arc::new(Inner {
                base,
                servers,
                routes,
                query_rules: self.query_rules,
                key_header: self.key_header,
                identity,
                checks_tokens_first: self.checks_tokens_first,
                transport,
                headers: headers(&self.headers)?,
                retry: self.retry,
                budget: self.budget,
                keys: self.keys,
                limits: self.limits,
                seam: self.seam,
            }),
        })
    }
}

fn headers(settings: &[(String, String)]) -> Result<HeaderMap, ConfigError> {
    let mut headers = HeaderMap::with_capacity(settings.len() + 1);
    headers.insert(
        USER_AGENT,
        HeaderValue::from_static(concat!("florin/", env!("CARGO_PKG_VERSION"))),
    );
    for (name, value) in settings {
        let setting = || format!("header {name:?}");
        let header = HeaderName::from_bytes(name.as_bytes())
            .map_err(|_| ConfigError::new(setting(), "isn't a header name"))?;
        if header == "idempotency-key" {
            return Err(ConfigError::new(
                setting(),
                "would send the same idempotency key with all calls, so that all but the first are taken for repeats of it; \
                 leave it out: the session makes a key for each call that takes one",
            ));
        }
        if FRAMING.contains(&header) {
            return Err(ConfigError::new(
                setting(),
                "says where a message goes or ends, which is the connection's to say; leave it out",
            ));
        }
        let value = HeaderValue::from_str(value)
            .map_err(|_| ConfigError::new(setting(), "has a value that no header may hold"))?;
        headers.insert(header, value);
    }
    Ok(headers)
}

/// Shows where it will send to. Identity and headers may be secret, and so may a base URL that wasn't checked yet.
impl fmt::Debug for SessionBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let base = Endpoint::parse("base_url", &self.base_url);
        f.debug_struct("SessionBuilder")
            .field("base_url", &base.as_ref().map(Endpoint::as_str))
            .finish_non_exhaustive()
    }
}
