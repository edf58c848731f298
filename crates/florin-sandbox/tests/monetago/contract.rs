//! What the spec, and the documented rules beyond it, forbid.

use florin_sandbox::monetago::{Lender, Options};
use reqwest::Method;
use serde_json::{Value, json};

use crate::desk::{Desk, Fvr, answer, sandbox};

const DETAILS: &str = "/batch_collection/0/financing_validation_request_details/0";

/// Posts a registration with one change and gives the pointers that the refusal names.
async fn pointers(desk: &Desk, change: impl FnOnce(&mut Value)) -> Vec<String> {
    let mut body = Fvr::new("f1", "i1").registration(&desk.institution);
    change(&mut body);
    let (status, body) = desk.post("/registrations", &body).await;
    assert_eq!(status, 400, "{body}");
    assert_eq!(body["status"], "400 BAD_REQUEST");
    assert_eq!(body["path"], "/registrations");
    assert_eq!(
        body["type"],
        "https://docs.securefinancing.com/v1/errors/registrations"
    );
    assert!(body["timestamp"].is_string() && body["title"].is_string());
    let pointers: Vec<_> = body["sub_errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|error| error["pointer"].as_str().unwrap())
        .collect();
    let detail = body["detail"].as_str().unwrap();
    assert!(
        pointers.iter().all(|pointer| detail.contains(pointer)),
        "{detail}"
    );
    pointers.into_iter().map(str::to_owned).collect()
}

#[tokio::test]
async fn a_body_that_breaks_the_schema_is_refused_at_the_very_value() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let desk = Desk::open(&sandbox, Lender::First).await;
    let found = pointers(&desk, |body| {
        body["batch_collection"][0]["data_set_validation_service"] = "REGX".into()
    })
    .await;
    assert_eq!(found, ["/batch_collection/0/data_set_validation_service"]);
    let found = pointers(&desk, |body| body["batch_collection"] = json!([])).await;
    assert_eq!(found, ["/batch_collection"]);
    let found = pointers(&desk, |body| {
        body["pool_identification"] = "p".repeat(36).into()
    })
    .await;
    assert_eq!(found, ["/pool_identification"]);
    let found = pointers(&desk, |body| *body = json!({})).await;
    assert_eq!(found, [""]);
    let amount = format!("{DETAILS}/financing_request_amount/amount");
    let found = pointers(&desk, |body| {
        *body.pointer_mut(&amount).unwrap() = json!(1_120_000.0)
    })
    .await;
    assert_eq!(found, [amount]);
    assert_eq!(sandbox.monetago().registrations(), 0);
}

#[tokio::test]
async fn a_second_document_of_the_same_type_is_refused() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let desk = Desk::open(&sandbox, Lender::First).await;
    let found = pointers(&desk, |body| {
        let documents = body
            .pointer_mut(&format!("{DETAILS}/referred_documents"))
            .unwrap()
            .as_array_mut()
            .unwrap();
        documents.push(documents[0].clone());
    });
    assert_eq!(
        found.await,
        [format!(
            "{DETAILS}/referred_documents/1/document_summary/document_type"
        )]
    );
}

#[tokio::test]
async fn an_invoice_needs_all_of_its_fields() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let desk = Desk::open(&sandbox, Lender::First).await;
    let summary = format!("{DETAILS}/referred_documents/0/document_summary");
    for field in [
        "issue_date",
        "seller_identification",
        "buyer_identification",
        "invoice_number",
        "total_invoice_amount",
    ] {
        let found = pointers(&desk, |body| {
            body.pointer_mut(&summary)
                .unwrap()
                .as_object_mut()
                .unwrap()
                .remove(field);
        });
        assert_eq!(found.await, [format!("{summary}/{field}")]);
    }
}

#[tokio::test]
async fn an_amount_has_to_be_one() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let desk = Desk::open(&sandbox, Lender::First).await;
    let money = format!("{DETAILS}/financing_request_amount");
    for amount in ["1.850.600,00", "12,34", "-5", "lots", ""] {
        let found = pointers(&desk, |body| {
            body.pointer_mut(&money).unwrap()["amount"] = amount.into()
        })
        .await;
        assert_eq!(found, [format!("{money}/amount")], "{amount}");
    }
    let found = pointers(&desk, |body| {
        body.pointer_mut(&money).unwrap()["currency"] = "dollars".into()
    })
    .await;
    assert_eq!(found, [format!("{money}/currency")]);
}

#[tokio::test]
async fn a_financing_names_one_kind_of_identifier_in_all_its_items() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let desk = Desk::open(&sandbox, Lender::First).await;
    let cases = [
        (json!([{}]), "/financing_batch/0"),
        (
            json!([{ "pool_identification": "p", "batch_identification": "b" }]),
            "/financing_batch/0",
        ),
        (
            json!([{ "pool_identification": "p" }, { "batch_identification": "b" }]),
            "/financing_batch/1/batch_identification",
        ),
        (json!([]), "/financing_batch"),
    ];
    for (items, pointer) in cases {
        let body = json!({ "submitting_financial_institution_identification": "X", "financing_batch": items });
        let (status, body) = desk.post("/financings", &body).await;
        assert_eq!(
            (status, &body["sub_errors"][0]["pointer"]),
            (400, &json!(pointer)),
            "{items}"
        );
    }
}

#[tokio::test]
async fn a_cancellation_names_one_kind_of_identifier() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let desk = Desk::open(&sandbox, Lender::First).await;
    for identifiers in [
        json!({}),
        json!({ "pool_identification": "p", "batch_identification": "b" }),
    ] {
        let mut body = identifiers.clone();
        body["submitting_financial_institution_identification"] = "X".into();
        assert_eq!(
            desk.post("/cancellations", &body).await.0,
            400,
            "{identifiers}"
        );
    }
}

#[tokio::test]
async fn parameters_are_checked_as_well() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let desk = Desk::open(&sandbox, Lender::First).await;
    for (query, place) in [
        ("limit=ten", "query limit"),
        ("limit=-1", "query limit"),
        ("offset=1&offset=2", "query offset"),
        ("since=2026-11-02T08:00:00.000Z", "query since"),
    ] {
        let (status, body) = desk.get(&format!("/activity?{query}")).await;
        assert_eq!(
            (status, &body["sub_errors"][0]["place"]),
            (400, &json!(place)),
            "{query}"
        );
    }
}

#[tokio::test]
async fn filters_of_undocumented_name_pass_where_filters_are_known_to_exist() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let desk = Desk::open(&sandbox, Lender::First).await;
    assert_eq!(desk.get("/document-matches?whatever=1").await.0, 200);
    assert_eq!(desk.get("/status/x?whatever=1").await.0, 400);
}

#[tokio::test]
async fn a_header_that_nobody_asked_for_is_refused() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let desk = Desk::open(&sandbox, Lender::First).await;
    let (status, body) = answer(
        desk.request(Method::GET, "/activity")
            .header("api-version", "4.3.8"),
    )
    .await;
    assert_eq!(
        (status, &body["sub_errors"][0]["place"]),
        (400, &json!("header api-version"))
    );
}

#[tokio::test]
async fn a_body_that_is_not_json_is_refused() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let desk = Desk::open(&sandbox, Lender::First).await;
    let post = || desk.request(Method::POST, "/registrations");
    let json = || post().header("content-type", "application/json; charset=utf-8");
    assert_eq!(answer(json().body("{")).await.0, 400);
    assert_eq!(
        answer(post().header("content-type", "text/plain").body("{}"))
            .await
            .0,
        415
    );
    assert_eq!(answer(post()).await.0, 400);
    assert_eq!(
        answer(json().body(Fvr::new("f1", "i1").registration("X").to_string()))
            .await
            .0,
        200
    );
}

#[tokio::test]
async fn an_operation_without_a_body_takes_none() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let desk = Desk::open(&sandbox, Lender::First).await;
    assert_eq!(
        answer(desk.request(Method::GET, "/activity").json(&json!({})))
            .await
            .0,
        400
    );
}

#[tokio::test]
async fn what_the_spec_does_not_know_is_not_found() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let desk = Desk::open(&sandbox, Lender::First).await;
    for path in [
        "/registration",
        "/cancellations/x/status",
        "/oauth/token",
        "/status",
        "/status/",
        "/",
    ] {
        let (status, body) = desk.get(path).await;
        assert_eq!(
            (status, &body["status"]),
            (404, &json!("404 NOT_FOUND")),
            "{path}"
        );
    }
    let outside = desk.api.replace("/v1", "/v2/activity");
    assert_eq!(
        answer(desk.http.get(outside).bearer_auth(&desk.token))
            .await
            .0,
        404
    );
    let (status, body) = answer(desk.request(Method::DELETE, "/registrations")).await;
    assert_eq!(
        (status, &body["status"]),
        (405, &json!("405 METHOD_NOT_ALLOWED"))
    );
}

#[tokio::test]
async fn every_request_is_kept_as_it_came() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let desk = Desk::open(&sandbox, Lender::First).await;
    desk.get("/status/a%2Fb?x=1&y=%20z").await;
    desk.get("/nowhere").await;
    let received = sandbox.monetago().received();
    let operations: Vec<_> = received
        .iter()
        .map(|request| request.operation.as_deref())
        .collect();
    assert_eq!(
        operations,
        [Some("create_access_token"), Some("get_status"), None]
    );
    assert_eq!((received[0].host, received[1].host), ("auth", "api"));
    assert_eq!(
        received[0].json().unwrap()["grant_type"],
        "client_credentials"
    );
    assert_eq!(received[1].method, Method::GET);
    assert_eq!(received[1].path, "/v1/status/a%2Fb");
    assert_eq!(
        received[1].query_pairs(),
        [("x".into(), "1".into()), ("y".into(), " z".into())]
    );
    assert_eq!(
        received[1].header("authorization"),
        Some(format!("Bearer {}", desk.token).as_str())
    );
    assert_eq!(
        received[2].answered.map(|status| status.as_u16()),
        Some(404)
    );
    assert_eq!(sandbox.monetago().received_by("get_status").len(), 1);
    sandbox.monetago().clear_received();
    assert!(sandbox.monetago().received().is_empty());
}
