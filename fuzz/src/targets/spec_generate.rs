//! Clients out of specs: whatever the spec, there is code or an error that names the place, within a time and a size.
//!
//! The whole input is the spec. Making code takes long, so little of it is made; `florin-codegen`'s random specs make more.

use florin_codegen::{Source, generate};

use crate::time_limit::in_time;

/// Longer specs are left to targets that don't make code.
const LONGEST: usize = 16 << 10;

/// What comes out for each byte of such a spec, at most: code is long, but it doesn't explode.
const GROWTH: usize = 4 << 10;

/// Makes a client.
pub fn spec_generate(input: &[u8]) {
    let Ok(text) = str::from_utf8(input) else {
        return;
    };
    if text.len() > LONGEST {
        return;
    }
    let source = Source {
        name: "a.yaml",
        text,
        httpmock: false,
    };
    match in_time(|| generate(&source)) {
        Ok(made) => {
            let most = (64 << 10) + text.len() * GROWTH;
            assert!(
                made.client.len() < most,
                "{} bytes of {}",
                made.client.len(),
                text.len()
            );
            for finding in &made.findings {
                assert!(finding.to_string().starts_with("a.yaml"), "{finding}");
            }
        }
        Err(error) => {
            let said = error.to_string();
            assert!(said.starts_with("a.yaml"), "no place is named: {said}");
            assert!(!said.contains("panicked"), "{said}");
        }
    }
}
