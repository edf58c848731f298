//! One entry of the activity feed, as far as anyone knows what that is.
//!
//! What an event holds is undocumented. It must hold a time, since the feed is read by time, and very likely names what
//! changed. So an event stays JSON, and what can be recognised in it is taken from wherever it stands.

use std::fmt;

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
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
const GROUPS: [&str; 3] = [
    "submitter_batch_identification",
    "batch_identification",
    "pool_identification",
];

/// How far the registry's clock may be ahead of ours.
const SKEW: TimeDelta = TimeDelta::minutes(10);

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
    pub(super) fn new(json: Value, read_at: DateTime<Utc>) -> Self {
        let mut names = Vec::new();
        collect_names(&json, &WAITED_FOR, &mut names);
        let attributable = !names.is_empty();
        collect_names(&json, &GROUPS, &mut names);
        Self {
            time: time_of(&json, read_at),
            names,
            attributable,
            identity: identity(&json),
            json,
        }
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

    /// When it happened, in UTC: the latest time that stands in it and isn't to come. A time without offset is taken as UTC
    /// (inferred).
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
        f.debug_struct("Event")
            .field("time", &self.time)
            .field("names", &self.names.len())
            .finish_non_exhaustive()
    }
}

/// The events in an answer of unknown shape, read at `read_at`: the objects of an array at the top, or else of those
/// nearest to it. Where some of these arrays hold times and others don't, the others hold no events.
pub(super) fn events(answer: Value, read_at: DateTime<Utc>) -> Vec<Event> {
    let mut level = vec![answer];
    while !level.is_empty() {
        let mut below = Vec::new();
        let mut lists = Vec::new();
        for value in level {
            match value {
                Value::Array(items) if items.iter().any(Value::is_object) => {
                    let objects = items.into_iter().filter(Value::is_object);
                    lists.push(
                        objects
                            .map(|json| Event::new(json, read_at))
                            .collect::<Vec<_>>(),
                    );
                }
                Value::Array(items) => below.extend(items),
                Value::Object(fields) => below.extend(fields.into_iter().map(|(_, value)| value)),
                _ => {}
            }
        }
        if !lists.is_empty() {
            let is_timed = |list: &Vec<Event>| list.iter().any(|event| event.time.is_some());
            if lists.iter().any(is_timed) {
                lists.retain(is_timed);
            }
            return lists.into_iter().flatten().collect();
        }
        level = below;
    }
    Vec::new()
}

fn collect_names(value: &Value, fields: &[&str], names: &mut Vec<String>) {
    match value {
        Value::Array(items) => items
            .iter()
            .for_each(|item| collect_names(item, fields, names)),
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

/// The latest time among the event's own fields, or, where it has none there, anywhere in it. One that is still to come
/// counts only if there is no other: it is more likely a due date than a time at which something happened.
fn time_of(event: &Value, read_at: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let fields = event.as_object()?;
    let latest = |times: Vec<DateTime<Utc>>| {
        let past = times.iter().filter(|time| **time <= read_at + SKEW).max();
        past.or(times.iter().min()).copied()
    };
    let own = latest(
        fields
            .values()
            .filter_map(|value| value.as_str().and_then(parse_time))
            .collect(),
    );
    own.or_else(|| {
        latest(
            fields
                .values()
                .filter_map(|value| time_of(value, read_at))
                .collect(),
        )
    })
}

/// An ISO 8601 date and time; without an offset it is taken as UTC. A date alone is no time.
pub(super) fn parse_time(text: &str) -> Option<DateTime<Utc>> {
    let with_offset = DateTime::parse_from_rfc3339(text).map(|time| time.to_utc());
    with_offset
        .or_else(|_| {
            NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%S%.f").map(|time| time.and_utc())
        })
        .ok()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn read_at() -> DateTime<Utc> {
        "2026-11-02T12:00:00Z".parse().unwrap()
    }

    #[test]
    fn events_are_found_in_any_container() {
        let event = json!({"timestamp": "2026-11-02T08:30:00.000Z", "request_identification": "r"});
        for answer in [
            json!([event]),
            json!({"events": [event]}),
            json!({"page": {"limit": 10}, "data": {"activity": [event]}}),
            json!({"total": 1, "tags": ["a"], "items": [event]}),
            json!({"links": [{"rel": "next"}], "zeta": [event]}),
            json!([null, event]),
        ] {
            let events = events(answer.clone(), read_at());
            assert_eq!(events.len(), 1, "{answer}");
            assert_eq!(events[0].names(), ["r"]);
        }
        for answer in [
            json!([]),
            json!({"events": []}),
            json!(null),
            json!({"a": 1}),
        ] {
            assert!(events(answer, read_at()).is_empty());
        }
    }

    #[test]
    fn trap_7_a_time_without_offset_is_read_as_utc() {
        let at = |text| {
            Event::new(json!({"when": text}), read_at())
                .time()
                .map(|time| time.to_rfc3339())
        };
        assert_eq!(
            at("2026-11-02T08:30:00.000Z").unwrap(),
            "2026-11-02T08:30:00+00:00"
        );
        assert_eq!(
            at("2026-11-02T08:30:00").unwrap(),
            "2026-11-02T08:30:00+00:00"
        );
        assert_eq!(
            at("2026-11-02T16:30:00+08:00").unwrap(),
            "2026-11-02T08:30:00+00:00"
        );
        assert_eq!(at("2026-11-02"), None, "a date alone is no time");
    }

    #[test]
    fn events_are_found_in_several_lists_at_once() {
        let event = |id| json!({"timestamp": "2026-11-02T08:30:00Z", "request_identification": id});
        let answer = json!({"registrations": [event("a")], "matches": [event("b"), event("c")]});
        assert_eq!(events(answer, read_at()).len(), 3);
    }

    #[test]
    fn a_due_date_is_not_when_it_happened() {
        let event = json!({"at": "2026-11-02T08:30:00Z", "created": "2026-10-01T00:00:00Z", "due": "2027-01-01T00:00:00Z"});
        assert_eq!(
            Event::new(event, read_at()).time(),
            parse_time("2026-11-02T08:30:00Z")
        );
        let only = json!({"at": "2027-01-01T00:00:00Z"});
        assert_eq!(
            Event::new(only, read_at()).time(),
            parse_time("2027-01-01T00:00:00Z")
        );
    }

    #[test]
    fn the_order_of_fields_does_not_change_an_identity() {
        let one: Value = serde_json::from_str(r#"{"a":1,"b":2}"#).unwrap();
        let other: Value = serde_json::from_str(r#"{"b":2,"a":1}"#).unwrap();
        assert_eq!(
            Event::new(one, read_at()).identity(),
            Event::new(other, read_at()).identity()
        );
    }
}
