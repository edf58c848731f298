//! What the mock of an operation that answers in several types can answer: a method for each variant of the outcome.
//!
//! progenitor has one for each status, and all of them take the outcome as a whole, which is no JSON.

use proc_macro2::Literal;
use quote::{ToTokens, quote};
use syn::{GenericArgument, ImplItem, ImplItemFn, ItemImpl, PathArguments, Type, parse_quote};

use super::outcomes::{Body, Outcomes, Variant};
use crate::rust_name;
use crate::spec::statuses::Status;

/// Puts such methods in the place of those that take an outcome.
pub(super) fn of_outcomes(item: &mut ItemImpl, outcomes: &Outcomes) {
    let mut found: Vec<&Vec<Variant>> = Vec::new();
    item.items.retain(|inner| {
        let ImplItem::Fn(f) = inner else { return true };
        let arguments = f.sig.inputs.to_token_stream().to_string();
        let taken = outcomes.iter().find(|(name, _)| {
            let path = format!("types :: {name}");
            arguments
                .split([',', ')'])
                .any(|argument| argument.trim_end().ends_with(&path))
        });
        match taken {
            Some((_, variants)) => {
                if !found.iter().any(|known| std::ptr::eq(*known, variants)) {
                    found.push(variants);
                }
                false
            }
            None => true,
        }
    });
    for variant in found.into_iter().flatten() {
        let method = method(variant);
        let is_known = item.items.iter().any(|inner| match inner {
            ImplItem::Fn(f) => f.sig.ident == method.sig.ident,
            _ => false,
        });
        if !is_known {
            item.items.push(ImplItem::Fn(method));
        }
    }
}

fn method(variant: &Variant) -> ImplItemFn {
    let name = quote::format_ident!("{}", rust_name::of_method(&variant.name.to_string()));
    let number = Literal::u16_suffixed;
    let (argument, check, status) = match variant.status {
        Status::One(code) => (None, None, number(code).to_token_stream()),
        Status::Range(digit) => {
            let digit = number(digit);
            let check = quote!(assert_eq!(status / 100u16, #digit););
            (Some(quote!(status: u16,)), Some(check), quote!(status))
        }
        Status::Default => (Some(quote!(status: u16,)), None, quote!(status)),
    };
    let media = variant.media.iter().find(|media| !media.contains('*'));
    let media = media.map_or("application/json", String::as_str);
    match &variant.body {
        Body::Empty => parse_quote! {
            pub fn #name(self, #argument) -> Self { #check Self(self.0.status(#status)) }
        },
        Body::Json(ty) => {
            let mut ty = ty.clone();
            qualify(&mut ty);
            parse_quote! {
                pub fn #name(self, #argument value: &#ty) -> Self {
                    #check
                    Self(self.0.status(#status).header("content-type", #media).json_body_obj(value))
                }
            }
        }
        Body::File => parse_quote! {
            pub fn #name(self, #argument media_type: &str, value: impl AsRef<[u8]>) -> Self {
                #check
                Self(self.0.status(#status).header("content-type", media_type).body(value))
            }
        },
    }
}

/// In the mocks, the types of the spec are in `types`.
fn qualify(ty: &mut Type) {
    let Type::Path(path) = ty else { return };
    if path.path.leading_colon.is_none() && path.path.segments.len() == 1 {
        let is_primitive = path.path.segments.iter().all(|segment| {
            segment
                .ident
                .to_string()
                .starts_with(|c: char| c.is_ascii_lowercase())
        });
        if !is_primitive {
            path.path.segments.insert(0, parse_quote!(types));
        }
    }
    for segment in &mut path.path.segments {
        if let PathArguments::AngleBracketed(arguments) = &mut segment.arguments {
            for argument in &mut arguments.args {
                if let GenericArgument::Type(ty) = argument {
                    qualify(ty);
                }
            }
        }
    }
}
