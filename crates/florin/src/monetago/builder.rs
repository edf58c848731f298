//! Puts a client together and refuses what can't work.

use std::fmt;

use florin_core::{ConfigError, Session, TokenCache};

use super::{Client, ClientCredentials, Environment};
use crate::oauth::{Application, BodyStyle, ClientCredentialsFlow, TokenEndpoint};
use crate::setting_names::in_own_words;
use crate::tuning::{Tuning, tuned};

/// Settings of a [`Client`]. Environment and credentials are required.
#[derive(Default)]
#[must_use = "a builder does nothing until `build` is called"]
pub struct ClientBuilder {
    environment: Option<Environment>,
    credentials: Option<ClientCredentials>,
    institution: Option<String>,
    tuning: Tuning,
}

impl ClientBuilder {
    /// Where to send to. Required.
    pub fn environment(mut self, environment: Environment) -> Self {
        self.environment = Some(environment);
        self
    }

    /// Who sends. Required.
    pub fn credentials(mut self, credentials: ClientCredentials) -> Self {
        self.credentials = Some(credentials);
        self
    }

    /// The lender on whose behalf calls are made: a BIC or a UUID, at most 36 characters (documented).
    ///
    /// It is filled in where a request leaves it out. Financing and cancelling need it.
    pub fn institution(mut self, institution: impl Into<String>) -> Self {
        self.institution = Some(institution.into());
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
                "is missing; choose Environment::CustomerTest or Environment::Production",
            )
        })?;
        let credentials = self.credentials.ok_or_else(|| {
            ConfigError::new(
                "credentials",
                "are missing; see ClientCredentials::from_env or ClientCredentials::new",
            )
        })?;
        credentials.check()?;
        if let Some(institution) = &self.institution {
            check_institution(institution)?;
        }
        let key = format!(
            "monetago {} {} {}",
            environment.auth_url(),
            credentials.client_id,
            credentials.audience,
        );
        let flow = ClientCredentialsFlow {
            application: Application {
                client_id: credentials.client_id,
                client_secret: credentials.client_secret,
            },
            audience: Some(credentials.audience),
            scope: None,
            usual_lifetime: None,
        };
        let source = flow
            .source(TokenEndpoint {
                auth_url: environment.auth_url(),
                api_url: environment.api_url(),
                operation: &florin_monetago::operations::CREATE_ACCESS_TOKEN,
                route: None,
                style: BodyStyle::Json,
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
        let session = Session::builder(environment.api_url())
            .server("auth", environment.auth_url())
            .tokens(tokens.build()?)
            .transport(transport)
            .limits(self.tuning.limits)
            .retry(self.tuning.retry)
            .seam(self.tuning.seam);
        Ok(Client {
            api: florin_monetago::Client::new(
                session
                    .build()
                    .map_err(|error| in_own_words(error, &NAMES))?,
            ),
            institution: self.institution,
            pace: self.tuning.pace,
        })
    }
}

tuned! {
    ClientBuilder:
    /// How pollers ask. Matching takes seconds; no interval is documented.
    pace,
    limits,
    /// How reads are retried. Registrations, financings and cancellations are never repeated once they may have arrived.
    retry,
    token_store,
    transport,
}

fn check_institution(institution: &str) -> Result<(), ConfigError> {
    match institution.chars().count() {
        _ if institution.trim() != institution => Err(ConfigError::new(
            "institution",
            "starts or ends with white space; give the BIC or UUID alone",
        )),
        0 => Err(ConfigError::new(
            "institution",
            "is empty; give the lender's BIC or UUID",
        )),
        1..=36 => Ok(()),
        length => Err(ConfigError::new(
            "institution",
            format!("has {length} characters; a BIC or UUID has at most 36"),
        )),
    }
}

/// What a session calls its settings, and where they were given.
const NAMES: [(&str, &str); 3] = [
    ("base_url", "environment.api"),
    ("server auth", "environment.auth"),
    ("server api", "environment.api"),
];

/// Shows where it will send to; the rest may be secret.
impl fmt::Debug for ClientBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientBuilder")
            .field("environment", &self.environment)
            .finish_non_exhaustive()
    }
}
