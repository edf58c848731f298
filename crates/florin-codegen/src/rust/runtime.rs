//! The generated client stands on `florin_core` alone.
//!
//! progenitor's runtime sends a header that no provider asked for, flattens a failed login to text, prints bodies in its
//! errors and reads answers without bound; its client owns a connection that knows nothing of tokens or retries. Its
//! imports, its `Client`, its hooks and the inside of each `send` are replaced by calls into a
//! `florin_core::Session`; its builders and setters stay as they are.

use std::collections::{BTreeSet, HashMap};

use proc_macro2::{Group, Ident, Literal, TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote};
use syn::{
    Expr, ImplItem, ImplItemFn, Item, ItemImpl, LitStr, Member, ReturnType, Stmt, Type, parse_quote,
};

use super::fills::{fills, with_sent_names};
use super::send::{self, Part};
use super::{changed, expected, items, type_name};
use crate::error::Error;
use crate::operation::Facts;
use crate::rust_name;

/// Runs the pass.
pub(crate) fn run(file: &mut syn::File, facts: &[Facts]) -> Result<(), Error> {
    file.attrs.clear();
    file.items.retain(|item| match item {
        Item::Use(_) | Item::Const(_) => false,
        Item::Struct(item) => item.ident != "Client",
        Item::Impl(item) => item.trait_.is_none() && makes_builders(item),
        Item::Mod(module) => module.ident != "prelude",
        _ => true,
    });
    let own = items(quote! {
        pub use ::florin_core;
        pub use ::florin_core::{Error, Operation, Response, Session, http};

        #[derive(Clone, Debug)]
        pub struct Client {
            session: ::florin_core::Session,
        }

        impl Client {
            /// A client whose requests go through this session: its base URL, its token, its retries and limits.
            #[must_use]
            pub const fn new(session: ::florin_core::Session) -> Self {
                Self { session }
            }

            /// The session, for what the client has no method for.
            #[must_use]
            pub const fn session(&self) -> &::florin_core::Session {
                &self.session
            }
        }
    })?;
    file.items.splice(0..0, own);
    for item in &mut file.items {
        if let Item::Mod(module) = item {
            module.attrs.retain(|a| !a.path().is_ident("allow"));
        }
    }

    let by_builder: HashMap<_, _> = facts
        .iter()
        .map(|f| (rust_name::of_builder(&f.id), f))
        .collect();
    let builders = expected(&mut file.items, &["builder"])?;
    builders.retain(|item| !matches!(item, Item::Use(_)));
    let texts = texts(builders);
    for item in builders.iter_mut() {
        let name = match item {
            Item::Struct(item) => item.ident.to_string(),
            Item::Impl(item) => type_name(&item.self_ty)
                .map(ToString::to_string)
                .unwrap_or_default(),
            _ => continue,
        };
        let facts = by_builder
            .get(&name)
            .ok_or_else(|| changed(&format!("no operation has the builder `{name}`")))?;
        let text = texts.contains(&name);
        if let Item::Impl(item) = item {
            rewrite(item, facts, text)?;
        }
        let body = if text {
            quote!(::std::string::String)
        } else {
            quote!(::florin_core::Bytes)
        };
        let tokens = without_client(item.to_token_stream(), &body);
        *item = syn::parse2(tokens).map_err(|e| changed(&e.to_string()))?;
    }
    if !builders.is_empty() {
        let imports = items(quote! {
            #[allow(unused_imports, reason = "a client need not have an operation with types of its own")]
            use super::types;
            use super::{Error, Response};
        })?;
        builders.splice(0..0, imports);
    }
    Ok(())
}

fn makes_builders(item: &ItemImpl) -> bool {
    item.items.iter().any(|item| match item {
        ImplItem::Fn(f) => f
            .sig
            .output
            .to_token_stream()
            .to_string()
            .starts_with("-> builder"),
        _ => false,
    })
}

/// progenitor's `reqwest::Body` is a text or bytes, whichever the operation takes.
fn without_client(tokens: TokenStream, body: &TokenStream) -> TokenStream {
    let mut out: Vec<TokenTree> = Vec::new();
    let mut tokens = tokens.into_iter();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Group(group) => {
                let mut replaced =
                    Group::new(group.delimiter(), without_client(group.stream(), body));
                replaced.set_span(group.span());
                out.push(replaced.into());
            }
            TokenTree::Ident(ident) if ident == "reqwest" => {
                out.extend(body.clone());
                // `::Body`
                tokens.nth(2);
            }
            TokenTree::Literal(literal) => match message(&literal) {
                Some(message) => out.extend(message.into_token_stream()),
                None => out.push(literal.into()),
            },
            other => out.push(other),
        }
    }
    out.into_iter().collect()
}

/// The builders of operations that take a text as it is.
fn texts(builders: &[Item]) -> BTreeSet<String> {
    let of_text = |item: &Item| {
        let Item::Impl(item) = item else { return None };
        let send = item.items.iter().find_map(|inner| match inner {
            ImplItem::Fn(f) if f.sig.ident == "send" => Some(f),
            _ => None,
        })?;
        let text = send::parts(send.block.to_token_stream())
            .iter()
            .any(|part| matches!(part, Part::Text));
        type_name(&item.self_ty)
            .filter(|_| text)
            .map(ToString::to_string)
    };
    builders.iter().filter_map(of_text).collect()
}

/// The message of a setter, as its reader would say it.
fn message(literal: &Literal) -> Option<LitStr> {
    let text = syn::parse2::<LitStr>(TokenTree::from(literal.clone()).into())
        .ok()?
        .value();
    let message = if let Some(argument) = text.strip_suffix(" was not initialized") {
        format!("the argument {argument} is missing")
    } else if text.starts_with("conversion to `") {
        let mut text = text.replace("`reqwest::Body`", "bytes");
        for (token, spelled) in [
            (" :: ", "::"),
            (":: ", "::"),
            (" < ", "<"),
            (" >", ">"),
            ("::std::string::", ""),
            ("::std::vec::", ""),
            ("types::", ""),
        ] {
            text = text.replace(token, spelled);
        }
        match text
            .strip_prefix("conversion to `::florin_core::IdempotencyKey` for ")
            .and_then(|rest| rest.strip_suffix(" failed"))
        {
            Some(argument) => format!(
                "{argument} can't be an idempotency key; give 1 to 255 visible ASCII characters without blanks"
            ),
            None => text,
        }
    } else {
        return None;
    };
    Some(LitStr::new(&message, literal.span()))
}

fn rewrite(item: &mut ItemImpl, facts: &Facts, text: bool) -> Result<(), Error> {
    for item in &mut item.items {
        let ImplItem::Fn(f) = item else { continue };
        if f.sig.ident == "new" {
            // A builder comes from the client's method.
            f.vis = parse_quote!(pub(super));
            if let Some(Stmt::Expr(Expr::Struct(value), _)) = f.block.stmts.first_mut() {
                value.fields.iter_mut().for_each(shorten);
            }
        } else if f.sig.ident == "send" {
            *f = send_of(f, facts)?;
        } else if text && f.sig.ident == "body" {
            f.block = parse_quote!({
                self.body = value
                    .try_into()
                    .map_err(|_| "conversion to `String` for body failed".to_string());
                self
            });
        }
    }
    Ok(())
}

/// `client: client` is `client`.
fn shorten(field: &mut syn::FieldValue) {
    if let (Member::Named(name), Expr::Path(value)) = (&field.member, &field.expr)
        && value.path.is_ident(name)
    {
        field.colon_token = None;
    }
}

/// What the client's own arguments are called, so that no parameter of the same name hides them.
struct Names {
    client: Ident,
    operation: Ident,
    request: Ident,
}

fn send_of(f: &ImplItemFn, facts: &Facts) -> Result<ImplItemFn, Error> {
    let fields =
        fields_of_self(f).ok_or_else(|| changed("`send` does not take its builder apart"))?;
    let (client, arguments) = fields
        .split_first()
        .ok_or_else(|| changed("a builder has no client"))?;
    let names = Names {
        client: client.clone(),
        operation: unique("operation", &fields),
        request: unique("request", &fields),
    };
    let Names {
        client,
        operation,
        request,
    } = &names;

    let checks = arguments
        .iter()
        .map(|argument| check_of(f, argument, operation))
        .collect::<Result<Vec<_>, _>>()?;
    let mut parts = send::parts(f.block.to_token_stream());
    with_sent_names(&mut parts, facts);
    let used = |argument: &Ident| {
        parts.iter().any(|part| match part {
            Part::Path(ident)
            | Part::Query(_, ident)
            | Part::Header {
                argument: ident, ..
            } => ident == argument,
            Part::Json | Part::Form | Part::Text | Part::Bytes => argument == "body",
        })
    };
    if let Some(lost) = arguments.iter().find(|argument| !used(argument)) {
        return Err(changed(&format!(
            "`{}` has an argument `{lost}` that goes nowhere",
            facts.id
        )));
    }
    let fills = fills(&parts, facts, request);
    let (success, error) =
        types_of(f).ok_or_else(|| changed("`send` returns no result of an answer"))?;
    let (success, send) = match success.to_token_stream().to_string().as_str() {
        "()" => (success, quote!(send_empty())),
        "ByteStream" => (
            parse_quote!(::florin_core::FileContent),
            quote!(send_file()),
        ),
        _ => (success, quote!(send_json())),
    };
    let mutable = (!fills.is_empty()).then(|| quote!(mut));
    let constant = format_ident!("{}", rust_name::of_constant(&facts.id));
    Ok(parse_quote! {
        pub async fn send(self) -> Result<Response<#success>, Error<#error>> {
            let Self { #client, #(#arguments),* } = self;
            let #operation = &super::operations::#constant;
            #(#checks)*
            let #mutable #request = #client.session().request(#operation);
            #(#fills)*
            #request.#send.await
        }
    })
}

/// `let Self { client, a, b } = self;`
fn fields_of_self(f: &ImplItemFn) -> Option<Vec<Ident>> {
    f.block.stmts.iter().find_map(|statement| match statement {
        Stmt::Local(local) => match &local.pat {
            syn::Pat::Struct(pattern) => pattern
                .fields
                .iter()
                .map(|field| match &field.member {
                    Member::Named(ident) => Some(ident.clone()),
                    Member::Unnamed(_) => None,
                })
                .collect(),
            _ => None,
        },
        _ => None,
    })
}

/// `let a = a….map_err(Error::InvalidRequest)?;`, with the error of `florin_core`.
fn check_of(f: &ImplItemFn, argument: &Ident, operation: &Ident) -> Result<Stmt, Error> {
    let statement = f.block.stmts.iter().find(|statement| match statement {
        Stmt::Local(local) => {
            matches!(&local.pat, syn::Pat::Ident(pattern) if pattern.ident == *argument)
        }
        _ => false,
    });
    let missing = || changed(&format!("the argument `{argument}` is not checked"));
    let Some(Stmt::Local(local)) = statement else {
        return Err(missing());
    };
    let mut local = local.clone();
    let Some(init) = local.init.as_mut() else {
        return Err(missing());
    };
    let Expr::Try(attempt) = &mut *init.expr else {
        return Err(missing());
    };
    let Expr::MethodCall(call) = &mut *attempt.expr else {
        return Err(missing());
    };
    call.args = std::iter::once::<Expr>(
        parse_quote!(|message| Error::invalid_request(#operation, message)),
    )
    .collect();
    Ok(Stmt::Local(local))
}

/// The two types in `Result<ResponseValue<S>, Error<E>>`.
fn types_of(f: &ImplItemFn) -> Option<(Type, Type)> {
    let ReturnType::Type(_, result) = &f.sig.output else {
        return None;
    };
    let mut inner = arguments_of(result)?.into_iter();
    let success = arguments_of(&inner.next()?)?.into_iter().next()?;
    let error = arguments_of(&inner.next()?)?.into_iter().next()?;
    Some((success, error))
}

fn arguments_of(ty: &Type) -> Option<Vec<Type>> {
    let Type::Path(path) = ty else { return None };
    let syn::PathArguments::AngleBracketed(arguments) = &path.path.segments.last()?.arguments
    else {
        return None;
    };
    let types = arguments.args.iter().filter_map(|argument| match argument {
        syn::GenericArgument::Type(ty) => Some(ty.clone()),
        _ => None,
    });
    Some(types.collect())
}

fn unique(name: &str, taken: &[Ident]) -> Ident {
    let mut name = name.to_owned();
    while taken.iter().any(|ident| *ident == name) {
        name.insert(0, '_');
    }
    format_ident!("{name}")
}
