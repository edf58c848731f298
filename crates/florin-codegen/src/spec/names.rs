//! Two names of the spec that would become one name in Rust.
//!
//! progenitor and typify then either emit the item twice, or take the first schema for both, which is worse: the code
//! compiles and reads the wrong fields.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{Object, Spec, escape, text};
use crate::error::Error;
use crate::rust_name;

/// What the module of the types calls by its bare name.
const OWN_TYPES: [&str; 1] = ["Default"];

/// Refuses a spec in which two names become one.
pub(crate) fn check(spec: &Spec) -> Result<(), Error> {
    let mut types = Taken::default();
    for (name, _) in spec.schemas() {
        let pointer = format!("#/components/schemas/{}", escape(name));
        if OWN_TYPES.contains(&rust_name::of_type(name).as_str()) {
            let wrong = format!("`{name}` is a name that the generated types need themselves");
            return Err(Error::pointer(
                pointer,
                wrong,
                "give the schema another name",
            ));
        }
        types.take(rust_name::of_type(name), pointer, name, "schema")?;
    }
    for (name, schema) in spec.schemas() {
        let pointer = format!("#/components/schemas/{}", escape(name));
        nested(schema, &rust_name::of_type(name), &pointer, &mut types)?;
    }
    every_field(spec)?;
    Ok(())
}

#[derive(Default)]
struct Taken {
    /// Rust name, to the name in the spec and its pointer.
    names: BTreeMap<String, (String, String)>,
}

impl Taken {
    fn take(&mut self, rust: String, pointer: String, name: &str, what: &str) -> Result<(), Error> {
        if let Some((other, place)) = self.names.get(&rust) {
            return Err(Error::pointer(
                pointer,
                format!(
                    "the {what} `{name}` becomes `{rust}` in Rust, and so does `{other}` at {place}"
                ),
                "rename one of the two, or merge them if they mean the same",
            ));
        }
        self.names.insert(rust, (name.to_owned(), pointer));
        Ok(())
    }
}

/// The types that typify will name after an object and the property that holds them.
fn nested(schema: &Value, name: &str, pointer: &str, types: &mut Taken) -> Result<(), Error> {
    let Some(object) = schema.as_object() else {
        return Ok(());
    };
    for (property, inner) in object
        .get("properties")
        .and_then(Value::as_object)
        .into_iter()
        .flatten()
    {
        let pointer = format!("{pointer}/properties/{}", escape(property));
        anonymous(
            inner,
            &format!("{name}{}", rust_name::of_type(property)),
            &pointer,
            types,
        )?;
    }
    if let Some(items) = object.get("items") {
        anonymous(
            items,
            &format!("{name}Item"),
            &format!("{pointer}/items"),
            types,
        )?;
    }
    for part in ["allOf", "oneOf", "anyOf"] {
        for (i, inner) in object
            .get(part)
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
            .enumerate()
        {
            nested(inner, name, &format!("{pointer}/{part}/{i}"), types)?;
        }
    }
    Ok(())
}

/// Every object that becomes a struct, wherever it stands: a component, a body, an answer, or inside one of them.
fn every_field(spec: &Spec) -> Result<(), Error> {
    for (name, schema) in spec.schemas() {
        let pointer = format!("#/components/schemas/{}", escape(name));
        fields_within(spec, schema, &pointer)?;
    }
    for operation in spec.operations() {
        let pointer = operation.pointer();
        let body = operation.body.get("requestBody");
        let mut holders: Vec<_> = body
            .map(|body| (format!("{pointer}/requestBody"), body))
            .into_iter()
            .collect();
        let responses = operation.body.get("responses").and_then(Value::as_object);
        for (status, response) in responses.into_iter().flatten() {
            holders.push((format!("{pointer}/responses/{status}"), response));
        }
        for (pointer, holder) in holders {
            let content = holder.get("content").and_then(Value::as_object);
            for (media, said) in content.into_iter().flatten() {
                if let Some(schema) = said.get("schema") {
                    let pointer = format!("{pointer}/content/{}/schema", escape(media));
                    fields_within(spec, schema, &pointer)?;
                }
            }
        }
    }
    Ok(())
}

fn fields_within(spec: &Spec, schema: &Value, pointer: &str) -> Result<(), Error> {
    let Some(object) = schema.as_object() else {
        return Ok(());
    };
    fields(spec, object, pointer, &mut Taken::default(), 0)?;
    let properties = object.get("properties").and_then(Value::as_object);
    for (property, inner) in properties.into_iter().flatten() {
        let pointer = format!("{pointer}/properties/{}", escape(property));
        fields_within(spec, inner, &pointer)?;
    }
    for part in ["items", "additionalProperties"] {
        if let Some(inner) = object.get(part) {
            fields_within(spec, inner, &format!("{pointer}/{part}"))?;
        }
    }
    for part in ["allOf", "oneOf", "anyOf"] {
        let parts = object.get(part).and_then(Value::as_array);
        for (i, inner) in parts.into_iter().flatten().enumerate() {
            fields_within(spec, inner, &format!("{pointer}/{part}/{i}"))?;
        }
    }
    Ok(())
}

/// The properties of an object and of what `allOf` merges into it; the same name twice is the same field.
fn fields(
    spec: &Spec,
    object: &Object,
    pointer: &str,
    taken: &mut Taken,
    depth: usize,
) -> Result<(), Error> {
    for property in object
        .get("properties")
        .and_then(Value::as_object)
        .into_iter()
        .flat_map(|p| p.keys())
    {
        let rust = rust_name::of_field(property);
        if taken
            .names
            .get(&rust)
            .is_none_or(|(known, _)| known != property)
        {
            taken.take(
                rust,
                format!("{pointer}/properties/{}", escape(property)),
                property,
                "property",
            )?;
        }
    }
    for (i, part) in object
        .get("allOf")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .enumerate()
    {
        if let Some(part) = spec.resolve(part).as_object().filter(|_| depth < 16) {
            fields(
                spec,
                part,
                &format!("{pointer}/allOf/{i}"),
                taken,
                depth + 1,
            )?;
        }
    }
    Ok(())
}

fn anonymous(schema: &Value, name: &str, pointer: &str, types: &mut Taken) -> Result<(), Error> {
    let named = schema.get("properties").is_some() || schema.get("enum").is_some();
    if named
        && schema
            .as_object()
            .is_some_and(|s| text(s, "$ref").is_none())
    {
        // Variants of a union may repeat a property of the same shape, so only named schemas are looked at.
        if let Some((other, place)) = types
            .names
            .get(name)
            .filter(|(_, place)| place.split('/').count() == 4)
        {
            return Err(Error::pointer(
                pointer,
                format!(
                    "the unnamed schema becomes `{name}` in Rust, and so does `{other}` at {place}"
                ),
                "give the unnamed schema a name in `components` and refer to it",
            ));
        }
    }
    nested(schema, name, pointer, types)
}
