//! Trading and money from one end to the other: by quote, after the costs, and out of the account.

use florin::core::Effect;
use florin::tradevest::{Client, ExAnte, Goal, HasExternalId as _, Outcome, types};
use florin_sandbox::Fault;
use florin_sandbox::tradevest::{Kind, Options};
use serde_json::json;

use super::desk::receiver::Receiver;
use super::desk::{Desk, HOUR, STEP, Trader, Waiting, acting, read};

const PATH: &str = "/trading/order/market";

fn quoted(trader: &Trader, quote: &str) -> types::QuoteOrderData {
    read(&json!({
        "quoteId": quote, "externalId": "", "walletCustomerProductId": trader.wallet,
        "cashCustomerProductId": trader.cash,
    }))
}

#[tokio::test]
async fn an_accepted_quote_is_an_order_at_its_price() {
    let desk = Desk::open().await;
    let trader = desk.trader();
    let quote = desk
        .tradevest()
        .plant_quote("BTC", "BUY", "0.002", "49000", HOUR);
    desk.misbehave(Fault::reset().after_effect().on("accept_digital_quote"));
    let create = desk.client.accept_digital_quote(quoted(&trader, &quote));
    let order = create.await.unwrap();
    assert!(order.was_there(), "it was found in its wallet");
    desk.steps(3);
    let outcome = order.poller(Goal::Settled).await.unwrap();
    let settled = outcome.reached().unwrap();
    assert_eq!(settled.external_id, order.external_id().unwrap().as_str());
    let execution = settled.execution_data.unwrap();
    assert_eq!(execution.execution_price.unwrap().to_string(), "49000");
    assert_eq!(
        desk.tradevest().balance(&trader.cash).unwrap().available,
        "902"
    );
    let receipt = order.receipt().await.unwrap();
    assert!(!receipt.is_empty());
    assert_eq!(desk.tradevest().orders().len(), 1);
}

#[tokio::test]
async fn a_quote_that_has_run_out_makes_an_invalid_order() {
    let desk = Desk::open().await;
    let ear = Receiver::of(&desk).await;
    let trader = desk.trader();
    let quote = desk
        .tradevest()
        .plant_quote("BTC", "BUY", "0.002", "49000", STEP);
    desk.clock.advance(2 * STEP);
    let order = desk
        .client
        .accept_digital_quote(quoted(&trader, &quote))
        .await
        .unwrap();
    desk.clock.advance(STEP);
    desk.tradevest().webhooks().deliver_pending().await;
    let outcome = order
        .poller(Goal::Filled)
        .hear(&ear.webhooks)
        .at_once()
        .await
        .unwrap();
    assert!(matches!(outcome, Outcome::Invalid { .. }), "{outcome:?}");
    assert_eq!(
        outcome.reason().unwrap().error_type(),
        Some("QUOTE_EXPIRED_ERROR")
    );
}

#[tokio::test]
async fn what_was_sold_can_be_paid_out_once_it_is_settled() {
    let desk = Desk::open().await;
    let trader = desk.trader();
    desk.tradevest().plant_position(&trader.wallet, "BTC", "1");
    let mut sale = trader.order("500", "");
    sale.trade_side = types::TradeSideEnum::Sell;
    let order = desk.client.create_digital_order(sale).await.unwrap();
    desk.steps(2);
    assert!(
        order
            .poller(Goal::Filled)
            .await
            .unwrap()
            .reached()
            .is_some()
    );
    let account = desk.client.known::<types::CustomerProduct>(&*trader.cash);
    let balances = async || {
        let account = account.read().await.unwrap().account_data.unwrap();
        let [available, withdrawable] = [account.available_balance, account.withdrawable_balance];
        (
            available.unwrap().to_string(),
            withdrawable.unwrap().to_string(),
        )
    };
    assert_eq!(balances().await, ("1500".to_owned(), "1000".to_owned()));
    desk.steps(1);
    assert!(
        order
            .poller(Goal::Settled)
            .await
            .unwrap()
            .reached()
            .is_some()
    );
    assert_eq!(balances().await.1, "1500");
}

/// A desk where orders for securities are placed at a path, and a customer with a depository.
async fn exchange() -> (Desk, Client, Trader, String) {
    let options = Options {
        securities_order_path: Some(PATH.to_owned()),
        ..Options::default()
    };
    let desk = Desk::open_with(options).await;
    let client = acting(&desk.sandbox)
        .securities_order_path(PATH)
        .build()
        .unwrap();
    let trader = desk.trader();
    let depository = desk
        .tradevest()
        .plant_product(&trader.customer, "DEPOSITORY_ACCOUNT");
    (desk, client, trader, depository)
}

fn intended(order_type: &str) -> types::ExAnteCostData {
    let mut data = json!({
        "tradeSide": "BUY", "quantityType": "UNIT", "exchangeCode": "TGAT", "orderType": order_type,
        "isin": "DE0007164600", "quantity": 3,
    });
    if order_type != "MARKET" {
        data["price"] = json!(12.345);
    }
    read(&data)
}

async fn costs(client: &Client) -> ExAnte {
    client.ex_ante(intended("MARKET")).await.unwrap()
}

#[tokio::test]
async fn an_order_of_securities_refers_to_its_costs_and_is_followed_by_ear() {
    let (desk, client, trader, depository) = exchange().await;
    let ear = Receiver::of(&desk).await;
    let ex_ante = costs(&client).await;
    let id = ex_ante.costs().ex_ante_id.clone().unwrap();
    assert!(id.starts_with("exante-"), "no UUID: {id}");
    let create = ex_ante.order(&*depository, &*trader.cash);
    assert!(create.external_id().is_some());
    let order = create.await.unwrap();
    let sent = desk.last("create_trading_order");
    assert_eq!((sent.method.as_str(), sent.path.as_str()), ("POST", PATH));
    let body = sent.json().unwrap();
    assert_eq!(body["exAnteId"], *id);
    assert_eq!(body["isin"], "DE0007164600");
    assert_eq!(body["depositoryCustomerProductId"], *depository);
    assert!(sent.header("requestor-id").is_some());

    let waiting = Waiting::on(order.told(Goal::Settled, &ear.webhooks));
    for _ in 0..3 {
        desk.clock.advance(STEP);
        desk.tradevest().webhooks().deliver_pending().await;
    }
    let outcome = waiting.outcome().await;
    assert!(outcome.reached().is_some());
    assert_eq!(
        desk.tradevest().balance(&trader.cash).unwrap().available,
        "700"
    );
}

#[tokio::test]
async fn without_a_path_an_order_of_securities_is_refused_before_it_is_sent() {
    let (desk, _, trader, depository) = exchange().await;
    let ex_ante = costs(&desk.client).await;
    let requests = desk.tradevest().received().len();
    let error = ex_ante
        .order(&*depository, &*trader.cash)
        .await
        .unwrap_err();
    assert!(error.is_invalid_request());
    assert!(
        error.to_string().contains("securities_order_path"),
        "{error}"
    );
    assert_eq!(desk.tradevest().received().len(), requests);
}

#[tokio::test]
async fn a_limit_order_is_never_turned_into_one_at_the_market() {
    let (desk, client, trader, depository) = exchange().await;
    for order_type in ["LIMIT", "STOP"] {
        let ex_ante = client.ex_ante(intended(order_type)).await.unwrap();
        let error = ex_ante
            .order(&*depository, &*trader.cash)
            .await
            .unwrap_err();
        assert!(error.is_invalid_request(), "{order_type}: {error:#}");
    }
    assert_eq!(desk.count("create_trading_order"), 0);
    assert_eq!(
        desk.last("get_ex_ante_cost").json().unwrap()["price"].to_string(),
        "12.345"
    );
}

#[tokio::test]
async fn an_order_of_securities_in_doubt_isnt_repeated_by_itself() {
    let (desk, client, trader, depository) = exchange().await;
    let fault = Fault::reset().after_effect();
    let ex_ante = costs(&client).await;
    // The next request of any kind: the sandbox has no name for this one in its spec.
    desk.misbehave(fault);
    let create = ex_ante.order(&*depository, &*trader.cash);
    let id = create.external_id().unwrap().clone();
    let error = create.send().await.unwrap_err();
    assert_eq!(error.effect(), Effect::MaybeApplied, "{error:#}");
    assert_eq!(error.external_id(), Some(id));
    assert_eq!(desk.count("create_trading_order"), 1);
    let again = create.send().await.unwrap_err();
    assert!(again.is_conflict());
    assert_eq!(
        again.effect(),
        Effect::MaybeApplied,
        "nothing tells which order it is"
    );
    assert_eq!(desk.tradevest().objects(Kind::TradingOrder).len(), 1);
}

#[tokio::test]
async fn an_open_order_is_changed_and_canceled() {
    let (desk, client, trader, depository) = exchange().await;
    let ear = Receiver::of(&desk).await;
    let order = costs(&client)
        .await
        .order(&*depository, &*trader.cash)
        .await
        .unwrap();
    let more: types::TradingOrderUpdate = read(&json!({"quantity": 4}));
    let submitted = order.change(more).await.unwrap();
    desk.clock.advance(STEP);
    desk.tradevest().webhooks().deliver_pending().await;
    let reply = submitted.hear(&ear.webhooks, HOUR).await;
    assert!(
        matches!(reply, florin::tradevest::Reply::News(_)),
        "{reply:?}"
    );
    order.cancel().await.unwrap();
    let waiting = Waiting::on(order.told(Goal::Canceled, &ear.webhooks));
    desk.clock.advance(STEP);
    desk.tradevest().webhooks().deliver_pending().await;
    let _ = waiting.outcome().await;
    let made = &desk.tradevest().objects(Kind::TradingOrder)[0];
    assert_eq!(made.shown["quantity"], 4);
}

#[tokio::test]
async fn a_pay_out_is_made_once_and_followed() {
    let desk = Desk::open().await;
    let trader = desk.trader();
    desk.misbehave(Fault::status(503).on("create_transfer"));
    let pay_out = desk
        .client
        .pay_out(&*trader.cash, "250.50".parse().unwrap(), "March");
    let id = pay_out.external_id().unwrap().clone();
    let error = pay_out.send().await.unwrap_err();
    assert_eq!(error.effect(), Effect::MaybeApplied, "it may have gone out");
    assert_eq!(
        desk.count("create_transfer"),
        1,
        "money isn't sent twice by itself"
    );
    let transfer = pay_out.send().await.unwrap();
    assert_eq!(
        desk.external_ids("create_transfer"),
        [id.as_str(), id.as_str()]
    );
    let sent = String::from_utf8(desk.last("create_transfer").body.to_vec()).unwrap();
    assert!(sent.contains(r#""amount":250.5"#), "{sent}");
    desk.steps(2);
    let outcome = transfer.poller(Goal::Processed).await.unwrap();
    assert!(outcome.reached().is_some());
    assert_eq!(desk.tradevest().transfers().len(), 1);
    assert_eq!(
        desk.tradevest().balance(&trader.cash).unwrap().withdrawable,
        "749.5"
    );
}

#[tokio::test]
async fn what_can_t_be_paid_out_is_refused_before_it_is_sent() {
    let desk = Desk::open().await;
    let trader = desk.trader();
    let long = "x".repeat(141);
    for (amount, reference) in [
        ("0", "a"),
        ("-1", "a"),
        ("0.001", "a"),
        ("1", ""),
        ("1", &*long),
    ] {
        let pay_out = desk
            .client
            .pay_out(&*trader.cash, amount.parse().unwrap(), reference);
        let error = pay_out.await.unwrap_err();
        assert!(error.is_invalid_request(), "{amount}: {error:#}");
        assert!(!error.to_string().contains("xxx"));
    }
    assert!(desk.tradevest().received().is_empty());
    // Too much is the provider's to refuse.
    let transfer = desk
        .client
        .pay_out(&*trader.cash, "1000.01".parse().unwrap(), "March")
        .await;
    let transfer = transfer.unwrap();
    desk.steps(3);
    let outcome = transfer.poller(Goal::Processed).await.unwrap();
    assert!(matches!(outcome, Outcome::Rejected { .. }), "{outcome:?}");
}

#[tokio::test]
async fn money_is_made_up_in_test_environments_alone() {
    let desk = Desk::open().await;
    let trader = desk.trader();
    let money: types::TestIncomingTransferData = read(&json!({
        "customerProductId": trader.cash, "amount": 12.5, "reference": "hello",
    }));
    desk.client
        .pretend_incoming_transfer(money.clone())
        .await
        .unwrap();
    desk.steps(1);
    assert_eq!(
        desk.tradevest().balance(&trader.cash).unwrap().available,
        "1012.5"
    );
    let nobody = super::desk::provider(|_| florin_tests::in_memory::Says::Yes(json!({})));
    let builder = super::desk::of(&nobody).environment(florin::tradevest::Environment::Production);
    let error = builder
        .build()
        .unwrap()
        .pretend_incoming_transfer(money)
        .await
        .unwrap_err();
    assert!(error.is_invalid_request(), "{error:#}");
    assert!(nobody.asked("get_token").is_empty());
}
