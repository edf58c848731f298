//! Tradevest: the recorder and the wire, and what the sandbox thinks of every request.

use std::sync::Arc;

use florin::core::Seam;
use florin::testing::Recorder;
use florin::tradevest::{
    Client, ClientBuilder, Credentials, Environment, HasProblems as _, RequestorId, operations,
};
use florin_sandbox::{Fault, Received, Sandbox};
use florin_tests::tradevest::calls;

use super::tradevest::recorder;
use super::wire::{as_recorded, operation_of};

/// A client of the sandbox, in the making.
fn at(sandbox: &Sandbox) -> ClientBuilder {
    let tradevest = sandbox.tradevest();
    let known = Credentials::new(tradevest.client_id(), tradevest.client_secret());
    Client::builder()
        .environment(Environment::Custom {
            api: tradevest.api_url(),
            auth: tradevest.auth_url(),
            prices: None,
        })
        .credentials(known)
        .requestor(RequestorId::new(tradevest.partner_person()).unwrap())
        // The boundary of a form is the same in each run.
        .seam(Seam::simulated("2026-06-30T00:00:00Z".parse().unwrap(), 7))
}

/// A client that speaks to a recorder as if that were the sandbox.
fn recorded(sandbox: &Sandbox, recorder: &Recorder) -> Client {
    let transport = Arc::new(recorder.clone());
    at(sandbox).transport(transport).build().unwrap()
}

#[tokio::test]
async fn the_recorder_shows_what_goes_over_the_wire() {
    let sandbox = Sandbox::builder().start().await.unwrap();
    let tradevest = sandbox.tradevest();
    for call in calls() {
        if call.operation != "get_token" {
            let fault = Fault::status(200).body("application/json", call.answer);
            tradevest
                .misbehave(fault.on(call.operation).always())
                .unwrap();
        }
    }
    for call in calls() {
        let recorder = recorder().with_personal_data();
        let client = recorded(&sandbox, &recorder);
        call.send(&client).await.answer.unwrap();
        tradevest.clear_received();
        let sent = call.send(&at(&sandbox).build().unwrap()).await;
        sent.answer
            .unwrap_or_else(|error| panic!("{}: {error:#}", call.operation));
        let mut arrived = Vec::new();
        for request in tradevest.received() {
            let base = match request.host {
                "auth" => tradevest.auth_url(),
                _ => tradevest.api_url(),
            };
            let operation = operation_of(&request, operations::ALL);
            arrived.push(as_recorded(&request, operation, &base).await);
        }
        assert_eq!(recorder.requests(), arrived, "{}", call.operation);
    }
}

/// The sandbox holds every request against the specs. What it says of objects that aren't there is another matter.
#[tokio::test]
async fn the_sandbox_finds_every_request_in_order() {
    let sandbox = Sandbox::builder().start().await.unwrap();
    let tradevest = sandbox.tradevest();
    let client = at(&sandbox).build().unwrap();
    for call in calls() {
        tradevest.clear_received();
        let sent = call.send(&client).await;
        let received = tradevest.received_by(call.operation);
        if call.operation == "get_token" {
            assert!(sent.answer.is_ok());
            continue;
        }
        assert!(!received.is_empty(), "{} was not sent", call.operation);
        let told = sent
            .answer
            .as_ref()
            .err()
            .and_then(|error| error.problems());
        // It knows the cursors of its own lists alone.
        let fields = told.iter().flat_map(|told| told.fields());
        if fields.map(|problem| problem.field()).eq(["cursor"]) {
            continue;
        }
        let odd = |request: &Received| {
            let status = request.answered.map_or(0, |status| status.as_u16());
            request.operation.is_none() || matches!(status, 0 | 301..=403 | 405..=408 | 410..)
        };
        let words = told.as_ref().and_then(|told| told.message());
        assert!(
            !received.iter().any(odd),
            "{}: {words:?} {received:#?}",
            call.operation
        );
    }
}
