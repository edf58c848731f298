//! What the spec says of each operation, as statics that the session reads.
//!
//! Where a request goes, whether it carries a token, what may be repeated and what must not be shown are facts of the spec,
//! not of a call; so they are data, and anybody can walk through them.
//!
//! Nothing is made up. Without `x-provenance` an operation has none, since the spec doesn't say how sure it is. Without
//! `x-retry`, HTTP says it: `GET`, `HEAD` and `OPTIONS` are safe to repeat, and nothing else is repeated.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::items;
use crate::certainty::Certainty;
use crate::error::Error;
use crate::operation::{Facts, Place, Retry};
use crate::rust_name;
use crate::spec::sensitive::Kind;

/// Runs the pass.
pub(crate) fn run(file: &mut syn::File, facts: &[Facts]) -> Result<(), Error> {
    let constants: Vec<_> = facts
        .iter()
        .map(|f| format_ident!("{}", rust_name::of_constant(&f.id)))
        .collect();
    let definitions = facts.iter().zip(&constants).map(|(facts, constant)| {
        let value = value(facts);
        let doc = format!(" `{} {}`: {}", facts.method, facts.path, said(facts));
        let deprecated = facts
            .deprecated
            .then(|| quote!(#[doc = ""] #[doc = " Deprecated by the provider."]));
        quote! {
            #[doc = #doc]
            #deprecated
            pub static #constant: ::florin_core::Operation = #value;
        }
    });
    let module = items(quote! {
        /// What the spec says of each operation: where it is, how sure that is, what may be repeated, what must not be shown.
        pub mod operations {
            #(#definitions)*

            /// All of them, by path and method.
            pub static ALL: &[&::florin_core::Operation] = &[#(&#constants),*];
        }
    })?;
    let at = file
        .items
        .iter()
        .position(|item| matches!(item, syn::Item::Mod(m) if m.ident == "builder"));
    let at = at.unwrap_or(file.items.len());
    file.items.splice(at..at, module);
    Ok(())
}

fn said(facts: &Facts) -> String {
    let summary = facts.summary.lines().next().unwrap_or_default();
    if summary.is_empty() {
        facts.id.clone()
    } else {
        summary.to_owned()
    }
}

fn value(facts: &Facts) -> TokenStream {
    let Facts {
        id,
        method,
        template,
        ..
    } = facts;
    let method = format_ident!("{method}");
    let retry = format_ident!(
        "{}",
        match facts.retry {
            Retry::Safe => "Safe",
            Retry::Keyed => "Keyed",
            Retry::Never => "Never",
        }
    );
    let provenance = facts.provenance.iter().map(|provenance| {
        let path = certainty(provenance.path);
        let response = certainty(provenance.response);
        let request = match provenance.request.map(certainty) {
            Some(request) => quote!(Some(#request)),
            None => quote!(None),
        };
        quote!(.provenance(::florin_core::Provenance { path: #path, request: #request, response: #response }))
    });
    let server = facts.server.iter().map(|name| quote!(.server(#name)));
    let public = facts.public.then(|| quote!(.public()));
    let replays = facts.replays.then(|| quote!(.replays()));
    let key_header = facts
        .key_header
        .iter()
        .map(|name| quote!(.key_header(#name)));
    let key_field = facts.key_field.iter().map(|path| quote!(.key_field(#path)));
    let client_header = facts.client_header.iter().map(|header| {
        let name = &header.name;
        match header.is_required {
            true => quote!(.required_header(#name)),
            false => quote!(.default_header(#name)),
        }
    });
    let in_progress = facts.in_progress.iter().map(|status| {
        let status = proc_macro2::Literal::u16_unsuffixed(*status);
        quote!(.in_progress(#status))
    });
    let may_be_empty = facts.may_be_empty.then(|| quote!(.may_be_empty()));
    let accept = facts.accept.iter().map(|media| quote!(.accepts(#media)));
    let redirects = facts.redirects.then(|| quote!(.redirects()));
    let sensitive = (!facts.sensitive.is_empty()).then(|| {
        let values = facts.sensitive.iter().map(|(place, path, kind)| {
            let place = format_ident!(
                "{}",
                match place {
                    Place::Body => "Body",
                    Place::Query => "Query",
                    Place::Path => "Path",
                    Place::Header => "Header",
                }
            );
            let kind = format_ident!(
                "{}",
                match kind {
                    Kind::Secret => "Secret",
                    Kind::Personal => "Personal",
                }
            );
            quote!(::florin_core::Sensitive {
                place: ::florin_core::Place::#place,
                path: #path,
                kind: ::florin_core::Sensitivity::#kind,
            })
        });
        quote!(.sensitive(&[#(#values),*]))
    });
    quote! {
        ::florin_core::Operation::new(#id, ::florin_core::http::Method::#method, #template)
            .retry(::florin_core::Retry::#retry)
            #replays
            #(#key_header)*
            #(#key_field)*
            #(#client_header)*
            #(#in_progress)*
            #may_be_empty
            #(#accept)*
            #redirects
            #(#provenance)*
            #(#server)*
            #public
            #sensitive
    }
}

fn certainty(certainty: Certainty) -> TokenStream {
    let name = format_ident!(
        "{}",
        match certainty {
            Certainty::Documented => "Documented",
            Certainty::Inferred => "Inferred",
            Certainty::Undocumented => "Undocumented",
        }
    );
    quote!(::florin_core::Certainty::#name)
}
