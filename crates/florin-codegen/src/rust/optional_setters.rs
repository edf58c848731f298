//! An optional field is set like a required one.
//!
//! typify's setter of an optional field takes what becomes an `Option<String>`, which a `&str` does not; so a caller would
//! write `.label("a".to_string())` beside `.name("b")`. Here it takes what becomes the value itself, as progenitor's own
//! setters of optional parameters do. Who has nothing to set leaves the call out.
//!
//! What each of thousands of setters does stands in `florin_core::set`, once: less to compile.

use proc_macro2::Ident;
use quote::format_ident;
use syn::{
    FnArg, GenericArgument, ImplItem, ImplItemFn, Item, PathArguments, Type, TypeParamBound,
    WherePredicate, parse_quote,
};

use super::{module, trait_name, type_name};
use crate::error::Error;

/// Runs the pass.
pub(crate) fn run(file: &mut syn::File) -> Result<(), Error> {
    for item in module(&mut file.items, &["types", "builder"])
        .into_iter()
        .flatten()
    {
        let Item::Impl(item) = item else { continue };
        if trait_name(item).is_some() {
            continue;
        }
        for setter in &mut item.items {
            if let ImplItem::Fn(f) = setter {
                settle(f);
            }
        }
    }
    Ok(())
}

fn settle(f: &mut ImplItemFn) {
    let takes_value = f
        .sig
        .inputs
        .iter()
        .any(|input| matches!(input, FnArg::Typed(_)));
    let Some(clause) = f.sig.generics.where_clause.as_mut().filter(|_| takes_value) else {
        return;
    };
    let bounds = clause
        .predicates
        .iter_mut()
        .filter_map(|predicate| match predicate {
            WherePredicate::Type(predicate) => Some(&mut predicate.bounds),
            _ => None,
        });
    for bound in bounds.flatten() {
        let TypeParamBound::Trait(bound) = bound else {
            continue;
        };
        let Some(target) = bound
            .path
            .segments
            .last_mut()
            .filter(|s| s.ident == "TryInto")
        else {
            continue;
        };
        let PathArguments::AngleBracketed(arguments) = &mut target.arguments else {
            continue;
        };
        let Some(GenericArgument::Type(ty)) = arguments.args.first_mut() else {
            continue;
        };
        if let Some(inner) = inside_option(ty) {
            *ty = inner;
            f.block = set(&f.sig.ident, &format_ident!("optional"));
        } else {
            f.block = set(&f.sig.ident, &format_ident!("required"));
        }
        return;
    }
}

fn inside_option(ty: &Type) -> Option<Type> {
    let Type::Path(path) = ty else { return None };
    let PathArguments::AngleBracketed(arguments) = &path.path.segments.last()?.arguments else {
        return None;
    };
    match arguments.args.first()? {
        GenericArgument::Type(inner) if type_name(ty)? == "Option" => Some(inner.clone()),
        _ => None,
    }
}

/// The turning stands in `florin_core`, once.
fn set(field: &Ident, how: &Ident) -> syn::Block {
    let name = field.to_string();
    parse_quote!({
        self.#field = ::florin_core::set::#how(value, #name);
        self
    })
}
