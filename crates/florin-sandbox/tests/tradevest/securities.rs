//! Orders for securities, and corporate actions.

use florin_sandbox::tradevest::{Kind, Modification, Options, Reason, Verdict};
use serde_json::{Value, json};

use crate::partner::Partner;

fn wanted(depository: &str, cash: &str) -> Value {
    json!({
        "depositoryCustomerProductId": depository,
        "cashCustomerProductId": cash,
        "isin": "DE0007164600",
        "exchangeCode": "TGAT",
        "tradeSide": "BUY",
        "quantityType": "UNIT",
        "quantity": 3,
        "externalId": "s-1",
    })
}

#[tokio::test]
async fn costs_are_told_beforehand() {
    let partner = Partner::open(Options::default()).await;
    let mut order = json!({
        "tradeSide": "BUY",
        "quantityType": "UNIT",
        "exchangeCode": "TGAT",
        "orderType": "LIMIT",
        "isin": "DE0007164600",
        "quantity": 3,
    });
    assert_eq!(partner.post("/trading/ex-ante", &order).await.0, 400);
    order["price"] = json!(12.345);
    let (status, costs) = partner.post("/trading/ex-ante", &order).await;
    assert_eq!(status, 200, "{costs}");
    assert_eq!(costs["order"]["grossAmount"].to_string(), "37.03");
    assert!(costs["exAnteId"].as_str().unwrap().starts_with("exante-"));
}

#[tokio::test]
async fn an_order_is_placed_where_a_test_says() {
    let options = Options {
        securities_order_path: Some("/securities/orders".to_owned()),
        ..Options::default()
    };
    let partner = Partner::open(options).await;
    let [customer, cash, _] = partner.trader();
    let depository = partner
        .tradevest
        .plant_product(&customer, "DEPOSITORY_ACCOUNT");
    partner.tradevest.deposit(&cash, "300");
    let order = wanted(&depository, &cash);
    let id = partner.create("/securities/orders", &order).await;
    partner.wait();
    assert_eq!(partner.status(&id), "SETTLED");
    assert_eq!(partner.tradevest.balance(&cash).unwrap().available, "0");
    assert_eq!(partner.post("/securities/orders", &order).await.0, 409);
    assert_eq!(
        partner.tradevest.received_by("create_trading_order").len(),
        2
    );
    let lines = partner.tradevest.objects(Kind::Transaction);
    let line = partner
        .read(&format!("/transactions/{}", lines[0].id))
        .await;
    let parts = &line["traditionalTradingTransaction"]["partialExecutions"];
    assert_eq!(parts[0]["amount"].to_string(), "-300");
    // Nowhere, unless a test says so.
    let partner = Partner::open(Options::default()).await;
    assert_eq!(partner.post("/securities/orders", &order).await.0, 404);
}

#[tokio::test]
async fn an_open_order_is_changed_and_cancelled_and_another_one_silently_not() {
    let partner = Partner::open(Options::default()).await;
    let [customer, cash, _] = partner.trader();
    let depository = partner
        .tradevest
        .plant_product(&customer, "DEPOSITORY_ACCOUNT");
    let order = wanted(&depository, &cash);
    let id = partner
        .tradevest
        .plant(Kind::TradingOrder, "PENDING", &order);
    let path = format!("/trading/order/{id}");
    assert_eq!(partner.patch(&path, &json!({ "quantity": 4 })).await.0, 202);
    partner.wait();
    assert_eq!(partner.tradevest.object(&id).unwrap().shown["quantity"], 4);
    let verdict = Verdict::Invalid(Reason::new("TOO_LATE", "too late"));
    partner
        .tradevest
        .decide_next("cancel_trading_order", verdict)
        .unwrap();
    let told = partner.tradevest.webhooks().notifications().len();
    assert_eq!(partner.delete(&path).await.0, 202);
    partner.wait();
    assert_eq!(partner.status(&id), "PENDING");
    assert_eq!(
        partner.tradevest.webhooks().notifications().len(),
        told,
        "nobody is told"
    );
    assert_eq!(partner.delete(&path).await.0, 202);
    partner.wait();
    assert_eq!(partner.status(&id), "CANCELED");
    assert_eq!(partner.delete(&path).await.0, 202);
    partner.wait();
    assert_eq!(partner.tradevest.webhooks().notifications().len(), told + 1);
    let nobody = "/trading/order/5f2c1f6e-0000-4000-8000-000000000000";
    assert_eq!(partner.delete(nobody).await.0, 404);
}

#[tokio::test]
async fn a_change_can_be_answered_as_in_the_first_edition() {
    let options = Options {
        modification: Modification::Identified,
        ..Options::default()
    };
    let partner = Partner::open(options).await;
    let id = partner
        .tradevest
        .plant(Kind::TradingOrder, "PENDING", &json!({}));
    let (status, answer) = partner.delete(&format!("/trading/order/{id}")).await;
    assert_eq!(status, 200);
    assert!(answer["modificationId"].is_string());
}

#[tokio::test]
async fn a_corporate_action_is_announced_in_its_own_words() {
    let partner = Partner::open(Options::default()).await;
    let action = json!({
        "caev": "TEND",
        "isin": "DE0007164600",
        "dates": { "payDate": "2026-12-01" },
        "accounts": [{ "oldQuantity": "10", "newQuantity": "0", "grossAmount": 12.5 }],
    });
    let id = partner
        .tradevest
        .plant(Kind::CorporateAction, "ANNOUNCED", &action);
    partner.tradevest.set_status(&id, "PENDING").unwrap();
    let told = partner
        .tradevest
        .webhooks()
        .notifications_of("CORPORATE_ACTION_NOTIFICATION");
    let body = &told[0].body;
    assert_eq!(body["eventId"], id);
    assert_eq!(body["type"], "UPDATED");
    assert!(body.get("notificationType").is_none());
    assert_eq!(body["accounts"][0]["oldQuantity"], "10");
    let path = format!("/traditional/corporate-actions/{id}/instructions");
    assert_eq!(
        partner.post(&path, &json!({ "option": "ACCEPT" })).await.0,
        202
    );
}
