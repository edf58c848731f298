//! The paths that mocks wait for, as patterns of what is really sent.
//!
//! progenitor takes the key under `paths` for a pattern: `/Loans({id})` would wait for no parentheses, what stands behind a
//! `?` there for ever, and a value that the path has twice would not compile.

use proc_macro2::{Group, Literal, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{ImplItem, ImplItemFn, ItemImpl, LitStr, parse_quote};

use super::changed;
use crate::error::Error;
use crate::operation::{Facts, Place};

/// Writes the patterns of one operation's matchers.
pub(super) fn run(matchers: &mut ItemImpl, facts: &Facts) -> Result<(), Error> {
    for inner in &mut matchers.items {
        let ImplItem::Fn(f) = inner else { continue };
        if !f
            .block
            .to_token_stream()
            .to_string()
            .contains("path_matches")
        {
            continue;
        }
        let name = f.sig.ident.to_string();
        let mut parameters = facts.parameters.iter();
        match parameters.find(|known| known.argument == name && known.place == Place::Path) {
            Some(parameter) => {
                let pattern = pattern(&facts.template, Some(&parameter.name));
                if pattern.contains("{0}") {
                    one(f, &pattern);
                }
            }
            None if name == "new" => {
                let pattern = pattern(&facts.template, None);
                let block = with_pattern(f.block.to_token_stream(), &pattern);
                f.block = syn::parse2(block)
                    .map_err(|e| changed(&format!("a mock does not parse: {e}")))?;
            }
            None => {}
        }
    }
    Ok(())
}

/// Waits for one value, whatever the others are.
fn one(f: &mut ImplItemFn, pattern: &str) {
    f.block = parse_quote!({
        let re =
            ::regex::Regex::new(&format!(#pattern, ::regex::escape(&value.to_string()))).unwrap();
        Self(self.0.path_matches(re))
    });
}

/// The pattern of a path. With a name, one for `format!`, which puts a value into each place of that name.
fn pattern(template: &str, value: Option<&str>) -> String {
    let mut pattern = String::from("^");
    let mut rest = template;
    while let Some((text, (name, behind))) = rest
        .split_once('{')
        .and_then(|(text, from)| Some((text, from.split_once('}')?)))
    {
        escape(text, &mut pattern);
        pattern.push_str(match value {
            Some(value) if value == name => "{0}",
            _ => "[^/]*",
        });
        rest = behind;
    }
    escape(rest, &mut pattern);
    pattern.push('$');
    pattern
}

fn escape(text: &str, pattern: &mut String) {
    for c in text.chars() {
        if ".+*?()|[]^$\\".contains(c) {
            pattern.push('\\');
        }
        pattern.push(c);
    }
}

fn with_pattern(tokens: TokenStream, pattern: &str) -> TokenStream {
    let replaced = tokens.into_iter().map(|token| match token {
        TokenTree::Group(group) => {
            let stream = with_pattern(group.stream(), pattern);
            let mut replaced = Group::new(group.delimiter(), stream);
            replaced.set_span(group.span());
            replaced.into()
        }
        TokenTree::Literal(literal) => {
            let text = syn::parse2::<LitStr>(quote!(#literal)).ok();
            match text.is_some_and(|text| text.value().starts_with('^')) {
                true => Literal::string(pattern).into(),
                false => literal.into(),
            }
        }
        other => other,
    });
    replaced.collect()
}

#[cfg(test)]
mod tests {
    use super::pattern;

    #[test]
    fn a_path_is_waited_for_by_its_characters() {
        assert_eq!(
            pattern("/v1.0/Loans({id})", None),
            r"^/v1\.0/Loans\([^/]*\)$"
        );
        let twice = pattern("/loans/{id}/copies/{id}:{state}", Some("id"));
        assert_eq!(twice, "^/loans/{0}/copies/{0}:[^/]*$");
        assert_eq!(pattern("/", None), "^/$");
    }
}
