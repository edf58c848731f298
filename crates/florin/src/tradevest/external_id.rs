//! Your own identifier of what is created.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use florin_core::{IdempotencyKey, NoChance, Seam};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Error;

/// The most characters that are taken. No limit is documented; the provider's texts of this kind have this one.
const LONGEST: usize = 255;

/// Your own identifier of something that is created, unique among all that you ever sent (documented). It is the provider's only
/// way of telling a repetition from something new: a second creation under a known one is refused with 409.
///
/// **It is used up for good**, also where the object turns out `INVALID` and is removed: what was mended is sent under a new one.
///
/// 1 to 255 characters, no control characters, no blanks at the ends; the longest and the last two are our caution. Errors and
/// traces don't show it: yours may be made of something that is nobody's business. Cheap to clone.
///
/// ```
/// use florin::tradevest::ExternalId;
///
/// let id: ExternalId = "order 4711".parse()?;
/// assert!(ExternalId::new("").is_err());
/// # Ok::<(), florin::tradevest::InvalidExternalId>(())
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ExternalId(Arc<str>);

impl ExternalId {
    /// Takes an identifier of your own.
    ///
    /// # Errors
    /// [`InvalidExternalId`] says which rule it breaks, and doesn't repeat it.
    pub fn new(id: impl Into<String>) -> Result<Self, InvalidExternalId> {
        let id = id.into();
        let problem = if id.trim().is_empty() {
            "is empty"
        } else if id.trim() != id {
            "starts or ends with white space"
        } else if id.chars().any(char::is_control) {
            "holds a control character"
        } else if id.chars().count() > LONGEST {
            "is longer than 255 characters"
        } else {
            return Ok(Self(id.into()));
        };
        Err(InvalidExternalId(problem))
    }

    /// Makes a new one: a UUID of version 4, from the operating system's chance, and from the seam's where that is simulated.
    ///
    /// # Errors
    /// Where the operating system gives no random bytes.
    pub fn random(seam: &Seam) -> Result<Self, NoChance> {
        Ok(Self(IdempotencyKey::random(seam)?.as_str().into()))
    }

    /// The identifier as it is sent.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ExternalId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// Shows it: it is no secret.
impl fmt::Debug for ExternalId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("ExternalId").field(&self.0).finish()
    }
}

impl FromStr for ExternalId {
    type Err = InvalidExternalId;

    fn from_str(id: &str) -> Result<Self, InvalidExternalId> {
        Self::new(id)
    }
}

impl TryFrom<&str> for ExternalId {
    type Error = InvalidExternalId;

    fn try_from(id: &str) -> Result<Self, InvalidExternalId> {
        Self::new(id)
    }
}

impl TryFrom<String> for ExternalId {
    type Error = InvalidExternalId;

    fn try_from(id: String) -> Result<Self, InvalidExternalId> {
        Self::new(id)
    }
}

impl Serialize for ExternalId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for ExternalId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::new(String::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}

/// An error of a creation that went out under an external id.
pub trait HasExternalId {
    /// The external id that it went out under: your own, or the one that was made for it. The creation may be sent again under it
    /// and is done once.
    ///
    /// It is the error's [idempotency key](florin_core::Error::idempotency_key), and `None` where it can't be one: where it has a
    /// blank in it, or a character beyond ASCII. One that was made here never has.
    fn external_id(&self) -> Option<ExternalId>;
}

impl HasExternalId for Error {
    fn external_id(&self) -> Option<ExternalId> {
        ExternalId::new(self.idempotency_key()?.as_str()).ok()
    }
}

/// Why a text can't be an [`ExternalId`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvalidExternalId(&'static str);

impl fmt::Display for InvalidExternalId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the external id {}", self.0)
    }
}

impl std::error::Error for InvalidExternalId {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::uuid_text::is_uuid;

    #[test]
    fn what_cannot_be_one_is_refused_and_not_repeated() {
        for (text, rule) in [
            ("", "empty"),
            ("  ", "empty"),
            (" jane", "white space"),
            ("ja\nne", "control"),
        ] {
            let error = ExternalId::new(text).unwrap_err().to_string();
            assert!(error.contains(rule) && !error.contains("jane"), "{error}");
        }
        assert!(ExternalId::new("ä".repeat(255)).is_ok());
        assert!(ExternalId::new("ä".repeat(256)).is_err());
    }

    #[tokio::test]
    async fn one_that_is_made_is_a_uuid_and_no_two_are_alike() {
        let seam = Seam::simulated("2026-01-01T00:00:00Z".parse().unwrap(), 1);
        let [one, other] = [(); 2].map(|()| ExternalId::random(&seam).unwrap());
        assert!(is_uuid(one.as_str()), "{one}");
        assert_ne!(one, other);
    }

    #[test]
    fn a_stored_one_is_checked_when_it_is_read() {
        let id: ExternalId = serde_json::from_str("\"order 4711\"").unwrap();
        assert_eq!(serde_json::to_string(&id).unwrap(), "\"order 4711\"");
        assert!(serde_json::from_str::<ExternalId>("\" \"").is_err());
    }
}
