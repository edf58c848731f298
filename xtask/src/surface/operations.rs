//! Operations: the client's methods, the requests that they build, and the facts beside them.

use std::collections::BTreeMap;

use quote::ToTokens;
use syn::{
    Expr, FnArg, GenericArgument, ImplItem, ImplItemFn, Item, ItemImpl, PathArguments, ReturnType,
    Type, Visibility, WherePredicate,
};

use super::facts::Facts;
use super::model::{Body, Operation, Parameter};
use super::sent::{Place, Sent};
use super::spelled::outside;
use super::syntax::{doc, last, module, unknown};
use super::{facts, told};
use crate::answer::Problem;

/// All operations, by method.
pub(super) fn read(file: &syn::File) -> Result<Vec<Operation>, Problem> {
    let facts = facts::read(module(&file.items, "operations"))?;
    let mut requests = BTreeMap::new();
    for item in module(&file.items, "builder") {
        if let Item::Impl(item) = item
            && item.trait_.is_none()
        {
            requests.insert(name_of(&item.self_ty), item);
        }
    }
    let mut operations = Vec::new();
    for item in &file.items {
        let Item::Impl(item) = item else { continue };
        for item in &item.items {
            let ImplItem::Fn(f) = item else { continue };
            let ReturnType::Type(_, output) = &f.sig.output else {
                continue;
            };
            if let Some(request) = requests.get(&name_of(output)) {
                operations.push(operation(f, request, &facts)?);
            }
        }
    }
    if operations.len() != facts.len() {
        return Err(unknown("operations that are no methods of the client"));
    }
    operations.sort_by(|a, b| a.method.cmp(&b.method));
    Ok(operations)
}

fn name_of(ty: &Type) -> String {
    match ty {
        Type::Path(path) => last(&path.path),
        _ => String::new(),
    }
}

fn operation(
    f: &ImplItemFn,
    request: &ItemImpl,
    facts: &BTreeMap<String, Facts>,
) -> Result<Operation, Problem> {
    let method = f.sig.ident.to_string();
    let lost = |what: &str| unknown(&format!("{what} in the request of `{method}`"));
    let functions: Vec<_> = request
        .items
        .iter()
        .filter_map(|item| match item {
            ImplItem::Fn(f) => Some(f),
            _ => None,
        })
        .collect();
    let send = functions
        .iter()
        .find(|f| f.sig.ident == "send" && f.sig.asyncness.is_some());
    let send = send.ok_or_else(|| lost("no `send`"))?;
    let sent = Sent::read(send).ok_or_else(|| lost("a `send` that fills no request"))?;
    let facts = facts.get(&sent.constant).ok_or_else(|| lost("no facts"))?;
    let (success, error) = answers(send).ok_or_else(|| lost("no answers"))?;
    let start = start(&functions);

    let (mut parameters, mut body) = (Vec::new(), None);
    let has_map = functions
        .iter()
        .any(|f| f.sig.ident == "body_map" && takes_builder(f));
    for f in &functions {
        let name = f.sig.ident.to_string();
        if !matches!(f.vis, Visibility::Public(_)) || is_same(f, send) {
            continue;
        }
        if name == "body_map" && takes_builder(f) {
            continue;
        }
        let ty = taken(f).ok_or_else(|| lost(&format!("a function `{name}` that is no setter")))?;
        let required = start.get(&name).is_some_and(|value| value == "Err");
        let told = told::of_setter(&doc(&f.attrs));
        match sent.arguments.get(&name) {
            Some(Place::Body(media)) => {
                body = Some(Body {
                    ty,
                    media: media.clone(),
                    builder: has_map,
                    required,
                    doc: told,
                });
            }
            Some(Place::Parameter { place, wire, style }) => {
                // A key that the session sends has the name of its header in the facts.
                let key = wire
                    .is_none()
                    .then(|| facts.retry.key_header.clone())
                    .flatten();
                let wire = wire.clone().or(key).unwrap_or_else(|| name.clone());
                parameters.push(Parameter {
                    sensitive: facts.sensitive(place, &wire),
                    wire,
                    place: (*place).to_owned(),
                    style: style.clone(),
                    ty,
                    required,
                    doc: told,
                    name,
                });
            }
            None => return Err(lost(&format!("an argument `{name}` that goes nowhere"))),
        }
    }
    let place = |p: &Parameter| {
        ["path", "query", "header", "cookie"]
            .iter()
            .position(|x| **x == p.place)
    };
    parameters.sort_by(|a, b| (place(a), &a.name).cmp(&(place(b), &b.name)));
    let told = told::of_operation(&doc(&f.attrs));
    Ok(Operation {
        id: facts.id.clone(),
        method,
        http: facts.http.clone(),
        path: facts.path.clone(),
        server: facts.server.clone(),
        public: facts.public,
        wants: None,
        feature: None,
        retry: facts.retry.clone(),
        provenance: facts.provenance.clone(),
        client_header: facts.client_header.clone(),
        may_be_empty: facts.may_be_empty,
        accepts: facts.accepts.clone(),
        redirects: facts.redirects,
        fixed: sent.fixed,
        parameters,
        body,
        success,
        error,
        deprecated: told.deprecated,
        doc: told.doc,
        answers: told.answers,
    })
}

fn is_same(a: &ImplItemFn, b: &ImplItemFn) -> bool {
    std::ptr::eq(a, b)
}

/// `body_map` takes a function from builder to builder; a setter of that name takes a value.
fn takes_builder(f: &ImplItemFn) -> bool {
    f.sig.inputs.iter().any(|input| match input {
        FnArg::Typed(input) => input.pat.to_token_stream().to_string() == "f",
        FnArg::Receiver(_) => false,
    })
}

/// What each field is before anything is set: `Ok` or `Err`.
fn start(functions: &[&ImplItemFn]) -> BTreeMap<String, String> {
    let mut start = BTreeMap::new();
    for f in functions
        .iter()
        .filter(|f| !matches!(f.vis, Visibility::Public(_)))
    {
        let Some(syn::Stmt::Expr(Expr::Struct(value), _)) = f.block.stmts.first() else {
            continue;
        };
        for field in &value.fields {
            if let Expr::Call(call) = &field.expr {
                let name = field.member.to_token_stream().to_string();
                start.insert(name, call.func.to_token_stream().to_string());
            }
        }
    }
    start
}

/// `T` of `where V: TryInto<T>`, by which a setter takes what becomes a `T`.
fn taken(f: &ImplItemFn) -> Option<String> {
    let bounds = f.sig.generics.where_clause.as_ref()?;
    bounds.predicates.iter().find_map(|predicate| {
        let WherePredicate::Type(predicate) = predicate else {
            return None;
        };
        predicate.bounds.iter().find_map(|bound| match bound {
            syn::TypeParamBound::Trait(bound) if last(&bound.path) == "TryInto" => {
                arguments(&bound.path).first().map(|ty| outside(*ty))
            }
            _ => None,
        })
    })
}

/// The types in `Result<Response<S>, Error<E>>`.
fn answers(send: &ImplItemFn) -> Option<(String, String)> {
    let ReturnType::Type(_, output) = &send.sig.output else {
        return None;
    };
    let of = |ty: &Type| match ty {
        Type::Path(path) => arguments(&path.path)
            .into_iter()
            .cloned()
            .collect::<Vec<_>>(),
        _ => Vec::new(),
    };
    let both = of(output);
    let success = of(both.first()?);
    let error = of(both.get(1)?);
    Some((outside(success.first()?), outside(error.first()?)))
}

fn arguments(path: &syn::Path) -> Vec<&Type> {
    let Some(PathArguments::AngleBracketed(arguments)) =
        path.segments.last().map(|segment| &segment.arguments)
    else {
        return Vec::new();
    };
    let types = arguments.args.iter().filter_map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    });
    types.collect()
}
