//! Where the workspace is, and which providers it has.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::answer::Problem;
use crate::provider::{Provider, lacks_settings, without_settings};

/// The workspace that the verbs work on.
#[derive(Clone, Debug)]
pub struct Workspace {
    root: PathBuf,
}

impl Workspace {
    /// The workspace in a folder.
    ///
    /// # Errors
    /// The folder has no `specs` and `Cargo.toml`.
    pub fn at(root: impl Into<PathBuf>) -> Result<Self, Problem> {
        let root = root.into();
        if root.join("Cargo.toml").is_file() && root.join("specs").is_dir() {
            return Ok(Self { root });
        }
        Err(Problem::new(
            root.display(),
            "this is no Florin workspace: it has no `Cargo.toml` beside a folder `specs`",
            "run `cargo xtask` inside of one, or name it with --root",
        ))
    }

    /// The workspace around the current folder.
    ///
    /// # Errors
    /// There is none.
    pub fn here() -> Result<Self, Problem> {
        let here = std::env::current_dir()
            .map_err(|e| Problem::new("the current folder", e, "change to one that exists"))?;
        let root = here
            .ancestors()
            .find(|folder| folder.join("specs").is_dir() && folder.join("Cargo.toml").is_file());
        Self::at(root.unwrap_or(&here))
    }

    /// Its folder.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Every provider, by name: the folders of `specs` that hold a `provider.toml`.
    ///
    /// # Errors
    /// A folder can't be read, holds a spec and no `provider.toml`, or its `provider.toml` is not what it should be.
    pub fn providers(&self) -> Result<Vec<Provider>, Problem> {
        let folders = self.folders()?;
        folders.iter().map(|path| read(path)).collect()
    }

    /// One provider.
    ///
    /// # Errors
    /// There is none of this name, and then the message names those that there are; or its `provider.toml` is broken or missing.
    pub fn provider(&self, name: &str) -> Result<Provider, Problem> {
        let folders = self.folders()?;
        let named = |path: &&PathBuf| path.file_name().is_some_and(|own| own == name);
        if let Some(path) = folders.iter().find(named) {
            return read(path);
        }
        let names = folders.iter().filter_map(|path| path.file_name()?.to_str());
        let known = format!("there are {}", names.collect::<Vec<_>>().join(", "));
        Err(Problem::new(
            name,
            "there is no such provider in `specs`",
            &known,
        ))
    }

    /// The folders of `specs` that are a provider's, or would be one's if their `provider.toml` were there.
    fn folders(&self) -> Result<Vec<PathBuf>, Problem> {
        let specs = self.root.join("specs");
        let unreadable =
            |e: std::io::Error| Problem::new(specs.display(), e, "see that it can be read");
        let mut folders = Vec::new();
        for entry in fs::read_dir(&specs).map_err(unreadable)? {
            let path = entry.map_err(unreadable)?.path();
            if path.join("provider.toml").is_file() || lacks_settings(&path)? {
                folders.push(path);
            }
        }
        folders.sort();
        Ok(folders)
    }

    /// These providers, each once, or all if none is named.
    ///
    /// # Errors
    /// As [`Workspace::provider`].
    pub fn named(&self, names: &[String]) -> Result<Vec<Provider>, Problem> {
        if names.is_empty() {
            return self.providers();
        }
        let mut seen = BTreeSet::new();
        let names = names.iter().filter(|name| seen.insert(*name));
        names.map(|name| self.provider(name)).collect()
    }
}

fn read(folder: &Path) -> Result<Provider, Problem> {
    if lacks_settings(folder)? {
        return Err(without_settings(folder));
    }
    Provider::read(folder)
}
