//! What tells one body from another, whatever order its members come in.

use std::fmt::Write;

use sha2::{Digest, Sha256};

use super::said::Said;

/// The digest of what is said: spaces and the order of members make no difference. A number counts by its digits: two that a
/// float can't tell apart are two.
pub(super) fn digest(said: &Said<'_>) -> String {
    let mut hash = Sha256::new();
    feed(said, &mut hash);
    hash.finalize()
        .iter()
        .fold(String::with_capacity(64), |mut hex, byte| {
            // Writing into a text can't fail.
            let _ = write!(hex, "{byte:02x}");
            hex
        })
}

/// As deep as is looked at.
fn feed(said: &Said<'_>, hash: &mut Sha256) {
    match said {
        Said::Object(members) => {
            let mut members: Vec<_> = members.iter().collect();
            // Stable: a name that is there twice says something else the other way round.
            members.sort_by(|(one, _), (other, _)| one.cmp(other));
            hash.update(b"{");
            for (name, value) in members {
                feed_text(&name.0, hash);
                feed(value, hash);
            }
            hash.update(b"}");
        }
        Said::List(list) => {
            hash.update(b"[");
            list.iter().for_each(|value| feed(value, hash));
            hash.update(b"]");
        }
        Said::Text(text) => feed_text(&text.0, hash),
        // A number ends where something else begins; nothing else begins with a digit or a sign.
        Said::Plain(plain) => {
            hash.update(plain);
            hash.update(b",");
        }
        Said::Deep(json) => {
            hash.update(b"~");
            feed_text(without_spaces(json).as_bytes(), hash);
        }
    }
}

/// With those in its texts.
fn without_spaces(json: &str) -> String {
    let (mut is_text, mut is_escaped) = (false, false);
    let kept = json.chars().filter(|c| {
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '"' => is_text = !is_text,
            ' ' | '\t' | '\n' | '\r' => return is_text,
            _ => {}
        }
        true
    });
    kept.collect()
}

/// With its length first, so that no text can look like two.
fn feed_text(text: &[u8], hash: &mut Sha256) {
    hash.update(format!("\"{}:", text.len()));
    hash.update(text);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(json: &str) -> String {
        digest(&Said::read(json).unwrap())
    }

    #[test]
    fn the_same_said_otherwise_is_the_same() {
        let one = of(r#"{"a": [1, {"c": null, "d": true}], "b": "x"}"#);
        assert_eq!(one, of(r#"{"b":"\u0078","a":[1,{"d":true,"c":null}]}"#));
        assert_eq!(one.len(), 64);
    }

    #[test]
    fn what_is_deep_is_known_again_with_other_spaces() {
        let deep = |inner: &str| {
            let (open, close) = ("[ ".repeat(5000), "]".repeat(5000));
            of(&format!("{open}{inner}{close}"))
        };
        assert_eq!(deep(r#"{"a": "\" b"}"#), deep("{\n\"a\":\"\\\" b\"} "));
        assert_ne!(deep(r#"["a b"]"#), deep(r#"["ab"]"#));
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
            r#"{"x":0.12345678901234567890}"#,
            r#"{"x":0.12345678901234567891}"#,
            "123456789012345678901234567890",
            "123456789012345678901234567891",
            "1e999",
            "1e998",
            r#""\ud800""#,
            r#""\ud801""#,
            r#"{"c":1,"c":2}"#,
            r#"{"c":2,"c":1}"#,
        ];
        let mut digests: Vec<String> = all.iter().map(|json| of(json)).collect();
        digests.sort_unstable();
        digests.dedup();
        assert_eq!(digests.len(), all.len());
    }
}
