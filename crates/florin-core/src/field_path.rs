//! The way to a field, such as `items[3].amount`.

use std::fmt;

use serde_path_to_error::{Path, Segment};

/// A way to a field that may be shown.
///
/// A map's keys come from the provider and may be anything: an address, an account number. serde doesn't tell them from
/// the names of fields, so whatever doesn't look like a name is shown as `*`. That is as far as it goes: a map whose keys
/// are one plain word per person would have that word shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FieldPath(String);

impl FieldPath {
    pub(crate) fn new(path: &Path) -> Self {
        let mut text = String::new();
        for segment in path {
            match segment {
                Segment::Seq { index } => {
                    text.push_str(&format!("[{index}]"));
                    continue;
                }
                Segment::Map { key } | Segment::Enum { variant: key } => {
                    if !text.is_empty() {
                        text.push('.');
                    }
                    text.push_str(if is_name(key) { key } else { "*" });
                }
                // A key that isn't text.
                Segment::Unknown => text.push('?'),
            }
        }
        if text.is_empty() {
            Self::root()
        } else {
            Self(text)
        }
    }

    /// The way to something that the type knows no field for: the last name is the provider's.
    pub(crate) fn to_unknown(path: &Path) -> Self {
        let mut text = Self::new(path).0;
        text.truncate(text.rfind('.').map_or(0, |dot| dot + 1));
        Self(text + "*")
    }

    /// The whole document.
    pub(crate) fn root() -> Self {
        Self(".".to_owned())
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for FieldPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Names of fields are short, start with a letter, hold no punctuation to speak of and few digits.
fn is_name(key: &str) -> bool {
    let rest = key.strip_prefix(['@', '$', '_']).unwrap_or(key);
    rest.len() <= 48
        && rest.starts_with(|first: char| first.is_ascii_alphabetic())
        && rest
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-')
        && rest.chars().filter(char::is_ascii_digit).count() <= 4
}

#[cfg(test)]
mod tests {
    use super::is_name;

    #[test]
    fn names_of_fields_are_shown() {
        for name in [
            "amount",
            "line-item",
            "addressLine1",
            "iso4217",
            "@type",
            "$ref",
            "_links",
            "EUR",
        ] {
            assert!(is_name(name), "{name}");
        }
    }

    #[test]
    fn keys_that_could_tell_who_it_is_about_are_not() {
        for key in [
            "",
            "jane@example.com",
            "Jane Doe",
            "DE89370400440532013000",
            "0471234567",
            "1990-05-17",
            "José",
        ] {
            assert!(!is_name(key), "{key}");
        }
    }
}
