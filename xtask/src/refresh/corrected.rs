//! A document as a crate is built from it: upstream in normal form, with our corrections, and a head that says so.

use std::path::Path;

use serde_json::Value;

use crate::answer::Problem;
use crate::overlay::Overlay;
use crate::provider::{ONLY, Provider};
use crate::yaml;

/// The text of a document: of `openapi.yaml`, or of a domain's.
///
/// # Errors
/// The overlay doesn't fit.
pub fn corrected(
    document: &str,
    upstream: &Value,
    overlay: Option<&Overlay>,
) -> Result<String, Problem> {
    let value = match overlay {
        Some(overlay) => &overlay.apply(upstream)?,
        None => upstream,
    };
    let corrections = match document {
        ONLY => "overlay.yaml".to_owned(),
        domain => format!("{domain}.overlay.yaml"),
    };
    Ok(format!(
        "# Made by cargo xtask refresh from upstream/{document}.yaml and {corrections}; not to be edited: corrections go \
         into {corrections}.\n{}",
        yaml::write(value)?
    ))
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

/// One file as it is, with what it refers to in others.
pub(super) fn read(path: &Path) -> Result<Value, Problem> {
    let name = path.display();
    let text = std::fs::read_to_string(path)
        .map_err(|e| Problem::new(name, e, "see that it can be read"))?;
    Ok(florin_codegen::read_text(&path.display().to_string(), &text)?.value)
}
