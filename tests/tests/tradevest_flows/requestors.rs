//! In whose name calls are made: by the client, by a clone of it, by one call, and not at all.

use std::collections::BTreeMap;

use florin::core::Effect;
use florin::tradevest::{Client, HasProblems as _, RequestorId, operations, types};
use florin_sandbox::tradevest::{Options, RequestorCheck, Tradevest};
use florin_tests::in_memory::Says;
use serde_json::{Value, json};

use super::desk::{Desk, data, of, provider, read, settings};

/// The operations of the specs, by their ids, with whether they take a requestor and whether they need one.
fn written() -> BTreeMap<String, Option<bool>> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../specs/tradevest");
    let mut all = BTreeMap::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|kind| kind != "yaml") {
            continue;
        }
        let spec: Value = serde_saphyr::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
        for item in spec["paths"].as_object().unwrap().values() {
            for operation in item.as_object().unwrap().values() {
                let Some(id) = operation["operationId"].as_str() else {
                    continue;
                };
                let parameters = operation["parameters"].to_string();
                let needs = match parameters.contains("parameters/RequestorIdOptional") {
                    true => Some(false),
                    false => parameters
                        .contains("parameters/RequestorId")
                        .then_some(true),
                };
                all.insert(id.to_owned(), needs);
            }
        }
    }
    all
}

#[test]
fn the_operations_know_of_the_requestor_what_the_specs_say() {
    let written = written();
    assert_eq!(written.len(), operations::ALL.len());
    for operation in operations::ALL {
        let takes = operation.client_header().map(|header| {
            assert_eq!(header, "Requestor-ID");
            operation.requires_client_header()
        });
        assert_eq!(takes, written[operation.id()], "{}", operation.id());
    }
}

#[test]
fn who_is_the_first_needs_nobody_and_whoever_trades_or_onboards_does() {
    let written = written();
    assert_eq!(written["get_token"], None);
    for first in [
        "create_natural_person",
        "create_natural_person_wizard",
        "create_legal_entity_customer",
        "create_entity_natural_person",
        "create_entity_legal_entity",
    ] {
        assert_eq!(written[first], Some(false), "{first}");
    }
    for needs in [
        "start_onboarding",
        "start_offboarding",
        "create_customer_product",
        "get_ex_ante_cost",
        "update_trading_order",
        "cancel_trading_order",
        "accept_digital_quote",
        "create_digital_market_order",
        "create_transfer",
        "create_proxy",
        "create_beneficial_owner",
        "create_legal_representative",
        "start_user_onboarding",
        "create_entity_identification",
        "create_identification_verification",
        "get_identification_verification",
        "get_identification_verifications",
        "upload_document_v2",
        "create_role_customer",
        "start_role_onboarding",
    ] {
        assert_eq!(written[needs], Some(true), "{needs}");
    }
    assert_eq!(
        written["get_role_customers"],
        Some(false),
        "a list may name one"
    );
}

fn named(desk: &Desk, operation: &str) -> String {
    let last = desk.last(operation);
    last.header("requestor-id").unwrap_or_default().to_owned()
}

async fn list(client: &Client) {
    client.customers().page(None).await.unwrap();
}

#[tokio::test]
async fn a_call_names_the_person_of_the_call_then_of_the_clone_then_of_the_client() {
    let desk = Desk::open().await;
    let [clones, calls] = [
        desk.tradevest().plant_person(),
        desk.tradevest().plant_person(),
    ];
    let own: RequestorId = desk.tradevest().partner_person().parse().unwrap();
    assert_eq!(desk.client.requestor(), Some(&own));
    list(&desk.client).await;
    assert_eq!(named(&desk, "get_role_customers"), own.as_str());

    let other = desk.client.for_requestor(clones.parse().unwrap());
    list(&other).await;
    assert_eq!(named(&desk, "get_role_customers"), clones);
    list(&desk.client).await;
    assert_eq!(
        named(&desk, "get_role_customers"),
        own.as_str(),
        "the first one is as it was"
    );

    let id: RequestorId = calls.parse().unwrap();
    let request = other.api().get_role_customers().requestor_id(id.clone());
    request.send().await.unwrap();
    assert_eq!(named(&desk, "get_role_customers"), calls);

    let trader = desk.trader();
    let create = other.create_digital_order(trader.order("10", ""));
    create.requestor(id).await.unwrap();
    assert_eq!(named(&desk, "create_digital_market_order"), calls);
    other
        .create_digital_order(trader.order("10", ""))
        .await
        .unwrap();
    assert_eq!(named(&desk, "create_digital_market_order"), clones);
    assert_eq!(
        desk.tradevest().tokens_issued(),
        1,
        "clones share the token"
    );
}

#[tokio::test]
async fn what_needs_somebody_and_has_nobody_is_refused_before_a_token_is_asked_for() {
    let desk = Desk::open().await;
    let nobodys = settings(&desk.sandbox).build().unwrap();
    let trader = desk.trader();
    let onboarding = read(&json!({"roleType": "CUSTOMER", "roleId": trader.customer}));
    let product: types::CustomerProductData = read(&json!({"productCode": "WALLET"}));
    let api = nobodys.api();
    let errors = [
        nobodys
            .create_digital_order(trader.order("10", ""))
            .await
            .unwrap_err(),
        nobodys
            .create_transfer(trader.transfer("10"))
            .await
            .unwrap_err(),
        nobodys
            .create_customer(data::customer_of("n-1"))
            .await
            .unwrap_err(),
        nobodys.start_onboarding(onboarding).await.unwrap_err(),
        nobodys
            .upload_document(data::certificate_of("n-1"), data::PDF.to_vec())
            .await
            .unwrap_err(),
        api.create_customer_product()
            .customer_id("c-1")
            .body(product)
            .send()
            .await
            .unwrap_err(),
        api.cancel_trading_order()
            .order_id("o-1")
            .send()
            .await
            .unwrap_err(),
        api.get_identification_verification()
            .identification_verification_id("v-1")
            .send()
            .await
            .unwrap_err(),
        nobodys
            .identification_verifications()
            .page(None)
            .await
            .unwrap_err(),
    ];
    for error in errors {
        assert!(error.is_invalid_request(), "{error:#}");
        assert_eq!(error.effect(), Effect::NotSent);
        let said = error.to_string();
        assert!(said.contains("Requestor-ID"), "{said}");
        assert!(said.contains(error.operation()), "{said}");
    }
    assert!(
        desk.tradevest().received().is_empty(),
        "not even for a token"
    );

    // What needs nobody goes out, and what may name somebody does without.
    nobodys.create_natural_person(data::person()).await.unwrap();
    assert!(
        desk.last("create_entity_natural_person")
            .header("requestor-id")
            .is_none()
    );
    list(&nobodys).await;
    assert!(
        desk.last("get_role_customers")
            .header("requestor-id")
            .is_none()
    );
}

#[tokio::test]
async fn it_is_sent_with_everything_but_the_token() {
    let provider = provider(|_| Says::Yes(json!({"data": [], "naturalPersonId": "n-1"})));
    let client = of(&provider)
        .requestor(super::desk::PERSON.parse().unwrap())
        .build()
        .unwrap();
    client.create_natural_person(data::person()).await.unwrap();
    let asked = &provider.asked("create_entity_natural_person")[0];
    assert_eq!(
        asked.headers["requestor-id"],
        super::desk::PERSON,
        "it isn't needed there, and told wherever one is known"
    );
    assert!(
        !provider.asked("get_token")[0]
            .headers
            .contains_key("requestor-id")
    );
    list(&client).await;
    let asked = &provider.asked("get_role_customers")[0];
    assert_eq!(asked.headers.get_all("requestor-id").iter().count(), 1);
    assert_eq!(asked.headers["requestor-id"], super::desk::PERSON);
}

fn suspended(tradevest: &Tradevest) -> RequestorId {
    let person = tradevest.plant_person();
    tradevest.set_status(&person, "SUSPENDED").unwrap();
    person.parse().unwrap()
}

#[tokio::test]
async fn a_requestor_whom_the_provider_refuses_is_told_with_the_request_to_quote() {
    let options = Options {
        requestor: RequestorCheck::Refused,
        ..Options::default()
    };
    let desk = Desk::open_with(options).await;
    let trader = desk.trader();
    let person = suspended(desk.tradevest());
    let create = desk
        .client
        .for_requestor(person)
        .create_digital_order(trader.order("10", ""));
    let error = create.await.unwrap_err();
    assert_eq!(error.status().unwrap(), 403);
    assert_eq!(error.effect(), Effect::Answered);
    let problems = error.problems().unwrap();
    assert!(problems.request_id().is_some());
    assert_eq!(problems.error_code(), Some("REQUESTOR_NOT_AUTHORIZED"));
    assert_eq!(
        desk.count("create_digital_market_order"),
        1,
        "it isn't tried again"
    );
    assert_eq!(
        desk.tradevest().tokens_issued(),
        1,
        "nor with another token"
    );
}

#[tokio::test]
async fn a_requestor_who_is_found_unfit_only_afterwards_makes_the_order_invalid() {
    let options = Options {
        requestor: RequestorCheck::Invalid,
        ..Options::default()
    };
    let desk = Desk::open_with(options).await;
    let trader = desk.trader();
    let person = suspended(desk.tradevest());
    let create = desk
        .client
        .for_requestor(person)
        .create_digital_order(trader.order("10", ""));
    let order = create.await.unwrap();
    desk.steps(1);
    let outcome = order.poller(florin::tradevest::Goal::Filled).await.unwrap();
    assert!(
        matches!(outcome, florin::tradevest::Outcome::Invalid { .. }),
        "{outcome:?}"
    );
}
