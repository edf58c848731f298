//! Operations on a loan: sent once, whatever becomes of the answer.

use florin::core::{Effect, Retry};
use florin::nemuru::types::{LoanOperation, LoanStatus};
use florin::nemuru::{ErrorDetails, Exception, operations};
use florin_sandbox::Fault;
use florin_sandbox::nemuru::{Options, UnauthorisedBody};
use florin_tests::nemuru::invitation::LOAN;
use serde_json::{Map, json};

use super::{first, invited, sandbox, sandbox_with, second};

#[tokio::test]
async fn each_operation_goes_out_by_its_name_and_shows_in_the_status() {
    let sandbox = sandbox().await;
    let nemuru = sandbox.nemuru();
    let loan = invited(&sandbox).await;
    nemuru.advance(LOAN, "status_analysing").unwrap();
    for (operation, status) in [
        (
            LoanOperation::ApproveLoan,
            LoanStatus::StatusLenderHasBeenSelected,
        ),
        (LoanOperation::SendContract, LoanStatus::StatusContractSent),
        (
            LoanOperation::SignContract,
            LoanStatus::StatusContractSigned,
        ),
        (LoanOperation::ConfirmLoan, LoanStatus::StatusDocsApproved),
        (LoanOperation::PayLoan, LoanStatus::StatusActiveTrial),
    ] {
        loan.perform(operation).await.unwrap();
        assert_eq!(loan.read().await.unwrap().status, status);
    }
    let sent: Vec<_> = nemuru.loan(LOAN).unwrap().operations;
    let expected = [
        "approveLoan",
        "sendContract",
        "signContract",
        "confirmLoan",
        "payLoan",
    ]
    .map(|op| json!({"id": LOAN, "op": op}));
    assert_eq!(sent, expected);
    let requests = nemuru.received_by("perform_loan_operation");
    assert!(
        requests
            .iter()
            .all(|request| request.method == "PATCH" && request.path == "/api/v2/loan/")
    );
}

#[tokio::test]
async fn a_loan_is_cancelled() {
    let sandbox = sandbox().await;
    let loan = invited(&sandbox).await;
    loan.perform(LoanOperation::CancelLoan).await.unwrap();
    let status = loan.read().await.unwrap().status;
    assert_eq!(status, LoanStatus::StatusCancelled);
}

#[tokio::test]
async fn further_fields_go_along_and_may_not_be_those_that_are_filled_in() {
    let sandbox = sandbox().await;
    let nemuru = sandbox.nemuru();
    let loan = invited(&sandbox).await;
    let fields =
        |value| -> Map<String, serde_json::Value> { serde_json::from_value(value).unwrap() };
    for wrong in [json!({"id": "other"}), json!({"op": "payLoan"})] {
        let error = loan
            .perform_with(LoanOperation::CancelLoan, fields(wrong))
            .await
            .unwrap_err();
        assert!(error.is_invalid_request() && error.effect() == Effect::NotSent);
    }
    assert!(nemuru.received_by("perform_loan_operation").is_empty());
    let reason = json!({"reason": {"code": 7}, "note": "cliente"});
    loan.perform_with(LoanOperation::CancelLoan, fields(reason))
        .await
        .unwrap();
    assert_eq!(
        nemuru.loan(LOAN).unwrap().operations,
        [json!({"id": LOAN, "op": "cancelLoan", "reason": {"code": 7}, "note": "cliente"})]
    );
}

#[tokio::test]
async fn an_operation_that_the_status_does_not_allow_is_a_conflict_and_not_repeated() {
    let sandbox = sandbox().await;
    let nemuru = sandbox.nemuru();
    let loan = invited(&sandbox).await;
    let error = loan.perform(LoanOperation::PayLoan).await.unwrap_err();
    assert!(error.is_conflict() && !error.is_retryable());
    assert_eq!((error.effect(), error.attempts()), (Effect::Answered, 1));
    assert_eq!(
        error.exception().unwrap().name(),
        "LoanStatusConflictException"
    );
    assert_eq!(nemuru.received_by("perform_loan_operation").len(), 1);
    assert_eq!(nemuru.loan_status(LOAN).unwrap(), "status_initial");
}

#[tokio::test]
async fn an_operation_whose_answer_is_lost_is_never_repeated_and_may_have_been_carried_out() {
    assert_eq!(
        operations::PERFORM_LOAN_OPERATION.retry_class(),
        Retry::Never
    );
    for after in [false, true] {
        for fault in [
            Fault::reset(),
            Fault::close(),
            Fault::status(500),
            Fault::status(502).body("text/html", "<html>"),
            Fault::status(503),
            Fault::status(504),
        ] {
            let told = format!("{fault:?} {after}");
            let sandbox = sandbox().await;
            let nemuru = sandbox.nemuru();
            let loan = invited(&sandbox).await;
            nemuru.advance(LOAN, "status_docs_approved").unwrap();
            let fault = if after { fault.after_effect() } else { fault };
            nemuru
                .misbehave(fault.on("perform_loan_operation").always())
                .unwrap();
            let error = loan.perform(LoanOperation::PayLoan).await.unwrap_err();
            assert_eq!(error.effect(), Effect::MaybeApplied, "{told}");
            assert!(!error.is_retryable(), "{told}");
            assert_eq!(
                nemuru.received_by("perform_loan_operation").len(),
                1,
                "{told}"
            );
            // The loan says which it was.
            let paid = loan.read().await.unwrap().status == LoanStatus::StatusActiveTrial;
            assert_eq!(paid, after, "{told}");
            assert_eq!(
                nemuru.loan(LOAN).unwrap().operations.len(),
                usize::from(after)
            );
        }
    }
}

#[tokio::test]
async fn an_operation_whose_token_was_refused_is_sent_again_with_another_one() {
    for unauthorised in [
        UnauthorisedBody::Documented,
        UnauthorisedBody::OAuth,
        UnauthorisedBody::Empty,
        UnauthorisedBody::Html,
    ] {
        let sandbox = sandbox_with(Options {
            unauthorised,
            ..Options::default()
        })
        .await;
        let nemuru = sandbox.nemuru();
        let loan = invited(&sandbox).await;
        nemuru.expire_tokens();
        loan.perform(LoanOperation::CancelLoan).await.unwrap();
        assert_eq!(nemuru.received_by("perform_loan_operation").len(), 2);
        assert_eq!(nemuru.loan(LOAN).unwrap().operations.len(), 1);
    }
}

#[tokio::test]
async fn a_loan_that_is_not_there_or_another_agents_is_not_found() {
    let sandbox = sandbox().await;
    let _ = invited(&sandbox).await;
    for loan in [
        second(&sandbox).loan(LOAN),
        first(&sandbox).loan("00000000-0000-4000-8000-000000000000"),
    ] {
        let error = loan.perform(LoanOperation::CancelLoan).await.unwrap_err();
        assert!(error.is_not_found() && error.effect() == Effect::Answered);
        assert_eq!(error.exception(), Some(Exception::LoanNotFoundById));
    }
}
