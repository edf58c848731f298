//! The facts of operations: the constants of the module `operations`.

use std::collections::BTreeMap;

use quote::ToTokens;
use syn::{Expr, ExprMethodCall, Item};

use super::model::{ClientHeader, Provenance, Retry};
use super::syntax::{last, literal, unknown};
use crate::answer::Problem;

/// What the spec says of an operation.
#[derive(Debug, Default)]
pub(super) struct Facts {
    pub(super) id: String,
    pub(super) http: String,
    pub(super) path: String,
    pub(super) server: Option<String>,
    pub(super) public: bool,
    pub(super) retry: Retry,
    pub(super) provenance: Option<Provenance>,
    pub(super) client_header: Option<ClientHeader>,
    pub(super) may_be_empty: bool,
    pub(super) accepts: Option<String>,
    pub(super) redirects: bool,
    /// Place, name, and why it isn't shown.
    hidden: Vec<(String, String, String)>,
}

impl Facts {
    /// Why a parameter must not be shown, if so.
    pub(super) fn sensitive(&self, place: &str, wire: &str) -> Option<String> {
        let found = self.hidden.iter().find(|(at, name, _)| {
            // A cookie is a part of a header.
            let is_there = at.eq_ignore_ascii_case(place) || place == "cookie" && at == "Header";
            is_there && name == wire
        });
        found.map(|(_, _, kind)| kind.to_lowercase())
    }
}

/// Reads the module, by constant.
pub(super) fn read(items: &[Item]) -> Result<BTreeMap<String, Facts>, Problem> {
    let mut facts = BTreeMap::new();
    for item in items {
        let Item::Static(item) = item else { continue };
        if !item.ty.to_token_stream().to_string().ends_with("Operation") {
            continue;
        }
        let name = item.ident.to_string();
        facts.insert(name, of(&item.expr)?);
    }
    Ok(facts)
}

fn of(expr: &Expr) -> Result<Facts, Problem> {
    let mut facts = Facts::default();
    let mut at = expr;
    while let Expr::MethodCall(call) = at {
        said(&mut facts, call)?;
        at = &call.receiver;
    }
    let Expr::Call(new) = at else {
        return Err(unknown("an operation that isn't made by `new`"));
    };
    let mut arguments = new.args.iter();
    facts.id = arguments.next().and_then(literal).unwrap_or_default();
    facts.http = arguments.next().map(name).unwrap_or_default();
    facts.path = arguments.next().and_then(literal).unwrap_or_default();
    Ok(facts)
}

fn said(facts: &mut Facts, call: &ExprMethodCall) -> Result<(), Problem> {
    let first = call.args.first();
    let text = || first.and_then(literal);
    match &*call.method.to_string() {
        "retry" => facts.retry.class = first.map(name).unwrap_or_default().to_lowercase(),
        "replays" => facts.retry.replays = true,
        "key_header" => facts.retry.key_header = text(),
        "key_field" => facts.retry.key_field = text(),
        "in_progress" => facts.retry.in_progress = text(),
        header @ ("default_header" | "required_header") => {
            facts.client_header = text().map(|name| ClientHeader {
                name,
                required: header == "required_header",
            });
        }
        "may_be_empty" => facts.may_be_empty = true,
        "accepts" => facts.accepts = text(),
        "redirects" => facts.redirects = true,
        "server" => facts.server = text(),
        "public" => facts.public = true,
        "provenance" => {
            let field = |name: &str| first.and_then(|value| field(value, name));
            let word = |name: &str| {
                field(name)
                    .map(|value| last_word(&value))
                    .unwrap_or_default()
            };
            facts.provenance = Some(Provenance {
                path: word("path"),
                request: Some(word("request")).filter(|word| word != "none"),
                response: word("response"),
            });
        }
        "sensitive" => {
            if let Some(Expr::Reference(values)) = first
                && let Expr::Array(values) = &*values.expr
            {
                facts.hidden = values.elems.iter().map(hidden).collect();
            }
        }
        other => return Err(unknown(&format!("a fact `{other}` of an operation"))),
    }
    Ok(())
}

fn hidden(value: &Expr) -> (String, String, String) {
    let word = |name: &str| {
        field(value, name)
            .map(|value| self::name(&value))
            .unwrap_or_default()
    };
    let path = field(value, "path")
        .and_then(|path| literal(&path))
        .unwrap_or_default();
    (word("place"), path, word("kind"))
}

/// A field of a struct's literal.
fn field(value: &Expr, name: &str) -> Option<Expr> {
    let Expr::Struct(value) = value else {
        return None;
    };
    let named = |field: &&syn::FieldValue| field.member.to_token_stream().to_string() == name;
    value
        .fields
        .iter()
        .find(named)
        .map(|field| field.expr.clone())
}

/// The last name of a path.
fn name(expr: &Expr) -> String {
    match expr {
        Expr::Path(path) => last(&path.path),
        _ => String::new(),
    }
}

/// Of `Some(Certainty::Inferred)` and `Certainty::Inferred`, `inferred`.
fn last_word(expr: &Expr) -> String {
    match expr {
        Expr::Call(call) => call
            .args
            .first()
            .map(name)
            .unwrap_or_default()
            .to_lowercase(),
        other => name(other).to_lowercase(),
    }
}
