//! Agents, conditions, operations on loans, files, paths.

use florin::core::{Effect, Fraction};
use florin::nemuru::{ConditionsRequest, UploadFile, types};
use serde_json::{Map, json};

use crate::scripted::{LOAN, Scripted, Step, answer};

#[tokio::test(start_paused = true)]
async fn an_operation_is_sent_once_whatever_comes_back() {
    for step in [Step::Lost, answer(502, "<html>"), answer(500, "{}")] {
        let script = Scripted::new();
        script.on("perform_loan_operation", [step]);
        let loan = script.client().loan(LOAN);
        let error = loan
            .perform(types::LoanOperation::PayLoan)
            .await
            .unwrap_err();
        assert_eq!(error.effect(), Effect::MaybeApplied);
        assert_eq!(script.count("perform_loan_operation"), 1);
    }
    let script = Scripted::new();
    script.on("perform_loan_operation", [answer(204, "")]);
    let loan = script.client().loan(LOAN);
    loan.perform(types::LoanOperation::CancelLoan)
        .await
        .unwrap();
    let sent = &script.sent("perform_loan_operation")[0];
    assert_eq!(sent.json(), json!({"id": LOAN, "op": "cancelLoan"}));
}

#[tokio::test(start_paused = true)]
async fn further_fields_go_along_and_do_not_replace_loan_or_operation() {
    let script = Scripted::new();
    script.on("perform_loan_operation", [answer(204, "")]);
    let loan = script.client().loan(LOAN);
    let fields = Map::from_iter([("note".to_owned(), json!(["x"]))]);
    loan.perform_with(types::LoanOperation::ConfirmLoan, fields)
        .await
        .unwrap();
    let sent = &script.sent("perform_loan_operation")[0];
    assert_eq!(
        sent.json(),
        json!({"id": LOAN, "op": "confirmLoan", "note": ["x"]})
    );
    for name in ["id", "op"] {
        let fields = Map::from_iter([(name.to_owned(), json!("other"))]);
        let error = loan
            .perform_with(types::LoanOperation::PayLoan, fields)
            .await
            .unwrap_err();
        assert!(error.is_invalid_request());
    }
    assert_eq!(script.count("perform_loan_operation"), 1);
}

#[tokio::test(start_paused = true)]
async fn a_loan_without_an_identifier_is_refused_before_anything_is_sent() {
    let script = Scripted::new();
    for operation in [
        "perform_loan_operation",
        "upload_files",
        "list_files",
        "get_loan",
    ] {
        script.on(operation, [answer(200, json!({"data": []}))]);
    }
    for id in ["", " ", "\t\n"] {
        let loan = script.client().loan(id);
        let pay = || types::LoanOperation::PayLoan;
        let file = UploadFile::bytes("a.jpeg", "payslip", "x");
        let uploaded = loan.upload([file]).await.unwrap_err();
        for error in [
            loan.perform(pay()).await.unwrap_err(),
            loan.perform_with(pay(), Map::new()).await.unwrap_err(),
            loan.files().await.unwrap_err(),
            loan.read().await.unwrap_err(),
            loan.poller().at_once().await.unwrap_err(),
            uploaded.into_error(),
        ] {
            assert!(error.is_invalid_request(), "{id:?}: {error}");
            assert!(error.to_string().contains("the loan's id"), "{error}");
        }
    }
    assert!(script.order().is_empty(), "{:?}", script.order());
}

#[tokio::test(start_paused = true)]
async fn conditions_are_asked_for_and_rates_are_fractions() {
    let script = Scripted::new();
    script.on(
        "get_loan_conditions",
        [answer(
            200,
            json!({"status": "ok", "data": [{"loan_conditions": {
                "currency": "EUR", "program": "zero_program", "principal": 5000, "term": 30,
                "merchant_discount_percentage": 0.099, "annual_interest": 0
            }}]}),
        )],
    );
    let client = script.client();
    let request = ConditionsRequest::new("a-b", "EUR", 30, "5000.50".parse().unwrap());
    let offers = client.conditions(&request).await.unwrap();
    let discount = offers[0]
        .loan_conditions
        .merchant_discount_percentage
        .unwrap();
    assert_eq!(discount, Fraction::new("0.099".parse().unwrap()));
    assert_eq!(discount.to_percent().to_string(), "9.9 %");
    let url = &script.sent("get_loan_conditions")[0].url;
    for part in [
        "agent_id=a-b",
        "currency=EUR",
        "term=30",
        "principal=5000.5",
    ] {
        assert!(url.contains(part), "{url}");
    }
    for request in [
        ConditionsRequest::new("", "EUR", 30, 1.into()),
        ConditionsRequest::new("a", "EURO", 30, 1.into()),
        ConditionsRequest::new("a", "EUR", 0, 1.into()),
        ConditionsRequest::new("a", "EUR", 30, 0.into()),
    ] {
        assert!(
            client
                .conditions(&request)
                .await
                .unwrap_err()
                .is_invalid_request()
        );
    }
}

#[tokio::test(start_paused = true)]
async fn the_agent_and_the_files_are_read() {
    let script = Scripted::new();
    script.on("get_agent_profile", [answer(200, json!({"status": "ok", "payload": {"id": "a", "allowed_asset_types": ["auto", "boat"]}}))]);
    script.on(
        "list_files",
        [answer(
            200,
            json!({"data": [{"type": "document_id_front", "data": "/document_id_front/x.jpeg"}]}),
        )],
    );
    let client = script.client();
    let agent = client.agent().await.unwrap();
    assert_eq!(agent.allowed_asset_types[1].as_str(), "boat");
    let files = client.loan(LOAN).files().await.unwrap();
    assert_eq!(files[0].type_, Some(types::FileType::DocumentIdFront));
    assert!(!format!("{files:?}").contains("x.jpeg"));
}

#[tokio::test(start_paused = true)]
async fn paths_are_corrected_for_calls_and_for_the_login() {
    let script = Scripted::new();
    script.on("list_files", [answer(200, json!({"data": []}))]);
    let client = script
        .builder()
        .path("login", "/oauth/login/")
        .path("list_files", "/loan/file/?loanId={loanId}")
        .build()
        .unwrap();
    client.loan(LOAN).files().await.unwrap();
    assert_eq!(
        script.sent("login")[0].url,
        "https://api.stg.nemuru.io/api/v2/oauth/login/"
    );
    assert_eq!(
        script.sent("list_files")[0].url,
        format!("https://api.stg.nemuru.io/api/v2/loan/file/?loanId={LOAN}")
    );
    let error = script
        .builder()
        .path("list_loans", "/loans/")
        .build()
        .unwrap_err();
    assert!(error.to_string().contains("get_loan_conditions"), "{error}");
    let error = script
        .builder()
        .path("get_loan", "/loans/")
        .build()
        .unwrap_err();
    assert!(error.to_string().contains("loanId"), "{error}");
}
