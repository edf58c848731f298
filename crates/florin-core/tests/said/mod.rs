//! All that the crate says, and the search through it.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use std::error::Error as StdError;
use std::fmt::{Debug, Write as _};
use std::sync::{Mutex, Once, PoisonError};

use florin_core::Error;

use crate::captured::Captured;
use crate::planted::MARK;

/// All that was said, from whatever corner.
#[derive(Default)]
pub(crate) struct Said(pub(crate) String);

impl Said {
    pub(crate) fn error<E>(&mut self, error: &Error<E>) {
        write!(
            self.0,
            "{error} {error:#} {error:?} {error:#?} {:?} ",
            error.field()
        )
        .unwrap();
        let mut source = error.source();
        while let Some(cause) = source {
            write!(self.0, "{cause} {cause:#} {cause:?} {cause:#?} ").unwrap();
            source = cause.source();
        }
    }

    pub(crate) fn debug(&mut self, value: &impl Debug) {
        write!(self.0, "{value:?} {value:#?} ").unwrap();
    }
}

static LOGGED: Mutex<String> = Mutex::new(String::new());

/// Takes in what goes through the `log` crate, as reqwest's does, and what panics say.
pub(crate) fn listen() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        struct Logger;
        impl log::Log for Logger {
            fn enabled(&self, _: &log::Metadata<'_>) -> bool {
                true
            }
            fn log(&self, record: &log::Record<'_>) {
                take_in(&format!(
                    "{} {} {}",
                    record.level(),
                    record.target(),
                    record.args()
                ));
            }
            fn flush(&self) {}
        }
        log::set_logger(&Logger).unwrap();
        log::set_max_level(log::LevelFilter::Trace);
        let usual = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            take_in(&panic.to_string());
            usual(panic);
        }));
    });
}

fn take_in(text: &str) {
    let mut logged = LOGGED.lock().unwrap_or_else(PoisonError::into_inner);
    logged.push_str(text);
    logged.push('\n');
}

pub(crate) fn logged() -> String {
    LOGGED
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .clone()
}

pub(crate) fn marked(text: &str) -> bool {
    text.to_lowercase().contains(MARK)
}

/// Asserts that none of it holds the mark, and that there is something to search.
pub(crate) fn assert_clean(said: &Said, captured: &Captured) {
    for text in [&said.0, &captured.text(), &logged()] {
        if let Some(at) = text.to_lowercase().find(MARK) {
            panic!(
                "the mark shows: …{}…",
                &text[at.saturating_sub(300)..(at + 100).min(text.len())]
            );
        }
    }
    assert!(said.0.len() > 100 && captured.text().contains("florin.call"));
}
/// Forgets what was logged. For a process that nobody else logs in.
pub(crate) fn forget() {
    LOGGED
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .clear();
}
