//! Every way in which an error or a value can be shown.

use std::error::Error as StdError;
use std::fmt::Debug;
use std::panic::{AssertUnwindSafe, catch_unwind};

use florin::core::Error;

use super::sieve;

/// A value's `Debug`, short and long. What the spec doesn't mark may show.
pub(crate) fn value(channel: &str, value: &impl Debug) {
    sieve::unmarked(channel, &format!("{value:?} {value:#?}"));
}

/// The `Debug` of what has no business with any value: clients, builders, settings, credentials, requests in the making.
pub(crate) fn handle(channel: &str, value: &impl Debug) {
    sieve::never(channel, &format!("{value:?} {value:#?}"));
}

/// An error in all forms, with all its causes.
pub(crate) fn error(error: &(dyn StdError + 'static)) {
    let mut text = String::new();
    let mut next = Some(error);
    while let Some(error) = next {
        text.push_str(&format!("{error} {error:#} {error:?} {error:#?}\n"));
        next = error.source();
    }
    sieve::never("errors", &text);
}

/// An error of a call, its parts, and what becomes of it when it is turned into another one. The body that a caller asks for is a
/// value like any other.
pub(crate) fn failed<E: Debug + Send + Sync + 'static>(failed: Error<E>, panics: bool) {
    error(&failed);
    let parts = (
        failed.operation(),
        failed.effect(),
        failed.status(),
        failed.attempts(),
        failed.retry_after(),
        failed.field(),
    );
    sieve::never("parts of errors", &format!("{parts:?}"));
    if let Some(refused) = failed.token_error() {
        error(refused);
    }
    if let Some(body) = failed.body() {
        value("Debug of bodies of errors", body);
    }
    if panics {
        panicking(|| Err::<(), _>(&failed).unwrap());
        panicking(|| Err::<(), _>(&failed).expect("an answer"));
    }
    let boxed: Box<dyn StdError + Send + Sync> = failed.without_body().into();
    error(&*boxed);
    sieve::never("errors", &format!("{boxed} {boxed:#} {boxed:?}"));
    if panics {
        panicking(|| Err::<(), _>(boxed).unwrap());
    }
}

/// Lets something panic. Its report goes to the standard error, its text into the search.
pub(crate) fn panicking(run: impl FnOnce()) {
    let panicked = catch_unwind(AssertUnwindSafe(run)).unwrap_err();
    let text = panicked.downcast_ref::<String>().map(String::as_str);
    let text = text.or_else(|| panicked.downcast_ref::<&str>().copied());
    sieve::never("payloads of panics", text.unwrap_or_default());
}

/// A value in the text of a panic, as `assert_eq!` and `unwrap_err` have it. What the spec doesn't mark may show there.
pub(crate) fn shown_in_a_panic(value: &impl Debug) {
    let hook = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| {}));
    let panicked = catch_unwind(AssertUnwindSafe(|| Ok::<_, ()>(value).unwrap_err()));
    std::panic::set_hook(hook);
    let payload = panicked.unwrap_err();
    let text = payload.downcast_ref::<String>().unwrap();
    sieve::unmarked("payloads of panics about answers", text);
}
