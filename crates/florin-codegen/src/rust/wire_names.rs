//! A field that could not have the name of its property is still called so on the wire.
//!
//! The pass [`field_names`](crate::spec::field_names) has given it another name and noted the property's.

use syn::{Item, parse_quote};

use super::{doc, expected, named_fields};
use crate::error::Error;
use crate::mark;

/// Runs the pass.
pub(crate) fn run(file: &mut syn::File) -> Result<(), Error> {
    for item in expected(&mut file.items, &["types"])? {
        let Item::Struct(of) = &*item else { continue };
        let names = mark::wire_names(&doc(&of.attrs));
        if names.is_empty() {
            continue;
        }
        for field in named_fields(item) {
            let name = field.ident.as_ref().map(ToString::to_string);
            if let Some(wire) = name.and_then(|name| names.get(&name)) {
                field.attrs.push(parse_quote!(#[serde(rename = #wire)]));
            }
        }
    }
    Ok(())
}
