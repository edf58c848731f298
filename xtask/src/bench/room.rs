//! A folder for packages that are built to be measured, outside this workspace; gone when the measuring ends.

use std::fs;
use std::path::{Path, PathBuf};

use crate::command::{cargo, run, tell};

pub(crate) struct Room {
    path: PathBuf,
}

impl Room {
    /// A folder of this purpose.
    pub(crate) fn new(purpose: &str) -> Result<Self, String> {
        let name = format!("florin-bench-{purpose}-{}", std::process::id());
        let path = std::env::temp_dir().join(name);
        fs::create_dir_all(&path).map_err(|error| at(&path)(&error))?;
        Ok(Self { path })
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    pub(crate) fn folder(&self, name: &str) -> PathBuf {
        self.path.join(name)
    }

    /// A package of these dependencies, and of one source file with a name. In the first of the two lists of dependencies,
    /// `{workspace}` stands for the root of this workspace.
    pub(crate) fn package(
        &self,
        name: &str,
        dependencies: &str,
        more: &str,
        (file, source): (&str, &str),
    ) -> Result<PathBuf, String> {
        let folder = self.folder(name);
        let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let workspace = workspace
            .canonicalize()
            .map_err(|error| at(&workspace)(&error))?;
        let dependencies = dependencies.replace("{workspace}", &workspace.to_string_lossy());
        let manifest = format!(
            "[package]\nname = \"fresh-{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\npublish = false\n\n\
             [dependencies]\n{dependencies}\n{more}\n\n[workspace]\n",
        );
        let sources = folder.join("src");
        fs::create_dir_all(&sources).map_err(|error| at(&sources)(&error))?;
        for (path, text) in [
            (folder.join("Cargo.toml"), manifest.as_str()),
            (sources.join(file), source),
        ] {
            fs::write(&path, text).map_err(|error| at(&path)(&error))?;
        }
        Ok(folder)
    }
}

impl Drop for Room {
    fn drop(&mut self) {
        if let Err(error) = fs::remove_dir_all(&self.path) {
            tell(&format!(
                "{} could not be removed: {error}",
                self.path.display()
            ));
        }
    }
}

/// Runs cargo in a package as its user would, with nothing of this workspace's settings.
pub(crate) fn run_in(package: &Path, arguments: &[&str]) -> Result<String, String> {
    let mut command = cargo();
    command.current_dir(package).args(arguments);
    for (name, _) in std::env::vars_os() {
        let name = name.to_string_lossy();
        let ours = [
            "CARGO_TARGET",
            "CARGO_BUILD",
            "CARGO_PROFILE",
            "CARGO_INCREMENTAL",
            "CARGO_ENCODED",
            "RUSTFLAGS",
        ];
        if ours.iter().any(|ours| name.starts_with(ours)) {
            command.env_remove(name.as_ref());
        }
    }
    run(&mut command).map(|output| output.stdout)
}

/// The message for a path that could not be worked with.
pub(crate) fn at(path: &Path) -> impl Fn(&std::io::Error) -> String + '_ {
    move |error| format!("{}: {error}", path.display())
}
