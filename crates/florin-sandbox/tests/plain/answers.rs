//! Each operation is answered with what its own schema accepts.

use florin_sandbox::Fault;
use reqwest::Method;
use serde_json::{Value, json};

use super::Harbour;

#[tokio::test]
async fn an_example_that_is_out_of_date_gives_way_to_what_the_schema_wants() {
    let harbour = Harbour::open().await;
    let answer = harbour
        .authorised(Method::GET, "/payments")
        .send()
        .await
        .unwrap();
    assert_eq!(answer.headers()["x-total"], "7");
    let body: Value = answer.json().await.unwrap();
    assert_eq!(body[0]["kind"], "sepa");
    assert_eq!(body[0]["amount"], json!(12.5));
    assert!(body[0]["id"].is_string());
}

#[tokio::test]
async fn an_answer_is_of_the_media_type_that_is_asked_for() {
    let harbour = Harbour::open().await;
    let request = harbour
        .authorised(Method::GET, "/payments")
        .header("accept", "text/csv");
    let answer = request.send().await.unwrap();
    assert_eq!(answer.headers()["content-type"], "text/csv");
    assert_eq!(answer.text().await.unwrap(), "id;amount");
}

#[tokio::test]
async fn it_misbehaves_as_the_others_do() {
    let harbour = Harbour::open().await;
    let fault = Fault::status(503).on("create_payment");
    harbour.plain().misbehave(fault).unwrap();
    assert!(
        harbour
            .plain()
            .misbehave(Fault::reset().on("nothing"))
            .is_err()
    );
    let create = || {
        harbour
            .authorised(Method::POST, "/payments")
            .json(&json!({ "amount": 1, "kind": "sepa" }))
    };
    assert_eq!(harbour.said(create()).await.0, 503);
    assert_eq!(harbour.said(create()).await.0, 201);
    // The second operation of this id is called by method and path.
    assert_eq!(harbour.plain().received_by("create_payment").len(), 2);
    let fault = Fault::close().on("PUT /payments");
    assert!(harbour.plain().misbehave(fault).is_ok());
}
