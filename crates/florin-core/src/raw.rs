//! A body that nothing was made of.

use std::fmt;

use bytes::Bytes;
use serde::de::DeserializeOwned;

use crate::media_type::MediaType;

/// An answer as it came: one that the spec doesn't list, or that isn't what it lists.
///
/// `Debug` shows how long it is and nothing else: it may hold a secret or personal data.
///
/// ```
/// # use florin_core::Raw;
/// fn reason(raw: &Raw) -> Option<String> {
///     let value: serde_json::Value = raw.json()?;
///     Some(value["reason"].as_str()?.to_owned())
/// }
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Raw {
    bytes: Bytes,
    media_type: MediaType,
}

impl Raw {
    pub(crate) const fn new(bytes: Bytes, media_type: MediaType) -> Self {
        Self { bytes, media_type }
    }

    /// The bytes. They show themselves in `Debug`.
    #[must_use]
    pub const fn bytes(&self) -> &Bytes {
        &self.bytes
    }

    /// The bytes as a text, where they are UTF-8.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        std::str::from_utf8(&self.bytes).ok()
    }

    /// The bytes as JSON, where they are and are of this type.
    #[must_use]
    pub fn json<T: DeserializeOwned>(&self) -> Option<T> {
        serde_json::from_slice(&self.bytes).ok()
    }

    /// What the provider says that it is (`Content-Type`), in its own words.
    #[must_use]
    pub fn media_type(&self) -> Option<&str> {
        self.media_type.said()
    }
}

impl fmt::Debug for Raw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "[{} bytes]", self.bytes.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_hands_out_what_came_and_shows_none_of_it() {
        let raw = Raw::new(Bytes::from_static(b"{\"name\":\"Ana\"}"), MediaType::none());
        assert_eq!(format!("{raw:?}"), "[14 bytes]");
        assert_eq!(raw.text(), Some("{\"name\":\"Ana\"}"));
        assert_eq!(raw.json::<serde_json::Value>().unwrap()["name"], "Ana");
        assert_eq!(raw.json::<Vec<u8>>(), None);
        assert_eq!(raw.media_type(), None);
        let bytes = Raw::new(Bytes::from_static(b"\xff"), MediaType::none());
        assert_eq!(bytes.text(), None);
    }
}
