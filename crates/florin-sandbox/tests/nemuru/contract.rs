//! What every operation has in common: the spec, the slash at the end, and routes elsewhere.

use florin_sandbox::Sandbox;
use florin_sandbox::nemuru::{Agent, Options};
use reqwest::Method;
use serde_json::json;

use crate::shop::{LOAN, Shop, answer, exception, sandbox};

#[tokio::test]
async fn a_path_without_its_last_slash_is_redirected_with_nothing_done() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let shop = Shop::open(&sandbox, Agent::First).await;
    let request = shop.request(Method::POST, "/loan");
    let sent = request.json(&shop.invitation(LOAN)).send().await.unwrap();
    assert_eq!(sent.status(), 301);
    assert_eq!(sent.headers()["location"], "/api/v2/loan/");
    assert!(sandbox.nemuru().loans().is_empty());
    let (status, body) = shop.get("/nothing").await;
    assert_eq!(
        (status, exception(&body)),
        (404, "ResourceNotFoundException")
    );
}

#[tokio::test]
async fn a_header_that_nobody_asked_for_is_refused() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let shop = Shop::open(&sandbox, Agent::First).await;
    let request = shop.request(Method::GET, "/agent/profile/");
    let (status, body) = answer(request.header("api-version", "2.0.0")).await;
    assert_eq!(
        (status, exception(&body)),
        (400, "SchemaValidatorException")
    );
    assert!(body["schema_errors"]["/api-version"].is_string(), "{body}");
}

#[tokio::test]
async fn a_token_is_asked_for_before_the_request_is_looked_at() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let url = format!("{}/loan/", sandbox.nemuru().api_url());
    let request = reqwest::Client::post(&crate::shop::client(), url);
    assert_eq!(answer(request.json(&json!({}))).await.0, 401);
}

#[tokio::test]
async fn a_body_has_to_be_json_and_say_so() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let shop = Shop::open(&sandbox, Agent::First).await;
    let request = shop.request(Method::POST, "/webhook/").body("{}");
    let (status, body) = answer(request).await;
    assert_eq!((status, exception(&body)), (415, "BadRequestException"));
    let request = shop.request(Method::POST, "/webhook/").body("{");
    let request = request.header("content-type", "application/json");
    let (status, body) = answer(request).await;
    assert_eq!(
        (status, exception(&body)),
        (400, "SchemaValidatorException")
    );
    assert_eq!(shop.post("/agent/profile/", &json!({})).await.0, 405);
}

#[tokio::test]
async fn operations_can_be_played_elsewhere() {
    let (sandbox, _clock) = sandbox(Options {
        routes: vec![
            ("get_loan".to_owned(), "/loans/{loanId}".to_owned()),
            ("perform_loan_operation".to_owned(), "PUT /loan/".to_owned()),
        ],
        ..Options::default()
    })
    .await;
    let shop = Shop::open(&sandbox, Agent::First).await;
    shop.invite(LOAN).await;
    assert_eq!(shop.get(&format!("/loans/{LOAN}")).await.0, 200);
    assert_eq!(shop.get(&format!("/loan/{LOAN}/")).await.0, 404);
    let body = json!({ "id": LOAN, "op": "cancelLoan" });
    assert_eq!(shop.put("/loan/", &body).await.0, 204);
    assert_eq!(shop.operate(LOAN, "cancelLoan").await.0, 405);
}

#[tokio::test]
async fn a_route_for_an_operation_that_does_not_exist_is_told_at_the_start() {
    let options = Options {
        routes: vec![("get_lone".to_owned(), "/loans/".to_owned())],
        ..Options::default()
    };
    let error = Sandbox::builder()
        .nemuru(options)
        .start()
        .await
        .unwrap_err();
    assert!(error.to_string().contains("get_lone"), "{error}");
}
