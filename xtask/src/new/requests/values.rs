//! Rust expressions of sample values, each of the type that its setter takes.

use serde_json::Value;

use crate::surface::Surface;
use crate::surface::{Field, Kind};

/// A value of a type, as an expression; `None` where nothing can be said.
pub(super) fn expression(ty: &str, value: &Value) -> Option<String> {
    Some(match ty {
        "String" => format!("{:?}", text(value)),
        "florin_core::Bytes" => format!("&b{:?}[..]", ascii(value)),
        "florin_core::FilePart" => file(value),
        "florin_core::IdempotencyKey" => "\"6f1c2d3e-4a5b-4c6d-8e7f-000000000001\"".to_owned(),
        ty if ty.contains("FilePart") => match value {
            Value::Array(all) => {
                let all: Vec<_> = all.iter().map(file).collect();
                format!("vec![{}]", all.join(", "))
            }
            value => file(value),
        },
        "bool" => value.to_string(),
        "i32" | "i64" | "u32" | "u64" => format!("{value}_{ty}"),
        ty => format!("sample::<{}>({})", path(ty), literal(value)),
    })
}

/// A form of several parts: one that takes any, or a type whose files no JSON can hold.
pub(super) fn form(surface: &Surface, ty: &str, value: &Value) -> String {
    if ty == "florin_core::Multipart" {
        return "of_any_parts()".to_owned();
    }
    let fields = match surface
        .ty(ty.trim_start_matches("types::"))
        .map(|ty| &ty.kind)
    {
        Some(Kind::Struct { fields }) => fields.as_slice(),
        _ => return format!("sample::<{}>({})", path(ty), literal(value)),
    };
    if !fields.iter().any(|field| field.ty.contains("FilePart")) {
        return format!("sample::<{}>({})", path(ty), literal(value));
    }
    let setter = |field: &Field| {
        let value = value.get(field.wire.as_deref()?)?;
        let ty = inside_option(&field.ty);
        Some(format!(".{}({})", field.name, expression(ty, value)?))
    };
    let setters: String = fields.iter().filter_map(setter).collect();
    format!("{}::builder(){setters}", path(ty))
}

/// A text of a parameter that the client writes as it is: a list has commas, as its plainest style has it.
fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(all) => all.iter().map(text).collect::<Vec<_>>().join(","),
        Value::Object(fields) => {
            let fields = fields
                .iter()
                .map(|(name, value)| format!("{name},{}", text(value)));
            fields.collect::<Vec<_>>().join(",")
        }
        value => value.to_string(),
    }
}

fn ascii(value: &Value) -> String {
    let text = text(value);
    if text.is_ascii() && !text.is_empty() {
        text
    } else {
        "bytes".to_owned()
    }
}

fn file(value: &Value) -> String {
    format!("FilePart::new(\"file.txt\", &b{:?}[..])", ascii(value))
}

/// The type in an `Option`, which a setter takes by itself.
fn inside_option(ty: &str) -> &str {
    let inside = ty
        .strip_prefix("Option<")
        .and_then(|ty| ty.strip_suffix('>'));
    inside.unwrap_or(ty)
}

/// A type as the tests reach it.
fn path(ty: &str) -> String {
    ty.replace("florin_core::", "florin::core::")
        .replace("chrono::", "florin::core::chrono::")
        .replace("florin::core::florin::core::", "florin::core::")
        .replace("BTreeMap<", "std::collections::BTreeMap<")
}

/// JSON as a literal of Rust, on lines of its own where it is long.
pub(super) fn literal(value: &Value) -> String {
    let mut text = value.to_string();
    if text.len() > 60 {
        text = serde_json::to_string_pretty(value).unwrap_or(text);
    }
    if !text.contains(['"', '\\', '\n']) {
        return format!("\"{text}\"");
    }
    let hashes = (1..)
        .map(|count| "#".repeat(count))
        .find(|hashes| !text.contains(&format!("\"{hashes}")));
    let hashes = hashes.unwrap_or_default();
    format!("r{hashes}\"{text}\"{hashes}")
}
