//! A choice between types, as progenitor carries it: a struct with a required field for each alternative, whose note says
//! what the choice is made by.
//!
//! progenitor has no words for the choices that specs offer, or has them in forms that lose something. A struct it always
//! takes, and it names the types of its fields. So a spec pass writes a choice down as an object with a note (see
//! [`mark`](crate::mark)), and a pass over the code puts an enum in the place of the struct.

use std::collections::HashSet;

use proc_macro2::{Group, Ident, TokenStream, TokenTree};
use quote::ToTokens;
use serde_json::Value;
use syn::{Attribute, Expr, Field, Fields, ImplItem, Item, Stmt, parse_quote};

use super::{changed, doc, expected, items, module, type_name};
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

/// Puts what `make` makes into the place of each struct with a note of this word.
pub(crate) fn replace(
    file: &mut syn::File,
    word: &str,
    mut make: impl FnMut(Alternatives) -> Result<TokenStream, Error>,
) -> Result<(), Error> {
    let types = expected(&mut file.items, &["types"])?;
    let mut found = HashSet::new();
    let mut result = Vec::with_capacity(types.len());
    for item in std::mem::take(types) {
        match item {
            Item::Struct(item) if mark::note(word, &doc(&item.attrs)).is_some() => {
                let note = mark::note(word, &doc(&item.attrs)).unwrap_or_default();
                let fields = match item.fields {
                    Fields::Named(fields) => fields.named.into_iter().collect(),
                    _ => Vec::new(),
                };
                found.insert(item.ident.clone());
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
    unbuilt(file, &found)
}

/// What a request holds of its body is progenitor's builder of it: there is none any more.
fn unbuilt(file: &mut syn::File, found: &HashSet<Ident>) -> Result<(), Error> {
    let requests = module(&mut file.items, &["builder"]);
    for item in requests.into_iter().flatten() {
        match item {
            Item::Struct(item) => {
                for field in &mut item.fields {
                    if let Some(ty) = without_builder(field.ty.to_token_stream(), found) {
                        field.ty = parsed(ty)?;
                    }
                }
            }
            Item::Impl(item) => {
                let by_builder = |f: &syn::ImplItemFn| {
                    f.sig.ident == "body_map"
                        && without_builder(f.sig.to_token_stream(), found).is_some()
                };
                let count = item.items.len();
                item.items
                    .retain(|item| !matches!(item, ImplItem::Fn(f) if by_builder(f)));
                if item.items.len() < count {
                    for item in &mut item.items {
                        start_without(item)?;
                    }
                }
            }
            _ => {}
        }
    }
    Ok(())
}

/// Nothing is set yet, where the builder was an empty one; and what is set is not turned into one.
fn start_without(item: &mut ImplItem) -> Result<(), Error> {
    let ImplItem::Fn(f) = item else { return Ok(()) };
    if f.sig.ident == "new"
        && let Some(Stmt::Expr(Expr::Struct(start), _)) = f.block.stmts.last_mut()
    {
        let body = start.fields.iter_mut();
        for field in body.filter(|f| matches!(&f.member, syn::Member::Named(n) if n == "body")) {
            field.expr = parse_quote!(Err("body was not initialized".to_string()));
        }
    }
    if f.sig.ident == "body" {
        let message = "conversion for body failed: {why}";
        f.block = parse_quote!({
            self.body = value.try_into().map_err(|why| format!(#message));
            self
        });
    }
    if f.sig.ident == "send" {
        f.block = parsed(unbuilt_when_sent(f.block.to_token_stream()))?;
    }
    Ok(())
}

/// Takes `.and_then(|v| types::X::try_from(v)…)` away: it is one already.
fn unbuilt_when_sent(tokens: TokenStream) -> TokenStream {
    let mut result: Vec<TokenTree> = Vec::new();
    for token in tokens {
        let TokenTree::Group(group) = token else {
            result.push(token);
            continue;
        };
        let is_call = matches!(result.last(), Some(TokenTree::Ident(name)) if name == "and_then");
        if is_call && group.stream().to_string().contains("try_from (v)") {
            result.truncate(result.len().saturating_sub(2));
            continue;
        }
        let inner = unbuilt_when_sent(group.stream());
        result.push(Group::new(group.delimiter(), inner).into());
    }
    result.into_iter().collect()
}

/// `types::builder::X` becomes `types::X`, where X is one of these. `None` where there is none.
fn without_builder(tokens: TokenStream, found: &HashSet<Ident>) -> Option<TokenStream> {
    let mut tokens: Vec<_> = tokens.into_iter().collect();
    let mut changed = false;
    for token in &mut tokens {
        if let TokenTree::Group(group) = token
            && let Some(inner) = without_builder(group.stream(), found)
        {
            *group = Group::new(group.delimiter(), inner);
            changed = true;
        }
    }
    let is_builder = |at: usize| {
        matches!(&tokens[at], TokenTree::Ident(i) if i == "builder")
            && matches!(tokens.get(at + 3), Some(TokenTree::Ident(i)) if found.contains(i))
    };
    let places: Vec<_> = (0..tokens.len()).filter(|at| is_builder(*at)).collect();
    for at in places.into_iter().rev() {
        // With the two colons behind it.
        tokens.drain(at..at + 3);
        changed = true;
    }
    changed.then(|| tokens.into_iter().collect())
}

fn parsed<T: syn::parse::Parse>(tokens: TokenStream) -> Result<T, Error> {
    syn::parse2(tokens).map_err(|e| changed(&e.to_string()))
}

/// `impl Default for X`: what `make` has made is not among them.
fn is_progenitors(item: &syn::ItemImpl) -> bool {
    item.trait_.is_none() || super::trait_name(item).as_deref() == Some("Default")
}
