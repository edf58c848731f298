//! Operations on loans, and steps by hand.

use florin_sandbox::nemuru::{Agent, Options};
use serde_json::json;

use crate::shop::{LOAN, Shop, answer, exception, sandbox};

#[tokio::test]
async fn operations_lead_from_the_lenders_to_the_money() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let shop = Shop::open(&sandbox, Agent::First).await;
    shop.invite(LOAN).await;
    sandbox.nemuru().advance(LOAN, "status_analysing").unwrap();
    for (operation, status) in [
        ("approveLoan", "status_lender_has_been_selected"),
        ("sendContract", "status_contract_sent"),
        ("signContract", "status_contract_signed"),
        ("confirmLoan", "status_docs_approved"),
        ("payLoan", "status_active_trial"),
    ] {
        let (answered, body) = shop.operate(LOAN, operation).await;
        assert_eq!((answered, body), (204, json!(null)), "{operation}");
        assert_eq!(shop.status(LOAN).await, status);
    }
    let kept = sandbox.nemuru().loan(LOAN).unwrap();
    assert_eq!(kept.operations.len(), 5);
}

#[tokio::test]
async fn an_operation_that_does_not_go_with_the_status_is_refused_and_changes_nothing() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let shop = Shop::open(&sandbox, Agent::First).await;
    shop.invite(LOAN).await;
    for operation in [
        "approveLoan",
        "sendContract",
        "signContract",
        "confirmLoan",
        "payLoan",
    ] {
        let (status, body) = shop.operate(LOAN, operation).await;
        assert_eq!(
            (status, exception(&body)),
            (409, "LoanStatusConflictException")
        );
    }
    assert_eq!(shop.status(LOAN).await, "status_initial");
    assert_eq!(shop.operate(LOAN, "cancelLoan").await.0, 204);
    assert_eq!(shop.status(LOAN).await, "status_cancelled");
    assert_eq!(shop.operate(LOAN, "cancelLoan").await.0, 409);
    assert_eq!(sandbox.nemuru().loan(LOAN).unwrap().operations.len(), 1);
}

#[tokio::test]
async fn an_operation_may_bring_fields_of_its_own_and_must_be_a_known_one() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let shop = Shop::open(&sandbox, Agent::First).await;
    shop.invite(LOAN).await;
    let body = json!({ "id": LOAN, "op": "cancelLoan", "reason": "out of stock" });
    let request = shop.request(reqwest::Method::PATCH, "/loan/").json(&body);
    assert_eq!(answer(request).await.0, 204);
    assert_eq!(sandbox.nemuru().loan(LOAN).unwrap().operations, [body]);
    let (status, body) = shop.operate(LOAN, "cancel").await;
    assert_eq!(status, 400);
    assert!(body["schema_errors"]["/op"].is_string());
}

#[tokio::test]
async fn a_loan_can_be_brought_to_any_status_by_hand() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let shop = Shop::open(&sandbox, Agent::First).await;
    shop.invite(LOAN).await;
    for status in ["status_ended", "status_opened", "status_of_the_future"] {
        sandbox.nemuru().advance(LOAN, status).unwrap();
        assert_eq!(shop.status(LOAN).await, status);
        assert_eq!(sandbox.nemuru().loan_status(LOAN).unwrap(), status);
    }
    let unknown = sandbox.nemuru().advance("nobody", "status_ended");
    assert!(unknown.unwrap_err().to_string().contains("nobody"));
}
