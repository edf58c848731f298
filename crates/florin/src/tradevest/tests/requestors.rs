//! In whose name a call is made.

use super::*;
use crate::tradevest::types;

const MADE: &str = r#"{"customerProductId": "p-1"}"#;

fn wallet() -> types::CustomerProductData {
    serde_json::from_value(json!({"productCode": "WALLET"})).unwrap()
}

#[tokio::test(start_paused = true)]
async fn a_client_acts_for_its_person_and_a_call_for_another() {
    let network = in_turn(&[(200, MADE)]);
    let client = client(&network);
    client.create_product("c-1", wallet()).await.unwrap();
    client
        .create_product("c-1", wallet())
        .requestor(person(OTHER))
        .await
        .unwrap();
    client
        .for_requestor(person(OTHER))
        .create_product("c-1", wallet())
        .await
        .unwrap();
    client
        .api()
        .create_customer_product()
        .customer_id("c-1")
        .requestor_id(OTHER)
        .body(wallet())
        .send()
        .await
        .unwrap();
    client.create_product("c-1", wallet()).await.unwrap();
    let named: Vec<_> = calls(&network)
        .into_iter()
        .filter_map(|sent| sent.requestor)
        .collect();
    assert_eq!(named, [PERSON, OTHER, OTHER, OTHER, PERSON]);
    let token = &network.sent()[0];
    assert_eq!(
        (token.operation.as_str(), &token.requestor),
        ("get_token", &None)
    );
    assert_eq!(network.sent().len(), 6, "one token for all");
}

#[tokio::test(start_paused = true)]
async fn without_a_person_what_needs_one_is_refused_before_anything_is_sent() {
    let network = in_turn(&[(200, MADE)]);
    let nobodys = builder(&network).build().unwrap();
    let error = nobodys.create_product("c-1", wallet()).await.unwrap_err();
    assert!(error.is_invalid_request());
    let said = error.to_string();
    for way in [
        "Requestor-ID is missing",
        "ClientBuilder::requestor",
        "Client::for_requestor",
        "`requestor` of a Create",
        "`requestor_id`",
    ] {
        assert!(said.contains(way), "{said}");
    }
    assert!(network.sent().is_empty());
    nobodys
        .for_requestor(person(PERSON))
        .create_product("c-1", wallet())
        .await
        .unwrap();
}

#[tokio::test(start_paused = true)]
async fn a_person_who_is_named_by_no_uuid_is_refused_before_anything_is_sent_and_not_shown() {
    let network = in_turn(&[(200, MADE)]);
    let client = client(&network);
    let error = client
        .api()
        .get_digital_orders()
        .customer_product_id("w-1")
        .requestor_id("jane")
        .send()
        .await;
    let error = error.unwrap_err();
    assert!(error.is_invalid_request());
    let said = format!("{error:#} {error:?}");
    assert!(said.contains("UUID") && !said.contains("jane"), "{said}");
    assert!(network.sent().is_empty());
}
