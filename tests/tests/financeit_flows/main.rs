//! A merchant's and a broker's business with Financeit from end to end: over real sockets against the sandbox, and on paused
//! time in memory.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "what a test relies on fails the test"
)]

mod authorising;
mod authorising_failures;
mod configuration;
mod errors;
mod inviting;
mod inviting_doubt;
mod leads;
mod lenient;
mod links;
mod listing;
mod listing_any_order;
mod listing_trouble;
mod loopback;
mod matrix;
mod partners;
mod paths;
mod quoting;
mod requirements;
mod tokens;
mod waiting;
mod waiting_in_memory;

use florin::financeit::Client;
use florin_sandbox::financeit::{Options, User};
use florin_sandbox::{Clock, Fault, ManualClock, Sandbox};
use florin_tests::financeit::office;

async fn sandbox() -> Sandbox {
    sandbox_with(Options::default()).await
}

async fn sandbox_with(options: Options) -> Sandbox {
    Sandbox::builder().financeit(options).start().await.unwrap()
}

/// A sandbox on a clock that a test turns.
async fn timed(options: Options) -> (Sandbox, ManualClock) {
    let clock = Clock::manual();
    let sandbox = Sandbox::builder()
        .clock(&clock)
        .financeit(options)
        .start()
        .await
        .unwrap();
    (sandbox, clock)
}

fn merchant(sandbox: &Sandbox) -> Client {
    office::login(sandbox, User::Merchant)
        .unwrap()
        .build()
        .unwrap()
}

fn broker(sandbox: &Sandbox) -> Client {
    office::login(sandbox, User::Broker)
        .unwrap()
        .build()
        .unwrap()
}

fn anonymous(sandbox: &Sandbox) -> Client {
    office::anonymous(sandbox).unwrap().build().unwrap()
}

/// The broker, by the authorization code flow.
async fn authorized(sandbox: &Sandbox) -> Client {
    office::authorized(sandbox, User::Broker)
        .await
        .unwrap()
        .build()
        .unwrap()
}

fn misbehave(sandbox: &Sandbox, fault: Fault) {
    sandbox.financeit().misbehave(fault).unwrap();
}

/// How many requests for an operation arrived.
fn count(sandbox: &Sandbox, operation: &str) -> usize {
    sandbox.financeit().received_by(operation).len()
}
