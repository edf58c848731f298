//! Where a thing stands, in the provider's word.

use std::fmt;
use std::hash::{Hash, Hasher};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::code::is_code;

/// Where something stands, in the provider's word. Each release may bring new words, so this is text and no list.
///
/// Case makes no difference, and `CANCELLED`, which is in an old text of the provider's, is `CANCELED`, which is in its lists.
///
/// ```
/// use florin::tradevest::Status;
///
/// assert_eq!(Status::from("CANCELLED"), Status::CANCELED);
/// assert_eq!(Status::from("filled").as_str(), "FILLED");
/// ```
#[derive(Clone)]
pub struct Status(Word);

#[derive(Clone)]
enum Word {
    Known(&'static str),
    Said(Box<str>),
}

macro_rules! known {
    ($($name:ident: $about:literal,)+) => {
        impl Status {
            $(
                #[doc = $about]
                pub const $name: Self = Self(Word::Known(stringify!($name)));
            )+
        }
    };
}

known! {
    RECEIVED: "Taken in, and not looked at yet: every created thing begins so.",
    INVALID: "It didn't stand up to the checks. It isn't there, will be removed, and its external id stays used up.",
    REJECTED: "Refused at a later stage.",
    CREATED: "There, and ready for the next step, such as an onboarding.",
    PENDING: "On its way.",
    REVIEW: "Somebody at Tradevest decides; nobody says when.",
    ACTIVE: "In use.",
    APPROVED: "Through.",
    COMPLETED: "Done.",
    CLOSED: "Closed for good.",
    PLACED: "An order is at the exchange.",
    PARTIALLY_FILLED: "Part of an order was executed.",
    FILLED: "An order was executed. It isn't settled, and may yet be corrected and canceled.",
    CORRECTED: "The execution of an order was corrected.",
    SETTLED: "An order is settled: what it brought can be paid out.",
    CANCELED: "Canceled, by somebody or by the system.",
    EXPIRED: "An order's time ran out before all of it was executed.",
    PROCESSED: "A transfer is done.",
}

impl Status {
    /// The word, in capitals; `CANCELED` in one spelling.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match &self.0 {
            Word::Known(word) => word,
            Word::Said(word) => word,
        }
    }

    /// What the provider said; `None` where that is nothing.
    pub(super) fn said(word: &str) -> Option<Self> {
        (!word.trim().is_empty()).then(|| Self::from(word))
    }
}

impl From<&str> for Status {
    fn from(word: &str) -> Self {
        let word = word.trim().to_ascii_uppercase();
        match word.as_str() {
            "CANCELLED" => Self::CANCELED,
            _ => Self(Word::Said(word.into())),
        }
    }
}

impl From<String> for Status {
    fn from(word: String) -> Self {
        Self::from(word.as_str())
    }
}

impl PartialEq for Status {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for Status {}

impl Hash for Status {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

/// The word.
impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// The word, if it looks like one of the provider's.
impl fmt::Debug for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(shown(self))
    }
}

/// For a log: what doesn't look like a word of the provider's may be anything.
pub(super) fn shown(status: &Status) -> &str {
    match status.as_str() {
        word if is_code(word) => word,
        _ => "[no word that the provider is known to use]",
    }
}

impl Serialize for Status {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Status {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::from)
    }
}
