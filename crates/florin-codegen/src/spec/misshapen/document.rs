//! The frame of a document: what it is called, what stands in its `paths` and `components`.

use serde_json::{Value, json};

use super::kind::{Kind, keep, said};
use super::{content, operation, parameter, schema};
use crate::spec::told::Told;
use crate::spec::{METHODS, Object};

/// Method, path and reason of an operation that can't be used.
pub(super) type LeftOut = (&'static str, String, String);

/// Sections of `components` that no code is made of.
const UNUSED: [&str; 5] = [
    "examples",
    "headers",
    "links",
    "callbacks",
    "securitySchemes",
];

pub(super) fn repair(root: &mut Object, told: &mut Told, out: &mut Vec<LeftOut>) {
    let version = root
        .get("openapi")
        .filter(|v| v.is_number() || v.is_string());
    let version = version.map(|v| v.as_str().map_or_else(|| v.to_string(), Into::into));
    if let Some(version) = version {
        // `3.0` without quotes is a number in YAML.
        let is_short = matches!(version.as_str(), "3.0" | "3.1");
        let version = if is_short { version + ".0" } else { version };
        root.insert("openapi".into(), version.into());
    } else if root.get("swagger").is_none() {
        // Of what is no OpenAPI document at all, `check` says so.
        return;
    }
    let kinds = [
        ("info", Kind::Object),
        ("paths", Kind::Object),
        ("components", Kind::Object),
        ("webhooks", Kind::Object),
        ("tags", Kind::Unused),
        ("externalDocs", Kind::Unused),
    ];
    keep(root, &kinds, told);
    info(root, told);
    servers(root, told);
    security(root, told);
    if let Some(Value::Object(components)) = root.get_mut("components") {
        told.within("components", |told| sections(components, told));
    }
    let paths = root.entry("paths").or_insert_with(|| json!({}));
    if let Value::Object(paths) = paths {
        told.within("paths", |told| self::paths(paths, told, out));
    }
}

fn info(root: &mut Object, told: &mut Told) {
    let kinds = [
        ("title", Kind::Text),
        ("version", Kind::Text),
        ("description", Kind::Text),
        ("summary", Kind::Text),
        ("contact", Kind::Unused),
        ("license", Kind::Unused),
        ("termsOfService", Kind::Unused),
    ];
    let info = root.entry("info").or_insert_with(|| json!({}));
    if let Value::Object(info) = info {
        told.within("info", |told| keep(info, &kinds, told));
        info.entry("title").or_insert_with(|| "API".into());
        info.entry("version").or_insert_with(|| "unknown".into());
    }
}

/// Those of the document, of a path or of an operation.
pub(super) fn servers(holder: &mut Object, told: &mut Told) {
    keep(holder, &[("servers", Kind::Objects)], told);
    let Some(Value::Array(servers)) = holder.get_mut("servers") else {
        return;
    };
    for server in servers.iter_mut().filter_map(Value::as_object_mut) {
        let kinds = [
            ("url", Kind::Text),
            ("description", Kind::Text),
            ("variables", Kind::Unused),
        ];
        told.within("servers", |told| keep(server, &kinds, told));
    }
    servers.retain(|server| server.get("url").is_some() || server.get("x-name").is_some());
    if servers.is_empty() {
        holder.remove("servers");
    }
}

/// An empty list says that no token is needed, so none may become empty here.
pub(super) fn security(holder: &mut Object, told: &mut Told) {
    let says_none = holder
        .get("security")
        .and_then(Value::as_array)
        .is_some_and(Vec::is_empty);
    keep(holder, &[("security", Kind::Objects)], told);
    let Some(Value::Array(all)) = holder.get_mut("security") else {
        return;
    };
    for scopes in all
        .iter_mut()
        .filter_map(Value::as_object_mut)
        .flat_map(Object::values_mut)
    {
        let given = scopes.as_array().into_iter().flatten();
        *scopes = given
            .filter(|scope| scope.is_string())
            .cloned()
            .collect::<Vec<_>>()
            .into();
    }
    if all.is_empty() && !says_none {
        holder.remove("security");
    }
}

fn sections(components: &mut Object, told: &mut Told) {
    let unused = UNUSED.map(|section| (section, Kind::Unused));
    keep(components, &unused, told);
    let used = [
        "schemas",
        "parameters",
        "requestBodies",
        "responses",
        "pathItems",
    ];
    keep(
        components,
        &used.map(|section| (section, Kind::Object)),
        told,
    );
    for (section, named) in components.iter_mut() {
        let Value::Object(named) = named else {
            continue;
        };
        told.within(section, |told| match section.as_str() {
            "schemas" => schema::all(named, told),
            "requestBodies" => each(named, told, content::body),
            "responses" => each(named, told, |response, told| {
                content::response(response, told);
            }),
            "parameters" => parameter::named(named, told),
            "pathItems" => each(named, told, |item, told| {
                if let Value::Object(item) = item {
                    self::item(item, "", told, &mut Vec::new());
                }
            }),
            _ => {}
        });
    }
}

fn each(named: &mut Object, told: &mut Told, f: impl Fn(&mut Value, &mut Told)) {
    for (name, value) in named {
        told.within(name, |told| f(value, told));
    }
}

fn paths(paths: &mut Object, told: &mut Told, out: &mut Vec<LeftOut>) {
    with_slashes(paths, told, out);
    paths.retain(|path, item| {
        let is_fit = item.is_object() || path.starts_with("x-");
        if !is_fit && !item.is_null() {
            let wrong = format!("the path is {}, and has to be an object", said(item));
            told.within(path, |told| told.add(wrong, "it has no operations"));
        }
        is_fit
    });
    for (path, item) in paths {
        if let Value::Object(item) = item {
            told.within(path, |told| self::item(item, path, told, out));
        }
    }
}

/// `loans` is meant as `/loans`. An operation that stands under both stays where it is, to be left out.
fn with_slashes(paths: &mut Object, told: &mut Told, out: &mut Vec<LeftOut>) {
    let is_bare = |path: &&String| !path.starts_with('/') && !path.starts_with("x-");
    let bare: Vec<_> = paths.keys().filter(is_bare).cloned().collect();
    for path in bare {
        let Some(item) = paths.remove(&path) else {
            continue;
        };
        let whole = format!("/{}", path.trim_start());
        match (paths.get_mut(&whole), item) {
            (Some(Value::Object(known)), Value::Object(mut item)) => {
                methods(known);
                methods(&mut item);
                let mut twice = Object::new();
                for (key, value) in item {
                    if !known.contains_key(&key) {
                        known.insert(key, value);
                    } else if let Some(method) = METHODS.iter().find(|method| **method == key) {
                        let wrong = format!("`{whole}` has a `{key}` as well");
                        out.push((method, path.clone(), wrong));
                        twice.insert(key, value);
                    } else {
                        let wrong = format!("`{key}` of it stands under `{whole}` as well");
                        told.within(&path, |told| told.add(wrong, "that one is taken"));
                    }
                }
                if !twice.is_empty() {
                    paths.insert(path, twice.into());
                }
            }
            (None | Some(_), item @ Value::Object(_)) | (None, item) => {
                paths.insert(whole, item);
            }
            (Some(_), _) => {}
        }
    }
}

fn item(item: &mut Object, path: &str, told: &mut Told, out: &mut Vec<LeftOut>) {
    let kinds = [
        ("$ref", Kind::Text),
        ("summary", Kind::Text),
        ("description", Kind::Text),
    ];
    keep(item, &kinds, told);
    servers(item, told);
    parameter::list(item, told);
    methods(item);
    for method in METHODS {
        match item.get_mut(method) {
            Some(Value::Object(operation)) => {
                told.within(method, |told| operation::repair(operation, told));
            }
            Some(Value::Null) => {
                item.remove(method);
            }
            Some(other) => {
                let wrong = format!("the operation is {}, and has to be an object", said(other));
                out.push((method, path.to_owned(), wrong));
            }
            None => {}
        }
    }
}

/// `GET` is meant as `get`.
fn methods(item: &mut Object) {
    let is_odd = |key: &&String| !METHODS.contains(&key.as_str());
    let odd: Vec<_> = item.keys().filter(is_odd).cloned().collect();
    for key in odd {
        let method = key.to_lowercase();
        if METHODS.contains(&method.as_str())
            && !item.contains_key(&method)
            && let Some(operation) = item.remove(&key)
        {
            item.insert(method, operation);
        }
    }
}
