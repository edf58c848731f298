//! `overlay`: what we correct in a provider's document applies, and the document that the crate is built from is what comes of it.
//!
//! Otherwise the next refresh would bring changes that nobody made, or lose corrections that somebody did. A document that is
//! corrected by hand where upstream is kept loses the correction with the next refresh, so it counts as stale as well.
//!
//! Each document is read as a refresh reads it, alone: what it refers to in the others of its provider stays there.

use std::fs;
use std::path::Path;

use crate::answer::Problem;
use crate::check::finding::Found;
use crate::check::subject::Subject;
use crate::provider::Provider;
use crate::{refresh, yaml};

const IDLE: &str = "it corrects nothing: no upstream document is kept";

pub(super) fn look(subject: &Subject<'_>) -> Vec<Found> {
    let provider = subject.provider;
    let documents = provider.documents.iter();
    documents
        .filter_map(|name| {
            let checked = check(provider, name);
            let problem = |p: Problem| {
                let place = file_name(&provider.overlay(name));
                let (wrong, remedy) = p.parts();
                Some(Found::at(place, wrong, remedy))
            };
            checked.unwrap_or_else(problem)
        })
        .collect()
}

/// Whether a document isn't what its overlay makes, so that what comes of it is nothing to accept.
pub(super) fn is_wanting(subject: &Subject<'_>) -> bool {
    let found = look(subject);
    let mut told = found
        .iter()
        .filter(|f| !subject.excuses("overlay", &f.place));
    told.any(|found| found.wrong != IDLE)
}

fn check(provider: &Provider, name: &str) -> Result<Option<Found>, Problem> {
    let document = provider.document(name);
    let overlay = provider.overlay(name);
    let upstream = provider.upstream(name);
    if !upstream.is_file() {
        return Ok(overlay.is_file().then(|| {
            Found::at(
                file_name(&overlay),
                IDLE,
                "correct the document itself, which is written by hand",
            )
        }));
    }
    let Some(there) = refresh::kept(provider, name)? else {
        return Ok(None);
    };
    if text(&upstream)? != yaml::write(&there)? {
        let place = format!("upstream/{name}.yaml");
        return Ok(Some(Found::at(
            place,
            "it isn't in normal form, as a refresh writes it",
            "take back what was changed in it: corrections go into the overlay",
        )));
    }
    let corrections = refresh::overlay(provider, name)?;
    let made = refresh::corrected(name, &there, corrections.as_ref())?;
    // A comment says above it what made it.
    let kept = text(&document)?;
    Ok((without_head(&kept) != without_head(&made)).then(|| {
        Found::at(
            file_name(&document),
            "it isn't what upstream and the overlay make",
            format!(
                "put what was edited in it into {}, then run `cargo xtask refresh {} --offline`, which makes it anew and throws the \
                 edit away",
                file_name(&overlay),
                provider.name
            ),
        )
    }))
}

/// Without the comments above the document.
fn without_head(text: &str) -> &str {
    let mut rest = text;
    while rest.starts_with('#') || rest.starts_with('\n') {
        rest = rest.split_once('\n').map_or("", |(_, rest)| rest);
    }
    rest
}

fn text(path: &Path) -> Result<String, Problem> {
    fs::read_to_string(path).map_err(|e| Problem::new(path.display(), e, "see that it can be read"))
}

fn file_name(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}
