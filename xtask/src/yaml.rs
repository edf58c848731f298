//! The normal form of an OpenAPI document, as YAML: the same document is always the same text, and a small change of it a small
//! change of the text.
//!
//! The words of OpenAPI stand in an order that reads well (`words.rs`), everything that is called by its author (paths,
//! components, properties) is sorted, and so is `required`, which means the same in any order. A list whose order means
//! something keeps it. Each thing has a line of its own, and texts of several lines are blocks. serde-saphyr decides what
//! has to be quoted, and quotes what YAML 1.1 would take for something else as well (`no`, `12:30`, `2026-11-22`).

pub(crate) mod order;
#[cfg(test)]
mod tests;
mod texts;
mod words;

use serde::ser::{Error as _, SerializeMap as _, SerializeSeq as _};
use serde::{Serialize, Serializer};
use serde_json::Value;

use crate::answer::Problem;
use order::Kind;

/// As deep as what reads specs goes.
const DEPTH: usize = 200;

/// Longer texts stand on lines of their own.
const LONG: usize = 100;

/// Writes a document: of OpenAPI, or an overlay.
///
/// Reading it gives the same JSON again, but for what reads the same to every user of it: `required` is sorted, and where
/// only a text can stand (`version`, the `enum` of a `type: string`), a number is the text that the reader of specs takes it
/// for.
///
/// # Errors
/// It is nested deeper than what reads specs goes.
pub fn write(document: &Value) -> Result<String, Problem> {
    let whole = Written {
        value: document,
        kind: Kind::of(document),
        depth: 0,
        is_text: false,
    };
    let options = serde_saphyr::ser_options! {
        compact_list_indent: false,
        prefer_block_scalars: false,
        min_fold_chars: 0,
    };
    let mut text = String::new();
    serde_saphyr::to_fmt_writer_with_options(&mut text, &whole, options)
        .map_err(|error| Problem::new("the document", error, "make it plainer"))?;
    Ok(without_empty_indents(&text))
}

/// Takes the spaces off lines that have nothing else, which a block has for its empty lines. A text that itself has such
/// lines is not written as a block.
fn without_empty_indents(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        clean.push_str(match line.trim_start_matches(' ') {
            "\n" => "\n",
            _ => line,
        });
    }
    clean
}

/// A part of a document on its way into the text.
struct Written<'a> {
    value: &'a Value,
    kind: Kind,
    depth: usize,
    /// Whether only a text can stand here.
    is_text: bool,
}

impl Written<'_> {
    fn inner<'b>(&self, value: &'b Value, kind: Kind, is_text: bool) -> Written<'b> {
        Written {
            value,
            kind,
            depth: self.depth + 1,
            is_text,
        }
    }
}

impl Serialize for Written<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.depth > DEPTH {
            let wrong = format!("this is nested more than {DEPTH} levels deep");
            return Err(S::Error::custom(wrong));
        }
        match self.value {
            Value::Null => serializer.serialize_unit(),
            Value::String(text) => string(text, serializer),
            single @ (Value::Bool(_) | Value::Number(_)) if self.is_text => {
                string(&single.to_string(), serializer)
            }
            Value::Bool(truth) => serializer.serialize_bool(*truth),
            Value::Number(number) => number.serialize(serializer),
            Value::Array(values) => {
                let mut list = serializer.serialize_seq(Some(values.len()))?;
                for value in values {
                    // Texts are those of a flat list alone.
                    let is_text = self.is_text && !value.is_array();
                    list.serialize_element(&self.inner(value, self.kind, is_text))?;
                }
                list.end()
            }
            Value::Object(map) => {
                let mut mapping = serializer.serialize_map(Some(map.len()))?;
                for (key, kind) in self.kind.ordered(map) {
                    let Some(value) = map.get(key) else { continue };
                    let is_text = texts::belong(map, key);
                    let sorted = self
                        .kind
                        .is_set(key)
                        .then(|| texts::sorted(value))
                        .flatten();
                    let value = sorted.as_ref().unwrap_or(value);
                    mapping.serialize_entry(key, &self.inner(value, kind, is_text))?;
                }
                mapping.end()
            }
        }
    }
}

fn string<S: Serializer>(text: &str, serializer: S) -> Result<S::Ok, S::Error> {
    let is_block = text.contains('\n') || text.chars().nth(LONG).is_some();
    let has_lines_of_spaces = || {
        text.split('\n')
            .any(|line| !line.is_empty() && line.bytes().all(|byte| byte == b' '))
    };
    if is_block && !has_lines_of_spaces() {
        serde_saphyr::LitStr(text).serialize(serializer)
    } else {
        serializer.serialize_str(text)
    }
}
