//! The code that progenitor made becomes a syntax tree item by item, without the builders of the types.
//!
//! A tree is many times as large as the code, so what is not used of it is cut off before it becomes one: the builders are
//! most of the code, and are written anew in [`builders`](super::builders). Of the rest, one item at a time is turned, and
//! its tokens are gone before the next one is.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::quote;
use syn::{Item, ItemMod};

/// The tree of a client.
pub(crate) fn file(tokens: TokenStream) -> Result<syn::File, String> {
    Ok(syn::File {
        shebang: None,
        frontmatter: None,
        attrs: Vec::new(),
        items: items(tokens, &mut Vec::new())?,
    })
}

/// The items of the module at this path.
fn items(tokens: TokenStream, path: &mut Vec<String>) -> Result<Vec<Item>, String> {
    let is_types = path.iter().eq(["types"]);
    let mut found = Vec::new();
    let mut piece = Vec::new();
    for token in tokens {
        let is_end = ends(&piece, &token);
        piece.push(token);
        if !is_end {
            continue;
        }
        let piece = std::mem::take(&mut piece);
        if is_types && is_of_builders(&piece) {
            continue;
        }
        found.push(item(piece, path)?);
    }
    if !piece.is_empty() {
        found.push(parsed(piece)?);
    }
    Ok(found)
}

fn item(mut piece: Vec<TokenTree>, path: &mut Vec<String>) -> Result<Item, String> {
    let content = match (module(&piece), piece.last()) {
        (Some(_), Some(TokenTree::Group(group))) => Some(group.stream()),
        _ => None,
    };
    let (Some(name), Some(content)) = (module(&piece), content) else {
        return parsed(piece);
    };
    piece.pop();
    piece.extend(quote!({}));
    path.push(name);
    let inner = items(content, path);
    path.pop();
    let mut item = parsed(piece)?;
    if let Item::Mod(ItemMod {
        content: Some((_, items)),
        ..
    }) = &mut item
    {
        *items = inner?;
    }
    Ok(item)
}

fn parsed(piece: Vec<TokenTree>) -> Result<Item, String> {
    syn::parse2(piece.into_iter().collect()).map_err(|e| format!("what came out is not Rust: {e}"))
}

/// Whether an item that has begun so ends with this token.
fn ends(begun: &[TokenTree], token: &TokenTree) -> bool {
    match token {
        TokenTree::Punct(punct) => punct.as_char() == ';',
        TokenTree::Group(group) => {
            // Those of `use` and of a value have a semicolon behind them.
            group.delimiter() == Delimiter::Brace
                && !matches!(keyword(begun).as_deref(), Some("use" | "const" | "static"))
        }
        _ => false,
    }
}

/// The first word behind the attributes and the visibility.
fn keyword(tokens: &[TokenTree]) -> Option<String> {
    words(tokens).next()
}

/// The words of an item, without `pub`.
fn words(tokens: &[TokenTree]) -> impl Iterator<Item = String> {
    tokens.iter().filter_map(|token| match token {
        TokenTree::Ident(ident) if ident != "pub" => Some(ident.to_string()),
        _ => None,
    })
}

/// What the module is called that these tokens are.
fn module(piece: &[TokenTree]) -> Option<String> {
    let mut words = words(piece);
    words.next().filter(|word| word == "mod")?;
    words.next()
}

/// `mod builder { … }`, and `impl X { pub fn builder() … }`.
fn is_of_builders(piece: &[TokenTree]) -> bool {
    if module(piece).as_deref() == Some("builder") {
        return true;
    }
    let [.., TokenTree::Ident(_), TokenTree::Group(group)] = piece else {
        return false;
    };
    let mut inner = group.stream().into_iter().filter_map(|token| match token {
        TokenTree::Ident(ident) => Some(ident.to_string()),
        _ => None,
    });
    words(piece).count() == 2
        && keyword(piece).as_deref() == Some("impl")
        && inner.by_ref().take(3).eq(["pub", "fn", "builder"])
}

#[cfg(test)]
mod tests {
    use quote::ToTokens;

    use super::*;

    #[test]
    fn all_but_the_builders_of_the_types_is_there() {
        let code = quote! {
            use a::{b, c};
            const _: () = { fn f() {} };
            #[allow(x)]
            pub mod types {
                pub struct Loan { id: String }
                pub struct Id(String);
                impl Loan { pub fn builder() -> builder::Loan { Default::default() } }
                impl Loan { pub fn other() {} }
                impl From<Loan> for Id { fn from(value: Loan) -> Self { Self(value.id) } }
                pub mod builder { pub struct Loan {} }
                pub mod error { pub struct ConversionError(String); }
            }
            pub mod builder { pub struct Request; }
        };
        let left = quote! {
            use a::{b, c};
            const _: () = { fn f() {} };
            #[allow(x)]
            pub mod types {
                pub struct Loan { id: String }
                pub struct Id(String);
                impl Loan { pub fn other() {} }
                impl From<Loan> for Id { fn from(value: Loan) -> Self { Self(value.id) } }
                pub mod error { pub struct ConversionError(String); }
            }
            pub mod builder { pub struct Request; }
        };
        let file = file(code).unwrap();
        assert_eq!(file.to_token_stream().to_string(), left.to_string());
    }

    #[test]
    fn what_is_no_rust_is_told() {
        assert!(file(quote!(pub struct struct {})).is_err());
        assert!(file(quote!(pub struct)).is_err());
    }
}
