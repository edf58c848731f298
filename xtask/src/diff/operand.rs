//! What `diff` is given: a file, a folder, or what git has under a name.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::revision::{self, Copied};
use crate::answer::Problem;
use crate::command::tell;
use crate::provider::{lacks_settings, without_settings};
use crate::surface::Surface;
use crate::workspace::Workspace;

/// One side of a comparison.
#[derive(Debug)]
pub(super) struct Operand {
    /// The specs that it names.
    pub(super) specs: Specs,
    /// What of it was copied out of git, for as long as it is read.
    _copied: Option<Copied>,
}

/// One spec, or those of all providers.
#[derive(Debug)]
pub(super) enum Specs {
    One(Spec),
    /// By provider.
    All(BTreeMap<String, Spec>),
}

/// A spec in a file, with those that it refers to, or in the folder of a provider.
#[derive(Clone, Debug)]
pub(super) struct Spec {
    /// What it is called in what is told.
    pub(super) name: String,
    path: PathBuf,
}

impl Operand {
    /// Finds out what is named.
    pub(super) fn named(
        name: &str,
        workspace: &dyn Fn() -> Result<Workspace, Problem>,
    ) -> Result<Self, Problem> {
        if name == "." {
            let specs = specs_at(name, workspace()?.root())?;
            return Ok(Self {
                specs,
                _copied: None,
            });
        }
        let path = Path::new(name);
        if path.exists() {
            let specs = specs_at(name, path)?;
            return Ok(Self {
                specs,
                _copied: None,
            });
        }
        let nothing = || {
            Problem::new(
                name,
                "there is no such file or folder, and git knows no such revision",
                "name a spec, a provider's folder, `REVISION:path` or a revision",
            )
        };
        let Ok(workspace) = workspace() else {
            return Err(nothing());
        };
        let root = workspace.root();
        let (revision, path) = name.split_once(':').unwrap_or((name, "specs"));
        if revision.is_empty() || revision::resolve(root, &format!("{revision}^{{tree}}")).is_none()
        {
            return Err(nothing());
        }
        tell(&format!("{name}: reading it from git"));
        let copied = revision::copy(root, revision, path.trim_end_matches('/'))?;
        let specs = if copied.is_file() || !is_of_providers(&copied.path()) {
            Specs::One(Spec {
                name: path
                    .trim_end_matches('/')
                    .rsplit('/')
                    .next()
                    .unwrap_or(path)
                    .to_owned(),
                path: copied.path(),
            })
        } else {
            Specs::All(providers(&copied.path())?)
        };
        Ok(Self {
            specs,
            _copied: Some(copied),
        })
    }
}

fn specs_at(name: &str, path: &Path) -> Result<Specs, Problem> {
    let inside = path.join("specs");
    if inside.is_dir() {
        return Ok(Specs::All(providers(&inside)?));
    }
    if path.is_dir() && is_of_providers(path) {
        return Ok(Specs::All(providers(path)?));
    }
    let own = path
        .file_name()
        .and_then(|name| name.to_str())
        .unwrap_or(name);
    Ok(Specs::One(Spec {
        name: own.to_owned(),
        path: path.to_owned(),
    }))
}

/// Whether it is a folder of providers' folders.
fn is_of_providers(folder: &Path) -> bool {
    !folder.join("provider.toml").is_file()
        && fs::read_dir(folder).is_ok_and(|mut entries| {
            entries.any(|entry| entry.is_ok_and(|e| e.path().join("provider.toml").is_file()))
        })
}

/// The providers' folders in one. A spec without `provider.toml` is an error: it would be told as a provider that is gone.
fn providers(folder: &Path) -> Result<BTreeMap<String, Spec>, Problem> {
    let unreadable =
        |e: std::io::Error| Problem::new(folder.display(), e, "see that it can be read");
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else {
            continue;
        };
        if path.join("provider.toml").is_file() {
            let name = name.to_owned();
            found.insert(name.clone(), Spec { name, path });
        } else if lacks_settings(&path)? {
            return Err(without_settings(&path));
        }
    }
    Ok(found)
}

impl Spec {
    /// The surface of the client that is made of it.
    pub(super) fn surface(&self) -> Result<Surface, Problem> {
        if self.path.is_dir() {
            return Surface::of_folder(&self.path);
        }
        Surface::of_file(&self.path)
    }

    /// Whether two folders hold the same texts, so that the same client is made of them. Of files, nothing is said: what they
    /// refer to isn't known.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        if !self.path.is_dir() || !other.path.is_dir() {
            return false;
        }
        let (mut here, mut there) = (BTreeMap::new(), BTreeMap::new());
        let is_read =
            texts(&self.path, "", &mut here).is_ok() && texts(&other.path, "", &mut there).is_ok();
        is_read && here == there
    }
}

/// All specs in a folder and below, by path.
fn texts(folder: &Path, under: &str, found: &mut BTreeMap<String, Vec<u8>>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path
            .file_name()
            .and_then(|name| name.to_str())
            .unwrap_or_default();
        let name = format!("{under}/{name}");
        if path.is_dir() {
            texts(&path, &name, found)?;
        } else if path
            .extension()
            .is_some_and(|e| e == "yaml" || e == "yml" || e == "json")
        {
            found.insert(name, fs::read(&path)?);
        }
    }
    Ok(())
}
