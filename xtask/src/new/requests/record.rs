//! The snapshots of a new provider's requests: where they are, and the run that writes them.

use std::fs;
use std::path::{Path, PathBuf};

use crate::answer::Problem;
use crate::command;

/// Where the snapshots of a provider are, from the root of the workspace.
#[must_use]
pub fn folder(name: &str) -> PathBuf {
    ["tests", "tests", "snapshots", name].iter().collect()
}

/// What the snapshot of an operation is called, without `.snap`: its id, with `_` for what a file's name had better not have.
#[must_use]
pub fn snapshot_name(operation: &str) -> String {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "_-.".contains(letter);
    operation
        .chars()
        .map(|letter| if plain(letter) { letter } else { '_' })
        .collect()
}

/// Removes the snapshots, where there are any.
///
/// # Errors
/// The folder can't be removed.
pub fn forget(root: &Path, name: &str) -> Result<(), Problem> {
    let place = root.join(folder(name));
    match fs::remove_dir_all(&place) {
        Err(e) if e.kind() != std::io::ErrorKind::NotFound => {
            Err(Problem::new(place.display(), e, "remove it by hand"))
        }
        _ => Ok(()),
    }
}

/// Writes the snapshots, by running the tests that compare them. What they are is returned, sorted, from the root.
///
/// # Errors
/// The tests don't compile or don't pass: what they said.
pub fn record(root: &Path, name: &str) -> Result<Vec<PathBuf>, Problem> {
    let mut cargo = command::cargo();
    cargo
        .current_dir(root)
        .env("INSTA_UPDATE", "always")
        .args(["test", "--quiet", "--package", "florin-tests", "--test"])
        .arg(format!("{name}_requests"));
    command::run(&mut cargo)?;
    let place = root.join(folder(name));
    let failed = |e: std::io::Error| Problem::new(place.display(), e, "see that it can be read");
    let mut written = Vec::new();
    for entry in fs::read_dir(&place).map_err(failed)? {
        written.push(folder(name).join(entry.map_err(failed)?.file_name()));
    }
    written.sort();
    Ok(written)
}
