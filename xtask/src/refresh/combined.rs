//! All documents of a provider in one, so that our own words find their places across them: what a document says of a schema
//! that several share stands in another one.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use serde_json_path::JsonPath;

use crate::answer::Problem;
use crate::source::each_reference;
use crate::yaml;

/// Documents by name.
pub(super) type Documents = BTreeMap<String, Value>;

/// One document of all: a name stands for one thing in all of them.
pub(super) fn combined(documents: &Documents) -> Value {
    let mut all = json!({});
    for document in documents.values() {
        put(&mut all, document, 0);
    }
    each_reference(&mut all, &mut |reference| {
        if let Some((file, fragment)) = reference.split_once('#')
            && file
                .strip_suffix(".yaml")
                .is_some_and(|name| documents.contains_key(name))
        {
            *reference = format!("#{fragment}");
        }
    });
    all
}

/// Adds what isn't there yet: of the document, of its paths and components, and of each of those.
fn put(all: &mut Value, more: &Value, depth: usize) {
    match (all, more) {
        (Value::Object(all), Value::Object(more)) => {
            for (key, value) in more {
                match all.get_mut(key) {
                    Some(there) if depth < 3 => put(there, value, depth + 1),
                    Some(_) => {}
                    None => drop(all.insert(key.clone(), value.clone())),
                }
            }
        }
        (Value::Array(all), Value::Array(more)) => {
            let new: Vec<_> = more
                .iter()
                .filter(|entry| !all.contains(entry))
                .cloned()
                .collect();
            all.extend(new);
        }
        _ => {}
    }
}

/// An overlay of all documents as one for each of these: the actions that have a target in it.
pub(super) fn shared_out(
    overlay: &str,
    documents: &Documents,
    all: &Documents,
) -> Result<BTreeMap<String, Value>, Problem> {
    let whole = florin_codegen::read_text("overlay.yaml", overlay)?.value;
    let actions = whole.get("actions").and_then(Value::as_array);
    let mut overlays = BTreeMap::new();
    for (name, document) in documents {
        let mut own = Vec::new();
        for action in actions.into_iter().flatten() {
            let target = action
                .get("target")
                .and_then(Value::as_str)
                .unwrap_or_default();
            let path = JsonPath::parse(target)
                .map_err(|e| Problem::new(target, e, "tell who wrote carry"))?;
            if !path.query(document).is_empty() {
                let mut action = action.clone();
                refer(&mut action, document, all);
                own.push(action);
            }
        }
        if !own.is_empty() {
            let mut overlay = whole.clone();
            if let Some(actions) = overlay.get_mut("actions") {
                *actions = own.into();
            }
            overlays.insert(name.clone(), overlay);
        }
    }
    Ok(overlays)
}

/// What leads nowhere in a document leads to the one of them all in which it is.
fn refer(action: &mut Value, document: &Value, all: &Documents) {
    each_reference(action, &mut |reference| {
        let Some(pointer) = reference.strip_prefix('#') else {
            return;
        };
        let has = |document: &Value| document.pointer(pointer).is_some();
        let other = all
            .iter()
            .find(|(_, other)| has(other))
            .filter(|_| !has(document));
        if let Some((name, _)) = other {
            *reference = format!("{name}.yaml#{pointer}");
        }
    });
}

/// The text of such an overlay, under the head of the one that it is from.
pub(super) fn text(whole: &str, overlay: &Value) -> Result<String, Problem> {
    let head = whole.lines().take_while(|line| line.starts_with('#'));
    let head: String = head.map(|line| format!("{line}\n")).collect();
    Ok(head + &yaml::write(overlay)?)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Documents, combined, shared_out};

    fn documents() -> Documents {
        let loans = json!({
            "info": { "title": "Loans", "x-unsupported": ["a"] },
            "paths": { "/a": { "get": { "$ref": "shared.yaml#/components/x" } } }
        });
        let shared = json!({
            "info": { "title": "All", "x-unsupported": ["b"] },
            "paths": { "/a": { "post": {} } }, "components": { "schemas": { "S": { "$ref": "other.yaml#/S" } } }
        });
        [("loans".to_owned(), loans), ("shared".to_owned(), shared)].into()
    }

    #[test]
    fn all_documents_become_one_that_refers_to_itself() {
        let expected = json!({
            "info": { "title": "Loans", "x-unsupported": ["a", "b"] },
            "paths": { "/a": { "get": { "$ref": "#/components/x" }, "post": {} } },
            "components": { "schemas": { "S": { "$ref": "other.yaml#/S" } } }
        });
        assert_eq!(combined(&documents()), expected);
    }

    #[test]
    fn each_document_gets_the_actions_that_have_a_target_in_it() {
        let overlay = "overlay: 1.0.0\nactions:\n- {target: '$.paths.*.*', update: {a: 1}}\n- {target: $.components.schemas.S, \
                       update: {b: 1}}\n- {target: $.paths.*.get, update: {$ref: '#/components/schemas/S'}}\n";
        let all = documents();
        let out = shared_out(overlay, &all, &all).unwrap();
        assert_eq!(out["loans"]["actions"].as_array().unwrap().len(), 2);
        let reference = &out["loans"]["actions"][1]["update"]["$ref"];
        assert_eq!(reference, "shared.yaml#/components/schemas/S");
        assert_eq!(out["shared"]["actions"].as_array().unwrap().len(), 2);
    }
}
