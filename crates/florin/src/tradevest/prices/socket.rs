//! The seam between the reading of prices and the network, so that what takes time can be tested without either.

use std::fmt;
use std::future::Future;
use std::pin::Pin;

use florin_core::{Bytes, Token};

use super::Reason;

pub(super) type Pending<'a, T> = Pin<Box<dyn Future<Output = Result<T, Reason>> + Send + 'a>>;

/// Opens sockets.
pub(super) trait Link: fmt::Debug + Send + Sync + 'static {
    /// One attempt. Dropping the future gives it up.
    fn open<'a>(&'a self, path: &'a str, token: Option<&'a Token>) -> Pending<'a, Box<dyn Socket>>;
}

/// An open WebSocket. Dropping it cuts the connection.
pub(super) trait Socket: Send {
    /// Sends a text message.
    fn send(&mut self, text: String) -> Pending<'_, ()>;

    /// The next message of data, text or binary; pings are answered on the way. Dropping the future loses nothing.
    fn next(&mut self) -> Pending<'_, Bytes>;

    /// Says goodbye, and waits for the same.
    fn close(&mut self) -> Pending<'_, ()>;
}
