//! Reading FVRs out of answers whose container nobody documents.
//!
//! What MonetaGo says about an FVR is documented, where in the answer it stands is not. So the reader walks the whole
//! JSON, takes every object that has `financing_request_status`, and looks around it for the identifier that the lender
//! gave the FVR.

use std::fmt;

use florin_monetago::types;
use serde_json::{Map, Value};

/// The field that makes an object an FVR's result.
const STATUS: &str = "financing_request_status";
/// The lender's own identifier of an FVR.
const DATA_SET: &str = "submitter_data_set_identification";
/// The registration that an FVR came with, and the lender that it belongs to, where an answer names them.
const REQUEST: &str = "request_identification";
const INSTITUTION: &str = "submitting_financial_institution_identification";
/// Below these names stand other things than the FVR itself.
const NOT_ITS_OWN: [&str; 3] = [
    "financing_request_duplicate_report",
    "errors",
    "referred_documents",
];

/// A financing validation request as the registry sees it: status, duplicate report, failed operations.
///
/// `Debug` shows the status and the counts; the rest is the customer's business.
#[derive(Clone)]
pub struct Fvr {
    pub(super) registration_id: Option<String>,
    pub(super) institution: Option<String>,
    pub(super) data_set_id: Option<String>,
    result: types::FvrResult,
}

impl Fvr {
    /// The identifier under which the registration is read; also after financing and cancelling.
    ///
    /// Absent where the FVR comes from a search and the answer doesn't name it.
    #[must_use]
    pub fn registration_id(&self) -> Option<&str> {
        self.registration_id.as_deref()
    }

    /// The identifier that the lender gave this FVR (`submitter_data_set_identification`).
    #[must_use]
    pub fn data_set_id(&self) -> Option<&str> {
        self.data_set_id.as_deref()
    }

    /// The status as the registry words it.
    #[must_use]
    pub fn status(&self) -> &types::FinancingRequestStatus {
        &self.result.financing_request_status
    }

    /// The matches found. Read it even where the status says unique: partial matches, and exact ones under another
    /// applicant, stand here too.
    #[must_use]
    pub fn matches(&self) -> &[types::DuplicateReportEntry] {
        &self.result.financing_request_duplicate_report
    }

    /// Operations on this FVR that failed, old ones included.
    #[must_use]
    pub fn errors(&self) -> &[types::OperationError] {
        &self.result.errors
    }

    /// All that the registry said of it, with the fields that no documentation names.
    #[must_use]
    pub const fn result(&self) -> &types::FvrResult {
        &self.result
    }
}

impl fmt::Debug for Fvr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Fvr")
            .field("registration_id", &self.registration_id)
            .field("status", self.status())
            .field("matches", &self.matches().len())
            .field("errors", &self.errors().len())
            .finish_non_exhaustive()
    }
}

/// All FVRs in an answer, in the order in which they stand there.
///
/// An object that has the status field and can't be read as a result is the error: an FVR must not vanish.
pub(super) fn read(
    answer: &Value,
    registration_id: Option<&str>,
    institution: Option<&str>,
) -> Result<Vec<Fvr>, serde_json::Error> {
    let mut found = Vec::new();
    walk(answer, None, &mut |object, above| {
        found.push(Fvr {
            registration_id: registration_id
                .map(str::to_owned)
                .or_else(|| text(object, REQUEST)),
            institution: institution
                .map(str::to_owned)
                .or_else(|| text(object, INSTITUTION)),
            data_set_id: own_id(object).or_else(|| above.map(str::to_owned)),
            result: serde_json::from_value(Value::Object(object.clone()))?,
        });
        Ok(())
    })?;
    Ok(found)
}

/// Whether an answer without any result in it says that there is none: it is nothing, or holds an empty list and none that isn't.
/// What it is otherwise nobody knows, and it may well hold results in other words.
pub(super) fn lists_nothing(answer: &Value) -> bool {
    match answer {
        Value::Null => true,
        Value::Array(items) => items.iter().all(lists_nothing),
        Value::Object(object) => {
            let is_full = |value: &Value| value.is_array() && !lists_nothing(value);
            object.is_empty() || object.values().any(lists_nothing) && !object.values().any(is_full)
        }
        _ => false,
    }
}

type Visit<'a> = dyn FnMut(&Map<String, Value>, Option<&str>) -> Result<(), serde_json::Error> + 'a;

/// Visits each result; `above` is the identifier that the nearest enclosing object names.
fn walk(
    value: &Value,
    above: Option<&str>,
    visit: &mut Visit<'_>,
) -> Result<(), serde_json::Error> {
    match value {
        Value::Array(items) => items.iter().try_for_each(|item| walk(item, above, visit)),
        Value::Object(object) if object.contains_key(STATUS) => visit(object, above),
        Value::Object(object) => {
            let above = object
                .get(DATA_SET)
                .and_then(Value::as_str)
                .or_else(|| beside(object))
                .or(above);
            object
                .values()
                .try_for_each(|inner| walk(inner, above, visit))
        }
        _ => Ok(()),
    }
}

fn text(object: &Map<String, Value>, name: &str) -> Option<String> {
    object.get(name).and_then(Value::as_str).map(str::to_owned)
}

/// The identifier in the result itself: directly, or in an object inside it that isn't about something else.
fn own_id(object: &Map<String, Value>) -> Option<String> {
    if let Some(id) = object.get(DATA_SET).and_then(Value::as_str) {
        return Some(id.to_owned());
    }
    let inside = object
        .iter()
        .filter(|(name, _)| !NOT_ITS_OWN.contains(&name.as_str()));
    inside
        .filter_map(|(_, value)| value.as_object())
        .find_map(own_id)
}

/// The identifier in a sibling: `{"details": {"submitter_data_set_identification": …}, "result": {…}}`.
fn beside(object: &Map<String, Value>) -> Option<&str> {
    let results = object
        .values()
        .filter(|value| value.get(STATUS).is_some())
        .count();
    let mut siblings = object.values().filter(|value| value.get(STATUS).is_none());
    (results == 1)
        .then(|| siblings.find_map(|value| value.get(DATA_SET)?.as_str()))
        .flatten()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::lists_nothing;

    #[test]
    fn an_empty_list_in_any_container_says_that_there_is_none() {
        for answer in [
            json!(null),
            json!([]),
            json!({}),
            json!({"requests": []}),
            json!({"total": 0, "requests": [], "paging": {"page": 1}}),
            json!({"data": {"items": []}}),
        ] {
            assert!(lists_nothing(&answer), "{answer}");
        }
    }

    #[test]
    fn what_is_not_understood_says_nothing_of_the_kind() {
        for answer in [
            json!("maintenance"),
            json!({"message": "maintenance"}),
            json!([[{"unexpected": true}]]),
            json!({"requests": [{"state": "UNQE"}], "errors": []}),
            json!(["fvr-1"]),
        ] {
            assert!(!lists_nothing(&answer), "{answer}");
        }
    }
}
