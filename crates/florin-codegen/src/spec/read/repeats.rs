//! Keys that an object of a JSON text has twice, with their lines.
//!
//! serde_json keeps the last one in silence, and tells a visitor no lines. So the text, known to be JSON by now, is looked
//! through once more.

use std::borrow::Cow;
use std::collections::HashMap;

use super::Repeat;

/// The repeated keys of a text that is JSON.
pub(super) fn repeats(source: &str) -> Vec<Repeat> {
    let mut found = Vec::new();
    // An object has its keys with their lines; a list has none.
    let mut open: Vec<Option<HashMap<Cow<'_, str>, usize>>> = Vec::new();
    let mut line = 1;
    let mut rest = source;
    while let Some(at) = rest.find(['"', '{', '}', '[', ']', '\n']) {
        let (_, from) = rest.split_at(at);
        rest = from.get(1..).unwrap_or_default();
        match from.as_bytes().first() {
            Some(b'\n') => line += 1,
            Some(b'{') => open.push(Some(HashMap::new())),
            Some(b'[') => open.push(None),
            Some(b'}' | b']') => drop(open.pop()),
            _ => {
                let text = rest.split_at(length(rest)).0;
                rest = rest.get(text.len() + 1..).unwrap_or_default();
                let is_key = rest.trim_start().starts_with(':');
                if let Some(Some(keys)) = open.last_mut().filter(|_| is_key)
                    && let Some(first) = keys.insert(plain(text), line)
                {
                    let key = plain(text).into_owned();
                    found.push(Repeat { key, line, first });
                }
            }
        }
    }
    found
}

/// The key without escapes.
fn plain(text: &str) -> Cow<'_, str> {
    let unescaped = text
        .contains('\\')
        .then(|| serde_json::from_str(&format!("\"{text}\"")));
    match unescaped {
        Some(Ok(plain)) => Cow::Owned(plain),
        _ => Cow::Borrowed(text),
    }
}

/// How long a text is up to the quote that ends it.
fn length(text: &str) -> usize {
    let mut is_escaped = false;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' => is_escaped = true,
            b'"' => return at,
            _ => {}
        }
    }
    text.len()
}
