//! The stand-in for Monoova's FX API: one host, two users with an account each, and a back office that acts for both.
//!
//! What the documentation says is played as it says. Where it is silent the stand-in takes the plainest reading, and
//! [`Options`] turns it to others. Choices that no option turns:
//!
//! - **Tokens.** The endpoint is where the spec guesses it ([`Monoova::token_url`]); it takes a form, with the application's
//!   id and secret in it or in the header. The back office's application has client credentials, the website's a user's
//!   password and refresh tokens, each with its own scope, which must be said. Refusals are those of OAuth 2.0.
//! - **Who sees what.** A back office's call that needs a `user_id` and has none gets 400, for a user that isn't there 404. A
//!   website's token with another user's `user_id` gets 403. What belongs to another user is not there: 404.
//! - **Keys** belong to a user, or to the back office as a whole. Every answer of a write is kept, a refusal and a 500 too,
//!   and repeated to whoever sends the key, whatever else the request says: [`KeyRecord::strangers`] counts those. Not kept is
//!   what didn't come from the application: a 401, and the answers of a [`Fault`](crate::Fault), which are a gateway's. The
//!   effect of a write is there at once, also where its answer takes time.
//! - **Both an identifier and a code**: the identifier wins; [`Monoova::both_given`] counts.
//! - **Quotes.** Rates stand still, amounts have two decimals and round half up, each payment costs 5.00 in the base currency,
//!   and nothing if it holds the funds. A beneficiary must be one of the currency bought. An update puts its payments in the
//!   place of the others, and is possible until the payments are confirmed. A quote that has run out is `expired`.
//! - **States.** After `partially_settled` comes `settled`. Neither it nor `expired` is documented.
//! - An `exchange_rate` is refused from a user, and taken from the back office.
//! - What breaks the schema is refused with 400, what breaks a rule that no schema can say with 422.

mod catalogue;
mod deal;
mod dealing;
mod deals;
mod either;
mod handle;
mod keys;
mod listing;
mod money;
mod options;
mod payments;
mod people;
mod problem;
mod rates;
mod record;
mod request;
mod stand_in;
mod terms;
mod tokens;
mod user;
mod view;

pub use handle::Monoova;
pub use keys::KeyRecord;
pub use options::{Amounts, Envelope, ErrorLanguage, Options, Separator};
pub use record::{PaymentRecord, TransactionRecord};
pub use user::{Credentials, User};

const SPEC: &str = include_str!("../../specs/monoova.yaml");

/// The host of the spec that the token operation is on; here it has the API's address.
const AUTH: &str = "auth";

/// Where the token operation is, from the root of the host.
const TOKEN_PATH: &str = "/global/oauth/token";
