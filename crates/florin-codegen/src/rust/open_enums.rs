//! A value that the spec doesn't list must not fail the whole answer.
//!
//! typify's enum of texts is closed: one new status at the provider, and nothing can be decoded any more. An enum that the
//! provider sends (the pass [`relax_reads`](crate::spec::relax_reads) has marked it) gets a variant `Unknown` that keeps
//! the text and writes it back unchanged. If a listed value is itself called so, the variant is `Unlisted`, else
//! `UnlistedValue`. A number or a boolean is taken by its text as well.
//!
//! An enum that is only sent stays closed: a misspelt code is refused before anything leaves the process. With `x-open`
//! it is open as well. Both are `#[non_exhaustive]`, since a provider's list grows.
//!
//! What the pass [`enum_values`](crate::spec::enum_values) has given another name is on the wire as the spec has it.
//!
//! Where the spec names other spellings of a value (`x-also-read`), they are read as that value, and written as it.

use proc_macro2::Ident;
use quote::{format_ident, quote};
use syn::{Fields, Item, ItemEnum, parse_quote};

use super::{Serde, doc, expected, items, set_doc, trait_name, type_name, underive};
use crate::error::Error;
use crate::mark::{self, Mark};

/// Runs the pass.
pub(crate) fn run(file: &mut syn::File) -> Result<(), Error> {
    let types = expected(&mut file.items, &["types"])?;
    let texts: Vec<Ident> = types
        .iter()
        .filter_map(|item| match item {
            Item::Enum(item) if is_of_texts(item) => Some(item.ident.clone()),
            _ => None,
        })
        .collect();
    types.retain(|item| match item {
        Item::Impl(item) => {
            let ours = type_name(&item.self_ty).is_some_and(|name| texts.contains(name));
            // Whatever typify has for it; the set below takes their place.
            !ours
                || !matches!(
                    trait_name(item).as_deref(),
                    Some("Display" | "FromStr" | "TryFrom" | "Default")
                )
        }
        _ => true,
    });
    let mut result = Vec::with_capacity(types.len());
    for item in std::mem::take(types) {
        match item {
            Item::Enum(item) if texts.contains(&item.ident) => result.extend(rewritten(item)?),
            other => result.push(other),
        }
    }
    *types = result;
    Ok(())
}

fn is_of_texts(item: &ItemEnum) -> bool {
    !Serde::of(&item.attrs).tagged
        && item
            .variants
            .iter()
            .all(|variant| matches!(variant.fields, Fields::Unit))
}

fn rewritten(mut item: ItemEnum) -> Result<Vec<Item>, Error> {
    let about = doc(&item.attrs);
    let open = Mark::Read.is_in(&about);
    let spellings = mark::spellings(&about);
    let wire = mark::wire_names(&about);
    let name = item.ident.clone();
    let mut variants = Vec::new();
    let mut values = Vec::new();
    let mut others = Vec::new();
    for variant in &mut item.variants {
        let value = Serde::of(&variant.attrs)
            .rename
            .unwrap_or_else(|| variant.ident.to_string());
        let value = wire.get(&value).cloned().unwrap_or(value);
        variant.attrs.retain(|a| !a.path().is_ident("serde"));
        if doc(&variant.attrs).is_empty() {
            let own = spellings.iter().filter(|(_, meant)| *meant == value);
            let own: Vec<_> = own.map(|(spelling, _)| shown(spelling)).collect();
            let also = match own.is_empty() {
                true => String::new(),
                false => format!("; read from {} as well", own.join(" and ")),
            };
            set_doc(&mut variant.attrs, &format!("{}{also}", shown(&value)));
        }
        for (spelling, _) in spellings.iter().filter(|(_, meant)| *meant == value) {
            others.push((spelling.clone(), variant.ident.clone()));
        }
        variants.push(variant.ident.clone());
        values.push(value);
    }
    underive(&mut item.attrs, &["Serialize", "Deserialize"]);
    item.attrs.retain(|a| !a.path().is_ident("serde"));
    item.attrs.push(parse_quote!(#[non_exhaustive]));
    let catch_all = open.then(|| catch_all(&variants));
    if let Some(catch_all) = &catch_all {
        underive(&mut item.attrs, &["Copy"]);
        item.variants.push(parse_quote! {
            /// A value that the spec does not list, as it was sent.
            #catch_all(::std::string::String)
        });
    }

    let kept = catch_all.iter();
    let mut all = items(quote! {
        #item

        impl #name {
            /// The value as it is on the wire.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    #(Self::#variants => #values,)*
                    #(Self::#kept(value) => value,)*
                }
            }
        }

        impl ::std::fmt::Display for #name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl ::serde::Serialize for #name {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> ::std::result::Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }
    })?;
    all.extend(match catch_all {
        Some(catch_all) => {
            // As it is read, both spellings are the same.
            let (more, same): (Vec<_>, Vec<_>) = others.into_iter().unzip();
            let all: Vec<_> = variants.iter().cloned().chain(same).collect();
            values.extend(more);
            open_conversions(&name, &all, &values, &catch_all)?
        }
        None => closed_conversions(&name, &variants, &values)?,
    });
    Ok(all)
}

fn shown(value: &str) -> String {
    format!("`{}`", value.replace('`', "'"))
}

fn catch_all(variants: &[Ident]) -> Ident {
    let is_taken = |name: &str| variants.iter().any(|v| v == name);
    let mut name = match is_taken("Unknown") {
        true => "Unlisted".to_owned(),
        false => "Unknown".to_owned(),
    };
    while is_taken(&name) {
        name.push_str("Value");
    }
    format_ident!("{name}")
}

fn open_conversions(
    name: &Ident,
    variants: &[Ident],
    values: &[String],
    catch_all: &Ident,
) -> Result<Vec<Item>, Error> {
    // As below: a value of that name is a variant.
    let err = match variants.iter().any(|variant| variant == "Err") {
        true => quote!(::std::convert::Infallible),
        false => quote!(Self::Err),
    };
    items(quote! {
        impl ::std::convert::From<&str> for #name {
            fn from(value: &str) -> Self {
                match value {
                    #(#values => Self::#variants,)*
                    _ => Self::#catch_all(value.to_owned()),
                }
            }
        }

        impl ::std::convert::From<::std::string::String> for #name {
            fn from(value: ::std::string::String) -> Self {
                Self::from(value.as_str())
            }
        }

        impl ::std::str::FromStr for #name {
            type Err = ::std::convert::Infallible;

            fn from_str(value: &str) -> ::std::result::Result<Self, #err> {
                Ok(Self::from(value))
            }
        }

        impl<'de> ::serde::Deserialize<'de> for #name {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> ::std::result::Result<Self, D::Error> {
                ::florin_core::open_text(deserializer).map(Self::from)
            }
        }
    })
}

fn closed_conversions(
    name: &Ident,
    variants: &[Ident],
    values: &[String],
) -> Result<Vec<Item>, Error> {
    let kind = quote!(self::error::ConversionError);
    // A value of that name is a variant, and `Self::Error` could mean both.
    let own = |associated: &str| match variants.iter().any(|variant| variant == associated) {
        true => kind.clone(),
        false => {
            let associated = format_ident!("{associated}");
            quote!(Self::#associated)
        }
    };
    let (err, error) = (own("Err"), own("Error"));
    let refusal = format!("not one of the values of {name} that the spec lists");
    items(quote! {
        impl ::std::str::FromStr for #name {
            type Err = #kind;

            fn from_str(value: &str) -> ::std::result::Result<Self, #err> {
                match value {
                    #(#values => Ok(Self::#variants),)*
                    _ => Err(#refusal.into()),
                }
            }
        }

        impl ::std::convert::TryFrom<&str> for #name {
            type Error = #kind;

            fn try_from(value: &str) -> ::std::result::Result<Self, #error> {
                value.parse()
            }
        }

        impl ::std::convert::TryFrom<::std::string::String> for #name {
            type Error = #kind;

            fn try_from(value: ::std::string::String) -> ::std::result::Result<Self, #error> {
                value.parse()
            }
        }

        impl<'de> ::serde::Deserialize<'de> for #name {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> ::std::result::Result<Self, D::Error> {
                let value = <::std::string::String as ::serde::Deserialize>::deserialize(deserializer)?;
                value.parse().map_err(<D::Error as ::serde::de::Error>::custom)
            }
        }
    })
}
