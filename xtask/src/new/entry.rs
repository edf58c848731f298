//! What the paths of the workspace hold, and are to hold.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::answer::Problem;

/// What a path holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Entry {
    Nothing,
    File(String),
    Link(PathBuf),
}

impl Entry {
    pub(super) fn read(path: &Path) -> Result<Self, Problem> {
        let unreadable = |e: io::Error| Problem::new(path.display(), e, "see that it can be read");
        match fs::symlink_metadata(path) {
            Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(Self::Nothing),
            Err(e) => Err(unreadable(e)),
            Ok(about) if about.is_symlink() => {
                Ok(Self::Link(fs::read_link(path).map_err(unreadable)?))
            }
            Ok(_) => Ok(Self::File(fs::read_to_string(path).map_err(unreadable)?)),
        }
    }

    /// Puts it there, whatever was there before. A file is made ready under another name, `next`, and is whole at any time.
    pub(super) fn write(&self, path: &Path, next: &Path) -> io::Result<()> {
        if !matches!(self, Self::File(_)) {
            match fs::remove_file(path) {
                Err(e) if e.kind() != io::ErrorKind::NotFound => return Err(e),
                _ => {}
            }
        }
        match self {
            Self::Nothing => Ok(()),
            Self::Link(to) => link(to, path),
            Self::File(text) => {
                if let Some(folder) = next.parent() {
                    fs::create_dir_all(folder)?;
                }
                fs::write(next, text)?;
                if let Ok(about) = fs::metadata(path) {
                    fs::set_permissions(next, about.permissions())?;
                }
                fs::File::open(next)?.sync_all()?;
                fs::rename(next, path)
            }
        }
    }
}

#[cfg(unix)]
fn link(to: &Path, path: &Path) -> io::Result<()> {
    std::os::unix::fs::symlink(to, path)
}

#[cfg(not(unix))]
fn link(to: &Path, path: &Path) -> io::Result<()> {
    std::os::windows::fs::symlink_file(to, path)
}

/// Each touched path with what it holds now and what it is to hold, in the order of the paths.
pub(super) type Outcome = BTreeMap<PathBuf, (Entry, Entry)>;

/// The folders around a path that aren't there yet, the outermost first.
pub(super) fn missing_folders(path: &Path) -> Vec<PathBuf> {
    let around = path.ancestors().skip(1);
    let mut missing: Vec<_> = around
        .take_while(|folder| !folder.exists())
        .map(Path::to_owned)
        .collect();
    missing.reverse();
    missing
}

/// Removes folders, the innermost first, as long as nothing is in them.
pub(super) fn remove_empty(folders: impl Iterator<Item = impl AsRef<Path>>) {
    for folder in folders {
        if fs::remove_dir(folder).is_err() {
            break;
        }
    }
}
