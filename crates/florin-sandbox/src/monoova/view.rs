//! How times are written, and what envelope an object comes in.

use chrono::{DateTime, Datelike as _, FixedOffset, SecondsFormat, Utc};
use serde_json::{Value, json};

use super::options::Envelope;

const HOUR: i32 = 3600;

/// In Sydney's time, to the second, as the samples have it. Daylight saving is taken to change with the month.
pub(super) fn time(time: DateTime<Utc>) -> String {
    let hours = if (4..=9).contains(&time.month()) {
        10
    } else {
        11
    };
    match FixedOffset::east_opt(hours * HOUR) {
        Some(sydney) => {
            let local = time.with_timezone(&sydney);
            local.to_rfc3339_opts(SecondsFormat::Secs, false)
        }
        None => time.to_rfc3339_opts(SecondsFormat::Secs, false),
    }
}

/// An object as an operation answers it.
pub(super) fn wrapped(name: &str, object: Value, operation: &str, envelope: Envelope) -> Value {
    match envelope {
        Envelope::Bare => object,
        Envelope::AsShown if operation == "update_transaction" => object,
        Envelope::AsShown | Envelope::Wrapped => json!({ name: object }),
    }
}
