//! A document as a crate is built from it: upstream in normal form, with our corrections, and a head that says so.

use std::path::Path;

use serde_json::Value;

use crate::answer::Problem;
use crate::overlay::Overlay;
use crate::overlay::target::Target;
use crate::provider::{ONLY, Provider};
use crate::source::openapi;
use crate::yaml;

/// The text of a document: of `openapi.yaml`, or of a domain's.
///
/// # Errors
/// The overlay doesn't fit, or what it makes is no OpenAPI document any more.
pub fn corrected(
    document: &str,
    upstream: &Value,
    overlay: Option<&Overlay>,
) -> Result<String, Problem> {
    let made = made(upstream, overlay, &|_| Vec::new())?;
    headed(document, &made)
}

/// What an overlay makes of a document; `now` knows where that which an action is for may be by now.
pub(super) fn made(
    upstream: &Value,
    overlay: Option<&Overlay>,
    now: &dyn Fn(&Target) -> Vec<String>,
) -> Result<Value, Problem> {
    let Some(overlay) = overlay else {
        return Ok(upstream.clone());
    };
    let made = overlay.apply_or(upstream, now)?;
    whole(overlay, upstream, &made).map(|()| made)
}

/// The text of what was made, under the head that says of what.
pub(super) fn headed(document: &str, made: &Value) -> Result<String, Problem> {
    let corrections = match document {
        ONLY => "overlay.yaml".to_owned(),
        domain => format!("{domain}.overlay.yaml"),
    };
    Ok(format!(
        "# Made by cargo xtask refresh from upstream/{document}.yaml and {corrections}; not to be edited: corrections go \
         into {corrections}.\n{}",
        yaml::write(made)?
    ))
}

/// Refuses what an overlay makes if it is no OpenAPI document, and says which action is to blame.
fn whole(overlay: &Overlay, upstream: &Value, made: &Value) -> Result<(), Problem> {
    let check = |place: &str, value: &Value| {
        openapi::check(place, value)?;
        for word in ["info", "paths"] {
            if upstream.get(word).is_some() && !value.get(word).is_some_and(Value::is_object) {
                let wrong = format!("it has no `{word}`");
                return Err(Problem::new(place, wrong, "take the action back"));
            }
        }
        Ok(())
    };
    if check("", made).is_ok() {
        return Ok(());
    }
    let spoiler = overlay.spoiler(upstream, &|value| check("", value).is_ok());
    let place = spoiler.unwrap_or_else(|| overlay.name().to_owned());
    check(&format!("{place}: what is left"), made)
}

/// The upstream document as it was last read; `None` where the document is written by hand.
///
/// # Errors
/// It can't be read.
pub fn kept(provider: &Provider, document: &str) -> Result<Option<Value>, Problem> {
    let path = provider.upstream(document);
    if path.is_file() {
        read(&path).map(Some)
    } else {
        Ok(None)
    }
}

/// The overlay of a document; `None` where there is none.
///
/// # Errors
/// It can't be read, or is none.
pub fn overlay(provider: &Provider, document: &str) -> Result<Option<Overlay>, Problem> {
    let path = provider.overlay(document);
    if path.is_file() {
        Overlay::read(&path).map(Some)
    } else {
        Ok(None)
    }
}

/// One file as it is: what it refers to in others stays in them.
pub(super) fn read(path: &Path) -> Result<Value, Problem> {
    let name = path.display();
    let text = std::fs::read_to_string(path)
        .map_err(|e| Problem::new(name, e, "see that it can be read"))?;
    Ok(florin_codegen::read_text(&path.display().to_string(), &text)?.value)
}
