//! What may not be shown, brought to where it is needed.
//!
//! `x-sensitive: secret | pii` stands on a property, a parameter or a whole schema; on an object it covers everything
//! inside, and a `$ref` is looked through. This pass checks the word, marks every property that is covered (its own, its
//! target's, or that of what a list or a map is made of) and every schema that is covered as a whole, for
//! [`redact_debug`](crate::rust::redact_debug). A schema that `x-holds` something sensitive is sensitive.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::{
    Object, Spec, component, description, each_holding, inner_schemas, text, walk, wrap_reference,
};
use crate::error::Error;
use crate::mark::Mark;

/// Why a value is not shown. A secret weighs more than a personal datum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Personal,
    Secret,
}

/// Runs the pass.
pub(crate) fn run(spec: &mut Spec) -> Result<(), Error> {
    words(spec)?;
    inherit(spec);
    bare_answers(spec)?;
    let named = spec.clone();
    spec.for_each_schema(&mut |schema| {
        if !schema.contains_key("$ref") && of(&named, &Value::Object(schema.clone()), 0).is_some() {
            Mark::Sensitive.put(description(schema));
        }
        if schema.get("properties").is_some()
            && schema
                .get("additionalProperties")
                .and_then(|extra| of(&named, extra, 0))
                .is_some()
        {
            Mark::SensitiveExtra.put(description(schema));
        }
        let properties = schema.get_mut("properties").and_then(Value::as_object_mut);
        for property in properties.into_iter().flat_map(|p| p.values_mut()) {
            if of(&named, property, 0).is_some()
                && let Some(property) = property.as_object_mut()
            {
                wrap_reference(property);
                Mark::Sensitive.put(description(property));
            }
        }
    });
    Ok(())
}

/// What the schema says of itself.
fn own(schema: &Object) -> Option<Kind> {
    match text(schema, "x-sensitive")? {
        "secret" => Some(Kind::Secret),
        _ => Some(Kind::Personal),
    }
}

/// What covers the whole of a value: the schema's own word, its target's, or that of what a list or a map is made of.
pub(crate) fn of(spec: &Spec, schema: &Value, depth: usize) -> Option<Kind> {
    let resolved = spec.resolve(schema).as_object().filter(|_| depth < 16)?;
    let beside = schema.as_object().and_then(own);
    let items = resolved
        .get("items")
        .and_then(|items| of(spec, items, depth + 1));
    let values = resolved
        .get("additionalProperties")
        .filter(|_| !resolved.contains_key("properties"));
    let items = items.max(values.and_then(|values| of(spec, values, depth + 1)));
    let parts = resolved
        .get("allOf")
        .and_then(Value::as_array)
        .into_iter()
        .flatten();
    let parts = parts.filter_map(|part| of(spec, part, depth + 1)).max();
    beside.max(own(resolved)).max(items).max(parts)
}

/// What is written out inside a sensitive object is sensitive itself; what contains sensitive helpers is, too.
fn inherit(spec: &mut Spec) {
    let named = spec.clone();
    spec.for_each_schema(&mut |schema| {
        let held = schema
            .get("x-holds")
            .and_then(Value::as_array)
            .into_iter()
            .flatten();
        if own(schema).is_none()
            && held.filter_map(|h| any(&named, h)).next().is_some()
            && is_any_json(schema)
        {
            schema.insert("x-sensitive".into(), json!("pii"));
        }
    });
    spec.for_each_schema(&mut |schema| {
        let Some(kind) = text(schema, "x-sensitive").map(str::to_owned) else {
            return;
        };
        for key in ["properties", "items", "additionalProperties"] {
            let Some(inner) = schema.get_mut(key) else {
                continue;
            };
            let inners: Vec<&mut Value> = match inner {
                Value::Object(all) if key == "properties" => all.values_mut().collect(),
                inner => vec![inner],
            };
            for inner in inners.into_iter().filter(|i| i.get("$ref").is_none()) {
                walk(inner, &mut |s| {
                    if !s.contains_key("$ref") {
                        // Inside a secret, personal data; a nested secret stays one.
                        s.entry("x-sensitive").or_insert_with(|| {
                            if kind == "secret" { "secret" } else { "pii" }.into()
                        });
                    }
                });
            }
        }
    });
}

fn is_any_json(schema: &Object) -> bool {
    ["properties", "type", "allOf", "oneOf", "anyOf"]
        .iter()
        .all(|key| !schema.contains_key(*key))
}

/// Whether there is anything sensitive in it at all.
pub(crate) fn any(spec: &Spec, schema: &Value) -> Option<Kind> {
    fn look<'a>(spec: &'a Spec, schema: &'a Value, seen: &mut BTreeSet<&'a str>) -> Option<Kind> {
        if component(schema).is_some_and(|name| !seen.insert(name)) {
            return None;
        }
        let whole = of(spec, schema, 0);
        let inner = spec
            .resolve(schema)
            .as_object()
            .into_iter()
            .flat_map(inner_schemas);
        let inner = inner.filter_map(|inner| look(spec, inner, seen)).max();
        whole.max(inner)
    }
    look(spec, schema, &mut BTreeSet::new())
}

/// An answer that has no fields becomes plain JSON where it has no name of its own, and plain JSON shows itself.
fn bare_answers(spec: &Spec) -> Result<(), Error> {
    for operation in spec.operations() {
        let answers = operation.body.get("responses").and_then(Value::as_object);
        for (status, answer) in answers.into_iter().flatten() {
            let content = answer.get("content").and_then(Value::as_object);
            let bare = content
                .into_iter()
                .flatten()
                .filter(|(media, _)| media.contains("json"))
                .filter_map(|(_, content)| content.get("schema"))
                .any(is_bare);
            if bare {
                return Err(operation.error(
                    format!("what the answer {status} holds is `x-sensitive` and would be shown, since it has neither a name nor fields"),
                    "put it under `components/schemas` and refer to it",
                ));
            }
        }
    }
    Ok(())
}

/// Whether it is sensitive, and has neither a name nor fields.
pub(crate) fn is_bare(schema: &Value) -> bool {
    let Some(schema) = schema.as_object().filter(|s| !s.contains_key("$ref")) else {
        return false;
    };
    let inside = ["items", "additionalProperties"];
    let is_bare_inside = || {
        inside
            .iter()
            .filter_map(|key| schema.get(*key))
            .any(is_bare)
    };
    !schema.contains_key("properties") && (own(schema).is_some() || is_bare_inside())
}

fn words(spec: &Spec) -> Result<(), Error> {
    each_holding(&spec.root, "x-sensitive", &mut |object, pointer| {
        if matches!(text(object, "x-sensitive"), Some("secret" | "pii")) {
            return Ok(());
        }
        Err(Error::pointer(
            format!("{pointer}/x-sensitive"),
            format!("`{}` is no kind of sensitivity", object["x-sensitive"]),
            "write `secret` or `pii`",
        ))
    })
}
