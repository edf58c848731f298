//! Nobody has to supply the fields that the spec doesn't name.
//!
//! An object of nothing but optional fields loses its `Default` through typify's field for them, `extra`. It is given back.

use syn::{Item, parse_quote};

use super::builders::Start;
use super::{Serde, derives, expected, named_fields};
use crate::error::Error;

/// Runs the pass.
pub(crate) fn run(file: &mut syn::File) -> Result<(), Error> {
    for item in expected(&mut file.items, &["types"])? {
        let fields = named_fields(item);
        let is_open = fields.iter().any(|f| Serde::of(&f.attrs).flatten);
        let is_empty = is_open && fields.iter().all(|f| Start::of(f) == Start::Empty);
        if let (true, Item::Struct(item)) = (is_empty, item) {
            derives(&mut item.attrs, |names| {
                if !names.iter().any(|name| name.is_ident("Default")) {
                    names.push(parse_quote!(Default));
                }
            });
        }
    }
    Ok(())
}
