//! What providers send by themselves: callbacks, and who may send them.
//!
//! No callback is proof of anything. A [`Sender`] keeps strangers out as far as the provider's way of authenticating
//! allows; what is certain is only what the provider answers when it is asked. So a callback wakes a
//! [poller](crate::poll), which reads, and changes nothing by itself: late, repeated, out of order or forged, it costs
//! one reading at most.

#[cfg(feature = "axum")]
mod body;
mod header_set;
mod members;
mod recent;
mod rejection;
mod sender;

#[cfg(feature = "axum")]
pub(crate) use body::body_within;
pub(crate) use members::{Members, Text};
pub use recent::Recent;
pub use rejection::Rejection;
pub use sender::Sender;

/// Bytes of a callback's body that are read unless said otherwise: 64 KiB. Most callbacks have a few hundred bytes.
pub const BODY_LIMIT: usize = 64 << 10;
