//! Nobody has to supply the fields that the spec doesn't name.
//!
//! typify's field for them, `extra`, is required by its builder, and an object of nothing but optional fields loses its
//! `Default` through it. Both are given back.

use quote::quote;
use syn::{Expr, ImplItem, Item, ItemImpl, Stmt, parse_quote};

use super::{Serde, derives, expected, named_fields, trait_name, type_name};
use crate::error::Error;

/// Runs the pass.
pub(crate) fn run(file: &mut syn::File) -> Result<(), Error> {
    let types = expected(&mut file.items, &["types"])?;
    let mut open = Vec::new();
    for item in types.iter_mut() {
        let has_extra = named_fields(item)
            .iter()
            .any(|field| Serde::of(&field.attrs).flatten);
        if let (true, Item::Struct(item)) = (has_extra, item) {
            open.push(item.ident.to_string());
        }
    }
    if open.is_empty() {
        return Ok(());
    }
    let mut optional = Vec::new();
    for item in expected(types, &["builder"])?.iter_mut() {
        if let Item::Impl(item) = item
            && let Some(name) = type_name(&item.self_ty).map(ToString::to_string)
            && trait_name(item).as_deref() == Some("Default")
            && open.contains(&name)
            && default_extra(item)
        {
            optional.push(name);
        }
    }
    for item in types.iter_mut() {
        if let Item::Struct(item) = item
            && optional.contains(&item.ident.to_string())
        {
            derives(&mut item.attrs, |names| {
                if !names.iter().any(|name| name.is_ident("Default")) {
                    names.push(parse_quote!(Default));
                }
            });
        }
    }
    Ok(())
}

/// Sets `extra` and says whether every other field has a default as well.
fn default_extra(item: &mut ItemImpl) -> bool {
    let statement = item.items.iter_mut().find_map(|item| match item {
        ImplItem::Fn(f) => f.block.stmts.first_mut(),
        _ => None,
    });
    let Some(Stmt::Expr(Expr::Struct(value), _)) = statement else {
        return false;
    };
    let mut all = true;
    for field in &mut value.fields {
        if matches!(&field.member, syn::Member::Named(name) if name == "extra") {
            field.expr = parse_quote!(Ok(Default::default()));
        }
        let expression = &field.expr;
        all &= quote!(#expression).to_string() == quote!(Ok(Default::default())).to_string();
    }
    all
}
