//! Reads a successful answer, and says what a success that can't be read means for the effect.

use crate::answered::{Answered, Empty};
use crate::beside_nothing::Beside;
use crate::decode::{self, DecodeError};
use crate::failure::{Failure, Kind};
use crate::media_type::MediaType;
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

/// Takes a success of an operation that is answered with nothing.
///
/// What a provider says beside it is its own affair, and a redirect has a page of its own. But a web page is no provider's word:
/// it is what a gateway says for itself, during maintenance or before a login, and also with the status 200. The same goes for
/// what calls itself JSON and is none; and JSON that names an error refuses, whatever the status says.
pub(crate) fn take_nothing<E: FromAnswer>(
    operation: &Operation,
    success: Success,
) -> Result<Response<()>, Error<E>> {
    let answer = &success.answer;
    let body = answer.body.trim_ascii();
    let claims = MediaType::of(&answer.headers).is_of(&PAGES_AND_JSON);
    if !body.is_empty() && !answer.status.is_redirection() {
        let read = match decode::json::<Beside>(body) {
            Err(error) if !error.is_json() && (!claims || is_word(body)) => Ok(()),
            read => read.map(drop),
        };
        if let Err(error) = read {
            return Err(Error::bare(unreadable(operation, success, error)));
        }
    }
    let raw = success.answer.body.clone();
    Ok(success.response(|_| ()).with_raw(raw))
}

/// Whether it is neither markup nor the beginning of JSON: some say "OK", and call even that JSON or HTML.
fn is_word(body: &[u8]) -> bool {
    let text = std::str::from_utf8(body);
    text.is_ok_and(|text| !text.starts_with(['{', '[', '"', '<']))
}

/// A page is never JSON, so reading it as such finds it out.
const PAGES_AND_JSON: [&str; 4] = [
    "text/html",
    "application/xhtml+xml",
    "application/json",
    "application/problem+json",
];

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
