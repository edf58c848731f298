//! Tells an answer that isn't the provider's own: a page of a gateway, during maintenance or before a login, in the place of JSON.

use serde::de::IgnoredAny;

/// Whether something is said and it is no JSON at all. What is JSON of another shape, or nothing, the provider means.
pub(crate) fn is_no_json(body: &[u8]) -> bool {
    !body.is_empty() && serde_json::from_slice::<IgnoredAny>(body).is_err()
}
