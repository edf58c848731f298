//! Files and encoded texts, as 3.1 says what they are.
//!
//! `contentEncoding: base64` is the format `byte` of 3.0, and a text all the same. `contentMediaType` without an encoding is a
//! file where a body or a part of a form is one, so `format: binary` there; in JSON it says what is in a text, and the text
//! is what is read. A body of bytes or text needs no schema at all in 3.1.

use serde_json::{Map, Value, json};

use super::places::{Kind, each, each_schema};
use crate::error::Error;
use crate::spec::{Object, SCHEMAS, Spec, component, escape, text, unescape};

/// Runs the pass.
pub(crate) fn run(spec: &mut Spec) -> Result<(), Error> {
    let mut forms = Vec::new();
    each(&mut spec.root, &mut |kind, value, pointer| {
        if let (Kind::Media, Some(media)) = (kind, value.as_object_mut()) {
            let name = unescape(pointer.rsplit('/').next().unwrap_or_default());
            body(&name.to_ascii_lowercase(), media, &mut forms);
        }
    });
    for form in forms {
        let schema = spec
            .root
            .pointer_mut(&format!("{}{}", &SCHEMAS[1..], escape(&form)));
        schema.into_iter().for_each(files);
    }
    each_schema(&mut spec.root, &mut |schema, _| {
        schema.remove("contentMediaType");
        schema.remove("contentSchema");
        let encoding = schema.remove("contentEncoding");
        if encoding.is_some_and(|e| e.as_str().is_some_and(|e| e.starts_with("base64"))) {
            schema.entry("type").or_insert_with(|| "string".into());
            schema.entry("format").or_insert_with(|| "byte".into());
        }
    });
    Ok(())
}

fn body(name: &str, media: &mut Object, forms: &mut Vec<String>) {
    let name = name.split(';').next().unwrap_or_default().trim();
    let is_text = name.starts_with("text/") || name.ends_with("xml");
    if name.starts_with("multipart/") {
        if let Some(schema) = media.get_mut("schema") {
            forms.extend(component(schema).map(str::to_owned));
            files(schema);
        }
    } else if !name.contains("json")
        && !name.contains('*')
        && !name.ends_with("x-www-form-urlencoded")
    {
        let says = if is_text {
            json!({ "type": "string" })
        } else {
            json!({ "type": "string", "format": "binary" })
        };
        let is_elsewhere = media.contains_key("itemSchema") || media.contains_key("$ref");
        match media.get_mut("schema").and_then(Value::as_object_mut) {
            Some(schema) if !is_text => {
                let is_one = schema.is_empty();
                file(schema, is_one);
            }
            Some(_) => {}
            None if is_elsewhere => {}
            None => drop(media.insert("schema".into(), says)),
        }
    }
}

/// The parts of a form that are files.
fn files(form: &mut Value) {
    let properties = form.get_mut("properties").and_then(Value::as_object_mut);
    for part in properties.into_iter().flat_map(Map::values_mut) {
        let Some(part) = part.as_object_mut() else {
            continue;
        };
        file(part, false);
        if let Some(element) = part.get_mut("items").and_then(Value::as_object_mut) {
            file(element, false);
        }
    }
}

/// Says of a schema that it is a file, if it is one by its words.
fn file(schema: &mut Object, is_one: bool) {
    let is_encoded = schema.contains_key("contentEncoding");
    let in_json = text(schema, "contentMediaType").is_some_and(|media| media.contains("json"));
    let is_text = matches!(text(schema, "type"), None | Some("string"));
    if is_one || schema.contains_key("contentMediaType") && !is_encoded && !in_json && is_text {
        schema.insert("type".into(), "string".into());
        schema.insert("format".into(), "binary".into());
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::super::tests::{made, made_of};
    use super::run;

    #[test]
    fn an_encoded_text_is_of_the_format_byte() {
        for (schema, expected) in [
            (
                json!({ "type": "string", "contentEncoding": "base64", "contentMediaType": "image/png" }),
                json!({ "type": "string", "format": "byte" }),
            ),
            (
                json!({ "type": "string", "contentMediaType": "application/json", "contentSchema": {} }),
                json!({ "type": "string" }),
            ),
            (
                json!({ "type": "string", "contentEncoding": "8bit" }),
                json!({ "type": "string" }),
            ),
        ] {
            assert_eq!(made(run, &schema), expected);
        }
    }

    fn body(media: &str, said: &Value) -> Value {
        let root = json!({
            "paths": { "/a": { "post": { "requestBody": { "content": { media: said } } } } },
            "components": { "schemas": { "Form": { "properties": { "f": { "contentMediaType": "image/png" } } } } },
        });
        let (made, _) = made_of(run, &root);
        let form = &made["components"]["schemas"]["Form"]["properties"]["f"];
        let mut all = made["paths"]["/a"]["post"]["requestBody"]["content"][media].clone();
        if form.get("format").is_some() {
            all["form"] = form.clone();
        }
        all
    }

    #[test]
    fn a_body_without_a_schema_is_bytes_or_text() {
        let bytes = json!({ "type": "string", "format": "binary" });
        for (media, said, schema) in [
            ("application/octet-stream", json!({}), bytes.clone()),
            (
                "image/png",
                json!({ "schema": { "contentMediaType": "image/png" } }),
                bytes.clone(),
            ),
            ("application/pdf", json!({ "schema": {} }), bytes.clone()),
            (
                "text/csv; charset=utf-8",
                json!({}),
                json!({ "type": "string" }),
            ),
        ] {
            assert_eq!(body(media, &said), json!({ "schema": schema }));
        }
        assert_eq!(body("application/json", &json!({})), json!({}));
    }

    #[test]
    fn a_part_of_a_form_that_has_a_media_type_is_a_file() {
        let part = json!({ "type": "string", "contentMediaType": "application/octet-stream" });
        let form = json!({ "schema": { "properties": { "f": part, "g": { "items": part } } } });
        let file = json!({ "type": "string", "format": "binary" });
        let expected = json!({ "schema": { "properties": { "f": file, "g": { "items": file } } } });
        assert_eq!(body("multipart/form-data", &form), expected);
        let named = json!({ "schema": { "$ref": "#/components/schemas/Form" } });
        assert_eq!(body("multipart/form-data", &named)["form"], file);
    }
}
