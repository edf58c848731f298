//! Puts a client together and refuses what can't work.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use florin_core::{ConfigError, RetryPolicy, Session, TokenCache, TokenCacheBuilder, TokenStore};
use sha2::{Digest, Sha256};

use super::account::Caller;
use super::login::Login;
use super::{Account, Authorized, Client, Credentials, Environment, operations};
use crate::oauth::TOKEN_ANSWER;
use crate::path_overrides::PathOverrides;
use crate::poll::Pace;
use crate::setting_names::in_own_words;
use crate::tuning::{Tuning, tuned};

/// Loans take hours or weeks, so there is no hurry to ask.
fn unhurried() -> Pace {
    Pace::default()
        .first(Duration::from_secs(30))
        .slowest(Duration::from_secs(900))
        .deadline(Duration::from_secs(24 * 3600))
}

/// Settings of a [`Client`]. Required are the environment; either [`credentials`](Self::credentials) or
/// [`authorized`](Self::authorized); and the [`account`](Self::account) behind a login.
#[must_use = "a builder does nothing until `build` is called"]
pub struct ClientBuilder {
    environment: Option<Environment>,
    credentials: Option<Credentials>,
    authorized: Option<Authorized>,
    account: Option<Account>,
    paths: PathOverrides,
    tuning: Tuning,
}

impl Default for ClientBuilder {
    fn default() -> Self {
        Self {
            environment: None,
            credentials: None,
            authorized: None,
            account: None,
            paths: PathOverrides::default(),
            tuning: Tuning::new(unhurried()),
        }
    }
}

impl ClientBuilder {
    /// Where to send to. Required.
    pub fn environment(mut self, environment: Environment) -> Self {
        self.environment = Some(environment);
        self
    }

    /// Who sends, by Financeit's own token call: a login or nobody in particular. The token is used until a call answers
    /// 401, then another one is asked for.
    pub fn credentials(mut self, credentials: Credentials) -> Self {
        self.credentials = Some(credentials);
        self
    }

    /// Who sends, by the authorization code flow: a [`Grant`](crate::oauth::Grant), or a
    /// [`StaticToken`](florin_core::StaticToken) that you got elsewhere.
    pub fn authorized(mut self, authorized: impl Into<Authorized>) -> Self {
        self.authorized = Some(authorized.into());
        self
    }

    /// Whose account it is: it decides what may be called, and whether a partner has to be named.
    ///
    /// Required with [`Credentials::login`], where a wrong guess would mean calls that the provider refuses. With
    /// [`authorized`](Self::authorized) everything may be called, and the account only says whether a missing partner is
    /// noticed before anything is sent. An anonymous token has no account, and this is passed over.
    pub const fn account(mut self, account: Account) -> Self {
        self.account = Some(account);
        self
    }

    /// Corrects the path of an operation, by its `operationId`, for who has the provider's own documentation: many paths are
    /// inferred, and some are guesses. A method may stand in front: `POST /single_access_links`.
    ///
    /// It has the placeholders of the path that it replaces, each once; that is checked by [`build`](Self::build). The token
    /// call, `create_user_oauth_token`, can be corrected as well. Of two corrections of one operation, the last one counts.
    pub fn path(mut self, operation: impl Into<String>, route: impl Into<String>) -> Self {
        self.paths.add(operation, route);
        self
    }

    /// Checks the settings and makes the client. Nothing is sent yet.
    ///
    /// # Errors
    /// [`ConfigError`] names the setting that is missing or can't work, and never shows a secret.
    pub fn build(mut self) -> Result<Client, ConfigError> {
        let environment = self.environment.take().ok_or_else(|| {
            ConfigError::new(
                "environment",
                "is missing; choose Environment::Training or Environment::Production",
            )
        })?;
        let api_url = environment.api_url();
        let (caller, mut tokens, key) = match (self.credentials.take(), self.authorized.take()) {
            (Some(credentials), None) => {
                credentials.check()?;
                let caller = self.caller(&credentials)?;
                let key = login_key(api_url, &credentials);
                let login = self.login(api_url, credentials, key.clone())?;
                self.tuning.transport = Some(login.session.transport());
                (caller, TokenCache::builder(login), Some(key))
            }
            (None, Some(Authorized { source, id })) => {
                let key = id.map(|id| format!("financeit {api_url} authorized {id}"));
                let caller = Caller::Authorized(self.account);
                (caller, TokenCache::builder(source), key)
            }
            (None, None) => {
                return Err(ConfigError::new(
                    "credentials",
                    "are missing; give credentials, or a token by authorized",
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
            tokens = shared(tokens, store, key)?;
        }
        let session = self
            .session(api_url)?
            .tokens(tokens.seam(self.tuning.seam.clone()).build()?)
            .retry(self.tuning.retry);
        Ok(Client {
            api: florin_financeit::Client::new(
                session
                    .build()
                    .map_err(|error| in_own_words(error, &NAMES))?,
            ),
            caller,
            pace: self.tuning.pace,
        })
    }

    fn caller(&self, credentials: &Credentials) -> Result<Caller, ConfigError> {
        match (credentials.user(), self.account) {
            (None, _) => Ok(Caller::Anonymous),
            (Some(_), Some(account)) => Ok(Caller::Login(account)),
            (Some(_), None) => Err(ConfigError::new(
                "account",
                "is missing; say Account::Merchant or Account::Broker, since a broker's login may do less",
            )),
        }
    }

    fn login(
        &self,
        api_url: &str,
        credentials: Credentials,
        key: String,
    ) -> Result<Login, ConfigError> {
        let session = self
            .session(api_url)?
            .anonymous()
            .limits(self.tuning.limits.response_bytes(TOKEN_ANSWER))
            // The cache of tokens repeats what may be repeated; two layers of patience would multiply.
            .retry(RetryPolicy::never());
        Ok(Login {
            session: session
                .build()
                .map_err(|error| in_own_words(error, &NAMES))?,
            request: credentials.into_request(),
            key,
        })
    }

    /// A session on the API, without an identity yet.
    fn session(&self, api_url: &str) -> Result<florin_core::SessionBuilder, ConfigError> {
        let mut session = Session::builder(api_url)
            // Documented: a 401 says that there is no token, or an invalid one.
            .checks_tokens_first()
            .limits(self.tuning.limits)
            .seam(self.tuning.seam.clone());
        if let Some(transport) = &self.tuning.transport {
            session = session.transport(Arc::clone(transport));
        }
        self.paths.apply(session, operations::ALL)
    }
}

tuned! {
    ClientBuilder:
    /// How pollers ask. Unless said: first after 30 seconds, then more and more seldom up to every 15 minutes, for a day. No
    /// interval and no rate limit is documented.
    pace,
    limits,
    /// How reads are retried. Invites and access links are never repeated once they may have arrived.
    retry,
    /// A [`StaticToken`](florin_core::StaticToken) can't be shared.
    token_store,
    /// Except those of a [`Grant`](crate::oauth::Grant), whose flow has a transport of its own.
    transport,
}

fn shared(
    tokens: TokenCacheBuilder,
    store: Arc<dyn TokenStore>,
    key: Option<String>,
) -> Result<TokenCacheBuilder, ConfigError> {
    match key {
        Some(key) => Ok(tokens.store(key, store)),
        None => Err(ConfigError::new(
            "token_store",
            "can't keep a StaticToken, which nothing tells from another user's; leave it out, or use Authorized::source",
        )),
    }
}

/// What the tokens of a login are shared under. The login itself may name a person, so a digest of it has to do.
fn login_key(api_url: &str, credentials: &Credentials) -> String {
    let app = credentials.app_id();
    match credentials.user() {
        None => format!("financeit {api_url} {app} anonymous"),
        Some(login) => {
            let digest = Sha256::digest(login.as_bytes());
            let digest: String = digest[..16]
                .iter()
                .map(|byte| format!("{byte:02x}"))
                .collect();
            format!("financeit {api_url} {app} login {digest}")
        }
    }
}

/// What a session calls its setting, and where it was given.
const NAMES: [(&str, &str); 1] = [("base_url", "environment.api")];

/// Shows where it will send to; the rest may be secret.
impl fmt::Debug for ClientBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientBuilder")
            .field("environment", &self.environment)
            .field("account", &self.account)
            .finish_non_exhaustive()
    }
}
