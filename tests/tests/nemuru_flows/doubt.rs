//! Creations whose answers are lost: the customer is invited exactly once and never lost, and what the caller is told is
//! true.

use std::time::Duration;

use florin::Limits;
use florin::core::Effect;
use florin::nemuru::{Error, Loan};
use florin_sandbox::nemuru::Agent;
use florin_sandbox::{Clock, Fault, Sandbox};
use florin_tests::in_memory::{InMemory, Says};
use florin_tests::nemuru::invitation::{LOAN, invitation};
use florin_tests::nemuru::shop;
use serde_json::{Value, json};

use super::{asked, first, sandbox};

/// What can go wrong on the way there or back, without a word on whether anything happened.
fn ambiguous() -> Vec<Fault> {
    vec![
        Fault::reset(),
        Fault::close(),
        Fault::status(500),
        Fault::status(502).body("text/html", "<html>Bad Gateway</html>"),
        Fault::status(503),
        Fault::status(504).body("text/html", "<html>Gateway Timeout</html>"),
    ]
}

/// Every such fault before and after the effect. True where the effect has happened.
fn lost() -> impl Iterator<Item = (bool, Fault)> {
    let before = ambiguous().into_iter().map(|fault| (false, fault));
    let after = ambiguous()
        .into_iter()
        .map(|fault| (true, fault.after_effect()));
    before.chain(after)
}

/// These, and an answer that breaks off, of which the status is known.
fn each() -> impl Iterator<Item = (bool, Fault)> {
    lost().chain([(true, Fault::truncated())])
}

#[tokio::test]
async fn whatever_happens_to_the_first_try_the_customer_is_invited_once() {
    for (is_done, fault) in each() {
        let told = format!("{fault:?}");
        let sandbox = sandbox().await;
        let nemuru = sandbox.nemuru();
        nemuru.misbehave(fault.on("create_loan")).unwrap();
        let loan = first(&sandbox).create_loan(&asked(nemuru)).await.unwrap();
        assert_eq!(nemuru.invitations(LOAN), 1, "{told}");
        assert_eq!(loan.was_there(), is_done, "{told}");
        let tries = nemuru.received_by("create_loan");
        assert_eq!(tries.len(), 2, "{told}");
        assert_eq!(tries[0].body, tries[1].body, "under the same identifier");
        assert_eq!(
            nemuru.received_by("get_loan").len(),
            usize::from(is_done),
            "{told}"
        );
        loan.read().await.unwrap();
    }
}

#[tokio::test]
async fn an_answer_that_is_slow_spoilt_or_far_too_long_costs_nobody_the_loan() {
    for fault in [
        Fault::slow_body(Duration::from_millis(1)),
        Fault::garbage().after_effect(),
        Fault::huge_body(17 << 20),
        Fault::expired_token(),
        Fault::status(202)
            .body("text/html", "<html>")
            .after_effect(),
    ] {
        let told = format!("{fault:?}");
        let sandbox = sandbox().await;
        let nemuru = sandbox.nemuru();
        nemuru.misbehave(fault.on("create_loan")).unwrap();
        let created = first(&sandbox).create_loan(&asked(nemuru)).await;
        if let Err(error) = created {
            assert_eq!(error.effect(), Effect::MaybeApplied, "{told}: {error}");
        }
        assert_eq!(nemuru.invitations(LOAN), 1, "{told}");
        first(&sandbox).create_loan(&asked(nemuru)).await.unwrap();
        assert_eq!(nemuru.invitations(LOAN), 1, "{told}");
    }
}

#[tokio::test]
async fn a_page_that_says_success_creates_nothing_and_is_told_as_doubt() {
    let page = Fault::status(200).body("text/html", "<h1>We'll be back soon</h1>");
    let message = json!({"message": "down for maintenance"});
    for fault in [
        page,
        Fault::garbage(),
        Fault::status(200).json(&message),
        Fault::status(200).json(&json!({"error": "invalid"})),
        Fault::status(201).json(&json!([[]])),
    ] {
        let told = format!("{fault:?}");
        let sandbox = sandbox().await;
        let nemuru = sandbox.nemuru();
        // Nothing was done, and nothing is found.
        nemuru.misbehave(fault.clone().on("create_loan")).unwrap();
        let error = first(&sandbox)
            .create_loan(&asked(nemuru))
            .await
            .unwrap_err();
        assert_eq!(error.effect(), Effect::MaybeApplied, "{told}: {error}");
        assert!(error.to_string().contains("no loan of this id"), "{error}");
        assert_eq!(nemuru.invitations(LOAN), 0, "{told}");
        let loan = first(&sandbox).create_loan(&asked(nemuru)).await.unwrap();
        assert!(!loan.was_there(), "{told}");

        // The same where it was done: then the loan is found.
        let other = "00000000-0473-4fbc-bc36-000000000001";
        let request = invitation(&nemuru.credentials().agent_id, other).unwrap();
        nemuru
            .misbehave(fault.after_effect().on("create_loan"))
            .unwrap();
        let loan = first(&sandbox).create_loan(&request).await.unwrap();
        assert_eq!(loan.id(), other, "{told}");
        assert_eq!(nemuru.invitations(other), 1, "{told}");
    }
}

#[tokio::test]
async fn two_lost_answers_in_a_row_are_no_worse_than_one() {
    for (_, fault) in each() {
        let told = format!("{fault:?}");
        let sandbox = sandbox().await;
        let nemuru = sandbox.nemuru();
        nemuru.misbehave(fault.on("create_loan").times(2)).unwrap();
        first(&sandbox).create_loan(&asked(nemuru)).await.unwrap();
        assert_eq!(nemuru.invitations(LOAN), 1, "{told}");
        assert_eq!(nemuru.received_by("create_loan").len(), 3, "{told}");
    }
}

#[tokio::test]
async fn where_every_try_is_lost_doubt_is_what_is_told_and_a_later_call_settles_it() {
    for (is_done, fault) in lost() {
        let told = format!("{fault:?}");
        let sandbox = sandbox().await;
        let nemuru = sandbox.nemuru();
        let client = first(&sandbox);
        nemuru.misbehave(fault.on("create_loan").always()).unwrap();
        let error = client.create_loan(&asked(nemuru)).await.unwrap_err();
        assert_eq!(error.effect(), Effect::MaybeApplied, "{told}: {error}");
        assert!(!error.is_conflict(), "{told}: {error}");
        assert_eq!(error.attempts(), 4, "{told}");
        assert_eq!(nemuru.invitations(LOAN), usize::from(is_done), "{told}");

        // The next day, in another process.
        nemuru.behave();
        let loan = first(&sandbox).create_loan(&asked(nemuru)).await.unwrap();
        assert_eq!(loan.was_there(), is_done, "{told}");
        assert_eq!(nemuru.invitations(LOAN), 1, "{told}");
    }
}

#[tokio::test]
async fn a_refusal_that_breaks_off_is_still_one_by_its_status() {
    let sandbox = sandbox().await;
    let nemuru = sandbox.nemuru();
    nemuru
        .misbehave(Fault::truncated().on("create_loan").always())
        .unwrap();
    let loan = first(&sandbox).create_loan(&asked(nemuru)).await.unwrap();
    assert!(loan.was_there());
    assert_eq!(nemuru.invitations(LOAN), 1);
}

#[tokio::test]
async fn a_clear_refusal_is_told_as_such_and_leaves_no_doubt() {
    for status in [400, 403, 404, 410, 422, 429] {
        let sandbox = sandbox().await;
        let nemuru = sandbox.nemuru();
        nemuru
            .misbehave(Fault::status(status).on("create_loan").always())
            .unwrap();
        let error = first(&sandbox)
            .create_loan(&asked(nemuru))
            .await
            .unwrap_err();
        assert_eq!(error.effect(), Effect::Answered, "{status}: {error}");
        assert_eq!(nemuru.invitations(LOAN), 0);
    }
}

#[tokio::test]
async fn a_refusal_after_a_lost_answer_does_not_take_the_doubt_away() {
    let sandbox = sandbox().await;
    let nemuru = sandbox.nemuru();
    nemuru
        .misbehave(Fault::reset().after_effect().on("create_loan"))
        .unwrap();
    nemuru
        .misbehave(Fault::status(403).on("create_loan").always())
        .unwrap();
    let error = first(&sandbox)
        .create_loan(&asked(nemuru))
        .await
        .unwrap_err();
    assert!(error.is_auth());
    assert_eq!(error.effect(), Effect::MaybeApplied);
    assert_eq!(nemuru.invitations(LOAN), 1, "indeed");
}

#[tokio::test]
async fn where_nobody_listens_nothing_was_sent() {
    let sandbox = sandbox().await;
    let request = asked(sandbox.nemuru());
    let client = first(&sandbox);
    client.agent().await.unwrap();
    sandbox.shutdown().await;
    let error = client.create_loan(&request).await.unwrap_err();
    assert!(error.is_connect(), "{error:#}");
    assert_eq!(error.effect(), Effect::NotSent);
}

#[tokio::test]
async fn an_answer_that_never_comes_is_given_up_and_the_loan_found() {
    // The sandbox's clock stands still, so what is delayed there never comes.
    let clock = Clock::manual();
    for (is_done, fault) in [
        (true, Fault::delay(Duration::from_secs(60)).after_effect()),
        (false, Fault::delay(Duration::from_secs(60))),
    ] {
        let sandbox = Sandbox::builder().clock(&clock).start().await.unwrap();
        let nemuru = sandbox.nemuru();
        let limits = Limits::default().attempt(Duration::from_millis(500));
        let client = shop::builder(&sandbox, Agent::First)
            .unwrap()
            .limits(limits)
            .build()
            .unwrap();
        client.agent().await.unwrap();
        nemuru.misbehave(fault.on("create_loan")).unwrap();
        let loan = client.create_loan(&asked(nemuru)).await.unwrap();
        assert_eq!(loan.was_there(), is_done);
        clock.advance(Duration::from_secs(61));
        loan.read().await.unwrap();
        assert_eq!(
            nemuru.invitations(LOAN),
            1,
            "also when the late one is served"
        );
        assert_eq!(nemuru.loans().len(), 1);
    }
}

/// A service that has a way of its own with creations and readings of the loan.
fn service(
    create: impl Fn(usize) -> Says + Send + Sync + 'static,
    read: impl Fn(usize) -> Says + Send + Sync + 'static,
) -> InMemory {
    let counts = std::sync::Mutex::new((0, 0));
    InMemory::new(move |asked| {
        let mut counts = counts.lock().unwrap();
        match asked.operation.as_str() {
            "create_loan" => {
                counts.0 += 1;
                create(counts.0)
            }
            "get_loan" => {
                counts.1 += 1;
                read(counts.1)
            }
            other => panic!("{other}"),
        }
    })
}

async fn create(service: &InMemory) -> Result<Loan, Error> {
    let request = invitation("23f4dd4f-79aa-4ed2-ad7d-5c657eb4c7f7", LOAN).unwrap();
    service
        .nemuru()
        .build()
        .unwrap()
        .create_loan(&request)
        .await
}

fn conflict() -> Says {
    Says::No(
        409,
        json!({"status": "ko", "exception": "Nemuru\\Loan\\SomeException", "error": "taken"}),
    )
}

fn not_found() -> Says {
    Says::No(
        404,
        json!({"status": "ko", "exception": "Nemuru\\Module\\Financial\\Domain\\Loan\\Exception\\LoanNotFoundByIdException", "error": "none"}),
    )
}

fn there(principal: &Value) -> Says {
    Says::Yes(json!({"status": "ok", "payload": {
        "id": LOAN,
        "status": "status_initial",
        "loan_conditions": {"currency": "EUR", "program": "free_program", "principal": principal, "term": 30},
    }}))
}

#[tokio::test(start_paused = true)]
async fn a_time_out_at_every_try_leaves_doubt_and_ends_in_time() {
    let service = service(|_| Says::Hangs, |_| not_found());
    let started = tokio::time::Instant::now();
    let error = create(&service).await.unwrap_err();
    assert!(error.is_timeout(), "{error}");
    assert_eq!(error.effect(), Effect::MaybeApplied);
    assert!(started.elapsed() <= Duration::from_secs(91));
}

#[tokio::test(start_paused = true)]
async fn a_loan_that_is_refused_for_being_there_and_shows_late_is_waited_for() {
    for late in 1..=3 {
        let service = service(
            |_| conflict(),
            move |reading| match reading {
                reading if reading <= late => not_found(),
                _ => there(&json!(5000)),
            },
        );
        assert!(create(&service).await.unwrap().was_there());
        assert_eq!(service.asked("create_loan").len(), 1);
        assert_eq!(service.asked("get_loan").len(), late + 1);
    }
}

#[tokio::test(start_paused = true)]
async fn a_loan_that_is_refused_for_being_there_and_never_shows_is_left_in_doubt() {
    let service = service(|_| conflict(), |_| not_found());
    let error = create(&service).await.unwrap_err();
    assert!(error.is_conflict());
    assert_eq!(error.effect(), Effect::MaybeApplied);
    assert!(error.to_string().contains("look again"), "{error}");
    assert_eq!(service.asked("create_loan").len(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_conflict_that_can_not_be_looked_into_is_left_in_doubt() {
    let unreadable: [fn() -> Says; 5] = [
        || Says::No(403, json!({})),
        || Says::No(500, json!({})),
        || Says::Text(200, "<html>"),
        || {
            Says::Text(
                200,
                r#"{"payload": {"id": "another", "status": "status_initial"}}"#,
            )
        },
        || Says::Silence,
    ];
    for read in unreadable {
        let service = service(|_| conflict(), move |_| read());
        let error = create(&service).await.unwrap_err();
        assert!(error.is_conflict(), "{error}");
        assert_eq!(error.effect(), Effect::MaybeApplied, "{error}");
        assert_eq!(service.asked("create_loan").len(), 1);
    }
}

#[tokio::test(start_paused = true)]
async fn after_a_lost_answer_another_loan_under_the_identifier_is_still_a_conflict() {
    let service = service(
        |creation| match creation {
            1 => Says::Silence,
            _ => conflict(),
        },
        |_| there(&json!(4999)),
    );
    let error = create(&service).await.unwrap_err();
    assert!(error.is_conflict(), "{error}");
    assert!(error.to_string().contains("principal"), "{error}");
    assert!(!error.to_string().contains("4999"), "{error}");
}

#[tokio::test(start_paused = true)]
async fn a_reading_that_fails_for_the_moment_is_repeated_before_doubt_is_told() {
    let service = service(
        |_| conflict(),
        |reading| match reading {
            1 => Says::Silence,
            2 => Says::Text(502, "<html>"),
            _ => there(&json!(5000)),
        },
    );
    assert!(create(&service).await.unwrap().was_there());
}
