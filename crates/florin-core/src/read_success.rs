//! Reads a successful answer, and says what a success that can't be read means for the effect.

use crate::answered::{Answered, Empty};
use crate::decode::{self, DecodeError};
use crate::failure::{Failure, Kind};
use crate::media_type::MediaType;
use crate::nothing::Nothing;
use crate::session::Success;
use crate::{Effect, Error, FromAnswer, Operation, Response, Retry, Unreadable, trace};

/// Reads a success, or makes the error that says why it can't be read.
pub(crate) fn read_success<T: FromAnswer, E>(
    operation: &Operation,
    success: Success,
) -> Result<Response<T>, Error<E>> {
    let empty = match operation.takes_empty_answers() {
        true => Empty::Object,
        false => Empty::Null,
    };
    let answer = &success.answer;
    let media_type = MediaType::of(&answer.headers);
    let answered = Answered::new(answer.status, media_type, &answer.body, empty);
    match T::from_answer(&answered) {
        Ok(value) => {
            let answer = success.answer;
            let response = Response::new(value, answer.status, answer.headers);
            let response = response.with_raw(answer.body).with_key(success.key);
            Ok(response.with_attempts(success.attempts))
        }
        Err(Unreadable(error)) => Err(Error::bare(unreadable(operation, success, error))),
    }
}

/// Takes a success of an operation that is answered with nothing: no body, or one of JSON with nothing in it
/// but identifiers perhaps.
///
/// Whoever says more is somebody else than was asked, or has something else to say: a gateway's page during maintenance or before
/// a login, a refusal under the status 200. Nobody knows what it stands for, whatever it calls itself.
pub(crate) fn take_nothing<E: FromAnswer>(
    operation: &Operation,
    success: Success,
) -> Result<Response<()>, Error<E>> {
    let body = success.answer.body.trim_ascii();
    if !body.is_empty()
        && let Err(error) = decode::json::<Nothing>(body)
    {
        return Err(Error::bare(unreadable(operation, success, error)));
    }
    Ok(success.response(|_| ()))
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
