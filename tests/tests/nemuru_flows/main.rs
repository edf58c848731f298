//! A shop's business with Nemuru from end to end: over real sockets against the sandbox, and on paused time in memory.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "what a test relies on fails the test"
)]

mod callbacks;
mod conditions;
mod configuration;
mod creating;
mod doubt;
mod errors;
mod following;
mod login;
mod operating;
mod paths;
mod receiver;
mod refreshing;
mod scene;
mod strangers;
mod uploading;
mod webhooks;

use florin::nemuru::{Client, Loan};
use florin_sandbox::Sandbox;
use florin_sandbox::nemuru::{Agent, Nemuru, Options};
use florin_tests::nemuru::invitation::{LOAN, invitation};
use florin_tests::nemuru::shop;

async fn sandbox() -> Sandbox {
    sandbox_with(Options::default()).await
}

async fn sandbox_with(options: Options) -> Sandbox {
    Sandbox::builder().nemuru(options).start().await.unwrap()
}

fn first(sandbox: &Sandbox) -> Client {
    shop::client(sandbox, Agent::First).unwrap()
}

fn second(sandbox: &Sandbox) -> Client {
    shop::client(sandbox, Agent::Second).unwrap()
}

/// The invitation that most tests send, in the name of the first agent.
fn asked(nemuru: &Nemuru) -> florin::nemuru::types::CreateLoanRequest {
    invitation(&nemuru.credentials().agent_id, LOAN).unwrap()
}

/// A loan of the first agent, just created.
async fn invited(sandbox: &Sandbox) -> Loan {
    let request = asked(sandbox.nemuru());
    first(sandbox).create_loan(&request).await.unwrap()
}
