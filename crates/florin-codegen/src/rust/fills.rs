//! The statements that put an operation's arguments into its request.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::send::Part;
use crate::operation::{Facts, Place};
use crate::rust_name;
use crate::spec::form_parts::FormPart;

/// One for each part of the request.
pub(super) fn fills(parts: &[Part], facts: &Facts, request: &Ident) -> Vec<TokenStream> {
    let mut placeholders = facts
        .template
        .split('{')
        .skip(1)
        .filter_map(|rest| rest.split('}').next());
    let fixed = facts.fixed_query.iter();
    let fixed = fixed.map(|(name, value)| quote!(#request.query(#name, #value);));
    let fill = |part: &Part| match part {
        Part::Path(argument) => {
            let name = placeholders.next().unwrap_or_default();
            quote!(#request.path(#name, &#argument);)
        }
        Part::Query(name, argument) => quote!(#request.query(#name, &#argument);),
        // Never required: each request has a key.
        Part::Header { name, argument, .. } if facts.key_header.as_ref() == Some(name) => quote! {
            if let Some(key) = &#argument {
                #request.idempotency_key(key);
            }
        },
        Part::Header {
            name,
            argument,
            optional,
        } if is_cookie(facts, argument) => match optional {
            false => quote!(#request.cookie(#name, &#argument);),
            true => quote! {
                if let Some(value) = &#argument {
                    #request.cookie(#name, value);
                }
            },
        },
        Part::Header {
            name,
            argument,
            optional: false,
        } => quote!(#request.header(#name, &#argument);),
        Part::Header {
            name,
            argument,
            optional: true,
        } => quote! {
            if let Some(value) = &#argument {
                #request.header(#name, value);
            }
        },
        Part::Json => match &facts.form {
            Some(parts) => form(parts, request),
            None => quote!(#request.json(&body);),
        },
        Part::Form => quote!(#request.form(&body);),
        Part::Text(media) => quote!(#request.text(#media, body);),
        Part::Bytes => quote!(#request.bytes(body);),
    };
    let fills = parts.iter().map(fill);
    fixed.chain(fills).collect()
}

fn is_cookie(facts: &Facts, argument: &Ident) -> bool {
    let mut parameters = facts.parameters.iter();
    parameters.any(|parameter| parameter.is_cookie && *argument == parameter.argument)
}

/// Puts the names back that parameters are sent under, where they had to be told apart.
pub(super) fn with_sent_names(parts: &mut [Part], facts: &Facts) {
    for part in parts {
        let (name, place) = match part {
            Part::Query(name, _) => (name, Place::Query),
            Part::Header { name, .. } => (name, Place::Header),
            _ => continue,
        };
        let parameter = facts
            .parameters
            .iter()
            .find(|parameter| parameter.place == place && parameter.argument == *name);
        if let Some(sent) = parameter.and_then(|parameter| parameter.sent_as.as_ref()) {
            name.clone_from(sent);
        }
    }
}

/// Part after part, in the order of their names.
fn form(parts: &[FormPart], request: &Ident) -> TokenStream {
    let parts = parts.iter().map(|part| {
        let name = &part.name;
        let field = format_ident!("{}", rust_name::of_field(name));
        match part.is_file {
            true => quote!(form.file(#name, body.#field);),
            false => quote!(form.json(#name, &body.#field);),
        }
    });
    quote! {{
        let mut form = ::florin_core::Multipart::new();
        #(#parts)*
        #request.multipart(form);
    }}
}
