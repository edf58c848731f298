//! A conflict after an attempt whose end is unknown.

use florin_core::Effect;

use super::creations::{natural_person, order};
use super::*;
use crate::tradevest::{Error, HasExternalId, types};

/// The first creation is lost, its repetition refused as known; everything else is answered by `otherwise`.
fn lost_then_known(otherwise: impl Fn(&Sent) -> (u16, String) + Send + Sync + 'static) -> Scripted {
    let created = AtomicUsize::new(0);
    with_tokens(move |sent| {
        if sent.method != "POST" {
            return otherwise(sent);
        }
        match created.fetch_add(1, Ordering::SeqCst) {
            0 => (503, String::new()),
            _ => (409, "{}".to_owned()),
        }
    })
}

fn orders(fields: &serde_json::Value) -> String {
    let mut order = json!({
        "orderId": "o-9", "externalId": "order 4711", "side": "BUY", "orderType": "MARKET", "status": "RECEIVED",
        "walletCustomerProductId": "w-1", "cashCustomerProductId": "c-1",
        "marketOrderData": {"symbol": "BTC", "quantityType": "AMOUNT", "quantity": 250.5}
    });
    for (name, value) in fields.as_object().unwrap() {
        order[name] = value.clone();
    }
    json!({"data": [{"externalId": "another", "orderId": "o-1"}, order], "pagination": {"cursor": ""}}).to_string()
}

async fn lost_order(
    network: &Scripted,
) -> Result<crate::tradevest::Created<types::DigitalAssetsOrder>, Error> {
    client(network)
        .create_digital_order(order("order 4711"))
        .await
}

#[tokio::test(start_paused = true)]
async fn an_order_that_is_there_and_the_same_is_a_success() {
    let network = lost_then_known(|_| (200, orders(&json!({}))));
    let created = lost_order(&network).await.unwrap();
    assert_eq!(created.id(), "o-9");
    assert!(created.was_there());
    let looked = calls(&network).pop().unwrap();
    assert_eq!(
        looked.url,
        "https://tvda-api.platform-test.tradevest.ai/products/w-1/digital/orders?externalId=order%204711&limit=20"
    );
}

#[tokio::test(start_paused = true)]
async fn an_order_that_is_there_and_another_leaves_doubt_and_names_the_fields() {
    let other = json!({"side": "SELL", "marketOrderData": {"symbol": "ETH"}});
    let network = lost_then_known(move |_| (200, orders(&other)));
    let error = lost_order(&network).await.unwrap_err();
    assert!(error.is_conflict());
    assert_eq!(error.effect(), Effect::MaybeApplied);
    let said = error.to_string();
    assert!(
        said.contains("differs in") && said.contains("side") && said.contains("marketOrderData"),
        "{said}"
    );
    assert!(!said.contains("ETH") && !said.contains("4711"), "{said}");
}

#[tokio::test(start_paused = true)]
async fn an_order_that_shows_late_is_waited_for_and_one_that_never_does_leaves_doubt() {
    const NOTHING: &str = r#"{"data": [], "pagination": {}}"#;
    let asked = AtomicUsize::new(0);
    let network = lost_then_known(move |_| match asked.fetch_add(1, Ordering::SeqCst) {
        0..=2 => (200, NOTHING.to_owned()),
        _ => (200, orders(&json!({}))),
    });
    assert!(lost_order(&network).await.unwrap().was_there());

    let network = lost_then_known(|_| (200, NOTHING.to_owned()));
    let error = lost_order(&network).await.unwrap_err();
    assert!(error.is_conflict());
    assert_eq!(error.effect(), Effect::MaybeApplied);
    assert!(error.to_string().contains("stays used up"), "{error}");
}

#[tokio::test(start_paused = true)]
async fn where_looking_fails_the_doubt_stays() {
    let network = lost_then_known(|_| (400, r#"{"message": "Jane"}"#.to_owned()));
    let error = lost_order(&network).await.unwrap_err();
    assert!(error.is_conflict());
    assert_eq!(error.effect(), Effect::MaybeApplied);
    let said = error.to_string();
    assert!(
        said.contains("get_digital_orders") && !said.contains("Jane"),
        "{said}"
    );
}

#[tokio::test(start_paused = true)]
async fn where_there_is_no_way_to_look_the_doubt_stays() {
    let network = lost_then_known(|_| (200, "{}".to_owned()));
    let order = serde_json::from_value(json!({
        "symbol": "T", "quantity": 1, "quantityType": "UNIT", "side": "buy", "externalId": "",
        "walletCustomerProductId": "w", "cashCustomerProductId": "c",
    }));
    let error = client(&network)
        .create_tokenized_order(order.unwrap())
        .await
        .unwrap_err();
    assert!(error.is_conflict());
    assert_eq!(error.effect(), Effect::MaybeApplied);
    assert!(error.to_string().contains("no way to look"), "{error}");
    let sent = super::creations::sent_id(&calls(&network)[0]);
    assert_eq!(
        error.external_id().unwrap().as_str(),
        sent,
        "else nobody would know it"
    );
    assert!(!error.to_string().contains(&sent));
    assert_eq!(calls(&network).len(), 2);
}

#[tokio::test(start_paused = true)]
async fn a_transfer_whose_external_id_is_a_guess_is_sent_once() {
    let network = lost_then_known(|_| (200, "{}".to_owned()));
    let transfer = serde_json::from_value(json!({"amount": 1})).unwrap();
    let error = client(&network)
        .create_transfer(transfer)
        .await
        .unwrap_err();
    assert_eq!(error.effect(), Effect::MaybeApplied);
    assert!(error.to_string().contains("isn't certain"), "{error}");
    assert!(error.external_id().is_some(), "to ask Tradevest about");
    assert_eq!(calls(&network).len(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_creation_that_is_sent_again_remembers_the_doubt() {
    let asked = AtomicUsize::new(0);
    let network = with_tokens(move |sent| {
        match (sent.method.as_str(), asked.fetch_add(1, Ordering::SeqCst)) {
            ("POST", 0) => (503, String::new()),
            ("POST", _) => (409, "{}".to_owned()),
            _ => (200, orders(&json!({}))),
        }
    });
    let client = builder(&network)
        .requestor(person(PERSON))
        .retry(florin_core::RetryPolicy::never())
        .build()
        .unwrap();
    let create = client.create_digital_order(order("order 4711"));
    let error = create.send().await.unwrap_err();
    assert_eq!(error.effect(), Effect::MaybeApplied);
    assert!(create.send().await.unwrap().was_there());

    // After a crash nobody remembers, so it is said.
    let again = client.create_digital_order(order("order 4711"));
    assert_eq!(again.send().await.unwrap_err().effect(), Effect::Answered);
    assert!(again.may_have_been_sent().await.unwrap().was_there());
    let renamed = client
        .create_digital_order(order(""))
        .may_have_been_sent()
        .with_external_id("order 4711".parse().unwrap());
    assert!(renamed.await.unwrap().was_there(), "in either order");
}

#[tokio::test(start_paused = true)]
async fn a_creation_that_was_refused_is_no_doubt_for_the_next_sending() {
    let network = in_turn(&[(400, "{}"), (409, "{}")]);
    let create = client(&network).create_digital_order(order("order 4711"));
    create.send().await.unwrap_err();
    let error = create.send().await.unwrap_err();
    assert_eq!(error.effect(), Effect::Answered);
    assert_eq!(calls(&network).len(), 2, "nothing is looked for");
}

#[tokio::test(start_paused = true)]
async fn a_creation_that_was_dropped_under_way_is_in_doubt_too() {
    let network = with_tokens(|sent| match sent.method.as_str() {
        "POST" => (409, "{}".to_owned()),
        _ => (200, orders(&json!({}))),
    });
    let client = client(&network);
    let create = client.create_digital_order(order("order 4711"));
    let mut sending = Box::pin(create.send());
    std::future::poll_fn(|cx| {
        assert!(sending.as_mut().poll(cx).is_pending());
        match calls(&network).is_empty() {
            true => std::task::Poll::Pending,
            false => std::task::Poll::Ready(()),
        }
    })
    .await;
    drop(sending);
    assert!(create.send().await.unwrap().was_there());
}

#[tokio::test(start_paused = true)]
async fn a_success_that_cannot_be_read_is_looked_for() {
    let network = with_tokens(|sent| match sent.method.as_str() {
        "POST" => (200, "<html>".to_owned()),
        _ => (200, orders(&json!({}))),
    });
    let created = lost_order(&network).await.unwrap();
    assert_eq!(created.id(), "o-9");
    assert!(!created.was_there(), "this call has created it");
}

#[tokio::test(start_paused = true)]
async fn a_person_is_looked_for_on_all_pages() {
    let network = lost_then_known(|sent| {
        let person = json!({"naturalPersonId": "n-2", "externalId": "p 2", "firstName": "JANE", "lastName": "Roe"});
        let page = if sent.url.contains("cursor=b") {
            json!({"data": [person], "pagination": {"cursor": "c"}})
        } else {
            json!({"data": [{"naturalPersonId": "n-1"}], "pagination": {"cursor": "b"}})
        };
        (200, page.to_string())
    });
    let created = client(&network)
        .create_natural_person(natural_person(Some("p 2")))
        .await
        .unwrap();
    assert_eq!(created.id(), "n-2");
    assert_eq!(
        calls(&network).len(),
        4,
        "and no further than to where it is"
    );
}

#[tokio::test(start_paused = true)]
async fn a_company_is_looked_for_among_those_of_its_name() {
    let network = lost_then_known(|sent| {
        let body = match sent.operation.as_str() {
            "get_entities" => {
                json!({"data": [{"entityId": "l-1"}, {"entityName": "x"}, {"entityId": "l-2"}]})
            }
            _ if sent.url.ends_with("/l-1") => {
                json!({"legalEntityId": "l-1", "externalId": "other"})
            }
            _ => json!({"legalEntityId": "l-2", "externalId": "co 1", "legalName": "Acme GmbH"}),
        };
        (200, body.to_string())
    });
    let company: types::CreateLegalEntityData = serde_json::from_value(json!({
        "legalName": "Acme GmbH", "legalForm": "LIMITED_LIABILITY_COMPANY", "externalId": "co 1",
        "naceSectors": [{"section": "C"}], "registerCountry": "DE", "registerNumber": "HRB 1", "registerCourt": "Bonn",
        "foundedOn": "2001-02-03", "taxNumber": "1",
        "mainAddress": {"street": "Weg", "streetNumber": "1", "city": "Bonn", "zip": "53111", "country": "DE"},
        "fatcaCrsDeclaration": {"isForeignTaxResidency": false, "isSanctionedCountries": false}
    }))
    .unwrap();
    let created = client(&network).create_legal_entity(company).await.unwrap();
    assert_eq!(created.id(), "l-2");
    assert!(calls(&network)[2].url.contains("searchText=Acme%20GmbH"));
}

#[tokio::test(start_paused = true)]
async fn a_refusal_of_one_sending_takes_away_no_doubt_of_another_that_is_under_way() {
    let sent = AtomicUsize::new(0);
    let network = with_tokens(move |request| {
        match &*request.operation {
            "get_webhooks" => return (200, "[]".to_owned()),
            "get_digital_orders" => return (200, orders(&json!({}))),
            _ => {}
        }
        // The first is refused while the second is under way, whose end nobody learns.
        match sent.fetch_add(1, Ordering::SeqCst) {
            0 => (400, "{}".to_owned()),
            1 => (503, String::new()),
            _ => (409, "{}".to_owned()),
        }
    });
    let client = builder(&network)
        .requestor(person(PERSON))
        .retry(florin_core::RetryPolicy::never())
        .build()
        .unwrap();
    client.api().get_webhooks().send().await.unwrap();
    let create = client.create_digital_order(order("order 4711"));
    let (refused, lost) = tokio::join!(create.send(), create.send());
    assert_eq!(refused.unwrap_err().effect(), Effect::Answered);
    assert_eq!(lost.unwrap_err().effect(), Effect::MaybeApplied);
    let created = create.send().await.unwrap();
    assert!(created.was_there() && created.id() == "o-9");
}

#[tokio::test(start_paused = true)]
async fn a_conflict_with_what_another_sending_has_just_created_is_looked_into() {
    let sent = AtomicUsize::new(0);
    let network = with_tokens(move |request| {
        match &*request.operation {
            "get_webhooks" => return (200, "[]".to_owned()),
            "get_digital_orders" => return (200, orders(&json!({}))),
            _ => {}
        }
        match sent.fetch_add(1, Ordering::SeqCst) {
            0 => (409, "{}".to_owned()),
            _ => (200, r#"{"orderId": "o-9"}"#.to_owned()),
        }
    });
    let client = client(&network);
    client.api().get_webhooks().send().await.unwrap();
    let create = client.create_digital_order(order("order 4711"));
    let (known, made) = tokio::join!(create.send(), create.send());
    assert!(known.unwrap().was_there());
    assert!(!made.unwrap().was_there());
}

#[tokio::test(start_paused = true)]
async fn refusals_leave_no_doubt_behind() {
    let sent = AtomicUsize::new(0);
    let network = with_tokens(move |_| match sent.fetch_add(1, Ordering::SeqCst) {
        0..=2 => (400, "{}".to_owned()),
        _ => (409, "{}".to_owned()),
    });
    let create = client(&network).create_digital_order(order("order 4711"));
    let refused = tokio::join!(create.send(), create.send(), create.send());
    assert!(refused.0.is_err() && refused.1.is_err() && refused.2.is_err());
    let error = create.send().await.unwrap_err();
    assert_eq!(
        (error.is_conflict(), error.effect()),
        (true, Effect::Answered)
    );
    assert_eq!(calls(&network).len(), 4, "nothing is looked for");
}
