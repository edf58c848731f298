//! MonetaGo: each operation sent by real client code, to a recorder and to the sandbox.

use std::sync::Arc;

use florin::monetago::types::{DuplicateReportEntry, RegistrationRequest, StatusSetRequest};
use florin::monetago::{
    Checkpoint, Client, ClientCredentials, Environment, Error, Fvr, Registration, operations,
};
use florin::testing::Recorder;
use florin_sandbox::Sandbox;
use florin_sandbox::monetago::Lender;
use serde_json::json;

use super::script::{Answer, faults, first, lay_in};
use super::spec::providers;
use super::wire::{as_recorded, operation_of};
use super::{CANARY, assert_snapshot};

const REGISTRATION: &str = "3f1c0a52-7c1e-4d11-9d6a-0b7f1a2c9e01";
const FINANCING: &str = "b7d9e0c4-51a2-4f0e-8c35-6e2f9a417d02";
const CANCELLATION: &str = "58a4c6f1-2b3d-4a9c-b1e7-90d2f3c4a503";
const MATCH: &str = "c2e81b94-0f6d-4b57-a3c8-1d5e7f60b904";

/// Answers for each operation, in turn, enough for the client code above it to go on.
fn answers() -> Vec<Answer> {
    let taken_in = |id: &str| json!({"request_identification": id});
    let fvr = json!({"submitter_data_set_identification": "fvr-0147-01", "financing_request_status": "REGU"});
    vec![
        ("register_transactions", 200, taken_in(REGISTRATION)),
        ("get_status", 200, json!([fvr])),
        ("mark_as_financed", 200, taken_in(FINANCING)),
        (
            "cancel_transactions",
            200,
            json!({"cancellation_id": CANCELLATION}),
        ),
        ("get_cancellation_status", 200, json!({})),
        ("create_status_request", 200, taken_in(FINANCING)),
        ("search_financing_validation_requests", 200, json!([fvr])),
        ("search_document_matches", 200, json!([])),
        ("get_document_match", 200, json!({})),
        (
            "get_activity",
            200,
            json!([{"timestamp": "2026-11-17T09:00:00.000Z"}]),
        ),
        ("get_activity", 200, json!([])),
    ]
}

fn registration_request() -> RegistrationRequest {
    serde_json::from_str(include_str!("../../fixtures/monetago/registration.json")).unwrap()
}

fn registration(monetago: &Client) -> Registration {
    let handle = json!({
        "registration_id": REGISTRATION,
        "institution": "EXMPSGSGXXX",
        "data_set_ids": ["fvr-0147-01"],
        "finances": false,
    });
    monetago.resume(serde_json::from_value(handle).unwrap())
}

async fn fvr(monetago: &Client) -> Result<Fvr, Error> {
    Ok(registration(monetago).read().await?.swap_remove(0))
}

/// Sends an operation as a user would: with the facade's verb, or where it has none, with the generated operation.
async fn send(operation: &str, monetago: &Client) -> Result<(), Error> {
    match operation {
        // The client asks for a token by itself, with its first call.
        "create_access_token" | "search_document_matches" => {
            monetago.document_matches().await.map(drop)
        }
        "register_transactions" => monetago.register(&registration_request()).await.map(drop),
        "get_status" => fvr(monetago).await.map(drop),
        "mark_as_financed" => monetago.finance(&fvr(monetago).await?).await.map(drop),
        "cancel_transactions" => monetago.cancel(&fvr(monetago).await?).await.map(drop),
        "get_cancellation_status" => monetago.cancellation_status(CANCELLATION).await.map(drop),
        "search_financing_validation_requests" => monetago.find("fvr-0147-01").await.map(drop),
        "get_document_match" => {
            let entry: DuplicateReportEntry = serde_json::from_value(
                json!({"match_identification": MATCH, "match_type": "EXCT"}),
            )
            .unwrap();
            monetago.document_match(&entry).await.map(drop)
        }
        "get_activity" => {
            let since = Checkpoint::from_now("2026-11-17T08:30:30Z".parse().unwrap());
            monetago.activity(since).next().await.map(drop)
        }
        "create_status_request" => {
            let set = json!({"request_identification": REGISTRATION});
            let set: StatusSetRequest = serde_json::from_value(set).unwrap();
            monetago
                .api()
                .create_status_request()
                .body(set)
                .send()
                .await
                .map(drop)
        }
        other => panic!("send {other} here, through the facade if it has a verb for it"),
    }
}

fn recorder() -> Recorder {
    let recorder = Recorder::new();
    lay_in(&recorder, &answers());
    let token =
        json!({"access_token": "canary-token", "expires_in": 43_200, "token_type": "Bearer"});
    recorder.answer("create_access_token", 200, token.to_string());
    recorder
}

fn credentials() -> ClientCredentials {
    ClientCredentials::new(
        "florin-tests",
        "canary-client-secret",
        "https://api.uat.securefinancing.com",
    )
}

#[tokio::test]
async fn requests_are_as_in_their_snapshots() {
    for operation in operations::ALL {
        let recorder = recorder();
        let monetago = recorder
            .monetago()
            .credentials(credentials())
            .build()
            .unwrap();
        send(operation.id(), &monetago).await.unwrap();
        let request = first(&recorder, operation.id());
        assert_snapshot("monetago", &request);
    }
}

#[test]
fn the_client_has_the_operations_of_its_spec() {
    let client: Vec<_> = operations::ALL
        .iter()
        .map(|operation| operation.id().to_owned())
        .collect();
    let mut sorted = client.clone();
    sorted.sort();
    let spec: Vec<_> = providers()["monetago"].keys().cloned().collect();
    assert_eq!(sorted, spec);
}

#[tokio::test]
async fn the_canaries_are_really_sent() {
    let recorder = recorder().with_personal_data();
    let monetago = recorder
        .monetago()
        .credentials(credentials())
        .build()
        .unwrap();
    send("register_transactions", &monetago).await.unwrap();
    let shown = first(&recorder, "register_transactions")
        .to_string()
        .to_ascii_lowercase();
    assert_eq!(shown.matches(CANARY).count(), 12, "{shown}");
}

#[tokio::test]
async fn the_recorder_shows_what_goes_over_the_wire() {
    let sandbox = Sandbox::builder().start().await.unwrap();
    let registry = sandbox.monetago();
    for fault in faults(&answers()) {
        registry.misbehave(fault).unwrap();
    }
    let lender = registry.lender(Lender::First);
    let client = |recorder: Option<&Recorder>| {
        let builder = Client::builder()
            .environment(Environment::Custom {
                api: registry.api_url(),
                auth: registry.auth_url(),
            })
            .institution(&lender.institution)
            .credentials(ClientCredentials::new(
                &lender.client_id,
                lender.client_secret.as_str(),
                &lender.audience,
            ));
        let builder = recorder.into_iter().fold(builder, |builder, recorder| {
            builder.transport(Arc::new(recorder.clone()))
        });
        builder.build().unwrap()
    };
    for operation in operations::ALL {
        let recorder = recorder().with_personal_data();
        send(operation.id(), &client(Some(&recorder)))
            .await
            .unwrap();
        registry.clear_received();
        send(operation.id(), &client(None)).await.unwrap();
        let mut arrived = Vec::new();
        for request in registry.received() {
            let base = match request.host {
                "auth" => registry.auth_url(),
                _ => registry.api_url(),
            };
            arrived
                .push(as_recorded(&request, operation_of(&request, operations::ALL), &base).await);
        }
        assert_eq!(recorder.requests(), arrived, "{}", operation.id());
    }
}
