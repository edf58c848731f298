//! What a notification says, by its kind, its status and whether it names an error.

/// What a notification says. It is still no proof: read the object.
///
/// The provider has no one field for this. Accepting, changing and refusing an update are documented, and that a refused
/// creation of an order is told with `VALIDATION_ERROR`; that this goes for other objects, and that a rejection comes as an
/// update, are inferred.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Meaning {
    /// An object was created, by a command of yours or by the provider itself.
    Accepted,
    /// The status of an object or its data have changed.
    Changed,
    /// A creation has failed: the object is `INVALID` and vanishes, and its external id stays used up.
    CreationFailed,
    /// A change was refused, and the object is as it was. Nothing else tells that: the object shows no trace of it.
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

    /// A validation error alone is no failure: the provider's samples have one next to each success.
    pub(super) fn of(facts: Stated<'_>) -> Self {
        let is_refusal = facts.kind == Some("VALIDATION_ERROR");
        match facts.status {
            Some("INVALID") => Self::CreationFailed,
            Some("REJECTED") => Self::Rejected,
            // Without a status and a time, nothing has changed.
            None if facts.has_error && (!facts.is_dated || is_refusal) => Self::UpdateRefused,
            _ if is_refusal => Self::Other,
            // Labels have no status of their own.
            None if !facts.has_status_at_all => match facts.kind {
                Some("CREATED" | "UPDATED") => Self::Changed,
                _ => Self::Other,
            },
            None => Self::Other,
            Some(_) => match facts.kind {
                Some("CREATED") => Self::Accepted,
                Some("UPDATED") => Self::Changed,
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
    pub(super) is_dated: bool,
    pub(super) has_error: bool,
    /// Whether notifications of this type can have one.
    pub(super) has_status_at_all: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(kind: &str, status: &str, is_dated: bool, has_error: bool) -> Meaning {
        Meaning::of(Stated {
            kind: Some(kind).filter(|kind| !kind.is_empty()),
            status: Some(status).filter(|status| !status.is_empty()),
            is_dated,
            has_error,
            has_status_at_all: true,
        })
    }

    #[test]
    fn what_is_documented_is_told_apart() {
        assert_eq!(of("CREATED", "CREATED", true, false), Meaning::Accepted);
        assert_eq!(of("UPDATED", "ACTIVE", true, false), Meaning::Changed);
        assert_eq!(
            of("VALIDATION_ERROR", "INVALID", true, true),
            Meaning::CreationFailed
        );
        for kind in ["UPDATED", "VALIDATION_ERROR", "CREATED", ""] {
            assert_eq!(
                of(kind, "", false, true),
                Meaning::UpdateRefused,
                "{kind:?}"
            );
        }
        assert_eq!(of("UPDATED", "REJECTED", true, true), Meaning::Rejected);
        assert_eq!(of("UPDATED", "REJECTED", true, false), Meaning::Rejected);
    }

    #[test]
    fn an_error_next_to_a_success_is_no_failure() {
        assert_eq!(of("CREATED", "CREATED", true, true), Meaning::Accepted);
        assert_eq!(of("UPDATED", "ACTIVE", true, true), Meaning::Changed);
    }

    #[test]
    fn what_the_table_does_not_have_is_something_else() {
        assert_eq!(of("", "", false, false), Meaning::Other);
        assert_eq!(of("", "ACTIVE", true, false), Meaning::Other);
        assert_eq!(of("ERASED", "ACTIVE", true, false), Meaning::Other);
        assert_eq!(of("VALIDATION_ERROR", "ACTIVE", true, true), Meaning::Other);
        assert_eq!(of("UPDATED", "", false, false), Meaning::Other);
        assert!(!Meaning::Other.is_failure() && Meaning::UpdateRefused.is_failure());
    }

    #[test]
    fn labels_have_no_status_and_change_all_the_same() {
        let labels = |kind, has_error| {
            Meaning::of(Stated {
                kind: Some(kind),
                status: None,
                is_dated: false,
                has_error,
                has_status_at_all: false,
            })
        };
        assert_eq!(labels("UPDATED", false), Meaning::Changed);
        assert_eq!(labels("VALIDATION_ERROR", true), Meaning::UpdateRefused);
        assert_eq!(labels("VALIDATION_ERROR", false), Meaning::Other);
    }
}
