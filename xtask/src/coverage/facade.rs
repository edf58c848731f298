//! Which operations the facade uses: a call of the generated method (`api.get_loan()`), or of what the generated code knows of it
//! (`operations::GET_LOAN`), in the provider's module of `crates/florin`.
//!
//! Looked for in the tokens of the code, since calls stand in macros too; comments, examples and tests aren't among them.

use std::collections::BTreeSet;
use std::path::Path;

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::ToTokens as _;

use super::sources;
use crate::answer::Problem;

/// What a provider's facade uses.
#[derive(Clone, Debug, Default)]
pub struct Used {
    methods: BTreeSet<String>,
    statics: BTreeSet<String>,
}

impl Used {
    /// Reads the facade of a provider; nothing where there is none.
    ///
    /// # Errors
    /// It can't be read, or isn't Rust.
    pub fn of(root: &Path, provider: &str) -> Result<Self, Problem> {
        let mut used = Self::default();
        for file in sources::code(&root.join("crates/florin/src").join(provider))? {
            used.tokens(file.to_token_stream());
        }
        Ok(used)
    }

    /// Whether it uses the operation with this method of the generated client.
    #[must_use]
    pub fn uses(&self, method: &str) -> bool {
        self.methods.contains(method) || self.statics.contains(&method.to_uppercase())
    }

    fn tokens(&mut self, stream: TokenStream) {
        let trees: Vec<_> = stream.into_iter().collect();
        for (at, tree) in trees.iter().enumerate() {
            if let TokenTree::Group(group) = tree {
                self.tokens(group.stream());
            }
            let TokenTree::Ident(word) = tree else {
                continue;
            };
            let rest = trees.get(at + 1..).unwrap_or_default();
            if word == "operations"
                && let [a, b, TokenTree::Ident(name), ..] = rest
                && is(a, ':')
                && is(b, ':')
            {
                self.statics.insert(name.to_string());
            }
            if word == "api" {
                // `api()` of a client, or its field.
                let rest = match rest {
                    [TokenTree::Group(g), rest @ ..] if is_empty(g) => rest,
                    rest => rest,
                };
                if let [dot, TokenTree::Ident(name), TokenTree::Group(_), ..] = rest
                    && is(dot, '.')
                {
                    self.methods.insert(name.to_string());
                }
            }
        }
    }
}

fn is(tree: &TokenTree, sign: char) -> bool {
    matches!(tree, TokenTree::Punct(punct) if punct.as_char() == sign)
}

fn is_empty(group: &proc_macro2::Group) -> bool {
    group.delimiter() == Delimiter::Parenthesis && group.stream().is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_call_counts_also_in_a_macro_and_what_others_have_of_the_same_name_does_not() {
        let mut used = Used::default();
        let code = r#"
            /// `api.list_files()`
            fn f(&self) {
                select! { a = self.client.api().get_loan().send() => a }
                self.api.login();
                send(&operations::CREATE_LOAN);
                self.cancel_loan();
            }"#;
        used.tokens(code.parse().unwrap());
        for method in ["get_loan", "login", "create_loan"] {
            assert!(used.uses(method), "{method}");
        }
        for method in ["cancel_loan", "list_files"] {
            assert!(!used.uses(method), "{method}");
        }
    }
}
