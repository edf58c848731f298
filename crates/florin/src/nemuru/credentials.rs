//! Who calls Nemuru.

use std::fmt;

use crate::credential_parts;
use crate::env_variables::Variables;
use florin_core::{ConfigError, Redacted, Secret};

/// The variables that [`Credentials::from_env`] reads, in the order of the constructor's arguments.
const VARIABLES: [&str; 2] = ["NEMURU_USERNAME", "NEMURU_PASSWORD"];

/// The user name and password of an agent, for one environment. Documented.
///
/// ```
/// use florin::nemuru::Credentials;
///
/// let credentials = Credentials::new("tienda@example.com", "a password");
/// assert_eq!(format!("{credentials:?}"), "Credentials { username: [redacted], password: [redacted] }");
/// ```
#[derive(Clone)]
pub struct Credentials {
    pub(super) username: String,
    pub(super) password: Secret,
}

impl Credentials {
    /// Credentials from code. An empty part, or a user name with white space around it, is refused when the client is
    /// built.
    pub fn new(username: impl Into<String>, password: impl Into<Secret>) -> Self {
        Self {
            username: username.into(),
            password: password.into(),
        }
    }

    /// Credentials from `NEMURU_USERNAME` and `NEMURU_PASSWORD`.
    ///
    /// # Errors
    /// [`ConfigError`] names the variable that is missing, empty or not text. It never shows a value.
    pub fn from_env() -> Result<Self, ConfigError> {
        Self::from_variables(&Variables::of_process())
    }

    fn from_variables(variables: &Variables<'_>) -> Result<Self, ConfigError> {
        let [username, password] = VARIABLES
            .map(|name| variables.required(name, "Nemuru issues its value per environment"));
        Ok(Self::new(username?, password?))
    }

    pub(super) fn check(&self) -> Result<(), ConfigError> {
        credential_parts::check(
            "Nemuru",
            &[
                ("username", Some(&self.username)),
                ("password", Some(self.password.expose())),
            ],
        )
    }
}

/// Shows neither part: the user name is somebody's e-mail address.
impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Credentials")
            .field("username", &Redacted)
            .field("password", &self.password)
            .finish()
    }
}

#[cfg(test)]
mod tests {
    use std::env::VarError;

    use super::*;

    fn with(username: Option<&str>, password: Option<&str>) -> Result<Credentials, ConfigError> {
        let values = [username, password].map(|value| value.map(str::to_owned));
        Credentials::from_variables(&Variables::scripted(&|name| {
            let at = VARIABLES.iter().position(|known| *known == name).unwrap();
            values[at].clone().ok_or(VarError::NotPresent)
        }))
    }

    #[test]
    fn the_environment_variable_that_is_missing_is_named() {
        assert_eq!(
            with(None, Some("p")).unwrap_err().setting(),
            "NEMURU_USERNAME"
        );
        assert_eq!(
            with(Some("u"), None).unwrap_err().setting(),
            "NEMURU_PASSWORD"
        );
        assert_eq!(
            with(Some("u"), Some(" ")).unwrap_err().setting(),
            "NEMURU_PASSWORD"
        );
        assert_eq!(with(Some("u"), Some("p")).unwrap().username, "u");
    }

    #[test]
    fn a_part_that_cannot_be_right_is_named_and_not_shown() {
        let setting = |username: &str, password: &str| {
            let error = Credentials::new(username, password).check().unwrap_err();
            assert!(!error.to_string().contains("hunter2"), "{error}");
            error.setting().to_owned()
        };
        assert_eq!(setting("", "hunter2"), "credentials.username");
        assert_eq!(setting(" hunter2", "p"), "credentials.username");
        assert_eq!(setting("u", ""), "credentials.password");
        Credentials::new("u", " with space ").check().unwrap();
    }
}
