//! Monoova: buy a currency, pay with it abroad, and follow the deal until it is settled.

mod access;
mod answers;
mod beneficiaries;
mod builder;
mod client;
mod connection;
mod credentials;
mod deal;
mod environment;
mod inputs;
mod listing;
mod lists;
mod lookup;
mod order;
mod payment;
mod problems;
mod rate_query;
mod referenced;
mod status;
mod sub_customers;
#[cfg(test)]
mod tests;
mod token_url;
mod until;
mod walk;
mod write;

pub use florin_monoova::{operations, types};

pub use crate::oauth::Authorized;
pub use access::Access;
pub use beneficiaries::NewBeneficiary;
pub use builder::ClientBuilder;
pub use client::Client;
pub use credentials::Credentials;
pub use deal::{Deal, DealHandle, DealProgress};
pub use environment::Environment;
pub use listing::{Items, Listing, Page, Pages};
pub use lookup::{AccountType, Country, Currency, TransactionReason};
pub use order::{Amount, Order};
pub use payment::Payment;
pub use problems::{HasProblems, Language, Problem, Problems};
pub use rate_query::RateQuery;
pub use status::Status;
pub use sub_customers::NewSubCustomer;
pub use until::Until;
pub use write::Write;

/// The error of every Monoova call.
pub type Error = florin_core::Error<types::ErrorResponse>;
