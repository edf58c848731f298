//! progenitor gets the names of arguments instead of those that are sent, where the two had to be told apart.
//!
//! It names an argument after its parameter, knows parameters by nothing but their names, and takes a path for a template
//! whose placeholders are parameters. So a parameter of another name (see `arguments`) is called like its argument here,
//! and a path that is more than a path becomes one; the facts know what is really sent, and the pass `runtime` sends that.

use serde_json::Value;

use super::arguments::ARGUMENT;
use super::template::Template;
use super::{METHODS, Object, Spec, text};
use crate::error::Error;

/// Stands on a path item whose key is not the path of the spec.
pub(crate) const PATH: &str = "x-florin-path";

/// Runs the pass.
pub(crate) fn run(spec: &mut Spec) -> Result<(), Error> {
    let Some(Value::Object(paths)) = spec.root.get_mut("paths") else {
        return Ok(());
    };
    let known: Vec<_> = paths
        .keys()
        .filter(|path| path.starts_with('/'))
        .cloned()
        .collect();
    for path in known {
        let Some(template) = Template::of(&path) else {
            continue;
        };
        let Some(Value::Object(item)) = paths.get_mut(&path) else {
            continue;
        };
        let operations = item
            .iter_mut()
            .filter(|(key, _)| METHODS.contains(&key.as_str()));
        let renamed: Vec<_> = operations
            .filter_map(|(_, operation)| operation.as_object_mut())
            .flat_map(rename)
            .collect();
        let mut key = template.with(|name| {
            let renamed = renamed.iter().find(|(known, _)| known == name);
            renamed.map_or(name, |(_, argument)| argument).to_owned()
        });
        // The rest of it keeps paths apart that differ in nothing else.
        let rest = path.split_once(['?', '#']).map_or("", |(_, rest)| rest);
        if template.fragment.is_some() || !template.fixed.is_empty() || !template.open.is_empty() {
            key.push_str(&format!("#{}", rest.replace(['{', '}'], "")));
        }
        if key == path {
            continue;
        }
        let Some(mut item) = paths.remove(&path) else {
            continue;
        };
        while paths.contains_key(&key) {
            key.push('#');
        }
        item[PATH] = path.into();
        paths.insert(key, item);
    }
    Ok(())
}

/// Calls its parameters like their arguments. Those of the path, with both names.
fn rename(operation: &mut Object) -> Vec<(String, String)> {
    let mut in_path = Vec::new();
    let parameters = operation
        .get_mut("parameters")
        .and_then(Value::as_array_mut);
    for parameter in parameters
        .into_iter()
        .flatten()
        .filter_map(Value::as_object_mut)
    {
        let Some(Value::String(argument)) = parameter.remove(ARGUMENT) else {
            continue;
        };
        if text(parameter, "in") == Some("path") {
            let name = text(parameter, "name").unwrap_or_default().to_owned();
            in_path.push((name, argument.clone()));
        }
        parameter.insert("name".into(), argument.into());
    }
    in_path
}
