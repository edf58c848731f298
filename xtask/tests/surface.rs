//! The verb `surface`: what it prints, and what it writes.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that can't go on says so by a panic"
)]

use std::fs;
use std::process::{Command, Output};

use tempfile::TempDir;

const LOANS: &str = "openapi: 3.0.3
info: {title: Lender, version: '1'}
paths:
  /loans:
    post:
      operationId: create_loan
      summary: Apply for a loan.
      x-retry: keyed
      parameters:
        - {name: Idempotency-Key, in: header, x-idempotency-key: true, schema: {type: string}}
        - {name: branch, in: query, required: true, x-sensitive: pii, schema: {type: string}}
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/NewLoan'}}}}
      responses:
        '201': {description: Created., content: {application/json: {schema: {$ref: '#/components/schemas/Loan'}}}}
        '409': {description: There is one.}
components:
  schemas:
    NewLoan:
      type: object
      required: [amount]
      properties:
        amount: {type: number}
        Purpose: {type: string, enum: [car, home]}
        label: {type: string, maxLength: 9}
    Loan:
      type: object
      properties: {id: {type: string}, iban: {type: string, x-sensitive: pii}, state: {type: string, enum: [open]}}
";

const SURFACE: &str = "Made by cargo xtask surface; not to be edited.

fn create_loan: POST /loans
    // Apply for a loan.
    retry keyed, key in header Idempotency-Key
    query branch: String, personal
    header idempotency_key?: florin_core::IdempotencyKey = Idempotency-Key
    body: types::NewLoan as json
    answer types::Loan
    error serde_json::Value

struct Loan, read
    is Default
    iban?: Option<String>, hidden
    id?: Option<String>
    state?: Option<types::LoanState>

open list LoanState, read
    Open = \"open\"
    Unknown(String)

struct NewLoan, sent
    amount: florin_core::Decimal
    label?: Option<types::NewLoanLabel>
    purpose?: Option<types::NewLoanPurpose> = Purpose

text NewLoanLabel(..=9), sent

closed list NewLoanPurpose, sent
    Car = \"car\"
    Home = \"home\"
";

fn workspace() -> TempDir {
    let workspace = tempfile::tempdir().unwrap();
    let folder = workspace.path().join("specs/lender");
    fs::create_dir_all(&folder).unwrap();
    fs::write(workspace.path().join("Cargo.toml"), "[workspace]\n").unwrap();
    let settings = "name = \"Lender\"\ncontract = \"API\"\nversion = \"1\"\n\n[upstream]\n";
    fs::write(folder.join("provider.toml"), settings).unwrap();
    fs::write(folder.join("openapi.yaml"), LOANS).unwrap();
    workspace
}

fn surface(workspace: &TempDir, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_xtask"))
        .arg("surface")
        .args(arguments)
        .arg("--root")
        .arg(workspace.path())
        .output()
        .unwrap()
}

#[test]
fn it_is_printed_and_nothing_is_written() {
    let workspace = workspace();
    let output = surface(&workspace, &["lender"]);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    assert_eq!(String::from_utf8(output.stdout).unwrap(), SURFACE);
    assert!(!workspace.path().join("specs/lender/surface.txt").exists());
}

#[test]
fn it_is_written_where_it_is_accepted() {
    let workspace = workspace();
    let output = surface(&workspace, &["lender", "--accept"]);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    assert_eq!(output.stdout, b"specs/lender/surface.txt: written\n");
    let written = fs::read_to_string(workspace.path().join("specs/lender/surface.txt")).unwrap();
    assert_eq!(written, SURFACE);
}

#[test]
fn a_provider_that_is_none_is_said_with_those_that_are() {
    let output = surface(&workspace(), &["landlord"]);
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(
        said.contains("landlord: there is no such provider in `specs`; there are lender"),
        "{said}"
    );
}
