//! A workspace with one provider, and the program run in it.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use tempfile::TempDir;

const PROVIDER: &str = r#"name = "Tiny Bank"
purpose = "a loan | for tests"
contract = "Tiny API"
version = "1.0.0"

[upstream]
openapi = ""
"#;

pub(crate) const SPEC: &str = r"openapi: 3.0.3
info:
  title: Tiny Bank
  version: 1.0.0
servers:
  - url: https://api.tiny.example
security:
  - bearer: []
paths:
  /loans:
    post:
      operationId: create_loan
      summary: Ask for a loan
      x-provenance:
        path: documented
        request: documented
        response: inferred
        note: No page shows the answer.
      x-retry: never
      requestBody:
        required: true
        content:
          application/json:
            schema:
              $ref: '#/components/schemas/Loan'
      responses:
        2XX:
          description: Taken in.
        4XX:
          $ref: '#/components/responses/Refused'
        5XX:
          $ref: '#/components/responses/Refused'
  /loans/{id}:
    get:
      operationId: get_loan
      summary: One loan
      x-provenance:
        path: inferred
        request: documented
        response: documented
        note: A guide shows the path without its version.
      x-retry: safe
      parameters:
        - name: id
          in: path
          required: true
          schema:
            type: string
      responses:
        2XX:
          description: The loan.
          content:
            application/json:
              schema:
                $ref: '#/components/schemas/Loan'
        default:
          $ref: '#/components/responses/Refused'
  /token:
    post:
      operationId: create_token
      summary: Get a token
      security: []
      x-provenance:
        path: documented
        request: documented
        response: documented
      x-retry: safe
      responses:
        2XX:
          description: The token.
          content:
            application/json:
              schema:
                $ref: '#/components/schemas/Token'
        default:
          $ref: '#/components/responses/Refused'
components:
  securitySchemes:
    bearer:
      type: http
      scheme: bearer
  responses:
    Refused:
      description: Refused.
      content:
        application/json:
          schema:
            $ref: '#/components/schemas/Refusal'
  schemas:
    Loan:
      type: object
      properties:
        amount:
          type: number
        email:
          type: string
          x-sensitive: pii
    Refusal:
      type: object
      properties:
        reason:
          type: string
    Token:
      type: object
      properties:
        access_token:
          type: string
          x-sensitive: secret
";

const SANDBOX: &str = r#"
fn perform(operation: &str) {
    match operation {
        "create_loan" | "get_loan" => {}
        _ => token(),
    }
}
"#;

const FACADE: &str = r"
/// As `self.api.create_loan()` would.
pub async fn loan(&self) {
    self.api.get_loan().send().await
}
";

const SAMPLES: &str = r#"
#[test]
fn a_loan_is_read() {
    let loan: types::Loan = serde_json::from_str(LOAN).unwrap();
    answering("create_token", 200, "{}");
}
"#;

const README: &str = "# Florin\n\n<!-- providers -->\n<!-- /providers -->\n\nMore.\n";

/// What a run of the program came to.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) code: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

pub(crate) struct Tiny(TempDir);

impl Tiny {
    /// Everything in order.
    pub(crate) fn new() -> Self {
        let tiny = Self(tempfile::tempdir().unwrap());
        for (path, text) in [
            ("Cargo.toml", "[workspace]\n"),
            ("README.md", README),
            ("specs/tiny/provider.toml", PROVIDER),
            ("specs/tiny/openapi.yaml", SPEC),
            ("crates/florin-sandbox/src/tiny/mod.rs", SANDBOX),
            ("crates/florin/src/tiny.rs", FACADE),
            ("tests/tests/documented_samples/tiny.rs", SAMPLES),
        ] {
            tiny.write(path, text);
        }
        tiny.snapshot("create_loan", "POST https://api.tiny.example/loans");
        tiny.snapshot("create_token", "POST https://api.tiny.example/token");
        tiny.snapshot("get_loan", "GET https://api.tiny.example/loans/l-1");
        tiny.accept();
        let run = tiny.run(&["coverage", "--write"]);
        assert_eq!(run.code, 0, "{run:?}");
        tiny
    }

    /// Keeps a request, as insta writes it.
    pub(crate) fn snapshot(&self, operation: &str, request: &str) {
        let text = format!("---\nsource: tests/tests/tiny.rs\n---\n{request}\naccept: */*\n");
        self.write(
            &format!("tests/tests/snapshots/tiny/{operation}.snap"),
            &text,
        );
    }

    /// Takes the surface as it is.
    pub(crate) fn accept(&self) {
        let run = self.run(&["surface", "tiny", "--accept"]);
        assert_eq!(run.code, 0, "{run:?}");
    }

    fn path(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap()
    }

    pub(crate) fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub(crate) fn remove(&self, path: &str) {
        fs::remove_file(self.path(path)).unwrap();
    }

    /// Replaces what is there once.
    pub(crate) fn edit(&self, path: &str, was: &str, becomes: &str) {
        let text = self.read(path);
        assert_eq!(text.matches(was).count(), 1, "{was} in {path}");
        self.write(path, &text.replacen(was, becomes, 1));
    }

    pub(crate) fn check(&self, arguments: &[&str]) -> Run {
        let mut all = vec!["check"];
        all.extend(arguments);
        self.run(&all)
    }

    /// The lines that checking the provider finds, and none of them without exit code 1.
    pub(crate) fn findings(&self) -> Vec<String> {
        let run = self.check(&["tiny"]);
        assert_eq!(run.code, 1, "{run:?}");
        run.stdout.lines().map(str::to_owned).collect()
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Run {
        let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
        command.arg("--root").arg(self.0.path()).args(arguments);
        let output = command.output().unwrap();
        Run {
            code: output.status.code().unwrap(),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }
}
