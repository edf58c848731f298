//! Tradevest: onboard customers, open products, trade and move money, for a partner of the platform.
//!
//! ```no_run
//! # #[cfg(feature = "tradevest-trading")]
//! # async fn f(order: florin::tradevest::types::OrderData) -> Result<(), Box<dyn std::error::Error>> {
//! use florin::tradevest::{Client, Credentials, Environment};
//!
//! let tradevest = Client::builder()
//!     .environment(Environment::Test)
//!     .credentials(Credentials::from_env()?)
//!     .requestor("0d2f4a6e-6f5c-4a53-9d5d-6f0a7d1f6f10".parse()?) // who does it
//!     .build()?;
//!
//! let create = tradevest.create_digital_order(order);
//! println!("about to order under {:?}", create.external_id());
//! let order = create.await?; // taken in: not yet accepted, let alone executed
//! println!("{}", order.id());
//! # Ok(())
//! # }
//! ```
//!
//! # Taken in isn't done
//!
//! Every command is answered after a check of its form, with an identifier or with nothing; the rest comes later. What was
//! created is `RECEIVED`, then `INVALID` or in a state of its own, and may yet be `REJECTED`. **Why** something became `INVALID`
//! is told by webhook alone. A change that is refused leaves no trace that could be read.
//!
//! # Nothing is created twice
//!
//! What you create is a [`Create`], with an [`ExternalId`] where the object has a place for one: known before it is sent, kept over
//! all attempts, and looked up where an attempt ended in doubt. What has none is sent once.
//!
//! # In whose name
//!
//! The credentials stand for you, the partner; a [`RequestorId`] says which natural person acts. Give the client one, make
//! another client [for another person](Client::for_requestor), or say it for one call. What needs one and has none is refused
//! before it is sent.
//!
//! # From beginning to end
//!
//! - A person or a company becomes a customer: [`onboarding`], which can be killed at any point and
//!   taken up again.
//! - Crypto: [`create_digital_order`](Client::create_digital_order) at the market, or
//!   [`accept_digital_quote`](Client::accept_digital_quote) for a quote that you got (how to ask for one isn't documented). Wait for
//!   `Filled`, then `Settled`; then there is a [`receipt`](Created::receipt).
//! - Securities: [`ex_ante`](Client::ex_ante) costs to show, then the [order](ExAnte::order), at a path that
//!   [you know](ClientBuilder::securities_order_path).
//! - Money: [`pay_out`](Client::pay_out), and in a test environment
//!   [`pretend_incoming_transfer`](Client::pretend_incoming_transfer).
//!
//! # The parts
//!
//! | feature | what it adds to the client, its token, lists and webhooks |
//! | --- | --- |
//! | `tradevest-onboarding` | persons, companies, roles and their documents, of the newer generation |
//! | `tradevest-trading` | products, orders, transfers |
//! | `tradevest` | both, and all operations that the provider has, those of the older generation too |
//! | `tradevest-prices` | live prices |
//!
//! Everything that has no verb here is an operation of [`Client::api`]. How sure each one is, and what is left out for want of a
//! path, [`florin_tradevest`] says; a path is corrected with [`ClientBuilder::path`].

#[cfg(any(feature = "tradevest-onboarding", feature = "tradevest-trading"))]
mod answers;
mod builder;
#[cfg(any(feature = "tradevest-onboarding", feature = "tradevest-trading"))]
mod changelog;
#[cfg(any(feature = "tradevest-onboarding", feature = "tradevest-trading"))]
mod changelogs;
mod client;
#[cfg(feature = "tradevest-prices")]
mod connection;
#[cfg(any(feature = "tradevest-onboarding", feature = "tradevest-trading"))]
mod create;
#[cfg(any(feature = "tradevest-onboarding", feature = "tradevest-trading"))]
mod create_from_body;
mod credentials;
#[cfg(any(feature = "tradevest-onboarding", feature = "tradevest-trading"))]
mod cursor_pages;
#[cfg(feature = "tradevest-onboarding")]
mod documents;
#[cfg(feature = "tradevest-onboarding")]
mod entities;
mod environment;
mod external_id;
#[cfg(any(feature = "tradevest-onboarding", feature = "tradevest-trading"))]
mod found;
mod listing;
#[cfg(any(feature = "tradevest-onboarding", feature = "tradevest-trading"))]
mod log_position;
#[cfg(feature = "tradevest-trading")]
mod money;
#[cfg(feature = "tradevest-onboarding")]
pub mod onboarding;
#[cfg(feature = "tradevest-trading")]
mod orders;
mod pages;
#[cfg(feature = "tradevest-prices")]
pub mod prices;
mod problems;
mod requestor;
#[cfg(feature = "tradevest-onboarding")]
mod roles;
#[cfg(any(feature = "tradevest-onboarding", feature = "tradevest-trading"))]
mod same;
#[cfg(feature = "tradevest")]
mod taxes;
#[cfg(test)]
mod tests;
mod token_endpoint;
#[cfg(feature = "tradevest-trading")]
mod trading;
#[cfg(any(feature = "tradevest-onboarding", feature = "tradevest-trading"))]
mod wait;
mod walk;
mod webhooks;

pub use florin_tradevest::{operations, types};

pub use builder::ClientBuilder;
#[cfg(any(feature = "tradevest-onboarding", feature = "tradevest-trading"))]
pub use changelog::{ChangeLog, LogPage};
pub use client::Client;
#[cfg(any(feature = "tradevest-onboarding", feature = "tradevest-trading"))]
pub use create::Create;
pub use credentials::Credentials;
#[cfg(feature = "tradevest-onboarding")]
pub use documents::DOCUMENT_LIMIT;
pub use environment::Environment;
pub use external_id::{ExternalId, HasExternalId, InvalidExternalId};
pub use listing::{CursorPage, Listing, Page};
#[cfg(any(feature = "tradevest-onboarding", feature = "tradevest-trading"))]
pub use log_position::LogPosition;
pub use pages::{Items, Pages};
pub use problems::{FieldProblem, HasProblems, Problems};
pub use requestor::{InvalidRequestorId, RequestorId};
pub use token_endpoint::TokenEndpoint;
#[cfg(feature = "tradevest-trading")]
pub use trading::ExAnte;
#[cfg(feature = "tradevest-onboarding")]
pub use wait::EntityOnboarding;
#[cfg(feature = "tradevest-trading")]
pub use wait::SecuritiesOrder;
#[cfg(any(feature = "tradevest-onboarding", feature = "tradevest-trading"))]
pub use wait::{
    Change, Created, Following, Goal, Handle, Looking, Outcome, Readable, Reason, Reply, Status,
    Submitted, Telling, Thing, UpdateRefused, WrongKind,
};
#[cfg(feature = "axum")]
pub use webhooks::TradevestCallback;
pub use webhooks::{
    Arrivals, DedupKey, EventType, Meaning, Notification, Payload, Registered, Registration,
    Undelivered, UndeliveredEntry, ValidationError, Watcher, Webhooks, WebhooksBuilder,
};

/// The error of every Tradevest call.
pub type Error = florin_core::Error<types::ErrorMessage>;
