//! Notes that travel from the passes over the spec to the passes over the code.
//!
//! progenitor names and nests types by rules of its own, so a fact about a schema has to be carried to the item that
//! comes of it. The one thing that progenitor carries through untouched, for types, fields and variants alike, is the
//! description: so a note is written at its end, between two characters that no text uses, and taken off at the last.

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
}

impl Mark {
    const fn text(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Sensitive => "sensitive",
            Self::SensitiveExtra => "sensitive-extra",
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
