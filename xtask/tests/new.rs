//! `cargo xtask new`: a provider comes and goes without a trace, and nothing is left half done.
//!
//! On a small workspace that has the files which `new` changes, as ours has them. That what is written builds and passes its
//! tests is proved on the whole one, by `.ci/new`.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that can't go on says so by a panic"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

/// The files of this workspace that a new provider changes, or that are read for it.
const SHARED: [&str; 12] = [
    "Cargo.lock",
    "Cargo.toml",
    "README.md",
    "crates/florin-sandbox/src/plain/known.rs",
    "crates/florin/Cargo.toml",
    "crates/florin/README.md",
    "crates/florin/src/lib.rs",
    "crates/florin/src/testing/mod.rs",
    "crates/florin/src/testing/recorder.rs",
    "deny.toml",
    "rust-toolchain.toml",
    "tests/Cargo.toml",
];

const SPEC: &str = r##"
openapi: 3.0.3
info: { title: Acme Lending API, version: "1.2" }
servers: [ { url: "https://api.acme.example/v1", description: Production } ]
security: [ { key: [] } ]
paths:
  /loans/{loanId}:
    get:
      operationId: getLoan
      parameters: [ { name: loanId, in: path, required: true, schema: { type: string } } ]
      responses:
        "200": { description: The loan., content: { application/json: { schema: { $ref: "#/components/schemas/Loan" } } } }
components:
  securitySchemes: { key: { type: apiKey, in: header, name: X-Api-Key } }
  schemas:
    Loan: { type: object, required: [id], properties: { id: { type: string } } }
"##;

struct Workspace {
    folder: TempDir,
}

impl Workspace {
    fn new() -> Self {
        let folder = TempDir::new().unwrap();
        let ours = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        for file in SHARED {
            let to = folder.path().join("root").join(file);
            fs::create_dir_all(to.parent().unwrap()).unwrap();
            fs::copy(ours.join(file), to).unwrap();
        }
        fs::create_dir_all(folder.path().join("root/specs")).unwrap();
        fs::write(folder.path().join("root/specs/README"), "").unwrap();
        fs::write(folder.path().join("spec.yaml"), SPEC).unwrap();
        let workspace = Self { folder };
        // README's table has the providers of this one: none.
        let output = workspace.xtask(&["coverage", "--write"]);
        assert!(output.status.success(), "{output:?}");
        workspace
    }

    fn root(&self) -> PathBuf {
        self.folder.path().join("root")
    }

    fn xtask(&self, arguments: &[&str]) -> Output {
        let root = self.root();
        let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
        command.arg("--root").arg(root).args(arguments);
        command.output().unwrap()
    }

    /// Adds a provider of the spec.
    fn add(&self, name: &str) -> Output {
        let spec = self.folder.path().join("spec.yaml");
        self.xtask(&["new", name, "--no-run", "--from", spec.to_str().unwrap()])
    }

    /// Every file with what is in it, and every link with where it leads.
    fn files(&self) -> BTreeMap<PathBuf, String> {
        let mut found = BTreeMap::new();
        let mut open = vec![self.root()];
        while let Some(folder) = open.pop() {
            for entry in fs::read_dir(&folder).unwrap() {
                let path = entry.unwrap().path();
                let about = fs::symlink_metadata(&path).unwrap();
                if about.is_symlink() {
                    let to = fs::read_link(&path).unwrap();
                    found.insert(path, format!("-> {}", to.display()));
                } else if about.is_dir() {
                    found.insert(path.join(""), String::new());
                    open.push(path);
                } else {
                    found.insert(path.clone(), fs::read_to_string(path).unwrap());
                }
            }
        }
        found
    }

    fn holds(&self, file: &str, text: &str) -> bool {
        fs::read_to_string(self.root().join(file))
            .unwrap()
            .contains(text)
    }
}

fn code(output: &Output) -> Option<i32> {
    output.status.code()
}

fn problem(output: &Output) -> String {
    assert_eq!(code(output), Some(2), "{output:?}");
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[test]
fn providers_come_and_go_in_any_order_without_a_trace() {
    let workspace = Workspace::new();
    let before = workspace.files();
    for name in ["acme", "zeta", "bank2"] {
        let output = workspace.add(name);
        assert_eq!(code(&output), Some(0), "{output:?}");
    }
    assert!(workspace.holds("Cargo.toml", "\nflorin-bank2 = {"));
    assert!(workspace.holds(
        "crates/florin/src/lib.rs",
        "#[cfg(feature = \"zeta\")]\npub mod zeta;\n"
    ));
    assert!(workspace.holds("README.md", "(crates/florin-acme)"));
    assert!(workspace.holds(
        "crates/florin/src/acme/builder.rs",
        ".api_key_header(\"X-Api-Key\""
    ));
    for name in ["zeta", "acme", "bank2"] {
        let output = workspace.xtask(&["new", name, "--remove"]);
        assert_eq!(code(&output), Some(0), "{output:?}");
    }
    assert_eq!(workspace.files(), before);
}

#[test]
fn what_is_written_says_what_was_done_and_what_is_next() {
    let workspace = Workspace::new();
    let output = workspace.add("acme");
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(
        text.starts_with(
            "acme: Acme Lending API with 1 operations; auth: an API key; environments: Production\n"
        ),
        "{text}"
    );
    assert!(
        text.contains("acme: made: specs/acme/overlay.yaml\n"),
        "{text}"
    );
    assert!(text.contains("cargo xtask check acme"), "{text}");
    // What stays the same when it is made again by a refresh.
    let output = workspace.xtask(&["refresh", "acme", "--offline"]);
    assert_eq!(code(&output), Some(0), "{output:?}");
}

#[test]
fn a_name_or_a_document_that_cannot_be_had_changes_nothing() {
    let workspace = Workspace::new();
    let spec = workspace.folder.path().join("spec.yaml");
    let before = workspace.files();
    for name in ["Acme", "a-b", "type", "oauth2", "testing", "core"] {
        assert!(
            problem(&workspace.add(name)).contains("choose another name"),
            "{name}"
        );
    }
    fs::write(&spec, "<!doctype html><title>Sign in</title>").unwrap();
    problem(&workspace.add("acme"));
    fs::remove_file(&spec).unwrap();
    problem(&workspace.add("acme"));
    problem(&workspace.xtask(&["new", "acme"]));
    problem(&workspace.xtask(&["new", "acme", "--remove"]));
    assert_eq!(workspace.files(), before);
}

#[test]
fn a_provider_is_not_added_twice() {
    let workspace = Workspace::new();
    workspace.add("acme");
    let before = workspace.files();
    assert!(problem(&workspace.add("acme")).contains("there is `specs/acme` already"));
    assert_eq!(workspace.files(), before);
}

#[test]
fn a_workspace_that_is_otherwise_than_expected_stays_as_it_is() {
    let workspace = Workspace::new();
    let deny = workspace.root().join("deny.toml");
    let text = fs::read_to_string(&deny).unwrap();
    fs::write(&deny, text.replace("florin-codegen", "something-else")).unwrap();
    let before = workspace.files();
    assert!(problem(&workspace.add("acme")).contains("deny.toml: "));
    assert_eq!(workspace.files(), before);
}

#[test]
fn a_failure_in_the_middle_of_writing_leaves_everything_as_it_was() {
    let workspace = Workspace::new();
    // A file where a folder is needed; manifests come before it.
    fs::write(workspace.root().join("tests/tests"), "").unwrap();
    let before = workspace.files();
    problem(&workspace.add("acme"));
    assert_eq!(workspace.files(), before);
}

#[test]
fn what_was_edited_or_added_since_is_named_and_stays_unless_forced() {
    let workspace = Workspace::new();
    let before = workspace.files();
    workspace.add("acme");
    let client = "crates/florin/src/acme/client.rs";
    fs::write(workspace.root().join(client), "// mine\n").unwrap();
    let remove = || workspace.xtask(&["new", "acme", "--remove"]);
    assert!(problem(&remove()).contains(client));
    assert!(workspace.holds("Cargo.toml", "florin-acme"));

    let forced = || workspace.xtask(&["new", "acme", "--remove", "--force"]);
    assert_eq!(code(&forced()), Some(0));
    assert_eq!(workspace.files(), before);

    workspace.add("acme");
    fs::write(workspace.root().join("crates/florin-acme/tests.rs"), "").unwrap();
    assert!(problem(&remove()).contains("crates/florin-acme/tests.rs"));
    assert_eq!(code(&forced()), Some(0));
    assert_eq!(workspace.files(), before);
}

#[test]
fn an_operation_on_a_host_of_its_own_is_taken_and_its_host_can_be_said() {
    let workspace = Workspace::new();
    let spec = workspace.folder.path().join("spec.yaml");
    let elsewhere =
        "      operationId: getLoan\n      servers: [ { url: \"https://files.acme.example\" } ]\n";
    let text = SPEC.replace("      operationId: getLoan\n", elsewhere);
    let here = "  /here:\n    get: { operationId: here, responses: { \"204\": { description: Done. } } }\n";
    let text = text.replace("components:\n", &format!("{here}components:\n"));
    fs::write(&spec, text).unwrap();
    let output = workspace.add("acme");
    assert_eq!(code(&output), Some(0), "{output:?}");
    let told = String::from_utf8_lossy(&output.stdout);
    assert!(
        told.contains("acme: host: getLoan lives on a host of its own; give the client its address by `.server(\"files_acme_example\""),
        "{told}"
    );
    let builder = "crates/florin/src/acme/builder.rs";
    assert!(workspace.holds(builder, "/// - `files_acme_example`: `getLoan`."));
    assert!(workspace.holds(builder, "session.server(name, url)"));
    let test = "tests/tests/acme_requests/main.rs";
    assert!(workspace.holds(test, "ELSEWHERE: &[&str] = &[\"getLoan\"]"));
}

/// Puts a `cargo` first that kills the errand which has called it.
#[cfg(unix)]
#[test]
fn a_killed_run_is_put_back_by_the_next() {
    use std::os::unix::fs::PermissionsExt as _;

    let workspace = Workspace::new();
    let before = workspace.files();
    let bin = workspace.folder.path().join("bin");
    fs::create_dir_all(&bin).unwrap();
    fs::write(bin.join("cargo"), "#!/bin/sh\nkill -9 $PPID\n").unwrap();
    fs::set_permissions(bin.join("cargo"), fs::Permissions::from_mode(0o755)).unwrap();
    let path = format!("{}:{}", bin.display(), std::env::var("PATH").unwrap());
    let kill = || {
        let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
        command.arg("--root").arg(workspace.root());
        command.args(["new", "acme", "--from"]);
        command.arg(workspace.folder.path().join("spec.yaml"));
        assert_eq!(code(&command.env("PATH", &path).output().unwrap()), None);
        assert!(workspace.root().join(".xtask-new/journal.json").exists());
        assert!(workspace.holds("Cargo.toml", "florin-acme"));
    };
    for next in [
        &["new", "acme", "--remove"][..],
        &["coverage"],
        &["refresh", "--offline"],
    ] {
        kill();
        let output = workspace.xtask(next);
        let told = String::from_utf8_lossy(&output.stderr);
        assert!(told.contains("`new acme` was killed"), "{told}");
        assert_eq!(code(&output), Some(0), "{output:?}");
        assert_eq!(workspace.files(), before, "{next:?}");
    }
    kill();
    assert_eq!(code(&workspace.add("acme")), Some(0));
    let output = workspace.xtask(&["new", "acme", "--remove"]);
    assert!(String::from_utf8_lossy(&output.stdout).contains("acme: changed: README.md\n"));
    assert_eq!(workspace.files(), before);
}
