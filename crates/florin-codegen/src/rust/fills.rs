//! The statements that put an operation's arguments into its request.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::send::Part;
use crate::operation::{Facts, Place};
use crate::spec::media::Kind;

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
            match style(facts, Place::Path, name) {
                Some(style) => quote! {
                    #request.path_styled(#name, ::florin_core::TextStyle::#style, &#argument);
                },
                None => quote!(#request.path(#name, &#argument);),
            }
        }
        Part::Query(name, argument) => match style(facts, Place::Query, name) {
            Some(style) => quote! {
                #request.query_styled(#name, ::florin_core::PairStyle::#style, &#argument);
            },
            None => quote!(#request.query(#name, &#argument);),
        },
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
        Part::Header { name, argument, .. }
            if let Some(style) = style(facts, Place::Header, name) =>
        {
            quote! {
                #request.header_styled(#name, ::florin_core::TextStyle::#style, &#argument);
            }
        }
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
        Part::Json | Part::Form | Part::Text | Part::Bytes => body(facts, request),
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

/// How a parameter is written, where that isn't the plain way.
fn style(facts: &Facts, place: Place, name: &str) -> Option<Ident> {
    let mut parameters = facts.parameters.iter();
    let known = parameters.find(|known| known.place == place && known.name == name)?;
    known.style.map(|style| format_ident!("{style}"))
}

fn body(facts: &Facts, request: &Ident) -> TokenStream {
    let Some(sent) = &facts.body else {
        return quote!(#request.json(&body););
    };
    let media_type = &sent.media_type;
    match (sent.kind, &**media_type) {
        (Kind::Json, "application/json") => quote!(#request.json(&body);),
        (Kind::Json, _) => quote!(#request.json_as(#media_type, &body);),
        (Kind::Form, _) if sent.styles.is_empty() => quote!(#request.form(&body);),
        (Kind::Form, _) => {
            let styles = sent.styles.iter().map(|(name, style)| {
                let style = format_ident!("{style}");
                quote!((#name, ::florin_core::PairStyle::#style))
            });
            quote!(#request.form_styled(&[#(#styles),*], &body);)
        }
        (Kind::Multipart, _) if sent.is_any_form => quote!(#request.multipart(body);),
        (Kind::Multipart, _) => {
            let parts = sent
                .parts
                .iter()
                .map(|(name, media_type)| quote!((#name, #media_type)));
            quote!(#request.multipart_of(&[#(#parts),*], &body);)
        }
        (Kind::Text, _) => quote!(#request.text(#media_type, body);),
        (Kind::Bytes, "application/octet-stream") => quote!(#request.bytes(body);),
        (Kind::Bytes, _) => quote!(#request.bytes_as(#media_type, body);),
    }
}
