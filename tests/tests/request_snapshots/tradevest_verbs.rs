//! Tradevest: the facade's verbs send what its generated operations send.

use std::pin::Pin;

use florin::testing::Recorded;
use florin::tradevest::{Client, Error, types};
use florin_tests::tradevest::in_memory::requestor;
use florin_tests::tradevest::{calls, id};

use super::script::first;
use super::tradevest::recorder;

type Verb = fn(Client) -> Pin<Box<dyn Future<Output = Result<(), Error>>>>;

macro_rules! body {
    ($operation:ident) => {
        serde_json::from_str(include_str!(concat!(
            "../../fixtures/tradevest/requests/",
            stringify!($operation),
            ".json"
        )))
        .unwrap()
    };
}

/// `operation: verb(arguments, and a body last)`.
macro_rules! verbs {
    ($($operation:ident: $verb:ident($($argument:expr),*),)+) => {
        [$((
            stringify!($operation),
            (|client| Box::pin(async move {
                client.$verb($($argument,)* body!($operation)).await.map(drop)
            })) as Verb,
        ),)+]
    };
}

async fn sent(operation: &str, send: impl AsyncFnOnce(Client)) -> Recorded {
    let recorder = recorder().with_personal_data();
    let client = recorder.tradevest().requestor(requestor()).build();
    send(client.unwrap()).await;
    first(&recorder, operation)
}

#[tokio::test]
async fn a_verb_sends_what_the_operation_sends() {
    let verbs = verbs! {
        create_entity_natural_person: create_natural_person(),
        create_entity_legal_entity: create_legal_entity(),
        create_legal_representative: create_legal_representative(id::LEGAL_ENTITY),
        create_beneficial_owner: create_beneficial_owner(id::LEGAL_ENTITY),
        create_joint_person: create_joint_person(),
        create_identification_verification: verify_identification(),
        create_role_customer: create_customer(),
        create_proxy: create_proxy(),
        start_role_onboarding: start_onboarding(),
        create_tax_exemption_order: create_tax_exemption_order(),
        create_customer_product: create_product(id::CUSTOMER),
        create_digital_market_order: create_digital_order(),
        accept_digital_quote: accept_digital_quote(),
        create_wawex_market_order: create_tokenized_order(),
        create_transfer: create_transfer(),
        get_ex_ante_cost: ex_ante(),
        create_test_incoming_transfer: pretend_incoming_transfer(),
    };
    for (operation, verb) in verbs {
        let by_verb = sent(operation, async |client| verb(client).await.unwrap()).await;
        let mut calls = calls().into_iter();
        let call = calls.find(|call| call.operation == operation).unwrap();
        let by_operation = sent(operation, async |client| {
            call.send(&client).await.answer.unwrap();
        });
        assert_eq!(by_verb, by_operation.await, "{operation}");
    }
}

#[tokio::test]
async fn an_upload_is_a_document_and_a_pdf() {
    let operation = "upload_document_v2";
    let by_verb = sent(operation, async |client| {
        let document: types::DocumentData = body!(upload_document_v2);
        client
            .upload_document(document, "%PDF canary7f3a")
            .await
            .unwrap();
    });
    let body = by_verb.await.body.unwrap();
    let document: serde_json::Value = body!(upload_document_v2);
    assert_eq!(body["document"], document);
    assert_eq!(body["file"], "[15 bytes]");
}

/// The provider marks it as required, and has a default all the same.
#[tokio::test]
async fn a_list_always_says_how_long_its_pages_are() {
    for operation in [
        "get_role_customers",
        "get_digital_orders",
        "get_entities_changelog",
    ] {
        let asked = sent(operation, async |client| match operation {
            "get_role_customers" => client.customers().all().await.map(drop).unwrap(),
            "get_digital_orders" => {
                let orders = client.digital_orders(id::CUSTOMER_PRODUCT);
                orders.all().await.map(drop).unwrap();
            }
            _ => {
                let from = florin::tradevest::LogPosition::start();
                client
                    .entities_changelog(from)
                    .next()
                    .await
                    .unwrap()
                    .map(drop)
                    .unwrap();
            }
        });
        let query = asked.await.query;
        let limit = query.iter().find(|(name, _)| name == "limit");
        assert_eq!(limit.unwrap().1, "20", "{query:?}");
    }
}
