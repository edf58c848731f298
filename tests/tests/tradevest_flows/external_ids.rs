//! External ids: where they come from, that they stay, and what a known one means.

use florin::core::Effect;
use florin::tradevest::{ExternalId, Goal, HasExternalId as _, HasProblems as _, Outcome, types};
use florin_sandbox::Fault;
use florin_sandbox::tradevest::{Kind, Options, Reason, Verdict};
use serde_json::json;

use super::desk::{Desk, data, read};

#[tokio::test]
async fn one_is_made_for_everything_that_has_a_place_for_it_and_is_known_before_anything_is_sent() {
    let desk = Desk::open().await;
    let trader = desk.trader();
    let quote = desk
        .tradevest()
        .plant_quote("BTC", "BUY", "0.001", "50000", super::desk::HOUR);
    let client = &desk.client;
    let person = client.create_natural_person(data::person());
    let company = client.create_legal_entity(data::company());
    let order = client.create_digital_order(trader.order("10", ""));
    let quoted = client.accept_digital_quote(read(&json!({
        "quoteId": quote, "externalId": "", "walletCustomerProductId": trader.wallet,
        "cashCustomerProductId": trader.cash,
    })));
    let tokens = client.create_tokenized_order(read(&json!({
        "symbol": "T", "quantity": 1, "quantityType": "UNIT", "side": "buy", "externalId": "",
        "walletCustomerProductId": trader.wallet, "cashCustomerProductId": trader.cash,
    })));
    let transfer = client.create_transfer(trader.transfer("10"));
    let somebody = desk.tradevest().plant_person();
    let document = client.upload_document(data::certificate_of(&somebody), data::PDF);
    let ids: Vec<ExternalId> = [
        person.external_id(),
        company.external_id(),
        order.external_id(),
        quoted.external_id(),
        tokens.external_id(),
        transfer.external_id(),
        document.external_id(),
    ]
    .into_iter()
    .map(|id| id.unwrap().clone())
    .collect();
    assert!(desk.tradevest().received().is_empty());
    let mut different = ids.clone();
    different.sort();
    different.dedup();
    assert_eq!(different.len(), ids.len());

    person.await.unwrap();
    company.await.unwrap();
    order.await.unwrap();
    quoted.await.unwrap();
    tokens.await.unwrap();
    transfer.await.unwrap();
    document.await.unwrap();
    for id in &ids {
        assert_eq!(desk.tradevest().created_under(id.as_str()), 1, "{id}");
    }
}

#[tokio::test]
async fn ones_own_is_sent_as_it_is() {
    let desk = Desk::open().await;
    let trader = desk.trader();
    let order = desk
        .client
        .create_digital_order(trader.order("10", "order 4711"))
        .await
        .unwrap();
    assert_eq!(order.external_id().unwrap().as_str(), "order 4711");
    let named = desk.client.create_transfer(trader.transfer("10"));
    let transfer = named
        .with_external_id("payout-1".parse().unwrap())
        .await
        .unwrap();
    assert_eq!(transfer.external_id().unwrap().as_str(), "payout-1");
    assert_eq!(desk.external_ids("create_transfer"), ["payout-1"]);
    let read = order.read().await.unwrap();
    assert_eq!(read.external_id, "order 4711");
}

#[tokio::test]
async fn it_stays_the_same_over_all_attempts_and_exactly_one_order_is_made() {
    for (fault, times) in [
        (Fault::reset().after_effect(), 1),
        (Fault::close().after_effect(), 1),
        (Fault::status(500).after_effect(), 1),
        (Fault::status(503).after_effect(), 2),
        (Fault::status(503), 2),
        (Fault::status(500), 1),
        (Fault::reset(), 1),
        (Fault::truncated(), 1),
    ] {
        let told = format!("{fault:?}");
        let desk = Desk::open().await;
        let trader = desk.trader();
        desk.misbehave(fault.on("create_digital_market_order").times(times));
        let create = desk.client.create_digital_order(trader.order("10", ""));
        let id = create.external_id().unwrap().clone();
        let order = create
            .await
            .unwrap_or_else(|error| panic!("{told}: {error:#}"));
        let made = desk.tradevest().orders();
        assert_eq!(made.len(), 1, "{told}");
        assert_eq!(order.id(), made[0].id, "{told}");
        let sent = desk.external_ids("create_digital_market_order");
        assert_eq!(sent, vec![id.to_string(); sent.len()], "{told}");
        assert_eq!(desk.tradevest().created_under(id.as_str()), 1, "{told}");
    }
}

#[tokio::test]
async fn a_known_one_on_a_first_attempt_is_a_plain_conflict_and_nothing_is_looked_for() {
    let desk = Desk::open().await;
    let trader = desk.trader();
    let first = desk
        .client
        .create_digital_order(trader.order("10", "order 4711"));
    first.await.unwrap();
    // Also where it is word for word the same: another program may have sent the first one.
    for euros in ["10", "20"] {
        let again = desk
            .client
            .create_digital_order(trader.order(euros, "order 4711"));
        let error = again.await.unwrap_err();
        assert!(error.is_conflict(), "{error:#}");
        assert_eq!(error.effect(), Effect::Answered);
        assert_eq!(error.attempts(), 1);
        assert!(error.to_string().contains("stays used up"), "{error}");
        assert!(error.problems().unwrap().request_id().is_some());
    }
    assert_eq!(desk.count("get_digital_orders"), 0);
    assert_eq!(desk.tradevest().orders().len(), 1);
}

#[tokio::test]
async fn the_one_of_what_turned_invalid_is_burnt_for_good() {
    let desk = Desk::open().await;
    let trader = desk.trader();
    let reason = Reason::new("DATA_NOT_FOUND_ERROR", "no such wallet");
    let verdict = Verdict::Invalid(reason);
    desk.tradevest()
        .decide_next("create_digital_market_order", verdict)
        .unwrap();
    let order = desk
        .client
        .create_digital_order(trader.order("10", "order-4711"))
        .await
        .unwrap();
    desk.steps(1);
    let outcome = order.poller(Goal::Filled).await.unwrap();
    let Outcome::Invalid { external_id, .. } = outcome else {
        panic!("{outcome:?}")
    };
    let burnt = external_id.unwrap();
    assert_eq!(burnt.as_str(), "order-4711");
    for later in [std::time::Duration::ZERO, 49 * super::desk::HOUR] {
        desk.clock.advance(later);
        let again = desk
            .client
            .create_digital_order(trader.order("10", "order-4711"));
        let error = again.await.unwrap_err();
        assert!(error.is_conflict(), "{error:#}");
        assert!(error.to_string().contains("INVALID"), "{error}");
        assert_eq!(error.external_id().as_ref(), Some(&burnt));
    }
    // Under a new one it goes through.
    let mended = desk.client.create_digital_order(trader.order("10", ""));
    assert_ne!(mended.external_id(), Some(&burnt));
    mended.await.unwrap();
}

#[tokio::test]
async fn what_has_no_place_for_one_is_sent_once_and_says_where_to_look() {
    let desk = Desk::open().await;
    let person = desk.tradevest().plant_person();
    let create = desk.client.create_customer(data::customer_of(&person));
    assert_eq!(create.external_id(), None);
    desk.misbehave(Fault::reset().after_effect().on("create_role_customer"));
    let error = create.await.unwrap_err();
    assert_eq!(error.effect(), Effect::MaybeApplied);
    assert!(error.to_string().contains("Client::customers"), "{error}");
    assert_eq!(desk.count("create_role_customer"), 1);
    // It was made, and is found where the error says.
    let list = desk.client.customers().query("entityId", &person);
    let found = list.all().await.unwrap();
    assert_eq!(found.len(), 1);

    let error = desk
        .client
        .create_customer(data::customer_of(&person))
        .with_external_id("mine".parse().unwrap())
        .await
        .unwrap_err();
    assert!(error.is_invalid_request());
    assert_eq!(desk.count("create_role_customer"), 1);
}

#[tokio::test]
async fn a_generated_call_is_repeated_only_under_an_external_id() {
    let operation = "create_entity_natural_person";
    for (person, times) in [(data::person_under("mine"), 2), (data::person(), 1)] {
        let desk = Desk::open().await;
        desk.misbehave(Fault::status(503).on(operation));
        let sent = desk
            .client
            .api()
            .create_entity_natural_person()
            .body(person)
            .send()
            .await;
        assert_eq!(sent.is_ok(), times == 2);
        assert_eq!(desk.count(operation), times);
    }
}

#[tokio::test]
async fn a_transfer_is_sent_once_whatever_it_is_called() {
    for fault in [Fault::status(503), Fault::reset().after_effect()] {
        let desk = Desk::open().await;
        let trader = desk.trader();
        desk.misbehave(fault.on("create_transfer"));
        let mut transfer: types::TransferData = trader.transfer("10");
        transfer.external_id = Some("mine".to_owned());
        let sent = desk.client.create_transfer(transfer).await.unwrap_err();
        assert_eq!(sent.effect(), Effect::MaybeApplied);
        assert_eq!(desk.count("create_transfer"), 1);
    }
}

#[tokio::test]
async fn ids_of_each_kind_of_thing_are_its_own() {
    let desk = Desk::open_with(Options::default()).await;
    let trader = desk.trader();
    let order = desk.client.create_digital_order(trader.order("10", "4711"));
    order.await.unwrap();
    desk.client
        .create_natural_person(data::person_under("4711"))
        .await
        .unwrap();
    assert_eq!(desk.tradevest().created_under("4711"), 2);
    assert_eq!(desk.tradevest().objects(Kind::NaturalPerson).len(), 3);
}
