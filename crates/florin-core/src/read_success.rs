//! Reads a successful answer, and says what a success that can't be read means for the effect.

use serde::de::DeserializeOwned;

use crate::decode::{self, DecodeError};
use crate::failure::{Failure, Kind};
use crate::session::Success;
use crate::{Effect, Error, Operation, Response, Retry, trace};

/// Reads a success, or makes the error that says why it can't be read.
pub(crate) fn read_success<T: DeserializeOwned, E>(
    operation: &Operation,
    success: Success,
) -> Result<Response<T>, Error<E>> {
    let body = &success.answer.body;
    let decoded: Result<T, _> =
        match operation.takes_empty_answers() && body.trim_ascii().is_empty() {
            true => decode::json(b"{}").or_else(|_| decode::json(b"")),
            false => decode::json(body),
        };
    match decoded {
        Ok(value) => {
            let answer = success.answer;
            let response = Response::new(value, answer.status, answer.headers);
            let response = response.with_raw(answer.body).with_key(success.key);
            Ok(response.with_attempts(success.attempts))
        }
        Err(error) => Err(Error::bare(unreadable(operation, success, error))),
    }
}

#[cold]
fn unreadable(operation: &Operation, success: Success, error: DecodeError) -> Failure {
    trace::unreadable(&success.span);
    let effect = effect_of_success(operation);
    let failure = Failure::new(operation, Kind::Decode(error), effect);
    failure
        .attempts(success.attempts)
        .key(success.key)
        .answered(success.answer)
}

/// What a success that can't be understood says of the effect. It may come from something in between, or be the answer
/// to a write that was carried out: nobody should take it for a refusal.
pub(crate) const fn effect_of_success(operation: &Operation) -> Effect {
    match operation.retry_class() {
        Retry::Safe => Effect::Answered,
        Retry::Keyed | Retry::Never => Effect::MaybeApplied,
    }
}
