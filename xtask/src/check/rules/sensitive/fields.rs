//! The single values of a document, each with its name and with what marks it.

use serde_json::Value;

use super::names::{self, Kind};
use crate::check::subject::{Document, target};

/// So deep a schema is looked into; nothing that is deeper is in a document of a person's.
const DEPTH: usize = 32;

/// A property or a parameter that is a single value, or a list of such.
#[derive(Debug)]
pub(super) struct Field {
    /// As in `Loan.owner.email`, `Loan.contacts[].email`, `get_loan query email`, `add_loan body.email`.
    pub(super) place: String,
    /// Its own name.
    pub(super) name: String,
    /// What it is by more than its name.
    pub(super) called: Option<Kind>,
    /// What it is marked as.
    pub(super) marked: Option<Kind>,
}

struct Reader<'a> {
    document: &'a Value,
    fields: Vec<Field>,
}

/// All of a document.
pub(super) fn of(document: &Document) -> Vec<Field> {
    let mut reader = Reader {
        document: &document.value,
        fields: Vec::new(),
    };
    let schemas = document.value["components"]["schemas"].as_object();
    for (name, schema) in schemas.into_iter().flatten() {
        reader.schema(schema, name, name, None, DEPTH);
    }
    for operation in document.operations() {
        let place = operation.place();
        let lists = [&operation.item["parameters"], &operation.body["parameters"]];
        for parameter in lists.into_iter().filter_map(Value::as_array).flatten() {
            reader.parameter(parameter, &place);
        }
        let body = target(&document.value, &operation.body["requestBody"]);
        reader.content(body, &format!("{place} body"));
        let answers = operation.body["responses"].as_object();
        for (status, answer) in answers.into_iter().flatten() {
            let answer = target(&document.value, answer);
            reader.content(answer, &format!("{place} {status}"));
        }
    }
    reader.fields
}

impl Reader<'_> {
    fn parameter(&mut self, parameter: &Value, operation: &str) {
        let parameter = target(self.document, parameter);
        let (Some(name), Some(place)) = (parameter["name"].as_str(), parameter["in"].as_str())
        else {
            return;
        };
        let schema = &parameter["schema"];
        if !self.is_single(schema, DEPTH) {
            return;
        }
        self.fields.push(Field {
            place: format!("{operation} {place} {name}"),
            name: name.to_owned(),
            called: None,
            marked: own(parameter).max(self.marked(schema, DEPTH)),
        });
    }

    fn content(&mut self, holder: &Value, place: &str) {
        for media in holder["content"].as_object().into_iter().flatten() {
            self.schema(&media.1["schema"], place, "", None, DEPTH);
        }
    }

    /// The properties that are written out in a schema; what it refers to is looked at by itself. `of` is the name of what the
    /// properties are of.
    fn schema(
        &mut self,
        schema: &Value,
        place: &str,
        of: &str,
        covered: Option<Kind>,
        depth: usize,
    ) {
        if !schema.is_object() || schema.get("$ref").is_some() || depth == 0 {
            return;
        }
        let covered = covered.max(own(schema));
        for (name, property) in schema["properties"].as_object().into_iter().flatten() {
            let place = format!("{place}.{name}");
            if self.is_single(property, DEPTH) {
                self.fields.push(Field {
                    name: name.clone(),
                    called: of_format(target(self.document, property))
                        .or_else(|| names::named(of, name)),
                    marked: covered.max(self.marked(property, DEPTH)),
                    place: place.clone(),
                });
            }
            self.schema(property, &place, name, covered, depth - 1);
        }
        for (word, sign) in [("items", "[]"), ("additionalProperties", "{}")] {
            self.schema(
                &schema[word],
                &format!("{place}{sign}"),
                of,
                covered,
                depth - 1,
            );
        }
        for part in parts(schema) {
            self.schema(part, place, of, covered, depth - 1);
        }
    }

    /// What covers the whole of a value: its own word, its target's, that of what a list or a map is made of, or that of a part.
    fn marked(&self, schema: &Value, depth: usize) -> Option<Kind> {
        if depth == 0 {
            return None;
        }
        let resolved = target(self.document, schema);
        let values = resolved.get("additionalProperties");
        let inner = resolved
            .get("items")
            .into_iter()
            .chain(values.filter(|_| resolved.get("properties").is_none()))
            .chain(parts(resolved));
        let inner = inner.filter_map(|inner| self.marked(inner, depth - 1));
        own(schema).max(own(resolved)).max(inner.max())
    }

    /// Whether it is one value, or a list of such, of which its name says what it holds: no object, no answer to yes or no, and
    /// nothing out of a list of values.
    fn is_single(&self, schema: &Value, depth: usize) -> bool {
        let schema = target(self.document, schema);
        if depth == 0 || schema.get("enum").is_some() || schema.get("const").is_some() {
            return false;
        }
        if let Some(items) = schema.get("items") {
            return self.is_single(items, depth - 1);
        }
        let is_of = |kind: &str| match &schema["type"] {
            Value::Array(kinds) => kinds.iter().all(|k| k == kind || k == "null"),
            of => of == kind,
        };
        if is_of("object") || is_of("boolean") || schema.get("properties").is_some() {
            return false;
        }
        let mut parts = parts(schema).peekable();
        parts.peek().is_none() || parts.any(|part| self.is_single(part, depth - 1))
    }
}

/// What of a schema is put together or chosen from.
fn parts(schema: &Value) -> impl Iterator<Item = &Value> {
    let words = ["allOf", "oneOf", "anyOf"];
    let lists = words.into_iter().filter_map(|word| schema[word].as_array());
    lists.flatten()
}

fn own(value: &Value) -> Option<Kind> {
    match value["x-sensitive"].as_str() {
        Some("secret") => Some(Kind::Secret),
        Some(_) => Some(Kind::Personal),
        None if value["format"] == "password" => Some(Kind::Secret),
        None => None,
    }
}

/// What a format says, whatever the name.
fn of_format(schema: &Value) -> Option<Kind> {
    (schema["format"] == "email").then_some(Kind::Personal)
}
