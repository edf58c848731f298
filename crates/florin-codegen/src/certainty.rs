//! How sure a spec is of an operation: its `x-provenance`.
//!
//! A spec that says nothing gets nothing said for it: whoever wrote it may have copied a page or guessed. A word that is
//! misspelt or left out is refused, for it would claim something that nobody wrote.

use serde_json::Value;

use crate::error::Error;
use crate::markdown;
use crate::spec::Operation;

const REMEDY: &str = "write an object with `path`, `request` (where it takes something) and `response`, each of them `documented`, \
                      `inferred` or `undocumented`, and perhaps a `note`; or leave `x-provenance` out";

/// How sure the spec is, part by part.
#[derive(Clone, Debug)]
pub(crate) struct Provenance {
    pub(crate) path: Certainty,
    /// `None` where the operation takes nothing.
    pub(crate) request: Option<Certainty>,
    pub(crate) response: Certainty,
    pub(crate) note: String,
}

/// How sure the spec is of one part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Certainty {
    Documented,
    Inferred,
    Undocumented,
}

impl Provenance {
    /// What the operation says, or `None` where it says nothing.
    pub(crate) fn of(
        operation: &Operation<'_>,
        takes_something: bool,
    ) -> Result<Option<Self>, Error> {
        let Some(value) = operation.body.get("x-provenance") else {
            return Ok(None);
        };
        let refused = |wrong: String| operation.error(wrong, REMEDY);
        let Some(said) = value.as_object() else {
            return Err(refused(format!("`x-provenance: {value}` is no object")));
        };
        if let Some(key) = said
            .keys()
            .find(|key| !matches!(key.as_str(), "path" | "request" | "response" | "note"))
        {
            return Err(refused(format!(
                "`x-provenance` has an unknown key `{key}`"
            )));
        }
        let certainty = |part: &str| match said.get(part) {
            None => Ok(None),
            Some(Value::String(word)) if word == "documented" => Ok(Some(Certainty::Documented)),
            Some(Value::String(word)) if word == "inferred" => Ok(Some(Certainty::Inferred)),
            Some(Value::String(word)) if word == "undocumented" => {
                Ok(Some(Certainty::Undocumented))
            }
            Some(word) => Err(refused(format!("`x-provenance` says `{part}: {word}`"))),
        };
        let needed = |part: &str| {
            certainty(part)?.ok_or_else(|| refused(format!("`x-provenance` has no `{part}`")))
        };
        let note = match said.get("note") {
            None => "",
            Some(Value::String(note)) => note,
            Some(note) => return Err(refused(format!("`x-provenance` has the note `{note}`"))),
        };
        Ok(Some(Self {
            path: needed("path")?,
            request: if takes_something {
                Some(needed("request")?)
            } else {
                certainty("request")?
            },
            response: needed("response")?,
            note: markdown::escape(note),
        }))
    }
}
