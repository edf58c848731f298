//! How Financeit's stand-in behaves where its documentation leaves room.

use std::time::Duration;

use super::user::User;

/// 90 days, as the Canadian pages of the provider's help say; the American ones say 30.
const NINETY_DAYS: Duration = Duration::from_secs(90 * 24 * 60 * 60);

/// How Financeit's stand-in behaves. The defaults are our reading of the documentation; where that is silent, a client should
/// get along with every other setting as well.
///
/// ```
/// use florin_sandbox::financeit::{Dialect, Options};
///
/// let options = Options { dialect: Dialect::Swapped, ..Options::default() };
/// ```
#[derive(Clone, Debug)]
pub struct Options {
    /// Port on loopback; 0, the default, takes a free one.
    pub port: u16,
    /// How numbers, identifiers and dates are written.
    pub dialect: Dialect,
    /// What stands in the `state` of a loan. The values are undocumented.
    pub state_texts: StateTexts,
    /// What stands in the `errors` of a refusal.
    pub error_shape: ErrorShape,
    /// The status for a token that may not call an operation. The documentation does not say.
    pub denied: Denied,
    /// What a user answers who is asked to let an application in.
    pub consent: Consent,
    /// Who that user is: the broker by default.
    pub consenting: User,
    /// How long a token of the authorization code flow is good, and what its `expires_in` says. `None`, the default, is for
    /// ever: nothing is documented. Tokens of the private token call are good until a test ends them.
    pub code_token_lifetime: Option<Duration>,
    /// What an invite is answered with. The documentation shows an empty object.
    pub invite_answer: InviteAnswer,
    /// What a call for an access link is answered with. The documentation shows nothing.
    pub link_answer: LinkAnswer,
    /// What the look-up of a lead says before there is a loan. The documentation does not say.
    pub no_loan_yet: NoLoanYet,
    /// How long after an invite or access link with a `lead_id` there is a loan. `None`, the default, waits for
    /// [`Financeit::customer_applies`](super::Financeit::customer_applies).
    pub applies_after: Option<Duration>,
    /// How long a loan takes for each step from pending over ready for funding to disbursed. `None`, the default, waits for
    /// [`Financeit::move_loan`](super::Financeit::move_loan).
    pub moves_after: Option<Duration>,
    /// How long an application may lie before it runs out, in whole days: 90 by default.
    pub expires_after: Duration,
    /// The most loans on one page, whatever `limit` asks for. `None`, the default: as many as are asked for. Undocumented.
    pub largest_page: Option<usize>,
    /// Operations that are played at another route than the spec's, as `("get_loan", "/loan_details/{id}")`, or with another
    /// method, as `("calculate_loan_options", "POST /calculator")`. Most paths of the spec are inferred, some are guesses.
    pub routes: Vec<(String, String)>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            port: 0,
            dialect: Dialect::default(),
            state_texts: StateTexts::default(),
            error_shape: ErrorShape::default(),
            denied: Denied::default(),
            consent: Consent::default(),
            consenting: User::Broker,
            code_token_lifetime: None,
            invite_answer: InviteAnswer::default(),
            link_answer: LinkAnswer::default(),
            no_loan_yet: NoLoanYet::default(),
            applies_after: None,
            moves_after: None,
            expires_after: NINETY_DAYS,
            largest_page: None,
            routes: Vec::new(),
        }
    }
}

/// How numbers, identifiers and dates are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Dialect {
    /// As in the documentation's samples: most amounts and rates as text, some as numbers, a partner's `id` as text,
    /// `2012-10-02 17:05:11 UTC`, and an expiry date whose day has one digit where one is enough.
    #[default]
    AsSampled,
    /// Numbers as numbers, dates as ISO 8601 has them.
    Plain,
    /// What is a number in the samples as text, and what is text there as a number; booleans as text; dates the other way
    /// round too.
    Swapped,
}

/// What stands in the `state` of a loan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StateTexts {
    /// Names of the sandbox's own, after the groups by which loans are filtered: `pending`, `ready_for_funding`, `disbursed`,
    /// `closed`, `declined`, `aborted`, `expired`.
    #[default]
    Named,
    /// `Car`, always, as in the documentation's sample.
    AsSampled,
}

/// What stands in the `errors` of a refusal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ErrorShape {
    /// A list of texts, as documented.
    #[default]
    List,
    /// One text.
    Text,
    /// An object with a list of texts.
    Object,
}

/// The status for a token that may not call an operation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Denied {
    /// 403.
    #[default]
    Forbidden,
    /// 401, like a token that is not valid.
    Unauthorized,
}

/// What a user answers who is asked to let an application in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Consent {
    /// Yes, at once.
    #[default]
    Given,
    /// No, at once: the application is told `access_denied`.
    Denied,
}

/// What an invite is answered with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum InviteAnswer {
    /// `{}`, as documented.
    #[default]
    EmptyObject,
    /// 200 without a body.
    NoBody,
    /// 204.
    NoContent,
    /// An object with the customer's link in `application_link`.
    Link,
}

/// What a call for an access link is answered with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LinkAnswer {
    /// An object with the link in one of its fields.
    #[default]
    Object,
    /// An object with the link deeper inside, beside other texts.
    Nested,
    /// The link itself, as JSON text.
    Text,
    /// 200 without a body.
    NoBody,
}

/// What the look-up of a lead says before there is a loan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NoLoanYet {
    /// 404.
    #[default]
    NotFound,
    /// 200 with `errors` in the body.
    ErrorsInSuccess,
    /// 200 with an `id` that is `null`.
    NullId,
}
