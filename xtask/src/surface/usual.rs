//! What a type of its kind is anyway, which a snapshot doesn't repeat.

use std::collections::BTreeSet;

use super::model::Kind;

const ANY: &[&str] = &["Clone", "Debug", "Deserialize", "Serialize"];
const COMPARED: &[&str] = &["Eq", "Hash", "Ord", "PartialEq", "PartialOrd"];
const WRITTEN: &[&str] = &["Display", "FromStr"];

/// The functions that lists and outcomes have.
pub(super) const FUNCTIONS: &[&str] = &[
    "fn as_str(&self)->&str",
    "fn status(&self)->florin_core::http::StatusCode",
];

/// The traits.
pub(crate) fn traits(kind: &Kind) -> BTreeSet<String> {
    let mut traits = BTreeSet::new();
    let mut has = |names: &[&str]| traits.extend(names.iter().map(|name| (*name).to_owned()));
    match kind {
        Kind::Struct { .. } => has(ANY),
        Kind::Wrapper { inner } => {
            has(ANY);
            if inner == "String" {
                has(COMPARED);
                has(WRITTEN);
            }
            has(&[
                &format!("Deref<{inner}>"),
                &format!("From<{inner}>"),
                &format!("Into<{inner}>"),
            ]);
        }
        Kind::Text { .. } => {
            has(ANY);
            has(COMPARED);
            has(WRITTEN);
            has(&[
                "Deref<String>",
                "Into<String>",
                "TryFrom<&str>",
                "TryFrom<String>",
            ]);
        }
        Kind::List { unlisted, .. } => {
            has(ANY);
            has(COMPARED);
            has(WRITTEN);
            match unlisted {
                Some(_) => has(&["From<&str>", "From<String>"]),
                None => has(&["Copy", "TryFrom<&str>", "TryFrom<String>"]),
            }
        }
        Kind::Choice {
            exhaustive: true, ..
        } => has(&["Clone", "Debug", "Display", "FromAnswer"]),
        Kind::Choice { alternatives, .. } => {
            has(ANY);
            has(&["Union"]);
            for alternative in alternatives {
                match alternative.holds.as_slice() {
                    [held] if held != "florin_core::Json" && held != "Vec<Self>" => {
                        has(&[&format!("From<{held}>")]);
                    }
                    _ => {}
                }
            }
        }
    }
    traits
}
