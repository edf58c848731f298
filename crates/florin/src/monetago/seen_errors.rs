//! Telling a new error of an FVR from the old ones.
//!
//! A financing or cancellation that fails shows as one more entry in the FVR's `errors`, under HTTP success, and old
//! entries may stay. So whoever waits remembers which ones were there before.

use florin_monetago::types::OperationError;
use serde::{Deserialize, Serialize};

use super::identity::identity;

/// The errors that an FVR had, as fingerprints: storing them stores nothing of what they say.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct SeenErrors(Vec<String>);

impl SeenErrors {
    pub(super) fn of(errors: &[OperationError]) -> Self {
        Self(errors.iter().map(identity).collect())
    }

    /// The entries that weren't there, and speak of one of `operations` or of none at all.
    pub(super) fn new_ones(
        &self,
        errors: &[OperationError],
        operations: &[&str],
    ) -> Vec<OperationError> {
        let mut old = self.0.clone();
        let mut new = Vec::new();
        for error in errors {
            match old.iter().position(|seen| *seen == identity(error)) {
                Some(at) => drop(old.swap_remove(at)),
                None if concerns(error, operations) => new.push(error.clone()),
                None => {}
            }
        }
        new
    }
}

/// Whether an error's path names one of `operations`. The registry spells paths loosely: `/registration` for `/registrations`.
fn concerns(error: &OperationError, operations: &[&str]) -> bool {
    let Some(path) = error.path.as_deref() else {
        return true;
    };
    let mut segments = path.split('/').filter(|segment| !segment.is_empty());
    match segments.next() {
        Some("v1") => segments.next(),
        first => first,
    }
    .is_none_or(|segment| operations.contains(&segment.trim_end_matches('s')))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn error(path: &str, timestamp: &str) -> OperationError {
        serde_json::from_value(json!({"type": "t", "path": path, "timestamp": timestamp})).unwrap()
    }

    #[test]
    fn trap_8_paths_are_compared_loosely() {
        let seen = SeenErrors::default();
        for path in [
            "/financings",
            "/financing",
            "/v1/financings",
            "financings/7",
        ] {
            assert_eq!(
                seen.new_ones(&[error(path, "1")], &["financing"]).len(),
                1,
                "{path}"
            );
        }
        for path in [
            "/financing-validation-requests",
            "/registration",
            "/cancellations",
        ] {
            assert!(
                seen.new_ones(&[error(path, "1")], &["financing"])
                    .is_empty(),
                "{path}"
            );
        }
    }

    #[test]
    fn trap_15_an_old_entry_is_not_a_new_failure() {
        let old = error("/financings", "2024-10-24T03:06:17.437Z");
        let seen = SeenErrors::of(std::slice::from_ref(&old));
        assert!(
            seen.new_ones(std::slice::from_ref(&old), &["financing"])
                .is_empty()
        );
        let new = error("/financings", "2024-10-25T03:06:17.437Z");
        assert_eq!(seen.new_ones(&[old.clone(), new], &["financing"]).len(), 1);
        assert_eq!(
            seen.new_ones(&[old.clone(), old], &["financing"]).len(),
            1,
            "the same again is one more"
        );
    }
}
