//! What the spec forbids, and operations that are played elsewhere than it says.

use florin_sandbox::financeit::{NewLoan, Options, User};
use florin_sandbox::{Fault, Sandbox};
use reqwest::Method;
use serde_json::json;

use crate::office::{Office, answer, sandbox};

#[tokio::test]
async fn what_nobody_asked_for_is_refused() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let office = Office::open(&sandbox, User::Merchant).await;
    for path in [
        "/loans?unknown=1",
        "/loans?state=everything",
        "/loans?limit=1&limit=2",
        "/loans/get_loan_id_by_lead_id",
        "/loans/get_loan_id_by_lead_id?lead_id=7a",
        "/promo_programs?vertical_name=Home_Improvement",
        "/calculator/calculate",
        "/calculator/calculate?requested_amount=10,000",
        "/calculator/calculate?requested_amount=10&insurance=true",
    ] {
        let (status, body) = office.get(path).await;
        assert_eq!(status, 400, "{path}");
        assert!(body["errors"][0].is_string(), "{body}");
    }
    let request = office.request(Method::GET, "/loans");
    let (status, _) = answer(request.header("api-version", "3.0.0")).await;
    assert_eq!(status, 400);
    assert_eq!(office.post("/loans", &json!({})).await.0, 405);
    assert_eq!(office.get("/nothing").await.0, 404);
}

#[tokio::test]
async fn an_operation_may_be_played_at_another_route() {
    let moved = |id: &str, route: &str| (id.to_owned(), route.to_owned());
    let (sandbox, _clock) = sandbox(Options {
        routes: vec![
            moved("get_loan", "/loan_details/{id}"),
            moved("get_loan_id_by_lead_id", "POST /leads/loan"),
        ],
        ..Options::default()
    })
    .await;
    let (office, financeit) = (
        Office::open(&sandbox, User::Merchant).await,
        sandbox.financeit(),
    );
    let id = financeit.add_loan(&NewLoan {
        lead_id: Some(4),
        ..NewLoan::default()
    });
    assert_eq!(office.get(&format!("/loans/{id}")).await.0, 404);
    assert_eq!(office.get(&format!("/loan_details/{id}")).await.0, 200);
    let lookup = office.request(Method::POST, "/leads/loan?lead_id=4");
    assert_eq!(answer(lookup).await, (200, json!({ "id": id })));
    assert_eq!(
        office.listed("").await,
        [id],
        "the others stay where they were"
    );
    let seen = financeit.received_by("get_loan");
    assert_eq!(seen.len(), 1);
}

#[tokio::test]
async fn a_route_that_does_not_fit_is_named_at_the_start() {
    for (id, route) in [
        ("get_lone", "/loans/{id}"),
        ("get_loan", "loans/{id}"),
        ("get_loan", "/loans"),
    ] {
        let options = Options {
            routes: vec![(id.to_owned(), route.to_owned())],
            ..Options::default()
        };
        let refused = Sandbox::builder().financeit(options).start().await;
        assert!(refused.unwrap_err().to_string().contains(id));
    }
}

#[tokio::test]
async fn a_fault_for_an_operation_that_is_none_is_refused() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let refused = sandbox.financeit().misbehave(Fault::close().on("get_lone"));
    let known = refused.unwrap_err().to_string();
    assert!(
        known.contains("get_loan,") && known.contains("exchange_code"),
        "{known}"
    );
}
