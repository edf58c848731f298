//! Tradevest: each operation as real client code sends it, to a recorder.

use std::collections::BTreeSet;

use florin::testing::Recorder;
use florin::tradevest::{Client, ClientBuilder, Credentials, Environment, operations};
use florin_tests::tradevest::call::Call;
use florin_tests::tradevest::in_memory::requestor;
use florin_tests::tradevest::{MARK, MARKED_DAY, MARKED_NUMBER, calls};

use super::script::first;
use super::spec::providers;
use super::{CANARY, assert_snapshot};

/// A recorder that answers every operation.
pub(super) fn recorder() -> Recorder {
    let recorder = Recorder::new();
    for call in calls() {
        recorder.answer(call.operation, 200, call.answer);
    }
    recorder
}

pub(super) fn nobodys(recorder: &Recorder) -> ClientBuilder {
    let credentials = Credentials::new("florin-tests", "canary-secret");
    recorder.tradevest().credentials(credentials)
}

pub(super) fn client(recorder: &Recorder) -> Client {
    nobodys(recorder).requestor(requestor()).build().unwrap()
}

#[tokio::test]
async fn requests_are_as_in_their_snapshots() {
    for call in calls() {
        let recorder = recorder();
        let sent = call.send(&client(&recorder)).await;
        sent.answer
            .unwrap_or_else(|error| panic!("{}: {error:#}", call.operation));
        assert_snapshot("tradevest", &first(&recorder, call.operation));
    }
}

#[test]
fn the_client_has_the_operations_of_its_specs_and_each_has_a_call() {
    let ids = operations::ALL.iter().map(|operation| operation.id());
    let client: BTreeSet<_> = ids.collect();
    let spec: BTreeSet<_> = providers()["tradevest"].keys().cloned().collect();
    assert!(client.iter().copied().eq(spec.iter().map(String::as_str)));
    let all = calls();
    let called: BTreeSet<_> = all.iter().map(|call| call.operation).collect();
    assert_eq!(called, client);
    assert_eq!(all.len(), client.len(), "each once");
}

/// The newer token endpoint asks for a scope besides.
#[tokio::test]
async fn production_asks_for_its_token_elsewhere_and_with_a_scope() {
    let recorder = recorder();
    let production = nobodys(&recorder).environment(Environment::Production);
    let production = production.build().unwrap();
    production.api().get_webhooks().send().await.unwrap();
    let token = first(&recorder, "get_token").to_string();
    assert!(
        token.starts_with("POST https://b2b.auth.platform-prod.tradevest.ai/connect/token\n"),
        "{token}"
    );
    assert!(token.contains("\nscope = tradevest.api"), "{token}");
}

fn marks(text: &str) -> usize {
    let text = text.to_ascii_lowercase();
    [MARK, MARKED_DAY, MARKED_NUMBER]
        .into_iter()
        .map(|mark| text.matches(mark).count())
        .sum()
}

/// What is personal in a body is sent, and hidden in the recording unless that is told to show it; what is secret never shows.
#[tokio::test]
async fn the_canaries_are_really_sent_and_hidden() {
    let mut in_bodies = 0;
    for call in calls() {
        let hiding = recorder();
        let showing = recorder().with_personal_data();
        for recorder in [&hiding, &showing] {
            call.send(&client(recorder)).await.answer.unwrap();
        }
        let hidden = first(&hiding, call.operation);
        assert_eq!(marks(&hidden.to_string()), 0, "{hidden}");
        let shown = first(&showing, call.operation);
        let body = shown
            .body
            .as_ref()
            .map_or(0, |body| marks(&body.to_string()));
        let secrets = match call.operation {
            "create_or_update_webhook" => 2,
            _ => 0,
        };
        assert_eq!(body, marks(call.body) - secrets, "{shown}");
        in_bodies += body;
    }
    assert!(in_bodies > 300, "{in_bodies}");
}

#[tokio::test]
async fn personal_data_of_a_query_are_hidden_as_well() {
    for operation in [
        "search_vendor_legal_entities",
        "search_entity_vendor_legal_entities",
        "get_entities",
        "get_documents_v2",
        "get_customer_products",
    ] {
        let recorder = recorder().with_personal_data();
        call(operation)
            .send(&client(&recorder))
            .await
            .answer
            .unwrap();
        let shown = first(&recorder, operation).to_string();
        assert_eq!(marks(&shown), 1, "{shown}");
        assert!(shown.to_ascii_lowercase().contains(CANARY));
    }
}

fn call(operation: &str) -> Call {
    let mut calls = calls().into_iter();
    calls.find(|call| call.operation == operation).unwrap()
}
