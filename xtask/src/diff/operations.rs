//! Operations: gone, new, called otherwise, sent elsewhere, repeated otherwise, answered otherwise.

use super::sides::Sides;
use super::{Changes, head, parameters, quoted};
use crate::surface::{Operation, Surface};

/// Compares them.
pub(super) fn compare(old: &Surface, new: &Surface, changes: &mut Changes) {
    let mut sides = Sides::by(&old.operations, &new.operations, |operation| {
        &operation.method
    });
    let place = |operation: &Operation| format!("Client::{}", operation.method);
    for (was, is) in sides.renamed(|a, b| a.http == b.http && a.path == b.path) {
        changes.breaks(
            place(was),
            "operation-renamed",
            format!("is called {} now", quoted(&is.method)),
        );
        changed((old, was), (new, is), changes);
    }
    for gone in sides.gone {
        changes.breaks(
            place(gone),
            "operation-gone",
            format!("is gone ({} {})", gone.http, gone.path),
        );
    }
    for fresh in sides.new {
        changes.adds(
            place(fresh),
            "operation-new",
            format!("is new ({} {})", fresh.http, fresh.path),
        );
    }
    for (was, is) in sides.both {
        changed((old, was), (new, is), changes);
    }
}

fn changed(
    (old, was): (&Surface, &Operation),
    (new, is): (&Surface, &Operation),
    changes: &mut Changes,
) {
    let place = format!("Client::{}", is.method);
    sent(was, is, &place, changes);
    head::of_operation((old, was), (new, is), &place, changes);
    head::feature(was, is, &place, changes);
    repeated(was, is, &place, changes);
    parameters::compare(was, is, &place, changes);
    answered(was, is, &place, changes);
    if was.id != is.id && was.method == is.method {
        let what = format!(
            "is {} instead of {} in traces, errors and the ledger, which finds no request again that is in it under the \
             old name",
            quoted(&is.id),
            quoted(&was.id)
        );
        changes.turns(&place, "operation-id", what);
    }
    if was.provenance != is.provenance {
        changes.words_of(
            &place,
            "provenance",
            &crate::surface::provenance(was),
            &crate::surface::provenance(is),
        );
    }
    if was.deprecated != is.deprecated {
        let word = if is.deprecated {
            "is deprecated"
        } else {
            "is deprecated no more"
        };
        changes.tell(&place, "deprecated", word);
    }
    changes.words(&place, &was.doc, &is.doc);
    changes.words(&place, &was.answers.join("\n"), &is.answers.join("\n"));
}

/// Its path with the arguments that go into it. What a placeholder is called isn't sent.
fn route(operation: &Operation) -> String {
    let parameters = operation.parameters.iter();
    let in_path = parameters.filter(|parameter| parameter.place == "path");
    in_path.fold(operation.path.clone(), |path, parameter| {
        let (was, is) = (&parameter.wire, &parameter.name);
        path.replace(&format!("{{{was}}}"), &format!("{{{is}\u{0}}}"))
    })
}

/// Where it goes.
fn sent(was: &Operation, is: &Operation, place: &str, changes: &mut Changes) {
    if (&was.http, route(was)) != (&is.http, route(is)) {
        let what = format!(
            "is sent to `{} {}` instead of `{} {}`",
            is.http, is.path, was.http, was.path
        );
        changes.turns(place, "path", what);
    } else if was.path != is.path {
        let what = format!(
            "its placeholders are called otherwise: `{}`; a path that is set by hand has to name them so",
            is.path
        );
        changes.tell(place, "placeholders", what);
    }
    if was.server != is.server {
        let host = |server: &Option<String>| match server {
            Some(name) => format!("the server {}", quoted(name)),
            None => "the base URL".to_owned(),
        };
        let what = format!(
            "is sent to {} instead of {}",
            host(&is.server),
            host(&was.server)
        );
        changes.turns(place, "server", what);
    }
    match (was.public, is.public) {
        (true, false) => changes.turns(place, "token", "is sent with the token of the session"),
        (false, true) => changes.turns(place, "token", "is sent without a token"),
        _ => {}
    }
    for gone in was.fixed.iter().filter(|fixed| !is.fixed.contains(fixed)) {
        changes.turns(
            place,
            "fixed",
            format!("{} isn't sent any more", quoted(gone)),
        );
    }
    for new in is.fixed.iter().filter(|fixed| !was.fixed.contains(fixed)) {
        changes.turns(place, "fixed", format!("{} is always sent", quoted(new)));
    }
    let header = |operation: &Operation| {
        operation
            .client_header
            .as_ref()
            .map(|header| (header.name.clone(), header.required))
    };
    match (header(was), header(is)) {
        (was, is) if was == is => {}
        (_, Some((name, true))) => {
            let what = format!(
                "is refused without the header {}, which a client may have for all requests",
                quoted(&name)
            );
            changes.turns(place, "client-header", what);
        }
        (Some((was, _)), Some((is, false))) if was == is => {
            changes.adds(
                place,
                "client-header",
                format!("goes without the header {}, too", quoted(&is)),
            );
        }
        (None, Some((name, false))) => {
            changes.adds(
                place,
                "client-header",
                format!("takes the client's header {}", quoted(&name)),
            );
        }
        (Some((name, _)), _) => {
            changes.turns(
                place,
                "client-header",
                format!(
                    "doesn't take the client's header {} any more",
                    quoted(&name)
                ),
            );
        }
        (None, None) => {}
    }
}

/// What happens after a failure.
fn repeated(was: &Operation, is: &Operation, place: &str, changes: &mut Changes) {
    if was.retry == is.retry {
        return;
    }
    let said = crate::surface::retry;
    let what = format!("after a failure: {} instead of {}", said(is), said(was));
    let (old, new) = (&was.retry, &is.retry);
    let kept = |old: &Option<String>, new: &Option<String>| old.is_none() || old == new;
    let only_more = old.class == new.class
        && old.replays == new.replays
        && kept(&old.key_header, &new.key_header)
        && kept(&old.key_field, &new.key_field)
        && kept(&old.in_progress, &new.in_progress);
    if only_more {
        changes.adds(place, "retry", what);
    } else {
        changes.turns(place, "retry", what);
    }
}

/// What comes back.
fn answered(was: &Operation, is: &Operation, place: &str, changes: &mut Changes) {
    if was.success != is.success {
        let what = format!(
            "answers {} instead of {}",
            quoted(&is.success),
            quoted(&was.success)
        );
        changes.breaks(place, "answer", what);
    } else if was.redirects != is.redirects {
        changes.turns(place, "answer", "takes another status for its success");
    }
    if was.error != is.error {
        let what = format!(
            "fails with {} instead of {}",
            quoted(&is.error),
            quoted(&was.error)
        );
        changes.breaks(place, "error", what);
    }
    match (was.may_be_empty, is.may_be_empty) {
        (true, false) => changes.turns(
            place,
            "empty-answer",
            "an answer without a body is an error now",
        ),
        (false, true) => changes.adds(place, "empty-answer", "an answer without a body is taken"),
        _ => {}
    }
    // What it answers in is told by the type as well, unless that takes anything.
    if was.accepts != is.accepts {
        let json = || "application/json".to_owned();
        let (was, is) = (
            was.accepts.clone().unwrap_or_else(json),
            is.accepts.clone().unwrap_or_else(json),
        );
        let what = format!("asks for {} instead of {}", quoted(&is), quoted(&was));
        if was
            .split(", ")
            .all(|media| is.split(", ").any(|other| other == media))
        {
            changes.adds(place, "accepts", what);
        } else {
            changes.turns(place, "accepts", what);
        }
    }
}
