//! The price socket.

mod book;
mod desk;
mod handshake;
mod server;
mod session;

pub use book::Quote;
pub use desk::{PriceHandshake, PriceSocket, PriceSubscription};

pub(super) use desk::Desk;
pub(super) use server::serve;

/// The path of the reference, and that of the guide. Both documented.
const PATHS: [&str; 2] = ["/websocket/prices", "/websockets/prices"];
