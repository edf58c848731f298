//! Who calls Financeit.

use std::fmt;

use crate::credential_parts;
use crate::env_variables::Variables;
use florin_core::{ConfigError, Redacted, Secret};
use florin_financeit::types::CreateUserOauthTokenRequest;

/// The variables that [`Credentials::from_env`] reads, in the order of the constructor's arguments.
const VARIABLES: [&str; 4] = [
    "FINANCEIT_APP_ID",
    "FINANCEIT_APP_SECRET",
    "FINANCEIT_LOGIN",
    "FINANCEIT_PASSWORD",
];

/// What a token is asked for with: the application's identifier and secret, which Financeit issues, and a user's login or
/// nobody in particular. Documented.
///
/// ```
/// use florin::financeit::Credentials;
///
/// let credentials = Credentials::login("app id", "app secret", "login", "password");
/// assert!(!format!("{credentials:?}").contains("password"));
/// ```
#[derive(Clone)]
pub struct Credentials {
    app_id: String,
    app_secret: Secret,
    /// Nobody's where there is none.
    user: Option<(String, Secret)>,
}

impl Credentials {
    /// For a token that acts for a user. What it may do depends on the user's [`Account`](super::Account).
    ///
    /// An empty part, or one with white space around it, is refused when the client is built.
    pub fn login(
        app_id: impl Into<String>,
        app_secret: impl Into<Secret>,
        login: impl Into<String>,
        password: impl Into<Secret>,
    ) -> Self {
        Self {
            app_id: app_id.into(),
            app_secret: app_secret.into(),
            user: Some((login.into(), password.into())),
        }
    }

    /// For a token of nobody in particular, which may calculate and list promo programs and subverticals.
    pub fn anonymous(app_id: impl Into<String>, app_secret: impl Into<Secret>) -> Self {
        Self {
            app_id: app_id.into(),
            app_secret: app_secret.into(),
            user: None,
        }
    }

    /// A login from `FINANCEIT_APP_ID`, `FINANCEIT_APP_SECRET`, `FINANCEIT_LOGIN` and `FINANCEIT_PASSWORD`.
    ///
    /// # Errors
    /// [`ConfigError`] names the variable that is missing, empty or not text. It never shows a value.
    pub fn from_env() -> Result<Self, ConfigError> {
        Self::from_variables(&Variables::of_process())
    }

    fn from_variables(variables: &Variables<'_>) -> Result<Self, ConfigError> {
        let hint = "for a token without a login use Credentials::anonymous";
        let [app_id, app_secret, login, password] =
            VARIABLES.map(|name| variables.required(name, hint));
        Ok(Self::login(app_id?, app_secret?, login?, password?))
    }

    pub(super) fn check(&self) -> Result<(), ConfigError> {
        let user = self.user.as_ref();
        let parts = [
            ("app_id", Some(self.app_id.as_str())),
            ("app_secret", Some(self.app_secret.expose())),
            ("login", user.map(|(login, _)| login.as_str())),
            ("password", user.map(|(_, password)| password.expose())),
        ];
        credential_parts::check("Financeit", &parts)
    }

    pub(super) fn app_id(&self) -> &str {
        &self.app_id
    }

    /// Whose token it is; `None` for nobody's.
    pub(super) fn user(&self) -> Option<&str> {
        self.user.as_ref().map(|(login, _)| login.as_str())
    }

    pub(super) fn into_request(self) -> CreateUserOauthTokenRequest {
        let (login, password) = self.user.unzip();
        CreateUserOauthTokenRequest {
            anonymous_user: login.is_none().then_some(true),
            app_id: self.app_id,
            app_secret: self.app_secret,
            login,
            password,
        }
    }
}

/// Shows the application and whether there is a user.
impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Credentials")
            .field("app_id", &self.app_id)
            .field("app_secret", &self.app_secret)
            .field("user", &self.user.as_ref().map(|_| Redacted))
            .finish()
    }
}

#[cfg(test)]
mod tests {
    use std::env::VarError;

    use super::*;

    fn with(values: [Option<&str>; 4]) -> Result<Credentials, ConfigError> {
        let values = values.map(|value| value.map(str::to_owned));
        Credentials::from_variables(&Variables::scripted(&|name| {
            let at = VARIABLES.iter().position(|known| *known == name).unwrap();
            values[at].clone().ok_or(VarError::NotPresent)
        }))
    }

    #[test]
    fn the_environment_variable_that_is_missing_or_empty_is_named() {
        let whole = [Some("a"), Some("s"), Some("l"), Some("p")];
        assert!(with(whole).is_ok());
        for at in 0..4 {
            for lacking in [None, Some(" ")] {
                let mut values = whole;
                values[at] = lacking;
                assert_eq!(with(values).unwrap_err().setting(), VARIABLES[at]);
            }
        }
    }

    #[test]
    fn a_part_that_is_empty_or_has_white_space_around_it_is_refused_by_name() {
        let refused = |credentials: Credentials| credentials.check().unwrap_err();
        assert_eq!(
            refused(Credentials::anonymous("", "s")).setting(),
            "credentials.app_id"
        );
        assert_eq!(
            refused(Credentials::anonymous("a", "s\n")).setting(),
            "credentials.app_secret"
        );
        assert_eq!(
            refused(Credentials::login("a", "s", " l", "p")).setting(),
            "credentials.login"
        );
        assert_eq!(
            refused(Credentials::login("a", "s", "l", "")).setting(),
            "credentials.password"
        );
        assert!(Credentials::login("a", "s", "l", "p ").check().is_ok());
        assert!(Credentials::anonymous("a", "s").check().is_ok());
    }

    #[test]
    fn a_request_names_a_user_or_says_that_there_is_none() {
        let json =
            |credentials: Credentials| serde_json::to_value(credentials.into_request()).unwrap();
        assert_eq!(
            json(Credentials::login("a", "s", "l", "p")),
            serde_json::json!({"app_id": "a", "app_secret": "s", "login": "l", "password": "p"})
        );
        assert_eq!(
            json(Credentials::anonymous("a", "s")),
            serde_json::json!({"app_id": "a", "app_secret": "s", "anonymous_user": true})
        );
    }

    #[test]
    fn debug_shows_neither_secret_nor_login() {
        let shown = format!("{:?}", Credentials::login("app", "s3cret", "jane", "p4ss"));
        assert!(shown.contains("app"), "{shown}");
        for hidden in ["s3cret", "jane", "p4ss"] {
            assert!(!shown.contains(hidden), "{shown}");
        }
    }
}
