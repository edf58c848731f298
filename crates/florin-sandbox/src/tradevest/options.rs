//! How Tradevest's stand-in behaves where its documentation leaves room.

use std::time::Duration;

/// How Tradevest's stand-in behaves. The defaults are our reading of the documentation; where that is silent, a client
/// should get along with every other setting as well.
#[derive(Clone, Debug)]
pub struct Options {
    /// Port of the API on loopback; 0, the default, takes a free one.
    pub port: u16,
    /// Port of the token host on loopback; 0, the default, takes a free one.
    pub auth_port: u16,
    /// Port of the price socket on loopback; 0, the default, takes a free one.
    pub prices_port: u16,
    /// How long an access token is valid: 3600 seconds, as documented.
    pub token_lifetime: Duration,
    /// Which paths of the token host give tokens. Both are documented.
    pub token_paths: TokenPaths,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            port: 0,
            auth_port: 0,
            prices_port: 0,
            token_lifetime: Duration::from_secs(3600),
            token_paths: TokenPaths::default(),
        }
    }
}

/// Which paths of the token host give tokens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TokenPaths {
    /// Both.
    #[default]
    Both,
    /// `/connect/token` alone, which wants the scope `tradevest.api`.
    Connect,
    /// `/oauth2/token` alone, which wants no scope.
    Oauth2,
}
