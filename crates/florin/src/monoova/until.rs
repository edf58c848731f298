//! How long to follow a transaction.

use super::Status;

/// The states at which following a transaction ends. There is no built-in end: which states come last is undocumented.
///
/// ```
/// use florin::monoova::{Status, Until};
///
/// // Money has come in, or the transaction is somewhere that nobody documented: settled, cancelled, expired.
/// let until = Until::reached(Status::PartiallySettled).or_unknown();
/// assert!(until.ends_at(&Status::from("completed")));
/// assert!(!until.ends_at(&Status::Open));
///
/// // Words that you have seen and know.
/// let until = Until::any_of(["completed", "cancelled"]);
/// assert!(until.ends_at(&Status::from("Cancelled")));
/// assert!(!until.ends_at(&Status::from("expired")));
/// ```
///
/// A transaction may pass through a state between two readings, and go on to one that isn't documented. So say
/// [`or_unknown`](Self::or_unknown), unless you name every state that it may end in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Until {
    states: Vec<Status>,
    or_later: bool,
    or_unknown: bool,
}

impl Until {
    /// Until this state, or a later one of the documented order: created, pending payment, open, partially settled. A state in
    /// words of your own has no later ones.
    pub fn reached(state: impl Into<Status>) -> Self {
        Self {
            states: vec![state.into()],
            or_later: true,
            or_unknown: false,
        }
    }

    /// Until one of exactly these states. Words that aren't documented are welcome.
    pub fn any_of<S: Into<Status>>(states: impl IntoIterator<Item = S>) -> Self {
        Self {
            states: states.into_iter().map(Into::into).collect(),
            or_later: false,
            or_unknown: false,
        }
    }

    /// Also ends at any state that isn't documented, for the caller to look into.
    #[must_use]
    pub const fn or_unknown(mut self) -> Self {
        self.or_unknown = true;
        self
    }

    /// Whether this is one of the states.
    #[must_use]
    pub fn ends_at(&self, status: &Status) -> bool {
        let is_wanted = |state: &Status| match self.or_later {
            true => status.has_reached(state),
            false => status == state,
        };
        self.states.iter().any(is_wanted) || (self.or_unknown && status.is_unknown())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ends(until: &Until) -> Vec<&'static str> {
        [
            "created",
            "pending_payment",
            "open",
            "partially_settled",
            "completed",
            "cancelled",
        ]
        .into_iter()
        .filter(|state| until.ends_at(&Status::from(*state)))
        .collect()
    }

    #[test]
    fn a_state_is_reached_by_itself_and_by_what_is_documented_to_come_later() {
        let until = Until::reached(Status::Open);
        assert_eq!(ends(&until), ["open", "partially_settled"]);
        let all = ["open", "partially_settled", "completed", "cancelled"];
        assert_eq!(ends(&until.or_unknown()), all);
        assert_eq!(ends(&Until::reached("Completed")), ["completed"]);
    }

    #[test]
    fn any_of_means_exactly_those() {
        let until = Until::any_of([Status::Created, Status::from("COMPLETED")]);
        assert_eq!(ends(&until), ["created", "completed"]);
        assert_eq!(
            ends(&until.or_unknown()),
            ["created", "completed", "cancelled"]
        );
        assert_eq!(ends(&Until::any_of([Status::Open; 0])), [""; 0]);
    }
}
