//! Every public item is documented, so that a crate of generated code can deny `missing_docs`.
//!
//! Takes off the marks of the other passes, which travel in the documentation, and writes a line for what the spec has no
//! words for: its name on the wire, and where its type is described.

use quote::quote;
use syn::{Attribute, Fields, GenericArgument, ImplItem, Item, PathArguments, Type, parse_quote};

use super::{Serde, doc, items, set_doc, type_name};
use crate::error::Error;
use crate::mark;

/// Lints that generated code can't mind: they are about what a spec says, not about how it was written down.
const ALLOWED: [&str; 8] = [
    "clippy::derivable_impls",
    "clippy::doc_markdown",
    "clippy::enum_variant_names",
    "clippy::infallible_try_from",
    "clippy::large_enum_variant",
    "clippy::result_large_err",
    "clippy::struct_excessive_bools",
    "non_camel_case_types",
];

/// Runs the pass.
pub(crate) fn run(file: &mut syn::File) -> Result<(), Error> {
    document(&mut file.items, "");
    let lints: Vec<syn::Path> = ALLOWED
        .iter()
        .filter_map(|lint| syn::parse_str(lint).ok())
        .collect();
    for item in &mut file.items {
        if let Item::Mod(module) = item
            && (module.ident == "types" || module.ident == "builder")
        {
            module
                .attrs
                .push(parse_quote!(#[allow(#(#lints),*, reason = "the shape is the spec's")]));
        }
    }
    if file.items.is_empty() {
        file.items = items(quote!())?;
    }
    Ok(())
}

fn document(items: &mut Vec<Item>, module: &str) {
    for item in items {
        match item {
            Item::Struct(item) => {
                let name = item.ident.to_string();
                let fallback = match module {
                    "builder" => format!("Builds a [`{name}`](super::{name}), field by field."),
                    _ => format!("The `{name}` of the API."),
                };
                settle(&mut item.attrs, &name, &fallback);
                if module == "types" {
                    fields(&mut item.fields);
                }
            }
            Item::Enum(item) => {
                let name = item.ident.to_string();
                settle(&mut item.attrs, &name, &format!("The values of `{name}`."));
                for variant in &mut item.variants {
                    let name = variant.ident.to_string();
                    let wire = Serde::of(&variant.attrs)
                        .rename
                        .unwrap_or_else(|| name.clone());
                    settle(
                        &mut variant.attrs,
                        &name,
                        &format!("`{}`", wire.replace('`', "'")),
                    );
                    fields(&mut variant.fields);
                }
            }
            Item::Impl(item) if item.trait_.is_none() => {
                let owner = type_name(&item.self_ty)
                    .map(ToString::to_string)
                    .unwrap_or_default();
                for inner in &mut item.items {
                    let ImplItem::Fn(f) = inner else { continue };
                    let name = f.sig.ident.to_string();
                    let fallback = match name.as_str() {
                        "builder" => "A builder of it, with nothing set yet.".to_owned(),
                        "new" => "A request with nothing set yet.".to_owned(),
                        _ => format!("Sets [`{name}`](super::{owner}::{name})."),
                    };
                    settle(&mut f.attrs, &name, &fallback);
                }
            }
            Item::Mod(inner) => {
                let name = inner.ident.to_string();
                let fallback = match (module, name.as_str()) {
                    ("types", "builder") => "Builders of the types, field by field.",
                    ("", "types") => "What the operations take and answer.",
                    ("", "builder") => "The requests, argument by argument.",
                    _ => "",
                };
                if !fallback.is_empty() {
                    set_doc(&mut inner.attrs, fallback);
                }
                if let Some((_, items)) = &mut inner.content {
                    document(items, &name);
                }
            }
            Item::Trait(item) => {
                settle(&mut item.attrs, "", "");
            }
            _ => {}
        }
    }
}

fn fields(fields: &mut Fields) {
    for field in fields {
        let Some(ident) = &field.ident else { continue };
        let serde = Serde::of(&field.attrs);
        let see = named(&field.ty)
            .map(|name| format!("; see [`{name}`]"))
            .unwrap_or_default();
        let fallback = match serde.rename {
            _ if serde.flatten => {
                "Fields that the spec does not name, as they are on the wire.".to_owned()
            }
            Some(wire) => format!("`{}` on the wire{see}.", wire.replace('`', "'")),
            None => format!("The `{ident}`{see}."),
        };
        settle(&mut field.attrs, &ident.to_string(), &fallback);
    }
}

/// The type of the spec that a field holds, if only in a list or as an option.
fn named(ty: &Type) -> Option<String> {
    let Type::Path(path) = ty else { return None };
    let last = path.path.segments.last()?;
    match &last.arguments {
        PathArguments::AngleBracketed(inner) => {
            inner.args.iter().find_map(|argument| match argument {
                GenericArgument::Type(ty) => named(ty),
                _ => None,
            })
        }
        // Types of the spec are named without a path.
        _ => (path.path.segments.len() == 1 && path.path.leading_colon.is_none())
            .then(|| last.ident.to_string())
            .filter(|name| name.starts_with(char::is_uppercase)),
    }
}

/// Takes off the marks; what is then empty, or only typify's repetition of the name, becomes the given text.
fn settle(attributes: &mut Vec<Attribute>, name: &str, fallback: &str) {
    let words = mark::strip(&doc(attributes));
    let words: Vec<_> = words
        .lines()
        .map(|line| line.strip_prefix(' ').unwrap_or(line))
        .collect();
    let words = words.join("\n");
    let silent = words.trim().is_empty() || words.trim() == format!("`{name}`");
    set_doc(attributes, if silent { fallback } else { words.trim() });
}
