//! The verb `diff`: what it takes for a side, what it tells, and how it ends.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that can't go on says so by a panic"
)]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

const LOANS: &str = "openapi: 3.0.3
info: {title: Lender, version: '1'}
paths:
  /loans/{id}:
    get:
      operationId: get_loan
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses: {'200': {description: It., content: {application/json: {schema: {$ref: '#/components/schemas/Loan'}}}}}
components:
  schemas:
    Loan: {type: object, required: [id], properties: {id: {type: string}}}
";

const SETTINGS: &str = "name = \"Lender\"\ncontract = \"API\"\nversion = \"1\"\n\n[upstream]\n";

/// The same, with a field more.
fn with_a_field() -> String {
    LOANS.replace(
        "properties: {id:",
        "properties: {state: {type: string}, id:",
    )
}

/// The same, without the operation.
fn without_it() -> String {
    LOANS.replace("get_loan", "read_loan")
}

struct Workspace(TempDir);

impl Workspace {
    /// A workspace with these specs, by provider, in a git repository.
    fn of(specs: &[(&str, &str)]) -> Self {
        let workspace = Self(tempfile::tempdir().unwrap());
        workspace.write("Cargo.toml", "[workspace]\n");
        for (provider, spec) in specs {
            workspace.write(&format!("specs/{provider}/provider.toml"), SETTINGS);
            workspace.write(&format!("specs/{provider}/openapi.yaml"), spec);
        }
        workspace.git(&["init", "--quiet", "--initial-branch", "main"]);
        workspace.commit();
        workspace
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.0.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn git(&self, arguments: &[&str]) {
        let mut git = Command::new("git");
        git.args(["-c", "user.name=A", "-c", "user.email=a@example.com"])
            .args(arguments);
        assert!(git.current_dir(self.0.path()).status().unwrap().success());
    }

    fn commit(&self) {
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--message", "So it is."]);
    }

    fn diff(&self, arguments: &[&str]) -> Output {
        run(self.0.path(), arguments)
    }
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_xtask"))
        .arg("diff")
        .args(arguments)
        .current_dir(folder)
        .output()
        .unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn problem(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(2), "{}", said(output));
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[test]
fn two_files_need_no_workspace() {
    let folder = tempfile::tempdir().unwrap();
    for (name, spec) in [
        ("a.yaml", LOANS.to_owned()),
        ("b.yaml", with_a_field()),
        ("c.yaml", without_it()),
    ] {
        fs::write(folder.path().join(name), spec).unwrap();
    }
    let more = run(folder.path(), &["a.yaml", "b.yaml"]);
    assert_eq!(more.status.code(), Some(0));
    assert_eq!(
        said(&more),
        "# b.yaml\n\n0 breaking, 1 additive, 0 documentation. Bump: **minor** (0.1.0 → 0.1.1, 1.0.0 → 1.1.0).\n\n\
         ## Additive\n\n- `types::Loan.state`: is new, `Option<String>`\n"
    );
    let broken = run(folder.path(), &["a.yaml", "c.yaml"]);
    assert_eq!(broken.status.code(), Some(1));
    assert!(
        said(&broken).contains("- `Client::get_loan`: is called `read_loan` now\n"),
        "{}",
        said(&broken)
    );
    let same = run(folder.path(), &["a.yaml", "a.yaml"]);
    assert_eq!(
        (same.status.code(), said(&same).as_str()),
        (Some(0), "a.yaml: nothing changed that a user sees.\n")
    );
}

#[test]
fn json_has_the_bump_and_each_change_with_its_rule() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.yaml"), LOANS).unwrap();
    fs::write(folder.path().join("b.yaml"), without_it()).unwrap();
    let output = run(folder.path(), &["a.yaml", "b.yaml", "--format", "json"]);
    assert_eq!(output.status.code(), Some(1));
    let told: Value = serde_json::from_str(&said(&output)).unwrap();
    assert_eq!(told["bump"], "major");
    let change = &told["specs"]["b.yaml"]["breaking"][0];
    assert_eq!(change["place"], "Client::get_loan");
    assert_eq!(change["rule"], "operation-renamed");
    assert_eq!(change["builds"], false);
}

#[test]
fn revisions_are_compared_with_all_their_providers_and_the_working_tree() {
    let workspace = Workspace::of(&[("north", LOANS), ("south", LOANS), ("west", LOANS)]);
    workspace.write("specs/north/openapi.yaml", &with_a_field());
    workspace.write("specs/east/provider.toml", SETTINGS);
    workspace.write("specs/east/openapi.yaml", LOANS);
    fs::remove_dir_all(workspace.0.path().join("specs/west")).unwrap();
    let output = workspace.diff(&["main", "."]);
    assert_eq!(output.status.code(), Some(1));
    let text = said(&output);
    assert!(text.contains("# north\n\n0 breaking, 1 additive"), "{text}");
    assert!(text.contains("- the provider west is gone\n"), "{text}");
    assert!(
        text.contains("- the provider east is new, with 1 operations\n"),
        "{text}"
    );
    assert!(
        text.ends_with("south: nothing changed that a user sees.\n"),
        "{text}"
    );
    // What is the same needs no client.
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(!told.contains("south: generating"), "{told}");

    workspace.commit();
    let one = workspace.diff(&["HEAD~1", "HEAD", "--provider", "north"]);
    assert_eq!(one.status.code(), Some(0));
    assert!(said(&one).starts_with("# north\n"), "{}", said(&one));
    let from_one = workspace.diff(&["HEAD~1:specs/north", "HEAD"]);
    assert_eq!(said(&from_one), said(&one));
}

#[test]
fn a_file_of_a_revision_may_be_split_over_several() {
    let split = LOANS.replace("#/components/schemas/Loan", "parts/loan.yaml");
    let workspace = Workspace::of(&[("north", &split)]);
    let part = "{type: object, required: [id], properties: {id: {type: string}}}";
    workspace.write("specs/north/parts/loan.yaml", part);
    workspace.commit();
    workspace.write(
        "specs/north/parts/loan.yaml",
        &part.replace("id: {", "was: {type: string}, id: {"),
    );
    let output = workspace.diff(&["main:specs/north/openapi.yaml", "specs/north/openapi.yaml"]);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    assert!(said(&output).contains(".was`: is new"), "{}", said(&output));
}

#[test]
fn what_names_nothing_is_said_and_nothing_is_told() {
    let workspace = Workspace::of(&[("north", LOANS)]);
    for (arguments, expected) in [
        (
            &["nowhere", "."][..],
            "nowhere: there is no such file or folder, and git knows no such revision",
        ),
        (
            &["main:nowhere", "."],
            "main:nowhere: git knows of no such file or folder",
        ),
        (
            &["--", "--help", "."],
            "--help: there is no such file or folder",
        ),
        (
            &["main", ".", "--provider", "south"],
            "it has no provider `south`; there are north",
        ),
        (&["Cargo.toml", "."], "there are north"),
        (&["Cargo.toml", "specs/north"], "Cargo.toml"),
        (
            &["specs/north/provider.toml", "main:Cargo.toml"],
            "provider.toml",
        ),
    ] {
        let output = workspace.diff(arguments);
        assert!(
            problem(&output).contains(expected),
            "{arguments:?}: {output:?}"
        );
        assert_eq!(said(&output), "");
    }
}

#[test]
fn an_operation_that_moves_to_another_domain_needs_another_feature() {
    let workspace = Workspace::of(&[]);
    let shared = "openapi: 3.0.3\ninfo: {title: Lender, version: '1'}\npaths: {}\n";
    let domain = |paths: &str| {
        format!("openapi: 3.0.3\ninfo: {{title: Part, version: '1'}}\npaths: {paths}\n")
    };
    let get = |id: &str| {
        format!("{{get: {{operationId: {id}, responses: {{'204': {{description: Done.}}}}}}}}")
    };
    let both = format!(
        "{{/taxes: {}, /transfers: {}}}",
        get("get_taxes"),
        get("get_transfers")
    );
    workspace.write("old/provider.toml", SETTINGS);
    workspace.write("old/shared.yaml", shared);
    workspace.write(
        "old/authorization.yaml",
        &domain(&format!("{{/token: {}}}", get("get_token"))),
    );
    workspace.write("old/taxes.yaml", &domain(&both));
    workspace.write("new/provider.toml", SETTINGS);
    workspace.write("new/shared.yaml", shared);
    workspace.write(
        "new/authorization.yaml",
        &domain(&format!("{{/token: {}}}", get("get_token"))),
    );
    workspace.write(
        "new/taxes.yaml",
        &domain(&format!("{{/taxes: {}}}", get("get_taxes"))),
    );
    workspace.write(
        "new/transfers.yaml",
        &domain(&format!("{{/transfers: {}}}", get("get_transfers"))),
    );
    let output = workspace.diff(&["old", "new"]);
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    assert_eq!(
        said(&output),
        "# new\n\n1 breaking, 0 additive, 0 documentation. Bump: **major** (0.1.0 → 0.2.0, 1.0.0 → 2.0.0).\n\n\
         ## Breaking: builds no more\n\n- `Client::get_transfers`: needs the feature `transfers` instead of `taxes`\n"
    );
}

#[test]
fn what_is_told_is_told_with_its_words_before_and_now() {
    let folder = tempfile::tempdir().unwrap();
    let limited = |most: u32| {
        LOANS.replace(
            "{id: {type: string}}",
            &format!("{{id: {{type: string, description: 'Maximum {most}'}}}}"),
        )
    };
    fs::write(folder.path().join("a.yaml"), limited(100)).unwrap();
    fs::write(folder.path().join("b.yaml"), limited(50)).unwrap();
    let page = said(&run(folder.path(), &["a.yaml", "b.yaml"]));
    assert!(
        page.contains("- `types::Loan.id`: `Maximum 100` → `Maximum 50`\n"),
        "{page}"
    );
    let json = said(&run(
        folder.path(),
        &["a.yaml", "b.yaml", "--format", "json"],
    ));
    let json: Value = serde_json::from_str(&json).unwrap();
    let told = &json["specs"]["b.yaml"]["documentation"][0];
    assert_eq!(
        (&told["was"], &told["is"]),
        (&"Maximum 100".into(), &"Maximum 50".into())
    );
}

#[test]
fn an_answer_that_lacks_a_new_field_is_told_not_to_be_read() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.yaml"), LOANS).unwrap();
    let new = with_a_field().replace("required: [id]", "required: [id, state]");
    fs::write(folder.path().join("b.yaml"), new).unwrap();
    let output = run(folder.path(), &["a.yaml", "b.yaml"]);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let line = "- `types::Loan.state`: is new, `String`; an answer without it, or one that was stored before, isn't read\n";
    assert!(said(&output).contains(line), "{}", said(&output));
}
