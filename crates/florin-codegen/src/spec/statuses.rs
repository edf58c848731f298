//! The statuses of answers, each in the one spelling that OpenAPI has for it.
//!
//! `2xx`, `20X`, `"200 "` and `Default` are published as well as `2XX`, `200` and `default`. After this pass there are only
//! the latter; a key that is no status is taken off, and told.

use std::fmt;

use serde_json::{Map, Value};

use super::{Object, Spec};
use crate::error::Error;

/// Runs the pass.
pub(crate) fn run(spec: &mut Spec) -> Result<(), Error> {
    let mut found = Vec::new();
    for operation in spec.operations() {
        let responses = operation.body.get("responses").and_then(Value::as_object);
        for key in responses.into_iter().flat_map(Map::keys) {
            if Status::of(key).is_none() && !key.starts_with("x-") {
                found.push((operation.pointer(), key.clone()));
            }
        }
    }
    for (pointer, key) in found {
        let wrong = format!("`{key}` is no status that an answer can have");
        spec.taken(format!("{pointer}/responses"), wrong, "it is left out");
    }
    spec.for_each_operation(|operation| {
        if let Some(Value::Object(responses)) = operation.get_mut("responses") {
            *responses = spelled(std::mem::take(responses));
        }
        Ok(())
    })
}

/// Of two spellings of one status, the one that OpenAPI has wins.
fn spelled(given: Object) -> Object {
    let mut responses = Map::new();
    for (key, response) in given {
        let Some(status) = Status::of(&key) else {
            continue;
        };
        let proper = status.to_string();
        if key == proper || !responses.contains_key(&proper) {
            responses.insert(proper, response);
        }
    }
    responses
}

/// Which answers a key speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Status {
    One(u16),
    /// All that begin with this digit.
    Range(u16),
    /// Those that no other key speaks of.
    Default,
}

impl Status {
    /// Reads a key, however it is spelled.
    pub(crate) fn of(key: &str) -> Option<Self> {
        let key = key.trim().to_ascii_uppercase();
        if key == "DEFAULT" {
            return Some(Self::Default);
        }
        let [first, rest @ ..] = key.as_bytes() else {
            return None;
        };
        let digit = u16::from(first.checked_sub(b'0').filter(|d| (1..=5).contains(d))?);
        match (rest, key.parse()) {
            ([_, _], Ok(status)) => Some(Self::One(status)),
            ([b'X', b'X'] | [b'0'..=b'9', b'X'], _) => Some(Self::Range(digit)),
            _ => None,
        }
    }

    /// The digit that it begins with.
    pub(crate) const fn class(self) -> Option<u16> {
        match self {
            Self::One(status) => Some(status / 100),
            Self::Range(digit) => Some(digit),
            Self::Default => None,
        }
    }
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::One(status) => write!(f, "{status}"),
            Self::Range(digit) => write!(f, "{digit}XX"),
            Self::Default => f.write_str("default"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_spelling_is_read_and_what_is_none_is_not() {
        for (key, status) in [
            ("200", "200"),
            (" 200 ", "200"),
            ("2xx", "2XX"),
            ("20X", "2XX"),
            ("Default ", "default"),
            ("599", "599"),
        ] {
            assert_eq!(Status::of(key).unwrap().to_string(), status, "{key}");
        }
        for key in [
            "", "OK", "2", "20", "2000", "xXX", "999", "x-note", "2X0", "+20",
        ] {
            assert_eq!(Status::of(key), None, "{key}");
        }
    }
}
