//! Choices: what tells the alternatives of a union apart, with which status an answer comes, and which of them aren't shown.

use quote::ToTokens;
use syn::{Arm, Expr, ImplItem, ItemImpl, Pat, Stmt};

use super::model::{Alternative, Kind, Type};
use super::syntax::{has, literal, texts, unknown};
use crate::answer::Problem;

/// Reads `impl Union`.
pub(super) fn put(found: &mut Type, item: &ItemImpl) -> Result<(), Problem> {
    let name = found.name.clone();
    let Kind::Choice {
        alternatives, tag, ..
    } = &mut found.kind
    else {
        return Err(unknown(&format!("a union `{name}` that is no enum")));
    };
    let table = item.items.iter().find_map(|inner| match inner {
        ImplItem::Const(value) if value.ident == "ALTERNATIVES" => Some(&value.expr),
        _ => None,
    });
    let Some(Expr::Call(table)) = table else {
        return Err(unknown(&format!("a union `{name}` without a table")));
    };
    if table.args.len() > 1 {
        *tag = table.args.first().and_then(literal);
    }
    let rows: Vec<_> = match table.args.last() {
        Some(Expr::Reference(reference)) => match &*reference.expr {
            Expr::Array(rows) => rows.elems.iter().map(signs).collect(),
            _ => Vec::new(),
        },
        _ => Vec::new(),
    };
    // The rows have numbers, which `read_as` knows the variants of.
    for arm in arms(item) {
        let place = literal_of(&arm).and_then(|place| place.parse::<usize>().ok());
        let row = place.and_then(|place| rows.get(place));
        if let Some(row) = row
            && let Some(alternative) = of_arm(alternatives, &arm)
        {
            alternative.when.clone_from(row);
        }
    }
    Ok(())
}

/// `Alternative::object("amount", "amount,type").tags(&["card", "prepaid"])`: the tags, and the fields of a single value.
fn signs(row: &Expr) -> String {
    let mut signs = Vec::new();
    let mut at = row;
    while let Expr::MethodCall(call) = at {
        let texts = texts(call.args.to_token_stream());
        match (&*call.method.to_string(), texts.split_first()) {
            ("tags", Some(_)) => signs.push(texts.join(" | ")),
            ("fixed", Some((field, values))) => {
                signs.push(format!("{field} = {}", values.join(" | ")))
            }
            _ => {}
        }
        at = &call.receiver;
    }
    signs.reverse();
    signs.join(", ")
}

/// Reads `impl FromAnswer`: with which status, and as what.
pub(super) fn answers(found: &mut Type, item: &ItemImpl) {
    let Kind::Choice { alternatives, .. } = &mut found.kind else {
        return;
    };
    for arm in arms(item) {
        let Some(alternative) = of_arm(alternatives, &arm) else {
            continue;
        };
        let (pattern, media) = match &arm.pat {
            Pat::Guard(guarded) => (&*guarded.pat, texts(guarded.guard.to_token_stream())),
            pattern => (pattern, Vec::new()),
        };
        let mut when = pattern.to_token_stream().to_string().replace(' ', "");
        if !media.is_empty() {
            when.push_str(" as ");
            when.push_str(&media.join(" | "));
        }
        if when == "_" {
            when = "any other".to_owned();
        }
        alternative.when = when;
    }
}

/// Reads `impl Debug`.
pub(super) fn hidden(alternatives: &mut [Alternative], item: &ItemImpl) {
    for arm in arms(item) {
        let pattern = arm.pat.to_token_stream();
        let found = alternatives
            .iter_mut()
            .find(|a| has(pattern.clone(), &a.name));
        if let Some(alternative) = found {
            alternative.sensitive = has(arm.body.to_token_stream(), "Redacted");
        }
    }
}

/// The alternative that an arm makes.
fn of_arm<'a>(alternatives: &'a mut [Alternative], arm: &Arm) -> Option<&'a mut Alternative> {
    let body = arm.body.to_token_stream().to_string().replace(' ', "");
    alternatives.iter_mut().find(|alternative| {
        body.match_indices("Self::").any(|(at, word)| {
            let name = body.get(at + word.len()..).unwrap_or_default();
            let end = name.find(|c: char| !c.is_alphanumeric() && c != '_');
            end.map_or(name, |end| &name[..end]) == alternative.name
        })
    })
}

fn literal_of(arm: &Arm) -> Option<String> {
    match &arm.pat {
        syn::Pat::Lit(lit) => Some(super::syntax::text(&lit.lit)),
        _ => None,
    }
}

/// The arms of the `match`es that its functions consist of.
fn arms(item: &ItemImpl) -> Vec<Arm> {
    let mut arms = Vec::new();
    for inner in &item.items {
        let ImplItem::Fn(f) = inner else { continue };
        for statement in &f.block.stmts {
            let expr = match statement {
                Stmt::Expr(expr, _) => Some(expr),
                Stmt::Local(local) => local.init.as_ref().map(|init| &*init.expr),
                _ => None,
            };
            if let Some(Expr::Match(found)) = expr {
                arms.extend(found.arms.iter().cloned());
            }
        }
    }
    arms
}
