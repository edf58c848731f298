//! Tradevest: onboard customers, open products, trade and move money, for a partner of the platform.

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
mod credentials;
#[cfg(any(feature = "tradevest-onboarding", feature = "tradevest-trading"))]
mod cursor_pages;
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
mod uuid_text;
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
pub use environment::Environment;
pub use external_id::{ExternalId, InvalidExternalId};
pub use listing::{CursorPage, Listing, Page};
#[cfg(any(feature = "tradevest-onboarding", feature = "tradevest-trading"))]
pub use log_position::LogPosition;
pub use pages::{Items, Pages};
pub use problems::{FieldProblem, HasProblems, Problems};
pub use requestor::{InvalidRequestorId, RequestorId};
pub use token_endpoint::TokenEndpoint;
#[cfg(any(feature = "tradevest-onboarding", feature = "tradevest-trading"))]
pub use wait::Created;
#[cfg(feature = "axum")]
pub use webhooks::TradevestCallback;
pub use webhooks::{
    Arrivals, DedupKey, EventType, Meaning, Notification, Payload, Registered, Registration,
    Undelivered, UndeliveredEntry, ValidationError, Watcher, Webhooks, WebhooksBuilder,
};

/// The error of every Tradevest call.
pub type Error = florin_core::Error<types::ErrorMessage>;
