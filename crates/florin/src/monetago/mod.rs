//! MonetaGo Secure Financing: has this trade document been registered or financed elsewhere?
//!
//! A lender [registers](Client::register) a financing validation request (FVR), learns whether its documents are
//! [unique or duplicate](Outcome), and marks it as [financed](Client::finance) or [cancels](Client::cancel) it. No money
//! moves through the API. Outcomes come later and are polled for; one [`Watch`] on the activity feed wakes any number
//! of pollers.
//!
//! What is documented, what is inferred and what is left open is said at each operation of [`florin_monetago`], which
//! [`Client::api`] gives you.

mod activity;
mod amount;
mod builder;
mod change;
pub mod check;
mod checkpoint;
mod client;
mod credentials;
mod doubt;
mod environment;
mod event;
mod feed;
mod fvr;
mod identity;
mod outcome;
mod party;
mod registration;
mod seen_errors;
mod selection;
mod watch;

pub use florin_monetago::{operations, types};

pub use amount::{amount, currency_amount};
pub use builder::ClientBuilder;
pub use change::{Change, ChangeHandle, ChangeKind, ChangeOutcome};
pub use checkpoint::Checkpoint;
pub use client::Client;
pub use credentials::ClientCredentials;
pub use environment::Environment;
pub use event::Event;
pub use feed::ActivityFeed;
pub use fvr::Fvr;
pub use outcome::Outcome;
pub use party::bic;
pub use registration::{AllOutcomes, OneOutcome, Registration, RegistrationHandle};
pub use selection::Selection;
pub use watch::{Watch, WatchBuilder};

use activity::Activity;

/// The error of every MonetaGo call. Its body is open: MonetaGo documents no HTTP error bodies.
pub type Error = florin_core::Error<types::ApiError>;
