//! Where Monoova lives.

use crate::env_variables::Variables;
use florin_core::ConfigError;

/// The variable that [`Environment::from_env`] reads.
const VARIABLE: &str = "MONOOVA_API_URL";

/// One of the environments of Monoova's FX API.
///
/// Where tokens come from isn't part of it: no documentation says so, see
/// [`ClientBuilder::token_url`](super::ClientBuilder::token_url).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Environment {
    /// The provider's sandbox. Documented.
    Sandbox,
    /// Production: deals are binding and payments are real. Inferred from how the provider names the hosts of its other APIs.
    Production,
    /// Somewhere else: a sandbox of your own, a proxy, a recording. `https`, or `http` on loopback.
    Custom {
        /// What the paths of the API are appended to, such as `https://sand-api.monoova.com/global/v1`.
        api: String,
    },
}

impl Environment {
    /// The environment that `MONOOVA_API_URL` names: the line that the sandbox prints.
    ///
    /// # Errors
    /// [`ConfigError`] names the variable where it is missing or empty.
    pub fn from_env() -> Result<Self, ConfigError> {
        let api = Variables::of_process()
            .required(VARIABLE, "it names Monoova's FX API, such as the sandbox")?;
        Ok(Self::Custom { api })
    }

    /// The base URL of the API.
    #[must_use]
    pub fn api_url(&self) -> &str {
        match self {
            Self::Sandbox => "https://sand-api.monoova.com/global/v1",
            Self::Production => "https://api.monoova.com/global/v1",
            Self::Custom { api } => api,
        }
    }

    /// Where the token endpoint may be, for who wants to try: a guess, from the prefix of the API and from the usual path of
    /// the software that its errors and pages look like. `None` for a custom environment.
    ///
    /// Credentials are sent there, so it is never taken by itself.
    #[must_use]
    pub const fn guessed_token_url(&self) -> Option<&'static str> {
        match self {
            Self::Sandbox => Some("https://sand-api.monoova.com/global/oauth/token"),
            Self::Production => Some("https://api.monoova.com/global/oauth/token"),
            Self::Custom { .. } => None,
        }
    }
}
