//! Who calls Monoova.

use std::fmt;
use std::time::Duration;

use florin_core::{ConfigError, Redacted, Secret};
use sha2::{Digest, Sha256};

use super::Access;
use crate::credential_parts;
use crate::env_variables::Variables;
use crate::oauth::{Application, ClientCredentialsFlow, PasswordFlow};

/// The variables that [`Credentials::from_env`] needs.
const APPLICATION: [&str; 2] = ["MONOOVA_CLIENT_ID", "MONOOVA_CLIENT_SECRET"];
/// The variables that [`Credentials::from_env`] reads if they are there: both or none.
const USER: [&str; 2] = ["MONOOVA_USERNAME", "MONOOVA_PASSWORD"];

/// How long a token is good for where its answer doesn't say. Documented.
const LIFETIME: Duration = Duration::from_secs(24 * 3600);

/// What a token is asked for with.
///
/// That it takes OAuth 2.0 and one of two scopes is documented; which grant goes with which scope isn't. It is inferred
/// from whose token it is: a back office takes the client credentials grant, a user's website the password grant. If yours is
/// otherwise, see [`client_credentials`](Self::client_credentials), and for any other grant [`ClientBuilder::authorized`](super::ClientBuilder::authorized).
///
/// ```
/// use florin::monoova::Credentials;
///
/// let credentials = Credentials::back_office("client id", "client secret");
/// assert!(!format!("{credentials:?}").contains("client secret"));
/// ```
#[derive(Clone)]
pub struct Credentials {
    client_id: String,
    client_secret: Secret,
    /// The user of a website; nobody's where there is none.
    user: Option<(String, Secret)>,
    access: Access,
    scope: Option<String>,
}

impl Credentials {
    /// For an administrator's token, by the client credentials grant.
    ///
    /// An empty part, or one with white space around it, is refused when the client is built.
    pub fn back_office(client_id: impl Into<String>, client_secret: impl Into<Secret>) -> Self {
        Self::client_credentials(client_id, client_secret, Access::BackOffice)
    }

    /// For a token by the client credentials grant, and what it gives access to: also one user's account, where Monoova has tied
    /// your application to that user. The scope follows the access, unless it is [spelled otherwise](Self::scope).
    ///
    /// An empty part, or one with white space around it, is refused when the client is built.
    pub fn client_credentials(
        client_id: impl Into<String>,
        client_secret: impl Into<Secret>,
        access: Access,
    ) -> Self {
        Self {
            client_id: client_id.into(),
            client_secret: client_secret.into(),
            user: None,
            access,
            scope: None,
        }
    }

    /// For a token of one user, by the password grant. Where an answer brings a refresh token, that renews the token and the
    /// password is kept for when it isn't taken any more.
    ///
    /// An empty part, or one with white space around it but for the password, is refused when the client is built.
    pub fn client_website(
        client_id: impl Into<String>,
        client_secret: impl Into<Secret>,
        username: impl Into<String>,
        password: impl Into<Secret>,
    ) -> Self {
        Self {
            user: Some((username.into(), password.into())),
            ..Self::client_credentials(client_id, client_secret, Access::ClientWebsite)
        }
    }

    /// Spells the scope otherwise than `back_office` or `client_website`, which are inferred from a text that shows no
    /// underscores. Several go with a blank between them.
    ///
    /// This is how the scope is spelled and no more: what the token is taken to give [access](Self::access) to stays as these
    /// credentials were made.
    #[must_use]
    pub fn scope(mut self, scope: impl Into<String>) -> Self {
        self.scope = Some(scope.into());
        self
    }

    /// Credentials from `MONOOVA_CLIENT_ID` and `MONOOVA_CLIENT_SECRET`: a back office's, or a user's where
    /// `MONOOVA_USERNAME` and `MONOOVA_PASSWORD` are set too.
    ///
    /// # Errors
    /// [`ConfigError`] names the variable that is missing, empty or not text. It never shows a value.
    pub fn from_env() -> Result<Self, ConfigError> {
        Self::from_variables(&Variables::of_process())
    }

    fn from_variables(variables: &Variables<'_>) -> Result<Self, ConfigError> {
        let hint = "Monoova issues it with your application";
        let [client_id, client_secret] = APPLICATION.map(|name| variables.required(name, hint));
        let (client_id, client_secret) = (client_id?, client_secret?);
        match (variables.optional(USER[0])?, variables.optional(USER[1])?) {
            (None, None) => Ok(Self::back_office(client_id, client_secret)),
            (Some(username), Some(password)) => Ok(Self::client_website(
                client_id,
                client_secret,
                username,
                password,
            )),
            (Some(_), None) => Err(ConfigError::new(
                USER[1],
                "is not set, and MONOOVA_USERNAME is; set both, or none for a back office",
            )),
            (None, Some(_)) => Err(ConfigError::new(
                USER[0],
                "is not set, and MONOOVA_PASSWORD is; set both, or none for a back office",
            )),
        }
    }

    /// What a token of these gives access to.
    #[must_use]
    pub const fn access(&self) -> Access {
        self.access
    }

    pub(super) fn check(&self) -> Result<(), ConfigError> {
        let user = self.user.as_ref();
        let parts = [
            ("client_id", Some(self.client_id.as_str())),
            ("client_secret", Some(self.client_secret.expose())),
            ("username", user.map(|(name, _)| name.as_str())),
            ("password", user.map(|(_, password)| password.expose())),
            ("scope", self.scope.as_deref()),
        ];
        credential_parts::check("Monoova", &parts)
    }

    /// What tokens of these are shared under. The name of a user tells of a person, so a digest of it has to do.
    pub(super) fn store_key(&self, token_url: &str) -> String {
        let (client, scope) = (&self.client_id, self.asked_scope());
        let key = format!("monoova {token_url} {client} {scope}");
        match &self.user {
            None => key,
            Some((username, _)) => {
                let digest = Sha256::digest(username.as_bytes());
                let digest = digest[..16].iter().map(|byte| format!("{byte:02x}"));
                format!("{key} user {}", digest.collect::<String>())
            }
        }
    }

    fn asked_scope(&self) -> &str {
        self.scope.as_deref().unwrap_or(self.access().scope())
    }

    /// The flow that gets a token for these.
    pub(super) fn into_flow(self) -> Flow {
        let scope = Some(self.asked_scope().to_owned());
        let application = Application {
            client_id: self.client_id,
            client_secret: self.client_secret,
        };
        match self.user {
            None => Flow::ClientCredentials(ClientCredentialsFlow {
                application,
                audience: None,
                scope,
                usual_lifetime: Some(LIFETIME),
            }),
            Some((username, password)) => Flow::Password(PasswordFlow {
                application,
                username,
                password,
                scope,
                usual_lifetime: Some(LIFETIME),
            }),
        }
    }
}

/// How tokens are had.
pub(super) enum Flow {
    ClientCredentials(ClientCredentialsFlow),
    Password(PasswordFlow),
}

/// Shows the application, the scope and whether there is a user.
impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Credentials")
            .field("client_id", &self.client_id)
            .field("client_secret", &self.client_secret)
            .field("user", &self.user.as_ref().map(|_| Redacted))
            .field("scope", &self.asked_scope())
            .finish()
    }
}

#[cfg(test)]
mod tests {
    use std::env::VarError;

    use super::*;

    const VARIABLES: [&str; 4] = [APPLICATION[0], APPLICATION[1], USER[0], USER[1]];

    fn with(values: [Option<&str>; 4]) -> Result<Credentials, ConfigError> {
        let values = values.map(|value| value.map(str::to_owned));
        Credentials::from_variables(&Variables::scripted(&|name| {
            let at = VARIABLES.iter().position(|known| *known == name).unwrap();
            values[at].clone().ok_or(VarError::NotPresent)
        }))
    }

    #[test]
    fn the_environment_variable_that_is_missing_or_empty_is_named() {
        let whole = [Some("i"), Some("s"), Some("u"), Some("p")];
        assert_eq!(with(whole).unwrap().access(), Access::ClientWebsite);
        let back_office = [Some("i"), Some("s"), None, None];
        assert_eq!(with(back_office).unwrap().access(), Access::BackOffice);
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
        for (credentials, setting) in [
            (Credentials::back_office("", "s"), "credentials.client_id"),
            (
                Credentials::back_office("i", "s\n"),
                "credentials.client_secret",
            ),
            (
                Credentials::client_website("i", "s", " u", "p"),
                "credentials.username",
            ),
            (
                Credentials::client_website("i", "s", "u", ""),
                "credentials.password",
            ),
            (
                Credentials::back_office("i", "s").scope(" "),
                "credentials.scope",
            ),
        ] {
            assert_eq!(refused(credentials).setting(), setting);
        }
        let kept = Credentials::client_website("i", "s", "u", "p ").scope("a b");
        assert!(kept.check().is_ok());
    }

    #[test]
    fn tokens_of_two_users_scopes_and_applications_are_kept_apart_and_no_user_is_named() {
        let user = |name: &str| Credentials::client_website("i", "s", name, "p").store_key("url");
        let office = |id: &str| Credentials::back_office(id, "s").store_key("url");
        assert_ne!(user("jane"), user("john"));
        assert_ne!(user("jane"), office("i"));
        assert_ne!(office("i"), office("j"));
        let other = Credentials::back_office("i", "s").scope("back-office");
        assert_ne!(other.store_key("url"), office("i"));
        assert!(!user("jane").contains("jane"));
    }

    #[test]
    fn the_access_is_said_by_how_credentials_are_made_and_not_by_how_the_scope_is_spelled() {
        let spelled = Credentials::back_office("i", "s").scope("client_website");
        assert_eq!(spelled.access(), Access::BackOffice);
        let website = Credentials::client_credentials("i", "s", Access::ClientWebsite);
        assert_eq!(website.access(), Access::ClientWebsite);
        assert_eq!(website.asked_scope(), "client_website");
        assert!(matches!(website.into_flow(), Flow::ClientCredentials(_)));
    }

    #[test]
    fn debug_shows_neither_secret_nor_user() {
        let credentials = Credentials::client_website("the-id", "s3cret", "jane", "p4ss");
        let shown = format!("{credentials:?}");
        assert!(
            shown.contains("the-id") && shown.contains("client_website"),
            "{shown}"
        );
        for hidden in ["s3cret", "jane", "p4ss"] {
            assert!(!shown.contains(hidden), "{shown}");
        }
    }
}
