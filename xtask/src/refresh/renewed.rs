//! A provider's documents made anew: what came, or what is kept of upstream, and our corrections applied to it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::before::Before;
use super::combined::{Documents, combined, shared_out, text};
use super::corrected::{headed, kept, made, overlay, read};
use super::folder::Changes;
use super::spoiled;
use crate::answer::Problem;
use crate::carry::carried;
use crate::overlay::Overlay;
use crate::overlay::target::Target;
use crate::provider::Provider;
use crate::{spec, yaml};

/// What becomes of them.
#[derive(Default)]
pub(super) struct Renewed {
    /// The files that they come to, changed or not.
    pub(super) files: Changes,
    /// How many words of ours were brought from what was written by hand.
    pub(super) carried: usize,
    /// Words of ours that found no place.
    pub(super) lost: Vec<String>,
    /// References that our corrections lead astray.
    pub(super) spoiled: Vec<String>,
    /// Actions that were brought to where that which they are for is now.
    pub(super) moved: Vec<String>,
    /// Words of ours that stand in what was written by hand, and that an overlay doesn't have.
    pub(super) unsaid: Vec<String>,
}

/// Makes the documents anew: of what came, or else of what is kept. Those of which there is neither are left as they are.
/// With `recarry`, the actions of an overlay that match nothing are brought to where that which they are for is now.
pub(super) fn renew(
    provider: &Provider,
    came: Documents,
    recarry: bool,
) -> Result<Renewed, Problem> {
    let mut renewed = Renewed::default();
    let mut upstream = Documents::new();
    // Those that somebody wrote, and that are published now.
    let mut first = BTreeSet::new();
    for (document, value) in came {
        if !provider.upstream(&document).is_file() {
            first.insert(document.clone());
        }
        upstream.insert(document, value);
    }
    for document in &provider.documents {
        if !upstream.contains_key(document)
            && let Some(value) = kept(provider, document)?
        {
            upstream.insert(document.clone(), value);
        }
    }
    if !first.is_empty() {
        carry(provider, &upstream, &first, &mut renewed)?;
    }
    let mut corrected = Documents::new();
    let before = Before::of(provider, &upstream);
    for (document, upstream) in &upstream {
        let path = provider.overlay(document);
        let overlay = match renewed.files.get(&within(provider, &path)) {
            Some(text) => Some(Overlay::parse(&path.display().to_string(), text)?),
            None => overlay(provider, document)?,
        };
        let now = |target: &Target| before.now(document, target);
        let overlay = match overlay {
            Some(overlay) if recarry && path.is_file() => {
                self::recarry(provider, &path, &overlay, upstream, &now, &mut renewed)?
            }
            overlay => overlay,
        };
        let value = made(upstream, overlay.as_ref(), &now)?;
        let text = headed(document, &value)?;
        corrected.insert(document.clone(), value);
        renewed
            .files
            .insert(within(provider, &provider.document(document)), text);
        let text = yaml::write(upstream)?;
        renewed
            .files
            .insert(within(provider, &provider.upstream(document)), text);
    }
    let mut all = upstream;
    for document in &provider.documents {
        if !all.contains_key(document) {
            let value = as_it_is(provider, document)?;
            all.insert(document.clone(), value.clone());
            corrected.insert(document.clone(), value);
        }
    }
    renewed.spoiled = spoiled::references(&corrected, &all);
    Ok(renewed)
}

/// Brings an overlay's actions to where that which they are for is now.
fn recarry(
    provider: &Provider,
    path: &Path,
    overlay: &Overlay,
    upstream: &Value,
    now: &dyn Fn(&Target) -> Vec<String>,
    renewed: &mut Renewed,
) -> Result<Option<Overlay>, Problem> {
    let name = path.display().to_string();
    let text = std::fs::read_to_string(path)
        .map_err(|e| Problem::new(&name, e, "see that it can be read"))?;
    let recarried = overlay.recarried(&text, upstream, now)?;
    let short = |line: String| line.replace(&name, &within(provider, path).display().to_string());
    renewed.moved.extend(recarried.moved.into_iter().map(short));
    renewed.lost.extend(recarried.lost.into_iter().map(short));
    let Some(text) = recarried.text else {
        let wrong = "none of its actions has a place upstream now";
        return Err(Problem::new(
            name,
            wrong,
            "remove the file if that is right",
        ));
    };
    let overlay = Overlay::parse(&name, &text)?;
    renewed.files.insert(within(provider, path), text);
    Ok(Some(overlay))
}

/// Brings our own words over, into an overlay for each document that has none.
fn carry(
    provider: &Provider,
    upstream: &Documents,
    first: &BTreeSet<String>,
    renewed: &mut Renewed,
) -> Result<(), Problem> {
    let mut ours = Documents::new();
    for document in &provider.documents {
        ours.insert(document.clone(), as_it_is(provider, document)?);
    }
    let mut theirs = ours.clone();
    let mut published = Documents::new();
    for document in first {
        let Some(value) = upstream.get(document) else {
            continue;
        };
        let value = match overlay(provider, document)? {
            Some(overlay) => overlay.apply(value)?,
            None => value.clone(),
        };
        theirs.insert(document.clone(), value.clone());
        published.insert(document.clone(), value);
    }
    let carried = carried(&combined(&ours), &combined(&theirs));
    renewed.lost = carried.lost;
    let Some(whole) = carried.overlay else {
        return Ok(());
    };
    renewed.carried = carried.kept;
    for (document, overlay) in shared_out(&whole, &published, &theirs)? {
        let path = provider.overlay(&document);
        if path.is_file() {
            let file = within(provider, &path).display().to_string();
            let missing = actions(&overlay).map(|action| format!("{file}: {action}"));
            renewed.unsaid.extend(missing);
        } else {
            let text = text(&whole, &overlay)?;
            renewed.files.insert(within(provider, &path), text);
        }
    }
    Ok(())
}

/// A document as the crate is built from it now.
pub(super) fn as_it_is(provider: &Provider, document: &str) -> Result<Value, Problem> {
    let path = provider.document(document);
    if provider.has_domains() {
        read(&path)
    } else {
        Ok(spec::read(&path)?.value)
    }
}

fn within(provider: &Provider, path: &Path) -> PathBuf {
    path.strip_prefix(&provider.folder)
        .unwrap_or(path)
        .to_owned()
}

/// What an overlay would do, an action per line.
fn actions(overlay: &Value) -> impl Iterator<Item = String> {
    let actions = overlay.get("actions").and_then(Value::as_array);
    let said = |action: &Value| {
        let word = |word: &str| action.get(word).and_then(Value::as_str).unwrap_or_default();
        format!(
            "`{}`: {}",
            word("target"),
            word("description").trim().replace('\n', " ")
        )
    };
    actions.into_iter().flatten().map(said)
}
