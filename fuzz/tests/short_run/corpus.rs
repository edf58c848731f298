//! The kept inputs.

use std::fs;
use std::path::{Path, PathBuf};

/// Where they are.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus")
}

/// A folder for each target.
pub(crate) fn folders() -> Vec<PathBuf> {
    sorted(&root())
}

/// Those of a target, by their names.
pub(crate) fn of(target: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let paths = sorted(&root().join(target)).into_iter();
    paths
        .map(|path| (path.clone(), fs::read(path).unwrap()))
        .collect()
}

fn sorted(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}
