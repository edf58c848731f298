//! Crates that a test writes and lets Cargo build, offline, with the workspace's own lock file and target folder.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A folder for a crate, or a workspace, of its own.
pub(crate) struct Scratch {
    folder: PathBuf,
}

impl Scratch {
    /// An empty one.
    pub(crate) fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        if folder.exists() {
            std::fs::remove_dir_all(&folder).unwrap();
        }
        std::fs::create_dir_all(&folder).unwrap();
        let lock = workspace().join("Cargo.lock");
        std::fs::copy(lock, folder.join("Cargo.lock")).unwrap();
        Self { folder }
    }

    /// Writes a file.
    pub(crate) fn write(&self, path: &str, text: &str) {
        let path = self.folder.join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }

    /// The path of a file in it.
    #[allow(dead_code, reason = "not every test that has this module needs it")]
    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.folder.join(path)
    }

    /// Runs Cargo in it.
    pub(crate) fn cargo(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO"))
            .args(arguments)
            .arg("--offline")
            .current_dir(&self.folder)
            .env(
                "CARGO_TARGET_DIR",
                Path::new(env!("CARGO_TARGET_TMPDIR")).join("scratch-target"),
            )
            // What Cargo tells this test is not meant for another Cargo.
            .env_remove("RUSTFLAGS")
            .env_remove("CARGO_ENCODED_RUSTFLAGS")
            .output()
            .unwrap()
    }
}

/// The root of the workspace.
pub(crate) fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .ancestors()
        .nth(2)
        .unwrap()
        .to_owned()
}

/// A line of a manifest's dependencies: a crate of this workspace.
pub(crate) fn member(name: &str) -> String {
    format!(
        "{name} = {{ path = {:?} }}\n",
        workspace().join("crates").join(name)
    )
}

/// What Cargo said, for the message of a failed test.
pub(crate) fn said(output: &Output) -> String {
    format!(
        "{}\n{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    )
}
