//! The languages that the host refuses in.

use florin_sandbox::monoova::{ErrorLanguage, Options, Separator};

use crate::desk::{desk_with, fields, form, order, token};

#[tokio::test]
async fn a_refusal_may_be_a_list_of_codes() {
    let (_sandbox, _clock, desk) = desk_with(Options {
        errors: ErrorLanguage::Coded,
        ..Options::default()
    })
    .await;
    let (status, body) = desk.get("/transactions/7").await;
    assert_eq!(status, 404);
    assert!(body["traceId"].is_string());
    assert_eq!(body["errors"][0]["errorCode"], "FX404");
    assert!(body["errors"][0]["errorMessage"].is_string());
}

#[tokio::test]
async fn a_refusal_may_be_a_page_of_a_gateway() {
    let (sandbox, _clock, desk) = desk_with(Options {
        errors: ErrorLanguage::Html,
        ..Options::default()
    })
    .await;
    let (status, body) = desk.get("/transactions/7").await;
    assert_eq!(status, 404);
    assert!(body.as_str().unwrap().starts_with("<html>"), "{body}");
    let monoova = sandbox.monoova();
    let mut wrong = form(&monoova.back_office());
    wrong.retain(|(name, _)| *name != "client_secret");
    let (_, body) = token(monoova, &wrong).await;
    assert_eq!(
        body["error"], "invalid_client",
        "the token endpoint has its own"
    );
}

#[tokio::test]
async fn a_record_and_its_field_may_be_joined_otherwise() {
    let (sandbox, _clock, desk) = desk_with(Options {
        separator: Separator::Underscore,
        ..Options::default()
    })
    .await;
    let mut order = order(sandbox.monoova());
    order["transaction"]["value_date"] = "2020-01-01".into();
    let (status, body) = desk.post("/transactions", &order).await;
    assert_eq!(status, 422);
    assert_eq!(fields(&body), ["transaction_value_date"]);
}
