//! Documents: a text is read the same each time, and its normal form reads as what it was written from.
//!
//! The whole input is the text, YAML or JSON.

use serde_json::Value;

use crate::time_limit::in_time;

/// Reads a document and writes its normal form.
pub fn spec_load(input: &[u8]) {
    let Ok(text) = str::from_utf8(input) else {
        return;
    };
    in_time(|| match florin_codegen::read_text("a.yaml", text) {
        Ok(document) => {
            let again = florin_codegen::read_text("a.yaml", text).map(|again| again.value);
            assert_eq!(
                again.ok().as_ref(),
                Some(&document.value),
                "it is read in two ways"
            );
            for finding in &document.findings {
                assert!(finding.to_string().starts_with("a.yaml:"), "{finding}");
            }
            normal(&document.value);
        }
        Err(error) => {
            let said = error.to_string();
            assert!(said.starts_with("a.yaml"), "no place is named: {said}");
            assert!(
                said.len() < 4_096,
                "it is told at a length of {}",
                said.len()
            );
        }
    });
}

/// Writes the normal form, reads it back, and writes it again.
///
/// # Panics
/// Where that isn't the same.
pub(super) fn normal(value: &Value) {
    let Ok(written) = xtask::yaml::write(value) else {
        return;
    };
    let read = match florin_codegen::read_text("b.yaml", &written) {
        Ok(read) => read,
        Err(error) => panic!("the normal form can't be read: {error}\n{written}"),
    };
    assert!(read.findings.is_empty(), "{:?}\n{written}", read.findings);
    let is_same = read.value == *value || texts(value) == texts(&read.value);
    assert!(
        is_same,
        "{value}\nwas written as\n{written}\nand read as\n{}",
        read.value
    );
    let again = xtask::yaml::write(&read.value).unwrap_or_default();
    assert_eq!(written, again, "the normal form has another normal form");
}

/// Without what reads the same to every user of a document: the order of lists of single values, and whether those are texts.
fn texts(value: &Value) -> Value {
    match value {
        Value::Object(map) => map
            .iter()
            .map(|(name, value)| (name.clone(), texts(value)))
            .collect(),
        Value::Array(list) => {
            let mut list: Vec<_> = list.iter().map(texts).collect();
            list.sort_by_cached_key(Value::to_string);
            list.into()
        }
        Value::Bool(_) | Value::Number(_) => value.to_string().into(),
        other => other.clone(),
    }
}
