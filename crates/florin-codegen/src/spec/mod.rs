//! A spec as JSON, and the ways through it that the passes share.

pub(crate) mod accept;
pub(crate) mod also_read;
pub(crate) mod answers;
pub(crate) mod arguments;
pub(crate) mod as_sent;
pub(crate) mod check;
pub(crate) mod client_default;
pub(crate) mod describe;
pub(crate) mod down;
pub(crate) mod enum_values;
pub(crate) mod exact_decimals;
pub(crate) mod extensions;
pub(crate) mod field_names;
pub(crate) mod form_parts;
pub(crate) mod give_way;
pub(crate) mod idempotency_key;
pub(crate) mod inline_parts;
pub(crate) mod keep_extra;
pub(crate) mod kinds;
pub(crate) mod media;
pub(crate) mod media_ranges;
pub(crate) mod merged_objects;
pub(crate) mod merged_parts;
pub(crate) mod misshapen;
pub(crate) mod named_types;
pub(crate) mod nullable_components;
pub(crate) mod one_way;
pub(crate) mod operation_ids;
pub(crate) mod outcome_names;
pub(crate) mod parameter_places;
pub(crate) mod parameter_types;
pub(crate) mod parameters;
pub(crate) mod passwords;
pub(crate) mod place;
pub(crate) mod placeholders;
pub(crate) mod plain_shapes;
pub(crate) mod plain_values;
pub(crate) mod pointed;
pub(crate) mod read;
pub(crate) mod references;
pub(crate) mod relax_reads;
pub(crate) mod request_bodies;
pub(crate) mod rings;
pub(crate) mod secrets;
pub(crate) mod sensitive;
pub(crate) mod sent_names;
pub(crate) mod server_names;
pub(crate) mod session_headers;
pub(crate) mod several_bodies;
pub(crate) mod statuses;
pub(crate) mod template;
pub(crate) mod told;
pub(crate) mod unify_responses;
pub(crate) mod unions;
pub(crate) mod units;

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::error::{Error, Place};
use crate::finding::Finding;

/// The methods of a path, in the order in which progenitor takes them.
pub(crate) const METHODS: [&str; 8] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace",
];

pub(crate) const SCHEMAS: &str = "#/components/schemas/";

/// A JSON object.
pub(crate) type Object = Map<String, Value>;

/// An OpenAPI document.
#[derive(Clone, Debug)]
pub(crate) struct Spec {
    pub(crate) root: Value,
    /// What could not be taken as it is written.
    pub(crate) findings: Vec<Finding>,
    /// Where the named schemas come from that a pass has named: the JSON pointer of what was written.
    pub(crate) origins: BTreeMap<String, String>,
}

/// One operation in its place.
pub(crate) struct Operation<'a> {
    pub(crate) method: &'static str,
    pub(crate) path: &'a str,
    pub(crate) item: &'a Object,
    pub(crate) body: &'a Object,
}

impl Operation<'_> {
    pub(crate) fn id(&self) -> Option<&str> {
        text(self.body, "operationId")
    }

    pub(crate) fn error(&self, wrong: impl Into<String>, remedy: impl Into<String>) -> Error {
        let path = text(self.item, sent_names::PATH).unwrap_or(self.path);
        let place = Place::Operation(self.method.into(), path.into(), self.id().map(Into::into));
        Error::new(place, wrong, remedy)
    }

    /// The JSON pointer of the operation.
    pub(crate) fn pointer(&self) -> String {
        format!("#/paths/{}/{}", escape(self.path), self.method)
    }

    /// Status, media type and schema of each success, after `inline_parts`. `default` is one where there is no other.
    pub(crate) fn successes(&self) -> impl Iterator<Item = (&str, &str, &Value)> {
        let responses = self.body.get("responses").and_then(Value::as_object);
        let is_alone =
            responses.is_some_and(|all| !all.keys().any(|status| status.starts_with('2')));
        responses
            .into_iter()
            .flatten()
            .filter(move |(status, _)| status.starts_with('2') || is_alone && *status == "default")
            .filter_map(|(status, response)| Some((status, response.get("content")?.as_object()?)))
            .flat_map(|(status, content)| {
                content.iter().filter_map(|(media, value)| {
                    Some((status.as_str(), media.as_str(), value.get("schema")?))
                })
            })
    }
}

impl Spec {
    pub(crate) fn new(document: read::Document) -> Self {
        let read::Document { value, findings } = document;
        Self {
            root: value,
            findings,
            origins: BTreeMap::new(),
        }
    }

    /// The operations in the order of their paths, as progenitor will see them.
    pub(crate) fn operations(&self) -> impl Iterator<Item = Operation<'_>> {
        let paths = self.root.get("paths").and_then(Value::as_object);
        paths
            .into_iter()
            .flatten()
            .filter_map(|(path, item)| Some((path, item.as_object()?)))
            .flat_map(|(path, item)| {
                METHODS.iter().filter_map(move |method| {
                    Some(Operation {
                        method,
                        path,
                        item,
                        body: item.get(*method)?.as_object()?,
                    })
                })
            })
    }

    /// Visits every operation for change.
    pub(crate) fn for_each_operation(
        &mut self,
        mut f: impl FnMut(&mut Object) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let paths = self.root.get_mut("paths").and_then(Value::as_object_mut);
        for item in paths
            .into_iter()
            .flat_map(Map::values_mut)
            .filter_map(Value::as_object_mut)
        {
            for method in METHODS {
                if let Some(operation) = item.get_mut(method).and_then(Value::as_object_mut) {
                    f(operation)?;
                }
            }
        }
        Ok(())
    }

    /// The named schemas.
    pub(crate) fn schemas(&self) -> impl Iterator<Item = (&String, &Value)> {
        self.root
            .pointer("/components/schemas")
            .and_then(Value::as_object)
            .into_iter()
            .flatten()
    }

    /// The schema of a name.
    pub(crate) fn schema(&self, name: &str) -> Option<&Value> {
        self.root.pointer("/components/schemas")?.get(name)
    }

    /// Where what a pointer of the document as it is leads to stands in the document as it was written.
    pub(crate) fn origin(&self, pointer: &str) -> String {
        let pointer = pointer.trim_start_matches('#');
        let rest = pointer.strip_prefix(&SCHEMAS[1..]).unwrap_or_default();
        let (name, inside) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
        match self.origins.get(&unescape(name)) {
            Some(origin) => format!("{origin}{inside}"),
            None => format!("#{pointer}"),
        }
    }

    /// Follows `$ref` until it meets something else.
    pub(crate) fn resolve<'a>(&'a self, mut value: &'a Value) -> &'a Value {
        // A chain of references that is longer than this is a ring; `references` has taken it apart.
        for _ in 0..64 {
            let Some(target) = value
                .get("$ref")
                .and_then(Value::as_str)
                .and_then(|r| self.target(r))
            else {
                break;
            };
            value = target;
        }
        value
    }

    pub(crate) fn target(&self, reference: &str) -> Option<&Value> {
        Self::lookup(&self.root, reference)
    }

    /// What a reference leads to within a document.
    pub(crate) fn lookup<'a>(root: &'a Value, reference: &str) -> Option<&'a Value> {
        root.pointer(&percent_decoded(reference.strip_prefix('#')?))
    }

    /// Visits every schema, outer ones before inner ones.
    pub(crate) fn for_each_schema(&mut self, f: &mut dyn FnMut(&mut Object)) {
        let schemas = self
            .root
            .pointer_mut("/components/schemas")
            .and_then(Value::as_object_mut);
        for schema in schemas.into_iter().flat_map(Map::values_mut) {
            walk(schema, f);
        }
        self.for_each_operation_schema(&mut |schema, _| walk(schema, f));
    }

    /// Visits the schemas that operations hold directly, after `inline_parts`.
    pub(crate) fn for_each_operation_schema(&mut self, f: &mut dyn FnMut(&mut Value, Use)) {
        let paths = self.root.get_mut("paths").and_then(Value::as_object_mut);
        let operations = paths
            .into_iter()
            .flat_map(Map::values_mut)
            .filter_map(Value::as_object_mut);
        for operation in operations
            .flat_map(Map::values_mut)
            .filter_map(Value::as_object_mut)
        {
            let parameters = operation
                .get_mut("parameters")
                .and_then(Value::as_array_mut);
            for schema in parameters
                .into_iter()
                .flatten()
                .filter_map(|p| p.get_mut("schema"))
            {
                f(schema, Use::Parameter);
            }
            let media = operation
                .get_mut("requestBody")
                .and_then(|b| b.get_mut("content")?.as_object_mut());
            for schema in media
                .into_iter()
                .flat_map(Map::values_mut)
                .filter_map(|m| m.get_mut("schema"))
            {
                f(schema, Use::Request);
            }
            let responses = operation
                .get_mut("responses")
                .and_then(Value::as_object_mut);
            let media = responses
                .into_iter()
                .flat_map(Map::values_mut)
                .filter_map(|r| r.get_mut("content")?.as_object_mut());
            for schema in media
                .flat_map(Map::values_mut)
                .filter_map(|m| m.get_mut("schema"))
            {
                f(schema, Use::Response);
            }
        }
    }
}

/// What an operation needs a schema for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Use {
    Parameter,
    Request,
    Response,
}

/// Visits a schema and what is in it.
pub(crate) fn walk(schema: &mut Value, f: &mut dyn FnMut(&mut Object)) {
    let Some(object) = schema.as_object_mut() else {
        return;
    };
    f(object);
    for (key, inner) in object.iter_mut() {
        match key.as_str() {
            "properties" => inner
                .as_object_mut()
                .into_iter()
                .flat_map(Map::values_mut)
                .for_each(|s| walk(s, f)),
            "allOf" | "oneOf" | "anyOf" => inner
                .as_array_mut()
                .into_iter()
                .flatten()
                .for_each(|s| walk(s, f)),
            "items" | "additionalProperties" | "not" => walk(inner, f),
            _ => {}
        }
    }
}

/// The schemas directly inside a schema.
pub(crate) fn inner_schemas(schema: &Object) -> impl Iterator<Item = &Value> {
    schema
        .iter()
        .flat_map(|(key, inner)| -> Box<dyn Iterator<Item = &Value>> {
            match key.as_str() {
                "properties" => Box::new(inner.as_object().into_iter().flat_map(Map::values)),
                "allOf" | "oneOf" | "anyOf" => Box::new(inner.as_array().into_iter().flatten()),
                "items" | "additionalProperties" | "not" => Box::new(std::iter::once(inner)),
                _ => Box::new(std::iter::empty()),
            }
        })
}

/// Visits every object that has the keyword, with its JSON pointer. Examples and values are not looked at, and a property,
/// a schema or an answer may be called like a keyword.
pub(crate) fn each_holding(
    value: &Value,
    keyword: &str,
    f: &mut dyn FnMut(&Object, &str) -> Result<(), Error>,
) -> Result<(), Error> {
    fn look(
        value: &Value,
        (keyword, pointer, is_names): (&str, &str, bool),
        f: &mut dyn FnMut(&Object, &str) -> Result<(), Error>,
    ) -> Result<(), Error> {
        match value {
            Value::Object(object) => {
                if !is_names && object.contains_key(keyword) {
                    f(object, pointer)?;
                }
                object.iter().try_for_each(|(key, inner)| {
                    let key = key.as_str();
                    if !is_names && matches!(key, "example" | "examples" | "default" | "enum") {
                        return Ok(());
                    }
                    let names = !is_names && matches!(key, "properties" | "schemas" | "responses");
                    let pointer = format!("{pointer}/{}", escape(key));
                    look(inner, (keyword, &pointer, names), f)
                })
            }
            Value::Array(items) => items.iter().enumerate().try_for_each(|(i, inner)| {
                look(inner, (keyword, &format!("{pointer}/{i}"), false), f)
            }),
            _ => Ok(()),
        }
    }
    look(value, (keyword, "#", false), f)
}

/// The component that a schema refers to.
pub(crate) fn component(schema: &Value) -> Option<&str> {
    schema.get("$ref")?.as_str()?.strip_prefix(SCHEMAS)
}

pub(crate) fn text<'a>(object: &'a Object, key: &str) -> Option<&'a str> {
    object.get(key).and_then(Value::as_str)
}

pub(crate) fn is_true(object: &Object, key: &str) -> bool {
    object.get(key) == Some(&Value::Bool(true))
}

/// The description, for a change.
pub(crate) fn description(schema: &mut Object) -> &mut String {
    let slot = schema
        .entry("description")
        .or_insert_with(|| Value::String(String::new()));
    if !slot.is_string() {
        *slot = Value::String(String::new());
    }
    match slot {
        Value::String(text) => text,
        _ => unreachable!("it was made a string above"),
    }
}

/// Puts a `$ref` into an `allOf`, so that it can have a description of its own: beside a `$ref`, OpenAPI 3.0 ignores it.
pub(crate) fn wrap_reference(schema: &mut Object) {
    if let Some(reference) = schema.remove("$ref") {
        schema.insert("allOf".into(), serde_json::json!([{ "$ref": reference }]));
    }
}

/// A key as a JSON pointer spells it.
pub(crate) fn escape(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

/// The key that a piece of a JSON pointer spells.
pub(crate) fn unescape(piece: &str) -> String {
    piece.replace("~1", "/").replace("~0", "~")
}

/// The names of all schemas that are referred to anywhere in it.
pub(crate) fn mentions(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(object) => {
            found.extend(component(value).map(str::to_owned));
            object.values().for_each(|inner| mentions(inner, found));
        }
        Value::Array(items) => items.iter().for_each(|inner| mentions(inner, found)),
        _ => {}
    }
}

/// A `$ref` is a URI, so its pointer may hold `%7B` for `{`.
pub(crate) fn percent_decoded(pointer: &str) -> String {
    let mut bytes = Vec::with_capacity(pointer.len());
    let mut rest = pointer.as_bytes();
    while let [first, after @ ..] = rest {
        let decoded = match (first, after) {
            (b'%', [a, b, ..]) => std::str::from_utf8(&[*a, *b])
                .ok()
                .and_then(|hex| u8::from_str_radix(hex, 16).ok()),
            _ => None,
        };
        bytes.push(decoded.unwrap_or(*first));
        rest = if decoded.is_some() {
            &after[2..]
        } else {
            after
        };
    }
    String::from_utf8(bytes).unwrap_or_else(|_| pointer.to_owned())
}
