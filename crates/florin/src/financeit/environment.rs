//! Where Financeit lives.

use crate::env_variables::Variables;
use florin_core::ConfigError;

/// The variable that [`Environment::from_env`] reads.
const VARIABLE: &str = "FINANCEIT_API_URL";

/// One of Financeit's environments. The two named ones are documented.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Environment {
    /// The provider's sandbox.
    Training,
    /// Production: real customers get real messages.
    Production,
    /// Somewhere else: a sandbox, a proxy, a recording. `https`, or `http` on loopback.
    Custom {
        /// What the paths of the API are appended to, such as `https://training.financeit.ca/en/api/v3`. Mind the `/en`:
        /// without it, the address is a page for readers.
        api: String,
    },
}

impl Environment {
    /// The environment that `FINANCEIT_API_URL` names: the line that the sandbox prints.
    ///
    /// # Errors
    /// [`ConfigError`] names the variable where it is missing or empty.
    pub fn from_env() -> Result<Self, ConfigError> {
        let api = Variables::of_process()
            .required(VARIABLE, "it names Financeit's API, such as the sandbox")?;
        Ok(Self::Custom { api })
    }

    /// The base URL of the API.
    #[must_use]
    pub fn api_url(&self) -> &str {
        match self {
            Self::Training => "https://training.financeit.ca/en/api/v3",
            Self::Production => "https://www.financeit.ca/en/api/v3",
            Self::Custom { api } => api,
        }
    }
}
