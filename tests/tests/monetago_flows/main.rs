//! A lender's business with MonetaGo from end to end, over real sockets, against the sandbox.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "what a test relies on fails the test"
)]

mod api;
mod cancelling;
mod configuration;
mod doubt;
mod financing;
mod registering;
mod resuming;
mod tokens;

use std::time::Duration;

use florin::monetago::types::RegistrationRequest;
use florin::monetago::{Client, Fvr, Outcome};
use florin_sandbox::Sandbox;
use florin_sandbox::monetago::{Lender, Options};
use florin_tests::monetago::{invoice, lender};

/// A sandbox that takes a few milliseconds to compare documents.
async fn sandbox() -> Sandbox {
    sandbox_with(Options {
        settle_after: Duration::from_millis(5),
        ..Options::default()
    })
    .await
}

async fn sandbox_with(options: Options) -> Sandbox {
    Sandbox::builder().monetago(options).start().await.unwrap()
}

fn first(sandbox: &Sandbox) -> Client {
    lender::client(sandbox, Lender::First).unwrap()
}

fn second(sandbox: &Sandbox) -> Client {
    lender::client(sandbox, Lender::Second).unwrap()
}

/// One FVR with one invoice, to be registered.
fn check(data_set: &str, number: &str) -> RegistrationRequest {
    invoice::registration_of("REGI", &[invoice::fvr(data_set, number)]).unwrap()
}

/// Registers one FVR and waits for its outcome.
async fn checked(client: &Client, data_set: &str, number: &str) -> Outcome {
    client
        .register(&check(data_set, number))
        .await
        .unwrap()
        .poller()
        .await
        .unwrap()
}

async fn unique(client: &Client, data_set: &str, number: &str) -> Fvr {
    match checked(client, data_set, number).await {
        Outcome::Unique(fvr) => fvr,
        other => panic!("{other:?}"),
    }
}

async fn financed(client: &Client, data_set: &str, number: &str) -> Fvr {
    let fvr = unique(client, data_set, number).await;
    match client.finance(&fvr).await.unwrap().poller().await.unwrap() {
        Outcome::Financed(fvr) => fvr,
        other => panic!("{other:?}"),
    }
}
