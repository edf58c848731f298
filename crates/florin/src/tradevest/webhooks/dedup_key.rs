//! What tells a notification from its repetition.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::EventType;
use super::validation_error::Code;

/// What tells a notification from another one: its type, its object, its kind, status and time, and a digest of all that it
/// says. Notifications have no number of their own, and successive states have been seen with one and the same time.
///
/// Two that look the same have one key, and need not be one: those of refused updates and of labels have neither status nor
/// time, so a second refusal for the same reason can't be told from a repetition of the first. Where a key is known and has
/// [no time](Self::has_time), read the object again instead of passing the notification over.
///
/// The same for the same notification in every process and version, so it can be kept in a database: [`Display`] gives it as
/// one line of text for a unique column, [`Serialize`] its parts.
///
/// Its digest is a SHA-256 of the body. That can't be read back, but who can guess all of a body can check the guess.
///
/// [`Display`]: std::fmt::Display
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct DedupKey {
    pub(super) event: EventType,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) object: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) kind: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) status: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) modified_on: Option<String>,
    pub(super) digest: String,
}

impl DedupKey {
    /// The type of the notification.
    #[must_use]
    pub const fn event_type(&self) -> &EventType {
        &self.event
    }

    /// The object, in lower case, where it could be told.
    #[must_use]
    pub fn object_id(&self) -> Option<&str> {
        self.object.as_deref()
    }

    /// Whether the notification says when the object changed, so that one with the same key is a repetition.
    #[must_use]
    pub const fn has_time(&self) -> bool {
        self.modified_on.is_some()
    }
}

/// Type and digest: the digest is of everything else, too.
impl fmt::Display for DedupKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.event, self.digest)
    }
}

/// Shows what identifies an object, and codes.
impl fmt::Debug for DedupKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DedupKey")
            .field("event", &self.event)
            .field("object", &self.object)
            .field("kind", &self.kind.as_deref().map(Code))
            .field("status", &self.status.as_deref().map(Code))
            .field("digest", &self.digest)
            .finish_non_exhaustive()
    }
}
