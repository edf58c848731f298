//! `new --remove`: what `new` has made, planned again from what lies in `specs`, and undone.
//!
//! So it is known what has been edited since, and nothing has to be kept for the day on which it is removed.

use std::fs;
use std::path::{Path, PathBuf};

use super::change::undone;
use super::entry::Entry;
use super::journal::{Direction, Run};
use super::plan::Change;
use super::verb::{planned, tabled};
use super::{documents, requests};
use crate::answer::{Answer, Problem};
use crate::command::tell;
use crate::coverage::readme;
use crate::workspace::Workspace;

/// Removes a provider.
///
/// # Errors
/// There is none of this name, it was not made by `new`, or it has been edited since: nothing has been changed then.
pub(super) fn remove(workspace: &Workspace, name: &str, force: bool) -> Result<Answer, Problem> {
    let root = workspace.root();
    let mut run = Run::begin(root)?;
    let is_back = run.was_killed.as_deref() == Some(&format!("new {name}"));
    if is_back && !root.join("specs").join(name).exists() {
        let text = format!("{name}: `new` was killed; all files are as they were before it\n");
        return Ok(Answer::fine(text));
    }
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
    let mut outcome = undone(root, &changes, force)?;
    // These were written by its tests.
    for path in files(root, &requests::folder(name))? {
        let is = Entry::read(&root.join(&path))?;
        outcome.insert(path, (is, Entry::Nothing));
    }
    run.write(
        &format!("new {name} --remove"),
        &outcome,
        Direction::Out,
        &[readme::FILE],
        None,
    )?;
    let is_tabled = match tabled(workspace, &run) {
        Ok(is_tabled) => is_tabled,
        Err(problem) => {
            run.roll_back()?;
            return Err(problem);
        }
    };
    run.done()?;
    let mut paths: String = changes
        .iter()
        .map(|change| {
            let word = match change {
                Change::Create { .. } | Change::Link { .. } => "removed",
                _ => "changed",
            };
            format!("{name}: {word}: {}\n", change.path().display())
        })
        .collect();
    if is_tabled {
        paths.push_str(&format!("{name}: changed: {}\n", readme::FILE));
    }
    Ok(Answer::fine(paths))
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
