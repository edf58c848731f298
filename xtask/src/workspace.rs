//! Where the workspace is, and which providers it has.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::answer::Problem;
use crate::provider::Provider;

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
    /// A folder can't be read, or a `provider.toml` is not what it should be.
    pub fn providers(&self) -> Result<Vec<Provider>, Problem> {
        let specs = self.root.join("specs");
        let unreadable =
            |e: std::io::Error| Problem::new(specs.display(), e, "see that it can be read");
        let mut folders = Vec::new();
        for entry in fs::read_dir(&specs).map_err(unreadable)? {
            let path = entry.map_err(unreadable)?.path();
            if path.join("provider.toml").is_file() {
                folders.push(path);
            }
        }
        folders.sort();
        folders.iter().map(|path| Provider::read(path)).collect()
    }

    /// One provider.
    ///
    /// # Errors
    /// There is none of this name, and then the message names those that there are; or its `provider.toml` is broken.
    pub fn provider(&self, name: &str) -> Result<Provider, Problem> {
        let providers = self.providers()?;
        let names: Vec<_> = providers.iter().map(|p| p.name.clone()).collect();
        let found = providers.into_iter().find(|p| p.name == name);
        found.ok_or_else(|| {
            let known = format!("there are {}", names.join(", "));
            Problem::new(name, "there is no such provider in `specs`", &known)
        })
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
