//! Who calls MonetaGo.

use std::fmt;

use crate::credential_parts;
use crate::env_variables::Variables;
use florin_core::{ConfigError, Secret};

/// The variables that [`ClientCredentials::from_env`] reads, in the order of the constructor's arguments.
const VARIABLES: [&str; 3] = [
    "MONETAGO_CLIENT_ID",
    "MONETAGO_CLIENT_SECRET",
    "MONETAGO_AUDIENCE",
];

/// What MonetaGo issues to a lender for one environment: client id, client secret and audience. Documented.
///
/// ```
/// use florin::monetago::ClientCredentials;
///
/// let credentials = ClientCredentials::new("client id", "client secret", "audience");
/// assert!(!format!("{credentials:?}").contains("client secret"));
/// ```
#[derive(Clone)]
pub struct ClientCredentials {
    pub(super) client_id: String,
    pub(super) client_secret: Secret,
    pub(super) audience: String,
}

impl ClientCredentials {
    /// Credentials from code. An empty part, or one with white space around it, is refused when the client is built.
    pub fn new(
        client_id: impl Into<String>,
        client_secret: impl Into<Secret>,
        audience: impl Into<String>,
    ) -> Self {
        Self {
            client_id: client_id.into(),
            client_secret: client_secret.into(),
            audience: audience.into(),
        }
    }

    /// Credentials from `MONETAGO_CLIENT_ID`, `MONETAGO_CLIENT_SECRET` and `MONETAGO_AUDIENCE`.
    ///
    /// # Errors
    /// [`ConfigError`] names the variable that is missing, empty or not text. It never shows a value.
    pub fn from_env() -> Result<Self, ConfigError> {
        Self::from_variables(&Variables::of_process())
    }

    fn from_variables(variables: &Variables<'_>) -> Result<Self, ConfigError> {
        let [client_id, client_secret, audience] = VARIABLES
            .map(|name| variables.required(name, "MonetaGo issues its value per environment"));
        Ok(Self {
            client_id: client_id?,
            client_secret: client_secret?.into(),
            audience: audience?,
        })
    }

    pub(super) fn check(&self) -> Result<(), ConfigError> {
        credential_parts::check(
            "MonetaGo",
            &[
                ("client_id", Some(&self.client_id)),
                ("client_secret", Some(self.client_secret.expose())),
                ("audience", Some(&self.audience)),
            ],
        )
    }
}

/// Shows the client id and the audience; the secret is redacted.
impl fmt::Debug for ClientCredentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientCredentials")
            .field("client_id", &self.client_id)
            .field("client_secret", &self.client_secret)
            .field("audience", &self.audience)
            .finish()
    }
}

#[cfg(test)]
mod tests {
    use std::env::VarError;

    use super::*;

    fn with(
        id: Option<&str>,
        secret: Option<&str>,
        audience: Option<&str>,
    ) -> Result<ClientCredentials, ConfigError> {
        let values = [id, secret, audience].map(|value| value.map(str::to_owned));
        ClientCredentials::from_variables(&Variables::scripted(&|name| {
            let at = VARIABLES.iter().position(|known| *known == name).unwrap();
            values[at].clone().ok_or(VarError::NotPresent)
        }))
    }

    #[test]
    fn the_environment_variable_that_is_missing_is_named() {
        assert_eq!(
            with(None, Some("s"), Some("a")).unwrap_err().setting(),
            "MONETAGO_CLIENT_ID"
        );
        assert_eq!(
            with(Some("i"), None, Some("a")).unwrap_err().setting(),
            "MONETAGO_CLIENT_SECRET"
        );
        assert_eq!(
            with(Some("i"), Some("s"), Some(" ")).unwrap_err().setting(),
            "MONETAGO_AUDIENCE"
        );
        let error = with(Some("i"), Some("s"), Some(" ")).unwrap_err();
        assert!(error.to_string().contains("is set and empty"), "{error}");
        assert_eq!(with(Some("i"), Some("s"), Some("a")).unwrap().audience, "a");
    }

    #[test]
    fn debug_shows_no_secret() {
        let shown = format!(
            "{:?}",
            ClientCredentials::new("the-id", "hunter2", "the-audience")
        );
        assert!(
            shown.contains("the-id") && !shown.contains("hunter2"),
            "{shown}"
        );
    }
}
