//! What is left of 3.1, after it is said in other words.
//!
//! Words that say nothing about a value, or about the document, go away in silence. A method that 3.0 doesn't have can't be
//! called, and what is left of the words about values is a check that no type makes: both are told. After this, the document
//! is one of OpenAPI 3.0, and says so.

use serde_json::{Value, json};

use super::places::{Kind, each};
use crate::error::{Error, Place};
use crate::finding::Finding;
use crate::spec::told::Told;
use crate::spec::{Object, Spec, text};

const NOTHING: [&str; 8] = [
    "$schema",
    "$comment",
    "$vocabulary",
    "$id",
    "$anchor",
    "$defs",
    "$self",
    "jsonSchemaDialect",
];

/// Runs the pass.
pub(crate) fn run(spec: &mut Spec) -> Result<(), Error> {
    let mut told = Told::default();
    each(&mut spec.root, &mut |kind, value, pointer| {
        let Some(object) = value.as_object_mut() else {
            return;
        };
        match kind {
            Kind::Schema => schema(object),
            Kind::Media if object.remove("itemSchema").is_some() => {
                let wrong = "`itemSchema` describes the elements of a stream";
                told.at(pointer, wrong, "the body is taken as a whole");
            }
            _ => {}
        }
    });
    told.tell(spec);
    methods(spec);
    if let Some(root) = spec.root.as_object_mut() {
        document(root);
    }
    Ok(())
}

fn schema(schema: &mut Object) {
    NOTHING.iter().for_each(|word| drop(schema.remove(*word)));
    if matches!(text(schema, "type"), Some("object" | "array" | "boolean")) {
        schema.remove("format");
    }
}

/// Leaves out the operations of methods that a client of ours has no words for.
fn methods(spec: &mut Spec) {
    let mut left_out = Vec::new();
    let paths = spec.root.get_mut("paths").and_then(Value::as_object_mut);
    for (path, item) in paths.into_iter().flatten() {
        let Some(item) = item.as_object_mut() else {
            continue;
        };
        let query = item.remove("query").map(|o| ("QUERY".to_owned(), o));
        let others = match item.remove("additionalOperations") {
            Some(Value::Object(others)) => others,
            _ => Object::new(),
        };
        for (method, operation) in query.into_iter().chain(others) {
            let id = operation.get("operationId").and_then(Value::as_str);
            left_out.push((method, path.clone(), id.map(str::to_owned)));
        }
    }
    for (method, path, id) in left_out {
        let wrong = format!("the method `{method}` is not one of OpenAPI 3.0");
        spec.find(Finding::left_out(Place::Operation(method, path, id), wrong));
    }
}

fn document(root: &mut Object) {
    NOTHING.iter().for_each(|word| drop(root.remove(*word)));
    if let Some(info) = root.get_mut("info").and_then(Value::as_object_mut) {
        if let Some(summary) = info.remove("summary") {
            info.entry("description").or_insert(summary);
        }
        if let Some(license) = info.get_mut("license").and_then(Value::as_object_mut) {
            license.remove("identifier");
        }
    }
    let is_later = !text(root, "openapi").is_some_and(|version| version.starts_with("3.0."));
    if is_later {
        root.insert("openapi".into(), "3.0.3".into());
        root.entry("paths").or_insert_with(|| json!({}));
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::tests::made_of;
    use super::run;

    #[test]
    fn what_says_nothing_is_silent_and_the_rest_is_told() {
        let root = json!({
            "$self": "https://lender.example/api", "jsonSchemaDialect": "https://lender.example/dialect",
            "info": { "title": "t", "version": "1", "summary": "s", "license": { "name": "MIT", "identifier": "MIT" } },
            "paths": { "/a": { "query": { "operationId": "find" }, "additionalOperations": { "COPY": {} } } },
            "components": { "schemas": { "A": {
                "$schema": "s", "$comment": "c", "type": "object", "format": "json",
                "properties": { "$comment": { "type": "string", "format": "date" } },
            } } },
        });
        let (made, told) = made_of(run, &root);
        assert_eq!(
            made,
            json!({
                "openapi": "3.0.3",
                "info": { "title": "t", "version": "1", "description": "s", "license": { "name": "MIT" } },
                "paths": { "/a": {} },
                "components": { "schemas": { "A": {
                    "type": "object", "properties": { "$comment": { "type": "string", "format": "date" } },
                } } },
            })
        );
        assert_eq!(
            told,
            [
                ": QUERY /a (find): the method `QUERY` is not one of OpenAPI 3.0; the operation is left out",
                ": COPY /a: the method `COPY` is not one of OpenAPI 3.0; the operation is left out",
            ]
        );
    }
}
