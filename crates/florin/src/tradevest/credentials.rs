//! Who calls Tradevest.

use std::fmt;

use florin_core::{ConfigError, Secret};

use crate::credential_parts;
use crate::env_variables::Variables;

/// The variables that [`Credentials::from_env`] reads.
const VARIABLES: [&str; 2] = ["TRADEVEST_CLIENT_ID", "TRADEVEST_CLIENT_SECRET"];

/// What Tradevest's support issues to a partner for one environment: client id and client secret. Documented.
///
/// They stand for the partner and for no person; who acts is said by a [`RequestorId`](super::RequestorId).
///
/// ```
/// use florin::tradevest::Credentials;
///
/// let credentials = Credentials::new("client id", "client secret");
/// assert!(!format!("{credentials:?}").contains("client secret"));
/// ```
#[derive(Clone)]
pub struct Credentials {
    pub(super) client_id: String,
    pub(super) client_secret: Secret,
}

impl Credentials {
    /// Credentials from code. An empty part, or one with white space around it, is refused when the client is built.
    pub fn new(client_id: impl Into<String>, client_secret: impl Into<Secret>) -> Self {
        Self {
            client_id: client_id.into(),
            client_secret: client_secret.into(),
        }
    }

    /// Credentials from `TRADEVEST_CLIENT_ID` and `TRADEVEST_CLIENT_SECRET`.
    ///
    /// # Errors
    /// [`ConfigError`] names the variable that is missing, empty or not text. It never shows a value.
    pub fn from_env() -> Result<Self, ConfigError> {
        Self::from_variables(&Variables::of_process())
    }

    pub(super) fn from_variables(variables: &Variables<'_>) -> Result<Self, ConfigError> {
        let hint = "Tradevest's support issues its value per environment";
        let [client_id, client_secret] = VARIABLES.map(|name| variables.required(name, hint));
        Ok(Self::new(client_id?, client_secret?))
    }

    pub(super) fn check(&self) -> Result<(), ConfigError> {
        credential_parts::check(
            "Tradevest",
            &[
                ("client_id", Some(&self.client_id)),
                ("client_secret", Some(self.client_secret.expose())),
            ],
        )
    }
}

/// Shows the client id; the secret is redacted.
impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Credentials")
            .field("client_id", &self.client_id)
            .field("client_secret", &self.client_secret)
            .finish()
    }
}

#[cfg(test)]
mod tests {
    use std::env::VarError;

    use super::*;

    fn with(values: [Option<&str>; 2]) -> Result<Credentials, ConfigError> {
        let values = values.map(|value| value.map(str::to_owned));
        Credentials::from_variables(&Variables::scripted(&|name| {
            let at = VARIABLES.iter().position(|known| *known == name).unwrap();
            values[at].clone().ok_or(VarError::NotPresent)
        }))
    }

    #[test]
    fn the_environment_variable_that_is_missing_or_empty_is_named() {
        assert_eq!(with([Some("i"), Some("s")]).unwrap().client_id, "i");
        for (values, named) in [
            ([None, Some("s")], VARIABLES[0]),
            ([Some(" "), Some("s")], VARIABLES[0]),
            ([Some("i"), None], VARIABLES[1]),
        ] {
            assert_eq!(with(values).unwrap_err().setting(), named);
        }
    }

    #[test]
    fn debug_shows_no_secret() {
        let shown = format!("{:?}", Credentials::new("the-id", "hunter2"));
        assert!(
            shown.contains("the-id") && !shown.contains("hunter2"),
            "{shown}"
        );
    }
}
