//! What is known of an alternative without reading it: its JSON kinds, and the fields of an object.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use crate::spec::{Object, Spec, as_sent, exact_decimals, text, units};

/// The kinds of JSON value that an alternative may be.
pub(super) const KINDS: [&str; 4] = ["boolean", "number", "text", "list"];
pub(super) const OBJECT: &str = "object";

/// What is known of an alternative.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Facts {
    /// Of [`KINDS`] and [`OBJECT`].
    pub(super) kinds: BTreeSet<&'static str>,
    pub(super) required: BTreeSet<String>,
    pub(super) known: BTreeSet<String>,
    /// The fields with listed values, and their values as text.
    pub(super) listed: Map<String, Value>,
    /// The listed texts of a text.
    pub(super) texts: Vec<Value>,
    /// Whether fields without a name are kept (`true`), refused (`false`) or passed over.
    pub(super) rest: Option<bool>,
    /// It is a choice itself.
    pub(super) is_union: bool,
}

impl Facts {
    /// What is known of a schema.
    pub(super) fn of(named: &Spec, schema: &Value) -> Self {
        look(named, schema, &mut BTreeMap::new())
    }

    fn any() -> Self {
        Self {
            kinds: KINDS.into_iter().chain([OBJECT]).collect(),
            rest: Some(true),
            ..Self::default()
        }
    }

    fn scalar(kinds: &[&'static str]) -> Self {
        Self {
            kinds: kinds.iter().copied().collect(),
            ..Self::default()
        }
    }

    /// Whether it is any JSON.
    pub(super) fn is_any(&self) -> bool {
        !self.is_union && self.kinds == Self::any().kinds
    }

    pub(super) fn is_object(&self) -> bool {
        self.kinds.contains(OBJECT)
    }

    /// Both at once.
    fn and(mut self, other: Self) -> Self {
        if self.is_any() {
            let (required, known, listed) = (self.required, self.known, self.listed);
            self = other;
            self.required.extend(required);
            self.known.extend(known);
            self.listed.extend(listed);
            return self;
        }
        if !other.is_any() {
            self.kinds.retain(|kind| other.kinds.contains(kind));
        }
        self.required.extend(other.required);
        self.known.extend(other.known);
        self.listed.extend(other.listed);
        self.is_union |= other.is_union;
        self
    }

    /// One or the other.
    fn or(mut self, other: Self) -> Self {
        self.kinds.extend(other.kinds);
        self.required.retain(|name| other.required.contains(name));
        self.known.extend(other.known);
        self.listed.clear();
        self.texts.clear();
        self.rest = self.rest.max(other.rest);
        self
    }
}

/// What is known of each schema that is looked at; nothing yet of those that lead here.
type Known = BTreeMap<*const Object, Option<Facts>>;

/// Looks at each schema once: in a ring of unions, the ways are without number.
fn look(named: &Spec, schema: &Value, known: &mut Known) -> Facts {
    let Some(schema) = named.resolve(schema).as_object() else {
        return Facts::any();
    };
    let at = std::ptr::from_ref(schema);
    match known.get(&at) {
        Some(Some(facts)) => return facts.clone(),
        Some(None) => return Facts::any(),
        None => known.insert(at, None),
    };
    let mut facts = own(schema);
    for part in list(schema, "allOf") {
        facts = facts.and(look(named, part, known));
    }
    for key in ["oneOf", "anyOf"] {
        let alternatives = list(schema, key).map(|it| look(named, it, known));
        if let Some(mut either) = alternatives.reduce(Facts::or) {
            either.is_union = true;
            facts = facts.and(either);
        }
    }
    known.insert(at, Some(facts.clone()));
    facts
}

fn own(schema: &Object) -> Facts {
    let kind = text(schema, "type").unwrap_or_default();
    match kind {
        "boolean" => Facts::scalar(&["boolean"]),
        "integer" | "number" => Facts::scalar(&["number"]),
        "array" => Facts::scalar(&["list"]),
        "string" => of_text(schema),
        "object" => of_object(schema),
        _ if schema.contains_key("properties") || schema.contains_key("required") => {
            of_object(schema)
        }
        _ if schema.contains_key("items") => Facts::scalar(&["list"]),
        _ if schema.contains_key("enum") => of_text(schema),
        _ => Facts::any(),
    }
}

fn of_text(schema: &Object) -> Facts {
    let format = text(schema, "format").unwrap_or_default();
    let is_rate = units::FORMATS.iter().any(|(rate, _)| *rate == format);
    let is_as_sent = as_sent::FORMATS.iter().any(|(sent, _)| *sent == format);
    if is_as_sent {
        return Facts::scalar(&["boolean", "number", "text"]);
    }
    if is_rate || [exact_decimals::FORMAT, exact_decimals::TEXT].contains(&format) {
        return Facts::scalar(&["number", "text"]);
    }
    let mut facts = Facts::scalar(&["text"]);
    facts.texts = list(schema, "enum")
        .filter(|v| v.is_string())
        .cloned()
        .collect();
    facts
}

fn of_object(schema: &Object) -> Facts {
    let mut facts = Facts::scalar(&[OBJECT]);
    let required = list(schema, "required").filter_map(Value::as_str);
    facts.required = required.map(str::to_owned).collect();
    let properties = schema.get("properties").and_then(Value::as_object);
    for (name, property) in properties.into_iter().flatten() {
        facts.known.insert(name.clone());
        let listed = listed(property);
        if !listed.is_empty() {
            facts.listed.insert(name.clone(), listed.into());
        }
    }
    facts.rest = match schema.get("additionalProperties") {
        Some(Value::Bool(false)) => Some(false),
        // Without a field for them, typify passes them over.
        Some(Value::Bool(true)) | None => properties.is_none().then_some(true),
        Some(_) => Some(true),
    };
    facts
}

/// The listed values of a single value, as texts.
fn listed(property: &Value) -> Vec<Value> {
    let values = property.get("enum").and_then(Value::as_array);
    let values = values
        .into_iter()
        .flatten()
        .filter(|value| !value.is_null());
    values.map(|value| json!(spelled(value))).collect()
}

/// A single value as a text; of numbers that are equal, all are spelled alike.
pub(super) fn spelled(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Number(number) if number.is_f64() => number.as_f64().unwrap_or_default().to_string(),
        other => other.to_string(),
    }
}

pub(super) fn list<'a>(schema: &'a Object, key: &str) -> impl Iterator<Item = &'a Value> + use<'a> {
    let list = schema.get(key).and_then(Value::as_array);
    list.into_iter().flatten()
}
