//! References to a document beside the one that is read (`shared.yaml` of a provider with several): they stay references.
//!
//! Whatever else a document refers to becomes part of it. What several documents share would then be in each of them, under
//! one name. So such references are written in another way while the files become one.

use serde_json::Value;

use super::gather;

const MARK: &str = "\u{E012}";

/// The document that a path leads to, if it is one of these.
pub(super) fn document<'a>(path: &str, documents: &'a [String]) -> Option<&'a String> {
    let (name, extension) = path.rsplit_once('.')?;
    let is_text = matches!(extension, "yaml" | "yml" | "json");
    documents
        .iter()
        .find(|document| is_text && *document == name)
}

/// Writes them as something that leads nowhere within the document, which is left as it is.
pub(super) fn hide(value: &mut Value, root: &str, documents: &[String]) {
    each(value, &mut |reference| {
        let found =
            gather::target(root, reference).and_then(|path| document(&path, documents).cloned());
        if let Some(document) = found {
            let fragment = reference
                .split_once('#')
                .map_or("", |(_, fragment)| fragment);
            *reference = format!("#{MARK}{document}{MARK}{fragment}");
        }
    });
}

/// Writes them as references again.
pub(super) fn show(value: &mut Value) {
    each(value, &mut |reference| {
        let hidden = reference
            .strip_prefix('#')
            .and_then(|rest| rest.strip_prefix(MARK));
        if let Some((document, fragment)) = hidden.and_then(|rest| rest.split_once(MARK)) {
            *reference = format!("{document}.yaml#{fragment}");
        }
    });
}

/// Visits whatever could be a reference.
pub(crate) fn each(value: &mut Value, f: &mut dyn FnMut(&mut String)) {
    match value {
        Value::Object(object) => {
            if let Some(Value::String(reference)) = object.get_mut("$ref") {
                f(reference);
            }
            let mapping = object.get_mut("discriminator");
            let mapping = mapping.and_then(|it| it.get_mut("mapping")?.as_object_mut());
            for reference in mapping.into_iter().flat_map(|mapping| mapping.values_mut()) {
                if let Value::String(reference) = reference {
                    f(reference);
                }
            }
            object.values_mut().for_each(|inner| each(inner, f));
        }
        Value::Array(items) => items.iter_mut().for_each(|inner| each(inner, f)),
        _ => {}
    }
}
