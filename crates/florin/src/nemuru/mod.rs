//! Nemuru: consumer financing at the point of sale, in Spain.
//!
//! A merchant [simulates](Client::conditions) a loan and [creates](Client::create_loan) one, whereupon Nemuru invites the
//! customer by e-mail and SMS. The customer goes through an onboarding, lenders decide, and the merchant is paid. What has
//! become of it is [waited for](Loan::poller_until) by asking, or by asking when a [callback](Callbacks) comes.
//!
//! Amounts are in major units; rates are fractions, as their type [`Fraction`](florin_core::Fraction) says.
//!
//! # What is not certain
//!
//! Nemuru's reference has lost nearly all methods and paths. Only those of the login and the refresh are certain; the
//! others are inferred or guessed, each says so in its documentation, and [`ClientBuilder::path`] corrects one without a
//! new release. What is documented, inferred and left open besides is said at each operation of [`florin_nemuru`], which
//! [`Client::api`] gives you.

mod builder;
mod callbacks;
pub mod check;
mod client;
mod conditions;
mod create;
mod credentials;
mod environment;
mod exception;
#[cfg(feature = "axum")]
mod extractor;
mod loan;
mod loan_id;
mod login;
mod outcome;
mod phase;
mod same_loan;
mod upload;
mod webhooks;

pub use florin_nemuru::{operations, types};

pub use builder::ClientBuilder;
pub use callbacks::{Callback, Callbacks, CallbacksBuilder};
pub use client::Client;
pub use conditions::ConditionsRequest;
pub use credentials::Credentials;
pub use environment::Environment;
pub use exception::{ErrorDetails, Exception, SchemaErrors};
pub use loan::{Following, Loan, LoanHandle};
pub use loan_id::new_loan_id;
pub use outcome::{Outcome, Until};
pub use phase::{Milestone, Phase, Standing};
pub use upload::{FileFate, REQUEST_LIMIT, UploadError, UploadFile};
pub use webhooks::{WebhookAuth, callback_webhook, email_webhook};

/// The error of every Nemuru call. [`ErrorDetails`] reads what its body says.
pub type Error = florin_core::Error<types::ErrorResponse>;
