//! The texts with values or limits of their own, which are not typify's to make.
//!
//! A large spec has thousands of them, and typify writes out for each what is the same for all. So it is told that they
//! exist already, under `types::<Name>`, and only refers to them; what they are is collected here, and put into `types` by
//! [`open_enums`](crate::rust::open_enums) and [`limited_texts`](crate::rust::limited_texts), with one macro of
//! `florin_core` for all that they can do. Every inline text has become a component by then.

use serde_json::Value;

use crate::mark::{self, Mark};
use crate::rust_name;
use crate::spec::{Object, text};

/// A component that is such a text.
#[derive(Clone, Debug)]
pub(crate) struct Text {
    /// As its type is called.
    pub(crate) name: String,
    /// With the marks.
    pub(crate) description: Option<String>,
    pub(crate) kind: Kind,
}

#[derive(Clone, Debug)]
pub(crate) enum Kind {
    /// One of these values; any other as well, if it is open.
    Listed { values: Vec<Listed>, open: bool },
    /// So long at the least, and at the most.
    Limited {
        least: Option<u32>,
        most: Option<u32>,
    },
}

/// A value of a list.
#[derive(Clone, Debug)]
pub(crate) struct Listed {
    pub(crate) variant: String,
    /// As it is on the wire.
    pub(crate) value: String,
    /// What is read as it.
    pub(crate) also: Vec<String>,
}

/// All of a document, in the order of their names.
pub(crate) fn of(root: &Value) -> Vec<Text> {
    let schemas = root
        .pointer("/components/schemas")
        .and_then(Value::as_object);
    let schemas = schemas.into_iter().flatten();
    let mut all: Vec<_> = schemas
        .filter_map(|(name, schema)| {
            let schema = schema.as_object()?;
            Some(Text {
                name: rust_name::of_type(name),
                description: text(schema, "description").map(str::to_owned),
                kind: kind(schema)?,
            })
        })
        .collect();
    all.sort_by(|a, b| a.name.cmp(&b.name));
    all
}

fn kind(schema: &Object) -> Option<Kind> {
    let known = [
        "type",
        "enum",
        "minLength",
        "maxLength",
        "description",
        "x-rust-name",
    ];
    if text(schema, "type") != Some("string")
        || schema.keys().any(|key| !known.contains(&key.as_str()))
    {
        return None;
    }
    if let Some(values) = schema.get("enum") {
        let values: Option<Vec<_>> = values.as_array()?.iter().map(Value::as_str).collect();
        let values = values.filter(|values| !values.is_empty())?;
        return Some(listed(
            &values,
            text(schema, "description").unwrap_or_default(),
        ));
    }
    let limit = |key: &str| match schema.get(key) {
        Some(limit) => limit.as_u64().and_then(|n| u32::try_from(n).ok()).map(Some),
        None => Some(None),
    };
    match (limit("minLength")?, limit("maxLength")?) {
        (None, None) => None,
        (least, most) => Some(Kind::Limited { least, most }),
    }
}

fn listed(values: &[&str], about: &str) -> Kind {
    let open = Mark::Read.is_in(about);
    let wire = mark::wire_names(about);
    let spellings = mark::spellings(about);
    let values = values.iter().map(|written| {
        let value = wire.get(*written).map_or(*written, String::as_str);
        let also = spellings.iter().filter(|(_, meant)| meant == value);
        Listed {
            variant: rust_name::of_type(written),
            value: value.to_owned(),
            also: also.map(|(spelling, _)| spelling.clone()).collect(),
        }
    });
    Kind::Listed {
        values: values.collect(),
        open,
    }
}
