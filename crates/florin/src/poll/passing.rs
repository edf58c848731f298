//! Which failures of a reading may be over at the next one.

use florin_core::Error;
use florin_core::http::StatusCode;

/// Whether the failure is of the moment, or the answer isn't the provider's own: a page in the place of an answer, a redirect to
/// a login, a body that never ends, a conflict with something else that is going on. Gateways give such answers for a while, and
/// somebody who waits for days meets one now and then.
///
/// For [`Poll::is_transient`](super::Poll::is_transient); the pollers of all providers go by it.
#[must_use]
pub fn may_pass<E>(error: &Error<E>) -> bool {
    let is_unreadable = error.field().is_some();
    let is_none = error.status().is_some_and(|status| {
        status.is_redirection()
            || status == StatusCode::CONFLICT
            // Nor can it be used: it says what it shouldn't, which the provider means.
            || (status.is_success() && !error.is_decode())
    });
    error.is_transient() || is_unreadable || is_none
}
