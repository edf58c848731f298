//! OAuth 2.0, as the providers speak it.
//!
//! The flows come from the `oauth2` crate; it speaks through a [`Session`](florin_core::Session) of its own, so that a
//! token request has the same TLS, limits and redaction as every other, and follows no redirect.
//!
//! For the flow in which a user grants access, start at `AuthorizationCodeFlow` (feature `financeit`):
//!
#![cfg_attr(feature = "financeit", doc = "```no_run")]
#![cfg_attr(not(feature = "financeit"), doc = "```ignore")]
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

#[cfg(feature = "financeit")]
mod address;
mod answer;
#[cfg(feature = "financeit")]
mod authorization_code;
#[cfg(feature = "monetago")]
mod client_credentials;
mod exchange;
#[cfg(feature = "financeit")]
mod exchange_error;
#[cfg(feature = "financeit")]
mod flow_builder;
#[cfg(feature = "financeit")]
mod grant;
#[cfg(all(feature = "financeit", feature = "loopback"))]
mod loopback;
#[cfg(feature = "financeit")]
mod pending;
#[cfg(feature = "financeit")]
mod redirect;
#[cfg(test)]
#[cfg(feature = "financeit")]
pub(crate) mod scripted;
#[cfg(test)]
#[cfg(feature = "financeit")]
mod tests;
#[cfg(feature = "financeit")]
mod used_states;

#[cfg(feature = "financeit")]
pub use authorization_code::AuthorizationCodeFlow;
#[cfg(feature = "monetago")]
pub(crate) use client_credentials::ClientCredentialsFlow;
#[cfg(feature = "monetago")]
pub(crate) use exchange::BodyStyle;
#[cfg(feature = "financeit")]
pub use exchange_error::ExchangeError;
#[cfg(feature = "financeit")]
pub use flow_builder::{AuthorizationCodeFlowBuilder, ClientAuthentication};
#[cfg(feature = "financeit")]
pub use grant::{Grant, GrantHandle};
#[cfg(all(feature = "financeit", feature = "loopback"))]
pub use loopback::{Loopback, LoopbackError};
#[cfg(feature = "financeit")]
pub use pending::{PendingAuthorization, PendingHandle};
#[cfg(feature = "financeit")]
pub use redirect::{Redirect, RedirectError};

/// Bytes of an answer that is read from a token endpoint. A token has a few thousand.
pub(crate) const TOKEN_ANSWER: usize = 64 << 10;
