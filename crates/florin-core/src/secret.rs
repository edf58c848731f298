//! Values that must not show up in logs.

use std::convert::Infallible;
use std::fmt;
use std::str::FromStr;

use secrecy::zeroize::Zeroize;
use secrecy::{ExposeSecret, SecretString};
use serde::de::Unexpected;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A credential: a client secret, a password, a token.
///
/// Its memory is wiped on drop and `Debug` prints [`Redacted`]. There is no `Display` and no comparison.
/// Serializing writes the real value, because a request has to carry it: don't serialize a secret into a log.
///
/// ```
/// use florin_core::Secret;
///
/// let secret = Secret::from("s3cr3t");
/// assert_eq!(format!("{secret:?}"), "[redacted]");
/// assert_eq!(secret.expose(), "s3cr3t");
/// ```
///
/// ```compile_fail
/// println!("{}", florin_core::Secret::from("s3cr3t"));
/// ```
///
/// ```compile_fail
/// use florin_core::Secret;
/// let same = Secret::from("a") == Secret::from("a");
/// ```
#[derive(Clone)]
pub struct Secret(SecretString);

impl Secret {
    /// The value in the clear. Whoever calls this takes care of where it goes.
    #[must_use]
    pub fn expose(&self) -> &str {
        self.0.expose_secret()
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Redacted.fmt(f)
    }
}

impl From<String> for Secret {
    fn from(mut value: String) -> Self {
        if value.len() == value.capacity() {
            return Self(value.into());
        }
        // Shrinking could move the value and leave the old copy behind, so copy it and wipe.
        let secret = Self::from(value.as_str());
        value.zeroize();
        secret
    }
}

impl From<&str> for Secret {
    fn from(value: &str) -> Self {
        Self(SecretString::from(value))
    }
}

impl FromStr for Secret {
    type Err = Infallible;

    fn from_str(value: &str) -> Result<Self, Self::Err> {
        Ok(Self::from(value))
    }
}

impl Serialize for Secret {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.expose())
    }
}

impl<'de> Deserialize<'de> for Secret {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)
            .map(Self::from)
            .map_err(|error| unquoted(error, "a string"))
    }
}

/// An error in reading what holds a secret, without what stood there: serde quotes a value that is of another kind than
/// `expected`, and that may be the secret.
#[doc(hidden)]
pub fn unquoted<E: serde::de::Error>(error: E, expected: &str) -> E {
    let message = error.to_string();
    if message.starts_with("missing field ") {
        return error;
    }
    let quotes = ["invalid ", "unknown ", "duplicate "];
    if quotes.iter().any(|quote| message.starts_with(quote)) {
        return E::invalid_type(Unexpected::Other("something else"), &expected);
    }
    error
}

/// Stands in `Debug` output where a secret or personal value is left out. Prints `[redacted]`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Redacted;

impl fmt::Debug for Redacted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_text_is_not_quoted() {
        for json in ["12345678", "true", "[\"s3cr3t\"]", "{\"s3cr3t\": 1}"] {
            let error = serde_json::from_str::<Secret>(json).err().unwrap();
            let shown = format!("{error} {error:?}");
            assert!(shown.contains("expected a string"), "{shown}");
            assert!(
                !shown.contains("s3cr3t") && !shown.contains("1234"),
                "{shown}"
            );
        }
        let cut = serde_json::from_str::<Secret>("\"s3cr").err().unwrap();
        assert!(cut.is_eof(), "{cut}");
    }

    #[test]
    fn debug_shows_nothing_of_it_however_deep() {
        let nested = Some(vec![Secret::from("s3cr3t")]);
        assert_eq!(format!("{nested:?}"), "Some([[redacted]])");
        assert!(!format!("{nested:#?}").contains("s3cr3t"));
    }

    #[test]
    fn the_wire_carries_the_real_value_both_ways() {
        let secret: Secret = serde_json::from_str("\"s3\\u0063ret\"").unwrap();
        assert_eq!(secret.expose(), "s3cret");
        assert_eq!(serde_json::to_string(&secret).unwrap(), "\"s3cret\"");
    }

    #[test]
    fn a_string_with_room_to_spare_keeps_its_value() {
        let mut roomy = String::with_capacity(100);
        roomy.push_str("s3cret");
        assert_eq!(Secret::from(roomy).expose(), "s3cret");
    }
}
