//! What a request must have is in it, if only as `null`.
//!
//! A field that may be absent is left out of the JSON where it has no value. Of a type that is read and sent, that is every
//! field that may be `null`, also one that the spec requires; such a field is written in any case.

use syn::punctuated::Punctuated;
use syn::{Attribute, Item, Meta, Token, parse_quote};

use super::{doc, expected, named_fields};
use crate::error::Error;
use crate::mark::Mark;

/// Runs the pass.
pub(crate) fn run(file: &mut syn::File) -> Result<(), Error> {
    for item in expected(&mut file.items, &["types"])? {
        if !matches!(item, Item::Struct(_)) {
            continue;
        }
        for field in named_fields(item) {
            if Mark::SentAsNull.is_in(&doc(&field.attrs)) {
                field.attrs = field.attrs.drain(..).filter_map(kept).collect();
            }
        }
    }
    Ok(())
}

/// The attribute without the word that leaves the field out.
fn kept(attribute: Attribute) -> Option<Attribute> {
    if !attribute.path().is_ident("serde") {
        return Some(attribute);
    }
    let words = attribute.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated);
    let Ok(words) = words else {
        return Some(attribute);
    };
    let words = words.into_iter();
    let words: Vec<_> = words
        .filter(|word| !word.path().is_ident("skip_serializing_if"))
        .collect();
    (!words.is_empty()).then(|| parse_quote!(#[serde(#(#words),*)]))
}
