//! Puts a client together and refuses what can't work.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use florin_core::{Budget, ConfigError, KeyMemory, TokenCache, TokenCacheBuilder};

use super::connection::Connection;
use super::credentials::Flow;
use super::{Access, Client, Credentials, Environment, operations};
use crate::env_variables::Variables;
use crate::ledger::Ledger;
use crate::oauth::{Authorized, BodyStyle, TokenEndpoint, TokenUrl};
use crate::path_overrides::PathOverrides;
use crate::poll::Pace;
use crate::setting_names::in_own_words;
use crate::tuning::{Tuning, tuned};

/// A state changes when somebody confirms or pays in, so there is no hurry to ask.
fn unhurried() -> Pace {
    Pace::default()
        .first(Duration::from_secs(5))
        .slowest(Duration::from_secs(300))
        .deadline(Duration::from_secs(24 * 3600))
}

/// Settings of a [`Client`]. Required are the environment, and either [`credentials`](Self::credentials) with a
/// [`token_url`](Self::token_url), or [`authorized`](Self::authorized).
#[must_use = "a builder does nothing until `build` is called"]
pub struct ClientBuilder {
    environment: Option<Environment>,
    token_url: Option<String>,
    credentials: Option<Credentials>,
    authorized: Option<(Access, Authorized)>,
    user_id: Option<i64>,
    paths: PathOverrides,
    has_token_path: bool,
    ledger: Option<Arc<dyn Ledger>>,
    keys: KeyMemory,
    tuning: Tuning,
    #[cfg(feature = "testing")]
    stand_in: Option<(Credentials, i64)>,
}

impl Default for ClientBuilder {
    fn default() -> Self {
        Self {
            environment: None,
            token_url: None,
            credentials: None,
            authorized: None,
            user_id: None,
            paths: PathOverrides::default(),
            has_token_path: false,
            ledger: None,
            keys: KeyMemory::default(),
            tuning: Tuning::new(unhurried()),
            #[cfg(feature = "testing")]
            stand_in: None,
        }
    }
}

impl ClientBuilder {
    /// Settings from `MONOOVA_API_URL`, `MONOOVA_TOKEN_URL`, and what [`Credentials::from_env`] reads. Change what is to be
    /// otherwise, then `build`.
    ///
    /// # Errors
    /// [`ConfigError`] names the variable that is missing, empty or not text. It never shows a value.
    pub fn from_env() -> Result<Self, ConfigError> {
        const TOKEN_URL: &str = "MONOOVA_TOKEN_URL";
        let environment = Environment::from_env()?;
        let hint = "it names where Monoova issues tokens, which no documentation says";
        let token_url = Variables::of_process().required(TOKEN_URL, hint)?;
        Ok(Self::default()
            .environment(environment)
            .token_url(token_url)
            .credentials(Credentials::from_env()?))
    }

    /// Where to send to. Required.
    pub fn environment(mut self, environment: Environment) -> Self {
        self.environment = Some(environment);
        self
    }

    /// Where tokens come from: a whole URL, `https`, or `http` on loopback. Required with [`credentials`](Self::credentials).
    ///
    /// No documentation says it, so there is no default: ask Monoova. Who wants to try first has a guess of ours in
    /// [`Environment::guessed_token_url`]. A URL with a query is refused, since requests and traces would show it; a token
    /// from such an endpoint can be had with [`authorized`](Self::authorized).
    pub fn token_url(mut self, url: impl Into<String>) -> Self {
        self.token_url = Some(url.into());
        self
    }

    /// Who sends. A token is asked for with the first call, renewed before its lifetime is over (its own, else the documented
    /// 24 hours), and once where a call answers 401.
    pub fn credentials(mut self, credentials: Credentials) -> Self {
        self.credentials = Some(credentials);
        self
    }

    /// Who sends, with tokens from elsewhere: a [`Grant`](crate::oauth::Grant) of the authorization code flow, a
    /// [`StaticToken`](florin_core::StaticToken), or a [source of your own](Authorized::source). `access` says what they give
    /// access to.
    pub fn authorized(mut self, access: Access, authorized: impl Into<Authorized>) -> Self {
        self.authorized = Some((access, authorized.into()));
        self
    }

    /// The user that calls are for, with a back office token; [`Client::for_user`] makes a client for another one. Without
    /// it, what needs a user is refused before it is sent, also through [`Client::api`] unless the request names one.
    ///
    /// Refused for [`Access::ClientWebsite`], where the token itself is one user's.
    pub const fn user_id(mut self, user_id: i64) -> Self {
        self.user_id = Some(user_id);
        self
    }

    /// Corrects the path of an operation, by its `operationId`, for who has the provider's own documentation: one path is
    /// documented, all others are inferred or guesses. A method may stand in front: `POST /transactions/{id}/confirm`.
    ///
    /// It has the placeholders of the path that it replaces, each once; that is checked by [`build`](Self::build). Where
    /// tokens come from is said by [`token_url`](Self::token_url) and not here. Of two corrections of one operation, the last
    /// one counts.
    pub fn path(mut self, operation: impl Into<String>, route: impl Into<String>) -> Self {
        let operation = operation.into();
        self.has_token_path |= operation == operations::CREATE_ACCESS_TOKEN.id();
        self.paths.add(operation, route);
        self
    }

    /// Where [references](super::Write::reference) are kept. Without a ledger, a write with a reference is refused.
    pub fn ledger(mut self, ledger: impl Ledger) -> Self {
        self.ledger = Some(Arc::new(ledger));
        self
    }

    /// What is remembered of idempotency keys, see [`KeyMemory`]. One of its own unless said: give clients that act for the same
    /// user clones of one, so that none uses a key for another request than another client has.
    pub fn key_memory(mut self, keys: KeyMemory) -> Self {
        self.keys = keys;
        self
    }

    /// Who sends where nobody else is said, and for which user where a back office does.
    #[cfg(feature = "testing")]
    pub(crate) fn stand_in(mut self, credentials: Credentials, user_id: i64) -> Self {
        self.stand_in = Some((credentials, user_id));
        self
    }

    /// Puts the stand-in where something is missing.
    #[cfg(feature = "testing")]
    fn stood_in(mut self) -> Self {
        let Some((credentials, user_id)) = self.stand_in.take() else {
            return self;
        };
        if self.credentials.is_none() && self.authorized.is_none() {
            self.credentials = Some(credentials);
        }
        let access = self.credentials.as_ref().map(Credentials::access);
        let access = access.or(self.authorized.as_ref().map(|(access, _)| *access));
        if access == Some(Access::BackOffice) {
            self.user_id = self.user_id.or(Some(user_id));
        }
        self
    }

    /// Checks the settings and makes the client. Nothing is sent yet.
    ///
    /// # Errors
    /// [`ConfigError`] names the setting that is missing or can't work, and never shows a secret.
    pub fn build(self) -> Result<Client, ConfigError> {
        #[cfg(feature = "testing")]
        let settings = self.stood_in();
        #[cfg(not(feature = "testing"))]
        let settings = self;
        settings.built()
    }

    fn built(mut self) -> Result<Client, ConfigError> {
        let environment = self.environment.take().ok_or_else(|| {
            ConfigError::new(
                "environment",
                "is missing; choose Environment::Sandbox or Environment::Production",
            )
        })?;
        if self.has_token_path {
            return Err(ConfigError::new(
                "path create_access_token",
                "isn't said here; give the whole address of the token endpoint to token_url",
            ));
        }
        let api_url = environment.api_url().to_owned();
        let token_url = self.token_url.as_deref();
        let token_url = token_url
            .map(|url| TokenUrl::parse("token_url", url))
            .transpose()?;
        let (access, mut tokens, key) = match (self.credentials.take(), self.authorized.take()) {
            (Some(credentials), None) => {
                let token_url = token_url.as_ref().ok_or_else(|| {
                    ConfigError::new(
                        "token_url",
                        "is missing; no documentation says where Monoova issues tokens, so ask it, or try \
                         Environment::guessed_token_url",
                    )
                })?;
                let access = credentials.access();
                let (tokens, key) = self.tokens(credentials, &api_url, token_url)?;
                (access, tokens, Some(key))
            }
            (None, Some((access, Authorized { source, id }))) => {
                let key = id.map(|id| format!("monoova {api_url} authorized {id}"));
                (access, TokenCache::builder(source), key)
            }
            (None, None) => {
                return Err(ConfigError::new(
                    "credentials",
                    "are missing; give credentials and a token_url, or a token by authorized",
                ));
            }
            (Some(_), Some(_)) => {
                return Err(ConfigError::new(
                    "credentials",
                    "are given together with authorized; give one of the two",
                ));
            }
        };
        if let Some(store) = self.tuning.token_store.take() {
            let key = key.ok_or_else(|| {
                ConfigError::new(
                    "token_store",
                    "can't keep a StaticToken, which nothing tells from another user's; leave it out, or use Authorized::source",
                )
            })?;
            tokens = tokens.store(key, store);
        }
        Client::new(
            Connection {
                api_url,
                token_url,
                paths: self.paths,
                tokens: tokens.seam(self.tuning.seam.clone()).build()?,
                transport: self.tuning.transport,
                limits: self.tuning.limits,
                retry: self.tuning.retry,
                budget: Budget::default(),
                keys: self.keys,
                seam: self.tuning.seam,
            },
            access,
            self.user_id,
            self.ledger,
            self.tuning.pace,
        )
    }

    /// Tokens for these credentials, and what they are shared under. What they are sent through is the client's from here on.
    fn tokens(
        &mut self,
        credentials: Credentials,
        api_url: &str,
        token_url: &TokenUrl,
    ) -> Result<(TokenCacheBuilder, String), ConfigError> {
        credentials.check()?;
        let key = credentials.store_key(token_url.as_str());
        let endpoint = TokenEndpoint {
            auth_url: token_url.server(),
            api_url,
            operation: &operations::CREATE_ACCESS_TOKEN,
            route: Some(token_url.path()),
            style: BodyStyle::Form,
            limits: self.tuning.limits,
            seam: self.tuning.seam.clone(),
            transport: self.tuning.transport.take(),
        };
        let in_own_words = |error| in_own_words(error, &NAMES);
        let (tokens, transport) = match credentials.into_flow() {
            Flow::ClientCredentials(flow) => {
                let source = flow.source(endpoint).map_err(in_own_words)?;
                let transport = source.transport();
                (TokenCache::builder(source), transport)
            }
            Flow::Password(flow) => {
                let source = flow.source(endpoint).map_err(in_own_words)?;
                let transport = source.transport();
                (TokenCache::builder(source), transport)
            }
        };
        self.tuning.transport = Some(transport);
        Ok((tokens, key))
    }
}

tuned! {
    ClientBuilder:
    /// How pollers ask. Unless said: first after 5 seconds, then more and more seldom up to every 5 minutes, for a day. No
    /// interval and no rate limit is documented.
    pace,
    ///
    /// The time of a call also bounds how long it waits for a request that the provider is still busy with (409).
    limits,
    /// How calls are retried. A write is only ever repeated under its idempotency key.
    retry,
    /// A [`StaticToken`](florin_core::StaticToken) can't be shared.
    token_store,
    /// Except those of a [`Grant`](crate::oauth::Grant), whose flow has a transport of its own.
    transport,
}

/// What a session calls its settings, and where they were given.
pub(super) const NAMES: [(&str, &str); 4] = [
    ("base_url", "environment.api"),
    ("server api", "environment.api"),
    ("server auth", "token_url"),
    ("path create_access_token", "token_url"),
];

/// Shows where it will send to; the rest may be secret.
impl fmt::Debug for ClientBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientBuilder")
            .field("environment", &self.environment)
            .finish_non_exhaustive()
    }
}
