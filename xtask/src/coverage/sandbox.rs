//! Which operations the sandbox plays: those that an arm of a `match` or a comparison in its stand-in names.
//!
//! A stand-in is handed an operation by its name once the request has passed the spec, so what it plays it has to name. Of the
//! operations that take no token there may be one that it doesn't name: the one that hands out tokens, which is all that somebody
//! without a token can ask for. A list of names that is looked into (`WRITES.contains`) plays nothing, and doesn't count.
//!
//! A provider without a stand-in of its own may be played from its spec alone, and then all of it is: those are listed in the
//! sandbox's `plain::known`.

use std::collections::BTreeSet;
use std::path::Path;

use syn::visit::{self, Visit};

use super::sources;
use crate::answer::Problem;

/// What a provider's stand-in names.
#[derive(Clone, Debug, Default)]
pub struct Played {
    names: BTreeSet<String>,
    /// It is played from its spec.
    all: bool,
}

/// Looks for a provider in the list of those that are played from their specs.
struct Listed<'a> {
    provider: &'a str,
    is: bool,
}

impl<'ast> Visit<'ast> for Listed<'_> {
    fn visit_expr_tuple(&mut self, entry: &'ast syn::ExprTuple) {
        if let Some(syn::Expr::Lit(literal)) = entry.elems.first()
            && let syn::Lit::Str(name) = &literal.lit
        {
            self.is |= name.value() == self.provider;
        }
        visit::visit_expr_tuple(self, entry);
    }
}

impl Played {
    /// Reads the stand-in of a provider.
    ///
    /// # Errors
    /// It can't be read, or isn't Rust.
    pub fn of(root: &Path, provider: &str) -> Result<Self, Problem> {
        let sources = root.join("crates/florin-sandbox/src");
        let mut played = Self::default();
        for file in sources::code(&sources.join(provider))? {
            played.visit_file(&file);
        }
        let list = sources.join("plain/known.rs");
        if list.is_file() {
            let mut listed = Listed {
                provider,
                is: false,
            };
            listed.visit_file(&sources::file(&list)?);
            played.all = listed.is;
        }
        Ok(played)
    }

    /// Whether it plays an operation. `without_token` are those that take none.
    #[must_use]
    pub fn plays(&self, operation: &str, without_token: &[&str]) -> bool {
        if self.all || self.names.is_empty() {
            return self.all;
        }
        let mut unnamed = without_token
            .iter()
            .filter(|known| !self.names.contains(**known));
        let the_one = unnamed.next().filter(|_| unnamed.next().is_none());
        self.names.contains(operation) || the_one.is_some_and(|one| *one == operation)
    }

    fn name(&mut self, literal: &syn::ExprLit) {
        if let syn::Lit::Str(text) = &literal.lit {
            self.names.insert(text.value());
        }
    }
}

impl<'ast> Visit<'ast> for Played {
    fn visit_pat(&mut self, pattern: &'ast syn::Pat) {
        if let syn::Pat::Lit(literal) = pattern {
            self.name(literal);
        }
        visit::visit_pat(self, pattern);
    }

    fn visit_expr_binary(&mut self, comparison: &'ast syn::ExprBinary) {
        if matches!(comparison.op, syn::BinOp::Eq(_)) {
            for side in [&comparison.left, &comparison.right] {
                if let syn::Expr::Lit(literal) = &**side {
                    self.name(literal);
                }
            }
        }
        visit::visit_expr_binary(self, comparison);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn played(code: &str) -> Played {
        let mut played = Played::default();
        played.visit_file(&syn::parse_str(code).unwrap());
        played
    }

    #[test]
    fn what_an_arm_or_a_comparison_names_is_played_and_a_list_plays_nothing() {
        let played = played(
            r#"
            const WRITES: [&str; 1] = ["pay"];
            fn call(operation: &str) {
                if operation == "get_token" { return; }
                match (operation, 1) {
                    ("get_loan" | "get_loan_v2", _) => {}
                    _ => {}
                }
            }"#,
        );
        for name in ["get_token", "get_loan", "get_loan_v2"] {
            assert!(played.plays(name, &[]), "{name}");
        }
        assert!(!played.plays("pay", &[]));
    }

    #[test]
    fn a_provider_that_is_listed_is_played_from_its_spec() {
        let list = r#"const KNOWN: &[(&str, &str)] = &[("bank", include_str!("bank.yaml"))];"#;
        let file = syn::parse_str(list).unwrap();
        for (provider, is) in [("bank", true), ("shop", false)] {
            let mut listed = Listed {
                provider,
                is: false,
            };
            listed.visit_file(&file);
            assert_eq!(listed.is, is, "{provider}");
        }
    }

    #[test]
    fn one_operation_that_takes_no_token_may_go_without_a_name() {
        let played = played(r#"fn call(o: &str) { match o { "refresh" => {} _ => {} } }"#);
        assert!(played.plays("login", &["login", "refresh"]));
        assert!(!played.plays("login", &["login", "register"]));
        assert!(!played.plays("get_loan", &["login"]));
    }
}
