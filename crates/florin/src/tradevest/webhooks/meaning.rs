//! What a notification says, by its kind, its status and whether it names an error.

/// What a notification says. It is still no proof: read the object.
///
/// The provider has no one field for this. Accepting, changing and refusing an update are documented, and that a refused
/// creation of an order is told with `VALIDATION_ERROR`; that this goes for other objects, and that a rejection comes as an
/// update, are inferred. So is that one with `VALIDATION_ERROR`, an error and a status other than `INVALID` or `REJECTED` is
/// about something that was refused of an object that stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Meaning {
    /// An object was created, by a command of yours or by the provider itself.
    Accepted,
    /// The status of an object or its data have changed.
    Changed,
    /// A creation has failed: the object is `INVALID` and vanishes, and its external id stays used up.
    CreationFailed,
    /// A change was refused, or what was to be done with the object couldn't be done: a corporate action for one of its
    /// accounts, say. The object is as it was, with the status that is told, if any. Nothing else tells that: the object
    /// shows no trace of it.
    UpdateRefused,
    /// It was refused at a later stage.
    Rejected,
    /// None of these, or it can't be told.
    Other,
}

impl Meaning {
    /// Whether something that was wanted didn't come about.
    #[must_use]
    pub const fn is_failure(self) -> bool {
        matches!(
            self,
            Self::CreationFailed | Self::UpdateRefused | Self::Rejected
        )
    }

    /// A validation error alone is no failure: the provider's samples have one next to each success. It is one together with
    /// `INVALID`, without a status, and where the kind says so.
    pub(super) fn of(facts: Stated<'_>) -> Self {
        // In whatever case, as where objects are read.
        let [kind, status] =
            [facts.kind, facts.status].map(|word| word.map(str::to_ascii_uppercase));
        let (kind, status) = (kind.as_deref(), status.as_deref());
        let is_refusal = kind == Some("VALIDATION_ERROR");
        match status {
            Some("INVALID") => Self::CreationFailed,
            Some("REJECTED") => Self::Rejected,
            _ if facts.has_error && (is_refusal || status.is_none()) => Self::UpdateRefused,
            // Labels have no status of their own.
            None if facts.has_status_at_all => Self::Other,
            _ => match kind {
                Some("CREATED") if status.is_some() => Self::Accepted,
                Some("CREATED" | "UPDATED") => Self::Changed,
                _ => Self::Other,
            },
        }
    }
}

/// What a notification states about itself.
#[derive(Clone, Copy)]
pub(super) struct Stated<'a> {
    pub(super) kind: Option<&'a str>,
    pub(super) status: Option<&'a str>,
    pub(super) has_error: bool,
    /// Whether notifications of this type can have one.
    pub(super) has_status_at_all: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(kind: &str, status: &str, has_error: bool) -> Meaning {
        Meaning::of(Stated {
            kind: Some(kind).filter(|kind| !kind.is_empty()),
            status: Some(status).filter(|status| !status.is_empty()),
            has_error,
            has_status_at_all: true,
        })
    }

    #[test]
    fn what_is_documented_is_told_apart() {
        assert_eq!(of("CREATED", "CREATED", false), Meaning::Accepted);
        assert_eq!(of("UPDATED", "ACTIVE", false), Meaning::Changed);
        assert_eq!(
            of("VALIDATION_ERROR", "INVALID", true),
            Meaning::CreationFailed
        );
        for kind in ["UPDATED", "VALIDATION_ERROR", "CREATED", ""] {
            assert_eq!(of(kind, "", true), Meaning::UpdateRefused, "{kind:?}");
        }
        assert_eq!(of("UPDATED", "REJECTED", true), Meaning::Rejected);
        assert_eq!(of("UPDATED", "REJECTED", false), Meaning::Rejected);
    }

    #[test]
    fn an_error_next_to_a_success_is_no_failure() {
        assert_eq!(of("CREATED", "CREATED", true), Meaning::Accepted);
        assert_eq!(of("UPDATED", "ACTIVE", true), Meaning::Changed);
    }

    #[test]
    fn an_error_is_a_failure_where_the_kind_says_so_whatever_the_status() {
        for status in ["ANNOUNCED", "ACTIVE", "RECEIVED", ""] {
            let told = of("VALIDATION_ERROR", status, true);
            assert_eq!(told, Meaning::UpdateRefused, "{status}");
        }
        assert_eq!(of("VALIDATION_ERROR", "REJECTED", true), Meaning::Rejected);
    }

    #[test]
    fn words_count_in_whatever_case() {
        assert_eq!(
            of("validation_error", "invalid", true),
            Meaning::CreationFailed
        );
        assert_eq!(of("Updated", "Rejected", false), Meaning::Rejected);
        assert_eq!(of("created", "ACTIVE", false), Meaning::Accepted);
        assert_eq!(
            of("Validation_Error", "active", true),
            Meaning::UpdateRefused
        );
    }

    #[test]
    fn what_the_table_does_not_have_is_something_else() {
        assert_eq!(of("", "", false), Meaning::Other);
        assert_eq!(of("", "ACTIVE", false), Meaning::Other);
        assert_eq!(of("ERASED", "ACTIVE", false), Meaning::Other);
        assert_eq!(of("VALIDATION_ERROR", "ACTIVE", false), Meaning::Other);
        assert_eq!(of("UPDATED", "", false), Meaning::Other);
        assert!(!Meaning::Other.is_failure() && Meaning::UpdateRefused.is_failure());
    }

    #[test]
    fn labels_have_no_status_and_change_all_the_same() {
        let labels = |kind, has_error| {
            Meaning::of(Stated {
                kind: Some(kind),
                status: None,
                has_error,
                has_status_at_all: false,
            })
        };
        assert_eq!(labels("UPDATED", false), Meaning::Changed);
        assert_eq!(labels("VALIDATION_ERROR", true), Meaning::UpdateRefused);
        assert_eq!(labels("VALIDATION_ERROR", false), Meaning::Other);
    }
}
