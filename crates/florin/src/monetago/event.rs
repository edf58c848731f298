//! One entry of the activity feed, as far as anyone knows what that is.
//!
//! What an event holds is undocumented. It must hold a time, since the feed is read by time, and very likely names what
//! changed. So an event stays JSON, and what can be recognised in it is taken from wherever it stands.

use std::fmt;

use chrono::{DateTime, NaiveDateTime, Utc};
use serde_json::Value;

use super::identity::identity;

/// The fields that name what can be waited for: a registration or financing, an FVR, a cancellation.
const WAITED_FOR: [&str; 4] = [
    "request_identification",
    "submitter_data_set_identification",
    "cancellation_identification",
    "cancellation_id",
];
/// The fields that name a group of FVRs.
const GROUPS: [&str; 3] = ["submitter_batch_identification", "batch_identification", "pool_identification"];

/// Something that happened to one of the lender's FVRs. Read the FVR to learn what.
///
/// `Debug` shows the time; the rest is the customer's business.
#[derive(Clone, PartialEq)]
pub struct Event {
    json: Value,
    time: Option<DateTime<Utc>>,
    names: Vec<String>,
    /// One of the names is of a kind that can be waited for.
    attributable: bool,
    identity: String,
}

impl Event {
    pub(super) fn new(json: Value) -> Self {
        let mut names = Vec::new();
        collect_names(&json, &WAITED_FOR, &mut names);
        let attributable = !names.is_empty();
        collect_names(&json, &GROUPS, &mut names);
        Self { time: time_of(&json), names, attributable, identity: identity(&json), json }
    }

    /// Whether it names a registration, an FVR or a cancellation, so that it is known whom it concerns.
    pub(super) const fn is_attributable(&self) -> bool {
        self.attributable
    }

    /// The event as the registry sent it.
    #[must_use]
    pub const fn json(&self) -> &Value {
        &self.json
    }

    /// When it happened, in UTC: the latest time that stands in it. A time without offset is taken as UTC (inferred).
    #[must_use]
    pub const fn time(&self) -> Option<DateTime<Utc>> {
        self.time
    }

    /// The identifiers in it that name a registration, an FVR, a batch, a pool or a cancellation.
    #[must_use]
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// The same content has the same identity, in every process. The registry gives events no identifier that is known.
    #[must_use]
    pub fn identity(&self) -> &str {
        &self.identity
    }
}

impl fmt::Debug for Event {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Event").field("time", &self.time).field("names", &self.names.len()).finish_non_exhaustive()
    }
}

/// The events in an answer of unknown shape: an array at the top, or else the one nearest to it that holds objects.
pub(super) fn events(answer: Value) -> Vec<Event> {
    let mut level = vec![answer];
    while !level.is_empty() {
        let mut below = Vec::new();
        for value in level {
            match value {
                Value::Array(items) if items.first().is_none_or(Value::is_object) => {
                    if !items.is_empty() {
                        return items.into_iter().map(Event::new).collect();
                    }
                }
                Value::Array(items) => below.extend(items),
                Value::Object(fields) => below.extend(fields.into_iter().map(|(_, value)| value)),
                _ => {}
            }
        }
        level = below;
    }
    Vec::new()
}

fn collect_names(value: &Value, fields: &[&str], names: &mut Vec<String>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| collect_names(item, fields, names)),
        Value::Object(object) => {
            for (field, value) in object {
                match value.as_str() {
                    Some(text) if fields.contains(&field.as_str()) => {
                        if !names.iter().any(|name| name == text) {
                            names.push(text.to_owned());
                        }
                    }
                    _ => collect_names(value, fields, names),
                }
            }
        }
        _ => {}
    }
}

/// The latest time among the event's own fields, or, where it has none there, anywhere in it.
fn time_of(event: &Value) -> Option<DateTime<Utc>> {
    let fields = event.as_object()?;
    let own = fields.values().filter_map(|value| value.as_str().and_then(parse_time)).max();
    own.or_else(|| fields.values().filter_map(time_of).max())
}

/// An ISO 8601 date and time; without an offset it is taken as UTC. A date alone is no time.
pub(super) fn parse_time(text: &str) -> Option<DateTime<Utc>> {
    let with_offset = DateTime::parse_from_rfc3339(text).map(|time| time.to_utc());
    with_offset
        .or_else(|_| NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%S%.f").map(|time| time.and_utc()))
        .ok()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn events_are_found_in_any_container() {
        let event = json!({"timestamp": "2026-11-02T08:30:00.000Z", "request_identification": "r"});
        for answer in [
            json!([event]),
            json!({"events": [event]}),
            json!({"page": {"limit": 10}, "data": {"activity": [event]}}),
            json!({"total": 1, "tags": ["a"], "items": [event]}),
        ] {
            let events = events(answer.clone());
            assert_eq!(events.len(), 1, "{answer}");
            assert_eq!(events[0].names(), ["r"]);
        }
        for answer in [json!([]), json!({"events": []}), json!(null), json!({"a": 1})] {
            assert!(events(answer).is_empty());
        }
    }

    #[test]
    fn trap_7_a_time_without_offset_is_read_as_utc() {
        let at = |text| Event::new(json!({"when": text})).time().map(|time| time.to_rfc3339());
        assert_eq!(at("2026-11-02T08:30:00.000Z").unwrap(), "2026-11-02T08:30:00+00:00");
        assert_eq!(at("2026-11-02T08:30:00").unwrap(), "2026-11-02T08:30:00+00:00");
        assert_eq!(at("2026-11-02T16:30:00+08:00").unwrap(), "2026-11-02T08:30:00+00:00");
        assert_eq!(at("2026-11-02"), None, "a date alone is no time");
    }

    #[test]
    fn the_order_of_fields_does_not_change_an_identity() {
        let one: Value = serde_json::from_str(r#"{"a":1,"b":2}"#).unwrap();
        let other: Value = serde_json::from_str(r#"{"b":2,"a":1}"#).unwrap();
        assert_eq!(Event::new(one).identity(), Event::new(other).identity());
    }
}
