//! Reads `specs/`: what each operation sends and answers, and where something secret or personal stands.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use florin_sandbox::samples::pointed::resolved;
use serde_json::{Map, Value, json};

/// A parameter of an operation.
pub(crate) struct Parameter {
    pub(crate) name: String,
    /// Its schema, with the mark of the parameter itself.
    pub(crate) schema: Value,
}

/// An operation as its spec has it.
pub(crate) struct Operation {
    pub(crate) id: String,
    method: String,
    template: String,
    pub(crate) parameters: Vec<Parameter>,
    /// The schema of the body, where there is one.
    pub(crate) body: Option<Value>,
    /// Status, media type and schema of its success, where that has a body; else the status alone.
    pub(crate) success: (u16, Option<(String, Value)>),
    /// The schema of what comes instead.
    pub(crate) error: Option<Value>,
}

/// All that a provider's documents say, as one document.
pub(crate) struct Spec {
    pub(crate) document: Value,
    pub(crate) operations: Vec<Operation>,
    /// Hosts besides the usual one.
    pub(crate) hosts: BTreeSet<String>,
}

impl Spec {
    /// The documents of a provider: one, or one per domain.
    pub(crate) fn of(provider: &str) -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("../specs")
            .join(provider);
        let files = fs::read_dir(folder).unwrap();
        let mut whole = json!({"paths": {}, "components": {}});
        let mut hosts = BTreeSet::new();
        for file in files.map(|file| file.unwrap().path()) {
            let is_yaml = file.extension().is_some_and(|end| end == "yaml");
            let text = if is_yaml {
                fs::read_to_string(file).unwrap()
            } else {
                continue;
            };
            if !text.lines().any(|line| line.starts_with("openapi:")) {
                continue;
            }
            let mut document: Value = serde_saphyr::from_str(&text).unwrap();
            prepare(&mut document, false);
            join(&mut whole, &document, &mut hosts);
        }
        let operations = operations(&whole);
        Self {
            document: whole,
            operations,
            hosts,
        }
    }
}

impl Spec {
    /// Which operation the head of a request is for. Words of a path go before placeholders, and long paths before short ones.
    pub(crate) fn asked(&self, head: &str) -> Option<&Operation> {
        let mut line = head.lines().next()?.split(' ');
        let (method, target) = (line.next()?, line.next()?);
        let path = target.split('?').next()?.trim_end_matches('/');
        let asked: Vec<_> = path.rsplit('/').collect();
        let fits = |operation: &&Operation| {
            let wanted: Vec<_> = operation
                .template
                .trim_end_matches('/')
                .rsplit('/')
                .collect();
            let parts = wanted.len() - 1;
            operation.method == method
                && asked.len() > parts
                && wanted[..parts]
                    .iter()
                    .zip(&asked)
                    .all(|(wanted, asked)| wanted.starts_with('{') || wanted == asked)
        };
        let fitting = self.operations.iter().filter(fits);
        fitting.max_by_key(|operation| {
            let template = &operation.template;
            (
                template.matches('/').count(),
                usize::MAX - template.matches('{').count(),
            )
        })
    }
}

/// The names of all providers that have a spec and a client in `florin`.
pub(crate) fn providers() -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../specs");
    let entries = fs::read_dir(folder).unwrap().map(Result::unwrap);
    let providers = entries.filter(|entry| entry.path().join("provider.toml").is_file());
    providers
        .map(|entry| entry.file_name().into_string().unwrap())
        .filter(|name| {
            let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
            !own.join(format!("{name}_requests")).is_dir()
        })
        .collect()
}

/// References stay inside, and there is no example: values are made, as full as they can be.
fn prepare(value: &mut Value, is_names: bool) {
    match value {
        Value::Array(values) => values.iter_mut().for_each(|value| prepare(value, false)),
        Value::Object(members) => {
            if !is_names {
                for word in ["example", "examples", "default"] {
                    members.remove(word);
                }
            }
            for (name, member) in members {
                let local = member
                    .as_str()
                    .and_then(|text| text.strip_prefix("shared.yaml"));
                match local.map(str::to_owned) {
                    Some(pointer) if name == "$ref" => *member = pointer.into(),
                    _ => prepare(member, name == "properties" && !is_names),
                }
            }
        }
        _ => {}
    }
}

fn join(whole: &mut Value, document: &Value, hosts: &mut BTreeSet<String>) {
    for (path, item) in document["paths"].as_object().into_iter().flatten() {
        let mut item = item.clone();
        if item.get("servers").is_none() {
            item["servers"] = document["servers"].clone();
        }
        let host = item["servers"][0]["x-name"].as_str();
        hosts.extend(host.map(str::to_owned));
        let known = &mut whole["paths"][path];
        match known.as_object_mut() {
            Some(known) => known.extend(item.as_object().unwrap().clone()),
            None => *known = item,
        }
    }
    for (kind, components) in document["components"].as_object().into_iter().flatten() {
        let known = &mut whole["components"][kind];
        if known.is_null() {
            *known = Value::Object(Map::new());
        }
        let known = known.as_object_mut().unwrap();
        known.extend(components.as_object().unwrap().clone());
    }
}

fn operations(document: &Value) -> Vec<Operation> {
    let mut operations = Vec::new();
    for (template, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            if let Some(id) = operation.get("operationId").and_then(Value::as_str) {
                let shared = item["parameters"].as_array().into_iter().flatten();
                let mut read = read(document, id, operation, shared);
                read.method = method.to_ascii_uppercase();
                read.template = template.clone();
                operations.push(read);
            }
        }
    }
    operations
}

fn read<'a>(
    document: &'a Value,
    id: &str,
    operation: &'a Value,
    shared: impl Iterator<Item = &'a Value>,
) -> Operation {
    let own = operation["parameters"].as_array().into_iter().flatten();
    let parameters = shared.chain(own).map(|parameter| {
        let parameter = resolved(document, parameter);
        let mut schema = json!({"allOf": [parameter["schema"]]});
        if let Some(mark) = parameter.get("x-sensitive") {
            schema["x-sensitive"] = mark.clone();
        }
        Parameter {
            name: parameter["name"].as_str().unwrap().to_owned(),
            schema,
        }
    });
    let body = operation
        .get("requestBody")
        .map(|body| resolved(document, body));
    let body = body.and_then(|body| content(body).map(|(_, schema)| schema));
    let mut success = (200, None);
    let mut error = None;
    for (status, answer) in operation["responses"].as_object().unwrap() {
        let answer = resolved(document, answer);
        if status.starts_with('2') {
            success = (status.parse().unwrap_or(200), content(answer));
        } else {
            error = error.or(content(answer).map(|(_, schema)| schema));
        }
    }
    Operation {
        id: id.to_owned(),
        method: String::new(),
        template: String::new(),
        parameters: parameters.collect(),
        body,
        success,
        error,
    }
}

/// The first media type, with its schema.
fn content(holder: &Value) -> Option<(String, Value)> {
    let (media, content) = holder.get("content")?.as_object()?.iter().next()?;
    Some((media.clone(), content["schema"].clone()))
}
