//! What several readers of generated code ask of its syntax.

use proc_macro2::{TokenStream, TokenTree};
use syn::{Attribute, Expr, Item, Lit, Meta};

use crate::answer::Problem;

/// The generated code has something that a surface has no place for. A fault of ours.
pub(super) fn unknown(what: &str) -> Problem {
    Problem::new(
        "the generated client",
        format!("its surface can't be told, since it has {what}"),
        "teach `xtask/src/surface` what the generator makes now",
    )
}

/// The documentation of an item, line by line, without the blank in front.
pub(super) fn doc(attributes: &[Attribute]) -> String {
    let mut lines = Vec::new();
    for attribute in attributes {
        let Meta::NameValue(meta) = &attribute.meta else {
            continue;
        };
        if let (true, Expr::Lit(value)) = (meta.path.is_ident("doc"), &meta.value)
            && let Lit::Str(text) = &value.lit
        {
            let text = text.value();
            lines.extend(
                text.lines()
                    .map(|l| l.strip_prefix(' ').unwrap_or(l).to_owned()),
            );
        }
    }
    lines.join("\n").trim().to_owned()
}

/// The items of the module of a name.
pub(super) fn module<'a>(items: &'a [Item], name: &str) -> &'a [Item] {
    let found = items.iter().find_map(|item| match item {
        Item::Mod(module) if module.ident == name => module.content.as_ref(),
        _ => None,
    });
    found.map_or(&[], |(_, items)| items)
}

/// The text in a literal; of a number, its digits.
pub(super) fn text(lit: &Lit) -> String {
    match lit {
        Lit::Str(text) => text.value(),
        Lit::Int(number) => number.base10_digits().to_owned(),
        other => quote::ToTokens::to_token_stream(other).to_string(),
    }
}

/// The text in an expression that is a literal.
pub(super) fn literal(expr: &Expr) -> Option<String> {
    match expr {
        Expr::Lit(lit) => Some(text(&lit.lit)),
        _ => None,
    }
}

/// All texts in tokens, at any depth.
pub(super) fn texts(tokens: TokenStream) -> Vec<String> {
    let mut found = Vec::new();
    for token in tokens {
        match token {
            TokenTree::Group(group) => found.extend(texts(group.stream())),
            TokenTree::Literal(literal) => {
                if let Ok(text) = syn::parse2::<syn::LitStr>(TokenTree::from(literal).into()) {
                    found.push(text.value());
                }
            }
            _ => {}
        }
    }
    found
}

/// Whether a word stands in tokens, at any depth.
pub(super) fn has(tokens: TokenStream, word: &str) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Group(group) => has(group.stream(), word),
        TokenTree::Ident(ident) => ident == word,
        _ => false,
    })
}

/// The last name of a path.
pub(super) fn last(path: &syn::Path) -> String {
    path.segments
        .last()
        .map(|segment| segment.ident.to_string())
        .unwrap_or_default()
}
