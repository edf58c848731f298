//! One document made anew: what came, or what is kept of upstream, and our corrections applied to it.

use std::path::PathBuf;

use serde_json::Value;

use super::corrected::{corrected, kept, overlay, read};
use super::folder::Changes;
use crate::answer::Problem;
use crate::carry::carried;
use crate::overlay::Overlay;
use crate::provider::Provider;
use crate::{spec, yaml};

/// What becomes of a document.
#[derive(Default)]
pub(super) struct Renewed {
    /// The files that it comes to, changed or not.
    pub(super) files: Changes,
    /// How many words of ours were brought from the document that was written by hand.
    pub(super) carried: usize,
    /// Words of ours that found no place.
    pub(super) lost: Vec<String>,
    /// Words of ours that stand in the document written by hand, and that the overlay doesn't have.
    pub(super) unsaid: Vec<String>,
}

/// Makes a document anew: of what came, or else of what is kept. `None` where there is neither.
pub(super) fn renew(
    provider: &Provider,
    document: &str,
    came: Option<Value>,
) -> Result<Option<Renewed>, Problem> {
    let before = kept(provider, document)?;
    let by_hand = match (&came, &before) {
        (Some(_), None) => Some(by_hand(provider, document)?),
        _ => None,
    };
    let Some(upstream) = came.or(before) else {
        return Ok(None);
    };
    let mut renewed = Renewed::default();
    let mut overlay = overlay(provider, document)?;
    if let Some(by_hand) = by_hand {
        match &overlay {
            Some(overlay) => {
                let carried = carried(&by_hand, &overlay.apply(&upstream)?);
                renewed.unsaid = carried
                    .overlay
                    .map_or(Ok(Vec::new()), |text| actions(&text))?;
                renewed.lost = carried.lost;
            }
            None => {
                let carried = carried(&by_hand, &upstream);
                (renewed.carried, renewed.lost) = (carried.kept, carried.lost);
                if let Some(text) = carried.overlay {
                    let path = provider.overlay(document);
                    overlay = Some(Overlay::parse(&path.display().to_string(), &text)?);
                    renewed.files.insert(within(provider, path), text);
                }
            }
        }
    }
    let text = corrected(document, &upstream, overlay.as_ref())?;
    renewed
        .files
        .insert(within(provider, provider.document(document)), text);
    let text = yaml::write(&upstream)?;
    renewed
        .files
        .insert(within(provider, provider.upstream(document)), text);
    Ok(Some(renewed))
}

/// The document that somebody wrote.
fn by_hand(provider: &Provider, document: &str) -> Result<Value, Problem> {
    let path = provider.document(document);
    if provider.has_domains() {
        read(&path)
    } else {
        Ok(spec::read(&path)?.value)
    }
}

fn within(provider: &Provider, path: PathBuf) -> PathBuf {
    path.strip_prefix(&provider.folder)
        .map(PathBuf::from)
        .unwrap_or(path)
}

/// What an overlay would do, an action per line.
fn actions(text: &str) -> Result<Vec<String>, Problem> {
    let overlay = florin_codegen::read_text("overlay.yaml", text)?.value;
    let actions = overlay.get("actions").and_then(Value::as_array);
    let said = |action: &Value| {
        let word = |word: &str| action.get(word).and_then(Value::as_str).unwrap_or_default();
        format!(
            "`{}`: {}",
            word("target"),
            word("description").trim().replace('\n', " ")
        )
    };
    Ok(actions.into_iter().flatten().map(said).collect())
}
