//! Puts a flow together and refuses what can't work.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use chrono::TimeDelta;
use florin_core::http::Method;
use florin_core::{
    ConfigError, Limits, Operation, Place, Retry, RetryPolicy, Seam, Secret, Sensitive,
    Sensitivity, Session, Transport,
};
use oauth2::url::Position;
use oauth2::{AuthUrl, RedirectUrl, TokenUrl};

use super::TOKEN_ANSWER;
use super::address::address;
use super::authorization_code::{AuthorizationCodeFlow, Inner};
use super::used_states::UsedStates;

/// How long a user has, from the first URL to the exchange.
const LIFETIME: Duration = Duration::from_secs(3600);

/// The parameters that an authorisation is asked for with.
const OWN: [&str; 7] = [
    "response_type",
    "client_id",
    "redirect_uri",
    "state",
    "scope",
    "code_challenge",
    "code_challenge_method",
];

/// Asks for a token. Its path is the one of the token URL.
pub(super) static REQUEST_TOKEN: Operation =
    Operation::new("request_token", Method::POST, "/oauth/token")
        .retry(Retry::Never)
        .public()
        .sensitive(&SENSITIVE);

/// What of a token request must not be shown.
static SENSITIVE: [Sensitive; 4] = [
    secret("/client_secret"),
    secret("/code"),
    secret("/code_verifier"),
    secret("/refresh_token"),
];

const fn secret(path: &'static str) -> Sensitive {
    Sensitive {
        place: Place::Body,
        path,
        kind: Sensitivity::Secret,
    }
}

/// How the application proves who it is at the token endpoint.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ClientAuthentication {
    /// `client_id` and `client_secret` in the form.
    #[default]
    Form,
    /// Both in the header `Authorization: Basic`.
    Basic,
}

/// Settings of an [`AuthorizationCodeFlow`]. Client and the three URLs are required; no URL has a default.
#[derive(Default)]
#[must_use = "a builder does nothing until `build` is called"]
pub struct AuthorizationCodeFlowBuilder {
    client: Option<(String, Secret)>,
    authorize_url: Option<String>,
    token_url: Option<String>,
    redirect_url: Option<String>,
    issuer: Option<String>,
    scopes: Vec<String>,
    authentication: ClientAuthentication,
    lifetime: Option<Duration>,
    limits: Limits,
    seam: Seam,
    transport: Option<Arc<dyn Transport>>,
}

impl AuthorizationCodeFlowBuilder {
    /// The application's identifier and secret, as the provider issued them. Required.
    pub fn client(mut self, id: impl Into<String>, secret: impl Into<Secret>) -> Self {
        self.client = Some((id.into(), secret.into()));
        self
    }

    /// Where the user grants access: the provider's authorization endpoint. Required. `https`, or `http` on loopback; a
    /// query is kept, and may hold none of the parameters that the flow sets.
    pub fn authorize_url(mut self, url: impl Into<String>) -> Self {
        self.authorize_url = Some(url.into());
        self
    }

    /// Where a code is exchanged for a token: the provider's token endpoint. Required. `https`, or `http` on loopback;
    /// without a query. The client's secret is sent there and nowhere else: redirects are not followed.
    pub fn token_url(mut self, url: impl Into<String>) -> Self {
        self.token_url = Some(url.into());
        self
    }

    /// Where the provider sends the user back to, exactly as it is registered there. Required. `https`, or `http` on
    /// loopback.
    pub fn redirect_url(mut self, url: impl Into<String>) -> Self {
        self.redirect_url = Some(url.into());
        self
    }

    /// Who the provider says that it is in its redirects (`iss`, RFC 9207), to the letter. From then on a redirect that names
    /// another issuer, or none, is refused before its code is sent anywhere.
    ///
    /// Say it where your application has users authorise at several providers and this one sends it: else one of them could
    /// have a user's code of another brought to itself. Where a provider doesn't send it, give each provider a redirect URL of
    /// its own and read its redirects with its flow alone.
    pub fn issuer(mut self, issuer: impl Into<String>) -> Self {
        self.issuer = Some(issuer.into());
        self
    }

    /// Asks for a scope. None unless said, which leaves the choice to the provider.
    pub fn scope(mut self, scope: impl Into<String>) -> Self {
        self.scopes.push(scope.into());
        self
    }

    /// How the application proves who it is at the token endpoint. [`ClientAuthentication::Form`] unless said.
    pub const fn client_authentication(mut self, authentication: ClientAuthentication) -> Self {
        self.authentication = authentication;
        self
    }

    /// How long an authorisation may take, from [`authorize_url`](AuthorizationCodeFlow::authorize_url) to the exchange.
    /// An hour unless said.
    pub const fn lifetime(mut self, lifetime: Duration) -> Self {
        self.lifetime = Some(lifetime);
        self
    }

    /// How long a token request may take. Of its answer no more than 64 KiB is read, whatever is said here.
    pub const fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// Where time comes from: for tests.
    pub fn seam(mut self, seam: Seam) -> Self {
        self.seam = seam;
        self
    }

    /// Sends token requests through this instead of the network: for tests and recordings, where they are the operation
    /// `request_token`.
    pub fn transport(mut self, transport: Arc<dyn Transport>) -> Self {
        self.transport = Some(transport);
        self
    }

    /// Checks the settings and makes the flow. Nothing is sent yet.
    ///
    /// # Errors
    /// [`ConfigError`] names the setting that is missing or can't work, and never shows the secret.
    pub fn build(self) -> Result<AuthorizationCodeFlow, ConfigError> {
        let (client_id, client_secret) = self.client.ok_or_else(|| {
            ConfigError::new("client", "is missing; give the application's id and secret")
        })?;
        check_credential("client id", &client_id)?;
        check_credential("client secret", client_secret.expose())?;
        let url = |setting: &str, url: Option<String>| match url {
            Some(url) => address(setting, &url),
            None => Err(ConfigError::new(
                setting,
                "is missing; it stands in what the provider gave you with the application's id",
            )),
        };
        let authorize_url = url("authorize_url", self.authorize_url)?;
        let taken = |(name, _): &(_, _)| OWN.iter().find(|own| *own == name).copied();
        if let Some(name) = authorize_url.query_pairs().find_map(|pair| taken(&pair)) {
            return Err(ConfigError::new(
                "authorize_url",
                format!("holds the parameter {name}, which the flow sets; give the URL without it"),
            ));
        }
        let token_url = url("token_url", self.token_url)?;
        let redirect_url = url("redirect_url", self.redirect_url)?;
        if token_url.query().is_some() {
            return Err(ConfigError::new(
                "token_url",
                "has a query; give the part before it",
            ));
        }
        if let Some(issuer) = &self.issuer {
            address("issuer", issuer)?;
        }
        let broken = |scope: &String| scope.is_empty() || scope.contains(char::is_whitespace);
        if self.scopes.iter().any(broken) {
            return Err(ConfigError::new(
                "scope",
                "is empty or has white space in it; give each scope by itself",
            ));
        }
        let lifetime = self.lifetime.unwrap_or(LIFETIME);
        let lifetime = TimeDelta::from_std(lifetime)
            .ok()
            .filter(|lifetime| !lifetime.is_zero() && *lifetime <= TimeDelta::days(7))
            .ok_or_else(|| {
                ConfigError::new(
                    "lifetime",
                    "is zero or longer than a week; minutes are usual, an hour is the default",
                )
            })?;
        let origin = &token_url[..Position::BeforePath];
        let session = |transport: Option<Arc<dyn Transport>>, retry: RetryPolicy| {
            let builder = Session::builder(origin)
                .anonymous()
                .path(&REQUEST_TOKEN, token_url.path())
                .limits(self.limits.response_bytes(TOKEN_ANSWER))
                .retry(retry)
                .seam(self.seam.clone());
            match transport {
                Some(transport) => builder.transport(transport).build(),
                None => builder.build(),
            }
        };
        // A code is good once, so nobody repeats its exchange but the session, and that only where nothing was sent.
        let codes = session(self.transport, RetryPolicy::default())?;
        // Renewals are repeated by the cache of tokens; two layers of patience would multiply.
        let renewals = session(Some(codes.transport()), RetryPolicy::never())?;
        Ok(AuthorizationCodeFlow(Arc::new(Inner {
            client_id,
            client_secret,
            authorize_url: AuthUrl::from_url(authorize_url),
            token_url: TokenUrl::from_url(token_url),
            redirect_url: RedirectUrl::from_url(redirect_url),
            issuer: self.issuer,
            scopes: self.scopes,
            authentication: self.authentication,
            lifetime,
            codes,
            renewals,
            used: UsedStates::default(),
            seam: self.seam,
        })))
    }
}

fn check_credential(setting: &str, value: &str) -> Result<(), ConfigError> {
    match value.trim() {
        "" => Err(ConfigError::new(
            setting,
            "is empty; the provider issues it",
        )),
        trimmed if trimmed != value => Err(ConfigError::new(
            setting,
            "starts or ends with white space; give the value alone",
        )),
        _ => Ok(()),
    }
}

/// Shows where it will send users to and nothing that could be secret.
impl fmt::Debug for AuthorizationCodeFlowBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AuthorizationCodeFlowBuilder")
            .field("authentication", &self.authentication)
            .field("scopes", &self.scopes)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole() -> AuthorizationCodeFlowBuilder {
        AuthorizationCodeFlow::builder()
            .client("app", "s3cret")
            .authorize_url("https://a.example/oauth/authorize")
            .token_url("https://a.example/oauth/token")
            .redirect_url("http://127.0.0.1:9000/granted")
    }

    fn setting(builder: AuthorizationCodeFlowBuilder) -> String {
        let error = builder.build().unwrap_err();
        assert!(!error.to_string().contains("s3cret"), "{error}");
        error.setting().to_owned()
    }

    #[test]
    fn what_is_missing_is_named() {
        whole().build().unwrap();
        let missing = AuthorizationCodeFlow::builder;
        assert_eq!(setting(missing()), "client");
        assert_eq!(setting(missing().client("app", "s3cret")), "authorize_url");
        let with_authorize = missing()
            .client("app", "s3cret")
            .authorize_url("https://a.example/a");
        assert_eq!(setting(with_authorize), "token_url");
        let with_token = missing()
            .client("app", "s3cret")
            .authorize_url("https://a.example/a")
            .token_url("https://a.example/t");
        assert_eq!(setting(with_token), "redirect_url");
    }

    #[test]
    fn what_cannot_work_is_named() {
        assert_eq!(setting(whole().client(" app", "s3cret")), "client id");
        assert_eq!(setting(whole().client("app", " s3cret")), "client secret");
        assert_eq!(
            setting(whole().authorize_url("http://a.example/a")),
            "authorize_url"
        );
        assert_eq!(
            setting(whole().token_url("http://a.example/t")),
            "token_url"
        );
        assert_eq!(
            setting(whole().token_url("https://a.example/t?x=1")),
            "token_url"
        );
        assert_eq!(
            setting(whole().redirect_url("http://you.example/r")),
            "redirect_url"
        );
        for name in OWN {
            let twice = format!("https://a.example/a?tenant=1&{name}=x");
            assert_eq!(setting(whole().authorize_url(twice)), "authorize_url");
        }
        assert_eq!(setting(whole().scope("read write")), "scope");
        assert_eq!(setting(whole().lifetime(Duration::ZERO)), "lifetime");
        assert_eq!(setting(whole().lifetime(Duration::MAX)), "lifetime");
    }

    #[test]
    fn debug_shows_no_secret() {
        assert!(!format!("{:?}", whole()).contains("s3cret"));
        assert!(!format!("{:?}", whole().build().unwrap()).contains("s3cret"));
    }
}
