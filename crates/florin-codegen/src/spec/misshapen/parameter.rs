//! Parameters, of a path or of an operation.

use serde_json::{Value, json};

use super::kind::{Kind, keep, said};
use super::{content, schema};
use crate::spec::told::Told;
use crate::spec::{Object, text};

/// Keywords of a schema that Swagger 2 had in the parameter itself.
const OF_SCHEMA: [&str; 15] = [
    "type",
    "format",
    "items",
    "enum",
    "default",
    "pattern",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "minLength",
    "maxLength",
    "minItems",
    "maxItems",
    "uniqueItems",
];

/// The `parameters` of a path or an operation.
pub(super) fn list(holder: &mut Object, told: &mut Told) {
    if let Some(Value::Object(named)) = holder.get_mut("parameters") {
        let is_one = named.contains_key("in") || named.contains_key("$ref");
        let list = if is_one {
            vec![Value::Object(std::mem::take(named))]
        } else {
            std::mem::take(named)
                .into_iter()
                .map(|(_, one)| one)
                .collect()
        };
        holder.insert("parameters".into(), list.into());
    }
    if let Some(given) = holder
        .get("parameters")
        .filter(|p| !p.is_array() && !p.is_null())
    {
        let wrong = format!("`parameters` is {}, and has to be a list", said(given));
        told.add(wrong, "it is passed over");
        holder.remove("parameters");
    }
    let Some(Value::Array(all)) = holder.get_mut("parameters") else {
        holder.remove("parameters");
        return;
    };
    all.retain(|parameter| !parameter.is_null());
    let mut at = 0;
    all.retain_mut(|parameter| {
        at += 1;
        told.within("parameters", |told| {
            told.within(&(at - 1).to_string(), |told| is_repaired(parameter, told))
        })
    });
}

/// Those of `components`.
pub(super) fn named(named: &mut Object, told: &mut Told) {
    named.retain(|name, parameter| told.within(name, |told| is_repaired(parameter, told)));
}

fn is_repaired(parameter: &mut Value, told: &mut Told) -> bool {
    let Value::Object(parameter) = parameter else {
        let wrong = format!(
            "the parameter is {}, and has to be an object",
            said(parameter)
        );
        told.add(wrong, "it is left out");
        return false;
    };
    let kinds = [
        ("$ref", Kind::Text),
        ("name", Kind::Text),
        ("in", Kind::Text),
        ("description", Kind::Text),
        ("required", Kind::Truth),
        ("deprecated", Kind::Truth),
        ("style", Kind::Text),
        ("explode", Kind::Truth),
        ("allowReserved", Kind::Truth),
        ("allowEmptyValue", Kind::Truth),
        ("example", Kind::Unused),
        ("examples", Kind::Unused),
    ];
    keep(parameter, &kinds, told);
    if parameter.contains_key("$ref") {
        return true;
    }
    let Some(place) = text(parameter, "in").map(str::to_owned) else {
        told.add("the parameter says no place (`in`)", "it is left out");
        return false;
    };
    let spelled = match place.trim().to_lowercase().as_str() {
        "formdata" => "formData".into(),
        lower => lower.to_owned(),
    };
    if text(parameter, "name").is_none_or(|name| name.trim().is_empty()) && spelled != "body" {
        told.add("the parameter has no name", "it is left out");
        return false;
    }
    style(parameter, &spelled, told);
    parameter.insert("in".into(), spelled.into());
    described(parameter, told);
    true
}

/// A style that the place hasn't got.
fn style(parameter: &mut Object, place: &str, told: &mut Told) {
    let styles: &[&str] = match place {
        "path" => &["simple", "label", "matrix"],
        "query" => &["form", "spaceDelimited", "pipeDelimited", "deepObject"],
        "header" => &["simple"],
        "cookie" => &["form"],
        _ => return,
    };
    let Some(style) = text(parameter, "style").filter(|style| !styles.contains(style)) else {
        return;
    };
    let wrong = format!("no {place} parameter has the style `{style}`");
    told.add(wrong, format!("it is sent as `{}`", styles[0]));
    parameter.remove("style");
}

fn described(parameter: &mut Object, told: &mut Told) {
    if parameter.get("schema").is_some_and(Value::is_null) {
        parameter.remove("schema");
    }
    content_of(parameter, told);
    if !parameter.contains_key("schema") && !parameter.contains_key("content") {
        let mut schema = Object::new();
        if parameter.contains_key("type") || parameter.contains_key("enum") {
            for key in OF_SCHEMA {
                schema.extend(parameter.remove(key).map(|value| (key.to_owned(), value)));
            }
        }
        if !schema.is_empty() {
            parameter.insert("schema".into(), schema.into());
        }
    }
    if let Some(schema) = parameter.get_mut("schema") {
        told.within("schema", |told| schema::repair(schema, told));
    }
}

fn content_of(parameter: &mut Object, told: &mut Told) {
    let Some(given) = parameter.remove("content") else {
        return;
    };
    let mut holder = Object::new();
    holder.insert("content".into(), given);
    content::content(&mut holder, told);
    let media = holder.remove("content").unwrap_or_else(|| json!({}));
    if media.as_object().is_some_and(|media| !media.is_empty()) {
        parameter.insert("content".into(), media);
    }
}
