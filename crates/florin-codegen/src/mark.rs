//! Notes that travel from the passes over the spec to the passes over the code.
//!
//! progenitor names and nests types by rules of its own, so a fact about a schema has to be carried to the item that
//! comes of it. The one thing that progenitor carries through untouched, for types, fields and variants alike, is the
//! description: so a note is written at its end, between two characters that no text uses, and taken off at the last.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::spec::Object;

const OPEN: char = '\u{E000}';
const CLOSE: char = '\u{E001}';

/// A note on a schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    /// The provider sends it: read it leniently.
    Read,
    /// Holds a secret or personal data: not to be shown.
    Sensitive,
    /// The fields that the spec doesn't name are not to be shown.
    SensitiveExtra,
    /// It is sent as `null` where it has no value: the spec requires it.
    SentAsNull,
}

impl Mark {
    const fn text(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Sensitive => "sensitive",
            Self::SensitiveExtra => "sensitive-extra",
            Self::SentAsNull => "sent-as-null",
        }
    }

    /// Writes the note at the end of a description.
    pub(crate) fn put(self, description: &mut String) {
        if !self.is_in(description) {
            description.push(OPEN);
            description.push_str(self.text());
            description.push(CLOSE);
        }
    }

    /// Whether the description has the note.
    pub(crate) fn is_in(self, description: &str) -> bool {
        description
            .split(OPEN)
            .skip(1)
            .filter_map(|rest| rest.split(CLOSE).next())
            .any(|note| note == self.text())
    }
}

/// Writes a note of a word and a value at the end of a description.
pub(crate) fn put_note(word: &str, value: &Value, description: &mut String) {
    let value = value.to_string();
    description.push_str(&format!("{OPEN}{word} "));
    for c in value.chars() {
        // Only in a text, where JSON can spell it in another way.
        match is_private(c) {
            true => description.push_str(&format!("\\u{:04x}", u32::from(c))),
            false => description.push(c),
        }
    }
    description.push(CLOSE);
}

/// The notes of a description, without what it says.
pub(crate) fn notes(description: &str) -> String {
    let notes = description.split(OPEN).skip(1);
    let notes = notes.filter_map(|rest| rest.split(CLOSE).next());
    notes.map(|note| format!("{OPEN}{note}{CLOSE}")).collect()
}

/// The value of the last note of this word.
pub(crate) fn note(word: &str, description: &str) -> Option<Value> {
    let notes = description
        .split(OPEN)
        .skip(1)
        .filter_map(|rest| rest.split(CLOSE).next());
    let value = notes
        .filter_map(|note| note.strip_prefix(word)?.strip_prefix(' '))
        .last()?;
    serde_json::from_str(value).ok()
}

/// All notes of a description, as they are written.
pub(crate) fn all(description: &str) -> Vec<String> {
    let notes = description.split(OPEN).skip(1);
    let notes = notes.filter_map(|rest| rest.split_once(CLOSE));
    notes.map(|(note, _)| note.to_owned()).collect()
}

/// Writes a note that [`all`] has found at the end of another description, once.
pub(crate) fn put_as_it_is(note: &str, description: &mut String) {
    let note = format!("{OPEN}{note}{CLOSE}");
    if !description.contains(&note) {
        description.push_str(&note);
    }
}

const SPELLINGS: &str = "also-read";

/// Writes at the end of an enum's description which spellings are read as which of its values.
pub(crate) fn put_spellings(spellings: &Object, description: &mut String) {
    put_note(SPELLINGS, &Value::Object(spellings.clone()), description);
}

/// The spellings that are read as values, each with its value.
pub(crate) fn spellings(description: &str) -> Vec<(String, String)> {
    let note = note(SPELLINGS, description);
    let all: BTreeMap<_, _> = note
        .and_then(|note| serde_json::from_value(note).ok())
        .unwrap_or_default();
    all.into_iter().collect()
}

const WIRE_NAMES: &str = "wire-names";

/// Writes at the end of a description what names of the document are on the wire: of an enum's values, or of an object's
/// properties.
pub(crate) fn put_wire_names(names: &Object, description: &mut String) {
    put_note(WIRE_NAMES, &Value::Object(names.clone()), description);
}

/// What names are on the wire, where they are others.
pub(crate) fn wire_names(description: &str) -> BTreeMap<String, String> {
    let note = note(WIRE_NAMES, description);
    note.and_then(|note| serde_json::from_value(note).ok())
        .unwrap_or_default()
}

/// Whether the character is of the range that the notes are set off with.
pub(crate) fn is_private(c: char) -> bool {
    ('\u{E000}'..='\u{F8FF}').contains(&c)
}

/// The description without notes.
pub(crate) fn strip(description: &str) -> String {
    let mut plain = String::with_capacity(description.len());
    let mut inside = false;
    for c in description.chars() {
        match c {
            OPEN => inside = true,
            CLOSE => inside = false,
            _ if inside => {}
            _ => plain.push(c),
        }
    }
    plain.truncate(plain.trim_end().len());
    plain
}
