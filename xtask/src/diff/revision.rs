//! Specs as they were: read out of git, into a folder that goes away afterwards.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

use crate::answer::Problem;
use crate::command;

/// What a revision has at a path, copied into a folder.
#[derive(Debug)]
pub(super) struct Copied {
    /// Where it is. Goes away with this.
    folder: TempDir,
    /// The file that was asked for, if it was a file.
    file: Option<String>,
}

impl Copied {
    /// The file that was asked for, or the folder.
    pub(super) fn path(&self) -> PathBuf {
        match &self.file {
            Some(file) => self.folder.path().join(file),
            None => self.folder.path().to_owned(),
        }
    }

    pub(super) const fn is_file(&self) -> bool {
        self.file.is_some()
    }
}

/// What git calls the tree or file of this name; `None` if there is none.
pub(super) fn resolve(root: &Path, name: &str) -> Option<String> {
    let found = git(
        root,
        &["rev-parse", "--verify", "--quiet", "--end-of-options", name],
    )
    .ok()?;
    Some(found.trim().to_owned()).filter(|id| !id.is_empty())
}

/// Copies the specs of a revision's folder, or of the folder around a file: a spec may be split over several.
pub(super) fn copy(root: &Path, revision: &str, path: &str) -> Result<Copied, Problem> {
    let named = format!("{revision}:{path}");
    let absent = || {
        Problem::new(
            &named,
            "git knows of no such file or folder",
            "see `git ls-tree` of the revision",
        )
    };
    let id = resolve(root, &named).ok_or_else(absent)?;
    let kind = git(root, &["cat-file", "-t", &id])?;
    let (tree, file) = match (kind.trim(), path.rsplit_once('/')) {
        ("tree", _) => (id, None),
        (_, Some((folder, file))) => {
            let around = resolve(root, &format!("{revision}:{folder}")).ok_or_else(absent)?;
            (around, Some(file.to_owned()))
        }
        (_, None) => {
            let around = resolve(root, &format!("{revision}^{{tree}}")).ok_or_else(absent)?;
            (around, Some(path.to_owned()))
        }
    };
    let unwritable = |e: std::io::Error| {
        Problem::new(
            "a folder for what git has",
            e,
            "see that there is room in it",
        )
    };
    let folder = tempfile::tempdir().map_err(unwritable)?;
    for entry in git(root, &["ls-tree", "-r", "-z", "--full-tree", &tree])?.split('\0') {
        // `100644 blob 1f2e…<tab>nemuru/openapi.yaml`; links and modules are no specs.
        let Some((about, path)) = entry.split_once('\t') else {
            continue;
        };
        let mut about = about.split(' ');
        let (Some("100644" | "100755"), Some("blob"), Some(id)) =
            (about.next(), about.next(), about.next())
        else {
            continue;
        };
        let is_spec = Path::new(path)
            .extension()
            .is_some_and(|e| e == "yaml" || e == "yml" || e == "json" || e == "toml");
        // git has no `..` in a tree, but what it says is text.
        if !is_spec || path.split('/').any(|part| matches!(part, "" | "." | "..")) {
            continue;
        }
        let to = folder.path().join(path);
        if let Some(parent) = to.parent() {
            fs::create_dir_all(parent).map_err(unwritable)?;
        }
        fs::write(&to, git(root, &["cat-file", "blob", id])?).map_err(unwritable)?;
    }
    Ok(Copied { folder, file })
}

fn git(root: &Path, arguments: &[&str]) -> Result<String, Problem> {
    let mut git = Command::new("git");
    git.arg("-C").arg(root).args(arguments);
    Ok(command::run(&mut git)?.stdout)
}
