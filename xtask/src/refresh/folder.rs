//! What lies in a provider's folder, as it was read: what is made anew starts from it, and it is what nobody may have touched
//! meanwhile.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::answer::Problem;

/// Something in a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Entry {
    File(Vec<u8>),
    Link(PathBuf),
}

/// All of a folder, by the path in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Contents(BTreeMap<PathBuf, Entry>);

/// The files that are written anew, by the path in the folder.
pub(super) type Changes = BTreeMap<PathBuf, String>;

impl Contents {
    /// Reads a folder with all that is in it.
    pub(super) fn read(folder: &Path) -> Result<Self, Problem> {
        let mut contents = Self::default();
        contents
            .enter(folder, Path::new(""))
            .map_err(|e| Problem::new(folder.display(), e, "see that all of it can be read"))?;
        Ok(contents)
    }

    fn enter(&mut self, folder: &Path, within: &Path) -> io::Result<()> {
        for entry in fs::read_dir(folder.join(within))? {
            let entry = entry?;
            let path = within.join(entry.file_name());
            let kind = entry.file_type()?;
            if kind.is_dir() {
                self.enter(folder, &path)?;
            } else if kind.is_symlink() {
                let target = fs::read_link(entry.path())?;
                self.0.insert(path, Entry::Link(target));
            } else if kind.is_file() {
                let bytes = fs::read(entry.path())?;
                self.0.insert(path, Entry::File(bytes));
            } else {
                return Err(io::Error::other(format!("{} is no file", path.display())));
            }
        }
        Ok(())
    }

    /// Whether a file has this text already.
    pub(super) fn has(&self, path: &Path, text: &str) -> bool {
        matches!(self.0.get(path), Some(Entry::File(bytes)) if bytes == text.as_bytes())
    }

    /// Writes all of it into a folder, with the changes. What doesn't change is the same file as in `from`, where the system
    /// can do that: it keeps its times, by which builds go. `written` hears of each entry.
    pub(super) fn lay_out(
        &self,
        into: &Path,
        from: &Path,
        changes: &Changes,
        written: &dyn Fn(&Path),
    ) -> io::Result<()> {
        fs::create_dir_all(into)?;
        for (path, entry) in &self.0 {
            if changes.contains_key(path) {
                continue;
            }
            let (old, new) = (from.join(path), into.join(path));
            fs::create_dir_all(new.parent().unwrap_or(into))?;
            match entry {
                Entry::File(_) => {
                    fs::hard_link(&old, &new).or_else(|_| fs::copy(&old, &new).map(drop))?
                }
                Entry::Link(target) => link(target, &new)?,
            }
            written(path);
        }
        for (path, text) in changes {
            let new = into.join(path);
            let parent = new.parent().unwrap_or(into);
            fs::create_dir_all(parent)?;
            fs::write(&new, text)?;
            if let Ok(old) = fs::metadata(from.join(path)) {
                fs::set_permissions(&new, old.permissions())?;
            }
            fs::File::open(&new)?.sync_all()?;
            written(path);
        }
        Ok(())
    }
}

#[cfg(unix)]
fn link(target: &Path, at: &Path) -> io::Result<()> {
    std::os::unix::fs::symlink(target, at)
}

#[cfg(not(unix))]
fn link(_: &Path, at: &Path) -> io::Result<()> {
    Err(io::Error::other(format!("{} is a link", at.display())))
}
