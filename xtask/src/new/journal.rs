//! What the workspace was like before `new` or `--remove` began: kept beside it until they are through.
//!
//! `.xtask-new/journal.json` says what each path held that is about to be written. It is on the disk before the first of them
//! is touched, and is removed behind the last one. Whoever finds it, and nobody at work, finds what a killed run has left, and
//! puts everything back. New contents are made ready in the same folder, so nothing else lies about.
//!
//! Manifests are written last and taken back first: cargo can load the workspace at any moment, and so run what puts it right.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::entry::{Entry, Outcome, missing_folders, remove_empty};
use crate::alone::Alone;
use crate::answer::Problem;
use crate::command::tell;

/// The folder, in the root of the workspace.
const FOLDER: &str = ".xtask-new";

/// What was changed by somebody else since the run was killed is kept here.
const KEPT: &str = ".xtask-new-kept";

/// What is about to be done.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Journal {
    /// For messages: `new acme`.
    what: String,
    /// Each path with what it held and what it is to hold, in the order in which they are written.
    paths: Vec<(PathBuf, Entry, Entry)>,
    /// Folders that weren't there, the outermost first.
    folders: Vec<PathBuf>,
    /// Folders that weren't there either, and that go with all that is in them.
    trees: Vec<PathBuf>,
}

/// The one run that may write to the workspace.
pub(super) struct Run<'s> {
    root: PathBuf,
    journal: Journal,
    /// Called before each step, so that a test can end there.
    step: &'s dyn Fn(),
    _alone: Alone,
    /// What a killed run had been doing that was put back by this one.
    pub(super) was_killed: Option<String>,
}

/// Which way manifests go.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Direction {
    /// A provider comes: they are written last.
    In,
    /// A provider goes: they are written first.
    Out,
}

impl<'s> Run<'s> {
    /// Begins; first of all, what a killed run has left is put back.
    ///
    /// # Errors
    /// Another one is at work, or what is left can't be put back.
    pub(super) fn begin(root: &Path) -> Result<Self, Problem> {
        Self::begin_with(root, &|| ())
    }

    /// The same, with what is called before each step.
    pub(super) fn begin_with(root: &Path, step: &'s dyn Fn()) -> Result<Self, Problem> {
        let alone = Alone::in_folder(root).ok_or_else(|| {
            Problem::new(
                root.display(),
                "another `cargo xtask new` is at work here",
                "wait until it is through",
            )
        })?;
        let mut run = Self {
            root: root.to_owned(),
            journal: Journal::default(),
            step,
            _alone: alone,
            was_killed: None,
        };
        run.was_killed = run.put_right()?;
        Ok(run)
    }

    /// Writes what is otherwise than it was. `beside` are paths that will be written behind this, `tree` is a folder that
    /// will be made.
    ///
    /// # Errors
    /// A file can't be written; then everything is as it was.
    pub(super) fn write(
        &mut self,
        what: &str,
        outcome: &Outcome,
        direction: Direction,
        beside: &[&str],
        tree: Option<&Path>,
    ) -> Result<(), Problem> {
        let changed = outcome.iter().filter(|(_, (was, becomes))| was != becomes);
        let mut paths: Vec<(PathBuf, Entry, Entry)> = changed
            .map(|(path, (was, becomes))| (path.clone(), was.clone(), becomes.clone()))
            .collect();
        paths.sort_by_key(|(path, was, becomes)| rank(path, was, becomes));
        if direction == Direction::Out {
            paths.reverse();
        }
        let now = paths.len();
        for path in beside {
            let is = Entry::read(&self.root.join(path))?;
            paths.push((path.into(), is.clone(), is));
        }
        let mut folders: Vec<PathBuf> = Vec::new();
        for (path, ..) in &paths {
            let missing = missing_folders(&self.root.join(path));
            let below = missing
                .iter()
                .filter_map(|path| path.strip_prefix(&self.root).ok());
            for folder in below {
                if !folders.iter().any(|known| known == folder) {
                    folders.push(folder.to_owned());
                }
            }
        }
        folders.sort();
        let tree = tree.filter(|tree| !self.root.join(tree).exists());
        if let Some(tree) = tree {
            let missing = missing_folders(&self.root.join(tree));
            let below = missing
                .iter()
                .filter_map(|path| path.strip_prefix(&self.root).ok());
            folders.extend(below.map(Path::to_owned));
        }
        folders.sort();
        folders.dedup();
        self.journal = Journal {
            what: what.to_owned(),
            paths,
            folders,
            trees: tree.map(Path::to_owned).into_iter().collect(),
        };
        (self.step)();
        let done = self.keep().map_err(|e| (self.root.join(FOLDER), e));
        let done = done.and_then(|()| {
            for (path, _, becomes) in self.journal.paths.iter().take(now) {
                (self.step)();
                self.put(path, becomes)
                    .map_err(|e| (self.root.join(path), e))?;
            }
            Ok(())
        });
        if let Err((path, error)) = done {
            self.roll_back()?;
            return Err(Problem::new(
                path.display(),
                error,
                "see that it can be written; all files are as they were",
            ));
        }
        (self.step)();
        let gone = self.journal.paths.iter().take(now);
        for (path, ..) in gone.filter(|(.., becomes)| *becomes == Entry::Nothing) {
            self.remove_folders_around(path);
        }
        Ok(())
    }

    /// Writes one of the paths that were said to come behind.
    ///
    /// # Errors
    /// It can't be written.
    pub(super) fn write_beside(&self, path: &Path, text: String) -> Result<(), Problem> {
        (self.step)();
        self.put(path, &Entry::File(text))
            .map_err(|e| Problem::new(path.display(), e, "see that it can be written"))
    }

    /// Everything is there: what it was before needs no longer be known.
    ///
    /// # Errors
    /// The journal can't be removed.
    pub(super) fn done(self) -> Result<(), Problem> {
        (self.step)();
        self.forget()
    }

    /// Puts everything back as it was before.
    ///
    /// # Errors
    /// Something can't be put back. The journal stays, and the next run tries again.
    pub(super) fn roll_back(&self) -> Result<(), Problem> {
        for tree in &self.journal.trees {
            (self.step)();
            let place = self.root.join(tree);
            match fs::remove_dir_all(&place) {
                Err(e) if e.kind() != io::ErrorKind::NotFound => {
                    return Err(Problem::new(place.display(), e, "remove it, and try again"));
                }
                _ => {}
            }
        }
        for (path, was, becomes) in self.journal.paths.iter().rev() {
            (self.step)();
            self.put_back(path, was, becomes)?;
        }
        (self.step)();
        for folder in self.journal.folders.iter().rev() {
            // What else is in it isn't ours.
            let _ = fs::remove_dir(self.root.join(folder));
        }
        self.forget()
    }

    fn put_back(&self, path: &Path, was: &Entry, becomes: &Entry) -> Result<(), Problem> {
        let place = self.root.join(path);
        let now = match Entry::read(&place) {
            // A file where a folder should be: nothing of ours is below it.
            Err(_) if *was == Entry::Nothing => return Ok(()),
            now => now?,
        };
        if now == *was {
            return Ok(());
        }
        let failed = |e: io::Error| Problem::new(place.display(), e, "see that it can be written");
        // What cargo makes is made again; README's table, which is written behind the rest, too.
        let is_made = becomes == was || path == Path::new("Cargo.lock");
        if let Entry::File(text) = &now
            && now != *becomes
            && !is_made
        {
            let kept = self.root.join(KEPT).join(path);
            fs::create_dir_all(kept.parent().unwrap_or(&self.root)).map_err(failed)?;
            fs::write(&kept, text).map_err(failed)?;
            tell(&format!(
                "{}: it was edited since; that is kept as {KEPT}/{}",
                path.display(),
                path.display()
            ));
        }
        self.put(path, was).map_err(failed)
    }

    /// Puts back what a killed run has left; what that had been doing.
    fn put_right(&mut self) -> Result<Option<String>, Problem> {
        let folder = self.root.join(FOLDER);
        if !folder.exists() {
            return Ok(None);
        }
        let file = folder.join("journal.json");
        match fs::read(&file) {
            // It ended before it had begun to write.
            Err(e) if e.kind() == io::ErrorKind::NotFound => self.forget().map(|()| None),
            Err(e) => Err(Problem::new(file.display(), e, "see that it can be read")),
            Ok(bytes) => {
                self.journal = serde_json::from_slice(&bytes).map_err(|e| {
                    Problem::new(
                        file.display(),
                        e,
                        "put the workspace right with git, and remove it",
                    )
                })?;
                let what = self.journal.what.clone();
                tell(&format!(
                    "`{what}` was killed; putting all files back as they were before it"
                ));
                self.roll_back()?;
                self.journal = Journal::default();
                Ok(Some(what))
            }
        }
    }

    fn keep(&self) -> io::Result<()> {
        let folder = self.root.join(FOLDER);
        fs::create_dir_all(&folder)?;
        let next = folder.join("journal.next");
        let bytes = serde_json::to_vec(&self.journal).map_err(io::Error::other)?;
        fs::write(&next, bytes)?;
        File::open(&next)?.sync_all()?;
        fs::rename(&next, folder.join("journal.json"))?;
        sync_folder(&folder);
        sync_folder(&self.root);
        Ok(())
    }

    fn forget(&self) -> Result<(), Problem> {
        let folder = self.root.join(FOLDER);
        let gone = |done: io::Result<()>| match done {
            Err(e) if e.kind() != io::ErrorKind::NotFound => {
                Err(Problem::new(folder.display(), e, "remove it"))
            }
            _ => Ok(()),
        };
        // First of all what would have the rest taken for a killed run.
        gone(fs::remove_file(folder.join("journal.json")))?;
        sync_folder(&folder);
        gone(fs::remove_dir_all(&folder))
    }

    /// Puts something there, whatever was there before. A file is whole at any time.
    fn put(&self, path: &Path, entry: &Entry) -> io::Result<()> {
        let place = self.root.join(path);
        if *entry != Entry::Nothing {
            fs::create_dir_all(place.parent().unwrap_or(&self.root))?;
        }
        entry.write(&place, &self.root.join(FOLDER).join("next"))
    }

    fn remove_folders_around(&self, path: &Path) {
        let around = path.ancestors().skip(1);
        let around = around.take_while(|folder| *folder != Path::new(""));
        remove_empty(around.map(|folder| self.root.join(folder)));
    }
}

/// Puts back what a killed `new` has left, unless one is at work. For the other verbs.
///
/// # Errors
/// It can't be put back.
pub fn put_right(root: &Path) -> Result<(), Problem> {
    if !root.join(FOLDER).exists() || Alone::in_folder(root).is_none() {
        return Ok(());
    }
    Run::begin(root).map(drop)
}

/// So that a name in it is on the disk, where the system can do that.
fn sync_folder(folder: &Path) {
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
}

/// Where a path comes in the order of writing: what stands alone, what names it, and at last the manifests, each behind those
/// that it needs.
fn rank(path: &Path, was: &Entry, becomes: &Entry) -> usize {
    const MANIFESTS: [&str; 4] = [
        "Cargo.toml",
        "crates/florin/Cargo.toml",
        "tests/Cargo.toml",
        "Cargo.lock",
    ];
    let manifest = MANIFESTS.iter().position(|one| path == Path::new(one));
    let stands_alone = [was, becomes].contains(&&Entry::Nothing);
    match manifest {
        Some(at) => 3 + at,
        None if path.ends_with("Cargo.toml") => 2,
        None if stands_alone => 0,
        None => 1,
    }
}
