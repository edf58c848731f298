//! The documentation of an operation says what it does, what it takes, and how sure each part of that is.
//!
//! progenitor writes a summary and an example that it can't compile. Both are replaced: a reader sees the parameters with
//! their limits, whether a failed call is repeated, and where the knowledge comes from, and the client lists what was left
//! out and how to reach it all the same. Where the spec has no `x-provenance`, the documentation says that it doesn't say.
//! Where it has no `x-retry`, `GET`, `HEAD` and `OPTIONS` are repeated, as HTTP has it, and nothing else is.

use std::collections::HashMap;

use syn::{ImplItem, Item};

use super::{expected, set_doc, type_name};
use crate::about::About;
use crate::certainty::Certainty;
use crate::error::Error;
use crate::operation::{Facts, Parameter, Place, Retry};
use crate::rust_name;

/// Runs the pass.
pub(crate) fn run(file: &mut syn::File, about: &About, facts: &[Facts]) -> Result<(), Error> {
    let by_method: HashMap<_, _> = facts
        .iter()
        .map(|f| (rust_name::of_method(&f.id), f))
        .collect();
    for item in &mut file.items {
        match item {
            Item::Struct(item) if item.ident == "Client" => {
                set_doc(&mut item.attrs, &of_client(about))
            }
            Item::Impl(item) => {
                for method in &mut item.items {
                    let ImplItem::Fn(f) = method else { continue };
                    if let Some(facts) = by_method.get(&f.sig.ident.to_string()) {
                        set_doc(&mut f.attrs, &of_method(facts));
                    }
                }
            }
            _ => {}
        }
    }
    let by_builder: HashMap<_, _> = facts
        .iter()
        .map(|f| (rust_name::of_builder(&f.id), f))
        .collect();
    for item in expected(&mut file.items, &["builder"])? {
        match item {
            Item::Struct(item) => {
                if let Some(facts) = by_builder.get(&item.ident.to_string()) {
                    set_doc(&mut item.attrs, &of_builder(facts));
                }
            }
            Item::Impl(item) => {
                let Some(facts) =
                    type_name(&item.self_ty).and_then(|name| by_builder.get(&name.to_string()))
                else {
                    continue;
                };
                for setter in &mut item.items {
                    let ImplItem::Fn(f) = setter else { continue };
                    if let Some(doc) = of_setter(facts, &f.sig.ident.to_string()) {
                        set_doc(&mut f.attrs, &doc);
                    }
                }
            }
            _ => {}
        }
    }
    Ok(())
}

fn of_client(about: &About) -> String {
    let mut doc = format!("Client for {} {}.", about.title, about.version);
    if !about.description.is_empty() {
        doc.push_str(&format!("\n\n{}", about.description));
    }
    if !(about.unsupported.is_empty() && about.left_out.is_empty()) {
        doc.push_str("\n\n# Not supported\n\nKnown of, and left out:\n");
        for (title, reason) in &about.unsupported {
            doc.push_str(&format!("\n- **{}**: {}", title, reason.replace('\n', " ")));
        }
        for (operation, reason) in &about.left_out {
            doc.push_str(&format!("\n- `{operation}`: {reason}"));
        }
        doc.push_str(
            "\n\nSend such a request through the session, with its token, limits and errors: \
             `client.session().request(&Operation::custom(Method::GET, \"/path\"))`; see\n\
             [`Operation::custom`](::florin_core::Operation::custom).",
        );
    }
    if !about.loosened.is_empty() {
        doc.push_str("\n\n# Not as the spec has it\n\nWhat could not be taken as it is written:\n");
        for (place, reason) in &about.loosened {
            doc.push_str(&format!("\n- `{place}`: {reason}"));
        }
    }
    doc
}

fn of_method(facts: &Facts) -> String {
    let mut doc = said(&facts.summary, &facts.id);
    if !facts.description.is_empty() {
        doc.push_str(&format!("\n\n{}", facts.description));
    }
    if facts.deprecated {
        doc.push_str("\n\nDeprecated by the provider.");
    }
    let host = facts
        .server
        .as_ref()
        .map(|name| format!(", on the host `{name}`"))
        .unwrap_or_default();
    let token = if facts.public {
        ", without a token"
    } else {
        ""
    };
    doc.push_str(&format!(
        "\n\nSends `{} {}`{host}{token}.",
        facts.method, facts.path
    ));
    if let (Retry::Keyed, Some(field)) = (facts.retry, &facts.key_field) {
        doc.push_str(&format!(
            " A failed call is repeated where the body has a `{field}`, by which the provider knows a repeat."
        ));
    } else {
        doc.push_str(repeated(facts));
    }
    if let Some(status) = facts.in_progress {
        doc.push_str(&format!(
            " While the first request under that key is in progress ({status}), it is asked for again."
        ));
    }
    if facts.key_header.is_some() {
        doc.push_str(" Without a key of yours, each call gets a new one.");
    }
    if !facts.parameters.is_empty() {
        doc.push_str("\n\n# Parameters\n");
        for parameter in &facts.parameters {
            let words = parameter.words.replace("\n\n", " ").replace('\n', " ");
            let words = if words.is_empty() {
                String::new()
            } else {
                format!(": {words}")
            };
            doc.push_str(&format!(
                "\n- `{}` ({}){words}",
                parameter.argument,
                kind(parameter)
            ));
        }
    }
    let mut answers = facts.answers.iter().peekable();
    if answers.peek().is_some() {
        doc.push_str("\n\n# Answers\n");
    }
    for (status, words) in answers {
        let words = words.replace("\n\n", " ").replace('\n', " ");
        match words.as_str() {
            "" => doc.push_str(&format!("\n- `{status}`")),
            words => doc.push_str(&format!("\n- `{status}`: {words}")),
        }
    }
    doc.push_str(&format!("\n\n# Provenance\n\n{}", provenance(facts)));
    doc
}

const fn repeated(facts: &Facts) -> &'static str {
    match facts.retry {
        Retry::Safe => " A failed call is repeated.",
        Retry::Keyed if facts.replays => {
            " A failed call is repeated with the same idempotency key, but not after a 500."
        }
        Retry::Keyed => " A failed call is repeated with the same idempotency key.",
        Retry::Never => " A failed call is not repeated unless nothing of it was sent.",
    }
}

fn kind(parameter: &Parameter) -> String {
    let place = match parameter.place {
        Place::Body => return "required".into(),
        Place::Query => "query",
        Place::Path => "path",
        Place::Header if parameter.is_cookie => "cookie",
        Place::Header => "header",
    };
    let required = parameter.required || parameter.place == Place::Path;
    let said = match (required, parameter.of_client) {
        (true, false) => "required",
        (false, false) => "optional",
        (true, true) => "required, unless the client has it for all requests",
        (false, true) => "optional; the client may have it for all requests",
    };
    format!("{place}, {said}")
}

fn provenance(facts: &Facts) -> String {
    let word = |certainty| match certainty {
        Certainty::Documented => "documented",
        Certainty::Inferred => "inferred",
        Certainty::Undocumented => "undocumented",
    };
    let Some(said) = &facts.provenance else {
        return "The spec does not say how sure it is of this operation.".into();
    };
    let mut line = format!("Path {}", word(said.path));
    if let Some(request) = said.request {
        line.push_str(&format!(", request {}", word(request)));
    }
    line.push_str(&format!(", response {}.", word(said.response)));
    if !said.note.is_empty() {
        line.push_str(&format!(" {}", said.note));
    }
    line
}

/// A summary, ended as a sentence.
fn said(summary: &str, id: &str) -> String {
    if summary.is_empty() {
        return format!("The operation `{id}`.");
    }
    if summary.ends_with(['.', '!', '?']) {
        summary.to_owned()
    } else {
        format!("{summary}.")
    }
}

fn of_builder(facts: &Facts) -> String {
    let method = rust_name::of_method(&facts.id);
    format!(
        "A request of [`Client::{method}`](super::Client::{method}); does nothing until it is sent."
    )
}

fn of_setter(facts: &Facts, name: &str) -> Option<String> {
    let parameter = facts
        .parameters
        .iter()
        .find(|parameter| parameter.argument == name);
    match (name, parameter) {
        ("send", _) => Some(format!(
            "Sends the request: `{} {}`.\n\n# Errors\nAn argument that is missing or does not fit, before anything is \
             sent; after that, whatever [`Error`] tells apart.",
            facts.method, facts.path,
        )),
        ("body_map", _) => Some("Changes the body in place, by its builder.".into()),
        ("body", Some(parameter)) if parameter.words.starts_with("[`types::") => {
            Some(format!("Sets the body: {}", parameter.words))
        }
        ("body", Some(parameter)) => Some(
            format!("Sets the body. {}", parameter.words)
                .trim()
                .to_owned(),
        ),
        (_, Some(parameter)) => Some(
            format!(
                "Sets `{name}` ({}).\n\n{}",
                kind(parameter),
                parameter.words
            )
            .trim()
            .to_owned(),
        ),
        _ => None,
    }
}
