//! A union becomes an enum that keeps what it doesn't know.
//!
//! [`unions`](crate::spec::unions) has left a struct with a field per alternative and a note with the table by which they
//! are told apart. Here it becomes an enum with that table; all that it does stands in `florin_core::union`, so that the
//! code of a union is a few lines per alternative.
//!
//! A variant is called after its component, without the name of the union in front of it; else after its JSON kind. What
//! fits none is `Unknown`, or `Unlisted` where an alternative is called so.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, format_ident, quote};
use serde_json::Value;
use syn::{Attribute, Field, GenericArgument, PathArguments, Type, parse_quote};

use super::alternatives::{Alternatives, replace};
use super::{Serde, doc, set_doc, type_name};
use crate::error::Error;
use crate::mark::{self, Mark};
use crate::rust_name;
use crate::spec::unions::WORD;

/// Runs the pass.
pub(crate) fn run(file: &mut syn::File) -> Result<(), Error> {
    replace(file, WORD, |choice| Ok(written(choice)))
}

/// One alternative.
struct Variant {
    name: Ident,
    /// Its type, without the box that keeps a type from holding itself.
    ty: Type,
    is_boxed: bool,
    is_sensitive: bool,
    about: String,
    row: Value,
}

fn written(choice: Alternatives) -> TokenStream {
    let Alternatives {
        name,
        mut attrs,
        fields,
        note,
    } = choice;
    let variants = variants(&name, fields, &note);
    let is_any = note.get("any") == Some(&Value::Bool(true));
    let unknown = free_name(&variants, ["Unknown", "Unlisted", "UnlistedValue"]);
    let several = free_name(&variants, ["Several", "Both", "SeveralAtOnce"]);
    attrs.retain(|a| a.path().is_ident("doc"));
    let words = doc(&attrs);
    if mark::strip(&words).trim().is_empty() {
        let marks: String = words.trim_start().to_owned();
        set_doc(&mut attrs, &format!("One of several types.{marks}"));
    }

    let tag = note.get("tag").and_then(Value::as_str);
    let named = variants.iter().map(|v| {
        let (name, ty, about) = (&v.name, v.held(), lines(&v.about));
        let hidden = v.is_sensitive.then(sensitive);
        quote!(#(#about)* #name(#hidden #ty))
    });
    let several_variant = is_any.then(|| {
        quote! {
            /// Several at once, none of which knows all that came.
            #several(::std::vec::Vec<Self>),
        }
    });
    let sensitive = sensitive();
    let rows = variants.iter().map(|v| row(&v.row, tag.is_some()));
    let table = match (tag, is_any) {
        (Some(tag), _) => quote!(tagged(#tag, &[#(#rows),*])),
        (None, true) => quote!(any_of(&[#(#rows),*])),
        (None, false) => quote!(one_of(&[#(#rows),*])),
    };
    let places = 0..variants.len();
    let reads = variants.iter().map(Variant::read);
    let writes = variants.iter().map(|v| v.write(tag));
    let several_written = is_any.then(
        || quote!(Self::#several(parts) => ::florin_core::union::write_several(parts, serializer),),
    );
    let several_made = is_any.then(|| {
        quote! {
            fn several(parts: ::std::vec::Vec<Self>) -> ::std::option::Option<Self> {
                Some(Self::#several(parts))
            }
        }
    });
    let conversions = conversions(&name, &variants);
    quote! {
        #(#attrs)*
        #[derive(Clone, Debug)]
        #[non_exhaustive]
        pub enum #name {
            #(#named,)*
            #several_variant
            /// What the spec does not describe, as it was sent.
            #unknown(#sensitive ::florin_core::Json),
        }

        impl ::florin_core::union::Union for #name {
            const ALTERNATIVES: ::florin_core::union::Alternatives = ::florin_core::union::Alternatives::#table;

            fn read_as(place: usize, json: &::florin_core::union::Json<'_>) -> ::std::option::Option<Self> {
                match place {
                    #(#places => #reads,)*
                    _ => None,
                }
            }

            fn unknown(json: ::florin_core::Json) -> Self {
                Self::#unknown(json)
            }

            fn is_unknown(&self) -> bool {
                matches!(self, Self::#unknown(_))
            }

            #several_made
        }

        impl<'de> ::serde::Deserialize<'de> for #name {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> ::std::result::Result<Self, D::Error> {
                ::florin_core::union::read(deserializer)
            }
        }

        impl ::serde::Serialize for #name {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> ::std::result::Result<S::Ok, S::Error> {
                match self {
                    #(#writes)*
                    #several_written
                    Self::#unknown(value) => value.serialize(serializer),
                }
            }
        }

        #conversions
    }
}

/// The mark that [`redact_debug`](super::redact_debug) hides what is inside by, and takes off.
fn sensitive() -> Attribute {
    let mut text = String::new();
    Mark::Sensitive.put(&mut text);
    parse_quote!(#[doc = #text])
}

fn lines(about: &str) -> Vec<Attribute> {
    let mut attrs = Vec::new();
    set_doc(&mut attrs, about);
    attrs
}

fn variants(union: &Ident, fields: Vec<Field>, note: &Value) -> Vec<Variant> {
    let rows = note.get("all").and_then(Value::as_array);
    let mut fields: Vec<_> = fields.into_iter().map(Some).collect();
    let mut variants: Vec<Variant> = Vec::new();
    for row in rows.into_iter().flatten() {
        let key = row.get("key").and_then(Value::as_str).unwrap_or_default();
        let is_its = |field: &Field| {
            let ident = field.ident.as_ref().map(ToString::to_string);
            Serde::of(&field.attrs).rename.or(ident).as_deref() == Some(key)
        };
        let place = fields
            .iter()
            .position(|field| field.as_ref().is_some_and(is_its));
        let Some(field) = place.and_then(|place| fields.get_mut(place)?.take()) else {
            continue;
        };
        let words = doc(&field.attrs);
        let (ty, is_boxed) = unboxed(field.ty);
        let plain = mark::strip(&words);
        let about = match (plain.trim(), type_name(&ty).filter(|_| is_named(&ty))) {
            ("", Some(name)) => format!("See [`{name}`]."),
            ("", None) => format!(
                "`{}`.",
                row.get("name").and_then(Value::as_str).unwrap_or_default()
            ),
            (words, _) => words.to_owned(),
        };
        variants.push(Variant {
            name: union.clone(),
            ty,
            is_boxed,
            is_sensitive: Mark::Sensitive.is_in(&words),
            about,
            row: row.clone(),
        });
    }
    let names = names(&union.to_string(), &variants);
    for (variant, name) in variants.iter_mut().zip(names) {
        variant.name = format_ident!("{name}");
    }
    variants
}

/// A type of the spec stands without a path.
fn is_named(ty: &Type) -> bool {
    matches!(ty, Type::Path(path) if path.path.leading_colon.is_none() && path.path.get_ident().is_some_and(|i| i != "i64" && i != "u64" && i != "bool"))
}

fn unboxed(ty: Type) -> (Type, bool) {
    if let Type::Path(path) = &ty
        && let Some(last) = path.path.segments.last().filter(|last| last.ident == "Box")
        && let PathArguments::AngleBracketed(arguments) = &last.arguments
        && let Some(GenericArgument::Type(inner)) = arguments.args.first()
    {
        return (inner.clone(), true);
    }
    (ty, false)
}

/// Each its own: without the union's name in front where that leaves one that nothing else has, and in full else.
fn names(union: &str, variants: &[Variant]) -> Vec<String> {
    let full: Vec<String> = variants
        .iter()
        .map(|v| {
            rust_name::of_type(
                v.row
                    .get("name")
                    .and_then(Value::as_str)
                    .unwrap_or_default(),
            )
        })
        .collect();
    let short = |name: &String| {
        let rest = name.strip_prefix(union)?;
        rest.starts_with(|c: char| c.is_ascii_uppercase())
            .then(|| rest.to_owned())
    };
    let shorts: Vec<_> = full
        .iter()
        .map(|name| short(name).unwrap_or_else(|| name.clone()))
        .collect();
    let mut names: Vec<String> = Vec::new();
    for (at, own) in shorts.iter().enumerate() {
        let is_own = shorts.iter().filter(|other| *other == own).count() == 1;
        let mut name = if is_own {
            own.clone()
        } else {
            full[at].clone()
        };
        while names.contains(&name) || name == "Self" {
            name.push('_');
        }
        names.push(name);
    }
    names
}

fn free_name(variants: &[Variant], names: [&str; 3]) -> Ident {
    let free = names
        .into_iter()
        .find(|name| !variants.iter().any(|v| v.name == name));
    format_ident!("{}", free.unwrap_or(names[2]))
}

impl Variant {
    fn held(&self) -> TokenStream {
        let ty = &self.ty;
        match self.is_boxed {
            true => quote!(::std::boxed::Box<#ty>),
            false => quote!(#ty),
        }
    }

    fn read(&self) -> TokenStream {
        let name = &self.name;
        let is_union = self.row.get("union") == Some(&Value::Bool(true)) && is_named(&self.ty);
        let read = if is_union {
            quote!(read_union())
        } else {
            quote!(read())
        };
        let boxed = (is_union && self.is_boxed).then(|| quote!(.map(::std::boxed::Box::new)));
        quote!(json.#read #boxed.map(Self::#name))
    }

    fn write(&self, tag: Option<&str>) -> TokenStream {
        let name = &self.name;
        match (tag, self.row.get("put_in").and_then(Value::as_str)) {
            (Some(tag), Some(value)) => {
                quote!(Self::#name(value) => ::florin_core::union::write_tagged(value, #tag, #value, serializer),)
            }
            _ => quote!(Self::#name(value) => value.serialize(serializer),),
        }
    }
}

/// The row of the table in `florin_core`'s words.
fn row(row: &Value, is_tagged: bool) -> TokenStream {
    let texts = |key: &str| -> Vec<&str> {
        let list = row.get(key).and_then(Value::as_array);
        list.into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect()
    };
    let joined = |key: &str| {
        let mut names = texts(key);
        // It could not be told from two.
        names.retain(|name| !name.contains(','));
        names.join(",")
    };
    let kinds = texts("kinds");
    let mut of_kinds = kinds.iter().map(|kind| match *kind {
        "object" => {
            let (required, known) = (joined("required"), joined("known"));
            quote!(object(#required, #known))
        }
        "boolean" => quote!(boolean()),
        "number" => quote!(number()),
        "list" => quote!(list()),
        _ => quote!(text()),
    });
    let alternative = quote!(::florin_core::union::Alternative);
    let first = of_kinds.next().unwrap_or_else(|| quote!(none()));
    let first = match kinds.contains(&"object") {
        // Its fields are those of the whole.
        true => {
            let (required, known) = (joined("required"), joined("known"));
            quote!(object(#required, #known))
        }
        false => first,
    };
    let rest = kinds.iter().filter(|kind| **kind != "object");
    let rest = rest
        .skip(usize::from(!kinds.contains(&"object")))
        .map(|kind| {
            let kind = format_ident!("{kind}");
            quote!(.or(#alternative::#kind()))
        });
    let rest_of_fields = match row.get("rest").and_then(Value::as_bool) {
        Some(true) => quote!(.keeps_rest()),
        Some(false) => quote!(.closed()),
        None => quote!(),
    };
    let tags = texts("tags");
    let tags = is_tagged.then(|| quote!(.tags(&[#(#tags),*])));
    let listed = row
        .get("listed")
        .and_then(Value::as_object)
        .filter(|l| !l.is_empty());
    let listed = listed.map(|listed| {
        let pairs = listed.iter().map(|(name, values)| {
            let values = values
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(Value::as_str);
            quote!((#name, &[#(#values),*]))
        });
        quote!(.fixed(&[#(#pairs),*]))
    });
    let listed_texts = texts("texts");
    let listed_texts = (!listed_texts.is_empty()).then(|| quote!(.texts(&[#(#listed_texts),*])));
    quote!(#alternative::#first #(#rest)* #rest_of_fields #tags #listed #listed_texts)
}

/// `From` for each type that only one variant has.
fn conversions(name: &Ident, variants: &[Variant]) -> TokenStream {
    let spelled = |v: &Variant| v.ty.to_token_stream().to_string();
    let own = variants.iter().filter(|v| {
        let is_own = variants
            .iter()
            .filter(|other| spelled(other) == spelled(v))
            .count()
            == 1;
        is_own && type_name(&v.ty).is_none_or(|ty| ty != name || !is_named(&v.ty))
    });
    let conversions = own.map(|v| {
        let (variant, ty) = (&v.name, &v.ty);
        let value = if v.is_boxed {
            quote!(::std::boxed::Box::new(value))
        } else {
            quote!(value)
        };
        quote! {
            impl ::std::convert::From<#ty> for #name {
                fn from(value: #ty) -> Self {
                    Self::#variant(#value)
                }
            }
        }
    });
    quote!(#(#conversions)*)
}
