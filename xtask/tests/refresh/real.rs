//! The day on which somebody holds the provider's real spec: it takes the place of the one that was written by hand, and
//! what only we know (what may be repeated, what is secret) is not lost.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use xtask::surface::Surface;

use crate::lender::Workspace;

const PROVIDER: &str = "nemuru";

/// A document as the provider could publish it: without a word of ours, and with other names for what stands in paths.
fn theirs(ours: &Value) -> Value {
    let mut real = ours.clone();
    plain(&mut real, true);
    rename(&mut real);
    let mut named = serde_json::Map::new();
    for (path, item) in real["paths"].as_object().unwrap() {
        let path = path.replace('}', "_of_theirs}");
        named.insert(path, item.clone());
    }
    real["paths"] = named.into();
    real
}

/// Such a document, with an operation that we never heard of, and without one that we thought there was: which.
fn real(ours: &Value) -> (Value, String) {
    let mut real = theirs(ours);
    let paths = real["paths"].as_object_mut().unwrap();
    let has_one = |(_, item): &(&String, &Value)| item.as_object().unwrap().len() == 1;
    let gone = paths.iter().find(has_one).unwrap().0.clone();
    paths.remove(&gone);
    let news = json!({ "operationId": "unheard_of", "summary": "News", "responses": { "200": { "description": "It" } } });
    paths.insert("/unheard-of".to_owned(), json!({ "get": news }));
    (real, gone)
}

/// Takes our words off.
fn plain(value: &mut Value, is_word: bool) {
    match value {
        Value::Object(object) => {
            if is_word {
                object.retain(|key, _| !key.starts_with("x-"));
            }
            for (key, inner) in object.iter_mut() {
                plain(inner, key != "properties" && key != "example");
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|inner| plain(inner, true)),
        _ => {}
    }
}

/// Calls what stands in a path otherwise.
fn rename(value: &mut Value) {
    match value {
        Value::Object(object) => {
            if object.get("in").is_some_and(|place| place == "path")
                && let Some(Value::String(name)) = object.get_mut("name")
            {
                name.push_str("_of_theirs");
            }
            object.values_mut().for_each(rename);
        }
        Value::Array(items) => items.iter_mut().for_each(rename),
        _ => {}
    }
}

/// What is kept by operation: how it may be repeated, and which of what it takes is secret, whatever it is called.
fn facts(surface: &Surface) -> BTreeMap<String, (String, Vec<String>)> {
    let blank = |path: &str| {
        let parts = path.split('/');
        let parts = parts.map(|part| if part.contains('{') { "{}" } else { part });
        parts.collect::<Vec<_>>().join("/")
    };
    let fact = |operation: &xtask::surface::Operation| {
        let sensitive = operation.parameters.iter();
        let sensitive = sensitive.map(|it| format!("{:?} {:?}", it.place, it.sensitive));
        (format!("{:?}", operation.retry), sensitive.collect())
    };
    let each = surface.operations.iter();
    each.map(|it| (format!("{} {}", it.http, blank(&it.path)), fact(it)))
        .collect()
}

/// The fields that are secret, by type.
fn secrets(surface: &Surface) -> Vec<String> {
    let mut secrets = Vec::new();
    for line in surface
        .to_string()
        .lines()
        .filter(|line| line.contains("Secret") || line.contains("pii"))
    {
        secrets.push(line.trim().to_owned());
    }
    secrets
}

#[test]
fn it_takes_the_place_of_ours_and_nothing_that_only_we_know_is_lost() {
    let workspace = Workspace::empty();
    let here = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../specs")
        .join(PROVIDER);
    for file in ["provider.toml", "openapi.yaml"] {
        let text = fs::read_to_string(here.join(file)).unwrap();
        workspace.write(&format!("specs/{PROVIDER}/{file}"), &text);
    }
    let opened = xtask::workspace::Workspace::at(workspace.root()).unwrap();
    let surface = || Surface::of_provider(&opened.provider(PROVIDER).unwrap()).unwrap();
    let before = surface();
    let ours = florin_codegen::bundle_file(&here.join("openapi.yaml"))
        .unwrap()
        .value;
    let (theirs, gone) = real(&ours);
    let from = workspace.put("real.json", &theirs);

    let page = workspace.leaves_all(&[PROVIDER, "--from", &from], 1);
    assert!(
        page.contains("look at what breaks, and run it again with --accept"),
        "{page}"
    );
    let page = workspace.writes(&[PROVIDER, "--from", &from, "--accept"]);
    assert!(page.contains("unheard_of"), "{page}");

    let after = surface();
    let (old, new) = (facts(&before), facts(&after));
    assert!(
        old.len() > 10 && new.len() == old.len(),
        "{} {}",
        old.len(),
        new.len()
    );
    let mut kept = 0;
    for (operation, fact) in &old {
        match new.get(operation) {
            Some(same) => {
                assert_eq!(same, fact, "{operation}");
                kept += 1;
            }
            None => assert!(
                operation.ends_with(&blank_of(&gone)),
                "{operation} is gone, and {gone} was"
            ),
        }
    }
    assert_eq!(kept, old.len() - 1);
    let lost: Vec<_> = secrets(&before)
        .into_iter()
        .filter(|line| !secrets(&after).contains(line))
        .collect();
    assert_eq!(lost, [""; 0], "no longer secret");
    let upstream = workspace.read(&format!("specs/{PROVIDER}/upstream/openapi.yaml"));
    assert!(!upstream.contains("x-retry") && upstream.contains("_of_theirs"));
    let overlay = workspace.read(&format!("specs/{PROVIDER}/overlay.yaml"));
    assert!(
        overlay.contains("x-retry") && overlay.contains("x-sensitive"),
        "{overlay}"
    );

    let said = workspace.leaves_all(&[PROVIDER, "--from", &from], 0);
    assert!(
        said.ends_with(&format!("{PROVIDER}: up to date\n")),
        "{said}"
    );
    let said = workspace.leaves_all(&[PROVIDER, "--offline"], 0);
    assert!(
        said.ends_with(&format!("{PROVIDER}: up to date\n")),
        "{said}"
    );
}

fn blank_of(path: &str) -> String {
    let parts = path
        .split('/')
        .map(|part| if part.contains('{') { "{}" } else { part });
    parts.collect::<Vec<_>>().join("/")
}

#[test]
fn so_do_the_documents_of_a_provider_that_has_one_per_domain() {
    let provider = "tradevest";
    let workspace = Workspace::empty();
    let here = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../specs")
        .join(provider);
    for document in xtask::provider::Provider::read(&here).unwrap().documents {
        let text = fs::read_to_string(here.join(format!("{document}.yaml"))).unwrap();
        let ours = florin_codegen::read_text(&document, &text).unwrap().value;
        workspace.write(&format!("specs/{provider}/{document}.yaml"), &text);
        workspace.put(&format!("real/{document}.json"), &theirs(&ours));
    }
    let settings = fs::read_to_string(here.join("provider.toml")).unwrap();
    workspace.write(&format!("specs/{provider}/provider.toml"), &settings);
    let opened = xtask::workspace::Workspace::at(workspace.root()).unwrap();
    let surface = || Surface::of_provider(&opened.provider(provider).unwrap()).unwrap();
    let before = surface();
    let from = workspace.root().join("real").display().to_string();
    let page = workspace.writes(&[provider, "--from", &from, "--accept"]);
    let after = surface();
    let (old, new) = (facts(&before), facts(&after));
    assert!(old.len() > 100 && new.len() == old.len(), "{page}");
    let changed: Vec<_> = old
        .iter()
        .filter(|(name, fact)| new.get(*name) != Some(fact))
        .collect();
    assert!(changed.is_empty(), "{changed:#?}\n{page}");
    assert_eq!(secrets(&before), secrets(&after), "{page}");
    workspace.leaves_all(&[provider, "--from", &from], 0);

    // `check` finds the documents as they were written, until an overlay says more than they do.
    assert_eq!(workspace.overlays_found(provider), [""; 0]);
    let overlay = format!("specs/{provider}/trading.overlay.yaml");
    let text = workspace.read(&overlay);
    let more = "  - target: $.info\n    update: {contact: {name: Us}}\n";
    let more = text.replace("actions:\n", &format!("actions:\n{more}"));
    workspace.write(&overlay, &more);
    let found = workspace.overlays_found(provider);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(
        found[0].contains("trading.yaml: it isn't what upstream and the overlay make"),
        "{found:?}"
    );
}

#[test]
fn an_overlay_that_is_there_is_told_what_it_misses() {
    let workspace = Workspace::by_hand();
    let mut ours = crate::lender::published();
    let operation = &mut ours["paths"]["/loans/{loanId}"]["get"];
    operation["x-retry"] = "never".into();
    workspace.write("specs/lender/openapi.yaml", &ours.to_string());
    let overlay = "overlay: 1.0.0\ninfo: {title: Ours, version: '1'}\nactions:\n- target: $.info\n  update: {contact: {name: Us}}\n";
    workspace.write("specs/lender/overlay.yaml", overlay);
    let from = workspace.put("new.json", &crate::lender::grown());
    let page = workspace.leaves_all(&["lender", "--from", &from], 1);
    assert!(
        page.contains(
            "\n## Our own words that the overlay doesn't have\n\n- overlay.yaml: `$.paths"
        ),
        "{page}"
    );
    workspace.writes(&["lender", "--from", &from, "--accept"]);
    assert_eq!(workspace.read("specs/lender/overlay.yaml"), overlay);
}
