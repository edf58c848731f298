//! The code that progenitor made, as a syntax tree, and the ways into it that the passes share.

pub(crate) mod alternatives;
pub(crate) mod builders;
pub(crate) mod choices;
pub(crate) mod document;
pub(crate) mod extra_fields;
pub(crate) mod fills;
pub(crate) mod limited_texts;
pub(crate) mod mock_answers;
pub(crate) mod mock_lists;
pub(crate) mod mock_paths;
pub(crate) mod mocks;
pub(crate) mod null_as_empty;
pub(crate) mod open_enums;
pub(crate) mod operations;
pub(crate) mod outcomes;
pub(crate) mod pieces;
pub(crate) mod provenance;
pub(crate) mod redact_debug;
pub(crate) mod runtime;
pub(crate) mod send;
pub(crate) mod sent_nulls;
pub(crate) mod texts_in_types;
pub(crate) mod wire_names;

use proc_macro2::{Ident, TokenStream};
use quote::ToTokens;
use syn::{Attribute, Fields, Item, ItemImpl, LitStr, Type, parse_quote};

use crate::error::Error;

/// The items of a module inside others, or `None` where progenitor has made none.
pub(crate) fn module<'a>(items: &'a mut Vec<Item>, path: &[&str]) -> Option<&'a mut Vec<Item>> {
    let Some((name, inner)) = path.split_first() else {
        return Some(items);
    };
    let items = items.iter_mut().find_map(|item| match item {
        Item::Mod(module) if module.ident == name => {
            module.content.as_mut().map(|(_, items)| items)
        }
        _ => None,
    })?;
    module(items, inner)
}

/// A module that progenitor always makes.
pub(crate) fn expected<'a>(
    items: &'a mut Vec<Item>,
    path: &[&str],
) -> Result<&'a mut Vec<Item>, Error> {
    module(items, path).ok_or_else(|| changed(&format!("there is no module `{}`", path.join("::"))))
}

/// progenitor's output isn't what the passes were written for.
pub(crate) fn changed(what: &str) -> Error {
    Error::file(
        format!("the code that progenitor made has another form than expected: {what}"),
        "this is a bug of florin-codegen; report it with the spec",
    )
}

/// The documentation of an item.
pub(crate) fn doc(attributes: &[Attribute]) -> String {
    let mut lines = Vec::new();
    for attribute in attributes.iter().filter(|a| a.path().is_ident("doc")) {
        if let Ok(value) = attribute.meta.require_name_value()
            && let Ok(text) = syn::parse2::<LitStr>(value.value.to_token_stream())
        {
            lines.push(text.value());
        }
    }
    lines.join("\n")
}

/// Replaces the documentation of an item.
pub(crate) fn set_doc(attributes: &mut Vec<Attribute>, text: &str) {
    attributes.retain(|a| !a.path().is_ident("doc"));
    // One attribute for each line, each with the space that `///` would have: it prints as a comment.
    for (i, line) in text.lines().enumerate() {
        let line = if line.is_empty() {
            String::new()
        } else {
            format!(" {line}")
        };
        attributes.insert(i, parse_quote!(#[doc = #line]));
    }
}

/// The last name in the path of a type.
pub(crate) fn type_name(ty: &Type) -> Option<&Ident> {
    match ty {
        Type::Path(path) => path.path.segments.last().map(|segment| &segment.ident),
        _ => None,
    }
}

/// The trait that is implemented, without its path.
pub(crate) fn trait_name(item: &ItemImpl) -> Option<String> {
    item.trait_
        .as_ref()
        .and_then(|(path, _)| path.segments.last())
        .map(|segment| segment.ident.to_string())
}

/// Removes names from the derived ones.
pub(crate) fn underive(attributes: &mut Vec<Attribute>, unwanted: &[&str]) {
    derives(attributes, |names| {
        names.retain(|name| !unwanted.contains(&last_segment(name).as_str()))
    });
    attributes.retain(|a| {
        !a.path().is_ident("derive")
            || a.meta
                .require_list()
                .is_ok_and(|list| !list.tokens.is_empty())
    });
}

/// Changes the list of the derived names.
pub(crate) fn derives(attributes: &mut [Attribute], change: impl FnOnce(&mut Vec<syn::Path>)) {
    let Some(attribute) = attributes.iter_mut().find(|a| a.path().is_ident("derive")) else {
        return;
    };
    let mut names = Vec::new();
    // A list that can't be read is left alone.
    if attribute
        .parse_nested_meta(|meta| {
            names.push(meta.path);
            Ok(())
        })
        .is_ok()
    {
        change(&mut names);
        *attribute = parse_quote!(#[derive(#(#names),*)]);
    }
}

fn last_segment(path: &syn::Path) -> String {
    path.segments
        .last()
        .map(|s| s.ident.to_string())
        .unwrap_or_default()
}

/// What `#[serde(…)]` says of an item, a field or a variant.
#[derive(Default)]
pub(crate) struct Serde {
    pub(crate) rename: Option<String>,
    pub(crate) flatten: bool,
    pub(crate) default: bool,
    /// It has to be there, if only as `null`.
    pub(crate) required: bool,
    /// `tag`, `content` or `untagged`: not an enum of plain texts.
    pub(crate) tagged: bool,
}

impl Serde {
    pub(crate) fn of(attributes: &[Attribute]) -> Self {
        let mut serde = Self::default();
        for attribute in attributes.iter().filter(|a| a.path().is_ident("serde")) {
            // What is not understood is of no use here.
            drop(attribute.parse_nested_meta(|meta| {
                let value = meta
                    .value()
                    .and_then(syn::parse::ParseBuffer::parse::<LitStr>)
                    .ok();
                match last_segment(&meta.path).as_str() {
                    "rename" => serde.rename = value.map(|v| v.value()),
                    "flatten" => serde.flatten = true,
                    "default" => serde.default = true,
                    "deserialize_with" => {
                        serde.required =
                            value.is_some_and(|v| v.value().ends_with("Option::deserialize"));
                    }
                    "tag" | "content" | "untagged" => serde.tagged = true,
                    _ => {}
                }
                Ok(())
            }));
        }
        serde
    }
}

/// All fields with names: of a struct, or of the variants of an enum.
pub(crate) fn named_fields(item: &mut Item) -> Vec<&mut syn::Field> {
    fn of(fields: &mut Fields) -> Vec<&mut syn::Field> {
        match fields {
            Fields::Named(fields) => fields.named.iter_mut().collect(),
            _ => Vec::new(),
        }
    }
    match item {
        Item::Struct(item) => of(&mut item.fields),
        Item::Enum(item) => item
            .variants
            .iter_mut()
            .flat_map(|variant| of(&mut variant.fields))
            .collect(),
        _ => Vec::new(),
    }
}

/// Several items at once.
pub(crate) fn items(tokens: TokenStream) -> Result<Vec<Item>, Error> {
    let file: syn::File = syn::parse2(tokens)
        .map_err(|e| changed(&format!("an emitted item does not parse: {e}")))?;
    Ok(file.items)
}
