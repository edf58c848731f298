//! Puts a client together and refuses what can't work.

use std::fmt;
#[cfg(feature = "tradevest-prices")]
use std::sync::Arc;
use std::time::Duration;

use florin_core::{ConfigError, Session, TokenCache};

#[cfg(feature = "tradevest-prices")]
use super::connection::Connection;
use super::{Client, Credentials, Environment, RequestorId, TokenEndpoint, operations, requestor};
use crate::env_variables::Variables;
use crate::oauth::{self, Application, BodyStyle, ClientCredentialsFlow};
use crate::path_overrides::PathOverrides;
use crate::poll::Pace;
use crate::setting_names::in_own_words;
use crate::tuning::{Tuning, tuned};
use crate::uuid_text::is_uuid;

/// How long a token is good for where the answer doesn't say (documented).
const LIFETIME: Duration = Duration::from_secs(3600);

/// What to do about a requestor that is missing or can't be one.
const NAME_A_PERSON: &str = "name a natural person by their UUID: for all calls with ClientBuilder::requestor or \
     Client::for_requestor, for one call with `requestor` of a Create or `requestor_id` of a generated operation";

/// Settings of a [`Client`]. Environment and credentials are required.
#[must_use = "a builder does nothing until `build` is called"]
pub struct ClientBuilder {
    environment: Option<Environment>,
    credentials: Option<Credentials>,
    token_endpoint: Option<TokenEndpoint>,
    scope: Option<String>,
    requestor: Option<RequestorId>,
    paths: PathOverrides,
    #[cfg(feature = "tradevest-trading")]
    securities_order_path: Option<String>,
    has_token_path: bool,
    tuning: Tuning,
}

impl Default for ClientBuilder {
    fn default() -> Self {
        Self {
            environment: None,
            credentials: None,
            token_endpoint: None,
            scope: None,
            requestor: None,
            paths: PathOverrides::default(),
            #[cfg(feature = "tradevest-trading")]
            securities_order_path: None,
            has_token_path: false,
            // Most commands are through in seconds; what a person decides takes days, and is waited for with a longer
            // deadline or with webhooks.
            tuning: Tuning::new(
                Pace::default()
                    .first(Duration::from_secs(2))
                    .slowest(Duration::from_secs(60)),
            ),
        }
    }
}

impl ClientBuilder {
    /// Settings from the environment variables: what [`Environment::from_env`] and [`Credentials::from_env`] read, and where
    /// they are set `TRADEVEST_TOKEN_PATH`, `TRADEVEST_SCOPE` and `TRADEVEST_REQUESTOR_ID`. Change what is to be otherwise,
    /// then `build`.
    ///
    /// A token path that is one of the documented ones stands for that [endpoint](TokenEndpoint) with its scope; another one
    /// goes without a scope unless `TRADEVEST_SCOPE` names it.
    ///
    /// # Errors
    /// [`ConfigError`] names the variable that is missing, empty, not text or of another form than it has to be. It never shows
    /// a secret.
    pub fn from_env() -> Result<Self, ConfigError> {
        Self::from_variables(&Variables::of_process())
    }

    pub(super) fn from_variables(variables: &Variables<'_>) -> Result<Self, ConfigError> {
        const REQUESTOR: &str = "TRADEVEST_REQUESTOR_ID";
        let mut builder = Self::default()
            .environment(Environment::from_variables(variables)?)
            .credentials(Credentials::from_variables(variables)?);
        if let Some(path) = variables.optional("TRADEVEST_TOKEN_PATH")? {
            let known = [TokenEndpoint::Connect, TokenEndpoint::Oauth2];
            let known = known.into_iter().find(|known| known.path() == path);
            builder = builder.token_endpoint(known.unwrap_or(TokenEndpoint::custom(path, None)));
        }
        if let Some(scope) = variables.optional("TRADEVEST_SCOPE")? {
            builder = builder.scope(scope);
        }
        if let Some(requestor) = variables.optional(REQUESTOR)? {
            let requestor = RequestorId::new(requestor).map_err(|_| {
                ConfigError::new(
                    REQUESTOR,
                    "isn't a UUID; give the identifier of a natural person",
                )
            })?;
            builder = builder.requestor(requestor);
        }
        Ok(builder)
    }

    /// Where to send to. Required.
    pub fn environment(mut self, environment: Environment) -> Self {
        self.environment = Some(environment);
        self
    }

    /// Who sends. Required. A token is asked for with the first call, and renewed before its hour is over (documented).
    ///
    /// Where a call answers 401, another token is asked for and the call made once more, and no third time; a 403 is an answer
    /// like any other. That holds for every call, also for one that is otherwise sent once: that the provider looks at the token
    /// before it does anything, so that nothing was done where it refuses it, is inferred.
    pub fn credentials(mut self, credentials: Credentials) -> Self {
        self.credentials = Some(credentials);
        self
    }

    /// Which path of the token host is asked, and for which scope. Unless said, the
    /// [usual one](Environment::usual_token_endpoint) of the environment; [`TokenEndpoint`] says what is documented.
    pub fn token_endpoint(mut self, endpoint: TokenEndpoint) -> Self {
        self.token_endpoint = Some(endpoint);
        self
    }

    /// Asks for another scope than the token endpoint's own. Several go with a blank between them.
    pub fn scope(mut self, scope: impl Into<String>) -> Self {
        self.scope = Some(scope.into());
        self
    }

    /// The person in whose name calls are made unless they name another; see [`RequestorId`], and
    /// [`Client::for_requestor`] for a client of another one.
    ///
    /// Where Tradevest requires a requestor, a call without one is refused before it is sent. So is every call with one that isn't
    /// a UUID, as `requestor_id` of a generated operation takes it.
    pub fn requestor(mut self, requestor: RequestorId) -> Self {
        self.requestor = Some(requestor);
        self
    }

    /// Corrects the path of an operation, by its `operationId`, for who knows better than the spec: some paths stand in the
    /// guides otherwise than in the reference. A method may stand in front.
    ///
    /// ```
    /// use florin::tradevest::Client;
    ///
    /// let builder = Client::builder().path("get_webhooks", "GET /v2/webhooks");
    /// ```
    ///
    /// It has the placeholders of the path that it replaces, each once; that is checked by [`build`](Self::build), and so is that
    /// the operation belongs to a feature that is on. It may have a query of its own, which then goes with every request of the
    /// operation. Where tokens come from is said by [`token_endpoint`](Self::token_endpoint), and where orders of securities go by
    /// `securities_order_path`, and not here. Of two corrections of one operation, the last one counts.
    pub fn path(mut self, operation: impl Into<String>, route: impl Into<String>) -> Self {
        let operation = operation.into();
        self.has_token_path |= operation == operations::GET_TOKEN.id();
        self.paths.add(operation, route);
        self
    }

    /// Where orders of securities are placed, such as `/trading/…`: no path for that is documented, so Tradevest has to tell you.
    /// Without one, placing such an order is refused before anything is sent. A method may stand in front; it is `POST` (documented).
    #[cfg(feature = "tradevest-trading")]
    pub fn securities_order_path(mut self, route: impl Into<String>) -> Self {
        self.securities_order_path = Some(route.into());
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
                "is missing; choose Environment::Test or Environment::Production",
            )
        })?;
        let credentials = self.credentials.ok_or_else(|| {
            ConfigError::new(
                "credentials",
                "are missing; see Credentials::from_env or Credentials::new",
            )
        })?;
        credentials.check()?;
        if self.has_token_path {
            return Err(ConfigError::new(
                "path get_token",
                "isn't said here; give it to token_endpoint, with its scope",
            ));
        }
        if let Some(name) = self.paths.unknown(operations::ALL) {
            return Err(unknown(name));
        }
        let mut token_endpoint = self
            .token_endpoint
            .unwrap_or_else(|| environment.usual_token_endpoint());
        if let Some(scope) = self.scope {
            token_endpoint = TokenEndpoint::custom(token_endpoint.path(), Some(scope));
        }
        token_endpoint.check()?;
        let scope = token_endpoint.scope();
        let key = format!(
            "tradevest {}{} {} {}",
            environment.auth_url(),
            token_endpoint.path(),
            credentials.client_id,
            scope.unwrap_or_default(),
        );
        let flow = ClientCredentialsFlow {
            application: Application {
                client_id: credentials.client_id,
                client_secret: credentials.client_secret,
            },
            audience: None,
            scope: scope.map(str::to_owned),
            usual_lifetime: Some(LIFETIME),
        };
        let source = flow
            .source(oauth::TokenEndpoint {
                auth_url: environment.auth_url(),
                api_url: environment.api_url(),
                operation: &operations::GET_TOKEN,
                route: Some(token_endpoint.path()),
                style: BodyStyle::Form,
                limits: self.tuning.limits,
                seam: self.tuning.seam.clone(),
                transport: self.tuning.transport,
            })
            .map_err(|error| in_own_words(error, &NAMES))?;
        let transport = source.transport();
        let mut tokens = TokenCache::builder(source).seam(self.tuning.seam.clone());
        if let Some(store) = self.tuning.token_store {
            tokens = tokens.store(key, store);
        }
        let tokens = tokens.build()?;
        let mut session = Session::builder(environment.api_url())
            .server("auth", environment.auth_url())
            .path(&operations::GET_TOKEN, token_endpoint.path())
            .tokens(TokenCache::clone(&tokens))
            .checks_tokens_first()
            .header_rule(requestor::HEADER, is_uuid, NAME_A_PERSON)
            .transport(transport)
            .limits(self.tuning.limits)
            .retry(self.tuning.retry)
            .seam(self.tuning.seam);
        if let Some(prices) = environment.prices_url() {
            // No operation lives there; a URL that can't work is told here.
            session = session.server("prices", prices);
        }
        #[cfg(feature = "tradevest-trading")]
        let places_securities = self.securities_order_path.is_some();
        #[cfg(feature = "tradevest-trading")]
        if let Some(route) = self.securities_order_path {
            session = session.path(&super::trading::PLACE, route);
        }
        let session = self.paths.apply(session, operations::ALL)?;
        let session = session
            .build()
            .map_err(|error| in_own_words(error, &NAMES))?;
        let client = Client::new(
            florin_tradevest::Client::new(session),
            #[cfg(any(feature = "tradevest-onboarding", feature = "tradevest-trading"))]
            self.tuning.pace,
            #[cfg(feature = "tradevest-trading")]
            places_securities,
            #[cfg(feature = "tradevest-prices")]
            Arc::new(Connection {
                environment,
                tokens,
            }),
        );
        Ok(match self.requestor {
            Some(requestor) => client.for_requestor(requestor),
            None => client,
        })
    }
}

tuned! {
    ClientBuilder:
    /// How pollers ask. Unless said: first after 2 seconds, then more and more seldom up to every minute. No interval and no rate
    /// limit is documented.
    pace,
    limits,
    /// How failures are retried: reads, and creations under their external id. All else is never repeated once it may have
    /// arrived. A refused token isn't one of them, see [`credentials`](Self::credentials).
    retry,
    /// The key that they are kept under holds the token endpoint, the client id and the scope.
    token_store,
    transport,
}

/// What to say of a path for what is no operation of this client's.
fn unknown(name: &str) -> ConfigError {
    let problem = if name == "create_trading_market_order" {
        "isn't said here, since there is none to correct; give it to securities_order_path, which is there with the feature \
         tradevest-trading"
            .to_owned()
    } else {
        let names: Vec<&str> = operations::ALL.iter().map(|known| known.id()).collect();
        format!(
            "names no operation of the features that are on; turn on the feature that it belongs to, or take one of {}",
            names.join(", ")
        )
    };
    ConfigError::new(format!("path {name}"), problem)
}

/// What a session calls its settings, and where they were given.
pub(super) const NAMES: [(&str, &str); 6] = [
    ("path create_trading_market_order", "securities_order_path"),
    ("base_url", "environment.api"),
    ("server api", "environment.api"),
    ("server auth", "environment.auth"),
    ("server prices", "environment.prices"),
    ("path get_token", "token_endpoint"),
];

/// Shows where it will send to and in whose name; the rest may be secret.
impl fmt::Debug for ClientBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientBuilder")
            .field("environment", &self.environment)
            .field("token_endpoint", &self.token_endpoint)
            .field("requestor", &self.requestor)
            .finish_non_exhaustive()
    }
}
