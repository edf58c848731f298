//! Writes a JSON body or a form, and says what can't be written without repeating it.

use std::fmt;

use serde::Serialize;

use crate::field_path::FieldPath;
use crate::reason::Reason;

/// A body that has no JSON to stand for it.
#[derive(Debug)]
pub(crate) struct EncodeError {
    path: FieldPath,
    reason: Reason,
}

/// Encodes `body`. The way to the field is only looked for when encoding fails, so that a good body doesn't pay.
pub(crate) fn json<T: Serialize + ?Sized>(body: &T) -> Result<Vec<u8>, EncodeError> {
    serde_json::to_vec(body).map_err(|error| locate(body, &error))
}

/// Writes a form (`application/x-www-form-urlencoded`).
pub(crate) fn form(pairs: Vec<(String, String)>) -> String {
    url::form_urlencoded::Serializer::new(String::new())
        .extend_pairs(pairs)
        .finish()
}

#[cold]
fn locate<T: Serialize + ?Sized>(body: &T, error: &serde_json::Error) -> EncodeError {
    let mut track = serde_path_to_error::Track::new();
    let mut json = serde_json::Serializer::new(std::io::sink());
    // Fails as before; what counts is how far it came.
    let _ = body.serialize(serde_path_to_error::Serializer::new(&mut json, &mut track));
    EncodeError {
        path: FieldPath::new(&track.path()),
        reason: Reason::of(error),
    }
}

impl fmt::Display for EncodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "field {}: {}", self.path, self.reason)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;
    use crate::Decimal;

    #[test]
    fn an_amount_that_json_would_round_is_named_by_its_field_and_not_repeated() {
        let amount: Decimal = "1234567890.12345678901".parse().unwrap();
        let error = json(&HashMap::from([("lines", [amount])]))
            .unwrap_err()
            .to_string();
        assert!(
            error.starts_with("field lines[0]: too many digits"),
            "{error}"
        );
        assert!(!error.contains("1234567890"), "{error}");
    }
}
