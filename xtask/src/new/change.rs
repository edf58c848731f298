//! Changes to the workspace that are carried out together or not at all, and that can be undone.
//!
//! A change of a file that others share says what it puts in and next to what, and not what the file is to be: so providers can
//! be added and removed in any order. All are checked against the files before the first one is written. Where writing fails
//! (a full disk), what was written is put back; where it is killed, the next run does that ([`journal`](super::journal)).

use std::path::{Path, PathBuf};

use super::entry::{Entry, Outcome};
use super::journal::{Direction, Run};
use super::lock;
use super::splice::{in_list, line_that_begins, starts, unfit};
use crate::answer::Problem;

/// One change. Paths are relative to the root of the workspace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// A file that isn't there yet.
    Create {
        /// The file.
        path: PathBuf,
        /// All of it.
        text: String,
    },
    /// A symbolic link that isn't there yet.
    Link {
        /// The link.
        path: PathBuf,
        /// What it leads to, as it stands in the link.
        to: PathBuf,
    },
    /// Lines in a file that there is.
    Lines {
        /// The file.
        path: PathBuf,
        /// The lines, with the line break at the end of each. They stand nowhere else in the file.
        text: String,
        /// The beginning of the line that they are put before; exactly one line begins so.
        before: String,
    },
    /// An item in a list that stands on one line, `[…]`, `{…}` or `(…)` with commas, of a file that there is. The list stays
    /// sorted where it is, as to the items around.
    Item {
        /// The file.
        path: PathBuf,
        /// The beginning of the line up to the opening bracket and with it; exactly one line begins so.
        list: String,
        /// The item as it is written: `"florin-nemuru"`.
        item: String,
    },
    /// A package of the workspace in `Cargo.lock`.
    Locked {
        /// Its name.
        package: String,
        /// What it depends on, as `Cargo.lock` names it.
        dependencies: Vec<String>,
        /// The packages that depend on it.
        users: Vec<String>,
    },
}

impl Change {
    /// The file that it makes or changes.
    #[must_use]
    pub fn path(&self) -> &Path {
        match self {
            Self::Create { path, .. }
            | Self::Link { path, .. }
            | Self::Lines { path, .. }
            | Self::Item { path, .. } => path,
            Self::Locked { .. } => Path::new(lock::FILE),
        }
    }
}

/// Carries out all changes, or none.
///
/// # Errors
/// A change doesn't fit what is there: which file, and why. Or a file can't be written; then everything is as it was.
pub fn carry_out(root: &Path, changes: &[Change]) -> Result<(), Problem> {
    let outcome = done(root, changes)?;
    let mut run = Run::begin(root)?;
    run.write("new", &outcome, Direction::In, &[], None)?;
    run.done()
}

/// What the paths are to hold with all changes.
pub(super) fn done(root: &Path, changes: &[Change]) -> Result<Outcome, Problem> {
    outcome(root, changes.iter(), make)
}

/// Undoes all changes, or none, and removes the folders that are empty then.
///
/// # Errors
/// As [`carry_out`]. With `even_if_edited`, files that have been made are removed whatever they hold by now.
pub fn undo(root: &Path, changes: &[Change], even_if_edited: bool) -> Result<(), Problem> {
    let outcome = undone(root, changes, even_if_edited)?;
    let mut run = Run::begin(root)?;
    run.write("new --remove", &outcome, Direction::Out, &[], None)?;
    run.done()
}

/// What the paths are to hold without the changes.
pub(super) fn undone(
    root: &Path,
    changes: &[Change],
    even_if_edited: bool,
) -> Result<Outcome, Problem> {
    outcome(root, changes.iter().rev(), |change, path, now| {
        unmake(change, path, now, even_if_edited)
    })
}

fn outcome<'c>(
    root: &Path,
    changes: impl Iterator<Item = &'c Change>,
    step: impl Fn(&Change, &Path, &Entry) -> Result<Entry, Problem>,
) -> Result<Outcome, Problem> {
    let mut outcome = Outcome::new();
    for change in changes {
        let path = change.path();
        let absolute = root.join(path);
        let known = outcome.get(path).cloned();
        let (was, now) = match known {
            Some(known) => known,
            None => {
                let now = Entry::read(&absolute)?;
                (now.clone(), now)
            }
        };
        let becomes = step(change, path, &now)?;
        outcome.insert(path.to_owned(), (was, becomes));
    }
    Ok(outcome)
}

fn make(change: &Change, path: &Path, now: &Entry) -> Result<Entry, Problem> {
    match (change, now) {
        (Change::Create { text, .. }, Entry::Nothing) => Ok(Entry::File(text.clone())),
        (Change::Link { to, .. }, Entry::Nothing) => Ok(Entry::Link(to.clone())),
        (Change::Create { .. } | Change::Link { .. }, _) => Err(Problem::new(
            path.display(),
            "it is there already",
            "move it away, or choose another name",
        )),
        (Change::Lines { text, before, .. }, Entry::File(file)) => {
            if starts(file, text).next().is_some() {
                return Err(unfit(path, text, "stands there already"));
            }
            let at = line_that_begins(path, file, before)?;
            let (head, tail) = file.split_at(at);
            Ok(Entry::File(format!("{head}{text}{tail}")))
        }
        (Change::Item { list, item, .. }, Entry::File(file)) => {
            in_list(path, file, list, |items| {
                if items.iter().any(|known| known == item) {
                    return Err(unfit(path, item, "stands there already"));
                }
                let at = items
                    .iter()
                    .position(|known| known.as_str() > item.as_str());
                items.insert(at.unwrap_or(items.len()), item.clone());
                Ok(())
            })
        }
        (
            Change::Locked {
                package,
                dependencies,
                users,
            },
            Entry::File(file),
        ) => Ok(Entry::File(lock::with(file, package, dependencies, users)?)),
        (Change::Lines { .. } | Change::Item { .. } | Change::Locked { .. }, _) => {
            Err(Problem::new(
                path.display(),
                "there is no such file",
                "see that the workspace is whole",
            ))
        }
    }
}

fn unmake(
    change: &Change,
    path: &Path,
    now: &Entry,
    even_if_edited: bool,
) -> Result<Entry, Problem> {
    match (change, now) {
        (Change::Create { .. } | Change::Link { .. }, Entry::Nothing) if even_if_edited => {
            Ok(Entry::Nothing)
        }
        (Change::Create { text, .. }, Entry::File(file)) if file == text || even_if_edited => {
            Ok(Entry::Nothing)
        }
        (Change::Link { to, .. }, Entry::Link(there)) if there == to || even_if_edited => {
            Ok(Entry::Nothing)
        }
        (Change::Create { .. } | Change::Link { .. }, _) => Err(Problem::new(
            path.display(),
            "it is no longer what `new` has made",
            "say --force if it may go all the same",
        )),
        (Change::Lines { text, .. }, Entry::File(file)) => {
            let mut places = starts(file, text);
            match (places.next(), places.next()) {
                (Some(at), None) => {
                    let (head, tail) = file.split_at(at);
                    Ok(Entry::File(format!("{head}{}", &tail[text.len()..])))
                }
                _ if even_if_edited => Ok(now.clone()),
                _ => Err(unfit(
                    path,
                    text,
                    "no longer stands there as `new` has put it",
                )),
            }
        }
        (Change::Item { list, item, .. }, Entry::File(file)) => {
            let without = in_list(path, file, list, |items| {
                let at = items.iter().position(|known| known == item);
                let at = at.ok_or_else(|| unfit(path, item, "no longer stands there"))?;
                items.remove(at);
                Ok(())
            });
            match without {
                Err(_) if even_if_edited => Ok(now.clone()),
                without => without,
            }
        }
        (Change::Locked { package, .. }, Entry::File(file)) => {
            Ok(Entry::File(lock::without(file, package)))
        }
        (Change::Lines { .. } | Change::Item { .. } | Change::Locked { .. }, _) => {
            Err(Problem::new(
                path.display(),
                "there is no such file",
                "see that the workspace is whole",
            ))
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn workspace() -> tempfile::TempDir {
        let root = tempfile::tempdir().unwrap();
        fs::write(root.path().join("list"), "a\nc\nall = [\"a\", \"c\"]\n").unwrap();
        root
    }

    fn changes(name: &str, before: &str) -> Vec<Change> {
        vec![
            Change::Create {
                path: format!("new/{name}/file").into(),
                text: "text".to_owned(),
            },
            Change::Lines {
                path: "list".into(),
                text: format!("{name}\n"),
                before: before.to_owned(),
            },
            Change::Item {
                path: "list".into(),
                list: "all = [".to_owned(),
                item: format!("\"{name}\""),
            },
        ]
    }

    fn list(root: &Path) -> String {
        fs::read_to_string(root.join("list")).unwrap()
    }

    #[test]
    fn changes_come_and_go_in_any_order() {
        let root = workspace();
        let root = root.path();
        let (first, second) = (changes("b", "c"), changes("bb", "c"));
        carry_out(root, &first).unwrap();
        carry_out(root, &second).unwrap();
        assert_eq!(
            list(root),
            "a\nb\nbb\nc\nall = [\"a\", \"b\", \"bb\", \"c\"]\n"
        );
        undo(root, &first, false).unwrap();
        undo(root, &second, false).unwrap();
        assert_eq!(list(root), "a\nc\nall = [\"a\", \"c\"]\n");
        assert!(!root.join("new").exists());
    }

    #[test]
    fn a_change_that_does_not_fit_leaves_everything_as_it_was() {
        let root = workspace();
        let root = root.path();
        let error = carry_out(root, &changes("b", "nowhere")).unwrap_err();
        assert!(
            error.to_string().contains("`nowhere` begins no line"),
            "{error}"
        );
        assert!(!root.join("new").exists());
    }

    #[test]
    fn what_was_written_before_a_failure_is_put_back() {
        let root = workspace();
        let root = root.path();
        // A file where a folder is needed, behind the others in their order.
        fs::write(root.join("z"), "").unwrap();
        let mut all = changes("b", "c");
        all.push(Change::Create {
            path: "z/file".into(),
            text: String::new(),
        });
        carry_out(root, &all).unwrap_err();
        assert_eq!(list(root), "a\nc\nall = [\"a\", \"c\"]\n");
        assert!(!root.join("new").exists());
    }

    #[test]
    fn whatever_step_a_run_is_killed_at_the_next_one_finds_all_as_it_was() {
        for into in [true, false] {
            let mut through = false;
            for last in 0_usize.. {
                let root = workspace();
                let root = root.path();
                let mut all = changes("b", "c");
                all.push(Change::Create {
                    path: "crates/florin-b/Cargo.toml".into(),
                    text: String::new(),
                });
                let here = |text: &str| root.join(text).exists();
                if !into {
                    carry_out(root, &all).unwrap();
                }
                let before = (list(root), here("new/b/file"), here("crates"));
                let steps = std::cell::Cell::new(0);
                let killed = || {
                    steps.set(steps.get() + 1);
                    assert!(steps.get() <= last, "killed");
                };
                let run = std::panic::AssertUnwindSafe(|| {
                    let mut run = Run::begin_with(root, &killed).unwrap();
                    let (outcome, way) = if into {
                        (done(root, &all).unwrap(), Direction::In)
                    } else {
                        (undone(root, &all, false).unwrap(), Direction::Out)
                    };
                    let tree = Path::new("made/behind");
                    run.write("new b", &outcome, way, &["list"], Some(tree))
                        .unwrap();
                    fs::create_dir_all(root.join(tree)).unwrap();
                    fs::write(root.join(tree).join("snap"), "").unwrap();
                    run.write_beside(Path::new("list"), "table\n".to_owned())
                        .unwrap();
                    run.done().unwrap();
                });
                if std::panic::catch_unwind(run).is_ok() {
                    through = true;
                    break;
                }
                // And killed again while it is put back.
                steps.set(last.saturating_sub(3));
                let again = std::panic::AssertUnwindSafe(|| {
                    drop(Run::begin_with(root, &killed));
                });
                drop(std::panic::catch_unwind(again));
                let run = Run::begin(root).unwrap();
                drop(run);
                let after = (list(root), here("new/b/file"), here("crates"));
                assert_eq!(after, before, "{into} {last}");
                assert!(!here(".xtask-new") && !here("made"), "{into} {last}");
            }
            assert!(through);
        }
    }

    #[test]
    fn two_at_once_are_refused() {
        let root = workspace();
        let _first = Run::begin(root.path()).unwrap();
        let error = carry_out(root.path(), &changes("b", "c")).unwrap_err();
        assert!(error.to_string().contains("is at work here"), "{error}");
    }

    #[test]
    fn a_file_that_was_edited_stays_unless_forced() {
        let root = workspace();
        let root = root.path();
        let all = changes("b", "c");
        carry_out(root, &all).unwrap();
        fs::write(root.join("new/b/file"), "mine").unwrap();
        let error = undo(root, &all, false).unwrap_err();
        assert!(error.to_string().contains("new/b/file"), "{error}");
        assert!(list(root).contains("b\n"));
        undo(root, &all, true).unwrap();
        assert_eq!(list(root), "a\nc\nall = [\"a\", \"c\"]\n");
    }
}
