//! What may be shown of the provider's words.

/// Whether it looks like one of the provider's codes. Anything else may be free text, and that may be about a person.
pub(super) fn is_code(word: &str) -> bool {
    let is_allowed = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_';
    (1..=64).contains(&word.len()) && word.bytes().all(is_allowed)
}
