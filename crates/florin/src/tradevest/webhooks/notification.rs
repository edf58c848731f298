//! A notification: what the provider posts when something has happened.

use std::fmt;

use florin_core::chrono::{DateTime, FixedOffset};
use serde_json::Value;

use super::body_digest::digest;
use super::facts::{Facts, name};
use super::meaning::Stated;
use super::said::Said;
use super::validation_error::Code;
use super::{DedupKey, EventType, Meaning, Payload, ValidationError};
use crate::webhook::Rejection;

/// Something has happened, says whoever has sent this. It isn't signed, so it proves nothing: read the object before you
/// act on it. Notifications come late, twice or in any order, and some never: a cancellation that failed sends none.
///
/// Why something was refused is told here and nowhere else, see [`validation_error`](Self::validation_error).
///
/// ```
/// use florin::tradevest::{EventType, Meaning, Notification};
///
/// let body = br#"{"customerId": "c1", "validationError": {"errorType": "ALREADY_EXISTS_ERROR"}}"#;
/// let notification = Notification::parse(EventType::Customer, body)?;
/// assert_eq!(notification.object_id(), Some("c1"));
/// // An error and no status: what was refused is a change.
/// assert_eq!(notification.meaning(), Meaning::UpdateRefused);
/// # Ok::<(), florin::webhook::Rejection>(())
/// ```
///
/// `Debug` shows identifiers and codes and none of the rest.
#[derive(Clone)]
pub struct Notification {
    event: EventType,
    payload: Payload,
    facts: Facts,
    raw: Box<str>,
    digest: String,
    pub(super) is_repeat: bool,
}

impl Notification {
    /// Reads the body of one that was posted to the address of `event_type`. No body says by itself which type it is of.
    ///
    /// # Errors
    /// [`Rejection::Unreadable`] where it isn't JSON by its grammar. JSON of any other shape, or with a value in it that has no
    /// place in its type, is read as [`Payload::Unfit`].
    pub fn parse(event_type: EventType, body: &[u8]) -> Result<Self, Rejection> {
        let raw = str::from_utf8(body).map_err(|_| Rejection::Unreadable)?;
        let said = Said::read(raw).ok_or(Rejection::Unreadable)?;
        Ok(Self {
            payload: Payload::read(&event_type, raw),
            facts: Facts::read(&event_type, &said.value()),
            raw: raw.into(),
            digest: digest(&said),
            is_repeat: false,
            event: event_type,
        })
    }

    /// The type, by the address that it came to.
    #[must_use]
    pub const fn event_type(&self) -> &EventType {
        &self.event
    }

    /// All that it holds.
    #[must_use]
    pub const fn payload(&self) -> &Payload {
        &self.payload
    }

    /// The object that it is about. The provider may have made it by itself, and then you learn of it here: an incoming
    /// transfer, say, or a document after an identification.
    ///
    /// `None` for labels and prices, which are about no single object, and where it can't be told. The names under which
    /// undocumented payloads have it are inferred.
    #[must_use]
    pub fn object_id(&self) -> Option<&str> {
        self.facts.object_id.as_deref()
    }

    /// The status that the object is said to have; `CANCELED` in one spelling. By now it may have another one. `None` where
    /// an update was refused.
    #[must_use]
    pub fn status(&self) -> Option<&str> {
        self.facts.status.as_deref()
    }

    /// What has happened to the object, in the provider's word: `CREATED`, `UPDATED`, `VALIDATION_ERROR`; others may come.
    #[must_use]
    pub fn notification_type(&self) -> Option<&str> {
        self.facts.kind.as_deref()
    }

    /// When the object has changed, where that is said and can be read. Two states may have the same time, so it orders
    /// nothing. `None` where an update was refused.
    #[must_use]
    pub fn modified_on(&self) -> Option<DateTime<FixedOffset>> {
        DateTime::parse_from_rfc3339(self.facts.modified_on.as_deref()?).ok()
    }

    /// Why something was refused, where one is given. By itself it is no failure: the provider's samples show one next to
    /// each success. See [`meaning`](Self::meaning), or ask for the [`refusal`](Self::refusal).
    #[must_use]
    pub const fn validation_error(&self) -> Option<&ValidationError> {
        self.facts.validation_error.as_ref()
    }

    /// [`validation_error`](Self::validation_error), if the notification tells a failure.
    #[must_use]
    pub fn refusal(&self) -> Option<&ValidationError> {
        self.validation_error()
            .filter(|_| self.meaning().is_failure())
    }

    /// What it says.
    #[must_use]
    pub fn meaning(&self) -> Meaning {
        Meaning::of(Stated {
            kind: self.notification_type(),
            status: self.status(),
            has_error: self.facts.validation_error.is_some(),
            has_status_at_all: self.event != EventType::LabelsUpdate,
        })
    }

    /// The body as it came. Holds whatever the provider says, also personal data.
    #[must_use]
    pub fn raw(&self) -> &str {
        &self.raw
    }

    /// The body as JSON. Numbers in it have gone through a float; those of [`payload`](Self::payload) have not. A number that no
    /// float has room for is null in it, as is what is nested more than 32 deep; [`raw`](Self::raw) has all of it.
    #[must_use]
    pub fn json(&self) -> Value {
        // It was read before.
        Said::read(&self.raw).map_or(Value::Null, |said| said.value())
    }

    /// What tells it from others.
    #[must_use]
    pub fn dedup_key(&self) -> DedupKey {
        DedupKey {
            event: self.event.clone(),
            object: self.object_id().map(name),
            kind: self.facts.kind.clone(),
            status: self.facts.status.clone(),
            modified_on: self.facts.modified_on.clone(),
            digest: self.digest.clone(),
        }
    }

    /// Whether it looks the same as one that the [receiver](super::Webhooks) took in lately. `false` where no receiver has had
    /// it.
    ///
    /// That need not be a repetition. Notifications have no number, and those of refused updates and of labels neither a
    /// status nor a time: two refusals in a row for one reason say the same, letter for letter. So only where
    /// [`modified_on`](Self::modified_on) is there may it be passed over, and only if what it is about was done: a repetition
    /// often comes because the first one wasn't answered in time. Take any other for an occasion to read the object again.
    #[must_use]
    pub const fn is_repeat(&self) -> bool {
        self.is_repeat
    }

    /// What a waiter may know its object by.
    pub(super) fn names(&self) -> &[String] {
        &self.facts.names
    }

    pub(super) fn is_same(&self, other: &Self) -> bool {
        self.digest == other.digest && self.event == other.event
    }
}

impl fmt::Debug for Notification {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Notification")
            .field("event_type", &self.event)
            .field("object_id", &self.facts.object_id)
            .field("notification_type", &self.notification_type().map(Code))
            .field("status", &self.status().map(Code))
            .field("validation_error", &self.facts.validation_error)
            .field("is_repeat", &self.is_repeat)
            .finish_non_exhaustive()
    }
}
