//! Nothing secret or personal comes out of any operation: not in a trace of any crate, not in an error, not in a panic.
//!
//! Canaries stand in everything that a caller, a provider or somebody between them can put a value in. Each scenario runs over
//! real sockets in a process of its own, which searches what it is told as it comes; then its standard output and error are
//! searched from here. That the search finds what there is to find is a test as well.
//!
//! `FLORIN_LEAKS=whole` lets every operation meet every answer.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "what a test relies on fails the test, and a scenario tells its parent what it has searched"
)]
#![allow(
    clippy::unnecessary_literal_unwrap,
    reason = "what an `unwrap` of an error says is what is searched"
)]

mod broken;
mod call;
mod callbacks;
mod calls;
mod canary;
#[allow(
    dead_code,
    reason = "what is traced is heard for the whole process here"
)]
#[path = "../captured/mod.rs"]
mod captured;
mod facades;
mod generated;
mod listen;
mod monetago;
mod on_purpose;
mod own_code;
mod planted;
mod prices;
mod recorded;
mod replies;
mod said;
mod server;
mod settings;
mod sieve;
mod spec;

use std::process::{Command, Output};

/// Runs a scenario in a process of its own.
fn run(scenario: &str, environment: &[(&str, &str)]) -> Output {
    let mut child = Command::new(std::env::current_exe().unwrap());
    child.args(["--exact", scenario, "--ignored", "--nocapture"]);
    child
        .env("RUST_BACKTRACE", "0")
        .envs(environment.iter().copied());
    child.output().unwrap()
}

/// Runs one, and finds no canary in all that it prints.
#[track_caller]
fn assert_clean(scenario: &str, environment: &[(&str, &str)]) -> String {
    let output = run(scenario, environment);
    let printed = String::from_utf8_lossy(&output.stdout).into_owned();
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{printed}\n{errors}");
    for text in [&printed, &errors] {
        let hits = canary::find(text.as_bytes());
        assert!(
            hits.is_empty(),
            "{} are printed: {:#?}",
            hits.len(),
            &hits[..hits.len().min(20)]
        );
    }
    println!("{printed}");
    printed
}

#[test]
fn no_operation_of_any_provider_leaks() {
    let printed = assert_clean("every_operation", &[]);
    assert!(printed.contains("190 operations"), "{printed}");
}

#[tokio::test]
#[ignore = "run by no_operation_of_any_provider_leaks, in a process of its own"]
async fn every_operation() {
    listen::start();
    let whole = std::env::var("FLORIN_LEAKS").is_ok_and(|extent| extent == "whole");
    let extent = if whole {
        generated::Extent::Whole
    } else {
        generated::Extent::InTurn
    };
    let tally = generated::everything(extent).await;
    println!(
        "{} operations, {} calls; canaries in {} places that are sent and {} that are answered; {} marked places hold none",
        tally.operations,
        tally.calls,
        tally.canaries_sent,
        tally.canaries_answered,
        tally.left.len()
    );
    sieve::conclude();
}

#[test]
fn no_recording_leaks() {
    assert_clean("every_recording", &[]);
}

#[tokio::test]
#[ignore = "run by no_recording_leaks, in a process of its own"]
async fn every_recording() {
    listen::start();
    recorded::everything().await;
    sieve::conclude();
}

#[test]
fn a_leak_on_purpose_is_found_in_each_channel() {
    let output = run("leaks_on_purpose", &[]);
    let printed = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{printed}");
    assert_eq!(printed.matches("found: ").count(), 14, "{printed}");
    for (name, text) in [("output", &output.stdout), ("error", &output.stderr)] {
        let hits = canary::find(text);
        let is_found = hits.iter().any(|hit| hit.around.contains("printed: "));
        assert!(is_found, "what goes to the standard {name}: {hits:#?}");
    }
    let hits = canary::find(&output.stderr);
    assert!(hits.len() > 3, "panics go there too: {hits:#?}");
    let clean = std::panic::catch_unwind(|| assert_clean("leaks_on_purpose", &[]));
    assert!(clean.is_err(), "and the other tests would fail");
}

#[tokio::test]
#[ignore = "run by a_leak_on_purpose_is_found_in_each_channel, in a process of its own"]
async fn leaks_on_purpose() {
    on_purpose::everywhere().await;
}

#[test]
fn a_canary_is_found_in_every_spelling_and_nothing_else_is() {
    for (spelling, text) in on_purpose::spellings() {
        let around = format!("something before {text} and behind");
        assert!(
            !canary::find(around.as_bytes()).is_empty(),
            "{spelling}: {text}"
        );
    }
    assert!(on_purpose::harmless());
}

#[test]
fn no_verb_of_any_facade_leaks() {
    assert_clean("every_verb", &[]);
}

#[tokio::test(start_paused = true)]
#[ignore = "run by no_verb_of_any_facade_leaks, in a process of its own"]
async fn every_verb() {
    listen::start();
    facades::everything(&server::Server::start().await).await;
    sieve::conclude();
}

#[test]
fn no_callback_leaks() {
    assert_clean("every_callback", &[]);
}

#[tokio::test]
#[ignore = "run by no_callback_leaks, in a process of its own"]
async fn every_callback() {
    listen::start();
    callbacks::everything().await;
    sieve::conclude();
}

#[test]
fn no_price_socket_leaks() {
    assert_clean("every_price", &[]);
}

#[tokio::test]
#[ignore = "run by no_price_socket_leaks, in a process of its own"]
async fn every_price() {
    listen::start();
    prices::everything().await;
    sieve::conclude();
}

#[test]
fn no_setting_no_address_and_no_proxy_leaks() {
    let proxy = settings::proxy();
    let proxy = format!("http://{0}:{0}@127.0.0.1:{proxy}", canary::MARKED.text);
    let environment = [("HTTPS_PROXY", proxy.as_str()), ("NO_PROXY", "")];
    assert_clean("every_setting", &environment);
}

#[tokio::test]
#[ignore = "run by no_setting_no_address_and_no_proxy_leaks, in a process of its own"]
async fn every_setting() {
    listen::start();
    settings::everything().await;
    sieve::conclude();
}

#[test]
fn no_code_of_the_caller_s_makes_a_client_leak() {
    assert_clean("all_own_code", &[]);
}

#[tokio::test]
#[ignore = "run by no_code_of_the_caller_s_makes_a_client_leak, in a process of its own"]
async fn all_own_code() {
    listen::start();
    own_code::everything().await;
    sieve::conclude();
}
