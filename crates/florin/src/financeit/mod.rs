//! Financeit: quote a loan, invite a customer to apply, and follow the application until it is funded.
//!
//! A merchant, or a broker with many merchants, [calculates](Client::calculate) what a loan would cost and
//! [invites](Client::invite) a customer. The customer applies on Financeit's own pages, and the [loan](Loan) that comes of
//! it is found [by the lead](Client::loan_for_lead) and [polled](Loan::poller) until it is funded, declined, aborted or
//! expired. No operation makes or changes a loan.
//!
//! # Who may call what
//!
//! | token | calculator, promo programs, subverticals | invites | loans | partners | access links |
//! | --- | --- | --- | --- | --- | --- |
//! | [`authorized`](ClientBuilder::authorized): authorization code flow | yes | yes | yes | yes | yes |
//! | [`Credentials::login`] of [`Account::Merchant`] | yes | yes | yes | no | no |
//! | [`Credentials::login`] of [`Account::Broker`] | yes | yes | no | no | no |
//! | [`Credentials::anonymous`] | yes | no | no | no | no |
//!
//! The table is documented, but for two readings of ours: it calls partners "not applicable" for a merchant's login, and it
//! doesn't list an anonymous token, which may do "a small subset". What it forbids, the methods of [`Client`] refuse before
//! anything is sent, and say which token may do it. [`Client::api`] checks nothing of this.
//!
//! # How sure this is
//!
//! The paths of most operations are inferred and some are guesses; each operation of [`florin_financeit`] says which. If you
//! have the provider's own documentation, correct them with [`ClientBuilder::path`].
//!
//! Amounts are Canadian dollars (inferred), rates are in percent. Fields of answers are
//! [`AsSent`](florin_core::AsSent): they hold what came, and what could be read out of it.

mod access_link;
mod account;
mod builder;
mod calculation;
mod catalogue;
mod client;
mod credentials;
mod environment;
mod error_texts;
mod invite;
mod loan;
mod loan_poll;
mod loans;
mod loans_query;
mod login;
mod outcome;
#[cfg(test)]
mod tests;
mod walk;

pub use florin_financeit::{operations, types};

pub use crate::oauth::Authorized;
pub use access_link::AccessLink;
pub use account::Account;
pub use builder::ClientBuilder;
pub use calculation::Calculation;
pub use catalogue::{PromoProgramsQuery, SubverticalsQuery};
pub use client::Client;
pub use credentials::Credentials;
pub use environment::Environment;
pub use error_texts::ErrorTexts;
pub use loan::Loan;
pub use loan_poll::LoanOutcome;
pub use loans::{LoanPages, Loans};
pub use loans_query::LoansQuery;
pub use outcome::Outcome;

/// The error of every Financeit call. For what the provider says went wrong, see [`ErrorTexts`].
pub type Error = florin_core::Error<types::ErrorResponse>;
