//! One provider made anew: its documents, the client that they make, the page, and the files.

use std::path::{Path, PathBuf};

use super::Seams;
use super::combined::Documents;
use super::exchange::{Exchange, Turn};
use super::folder::{Changes, Contents};
use super::origins::{Place, Places};
use super::page::{Remarks, page};
use super::renewed::renew;
use super::settings::stamped;
use super::spoiled;
use crate::answer::{Answer, Problem};
use crate::command::tell;
use crate::diff;
use crate::provider::Provider;
use crate::source::{Fetched, Marks, Stamp, fetch};
use crate::surface::Surface;

/// What may be done with what comes.
#[derive(Clone, Copy)]
pub(super) struct May<'a> {
    /// The right to write; without it, nothing is.
    pub(super) turn: Option<&'a Turn>,
    /// Write what breaks users' builds, too.
    pub(super) accept: bool,
    /// Bring the actions of an overlay that match nothing to where that which they are for is now.
    pub(super) recarry: bool,
}

/// What came for a provider, and the files that it makes.
struct Next {
    files: Changes,
    stamps: Vec<(String, Stamp)>,
    remarks: Remarks,
}

/// Makes a provider anew of what is to be had in these places, and of what is kept for the rest.
pub(super) fn refresh(
    provider: &Provider,
    places: &Places,
    may: May<'_>,
    seams: &Seams<'_>,
) -> Result<Answer, Problem> {
    let was = Contents::read(&provider.folder)?;
    let Next {
        mut files,
        stamps,
        mut remarks,
    } = next(provider, places, may.recarry, seams)?;
    files.retain(|path, text| !was.has(path, text));
    let settings = settings(provider, &stamps)?;
    if let Some(text) = settings {
        files.insert(PathBuf::from("provider.toml"), text);
    }
    if files.is_empty() {
        let notes: Vec<_> = remarks
            .untouched
            .iter()
            .map(|d| format!("{}: nothing came of {d}\n", provider.name))
            .collect();
        return Ok(Answer::fine(format!(
            "{}: up to date\n{}",
            provider.name,
            notes.concat()
        )));
    }
    let (old, new) = surfaces(provider, &was, &files)?;
    let text = new.to_string();
    let surface = Path::new("surface.txt");
    if !was.has(surface, &text) {
        files.insert(surface.to_owned(), text);
    }
    // Only then is it worth the time to make the client of upstream alone.
    if spoiled::left_out(&new) != spoiled::left_out(&old)
        && let Ok(upstream) = uncorrected(provider, &was, &files)
    {
        remarks.spoiled.extend(spoiled::operations(&new, &upstream));
    }
    let changes = diff::between(&old, &new);
    let mut page = page(&provider.name, &changes, &remarks);
    let breaks = !changes.breaking.is_empty() || remarks.loses();
    let names: Vec<_> = files
        .keys()
        .map(|path| path.display().to_string())
        .collect();
    let names = names.join(", ");
    let Some(turn) = may.turn else {
        page.push_str(&format!(
            "\n{}: not written, this is a dry run: {names}\n",
            provider.name
        ));
        return Ok(Answer {
            text: page,
            has_findings: breaks,
        });
    };
    if breaks && !may.accept {
        let remedy = "look at what breaks, and run it again with --accept";
        page.push_str(&format!(
            "\n{}: not written: {names}; {remedy}\n",
            provider.name
        ));
        return Ok(Answer::findings(page));
    }
    turn.exchange(&Exchange {
        name: &provider.name,
        was: &was,
        changes: &files,
        at_once: seams.at_once,
        step: seams.step,
    })?;
    page.push_str(&format!("\n{}: written: {names}\n", provider.name));
    Ok(Answer::fine(page))
}

/// Gets all documents.
fn next(
    provider: &Provider,
    places: &Places,
    recarry: bool,
    seams: &Seams<'_>,
) -> Result<Next, Problem> {
    let mut next = Next {
        files: Changes::new(),
        stamps: Vec::new(),
        remarks: Remarks::default(),
    };
    let mut came = Documents::new();
    for document in &provider.documents {
        match places.get(document) {
            Some(place) => {
                if let Fetched::Came(fetched) = fetch(
                    &seams.web,
                    &place.origin,
                    &place.marks,
                    &beside(provider, document),
                )? {
                    let stamp = recorded(fetched.stamp, place);
                    next.stamps.push((document.clone(), stamp));
                    next.remarks.read.extend(fetched.findings);
                    came.insert(document.clone(), fetched.value);
                }
            }
            None if !places.is_empty() => next.remarks.untouched.push(document.clone()),
            None => {}
        }
    }
    let renewed = renew(provider, came, recarry)?;
    next.files = renewed.files;
    next.remarks.carried = renewed.carried;
    next.remarks.lost = renewed.lost;
    next.remarks.unsaid = renewed.unsaid;
    next.remarks.moved = renewed.moved;
    next.remarks.spoiled = renewed.spoiled;
    Ok(next)
}

/// The documents that another may refer to.
fn beside(provider: &Provider, document: &str) -> Vec<String> {
    let others = provider.documents.iter().filter(|other| *other != document);
    others.cloned().collect()
}

/// The marks of a server are of use for its address alone.
fn recorded(stamp: Stamp, place: &Place) -> Stamp {
    if place.is_recorded {
        return stamp;
    }
    Stamp {
        marks: Marks::default(),
        ..stamp
    }
}

/// `provider.toml` with what came, unless that is what came the last time.
fn settings(provider: &Provider, stamps: &[(String, Stamp)]) -> Result<Option<String>, Problem> {
    let upstream = &provider.settings.upstream;
    let is_new = |(document, stamp): &&(String, Stamp)| {
        let has_marks = upstream
            .etag
            .of(document)
            .or(upstream.last_modified.of(document))
            .is_some();
        let first_marks = !has_marks && stamp.marks != Marks::default();
        upstream.sha256.of(document) != Some(&stamp.sha256) || first_marks
    };
    let new: Vec<_> = stamps
        .iter()
        .filter(is_new)
        .map(|(document, stamp)| (document.as_str(), stamp))
        .collect();
    if new.is_empty() {
        return Ok(None);
    }
    let file = provider.folder.join("provider.toml");
    let place = file.display().to_string();
    let text = std::fs::read_to_string(&file)
        .map_err(|e| Problem::new(&place, e, "see that it can be read"))?;
    stamped(&place, &text, &new).map(Some)
}

/// What a user sees of the client before and after. The new one is made in a copy of the folder.
fn surfaces(
    provider: &Provider,
    was: &Contents,
    files: &Changes,
) -> Result<(Surface, Surface), Problem> {
    tell(&format!("{}: generating, before and after", provider.name));
    let old = Surface::of_provider(provider)?;
    let is_spec = |path: &&PathBuf| {
        provider
            .documents
            .iter()
            .any(|d| provider.folder.join(path) == provider.document(d))
    };
    if !files.keys().any(|path| is_spec(&path)) {
        return Ok((old.clone(), old));
    }
    Ok((old, surface_with(provider, was, files)?))
}

/// What a user would see of the client without our corrections.
fn uncorrected(provider: &Provider, was: &Contents, files: &Changes) -> Result<Surface, Problem> {
    let mut plain = files.clone();
    for document in &provider.documents {
        let within = Path::new("upstream").join(format!("{document}.yaml"));
        let kept = std::fs::read_to_string(provider.upstream(document)).ok();
        if let Some(text) = files.get(&within).cloned().or(kept) {
            plain.insert(PathBuf::from(format!("{document}.yaml")), text);
        }
    }
    surface_with(provider, was, &plain)
}

/// What a user sees of the client that these files make, in a copy of the folder elsewhere.
fn surface_with(provider: &Provider, was: &Contents, files: &Changes) -> Result<Surface, Problem> {
    let broken = |e: std::io::Error| {
        Problem::new(
            "the folder for temporary files",
            e,
            "see that it can be written",
        )
    };
    let folder = tempfile::tempdir().map_err(broken)?;
    let copy = folder.path().join(&provider.name);
    was.lay_out(&copy, &provider.folder, files, &|_| {})
        .map_err(broken)?;
    let new = Provider::read(&copy).and_then(|copy| Surface::of_provider(&copy));
    new.map_err(|problem| {
        let here = provider.folder.display().to_string();
        Problem::from(
            problem
                .to_string()
                .replace(&copy.display().to_string(), &here),
        )
    })
}
