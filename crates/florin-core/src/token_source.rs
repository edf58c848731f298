//! Where tokens come from.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use crate::{Secret, Token, TokenError};

/// Gets a token from the provider: an OAuth flow, a login, a file.
///
/// A source asks once and holds no state. When to ask, how often, how long to wait and what to keep is the
/// [`TokenCache`](crate::TokenCache)'s part.
///
/// ```
/// use std::future::Future;
/// use std::pin::Pin;
/// use florin_core::{Token, TokenError, TokenSource};
///
/// #[derive(Debug)]
/// struct Vault;
///
/// impl TokenSource for Vault {
///     fn fetch(
///         &self,
///         _previous: Option<Token>,
///     ) -> Pin<Box<dyn Future<Output = Result<Token, TokenError>> + Send + '_>> {
///         Box::pin(async { Ok(Token::new("from the vault")) })
///     }
/// }
/// ```
pub trait TokenSource: fmt::Debug + Send + Sync + 'static {
    /// Asks for a token, once.
    ///
    /// `previous` is the token to replace, if there was one. A source that can refresh takes the refresh token from it,
    /// falls back to its credentials where the provider no longer takes that, and hands the refresh token on where the
    /// answer brings no new one.
    ///
    /// The future may be dropped when it takes too long.
    ///
    /// # Errors
    /// [`TokenError::refused`] where the credentials are wrong, [`TokenError::transient`] where asking again may help,
    /// [`TokenError::failed`] otherwise.
    fn fetch(
        &self,
        previous: Option<Token>,
    ) -> Pin<Box<dyn Future<Output = Result<Token, TokenError>> + Send + '_>>;

    /// Who issues its tokens, and to whom: a token URL and a client id, say. No secret; only a digest of it is kept.
    ///
    /// A cache takes no token out of a shared store that a source of another text has put there: should two clients share a
    /// key by mistake, each still sends its own. Without a text, the key alone keeps them apart.
    fn issuer(&self) -> Option<String> {
        None
    }
}

impl<S: TokenSource + ?Sized> TokenSource for Arc<S> {
    fn fetch(
        &self,
        previous: Option<Token>,
    ) -> Pin<Box<dyn Future<Output = Result<Token, TokenError>> + Send + '_>> {
        (**self).fetch(previous)
    }

    fn issuer(&self) -> Option<String> {
        (**self).issuer()
    }
}

/// A token that you got elsewhere. It can't be renewed: once refused or expired, there is none.
#[derive(Clone, Debug)]
pub struct StaticToken(Token);

impl StaticToken {
    /// A bearer token that isn't known to expire.
    #[must_use]
    pub fn new(access: impl Into<Secret>) -> Self {
        Self(Token::new(access))
    }
}

impl From<Token> for StaticToken {
    fn from(token: Token) -> Self {
        Self(token)
    }
}

impl TokenSource for StaticToken {
    fn fetch(
        &self,
        previous: Option<Token>,
    ) -> Pin<Box<dyn Future<Output = Result<Token, TokenError>> + Send + '_>> {
        let is_spent = previous.is_some_and(|previous| previous.is_same(&self.0));
        Box::pin(async move {
            if is_spent {
                return Err(TokenError::refused(
                    "the token given to this client has expired or was refused by the provider; give it a new one",
                ));
            }
            Ok(self.0.clone())
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_static_token_is_given_once_and_never_again_after_a_refusal() {
        let source = StaticToken::new("mine");
        let token = source.fetch(None).await.unwrap();
        assert_eq!(token.access().expose(), "mine");
        assert!(source.fetch(Some(token)).await.unwrap_err().is_refused());
        assert!(source.fetch(Some(Token::new("another"))).await.is_ok());
    }
}
