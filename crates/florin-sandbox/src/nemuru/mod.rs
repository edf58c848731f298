//! The stand-in for Nemuru's point of sale API: two agents, their loans, webhooks and files, and callbacks that are really
//! delivered.
//!
//! What the documentation says is played as it says. Where it is silent the stand-in takes the plainest reading, and
//! [`Options`] turns it to others. Choices that no option turns:
//!
//! - Methods and paths are those of the spec, most of which are conclusions. A path without its last slash is redirected
//!   with 301, which turns a POST into a GET in most clients.
//! - A scheme other than `Bearer`, spelled so, is not read. A new token leaves the old ones good.
//! - An identifier that is in use is refused with 409, whosever it is, and nobody is invited again. An agent that is known
//!   and not the token's own is refused with 403, an unknown one with 404. What belongs to the other agent does not exist.
//! - Simulations have a price for 1 to 120 months and for both programs; for other terms the list of offers is empty, and a
//!   creation is refused. Which asset types an agent may finance is not checked, and unlisted ones are taken.
//! - Operations have their effect at once. `cancelLoan` is allowed until the lender has ordered the transfer, the others in
//!   exactly one status each; anything else is refused with 409. Fields beside `id` and `op` are taken and kept.
//! - Creating a loan is a change of status that webhooks are told of. Webhooks hear of the loans of their own agent.
//! - Authentication of callbacks is read from `notification_auth`, or from fields beside the others. A token for a callback
//!   is fetched anew each time, by the password grant with all five values in a form.
//! - Callbacks to one target go out one after the other; a failure is noted and not repeated. Only plain HTTP to loopback is
//!   really sent; e-mails are noted.
//! - 20 megabytes are 20,000,000 bytes.
//! - Exceptions other than the two that are documented are the sandbox's own.

mod agent;
mod background;
mod callbacks;
mod conditions;
mod handle;
mod loans;
mod options;
mod post;
mod problem;
mod rules;
mod stand_in;
mod steps;
mod tokens;
mod view;
mod webhooks;

pub use agent::{Agent, Credentials};
pub use callbacks::{Callback, Delivery};
pub use handle::{FileState, LoanState, Nemuru, UnknownLoan, WebhookState};
pub use options::{
    Course, Options, Oversize, Refresh, TokenType, UnauthorisedBody, WebhookPayload,
};

/// The name of the host for login and refresh in the spec.
const AUTH: &str = "auth";

const SPEC: &str = include_str!("../../specs/nemuru.yaml");
