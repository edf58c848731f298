//! `surface`: what a user of the client sees is as it was last looked at.
//!
//! The client is made at build time, so a change of it shows in no pull request. It shows in `surface.txt`, if that is kept up to
//! date, and whoever changes a spec or the generator has to look at what that does to a user.

use std::fs;

use similar::{ChangeTag, TextDiff};

use super::overlay;
use crate::check::finding::Found;
use crate::check::made_up::made_up;
use crate::check::subject::Subject;

pub(super) fn look(subject: &Subject<'_>) -> Vec<Found> {
    let Ok((_, surface)) = &subject.client else {
        return Vec::new();
    };
    // To accept it would keep a name that nobody chose, or what is in no overlay.
    if !made_up(subject).is_empty() || overlay::is_wanting(subject) {
        return Vec::new();
    }
    let name = &subject.provider.name;
    let accept = format!("run `cargo xtask surface {name} --accept`, and look at what it changes");
    let Ok(kept) = fs::read_to_string(subject.provider.surface()) else {
        let wrong = "no surface is kept that a change could be seen in";
        return vec![Found::at("surface.txt", wrong, accept)];
    };
    let is = surface.to_string();
    if is == kept {
        return Vec::new();
    }
    let diff = TextDiff::from_lines(&kept, &is);
    let first = diff
        .iter_all_changes()
        .find(|change| change.tag() != ChangeTag::Equal)
        .map(|change| change.value().trim().to_owned())
        .unwrap_or_default();
    let wrong =
        format!("the client has another surface than the one that is kept, first at `{first}`");
    vec![Found::at("surface.txt", wrong, accept)]
}
