//! A provider's folder in `specs`: its documents, what is known of where they come from, and what lies beside them.
//!
//! ```text
//! provider.toml           where upstream is published, when it was last read, what it hashed to
//! openapi.yaml            what the crate is built from; or several documents, one per domain, and shared.yaml
//! overlay.yaml            our corrections to the upstream document (of several: <document>.overlay.yaml)
//! upstream/openapi.yaml   the upstream document as it was last read, normalised, without our corrections
//! surface.txt             the public surface of the client that is made of it
//! ```

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::answer::Problem;

/// The document that has no other beside it.
pub const ONLY: &str = "openapi";

/// A provider, as its folder says.
#[derive(Clone, Debug)]
pub struct Provider {
    /// The name of the folder, of the crate behind `florin-`, and of the feature.
    pub name: String,
    /// The folder in `specs`.
    pub folder: PathBuf,
    /// What `provider.toml` says.
    pub settings: Settings,
    /// The names of its documents, without `.yaml`: [`ONLY`], or one per domain, sorted.
    pub documents: Vec<String>,
}

/// `provider.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// What the provider or its product is called.
    pub name: String,
    /// What it is for, in a few words, as README's table has it.
    #[serde(default)]
    pub purpose: String,
    /// What the provider calls its contract.
    pub contract: String,
    /// The version that the contract has.
    pub version: String,
    /// Where it is published.
    pub upstream: Upstream,
    /// Lint rules that don't hold, by rule: place in the spec, and the reason.
    #[serde(default)]
    pub excused: BTreeMap<String, BTreeMap<String, String>>,
}

/// Where a provider publishes its contract, and what was last read there.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Upstream {
    /// A page for readers.
    #[serde(default)]
    pub documentation: String,
    /// The URL of the document; empty where none is known.
    #[serde(default)]
    pub openapi: PerDocument,
    /// The day on which it was last read, as in `2026-11-22`.
    #[serde(default)]
    pub read_on: PerDocument,
    /// Of what came, in hexadecimal digits.
    #[serde(default)]
    pub sha256: PerDocument,
    /// The server's mark of what came (`ETag`), to ask for what is newer alone.
    #[serde(default)]
    pub etag: PerDocument,
    /// The server's date of what came (`Last-Modified`), to ask for what is newer alone.
    #[serde(default)]
    pub last_modified: PerDocument,
}

/// A text for the one document, or a table with one for each of several.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
#[serde(untagged)]
pub enum PerDocument {
    /// For the one document.
    One(String),
    /// By the document's name.
    Each(BTreeMap<String, String>),
}

impl Default for PerDocument {
    fn default() -> Self {
        Self::One(String::new())
    }
}

impl PerDocument {
    /// What it says of a document; `None` where that is nothing.
    #[must_use]
    pub fn of(&self, document: &str) -> Option<&str> {
        let text = match self {
            Self::One(text) if document == ONLY => text,
            Self::One(_) => return None,
            Self::Each(texts) => texts.get(document)?,
        };
        Some(text.as_str()).filter(|text| !text.is_empty())
    }
}

impl Provider {
    /// Reads a provider's folder.
    ///
    /// # Errors
    /// Its name can't be one, or `provider.toml` can't be read: which line, and why.
    pub fn read(folder: &Path) -> Result<Self, Problem> {
        let file = folder.join("provider.toml");
        let unreadable =
            |e: std::io::Error| Problem::new(file.display(), e, "see that it can be read");
        let text = fs::read_to_string(&file).map_err(unreadable)?;
        let settings = toml_edit::de::from_str(&text).map_err(|e| {
            let wrong = e.to_string().trim_end().replace('\n', "\n  ");
            Problem::new(file.display(), wrong, "write it as the other providers do")
        })?;
        let name = folder.file_name().and_then(|name| name.to_str());
        let name = name.unwrap_or_default().to_owned();
        let documents = documents(folder)?;
        Ok(Self {
            name,
            folder: folder.to_owned(),
            settings,
            documents,
        })
    }

    /// The file of a document.
    #[must_use]
    pub fn document(&self, document: &str) -> PathBuf {
        self.folder.join(format!("{document}.yaml"))
    }

    /// The overlay of a document, there or not.
    #[must_use]
    pub fn overlay(&self, document: &str) -> PathBuf {
        if document == ONLY {
            self.folder.join("overlay.yaml")
        } else {
            self.folder.join(format!("{document}.overlay.yaml"))
        }
    }

    /// The upstream document as it was last read, there or not. Where it isn't, the document was written by hand.
    #[must_use]
    pub fn upstream(&self, document: &str) -> PathBuf {
        self.folder
            .join("upstream")
            .join(format!("{document}.yaml"))
    }

    /// The snapshot of the public surface, there or not.
    #[must_use]
    pub fn surface(&self) -> PathBuf {
        self.folder.join("surface.txt")
    }

    /// Whether it has a document per domain, instead of one.
    #[must_use]
    pub fn has_domains(&self) -> bool {
        self.documents.iter().all(|document| document != ONLY)
    }
}

/// A folder with a provider's spec in it, and without what says whose it is. Left alone, it would be a provider that is gone.
#[must_use]
pub fn without_settings(folder: &Path) -> Problem {
    Problem::new(
        folder.join("provider.toml").display(),
        "it is missing, and the folder has a spec in it",
        "write it as the other providers do, or remove the folder",
    )
}

/// Whether a folder has a spec in it, or what a spec is made of, and no `provider.toml`.
///
/// # Errors
/// The folder can't be read.
pub fn lacks_settings(folder: &Path) -> Result<bool, Problem> {
    let hidden = folder.file_name().and_then(|name| name.to_str());
    if !folder.is_dir()
        || folder.join("provider.toml").is_file()
        || hidden.is_some_and(|name| name.starts_with('.'))
    {
        return Ok(false);
    }
    if folder.join("overlay.yaml").is_file() || folder.join("upstream").is_dir() {
        return Ok(true);
    }
    // Other YAML is no spec: settings of linters, say.
    let is_spec = |name: &String| {
        let text = fs::read_to_string(folder.join(format!("{name}.yaml"))).unwrap_or_default();
        name == ONLY
            || text.lines().any(|line| {
                let key = line.trim_start_matches(['{', ' ', '"', '\'']);
                key.starts_with("openapi") && line.contains(':')
            })
    };
    Ok(documents(folder)?.iter().any(is_spec))
}

/// The names of the documents in a provider's folder, without `.yaml`, sorted. Overlays are none.
///
/// # Errors
/// The folder can't be read.
pub fn documents(folder: &Path) -> Result<Vec<String>, Problem> {
    let unreadable =
        |e: std::io::Error| Problem::new(folder.display(), e, "see that it can be read");
    let mut documents = Vec::new();
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        let file = path.file_name().and_then(|name| name.to_str());
        let Some(document) = file.and_then(|file| file.strip_suffix(".yaml")) else {
            continue;
        };
        if document != "overlay" && !document.ends_with(".overlay") {
            documents.push(document.to_owned());
        }
    }
    documents.sort();
    Ok(documents)
}
