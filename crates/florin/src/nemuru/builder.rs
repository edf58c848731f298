//! Puts a client together and refuses what can't work.

use std::fmt;
use std::time::Duration;

use florin_core::{ConfigError, Session, TokenCache};

use super::login::{Login, TokenHost};
use super::{Client, Credentials, Environment, operations};
use crate::path_overrides::PathOverrides;
use crate::poll::Pace;
use crate::setting_names::in_own_words;
use crate::tuning::{Tuning, tuned};

/// Settings of a [`Client`]. Environment and credentials are required.
#[must_use = "a builder does nothing until `build` is called"]
pub struct ClientBuilder {
    environment: Option<Environment>,
    credentials: Option<Credentials>,
    paths: PathOverrides,
    tuning: Tuning,
}

impl Default for ClientBuilder {
    fn default() -> Self {
        Self {
            environment: None,
            credentials: None,
            paths: PathOverrides::default(),
            // People take their time, and an invitation expires after 30 days.
            tuning: Tuning::new(
                Pace::default()
                    .first(Duration::from_secs(5))
                    .slowest(Duration::from_secs(120))
                    .deadline(Duration::from_secs(30 * 24 * 3600)),
            ),
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
            limits: self.tuning.limits,
            seam: self.tuning.seam.clone(),
            transport: self.tuning.transport,
        };
        let source = Login::new(credentials, host, |session| {
            self.paths.apply(session, operations::ALL)
        })
        .map_err(|error| in_own_words(error, &names(login_setting)))?;
        let transport = source.transport();
        let mut tokens = TokenCache::builder(source).seam(self.tuning.seam.clone());
        if let Some(store) = self.tuning.token_store {
            tokens = tokens.store(key, store);
        }
        let session = Session::builder(environment.api_url())
            .server("auth", environment.auth_url())
            .tokens(tokens.build()?)
            // Documented: a 401 says that the token is invalid or has run out, and nothing else.
            .checks_tokens_first()
            .transport(transport)
            .limits(self.tuning.limits)
            .retry(self.tuning.retry)
            .seam(self.tuning.seam);
        let session = self.paths.apply(session, operations::ALL)?;
        let session = session.build();
        Ok(Client {
            api: florin_nemuru::Client::new(
                session.map_err(|error| in_own_words(error, &names("environment.api")))?,
            ),
            pace: self.tuning.pace,
        })
    }
}

tuned! {
    ClientBuilder:
    /// How pollers ask. Unless said: after 5 seconds, then ever more slowly up to every two minutes, for 30 days.
    pace,
    limits,
    /// How failures are retried: reads, and the creation of a loan, which is repeated under the same identifier. Operations
    /// on loans, uploads and new webhooks are never repeated once they may have arrived.
    retry,
    /// The key that they are kept under holds the user name.
    token_store,
    transport,
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
