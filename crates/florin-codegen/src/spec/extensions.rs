//! Words of our own must stand where they mean something.
//!
//! A misplaced `x-unit` or `x-as-sent` would be passed over in silence, and a rate would be a bare decimal after all. Needs
//! the parameters, bodies and answers in the operations.

use std::collections::BTreeSet;

use serde_json::Value;

use super::idempotency_key::WORD;
use super::{
    METHODS, Object, Operation, SCHEMAS, Spec, also_read, client_default, component, each_holding,
    escape, is_true, relax_reads, text,
};
use crate::error::Error;
use crate::key_field;

/// Refuses what stands in the wrong place or says nothing.
pub(crate) fn check(spec: &Spec) -> Result<(), Error> {
    let read = relax_reads::names_of_read(&mut spec.clone());
    each_holding(&spec.root, "x-unit", &mut unit)?;
    each_holding(&spec.root, "x-as-sent", &mut |schema, pointer| {
        as_sent(schema, pointer, &read)
    })?;
    each_holding(&spec.root, also_read::WORD, &mut |schema, pointer| {
        also_read::check(schema, pointer, is_read(pointer, &read))
    })?;
    each_holding(&spec.root, relax_reads::OPEN, &mut open)?;
    let empty = empty_successes(spec);
    each_holding(&spec.root, "x-may-be-empty", &mut |schema, pointer| {
        may_be_empty(schema, pointer, &empty)
    })?;
    each_holding(&spec.root, WORD, &mut |_, pointer| {
        stands(is_parameter(pointer), (WORD, pointer), NO_PARAMETER)
    })?;
    each_holding(&spec.root, client_default::WORD, &mut |_, pointer| {
        let at = (client_default::WORD, pointer);
        stands(is_parameter(pointer), at, NO_PARAMETER)
    })?;
    for word in [IN_PROGRESS, key_field::WORD] {
        each_holding(&spec.root, word, &mut |_, pointer| {
            stands(is_operation(pointer), (word, pointer), NO_OPERATION)
        })?;
    }
    parameters(spec)
}

const IN_PROGRESS: &str = "x-in-progress";

/// Where a word stands that stands in the wrong place, and what to do.
const NO_PARAMETER: (&str, &str) = (
    "no parameter of an operation",
    "put it beside `name` and `in` of the header",
);
const NO_OPERATION: (&str, &str) = ("no operation", "put it on the operation itself");

fn stands(
    well: bool,
    (word, pointer): (&str, &str),
    (place, remedy): (&str, &str),
) -> Result<(), Error> {
    let wrong = || format!("`{word}` stands on what is {place}");
    match well {
        true => Ok(()),
        false => Err(Error::pointer(pointer, wrong(), remedy)),
    }
}

/// `#/paths/<path>/<method>/parameters/<number>`
fn is_parameter(pointer: &str) -> bool {
    let pieces: Vec<_> = pointer.split('/').collect();
    matches!(pieces[..], ["#", "paths", _, _, "parameters", _])
}

/// `#/paths/<path>/<method>`
fn is_operation(pointer: &str) -> bool {
    let pieces: Vec<_> = pointer.split('/').collect();
    matches!(pieces[..], ["#", "paths", _, method] if METHODS.contains(&method))
}

fn unit(schema: &Object, pointer: &str) -> Result<(), Error> {
    let error = |wrong: String, remedy: &str| Err(Error::pointer(pointer, wrong, remedy));
    if !matches!(text(schema, "x-unit"), Some("fraction" | "percent")) {
        let wrong = format!("`x-unit: {}` is unknown", schema["x-unit"]);
        return error(wrong, "write `fraction` or `percent`");
    }
    match text(schema, "type") {
        Some("number") => Ok(()),
        Some("string") if is_true(schema, "x-as-sent") => Ok(()),
        _ => error(
            "`x-unit` stands on what is no number".into(),
            "put it on a schema of `type: number`, or of `type: string` with `x-as-sent: true`",
        ),
    }
}

fn open(schema: &Object, pointer: &str) -> Result<(), Error> {
    word_of_truth(schema, relax_reads::OPEN, pointer)?;
    match also_read::texts(schema) {
        Some(_) => Ok(()),
        None => Err(Error::pointer(
            pointer,
            format!("`{}` stands on what is no list of texts", relax_reads::OPEN),
            "put it beside `type: string` and `enum`",
        )),
    }
}

fn as_sent(schema: &Object, pointer: &str, read: &BTreeSet<String>) -> Result<(), Error> {
    let error = |wrong: &str, remedy: &str| Err(Error::pointer(pointer, wrong, remedy));
    if !word_of_truth(schema, "x-as-sent", pointer)? {
        return Ok(());
    }
    if !matches!(
        text(schema, "type"),
        Some("string" | "integer" | "number" | "boolean")
    ) {
        return error(
            "`x-as-sent` stands on what is no single value",
            "put it on schemas of `type: string`, `integer`, `number` or `boolean`",
        );
    }
    if text(schema, "x-sensitive") == Some("secret") {
        return error(
            "`x-as-sent` stands on a secret, which is kept as a secret and nothing else",
            "remove one of the two",
        );
    }
    if is_read(pointer, read) {
        Ok(())
    } else {
        error(
            "`x-as-sent` stands on what is only sent",
            "remove it; what we send is written in one way",
        )
    }
}

/// Whether the place is in an answer, or in a schema that is read.
fn is_read(pointer: &str, read: &BTreeSet<String>) -> bool {
    match pointer.strip_prefix(SCHEMAS) {
        Some(rest) => {
            let name = rest.split('/').next().unwrap_or_default();
            read.iter().any(|known| escape(known) == name)
        }
        None => pointer.split('/').nth(4) == Some("responses"),
    }
}

fn may_be_empty(schema: &Object, pointer: &str, successes: &BTreeSet<String>) -> Result<(), Error> {
    let error = |wrong: &str, remedy: &str| Err(Error::pointer(pointer, wrong, remedy));
    if !word_of_truth(schema, "x-may-be-empty", pointer)? {
        return Ok(());
    }
    if !successes.contains(pointer) {
        return error(
            "`x-may-be-empty` stands on what is no operation's success",
            "put it on the schema of a success, or on the component that this is",
        );
    }
    let is_object = text(schema, "type").is_none_or(|kind| kind == "object");
    if is_object || is_true(schema, "nullable") {
        Ok(())
    } else {
        error(
            "`x-may-be-empty` stands on what can be read neither from `{}` nor from `null`",
            "put it on an object, or say `nullable: true`",
        )
    }
}

/// The places of the schemas that are the whole of a success.
fn empty_successes(spec: &Spec) -> BTreeSet<String> {
    let mut places = BTreeSet::new();
    for operation in spec.operations() {
        for (status, media, schema) in operation.successes() {
            let own = format!(
                "{}/responses/{}/content/{}/schema",
                operation.pointer(),
                escape(status),
                escape(media)
            );
            places.insert(own);
            let mut schema = schema;
            while let Some(name) = component(schema) {
                if !places.insert(format!("{SCHEMAS}{}", escape(name))) {
                    break;
                }
                schema = spec.schema(name).unwrap_or(&Value::Null);
            }
        }
    }
    places
}

fn word_of_truth(schema: &Object, word: &str, pointer: &str) -> Result<bool, Error> {
    schema[word].as_bool().ok_or_else(|| {
        let wrong = format!("`{word}: {}` is neither true nor false", schema[word]);
        Error::pointer(pointer, wrong, "write `true`, or leave it out")
    })
}

/// A parameter is only sent, and outside of a query it is sent as it is shown, which for a percentage is with its sign.
fn parameters(spec: &Spec) -> Result<(), Error> {
    for operation in spec.operations() {
        let parameters = operation.body.get("parameters").and_then(Value::as_array);
        for parameter in parameters.into_iter().flatten() {
            for word in [WORD, client_default::WORD] {
                header_of_text(spec, &operation, parameter, word)?;
            }
            let Some(schema) = parameter
                .get("schema")
                .and_then(|schema| spec.resolve(schema).as_object())
            else {
                continue;
            };
            let name = parameter
                .get("name")
                .and_then(Value::as_str)
                .unwrap_or_default();
            let in_query = parameter.get("in").is_some_and(|place| place == "query");
            if is_true(schema, "x-as-sent") {
                let wrong = format!("the parameter `{name}` has `x-as-sent`, and is only sent");
                let remedy = "give it a schema of its own, without that word";
                return Err(operation.error(wrong, remedy));
            }
            if schema.contains_key("x-unit") && !in_query {
                let wrong =
                    format!("the parameter `{name}` has an `x-unit`, and is not in the query");
                let remedy = "give it a schema of its own, without that word";
                return Err(operation.error(wrong, remedy));
            }
        }
    }
    Ok(())
}

/// Where a key or a client's own value may stand; what else is said of it is checked with the operation's other facts.
fn header_of_text(
    spec: &Spec,
    operation: &Operation<'_>,
    parameter: &Value,
    word: &str,
) -> Result<(), Error> {
    let Some(parameter) = parameter.as_object().filter(|p| p.contains_key(word)) else {
        return Ok(());
    };
    let name = text(parameter, "name").unwrap_or_default();
    let error = |wrong: String, remedy: &str| Err(operation.error(wrong, remedy));
    match &parameter[word] {
        Value::Bool(true) => {}
        Value::Bool(false) => return Ok(()),
        said => {
            return error(
                format!("`{word}: {said}` of the parameter `{name}` is neither true nor false"),
                "write `true`, or leave it out",
            );
        }
    }
    if text(parameter, "in") != Some("header") {
        let remedy = match word {
            WORD => "only a header carries a key; leave the word out",
            _ => "only a header can be set for all requests of a client; leave the word out",
        };
        return error(
            format!("the parameter `{name}` has `{word}`, and is no header"),
            remedy,
        );
    }
    let schema = parameter.get("schema").map(|schema| spec.resolve(schema));
    let is_text = schema
        .and_then(Value::as_object)
        .is_some_and(|schema| text(schema, "type") == Some("string"));
    match is_text {
        true => Ok(()),
        false => error(
            format!("the header `{name}` has `{word}`, and is no text"),
            "give it a schema of `type: string`",
        ),
    }
}
