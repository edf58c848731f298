//! Where Nemuru lives.

use crate::env_variables::Variables;
use florin_core::ConfigError;

/// One of Nemuru's environments. Credentials belong to one of them.
///
/// The hosts are those of Nemuru's own samples and of an earlier public draft; the reference names none.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Environment {
    /// For tests: no lender is reached.
    Stage,
    /// Production: real customers are invited by e-mail and SMS.
    Production,
    /// Somewhere else: a sandbox, a proxy, a recording. `https`, or `http` on loopback.
    Custom {
        /// What the paths of the API are appended to, such as `https://api.stg.nemuru.io/api/v2`.
        api: String,
        /// What `/auth/login/` is appended to, where that is something else: newer samples of Nemuru log in at
        /// `https://api.stg.nemuru.io/api`.
        auth: Option<String>,
    },
}

impl Environment {
    /// The environment that `NEMURU_API_URL` names, with `NEMURU_AUTH_URL` for the login where that is set.
    ///
    /// # Errors
    /// [`ConfigError`] names the variable that is missing or empty, or not text.
    pub fn from_env() -> Result<Self, ConfigError> {
        Self::from_variables(&Variables::of_process())
    }

    fn from_variables(variables: &Variables<'_>) -> Result<Self, ConfigError> {
        let hint = "it names a host of Nemuru, such as the sandbox";
        let api = variables.required("NEMURU_API_URL", hint)?;
        let auth = variables.optional("NEMURU_AUTH_URL")?;
        Ok(Self::Custom { api, auth })
    }

    /// The base URL of the API.
    #[must_use]
    pub fn api_url(&self) -> &str {
        match self {
            Self::Stage => "https://api.stg.nemuru.io/api/v2",
            Self::Production => "https://api.nemuru.io/api/v2",
            Self::Custom { api, .. } => api,
        }
    }

    /// The base URL of the login: that of the API unless another one was given.
    #[must_use]
    pub fn auth_url(&self) -> &str {
        match self {
            Self::Custom {
                auth: Some(auth), ..
            } => auth,
            _ => self.api_url(),
        }
    }

    /// The setting that [`auth_url`](Self::auth_url) comes from.
    pub(super) const fn login_setting(&self) -> &'static str {
        match self {
            Self::Custom { auth: Some(_), .. } => "environment.auth",
            _ => "environment.api",
        }
    }
}

#[cfg(test)]
mod tests {
    use std::env::VarError;

    use super::*;

    fn with(api: Option<&str>, auth: Option<&str>) -> Result<Environment, ConfigError> {
        let [api, auth] = [api, auth].map(|value| value.map(str::to_owned));
        Environment::from_variables(&Variables::scripted(&|name| {
            let value = if name == "NEMURU_API_URL" {
                &api
            } else {
                &auth
            };
            value.clone().ok_or(VarError::NotPresent)
        }))
    }

    #[test]
    fn the_login_lives_with_the_api_unless_said() {
        let one = with(Some("https://a.example/v2"), None).unwrap();
        assert_eq!(one.auth_url(), "https://a.example/v2");
        let two = with(Some("https://a.example/v2"), Some("https://b.example")).unwrap();
        assert_eq!(
            (two.api_url(), two.auth_url()),
            ("https://a.example/v2", "https://b.example")
        );
        assert_eq!(Environment::Stage.auth_url(), Environment::Stage.api_url());
    }

    #[test]
    fn the_variable_that_is_missing_or_empty_is_named() {
        assert_eq!(with(None, None).unwrap_err().setting(), "NEMURU_API_URL");
        assert_eq!(
            with(Some(" "), None).unwrap_err().setting(),
            "NEMURU_API_URL"
        );
        assert_eq!(
            with(Some("https://a.example"), Some(""))
                .unwrap_err()
                .setting(),
            "NEMURU_AUTH_URL"
        );
    }
}
