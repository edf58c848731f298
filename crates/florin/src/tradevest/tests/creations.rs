//! Creations: under which external id, how often, and what is made of a failure.

use florin_core::Effect;

use super::*;
use crate::tradevest::{Create, ExternalId, types};

pub(super) fn natural_person(external_id: Option<&str>) -> types::NaturalPersonData {
    let mut data = json!({
        "gender": "FEMALE", "firstName": "Jane", "lastName": "Roe", "birthDay": "1990-04-01", "birthPlace": "Bonn",
        "birthCountry": "DE", "nationalities": [{"countryCode": "DE"}], "taxDetails": [{"taxResidency": "DE"}],
        "isUsNationality": false,
        "mainAddress": {"street": "Weg", "streetNumber": "1", "city": "Bonn", "zip": "53111", "country": "DE"}
    });
    if let Some(id) = external_id {
        data["externalId"] = json!(id);
    }
    serde_json::from_value(data).unwrap()
}

pub(super) fn order(external_id: &str) -> types::OrderData {
    serde_json::from_str(&format!(
        r#"{{"cryptoSymbol": "BTC", "tradeSide": "BUY", "quantityType": "AMOUNT", "quantity": 250.50,
            "externalId": {}, "walletCustomerProductId": "w-1", "cashCustomerProductId": "c-1"}}"#,
        json!(external_id)
    ))
    .unwrap()
}

pub(super) fn sent_id(sent: &Sent) -> String {
    let body: serde_json::Value = serde_json::from_str(&sent.body).unwrap();
    body["externalId"].as_str().unwrap_or_default().to_owned()
}

#[tokio::test(start_paused = true)]
async fn the_external_id_is_known_before_it_is_sent_and_made_where_none_is_given() {
    let network = in_turn(&[(200, r#"{"orderId": "o-1"}"#)]);
    let client = client(&network);
    let mut exact = order("");
    exact.quantity = "0.12345678901234".parse().unwrap();
    let made = client.create_digital_order(exact);
    let id = made.external_id().unwrap().clone();
    assert!(network.sent().is_empty());
    let created = made.await.unwrap();
    assert_eq!(created.id(), "o-1");
    assert_eq!(created.external_id(), Some(&id));
    assert!(!created.was_there());
    let own = client.create_digital_order(order("order 4711"));
    assert_eq!(own.external_id().unwrap().as_str(), "order 4711");
    own.with_external_id("order 4712".parse().unwrap())
        .await
        .unwrap();
    let sent: Vec<_> = calls(&network).iter().map(sent_id).collect();
    assert_eq!(sent, [id.as_str(), "order 4712"]);
    assert!(calls(&network)[0].body.contains("0.12345678901234"));
}

#[tokio::test(start_paused = true)]
async fn a_person_needs_no_requestor_and_gets_an_external_id_as_well() {
    let network = in_turn(&[(200, r#"{"naturalPersonId": "n-1"}"#)]);
    let nobodys = builder(&network).build().unwrap();
    let create = nobodys.create_natural_person(natural_person(None));
    let id = create.external_id().unwrap().to_string();
    create.await.unwrap();
    assert_eq!(sent_id(&calls(&network)[0]), id);
}

#[tokio::test(start_paused = true)]
async fn an_external_id_that_cannot_be_one_is_refused_and_not_shown() {
    let network = in_turn(&[(200, r#"{"orderId": "o-1"}"#)]);
    let error = client(&network)
        .create_digital_order(order("jane\n"))
        .await
        .unwrap_err();
    assert!(error.is_invalid_request());
    assert!(
        !format!("{error:#} {error:?}").contains("jane"),
        "{error:?}"
    );
    assert!(network.sent().is_empty());
    let mended = client(&network)
        .create_digital_order(order("jane\n"))
        .with_external_id("order 4711".parse().unwrap());
    mended.await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn a_quantity_of_too_many_digits_is_refused_before_anything_is_sent() {
    let network = in_turn(&[(200, r#"{"orderId": "o-1"}"#)]);
    let mut exact = order("");
    exact.quantity = "0.12345678901234567891".parse().unwrap();
    let error = client(&network)
        .create_digital_order(exact)
        .await
        .unwrap_err();
    assert!(error.is_invalid_request());
    assert!(network.sent().is_empty());
}

#[tokio::test(start_paused = true)]
async fn a_lost_answer_is_asked_for_again_under_the_same_id() {
    let network = in_turn(&[(503, ""), (502, ""), (200, r#"{"orderId": "o-1"}"#)]);
    let created = client(&network)
        .create_digital_order(order(""))
        .await
        .unwrap();
    let sent: Vec<_> = calls(&network).iter().map(sent_id).collect();
    assert_eq!(sent.len(), 3);
    assert!(
        sent.iter()
            .all(|id| id == created.external_id().unwrap().as_str())
    );
}

#[tokio::test(start_paused = true)]
async fn a_conflict_on_a_first_attempt_is_one_and_nothing_is_looked_for() {
    let network = in_turn(&[(409, r#"{"message": "Jane is known", "requestId": "r"}"#)]);
    let error = client(&network)
        .create_digital_order(order("order 4711"))
        .await
        .unwrap_err();
    assert!(error.is_conflict());
    assert_eq!(error.effect(), Effect::Answered);
    let said = format!("{error:#}");
    assert!(said.contains("stays used up"), "{said}");
    assert!(!said.contains("Jane") && !said.contains("4711"), "{said}");
    assert_eq!(calls(&network).len(), 1);
}

#[tokio::test(start_paused = true)]
async fn what_has_no_external_id_is_sent_once_and_says_where_to_look() {
    let network = in_turn(&[(503, "")]);
    let client = client(&network);
    let customer: types::CustomerData =
        serde_json::from_value(json!({"entityId": "n-1", "entityType": "NATURAL_PERSON"})).unwrap();
    let create = client.create_customer(customer);
    assert_eq!(create.external_id(), None);
    let error = create.clone().await.unwrap_err();
    assert_eq!(error.effect(), Effect::MaybeApplied);
    assert!(error.to_string().contains("Client::customers"), "{error}");
    assert_eq!(calls(&network).len(), 1);
    let named = create.with_external_id(ExternalId::new("x").unwrap());
    assert!(named.await.unwrap_err().is_invalid_request());
    assert_eq!(calls(&network).len(), 1);
}

#[tokio::test(start_paused = true)]
async fn what_has_no_external_id_and_is_known_says_where_to_look() {
    let network = in_turn(&[(409, "{}")]);
    let product = serde_json::from_value(json!({"productCode": "WALLET"})).unwrap();
    let error = client(&network)
        .create_product("c-1", product)
        .await
        .unwrap_err();
    assert!(error.is_conflict());
    assert_eq!(error.effect(), Effect::Answered);
    assert!(
        error.to_string().contains("get_customer_products"),
        "{error}"
    );
}

#[tokio::test(start_paused = true)]
async fn an_answer_without_an_identifier_leaves_it_in_doubt() {
    for answer in [r#"{"transferId": " "}"#, "{}"] {
        let network = with_tokens(move |_| (200, answer.to_owned()));
        let body = serde_json::from_value(json!({"amount": 12.5})).unwrap();
        let error = client(&network).create_transfer(body).await.unwrap_err();
        assert!(error.is_decode(), "{error}");
        assert_eq!(error.effect(), Effect::MaybeApplied);
        assert_eq!(calls(&network).len(), 1);
    }
}

#[tokio::test(start_paused = true)]
async fn every_creation_goes_where_the_spec_says() {
    let network = with_tokens(|_| {
        let ids = json!({
            "legalRepresentativeId": "x", "beneficialOwnerId": "x", "jointPersonId": "x", "proxyId": "x", "onboardingId": "x",
            "identificationVerificationId": "x", "taxExemptionOrderId": "x", "orderId": "x", "legalEntityId": "x",
            "customerId": "x", "transferId": "x"
        });
        (200, ids.to_string())
    });
    let client = client(&network);
    async fn path<T: 'static>(network: &Scripted, create: Create<T>) -> String {
        assert_eq!(create.await.unwrap().id(), "x");
        let sent = calls(network).pop().unwrap();
        assert_eq!(
            (sent.method.as_str(), sent.requestor.as_deref()),
            ("POST", Some(PERSON))
        );
        sent.url
            .strip_prefix("https://tvda-api.platform-test.tradevest.ai")
            .unwrap()
            .to_owned()
    }
    fn read<T: serde::de::DeserializeOwned>(value: serde_json::Value) -> T {
        serde_json::from_value(value).unwrap()
    }
    let pair = read(json!({"np1Id": "a", "np2Id": "b"}));
    assert_eq!(
        path(&network, client.create_joint_person(pair)).await,
        "/entities/joint-persons"
    );
    let proxy = read(json!({
        "proxyType": "SIGNATORY", "naturalPersonId": "n", "entityId": "l", "entityType": "LEGAL_ENTITY",
        "validityType": "UNLIMITED", "scopeType": "INDIVIDUAL"
    }));
    assert_eq!(
        path(&network, client.create_proxy(proxy)).await,
        "/roles/proxies"
    );
    let onboarding = read(json!({"roleType": "CUSTOMER", "roleId": "c"}));
    assert_eq!(
        path(&network, client.start_onboarding(onboarding)).await,
        "/roles/onboardings"
    );
    let video = read(
        json!({"naturalPersonId": "n", "externalVerifier": "WEB_ID", "identificationType": "VIDEO_IDENT"}),
    );
    assert_eq!(
        path(&network, client.verify_identification(video)).await,
        "/entities/identification-verifications"
    );
    let exemption = read(json!({
        "entityId": "n", "entityType": "NATURAL_PERSON", "fsaType": "INDIVIDUAL", "fsaAmount": 801.5
    }));
    assert_eq!(
        path(&network, client.create_tax_exemption_order(exemption)).await,
        "/taxes/tax-exemption-orders"
    );
    let quote = read(json!({
        "quoteId": "q", "externalId": "", "walletCustomerProductId": "w", "cashCustomerProductId": "c"
    }));
    assert_eq!(
        path(&network, client.accept_digital_quote(quote)).await,
        "/digital/orders/quote"
    );
    let tokens = read(json!({
        "symbol": "T", "quantity": 1, "quantityType": "UNIT", "side": "buy", "externalId": "", "walletCustomerProductId": "w",
        "cashCustomerProductId": "c"
    }));
    assert_eq!(
        path(&network, client.create_tokenized_order(tokens)).await,
        "/wawex/orders/market"
    );
    let transfer = read(json!({"customerProductId": "c", "amount": 1}));
    assert_eq!(
        path(&network, client.create_transfer(transfer)).await,
        "/transfers"
    );
}

#[tokio::test(start_paused = true)]
async fn what_isnt_made_yet_is_a_definite_refusal_and_never_repeated() {
    let network = in_turn(&[(501, "{}")]);
    let error = client(&network)
        .create_digital_order(order("order 4711"))
        .await
        .unwrap_err();
    assert_eq!((error.effect(), error.attempts()), (Effect::Answered, 1));
    let said = error.to_string();
    assert!(
        !said.contains("may have been") && !said.contains("send the same"),
        "{said}"
    );
    // It doesn't undo the doubt of an attempt before it.
    let network = in_turn(&[(503, ""), (501, "{}")]);
    let error = client(&network)
        .create_digital_order(order("order 4711"))
        .await
        .unwrap_err();
    assert_eq!(
        (error.effect(), error.attempts()),
        (Effect::MaybeApplied, 2)
    );
}

#[tokio::test(start_paused = true)]
async fn a_refused_token_costs_nobody_a_call_and_is_renewed_no_more_than_once() {
    let network = in_turn(&[(401, ""), (200, r#"{"transferId": "t-1"}"#)]);
    let pay_out = client(&network).pay_out("c-1", "1".parse().unwrap(), "March");
    pay_out.await.unwrap();
    let sent = calls(&network);
    assert_eq!(sent[0].body, sent[1].body);
    let tokens = sent.iter().map(|sent| sent.authorization.as_deref());
    assert!(tokens.eq([Some("Bearer t1"), Some("Bearer t2")]));

    let network = in_turn(&[(401, "")]);
    let pay_out = client(&network).pay_out("c-1", "1".parse().unwrap(), "March");
    let error = pay_out.await.unwrap_err();
    assert_eq!((error.effect(), error.attempts()), (Effect::Answered, 2));
    assert!(error.is_auth());
    assert_eq!(calls(&network).len(), 2);
    // A 403 is an answer like any other.
    let network = in_turn(&[(403, "")]);
    let pay_out = client(&network).pay_out("c-1", "1".parse().unwrap(), "March");
    assert!(pay_out.await.unwrap_err().is_auth());
    assert_eq!(calls(&network).len(), 1);
}

#[tokio::test(start_paused = true)]
async fn an_identifier_that_is_empty_is_refused_before_anything_is_sent_and_named() {
    fn read<T: serde::de::DeserializeOwned>(value: serde_json::Value) -> T {
        serde_json::from_value(value).unwrap()
    }
    let network = in_turn(&[(200, "{}")]);
    let client = client(&network);
    let mut nowhere = order("order 4711");
    nowhere.wallet_customer_product_id = " ".to_owned();
    let customer = read(json!({"entityId": "", "entityType": "NATURAL_PERSON"}));
    let pair = read(json!({"np1Id": "a", "np2Id": ""}));
    for (error, name) in [
        (
            client.create_digital_order(nowhere).await.unwrap_err(),
            "walletCustomerProductId is empty",
        ),
        (
            client
                .pay_out("", "1".parse().unwrap(), "March")
                .await
                .unwrap_err(),
            "customerProductId is empty",
        ),
        (
            client.create_customer(customer).await.unwrap_err(),
            "entityId is empty",
        ),
        (
            client.create_joint_person(pair).await.unwrap_err(),
            "np2Id is empty",
        ),
    ] {
        assert!(error.is_invalid_request(), "{error}");
        assert!(error.to_string().contains(name), "{error}");
    }
    assert!(network.sent().is_empty());
}
