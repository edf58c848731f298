//! What the paths of the workspace hold, and are to hold: written all or not at all.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::answer::Problem;

/// What a path holds.
#[derive(Clone, Debug, PartialEq, Eq)]
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

    /// Puts it there, whatever was there before. A file is whole at any time.
    fn write(&self, path: &Path) -> io::Result<()> {
        if *self == Self::Nothing {
            return fs::remove_file(path);
        }
        let folder = path.parent().unwrap_or(Path::new("."));
        fs::create_dir_all(folder)?;
        match self {
            Self::Nothing => Ok(()),
            Self::Link(to) => link(to, path),
            Self::File(text) => {
                let beside = tempfile::NamedTempFile::new_in(folder)?;
                fs::write(beside.path(), text)?;
                let permissions = fs::metadata(path).map(|about| about.permissions());
                // Files of a temporary name are their owner's alone; a file of the workspace isn't.
                fs::set_permissions(beside.path(), permissions.or_else(|_| usual(folder))?)?;
                beside.persist(path).map_err(|e| e.error)?;
                Ok(())
            }
        }
    }
}

/// The permissions that a new file gets here.
fn usual(folder: &Path) -> io::Result<fs::Permissions> {
    let probe = folder.join(".florin-new");
    fs::write(&probe, "")?;
    let permissions = fs::metadata(&probe).map(|about| about.permissions());
    fs::remove_file(&probe)?;
    permissions
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

/// Writes what is otherwise than it was.
///
/// # Errors
/// A file can't be written; then everything is as it was.
pub(super) fn write(root: &Path, outcome: &Outcome) -> Result<(), Problem> {
    let mut written: Vec<(PathBuf, &Entry)> = Vec::new();
    let mut folders: Vec<PathBuf> = Vec::new();
    for (path, (was, becomes)) in outcome {
        if was == becomes {
            continue;
        }
        let path = root.join(path);
        folders.extend(missing_folders(&path));
        written.push((path.clone(), was));
        if let Err(error) = becomes.write(&path) {
            for (path, was) in written.iter().rev() {
                // What can't be put back either is named by git.
                let _ = was.write(path);
            }
            remove_empty(folders.iter().rev());
            return Err(Problem::new(
                path.display(),
                error,
                "see that it can be written; all files are as they were",
            ));
        }
    }
    let removed = written.iter().filter(|(path, _)| !path.exists());
    for (path, _) in removed {
        remove_empty(
            path.ancestors()
                .skip(1)
                .take_while(|folder| *folder != root),
        );
    }
    Ok(())
}

/// The folders around a path that aren't there yet, the outermost first.
fn missing_folders(path: &Path) -> Vec<PathBuf> {
    let around = path.ancestors().skip(1);
    let mut missing: Vec<_> = around
        .take_while(|folder| !folder.exists())
        .map(Path::to_owned)
        .collect();
    missing.reverse();
    missing
}

/// Removes folders, the innermost first, as long as nothing is in them.
fn remove_empty(folders: impl Iterator<Item = impl AsRef<Path>>) {
    for folder in folders {
        if fs::remove_dir(folder).is_err() {
            break;
        }
    }
}
