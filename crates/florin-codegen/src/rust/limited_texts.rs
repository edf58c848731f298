//! A text that the spec says is so long at the least, or at the most, is a type that no other text becomes.
//!
//! Only what is sent has limits by now. typify makes none of these, see [`texts`](crate::texts); what they can do is in a
//! macro of `florin_core`.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::items;
use super::texts_in_types::{self, documented};
use crate::error::Error;
use crate::texts::{Kind, Text};

/// Runs the pass.
pub(crate) fn run(file: &mut syn::File, texts: &[Text]) -> Result<(), Error> {
    texts_in_types::put(file, texts, |text| match text.kind {
        Kind::Limited { least, most } => items(of(text, least, most)?).map(Some),
        Kind::Listed { .. } => Ok(None),
    })
}

fn of(text: &Text, least: Option<u32>, most: Option<u32>) -> Result<TokenStream, Error> {
    let name = texts_in_types::ident(&text.name)?;
    let about = documented(text);
    let least = least.map(Literal::u32_unsuffixed);
    let most = most.map(Literal::u32_unsuffixed);
    let limits = match most {
        Some(most) => quote!(#least..=#most),
        None => quote!(#least..),
    };
    Ok(quote! {
        #about
        #[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
        pub struct #name(::std::string::String);

        ::florin_core::limited_text! { #name(#limits) else error::ConversionError }
    })
}
