//! Orders for digital and tokenized assets.

use std::time::Duration;

use florin_sandbox::Fault;
use florin_sandbox::tradevest::{Insufficient, Kind, Options, Reason, Verdict};
use serde_json::json;

use crate::partner::Partner;

const MARKET: &str = "/digital/orders/market";

#[tokio::test]
async fn an_order_is_received_pending_filled_and_settled_by_the_clock() {
    let options = Options {
        step_after: Duration::from_secs(60),
        ..Options::default()
    };
    let partner = Partner::open(options).await;
    let [_, cash, wallet] = partner.trader();
    partner.tradevest.deposit(&cash, "200");
    let id = partner
        .create(MARKET, &partner.order(&wallet, &cash, "o-1"))
        .await;
    let path = format!("/digital/orders/{id}");
    let receipt = format!("{path}/receipt");
    assert_eq!(partner.read(&path).await["status"], "RECEIVED");
    partner.clock.advance(Duration::from_millis(100));
    assert_eq!(partner.read(&path).await["status"], "PENDING");
    assert_eq!(partner.get(&receipt).await.0, 404);
    partner.clock.advance(Duration::from_secs(60));
    let filled = partner.read(&path).await;
    assert_eq!(filled["status"], "FILLED");
    assert_eq!(
        filled["executionData"]["executionAmount"].to_string(),
        "100.5"
    );
    assert_eq!(filled["executionData"]["quantity"].to_string(), "0.00201");
    partner.clock.advance(Duration::from_secs(60));
    assert_eq!(partner.read(&path).await["status"], "SETTLED");
    assert_eq!(partner.get(&receipt).await.0, 200);

    assert_eq!(partner.tradevest.balance(&cash).unwrap().available, "99.5");
    let held = partner.read(&format!("/products/{wallet}")).await;
    assert_eq!(held["cryptoAssets"][0]["quantity"].to_string(), "0.00201");
    let line = &partner.tradevest.objects(Kind::Transaction)[0];
    let line = partner.read(&format!("/transactions/{}", line.id)).await;
    assert_eq!(line["digitalTradingTransaction"]["orderId"], id);
    assert_eq!(line["transactionStatus"], "COMPLETED");
}

#[tokio::test]
async fn a_test_may_set_any_status_also_one_that_nobody_documents() {
    let partner = Partner::open(Options::default()).await;
    let [_, cash, wallet] = partner.trader();
    partner.tradevest.deposit(&cash, "200");
    let order = partner.order(&wallet, &cash, "o-1");
    let id = partner.create(MARKET, &order).await;
    for (id, path) in [
        (&id, format!("/digital/orders/{id}")),
        (&wallet, format!("/products/{wallet}")),
    ] {
        partner.tradevest.set_status(id, "ON_ICE").unwrap();
        assert_eq!(partner.read(&path).await["status"], "ON_ICE");
    }
}

#[tokio::test]
async fn a_lost_answer_leaves_an_order_that_can_be_found_by_its_external_id() {
    let partner = Partner::open(Options::default()).await;
    let [_, cash, wallet] = partner.trader();
    let lost = Fault::reset()
        .after_effect()
        .on("create_digital_market_order");
    partner.tradevest.misbehave(lost).unwrap();
    let order = partner.order(&wallet, &cash, "o-1");
    let request = partner.request(reqwest::Method::POST, MARKET).json(&order);
    assert!(request.send().await.is_err());
    assert_eq!(partner.post(MARKET, &order).await.0, 409);
    let list = format!("/products/{wallet}/digital/orders?externalId=o-1");
    let found = partner.read(&list).await;
    assert_eq!(found["data"].as_array().unwrap().len(), 1);
    assert_eq!(found["data"][0]["externalId"], "o-1");
    assert_eq!(partner.tradevest.created_under("o-1"), 1);
    assert_eq!(partner.tradevest.orders().len(), 1);
}

#[tokio::test]
async fn an_order_without_the_money_is_rejected_or_invalid() {
    for (insufficient, ends) in [
        (Insufficient::Rejected, "REJECTED"),
        (Insufficient::Invalid, "INVALID"),
    ] {
        let options = Options {
            insufficient,
            ..Options::default()
        };
        let partner = Partner::open(options).await;
        let [_, cash, wallet] = partner.trader();
        let id = partner
            .create(MARKET, &partner.order(&wallet, &cash, "o-1"))
            .await;
        partner.wait();
        let read = partner.read(&format!("/digital/orders/{id}")).await;
        assert_eq!(read["status"], ends);
        assert!(read["message"].is_string());
    }
}

#[tokio::test]
async fn an_order_on_a_product_that_is_not_active_is_invalid() {
    let partner = Partner::open(Options::default()).await;
    let [_, cash, wallet] = partner.trader();
    partner.tradevest.deposit(&cash, "200");
    partner.tradevest.set_status(&wallet, "BLOCKED").unwrap();
    let id = partner
        .create(MARKET, &partner.order(&wallet, &cash, "o-1"))
        .await;
    partner.wait();
    assert_eq!(partner.status(&id), "INVALID");
    // The other way round, and with somebody else's cash.
    let [_, others, _] = partner.trader();
    let [_, cash, wallet] = partner.trader();
    for (number, (wallet, cash)) in [(&cash, &wallet), (&wallet, &others)]
        .into_iter()
        .enumerate()
    {
        let order = partner.order(wallet, cash, &format!("x-{number}"));
        let id = partner.create(MARKET, &order).await;
        partner.wait();
        assert_eq!(partner.status(&id), "INVALID");
    }
}

#[tokio::test]
async fn an_order_ends_as_a_test_says() {
    let partner = Partner::open(Options::default()).await;
    let [_, cash, wallet] = partner.trader();
    partner.tradevest.deposit(&cash, "1000");
    let operation = "create_digital_market_order";
    let reason = Reason::new("SUSPENDED", "trading is suspended");
    for (number, (verdict, ends)) in [
        (Verdict::Rejected(reason.clone()), "REJECTED"),
        (Verdict::Invalid(reason.clone()), "INVALID"),
        (Verdict::through(&["PENDING", "CANCELED"]), "CANCELED"),
        (
            Verdict::through(&["PENDING", "FILLED", "CORRECTED", "CANCELED"]),
            "CANCELED",
        ),
        (Verdict::through(&["PENDING", "ON_THE_MOON"]), "ON_THE_MOON"),
    ]
    .into_iter()
    .enumerate()
    {
        partner.tradevest.decide_next(operation, verdict).unwrap();
        let order = partner.order(&wallet, &cash, &format!("o-{number}"));
        let id = partner.create(MARKET, &order).await;
        partner.wait();
        assert_eq!(partner.status(&id), ends);
    }
    let corrected = &partner.tradevest.objects(Kind::Transaction)[0];
    assert_eq!(corrected.status, "MODIFIED");
    assert!(
        partner
            .tradevest
            .decide_next("no_such_thing", Verdict::through(&[]))
            .is_err()
    );
}

#[tokio::test]
async fn a_sale_can_be_withdrawn_when_it_is_settled() {
    let partner = Partner::open(Options::default()).await;
    let [_, cash, wallet] = partner.trader();
    partner.tradevest.plant_position(&wallet, "BTC", "0.5");
    let mut order = partner.order(&wallet, &cash, "o-1");
    order["tradeSide"] = "SELL".into();
    order["quantityType"] = "UNIT".into();
    order["quantity"] = json!(0.1);
    let operation = "create_digital_market_order";
    partner
        .tradevest
        .decide_next(operation, Verdict::through(&["PENDING", "FILLED"]))
        .unwrap();
    let id = partner.create(MARKET, &order).await;
    partner.wait();
    let balance = partner.tradevest.balance(&cash).unwrap();
    assert_eq!(
        (balance.available.as_str(), balance.withdrawable.as_str()),
        ("5000", "0")
    );
    partner.tradevest.set_status(&id, "SETTLED").unwrap();
    assert_eq!(
        partner.tradevest.balance(&cash).unwrap().withdrawable,
        "5000"
    );
}

#[tokio::test]
async fn a_quote_is_accepted_while_it_is_good() {
    let partner = Partner::open(Options::default()).await;
    let [_, cash, wallet] = partner.trader();
    partner.tradevest.deposit(&cash, "1000");
    let good_for = Duration::from_secs(30);
    let quote = partner
        .tradevest
        .plant_quote("ETH", "BUY", "0.1", "2400", good_for);
    let accept = |external_id: &str| {
        json!({
            "quoteId": quote,
            "externalId": external_id,
            "walletCustomerProductId": wallet,
            "cashCustomerProductId": cash,
        })
    };
    let id = partner
        .create("/digital/orders/quote", &accept("q-1"))
        .await;
    partner.wait();
    let order = partner.read(&format!("/digital/orders/{id}")).await;
    assert_eq!(order["status"], "SETTLED");
    assert_eq!(order["executionData"]["executionAmount"].to_string(), "240");
    partner.clock.advance(good_for);
    let id = partner
        .create("/digital/orders/quote", &accept("q-2"))
        .await;
    partner.wait();
    assert_eq!(partner.status(&id), "INVALID");
}

#[tokio::test]
async fn an_amount_has_two_digits_behind_the_point() {
    let partner = Partner::open(Options::default()).await;
    let [_, cash, wallet] = partner.trader();
    let mut order = partner.order(&wallet, &cash, "o-1");
    order["quantity"] = json!(1.005);
    let (status, refused) = partner.post(MARKET, &order).await;
    assert_eq!(status, 400);
    assert_eq!(refused["errorDetails"][0]["field"], "quantity");
}

#[tokio::test]
async fn tokenized_assets_are_ordered_in_lower_case() {
    let partner = Partner::open(Options::default()).await;
    let [_, cash, wallet] = partner.trader();
    partner.tradevest.deposit(&cash, "1000");
    let mut order = json!({
        "symbol": "HOUSE1",
        "quantity": 2,
        "quantityType": "UNIT",
        "side": "BUY",
        "externalId": "w-1",
        "walletCustomerProductId": wallet,
        "cashCustomerProductId": cash,
    });
    assert_eq!(partner.post("/wawex/orders/market", &order).await.0, 400);
    order["side"] = "buy".into();
    let id = partner.create("/wawex/orders/market", &order).await;
    partner.wait();
    let read = partner.read(&format!("/wawex/orders/{id}")).await;
    assert_eq!(
        (read["status"].as_str(), read["side"].as_str()),
        (Some("SETTLED"), Some("buy"))
    );
}
