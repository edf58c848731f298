//! The person in whose name something is done.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::uuid_text::is_uuid;

/// The header that names the person (documented).
pub(super) const HEADER: &str = "Requestor-ID";

/// The natural person in whose name an action is done, for the provider's records: the header `Requestor-ID`.
///
/// It is the identifier of a natural person at Tradevest, a UUID, and since autumn 2025 it is checked (documented): the person
/// must be `ACTIVE`, and where an entity or a role is changed it must be that person, or one who is a proxy for it. The check may
/// come after the answer: the object then becomes `INVALID`, and only a webhook says why.
///
/// In the steps of an onboarding nobody is active yet. The provider's guides give a person's own identifier for that person's
/// own steps; where that is refused, ask Tradevest.
///
/// ```
/// use florin::tradevest::RequestorId;
///
/// let requestor: RequestorId = "0d2f4a6e-6f5c-4a53-9d5d-6f0a7d1f6f10".parse()?;
/// assert!(RequestorId::new("Jane").is_err());
/// # Ok::<(), florin::tradevest::InvalidRequestorId>(())
/// ```
///
/// Cheap to clone. It shows itself: identifiers aren't personal data by themselves.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RequestorId(Arc<str>);

impl RequestorId {
    /// Takes the identifier of a natural person.
    ///
    /// # Errors
    /// [`InvalidRequestorId`] where it isn't a UUID in its usual form; the value isn't repeated.
    pub fn new(id: impl Into<String>) -> Result<Self, InvalidRequestorId> {
        let id = id.into();
        if is_uuid(&id) {
            Ok(Self(id.into()))
        } else {
            Err(InvalidRequestorId(()))
        }
    }

    /// The identifier as it is sent.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for RequestorId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl fmt::Debug for RequestorId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("RequestorId").field(&self.0).finish()
    }
}

impl FromStr for RequestorId {
    type Err = InvalidRequestorId;

    fn from_str(id: &str) -> Result<Self, InvalidRequestorId> {
        Self::new(id)
    }
}

impl TryFrom<&str> for RequestorId {
    type Error = InvalidRequestorId;

    fn try_from(id: &str) -> Result<Self, InvalidRequestorId> {
        Self::new(id)
    }
}

impl TryFrom<String> for RequestorId {
    type Error = InvalidRequestorId;

    fn try_from(id: String) -> Result<Self, InvalidRequestorId> {
        Self::new(id)
    }
}

/// As the generated builders take it.
impl From<RequestorId> for String {
    fn from(id: RequestorId) -> Self {
        id.as_str().to_owned()
    }
}

impl Serialize for RequestorId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for RequestorId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::new(String::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}

/// Why a text can't be a [`RequestorId`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvalidRequestorId(());

impl fmt::Display for InvalidRequestorId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the requestor isn't a UUID; give the identifier of a natural person, such as 0d2f4a6e-6f5c-4a53-9d5d-6f0a7d1f6f10")
    }
}

impl std::error::Error for InvalidRequestorId {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_uuid_is_taken_as_it_is_written_and_nothing_else() {
        let id = "0D2F4A6E-6f5c-4a53-9d5d-6f0a7d1f6f10";
        assert_eq!(RequestorId::new(id).unwrap().as_str(), id);
        for other in [
            "",
            " 0d2f4a6e-6f5c-4a53-9d5d-6f0a7d1f6f10",
            "Jane Roe",
            "0d2f4a6e\r\nx",
        ] {
            let refused = RequestorId::new(other).unwrap_err().to_string();
            assert!(!refused.contains("Jane"), "{refused}");
        }
    }

    #[test]
    fn a_stored_one_is_checked_when_it_is_read() {
        let id: RequestorId =
            serde_json::from_str("\"0d2f4a6e-6f5c-4a53-9d5d-6f0a7d1f6f10\"").unwrap();
        assert_eq!(
            serde_json::to_string(&id).unwrap(),
            "\"0d2f4a6e-6f5c-4a53-9d5d-6f0a7d1f6f10\""
        );
        assert!(serde_json::from_str::<RequestorId>("\"jane\"").is_err());
    }
}
