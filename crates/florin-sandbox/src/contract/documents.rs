//! A spec in several documents, as one.

use serde_json::{Map, Value};

/// The document that all others may refer to.
const SHARED: &str = "shared.yaml";

/// Makes every list of values one that others may join, but for those of the components that are named: of these, nothing else is
/// known here, also where the spec lets a client send more.
pub(super) fn open_enums(document: &mut Value, complete: &[&str]) {
    let schemas = document.pointer_mut("/components/schemas");
    for (name, schema) in schemas.and_then(Value::as_object_mut).into_iter().flatten() {
        if !complete.contains(&name.as_str()) {
            open(schema);
        } else if let Some(schema) = schema.as_object_mut() {
            schema.remove("x-open");
        }
    }
}

fn open(value: &mut Value) {
    match value {
        Value::Array(values) => values.iter_mut().for_each(open),
        Value::Object(members) => {
            members.values_mut().for_each(open);
            if members.get("enum").is_some_and(Value::is_array) {
                members.insert("x-open".into(), true.into());
            }
        }
        _ => {}
    }
}

/// Puts documents together: all paths, and all components. Hosts and everything else are those of the first one.
///
/// # Errors
///
/// One is no YAML, or two have an operation or a component of the same name.
pub(super) fn one(documents: &[(&str, &str)]) -> Result<Value, String> {
    let mut whole: Option<Value> = None;
    for (name, yaml) in documents {
        let failed = |message: String| format!("{name}: {message}");
        let mut document: Value =
            serde_saphyr::from_str(yaml).map_err(|error| failed(error.to_string()))?;
        localise(&mut document);
        match &mut whole {
            None => whole = Some(document),
            Some(whole) => add(whole, document).map_err(failed)?,
        }
    }
    whole.ok_or_else(|| "it has no document".to_owned())
}

/// Makes references to the shared document ones inside the same document.
fn localise(value: &mut Value) {
    match value {
        Value::Array(values) => values.iter_mut().for_each(localise),
        Value::Object(members) => {
            for (key, member) in members {
                let local = match member.as_str().and_then(|text| text.strip_prefix(SHARED)) {
                    Some(pointer) if key == "$ref" => pointer.to_owned(),
                    _ => {
                        localise(member);
                        continue;
                    }
                };
                *member = local.into();
            }
        }
        _ => {}
    }
}

fn add(whole: &mut Value, document: Value) -> Result<(), String> {
    let Value::Object(mut document) = document else {
        return Err("it is no object".to_owned());
    };
    if let Some(Value::Object(paths)) = document.remove("paths") {
        for (path, item) in paths {
            let known = member(member(whole, "paths")?, &path)?;
            merge(known, item).map_err(|name| format!("{path} has {name} twice"))?;
        }
    }
    if let Some(Value::Object(sections)) = document.remove("components") {
        for (section, components) in sections {
            // Every document has to say how its operations are authorised, in its own words.
            if section == "securitySchemes" {
                continue;
            }
            let known = member(member(whole, "components")?, &section)?;
            merge(known, components).map_err(|name| format!("{section} has {name} twice"))?;
        }
    }
    Ok(())
}

/// A member of an object, made where it is missing.
fn member<'a>(object: &'a mut Value, name: &str) -> Result<&'a mut Value, String> {
    let object = object
        .as_object_mut()
        .ok_or_else(|| format!("{name} stands in what is no object"))?;
    let empty = || Value::Object(Map::new());
    Ok(object.entry(name).or_insert_with(empty))
}

/// Adds the members of an object to another one. Fails with the name of one that is there already and is something else.
fn merge(known: &mut Value, more: Value) -> Result<(), String> {
    let (Value::Object(known), Value::Object(more)) = (known, more) else {
        return Err("something that is no object".to_owned());
    };
    for (name, value) in more {
        match known.get(&name) {
            Some(same) if *same == value => {}
            Some(_) => return Err(name),
            None => {
                known.insert(name, value);
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHARED_YAML: (&str, &str) = (
        "shared.yaml",
        "{servers: [s], paths: {}, components: {schemas: {A: {type: string}}}}",
    );

    #[test]
    fn documents_become_one_and_refer_to_each_other_inside_it() {
        let people = "{paths: {/p: {get: {x: {$ref: 'shared.yaml#/components/schemas/A'}}}}}";
        let more = "{paths: {/p: {post: {}}}, components: {schemas: {B: {}}, responses: {R: {}}}}";
        let whole = one(&[SHARED_YAML, ("people.yaml", people), ("more.yaml", more)]).unwrap();
        let reference = &whole["paths"]["/p"]["get"]["x"]["$ref"];
        assert_eq!(reference, "#/components/schemas/A");
        assert!(whole["paths"]["/p"]["post"].is_object());
        assert!(whole["components"]["schemas"]["B"].is_object());
        assert!(whole["components"]["responses"]["R"].is_object());
        assert_eq!(whole["servers"][0], "s");
    }

    #[test]
    fn a_list_of_values_is_open_unless_it_is_said_to_be_complete() {
        let yaml = "{components: {schemas: {A: {enum: [a]}, B: {properties: {b: {enum: [b]}}}}}}";
        let mut whole = one(&[("shared.yaml", yaml)]).unwrap();
        open_enums(&mut whole, &["A"]);
        let schemas = &whole["components"]["schemas"];
        assert!(schemas["A"].get("x-open").is_none());
        assert_eq!(schemas["B"]["properties"]["b"]["x-open"], true);
    }

    #[test]
    fn what_two_documents_have_differently_is_told_with_its_document() {
        let other = "{components: {schemas: {A: {type: integer}}}}";
        let error = one(&[SHARED_YAML, ("other.yaml", other)]).unwrap_err();
        assert!(
            error.contains("other.yaml") && error.contains('A'),
            "{error}"
        );
    }
}
