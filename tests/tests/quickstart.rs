//! The quickstart: what it tells, and that a bad file sends nothing.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "what a test relies on fails the test"
)]

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::{Command, Output};

use florin_sandbox::{Sandbox, StartError};
use florin_tests::quickstart::{self, DONE, REFUSED};
use serde_json::{Value, json};

const SAMPLE: &str = include_str!("../examples/quickstart/registration.json");
const FVR: &str = "batch_collection[0].financing_validation_request_details[0]";

/// What it wrote, and its exit code.
struct Told {
    out: String,
    err: String,
    code: u8,
}

async fn told<S>(arguments: &[&str], start: S) -> Told
where
    S: AsyncFnOnce() -> Result<Sandbox, StartError>,
{
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let arguments = arguments.iter().map(OsString::from);
    let code = quickstart::run(arguments, start, &mut out, &mut err).await;
    Told {
        out: String::from_utf8(out).unwrap(),
        err: String::from_utf8(err).unwrap(),
        code,
    }
}

/// A registry that compares at once.
async fn at_once() -> Result<Sandbox, StartError> {
    Sandbox::builder().start().await
}

/// Nothing may be sent, so there is nothing to send to.
async fn never() -> Result<Sandbox, StartError> {
    panic!("the sandbox was started")
}

/// A file that is gone when the test is.
struct Input(PathBuf);

impl Input {
    fn new(name: &str, content: &str) -> Self {
        let path = std::env::temp_dir().join(format!(
            "florin-quickstart-{}-{name}.json",
            std::process::id()
        ));
        std::fs::write(&path, content).unwrap();
        Self(path)
    }

    fn path(&self) -> &str {
        self.0.to_str().unwrap()
    }
}

impl Drop for Input {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

/// The sample with the value at `pointer` replaced, or removed.
fn sample(pointer: &str, value: Option<Value>) -> String {
    let mut json: Value = serde_json::from_str(SAMPLE).unwrap();
    let (parent, field) = pointer.rsplit_once('/').unwrap();
    let parent = json.pointer_mut(parent).unwrap().as_object_mut().unwrap();
    match value {
        Some(value) => parent.insert(field.to_owned(), value),
        None => parent.remove(field),
    };
    json.to_string()
}

async fn refused(name: &str, content: &str) -> String {
    let input = Input::new(name, content);
    let told = told(&["--input", input.path()], never).await;
    assert_eq!(told.code, REFUSED, "{}", told.err);
    assert_eq!(told.out, "");
    assert!(
        told.err.starts_with(input.path()) && told.err.ends_with("\nNothing was sent.\n"),
        "{}",
        told.err
    );
    told.err
}

#[tokio::test]
async fn the_first_lender_finances_and_the_second_is_warned() {
    let told = told(&[], at_once).await;
    assert_eq!((told.code, told.err.as_str()), (DONE, ""));
    let expected = [
        "check, then finance",
        "asks for SGD 1,480,000.00",
        "invoice SCT-2026-0881 of 2026-11-02 over SGD 1,850,600.00",
        "First lender",
        "UNIQUE",
        "FINANCED.",
        "Second lender",
        "DUPLICATE FINANCED",
        "exact (EXCT)",
        "financed (FNCD)",
        "SGD 1,480,000.00",
        "critical (CRITICAL_RISK)",
        "it does not pay",
        "activity feed",
        "registered, unique (REGU)",
        "financed (FNCD)",
        "One document, one financing.",
    ];
    assert_told_in_order(&told.out, &expected);
}

/// Finds each text after the one before it.
fn assert_told_in_order(out: &str, expected: &[&str]) {
    let mut rest = out;
    for text in expected {
        let at = rest
            .find(text)
            .unwrap_or_else(|| panic!("{text:?} is missing, or out of order, in\n{out}"));
        rest = &rest[at + text.len()..];
    }
}

#[tokio::test]
async fn a_lost_answer_invites_the_customer_of_the_shop_once() {
    let told = told(&[], at_once).await;
    assert_eq!((told.code, told.err.as_str()), (DONE, ""));
    let expected = [
        "=== Nemuru ===",
        "the shop pays 9.9 % of the price",
        "the customer pays 9.1 % interest",
        "Requests to create: 2. Invitations sent: 1.",
        "(status_opened)",
        "(status_active_trial)",
        "SUCCEEDED. Hand over the goods.",
        "Nemuru holds 2 files.",
    ];
    assert_told_in_order(&told.out, &expected);
}

#[tokio::test]
async fn the_contractor_is_paid_and_the_broker_is_told_why_not() {
    let told = told(&[], at_once).await;
    let expected = [
        "=== Financeit ===",
        "payment amount",
        "Messages sent to the customer: 1.",
        "There is none yet",
        "FUNDED. Start the job.",
        "a broker's login may not read loans",
        "Requests sent for that: 0.",
    ];
    assert_told_in_order(&told.out, &expected);
}

#[tokio::test]
async fn the_importer_confirms_once_although_the_program_dies() {
    let told = told(&[], at_once).await;
    assert_eq!((told.code, told.err.as_str()), (DONE, ""));
    let expected = [
        "=== Monoova ===",
        "That binds nobody.",
        "Requests: 2. Transactions made: 1.",
        "for USD 2500.00",
        "At the bank: pending payment, confirmed once.",
        "Open: 4711 confirm",
        "At the bank: pending payment, confirmed once.",
        "At the bank: open, confirmed once.",
        "It is open.",
        "It is partially settled.",
        "It is settled.",
        "One invoice, one deal, one confirmation",
    ];
    assert_told_in_order(&told.out, &expected);
}

#[tokio::test]
async fn the_broker_takes_in_one_customer_and_orders_once() {
    let told = told(&[], at_once).await;
    assert_eq!((told.code, told.err.as_str()), (DONE, ""));
    let expected = [
        "=== Tradevest ===",
        "identifiers, and nobody's name",
        "Nobody was taken in a second time.",
        "Both are active.",
        "EUR 750.55 are there.",
        "EUR 61480.75 each, for at most 0.5.",
        "Requests: 2. Orders placed: 1.",
        "It is SETTLED.",
        "One customer, one order",
    ];
    assert_told_in_order(&told.out, &expected);
}

#[tokio::test]
async fn a_file_of_ones_own_is_played_without_the_chapters_that_take_none() {
    let input = Input::new("alone", SAMPLE);
    let told = told(&["--input", input.path()], at_once).await;
    assert_eq!(told.code, DONE, "{}", told.err);
    assert!(told.out.contains("=== MonetaGo ==="), "{}", told.out);
    assert!(!told.out.contains("=== Nemuru ==="), "{}", told.out);
}

#[tokio::test]
async fn the_transcript_is_for_people() {
    let told = told(&[], at_once).await;
    for (at, step) in told
        .out
        .lines()
        .filter(|line| line.starts_with("  ") && !line.starts_with("   "))
        .enumerate()
    {
        assert!(
            step.starts_with(&format!("  {}. ", at + 1)),
            "steps count up: {step}"
        );
    }
    for machine in ["Some(", "None", "{", "\"", "::", "http"] {
        assert!(!told.out.contains(machine), "{machine:?} in\n{}", told.out);
    }
    let long = told
        .out
        .split_whitespace()
        .find(|word| word.len() == 36 && word.matches('-').count() == 4);
    assert_eq!(long, None, "identifiers are shortened");
}

#[tokio::test]
async fn a_file_of_ones_own_is_played_instead() {
    let amount =
        "/batch_collection/0/financing_validation_request_details/0/financing_request_amount";
    let input = Input::new(
        "own",
        &sample(
            amount,
            Some(json!({"currency": "EUR", "amount": "99000.5"})),
        ),
    );
    let told = told(&["--input", input.path()], at_once).await;
    assert_eq!(told.code, DONE, "{}", told.err);
    assert!(told.out.contains("asks for EUR 99,000.5\n"), "{}", told.out);
}

#[tokio::test]
async fn a_registration_that_finances_in_the_same_step_is_told_as_that() {
    let input = Input::new(
        "refi",
        &sample(
            "/batch_collection/0/data_set_validation_service",
            Some(json!("REFI")),
        ),
    );
    let told = told(&["--input", input.path()], at_once).await;
    assert_eq!(told.code, DONE, "{}", told.err);
    assert!(
        told.out.contains("FINANCED.") && told.out.contains("There is nothing to finance"),
        "{}",
        told.out
    );
}

#[tokio::test]
async fn a_file_that_does_not_exist_is_refused() {
    let told = told(&["--input", "no/such/file.json"], never).await;
    assert_eq!((told.code, told.out.as_str()), (REFUSED, ""));
    assert!(
        told.err
            .starts_with("no/such/file.json: the file can't be read"),
        "{}",
        told.err
    );
}

#[tokio::test]
async fn a_file_that_is_not_json_is_refused_with_the_place() {
    for (name, content) in [
        ("empty", ""),
        ("text", "Dear registry"),
        ("cut", &SAMPLE[..200]),
        ("two", "{} {}"),
    ] {
        let told = refused(name, content).await;
        let place = told.contains("this is not JSON (line ")
            || (name == "two" && told.contains("batch_collection is missing"));
        assert!(place, "{told}");
    }
    let told = refused("trailing", &format!("{SAMPLE} {{}}")).await;
    assert!(told.contains("this is not JSON (line "), "{told}");
}

#[tokio::test]
async fn a_required_field_that_is_missing_is_named_with_its_path() {
    let fvr = "/batch_collection/0/financing_validation_request_details/0";
    let document = format!("{fvr}/referred_documents/0/document_summary");
    for (pointer, path) in [
        (
            "/batch_collection".to_owned(),
            "batch_collection".to_owned(),
        ),
        (
            format!("{fvr}/financing_request_amount/amount"),
            format!("{FVR}.financing_request_amount.amount"),
        ),
        (
            format!("{fvr}/financing_applicant/name"),
            format!("{FVR}.financing_applicant.name"),
        ),
        (
            format!("{document}/document_type"),
            format!("{FVR}.referred_documents[0].document_summary.document_type"),
        ),
        (
            format!("{document}/invoice_number"),
            format!("{FVR}.referred_documents[0].document_summary.invoice_number"),
        ),
        (
            format!("{document}/total_invoice_amount"),
            format!("{FVR}.referred_documents[0].document_summary.total_invoice_amount"),
        ),
    ] {
        let told = refused("missing", &sample(&pointer, None)).await;
        assert!(
            told.contains(&format!(": {path} is missing")),
            "{path}: {told}"
        );
    }
}

#[tokio::test]
async fn a_wrong_amount_is_named_with_its_path() {
    let amounts = [
        ("financing_request_amount", "financing_request_amount"),
        (
            "referred_documents/0/document_summary/total_invoice_amount",
            "referred_documents[0].document_summary.total_invoice_amount",
        ),
    ];
    for (pointer, path) in amounts {
        let pointer =
            format!("/batch_collection/0/financing_validation_request_details/0/{pointer}/amount");
        for wrong in [
            json!("a lot"),
            json!("1.480.000,00"),
            json!("14,80,000.00"),
            json!(""),
            json!("1e6"),
            json!("-5"),
            json!(1480000),
            json!(null),
        ] {
            let told = refused("amount", &sample(&pointer, Some(wrong.clone()))).await;
            assert!(
                told.contains(&format!(": {FVR}.{path}.amount ")),
                "{wrong}: {told}"
            );
        }
    }
}

#[tokio::test]
async fn what_would_end_in_a_refusal_is_said_before_anything_is_sent() {
    let fvr = "/batch_collection/0/financing_validation_request_details/0";
    let summary = "referred_documents/0/document_summary";
    for (pointer, wrong, path) in [
        (
            "financing_applicant/name",
            "",
            "financing_applicant.name is empty",
        ),
        (
            "financing_applicant/name",
            "\u{1b}[2J",
            "financing_applicant.name holds control characters",
        ),
        (
            &format!("{summary}/issue_date"),
            "02.11.2026",
            "referred_documents[0].document_summary.issue_date isn't a date",
        ),
    ] {
        let content = sample(&format!("{fvr}/{pointer}"), Some(json!(wrong)));
        let told = refused("refusal", &content).await;
        assert!(told.contains(&format!(": {FVR}.{path}")), "{told}");
    }
}

#[tokio::test]
async fn a_value_of_the_wrong_type_is_named_with_its_path() {
    for (pointer, wrong, path) in [
        (
            "/batch_collection",
            json!({}),
            "batch_collection can't be read",
        ),
        ("/batch_collection", json!([]), "batch_collection is empty"),
        (
            "/batch_collection/0/financing_validation_request_details/0/financing_request_amount/currency",
            json!("S$"),
            "batch_collection[0].financing_validation_request_details[0].financing_request_amount.currency isn't",
        ),
        (
            "/pool_identification",
            json!("p".repeat(36)),
            "pool_identification can't be read",
        ),
        (
            "/batch_collection/0/financing_validation_request_details/0/financing_applicant",
            json!("me"),
            "batch_collection[0].financing_validation_request_details[0].financing_applicant can't be read",
        ),
    ] {
        let told = refused("type", &sample(pointer, Some(wrong))).await;
        assert!(told.contains(&format!(": {path}")), "{told}");
    }
    let told = refused("list", "[1]").await;
    assert!(
        told.contains("the top level can't be read") || told.contains("[0]"),
        "{told}"
    );
}

#[tokio::test]
async fn an_unknown_flag_is_answered_with_the_usage() {
    for arguments in [
        &["--verbose"][..],
        &["file.json"],
        &["--input"],
        &["--input", "a", "--input", "b"],
        &["--input="],
    ] {
        let told = told(arguments, never).await;
        assert_eq!(
            (told.code, told.out.as_str()),
            (REFUSED, ""),
            "{arguments:?}"
        );
        assert!(told.err.contains("\nUsage: "), "{}", told.err);
    }
}

#[tokio::test]
async fn help_is_no_error() {
    for flag in ["-h", "--help"] {
        let told = told(&[flag], never).await;
        assert_eq!((told.code, told.err.as_str()), (DONE, ""));
        assert!(
            told.out
                .starts_with("Usage: cargo run --example quickstart"),
            "{}",
            told.out
        );
    }
}

/// The example as `cargo test` has built it, beside this test.
fn program(arguments: &[&str]) -> Output {
    let test = std::env::current_exe().unwrap();
    let built = test
        .ancestors()
        .nth(2)
        .unwrap()
        .join("examples")
        .join(format!("quickstart{}", std::env::consts::EXE_SUFFIX));
    // From a directory without a repository: the sample is part of the program.
    Command::new(built)
        .args(arguments)
        .current_dir(std::env::temp_dir())
        .output()
        .unwrap()
}

#[test]
fn the_program_runs_anywhere_and_ends_with_its_code() {
    let done = program(&[]);
    let out = String::from_utf8(done.stdout).unwrap();
    assert_eq!(
        done.status.code(),
        Some(0),
        "{}",
        String::from_utf8_lossy(&done.stderr)
    );
    assert!(out.contains("DUPLICATE FINANCED"), "{out}");

    let refused = program(&["--input", "no/such/file.json"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(refused.stdout.is_empty() && !refused.stderr.is_empty());
}
