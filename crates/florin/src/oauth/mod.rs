//! OAuth 2.0, as the providers speak it.
//!
//! The flows come from the `oauth2` crate; it speaks through a [`Session`](florin_core::Session) of its own, so that a
//! token request has the same TLS, limits and redaction as every other, and follows no redirect.
//!
//! For the flow in which a user grants access, start at `AuthorizationCodeFlow` (features `financeit`, `monoova`):
//!
#![cfg_attr(any(feature = "financeit", feature = "monoova"), doc = "```no_run")]
#![cfg_attr(
    not(any(feature = "financeit", feature = "monoova")),
    doc = "```ignore"
)]
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

#[cfg(any(feature = "financeit", feature = "monoova"))]
mod address;
mod answer;
#[cfg(any(feature = "financeit", feature = "monoova"))]
mod authorization_code;
#[cfg(any(feature = "financeit", feature = "monoova"))]
mod authorized;
#[cfg(any(feature = "monetago", feature = "monoova", feature = "tradevest-base"))]
mod client_credentials;
mod exchange;
#[cfg(any(feature = "financeit", feature = "monoova"))]
mod exchange_error;
#[cfg(any(feature = "financeit", feature = "monoova"))]
mod flow_builder;
#[cfg(any(feature = "financeit", feature = "monoova"))]
mod grant;
#[cfg(all(any(feature = "financeit", feature = "monoova"), feature = "loopback"))]
mod loopback;
#[cfg(feature = "monoova")]
mod password;
#[cfg(any(feature = "financeit", feature = "monoova"))]
mod pending;
#[cfg(any(feature = "financeit", feature = "monoova"))]
mod redirect;
#[cfg(test)]
#[cfg(any(feature = "financeit", feature = "monoova", feature = "tradevest-base"))]
// Not every provider's tests use all of it.
#[cfg_attr(not(any(feature = "financeit", feature = "monoova")), allow(dead_code))]
pub(crate) mod scripted;
#[cfg(test)]
#[cfg(any(feature = "financeit", feature = "monoova"))]
mod tests;
#[cfg(any(feature = "monetago", feature = "monoova", feature = "tradevest-base"))]
mod token_endpoint;
#[cfg(any(feature = "financeit", feature = "monoova"))]
mod used_states;

#[cfg(feature = "monoova")]
pub(crate) use address::address;
#[cfg(any(feature = "financeit", feature = "monoova"))]
pub use authorization_code::AuthorizationCodeFlow;
#[cfg(any(feature = "financeit", feature = "monoova"))]
pub use authorized::Authorized;
#[cfg(any(feature = "monetago", feature = "monoova", feature = "tradevest-base"))]
pub(crate) use client_credentials::ClientCredentialsFlow;
#[cfg(any(feature = "monetago", feature = "monoova", feature = "tradevest-base"))]
pub(crate) use exchange::BodyStyle;
#[cfg(any(feature = "financeit", feature = "monoova"))]
pub use exchange_error::ExchangeError;
#[cfg(any(feature = "financeit", feature = "monoova"))]
pub use flow_builder::{AuthorizationCodeFlowBuilder, ClientAuthentication};
#[cfg(any(feature = "financeit", feature = "monoova"))]
pub use grant::{Grant, GrantHandle};
#[cfg(all(any(feature = "financeit", feature = "monoova"), feature = "loopback"))]
pub use loopback::{Loopback, LoopbackError};
#[cfg(feature = "monoova")]
pub(crate) use password::PasswordFlow;
#[cfg(any(feature = "financeit", feature = "monoova"))]
pub use pending::{PendingAuthorization, PendingHandle};
#[cfg(any(feature = "financeit", feature = "monoova"))]
pub use redirect::{Redirect, RedirectError};
#[cfg(any(feature = "monetago", feature = "monoova", feature = "tradevest-base"))]
pub(crate) use token_endpoint::{Application, TokenEndpoint};

/// Bytes of an answer that is read from a token endpoint. A token has a few thousand.
pub(crate) const TOKEN_ANSWER: usize = 64 << 10;
