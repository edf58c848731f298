//! What of a document the generator can't take: found by halving, and made plainer.
//!
//! progenitor and typify fail as a whole, often by a panic, and don't say where. A part is looked for by trying again with
//! less: half of the schemas while the others stand there as any JSON, then half of those that fail, until each that fails
//! is found. Within one, the innermost schema is looked for without which it is taken. So a document of hundreds of
//! schemas costs about as much time as a few attempts over all of it, however many of its parts fail.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use crate::error::Place;
use crate::finding::Finding;
use crate::spec::read::Document;
use crate::spec::{METHODS, Object, SCHEMAS, Spec, escape, mentions, pointed, sent_names, text};

/// Tries a document: what the generator says if it can't take it.
type Try<'a> = &'a dyn Fn(&Value) -> Result<(), String>;

/// Makes what can't be taken any JSON, and leaves operations out that can't be taken even so. `false` where no part alone
/// is to blame.
pub(crate) fn mend(spec: &mut Spec, attempt: Try<'_>) -> bool {
    schemas(spec, attempt) || operations(spec, attempt)
}

fn schemas(spec: &mut Spec, attempt: Try<'_>) -> bool {
    let names: Vec<_> = spec.schemas().map(|(name, _)| name.clone()).collect();
    let root = spec.root.clone();
    let fails = |names: &[&String]| {
        let names: BTreeSet<_> = names.iter().map(|name| name.as_str()).collect();
        attempt(&only_schemas(&root, &names)).err()
    };
    let mut found = Vec::new();
    halve(&names.iter().collect::<Vec<_>>(), &fails, &mut found);
    for (name, message) in &found {
        let without = |pointer: &str| {
            let mut root = root.clone();
            loosen(&mut root, pointer)
                && attempt(&only_schemas(&root, &BTreeSet::from([name.as_str()]))).is_ok()
        };
        let pointer = format!("{SCHEMAS}{}", escape(name));
        let pointer = innermost(&root, pointer, &without);
        loosen(&mut spec.root, &pointer);
        spec.taken(spec.origin(&pointer), said(message), "it is any JSON");
    }
    !found.is_empty()
}

fn operations(spec: &mut Spec, attempt: Try<'_>) -> bool {
    let all: Vec<(String, &'static str)> = spec
        .operations()
        .map(|operation| (operation.path.to_owned(), operation.method))
        .collect();
    let root = spec.root.clone();
    let fails = |these: &[&(String, &'static str)]| attempt(&only_operations(&root, these)).err();
    let mut found = Vec::new();
    halve(&all.iter().collect::<Vec<_>>(), &fails, &mut found);
    for (operation, message) in &found {
        let (path, method) = operation;
        let without = |pointer: &str| {
            let mut root = root.clone();
            loosen(&mut root, pointer) && attempt(&only_operations(&root, &[operation])).is_ok()
        };
        let whole = format!("#/paths/{}/{method}", escape(path));
        let held = held(&root, &whole).into_iter();
        match held.into_iter().find(|pointer| without(pointer)) {
            Some(pointer) => {
                let pointer = innermost(&root, pointer, &without);
                loosen(&mut spec.root, &pointer);
                spec.taken(spec.origin(&pointer), said(message), "it is any JSON");
            }
            None => leave_out(spec, path, method, message),
        }
    }
    !found.is_empty()
}

/// Its path may be written in another way by now.
fn leave_out(spec: &mut Spec, path: &str, method: &str, message: &str) {
    let item = spec.root.pointer_mut(&format!("/paths/{}", escape(path)));
    let Some(item) = item.and_then(Value::as_object_mut) else {
        return;
    };
    let path = text(item, sent_names::PATH).unwrap_or(path).to_owned();
    if let Some(operation) = item.remove(method) {
        let id = operation.as_object().and_then(|o| text(o, "operationId"));
        let place = Place::Operation(method.to_owned(), path, id.map(Into::into));
        spec.find(Finding::left_out(place, said(message)));
    }
}

fn said(message: &str) -> String {
    format!("the generator can't take it: {message}")
}

/// Finds each part that fails, with what is said of it. Of several that fail together only, the last is found.
fn halve<'a, T>(
    parts: &[&'a T],
    fails: &dyn Fn(&[&'a T]) -> Option<String>,
    found: &mut Vec<(&'a T, String)>,
) {
    let Some(message) = fails(parts) else {
        return;
    };
    if let [only] = parts {
        found.push((only, message));
        return;
    }
    let before = found.len();
    let (first, second) = parts.split_at(parts.len() / 2);
    if !first.is_empty() {
        halve(first, fails, found);
        halve(second, fails, found);
    }
    if found.len() > before || parts.is_empty() {
        return;
    }
    // Neither half fails alone: the shortest beginning that does ends with one that is to blame.
    let (mut taken, mut failing) = (parts.len() / 2, parts.len());
    while failing - taken > 1 {
        let middle = taken.midpoint(failing);
        match fails(&parts[..middle]) {
            Some(_) => failing = middle,
            None => taken = middle,
        }
    }
    found.push((parts[failing - 1], message));
}

/// Goes inwards for as long as there is one schema inside without which the whole is taken.
fn innermost(root: &Value, mut pointer: String, without: &dyn Fn(&str) -> bool) -> String {
    while let Some(inner) = inner(root, &pointer).into_iter().find(|p| without(p)) {
        pointer = inner;
    }
    pointer
}

fn inner(root: &Value, pointer: &str) -> Vec<String> {
    let mut found = Vec::new();
    let schema = Spec::lookup(root, pointer).and_then(Value::as_object);
    pointed::inner(
        &mut schema.cloned().unwrap_or_default(),
        pointer,
        &mut |_, pointer| found.push(pointer.to_owned()),
    );
    found
}

/// The bodies and answers of an operation.
fn held(root: &Value, operation: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut spec = document_of(root.clone());
    pointed::each(&mut spec, &mut |_, pointer| {
        let rest = pointer.strip_prefix(operation);
        if rest.is_some_and(|rest| rest.starts_with('/') && !rest.starts_with("/parameters")) {
            found.push(pointer.to_owned());
        }
    });
    found
}

fn document_of(value: Value) -> Spec {
    let findings = Vec::new();
    Spec::new(Document { value, findings })
}

/// Makes a schema any JSON. `false` where it is that already.
fn loosen(root: &mut Value, pointer: &str) -> bool {
    let slot = pointer.strip_prefix('#').and_then(|p| root.pointer_mut(p));
    match slot {
        Some(schema) if *schema != json!({}) => {
            *schema = json!({});
            true
        }
        _ => false,
    }
}

/// These schemas as they are, what they refer to as any JSON, and nothing else.
fn only_schemas(root: &Value, names: &BTreeSet<&str>) -> Value {
    let empty = Object::new();
    let all = root.pointer("/components/schemas");
    let all = all.and_then(Value::as_object).unwrap_or(&empty);
    let mut kept = Map::new();
    let mut referred = Vec::new();
    for (name, schema) in all.iter().filter(|(name, _)| names.contains(name.as_str())) {
        mentions(schema, &mut referred);
        kept.insert(name.clone(), schema.clone());
    }
    for name in referred {
        kept.entry(name).or_insert_with(|| json!({}));
    }
    document(root, json!({}), kept)
}

/// These operations, with the schemas that they need.
fn only_operations(root: &Value, these: &[&(String, &'static str)]) -> Value {
    let mut paths = Object::new();
    for (path, method) in these {
        let Some(item) = root.pointer(&format!("/paths/{}", escape(path))) else {
            continue;
        };
        let entry = paths.entry(path.clone()).or_insert_with(|| {
            let mut item = item.clone();
            if let Some(item) = item.as_object_mut() {
                item.retain(|key, _| !METHODS.contains(&key.as_str()));
            }
            item
        });
        if let (Some(entry), Some(operation)) = (entry.as_object_mut(), item.get(*method)) {
            entry.insert((*method).to_owned(), operation.clone());
        }
    }
    let paths = Value::Object(paths);
    let empty = Object::new();
    let all = root.pointer("/components/schemas");
    let all = all.and_then(Value::as_object).unwrap_or(&empty);
    let mut kept = Map::new();
    let mut open = Vec::new();
    mentions(&paths, &mut open);
    while let Some(name) = open.pop() {
        if let Some(schema) = all.get(&name)
            && !kept.contains_key(&name)
        {
            mentions(schema, &mut open);
            kept.insert(name, schema.clone());
        }
    }
    document(root, paths, kept)
}

fn document(root: &Value, paths: Value, schemas: Object) -> Value {
    let mut document = Object::new();
    for key in ["openapi", "info", "servers"] {
        document.extend(root.get(key).map(|value| (key.to_owned(), value.clone())));
    }
    document.insert("paths".into(), paths);
    let components = Object::from_iter([("schemas".to_owned(), schemas.into())]);
    document.insert("components".into(), components.into());
    document.into()
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;
    use crate::generator;

    /// Many schemas and operations, of which typify and progenitor can't take some.
    fn large() -> Spec {
        let broken = json!({ "type": "money", "exclusiveMinimum": true });
        let mut schemas = Object::new();
        let mut paths = Object::new();
        for i in 0..200 {
            let next = json!({ "$ref": format!("{SCHEMAS}S{}", (i + 1) % 200) });
            let own = match i {
                17 | 130 => broken.clone(),
                _ => json!({ "type": "string" }),
            };
            schemas.insert(
                format!("S{i}"),
                json!({ "type": "object", "properties": { "next": next, "own": own, "list": { "type": "array", "items": { "type": "integer" } } } }),
            );
            let answer = json!({ "200": { "description": "", "content": { "application/json": { "schema": { "$ref": format!("{SCHEMAS}S{i}") } } } } });
            let mut operation = json!({ "operationId": format!("get_{i}"), "responses": answer });
            if i == 60 {
                operation["requestBody"] = json!({ "content": { "application/json": { "schema": { "type": "object", "properties": { "a": broken } } } } });
            }
            if i == 90 {
                operation["parameters"] =
                    json!([{ "name": "c", "in": "cookie", "schema": { "type": "string" } }]);
            }
            paths.insert(format!("/{i}"), json!({ "get": operation }));
        }
        document_of(json!({
            "openapi": "3.0.3",
            "info": { "title": "Large", "version": "1" },
            "paths": paths,
            "components": { "schemas": schemas },
        }))
    }

    #[test]
    fn each_part_that_fails_is_found_and_nothing_else_is_lost() {
        let mut spec = large();
        let output = generator::run(&mut spec, false);
        assert!(output.is_ok());
        let found: Vec<_> = spec
            .findings
            .iter()
            .map(|f| (f.location(), f.is_left_out()))
            .collect();
        assert_eq!(
            found,
            [
                ("#/components/schemas/S130/properties/own".to_owned(), false),
                ("#/components/schemas/S17/properties/own".to_owned(), false),
                (
                    "#/paths/~160/get/requestBody/content/application~1json/schema/properties/a"
                        .to_owned(),
                    false
                ),
                ("GET /90 (get_90)".to_owned(), true),
            ]
        );
        assert!(
            spec.findings[0].reason().contains("exclusive_minimum"),
            "{}",
            spec.findings[0]
        );
    }

    #[test]
    fn the_search_costs_a_few_attempts_over_all() {
        let mut spec = large();
        let (attempts, looked_at) = (Cell::new(0_usize), Cell::new(0_usize));
        assert!(mend(&mut spec, &|root| {
            attempts.set(attempts.get() + 1);
            let schemas = root["components"]["schemas"]
                .as_object()
                .map_or(0, Map::len);
            looked_at.set(looked_at.get() + schemas);
            match root["components"].to_string().contains("money") {
                true => Err("money".into()),
                false => Ok(()),
            }
        }));
        assert!(attempts.get() < 60, "{}", attempts.get());
        // Those that are only referred to are among them.
        assert!(looked_at.get() < 200 * 8, "{}", looked_at.get());
    }

    #[test]
    fn of_two_that_fail_only_together_one_gives_way() {
        let mut spec = document_of(json!({
            "paths": {},
            "components": { "schemas": { "A": { "type": "string" }, "B": { "type": "string" }, "C": { "type": "string" } } },
        }));
        let both = |root: &Value| {
            let text =
                |name: &str| root["components"]["schemas"][name] == json!({ "type": "string" });
            if text("A") && text("C") {
                Err("both".into())
            } else {
                Ok(())
            }
        };
        assert!(mend(&mut spec, &both));
        assert_eq!(spec.schema("C"), Some(&json!({})));
        assert_eq!(spec.schema("A"), Some(&json!({ "type": "string" })));
        assert!(!mend(&mut spec, &both));
    }
}
