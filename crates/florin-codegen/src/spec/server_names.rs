//! An operation that lives on a server of its own names it.
//!
//! A session knows the other hosts of a provider by name, and refuses an operation on a host that it has no address for
//! before anything is sent. Where the spec gives no name (`x-name`), it is made of the address: `files_example_com`. An
//! operation whose server is that of all operations lives on no server of its own.

use serde_json::{Value, json};

use super::{METHODS, Object, Spec, text};
use crate::error::Error;
use crate::rust_name;

/// Runs the pass.
pub(crate) fn run(spec: &mut Spec) -> Result<(), Error> {
    let servers = spec.root.get("servers").cloned();
    let base = servers.iter().find_map(address);
    let base = base.unwrap_or_default();
    let paths = spec.root.get_mut("paths").and_then(Value::as_object_mut);
    let items = paths.into_iter().flat_map(|paths| paths.values_mut());
    for item in items.filter_map(Value::as_object_mut) {
        let shared = item.remove("servers");
        for method in METHODS {
            let Some(operation) = item.get_mut(method).and_then(Value::as_object_mut) else {
                continue;
            };
            if let Some(own) = operation.remove("servers").or_else(|| shared.clone()) {
                settle(operation, &own, &base);
            }
        }
    }
    Ok(())
}

fn settle(operation: &mut Object, servers: &Value, base: &str) {
    let Some(first) = servers.get(0).and_then(Value::as_object) else {
        return;
    };
    let url = text(first, "url").unwrap_or_default();
    let name = match text(first, "x-name").filter(|name| !name.trim().is_empty()) {
        Some(name) => name.to_owned(),
        None if same(url) == same(base) => return,
        None => named(url),
    };
    let server = json!([{ "url": url, "x-name": name }]);
    operation.insert("servers".into(), server);
}

fn address(servers: &Value) -> Option<String> {
    Some(servers.get(0)?.get("url")?.as_str()?.to_owned())
}

/// Without what makes no difference.
fn same(url: &str) -> String {
    url.trim().trim_end_matches('/').to_lowercase()
}

/// Host and path, in one word.
fn named(url: &str) -> String {
    let host = url.split_once("://").map_or(url, |(_, host)| host);
    let host = host.split(['?', '#']).next().unwrap_or_default();
    match host.contains(char::is_alphanumeric) {
        true => rust_name::of_method(host),
        false => "other".into(),
    }
}
