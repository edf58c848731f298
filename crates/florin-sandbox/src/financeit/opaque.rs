//! Tokens, codes and links: opaque to whoever gets one, and the same in every run of a test.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest as _, Sha256};

/// 64 hexadecimal digits, as the documentation's sample of a token has.
pub(super) fn token(count: usize) -> String {
    let digest = Sha256::digest(format!("token {count}"));
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// An authorization code.
pub(super) fn code(count: usize) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(format!("code {count}")))
}

/// A link of the short form that the documentation shows, to a host that is none.
pub(super) fn link(kind: &str, count: usize) -> String {
    let digest = URL_SAFE_NO_PAD.encode(Sha256::digest(format!("link {count}")));
    let slug: String = digest
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .take(6)
        .collect();
    format!("https://financeit.invalid/{kind}/{slug}")
}

/// What a `code_verifier` has to come to under S256.
pub(super) fn challenge(verifier: &str) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(verifier))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_challenge_is_that_of_rfc_7636() {
        // The example of its appendix B.
        assert_eq!(
            challenge("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"),
            "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
        );
    }

    #[test]
    fn a_token_looks_like_the_sample_and_none_is_given_twice() {
        let made: std::collections::HashSet<_> = (0..100).map(token).collect();
        assert_eq!(made.len(), 100);
        assert!(
            made.iter()
                .all(|token| token.len() == 64 && token.bytes().all(|b| b.is_ascii_hexdigit()))
        );
    }
}
