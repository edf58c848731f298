//! A schema with everything that it refers to and merges in one object of words, of which a value can be made.

use serde_json::{Map, Value, json};

use super::judge::tags;
use super::pointed::{reference, resolved, target};

/// More than this deep, schemas are rings.
const DEPTH: usize = 24;

/// A schema whose words stand in one place.
#[derive(Clone, Debug, Default)]
pub(super) struct Flat {
    pub(super) words: Map<String, Value>,
    /// The references that were followed.
    pub(super) through: Vec<String>,
}

/// Follows references, merges `allOf`, and takes an alternative of each union: `wanted`, or one after it that doesn't lead to
/// where `within` is already.
pub(super) fn flat(document: &Value, schema: &Value, wanted: usize, within: &[String]) -> Flat {
    let mut flat = Flat::default();
    let mut reading = Reading {
        document,
        wanted,
        within,
    };
    reading.add(schema, &mut flat, true, 0);
    flat
}

struct Reading<'a> {
    document: &'a Value,
    wanted: usize,
    within: &'a [String],
}

impl Reading<'_> {
    /// `is_base` says that the schema stands for all that extend it, and is not one of those it is merged into.
    fn add(&mut self, schema: &Value, flat: &mut Flat, is_base: bool, depth: usize) {
        let Some(words) = schema.as_object().filter(|_| depth < DEPTH) else {
            return;
        };
        if let Some(reference) = reference(schema)
            && let Some(found) = target(self.document, reference)
        {
            flat.through.push(reference.to_owned());
            match self.extending(reference, found).filter(|_| is_base) {
                Some((extension, tag)) => {
                    self.add(&extension, flat, false, depth + 1);
                    pin(flat, &found["discriminator"], &tag);
                }
                None => self.add(found, flat, is_base, depth + 1),
            }
        }
        for part in words
            .get("allOf")
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
        {
            self.add(part, flat, false, depth + 1);
        }
        merge(&mut flat.words, words);
        for union in ["oneOf", "anyOf"] {
            let Some(all) = words.get(union).and_then(Value::as_array) else {
                continue;
            };
            let Some(chosen) = self.chosen(all) else {
                continue;
            };
            self.add(chosen, flat, is_base, depth + 1);
            if let Some(discriminator) = words.get("discriminator")
                && let Some(tag) = tags(discriminator, chosen).first()
            {
                pin(flat, discriminator, tag);
            }
        }
    }

    fn chosen<'v>(&self, all: &'v [Value]) -> Option<&'v Value> {
        let is_null = |schema: &&Value| resolved(self.document, schema)["type"] == "null";
        let some: Vec<_> = all.iter().filter(|schema| !is_null(schema)).collect();
        let leads_back = |schema: &Value| {
            reference(schema).is_some_and(|to| self.within.iter().any(|known| known == to))
        };
        let turns = some.iter().cycle().skip(self.wanted % some.len().max(1));
        let forward = turns.take(some.len()).find(|schema| !leads_back(schema));
        // Where all lead back, `null` does not.
        let nothing = all.iter().find(is_null);
        forward
            .copied()
            .or(nothing)
            .or_else(|| some.first().copied())
    }

    /// A component that extends a base type with a `discriminator`, and the tag that it goes by.
    fn extending(&self, base: &str, found: &Value) -> Option<(Value, String)> {
        let discriminator = found.get("discriminator")?;
        if ["oneOf", "anyOf"]
            .iter()
            .any(|union| found.get(*union).is_some())
        {
            return None;
        }
        let schemas = self.document["components"]["schemas"].as_object()?;
        let is_part = |part: &Value| reference(part) == Some(base);
        let mut all = schemas.iter().filter(|(_, schema)| {
            let mut parts = schema["allOf"].as_array().into_iter().flatten();
            parts.any(is_part)
        });
        let (name, extension) = all.nth(self.wanted).or_else(|| all.next_back())?;
        let pointer = json!({ "$ref": format!("#/components/schemas/{name}") });
        let tag = tags(discriminator, &pointer).into_iter().next()?;
        Some((extension.clone(), tag))
    }
}

/// Says what the tag of a union is.
fn pin(flat: &mut Flat, discriminator: &Value, tag: &str) {
    let Some(name) = discriminator["propertyName"].as_str() else {
        return;
    };
    let more = json!({ "properties": { name: { "const": tag } }, "required": [name] });
    for word in ["properties", "required"] {
        let known = flat.words.entry(word).or_insert_with(|| more[word].clone());
        match known {
            Value::Object(known) => {
                known.insert(name.to_owned(), json!({ "const": tag }));
            }
            Value::Array(known) => known.push(name.into()),
            _ => {}
        }
    }
}

/// Adds words to others. Fields and what is required add up; of everything else, the later word holds.
fn merge(known: &mut Map<String, Value>, words: &Map<String, Value>) {
    for (word, value) in words {
        match (word.as_str(), known.get_mut(word), value) {
            ("allOf" | "oneOf" | "anyOf" | "$ref" | "discriminator", ..) => {}
            ("properties", Some(Value::Object(known)), Value::Object(more)) => {
                known.extend(more.clone());
            }
            ("required", Some(Value::Array(known)), Value::Array(more)) => {
                known.extend(more.iter().cloned());
            }
            _ => {
                known.insert(word.clone(), value.clone());
            }
        }
    }
}
