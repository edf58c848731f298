//! Types as users write them, out of the tokens of generated code.
//!
//! Generated code names everything from the root, `::std::option::Option`, and its own types without a path inside of their
//! module. In a surface, what every Rust program has in scope is called by its name alone, everything else by its crate, and
//! the spec's types as `types::Loan`: whoever compares two surfaces finds the types again.

use std::collections::BTreeSet;

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::ToTokens;

/// What is in scope anywhere, and the one thing of the standard library that isn't and that everybody knows.
const KNOWN: &[(&str, &str)] = &[
    ("::std::string::String", "String"),
    ("::std::option::Option", "Option"),
    ("::std::vec::Vec", "Vec"),
    ("::std::boxed::Box", "Box"),
    ("::std::collections::BTreeMap", "BTreeMap"),
];

/// The names of the spec's types.
#[derive(Debug, Default)]
pub(super) struct Names(BTreeSet<String>);

impl FromIterator<String> for Names {
    fn from_iter<I: IntoIterator<Item = String>>(names: I) -> Self {
        Self(names.into_iter().collect())
    }
}

impl Names {
    /// A type of the module `types`, as it stands there.
    pub(super) fn inside(&self, ty: &impl ToTokens) -> String {
        self.spell(ty.to_token_stream())
    }

    fn spell(&self, tokens: TokenStream) -> String {
        let mut text = String::new();
        self.write(&mut text, tokens);
        shortened(&text)
    }

    fn write(&self, text: &mut String, tokens: TokenStream) {
        for token in tokens {
            match token {
                TokenTree::Ident(ident) => {
                    let name = ident.to_string();
                    if text.ends_with(|c: char| c.is_alphanumeric() || c == '_') {
                        text.push(' ');
                    }
                    if !text.ends_with("::") && self.0.contains(&name) {
                        text.push_str("types::");
                    }
                    text.push_str(&name);
                }
                TokenTree::Punct(punct) => {
                    text.push(punct.as_char());
                    if matches!(punct.as_char(), ',' | ';') {
                        text.push(' ');
                    }
                }
                TokenTree::Group(group) => {
                    let (open, close) = match group.delimiter() {
                        Delimiter::Bracket => ("[", "]"),
                        Delimiter::Brace => ("{ ", " }"),
                        Delimiter::Parenthesis => ("(", ")"),
                        Delimiter::None => ("", ""),
                    };
                    text.push_str(open);
                    self.write(text, group.stream());
                    text.push_str(close);
                }
                TokenTree::Literal(literal) => text.push_str(&literal.to_string()),
            }
        }
    }
}

/// A type of an operation, where the spec's own have their path.
pub(super) fn outside(ty: &impl ToTokens) -> String {
    Names::default().spell(ty.to_token_stream())
}

fn shortened(text: &str) -> String {
    let mut text = text.replace(", >", ">");
    for (long, short) in KNOWN {
        text = text.replace(long, short);
    }
    // What is named from the root: the two colons at its start say nothing.
    let mut short = String::new();
    let mut rest = text.as_str();
    while let Some(at) = rest.find("::") {
        let (before, behind) = rest.split_at(at);
        short.push_str(before);
        if short.ends_with(|c: char| c.is_alphanumeric() || c == '_') {
            short.push_str("::");
        }
        rest = behind.strip_prefix("::").unwrap_or(behind);
    }
    short.push_str(rest);
    short
}

/// The spec's types that a type names.
pub(crate) fn named(ty: &str) -> impl Iterator<Item = &str> {
    ty.match_indices("types::").filter_map(|(at, word)| {
        let name = ty.get(at + word.len()..)?;
        let end = name.find(|c: char| !c.is_alphanumeric() && c != '_');
        Some(end.map_or(name, |end| &name[..end]))
    })
}

#[cfg(test)]
mod tests {
    use quote::quote;

    use super::*;

    #[test]
    fn types_are_called_as_users_write_them() {
        let names: Names = ["Loan", "貸付"].map(str::to_owned).into_iter().collect();
        for (tokens, expected) in [
            (quote!(Loan), "types::Loan"),
            (
                quote!(::std::option::Option<::std::boxed::Box<Loan>>),
                "Option<Box<types::Loan>>",
            ),
            (
                quote!(::std::collections::BTreeMap<::std::string::String, 貸付,>),
                "BTreeMap<String, types::貸付>",
            ),
            (
                quote!(::florin_core::AsSent<::florin_core::Decimal>),
                "florin_core::AsSent<florin_core::Decimal>",
            ),
            (quote!([Loan; 2usize]), "[types::Loan; 2usize]"),
            (quote!((Loan, i64)), "(types::Loan, i64)"),
            (quote!(&str), "&str"),
        ] {
            assert_eq!(names.inside(&tokens), expected);
        }
        assert_eq!(outside(&quote!(Option<types::Loan>)), "Option<types::Loan>");
    }

    #[test]
    fn the_types_in_a_type_are_found() {
        let found: Vec<_> = named("BTreeMap<types::Key, Option<types::貸付>>").collect();
        assert_eq!(found, ["Key", "貸付"]);
    }
}
