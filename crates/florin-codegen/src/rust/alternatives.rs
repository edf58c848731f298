//! A choice between types, as progenitor carries it: a struct with a required field for each alternative, whose note says
//! what the choice is made by.
//!
//! progenitor has no words for the choices that specs offer, or has them in forms that lose something. A struct it always
//! takes, and it names the types of its fields. So a spec pass writes a choice down as an object with a note (see
//! [`mark`](crate::mark)), and a pass over the code puts an enum in the place of the struct.

use proc_macro2::{Ident, TokenStream};
use serde_json::Value;
use syn::{Attribute, Field, Fields, Item};

use super::{doc, expected, items, module, type_name};
use crate::error::Error;
use crate::mark;

/// A choice that has come through progenitor.
pub(crate) struct Alternatives {
    /// What the type is called.
    pub(crate) name: Ident,
    /// Its documentation, with the notes.
    pub(crate) attrs: Vec<Attribute>,
    /// The alternatives, in the order of their names: each with its name, documentation and type.
    pub(crate) fields: Vec<Field>,
    /// What the spec pass has noted.
    pub(crate) note: Value,
}

/// Puts what `make` makes into the place of each struct with a note of this word, and takes its builder away.
pub(crate) fn replace(
    file: &mut syn::File,
    word: &str,
    mut make: impl FnMut(Alternatives) -> Result<TokenStream, Error>,
) -> Result<(), Error> {
    let types = expected(&mut file.items, &["types"])?;
    let mut found = Vec::new();
    let mut result = Vec::with_capacity(types.len());
    for item in std::mem::take(types) {
        match item {
            Item::Struct(item) if mark::note(word, &doc(&item.attrs)).is_some() => {
                let note = mark::note(word, &doc(&item.attrs)).unwrap_or_default();
                let fields = match item.fields {
                    Fields::Named(fields) => fields.named.into_iter().collect(),
                    _ => Vec::new(),
                };
                found.push(item.ident.clone());
                result.extend(items(make(Alternatives {
                    name: item.ident,
                    attrs: item.attrs,
                    fields,
                    note,
                })?)?);
            }
            // Whatever progenitor has for the struct: it comes behind it.
            Item::Impl(item)
                if type_name(&item.self_ty).is_some_and(|name| found.contains(name))
                    && is_progenitors(&item) => {}
            other => result.push(other),
        }
    }
    *types = result;
    if let Some(builders) = module(types, &["builder"]) {
        builders.retain(|item| match item {
            Item::Struct(item) => !found.contains(&item.ident),
            Item::Impl(item) => !type_name(&item.self_ty).is_some_and(|name| found.contains(name)),
            _ => true,
        });
    }
    Ok(())
}

/// `impl X { fn builder() }` and `impl Default for X`: what `make` has made is not among them.
fn is_progenitors(item: &syn::ItemImpl) -> bool {
    item.trait_.is_none() || super::trait_name(item).as_deref() == Some("Default")
}
