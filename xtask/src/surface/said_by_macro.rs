//! What `builder!` and serde's attributes say of fields.

use std::collections::BTreeMap;

use syn::parse::{Parse, ParseStream};
use syn::{Attribute, Ident, Item, LitStr, Token, Type, braced};

use super::syntax::{last, unknown};
use crate::answer::Problem;

/// What the builders say of the fields, by type and field.
pub(super) type Builders = BTreeMap<String, BTreeMap<String, Start>>;

/// What a builder says of a field.
#[derive(Clone, Copy, Debug)]
pub(super) struct Start {
    /// It has to be set.
    pub(super) required: bool,
    /// It has to be set, if only to nothing.
    pub(super) nullable: bool,
    /// It must not be shown.
    pub(super) unseen: bool,
}

/// Reads the module of the builders.
pub(super) fn builders(items: &[Item]) -> Result<Builders, Problem> {
    let mut builders = BTreeMap::new();
    for item in items {
        let Item::Macro(item) = item else {
            return Err(unknown(
                "more than calls of `builder!` among the builders of types",
            ));
        };
        let builder: Builder = item
            .mac
            .parse_body()
            .map_err(|e| unknown(&format!("a builder: {e}")))?;
        builders.insert(builder.name, builder.fields);
    }
    Ok(builders)
}

/// `Loan { required id: String, optional note: String, }`
struct Builder {
    name: String,
    fields: BTreeMap<String, Start>,
}

impl Parse for Builder {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let name: Ident = input.parse()?;
        let inside;
        braced!(inside in input);
        let mut fields = BTreeMap::new();
        while !inside.is_empty() {
            let word: Ident = inside.parse()?;
            let start = Start::of(&word)
                .ok_or_else(|| syn::Error::new(word.span(), format!("`{word}` is not known")))?;
            let field: Ident = inside.parse()?;
            inside.parse::<Token![:]>()?;
            inside.parse::<Type>()?;
            inside.parse::<Option<Token![,]>>()?;
            fields.insert(field.to_string(), start);
        }
        let name = name.to_string();
        Ok(Self { name, fields })
    }
}

impl Start {
    fn of(word: &Ident) -> Option<Self> {
        let word = word.to_string();
        let (word, unseen) = match word.strip_suffix("_unseen") {
            Some(word) => (word, true),
            None => (&*word, false),
        };
        let (required, nullable) = match word {
            "required" => (true, false),
            "nullable" => (true, true),
            "optional" | "defaulted" => (false, false),
            _ => return None,
        };
        Some(Self {
            required,
            nullable,
            unseen,
        })
    }
}

/// What a field is called on the wire; `None` where it holds all that has no field.
pub(super) fn wire(attributes: &[Attribute], name: &str) -> Option<String> {
    let mut wire = Some(name.strip_prefix("r#").unwrap_or(name).to_owned());
    for attribute in attributes.iter().filter(|a| a.path().is_ident("serde")) {
        // What isn't understood names nothing.
        drop(attribute.parse_nested_meta(|meta| {
            let value = meta
                .value()
                .and_then(syn::parse::ParseBuffer::parse::<LitStr>)
                .ok();
            match (&*last(&meta.path), value) {
                ("rename", Some(name)) => wire = Some(name.value()),
                ("flatten", _) => wire = None,
                _ => {}
            }
            Ok(())
        }));
    }
    wire
}
