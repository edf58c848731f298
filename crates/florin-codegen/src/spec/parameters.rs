//! Parameters in all styles, each of the type that its schema says.
//!
//! progenitor knows `form` in queries and `simple` in the rest, and writes a piece of a path and a header with `to_string()`,
//! which a list or an object doesn't have. So the styles are taken off here and stand in the facts ([`style`]), by which
//! [`fills`](crate::rust::fills) calls the method of `florin_core` that knows them. Where it is only `null` that stands in the
//! way, the parameter's own `required` says all there is to say.
//!
//! - Without a style, `form` with `explode` in a query, and `simple` in a path and a header, as OpenAPI has it. What is
//!   nested deeper than `form` can say is taken for `deepObject`, and told.
//! - `content` of JSON is the value's JSON, typed as its schema says; of any other media type it is a text, and so is what has no
//!   schema.
//! - `allowReserved` changes nothing: reserved characters are always escaped, so that no value adds a parameter.
//!   `allowEmptyValue` needs nothing: an empty text is sent as one.
//! - A `default` is documented and never sent.

use serde_json::{Value, json};

use super::media::Kind;
use super::parameter_places::COOKIE;
use super::told::Told;
use super::{Object, Spec, is_true, text, unions};
use crate::error::Error;

/// How a parameter is written where that isn't the plain way, by the names of `florin_core::PairStyle` in a query and of
/// `florin_core::TextStyle` elsewhere.
pub(crate) fn style(spec: &Spec, parameter: &Object) -> Option<&'static str> {
    if let Some(content) = parameter.get("content") {
        if is_true(parameter, COOKIE) {
            return None;
        }
        return described(spec, content)?.1.then_some("Json");
    }
    let schema = parameter.get("schema")?;
    let said = text(parameter, "style");
    let explode = parameter.get("explode").and_then(Value::as_bool);
    let is_one = is_one_text(spec, schema) || is_untold(spec, schema);
    match text(parameter, "in")? {
        "query" => match style_of(said, explode) {
            Some("DeepObject") => Some("DeepObject"),
            None if is_deep(spec, schema) => Some("DeepObject"),
            style => style.filter(|_| !is_one_text(spec, schema)),
        },
        "path" => match (said, explode.unwrap_or(false)) {
            (Some("label"), false) => Some("Label"),
            (Some("label"), true) => Some("LabelExploded"),
            (Some("matrix"), false) => Some("Matrix"),
            (Some("matrix"), true) => Some("MatrixExploded"),
            _ if is_one => None,
            (_, false) => Some("Simple"),
            (_, true) => Some("SimpleExploded"),
        },
        // A cookie is a text that the caller writes, where it isn't one by itself.
        _ if is_one || is_true(parameter, COOKIE) => None,
        _ if explode == Some(true) => Some("SimpleExploded"),
        _ => Some("Simple"),
    }
}

/// The style of pairs that these words mean; `None` is `form` that explodes.
pub(crate) fn style_of(style: Option<&str>, explode: Option<bool>) -> Option<&'static str> {
    match (style, explode) {
        (Some("deepObject"), _) => Some("DeepObject"),
        (Some("spaceDelimited"), None | Some(false)) => Some("Space"),
        (Some("pipeDelimited"), None | Some(false)) => Some("Pipe"),
        (None | Some("form"), Some(false)) => Some("Comma"),
        _ => None,
    }
}

/// The schema of a parameter that is described by a media type, and whether that is JSON.
fn described<'a>(spec: &Spec, content: &'a Value) -> Option<(Option<&'a Value>, bool)> {
    let (media_type, media) = content.as_object()?.iter().next()?;
    let schema = media.get("schema");
    let is_json = Kind::of(spec, media_type, schema) == Some(Kind::Json);
    Some((schema, is_json))
}

/// Whether it is written as one text, by its type alone.
pub(crate) fn is_one_text(spec: &Spec, schema: &Value) -> bool {
    let schema = spec.resolve(schema).as_object();
    schema.is_some_and(|schema| {
        matches!(
            text(schema, "type"),
            Some("string" | "integer" | "number" | "boolean")
        )
    })
}

/// Whether nothing is said of its type. In a path or a header, it is a text then.
fn is_untold(spec: &Spec, schema: &Value) -> bool {
    let said = [
        "type",
        "properties",
        "items",
        "additionalProperties",
        "allOf",
        "oneOf",
        "anyOf",
    ];
    let schema = spec.resolve(schema);
    !said.iter().any(|word| schema.get(*word).is_some())
}

/// Whether it holds a list or an object deeper inside than `form` has a spelling for. A list in an object repeats the name of
/// its field.
pub(crate) fn is_deep(spec: &Spec, schema: &Value) -> bool {
    any_part(spec, schema, 0, &|schema| {
        let properties = schema.get("properties").and_then(Value::as_object);
        let fields = properties.into_iter().flat_map(Object::values);
        let mut fields = fields.chain(schema.get("additionalProperties"));
        fields.any(|field| match spec.resolve(field).get("items") {
            Some(items) => is_several(spec, items),
            None => is_several(spec, field),
        }) || schema
            .get("items")
            .is_some_and(|items| is_several(spec, items))
    })
}

/// Whether it is a list or an object.
fn is_several(spec: &Spec, schema: &Value) -> bool {
    any_part(spec, schema, 0, &|schema| {
        let holds = ["properties", "items", "additionalProperties"];
        holds
            .iter()
            .any(|key| schema.get(*key).is_some_and(Value::is_object))
    })
}

/// Whether it holds of a schema, or of one that it is made of.
fn any_part(spec: &Spec, schema: &Value, depth: usize, holds: &dyn Fn(&Value) -> bool) -> bool {
    let schema = spec.resolve(schema);
    let mut parts = ["allOf", "oneOf", "anyOf"]
        .into_iter()
        .filter_map(|key| schema.get(key)?.as_array())
        .flatten();
    holds(schema) || depth < 4 && parts.any(|part| any_part(spec, part, depth + 1, holds))
}

/// Runs the pass.
pub(crate) fn run(spec: &mut Spec) -> Result<(), Error> {
    let named = spec.clone();
    tell_of_nested(&named, spec);
    tell_of_loose(&named, spec);
    spec.for_each_operation(|operation| {
        let parameters = operation
            .get_mut("parameters")
            .and_then(Value::as_array_mut);
        for parameter in parameters
            .into_iter()
            .flatten()
            .filter_map(Value::as_object_mut)
        {
            if let Some(content) = parameter.remove("content") {
                let schema = match described(&named, &content) {
                    Some((schema, true)) => schema.cloned().unwrap_or_else(|| json!({})),
                    _ => json!({ "type": "string" }),
                };
                parameter.insert("schema".into(), schema);
            }
            for word in ["style", "explode", "allowReserved", "allowEmptyValue"] {
                parameter.remove(word);
            }
            if is_true(parameter, COOKIE)
                && !parameter
                    .get("schema")
                    .is_some_and(|schema| is_one_text(&named, schema))
            {
                parameter.insert("schema".into(), json!({ "type": "string" }));
            }
            let in_query = text(parameter, "in") == Some("query");
            let schema = parameter
                .entry("schema")
                .or_insert_with(|| json!({ "type": "string" }));
            settle(&named, schema, in_query);
        }
        Ok(())
    })
}

/// What has to be said of a parameter that is taken more loosely than its schema says.
pub(crate) fn loosely(spec: &Spec, parameter: &Object) -> Option<&'static str> {
    let schema = parameter.get("schema");
    if is_true(parameter, COOKIE) {
        let is_one = schema.is_none_or(|schema| is_one_text(spec, schema));
        let is_one = is_one && !parameter.contains_key("content");
        return (!is_one).then_some("The text of the cookie, as it is sent.");
    }
    Some(match unions::is_any_text(spec, schema?)? {
        true => "One of several kinds of text; any text is taken.",
        false => "Of one of several types; any JSON is taken.",
    })
}

fn tell_of_loose(named: &Spec, spec: &mut Spec) {
    let mut told = Told::default();
    for operation in named.operations() {
        let parameters = operation.body.get("parameters").and_then(Value::as_array);
        for (at, parameter) in parameters.into_iter().flatten().enumerate() {
            let Some(parameter) = parameter.as_object() else {
                continue;
            };
            if loosely(named, parameter).is_none() {
                continue;
            }
            let pointer = format!("{}/parameters/{at}", operation.pointer());
            if is_true(parameter, COOKIE) {
                let wrong = "the cookie is a list or an object";
                told.at(&pointer, wrong, "it is a text that the caller writes");
            } else {
                let wrong = "the parameter is one of several types";
                told.at(
                    &pointer,
                    wrong,
                    "it is any JSON, or any text where all of them are texts",
                );
            }
        }
    }
    told.tell(spec);
}

fn tell_of_nested(named: &Spec, spec: &mut Spec) {
    let mut told = Told::default();
    for operation in named.operations() {
        let parameters = operation.body.get("parameters").and_then(Value::as_array);
        let nested: Vec<_> = parameters
            .into_iter()
            .flatten()
            .filter_map(Value::as_object)
            .filter(|parameter| {
                text(parameter, "in") == Some("query")
                    && text(parameter, "style") != Some("deepObject")
                    && !parameter.contains_key("content")
                    && style(named, parameter) == Some("DeepObject")
            })
            .filter_map(|parameter| text(parameter, "name"))
            .collect();
        if !nested.is_empty() {
            let wrong = match &nested[..] {
                [one] => format!("the query's `{one}` is nested, and has"),
                more => format!("the query's `{}` are nested, and have", more.join("`, `")),
            };
            let wrong = format!("{wrong} no `style` that could say it");
            let pointer = format!("{}/parameters", operation.pointer());
            told.at(&pointer, wrong, "it goes in brackets, as in `deepObject`");
        }
    }
    told.tell(spec);
}

fn settle(named: &Spec, schema: &mut Value, in_query: bool) {
    let resolved = named.resolve(schema).as_object();
    let resolved = resolved.filter(|_| in_query || !is_untold(named, schema));
    let Some(resolved) = resolved else {
        *schema = json!({ "type": "string" });
        return;
    };
    let is_null = is_true(resolved, "nullable");
    // typify makes a type without a text form of a text of limited length; the documentation says the limit.
    let limits = ["minLength", "maxLength", "pattern"];
    let is_limited = !in_query
        && text(resolved, "type") == Some("string")
        && limits.iter().any(|limit| resolved.contains_key(*limit));
    if is_null || is_limited {
        let mut present = resolved.clone();
        present.remove("nullable");
        if is_limited {
            limits.iter().for_each(|limit| drop(present.remove(*limit)));
        }
        if let Some(values) = present.get_mut("enum").and_then(Value::as_array_mut) {
            values.retain(|value| !value.is_null());
        }
        *schema = present.into();
    }
}
