//! Types: gone, new, of another kind, and what they implement.

use std::collections::BTreeSet;

use super::sides::Sides;
use super::{Changes, choices, fields, quoted};
use crate::surface::{Kind, Surface, Type, usual_traits};

/// Compares them.
pub(super) fn compare(old: &Surface, new: &Surface, changes: &mut Changes) {
    let sides = Sides::by(&old.types, &new.types, |ty| &ty.name);
    for gone in sides.gone {
        changes.breaks(format!("types::{}", gone.name), "type-gone", "is gone");
    }
    for new in sides.new {
        changes.adds(
            format!("types::{}", new.name),
            "type-new",
            format!("is new, a {}", word(&new.kind)),
        );
    }
    for (was, is) in sides.both {
        changed(was, is, &format!("types::{}", is.name), changes);
    }
}

fn changed(was: &Type, is: &Type, place: &str, changes: &mut Changes) {
    match (&was.kind, &is.kind) {
        (Kind::Struct { fields: old }, Kind::Struct { fields: new }) => {
            fields::compare(old, new, is, place, changes);
        }
        (Kind::Wrapper { inner: old }, Kind::Wrapper { inner: new }) if old == new => {}
        (Kind::Wrapper { inner: old }, Kind::Wrapper { inner: new }) => {
            let what = format!("holds {} instead of {}", quoted(new), quoted(old));
            changes.breaks(place, "type", what);
        }
        (Kind::Text { limits: old }, Kind::Text { limits: new }) => {
            choices::limits(old, new, place, changes);
        }
        (Kind::List { .. }, Kind::List { .. }) => {
            choices::lists(&was.kind, &is.kind, place, changes)
        }
        (
            Kind::Choice {
                exhaustive: old, ..
            },
            Kind::Choice {
                exhaustive: new, ..
            },
        ) if old == new => choices::compare(&was.kind, &is.kind, place, changes),
        (old, new) => {
            let what = format!("is a {} instead of a {}", word(new), word(old));
            changes.breaks(place, "type", what);
            return;
        }
    }
    match (was.sensitive, is.sensitive) {
        (true, false) => changes.turns(place, "shown", "isn't hidden any more: `Debug` shows it"),
        (false, true) => changes.adds(place, "hidden", "is hidden"),
        _ => {}
    }
    able(was, is, place, changes);
    changes.words(place, &was.doc, &is.doc);
}

/// What it implements, but for what goes with what it is.
fn able(was: &Type, is: &Type, place: &str, changes: &mut Changes) {
    let (usual_then, usual_now) = (usual_traits(&was.kind), usual_traits(&is.kind));
    let goes_along = |name: &&String| usual_then.contains(*name) != usual_now.contains(*name);
    let lost: BTreeSet<_> = was
        .traits
        .difference(&is.traits)
        .filter(|name| !goes_along(name))
        .collect();
    for name in lost {
        changes.breaks(place, "trait-gone", format!("is {} no more", quoted(name)));
    }
    for name in is
        .traits
        .difference(&was.traits)
        .filter(|name| !goes_along(name))
    {
        changes.adds(place, "trait-new", format!("is {}", quoted(name)));
    }
    for gone in was.functions.difference(&is.functions) {
        changes.breaks(place, "function-gone", format!("{} is gone", quoted(gone)));
    }
    for new in is.functions.difference(&was.functions) {
        changes.adds(place, "function-new", format!("{} is new", quoted(new)));
    }
}

/// What a type is, in a word.
fn word(kind: &Kind) -> &'static str {
    match kind {
        Kind::Struct { .. } => "struct",
        Kind::Wrapper { .. } => "type around another one",
        Kind::Text { .. } => "text with limits",
        Kind::List { .. } => "list of values",
        Kind::Choice {
            exhaustive: true, ..
        } => "choice by status",
        Kind::Choice { .. } => "choice",
    }
}
