//! OAuth 2.0, as the providers speak it.
//!
//! The flows come from the `oauth2` crate; it speaks through a [`Session`](florin_core::Session) of its own, so that a
//! token request has the same TLS, limits and redaction as every other, and follows no redirect.
//!
//! For the flow in which a user grants access, start at `AuthorizationCodeFlow` (features `financeit`, `monoova`):
//!
#![cfg_attr(feature = "_authorization-code", doc = "```no_run")]
#![cfg_attr(not(feature = "_authorization-code"), doc = "```ignore")]
//! # async fn f(send_the_user_to: impl Fn(&str), query: &str) -> Result<(), Box<dyn std::error::Error>> {
//! use florin::oauth::{AuthorizationCodeFlow, Redirect};
//!
//! let flow = AuthorizationCodeFlow::builder()
//!     .client("app id", "app secret")
//!     .authorize_url("https://provider.example/oauth/authorize")
//!     .token_url("https://provider.example/oauth/token")
//!     .redirect_url("https://you.example/granted")
//!     .build()?;
//!
//! let pending = flow.authorize_url();
//! send_the_user_to(pending.url());
//! let stored = serde_json::to_string(&pending.into_handle())?; // into the user's session: it is secret
//!
//! // In the handler of the redirect, in this process or another one:
//! let pending = flow.resume(serde_json::from_str(&stored)?);
//! let grant = pending.finish(Redirect::parse(query)?).await?;
//! # let _ = grant;
//! # Ok(())
//! # }
//! ```

#[cfg(any(feature = "_authorization-code", feature = "_token-url"))]
mod address;
mod answer;
#[cfg(feature = "_authorization-code")]
mod authorization_code;
#[cfg(feature = "_authorization-code")]
mod authorized;
#[cfg(feature = "_client-credentials")]
mod client_credentials;
mod exchange;
#[cfg(feature = "_authorization-code")]
mod exchange_error;
#[cfg(feature = "_authorization-code")]
mod flow_builder;
#[cfg(feature = "_authorization-code")]
mod grant;
#[cfg(all(feature = "_authorization-code", feature = "loopback"))]
mod loopback;
#[cfg(feature = "monoova")]
mod password;
#[cfg(feature = "_authorization-code")]
mod pending;
#[cfg(feature = "_authorization-code")]
mod redirect;
#[cfg(test)]
#[cfg(feature = "_scripted")]
// Not every provider's tests use all of it.
#[cfg_attr(not(feature = "_authorization-code"), allow(dead_code))]
pub(crate) mod scripted;
#[cfg(test)]
#[cfg(feature = "_authorization-code")]
mod tests;
#[cfg(feature = "_client-credentials")]
mod token_endpoint;
#[cfg(feature = "_token-url")]
mod token_url;
#[cfg(feature = "_authorization-code")]
mod used_states;

#[cfg(feature = "_authorization-code")]
pub use authorization_code::AuthorizationCodeFlow;
#[cfg(feature = "_authorization-code")]
pub use authorized::Authorized;
#[cfg(feature = "_client-credentials")]
pub(crate) use client_credentials::ClientCredentialsFlow;
#[cfg(feature = "_client-credentials")]
pub(crate) use exchange::BodyStyle;
#[cfg(feature = "_authorization-code")]
pub use exchange_error::ExchangeError;
#[cfg(feature = "_authorization-code")]
pub use flow_builder::{AuthorizationCodeFlowBuilder, ClientAuthentication};
#[cfg(feature = "_authorization-code")]
pub use grant::{Grant, GrantHandle};
#[cfg(all(feature = "_authorization-code", feature = "loopback"))]
pub use loopback::{Loopback, LoopbackError};
#[cfg(feature = "monoova")]
pub(crate) use password::PasswordFlow;
#[cfg(feature = "_authorization-code")]
pub use pending::{PendingAuthorization, PendingHandle};
#[cfg(feature = "_authorization-code")]
pub use redirect::{Redirect, RedirectError};
#[cfg(feature = "_client-credentials")]
pub(crate) use token_endpoint::{Application, TokenEndpoint};
#[cfg(feature = "_token-url")]
pub(crate) use token_url::TokenUrl;

/// Bytes of an answer that is read from a token endpoint. A token has a few thousand.
pub(crate) const TOKEN_ANSWER: usize = 64 << 10;
