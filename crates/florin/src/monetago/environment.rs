//! Where MonetaGo lives.

use crate::env_variables::Variables;
use florin_core::ConfigError;

/// One of MonetaGo's environments: an API host and a token host that belong together.
///
/// The two named ones are documented. The URLs are the ones that the provider prints, with its major version `v1`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Environment {
    /// Customer Test (UAT): everything works, no real client data. New major versions appear here first.
    CustomerTest,
    /// Production: real client data only. Credentials need MonetaGo's approval.
    Production,
    /// Somewhere else: a sandbox, a proxy, a recording. `https`, or `http` on loopback.
    Custom {
        /// What the paths of the API are appended to, such as `https://api.uat.securefinancing.com/v1`.
        api: String,
        /// What `/oauth/token` is appended to, such as `https://auth.uat.securefinancing.com`.
        auth: String,
    },
}

impl Environment {
    /// The environment that `MONETAGO_API_URL` and `MONETAGO_AUTH_URL` name: the two lines that the sandbox prints.
    ///
    /// # Errors
    /// [`ConfigError`] names the variable that is missing or empty. Both are needed: a token of one environment is worth
    /// nothing in another.
    pub fn from_env() -> Result<Self, ConfigError> {
        let variables = Variables::of_process();
        let read =
            |name| variables.required(name, "it names a host of MonetaGo, such as the sandbox");
        Ok(Self::Custom {
            api: read("MONETAGO_API_URL")?,
            auth: read("MONETAGO_AUTH_URL")?,
        })
    }

    /// The base URL of the API.
    #[must_use]
    pub fn api_url(&self) -> &str {
        match self {
            Self::CustomerTest => "https://api.uat.securefinancing.com/v1",
            Self::Production => "https://api.securefinancing.com/v1",
            Self::Custom { api, .. } => api,
        }
    }

    /// The base URL of the token host.
    #[must_use]
    pub fn auth_url(&self) -> &str {
        match self {
            Self::CustomerTest => "https://auth.uat.securefinancing.com",
            Self::Production => "https://auth.securefinancing.com",
            Self::Custom { auth, .. } => auth,
        }
    }
}
