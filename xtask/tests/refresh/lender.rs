//! A small workspace with one lender that nobody has heard of, and what can be done with it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use serde_json::{Value, json};
use tempfile::TempDir;

/// A workspace in a temporary folder.
pub(crate) struct Workspace {
    folder: TempDir,
}

/// How a run of the program ended.
#[derive(Debug)]
pub(crate) struct Ended {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

pub(crate) const SETTINGS: &str = "# Where it is from.\n\nname = \"Lender\"\ncontract = \"Loans\"\nversion = \"1\"\n\n[upstream]\n\
                                   documentation = \"https://lender.example\"\n# None is known.\nopenapi = \"\"\n\
                                   read_on = \"\"\nsha256 = \"\"\n";

/// What the lender publishes.
pub(crate) fn published() -> Value {
    json!({
        "openapi": "3.0.3",
        "info": { "title": "Lender", "version": "1.0" },
        "servers": [{ "url": "https://api.lender.example" }],
        "paths": {
            "/loans/{loanId}": {
                "get": {
                    "operationId": "get_loan",
                    "summary": "Reads a loan",
                    "parameters": [
                        { "name": "loanId", "in": "path", "required": true, "schema": { "type": "string" } }
                    ],
                    "responses": { "200": {
                        "description": "It",
                        "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Loan" } } }
                    } }
                }
            }
        },
        "components": { "schemas": { "Loan": {
            "type": "object",
            "required": ["id"],
            "properties": { "id": { "type": "string" }, "note": { "type": "string" } }
        } } }
    })
}

/// With one more operation, which breaks nobody.
pub(crate) fn grown() -> Value {
    let mut document = published();
    let mut operation = document["paths"]["/loans/{loanId}"]["get"].clone();
    operation["operationId"] = "get_offer".into();
    document["paths"]["/offers/{loanId}"]["get"] = operation;
    document
}

/// Without the field that some may read.
pub(crate) fn shrunk() -> Value {
    let mut document = published();
    let fields = document["components"]["schemas"]["Loan"]["properties"].as_object_mut();
    fields.unwrap().remove("note");
    document
}

impl Workspace {
    /// With the lender's spec as if somebody had written it by hand.
    pub(crate) fn by_hand() -> Self {
        let workspace = Self::empty();
        workspace.write("specs/lender/provider.toml", SETTINGS);
        workspace.write(
            "specs/lender/openapi.yaml",
            &format!("# By hand.\n{}\n", published()),
        );
        workspace
    }

    /// With the lender's spec as it was refreshed from [`published`], once for all tests.
    pub(crate) fn refreshed() -> Self {
        static FILES: OnceLock<BTreeMap<PathBuf, String>> = OnceLock::new();
        let files = FILES.get_or_init(|| {
            let first = Self::by_hand();
            let from = first.put("first.json", &published());
            first.writes(&["lender", "--accept", "--from", &from]);
            let within = |path: PathBuf| path.strip_prefix(first.root()).unwrap().to_owned();
            let files = first.specs().into_iter();
            files.map(|(path, text)| (within(path), text)).collect()
        });
        let workspace = Self::empty();
        for (path, text) in files {
            workspace.write(path.to_str().unwrap(), text);
        }
        workspace
    }

    pub(crate) fn empty() -> Self {
        let workspace = Self {
            folder: tempfile::tempdir().unwrap(),
        };
        workspace.write("Cargo.toml", "[workspace]\n");
        workspace
    }

    pub(crate) fn root(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn write(&self, path: &str, text: &str) {
        let path = self.root().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.root().join(path)).unwrap()
    }

    /// Puts a document beside `specs`, and says where.
    pub(crate) fn put(&self, name: &str, document: &Value) -> String {
        self.write(name, &format!("{document:#}"));
        self.root().join(name).display().to_string()
    }

    /// Everything in `specs`, by path.
    pub(crate) fn specs(&self) -> BTreeMap<PathBuf, String> {
        let mut files = BTreeMap::new();
        collect(&self.root().join("specs"), &mut files);
        files
    }

    pub(crate) fn refresh(&self, words: &[&str]) -> Ended {
        self.run("refresh", words)
    }

    /// What the rule `overlay` of `check` finds.
    pub(crate) fn overlays_found(&self, provider: &str) -> Vec<String> {
        let ended = self.run("check", &[provider]);
        assert!(ended.code != Some(2), "{ended:?}");
        let of_rule = format!("{provider}: overlay: ");
        let lines = ended.out.lines().filter(|line| line.starts_with(&of_rule));
        lines.map(str::to_owned).collect()
    }

    fn run(&self, verb: &str, words: &[&str]) -> Ended {
        let run = Command::new(env!("CARGO_BIN_EXE_xtask"))
            .arg("--root")
            .arg(self.root())
            .arg(verb)
            .args(words)
            .output()
            .unwrap();
        Ended {
            code: run.status.code(),
            out: String::from_utf8(run.stdout).unwrap(),
            err: String::from_utf8(run.stderr).unwrap(),
        }
    }

    /// It ends so, and leaves everything as it was. Gives what it said.
    pub(crate) fn leaves_all(&self, words: &[&str], code: i32) -> String {
        let before = self.specs();
        let ended = self.refresh(words);
        assert_eq!(ended.code, Some(code), "{ended:?}");
        assert_eq!(self.specs(), before, "{words:?}");
        format!("{}{}", ended.out, ended.err)
    }

    /// It is written and fine. Gives the page.
    pub(crate) fn writes(&self, words: &[&str]) -> String {
        let before = self.specs();
        let ended = self.refresh(words);
        assert_eq!(ended.code, Some(0), "{ended:?}");
        assert_ne!(self.specs(), before, "{ended:?}");
        assert!(!self.root().join("specs/.refresh").exists());
        ended.out
    }
}

fn collect(folder: &Path, files: &mut BTreeMap<PathBuf, String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, files);
        } else {
            let text = fs::read_to_string(&path).unwrap();
            files.insert(path, text);
        }
    }
}
