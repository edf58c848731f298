//! What to do about a call that failed, where that can be told.

use http::StatusCode;

use crate::failure::{Failure, leaves_doubt};
use crate::{Certainty, Effect, Operation, Retry};

/// What to do about an answer that isn't success.
pub(crate) fn on(operation: &Operation, status: StatusCode) -> Option<&'static str> {
    if is_in_progress(operation, status) {
        return Some(
            "it has the first request under this key in work; ask again with the same idempotency key",
        );
    }
    if is_stored(operation, status) {
        return Some(
            "it keeps this answer and gives it again under the same idempotency key; a new key would make a new request, \
             for a payment a second one, so look first whether it was carried out",
        );
    }
    guess(operation, status)
}

/// Says to keep the key, or the field that is one, where the failure is in doubt and another answer may come under it.
///
/// Only of what is known to be done once under a key: elsewhere it may go along and be ignored.
pub(crate) fn to_ask_again(failure: Failure, key: &str) -> Failure {
    let in_doubt = failure.retry == Retry::Keyed && failure.effect == Effect::MaybeApplied;
    let is_open = failure.is_transient() || failure.status().is_some_and(leaves_doubt);
    if in_doubt && is_open && failure.note.is_none() {
        failure.noted(&format!("ask again with the same {key}"))
    } else {
        failure
    }
}

/// Whether the provider says that it is still at the first request under the same key.
pub(crate) fn is_in_progress(operation: &Operation, status: StatusCode) -> bool {
    operation.retry_class() == Retry::Keyed && operation.in_progress_status() == Some(status)
}

/// Whether the answer comes again however often it is asked for: the provider has stored it under the key.
pub(crate) fn is_stored(operation: &Operation, status: StatusCode) -> bool {
    operation.retry_class() == Retry::Keyed
        && operation.replays_answers()
        && status == StatusCode::INTERNAL_SERVER_ERROR
}

/// What to do where nothing is found at a path that nobody has documented.
fn guess(operation: &Operation, status: StatusCode) -> Option<&'static str> {
    let is_missing = matches!(
        status,
        StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED
    );
    let path = operation.certainty().map(|certainty| certainty.path);
    (is_missing && path == Some(Certainty::Undocumented) && !operation.is_rerouted())
        .then_some("its path is a guess; if it should be there, correct that with `path` on the client's builder")
}
