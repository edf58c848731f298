//! Where a transaction stands.

use std::fmt;
use std::hash::{Hash, Hasher};

use florin_monoova::types;

/// Where a transaction stands. The four states that are documented, in their order, and whatever else comes.
///
/// What follows on a partial settlement is undocumented: a state in other words may be an end, good or bad, or a stage. Nothing
/// here takes it for either.
///
/// ```
/// use florin::monoova::Status;
///
/// // How the words are spelled on the wire is inferred, so case, blanks and hyphens make no difference.
/// assert_eq!(Status::from("Pending payment"), Status::PendingPayment);
/// let new = Status::from("Fully Settled");
/// assert_eq!(new, Status::Other("fully_settled".to_owned()));
/// assert_eq!(new.to_string(), "Fully Settled");
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Status {
    /// A quote, which binds nobody (`created`).
    Created,
    /// Confirmed, so it binds; payments can still be added, and are to be allocated (`pending_payment`).
    PendingPayment,
    /// All payments are added; the customer pays in (`open`).
    Open,
    /// Part of the money has come in (`partially_settled`).
    PartiallySettled,
    /// A state that nobody documented, in the provider's words.
    Other(String),
}

impl Status {
    /// Where a transaction stands; `None` where it doesn't say.
    #[must_use]
    pub fn of(transaction: &types::Transaction) -> Option<Self> {
        let status = transaction.status.as_ref()?.value()?;
        (!status.trim().is_empty()).then(|| Self::from(status.as_str()))
    }

    /// Whether it is none of the documented states.
    #[must_use]
    pub const fn is_unknown(&self) -> bool {
        matches!(self, Self::Other(_))
    }

    /// Whether it is `state` or comes after it in the documented order. A state that isn't documented has reached itself alone.
    #[must_use]
    pub fn has_reached(&self, state: &Self) -> bool {
        match (self.rank(), state.rank()) {
            (Some(here), Some(there)) => here >= there,
            _ => self == state,
        }
    }

    const fn rank(&self) -> Option<u8> {
        match self {
            Self::Created => Some(0),
            Self::PendingPayment => Some(1),
            Self::Open => Some(2),
            Self::PartiallySettled => Some(3),
            Self::Other(_) => None,
        }
    }

    /// The word by which it is compared.
    fn word(&self) -> String {
        self.to_string()
            .trim()
            .to_lowercase()
            .replace(|c: char| c.is_whitespace() || c == '-', "_")
    }
}

impl From<&str> for Status {
    fn from(text: &str) -> Self {
        let other = Self::Other(text.to_owned());
        match other.word().as_str() {
            "created" => Self::Created,
            "pending_payment" => Self::PendingPayment,
            "open" => Self::Open,
            "partially_settled" => Self::PartiallySettled,
            _ => other,
        }
    }
}

impl From<String> for Status {
    fn from(text: String) -> Self {
        Self::from(text.as_str())
    }
}

/// The documented word; of any other state the provider's own.
impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Created => "created",
            Self::PendingPayment => "pending_payment",
            Self::Open => "open",
            Self::PartiallySettled => "partially_settled",
            Self::Other(text) => text,
        })
    }
}

/// Without regard to case, and with blanks and hyphens for underscores.
impl PartialEq for Status {
    fn eq(&self, other: &Self) -> bool {
        self.word() == other.word()
    }
}

impl Eq for Status {}

impl Hash for Status {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.word().hash(state);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The documented states, in order.
    const WAY: [&str; 4] = ["created", "pending_payment", "open", "partially_settled"];

    #[test]
    fn words_are_compared_without_case_and_with_blanks_and_hyphens_for_underscores() {
        for spelled in [
            "pending_payment",
            "Pending Payment",
            "PENDING-PAYMENT",
            " pending payment ",
        ] {
            assert_eq!(Status::from(spelled), Status::PendingPayment, "{spelled}");
        }
        for other in ["pendingpayment", "pending", "", "opened"] {
            assert!(Status::from(other).is_unknown(), "{other}");
        }
        assert_eq!(Status::from("On Hold"), Status::Other("on_hold".to_owned()));
        assert_ne!(Status::from("on hold"), Status::from("onhold"));
        // Built by hand, it is the same state.
        assert_eq!(Status::Other("Open".to_owned()), Status::Open);
    }

    #[test]
    fn a_documented_state_has_reached_those_before_it() {
        for (at, here) in WAY.iter().enumerate() {
            for (before, there) in WAY.iter().enumerate() {
                let reached = Status::from(*here).has_reached(&Status::from(*there));
                assert_eq!(reached, before <= at, "{here} {there}");
            }
            let unknown = Status::from("completed");
            assert!(!unknown.has_reached(&Status::from(*here)), "nobody knows");
            assert!(!Status::from(*here).has_reached(&unknown));
        }
        assert!(Status::from("Completed").has_reached(&Status::from("completed")));
    }

    #[test]
    fn a_state_of_its_own_keeps_the_provider_s_words() {
        assert_eq!(Status::from("On Hold").to_string(), "On Hold");
        assert_eq!(Status::from("OPEN").to_string(), "open");
    }

    #[test]
    fn a_transaction_says_its_state_or_none() {
        let of = |json: &str| Status::of(&serde_json::from_str(json).unwrap());
        assert_eq!(of(r#"{"status":"Open"}"#), Some(Status::Open));
        for silent in ["{}", r#"{"status":null}"#, r#"{"status":" "}"#] {
            assert_eq!(of(silent), None, "{silent}");
        }
    }
}
