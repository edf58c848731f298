//! What tells one body from another, whatever order its members come in.

use std::fmt::Write;

use serde_json::Value;
use sha2::{Digest, Sha256};

/// The digest of what `json` says: spaces and the order of members make no difference.
pub(super) fn digest(json: &Value) -> String {
    let mut hash = Sha256::new();
    feed(json, &mut hash);
    hash.finalize()
        .iter()
        .fold(String::with_capacity(64), |mut hex, byte| {
            // Writing into a text can't fail.
            let _ = write!(hex, "{byte:02x}");
            hex
        })
}

/// As deep as the JSON goes, and the parser has a limit for that.
fn feed(json: &Value, hash: &mut Sha256) {
    match json {
        Value::Object(members) => {
            let mut members: Vec<_> = members.iter().collect();
            // Another crate may have switched on that serde_json keeps the order in which they came.
            members.sort_unstable_by_key(|(name, _)| *name);
            hash.update(b"{");
            for (name, value) in members {
                feed_text(name, hash);
                feed(value, hash);
            }
            hash.update(b"}");
        }
        Value::Array(list) => {
            hash.update(b"[");
            list.iter().for_each(|value| feed(value, hash));
            hash.update(b"]");
        }
        Value::String(text) => feed_text(text, hash),
        // A number ends where something else begins; nothing else begins with a digit or a sign.
        plain => {
            hash.update(plain.to_string());
            hash.update(b",");
        }
    }
}

/// With its length first, so that no text can look like two.
fn feed_text(text: &str, hash: &mut Sha256) {
    hash.update(format!("\"{}:", text.len()));
    hash.update(text);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(json: &str) -> String {
        digest(&serde_json::from_str(json).unwrap())
    }

    #[test]
    fn the_same_said_otherwise_is_the_same() {
        let one = of(r#"{"a": [1, {"c": null, "d": true}], "b": "x"}"#);
        assert_eq!(one, of(r#"{"b":"\u0078","a":[1,{"d":true,"c":null}]}"#));
        assert_eq!(one.len(), 64);
    }

    #[test]
    fn whatever_differs_in_meaning_differs() {
        let all = [
            "{}",
            "[]",
            "null",
            "\"null\"",
            "[1,2]",
            "[12]",
            "[2,1]",
            r#"["1","2"]"#,
            r#"["12"]"#,
            r#"["1\",\"2"]"#,
            r#"{"a":"b"}"#,
            r#"{"b":"a"}"#,
            r#"{"ab":""}"#,
            r#"["a","b"]"#,
            r#"[["a"],"b"]"#,
            r#"[[["a"],"b"]]"#,
        ];
        let mut digests: Vec<String> = all.iter().map(|json| of(json)).collect();
        digests.sort_unstable();
        digests.dedup();
        assert_eq!(digests.len(), all.len());
    }
}
