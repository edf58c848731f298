//! The traits of a text that is so long at the least, or at the most.

use std::ops::{Bound, RangeBounds};

/// The text, if it has as many characters.
///
/// What [`limited_text!`](crate::limited_text!) makes checks with it.
///
/// # Errors
/// What is wrong with the length; not the text.
pub fn limited_text(value: &str, limits: impl RangeBounds<usize>) -> Result<String, String> {
    let length = value.chars().count();
    if !limits.contains(&length) {
        return Err(match (limits.start_bound(), limits.end_bound()) {
            (_, Bound::Included(most)) if length > *most => {
                format!("longer than {most} characters")
            }
            (Bound::Included(least), _) => format!("shorter than {least} characters"),
            _ => "not of the length that the spec says".to_owned(),
        });
    }
    Ok(value.to_owned())
}

/// Gives a struct of one `String` what a text has that keeps to limits, counted in characters: `Deref`, `Display`,
/// `FromStr`, `TryFrom<&str>`, `TryFrom<String>`, the way back to a `String`, `Serialize` and `Deserialize`. A text of another
/// length is refused with the error that is named, which is made of a `String`.
///
/// The crate that uses it needs `serde`.
///
/// ```
/// #[derive(Clone, Debug, PartialEq)]
/// pub struct LoanNote(String);
///
/// florin_core::limited_text!(LoanNote(1..=20) else Box<dyn std::error::Error>);
///
/// let note: LoanNote = "for a bicycle".parse().unwrap();
/// assert_eq!(note.len(), 13);
/// let refused = LoanNote::try_from("").unwrap_err();
/// assert_eq!(refused.to_string(), "shorter than 1 characters");
/// ```
#[macro_export]
macro_rules! limited_text {
    ($name:ident($limits:expr) else $error:ty) => {
        impl ::std::ops::Deref for $name {
            type Target = ::std::string::String;

            fn deref(&self) -> &::std::string::String {
                &self.0
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.pad(&self.0)
            }
        }

        impl ::std::convert::From<$name> for ::std::string::String {
            fn from(value: $name) -> Self {
                value.0
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = $error;

            fn from_str(value: &str) -> ::std::result::Result<Self, $error> {
                ::std::result::Result::Ok(Self($crate::limited_text(value, $limits)?))
            }
        }

        impl ::std::convert::TryFrom<&str> for $name {
            type Error = $error;

            fn try_from(value: &str) -> ::std::result::Result<Self, $error> {
                value.parse()
            }
        }

        impl ::std::convert::TryFrom<::std::string::String> for $name {
            type Error = $error;

            fn try_from(value: ::std::string::String) -> ::std::result::Result<Self, $error> {
                value.parse()
            }
        }

        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::std::result::Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::std::result::Result<Self, D::Error> {
                let value =
                    <::std::string::String as ::serde::Deserialize>::deserialize(deserializer)?;
                value
                    .parse()
                    .map_err(<D::Error as ::serde::de::Error>::custom)
            }
        }
    };
}

#[cfg(test)]
mod tests {
    type Refused = Box<dyn std::error::Error>;

    #[derive(Debug)]
    struct Note(String);
    limited_text!(Note(2..=3) else Refused);

    #[derive(Debug)]
    struct Short(String);
    limited_text!(Short(..=3) else Refused);

    #[derive(Debug)]
    struct Long(String);
    limited_text!(Long(2..) else Refused);

    #[test]
    fn characters_are_counted_and_not_bytes() {
        let note: Note = serde_json::from_str("\"äöü\"").unwrap();
        assert_eq!(serde_json::to_string(&note).unwrap(), "\"äöü\"");
        assert_eq!(note.to_string(), "äöü");
        assert_eq!(String::from(note), "äöü");
    }

    #[test]
    fn each_limit_is_kept_and_told_without_the_text() {
        let told = |text: &str| Note::try_from(text).unwrap_err().to_string();
        assert_eq!(told("a"), "shorter than 2 characters");
        assert_eq!(told("abcd"), "longer than 3 characters");
        let told = serde_json::from_str::<Note>("\"abcd\"").unwrap_err();
        assert_eq!(told.to_string(), "longer than 3 characters");
        Short::try_from(String::new()).unwrap();
        Short::try_from("abcd").unwrap_err();
        Long::try_from("abcd".repeat(9)).unwrap();
        Long::try_from("a").unwrap_err();
    }
}
