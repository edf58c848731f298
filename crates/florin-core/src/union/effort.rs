//! How much work one value may make.
//!
//! A union inside a union is read once for each alternative of the outer one that is tried. Where all alternatives but the
//! last fail late, on each of many levels, that doubles the work with every level: a small body could keep a process busy
//! for years. So the outermost union has an allowance of bytes that may be read a second time, for all that is in it; and
//! since serde_json counts levels per text and each union is a text of its own, the levels are counted here as well.
//! What is beyond the bounds is kept as its JSON, as anything else that can't be told.

use std::cell::Cell;

use serde_json::Value;

use super::Json;

/// As deep as serde_json goes.
const LEVELS: usize = 127;

/// Unions inside each other that are taken apart. Each holds its value on the stack several times over.
const UNIONS: usize = 24;

/// How often a value may be read again, all in all, and what a small one may cost in any case.
const AGAIN: usize = 8;
const SMALL: usize = 16 * 1024;

#[derive(Clone, Copy)]
struct Effort {
    /// Unions that are being read.
    unions: usize,
    /// Bytes that may be read again.
    left: usize,
}

thread_local!(static EFFORT: Cell<Option<Effort>> = const { Cell::new(None) });

/// Puts back what was, also after a panic.
struct Inside(Option<Effort>);

impl Drop for Inside {
    fn drop(&mut self) {
        // What the inner ones have used up is used up.
        let left = EFFORT.get().map_or(0, |now| now.left);
        EFFORT.set(self.0.map(|outer| Effort { left, ..outer }));
    }
}

/// Reads a union, counted.
pub(super) fn within<T>(json: &Json<'_>, read: impl FnOnce() -> T) -> Result<T, String> {
    let outer = EFFORT.get();
    if outer.is_none() && json.text().is_some_and(is_too_deep) {
        return Err("recursion limit exceeded".to_owned());
    }
    let effort = outer.unwrap_or_else(|| Effort {
        unions: 0,
        left: (json.len() * AGAIN).max(SMALL),
    });
    let inside = Inside(outer);
    EFFORT.set(Some(Effort {
        unions: effort.unions + 1,
        ..effort
    }));
    let result = read();
    drop(inside);
    Ok(result)
}

/// Whether there are not too many unions around this one.
pub(super) fn is_shallow() -> bool {
    EFFORT.get().is_none_or(|effort| effort.unions <= UNIONS)
}

/// Whether the value may be read once more.
pub(super) fn again(json: &Json<'_>) -> bool {
    let Some(effort) = EFFORT.get() else {
        return true;
    };
    let left = effort.left.checked_sub(json.len().max(1));
    EFFORT.set(Some(Effort {
        left: left.unwrap_or(0),
        ..effort
    }));
    left.is_some()
}

fn is_too_deep(text: &str) -> bool {
    let (mut level, mut is_text, mut is_escaped) = (0_usize, false, false);
    for byte in text.bytes() {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' => is_escaped = is_text,
            b'"' => is_text = !is_text,
            _ if is_text => {}
            b'{' | b'[' => {
                level += 1;
                if level > LEVELS {
                    return true;
                }
            }
            b'}' | b']' => level = level.saturating_sub(1),
            _ => {}
        }
    }
    false
}

/// About how long the text of it would be.
pub(super) fn size(value: &Value) -> usize {
    match value {
        Value::Null | Value::Bool(_) | Value::Number(_) => 8,
        Value::String(text) => text.len() + 2,
        Value::Array(items) => items.iter().map(size).sum::<usize>() + 2,
        Value::Object(fields) => {
            let fields = fields
                .iter()
                .map(|(name, value)| name.len() + 4 + size(value));
            fields.sum::<usize>() + 2
        }
    }
}
