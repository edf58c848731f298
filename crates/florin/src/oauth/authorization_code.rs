//! The authorization code flow: a user grants access on the provider's pages, and a token comes of it.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use florin_core::{Seam, Secret, Session, Token, TokenError};
use oauth2::basic::{BasicClient, BasicTokenResponse};
use oauth2::{
    AuthType, AuthUrl, ClientId, ClientSecret, CsrfToken, EndpointNotSet, EndpointSet,
    PkceCodeChallenge, RedirectUrl, Scope, TokenResponse, TokenUrl,
};
use sha2::{Digest, Sha256};

use super::answer::token_of;
use super::exchange::{BodyStyle, Carrier};
use super::flow_builder::REQUEST_TOKEN;
use super::pending::{PendingAuthorization, State};
use super::used_states::UsedStates;
use super::{
    AuthorizationCodeFlowBuilder, ClientAuthentication, Grant, GrantHandle, PendingHandle,
};

/// The `oauth2` crate's client with both of its endpoints known.
type Endpoints =
    BasicClient<EndpointSet, EndpointNotSet, EndpointNotSet, EndpointNotSet, EndpointSet>;

/// OAuth 2.0's authorization code flow with PKCE (S256) and state, for one application at one provider. Cheap to clone;
/// clones share the memory of what has been exchanged.
///
/// 1. [`authorize_url`](Self::authorize_url) begins an authorisation. Send the user to its
///    [`url`](PendingAuthorization::url).
/// 2. The provider sends the user back to your redirect URL, with a code and the state in the query. Read them with
///    [`Redirect::parse`](super::Redirect::parse); on a desktop, `Loopback` (feature `loopback`) listens for it.
/// 3. [`PendingAuthorization::finish`] looks at the state and exchanges the code for a [`Grant`], which gives a client its
///    tokens.
///
/// # Forged and repeated redirects
///
/// - A redirect with a wrong state is refused before anything is sent; the comparison takes the same time wherever the
///   two differ.
/// - An authorisation is consumed by its exchange. A copy of it that was stored is refused by the same flow object and its
///   clones, which remember the last 4,096 exchanges; any process refuses it once its
///   [`lifetime`](AuthorizationCodeFlowBuilder::lifetime) is over. Between processes, before that, it is the provider that
///   refuses: a code is good once (RFC 6749, section 4.1.2).
/// - A code that belongs to another provider isn't sent to this one where the flow knows its
///   [`issuer`](AuthorizationCodeFlowBuilder::issuer).
/// - A handle is good for flows with the token URL and the client id of the flow that made it. At any other flow nothing of it
///   is sent: no code, no verifier, no token.
/// - The state proves something only if the pending authorisation is tied to the user's browser: keep its handle in that
///   user's session, not in a table that is searched for the state of whatever redirect comes in.
#[derive(Clone)]
pub struct AuthorizationCodeFlow(pub(super) Arc<Inner>);

pub(super) struct Inner {
    pub(super) client_id: String,
    pub(super) client_secret: Secret,
    pub(super) authorize_url: AuthUrl,
    pub(super) token_url: TokenUrl,
    pub(super) redirect_url: RedirectUrl,
    /// As it is compared: to the letter.
    pub(super) issuer: Option<String>,
    pub(super) scopes: Vec<String>,
    pub(super) authentication: ClientAuthentication,
    pub(super) lifetime: TimeDelta,
    /// Carries the exchange of a code.
    pub(super) codes: Session,
    /// Carries the exchange of a refresh token.
    pub(super) renewals: Session,
    pub(super) used: UsedStates,
    pub(super) seam: Seam,
}

impl AuthorizationCodeFlow {
    /// Starts a flow.
    pub fn builder() -> AuthorizationCodeFlowBuilder {
        AuthorizationCodeFlowBuilder::default()
    }

    /// Begins an authorisation: draws its state and its PKCE verifier, and makes the URL to send the user to. Sends
    /// nothing.
    pub fn authorize_url(&self) -> PendingAuthorization {
        let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
        let client = self.endpoints();
        let scopes = self.0.scopes.iter().cloned().map(Scope::new);
        let (url, state) = client
            .authorize_url(CsrfToken::new_random)
            .add_scopes(scopes)
            .set_pkce_challenge(challenge)
            .url();
        self.resume(PendingHandle {
            url: url.into(),
            flow: self.identity(),
            state: State::new(state.into_secret()),
            verifier: Secret::from(verifier.into_secret()),
            begun_at: self.0.seam.now(),
        })
    }

    /// Takes up an authorisation that was begun elsewhere: in another request, in another process. Sends nothing.
    ///
    /// What another flow has begun isn't exchanged here: see [`ExchangeError::OtherFlow`](super::ExchangeError::OtherFlow).
    pub fn resume(&self, handle: PendingHandle) -> PendingAuthorization {
        PendingAuthorization {
            flow: self.clone(),
            handle,
        }
    }

    /// Takes up a grant that was stored. Sends nothing.
    ///
    /// The grant of another flow gives no tokens here, and nothing of it is sent: its first use says so.
    pub fn grant(&self, handle: GrantHandle) -> Grant {
        Grant {
            flow: self.clone(),
            handle,
        }
    }

    /// Where the provider sends the user back to.
    #[must_use]
    pub fn redirect_url(&self) -> &str {
        self.0.redirect_url.as_str()
    }

    /// Tells whose handle it is: where its secrets may be sent, and in whose name. A digest, so that a handle that is stored
    /// names neither.
    pub(super) fn identity(&self) -> String {
        // No URL has a line break.
        let whole = format!(
            "florin flow 1\n{}\n{}",
            self.0.token_url.as_str(),
            self.0.client_id
        );
        let digest = Sha256::digest(whole.as_bytes());
        digest[..16]
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect()
    }

    pub(super) fn endpoints(&self) -> Endpoints {
        let inner = &self.0;
        let authentication = match inner.authentication {
            ClientAuthentication::Form => AuthType::RequestBody,
            ClientAuthentication::Basic => AuthType::BasicAuth,
        };
        BasicClient::new(ClientId::new(inner.client_id.clone()))
            .set_client_secret(ClientSecret::new(inner.client_secret.expose().to_owned()))
            .set_auth_type(authentication)
            .set_auth_uri(inner.authorize_url.clone())
            .set_token_uri(inner.token_url.clone())
            .set_redirect_uri(inner.redirect_url.clone())
    }

    pub(super) fn carrier(session: &Session) -> Carrier {
        Carrier::new(session, &REQUEST_TOKEN, BodyStyle::Form)
    }

    /// The token in an answer. It always knows when it was issued, so that of two tokens the newer one can be told.
    pub(super) fn token(
        answer: &BasicTokenResponse,
        asked_at: DateTime<Utc>,
    ) -> Result<Token, TokenError> {
        let mut token = token_of(answer, asked_at, None)?;
        if token.issued_at().is_none() {
            // Beyond every calendar, so no expiry comes of it.
            token = token.with_lifetime(asked_at, Duration::MAX);
        }
        Ok(match answer.refresh_token() {
            Some(refresh) => token.with_refresh(refresh.secret().as_str()),
            None => token,
        })
    }
}

/// Shows where it sends to, and nothing of who sends.
impl fmt::Debug for AuthorizationCodeFlow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AuthorizationCodeFlow")
            .field("client_id", &self.0.client_id)
            .field("token_url", &self.0.token_url.as_str())
            .field("redirect_url", &self.0.redirect_url.as_str())
            .finish_non_exhaustive()
    }
}
