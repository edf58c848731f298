//! Puts a folder that was prepared in the place of the one that is there, in one step: whoever looks, and whenever the
//! machine stops, there is all of the old one or all of the new one.
//!
//! It is prepared in `specs/.refresh`, which is on the same disk and which nobody takes for a provider. What a run that was
//! killed leaves there is cleared by the next. Linux and macOS exchange two folders at once. Elsewhere, and on disks that
//! can't, the old one is moved away before the new one takes its place; if the machine stops right there, the next run puts
//! the old one back.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use super::folder::{Changes, Contents};
use crate::alone::Alone;
use crate::answer::Problem;
use crate::command::tell;

const PREPARED: &str = ".refresh";
const OLD: &str = ".old";

/// The right to write in `specs`.
pub(super) struct Turn {
    specs: PathBuf,
    _alone: Alone,
}

/// What is exchanged, and how.
pub(super) struct Exchange<'a> {
    /// The provider's folder in `specs`.
    pub(super) name: &'a str,
    /// What was in it when its spec was read.
    pub(super) was: &'a Contents,
    /// What is written anew.
    pub(super) changes: &'a Changes,
    /// Whether to exchange in one step where the system can.
    pub(super) at_once: bool,
    /// Hears what has been done.
    pub(super) step: &'a dyn Fn(&str),
}

impl Turn {
    /// Waits for nobody: if another run is at work, that is an error. Clears what one that was killed has left.
    pub(super) fn take(specs: &Path) -> Result<Self, Problem> {
        let alone = Alone::in_folder(specs).ok_or_else(|| {
            Problem::new(
                specs.display(),
                "another refresh is at work",
                "wait until it is done",
            )
        })?;
        let turn = Self {
            specs: specs.to_owned(),
            _alone: alone,
        };
        turn.clear().map_err(|e| {
            let folder = specs.join(PREPARED);
            Problem::new(
                folder.display(),
                format!("what an earlier run left can't be cleared: {e}"),
                "remove it",
            )
        })?;
        Ok(turn)
    }

    fn clear(&self) -> io::Result<()> {
        let prepared = self.specs.join(PREPARED);
        let left = match fs::read_dir(&prepared) {
            Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(()),
            left => left?,
        };
        for entry in left {
            let entry = entry?;
            let name = entry.file_name();
            let name = name.to_str().and_then(|name| name.strip_suffix(OLD));
            let Some(place) = name.map(|name| self.specs.join(name)) else {
                continue;
            };
            if !place.exists() {
                fs::rename(entry.path(), &place)?;
                tell(&format!(
                    "{}: an earlier run was stopped; put back",
                    place.display()
                ));
            }
        }
        fs::remove_dir_all(&prepared)
    }

    /// Prepares a provider's folder with the changes, and puts it in the place of the one that is there.
    pub(super) fn exchange(&self, exchange: &Exchange<'_>) -> Result<(), Problem> {
        let old = self.specs.join(exchange.name);
        let failed = |e: io::Error| {
            // The files are as they were; what was prepared isn't needed.
            let _ = self.clear();
            Problem::new(
                old.display(),
                format!("it can't be written, and is as it was: {e}"),
                "see that it can be",
            )
        };
        if fs::symlink_metadata(&old).map_err(failed)?.is_symlink() {
            return Err(failed(io::Error::other("it is a link")));
        }
        let new = self.specs.join(PREPARED).join(exchange.name);
        let written = |path: &Path| (exchange.step)(&format!("wrote {}", path.display()));
        exchange
            .was
            .lay_out(&new, &old, exchange.changes, &written)
            .map_err(failed)?;
        let permissions = fs::metadata(&old).map_err(failed)?.permissions();
        fs::set_permissions(&new, permissions).map_err(failed)?;
        sync(&new).map_err(failed)?;
        (exchange.step)("prepared");
        let is = Contents::read(&old).inspect_err(|_| drop(self.clear()))?;
        if is != *exchange.was {
            return Err(failed(io::Error::other(
                "somebody has changed it meanwhile; run it again",
            )));
        }
        (exchange.step)("compared");
        self.swap(&old, &new, exchange).map_err(failed)?;
        sync(&self.specs).map_err(failed)?;
        (exchange.step)("exchanged");
        if let Err(e) = self.clear() {
            let folder = self.specs.join(PREPARED);
            tell(&format!(
                "{}: the old files can't be removed: {e}; remove them",
                folder.display()
            ));
        }
        (exchange.step)("cleared");
        Ok(())
    }

    fn swap(&self, old: &Path, new: &Path, exchange: &Exchange<'_>) -> io::Result<()> {
        if exchange.at_once && at_once(old, new).is_ok() {
            return Ok(());
        }
        let away = self
            .specs
            .join(PREPARED)
            .join(format!("{}{OLD}", exchange.name));
        fs::rename(old, &away)?;
        (exchange.step)("moved away");
        fs::rename(new, old).or_else(|e| fs::rename(&away, old).and(Err(e)))
    }
}

#[cfg(any(target_os = "linux", target_vendor = "apple"))]
fn at_once(old: &Path, new: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, old, CWD, new, RenameFlags::EXCHANGE)?)
}

#[cfg(not(any(target_os = "linux", target_vendor = "apple")))]
fn at_once(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// A folder's names are on the disk.
#[cfg(unix)]
fn sync(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
fn sync(_: &Path) -> io::Result<()> {
    Ok(())
}
