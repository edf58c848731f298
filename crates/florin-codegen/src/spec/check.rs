//! What must hold before any pass runs: the version, and what has no end.
//!
//! progenitor answers most of these with a panic, or with a message that does not say where.

use serde_json::Value;

use super::{Spec, escape};
use crate::error::Error;

/// Refuses a spec that can't be used.
pub(crate) fn check(spec: &Spec) -> Result<(), Error> {
    version(&spec.root)
}

/// The version, and what each of several documents must have before they become one.
pub(crate) fn form(root: &Value) -> Result<(), Error> {
    version(root)?;
    shape(root)
}

fn version(root: &Value) -> Result<(), Error> {
    let remedy = "give a document of OpenAPI 3.0, 3.1 or 3.2; one of another version has to be converted first, not just \
                  renumbered";
    if let Some(swagger) = root.get("swagger") {
        return Err(Error::pointer(
            "#/swagger",
            format!("this is Swagger {}", plain(swagger)),
            remedy,
        ));
    }
    match root.get("openapi") {
        Some(Value::String(version)) if is_taken(version) => Ok(()),
        Some(version) => Err(Error::pointer(
            "#/openapi",
            format!("this is OpenAPI {}", plain(version)),
            remedy,
        )),
        None => Err(Error::file(
            "this is not an OpenAPI document: it has no `openapi`",
            remedy,
        )),
    }
}

/// 3.0 as it is; 3.1 and 3.2 become it, construct by construct.
fn is_taken(version: &str) -> bool {
    ["3.0", "3.1", "3.2"].iter().any(|taken| {
        let patch = version.strip_prefix(taken);
        patch.is_some_and(|patch| patch.is_empty() || patch.starts_with('.'))
    })
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), Into::into)
}

fn shape(root: &Value) -> Result<(), Error> {
    for (key, what) in [
        ("info", "what the API is called"),
        ("paths", "what operations there are"),
    ] {
        // A document of webhooks alone has no paths, since 3.1.
        let is_spared = key == "paths" && root.get("webhooks").is_some();
        if !is_spared && !root.get(key).is_some_and(Value::is_object) {
            return Err(Error::pointer(
                format!("#/{key}"),
                "this object is missing",
                format!("say here {what}"),
            ));
        }
    }
    for key in ["title", "version"] {
        if !root["info"].get(key).is_some_and(Value::is_string) {
            let pointer = format!("#/info/{key}");
            return Err(Error::pointer(
                pointer,
                "this text is missing",
                "write it, in quotes if it looks like a number",
            ));
        }
    }
    let paths = root.get("paths").and_then(Value::as_object);
    for path in paths.into_iter().flat_map(|paths| paths.keys()) {
        let pointer = format!("#/paths/{}", escape(path));
        if !path.starts_with('/') && !path.starts_with("x-") {
            return Err(Error::pointer(
                pointer,
                "a path must start with a slash",
                format!("call it `/{path}`"),
            ));
        }
    }
    Ok(())
}
