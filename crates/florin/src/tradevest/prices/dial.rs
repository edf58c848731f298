//! From a path and a token to an open socket: with another token where the first is refused, at the other path where nothing is at
//! the first.

use std::sync::Arc;
use std::time::Duration;

use florin_core::{Token, TokenCache};
use tokio::time::timeout;

use super::Reason;
use super::socket::{Link, Socket};

/// The path of the reference. Documented.
pub(super) const PATH: &str = "/websocket/prices";

/// The path of the guide. Documented as well.
const OTHER_PATH: &str = "/websockets/prices";

#[derive(Debug)]
pub(super) struct Dialer {
    link: Box<dyn Link>,
    tokens: Option<TokenCache>,
    path: String,
    /// Where to try when nothing is at `path`.
    other: Option<String>,
    limit: Duration,
    /// A token was refused and given up, and no connection has brought prices since.
    renewed: bool,
}

impl Dialer {
    pub(super) fn new(
        link: Box<dyn Link>,
        tokens: Option<TokenCache>,
        path: String,
        limit: Duration,
    ) -> Self {
        let other = match path.as_str() {
            PATH => Some(OTHER_PATH),
            OTHER_PATH => Some(PATH),
            _ => None,
        };
        Self {
            link,
            tokens,
            other: other.map(str::to_owned),
            path,
            limit,
            renewed: false,
        }
    }

    /// Prices came: a token that is refused from now on has probably just run out.
    pub(super) const fn succeeded(&mut self) {
        self.renewed = false;
    }

    pub(super) fn path(&self) -> &str {
        &self.path
    }

    pub(super) async fn dial(&mut self) -> Result<Box<dyn Socket>, Reason> {
        let mut tried_other = false;
        loop {
            let token = self.token().await?;
            let attempt = self.link.open(&self.path, token.as_deref());
            let outcome = timeout(self.limit, attempt)
                .await
                .unwrap_or(Err(Reason::NoAnswer(self.limit)));
            let Err(reason) = outcome else {
                return outcome;
            };
            let Reason::Refused(refusal) = &reason else {
                return Err(reason);
            };
            if refusal.is_auth() && !self.renewed && self.give_up(token.as_deref()) {
                self.renewed = true;
            } else if refusal.is_nowhere() && !tried_other && self.other.is_some() {
                tried_other = true;
                if let Some(other) = &mut self.other {
                    std::mem::swap(other, &mut self.path);
                }
            } else {
                return Err(reason);
            }
        }
    }

    async fn token(&self) -> Result<Option<Arc<Token>>, Reason> {
        match &self.tokens {
            Some(tokens) => tokens.token().await.map(Some).map_err(Reason::Token),
            None => Ok(None),
        }
    }

    /// Whether it makes sense to ask for another token.
    fn give_up(&self, token: Option<&Token>) -> bool {
        match (&self.tokens, token) {
            (Some(tokens), Some(token)) => tokens.invalidate(token),
            _ => false,
        }
    }
}
