//! What an error says beyond its status.

use florin::nemuru::{Error, ErrorDetails, Exception};

use crate::scripted::{LOAN, Scripted, answer};

async fn error(status: u16, body: &str) -> Error {
    let script = Scripted::new();
    script.on("get_loan", [answer(status, body)]);
    script.client().loan(LOAN).read().await.unwrap_err()
}

#[tokio::test(start_paused = true)]
async fn the_exception_is_what_a_program_branches_on() {
    let error = error(
        404,
        r#"{"status": "ko", "exception": "Nemuru\\Module\\Loan\\Exception\\LoanNotFoundByIdException", "error": "no ana@example.com"}"#,
    )
    .await;
    assert_eq!(error.exception(), Some(Exception::LoanNotFoundById));
    assert_eq!(
        error.provider_message().as_deref(),
        Some("no ana@example.com")
    );
    assert!(!format!("{error:#} {error:?} {:?}", error.body()).contains("ana@"));
}

#[tokio::test(start_paused = true)]
async fn schema_errors_are_read_by_pointer() {
    let error = error(
        400,
        r#"{"exception": "A\\SchemaValidatorException", "error": "x", "schema_errors": {"/borrower/email": "ana@ is none", "/term": {"min": 1}}}"#,
    )
    .await;
    assert_eq!(error.exception(), Some(Exception::SchemaValidator));
    let schema_errors = error.schema_errors();
    assert_eq!(
        schema_errors.at("/borrower/email").as_deref(),
        Some("ana@ is none")
    );
    assert_eq!(schema_errors.at("/term").as_deref(), Some(r#"{"min":1}"#));
    assert!(!format!("{schema_errors:?} {:?}", error.body()).contains("ana@"));
}

#[tokio::test(start_paused = true)]
async fn one_odd_field_costs_no_other() {
    // PHP writes an empty object like this.
    let error = error(
        400,
        r#"{"exception": "A\\SchemaValidatorException", "error": 5, "schema_errors": []}"#,
    )
    .await;
    assert_eq!(error.exception(), Some(Exception::SchemaValidator));
    assert_eq!(error.provider_message(), None);
    assert!(error.schema_errors().is_empty());
}

#[tokio::test(start_paused = true)]
async fn what_comes_from_elsewhere_has_no_exception_and_keeps_its_status() {
    for body in ["<html>", "", "[]", "null", r#"{"message": "x"}"#] {
        let error = error(403, body).await;
        assert_eq!(error.exception(), None, "{body}");
        assert!(error.schema_errors().is_empty() && error.is_auth());
    }
}
