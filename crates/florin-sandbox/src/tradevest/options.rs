//! How Tradevest's stand-in behaves where its documentation leaves room.

use std::time::Duration;

/// How Tradevest's stand-in behaves. The defaults are our reading of the documentation; where that is silent, a client
/// should get along with every other setting as well.
///
/// ```
/// use std::time::Duration;
/// use florin_sandbox::tradevest::{Options, TokenPaths};
///
/// let options = Options {
///     token_paths: TokenPaths::Connect,
///     step_after: Duration::from_secs(60),
///     ..Options::default()
/// };
/// ```
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
    /// How long a command takes until it is checked: a created object stays `RECEIVED` for so long, and an update is not in
    /// force before. 100 ms by default.
    pub accept_after: Duration,
    /// How long an object stays at each status that leads to another one by itself. 100 ms by default.
    pub step_after: Duration,
    /// When an object that is `INVALID`, or still `RECEIVED`, is removed. 48 hours, as documented for orders.
    pub purge_after: Duration,
    /// How long a notification is on its way before it goes out by itself. None by default.
    pub webhook_delay: Duration,
    /// How many times a notification is tried, at least once. Undocumented; once by default.
    pub delivery_attempts: usize,
    /// How long after an attempt that failed comes the next one. A minute by default.
    pub retry_after: Duration,
    /// What becomes of a `Requestor-ID`. Not checked by default, beyond that it is there where the spec requires it.
    pub requestor: RequestorCheck,
    /// Whether an onboarding is rejected that misses something: an identification, a document, a signature. True by default.
    pub onboarding_needs_papers: bool,
    /// What becomes of an order or a transfer without the money for it. Documented as `REJECTED`; the overview says that
    /// it is checked like everything that ends as `INVALID`.
    pub insufficient: Insufficient,
    /// What the last page of a list has for a cursor.
    pub last_cursor: LastCursor,
    /// How files come. Documentation and samples disagree.
    pub files: FileBody,
    /// What an order for securities that is changed or cancelled is answered with.
    pub modification: Modification,
    /// Where an order for securities is placed, with POST: no path is documented. None by default.
    pub securities_order_path: Option<String>,
    /// Operations that are played elsewhere than the spec says, by their id: `("create_transfer", "/v2/transfers")`, or with
    /// a method, `("update_proxy", "PATCH /roles/proxies/{proxyId}")`. None by default.
    pub routes: Vec<(String, String)>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            port: 0,
            auth_port: 0,
            prices_port: 0,
            token_lifetime: Duration::from_secs(3600),
            token_paths: TokenPaths::default(),
            accept_after: Duration::from_millis(100),
            step_after: Duration::from_millis(100),
            purge_after: Duration::from_secs(48 * 60 * 60),
            webhook_delay: Duration::ZERO,
            delivery_attempts: 1,
            retry_after: Duration::from_secs(60),
            requestor: RequestorCheck::default(),
            onboarding_needs_papers: true,
            insufficient: Insufficient::default(),
            last_cursor: LastCursor::default(),
            files: FileBody::default(),
            modification: Modification::default(),
            securities_order_path: None,
            routes: Vec::new(),
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

/// What becomes of a `Requestor-ID` that names no active natural person.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RequestorCheck {
    /// Nothing, as in the first editions.
    #[default]
    None,
    /// The command is refused with 403.
    Refused,
    /// The command is taken, and fails afterwards. Documented for orders.
    Invalid,
}

/// What becomes of an order or a transfer without the money for it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Insufficient {
    /// It is `REJECTED` after it was `PENDING`.
    #[default]
    Rejected,
    /// It is `INVALID`.
    Invalid,
}

/// What the last page of a list has for a cursor.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LastCursor {
    /// An empty one, as in a sample.
    #[default]
    Empty,
    /// None.
    Absent,
}

/// How files come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FileBody {
    /// Those of the partner as Base64, others as they are.
    #[default]
    AsDocumented,
    /// All as they are.
    Binary,
    /// All as Base64.
    Base64,
}

/// What an order for securities that is changed or cancelled is answered with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Modification {
    /// 202 without a body, since July 2025.
    #[default]
    Accepted,
    /// 200 with a `modificationId`, as in May 2025.
    Identified,
}
