//! Where texts with values or limits stand in the code: in `types`, among the types that typify has made.
//!
//! typify knows them by a path that leads there from outside ([`texts`](crate::texts)), and writes it everywhere alike;
//! inside `types`, they are called by their names.

use std::collections::BTreeSet;

use proc_macro2::{Group, Ident, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{Fields, GenericArgument, Item, PathArguments, Type};

use super::{changed, expected, type_name};
use crate::error::Error;
use crate::texts::Text;

/// Puts the items of each text where its name belongs. `made` makes them of a text, if they are its pass's to make.
pub(crate) fn put(
    file: &mut syn::File,
    texts: &[Text],
    made: impl Fn(&Text) -> Result<Option<Vec<Item>>, Error>,
) -> Result<(), Error> {
    let types = expected(&mut file.items, &["types"])?;
    let mut result = Vec::with_capacity(types.len() + 2 * texts.len());
    let mut texts = texts.iter().peekable();
    for item in std::mem::take(types) {
        let name = match &item {
            Item::Struct(item) => Some(item.ident.to_string()),
            Item::Enum(item) => Some(item.ident.to_string()),
            // The modules and functions stand at the end.
            Item::Mod(_) | Item::Fn(_) => Some("~".to_owned()),
            _ => None,
        };
        while let Some(name) = &name
            && let Some(text) = texts.next_if(|text| text.name < *name)
        {
            result.extend(made(text)?.into_iter().flatten());
        }
        result.push(item);
    }
    for text in texts {
        result.extend(made(text)?.into_iter().flatten());
    }
    *types = result;
    Ok(())
}

/// The name of an item, as an identifier.
pub(crate) fn ident(name: &str) -> Result<Ident, Error> {
    syn::parse_str(name).map_err(|_| changed(&format!("`{name}` is no name of an item")))
}

/// What the spec says of it, marks and all.
pub(crate) fn documented(text: &Text) -> Option<TokenStream> {
    let about = text.description.as_ref()?;
    Some(quote!(#[doc = #about]))
}

/// Inside `types`, calls its types by their names.
pub(crate) fn shorten(file: &mut syn::File) -> Result<(), Error> {
    let types = expected(&mut file.items, &["types"])?;
    let mut wrapped = BTreeSet::new();
    for item in types.iter_mut() {
        match item {
            Item::Struct(item) => {
                let shortened = shorten_fields(&mut item.fields);
                if shortened && matches!(item.fields, Fields::Unnamed(_)) {
                    wrapped.insert(item.ident.to_string());
                }
            }
            Item::Enum(item) => {
                for variant in &mut item.variants {
                    shorten_fields(&mut variant.fields);
                }
            }
            _ => {}
        }
    }
    // What is a text by another name is made of it, and becomes it.
    for item in types.iter_mut() {
        let Item::Impl(found) = item else { continue };
        let name = type_name(&found.self_ty).map(ToString::to_string);
        // `impl From<Labels> for Vec<types::Label>` has it further inside.
        let is_outside = shorten_type(&mut found.self_ty.clone());
        if is_outside || name.is_some_and(|name| wrapped.contains(&name)) {
            replace(item, &TokenStream::new())?;
        }
    }
    Ok(())
}

fn shorten_fields(fields: &mut Fields) -> bool {
    let mut changed = false;
    for field in fields {
        changed |= shorten_type(&mut field.ty);
    }
    changed
}

fn shorten_type(ty: &mut Type) -> bool {
    let is_outside = is_outside(ty);
    let Type::Path(path) = ty else { return false };
    let path = &mut path.path;
    if is_outside {
        path.segments = path.segments.iter().skip(1).cloned().collect();
        return true;
    }
    let mut changed = false;
    for segment in &mut path.segments {
        if let PathArguments::AngleBracketed(inner) = &mut segment.arguments {
            for argument in &mut inner.args {
                if let GenericArgument::Type(ty) = argument {
                    changed |= shorten_type(ty);
                }
            }
        }
    }
    changed
}

/// Whether it is called as it is from outside.
fn is_outside(ty: &Type) -> bool {
    match ty {
        Type::Path(path) => {
            path.path.leading_colon.is_none()
                && path.path.segments.len() == 2
                && path.path.segments[0].ident == "types"
        }
        _ => false,
    }
}

fn replace(item: &mut Item, with: &TokenStream) -> Result<(), Error> {
    let (tokens, found) = replaced(item.to_token_stream(), with);
    if found {
        *item = syn::parse2(tokens).map_err(|e| changed(&e.to_string()))?;
    }
    Ok(())
}

/// The tokens with something else for `types::`, and whether there was any.
fn replaced(tokens: TokenStream, with: &TokenStream) -> (TokenStream, bool) {
    let tokens: Vec<_> = tokens.into_iter().collect();
    let is_colon =
        |at: usize| matches!(tokens.get(at), Some(TokenTree::Punct(p)) if p.as_char() == ':');
    let mut out: Vec<TokenTree> = Vec::with_capacity(tokens.len());
    let mut found = false;
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        match token {
            TokenTree::Group(group) => {
                let (inner, changed) = replaced(group.stream(), with);
                found |= changed;
                let mut replaced = Group::new(group.delimiter(), inner);
                replaced.set_span(group.span());
                out.push(replaced.into());
            }
            // Not a field of that name, which has a path behind its colon, and no part of another path.
            TokenTree::Ident(name)
                if name == "types"
                    && is_colon(at + 1)
                    && is_colon(at + 2)
                    && matches!(tokens.get(at + 3), Some(TokenTree::Ident(_)))
                    && !(is_colon(at.wrapping_sub(1)) && is_colon(at.wrapping_sub(2))) =>
            {
                out.extend(with.clone());
                found = true;
                at += 3;
                continue;
            }
            other => out.push(other.clone()),
        }
        at += 1;
    }
    (out.into_iter().collect(), found)
}
