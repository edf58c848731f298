//! What holds for all requests: where they go, and who authorises them.
//!
//! No build depends on it. But a client whose environment has the old address, or whose session sends what isn't taken any
//! more, is refused, so all of it builds and does something else. What comes in addition, as another server or another way to
//! be authorised, is additive.

use std::collections::BTreeSet;

use super::{Changes, quoted};
use crate::surface::{Operation, Surface, Wants, wanted};

/// Compares what the documents say of all requests.
pub(super) fn compare(old: &Surface, new: &Surface, changes: &mut Changes) {
    let (was, is) = (&old.head, &new.head);
    servers("servers", &was.servers, &is.servers, changes);
    let names: BTreeSet<_> = was.hosts.keys().chain(is.hosts.keys()).collect();
    for name in names {
        // One that came or went is told of its operations.
        if let (Some(was), Some(is)) = (was.hosts.get(name), is.hosts.get(name)) {
            servers(&format!("servers.{name}"), was, is, changes);
        }
    }
    for (name, is) in &is.schemes {
        let Some(was) = was.schemes.get(name) else {
            continue;
        };
        let place = format!("security.{name}");
        if was.how != is.how {
            let what = format!("is {} instead of {}", quoted(&is.how), quoted(&was.how));
            changes.turns(&place, "scheme", what);
        }
        for gone in was.scopes.difference(&is.scopes) {
            changes.turns(
                &place,
                "scope-gone",
                format!("has no scope {} any more", quoted(gone)),
            );
        }
        for fresh in is.scopes.difference(&was.scopes) {
            changes.adds(
                &place,
                "scope-new",
                format!("has the scope {}", quoted(fresh)),
            );
        }
    }
    wants("security", &was.wants, &is.wants, changes);
}

/// Compares what an operation wants, where that isn't as for the others.
pub(super) fn of_operation(
    (old, was): (&Surface, &Operation),
    (new, is): (&Surface, &Operation),
    place: &str,
    changes: &mut Changes,
) {
    // Without a token on one side alone is told as that; as the others on both sides is told of all.
    if was.public != is.public || (&was.wants, &is.wants) == (&None, &None) {
        return;
    }
    let said = |surface: &Surface, operation: &Operation| {
        let wants = operation.wants.clone();
        wants.unwrap_or_else(|| surface.head.wants.clone())
    };
    if !(was.public && is.public) {
        wants(place, &said(old, was), &said(new, is), changes);
    }
}

fn wants(place: &str, was: &Wants, is: &Wants, changes: &mut Changes) {
    if was == is {
        return;
    }
    let said = |wants: &Wants| quoted(&wanted(wants));
    let what = format!("wants {} instead of {}", said(is), said(was));
    if !was.is_empty() && was.is_subset(is) {
        changes.adds(place, "wants", what);
    } else {
        changes.turns(place, "wants", what);
    }
}

fn servers(place: &str, was: &[String], is: &[String], changes: &mut Changes) {
    let gone: Vec<_> = was.iter().filter(|url| !is.contains(url)).collect();
    let fresh: Vec<_> = is.iter().filter(|url| !was.contains(url)).collect();
    let place_of = |list: &[String], url: &String| list.iter().position(|one| one == url);
    let mut instead = Vec::new();
    for gone in gone {
        // One that stands where another one stood is that one.
        let found = fresh
            .iter()
            .find(|url| place_of(is, url) == place_of(was, gone));
        let what = match found {
            Some(url) => {
                instead.push(*url);
                format!("{} is {} now", quoted(gone), quoted(url))
            }
            None => format!("{} is gone", quoted(gone)),
        };
        changes.turns(place, "server", what);
    }
    for url in fresh.iter().filter(|url| !instead.contains(url)) {
        changes.adds(place, "server-new", format!("{} is new", quoted(url)));
    }
    let kept = |list: &[String], other: &[String]| {
        let kept = list.iter().filter(|url| other.contains(url));
        kept.cloned().collect::<Vec<_>>()
    };
    let is_first_new = is
        .first()
        .is_some_and(|first| fresh.contains(&first) && !instead.contains(&first));
    if let Some(first) = is.first()
        && !was.is_empty()
        && (kept(was, is) != kept(is, was) || is_first_new)
    {
        let what = format!("come in another order: the first one is {}", quoted(first));
        changes.turns(place, "server-order", what);
    }
}

/// Compares which cargo feature an operation needs.
pub(super) fn feature(was: &Operation, is: &Operation, place: &str, changes: &mut Changes) {
    match (&was.feature, &is.feature) {
        (was, is) if was == is => {}
        (Some(was), Some(is)) => {
            let what = format!(
                "needs the feature {} instead of {}",
                quoted(is),
                quoted(was)
            );
            changes.breaks(place, "feature", what);
        }
        (None, Some(is)) => {
            changes.breaks(
                place,
                "feature",
                format!("needs the feature {}", quoted(is)),
            );
        }
        (Some(was), _) => {
            let what = format!("needs the feature {} no more", quoted(was));
            changes.adds(place, "feature", what);
        }
        (None, None) => {}
    }
}
