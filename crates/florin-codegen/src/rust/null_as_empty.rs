//! `null` where a list or a map belongs is read as an empty one.
//!
//! serde takes an absent list as empty and fails at `null`; many providers send the one for the other. Fields of types
//! that the provider sends read both alike.

use quote::quote;
use syn::{Item, parse_quote};

use super::{Serde, doc, expected, items, named_fields, type_name};
use crate::error::Error;
use crate::mark::Mark;

/// Runs the pass.
pub(crate) fn run(file: &mut syn::File) -> Result<(), Error> {
    let types = expected(&mut file.items, &["types"])?;
    let mut used = false;
    for item in types.iter_mut() {
        let read = match item {
            Item::Struct(item) => Mark::Read.is_in(&doc(&item.attrs)),
            // A union's variants are told apart by what is in them; the mark is on the parts that were written out.
            Item::Enum(item) => Serde::of(&item.attrs).tagged,
            _ => false,
        };
        if !read {
            continue;
        }
        for field in named_fields(item) {
            let name = type_name(&field.ty)
                .map(ToString::to_string)
                .unwrap_or_default();
            if matches!(name.as_str(), "Vec" | "Map" | "BTreeMap")
                && !Serde::of(&field.attrs).flatten
            {
                field
                    .attrs
                    .push(parse_quote!(#[serde(deserialize_with = "null_as_empty")]));
                used = true;
            }
        }
    }
    if used {
        types.extend(items(quote! {
            fn null_as_empty<'de, D, T>(deserializer: D) -> ::std::result::Result<T, D::Error>
            where
                D: ::serde::Deserializer<'de>,
                T: ::std::default::Default + ::serde::Deserialize<'de>,
            {
                let value = <::std::option::Option<T> as ::serde::Deserialize>::deserialize(deserializer)?;
                Ok(value.unwrap_or_default())
            }
        })?);
    }
    Ok(())
}
