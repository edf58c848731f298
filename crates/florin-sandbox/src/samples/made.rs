//! Makes a value of a schema.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::Way;
use super::flat::flat;
use super::plain;
use super::pointed::{reference, resolved};

/// Fields that may be left out are left out from this depth on, and once there are so many values.
const FULL_DEPTH: usize = 4;
const FULL_SIZE: usize = 150;

/// What is deeper than this is a ring that can't be broken, or of no use to anybody.
const DEEPEST: usize = 32;

/// A value of a schema. `alternative` is the number of that which is taken of each union.
pub(super) fn value(
    document: &Value,
    schema: &Value,
    way: Way,
    is_full: bool,
    alternative: usize,
) -> Value {
    let mut making = Making {
        document,
        way,
        is_full,
        alternative,
        within: Vec::new(),
        size: 0,
    };
    making.of(schema, 0, 0)
}

struct Making<'a> {
    document: &'a Value,
    way: Way,
    is_full: bool,
    alternative: usize,
    /// The references on the way to where a value is made.
    within: Vec<String>,
    size: usize,
}

impl Making<'_> {
    fn of(&mut self, schema: &Value, depth: usize, nth: usize) -> Value {
        self.size += 1;
        if depth > DEEPEST {
            return Value::Null;
        }
        let flat = flat(self.document, schema, self.alternative, &self.within);
        let outer = self.within.len();
        self.within.extend(flat.through);
        let value = self.made(&flat.words, depth, nth);
        self.within.truncate(outer);
        value
    }

    fn made(&mut self, words: &Map<String, Value>, depth: usize, nth: usize) -> Value {
        if let Some(only) = words.get("const") {
            return only.clone();
        }
        if let Some(all) = words.get("enum").and_then(Value::as_array) {
            let some: Vec<_> = all.iter().filter(|value| !value.is_null()).collect();
            let chosen = some.get(nth % some.len().max(1)).copied();
            return chosen.cloned().unwrap_or_default();
        }
        // Inside of a list or an object, an example says more than what could be made.
        if let Some(example) = words.get("example").filter(|_| depth > 0 && nth == 0)
            && !example.is_object()
            && !example.is_array()
            && super::Judge::new(self.document, &Value::Object(words.clone()), self.way)
                .takes(example)
        {
            return example.clone();
        }
        match kind(words) {
            "array" => self.list(words, depth),
            "boolean" => json!(nth.is_multiple_of(2)),
            "integer" => plain::number(words, true, nth),
            "number" => plain::number(words, false, nth),
            "object" => self.object(words, depth),
            "null" => Value::Null,
            _ => plain::text(words, nth).into(),
        }
    }

    fn list(&mut self, words: &Map<String, Value>, depth: usize) -> Value {
        let count = |word: &str| {
            let count = words.get(word).and_then(Value::as_u64);
            count.and_then(|count| usize::try_from(count).ok())
        };
        let first = words.get("prefixItems").or_else(|| words.get("items"));
        let first = first.and_then(Value::as_array).cloned().unwrap_or_default();
        let items = words.get("items").filter(|items| items.is_object());
        let leads_back = items.is_some_and(|items| self.leads_back(items));
        let wanted = if leads_back { 0 } else { first.len().max(1) };
        let least = count("minItems").unwrap_or(0).min(64);
        let length = wanted
            .max(least)
            .min(count("maxItems").unwrap_or(usize::MAX));
        let any = json!({});
        let values = (0..length).map(|nth| {
            let schema = first.get(nth).or(items).unwrap_or(&any);
            self.of(schema, depth + 1, nth)
        });
        values.collect()
    }

    fn object(&mut self, words: &Map<String, Value>, depth: usize) -> Value {
        let away = match self.way {
            Way::Sent => "readOnly",
            Way::Answered => "writeOnly",
        };
        let listed = words.get("required").and_then(Value::as_array);
        let required: BTreeSet<_> = listed
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect();
        let no_fields = Map::new();
        let properties = words.get("properties").and_then(Value::as_object);
        let properties = properties.unwrap_or(&no_fields);
        let mut fields = Map::new();
        for (name, schema) in properties {
            if schema[away] == true || resolved(self.document, schema)[away] == true {
                continue;
            }
            let is_wanted = self.is_full
                && depth < FULL_DEPTH
                && self.size < FULL_SIZE
                && schema != &Value::Bool(false)
                && !self.leads_back(schema);
            if is_wanted || required.contains(name.as_str()) {
                fields.insert(name.clone(), self.of(schema, depth + 1, 0));
            }
        }
        let others = words
            .get("additionalProperties")
            .filter(|others| others.is_object());
        let any = json!({});
        for name in required
            .iter()
            .filter(|name| !properties.contains_key(**name))
        {
            let value = self.of(others.unwrap_or(&any), depth + 1, 0);
            fields.insert((*name).to_owned(), value);
        }
        let is_map = properties.is_empty() && others.is_some_and(|others| !self.leads_back(others));
        let least = words
            .get("minProperties")
            .and_then(Value::as_u64)
            .unwrap_or(0);
        let least = usize::try_from(least)
            .unwrap_or(0)
            .min(64)
            .max(usize::from(is_map));
        for nth in 1.. {
            if fields.len() >= least || words.get("additionalProperties") == Some(&json!(false)) {
                break;
            }
            let value = self.of(others.unwrap_or(&any), depth + 1, nth);
            fields.insert(format!("key_{nth}"), value);
        }
        Value::Object(fields)
    }

    /// Whether a schema leads to one that is being made already.
    fn leads_back(&self, schema: &Value) -> bool {
        let direct = reference(schema).into_iter();
        let listed = reference(&schema["items"]).into_iter();
        let merged = schema["allOf"].as_array().into_iter().flatten();
        direct
            .chain(listed)
            .chain(merged.filter_map(reference))
            .any(|to| self.within.iter().any(|known| known == to))
    }
}

/// The type of the values of a schema, said or to be guessed by its other words.
pub(super) fn kind(words: &Map<String, Value>) -> &str {
    let has = |names: &[&str]| names.iter().any(|name| words.contains_key(*name));
    let said = match words.get("type") {
        Some(Value::Array(all)) => {
            let mut all = all.iter().filter_map(Value::as_str);
            all.clone()
                .find(|kind| *kind != "null")
                .or_else(|| all.next())
        }
        said => said.and_then(Value::as_str),
    };
    match said {
        Some(said) => said,
        None if has(&[
            "properties",
            "additionalProperties",
            "required",
            "minProperties",
        ]) =>
        {
            "object"
        }
        None if has(&["items", "prefixItems", "minItems"]) => "array",
        None if has(&["pattern", "format", "minLength", "maxLength"]) => "string",
        None if has(&["minimum", "maximum", "multipleOf", "exclusiveMinimum"]) => "number",
        None => "string",
    }
}
