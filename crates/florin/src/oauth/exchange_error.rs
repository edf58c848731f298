//! Why an authorisation didn't become a token.

use std::error::Error as StdError;
use std::fmt;

use florin_core::TokenError;

/// An authorisation didn't become a token. In all cases but [`Token`](Self::Token) nothing was sent.
///
/// `Display` is one line for a log, without code, state or token.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ExchangeError {
    /// The authorisation was begun by another flow: at another token URL, or for another client. Its code belongs there.
    OtherFlow,
    /// The redirect bears another state than the authorisation: it belongs to another one, or somebody made it up.
    WrongState,
    /// The flow knows its [issuer](super::AuthorizationCodeFlowBuilder::issuer), and the redirect names another one or none:
    /// its code may be another provider's.
    WrongIssuer,
    /// This authorisation has been exchanged already.
    AlreadyExchanged,
    /// The authorisation was begun too long ago; or, by its handle, more than a minute from now.
    Expired,
    /// The user said no (`access_denied`).
    Denied,
    /// The provider refused, with this code of OAuth 2.0, such as `invalid_scope` or `temporarily_unavailable`.
    Refused(String),
    /// The token endpoint gave no token. [`is_refused`](TokenError::is_refused) where that is about the application's
    /// credentials, and not where the code wasn't taken.
    ///
    /// Unless [`is_transient`](TokenError::is_transient), and mostly even then, the code is spent: send the user through
    /// the authorisation again.
    Token(TokenError),
}

impl fmt::Display for ExchangeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OtherFlow => f.write_str(
                "this authorisation was begun by a flow with another token URL or client id, or doesn't say by which; resume it with that flow; nothing was sent",
            ),
            Self::WrongState => f.write_str(
                "the redirect's state isn't the one of this authorisation; nothing was sent",
            ),
            Self::WrongIssuer => f.write_str(
                "the redirect doesn't come from the issuer of this flow, or doesn't say so; nothing was sent",
            ),
            Self::AlreadyExchanged => f.write_str(
                "this authorisation was exchanged before; send the user through a new one",
            ),
            Self::Expired => f.write_str(
                "this authorisation was begun too long ago, or its handle has a date in the future; send the user through a new one",
            ),
            Self::Denied => f.write_str("the user denied access"),
            Self::Refused(code) => write!(f, "the provider refused the authorisation: {code}"),
            Self::Token(error) => fmt::Display::fmt(error, f),
        }
    }
}

impl StdError for ExchangeError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Self::Token(error) => error.source(),
            _ => None,
        }
    }
}
