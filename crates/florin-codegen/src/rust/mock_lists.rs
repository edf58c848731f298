//! A matcher takes a value of a list as it is.
//!
//! progenitor lets a mock borrow whatever it doesn't know to be a plain enum. A list of values is one.

use std::collections::BTreeSet;

use proc_macro2::{Group, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{GenericParam, ImplItemFn};

use super::changed;
use crate::error::Error;
use crate::texts::{Kind, Text};

/// The names of the lists.
pub(crate) fn names(texts: &[Text]) -> BTreeSet<String> {
    let lists = texts
        .iter()
        .filter(|text| matches!(text.kind, Kind::Listed { .. }));
    lists.map(|text| text.name.clone()).collect()
}

/// Lets the matcher take it.
pub(crate) fn take(f: &mut ImplItemFn, lists: &BTreeSet<String>) -> Result<(), Error> {
    let (tokens, found) = owned(f.to_token_stream(), lists);
    if !found {
        return Ok(());
    }
    *f = syn::parse2(tokens).map_err(|e| changed(&e.to_string()))?;
    // It was that of the loan.
    let generics = std::mem::take(&mut f.sig.generics.params);
    let is_lifetime = |parameter: &GenericParam| matches!(parameter, GenericParam::Lifetime(_));
    f.sig.generics.params = generics.into_iter().filter(|p| !is_lifetime(p)).collect();
    Ok(())
}

/// `& 'a types :: List` is `types :: List`.
fn owned(tokens: TokenStream, lists: &BTreeSet<String>) -> (TokenStream, bool) {
    let tokens: Vec<_> = tokens.into_iter().collect();
    let mut out: Vec<TokenTree> = Vec::with_capacity(tokens.len());
    let mut found = false;
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        match token {
            TokenTree::Group(group) => {
                let (inner, changed) = owned(group.stream(), lists);
                found |= changed;
                out.push(Group::new(group.delimiter(), inner).into());
            }
            TokenTree::Punct(punct) if punct.as_char() == '&' => {
                let lifetime =
                    matches!(tokens.get(at + 1), Some(TokenTree::Punct(p)) if p.as_char() == '\'');
                let path = at + if lifetime { 3 } else { 1 };
                let is =
                    |at: usize, text: &str| tokens.get(at).is_some_and(|t| t.to_string() == text);
                let is_list = is(path, "types")
                    && is(path + 1, ":")
                    && is(path + 2, ":")
                    && tokens
                        .get(path + 3)
                        .is_some_and(|t| lists.contains(&t.to_string()));
                if is_list {
                    found = true;
                    at = path;
                    continue;
                }
                out.push(token.clone());
            }
            other => out.push(other.clone()),
        }
        at += 1;
    }
    (out.into_iter().collect(), found)
}
