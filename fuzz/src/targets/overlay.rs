//! Overlays: applied twice to the same they make the same, and what they make has a normal form.
//!
//! The overlay, a line of `====`, and the document.

use serde_json::Value;
use xtask::overlay::Overlay;

use super::spec_load::normal;
use crate::parts::line;
use crate::time_limit::in_time;

/// Reads an overlay and applies it.
pub fn overlay(input: &[u8]) {
    let Ok(text) = str::from_utf8(input) else {
        return;
    };
    let (overlay, document) = split(text);
    in_time(|| {
        let overlay = match Overlay::parse("o.yaml", overlay) {
            Ok(overlay) => overlay,
            Err(problem) => {
                assert!(problem.to_string().starts_with("o.yaml"), "{problem}");
                return;
            }
        };
        assert!(!overlay.is_empty());
        let Ok(document) = florin_codegen::read_text("d.yaml", document) else {
            return;
        };
        let before = document.value.clone();
        match (
            overlay.apply(&document.value),
            overlay.apply(&document.value),
        ) {
            (Ok(made), Ok(again)) => {
                assert_eq!(made, again);
                let text = made.to_string();
                if let Ok(read) = serde_json::from_str::<Value>(&text) {
                    assert_eq!(read.to_string(), text);
                }
                normal(&made);
            }
            (Err(problem), Err(again)) => {
                assert_eq!(problem, again);
                assert!(problem.to_string().starts_with("o.yaml"), "{problem}");
            }
            (one, other) => panic!("once it applies and once it doesn't: {one:?} {other:?}"),
        }
        assert_eq!(before, document.value, "what it is applied to has changed");
    });
}

fn split(text: &str) -> (&str, &str) {
    let mut rest = text.as_bytes();
    while !rest.is_empty() {
        let (head, after) = line(rest);
        if head == b"====" {
            let start = text.len() - rest.len();
            return (&text[..start], &text[text.len() - after.len()..]);
        }
        rest = after;
    }
    (text, "{}")
}
