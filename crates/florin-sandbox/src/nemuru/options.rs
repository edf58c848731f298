//! How Nemuru's stand-in behaves where its documentation leaves room.

use std::time::Duration;

/// How Nemuru's stand-in behaves. The defaults are our reading of the documentation; where that is silent, a client should
/// get along with every other setting as well.
///
/// ```
/// use florin_sandbox::nemuru::{Course, Options};
///
/// let options = Options { course: Course::ToFunds, ..Options::default() };
/// ```
#[derive(Clone, Debug)]
pub struct Options {
    /// Port of the API on loopback; 0, the default, takes a free one. Login and refresh are served there too.
    pub port: u16,
    /// Port of a second host on loopback that serves login and refresh alone, for a client whose auth base URL is another one;
    /// 0, the default, takes a free one.
    pub auth_port: u16,
    /// How long an access token is valid: 31 days, as in the reference's sample; a guide shows 2 hours.
    pub token_lifetime: Duration,
    /// The status of a login and a refresh: 200 as in the reference, or 201 as in a guide. Another number counts as 200.
    pub login_status: u16,
    /// How `token_type` is spelled. Both are documented.
    pub token_type: TokenType,
    /// What becomes of a refresh token. The documentation does not say.
    pub refresh: Refresh,
    /// What the body of a 401 is. The documentation has an error object; a layer in front may have another.
    pub unauthorised: UnauthorisedBody,
    /// What loans do by themselves. Nothing by default, but for what time does to them: an invitation runs out after 30 days,
    /// and a loan is active 14 days after the money was sent.
    pub course: Course,
    /// How long a loan stays at each step of its [`course`](Self::course): one second by default.
    pub step_after: Duration,
    /// What `payload` of a single webhook is. The documentation's sample is a list.
    pub webhook_payload: WebhookPayload,
    /// Whether a webhook that is read names its target. The documentation's sample, which has lost lines, does not; true by
    /// default.
    pub webhook_shows_target: bool,
    /// The status of an upload over 20 megabytes. The documentation does not say.
    pub oversize: Oversize,
    /// Operations that are played elsewhere than the spec says, by their id: `("get_loan", "/loans/{loanId}/")`, or with a
    /// method, `("perform_loan_operation", "PUT /loan/")`. Most routes in the spec are conclusions. None by default.
    pub routes: Vec<(String, String)>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            port: 0,
            auth_port: 0,
            token_lifetime: Duration::from_secs(2_678_400),
            login_status: 200,
            token_type: TokenType::default(),
            refresh: Refresh::default(),
            unauthorised: UnauthorisedBody::default(),
            course: Course::default(),
            step_after: Duration::from_secs(1),
            webhook_payload: WebhookPayload::default(),
            webhook_shows_target: true,
            oversize: Oversize::default(),
            routes: Vec::new(),
        }
    }
}

/// How `token_type` is spelled.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TokenType {
    /// `Bearer`.
    #[default]
    Capital,
    /// `bearer`.
    Lower,
}

/// What becomes of a refresh token.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Refresh {
    /// It is good for one refresh, which gives another one.
    #[default]
    Rotates,
    /// It stays good, and comes back in each answer.
    Stays,
    /// It stays good, and a refresh answers without one.
    Unnamed,
    /// It is never taken.
    Refused,
}

/// What the body of a 401 is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum UnauthorisedBody {
    /// The documented error object.
    #[default]
    Documented,
    /// What OAuth 2.0 prescribes: `error` and `error_description`.
    OAuth,
    /// Nothing.
    Empty,
    /// A page of HTML.
    Html,
}

/// What loans do by themselves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Course {
    /// Nothing: a test moves them.
    #[default]
    ByHand,
    /// The borrower finishes the onboarding, and the loan waits for the lenders in `status_analysing`.
    ToAnalysis,
    /// Onboarding, a lender, contract, documents, and the money is sent: `status_active_trial`.
    ToFunds,
    /// Onboarding, and no lender wants it: `status_denied`.
    ToDenial,
    /// The borrower opens the invitation and withdraws: `status_desisted`.
    ToWithdrawal,
}

/// What `payload` of a single webhook is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum WebhookPayload {
    /// A list of one, as in the documentation's sample.
    #[default]
    List,
    /// The webhook itself, as `payload` is for everything else.
    Object,
}

/// The status of an upload over 20 megabytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Oversize {
    /// 413.
    #[default]
    TooLarge,
    /// 400, like everything else that is not valid.
    BadRequest,
}
