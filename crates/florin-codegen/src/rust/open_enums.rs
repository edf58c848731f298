//! A value that the spec doesn't list must not fail the whole answer.
//!
//! A list of texts is an enum. One that the provider sends (the pass [`relax_reads`](crate::spec::relax_reads) has marked
//! it) gets a variant `Unknown` that keeps the text and writes it back unchanged. If a listed value is itself called so, the
//! variant is `Unlisted`, else `UnlistedValue`. A number or a boolean is taken by its text as well.
//!
//! An enum that is only sent stays closed: a misspelt code is refused before anything leaves the process. With `x-open`
//! it is open as well. Both are `#[non_exhaustive]`, since a provider's list grows.
//!
//! What the pass [`enum_values`](crate::spec::enum_values) has given another name is on the wire as the spec has it. Where
//! the spec names other spellings of a value (`x-also-read`), they are read as that value, and written as it.
//!
//! typify makes none of this, see [`texts`](crate::texts). What the enums can do is in macros of `florin_core`.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use syn::{Item, parse_quote};

use super::texts_in_types::{self, documented};
use super::{items, set_doc};
use crate::error::Error;
use crate::texts::{Kind, Listed, Text};

/// Runs the pass.
pub(crate) fn run(file: &mut syn::File, texts: &[Text]) -> Result<(), Error> {
    texts_in_types::put(file, texts, |text| match &text.kind {
        Kind::Listed { values, open } => items(of(text, values, *open)?).map(Some),
        Kind::Limited { .. } => Ok(None),
    })
}

fn of(text: &Text, values: &[Listed], open: bool) -> Result<TokenStream, Error> {
    let name = texts_in_types::ident(&text.name)?;
    let mut variants = Vec::with_capacity(values.len());
    for listed in values {
        let own: Vec<_> = listed.also.iter().map(|also| shown(also)).collect();
        let also = match own.is_empty() {
            true => String::new(),
            false => format!("; read from {} as well", own.join(" and ")),
        };
        let ident = texts_in_types::ident(&listed.variant)?;
        let mut variant: syn::Variant = parse_quote!(#ident);
        set_doc(
            &mut variant.attrs,
            &format!("{}{also}", shown(&listed.value)),
        );
        variants.push(variant);
    }
    let catch_all = open.then(|| catch_all(values)).into_iter();
    let copied = (!open).then(|| quote!(Copy,));
    let about = documented(text);
    let traits = traits(&name, values, &variants, catch_all.clone().next());
    Ok(quote! {
        #about
        #[derive(Clone, #copied Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
        #[non_exhaustive]
        pub enum #name {
            #(#variants,)*
            #(
                /// A value that the spec does not list, as it was sent.
                #catch_all(::std::string::String),
            )*
        }

        #traits
    })
}

fn traits(
    name: &Ident,
    values: &[Listed],
    variants: &[syn::Variant],
    catch_all: Option<Ident>,
) -> Item {
    let idents = variants.iter().map(|variant| &variant.ident);
    let spelled = values.iter().map(|listed| &listed.value);
    match catch_all {
        Some(catch_all) => {
            let also = values.iter().map(|listed| {
                let also = &listed.also;
                quote!(#(| #also)*)
            });
            parse_quote!(
                ::florin_core::open_list! { #name { #(#spelled #also => #idents),* } else #catch_all }
            )
        }
        None => {
            parse_quote!(
                ::florin_core::closed_list! { #name { #(#spelled => #idents),* } else error::ConversionError }
            )
        }
    }
}

fn shown(value: &str) -> String {
    format!("`{}`", value.replace('`', "'"))
}

fn catch_all(values: &[Listed]) -> Ident {
    let is_taken = |name: &str| values.iter().any(|listed| listed.variant == name);
    let mut name = match is_taken("Unknown") {
        true => "Unlisted".to_owned(),
        false => "Unknown".to_owned(),
    };
    while is_taken(&name) {
        name.push_str("Value");
    }
    format_ident!("{name}")
}
