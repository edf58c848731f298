//! Whether a value is as a schema of any spec wants it.
//!
//! Schemas of OpenAPI 3.0 and 3.1 become JSON Schema 2020-12, by the words that they use and not by the version that the
//! document names: authors mix them. What is misshapen asks nothing, since there is nobody who could correct it. Three things
//! differ from what a plain validator does: a union with a `discriminator` is decided by it, a field that is `readOnly` is
//! not wanted of who sends, nor a `writeOnly` one of who answers, and what is kept as it was sent (`x-as-sent`) may be anything.

use std::collections::BTreeMap;

use jsonschema::Validator;
use serde_json::{Map, Value, json};

use super::Way;
use super::pointed::{reference, resolved, target};

/// Types that JSON Schema has.
const TYPES: [&str; 7] = [
    "array", "boolean", "integer", "null", "number", "object", "string",
];

/// A schema, ready to judge values.
#[derive(Debug)]
pub struct Judge(Option<Validator>);

impl Judge {
    /// Makes ready a schema of a document, for values that go this way.
    #[must_use]
    pub fn new(document: &Value, schema: &Value, way: Way) -> Self {
        // A pattern may be written in a way that no library here reads; the rest of the schema still holds.
        let validator = [true, false].into_iter().find_map(|patterns| {
            let mut reading = Reading {
                document,
                way,
                patterns,
                known: BTreeMap::new(),
                left: Vec::new(),
            };
            let root = reading.whole(schema);
            let options = jsonschema::draft202012::options().should_validate_formats(true);
            options.build(&root).ok()
        });
        Self(validator)
    }

    /// What is wrong with a value: where in it, as a JSON pointer, and what.
    #[must_use]
    pub fn faults(&self, value: &Value) -> Vec<(String, String)> {
        let faults = self.0.iter().flat_map(|judge| judge.iter_errors(value));
        faults
            .map(|fault| (fault.instance_path().to_string(), fault.to_string()))
            .collect()
    }

    /// Whether nothing is wrong with it.
    #[must_use]
    pub fn takes(&self, value: &Value) -> bool {
        self.0.as_ref().is_none_or(|judge| judge.is_valid(value))
    }
}

/// A schema on its way to JSON Schema, with all that it refers to.
struct Reading<'a> {
    document: &'a Value,
    way: Way,
    patterns: bool,
    /// Number of what each reference leads to.
    known: BTreeMap<&'a str, usize>,
    left: Vec<&'a str>,
}

impl<'a> Reading<'a> {
    fn whole(&mut self, schema: &'a Value) -> Value {
        let schema = self.schema(schema);
        let mut definitions = Map::new();
        while let Some(reference) = self.left.pop() {
            let number = self.known.get(reference).copied().unwrap_or_default();
            let read = match target(self.document, reference) {
                Some(target) => self.schema(target),
                None => json!({}),
            };
            definitions.insert(number.to_string(), read);
        }
        json!({ "allOf": [schema], "$defs": definitions })
    }

    fn refer(&mut self, reference: &'a str) -> Value {
        let next = self.known.len();
        let number = *self.known.entry(reference).or_insert_with(|| {
            self.left.push(reference);
            next
        });
        json!({ "$ref": format!("#/$defs/{number}") })
    }

    fn schema(&mut self, schema: &'a Value) -> Value {
        let Some(words) = schema.as_object() else {
            // `false` takes nothing; whatever else is no object, asks nothing.
            return if schema == &Value::Bool(false) {
                json!(false)
            } else {
                json!({})
            };
        };
        if words.get("x-as-sent") == Some(&Value::Bool(true)) {
            return json!({});
        }
        let mut read = Map::new();
        for (word, value) in words {
            if let Some(value) = self.word(words, word, value) {
                read.insert(word.clone(), value);
            }
        }
        if let Some(reference) = reference(schema) {
            read.insert("$ref".into(), self.refer(reference)["$ref"].take());
        }
        for (bound, exclusive) in [
            ("minimum", "exclusiveMinimum"),
            ("maximum", "exclusiveMaximum"),
        ] {
            if words.get(exclusive) == Some(&Value::Bool(true))
                && let Some(limit) = read.remove(bound)
            {
                read.insert(exclusive.into(), limit);
            }
        }
        if words.get("nullable") == Some(&Value::Bool(true)) {
            json!({ "anyOf": [read, { "type": "null" }] })
        } else {
            Value::Object(read)
        }
    }

    /// A word as JSON Schema has it; `None` where it says nothing there.
    fn word(
        &mut self,
        words: &'a Map<String, Value>,
        word: &str,
        value: &'a Value,
    ) -> Option<Value> {
        let is_count = value.as_u64().is_some();
        match word {
            "properties" | "dependentSchemas" => {
                let schemas = value.as_object()?.iter();
                let read = schemas.map(|(name, schema)| (name.clone(), self.schema(schema)));
                Some(Value::Object(read.collect()))
            }
            "patternProperties" if self.patterns => {
                let schemas = value.as_object()?.iter();
                let read = schemas.map(|(name, schema)| (name.clone(), self.schema(schema)));
                Some(Value::Object(read.collect()))
            }
            "additionalProperties"
            | "items"
            | "not"
            | "if"
            | "then"
            | "else"
            | "contains"
            | "propertyNames"
            | "unevaluatedProperties"
            | "unevaluatedItems" => {
                (value.is_object() || value.is_boolean()).then(|| self.schema(value))
            }
            "oneOf" | "anyOf" => {
                let schemas = value.as_array().filter(|all| !all.is_empty())?;
                let tag = words.get("discriminator").filter(|tag| tag.is_object());
                let read = schemas.iter().map(|schema| match tag {
                    Some(tag) => self.tagged(tag, schema),
                    None => self.schema(schema),
                });
                Some(read.collect())
            }
            "allOf" | "prefixItems" => {
                let schemas = value.as_array().filter(|all| !all.is_empty())?;
                Some(schemas.iter().map(|schema| self.schema(schema)).collect())
            }
            "required" => self.required(words, value),
            "type" => types(value),
            "enum" if words.get("x-open") == Some(&Value::Bool(true)) => None,
            "enum" => value
                .as_array()
                .filter(|all| !all.is_empty())
                .map(|_| value.clone()),
            "pattern" if self.patterns => value.is_string().then(|| value.clone()),
            "format" => value.is_string().then(|| value.clone()),
            "minimum" | "maximum" | "exclusiveMinimum" | "exclusiveMaximum" => {
                value.is_number().then(|| value.clone())
            }
            "multipleOf" => {
                let is_step = value.as_f64().is_some_and(|step| step > 0.0);
                is_step.then(|| value.clone())
            }
            "minLength" | "maxLength" | "minItems" | "maxItems" | "minProperties"
            | "maxProperties" | "minContains" | "maxContains" => is_count.then(|| value.clone()),
            "uniqueItems" => value.is_boolean().then(|| value.clone()),
            "const" => Some(value.clone()),
            _ => None,
        }
    }

    /// An alternative of a union with a `discriminator`: its schema, and the values of the tag that it goes by.
    fn tagged(&mut self, discriminator: &'a Value, schema: &'a Value) -> Value {
        let read = self.schema(schema);
        let tags = tags(discriminator, schema);
        let Some(name) = discriminator["propertyName"]
            .as_str()
            .filter(|_| !tags.is_empty())
        else {
            return read;
        };
        let tag = json!({ "properties": { name: { "enum": tags } }, "required": [name] });
        json!({ "allOf": [read, tag] })
    }

    /// The names that are wanted of who sends, or of who answers.
    fn required(&self, words: &Map<String, Value>, value: &Value) -> Option<Value> {
        let away = match self.way {
            Way::Sent => "readOnly",
            Way::Answered => "writeOnly",
        };
        let wanted = value.as_array()?.iter().filter(|name| {
            let property = name
                .as_str()
                .and_then(|name| words.get("properties")?.get(name));
            name.is_string()
                && property.is_none_or(|property| {
                    property[away] != true && resolved(self.document, property)[away] != true
                })
        });
        Some(wanted.cloned().collect())
    }
}

/// The values of the tag that an alternative goes by: those that the mapping has for it, or else its name.
pub(super) fn tags(discriminator: &Value, schema: &Value) -> Vec<String> {
    let Some(reference) = reference(schema) else {
        return Vec::new();
    };
    let name = reference.rsplit('/').next().unwrap_or_default();
    let mapping = discriminator["mapping"].as_object();
    let mapped = mapping.into_iter().flatten().filter(|(_, to)| {
        to.as_str()
            .is_some_and(|to| to == reference || to.rsplit('/').next() == Some(name))
    });
    let tags: Vec<_> = mapped.map(|(tag, _)| tag.clone()).collect();
    if tags.is_empty() {
        vec![name.to_owned()]
    } else {
        tags
    }
}

fn types(value: &Value) -> Option<Value> {
    let is_type = |value: &&Value| value.as_str().is_some_and(|name| TYPES.contains(&name));
    match value {
        Value::Array(all) => {
            let known: Vec<_> = all.iter().filter(is_type).cloned().collect();
            (!known.is_empty()).then(|| known.into())
        }
        value => is_type(&value).then(|| value.clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn takes(schema: &Value, value: &Value) -> bool {
        Judge::new(&json!({}), schema, Way::Sent).takes(value)
    }

    #[test]
    fn words_of_3_0_and_of_3_1_mean_the_same() {
        for schema in [
            json!({ "type": "integer", "nullable": true, "minimum": 0, "exclusiveMinimum": true }),
            json!({ "type": ["integer", "null"], "exclusiveMinimum": 0 }),
        ] {
            assert!(takes(&schema, &json!(null)) && takes(&schema, &json!(1)));
            assert!(!takes(&schema, &json!(0)) && !takes(&schema, &json!("1")));
        }
    }

    #[test]
    fn what_is_misshapen_asks_nothing() {
        for schema in [
            json!({ "type": "date", "required": true }),
            json!({ "minLength": "3", "enum": [] }),
            json!(["a"]),
        ] {
            assert!(takes(&schema, &json!("x")), "{schema}");
        }
        let unreadable = json!({ "type": "string", "pattern": "(", "maxLength": 2 });
        assert!(takes(&unreadable, &json!("x")) && !takes(&unreadable, &json!("xyz")));
    }

    #[test]
    fn a_field_that_only_the_other_side_sends_is_not_wanted() {
        let schema = json!({
            "type": "object",
            "required": ["id", "secret"],
            "properties": { "id": { "readOnly": true }, "secret": { "writeOnly": true } },
        });
        let judged = |way, value: &Value| Judge::new(&json!({}), &schema, way).takes(value);
        assert!(judged(Way::Sent, &json!({ "secret": 1 })));
        assert!(!judged(Way::Sent, &json!({ "id": 1 })));
        assert!(judged(Way::Answered, &json!({ "id": 1 })));
    }

    #[test]
    fn a_discriminator_decides_between_alternatives_that_look_alike() {
        let document = json!({ "components": { "schemas": {
            "Card": { "type": "object", "properties": { "kind": { "type": "string" } } },
            "Bank": { "type": "object", "properties": { "kind": { "type": "string" } } },
            "Tree": { "type": "object", "properties": { "next": { "$ref": "#/components/schemas/Tree" } } },
        }}});
        let union = json!({
            "oneOf": [{ "$ref": "#/components/schemas/Card" }, { "$ref": "#/components/schemas/Bank" }],
            "discriminator": { "propertyName": "kind", "mapping": { "c": "#/components/schemas/Card" } },
        });
        let judge = Judge::new(&document, &union, Way::Answered);
        assert!(judge.takes(&json!({ "kind": "c" })) && judge.takes(&json!({ "kind": "Bank" })));
        assert!(!judge.takes(&json!({ "kind": "Card" })));
        let tree = json!({ "$ref": "#/components/schemas/Tree" });
        let judge = Judge::new(&document, &tree, Way::Answered);
        assert!(judge.takes(&json!({ "next": { "next": {} } })));
        assert!(!judge.takes(&json!({ "next": { "next": 1 } })));
    }
}
