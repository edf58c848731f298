//! Waiting for what was created by asking: each kind of thing, to each of its ends.

use std::time::Duration;

use florin::core::Effect;
use florin::poll::Progress;
use florin::tradevest::{Created, Goal, Handle, Outcome, Readable, Status, types};
use florin_sandbox::tradevest::Options;
use serde_json::json;

use super::desk::{Desk, STEP, Waiting, acting, data, read, soon};

/// Waits in the background while the sandbox goes through its steps.
async fn reached<T: Readable>(desk: &Desk, created: &Created<T>, goal: Goal) -> T {
    let waiting = Waiting::on(created.poller(goal.clone()));
    let outcome = soon(async {
        while !waiting.is_over() {
            desk.clock.advance(STEP);
            tokio::task::yield_now().await;
        }
        waiting.outcome().await
    })
    .await;
    let told = format!("{goal:?}: {outcome:?}");
    outcome.reached().unwrap_or_else(|| panic!("{told}"))
}

#[tokio::test]
async fn people_companies_and_their_roles_are_followed_until_they_are_ready() {
    let desk = Desk::open().await;
    let client = &desk.client;
    let person = client.create_natural_person(data::person()).await.unwrap();
    let ready = reached(&desk, &person, Goal::Ready).await;
    assert_eq!(ready.natural_person_status.unwrap().as_str(), "CREATED");

    let company = client.create_legal_entity(data::company()).await.unwrap();
    reached(&desk, &company, Goal::Ready).await;
    let somebody = client.create_legal_representative(company.id(), data::representative());
    reached(&desk, &somebody.await.unwrap(), Goal::Ready).await;
    let owner = client.create_beneficial_owner(company.id(), data::owner());
    reached(&desk, &owner.await.unwrap(), Goal::Ready).await;

    let customer = client.create_customer(data::customer_of(person.id()));
    reached(&desk, &customer.await.unwrap(), Goal::Ready).await;
    let other = desk.tradevest().plant_person();
    let pair = read(&json!({"np1Id": person.id(), "np2Id": other}));
    reached(
        &desk,
        &client.create_joint_person(pair).await.unwrap(),
        Goal::Ready,
    )
    .await;
    let proxy = read(&json!({
        "proxyType": "SIGNATORY", "naturalPersonId": person.id(), "entityId": company.id(),
        "entityType": "LEGAL_ENTITY", "validityType": "UNLIMITED", "scopeType": "INDIVIDUAL",
    }));
    reached(
        &desk,
        &client.create_proxy(proxy).await.unwrap(),
        Goal::Ready,
    )
    .await;
    let document = client.upload_document(data::certificate_of(person.id()), data::PDF);
    reached(&desk, &document.await.unwrap(), Goal::Ready).await;
}

#[tokio::test]
async fn an_identification_is_ready_with_the_address_to_go_to() {
    let desk = Desk::open().await;
    let person = desk.tradevest().plant_person();
    let data = read(&json!({
        "naturalPersonId": person, "externalVerifier": "WEB_ID", "identificationType": "VIDEO_IDENT",
    }));
    let verification = desk.client.verify_identification(data).await.unwrap();
    let ready = reached(&desk, &verification, Goal::Ready).await;
    let url = ready.identification_url.as_ref().unwrap();
    assert!(url.expose().ends_with(verification.id()));
    assert!(
        !format!("{ready:?}").contains(url.expose()),
        "it grants access"
    );
    desk.tradevest()
        .complete_identification(verification.id())
        .unwrap();
    let approved = reached(&desk, &verification, Goal::Approved).await;
    assert!(approved.document_id.is_some());
}

#[tokio::test]
async fn products_orders_transfers_and_searches_are_followed_to_their_ends() {
    let desk = Desk::open().await;
    let client = &desk.client;
    let trader = desk.trader();
    let product = client.create_product(
        &*trader.customer,
        read(&json!({"productCode": "DEPOSITORY_ACCOUNT"})),
    );
    let product = product.await.unwrap();
    let open = reached(&desk, &product, Goal::Active).await;
    assert!(open.opened_on.is_some());

    let order = client
        .create_digital_order(trader.order("100", ""))
        .await
        .unwrap();
    let filled = reached(&desk, &order, Goal::Filled).await;
    let execution = filled.execution_data.unwrap();
    assert_eq!(execution.quantity.unwrap().to_string(), "0.002");
    reached(&desk, &order, Goal::Settled).await;
    assert_eq!(
        desk.tradevest().balance(&trader.cash).unwrap().available,
        "900"
    );

    let tokens = client.create_tokenized_order(read(&json!({
        "symbol": "T", "quantity": 1, "quantityType": "UNIT", "side": "buy", "externalId": "",
        "walletCustomerProductId": trader.wallet, "cashCustomerProductId": trader.cash,
    })));
    reached(&desk, &tokens.await.unwrap(), Goal::Settled).await;

    let transfer = client
        .create_transfer(trader.transfer("50.25"))
        .await
        .unwrap();
    reached(&desk, &transfer, Goal::Processed).await;
    assert_eq!(
        desk.tradevest().balance(&trader.cash).unwrap().available,
        "749.75"
    );

    let search = client.api().order_entity_vendor_legal_entity();
    let answer = search.body(serde_json::Map::new()).send().await.unwrap();
    let search = client.known::<types::VendorLegalEntity>(answer.into_inner().search_id.unwrap());
    reached(&desk, &search, Goal::Completed).await;
}

#[tokio::test]
async fn an_onboarding_and_an_offboarding_are_followed_until_they_are_approved() {
    let options = Options {
        onboarding_needs_papers: false,
        ..Options::default()
    };
    let desk = Desk::open_with(options).await;
    let client = &desk.client;
    let person = client.create_natural_person(data::person()).await.unwrap();
    reached(&desk, &person, Goal::Ready).await;
    let customer = client
        .create_customer(data::customer_of(person.id()))
        .await
        .unwrap();
    reached(&desk, &customer, Goal::Ready).await;
    let role = json!({"roleType": "CUSTOMER", "roleId": customer.id()});
    let onboarding = client.start_onboarding(read(&role)).await.unwrap();
    reached(&desk, &onboarding, Goal::Approved).await;
    reached(&desk, &customer, Goal::Active).await;

    let mut leaving = role;
    leaving["reason"] = "CUSTOMER_REQUEST_IMMEDIATE".into();
    let request = client.api().start_role_offboarding();
    let body: types::RoleOffboardingData = read(&leaving);
    let started = request.body(body).send().await.unwrap();
    let started = started.into_inner().offboarding_id;
    let offboarding =
        client.role_offboarding(started, &types::RoleTypeEnum::Customer, customer.id());
    reached(&desk, &offboarding, Goal::Approved).await;
    assert_eq!(desk.tradevest().status(customer.id()).unwrap(), "INACTIVE");
}

#[tokio::test]
async fn a_tax_exemption_order_is_accepted_and_no_more_is_known_of_it() {
    let desk = Desk::open().await;
    let person = desk.tradevest().plant_person();
    let data = read(&json!({
        "entityId": person, "entityType": "NATURAL_PERSON", "fsaType": "INDIVIDUAL", "fsaAmount": 801.5,
    }));
    let order = desk.client.create_tax_exemption_order(data).await.unwrap();
    reached(&desk, &order, Goal::Accepted).await;
    let error = order.poller(Goal::Filled).await.unwrap_err();
    assert!(error.is_invalid_request(), "{error:#}");
}

async fn order(desk: &Desk) -> Created<types::DigitalAssetsOrder> {
    let trader = desk.trader();
    let create = desk.client.create_digital_order(trader.order("10", ""));
    create.await.unwrap()
}

#[tokio::test]
async fn an_executed_order_may_be_settled_or_corrected_and_canceled_after_all() {
    let desk = Desk::open().await;
    let order = order(&desk).await;
    let status = |status| desk.tradevest().set_status(order.id(), status).unwrap();
    status("FILLED");
    reached(&desk, &order, Goal::Filled).await;
    let waiting = Waiting::on(order.poller(Goal::Settled));
    desk.answered("get_digital_order", 3).await;
    status("CORRECTED");
    desk.answered("get_digital_order", 6).await;
    assert!(!waiting.is_over(), "it may be settled or canceled yet");
    let filled = order.poller(Goal::Filled).at_once().await.unwrap();
    assert!(
        matches!(&filled, Outcome::Ended { status, .. } if *status == Status::CORRECTED),
        "it was filled and won't be again: {filled:?}"
    );
    status("CANCELED");
    let outcome = waiting.outcome().await;
    let Outcome::Ended { object, status, .. } = outcome else {
        panic!("{outcome:?}")
    };
    assert_eq!(status, Status::CANCELED);
    assert!(object.execution_data.is_some(), "it was executed before");
}

#[tokio::test]
async fn a_rejection_is_an_outcome_with_the_words_that_the_thing_has() {
    let desk = Desk::open().await;
    let trader = desk.trader();
    let poor = desk
        .client
        .create_digital_order(trader.order("2000", ""))
        .await
        .unwrap();
    desk.steps(5);
    let outcome = poor.poller(Goal::Settled).await.unwrap();
    let shown = format!("{outcome:?}");
    let Outcome::Rejected { object, reason, .. } = outcome else {
        panic!("{shown}")
    };
    assert_eq!(object.status.as_str(), "REJECTED");
    let reason = reason.unwrap();
    assert_eq!(reason.error_type(), None, "a reading has words and no code");
    assert!(reason.description().unwrap().contains("balance"));
    assert!(
        !shown.contains("is not sufficient"),
        "free text isn't shown: {shown}"
    );

    let transfer = desk
        .client
        .create_transfer(trader.transfer("2000"))
        .await
        .unwrap();
    desk.steps(5);
    let outcome = transfer.poller(Goal::Processed).await.unwrap();
    assert!(matches!(outcome, Outcome::Rejected { .. }));
    assert!(outcome.reason().unwrap().description().is_some());
}

#[tokio::test]
async fn a_status_that_nobody_has_documented_ends_nothing_unless_it_may() {
    let desk = Desk::open().await;
    let person = desk
        .client
        .create_natural_person(data::person())
        .await
        .unwrap();
    desk.tradevest().set_status(person.id(), "ON_ICE").unwrap();
    let waiting = person
        .poller(Goal::Ready)
        .deadline(Duration::from_millis(100));
    let error = waiting.await.unwrap_err();
    assert!(error.is_timeout(), "{error:?}");
    assert_eq!(error.effect(), Effect::Answered);
    assert!(error.to_string().contains("ON_ICE"), "{error}");
    let outcome = person.poller(Goal::Ready).or_unknown().await.unwrap();
    assert!(matches!(outcome, Outcome::Ended { ref status, .. } if status.as_str() == "ON_ICE"));
    let named = person.poller(Goal::one_of(["on_ice"])).await.unwrap();
    assert!(matches!(named, Outcome::Reached(_)));
}

#[tokio::test]
async fn every_reading_is_seen_on_the_way() {
    let desk = Desk::open().await;
    let order = order(&desk).await;
    let mut poller = order.poller(Goal::Settled).at_once();
    let mut seen = Vec::new();
    while let Some(reading) = poller.next().await {
        match reading.unwrap() {
            Progress::Pending(order) => seen.push(order.status.as_str().to_owned()),
            Progress::Done(outcome) => {
                assert!(matches!(outcome, Outcome::Reached(_)));
                seen.push("done".to_owned());
            }
        }
        desk.clock.advance(STEP);
    }
    assert_eq!(seen, ["RECEIVED", "PENDING", "FILLED", "done"]);
}

#[tokio::test]
async fn another_process_goes_on_from_a_stored_handle() {
    let desk = Desk::open().await;
    let order = order(&desk).await;
    let stored = serde_json::to_string(&order.handle()).unwrap();
    assert!(!stored.contains("s3cret") && !stored.contains(desk.tradevest().client_secret()));
    let handle: Handle = serde_json::from_str(&stored).unwrap();
    let restarted = acting(&desk.sandbox).build().unwrap();
    let wrong = restarted.resume::<types::NaturalPerson>(handle.clone());
    assert!(wrong.unwrap_err().to_string().contains("digital-order"));
    let resumed = restarted
        .resume::<types::DigitalAssetsOrder>(handle)
        .unwrap();
    assert_eq!(resumed.external_id(), order.external_id());
    desk.steps(4);
    let outcome = resumed.poller(Goal::Settled).await.unwrap();
    assert!(matches!(outcome, Outcome::Reached(_)));
}

#[tokio::test]
async fn one_that_the_provider_made_by_itself_is_followed_by_its_identifier() {
    let desk = Desk::open().await;
    let trader = desk.trader();
    let body: types::TestIncomingTransferData = read(&json!({
        "customerProductId": trader.cash, "amount": 12.5, "reference": "hello",
    }));
    let pay_in = desk.client.api().create_test_incoming_transfer();
    pay_in.body(body).send().await.unwrap();
    desk.steps(1);
    let made = &desk.tradevest().transfers()[0];
    let transfer = desk.client.known::<types::TransferDetails>(&*made.id);
    reached(&desk, &transfer, Goal::Processed).await;
    assert_eq!(
        desk.tradevest().balance(&trader.cash).unwrap().available,
        "1012.5"
    );
    let error = desk
        .client
        .known::<types::TransferDetails>(" ")
        .read()
        .await
        .unwrap_err();
    assert!(error.is_invalid_request());
    assert!(
        desk.client
            .known::<types::TransferDetails>(super::desk::PERSON)
            .read()
            .await
            .unwrap_err()
            .is_not_found()
    );
}
