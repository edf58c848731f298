//! What the specs say, of all domains together.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde_json::Value;

/// An operation as it is written.
pub(crate) struct Written {
    pub(crate) method: String,
    pub(crate) path: String,
    pub(crate) operation: Value,
}

type Documents = BTreeMap<String, (String, Value)>;

/// All documents, with their texts, by name.
pub(crate) fn documents() -> &'static Documents {
    static READ: LazyLock<Documents> = LazyLock::new(read);
    &READ
}

fn read() -> Documents {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../specs/tradevest");
    let entries = std::fs::read_dir(folder).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    paths
        .filter(|path| path.extension().is_some_and(|kind| kind == "yaml"))
        // Corrections to a document are no document.
        .filter(|path| !path.to_string_lossy().ends_with("overlay.yaml"))
        .map(|path| {
            let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
            let text = std::fs::read_to_string(path).unwrap();
            let read = serde_saphyr::from_str(&text).unwrap();
            (name, (text, read))
        })
        .collect()
}

/// All operations by their ids.
pub(crate) fn operations() -> BTreeMap<String, Written> {
    let mut all = BTreeMap::new();
    for (_, document) in documents().values() {
        for (path, item) in document["paths"].as_object().unwrap() {
            for (method, operation) in item.as_object().unwrap() {
                let Some(id) = operation["operationId"].as_str() else {
                    continue;
                };
                let written = Written {
                    method: method.to_uppercase(),
                    path: path.clone(),
                    operation: operation.clone(),
                };
                all.insert(id.to_owned(), written);
            }
        }
    }
    all
}

pub(crate) fn operation(id: &str) -> Written {
    let found = operations().remove(id);
    found.unwrap_or_else(|| panic!("there is no {id}"))
}

/// A schema by its name, wherever it stands.
pub(crate) fn schema(name: &str) -> Value {
    component("schemas", name)
}

pub(crate) fn component(section: &str, name: &str) -> Value {
    let found = documents()
        .values()
        .filter_map(|(_, document)| document["components"][section].get(name).cloned())
        .find(|component| component.get("$ref").is_none());
    found.unwrap_or_else(|| panic!("there is no {name} in {section}"))
}

/// The name of the schema that a reference leads to, wherever in the value it stands first.
pub(crate) fn referred(value: &Value) -> String {
    let text = value.to_string();
    let (_, rest) = text.split_once("/components/schemas/").unwrap_or_default();
    rest.split('"').next().unwrap_or_default().to_owned()
}

/// The schema of a success, with the reference followed.
pub(crate) fn success(id: &str) -> Value {
    let operation = operation(id).operation;
    let schema = &operation["responses"]["2XX"]["content"]["application/json"]["schema"];
    match schema.get("$ref") {
        Some(_) => self::schema(&referred(schema)),
        None => schema.clone(),
    }
}

pub(crate) fn note(written: &Written) -> &str {
    written.operation["x-provenance"]["note"]
        .as_str()
        .unwrap_or_default()
}
