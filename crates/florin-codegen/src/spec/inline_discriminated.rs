//! A union with a discriminator becomes an enum that is told apart by its tag.
//!
//! progenitor ignores `discriminator` and lets serde try one variant after the other: slow, with an error that says
//! nothing, and wrong where one variant's fields are a subset of another's. A variant that is written out, with the tag as
//! a property of one single value, becomes `#[serde(tag = "…")]`; so each `$ref` is replaced by what it refers to, with
//! the tag in that form. The tags are the keys of `mapping`, else the names of the schemas.

use serde_json::{Map, Value, json};

use super::{Object, Spec, component, escape, text};
use crate::error::Error;

/// Runs the pass.
pub(crate) fn run(spec: &mut Spec) -> Result<(), Error> {
    let named = spec.clone();
    let mut result = Ok(());
    spec.for_each_schema(&mut |schema| {
        let Some(discriminator) = schema.remove("discriminator") else {
            return;
        };
        let (Some(tag), Some(variants)) = (
            discriminator.get("propertyName").and_then(Value::as_str),
            variants(schema),
        ) else {
            return;
        };
        let mapping = discriminator
            .get("mapping")
            .and_then(Value::as_object)
            .cloned()
            .unwrap_or_default();
        match inlined(&named, tag, &mapping, &variants) {
            Ok(inlined) => {
                schema.remove("anyOf");
                schema.insert("oneOf".into(), inlined.into());
            }
            Err(error) => result = Err(error),
        }
    });
    result
}

/// The names of the variants, where all of them are named.
fn variants(schema: &Object) -> Option<Vec<String>> {
    let union = schema
        .get("oneOf")
        .or_else(|| schema.get("anyOf"))?
        .as_array()?;
    union
        .iter()
        .map(|variant| component(variant).map(str::to_owned))
        .collect()
}

fn inlined(
    named: &Spec,
    tag: &str,
    mapping: &Object,
    variants: &[String],
) -> Result<Vec<Value>, Error> {
    let mut inlined = Vec::new();
    for name in variants {
        let own = |target: &Value| {
            target
                .as_str()
                .is_some_and(|t| t.rsplit('/').next() == Some(name))
        };
        let mut values: Vec<_> = mapping
            .iter()
            .filter(|(_, target)| own(target))
            .map(|(value, _)| value.clone())
            .collect();
        if values.is_empty() {
            values.push(name.clone());
        }
        let mut merged = Map::new();
        merge(
            named,
            named.schema(name).unwrap_or(&Value::Null),
            &mut merged,
            0,
        );
        if !merged.contains_key("properties") {
            return Err(Error::pointer(
                format!("#/components/schemas/{}", escape(name)),
                format!(
                    "a variant of a union with the discriminator `{tag}` must be an object with that property"
                ),
                "give the schema its properties, or take the discriminator off the union",
            ));
        }
        inlined.extend(
            values
                .into_iter()
                .map(|value| tagged(merged.clone(), tag, &value)),
        );
    }
    Ok(inlined)
}

/// The object with the parts that `allOf` adds to it.
fn merge(named: &Spec, schema: &Value, into: &mut Object, depth: usize) {
    let Some(schema) = named.resolve(schema).as_object().filter(|_| depth < 32) else {
        return;
    };
    for part in schema
        .get("allOf")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
    {
        merge(named, part, into, depth + 1);
    }
    for (key, value) in schema {
        match (key.as_str(), value) {
            ("properties", Value::Object(properties)) => {
                if let Value::Object(known) = into.entry("properties").or_insert_with(|| json!({}))
                {
                    known.extend(properties.clone());
                }
            }
            ("required", Value::Array(required)) => {
                if let Value::Array(known) = into.entry("required").or_insert_with(|| json!([])) {
                    known.extend(required.iter().cloned());
                }
            }
            ("additionalProperties" | "description" | "x-sensitive", value) => {
                into.insert(key.clone(), value.clone());
            }
            _ => {}
        }
    }
}

fn tagged(mut schema: Object, tag: &str, value: &str) -> Value {
    schema.insert("type".into(), "object".into());
    // What a variant doesn't name is not kept: serde can't have both a tag and a rest in one variant.
    schema.remove("additionalProperties");
    if let Some(Value::Object(properties)) = schema.get_mut("properties") {
        let description = properties
            .get(tag)
            .and_then(|p| p.as_object())
            .and_then(|p| text(p, "description"));
        let description = description.unwrap_or_default().to_owned();
        properties.insert(
            tag.into(),
            json!({ "type": "string", "enum": [value], "description": description }),
        );
    }
    if let Value::Array(required) = schema.entry("required").or_insert_with(|| json!([])) {
        required.retain(|name| name != tag);
        required.push(tag.into());
    }
    schema.into()
}
