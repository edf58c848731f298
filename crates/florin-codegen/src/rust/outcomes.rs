//! An operation that answers, or fails, in several types has an enum for them: a variant for each status, and `Other` for
//! what the spec doesn't list and for what isn't as it lists it.
//!
//! What decodes is `florin_core`'s; here it is only said which status is which variant. The enums are `#[non_exhaustive]`,
//! since a provider documents another status some day, and that is to break nobody's build.

use std::collections::BTreeMap;

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{ToTokens, format_ident, quote};
use serde::Deserialize;
use syn::Type;

use super::alternatives::{self, Alternatives};
use super::{changed, doc};
use crate::error::Error;
use crate::mark::{self, Mark};
use crate::rust_name;
use crate::spec::outcome_names;
use crate::spec::statuses::Status;
use crate::spec::unify_responses::OUTCOME;

/// The variants of each outcome, by its name.
pub(crate) type Outcomes = BTreeMap<String, Vec<Variant>>;

/// A variant of an outcome.
pub(crate) struct Variant {
    pub(crate) name: Ident,
    pub(crate) status: Status,
    pub(crate) body: Body,
    pub(crate) media: Vec<String>,
    words: String,
    is_sensitive: bool,
}

/// What a variant holds.
pub(crate) enum Body {
    Empty,
    Json(Box<Type>),
    File,
}

/// A variant as the spec pass has noted it.
#[derive(Deserialize)]
struct Noted {
    variant: String,
    status: String,
    body: String,
    media: Vec<String>,
    words: String,
}

/// Runs the pass.
pub(crate) fn run(file: &mut syn::File) -> Result<Outcomes, Error> {
    let mut outcomes = Outcomes::new();
    alternatives::replace(file, OUTCOME, |alternatives| {
        let variants = variants(&alternatives)?;
        let code = code(&alternatives, &variants);
        outcomes.insert(alternatives.name.to_string(), variants);
        Ok(code)
    })?;
    Ok(outcomes)
}

fn variants(alternatives: &Alternatives) -> Result<Vec<Variant>, Error> {
    let lost = || changed(&format!("`{}` has lost an answer", alternatives.name));
    let noted: Vec<Noted> =
        serde_json::from_value(alternatives.note.clone()).map_err(|_| lost())?;
    let of = |noted: Noted| {
        let name = format_ident!("{}", rust_name::of_field(&noted.variant));
        let mut fields = alternatives.fields.iter();
        let field = fields.find(|field| field.ident.as_ref() == Some(&name));
        let body = match (noted.body.as_str(), field) {
            ("json", Some(field)) => Body::Json(Box::new(field.ty.clone())),
            ("json", None) => return Err(lost()),
            ("file", _) => Body::File,
            _ => Body::Empty,
        };
        Ok(Variant {
            name: format_ident!("{}", noted.variant),
            status: Status::of(&noted.status).ok_or_else(lost)?,
            body,
            media: noted.media,
            words: noted.words,
            is_sensitive: field.is_some_and(|f| Mark::Sensitive.is_in(&doc(&f.attrs))),
        })
    };
    noted.into_iter().map(of).collect()
}

impl Variant {
    /// Holds the status, since it stands for more than one.
    pub(crate) const fn holds_status(&self) -> bool {
        !matches!(self.status, Status::One(_))
    }

    fn declared(&self) -> TokenStream {
        let Self { name, .. } = self;
        let doc = self.documentation();
        let status = self
            .holds_status()
            .then(|| quote!(::florin_core::http::StatusCode));
        let body = match &self.body {
            Body::Empty => None,
            Body::Json(ty) => Some(ty.to_token_stream()),
            Body::File => Some(quote!(::florin_core::FileContent)),
        };
        let holds: Vec<_> = status.into_iter().chain(body).collect();
        let holds = (!holds.is_empty()).then(|| quote!((#(#holds),*)));
        quote! { #[doc = #doc] #name #holds }
    }

    fn documentation(&self) -> String {
        let mut doc = match self.status {
            Status::Default => " What the spec lists no other status for".to_owned(),
            status => format!(" `{status}`"),
        };
        if matches!(self.body, Body::File) {
            let media = self.media.join("`, `").replace(['\n', '\r'], " ");
            doc.push_str(&format!(" as `{media}`"));
        }
        match self.words.replace("\n\n", " ").replace('\n', " ") {
            words if words.is_empty() => doc.push('.'),
            words => doc.push_str(&format!(": {words}")),
        }
        doc
    }

    /// What matches its status, whatever it holds.
    fn pattern(&self, status: &TokenStream) -> TokenStream {
        let Self { name, .. } = self;
        match (self.holds_status(), &self.body) {
            (true, Body::Empty) => quote!(Self::#name(#status)),
            (true, _) => quote!(Self::#name(#status, _)),
            (false, Body::Empty) => quote!(Self::#name),
            (false, _) => quote!(Self::#name(_)),
        }
    }

    /// Which statuses it stands for.
    fn statuses(&self) -> TokenStream {
        let number = Literal::u16_unsuffixed;
        match self.status {
            Status::One(code) => number(code).into_token_stream(),
            Status::Range(digit) => {
                let (first, last) = (number(digit * 100), number(digit * 100 + 99));
                quote!(#first..=#last)
            }
            Status::Default => quote!(_),
        }
    }

    /// An `Option` of it, read from `answer`.
    fn read(&self) -> TokenStream {
        let Self { name, .. } = self;
        match (&self.body, self.holds_status()) {
            (Body::Empty, false) => quote!(Some(Self::#name)),
            (Body::Empty, true) => quote!(Some(Self::#name(status))),
            (Body::File, false) => quote!(Some(Self::#name(answer.file()))),
            (Body::File, true) => quote!(Some(Self::#name(status, answer.file()))),
            (Body::Json(_), false) => quote!(answer.json().map(Self::#name)),
            (Body::Json(_), true) => {
                quote!(answer.json().map(|body| Self::#name(status, body)))
            }
        }
    }
}

fn code(alternatives: &Alternatives, variants: &[Variant]) -> TokenStream {
    let Alternatives { name, attrs, .. } = alternatives;
    let doc = mark::strip(&doc(attrs));
    let declared = variants.iter().map(Variant::declared);
    let (derives, debug) = debug(name, variants);
    let statuses = status_arms(variants);
    let reads = read_arms(variants);
    let is_range = |variant: &Variant| matches!(variant.status, Status::Range(_));
    let allowed = variants.iter().any(is_range).then(
        || quote!(#[allow(clippy::match_overlapping_arm, reason = "the narrower comes first")]),
    );
    quote! {
        #[doc = #doc]
        #[derive(#derives)]
        #[non_exhaustive]
        pub enum #name {
            #(#declared,)*
            /// What the spec doesn't list, or lists in another form, as it came.
            Other(::florin_core::http::StatusCode, ::florin_core::Raw),
        }

        #debug

        impl #name {
            /// The status that it came with.
            #[must_use]
            pub fn status(&self) -> ::florin_core::http::StatusCode {
                match self { #statuses }
            }
        }

        /// Shows the status and nothing else.
        impl ::std::fmt::Display for #name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                ::std::fmt::Display::fmt(&self.status(), f)
            }
        }

        impl ::florin_core::FromAnswer for #name {
            #allowed
            fn from_answer(
                answer: &::florin_core::Answered<'_>,
            ) -> ::std::result::Result<Self, ::florin_core::Unreadable> {
                let status = answer.status();
                let listed = match status.as_u16() { #reads };
                Ok(listed.unwrap_or_else(|| Self::Other(status, answer.raw())))
            }
        }
    }
}

/// Any JSON would show itself, and so would what is sensitive as a whole.
fn debug(name: &Ident, variants: &[Variant]) -> (TokenStream, TokenStream) {
    let hidden = |variant: &Variant| match &variant.body {
        Body::Json(ty) => {
            variant.is_sensitive || ty.to_token_stream().to_string().contains("serde_json")
        }
        Body::Empty | Body::File => false,
    };
    if !variants.iter().any(hidden) {
        return (quote!(Clone, Debug), TokenStream::new());
    }
    let arms = variants.iter().map(|variant| {
        let Variant { name, .. } = variant;
        let text = name.to_string();
        let status = variant.holds_status().then(|| quote!(status));
        let body = match &variant.body {
            Body::Empty => None,
            Body::Json(_) if hidden(variant) => Some((quote!(_), quote!(&::florin_core::Redacted))),
            Body::Json(_) | Body::File => Some((quote!(body), quote!(body))),
        };
        let (bound, shown): (Vec<_>, Vec<_>) = status
            .into_iter()
            .map(|s| (s.clone(), s))
            .chain(body)
            .unzip();
        match bound.is_empty() {
            true => quote!(Self::#name => f.write_str(#text)),
            false => quote! {
                Self::#name(#(#bound),*) => f.debug_tuple(#text)#(.field(#shown))*.finish()
            },
        }
    });
    let debug = quote! {
        impl ::std::fmt::Debug for #name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                match self {
                    #(#arms,)*
                    Self::Other(status, body) => f.debug_tuple("Other").field(status).field(body).finish(),
                }
            }
        }
    };
    (quote!(Clone), debug)
}

fn status_arms(variants: &[Variant]) -> TokenStream {
    // Variants of one status share an arm.
    let mut fixed: BTreeMap<u16, Vec<TokenStream>> = BTreeMap::new();
    let mut held = Vec::new();
    for variant in variants {
        match variant.status {
            Status::One(code) => fixed
                .entry(code)
                .or_default()
                .push(variant.pattern(&quote!(_))),
            Status::Range(_) | Status::Default => held.push(variant.pattern(&quote!(status))),
        }
    }
    let fixed = fixed.iter().map(|(code, patterns)| {
        let status = match outcome_names::constant(*code) {
            Some(constant) => {
                let constant = format_ident!("{constant}");
                quote!(::florin_core::http::StatusCode::#constant)
            }
            None => {
                let code = Literal::u16_unsuffixed(*code);
                quote!(::florin_core::http::StatusCode::from_u16(#code).unwrap_or_default())
            }
        };
        quote!(#(#patterns)|* => #status,)
    });
    quote!(#(#fixed)* #(#held |)* Self::Other(status, _) => *status,)
}

/// The narrowest first. Of one status, those that need their media type come before the one that doesn't.
fn read_arms(variants: &[Variant]) -> TokenStream {
    let mut by_status: BTreeMap<Status, Vec<&Variant>> = BTreeMap::new();
    for variant in variants {
        by_status.entry(variant.status).or_default().push(variant);
    }
    let mut arms = TokenStream::new();
    for variants in by_status.values() {
        let [first, others @ ..] = variants.as_slice() else {
            continue;
        };
        let statuses = first.statuses();
        for other in others {
            let (media, read) = (&other.media, other.read());
            arms.extend(quote!(#statuses if answer.is(&[#(#media),*]) => #read,));
        }
        let read = first.read();
        let media: Vec<_> = first.media.iter().map(String::as_str).collect();
        let is_any = media.iter().any(|m| matches!(*m, "*/*" | "application/*"));
        if matches!(first.body, Body::File) && !is_any {
            // Servers that don't know a file by its kind call it this.
            let octets = Some("application/octet-stream").filter(|o| !media.contains(o));
            let media = media.into_iter().chain(octets);
            arms.extend(quote!(#statuses if answer.is(&[#(#media),*]) => #read,));
            // Not what another key lists for more statuses.
            let class = first.status.class();
            let is_covered = |status: &Status| {
                *status > first.status && (*status == Status::Default || status.class() == class)
            };
            if by_status.keys().any(is_covered) {
                arms.extend(quote!(#statuses => None,));
            }
        } else {
            arms.extend(quote!(#statuses => #read,));
        }
    }
    let is_open = !by_status.contains_key(&Status::Default);
    if is_open {
        arms.extend(quote!(_ => None,));
    }
    arms
}
