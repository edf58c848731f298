//! progenitor's typed mocks, made to stand in the same crate as the client.
//!
//! They find the spec's types by the name of the crate, have no documentation, take a value for a pattern, and have
//! a matcher for lists, and an answer of a bare number, that do not compile. Tests are their only use, so a wrong pattern may panic there.

use std::collections::HashMap;

use proc_macro2::{Literal, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{FnArg, ImplItem, ImplItemFn, Item, LitStr, TraitItem, Type, Visibility, parse_quote};

use super::outcomes::Outcomes;
use super::{changed, expected, mock_answers, mock_lists, mock_paths, set_doc, type_name};
use crate::error::Error;
use crate::mark;
use crate::operation::{Facts, Place, SentBody};
use crate::rust_name;
use crate::spec::media::Kind;
use crate::texts::Text;

/// Runs the pass.
pub(crate) fn run(
    file: &mut syn::File,
    facts: &[Facts],
    outcomes: &Outcomes,
    texts: &[Text],
) -> Result<(), Error> {
    let lists = mock_lists::names(texts);
    let tokens = escaped(file.to_token_stream());
    *file = syn::parse2(tokens).map_err(|e| changed(&format!("the mocks do not parse: {e}")))?;
    let by_method: HashMap<_, _> = facts
        .iter()
        .map(|f| (rust_name::of_method(&f.id), f))
        .collect();
    let by_matcher: HashMap<_, _> = facts
        .iter()
        .map(|f| (rust_name::of_builder(&format!("{}-when", f.id)), f))
        .collect();
    for item in &mut file.items {
        match item {
            Item::Trait(item) => {
                for function in &mut item.items {
                    let TraitItem::Fn(f) = function else { continue };
                    if let Some(facts) = by_method.get(&f.sig.ident.to_string()) {
                        set_doc(
                            &mut f.attrs,
                            &format!("Mocks `{} {}`.", facts.method, facts.path),
                        );
                    }
                }
            }
            Item::Mod(item) => {
                item.attrs.push(parse_quote!(#[allow(
                    unused_imports, clippy::needless_pass_by_value, clippy::unnecessary_to_owned, clippy::unwrap_used, clippy::useless_format,
                    reason = "mocks are for tests, and their patterns are the generator's own"
                )]));
            }
            _ => {}
        }
    }
    for item in expected(&mut file.items, &["operations"])? {
        match item {
            Item::Use(item) => {
                *item = parse_quote!(
                    use super::super::types;
                )
            }
            Item::Struct(item) => {
                let name = item.ident.to_string();
                let doc = match name.strip_suffix("When") {
                    Some(operation) => format!(
                        "What a request of `{operation}` must have for the mock to answer it."
                    ),
                    None => format!(
                        "What the mock answers to `{}`.",
                        name.strip_suffix("Then").unwrap_or(&name)
                    ),
                };
                set_doc(&mut item.attrs, &doc);
            }
            Item::Impl(item) => {
                let when =
                    type_name(&item.self_ty).is_some_and(|name| name.to_string().ends_with("When"));
                let facts = type_name(&item.self_ty)
                    .and_then(|name| by_matcher.get(&name.to_string()).copied());
                item.items.retain(|inner| match inner {
                    ImplItem::Fn(f) => {
                        !(takes_list(f) || facts.is_some_and(|facts| has_no_text(f, facts)))
                    }
                    _ => true,
                });
                if let Some(facts) = facts {
                    mock_paths::run(item, facts)?;
                }
                mock_answers::of_outcomes(item, outcomes);
                for inner in &mut item.items {
                    let ImplItem::Fn(f) = inner else { continue };
                    mock_lists::take(f, &lists)?;
                    borrow(f)?;
                    if matches!(f.vis, Visibility::Public(_)) {
                        let name = f.sig.ident.to_string();
                        let doc = match name.as_str() {
                            "new" => "Wraps the one of `httpmock`.".to_owned(),
                            "into_inner" => {
                                "The one of `httpmock`, to go beyond what the spec permits."
                                    .to_owned()
                            }
                            _ if when => format!("Wants this `{name}`."),
                            _ => format!("Answers with the spec's `{name}`."),
                        };
                        set_doc(&mut f.attrs, &doc);
                    }
                }
            }
            _ => {}
        }
    }
    Ok(())
}

/// A matcher compares a body with JSON, which a form isn't, and a parameter with one text, which an object doesn't have.
fn has_no_text(f: &ImplItemFn, facts: &Facts) -> bool {
    let name = f.sig.ident.to_string();
    let is_form = |body: &SentBody| matches!(body.kind, Kind::Form | Kind::Multipart);
    let mut parameters = facts.parameters.iter();
    match parameters.find(|known| known.argument == name) {
        Some(body) if body.place == Place::Body => facts.body.as_ref().is_some_and(is_form),
        Some(parameter) => parameter.style.is_some() || !parameter.is_one_text,
        None => false,
    }
}

/// A list has no text form that a matcher could compare; match it through `into_inner`.
fn takes_list(f: &ImplItemFn) -> bool {
    let value = f.sig.inputs.iter().find_map(|input| match input {
        FnArg::Typed(argument) => Some(argument.ty.to_token_stream().to_string()),
        FnArg::Receiver(_) => None,
    });
    let bounds = f.sig.generics.where_clause.to_token_stream().to_string();
    let list = |text: &str| text.contains("Vec <");
    let body = f.block.to_token_stream().to_string();
    body.contains("value . to_string") && (value.is_some_and(|v| list(&v)) || list(&bounds))
}

/// progenitor passes a number or a truth value by value, and then hands it on as if it were a reference.
fn borrow(f: &mut ImplItemFn) -> Result<(), Error> {
    let by_value = f.sig.inputs.iter().any(|input| match input {
        FnArg::Typed(argument) => {
            argument.pat.to_token_stream().to_string() == "value"
                && !matches!(*argument.ty, Type::Reference(_))
        }
        FnArg::Receiver(_) => false,
    });
    let body = f.block.to_token_stream().to_string();
    if by_value && body.contains("json_body_obj (value)") {
        let body = body.replace("json_body_obj (value)", "json_body_obj (&value)");
        f.block =
            syn::parse_str(&body).map_err(|e| changed(&format!("a mock does not parse: {e}")))?;
    }
    Ok(())
}

/// A value stands for itself in a pattern: `format!(pattern, value.to_string())` gets it escaped.
fn escaped(tokens: TokenStream) -> TokenStream {
    let mut out: Vec<TokenTree> = Vec::new();
    for token in tokens {
        match token {
            TokenTree::Group(group) => {
                let inside_format = matches!(&out[..], [.., TokenTree::Ident(f), TokenTree::Punct(_)] if f == "format");
                let mut stream = escaped(group.stream());
                if inside_format {
                    let mut parts = stream.into_iter();
                    let pattern = parts
                        .by_ref()
                        .take(2)
                        .map(repeated)
                        .collect::<TokenStream>();
                    let value: TokenStream = parts.collect();
                    stream = quote!(#pattern ::regex::escape(&#value));
                }
                let mut replaced = proc_macro2::Group::new(group.delimiter(), stream);
                replaced.set_span(group.span());
                out.push(replaced.into());
            }
            // `regex::Regex` is a path of the crate's dependencies, not of whoever includes the file.
            TokenTree::Ident(ident) if ident == "regex" && !ends_in_path(&out) => {
                out.extend(quote!(::regex))
            }
            // Of two operations on one path, one has a note on it.
            TokenTree::Literal(literal) => out.push(TokenTree::Literal(unnoted(literal))),
            other => out.push(other),
        }
    }
    out.into_iter().collect()
}

/// A parameter that a path has twice is twice the same value.
fn repeated(pattern: TokenTree) -> TokenTree {
    let text = syn::parse2::<LitStr>(pattern.clone().into()).ok();
    match text.map(|text| text.value()) {
        Some(text) if text.matches("{}").count() > 1 => {
            TokenTree::Literal(Literal::string(&text.replace("{}", "{0}")))
        }
        _ => pattern,
    }
}

fn unnoted(literal: Literal) -> Literal {
    let text = syn::parse2::<LitStr>(TokenTree::from(literal.clone()).into()).ok();
    match text.map(|text| text.value()) {
        Some(text) if text.contains(mark::is_private) => Literal::string(&mark::strip(&text)),
        _ => literal,
    }
}

fn ends_in_path(tokens: &[TokenTree]) -> bool {
    matches!(tokens.last(), Some(TokenTree::Punct(punct)) if punct.as_char() == ':')
}
