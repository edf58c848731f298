//! What is written as a choice and is none.
//!
//! Specs say `oneOf` of a single schema, to put a description beside a `$ref`; of a schema and nothing, for what may be
//! `null`; of the same thing twice; of lists of what is required, which no type can hold; and of a list of texts and any
//! text, for a list that may grow. Each is said in plainer words, early, so that the other passes see what it is.
//!
//! A discriminator may name schemas that the union doesn't list. They are among its alternatives, so they are listed here.
//! And with one, a single alternative is a choice: there would be no tag if there were to be no others.

use serde_json::{Value, json};

use super::facts::list;
use super::tags::target;
use crate::error::Error;
use crate::mark;
use crate::spec::relax_reads::OPEN;
use crate::spec::{Object, SCHEMAS, Spec, component, exact_decimals, is_true, text};

/// Runs the pass.
pub(crate) fn run(spec: &mut Spec) -> Result<(), Error> {
    let named = spec.clone();
    spec.for_each_schema(&mut |schema| settle(&named, schema));
    Ok(())
}

/// Takes the choices away that are none.
pub(super) fn settle(named: &Spec, schema: &mut Object) {
    for key in ["oneOf", "anyOf"] {
        let Some(given) = schema.remove(key) else {
            continue;
        };
        let Value::Array(mut all) = given else {
            continue;
        };
        if all.iter().all(is_condition) {
            // Nothing to be told apart by.
            schema.remove("discriminator");
            continue;
        }
        list_mapped(named, schema, &mut all);
        let count = all.len();
        all.retain(|alternative| !is_null(alternative));
        let mut may_be_null = all.len() < count;
        for alternative in all.iter_mut().filter_map(Value::as_object_mut) {
            may_be_null |= alternative.remove("nullable") == Some(Value::Bool(true));
        }
        if may_be_null {
            schema.insert("nullable".into(), true.into());
        }
        without_repetition(&mut all);
        one_text(&mut all);
        let may_grow = schema
            .get("discriminator")
            .is_some_and(|d| d.get("propertyName").is_some_and(Value::is_string));
        match all.len() {
            0 => {}
            1 if !may_grow => become_it(schema, all.remove(0)),
            _ => {
                schema.insert(key.into(), all.into());
            }
        }
    }
}

/// Nothing but which fields are required, or nothing at all.
fn is_condition(alternative: &Value) -> bool {
    let says_nothing =
        |key: &String| matches!(key.as_str(), "required" | "title" | "description" | "not");
    alternative
        .as_object()
        .is_some_and(|a| a.keys().all(says_nothing))
}

fn is_null(alternative: &Value) -> bool {
    let Some(schema) = alternative.as_object() else {
        return false;
    };
    let only_null = schema
        .get("enum")
        .and_then(Value::as_array)
        .is_some_and(|values| !values.is_empty() && values.iter().all(Value::is_null));
    let plain = ["nullable", "description", "title"];
    let bare =
        is_true(schema, "nullable") && schema.keys().all(|key| plain.contains(&key.as_str()));
    text(schema, "type") == Some("null") || only_null || bare
}

fn list_mapped(named: &Spec, schema: &Object, all: &mut Vec<Value>) {
    let mapping = schema
        .get("discriminator")
        .and_then(|d| d.get("mapping")?.as_object());
    for name in mapping
        .into_iter()
        .flat_map(|m| m.values())
        .filter_map(target)
    {
        let reference = json!({ "$ref": format!("{SCHEMAS}{name}") });
        if named.schema(name).is_some() && !all.iter().any(|a| component(a) == Some(name)) {
            all.push(reference);
        }
    }
}

fn without_repetition(all: &mut Vec<Value>) {
    let mut seen: Vec<Value> = Vec::new();
    let mut kept: Vec<Value> = Vec::new();
    for mut alternative in std::mem::take(all) {
        let mut bare = alternative.clone();
        if let Some(bare) = bare.as_object_mut() {
            for key in ["title", "description", "example"] {
                bare.remove(key);
            }
            if is_plain(bare) {
                bare.remove("enum");
            }
        }
        if let Some(place) = seen.iter().position(|other| *other == bare) {
            list_both(&mut kept[place], &mut alternative);
        } else {
            seen.push(bare);
            kept.push(alternative);
        }
    }
    *all = kept;
}

/// A number or a boolean has no variants: one type holds any of its values.
fn is_plain(schema: &Object) -> bool {
    match text(schema, "type") {
        Some("integer" | "number" | "boolean") => true,
        Some("string") => {
            text(schema, "format").is_some_and(|f| f.starts_with(exact_decimals::OURS))
        }
        _ => false,
    }
}

/// What is one of either has the values of both.
fn list_both(kept: &mut Value, other: &mut Value) {
    let (Some(kept), Some(other)) = (kept.as_object_mut(), other.as_object_mut()) else {
        return;
    };
    if !is_plain(kept) {
        return;
    }
    // Where one of them is any, both are.
    if let (Some(Value::Array(mut values)), Some(Value::Array(more))) =
        (kept.remove("enum"), other.remove("enum"))
    {
        for value in more {
            if !values.contains(&value) {
                values.push(value);
            }
        }
        kept.insert("enum".into(), values.into());
    }
}

/// Texts that are written out are one text: any, if one of them is; else a list of all their values.
fn one_text(all: &mut Vec<Value>) {
    let is_text = |alternative: &Value| {
        let Some(schema) = alternative.as_object() else {
            return false;
        };
        let format = text(schema, "format").unwrap_or_default();
        let words = text(schema, "description").unwrap_or_default();
        // What is said in words of our own is said of that alternative alone.
        text(schema, "type") == Some("string")
            && format != "decimal"
            && !format.starts_with(exact_decimals::OURS)
            && !words.contains(mark::is_private)
            && schema.keys().all(|key| !key.starts_with("x-"))
            && !schema.contains_key("$ref")
    };
    if all.iter().filter(|a| is_text(a)).count() < 2 {
        return;
    }
    let place = all.iter().position(&is_text).unwrap_or_default();
    let (texts, others): (Vec<_>, Vec<_>) = std::mem::take(all).into_iter().partition(is_text);
    let mut values: Vec<Value> = Vec::new();
    for value in texts
        .iter()
        .filter_map(Value::as_object)
        .flat_map(|t| list(t, "enum"))
    {
        if !value.is_null() && !values.contains(value) {
            values.push(value.clone());
        }
    }
    let is_open = texts.iter().any(|text| text.get("enum").is_none());
    let mut one = json!({ "type": "string" });
    if let (Some(one), false) = (one.as_object_mut(), values.is_empty()) {
        one.insert("enum".into(), values.into());
        if is_open {
            one.insert(OPEN.into(), true.into());
        }
    }
    *all = others;
    all.insert(place.min(all.len()), one);
}

/// The schema is the alternative, with what it says of itself.
fn become_it(schema: &mut Object, alternative: Value) {
    schema.remove("discriminator");
    let annotates = |key: &String| {
        key.starts_with("x-")
            || matches!(
                key.as_str(),
                "description"
                    | "title"
                    | "nullable"
                    | "default"
                    | "example"
                    | "deprecated"
                    | "readOnly"
                    | "writeOnly"
            )
    };
    let same_kind =
        |(key, value): (&String, &Value)| annotates(key) || alternative.get(key) == Some(value);
    match &alternative {
        Value::Object(inner) if !inner.contains_key("$ref") && schema.iter().all(same_kind) => {
            for (key, value) in inner {
                schema.entry(key.clone()).or_insert_with(|| value.clone());
            }
        }
        Value::Object(inner) if schema.is_empty() => schema.clone_from(inner),
        _ => {
            if text(schema, "type") == Some("object") && !schema.contains_key("properties") {
                schema.remove("type");
            }
            match schema.get_mut("allOf") {
                Some(Value::Array(parts)) => parts.push(alternative),
                _ => {
                    schema.insert("allOf".into(), json!([alternative]));
                }
            }
        }
    }
}
