//! What the canary plants: the mark, and what has trouble with it.

#![allow(dead_code, reason = "read for its shape")]

use std::collections::BTreeMap;

use florin_core::Decimal;
use serde::{Deserialize, Serialize, Serializer, de, ser};

/// Survives every escaping that a URL, a form or JSON knows.
pub(crate) const MARK: &str = "canary7f3a";

/// What a provider's answer is read into; each field fails in its own way.
#[derive(Debug, Deserialize)]
pub(crate) struct Receipt {
    count: u32,
    amount: Decimal,
    state: State,
    by_customer: BTreeMap<String, u32>,
    account: Account,
    choice: Choice,
    strict: Strict,
    letter: char,
    flag: bool,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum State {
    Open,
    Closed,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(crate) enum Choice {
    Number(u32),
    Truth(bool),
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Strict {}

/// A type whose author quotes what was wrong, in words of his own.
#[derive(Debug)]
pub(crate) struct Account;

impl<'de> Deserialize<'de> for Account {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Err(de::Error::custom(format!(
            "no account {text}, expected another than {text}"
        )))
    }
}

/// As [`Account`], on the way out.
pub(crate) struct Unwritable;

impl Serialize for Unwritable {
    fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
        Err(ser::Error::custom(format!("can't write {MARK}")))
    }
}

/// Bodies that hold the mark and are no [`Receipt`].
pub(crate) fn wrong_bodies() -> Vec<String> {
    let fields = [
        format!(r#""count":"{MARK}""#),
        format!(r#""count":"x, expected {MARK}""#),
        format!(r#""count":"x at line {MARK}, expected u32""#),
        format!(r#""amount":"{MARK}""#),
        format!(r#""amount":{{"{MARK}":1}}"#),
        format!(r#""state":"{MARK}""#),
        format!(r#""state":{{"{MARK}":1}}"#),
        format!(r#""by_customer":{{"{MARK}@example.com":"x"}}"#),
        format!(r#""by_customer":{{"Jane {MARK}":{{"{MARK} Doe":1}}}}"#),
        format!(r#""account":"{MARK}""#),
        format!(r#""choice":"{MARK}""#),
        format!(r#""strict":{{"{MARK}":1}}"#),
        format!(r#""letter":"{MARK}""#),
        format!(r#""flag":"{MARK}""#),
        format!(r#""count":1,"{MARK}":2,"count":3"#),
    ];
    let mut bodies: Vec<String> = fields.iter().map(|field| format!("{{{field}}}")).collect();
    bodies.extend([
        format!("<html><body>{MARK}</body></html>"),
        format!(r#""{MARK}""#),
        format!(r#"["{MARK}"]"#),
        format!(r#"{{"count":"{MARK}"#),
        format!(r#"{{"{MARK}"#),
        format!("{{}} {MARK}"),
        MARK.to_owned(),
    ]);
    bodies
}
