//! Tradevest: each operation as real client code sends it, to a recorder.

use std::collections::BTreeSet;

use florin::core::Effect;
use florin::testing::Recorder;
use florin::tradevest::{Client, ClientBuilder, Credentials, Environment, operations};
use florin_tests::tradevest::call::Call;
use florin_tests::tradevest::in_memory::requestor;
use florin_tests::tradevest::{MARK, MARKED_DAY, MARKED_NUMBER, calls, id};

use super::script::first;
use super::spec::providers;
use super::{CANARY, assert_snapshot};

/// Operations that are sent in nobody's name: the token, and those that create the first person and the first company.
const NOBODYS: [&str; 7] = [
    "get_token",
    "create_natural_person",
    "create_natural_person_wizard",
    "create_legal_entity_customer",
    "create_entity_natural_person",
    "create_entity_legal_entity",
    "order_entity_vendor_legal_entity",
];

/// A recorder that answers every operation.
pub(super) fn recorder() -> Recorder {
    let recorder = Recorder::new();
    for call in calls() {
        recorder.answer(call.operation, 200, call.answer);
    }
    recorder
}

fn nobodys(recorder: &Recorder) -> ClientBuilder {
    let credentials = Credentials::new("florin-tests", "canary-secret");
    recorder.tradevest().credentials(credentials)
}

fn client(recorder: &Recorder) -> Client {
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

#[tokio::test]
async fn the_requestor_of_the_client_goes_with_every_operation_that_takes_one() {
    for call in calls() {
        let recorder = recorder();
        call.send(&client(&recorder)).await.answer.unwrap();
        let sent = first(&recorder, call.operation);
        let expected = Some(id::REQUESTOR).filter(|_| !NOBODYS.contains(&call.operation));
        assert_eq!(sent.header("requestor-id"), expected, "{}", call.operation);
    }
}

/// Where it is required: before a token is asked for.
#[tokio::test]
async fn without_a_requestor_nothing_is_sent_where_one_is_required() {
    let mut refused = 0;
    for call in calls() {
        let recorder = recorder();
        let nobodys = nobodys(&recorder).build().unwrap();
        let operation = operations::ALL
            .iter()
            .find(|operation| operation.id() == call.operation)
            .unwrap();
        let answer = call.send(&nobodys).await.answer;
        if !operation.requires_client_header() {
            assert!(answer.is_ok(), "{}: {answer:?}", call.operation);
            continue;
        }
        let error = answer.unwrap_err();
        assert!(error.is_invalid_request(), "{error}");
        assert_eq!(error.effect(), Effect::NotSent);
        let told = format!("{error:#}");
        assert!(
            told.contains(call.operation) && told.to_lowercase().contains("requestor"),
            "{told}"
        );
        assert!(recorder.requests().is_empty(), "{recorder}");
        refused += 1;
    }
    assert!(refused > 35, "{refused}");
}

/// What the provider may have got is sent again only where the spec says that this can't do harm.
#[tokio::test(start_paused = true)]
async fn what_nothing_recognises_is_never_sent_twice() {
    for call in calls() {
        let operation = operations::ALL
            .iter()
            .find(|known| known.id() == call.operation);
        let is_repeated = match operation.unwrap().retry_class() {
            florin::core::Retry::Safe | florin::core::Retry::Keyed => true,
            _ => false,
        };
        let recorder = Recorder::new();
        recorder.answer(call.operation, 503, "");
        let error = call.send(&client(&recorder)).await.answer.unwrap_err();
        let sent = recorder.requests_of(call.operation).len();
        assert_eq!(
            sent > 1,
            is_repeated,
            "{}: {sent} {error:#}",
            call.operation
        );
        let mut all = recorder.requests_of(call.operation);
        all.dedup();
        assert_eq!(
            all.len(),
            1,
            "{}: every attempt is the same",
            call.operation
        );
    }
}
