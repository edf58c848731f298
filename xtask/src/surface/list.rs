//! Lists of texts and texts with limits: what `open_list!`, `closed_list!` and `limited_text!` say of a type.

use proc_macro2::{TokenStream, TokenTree};
use syn::parse::{Parse, ParseStream};
use syn::{Ident, LitStr, Macro, Token, braced, parenthesized};

use super::model::{Alternative, Kind, Type, Value};
use super::syntax::{last, unknown};
use crate::answer::Problem;

/// What the macro says.
pub(super) enum Listed {
    /// Values, and the variant for any other.
    Values(Vec<Value>, Option<String>),
    /// Limits, as a range.
    Limits(String),
}

/// Reads a call of one of the macros: of which type, and what.
pub(super) fn read(call: &Macro) -> Result<(String, Listed), Problem> {
    let macro_name = last(&call.path);
    let what = |e: syn::Error| {
        unknown(&format!(
            "a call of `{macro_name}!` that can't be read: {e}"
        ))
    };
    match &*macro_name {
        "open_list" | "closed_list" => {
            let list: List = call.parse_body().map_err(what)?;
            let unlisted = match (&*macro_name, list.other.into_iter().next()) {
                ("open_list", Some(TokenTree::Ident(variant))) => Some(variant.to_string()),
                _ => None,
            };
            Ok((list.name, Listed::Values(list.values, unlisted)))
        }
        "limited_text" => {
            let text: Limited = call.parse_body().map_err(what)?;
            Ok((text.name, Listed::Limits(text.limits)))
        }
        _ => Err(unknown(&format!(
            "the macro `{macro_name}!` among its types"
        ))),
    }
}

/// `Status { "OPEN" | "open" => Open } else Unknown`
struct List {
    name: String,
    values: Vec<Value>,
    other: TokenStream,
}

impl Parse for List {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let name: Ident = input.parse()?;
        let inside;
        braced!(inside in input);
        let mut values = Vec::new();
        while !inside.is_empty() {
            let wire: LitStr = inside.parse()?;
            let mut also = Vec::new();
            while inside.parse::<Option<Token![|]>>()?.is_some() {
                also.push(inside.parse::<LitStr>()?.value());
            }
            also.sort();
            inside.parse::<Token![=>]>()?;
            let variant: Ident = inside.parse()?;
            inside.parse::<Option<Token![,]>>()?;
            values.push(Value {
                name: variant.to_string(),
                wire: wire.value(),
                also,
                doc: String::new(),
            });
        }
        values.sort_by(|a, b| a.name.cmp(&b.name));
        input.parse::<Token![else]>()?;
        let name = name.to_string();
        let other = input.parse()?;
        Ok(Self {
            name,
            values,
            other,
        })
    }
}

/// `Label(2..=9) else error::ConversionError`
struct Limited {
    name: String,
    limits: String,
}

impl Parse for Limited {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let name: Ident = input.parse()?;
        let inside;
        parenthesized!(inside in input);
        let limits: TokenStream = inside.parse()?;
        input.parse::<Token![else]>()?;
        input.parse::<TokenStream>()?;
        Ok(Self {
            name: name.to_string(),
            limits: limits.to_string().replace(' ', ""),
        })
    }
}

/// Says it of the type, with the traits and functions that the macro gives it.
pub(super) fn put(found: &mut Type, listed: Listed) {
    let traits: &[&str] = match &listed {
        Listed::Values(_, Some(_)) => &[
            "Display",
            "FromStr",
            "From<&str>",
            "From<String>",
            "Serialize",
            "Deserialize",
        ],
        Listed::Values(_, None) => &[
            "Display",
            "FromStr",
            "TryFrom<&str>",
            "TryFrom<String>",
            "Serialize",
            "Deserialize",
        ],
        Listed::Limits(_) => &[
            "Display",
            "FromStr",
            "TryFrom<&str>",
            "TryFrom<String>",
            "Deref<String>",
            "Into<String>",
            "Serialize",
            "Deserialize",
        ],
    };
    found
        .traits
        .extend(traits.iter().map(|name| (*name).to_owned()));
    match listed {
        Listed::Values(mut values, unlisted) => {
            let Kind::Choice {
                alternatives,
                exhaustive,
                ..
            } = &found.kind
            else {
                return;
            };
            for value in &mut values {
                let told = |a: &&Alternative| a.name == value.name;
                value.doc = alternatives
                    .iter()
                    .find(told)
                    .map(|a| a.doc.clone())
                    .unwrap_or_default();
            }
            found.functions.insert("fn as_str(&self)->&str".to_owned());
            found.kind = Kind::List {
                values,
                unlisted,
                exhaustive: *exhaustive,
            };
        }
        Listed::Limits(limits) => found.kind = Kind::Text { limits },
    }
}
