//! Where to look for what may have been done: no key makes a repetition safe here, so the error says it.

use florin_core::{Effect, Error as CoreError, Operation, Response};

use super::Error;

/// For a registration.
pub(super) const OF_A_REGISTRATION: &str = "it may be registered; look with Client::find for the submitter_data_set_identification of its FVRs, more \
     than once, before you register them again";

/// For a financing or a cancellation.
pub(super) const OF_A_CHANGE: &str = "it may be in force; read the FVR before you send it again";

/// The same error, with the place to look at where it leaves doubt.
pub(super) fn look(error: Error, place: &str) -> Error {
    match error.effect() {
        Effect::MaybeApplied => error.with_note(place),
        Effect::NotSent | Effect::Answered => error,
    }
}

/// The identifier that the registry gave to what it took in.
///
/// # Errors
/// Where it names none: then it may have said something else than that it took it in.
pub(super) fn identifier<T>(
    operation: &'static Operation,
    answer: &Response<T>,
    named: Option<&String>,
    place: &str,
) -> Result<String, Error> {
    if let Some(id) = named.filter(|id| !id.trim().is_empty()) {
        return Ok(id.clone());
    }
    let message = "success is said, and no identifier of what was taken in";
    let error = CoreError::unusable_answer(operation, message).with_answer(answer);
    Err(look(error, place))
}
