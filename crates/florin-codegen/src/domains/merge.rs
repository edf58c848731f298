//! One document of several files.

use serde_json::{Map, Value, json};

use super::clash;
use super::origins::Origins;
use super::references::Files;
use super::{Domain, SHARED};
use crate::error::Error;
use crate::spec::read::{self, Document};
use crate::spec::{Object, check, escape};

/// A file that has been read.
pub(super) struct Read<'a> {
    pub(super) name: &'a str,
    pub(super) is_shared: bool,
    pub(super) enabled: bool,
    pub(super) root: Value,
}

/// Merges the files, `shared.yaml` first, and remembers what came from where.
pub(super) fn merge(name: &str, files: &[Domain<'_>]) -> Result<(Document, Origins), Error> {
    if !files.first().is_some_and(Domain::is_shared) {
        let remedy = "write one there: its `info` says what the API is called";
        return Err(Error::file(format!("there is no `{SHARED}`"), remedy).in_file(name));
    }
    let mut all = Vec::with_capacity(files.len());
    let mut findings = Vec::new();
    for file in files {
        let in_file = |error: Error| error.in_file(file.name);
        let document = read::read(file.text).map_err(in_file)?;
        let told = document.findings.into_iter();
        findings.extend(told.map(|finding| finding.in_file(file.name)));
        let root = document.value;
        check::form(&root).map_err(in_file)?;
        all.push(Read {
            name: file.name,
            is_shared: file.is_shared(),
            enabled: file.enabled,
            root,
        });
    }
    references(&mut all)?;
    without_aliases(&mut all);
    clash::check(&all)?;

    let mut merged = all[0].root.clone();
    for key in ["servers", "security"] {
        let said = all.iter().skip(1).find_map(|file| file.root.get(key));
        if let Some(said) = said {
            merged[key] = said.clone();
        }
    }
    let mut origins = Origins::new(name);
    let mut unsupported = Vec::new();
    let mut tags: Vec<Value> = Vec::new();
    for file in &all {
        let at = origins.file(file.name, file.is_shared, file.enabled);
        paths(&mut merged, file, |path, method| {
            origins.operation(at, path, method);
        });
        components(&mut merged, file, |section, name| {
            origins.component(at, section, name);
        });
        if file.enabled || file.is_shared {
            unsupported.extend(list(&file.root["info"], "x-unsupported").cloned());
            for tag in list(&file.root, "tags") {
                if !tags.iter().any(|known| known["name"] == tag["name"]) {
                    tags.push(tag.clone());
                }
            }
        }
    }
    merged["info"]["x-unsupported"] = unsupported.into();
    merged["tags"] = tags.into();
    let value = merged;
    Ok((Document { value, findings }, origins))
}

/// Checks where references lead, and lets all of them lead into the one document.
fn references(all: &mut [Read<'_>]) -> Result<(), Error> {
    let shared = all[0].root.clone();
    for file in all {
        let own = file.root.clone();
        let files = Files {
            own: &own,
            shared: (!file.is_shared).then_some(&shared),
        };
        files
            .rewrite(&mut file.root, &mut String::from("#"))
            .map_err(|error| error.in_file(file.name))?;
    }
    Ok(())
}

/// A component that is nothing but the shared one of its own name is that one. A file that is whole by itself has such: a
/// security requirement is a name and no reference.
fn without_aliases(all: &mut [Read<'_>]) {
    for file in all.iter_mut().filter(|file| !file.is_shared) {
        let sections = file
            .root
            .get_mut("components")
            .and_then(Value::as_object_mut);
        for (section, named) in sections.into_iter().flatten() {
            let Some(named) = named.as_object_mut() else {
                continue;
            };
            named.retain(|name, value| {
                let same = format!("#/components/{section}/{}", escape(name));
                value.get("$ref").and_then(Value::as_str) != Some(&same)
            });
        }
    }
}

fn paths(merged: &mut Value, file: &Read<'_>, mut seen: impl FnMut(&str, &str)) {
    let given = file.root.get("paths").and_then(Value::as_object);
    for (path, item) in given.into_iter().flatten() {
        let Some(item) = item.as_object() else {
            continue;
        };
        let target = object(object(merged, "paths"), path);
        for (key, value) in item {
            seen(path, key);
            target.insert(key.clone(), value.clone());
        }
    }
}

fn components(merged: &mut Value, file: &Read<'_>, mut seen: impl FnMut(&str, &str)) {
    let given = file.root.get("components").and_then(Value::as_object);
    for (section, named) in given.into_iter().flatten() {
        let named = named.as_object().into_iter().flatten();
        for (name, value) in named {
            seen(section, name);
            let sections = object(merged, "components");
            object(sections, section).insert(name.clone(), value.clone());
        }
    }
}

/// The object under a key, made where there is none.
trait Holder {
    fn slot(&mut self, key: &str) -> &mut Value;
}

impl Holder for Value {
    fn slot(&mut self, key: &str) -> &mut Value {
        &mut self[key]
    }
}

impl Holder for Object {
    fn slot(&mut self, key: &str) -> &mut Value {
        self.entry(key).or_insert(Value::Null)
    }
}

fn object<'a>(holder: &'a mut impl Holder, key: &str) -> &'a mut Map<String, Value> {
    let slot = holder.slot(key);
    if !slot.is_object() {
        *slot = json!({});
    }
    match slot {
        Value::Object(object) => object,
        _ => unreachable!("it was made an object above"),
    }
}

fn list<'a>(holder: &'a Value, key: &str) -> impl Iterator<Item = &'a Value> {
    let list = holder.get(key).and_then(Value::as_array);
    list.into_iter().flatten()
}
