//! A request that is refused here because of somebody else's error.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod scripted;

use std::error::Error as StdError;
use std::fmt;

use florin_core::{Effect, Error};
use scripted::NEVER;

/// A ledger's error, that holds more than it says.
#[derive(Debug)]
struct LedgerFailed {
    #[allow(dead_code, reason = "its Debug shows it")]
    reference: &'static str,
    disk: std::io::Error,
}

impl fmt::Display for LedgerFailed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the ledger can't be written")
    }
}

impl StdError for LedgerFailed {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        Some(&self.disk)
    }
}

fn failed() -> Error {
    let failed = LedgerFailed {
        reference: "invoice of Jane Doe",
        disk: std::io::Error::other("the disk is full"),
    };
    Error::refused_because(&NEVER, failed)
}

#[test]
fn the_cause_is_told_once_and_with_its_own_causes_on_demand() {
    let said = "register: invalid request: the ledger can't be written; not sent";
    assert_eq!(failed().to_string(), said);
    assert_eq!(
        format!("{:#}", failed()),
        "register: invalid request; not sent: the ledger can't be written: the disk is full"
    );
}

#[test]
fn the_cause_can_be_told_by_its_type() {
    let error = failed();
    let cause = error.source().unwrap().downcast_ref::<LedgerFailed>();
    assert_eq!(cause.unwrap().disk.kind(), std::io::ErrorKind::Other);
    let bare = error.without_body();
    assert!(
        bare.source()
            .is_some_and(|cause| cause.is::<LedgerFailed>())
    );
}

#[test]
fn it_is_an_invalid_request_that_was_not_sent_unless_somebody_is_in_doubt() {
    let error = failed();
    assert!(error.is_invalid_request() && !error.is_transient() && !error.is_retryable());
    assert_eq!((error.effect(), error.attempts()), (Effect::NotSent, 0));
    assert_eq!(failed().in_doubt().effect(), Effect::MaybeApplied);
    assert!(failed().in_doubt().is_invalid_request());
}

#[test]
fn debug_shows_no_more_of_the_cause_than_display() {
    let shown = format!("{:?} {:#?}", failed(), failed());
    assert!(
        shown.contains("the ledger can't be written") && !shown.contains("Jane Doe"),
        "{shown}"
    );
}
