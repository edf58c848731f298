//! The token, which the client asks for by itself, with its first call.

use super::call::{Call, Sent, call};

/// A call that needs a token.
#[must_use]
pub fn token() -> Call {
    Call::new(
        "get_token",
        "",
        call!(@answer one "token_response"),
        |client, _| {
            Box::pin(
                async move { Sent::new(String::new(), client.api().get_webhooks().send().await) },
            )
        },
    )
}
