//! Tokens of who has a refresh token and a password: the first while it is taken, the second where it isn't.

use std::future::Future;
use std::time::Duration;

use florin_core::{Token, TokenError};

/// How long a refresh may take. Less than the token cache leaves for a whole fetch, so that a refresh without an answer
/// leaves time for the login.
const REFRESH_TIME: Duration = Duration::from_secs(4);

/// Why a refresh brings no token, and whether the login is worth trying.
pub(crate) enum NotRefreshed {
    /// The login would fare no better: the host can't be reached, or asks to wait.
    Hopeless(TokenError),
    Otherwise(TokenError),
}

impl From<NotRefreshed> for TokenError {
    fn from(failed: NotRefreshed) -> Self {
        match failed {
            NotRefreshed::Hopeless(error) | NotRefreshed::Otherwise(error) => error,
        }
    }
}

/// Refreshes where there is something to refresh with, else logs in.
///
/// A refresh that is refused, or whose outcome isn't known, is followed by a login, once: the password is always there, and a
/// login harms nothing.
pub(crate) async fn refresh_first(
    refresh: Option<impl Future<Output = Result<Token, NotRefreshed>>>,
    log_in: impl Future<Output = Result<Token, TokenError>>,
) -> Result<Token, TokenError> {
    if let Some(refresh) = refresh {
        match tokio::time::timeout(REFRESH_TIME, refresh).await {
            Ok(Ok(token)) => return Ok(token),
            Ok(Err(NotRefreshed::Hopeless(error))) => return Err(error),
            Ok(Err(NotRefreshed::Otherwise(error))) => {
                tracing::debug!(%error, "the token can't be refreshed; logging in");
            }
            Err(_) => tracing::debug!("a refresh gives no answer; logging in"),
        }
    }
    log_in.await
}
