//! Writes by the hundred in a storm: what a client says of each is held against the provider's own books. How large it gets in CI
//! is bounded; `cargo run --release -p florin-tests --example storm` has no bounds.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "what a test relies on fails the test, and seeds are printed"
)]

use std::fmt::Write as _;

use florin_tests::storm::{Manners, Plan, Report, Stormed, program};

const WRITES: usize = 250;

async fn held(stormed: Stormed, plan: Plan) -> Report {
    println!("{}, seed {}", stormed.name(), plan.seed);
    stormed
        .storm(plan, &std::sync::Arc::default())
        .await
        .unwrap()
}

/// Holds a storm, in which nothing may go wrong.
async fn weathered(stormed: Stormed, seed: u64) {
    let report = held(stormed, Plan::new(WRITES, seed)).await;
    let mut wrong = String::new();
    for case in report.wrong.iter().take(5) {
        write!(wrong, "\n{case}").unwrap();
    }
    assert!(report.is_clean(), "{}: {report:?}{wrong}", stormed.name());
    // It was a storm, and the writes were made.
    let share = report.faults() * 100 / report.requests;
    assert!((13..=27).contains(&share), "{share} %");
    assert!(report.not_done * 100 <= WRITES, "{report:?}");
    // How many is for the machine to say: a slow one runs into the clients' time-outs, and then there is more doubt.
    assert!(report.applied > WRITES / 10, "{report:?}");
}

/// Holds a storm with somebody who is wrong about doubt.
async fn spoilt(stormed: Stormed, manners: Manners) -> Report {
    let report = held(stormed, Plan::new(WRITES, 11).manners(manners)).await;
    assert!(!report.is_clean(), "{} {manners:?}", stormed.name());
    // Who is to find the cause gets all there is to find it by.
    let told: String = report.wrong.iter().map(ToString::to_string).collect();
    assert!(told.contains("seed 11, write "), "{told}");
    assert!(told.contains("struck by"), "{told}");
    report
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_order_at_monoova_is_one_transaction_or_a_doubt_that_its_key_clears_up() {
    weathered(Stormed::Monoova, 1).await;
    weathered(Stormed::Monoova, 2).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_loan_at_nemuru_is_one_invitation_or_a_doubt_that_its_id_clears_up() {
    weathered(Stormed::Nemuru, 1).await;
    weathered(Stormed::Nemuru, 2).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_order_at_tradevest_is_one_order_or_a_doubt_that_its_external_id_clears_up() {
    weathered(Stormed::Tradevest, 1).await;
    weathered(Stormed::Tradevest, 2).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_registration_at_monetago_is_sent_once_and_found_by_the_lenders_own_id() {
    weathered(Stormed::MonetaGo, 1).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_invite_at_financeit_is_sent_once_and_found_by_its_lead() {
    weathered(Stormed::Financeit, 1).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_sends_again_under_another_key_is_caught_doubling() {
    for stormed in [Stormed::Monoova, Stormed::Nemuru, Stormed::MonetaGo] {
        let report = spoilt(stormed, Manners::NewKeyPerAttempt).await;
        assert!(report.doubled > 0, "{report:?}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_takes_doubt_for_failure_or_for_success_is_caught() {
    let report = spoilt(Stormed::Tradevest, Manners::DoubtIsFailure).await;
    assert!(report.misreported > 0 && report.doubled == 0, "{report:?}");
    let report = spoilt(Stormed::Financeit, Manners::DoubtIsSuccess).await;
    assert!(report.lost > 0, "{report:?}");
    let report = spoilt(Stormed::Monoova, Manners::KeyForgotten).await;
    assert!(report.misreported > 0, "{report:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_program_says_what_it_takes_and_what_came_of_it() {
    let run = async |arguments: &[&str]| {
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let arguments = arguments.iter().map(std::ffi::OsString::from);
        let code = program::run(arguments, &mut out, &mut err).await;
        let text = |bytes| String::from_utf8(bytes).unwrap();
        (code, text(out), text(err))
    };
    let (code, out, _) = run(&["--help"]).await;
    assert!(
        code == program::CLEAN && out.contains("--writes N"),
        "{out}"
    );
    for wrong in [
        &["--writes", "none"][..],
        &["--writes"],
        &["--provider", "nobody"],
        &["--fast"],
    ] {
        let (code, _, err) = run(wrong).await;
        assert!(
            code == program::REFUSED && err.contains(wrong[0].trim_start_matches("--provider")),
            "{err}"
        );
    }
    let storm = ["--writes=20", "--seed", "3", "--provider", "monoova"];
    let (code, out, _) = run(&storm).await;
    assert_eq!(code, program::CLEAN, "{out}");
    assert!(out.contains("seed 3: 20 writes"), "{out}");
    assert!(out.contains("MISREPORTED                       0"), "{out}");
}
