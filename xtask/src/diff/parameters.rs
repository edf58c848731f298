//! The arguments of an operation: parameters and the body.

use super::sides::Sides;
use super::{Changes, quoted};
use crate::surface::{Body, Operation, Parameter};

/// Compares them; `place` is that of the operation.
pub(super) fn compare(was: &Operation, is: &Operation, place: &str, changes: &mut Changes) {
    let mut sides = Sides::by(&was.parameters, &is.parameters, |parameter| &parameter.name);
    let at = |name: &str| format!("{place}.{name}");
    for (was, is) in sides.renamed(|a, b| a.place == b.place && a.wire == b.wire) {
        let what = format!("is set by {} now", quoted(&is.name));
        changes.breaks(at(&was.name), "parameter-renamed", what);
        changed(was, is, &at(&is.name), changes);
    }
    for gone in sides.gone {
        changes.breaks(
            at(&gone.name),
            "parameter-gone",
            format!("is gone ({})", gone.place),
        );
    }
    for new in sides.new {
        if new.required {
            let what = format!(
                "is new and required ({}): a request without it is refused before it is sent",
                new.place
            );
            changes.turns(at(&new.name), "parameter-required", what);
        } else {
            changes.adds(
                at(&new.name),
                "parameter-new",
                format!("is new ({})", new.place),
            );
        }
    }
    for (was, is) in sides.both {
        changed(was, is, &at(&is.name), changes);
    }
    body(was.body.as_ref(), is.body.as_ref(), &at("body"), changes);
}

fn changed(was: &Parameter, is: &Parameter, at: &str, changes: &mut Changes) {
    if was.ty != is.ty {
        let what = format!("takes {} instead of {}", quoted(&is.ty), quoted(&was.ty));
        changes.breaks(at, "parameter-type", what);
    }
    match (was.required, is.required) {
        (false, true) => {
            changes.turns(
                at,
                "parameter-required",
                "is required: a request without it is refused before it is sent",
            );
        }
        (true, false) => changes.adds(at, "parameter-optional", "need not be set any more"),
        _ => {}
    }
    // What is in a path is sent by its place, and compared with the path.
    let in_path = was.place == "path" && is.place == "path";
    let named = |parameter: &Parameter| (!in_path).then(|| parameter.wire.clone());
    if (&was.place, named(was), &was.style) != (&is.place, named(is), &is.style) {
        let what = format!("is sent as {} instead of {}", sent_as(is), sent_as(was));
        changes.turns(at, "parameter-sent", what);
    }
    match (&was.sensitive, &is.sensitive) {
        (was, is) if was == is => {}
        (Some(_), None) => changes.turns(
            at,
            "shown",
            "isn't hidden any more: traces and recordings show it",
        ),
        (_, Some(kind)) => changes.adds(at, "hidden", format!("is hidden as {kind}")),
        (None, None) => {}
    }
    changes.words(at, &was.doc, &is.doc);
}

fn sent_as(parameter: &Parameter) -> String {
    let style = parameter
        .style
        .as_ref()
        .map(|style| format!(" in the style {style}"));
    format!(
        "{} {}{}",
        parameter.place,
        quoted(&parameter.wire),
        style.unwrap_or_default()
    )
}

fn body(was: Option<&Body>, is: Option<&Body>, at: &str, changes: &mut Changes) {
    let (was, is) = match (was, is) {
        (None, None) => return,
        (Some(_), None) => return changes.breaks(at, "body-gone", "is gone"),
        (None, Some(is)) if is.required => {
            let what = format!(
                "is new and required, {}: a request without it is refused before it is sent",
                quoted(&is.ty)
            );
            return changes.turns(at, "body-required", what);
        }
        (None, Some(is)) => {
            return changes.adds(at, "body-new", format!("is new, {}", quoted(&is.ty)));
        }
        (Some(was), Some(is)) => (was, is),
    };
    if was.ty != is.ty {
        let what = format!("takes {} instead of {}", quoted(&is.ty), quoted(&was.ty));
        changes.breaks(at, "body-type", what);
    } else if was.builder && !is.builder {
        changes.breaks(
            at,
            "body-builder",
            "has no builder any more: `body_map` is gone",
        );
    }
    if was.media != is.media {
        changes.turns(
            at,
            "body-sent",
            format!(
                "is sent as {} instead of {}",
                quoted(&is.media),
                quoted(&was.media)
            ),
        );
    }
    changes.words(at, &was.doc, &is.doc);
}
