//! Why a body can't be read or written, without what stood in it.

use std::fmt;

use serde_json::error::Category;

use crate::decimal_text::Problem;

/// The part of serde's message that doesn't quote a value.
///
/// serde's own messages quote what they read, and that may be a customer's name. Messages of other crates may do so in
/// any form. So only known forms are kept; all else is [`Reason::Unsaid`].
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Reason {
    Said(String),
    /// The type knows no field of that name, and allows no other.
    UnknownField,
    Unsaid,
}

impl Reason {
    pub(crate) fn of(error: &serde_json::Error) -> Self {
        let message = error.to_string();
        let message = message
            .rsplit_once(" at line ")
            .map_or(message.as_str(), |(message, _)| message);
        if error.classify() != Category::Data {
            // Malformed JSON, in serde_json's own words, which quote nothing. So do those for a key that isn't text.
            return Self::Said(message.to_owned());
        }
        if [
            "missing field `",
            "duplicate field `",
            "data did not match any variant of untagged enum ",
        ]
        .iter()
        .any(|known| message.starts_with(known))
        {
            return Self::Said(message.to_owned());
        }
        if message.starts_with("unknown field `") {
            return Self::UnknownField;
        }
        if let Some(problem) = DECIMAL
            .iter()
            .map(Problem::to_string)
            .find(|problem| message.ends_with(problem))
        {
            return Self::Said(problem);
        }
        let known = [
            "invalid type: ",
            "invalid value: ",
            "invalid length ",
            "unknown variant `",
        ];
        match message.rsplit_once(", expected ") {
            Some((_, expected)) if known.iter().any(|known| message.starts_with(known)) => {
                Self::Said(format!("expected {expected}"))
            }
            _ => Self::Unsaid,
        }
    }
}

const DECIMAL: [Problem; 6] = [
    Problem::Empty,
    Problem::NotANumber,
    Problem::Grouping,
    Problem::TooManyDigits,
    Problem::Float,
    Problem::JsonNumber,
];

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Said(text) => f.write_str(text),
            Self::UnknownField => f.write_str("a field of that name isn't expected"),
            Self::Unsaid => f.write_str("the value doesn't fit"),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;
    use serde::de::Error as _;

    use super::*;
    use crate::Decimal;

    fn said<T: for<'de> Deserialize<'de>>(json: &str) -> String {
        Reason::of(&serde_json::from_str::<T>(json).err().unwrap()).to_string()
    }

    #[test]
    fn what_was_expected_is_said_and_what_was_there_is_not() {
        assert_eq!(said::<u32>("\"Jane\""), "expected u32");
        assert_eq!(said::<u8>("4711"), "expected u8");
        assert_eq!(said::<Vec<u8>>("{"), "expected a sequence");
    }

    #[test]
    fn a_value_that_imitates_the_message_gives_nothing_away() {
        assert_eq!(said::<u32>(r#""a, expected Jane""#), "expected u32");
        assert_eq!(
            said::<u32>(r#""a at line Jane, expected Doe""#),
            "expected u32"
        );
        assert_eq!(said::<u32>(r#""missing field `Jane`""#), "expected u32");
    }

    #[test]
    fn malformed_json_is_told_in_full() {
        assert_eq!(said::<u32>(""), "EOF while parsing a value");
        assert_eq!(said::<u32>("<html>Jane"), "expected value");
        assert_eq!(said::<Vec<u8>>("[1 2]"), "expected `,` or `]`");
    }

    #[test]
    fn a_decimal_says_why_and_not_what() {
        assert_eq!(said::<Decimal>("\"1,2\""), Problem::Grouping.to_string());
        assert_eq!(said::<Decimal>("\"Jane\""), Problem::NotANumber.to_string());
    }

    #[test]
    fn a_message_in_words_unknown_is_left_out() {
        for message in [
            "Jane is no account",
            "account 4711",
            "no account, expected Jane",
        ] {
            assert_eq!(
                Reason::of(&serde_json::Error::custom(message)),
                Reason::Unsaid,
                "{message}"
            );
        }
    }
}
