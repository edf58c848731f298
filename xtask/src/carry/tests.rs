//! Our own specs, as if their providers had published them: what is carried to the same document, to one that calls
//! things otherwise, and to one that lacks some.

mod lender;

use std::path::{Path, PathBuf};

use serde_json::{Map, Value, json};

use super::{Carried, carried};
use crate::overlay::Overlay;
use crate::yaml;

fn document(file: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../specs")
        .join(file);
    florin_codegen::bundle_file(&path).unwrap().value
}

/// The same document from somebody who knows no words of ours.
fn upstream(value: &Value) -> Value {
    match value {
        Value::Array(values) => values.iter().map(upstream).collect(),
        Value::Object(map) => {
            let own = |key: &str| key.starts_with("x-") && key != "x-www-form-urlencoded";
            let others = map.iter().filter(|(key, _)| !own(key));
            Value::Object(
                others
                    .map(|(key, value)| (key.clone(), upstream(value)))
                    .collect(),
            )
        }
        single => single.clone(),
    }
}

/// What the overlay makes of the upstream document.
fn corrected(carried: &Carried, upstream: &Value) -> Value {
    let overlay = carried.overlay.as_deref().unwrap();
    Overlay::parse("overlay.yaml", overlay)
        .unwrap()
        .apply(upstream)
        .unwrap()
}

fn client(document: &Value) -> String {
    let text = yaml::write(document).unwrap();
    let source = florin_codegen::Source {
        name: "spec",
        text: &text,
        httpmock: false,
    };
    florin_codegen::generate(&source).unwrap().client
}

/// Every operation says that all of it is documented.
fn documented(document: &mut Value) {
    let all = json!({ "path": "documented", "request": "documented", "response": "documented" });
    let items = document["paths"].as_object_mut().unwrap().values_mut();
    for operation in items.flat_map(|item| item.as_object_mut().unwrap().values_mut()) {
        if let Some(operation) = operation
            .as_object_mut()
            .filter(|it| it.contains_key("responses"))
        {
            operation.insert("x-provenance".into(), all.clone());
        }
    }
}

fn our_documents() -> Vec<PathBuf> {
    let files = [
        "financeit/openapi.yaml",
        "monetago/openapi.yaml",
        "monoova/openapi.yaml",
        "nemuru/openapi.yaml",
        "tradevest/customers.yaml",
        "tradevest/trading.yaml",
        "tradevest/webhooks.yaml",
    ];
    files.iter().map(PathBuf::from).collect()
}

#[test]
fn to_a_document_that_is_ours_but_for_the_words_all_of_them_are_carried() {
    for file in our_documents() {
        let mut ours = document(file.to_str().unwrap());
        let theirs = upstream(&ours);
        let carried = carried(&ours, &theirs);
        let lost: Vec<_> = carried
            .lost
            .iter()
            .filter(|line| !line.contains("x-unsupported"))
            .collect();
        assert!(lost.is_empty(), "{}: {lost:#?}", file.display());
        documented(&mut ours);
        ours["info"]
            .as_object_mut()
            .unwrap()
            .remove("x-unsupported");
        let corrected = corrected(&carried, &theirs);
        assert_eq!(
            yaml::write(&corrected).unwrap(),
            yaml::write(&ours).unwrap(),
            "{}",
            file.display()
        );
    }
}

/// With everything called otherwise that upstream may call otherwise: components, path parameters, spellings, a version in
/// the path.
fn renamed(value: &Value) -> Value {
    let text = |text: &str| text.replace("#/components/schemas/", "#/components/schemas/Api");
    match value {
        Value::Array(values) => values.iter().map(renamed).collect(),
        Value::Object(map) => {
            let mut inner: Map<_, _> = map
                .iter()
                .map(|(key, value)| (key.clone(), renamed(value)))
                .collect();
            if let Some(Value::Object(schemas)) = inner.get_mut("schemas") {
                *schemas = std::mem::take(schemas)
                    .into_iter()
                    .map(|(name, schema)| (format!("Api{name}"), schema))
                    .collect();
            }
            Value::Object(inner)
        }
        Value::String(old) => text(old).into(),
        single => single.clone(),
    }
}

#[test]
fn where_types_are_called_otherwise_the_uses_lead_to_them() {
    for file in our_documents() {
        let ours = document(file.to_str().unwrap());
        let theirs = renamed(&upstream(&ours));
        let carried = carried(&ours, &theirs);
        // What only types lead to that no operation uses has another name there, and is told.
        let uses = |line: &&String| {
            !line.starts_with("$.components.schemas.") && !line.starts_with("$.info")
        };
        assert_eq!(carried.lost.iter().find(uses), None, "{}", file.display());
        assert!(
            carried.kept > carried.lost.len(),
            "{}: {:#?}",
            file.display(),
            carried.lost
        );
        client(&corrected(&carried, &theirs));
    }
}

#[test]
fn what_is_known_to_be_inside_is_called_as_the_other_types_are() {
    let ours = document("nemuru/openapi.yaml");
    let carried = carried(&ours, &renamed(&upstream(&ours)));
    let overlay = carried.overlay.unwrap();
    assert!(
        overlay.contains("x-holds") && overlay.contains("schemas/ApiLoanStepEvent"),
        "{:#?}",
        carried.lost
    );
    let is_lost = |line: &&String| line.contains("x-holds");
    assert_eq!(carried.lost.iter().find(is_lost), None);
}

/// Without some of the fields, parameters, answers, operations and values, and with some types said otherwise.
fn thinned(value: &Value, key: &str, state: &mut u64) -> Value {
    let mut chance = |one_in: u64| {
        *state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (*state >> 33).is_multiple_of(one_in)
    };
    match value {
        Value::Array(values) => {
            let is_optional = matches!(key, "enum" | "parameters");
            let values: Vec<_> = values
                .iter()
                .enumerate()
                .filter(|(at, _)| *at == 0 || !is_optional || !chance(8))
                .collect();
            values
                .into_iter()
                .map(|(_, value)| thinned(value, "", state))
                .collect()
        }
        Value::Object(map) => {
            let is_optional = matches!(key, "properties" | "paths" | "responses");
            let map: Vec<_> = map.iter().filter(|_| !is_optional || !chance(8)).collect();
            Value::Object(
                map.into_iter()
                    .map(|(key, value)| (key.clone(), thinned(value, key, state)))
                    .collect(),
            )
        }
        Value::String(kind)
            if key == "type" && kind != "object" && kind != "array" && chance(16) =>
        {
            "integer".into()
        }
        single => single.clone(),
    }
}

#[test]
fn what_is_carried_to_a_document_that_lacks_some_of_it_is_what_the_generator_takes() {
    let mut state = 7;
    for file in our_documents() {
        let ours = document(file.to_str().unwrap());
        let theirs = thinned(&upstream(&ours), "", &mut state);
        let carried = carried(&ours, &theirs);
        client(&corrected(&carried, &theirs));
        assert!(!carried.lost.is_empty(), "{}", file.display());
    }
}
