//! An authorisation that the user is busy with.

use std::fmt;

use chrono::{DateTime, TimeDelta, Utc};
use florin_core::{Effect, Secret, unquoted};
use oauth2::{AuthorizationCode, PkceCodeVerifier, RequestTokenError};
use serde::{Deserialize, Deserializer, Serialize};
use subtle::ConstantTimeEq;

use super::answer::refusal_of_code;
use super::exchange::Exchange;
use super::{AuthorizationCodeFlow, ExchangeError, Grant, GrantHandle, Redirect};

/// How far the clocks of two machines may be apart. A handle from farther in the future would outlive every limit.
const SKEW: TimeDelta = TimeDelta::minutes(1);

/// What is needed to finish an authorisation when its redirect comes, in this process or another one.
///
/// Serialising writes the state and the PKCE verifier in the clear: keep it where only the user's own session reads it,
/// on the server. `Debug` shows neither.
#[derive(Serialize)]
pub struct PendingHandle {
    pub(super) url: String,
    /// The flow that began it; empty counts as another one.
    pub(super) flow: String,
    pub(super) state: State,
    pub(super) verifier: Secret,
    pub(super) begun_at: DateTime<Utc>,
}

/// What can't be read is never quoted in the error: any part of it may be the state or the verifier.
impl<'de> Deserialize<'de> for PendingHandle {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(rename = "PendingHandle")]
        struct Stored {
            url: String,
            #[serde(default)]
            flow: String,
            state: State,
            verifier: Secret,
            begun_at: DateTime<Utc>,
        }
        let stored = Stored::deserialize(deserializer);
        let stored = stored.map_err(|error| unquoted(error, "a stored authorisation"))?;
        Ok(Self {
            url: stored.url,
            flow: stored.flow,
            state: stored.state,
            verifier: stored.verifier,
            begun_at: stored.begun_at,
        })
    }
}

/// An authorisation that was begun and isn't finished. Made by
/// [`AuthorizationCodeFlow::authorize_url`](super::AuthorizationCodeFlow::authorize_url).
///
/// It can be finished once, and is gone then.
#[must_use = "send the user to its url, and keep it until the redirect comes"]
pub struct PendingAuthorization {
    pub(super) flow: AuthorizationCodeFlow,
    pub(super) handle: PendingHandle,
}

impl PendingAuthorization {
    /// The page to send the user to. It holds the state, so it belongs to this user alone; don't log it.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.handle.url
    }

    /// When it was begun.
    #[must_use]
    pub const fn begun_at(&self) -> DateTime<Utc> {
        self.handle.begun_at
    }

    /// What another request or process needs to finish it, see
    /// [`AuthorizationCodeFlow::resume`](super::AuthorizationCodeFlow::resume).
    #[must_use]
    pub fn into_handle(self) -> PendingHandle {
        self.handle
    }

    /// Whether a redirect bears the state of this authorisation. Sends nothing and consumes nothing: for listeners that
    /// wait for the right one.
    #[must_use]
    pub fn is_answered_by(&self, redirect: &Redirect) -> bool {
        self.handle.state.is(redirect.state().expose())
    }

    /// Takes the redirect for what it is: exchanges its code for a token, or says why there is none.
    ///
    /// # Errors
    /// As [`exchange`](Self::exchange); [`ExchangeError::WrongIssuer`] where the flow knows its issuer and the redirect names
    /// another one or none; and [`ExchangeError::Denied`] or [`ExchangeError::Refused`] where that is what the
    /// redirect says, once its state is found right.
    pub async fn finish(self, redirect: Redirect) -> Result<Grant, ExchangeError> {
        self.check_flow()?;
        if !self.is_answered_by(&redirect) {
            return Err(ExchangeError::WrongState);
        }
        if let Some(issuer) = &self.flow.0.issuer
            && redirect.issuer() != Some(issuer.as_str())
        {
            return Err(ExchangeError::WrongIssuer);
        }
        match redirect {
            Redirect::Granted { code, state, .. } => self.traded(code, state.expose()).await,
            Redirect::Refused { error, .. } if error == "access_denied" => {
                Err(ExchangeError::Denied)
            }
            Redirect::Refused { error, .. } => Err(ExchangeError::Refused(error)),
        }
    }

    /// Exchanges the redirect's `code` for a token, if its `state` is the one of this authorisation.
    ///
    /// Where no connection to the token endpoint can be made, that is tried a few times. After a failure in between, the
    /// code may be spent, and the user has to go through another authorisation.
    ///
    /// # Errors
    /// Before anything is sent: [`ExchangeError::OtherFlow`], [`ExchangeError::WrongState`], [`ExchangeError::Expired`],
    /// [`ExchangeError::AlreadyExchanged`]; and [`ExchangeError::WrongIssuer`] where the flow knows its issuer, which only the
    /// whole redirect tells: give that to [`finish`](Self::finish). After that: [`ExchangeError::Token`].
    pub async fn exchange(
        self,
        code: impl Into<Secret>,
        state: &str,
    ) -> Result<Grant, ExchangeError> {
        self.check_flow()?;
        if self.flow.0.issuer.is_some() {
            return Err(ExchangeError::WrongIssuer);
        }
        self.traded(code.into(), state).await
    }

    /// Code and verifier are the provider's at which the authorisation was begun, and no other's.
    fn check_flow(&self) -> Result<(), ExchangeError> {
        if self.handle.flow == self.flow.identity() {
            Ok(())
        } else {
            Err(ExchangeError::OtherFlow)
        }
    }

    async fn traded(self, code: Secret, state: &str) -> Result<Grant, ExchangeError> {
        if !self.handle.state.is(state) {
            return Err(ExchangeError::WrongState);
        }
        let Self { flow, handle } = self;
        let asked_at = flow.0.seam.now();
        let age = asked_at - handle.begun_at;
        if age > flow.0.lifetime || age < -SKEW {
            return Err(ExchangeError::Expired);
        }
        if !flow.0.used.take(state) {
            return Err(ExchangeError::AlreadyExchanged);
        }
        let code = AuthorizationCode::new(code.expose().to_owned());
        let verifier = PkceCodeVerifier::new(handle.verifier.expose().to_owned());
        let client = flow.endpoints();
        let carrier = AuthorizationCodeFlow::carrier(&flow.0.codes);
        let answer = client
            .exchange_code(code)
            .set_pkce_verifier(verifier)
            .request_async(&carrier)
            .await
            .map_err(|error| {
                if let RequestTokenError::Request(Exchange(lost)) = &error
                    && lost.effect() == Effect::NotSent
                {
                    flow.0.used.give_back(state);
                }
                ExchangeError::Token(carrier.explain(refusal_of_code(error)))
            })?;
        let token = AuthorizationCodeFlow::token(&answer, asked_at)
            .map_err(|error| ExchangeError::Token(carrier.explain(error)))?;
        Ok(flow.grant(GrantHandle::new(flow.identity(), token)))
    }

    #[cfg(feature = "loopback")]
    pub(super) const fn state(&self) -> &State {
        &self.handle.state
    }

    #[cfg(feature = "loopback")]
    pub(super) fn seam(&self) -> &florin_core::Seam {
        &self.flow.0.seam
    }
}

/// What ties a redirect to the authorisation that it answers.
#[derive(Clone, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct State(Secret);

impl State {
    pub(super) fn new(state: String) -> Self {
        Self(state.into())
    }

    /// Takes the same time wherever the two differ.
    pub(super) fn is(&self, state: &str) -> bool {
        let own = self.0.expose();
        // An empty handle could be matched by an empty state.
        !own.is_empty() && bool::from(own.as_bytes().ct_eq(state.as_bytes()))
    }
}

impl fmt::Debug for PendingHandle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PendingHandle")
            .field("begun_at", &self.begun_at)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for PendingAuthorization {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PendingAuthorization")
            .field("begun_at", &self.handle.begun_at)
            .finish_non_exhaustive()
    }
}
