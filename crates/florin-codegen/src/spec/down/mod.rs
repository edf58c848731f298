//! OpenAPI 3.1, and 3.2 as far as it is the same, said in the words of 3.0.
//!
//! A pass for each construct. They run on every document, whatever version it says: documents that say 3.0 use words of
//! 3.1, too. The last of them tells what none of the others could say in other words.

pub(crate) mod boolean_schemas;
pub(crate) mod conditions;
pub(crate) mod constants;
pub(crate) mod definitions;
pub(crate) mod dynamic_references;
pub(crate) mod encoded_content;
pub(crate) mod exclusive_limits;
pub(crate) mod identifiers;
pub(crate) mod leftovers;
pub(crate) mod listed_null;
pub(crate) mod null_types;
pub(crate) mod open_maps;
pub(crate) mod path_items;
mod places;
pub(crate) mod reference_siblings;
pub(crate) mod tuples;
pub(crate) mod type_lists;
pub(crate) mod webhooks;

use serde_json::Value;

use super::Object;

/// Words that say something about a value and not what it is.
fn is_annotation(key: &str) -> bool {
    matches!(
        key,
        "description"
            | "title"
            | "summary"
            | "default"
            | "example"
            | "examples"
            | "deprecated"
            | "readOnly"
            | "writeOnly"
            | "externalDocs"
            | "xml"
            | "$comment"
    ) || key.starts_with("x-")
}

/// Puts a schema behind those that a schema is all of.
fn also_all_of(schema: &mut Object, part: Value) {
    match schema.get_mut("allOf").and_then(Value::as_array_mut) {
        Some(parts) => parts.push(part),
        None => drop(schema.insert("allOf".into(), Value::Array(vec![part]))),
    }
}

/// One schema for what may be any of these. `None` where there are none.
fn any_of(schemas: impl IntoIterator<Item = Value>) -> Option<Value> {
    let mut different: Vec<Value> = Vec::new();
    for schema in schemas {
        if !different.contains(&schema) {
            different.push(schema);
        }
    }
    match different.len() {
        0 | 1 => different.pop(),
        _ => Some(serde_json::json!({ "anyOf": different })),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::error::Error;
    use crate::spec::Spec;

    /// What a pass makes of a schema that is the component `A`.
    pub(super) fn made(pass: fn(&mut Spec) -> Result<(), Error>, schema: &Value) -> Value {
        let (root, _) = made_of(
            pass,
            &json!({ "components": { "schemas": { "A": schema } } }),
        );
        root["components"]["schemas"]["A"].clone()
    }

    /// What a pass makes of a document of 3.1, and what it tells.
    pub(super) fn made_of(
        pass: fn(&mut Spec) -> Result<(), Error>,
        root: &Value,
    ) -> (Value, Vec<String>) {
        let mut spec = Spec {
            root: root.clone(),
            findings: Vec::new(),
            origins: std::collections::BTreeMap::new(),
        };
        if let Some(root) = spec.root.as_object_mut() {
            root.entry("openapi").or_insert_with(|| "3.1.0".into());
        }
        pass(&mut spec).unwrap();
        let told = spec.findings.iter().map(ToString::to_string).collect();
        (spec.root, told)
    }
}
