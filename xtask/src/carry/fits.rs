//! Whether a word may stand where it is brought: what the generator would refuse, it is better told before.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::document::{Document, component, component_name, inside};
use super::operations::{self, Operation};
use crate::overlay::target::{Location, Step};

const SINGLE: [&str; 4] = ["string", "integer", "number", "boolean"];

/// What is read and what is sent, of the upstream document.
pub(super) struct Fits {
    /// The names of schemas that an answer leads to.
    read: BTreeSet<String>,
    /// And those that a request leads to.
    sent: BTreeSet<String>,
    /// The places of schemas that are the whole of a success.
    successes: BTreeSet<Location>,
}

impl Fits {
    pub(super) fn of(document: Document<'_>) -> Self {
        let mut fits = Self {
            read: BTreeSet::new(),
            sent: BTreeSet::new(),
            successes: BTreeSet::new(),
        };
        for operation in operations::all(document) {
            let Some(object) = document.object(&operation.location) else {
                continue;
            };
            let mut item = operation.location.clone();
            item.pop();
            let shared = document
                .object(&item)
                .and_then(|item| item.get("parameters"));
            let sent = [object.get("requestBody"), object.get("parameters"), shared];
            for part in sent.into_iter().flatten() {
                reach(document, part, &mut fits.sent);
            }
            if let Some(answers) = object.get("responses") {
                reach(document, answers, &mut fits.read);
            }
            successes(document, &operation, &mut fits.successes);
        }
        // What no request leads to is taken for read, and so is what that leads to.
        for name in document.schema_names() {
            if !fits.sent.contains(name) && fits.read.insert(name.to_owned()) {
                let schema = document.get(&component("schemas", name));
                reach(document, schema.unwrap_or(&Value::Null), &mut fits.read);
            }
        }
        fits
    }

    /// Why a word can't be said at a place; `None` if it can. `said` is what is said there besides.
    pub(super) fn why_not(
        &self,
        document: Document<'_>,
        place: &Location,
        word: &str,
        value: &Value,
        said: Option<&Map<String, Value>>,
    ) -> Option<String> {
        let object = document.object(place);
        let Some(object) = object else {
            return Some("upstream has no object there".to_owned());
        };
        let has = |word: &str| {
            said.and_then(|said| said.get(word))
                .or_else(|| object.get(word))
        };
        let is_text_list =
            is_of(object, &["string"]) && object.get("enum").is_some_and(Value::is_array);
        let wrong = match word {
            "x-unit" => {
                let as_sent =
                    is_of(object, &["string"]) && has("x-as-sent").is_some_and(|is| *is == true);
                match place
                    .iter()
                    .any(|step| *step == Step::Name("parameters".into()))
                {
                    _ if !is_of(object, &["number"]) && !as_sent => "it is no number upstream",
                    true if !self.is_in_query(document, place) => "only in a query may it stand",
                    _ => return None,
                }
            }
            "x-sensitive" if is_bare_answer(place, object) => {
                "an answer that has neither a name nor fields would be shown; name it under `components`"
            }
            "x-as-sent" if !is_of(object, &SINGLE) => "it is no single value upstream",
            "x-as-sent" if has("x-sensitive").is_some_and(|kind| kind == "secret") => {
                "it is a secret, which is kept as it is anyway"
            }
            "x-as-sent" | "x-also-read" if !self.is_read(place) => "it is only sent",
            "x-also-read" if !is_text_list => "it is no list of values upstream",
            "x-also-read" if !spells(object, value) => "the list has other values upstream",
            "x-open" if !is_text_list => "it is no list of values upstream",
            "x-may-be-empty" if !self.successes.contains(place) => "it is no success upstream",
            "x-may-be-empty"
                if object.contains_key("type")
                    && !is_of(object, &["object"])
                    && object.get("nullable").is_none_or(|is| *is != true) =>
            {
                "it is neither an object nor null upstream"
            }
            "x-holds" if !holds(document, value) => "it names a schema that upstream hasn't got",
            "x-idempotency-key" | "x-client-default" => {
                let schema = document.resolve(&inside(place, "schema"));
                let is_text = document
                    .object(&schema)
                    .is_some_and(|schema| is_of(schema, &["string"]));
                match object.get("in").is_some_and(|place| place == "header") {
                    false => "it is no header upstream",
                    true if !is_text => "the header is no text upstream",
                    true => return None,
                }
            }
            _ => return None,
        };
        Some(wrong.to_owned())
    }

    fn is_read(&self, place: &[Step]) -> bool {
        let names: Vec<_> = place
            .iter()
            .map(|step| match step {
                Step::Name(name) => name.as_str(),
                Step::Index(_) => "",
            })
            .collect();
        match names.as_slice() {
            ["components", "schemas", name, ..] => self.read.contains(*name),
            ["components", "responses", ..] => true,
            ["paths", _, _, part, ..] => *part == "responses",
            _ => false,
        }
    }

    fn is_in_query(&self, document: Document<'_>, place: &[Step]) -> bool {
        let mut beginnings = (0..place.len()).rev().filter_map(|end| place.get(..end));
        let parameter = beginnings.find_map(|place| document.text(place, "in"));
        parameter == Some("query")
    }
}

/// Whether it is the whole of an answer, or all that is in it, written in place and without fields.
fn is_bare_answer(place: &[Step], schema: &Map<String, Value>) -> bool {
    let is = |step: &Step, names: &[&str]| matches!(step, Step::Name(name) if names.contains(&name.as_str()));
    let is_in_answer = place.iter().take(4).any(|step| is(step, &["responses"]));
    let inside = ["items", "additionalProperties"];
    let whole = place.iter().rev().find(|step| !is(step, &inside));
    is_in_answer
        && whole.is_some_and(|step| is(step, &["schema"]))
        && !["properties", "$ref"]
            .iter()
            .any(|word| schema.contains_key(*word))
}

/// Whether a schema is of one of these types, and of no other.
pub(super) fn is_of(schema: &Map<String, Value>, types: &[&str]) -> bool {
    match schema.get("type") {
        Some(Value::String(kind)) => types.contains(&kind.as_str()),
        Some(Value::Array(kinds)) => {
            let mut kinds = kinds
                .iter()
                .filter_map(Value::as_str)
                .filter(|kind| *kind != "null");
            kinds.next().is_some_and(|kind| types.contains(&kind)) && kinds.next().is_none()
        }
        _ => false,
    }
}

fn spells(list: &Map<String, Value>, spellings: &Value) -> bool {
    let values = list.get("enum").and_then(Value::as_array);
    let has = |value: &Value| values.is_some_and(|values| values.contains(value));
    spellings.as_object().is_some_and(|spellings| {
        let mut all = spellings.iter();
        all.all(|(spelling, value)| has(value) && !has(&Value::from(spelling.as_str())))
    })
}

fn holds(document: Document<'_>, types: &Value) -> bool {
    let mut types = types.as_array().into_iter().flatten();
    types.all(|held| {
        let reference = held.get("$ref").and_then(Value::as_str);
        reference.is_none_or(|reference| document.referred(reference).is_some())
    })
}

/// Adds the names of all schemas that references in a part of the document lead to.
fn reach(document: Document<'_>, part: &Value, names: &mut BTreeSet<String>) {
    let mut left = vec![part];
    let mut seen = BTreeSet::new();
    while let Some(node) = left.pop() {
        match node {
            Value::Array(values) => left.extend(values),
            Value::Object(map) => {
                let reference = map.get("$ref").and_then(Value::as_str);
                let end = reference.and_then(|reference| document.referred(reference));
                if let Some(end) = end {
                    let is_new = match component_name(&end) {
                        Some(name) => names.insert(name.to_owned()),
                        None => seen.insert(end.clone()),
                    };
                    left.extend(document.get(&end).filter(|_| is_new));
                }
                left.extend(map.values());
            }
            _ => {}
        }
    }
}

fn successes(document: Document<'_>, operation: &Operation, places: &mut BTreeSet<Location>) {
    let answers = inside(&operation.location, "responses");
    let statuses = document
        .object(&answers)
        .into_iter()
        .flat_map(|map| map.keys());
    for status in statuses.filter(|status| status.starts_with('2')) {
        let content = inside(&document.resolve(&inside(&answers, status)), "content");
        for media in document
            .object(&content)
            .into_iter()
            .flat_map(|map| map.keys())
        {
            let mut place = inside(&inside(&content, media), "schema");
            // Each of what a reference leads to is the success as well.
            while places.insert(place.clone()) {
                let reference = document.text(&place, "$ref");
                match reference.and_then(|reference| document.referred(reference)) {
                    Some(end) => place = end,
                    None => break,
                }
            }
        }
    }
}
