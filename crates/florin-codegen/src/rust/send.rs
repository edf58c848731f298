//! What an operation's builder puts into its request, read from the `send` that progenitor wrote for it.
//!
//! The names of arguments are progenitor's to choose. They are taken from its code, where each stands beside the name
//! that goes on the wire, instead of being guessed a second time.

use proc_macro2::{Delimiter, Ident, Literal, TokenStream, TokenTree};
use syn::LitStr;

/// One statement that fills the request.
#[derive(Debug)]
pub(crate) enum Part {
    /// A piece of the path, in the order of the template.
    Path(Ident),
    Query(String, Ident),
    Header {
        name: String,
        argument: Ident,
        optional: bool,
    },
    Json,
    Form,
    Text,
    Bytes,
}

/// Reads the body of a `send`.
pub(crate) fn parts(body: TokenStream) -> Vec<Part> {
    let mut reader = Reader::default();
    reader.scan(body, None);
    match (reader.raw, reader.media) {
        (true, Some(media)) if media != "application/octet-stream" => reader.parts.push(Part::Text),
        (true, _) => reader.parts.push(Part::Bytes),
        (false, _) => {}
    }
    // In the order in which a request is read.
    reader.parts.sort_by_key(|part| match part {
        Part::Path(_) => 0,
        Part::Query(..) => 1,
        Part::Header { .. } => 2,
        Part::Json | Part::Form | Part::Text | Part::Bytes => 3,
    });
    reader.parts
}

#[derive(Default)]
struct Reader {
    parts: Vec<Part>,
    /// The literal beside `CONTENT_TYPE`.
    media: Option<String>,
    raw: bool,
}

impl Reader {
    /// `present` is the argument whose value `value` is, inside an `if let Some(value) = argument`.
    fn scan(&mut self, tokens: TokenStream, present: Option<&Ident>) {
        let tokens: Vec<_> = tokens.into_iter().collect();
        let mut inside_if = None;
        for (at, token) in tokens.iter().enumerate() {
            if let TokenTree::Ident(name) = token
                && let Some(group) = tokens.get(at + 1..).and_then(arguments)
            {
                self.call(&name.to_string(), group, present);
            }
            if is_some_binding(&tokens[..at])
                && let TokenTree::Ident(argument) = token
            {
                inside_if = Some(argument.clone());
            }
            if let TokenTree::Group(group) = token {
                let braced = group.delimiter() == Delimiter::Brace;
                let inner = if braced { inside_if.take() } else { None };
                self.scan(group.stream(), inner.as_ref().or(present));
            }
        }
    }

    fn call(&mut self, function: &str, arguments: TokenStream, present: Option<&Ident>) {
        let tokens: Vec<_> = arguments.into_iter().collect();
        let first_text = tokens.first().and_then(text);
        let idents = || {
            tokens.iter().filter_map(|t| {
                if let TokenTree::Ident(i) = t {
                    Some(i)
                } else {
                    None
                }
            })
        };
        match function {
            "encode_path" => self.parts.extend(idents().next().cloned().map(Part::Path)),
            "new" => {
                // `QueryParam::new("name", &argument)`
                if let (Some(name), Some(argument)) = (first_text, idents().next()) {
                    self.parts.push(Part::Query(name, argument.clone()));
                }
            }
            "append" => {
                // `header_map.append("name", argument.to_string()…)`
                if let (Some(name), Some(argument)) = (first_text, idents().next()) {
                    let optional = present.filter(|_| argument == "value");
                    let argument = optional.unwrap_or(argument).clone();
                    self.parts.push(Part::Header {
                        name,
                        argument,
                        optional: optional.is_some(),
                    });
                }
            }
            "json" => self.parts.push(Part::Json),
            "form_urlencoded" => self.parts.push(Part::Form),
            "body" => self.raw = true,
            "header" if idents().any(|i| i == "CONTENT_TYPE") => {
                self.media = tokens.iter().rev().find_map(|token| match token {
                    TokenTree::Group(group) => {
                        group.stream().into_iter().next().as_ref().and_then(text)
                    }
                    _ => None,
                });
            }
            _ => {}
        }
    }
}

fn arguments(after: &[TokenTree]) -> Option<TokenStream> {
    match after.first()? {
        TokenTree::Group(group) if group.delimiter() == Delimiter::Parenthesis => {
            Some(group.stream())
        }
        _ => None,
    }
}

/// Whether the tokens end in `Some(value) =`.
fn is_some_binding(tokens: &[TokenTree]) -> bool {
    match tokens {
        [
            ..,
            TokenTree::Ident(some),
            TokenTree::Group(_),
            TokenTree::Punct(equals),
        ] => some == "Some" && equals.as_char() == '=',
        _ => false,
    }
}

fn text(token: &TokenTree) -> Option<String> {
    let TokenTree::Literal(literal) = token else {
        return None;
    };
    let literal: &Literal = literal;
    syn::parse2::<LitStr>(TokenTree::from(literal.clone()).into())
        .ok()
        .map(|text| text.value())
}
