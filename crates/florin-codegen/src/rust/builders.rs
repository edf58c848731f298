//! The builders of the types are calls of `florin_core::builder!`, one line per field.
//!
//! typify's builders are the larger part of its code, and say the same for each field. Theirs are left out (see
//! [`pieces`](super::pieces)); these are written from the structs as they are in the end. What a line says of a field is
//! what typify would have made of it, with three differences:
//!
//! - An optional field is set like a required one: typify's setter takes what becomes an `Option<String>`, which a `&str`
//!   does not. Who has nothing to set leaves the call out.
//! - Nobody has to supply the fields that the spec doesn't name.
//! - A refused value of a sensitive field is not quoted.

use std::fmt::Write;

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Field, Fields, GenericArgument, Item, ItemStruct, PathArguments, Type};

use super::{Serde, doc, expected, type_name};
use crate::error::Error;
use crate::mark::Mark;

/// Runs the pass. What it makes is printed as it is, in the module of the types.
pub(crate) fn run(file: &mut syn::File) -> Result<String, Error> {
    let types = expected(&mut file.items, &["types"])?;
    let mut code = String::new();
    for item in types.iter() {
        if let Item::Struct(item) = item {
            write(&mut code, item);
        }
    }
    if code.is_empty() {
        return Ok(code);
    }
    Ok(format!(
        "    /// Builders of the types, field by field.\n    pub mod builder {{\n{code}    }}\n"
    ))
}

fn write(code: &mut String, item: &ItemStruct) {
    let Fields::Named(fields) = &item.fields else {
        return;
    };
    let fields = &fields.named;
    let name = &item.ident;
    // Writing into a text does not fail.
    let _ = writeln!(code, "        ::florin_core::builder! {{");
    if fields.is_empty() {
        let _ = writeln!(code, "            {name} {{}}");
    } else {
        let _ = writeln!(code, "            {name} {{");
    }
    for field in fields {
        let Some(ident) = &field.ident else { continue };
        let start = Start::of(field);
        let (word, ty) = match (start, inside_option(&field.ty)) {
            (Start::Missing, None) => ("required", &field.ty),
            (Start::Missing, Some(inner)) => ("nullable", inner),
            (Start::Empty, None) => ("defaulted", &field.ty),
            (Start::Empty, Some(inner)) => ("optional", inner),
        };
        let unseen = match Mark::Sensitive.is_in(&doc(&field.attrs)) {
            true => "_unseen",
            false => "",
        };
        let _ = write!(code, "                {word}{unseen} {ident}: ");
        spell(code, ty.to_token_stream());
        code.push_str(",\n");
    }
    if !fields.is_empty() {
        code.push_str("            }\n");
    }
    code.push_str("        }\n");
}

/// What a field is before anybody has set it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Start {
    Missing,
    Empty,
}

impl Start {
    /// It is what serde takes where the field is absent.
    pub(crate) fn of(field: &Field) -> Self {
        let serde = Serde::of(&field.attrs);
        let absent = type_name(&field.ty).is_some_and(|name| name == "Option") && !serde.required;
        match serde.flatten || serde.default || absent {
            true => Self::Empty,
            false => Self::Missing,
        }
    }
}

fn inside_option(ty: &Type) -> Option<&Type> {
    let Type::Path(path) = ty else { return None };
    let last = path.path.segments.last()?;
    let PathArguments::AngleBracketed(arguments) = &last.arguments else {
        return None;
    };
    match arguments.args.first()? {
        GenericArgument::Type(inner) if last.ident == "Option" => Some(inner),
        _ => None,
    }
}

/// Writes a type as it is called in the module of the builders.
fn spell(code: &mut String, tokens: TokenStream) {
    let mut is_behind_path = false;
    let mut is_own_end = false;
    let mut colons = 0_u8;
    for token in tokens {
        match token {
            TokenTree::Ident(ident) => {
                let name = ident.to_string();
                if is_own_end {
                    code.push(' ');
                }
                // Types of the spec are named without a path, those of Rust in small letters, which not every script has.
                if !is_behind_path && !name.starts_with(char::is_lowercase) {
                    code.push_str("super::");
                }
                code.push_str(&name);
                (is_behind_path, is_own_end, colons) = (false, true, 0);
            }
            TokenTree::Punct(punct) => {
                let c = punct.as_char();
                code.push(c);
                if matches!(c, ',' | ';') {
                    code.push(' ');
                }
                colons = if c == ':' { colons + 1 } else { 0 };
                is_behind_path = colons == 2;
                is_own_end = false;
            }
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::Brace => ("{", "}"),
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::None => ("", ""),
                };
                code.push_str(open);
                spell(code, group.stream());
                code.push_str(close);
                (is_behind_path, is_own_end, colons) = (false, false, 0);
            }
            TokenTree::Literal(literal) => code.push_str(&literal.to_string()),
        }
    }
}

#[cfg(test)]
mod tests {
    use quote::quote;

    use super::*;

    #[test]
    fn types_of_the_spec_are_those_of_the_module_around() {
        let spelled = |tokens: TokenStream| {
            let mut code = String::new();
            spell(&mut code, tokens);
            code
        };
        for (ty, expected) in [
            (quote!(Loan), "super::Loan"),
            (quote!(貸付), "super::貸付"),
            (quote!(i64), "i64"),
            (
                quote!(::std::vec::Vec<::std::boxed::Box<Loan>>),
                "::std::vec::Vec<::std::boxed::Box<super::Loan>>",
            ),
            (
                quote!(::std::collections::BTreeMap<::std::string::String, [Loan; 2usize]>),
                "::std::collections::BTreeMap<::std::string::String, [super::Loan; 2usize]>",
            ),
            (quote!((Loan, bool)), "(super::Loan, bool)"),
            (quote!(types::Loan), "types::Loan"),
        ] {
            assert_eq!(spelled(ty), expected);
        }
    }
}
