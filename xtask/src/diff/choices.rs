//! What is one of several: lists of values, texts with limits, unions and answers by status.

use super::sides::Sides;
use super::{Changes, quoted};
use crate::surface::{Alternative, Kind, Value};

/// Compares two lists of values.
pub(super) fn lists(was: &Kind, is: &Kind, place: &str, changes: &mut Changes) {
    let (
        Kind::List {
            values: old,
            unlisted: old_rest,
            ..
        },
        Kind::List {
            values: new,
            unlisted: new_rest,
            exhaustive,
        },
    ) = (was, is)
    else {
        return;
    };
    let mut sides = Sides::by(old, new, |value| &value.name);
    let at = |name: &str| format!("{place}::{name}");
    for (was, is) in sides.renamed(|a, b| a.wire == b.wire) {
        changes.breaks(
            at(&was.name),
            "value-renamed",
            format!("is called {} now", quoted(&is.name)),
        );
        spelled(was, is, &at(&is.name), changes);
    }
    for gone in sides.gone {
        changes.breaks(
            at(&gone.name),
            "value-gone",
            format!("is gone ({:?})", gone.wire),
        );
    }
    for new in sides.new {
        let what = format!("is new ({:?})", new.wire);
        match (exhaustive, old_rest) {
            (true, _) => changes.breaks(at(&new.name), "value-new", what),
            (false, Some(rest)) => {
                changes.adds(
                    at(&new.name),
                    "value-new",
                    format!("{what}; it came as {}", quoted(rest)),
                );
            }
            (false, None) => changes.adds(at(&new.name), "value-new", what),
        }
    }
    for (was, is) in sides.both {
        spelled(was, is, &at(&is.name), changes);
    }
    match (old_rest, new_rest) {
        (None, Some(rest)) => {
            let what = format!(
                "takes values that aren't listed, as {}: it is `Copy` no more",
                quoted(rest)
            );
            changes.breaks(place, "list-open", what);
        }
        (Some(rest), None) => {
            changes.breaks(
                place,
                "list-closed",
                format!("takes the listed values alone: {} is gone", quoted(rest)),
            );
        }
        (Some(was), Some(is)) if was != is => {
            changes.breaks(
                place,
                "value-renamed",
                format!(
                    "a value that isn't listed is {} instead of {}",
                    quoted(is),
                    quoted(was)
                ),
            );
        }
        _ => {}
    }
}

fn spelled(was: &Value, is: &Value, at: &str, changes: &mut Changes) {
    if was.wire != is.wire {
        changes.turns(
            at,
            "value-wire",
            format!("is {:?} on the wire instead of {:?}", is.wire, was.wire),
        );
    }
    for gone in was.also.iter().filter(|also| !is.also.contains(also)) {
        changes.turns(
            at,
            "value-read",
            format!("{gone:?} isn't read as it any more"),
        );
    }
    for new in is.also.iter().filter(|also| !was.also.contains(also)) {
        changes.adds(at, "value-read", format!("{new:?} is read as it, too"));
    }
    changes.words(at, &was.doc, &is.doc);
}

/// Compares two choices, both by status or neither.
pub(super) fn compare(was: &Kind, is: &Kind, place: &str, changes: &mut Changes) {
    let (
        Kind::Choice {
            alternatives: old,
            tag: old_tag,
            ..
        },
        Kind::Choice {
            alternatives: new,
            tag: new_tag,
            exhaustive,
        },
    ) = (was, is)
    else {
        return;
    };
    let sides = Sides::by(old, new, |alternative| &alternative.name);
    let at = |name: &str| format!("{place}::{name}");
    for gone in sides.gone {
        changes.breaks(
            at(&gone.name),
            "alternative-gone",
            format!("is gone{}", when(gone)),
        );
    }
    for new in sides.new {
        if *exhaustive {
            let what = format!(
                "is new{}: a `match` without `_` has to take it, and it came as another one so far",
                when(new)
            );
            changes.breaks(at(&new.name), "alternative-new", what);
        } else {
            changes.adds(
                at(&new.name),
                "alternative-new",
                format!("is new{}; it came as another one so far", when(new)),
            );
        }
    }
    for (was, is) in sides.both {
        alternative(was, is, &at(&is.name), changes);
    }
    if old_tag != new_tag {
        let by = |tag: &Option<String>| {
            tag.as_deref()
                .map_or_else(|| "what it looks like".to_owned(), quoted)
        };
        changes.turns(
            place,
            "tag",
            format!(
                "is told apart by {} instead of {}",
                by(new_tag),
                by(old_tag)
            ),
        );
    }
}

fn when(alternative: &Alternative) -> String {
    match alternative.when.as_str() {
        "" => String::new(),
        when => format!(" ({when})"),
    }
}

fn alternative(was: &Alternative, is: &Alternative, at: &str, changes: &mut Changes) {
    if was.holds != is.holds {
        let held = |alternative: &Alternative| match alternative.holds.is_empty() {
            true => "nothing".to_owned(),
            false => quoted(&alternative.holds.join(", ")),
        };
        changes.breaks(
            at,
            "alternative-type",
            format!("holds {} instead of {}", held(is), held(was)),
        );
    }
    if was.when != is.when {
        let words = |text: &str| text.split(" | ").map(str::to_owned).collect::<Vec<_>>();
        let (old, new) = (words(&was.when), words(&is.when));
        let what = format!("is {} instead of {}", quoted(&is.when), quoted(&was.when));
        if old.iter().all(|word| new.contains(word)) {
            changes.adds(at, "alternative-when", what);
        } else {
            changes.turns(at, "alternative-when", what);
        }
    }
    match (was.sensitive, is.sensitive) {
        (true, false) => changes.turns(at, "shown", "isn't hidden any more: `Debug` shows it"),
        (false, true) => changes.adds(at, "hidden", "is hidden"),
        _ => {}
    }
    changes.words(at, &was.doc, &is.doc);
}

/// Compares the limits of two texts.
pub(super) fn limits(was: &str, is: &str, place: &str, changes: &mut Changes) {
    if was == is {
        return;
    }
    let what = format!("has {} characters instead of {}", quoted(is), quoted(was));
    let ((old_least, old_most), (new_least, new_most)) = (bounds(was), bounds(is));
    if new_least <= old_least && new_most >= old_most {
        changes.adds(place, "limits", what);
    } else {
        changes.turns(
            place,
            "limits",
            format!("{what}: what doesn't fit is refused before it is sent"),
        );
    }
}

/// `2..=9`, `2..`, `..=9`.
fn bounds(range: &str) -> (u64, u64) {
    let (least, most) = range.split_once("..").unwrap_or((range, range));
    let most = most.trim_start_matches('=');
    (least.parse().unwrap_or(0), most.parse().unwrap_or(u64::MAX))
}
