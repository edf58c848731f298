//! Puts a client together and refuses what can't work.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use florin_core::{
    ConfigError, Limits, RetryPolicy, Seam, Session, TokenCache, TokenStore, Transport,
};

use super::login::{Login, TokenHost};
use super::{Client, Credentials, Environment, operations};
use crate::path_overrides::PathOverrides;
use crate::poll::Pace;
use crate::setting_names::in_own_words;

/// Settings of a [`Client`]. Environment and credentials are required.
#[must_use = "a builder does nothing until `build` is called"]
pub struct ClientBuilder {
    environment: Option<Environment>,
    credentials: Option<Credentials>,
    paths: PathOverrides,
    pace: Pace,
    limits: Limits,
    retry: RetryPolicy,
    seam: Seam,
    transport: Option<Arc<dyn Transport>>,
    token_store: Option<Arc<dyn TokenStore>>,
}

impl Default for ClientBuilder {
    fn default() -> Self {
        Self {
            environment: None,
            credentials: None,
            paths: PathOverrides::default(),
            // People take their time, and an invitation expires after 30 days.
            pace: Pace::default()
                .first(Duration::from_secs(5))
                .slowest(Duration::from_secs(120))
                .deadline(Duration::from_secs(30 * 24 * 3600)),
            limits: Limits::default(),
            retry: RetryPolicy::default(),
            seam: Seam::default(),
            transport: None,
            token_store: None,
        }
    }
}

impl ClientBuilder {
    /// Where to send to. Required.
    pub fn environment(mut self, environment: Environment) -> Self {
        self.environment = Some(environment);
        self
    }

    /// Who sends. Required.
    pub fn credentials(mut self, credentials: Credentials) -> Self {
        self.credentials = Some(credentials);
        self
    }

    /// Corrects the path of an operation, by its `operationId`: most of Nemuru's paths are inferred or guessed.
    ///
    /// The route is appended to the base URL and has the placeholders of the spec's path; it may name another method, and
    /// have a placeholder in a query. Of two corrections of one operation, the last one counts.
    ///
    /// ```
    /// use florin::nemuru::Client;
    ///
    /// let builder = Client::builder()
    ///     .path("get_agent_profile", "/agent/me/")
    ///     .path("perform_loan_operation", "PUT /loan/")
    ///     .path("list_files", "/loan/file/?loanId={loanId}");
    /// ```
    pub fn path(mut self, operation: impl Into<String>, route: impl Into<String>) -> Self {
        self.paths.add(operation, route);
        self
    }

    /// How pollers ask. Unless said: after 5 seconds, then ever more slowly up to every two minutes, for 30 days.
    pub const fn pace(mut self, pace: Pace) -> Self {
        self.pace = pace;
        self
    }

    /// How long a call may take and how much it may read. One try at a token has 10 seconds, whatever is said here.
    pub const fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// How failures are retried: reads, and the creation of a loan, which is repeated under the same identifier. Operations
    /// on loans, uploads and new webhooks are never repeated once they may have arrived.
    pub const fn retry(mut self, retry: RetryPolicy) -> Self {
        self.retry = retry;
        self
    }

    /// Shares tokens with other processes through a store, such as `florin::RedisStore` behind the feature `redis`. In this
    /// process alone unless said. The key that they are kept under holds the user name.
    pub fn token_store(mut self, store: impl TokenStore) -> Self {
        self.token_store = Some(Arc::new(store));
        self
    }

    /// Where time and chance come from: for tests.
    pub fn seam(mut self, seam: Seam) -> Self {
        self.seam = seam;
        self
    }

    /// Sends through this instead of the network: for tests and recordings.
    ///
    /// Token requests go through it as well.
    pub fn transport(mut self, transport: Arc<dyn Transport>) -> Self {
        self.transport = Some(transport);
        self
    }

    /// Checks the settings and makes the client. Nothing is sent yet.
    ///
    /// # Errors
    /// [`ConfigError`] names the setting that is missing or can't work, and never shows a secret.
    pub fn build(self) -> Result<Client, ConfigError> {
        let environment = self.environment.ok_or_else(|| {
            ConfigError::new(
                "environment",
                "is missing; choose Environment::Stage or Environment::Production",
            )
        })?;
        let credentials = self.credentials.ok_or_else(|| {
            ConfigError::new(
                "credentials",
                "are missing; see Credentials::from_env or Credentials::new",
            )
        })?;
        credentials.check()?;
        let login_setting = environment.login_setting();
        let key = format!("nemuru {} {}", environment.auth_url(), credentials.username);
        let host = TokenHost {
            auth_url: environment.auth_url(),
            api_url: environment.api_url(),
            limits: self.limits,
            seam: self.seam.clone(),
            transport: self.transport,
        };
        let source = Login::new(credentials, host, |session| {
            self.paths.apply(session, operations::ALL)
        })
        .map_err(|error| in_own_words(error, &names(login_setting)))?;
        let transport = source.transport();
        let mut tokens = TokenCache::builder(source).seam(self.seam.clone());
        if let Some(store) = self.token_store {
            tokens = tokens.store(key, store);
        }
        let session = Session::builder(environment.api_url())
            .server("auth", environment.auth_url())
            .tokens(tokens.build()?)
            // Documented: a 401 says that the token is invalid or has run out, and nothing else.
            .checks_tokens_first()
            .transport(transport)
            .limits(self.limits)
            .retry(self.retry)
            .seam(self.seam);
        let session = self.paths.apply(session, operations::ALL)?;
        let session = session.build();
        Ok(Client {
            api: florin_nemuru::Client::new(
                session.map_err(|error| in_own_words(error, &names("environment.api")))?,
            ),
            pace: self.pace,
        })
    }
}

/// What a session calls its settings, and where they were given. `base` is where its base URL was.
const fn names(base: &'static str) -> [(&'static str, &'static str); 3] {
    [
        ("base_url", base),
        ("server api", "environment.api"),
        ("server auth", "environment.auth"),
    ]
}

/// Shows where it will send to; the rest may be secret or personal.
impl fmt::Debug for ClientBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientBuilder")
            .field("environment", &self.environment)
            .finish_non_exhaustive()
    }
}
