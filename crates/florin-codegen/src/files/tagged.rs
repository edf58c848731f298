//! References that know their file, wherever they are moved to.
//!
//! A relative reference means something only where it was written. So each is tagged with its file when that is read; what
//! it becomes is written over the tag; and what turns out to be no reference (an example that has a `$ref`) gets its text
//! back.

use serde_json::Value;

/// Characters that no text uses.
const FILE: char = '\u{E010}';
const TARGET: char = '\u{E011}';

/// Visits each text that could be a reference.
fn each(value: &mut Value, f: &mut dyn FnMut(&mut String, bool)) {
    match value {
        Value::Object(object) => {
            if let Some(Value::String(reference)) = object.get_mut("$ref") {
                f(reference, false);
            }
            let mapping = object
                .get_mut("discriminator")
                .and_then(|d| d.get_mut("mapping")?.as_object_mut());
            for reference in mapping.into_iter().flat_map(|mapping| mapping.values_mut()) {
                if let Value::String(reference) = reference {
                    f(reference, true);
                }
            }
            object.values_mut().for_each(|inner| each(inner, f));
        }
        Value::Array(items) => items.iter_mut().for_each(|inner| each(inner, f)),
        _ => {}
    }
}

/// Tags all of a file.
pub(super) fn tag(value: &mut Value, file: usize) {
    let named = value
        .pointer("/components/schemas")
        .and_then(Value::as_object);
    let named: Vec<_> = named
        .into_iter()
        .flat_map(|named| named.keys())
        .cloned()
        .collect();
    each(value, &mut |reference, is_mapping| {
        // A bare name is a schema of the same file.
        if is_mapping && file != 0 && named.contains(reference) {
            *reference = format!("#/components/schemas/{}", crate::spec::escape(reference));
        }
        *reference = format!("{FILE}{file}{FILE}{reference}");
    });
}

/// The file that a reference was written in, and its text.
pub(super) fn origin(reference: &str) -> Option<(usize, &str)> {
    let (file, text) = reference.strip_prefix(FILE)?.split_once(FILE)?;
    Some((file.parse().ok()?, text))
}

/// A reference to a component that has no name yet.
pub(super) fn to_target(target: usize) -> Value {
    format!("{TARGET}{target}").into()
}

/// Writes the names, and takes all other tags off.
pub(super) fn untag(value: &mut Value, references: &[String]) {
    each(value, &mut |reference, _| {
        if let Some((_, text)) = origin(reference) {
            *reference = text.to_owned();
        } else if let Some(target) = reference.strip_prefix(TARGET)
            && let Some(name) = target.parse().ok().and_then(|at: usize| references.get(at))
        {
            name.clone_into(reference);
        }
    });
}
