//! Where Tradevest lives.

use florin_core::ConfigError;

use super::TokenEndpoint;
use crate::env_variables::Variables;

/// One of Tradevest's environments: three hosts that belong together, for the API, for tokens and for live prices.
///
/// The hosts are documented, but for that of production's prices, which is inferred from how the other two are named.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Environment {
    /// The test environment. Synthetic data only: the provider forbids data of real customers here. Releases arrive here about
    /// two weeks before production.
    Test,
    /// The environment between the two.
    Pretest,
    /// Production: real customers, real orders.
    Production,
    /// Somewhere else: a sandbox, a proxy, a recording. `https`, or `http` on loopback.
    Custom {
        /// What the paths of the API are appended to, such as `https://tvda-api.platform-test.tradevest.ai`.
        api: String,
        /// What the path of the [token endpoint](TokenEndpoint) is appended to, such as
        /// `https://b2b.auth.platform-test.tradevest.ai`.
        auth: String,
        /// The host of live prices, such as `https://prices-provider.platform-test.tradevest.ai`. Needed for prices alone.
        prices: Option<String>,
    },
}

impl Environment {
    /// The environment that `TRADEVEST_ENVIRONMENT` names (`test`, `pretest` or `production`), or else the hosts in
    /// `TRADEVEST_API_URL`, `TRADEVEST_AUTH_URL` and, where there are prices, `TRADEVEST_PRICES_URL`: the lines that the
    /// sandbox prints.
    ///
    /// # Errors
    /// [`ConfigError`] names the variable that is missing or empty, or that names no environment. A name and a host together are
    /// refused, since one of the two would be ignored.
    pub fn from_env() -> Result<Self, ConfigError> {
        Self::from_variables(&Variables::of_process())
    }

    pub(super) fn from_variables(variables: &Variables<'_>) -> Result<Self, ConfigError> {
        const NAME: &str = "TRADEVEST_ENVIRONMENT";
        const HOSTS: [&str; 3] = [
            "TRADEVEST_API_URL",
            "TRADEVEST_AUTH_URL",
            "TRADEVEST_PRICES_URL",
        ];
        let Some(name) = variables.optional(NAME)? else {
            let read = |variable| {
                variables.required(
                    variable,
                    "it names a host of Tradevest, such as the sandbox; or set TRADEVEST_ENVIRONMENT",
                )
            };
            return Ok(Self::Custom {
                api: read(HOSTS[0])?,
                auth: read(HOSTS[1])?,
                prices: variables.optional(HOSTS[2])?,
            });
        };
        for host in HOSTS {
            if variables.optional(host)?.is_some() {
                return Err(ConfigError::new(
                    host,
                    "is set, and TRADEVEST_ENVIRONMENT is; set the hosts or the name, and unset the other",
                ));
            }
        }
        match name.trim().to_ascii_lowercase().as_str() {
            "test" => Ok(Self::Test),
            "pretest" => Ok(Self::Pretest),
            "production" => Ok(Self::Production),
            _ => Err(ConfigError::new(
                NAME,
                "names no environment; there are test, pretest and production",
            )),
        }
    }

    /// The base URL of the API.
    #[must_use]
    pub fn api_url(&self) -> &str {
        match self {
            Self::Test => "https://tvda-api.platform-test.tradevest.ai",
            Self::Pretest => "https://tvda-api.platform-pretest.tradevest.ai",
            Self::Production => "https://tvda-api.platform-prod.tradevest.ai",
            Self::Custom { api, .. } => api,
        }
    }

    /// The base URL of the token host.
    #[must_use]
    pub fn auth_url(&self) -> &str {
        match self {
            Self::Test => "https://b2b.auth.platform-test.tradevest.ai",
            Self::Pretest => "https://b2b.auth.platform-pretest.tradevest.ai",
            Self::Production => "https://b2b.auth.platform-prod.tradevest.ai",
            Self::Custom { auth, .. } => auth,
        }
    }

    /// The base URL of the host of live prices; `None` for a custom environment that names none.
    #[must_use]
    pub fn prices_url(&self) -> Option<&str> {
        match self {
            Self::Test => Some("https://prices-provider.platform-test.tradevest.ai"),
            Self::Pretest => Some("https://prices-provider.platform-pretest.tradevest.ai"),
            Self::Production => Some("https://prices-provider.platform-prod.tradevest.ai"),
            Self::Custom { prices, .. } => prices.as_deref(),
        }
    }

    /// The token endpoint that is asked unless the builder is [told otherwise](super::ClientBuilder::token_endpoint).
    #[must_use]
    pub const fn usual_token_endpoint(&self) -> TokenEndpoint {
        match self {
            Self::Production => TokenEndpoint::Connect,
            Self::Test | Self::Pretest | Self::Custom { .. } => TokenEndpoint::Oauth2,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::env::VarError;

    use super::*;

    fn with(values: &[(&str, &str)]) -> Result<Environment, ConfigError> {
        let values: Vec<(String, String)> = values
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect();
        Environment::from_variables(&Variables::scripted(&|name| {
            let found = values.iter().find(|(known, _)| known == name);
            found
                .map(|(_, value)| value.clone())
                .ok_or(VarError::NotPresent)
        }))
    }

    #[test]
    fn an_environment_is_named_or_its_hosts_are() {
        let name = ("TRADEVEST_ENVIRONMENT", "Production");
        assert_eq!(with(&[name]).unwrap(), Environment::Production);
        let hosts = [
            ("TRADEVEST_API_URL", "http://127.0.0.1:1"),
            ("TRADEVEST_AUTH_URL", "http://127.0.0.1:2"),
        ];
        let custom = with(&hosts).unwrap();
        assert_eq!(custom.auth_url(), "http://127.0.0.1:2");
        assert_eq!(custom.prices_url(), None);
    }

    #[test]
    fn the_variable_that_is_missing_or_wrong_or_too_much_is_named() {
        let said = |values: &[(&str, &str)]| with(values).unwrap_err().setting().to_owned();
        assert_eq!(said(&[]), "TRADEVEST_API_URL");
        assert_eq!(
            said(&[("TRADEVEST_API_URL", "http://127.0.0.1:1")]),
            "TRADEVEST_AUTH_URL"
        );
        assert_eq!(
            said(&[("TRADEVEST_ENVIRONMENT", "live")]),
            "TRADEVEST_ENVIRONMENT"
        );
        let both = [
            ("TRADEVEST_ENVIRONMENT", "test"),
            ("TRADEVEST_PRICES_URL", "http://127.0.0.1:3"),
        ];
        assert_eq!(said(&both), "TRADEVEST_PRICES_URL");
    }

    #[test]
    fn only_production_asks_the_newer_token_endpoint_by_itself() {
        assert_eq!(
            Environment::Production.usual_token_endpoint(),
            TokenEndpoint::Connect
        );
        for other in [Environment::Test, Environment::Pretest] {
            assert_eq!(other.usual_token_endpoint(), TokenEndpoint::Oauth2);
        }
    }
}
