//! How two parts of an `allOf` become one schema.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::{Object, Spec, component, description, is_true};
use crate::mark;

/// The keywords that say nothing of the type.
pub(crate) const ANNOTATIONS: [&str; 14] = [
    "description",
    "title",
    "example",
    "examples",
    "default",
    "deprecated",
    "externalDocs",
    "xml",
    "readOnly",
    "writeOnly",
    "nullable",
    "not",
    "minProperties",
    "maxProperties",
];

/// A union that is a part.
#[derive(Clone)]
pub(crate) struct Union {
    pub(crate) key: &'static str,
    pub(crate) alternatives: Vec<Value>,
    pub(crate) discriminator: Option<Value>,
}

impl Union {
    /// Whether one of these components is among the alternatives: the union then is that of a base, seen from a child.
    pub(crate) fn leads_to(&self, names: &[String]) -> bool {
        let mut alternatives = self.alternatives.iter().filter_map(component);
        alternatives.any(|found| names.iter().any(|name| name == found))
    }

    /// Whether it says only which of the fields go together, which no type can say.
    pub(crate) fn is_about(&self, fields: &Object) -> bool {
        self.alternatives.iter().all(|alternative| {
            alternative.get("$ref").is_none()
                && alternative
                    .as_object()
                    .is_some_and(|alternative| says_nothing_new(alternative, fields, true))
        })
    }

    pub(crate) fn schema(self) -> Object {
        let mut schema = Object::new();
        schema.insert(self.key.into(), self.alternatives.into());
        schema.extend(self.discriminator.map(|d| ("discriminator".to_owned(), d)));
        schema
    }
}

/// What the parts amount to so far.
#[derive(Default)]
pub(crate) struct Merged {
    /// Every keyword but unions and annotations.
    pub(crate) fields: Object,
    pub(crate) unions: Vec<Union>,
    /// The notes in the descriptions.
    pub(crate) notes: Vec<String>,
    /// The components among the parts.
    pub(crate) names: BTreeSet<String>,
    /// What two parts disagree about.
    pub(crate) lost: Vec<String>,
}

impl Merged {
    /// One part, without the parts that it has itself.
    pub(crate) fn of(object: &Object) -> Self {
        let mut merged = Self::default();
        for (key, value) in object {
            match (key.as_str(), value) {
                ("oneOf" | "anyOf", Value::Array(alternatives)) if !alternatives.is_empty() => {
                    merged.unions.push(Union {
                        key: if key == "oneOf" { "oneOf" } else { "anyOf" },
                        alternatives: alternatives.clone(),
                        discriminator: object.get("discriminator").cloned(),
                    });
                }
                ("description", Value::String(text)) => merged.notes = mark::all(text),
                ("allOf" | "oneOf" | "anyOf" | "discriminator" | "$ref", _) => {}
                (key, _) if ANNOTATIONS.contains(&key) || key.starts_with("x-") => {}
                _ => {
                    merged.fields.insert(key.clone(), value.clone());
                }
            }
        }
        merged
    }

    /// Adds a later part.
    pub(crate) fn add(&mut self, later: Self) {
        self.unions.extend(later.unions);
        self.names.extend(later.names);
        self.lost.extend(later.lost);
        for note in later.notes {
            if !self.notes.contains(&note) {
                self.notes.push(note);
            }
        }
        let fields = std::mem::take(&mut self.fields);
        self.fields = combined(fields, later.fields, &mut self.lost);
    }
}

fn kind(fields: &Object) -> Option<&str> {
    match fields.get("type").and_then(Value::as_str) {
        None if fields.contains_key("properties") || fields.contains_key("required") => {
            Some("object")
        }
        kind => kind,
    }
}

fn combined(mut one: Object, other: Object, lost: &mut Vec<String>) -> Object {
    match (kind(&one), kind(&other)) {
        (_, None) if other.is_empty() => return one,
        (None, _) if one.is_empty() => return other,
        (Some("number" | "integer"), Some("number" | "integer")) => {}
        (Some(a), Some(b)) if a != b => {
            lost.push(format!(
                "two parts of this `allOf` have different types, {a} and {b}"
            ));
            return other;
        }
        _ => {}
    }
    for (key, value) in other {
        let Some(known) = one.remove(&key) else {
            one.insert(key, value);
            continue;
        };
        let value = match (key.as_str(), known, value) {
            (_, known, value) if known == value => value,
            ("properties", Value::Object(known), Value::Object(more)) => {
                properties(known, more, lost).into()
            }
            ("required", Value::Array(mut known), Value::Array(more)) => {
                known.extend(
                    more.into_iter()
                        .filter(|name| !known.contains(name))
                        .collect::<Vec<_>>(),
                );
                known.into()
            }
            ("enum", Value::Array(known), Value::Array(more)) => {
                let both: Vec<_> = more.iter().filter(|v| known.contains(v)).cloned().collect();
                if both.is_empty() {
                    lost.push(
                        "two parts of this `allOf` have enums without a value in common".into(),
                    );
                    more.into()
                } else {
                    both.into()
                }
            }
            ("additionalProperties", known, value) => open(known, value),
            ("items", known, value) => json!({ "allOf": [known, value] }),
            ("minLength" | "minimum" | "minItems", known, value) => stricter(known, value, true),
            ("maxLength" | "maximum" | "maxItems", known, value) => stricter(known, value, false),
            ("type", known, _) if known == "integer" => known,
            ("format", known, _) if known.as_str().is_some_and(|f| f.starts_with("x-florin-")) => {
                known
            }
            (_, _, value) => value,
        };
        one.insert(key, value);
    }
    one
}

/// A part that is closed is closed for what it names itself; together they are closed only if all are.
fn open(known: Value, value: Value) -> Value {
    match (known, value) {
        (Value::Bool(false), other) | (other, Value::Bool(false)) => other,
        (Value::Object(known), Value::Bool(true)) => known.into(),
        (_, value) => value,
    }
}

fn stricter(known: Value, value: Value, is_minimum: bool) -> Value {
    let is_less = known.as_f64() < value.as_f64();
    if is_less == is_minimum { value } else { known }
}

fn properties(mut known: Object, more: Object, lost: &mut Vec<String>) -> Object {
    for (name, later) in more {
        let property = match known.remove(&name) {
            None => later,
            Some(earlier) => property(&name, earlier, later, lost),
        };
        known.insert(name, property);
    }
    known
}

/// What two parts say of one property.
fn property(name: &str, earlier: Value, later: Value, lost: &mut Vec<String>) -> Value {
    let plain = |value: &Value| {
        let mut plain = value.as_object().cloned().unwrap_or_default();
        plain.retain(|key, _| !ANNOTATIONS.contains(&key.as_str()));
        plain
    };
    let (a, b) = (plain(&earlier), plain(&later));
    let shape = |fields: &Object| {
        let is_reference = fields.contains_key("$ref") || fields.contains_key("allOf");
        match kind(fields) {
            _ if is_reference => Some("object".to_owned()),
            kind => kind.map(str::to_owned),
        }
    };
    match (shape(&a), shape(&b)) {
        _ if a == b || a.is_empty() => later,
        _ if b.is_empty() => described(earlier, &later),
        (Some(x), Some(y)) if x == "object" && y == "object" => {
            json!({ "allOf": [earlier, later] })
        }
        (Some(x), Some(y)) if x == y => {
            let fields = combined(a, b, lost);
            let mut whole = later.as_object().cloned().unwrap_or_default();
            whole.extend(fields);
            whole.into()
        }
        _ => {
            lost.push(format!(
                "two parts of this `allOf` say different things of `{name}`"
            ));
            later
        }
    }
}

/// With the words of the other, where it has some.
fn described(mut schema: Value, words: &Value) -> Value {
    if let (Some(schema), Some(text)) = (schema.as_object_mut(), words.get("description")) {
        super::wrap_reference(schema);
        schema.insert("description".into(), text.clone());
    }
    schema
}

/// The fields of a component with all its parts.
pub(crate) fn flattened(spec: &Spec, name: &str) -> Object {
    fn flatten(spec: &Spec, schema: &Value, seen: &mut BTreeSet<String>, merged: &mut Merged) {
        if let Some(name) = component(schema) {
            if seen.insert(name.to_owned())
                && let Some(target) = spec.schema(name)
            {
                flatten(spec, target, seen, merged);
            }
        } else if let Some(object) = schema.as_object() {
            let parts = object.get("allOf").and_then(Value::as_array);
            for part in parts.into_iter().flatten() {
                flatten(spec, part, seen, merged);
            }
            merged.add(Merged::of(object));
        }
    }
    let mut merged = Merged::default();
    let mut seen = BTreeSet::from([name.to_owned()]);
    if let Some(schema) = spec.schema(name) {
        flatten(spec, schema, &mut seen, &mut merged);
    }
    merged.fields
}

/// Whether a schema that stands beside one with these fields leaves its type as it is.
pub(crate) fn adds_nothing(schema: &Object, fields: &Object) -> bool {
    !schema.contains_key("oneOf")
        && !schema.contains_key("anyOf")
        && says_nothing_new(schema, fields, false)
}

/// An alternative may demand what it likes: which fields go together no type can say.
fn says_nothing_new(schema: &Object, fields: &Object, is_alternative: bool) -> bool {
    schema
        .iter()
        .all(|(key, value)| match (key.as_str(), value) {
            ("allOf" | "discriminator", _) | ("additionalProperties", Value::Bool(_)) => true,
            ("type", kind) => fields.get("type").is_none_or(|known| known == kind),
            ("required", Value::Array(required)) => {
                let known = fields.get("required").and_then(Value::as_array);
                let is_known = |name| known.is_some_and(|known| known.contains(name));
                is_alternative || required.iter().all(is_known)
            }
            ("properties", Value::Object(properties)) => {
                let known = fields.get("properties");
                properties.iter().all(|(name, property)| {
                    known
                        .and_then(|known| known.get(name))
                        .is_some_and(|known| {
                            known == property || property.as_object().is_some_and(Object::is_empty)
                        })
                })
            }
            (key, _) => ANNOTATIONS.contains(&key) || key.starts_with("x-"),
        })
}

/// Writes the notes of the parts into the description.
pub(crate) fn note(schema: &mut Object, notes: &[String]) {
    if !notes.is_empty() {
        let text = description(schema);
        notes.iter().for_each(|note| mark::put_as_it_is(note, text));
    }
}

/// Puts back what stood beside the parts and says nothing of the type.
pub(crate) fn annotate(schema: &mut Object, whole: Object) {
    let notes = schema.remove("description");
    let notes = notes
        .as_ref()
        .and_then(Value::as_str)
        .map(mark::all)
        .unwrap_or_default();
    if is_true(&whole, "nullable") {
        schema.insert("nullable".into(), true.into());
    }
    let is_told = schema.contains_key("oneOf") || schema.contains_key("anyOf");
    for (key, value) in whole {
        let stays =
            key == "description" || key.starts_with("x-") || key == "discriminator" && !is_told;
        if stays {
            schema.insert(key, value);
        }
    }
    if !notes.is_empty() {
        let text = description(schema);
        notes.iter().for_each(|note| mark::put_as_it_is(note, text));
    }
}
