//! Whether a request may go out under an entry.

use chrono::TimeDelta;

use super::super::{Entry, EntryState, LedgerError};
use super::{fingerprint, fresh, fresh_at, key, noon};

/// An entry from noon.
fn entry(state: EntryState) -> Entry {
    Entry {
        state,
        ..fresh("invoice 4711", "first")
    }
}

/// What becomes of the same request so many seconds later.
fn after(state: EntryState, seconds: i64) -> Result<(), LedgerError> {
    let now = noon() + TimeDelta::seconds(seconds);
    let entry = entry(state);
    let request = fresh_at("invoice 4711", "second", now);
    assert_eq!(
        entry.check(&request).is_ok(),
        entry.can_be_sent(now),
        "the two say the same"
    );
    entry.check(&request)
}

const HOUR: i64 = 3600;

#[test]
fn the_same_request_goes_out_again_until_its_key_is_23_hours_old() {
    for state in [EntryState::Open, EntryState::Settled] {
        after(state, 0).unwrap();
        after(state, 23 * HOUR - 1).unwrap();
        for late in [23 * HOUR, 24 * HOUR, 900 * HOUR] {
            let error = after(state, late).unwrap_err();
            assert!(matches!(error, LedgerError::KeyTooOld(_)), "{error:?}");
        }
    }
}

#[test]
fn an_entry_from_ahead_of_the_clock_is_of_unknown_age() {
    for state in [EntryState::Open, EntryState::Settled] {
        // Clocks are set by seconds.
        after(state, -300).unwrap();
        for ahead in [-301, -24 * HOUR] {
            let error = after(state, ahead).unwrap_err();
            assert!(matches!(error, LedgerError::AheadOfClock(_)), "{error:?}");
        }
    }
}

#[test]
fn another_request_is_refused_at_any_age_and_the_operation_that_was_first_is_named() {
    let other_body = |now| {
        let key = key("second");
        Entry::new("invoice 4711", "create_payment", key, fingerprint('b'), now).unwrap()
    };
    let other_operation = |now| {
        let key = key("second");
        Entry::new(
            "invoice 4711",
            "confirm_payment",
            key,
            fingerprint('a'),
            now,
        )
        .unwrap()
    };
    for state in [EntryState::Open, EntryState::Settled] {
        for hours in [-900, 0, 23, 900] {
            let now = noon() + TimeDelta::hours(hours);
            for request in [other_body(now), other_operation(now)] {
                let error = entry(state).check(&request).unwrap_err();
                assert!(matches!(error, LedgerError::OtherRequest(_)), "{error:?}");
                assert!(error.to_string().contains("create_payment"), "{error}");
            }
        }
    }
}

#[test]
fn a_refusal_says_what_to_do_and_nothing_of_the_request() {
    let open = after(EntryState::Open, 24 * HOUR).unwrap_err();
    let said = open.to_string();
    assert!(
        said.contains("look at the provider whether it was done"),
        "{said}"
    );
    assert!(
        said.contains("create_payment, first sent at 2026-03-10T12:00:00Z"),
        "{said}"
    );

    let settled = after(EntryState::Settled, 24 * HOUR).unwrap_err();
    let said = settled.to_string();
    assert!(said.contains("was done"), "{said}");
    assert!(!said.contains("forget"), "{said}");

    for error in [open, settled] {
        assert_eq!(error.entry().unwrap().key, key("first"));
        for text in [error.to_string(), format!("{error:?}")] {
            assert!(!text.contains("4711"), "{text}");
        }
    }
}

#[test]
fn a_reference_is_a_name_that_isn_t_blank_and_fits_a_line() {
    let named = |reference: &str| {
        Entry::new(
            reference,
            "create_payment",
            key("k"),
            fingerprint('a'),
            noon(),
        )
    };
    for reference in ["", " ", "\n\t"] {
        let error = named(reference).unwrap_err();
        assert!(error.to_string().contains("empty"), "{error}");
    }
    assert!(named(&"x".repeat(1024)).is_ok());
    let error = named(&"x".repeat(1025)).unwrap_err();
    assert!(error.to_string().contains("1024"), "{error}");
}

#[test]
fn an_entry_goes_through_json_for_a_ledger_of_one_s_own() {
    let entry = entry(EntryState::Settled);
    let json = serde_json::to_string(&entry).unwrap();
    assert_eq!(serde_json::from_str::<Entry>(&json).unwrap(), entry);
}
