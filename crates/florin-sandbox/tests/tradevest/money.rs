//! Products and transfers.

use florin_sandbox::tradevest::{Kind, Options, Reason, Verdict};
use serde_json::json;

use crate::partner::Partner;

#[tokio::test]
async fn a_product_is_opened_for_an_active_customer_and_closed_when_it_is_empty() {
    let partner = Partner::open(Options::default()).await;
    let customer = partner.tradevest.plant_customer();
    let path = format!("/customers/{customer}/products");
    let cash = partner
        .create(&path, &json!({ "productCode": "BALANCE_ACCOUNT" }))
        .await;
    partner.wait();
    let read = partner.read(&format!("/products/{cash}")).await;
    assert_eq!(read["status"], "ACTIVE");
    assert_eq!(read["productType"], "CASH");
    assert!(read["openedOn"].is_string());
    let iban = read["accountData"]["iban"].as_str().unwrap();
    let found = partner
        .read(&format!("{path}?iban={iban}&productType=CASH"))
        .await;
    assert_eq!(found.as_array().unwrap().len(), 1, "a bare array");
    assert_eq!(
        partner.read(&format!("{path}?status=CLOSED")).await,
        json!([])
    );

    let one = format!("/products/{cash}");
    let closed = json!({ "status": "CLOSED" });
    partner.tradevest.deposit(&cash, "1");
    assert_eq!(partner.patch(&one, &closed).await.0, 202);
    partner.wait();
    assert_eq!(partner.status(&cash), "ACTIVE");
    partner.tradevest.deposit(&cash, "-1");
    assert_eq!(partner.patch(&one, &closed).await.0, 202);
    partner.wait();
    assert_eq!(partner.status(&cash), "CLOSED");
    assert_eq!(
        partner.patch(&one, &json!({ "status": "ACTIVE" })).await.0,
        400
    );
}

#[tokio::test]
async fn a_product_of_nobody_is_invalid() {
    let partner = Partner::open(Options::default()).await;
    let path = "/customers/5f2c1f6e-0000-4000-8000-000000000000/products";
    let id = partner
        .create(path, &json!({ "productCode": "WALLET" }))
        .await;
    partner.wait();
    assert_eq!(partner.status(&id), "INVALID");
    let definitions = partner.read("/products").await;
    assert_eq!(definitions["data"].as_array().unwrap().len(), 4);
    let fees = partner.read("/products/fees?productCode=WALLET").await;
    assert_eq!(fees.as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn money_comes_in_at_once_and_goes_out_in_steps() {
    let partner = Partner::open(Options::default()).await;
    let [_, cash, _] = partner.trader();
    let incoming = json!({ "customerProductId": cash, "amount": 750.55, "reference": "Sparen" });
    let (status, _) = partner
        .post("/transfers-test/incoming-transfer", &incoming)
        .await;
    assert_eq!(status, 202);
    partner.wait();
    assert_eq!(
        partner.tradevest.balance(&cash).unwrap().withdrawable,
        "750.55"
    );
    let arrived = &partner.tradevest.transfers()[0];
    let read = partner.read(&format!("/transfers/{}", arrived.id)).await;
    assert_eq!(read["transfer"]["transferStatus"], "PROCESSED");

    let out = json!({ "customerProductId": cash, "amount": 700.5, "externalId": "t-1" });
    let id = partner.create("/transfers", &out).await;
    assert_eq!(partner.status(&id), "RECEIVED");
    partner.wait();
    assert_eq!(partner.status(&id), "PROCESSED");
    assert_eq!(partner.tradevest.balance(&cash).unwrap().available, "50.05");
    assert_eq!(partner.post("/transfers", &out).await.0, 409);
    let lines = partner.tradevest.objects(Kind::Transaction);
    assert_eq!(lines.len(), 2);
    let line = partner
        .read(&format!("/transactions/{}", lines[1].id))
        .await;
    assert_eq!(line["cashTransaction"]["amount"].to_string(), "-700.5");
}

#[tokio::test]
async fn a_transfer_that_fails_says_why_where_it_is_rejected() {
    let partner = Partner::open(Options::default()).await;
    let [_, cash, _] = partner.trader();
    let out = |external_id: &str| json!({ "customerProductId": cash, "amount": 1, "externalId": external_id });
    let id = partner.create("/transfers", &out("t-1")).await;
    partner.wait();
    let read = partner.read(&format!("/transfers/{id}")).await;
    assert_eq!(read["transfer"]["transferStatus"], "REJECTED");
    assert!(read["transfer"]["rejectReason"].is_string());
    let verdict = Verdict::Invalid(Reason::new("UNKNOWN_ERROR", "no"));
    partner
        .tradevest
        .decide_next("create_transfer", verdict)
        .unwrap();
    let id = partner.create("/transfers", &out("t-2")).await;
    partner.wait();
    assert_eq!(partner.status(&id), "INVALID");
    let without = json!({ "amount": 1 });
    assert_eq!(partner.post("/transfers", &without).await.0, 400);
}
