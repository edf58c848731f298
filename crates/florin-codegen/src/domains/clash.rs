//! What two files must not both say, and what they must say alike.

use std::collections::HashMap;

use serde_json::Value;

use super::merge::Read;
use crate::error::{Error, Place};
use crate::spec::{METHODS, escape, text};

/// Refuses files that don't go together.
pub(super) fn check(all: &[Read<'_>]) -> Result<(), Error> {
    alike(all, "servers")?;
    alike(all, "security")?;
    components(all)?;
    path_items(all)?;
    operations(all)
}

/// A domain without one would have its operations sent elsewhere, or without a token. `shared.yaml` has no operations.
fn alike(all: &[Read<'_>], key: &str) -> Result<(), Error> {
    let domains = all.iter().filter(|file| !file.is_shared);
    let said = domains
        .clone()
        .chain(all)
        .find_map(|file| Some((file.name, file.root.get(key)?)));
    let Some((first, said)) = said else {
        return Ok(());
    };
    let differs = |file: &&Read<'_>| match file.root.get(key) {
        Some(own) => own != said,
        None => !file.is_shared,
    };
    match all.iter().find(differs) {
        None => Ok(()),
        Some(file) => Err(Error::pointer(
            format!("#/{key}"),
            format!("`{key}` isn't what {first} says"),
            "write the same in all files of the folder; what is another host's or takes no token says so on its own operation",
        )
        .in_file(file.name)),
    }
}

fn components(all: &[Read<'_>]) -> Result<(), Error> {
    let mut known: HashMap<(&str, &str), (&str, &Value)> = HashMap::new();
    for file in all {
        let sections = file.root.get("components").and_then(Value::as_object);
        for (section, named) in sections.into_iter().flatten() {
            for (name, value) in named.as_object().into_iter().flatten() {
                let Some((other, same)) = known.insert((section, name), (file.name, value)) else {
                    continue;
                };
                // A requirement names its scheme without a reference, so each file has to have it.
                if section == "securitySchemes" && same == value {
                    continue;
                }
                let remedy = match section.as_str() {
                    "securitySchemes" => "write the same in both",
                    _ => {
                        "rename one of the two, or keep one, in `shared.yaml`, and refer to it there"
                    }
                };
                return Err(Error::pointer(
                    format!("#/components/{section}/{}", escape(name)),
                    format!("`{name}` stands in {other} as well"),
                    remedy,
                )
                .in_file(file.name));
            }
        }
    }
    Ok(())
}

/// Where a path stands in two files, what it says for all of its methods goes for those of both.
fn path_items(all: &[Read<'_>]) -> Result<(), Error> {
    let mut known: HashMap<&str, (&str, &Value)> = HashMap::new();
    for file in all {
        let paths = file.root.get("paths").and_then(Value::as_object);
        for (path, item) in paths.into_iter().flatten() {
            let Some((other, first)) = known.insert(path, (file.name, item)) else {
                continue;
            };
            for key in ["parameters", "servers"] {
                if first.get(key) != item.get(key) {
                    return Err(Error::pointer(
                        format!("#/paths/{}", escape(path)),
                        format!("{other} has this path as well, with other `{key}`"),
                        format!("write the `{key}` on each of the operations"),
                    )
                    .in_file(file.name));
                }
            }
        }
    }
    Ok(())
}

fn operations(all: &[Read<'_>]) -> Result<(), Error> {
    let mut places = HashMap::new();
    let mut ids = HashMap::new();
    for file in all {
        let paths = file.root.get("paths").and_then(Value::as_object);
        for (path, item) in paths.into_iter().flatten() {
            for method in METHODS {
                let Some(operation) = item.get(method).and_then(Value::as_object) else {
                    continue;
                };
                let id = text(operation, "operationId");
                let refuse = |wrong: String, remedy: &str| {
                    let place = Place::Operation(method.into(), path.into(), id.map(str::to_owned));
                    Err(Error::new(place, wrong, remedy).in_file(file.name))
                };
                // Within one file the names of placeholders may be all that differs; that is for OpenAPI to say.
                if let Some(other) = places.insert((method, unnamed(path)), file.name)
                    && other != file.name
                {
                    return refuse(
                        format!("{other} has an operation of this method and path as well"),
                        "remove one of the two",
                    );
                }
                let Some(id) = id else { continue };
                if let Some((other, there)) = ids.insert(id, (file.name, (method, path)))
                    && other != file.name
                {
                    let (method, path) = there;
                    return refuse(
                        format!(
                            "the `operationId` is taken by {} {path} in {other}",
                            method.to_uppercase()
                        ),
                        "give each operation its own",
                    );
                }
            }
        }
    }
    Ok(())
}

/// The path without the names of its placeholders.
fn unnamed(path: &str) -> String {
    let mut pieces = path.split('{');
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        out.push_str("{}");
        out.push_str(piece.split_once('}').map_or("", |(_, rest)| rest));
    }
    out
}
