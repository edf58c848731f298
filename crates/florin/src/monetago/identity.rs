//! A name for something that has none: the same content, the same name, in every process.

use serde::Serialize;
use sha2::{Digest, Sha256};

/// The first 128 bits of the SHA-256 of `value` as JSON with sorted keys, in hexadecimal.
///
/// It can be stored: it says nothing about the content.
pub(super) fn identity<T: Serialize>(value: &T) -> String {
    // Through `Value`, whose maps are sorted, so that the order in which a provider writes fields makes no difference.
    let text = serde_json::to_value(value)
        .map(|value| value.to_string())
        .unwrap_or_default();
    Sha256::digest(text.as_bytes())[..16]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}
