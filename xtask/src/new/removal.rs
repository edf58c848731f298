//! `new --remove`: what `new` has made, planned again from what lies in `specs`, and undone.
//!
//! So it is known what has been edited since, and nothing has to be kept for the day on which it is removed.

use std::fs;
use std::path::{Path, PathBuf};

use super::plan::{Change, undo};
use super::verb::{planned, tabled};
use super::{documents, requests};
use crate::answer::{Answer, Problem};
use crate::command::tell;
use crate::workspace::Workspace;

/// Removes a provider.
///
/// # Errors
/// There is none of this name, it was not made by `new`, or it has been edited since: nothing has been changed then.
pub(super) fn remove(workspace: &Workspace, name: &str, force: bool) -> Result<Answer, Problem> {
    let root = workspace.root();
    workspace.provider(name)?;
    let (title, upstream, origin) = documents::written(root, name)?;
    // The places of lines have moved since; to take them out, they aren't needed.
    tell(&format!("{name}: generating, to see what has been edited"));
    let (_, mut changes) = planned(root, name, Some(&title), &upstream, &origin)?;
    for folder in [
        PathBuf::from(format!("specs/{name}")),
        PathBuf::from(format!("crates/florin-{name}")),
        PathBuf::from(format!("crates/florin/src/{name}")),
        PathBuf::from(format!("tests/tests/{name}_requests")),
    ] {
        for path in files(root, &folder)? {
            if changes.iter().any(|change| change.path() == path) {
                continue;
            }
            if !force {
                return Err(Problem::new(
                    path.display(),
                    "`new` has not made it",
                    "move it away, or say --force if it may go with the rest",
                ));
            }
            changes.push(Change::Create {
                path,
                text: String::new(),
            });
        }
    }
    undo(root, &changes, force)?;
    // These were written by its tests, which are gone.
    requests::forget(root, name)?;
    tabled(workspace)?;
    let paths: String = changes
        .iter()
        .map(|change| {
            let word = match change {
                Change::Create { .. } | Change::Link { .. } => "removed",
                _ => "changed",
            };
            format!("{name}: {word}: {}\n", change.path().display())
        })
        .collect();
    Ok(Answer::fine(paths))
}

/// Undoes what was carried out, after what comes behind it has failed.
///
/// # Errors
/// That can't be done either.
pub(super) fn put_back(
    workspace: &Workspace,
    name: &str,
    changes: &[Change],
) -> Result<(), Problem> {
    tell(&format!("{name}: failed; taking everything out again"));
    let root = workspace.root();
    undo(root, changes, true)?;
    requests::forget(root, name)?;
    tabled(workspace)
}

/// The files below a folder, relative to the root; none where there is no such folder.
fn files(root: &Path, folder: &Path) -> Result<Vec<PathBuf>, Problem> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        let absolute = root.join(&folder);
        let Ok(entries) = fs::read_dir(&absolute) else {
            continue;
        };
        for entry in entries {
            let unreadable =
                |e: std::io::Error| Problem::new(absolute.display(), e, "see that it can be read");
            let entry = entry.map_err(unreadable)?;
            let path = folder.join(entry.file_name());
            if entry.file_type().map_err(unreadable)?.is_dir() {
                open.push(path);
            } else {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}
