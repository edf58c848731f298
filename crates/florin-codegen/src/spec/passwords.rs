//! A password is a secret, whoever says it.
//!
//! OpenAPI's own word for what must not be shown is `format: password`. It counts as `x-sensitive: secret` wherever a schema
//! doesn't say `x-sensitive` itself, so that all that is done for secrets is done for it: in a property, behind a `$ref`, in
//! a parameter, a form or an answer. An answer that is nothing but a password, or a list or map of them, becomes a component,
//! since what has neither a name nor fields could not be hidden.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::sensitive::is_bare;
use super::{Object, SCHEMAS, Spec, text};
use crate::error::Error;
use crate::rust_name;

/// Runs the pass.
pub(crate) fn run(spec: &mut Spec) -> Result<(), Error> {
    let had = bare_answers(spec);
    spec.for_each_schema(&mut |schema| {
        if text(schema, "format") == Some("password") && !schema.contains_key("x-sensitive") {
            schema.insert("x-sensitive".into(), "secret".into());
        }
    });
    // Those that say the word by themselves are told of by `sensitive`.
    let bare = bare_answers(spec);
    let bare: Vec<_> = bare.difference(&had).cloned().collect();
    let mut taken: BTreeSet<_> = spec.schemas().map(|s| rust_name::of_type(s.0)).collect();
    for (pointer, id) in bare {
        let mut name = rust_name::of_type(&format!("{id}-response"));
        while !taken.insert(name.clone()) {
            name.push_str("Secret");
        }
        let Some(slot) = spec.root.pointer_mut(&pointer) else {
            continue;
        };
        let schema = std::mem::replace(slot, json!({ "$ref": format!("{SCHEMAS}{name}") }));
        let root = spec.root.as_object_mut();
        let components = root.and_then(|root| object(root, "components"));
        if let Some(schemas) = components.and_then(|components| object(components, "schemas")) {
            schemas.insert(name.clone(), schema);
            spec.origins.insert(name, format!("#{pointer}"));
        }
    }
    Ok(())
}

fn object<'a>(inside: &'a mut Object, key: &str) -> Option<&'a mut Object> {
    let slot = inside.entry(key).or_insert_with(|| json!({}));
    slot.as_object_mut()
}

/// The JSON pointers of the answers that would show something, each with the operation's id.
fn bare_answers(spec: &Spec) -> BTreeSet<(String, String)> {
    let mut found = BTreeSet::new();
    for operation in spec.operations() {
        let answers = operation.body.get("responses").and_then(Value::as_object);
        for (status, answer) in answers.into_iter().flatten() {
            let content = answer.get("content").and_then(Value::as_object);
            for (media, said) in content.into_iter().flatten() {
                let is_json = media.contains("json") || media.contains('*');
                if is_json && said.get("schema").is_some_and(is_bare) {
                    let pieces = ["responses", status, "content", media, "schema"];
                    let pieces = pieces.map(super::escape).join("/");
                    let pointer = format!("{}/{pieces}", operation.pointer());
                    let pointer = pointer.trim_start_matches('#').to_owned();
                    found.insert((pointer, operation.id().unwrap_or_default().to_owned()));
                }
            }
        }
    }
    found
}
