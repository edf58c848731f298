//! Where each argument of a request goes: what `send` puts into the request.

use std::collections::BTreeMap;

use quote::ToTokens;
use syn::{Expr, ExprMethodCall, ImplItemFn, Pat, Stmt};

use super::syntax::{last, literal};

/// What a `send` does.
#[derive(Debug, Default)]
pub(super) struct Sent {
    /// The constant that holds the facts of the operation.
    pub(super) constant: String,
    /// Where each argument goes.
    pub(super) arguments: BTreeMap<String, Place>,
    /// What is sent without being an argument.
    pub(super) fixed: Vec<String>,
}

/// Where an argument goes.
#[derive(Debug)]
pub(super) enum Place {
    /// Into the body: how it is sent.
    Body(String),
    /// Elsewhere.
    Parameter {
        /// `path`, `query`, `header` or `cookie`.
        place: &'static str,
        /// Its name there; `None` of a key.
        wire: Option<String>,
        /// How it is written, where that isn't the plain way.
        style: Option<String>,
    },
}

impl Sent {
    /// Reads it; `None` if it is no `send`.
    pub(super) fn read(send: &ImplItemFn) -> Option<Self> {
        let mut found = Self::default();
        let mut request = String::new();
        for statement in &send.block.stmts {
            let Stmt::Local(local) = statement else {
                continue;
            };
            let (Pat::Ident(name), Some(init)) = (&local.pat, &local.init) else {
                continue;
            };
            match &*init.expr {
                Expr::Reference(reference) => {
                    if let Expr::Path(path) = &*reference.expr {
                        found.constant = last(&path.path);
                    }
                }
                Expr::MethodCall(call) if call.method == "request" => {
                    request = name.ident.to_string()
                }
                _ => {}
            }
        }
        for (call, inside) in calls(&send.block.stmts, &request, None) {
            found.call(call, inside.as_deref());
        }
        found.fixed.sort();
        (!found.constant.is_empty()).then_some(found)
    }

    fn call(&mut self, call: &ExprMethodCall, inside: Option<&str>) {
        let method = call.method.to_string();
        let argument = call.args.last().map(argument).unwrap_or_default();
        // `if let Some(value) = &argument`
        let argument = match inside {
            Some(outer) if argument == "value" || argument == "key" => outer.to_owned(),
            _ => argument,
        };
        let wire = call.args.first().and_then(literal);
        let (place, styled) = match method.strip_suffix("_styled") {
            Some(place) => (place, true),
            None => (&*method, false),
        };
        let style = (styled && call.args.len() > 2)
            .then(|| call.args.get(1).map(style))
            .flatten();
        let place = match place {
            "path" => "path",
            "query" => "query",
            "header" => "header",
            "cookie" => "cookie",
            "idempotency_key" => {
                let key = Place::Parameter {
                    place: "header",
                    wire: None,
                    style: None,
                };
                self.arguments.insert(argument, key);
                return;
            }
            _ => {
                if let Some(media) = media(&method, call) {
                    self.arguments.insert(argument, Place::Body(media));
                }
                return;
            }
        };
        let value = call.args.last().and_then(literal);
        if let (Some(value), Some(wire)) = (value, &wire) {
            self.fixed.push(format!("{place} {wire}={value}"));
            return;
        }
        self.arguments
            .insert(argument, Place::Parameter { place, wire, style });
    }
}

/// How a body is sent; `None` if the call sends none.
fn media(method: &str, call: &ExprMethodCall) -> Option<String> {
    let name = match method {
        "json" | "json_as" => "json",
        "form" | "form_styled" => "form",
        "bytes" | "bytes_as" => "bytes",
        "multipart" | "multipart_of" => "multipart",
        "text" => "text",
        _ => return None,
    };
    let mut words = vec![name.to_owned()];
    match call.args.first() {
        // The media type.
        Some(first) if call.args.len() > 1 && literal(first).is_some() => {
            words.extend(literal(first))
        }
        // How each part of a form is written.
        Some(Expr::Reference(parts)) if call.args.len() > 1 => {
            if let Expr::Array(parts) = &*parts.expr {
                words.extend(parts.elems.iter().filter_map(part));
            }
        }
        _ => {}
    }
    Some(words.join(", "))
}

/// `("rows", "application/json")`, or `("ids", PairStyle::Comma)`.
fn part(part: &Expr) -> Option<String> {
    let Expr::Tuple(part) = part else { return None };
    let name = part.elems.first().and_then(literal)?;
    let how = part.elems.last()?;
    Some(format!(
        "{name} {}",
        literal(how).unwrap_or_else(|| style(how))
    ))
}

fn argument(expr: &Expr) -> String {
    match expr {
        Expr::Reference(reference) => argument(&reference.expr),
        other => other.to_token_stream().to_string(),
    }
}

fn style(expr: &Expr) -> String {
    match expr {
        Expr::Path(path) => last(&path.path),
        other => other.to_token_stream().to_string(),
    }
}

/// The calls on the request, each with the argument whose value it has, if that is there.
fn calls<'a>(
    statements: &'a [Stmt],
    request: &str,
    inside: Option<&str>,
) -> Vec<(&'a ExprMethodCall, Option<String>)> {
    let mut found = Vec::new();
    for statement in statements {
        match statement {
            Stmt::Expr(Expr::MethodCall(call), _) => {
                if matches!(&*call.receiver, Expr::Path(path) if path.path.is_ident(request)) {
                    found.push((call, inside.map(str::to_owned)));
                }
            }
            Stmt::Expr(Expr::If(test), _) => {
                if let Expr::Let(condition) = &*test.cond {
                    let argument = argument(&condition.expr);
                    found.extend(calls(&test.then_branch.stmts, request, Some(&argument)));
                }
            }
            _ => {}
        }
    }
    found
}
