//! Monoova: buy a currency, pay with it abroad, and follow the deal until it is settled.
//!
//! ```no_run
//! # async fn f() -> Result<(), Box<dyn std::error::Error>> {
//! use florin::ledger::FileLedger;
//! use florin::monoova::{
//!     Amount, Client, Credentials, Currency, Environment, Order, Payment, Status, Until,
//! };
//!
//! let monoova = Client::builder()
//!     .environment(Environment::Sandbox)
//!     .token_url("https://…") // undocumented: ask Monoova
//!     .credentials(Credentials::from_env()?)
//!     .user_id(42) // with a back office token
//!     .ledger(FileLedger::open("/var/lib/shop/payments.ledger")?)
//!     .build()?;
//!
//! // A quote, which binds nobody.
//! let amount = "2500.00".parse()?;
//! let order = Order::new(Currency::code("AUD"), Currency::code("USD"), Amount::Buy(amount))
//!     .payment(Payment::new(20481, amount).reference("Invoice 4711"));
//! let quote = monoova.create_transaction(&order).reference("4711 create").await?;
//! let rate = quote.transaction().and_then(|seen| seen.exchange_rate.as_ref());
//! println!("at {rate:?}");
//!
//! // Binding from here on.
//! let deal = quote.confirm().reference("4711 confirm").await?;
//! let deal = deal.allocate().reference("4711 allocate").await?;
//! let settling = deal
//!     .poller(Until::reached(Status::PartiallySettled).or_unknown())
//!     .await?;
//! # let _ = settling;
//! # Ok(())
//! # }
//! ```
//!
//! # The steps of a deal
//!
//! | step | call | then the transaction is |
//! | --- | --- | --- |
//! | look at the rate | [`Client::rate`] | |
//! | make a quote, with at least one payment | [`Client::create_transaction`] | [`Created`](Status::Created) |
//! | change its payments | [`Deal::update`] | the same |
//! | accept it: **this binds** | [`Deal::confirm`] | [`PendingPayment`](Status::PendingPayment) |
//! | say that the payments are complete | [`Deal::allocate`] | [`Open`](Status::Open) |
//! | pay `receipt_amount` into the `receipt_account`, at your bank | | [`PartiallySettled`](Status::PartiallySettled), and on |
//! | follow it | [`Deal::poller`] | whatever the provider says |
//!
//! None of them implies another. Which states follow is undocumented, so there is no built-in end: [`Until`] says what to wait
//! for. Nothing tells of a change by itself, so it is polled.
//!
//! # Nothing is paid twice
//!
//! Whatever creates, changes or confirms is a [`Write`]: one request under one idempotency key, however often it is sent. A lost
//! answer, a busy provider (409) and a failing gateway are met with the same request under the same key. What the session can't
//! settle is yours: the error says whether something [may have happened](florin_core::Error::effect) and under
//! [which key](florin_core::Error::idempotency_key) to ask again. With a [`ledger`](crate::ledger), a
//! [reference](Write::reference) of your own stands for the key, also after a crash.
//!
//! A 500 is the exception: the provider keeps it under the key and gives it again for a day (documented). Look whether the thing
//! was done before you take a new key, which makes a new payment.
//!
//! A reference is used up by what it was used for. Where a quote has run out before it was confirmed, asking again under its
//! reference brings the same quote: make a new one, under new references (`4711 create 2`, `4711 confirm 2`), once a read has
//! shown that the old one isn't confirmed.
//!
//! # Whose token it is
//!
//! | [`Access`] | [`Credentials`] | sees | names the user |
//! | --- | --- | --- | --- |
//! | [`ClientWebsite`](Access::ClientWebsite) | [`client_website`](Credentials::client_website) | one user's account | never by itself |
//! | [`BackOffice`](Access::BackOffice) | [`back_office`](Credentials::back_office) | all | where nothing else in the request does |
//!
//! With a back office token, [`ClientBuilder::user_id`] or [`Client::for_user`] says for whom a call is: a rate, a quote, the
//! lists of beneficiaries, sub customers and transactions, and new ones. Without it, these are refused before they are sent.
//! With one user's token, nothing in this module names a user; [`Client::api`] sends a `user_id` that a request is given.
//!
//! # How sure this is
//!
//! One path is documented: that of [`Deal::update`]. The others are inferred, and some, the token's among them, are guesses;
//! each operation of [`florin_monoova`] says which. Who has the provider's own documentation corrects them with
//! [`ClientBuilder::path`]; where tokens come from is [`ClientBuilder::token_url`], which has no default. Fields of answers are
//! [`AsSent`](florin_core::AsSent): they hold what came, and what could be read out of it.
//!
//! An answer is read as far as it can be, so that a step that was carried out doesn't look as if it hadn't been because of a
//! field that nobody needs. Of a transaction, a beneficiary, a sub customer, a rate and each item of a list, a field that can't be
//! read is left out: a warning is traced that names the field and shows nothing of it, and what stood there is in `extra`, under
//! the field's name, unless it was within another field. The first four come in an envelope or without one. What remains an error
//! is what the call is about: no object, no identifier above zero, another object than was asked for, a rate without its number.
//! [`Client::api`] doesn't read so.

mod access;
mod answers;
mod beneficiaries;
mod builder;
mod client;
mod connection;
mod credentials;
mod deal;
mod environment;
mod held_funds;
mod inputs;
mod lenient;
mod listing;
mod lists;
mod lookup;
mod order;
mod ordered;
mod page_answer;
mod pages;
mod payment;
mod problems;
mod rate_query;
mod referenced;
mod status;
mod sub_customers;
#[cfg(test)]
mod tests;
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
pub use listing::{Listing, Page};
pub use lookup::{AccountType, Country, Currency, TransactionReason};
pub use order::{Amount, Order};
pub use pages::{Items, Pages};
pub use payment::Payment;
pub use problems::{HasProblems, Language, Problem, Problems};
pub use rate_query::RateQuery;
pub use status::Status;
pub use sub_customers::NewSubCustomer;
pub use until::Until;
pub use write::Write;

/// The error of every Monoova call.
pub type Error = florin_core::Error<types::ErrorResponse>;
