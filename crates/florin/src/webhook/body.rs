//! A callback's body, read up to a limit.

use axum_core::body::Body;
use florin_core::Bytes;
use http_body_util::{BodyExt, LengthLimitError, Limited};

use super::Rejection;

/// The whole of `body`, if it has no more than `limit` bytes and doesn't break off.
pub(crate) async fn body_within(body: Body, limit: usize) -> Result<Bytes, Rejection> {
    match Limited::new(body, limit).collect().await {
        Ok(body) => Ok(body.to_bytes()),
        Err(error) if error.is::<LengthLimitError>() => Err(Rejection::TooLarge(limit)),
        Err(_) => Err(Rejection::Unreadable),
    }
}
