//! Creations whose end nobody knows: what a conflict after that is taken for.

use florin::RetryPolicy;
use florin::core::{Effect, Limits};
use florin::tradevest::{Client, Error, ExternalId, HasExternalId as _};
use florin_sandbox::Fault;
use florin_sandbox::tradevest::Kind;
use serde_json::json;
use std::time::Duration;

use super::desk::{Desk, Trader, acting, data, read};

const ORDER: &str = "create_digital_market_order";

/// The answer to the next creation is lost, after it was done.
fn lose_answer(desk: &Desk, operation: &str) {
    desk.misbehave(Fault::reset().after_effect().on(operation));
}

#[tokio::test]
async fn a_conflict_after_a_lost_answer_is_looked_into_and_is_success_where_it_is_the_same() {
    let desk = Desk::open().await;
    let trader = desk.trader();
    lose_answer(&desk, ORDER);
    let create = desk.client.create_digital_order(trader.order("10.50", ""));
    let id = create.external_id().unwrap().clone();
    let order = create.await.unwrap();
    assert!(order.was_there());
    assert_eq!(order.id(), desk.tradevest().orders()[0].id);
    let looked = desk.last("get_digital_orders");
    let query = looked.query_pairs();
    assert!(
        query.contains(&("externalId".to_owned(), id.to_string())),
        "{query:?}"
    );
}

#[tokio::test]
async fn people_companies_and_documents_are_found_as_well() {
    let desk = Desk::open().await;
    let client = &desk.client;
    // Not on the first page.
    for _ in 0..25 {
        let _ = desk.tradevest().plant_person();
    }
    lose_answer(&desk, "create_entity_natural_person");
    let person = client.create_natural_person(data::person()).await.unwrap();
    assert!(person.was_there());
    assert!(
        desk.count("get_entity_natural_persons") > 1,
        "it was on the second page"
    );

    lose_answer(&desk, "create_entity_legal_entity");
    let company = client.create_legal_entity(data::company()).await.unwrap();
    assert!(company.was_there());
    assert_eq!(
        company.id(),
        desk.tradevest().objects(Kind::LegalEntity)[0].id
    );

    lose_answer(&desk, "upload_document_v2");
    let upload = client.upload_document(data::certificate_of(person.id()), data::PDF);
    let document = upload.await.unwrap();
    assert!(document.was_there());
    let made = desk.tradevest().objects(Kind::Document);
    assert_eq!((made.len(), made[0].id.as_str()), (1, document.id()));
}

#[tokio::test]
async fn what_is_there_and_differs_is_an_error_that_names_the_fields_and_stays_in_doubt() {
    let desk = Desk::open().await;
    let trader = desk.trader();
    let first = desk
        .client
        .create_digital_order(trader.order("10", "order-4711"));
    first.await.unwrap();
    let other = desk
        .client
        .create_digital_order(trader.order("20", "order-4711"));
    let error = other.may_have_been_sent().await.unwrap_err();
    assert!(error.is_conflict());
    assert_eq!(error.effect(), Effect::MaybeApplied);
    let said = error.to_string();
    assert!(
        said.contains("differs") && said.contains("marketOrderData"),
        "{said}"
    );
    assert!(
        !said.contains("20") || !said.contains("quantity: 20"),
        "{said}"
    );
    assert_eq!(error.external_id().unwrap().as_str(), "order-4711");
    assert_eq!(desk.tradevest().orders().len(), 1);
}

#[tokio::test]
async fn what_cannot_be_looked_for_stays_in_doubt_and_says_under_which_id() {
    let desk = Desk::open().await;
    let trader = desk.trader();
    lose_answer(&desk, "create_transfer");
    let create = desk.client.create_transfer(trader.transfer("10"));
    let id = create.external_id().unwrap().clone();
    // That a transfer is recognised is inferred, so it isn't repeated by itself.
    for is_conflict in [false, true] {
        let error = create.send().await.unwrap_err();
        assert_eq!(error.is_conflict(), is_conflict, "{error:#}");
        assert_eq!(error.effect(), Effect::MaybeApplied);
        assert_eq!(error.external_id().as_ref(), Some(&id));
        assert!(error.to_string().contains("balance"), "{error}");
    }
    assert_eq!(desk.count("create_transfer"), 2);
    assert_eq!(desk.tradevest().transfers().len(), 1);

    lose_answer(&desk, "create_wawex_market_order");
    let tokens = desk.client.create_tokenized_order(read(&json!({
        "symbol": "T", "quantity": 1, "quantityType": "UNIT", "side": "buy", "externalId": "",
        "walletCustomerProductId": trader.wallet, "cashCustomerProductId": trader.cash,
    })));
    let error = tokens.await.unwrap_err();
    assert_eq!(error.effect(), Effect::MaybeApplied, "{error:#}");
}

#[tokio::test]
async fn what_is_gone_by_the_time_it_is_looked_for_stays_in_doubt() {
    let desk = Desk::open().await;
    let trader = desk.trader();
    let first = desk
        .client
        .create_digital_order(trader.order("10", "order-4711"));
    let order = first.await.unwrap();
    desk.tradevest().set_status(order.id(), "INVALID").unwrap();
    desk.clock.advance(49 * super::desk::HOUR);
    assert!(desk.tradevest().object(order.id()).unwrap().removed);
    let again = desk
        .client
        .create_digital_order(trader.order("10", "order-4711"));
    let error = again.may_have_been_sent().await.unwrap_err();
    assert!(error.is_conflict());
    assert_eq!(error.effect(), Effect::MaybeApplied);
    assert!(error.to_string().contains("stays used up"), "{error}");
}

#[tokio::test]
async fn where_looking_fails_it_is_told_and_the_doubt_stays() {
    let desk = Desk::open().await;
    let trader = desk.trader();
    lose_answer(&desk, ORDER);
    desk.misbehave(Fault::status(503).on("get_digital_orders").always());
    let error = desk
        .client
        .create_digital_order(trader.order("10", ""))
        .await
        .unwrap_err();
    assert!(error.is_conflict(), "{error:#}");
    assert_eq!(error.effect(), Effect::MaybeApplied);
    assert!(error.to_string().contains("503"), "{error}");
}

/// A client that gives up at the first failure, and waits for no answer for long.
fn impatient(desk: &Desk) -> Client {
    let limits = Limits::default().attempt(Duration::from_millis(300));
    acting(&desk.sandbox)
        .retry(RetryPolicy::never())
        .limits(limits)
        .build()
        .unwrap()
}

async fn in_doubt(client: &Client, trader: &Trader) -> (Error, ExternalId) {
    let create = client.create_digital_order(trader.order("10", ""));
    let id = create.external_id().unwrap().clone();
    let error = create.await.unwrap_err();
    assert_eq!(error.effect(), Effect::MaybeApplied, "{error:#}");
    assert_eq!(error.external_id().as_ref(), Some(&id));
    (error, id)
}

#[tokio::test]
async fn a_process_that_comes_again_under_the_stored_id_makes_no_second_order() {
    for was_done in [true, false] {
        let desk = Desk::open().await;
        let trader = desk.trader();
        let fault = Fault::reset().on(ORDER);
        desk.misbehave(if was_done {
            fault.after_effect()
        } else {
            fault
        });
        let (error, id) = in_doubt(&impatient(&desk), &trader).await;
        assert!(
            error.to_string().contains("under its external id"),
            "{error}"
        );

        // Another process, of which all that is left is the id.
        let stored = serde_json::to_string(&id).unwrap();
        let id: ExternalId = serde_json::from_str(&stored).unwrap();
        let again = desk.client.create_digital_order(trader.order("10", ""));
        let again = again.with_external_id(id.clone()).may_have_been_sent();
        let order = again.await.unwrap();
        assert_eq!(order.was_there(), was_done);
        assert_eq!(order.external_id(), Some(&id));
        assert_eq!(desk.tradevest().orders().len(), 1);
        assert_eq!(order.id(), desk.tradevest().orders()[0].id);
    }
}

#[tokio::test]
async fn the_same_creation_may_be_sent_again_by_whoever_kept_it() {
    let desk = Desk::open().await;
    let trader = desk.trader();
    lose_answer(&desk, ORDER);
    let create = impatient(&desk).create_digital_order(trader.order("10", ""));
    let error = create.send().await.unwrap_err();
    assert_eq!(error.effect(), Effect::MaybeApplied);
    let order = create.send().await.unwrap();
    assert!(order.was_there());
    assert_eq!(desk.tradevest().orders().len(), 1);
}

#[tokio::test]
async fn an_answer_that_is_waited_for_too_long_is_doubt_and_comes_to_one_order() {
    let desk = Desk::open().await;
    let trader = desk.trader();
    // The clock stands still, so the answer never comes.
    desk.misbehave(Fault::delay(super::desk::HOUR).after_effect().on(ORDER));
    let (error, id) = in_doubt(&impatient(&desk), &trader).await;
    assert!(error.is_timeout(), "{error:#}");
    assert_eq!(desk.tradevest().orders().len(), 1);
    let again = desk.client.create_digital_order(trader.order("10", ""));
    let order = again
        .with_external_id(id)
        .may_have_been_sent()
        .await
        .unwrap();
    assert!(order.was_there());
    assert_eq!(desk.tradevest().orders().len(), 1);
}

#[tokio::test]
async fn a_creation_that_is_dropped_under_way_is_in_doubt_for_a_clone() {
    let desk = Desk::open().await;
    let trader = desk.trader();
    desk.misbehave(Fault::delay(super::desk::HOUR).after_effect().on(ORDER));
    let create = desk.client.create_digital_order(trader.order("10", ""));
    let sending = tokio::spawn({
        let create = create.clone();
        async move { create.send().await }
    });
    super::desk::soon(async {
        while desk.tradevest().orders().is_empty() {
            tokio::task::yield_now().await;
        }
    })
    .await;
    sending.abort();
    let order = create.send().await.unwrap();
    assert!(order.was_there());
    assert_eq!(desk.tradevest().orders().len(), 1);
}
