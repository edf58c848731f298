//! Notifications: who may send them, what they say, and who waits for them.

mod arrivals;
mod body_digest;
mod builder;
mod dedup_key;
mod event_table;
mod event_type;
#[cfg(feature = "axum")]
mod extractor;
mod facts;
mod meaning;
mod notification;
mod payload;
mod receiver;
mod register;
mod registration;
mod said;
mod static_headers;
#[cfg(test)]
mod tests;
mod undelivered;
mod undelivered_entry;
mod validation_error;
mod watcher;

pub use arrivals::Arrivals;
pub use builder::WebhooksBuilder;
pub use dedup_key::DedupKey;
pub use event_type::EventType;
#[cfg(feature = "axum")]
pub use extractor::TradevestCallback;
pub use meaning::Meaning;
pub use notification::Notification;
pub use payload::Payload;
pub use receiver::Webhooks;
pub use register::Registered;
pub use registration::Registration;
pub use undelivered::Undelivered;
pub use undelivered_entry::UndeliveredEntry;
pub use validation_error::ValidationError;
pub use watcher::Watcher;
