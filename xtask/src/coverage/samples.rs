//! Of which operations a documented answer is decoded by a test: in `tests/tests/documented_samples/<provider>*.rs`, where a sample
//! of the documentation stands in a file or a constant, in values of our own.
//!
//! Two things count, and are looked for in the syntax of the tests:
//!
//! - the operation is answered with a sample, and the client reads it: `answering("get_loan", 200, LOAN)`;
//! - a sample is read as the type of its answer: `let loan: LoanResponse = read(LOAN)`, `read::<LoanResponse>(LOAN)`, or a row
//!   `"loan" LoanResponse` in a table of them. Where an answer is a list, or a page with a list, a sample of what is in the list
//!   will do.
//!
//! JSON that is written where it is read (a text, `json!`) may be of the test's own making, and doesn't count: it is rather one too
//! few than one that nobody documents.

use std::collections::BTreeSet;
use std::path::Path;

use proc_macro2::{TokenStream, TokenTree};
use syn::visit::{self, Visit};
use syn::{Expr, Lit};

use super::sources;
use crate::answer::Problem;

/// What the tests of a provider's samples decode.
#[derive(Clone, Debug, Default)]
pub struct Samples {
    answered: BTreeSet<String>,
    types: BTreeSet<String>,
}

impl Samples {
    /// Reads the tests of a provider; nothing where there are none.
    ///
    /// # Errors
    /// One can't be read, or isn't Rust.
    pub fn of(root: &Path, provider: &str) -> Result<Self, Problem> {
        let folder = root.join("tests/tests/documented_samples");
        let mut samples = Self::default();
        for path in sources::paths(&folder)? {
            let name = path.file_stem().and_then(|stem| stem.to_str());
            let rest = name.and_then(|name| name.strip_prefix(provider));
            if rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('_')) {
                samples.visit_file(&sources::file(&path)?);
            }
        }
        Ok(samples)
    }

    /// Whether a documented answer of the operation is decoded, whose answer is of these types: itself, or what it lists.
    #[must_use]
    pub fn decode(&self, operation: &str, types: &[String]) -> bool {
        self.answered.contains(operation) || types.iter().any(|name| self.types.contains(name))
    }

    fn call(&mut self, arguments: &[&Expr]) {
        if let [operation, status, sample, ..] = arguments
            && let Expr::Lit(operation) = operation
            && let Lit::Str(operation) = &operation.lit
            && is_success(status)
            && !is_written_here(sample)
        {
            self.answered.insert(operation.value());
        }
    }
}

impl<'ast> Visit<'ast> for Samples {
    fn visit_expr_call(&mut self, call: &'ast syn::ExprCall) {
        let arguments: Vec<_> = call.args.iter().collect();
        self.call(&arguments);
        if let (Some((name, Some(ty))), [sample, ..]) = (function(call), arguments.as_slice())
            && reads(&name)
            && !is_written_here(sample)
        {
            self.types.insert(ty);
        }
        visit::visit_expr_call(self, call);
    }

    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        let arguments: Vec<_> = call.args.iter().collect();
        self.call(&arguments);
        visit::visit_expr_method_call(self, call);
    }

    fn visit_local(&mut self, local: &'ast syn::Local) {
        if let syn::Pat::Type(pattern) = &local.pat
            && let Some(ty) = last_word(&pattern.ty)
            && let Some(init) = &local.init
            && let Expr::Call(call) = unwrapped(&init.expr)
            && let Some((name, _)) = function(call)
            && reads(&name)
            && call
                .args
                .first()
                .is_some_and(|sample| !is_written_here(sample))
        {
            self.types.insert(ty);
        }
        visit::visit_local(self, local);
    }

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        if call.path.is_ident("samples") {
            self.rows(call.tokens.clone());
        } else if let Ok(arguments) = call
            .parse_body_with(syn::punctuated::Punctuated::<Expr, syn::Token![,]>::parse_terminated)
        {
            // `assert!` and its like hold expressions.
            for argument in &arguments {
                self.visit_expr(argument);
            }
        }
    }
}

impl Samples {
    /// Rows `"name" Type`.
    fn rows(&mut self, tokens: TokenStream) {
        let trees: Vec<_> = tokens.into_iter().collect();
        for pair in trees.windows(2) {
            if let [TokenTree::Literal(_), TokenTree::Ident(ty)] = pair {
                self.types.insert(ty.to_string());
            }
        }
    }
}

/// The functions that make a value of JSON.
fn reads(name: &str) -> bool {
    matches!(name, "read" | "from_str" | "from_value" | "from_slice")
}

/// The last word of a called function, and the last word of the type that it is told.
fn function(call: &syn::ExprCall) -> Option<(String, Option<String>)> {
    let Expr::Path(path) = &*call.func else {
        return None;
    };
    let last = path.path.segments.last()?;
    let ty = match &last.arguments {
        syn::PathArguments::AngleBracketed(arguments) => {
            arguments.args.iter().find_map(|argument| match argument {
                syn::GenericArgument::Type(ty) => last_word(ty),
                _ => None,
            })
        }
        _ => None,
    };
    Some((last.ident.to_string(), ty))
}

fn last_word(ty: &syn::Type) -> Option<String> {
    match ty {
        syn::Type::Path(path) => Some(path.path.segments.last()?.ident.to_string()),
        _ => None,
    }
}

/// Without `.unwrap()` and `?`.
fn unwrapped(expr: &Expr) -> &Expr {
    match expr {
        Expr::MethodCall(call) => unwrapped(&call.receiver),
        Expr::Try(expr) => unwrapped(&expr.expr),
        other => other,
    }
}

fn is_success(status: &Expr) -> bool {
    let Expr::Lit(status) = status else {
        return false;
    };
    let Lit::Int(status) = &status.lit else {
        return false;
    };
    status
        .base10_parse::<u16>()
        .is_ok_and(|status| (200..300).contains(&status))
}

/// Whether the JSON stands in the call itself: a text, or `json!` and the like.
fn is_written_here(sample: &Expr) -> bool {
    match sample {
        Expr::Lit(_) => true,
        Expr::Macro(call) => !call.mac.path.is_ident("fixture"),
        Expr::Reference(inner) => is_written_here(&inner.expr),
        Expr::MethodCall(call) => is_written_here(&call.receiver),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sample_that_is_read_counts_and_json_of_the_tests_own_does_not() {
        let code = r#"
            fn f() {
                recorder.answer("get_loan", 200, LOAN.replace("a", "b"));
                answering("list_loans", 200, "[]");
                answering("get_agent", 404, NOT_FOUND);
                answering("get_rate", 200, &json!({}).to_string());
                let loan: types::Loan = serde_json::from_str(SAMPLE).unwrap();
                let own: Rate = read(r"{}");
                assert_hushed(&read::<Partner>(PARTNER), PARTNER);
                assert!(read::<User>(fixture!("user")).name.is_some());
                let typed: Written = parse(SAMPLE);
            }
            fn rows() { samples! { "": "order" Order, "price" Price, } }
        "#;
        let mut samples = Samples::default();
        samples.visit_file(&syn::parse_str(code).unwrap());
        let decoded = |names: &BTreeSet<String>| names.iter().cloned().collect::<Vec<_>>();
        assert_eq!(decoded(&samples.answered), ["get_loan"]);
        assert_eq!(
            decoded(&samples.types),
            ["Loan", "Order", "Partner", "Price", "User"]
        );
        assert!(samples.decode("get_order", &["Order".to_owned()]));
        assert!(!samples.decode("list_loans", &["Loans".to_owned()]));
    }
}
