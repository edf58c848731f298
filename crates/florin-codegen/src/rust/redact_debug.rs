//! `{:?}` shows no secret and nothing of a customer.
//!
//! A type with a field that the spec calls sensitive gets a `Debug` that prints `[redacted]` in its place, and one that is
//! sensitive as a whole prints nothing else. Requests hold everything that a caller has put in, and print their name
//! alone, as do the builders of the types.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use syn::{Field, Fields, Item, ItemEnum, ItemStruct};

use super::{Serde, doc, expected, items, underive};
use crate::error::Error;
use crate::mark::Mark;

/// Runs the pass.
pub(crate) fn run(file: &mut syn::File) -> Result<(), Error> {
    let types = expected(&mut file.items, &["types"])?;
    let mut result = Vec::with_capacity(types.len());
    for mut item in std::mem::take(types) {
        let debug = match &mut item {
            Item::Struct(item) => debug_of_struct(item),
            Item::Enum(item) => debug_of_enum(item),
            _ => None,
        };
        result.push(item);
        result.extend(items(debug.unwrap_or_default())?);
    }
    *types = result;
    close(expected(&mut file.items, &["builder"])?)
}

fn debug_of_struct(item: &mut ItemStruct) -> Option<TokenStream> {
    let words = doc(&item.attrs);
    let name = &item.ident;
    let text = name.to_string();
    let shown = if Mark::Sensitive.is_in(&words) {
        quote!(f.debug_tuple(#text).field(&::florin_core::Redacted).finish())
    } else {
        let extra = Mark::SensitiveExtra.is_in(&words);
        let Fields::Named(fields) = &item.fields else {
            return None;
        };
        if !fields.named.iter().any(|field| is_hidden(field, extra)) {
            return None;
        }
        let fields = fields.named.iter().map(|field| {
            let ident = &field.ident;
            shown_field(field, extra, quote!(&self.#ident))
        });
        quote!(f.debug_struct(#text)#(#fields)*.finish())
    };
    let implementation = implementation(name, &shown);
    underive(&mut item.attrs, &["Debug"]);
    Some(implementation)
}

fn debug_of_enum(item: &mut ItemEnum) -> Option<TokenStream> {
    let name = &item.ident;
    let shown = if Mark::Sensitive.is_in(&doc(&item.attrs)) {
        let text = name.to_string();
        quote!(f.debug_tuple(#text).field(&::florin_core::Redacted).finish())
    } else {
        let hidden = |fields: &Fields| fields.iter().any(|field| is_hidden(field, false));
        if !item.variants.iter().any(|variant| hidden(&variant.fields)) {
            return None;
        }
        let arms = item.variants.iter().map(|variant| {
            let ident = &variant.ident;
            let text = ident.to_string();
            match &variant.fields {
                Fields::Unit => quote!(Self::#ident => f.write_str(#text)),
                Fields::Named(fields) => {
                    let hidden = |field: &&Field| is_hidden(field, false);
                    let bound = fields.named.iter().map(|field| {
                        let ident = &field.ident;
                        if hidden(&field) {
                            quote!(#ident: _)
                        } else {
                            quote!(#ident)
                        }
                    });
                    let shown = fields.named.iter().map(|field| {
                        let ident = &field.ident;
                        shown_field(field, false, quote!(#ident))
                    });
                    quote!(Self::#ident { #(#bound),* } => f.debug_struct(#text)#(#shown)*.finish())
                }
                Fields::Unnamed(fields) => {
                    let bound: Vec<_> = (0..fields.unnamed.len())
                        .map(|i| format_ident!("field_{i}"))
                        .collect();
                    let hidden = |i: usize| {
                        fields
                            .unnamed
                            .get(i)
                            .is_some_and(|field| is_hidden(field, false))
                    };
                    let taken = bound
                        .iter()
                        .enumerate()
                        .map(|(i, name)| if hidden(i) { quote!(_) } else { quote!(#name) });
                    let shown = bound.iter().enumerate().map(|(i, name)| match hidden(i) {
                        true => quote!(.field(&::florin_core::Redacted)),
                        false => quote!(.field(#name)),
                    });
                    quote!(Self::#ident(#(#taken),*) => f.debug_tuple(#text)#(#shown)*.finish())
                }
            }
        });
        quote!(match self { #(#arms),* })
    };
    let implementation = implementation(name, &shown);
    underive(&mut item.attrs, &["Debug"]);
    // What has no name is not documented, so nobody else takes the marks off.
    for field in item.variants.iter_mut().flat_map(|v| &mut v.fields) {
        if field.ident.is_none() {
            field.attrs.retain(|a| !a.path().is_ident("doc"));
        }
    }
    Some(implementation)
}

fn is_hidden(field: &Field, extra: bool) -> bool {
    Mark::Sensitive.is_in(&doc(&field.attrs)) || extra && Serde::of(&field.attrs).flatten
}

fn shown_field(field: &Field, extra: bool, value: TokenStream) -> TokenStream {
    let text = field
        .ident
        .as_ref()
        .map(ToString::to_string)
        .unwrap_or_default();
    let value = if is_hidden(field, extra) {
        quote!(&::florin_core::Redacted)
    } else {
        value
    };
    quote!(.field(#text, #value))
}

fn implementation(name: &Ident, shown: &TokenStream) -> TokenStream {
    quote! {
        impl ::std::fmt::Debug for #name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                #shown
            }
        }
    }
}

/// Requests print their name.
fn close(builders: &mut Vec<Item>) -> Result<(), Error> {
    let mut result = Vec::with_capacity(builders.len());
    for mut item in std::mem::take(builders) {
        let mut debug = TokenStream::new();
        if let Item::Struct(item) = &mut item {
            underive(&mut item.attrs, &["Debug"]);
            let name = &item.ident;
            let text = name.to_string();
            debug = quote! {
                impl ::std::fmt::Debug for #name<'_> {
                    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                        f.debug_struct(#text).finish_non_exhaustive()
                    }
                }
            };
        }
        result.push(item);
        result.extend(items(debug)?);
    }
    *builders = result;
    Ok(())
}
