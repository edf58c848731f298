//! Waiting for a loan.

use std::time::Duration;

use florin::core::Effect;
use florin::nemuru::types::LoanStatus;
use florin::nemuru::{LoanHandle, Milestone, Outcome, Standing, Until};
use florin::poll::{Pace, Progress};
use florin_sandbox::nemuru::{Course, Options};
use florin_sandbox::{Clock, Fault, Sandbox};
use florin_tests::in_memory::{InMemory, Says};
use florin_tests::nemuru::invitation::LOAN;
use serde_json::json;

use super::{asked, first, invited, sandbox};

const DAY: Duration = Duration::from_secs(24 * 3600);

#[tokio::test]
async fn a_loan_that_is_paid_back_has_succeeded() {
    let sandbox = sandbox().await;
    let nemuru = sandbox.nemuru();
    let loan = invited(&sandbox).await;
    let mut poller = loan.poller();
    let mut seen = Vec::new();
    for status in [
        "status_opened",
        "status_kyc_set",
        "status_income_set",
        "status_professional_details_set",
        "status_risk_set",
        "status_analysing",
        "status_lender_has_been_selected",
        "status_contract_sent",
        "status_contract_signed",
        "status_docs_approved",
        "status_active_trial",
        "status_active",
        "status_unpaid",
    ] {
        nemuru.advance(LOAN, status).unwrap();
        match poller.next().await {
            Some(Ok(Progress::Pending(loan))) => seen.push(loan.status.to_string()),
            other => panic!("{status}: {other:?}"),
        }
    }
    assert_eq!(seen.len(), 13);
    nemuru.advance(LOAN, "status_ended").unwrap();
    let Outcome::Succeeded(loan) = poller.await.unwrap() else {
        panic!("not succeeded")
    };
    assert!(loan.is_success() && loan.funds_sent());
}

#[tokio::test]
async fn steps_may_be_left_out_and_go_back() {
    let sandbox = sandbox().await;
    let nemuru = sandbox.nemuru();
    let loan = invited(&sandbox).await;
    let mut poller = loan.poller_until(Milestone::FundsSent);
    for status in [
        "status_contract_signed",
        "status_opened",
        "status_analysing",
    ] {
        nemuru.advance(LOAN, status).unwrap();
        assert!(matches!(
            poller.next().await,
            Some(Ok(Progress::Pending(_)))
        ));
    }
    nemuru.advance(LOAN, "status_active").unwrap();
    assert_eq!(poller.await.unwrap().word(), "succeeded");
}

#[tokio::test]
async fn each_end_without_money_is_a_failure() {
    for status in [
        "status_denied",
        "status_expired",
        "status_cancelled",
        "status_cancelled_test",
        "status_desisted",
    ] {
        let sandbox = sandbox().await;
        let loan = invited(&sandbox).await;
        sandbox.nemuru().advance(LOAN, status).unwrap();
        for until in [Until::the_end(), Milestone::FundsSent.into()] {
            let outcome = loan.poller_until(until).await.unwrap();
            assert!(matches!(outcome, Outcome::Failed(_)), "{outcome:?}");
            assert_eq!(outcome.loan().status.as_str(), status);
        }
    }
}

#[tokio::test]
async fn a_withdrawal_after_the_money_was_sent_is_a_failure_for_who_waits_on() {
    let sandbox = sandbox().await;
    let nemuru = sandbox.nemuru();
    let loan = invited(&sandbox).await;
    nemuru.advance(LOAN, "status_active_trial").unwrap();
    let paid = loan.poller_until(Milestone::FundsSent).await.unwrap();
    assert!(matches!(paid, Outcome::Succeeded(_)));
    nemuru.advance(LOAN, "status_desisted").unwrap();
    let over = loan.poller_until(Milestone::WithdrawalOver).await.unwrap();
    assert!(matches!(over, Outcome::Failed(_)));
}

#[tokio::test]
async fn a_status_that_nobody_knows_is_told_as_such_and_can_be_waited_past() {
    let sandbox = sandbox().await;
    let nemuru = sandbox.nemuru();
    let loan = invited(&sandbox).await;
    nemuru.advance(LOAN, "status_on_hold").unwrap();
    let Outcome::Unknown(read) = loan.poller().await.unwrap() else {
        panic!("not unknown")
    };
    assert_eq!(read.status.as_str(), "status_on_hold");
    assert_eq!(read.status, LoanStatus::from("status_on_hold"));
    let mut poller = loan.poller_until(Until::from(Milestone::FundsSent).past_unknown());
    assert!(matches!(
        poller.next().await,
        Some(Ok(Progress::Pending(_)))
    ));
    nemuru.advance(LOAN, "status_active_trial").unwrap();
    assert_eq!(poller.await.unwrap().word(), "succeeded");
}

#[tokio::test]
async fn each_milestone_is_reached_at_its_status_and_not_before() {
    for (before, at, milestone) in [
        ("status_risk_set", "status_analysing", Milestone::Onboarded),
        (
            "status_analysing",
            "status_lender_has_been_selected",
            Milestone::LenderSelected,
        ),
        (
            "status_contract_sent",
            "status_contract_signed",
            Milestone::ContractSigned,
        ),
        (
            "status_docs_approved",
            "status_active_trial",
            Milestone::FundsSent,
        ),
        (
            "status_active_trial",
            "status_active",
            Milestone::WithdrawalOver,
        ),
        ("status_unpaid", "status_ended", Milestone::Ended),
    ] {
        let sandbox = sandbox().await;
        let nemuru = sandbox.nemuru();
        let loan = invited(&sandbox).await;
        nemuru.advance(LOAN, before).unwrap();
        let mut poller = loan.poller_until(milestone);
        let next = poller.next().await;
        assert!(
            matches!(next, Some(Ok(Progress::Pending(_)))),
            "{milestone:?}"
        );
        nemuru.advance(LOAN, at).unwrap();
        assert_eq!(poller.await.unwrap().loan().status.as_str(), at);
    }
}

#[tokio::test]
async fn the_clock_alone_brings_a_loan_to_its_money_and_an_idle_one_to_its_end() {
    let clock = Clock::manual();
    for (course, status, word) in [
        (Course::ToFunds, "status_active_trial", "succeeded"),
        (Course::ToDenial, "status_denied", "failed"),
        (Course::ToWithdrawal, "status_desisted", "failed"),
        (Course::ByHand, "status_expired", "failed"),
    ] {
        let sandbox = Sandbox::builder()
            .clock(&clock)
            .nemuru(Options {
                course,
                step_after: Duration::from_secs(60),
                ..Options::default()
            })
            .start()
            .await
            .unwrap();
        let loan = invited(&sandbox).await;
        let mut poller = loan.poller_until(Milestone::FundsSent);
        assert!(matches!(
            poller.next().await,
            Some(Ok(Progress::Pending(_)))
        ));
        let wait = if course == Course::ByHand {
            30 * DAY
        } else {
            DAY
        };
        clock.advance(wait);
        let outcome = poller.await.unwrap();
        assert_eq!(
            (outcome.loan().status.as_str(), outcome.word()),
            (status, word)
        );
        if course == Course::ToFunds {
            clock.advance(14 * DAY);
            let over = loan.poller_until(Milestone::WithdrawalOver).await.unwrap();
            assert_eq!(over.loan().status, LoanStatus::StatusActive);
        }
    }
}

#[tokio::test]
async fn another_process_goes_on_from_the_stored_handle() {
    let sandbox = sandbox().await;
    let stored = serde_json::to_string(invited(&sandbox).await.handle()).unwrap();
    assert_eq!(
        stored,
        format!(r#"{{"loan_id":"{LOAN}"}}"#),
        "as it was stored before"
    );
    sandbox
        .nemuru()
        .advance(LOAN, "status_active_trial")
        .unwrap();

    let handle: LoanHandle = serde_json::from_str(&stored).unwrap();
    let loan = first(&sandbox).resume(handle.clone());
    assert_eq!(loan.handle(), &handle);
    let outcome = loan
        .poller_until(Milestone::FundsSent)
        .at_once()
        .await
        .unwrap();
    assert_eq!(
        (outcome.word(), outcome.loan().id.as_str()),
        ("succeeded", LOAN)
    );
    assert_eq!(sandbox.nemuru().received_by("create_loan").len(), 1);
}

#[test]
fn a_handle_with_a_field_of_a_later_version_is_still_read() {
    let handle: LoanHandle = serde_json::from_value(json!({"loan_id": LOAN, "later": 1})).unwrap();
    assert_eq!(handle, LoanHandle::new(LOAN));
}

#[tokio::test]
async fn failures_of_the_moment_do_not_end_the_wait() {
    for fault in [
        Fault::reset(),
        Fault::status(500),
        Fault::status(502).body("text/html", "<html>"),
        Fault::status(503),
        Fault::status(504),
        Fault::truncated(),
        Fault::status(429),
    ] {
        let told = format!("{fault:?}");
        let sandbox = sandbox().await;
        let nemuru = sandbox.nemuru();
        let loan = invited(&sandbox).await;
        // More than the retries of one reading.
        nemuru.misbehave(fault.on("get_loan").times(9)).unwrap();
        nemuru.advance(LOAN, "status_ended").unwrap();
        let outcome = loan
            .poller()
            .await
            .unwrap_or_else(|error| panic!("{told}: {error}"));
        assert_eq!(outcome.word(), "succeeded");
        assert_eq!(nemuru.received_by("get_loan").len(), 10, "{told}");
    }
}

#[tokio::test]
async fn a_failure_that_lasts_ends_the_wait_and_another_may_begin() {
    let sandbox = sandbox().await;
    let nemuru = sandbox.nemuru();
    let loan = invited(&sandbox).await;
    nemuru
        .misbehave(Fault::status(403).on("get_loan").always())
        .unwrap();
    assert!(loan.poller().await.unwrap_err().is_auth());
    assert_eq!(nemuru.received_by("get_loan").len(), 1, "at once");
    nemuru.behave();
    nemuru.advance(LOAN, "status_ended").unwrap();
    assert_eq!(loan.poller().await.unwrap().word(), "succeeded");
}

#[tokio::test]
async fn a_token_that_runs_out_while_waiting_is_renewed() {
    let sandbox = sandbox().await;
    let nemuru = sandbox.nemuru();
    let loan = invited(&sandbox).await;
    let mut poller = loan.poller();
    for _ in 0..3 {
        assert!(matches!(
            poller.next().await,
            Some(Ok(Progress::Pending(_)))
        ));
        nemuru.expire_tokens();
    }
    nemuru.advance(LOAN, "status_ended").unwrap();
    assert_eq!(poller.await.unwrap().word(), "succeeded");
    assert_eq!((nemuru.logins(), nemuru.refreshes()), (1, 3));
}

fn always(status: &'static str) -> InMemory {
    InMemory::new(move |_| Says::Yes(json!({"payload": {"id": LOAN, "status": status}})))
}

#[tokio::test(start_paused = true)]
async fn unless_told_otherwise_it_asks_ever_more_slowly_for_thirty_days() {
    let provider = always("status_initial");
    let loan = provider.nemuru().build().unwrap().loan(LOAN);
    let started = tokio::time::Instant::now();
    let error = loan.poller().await.unwrap_err();
    assert!(error.is_timeout(), "{error}");
    assert_eq!(error.effect(), Effect::Answered);
    assert_eq!(started.elapsed().as_secs() / (24 * 3600), 30);
    let at: Vec<_> = provider
        .asked("get_loan")
        .iter()
        .map(|asked| asked.at.duration_since(started).as_secs())
        .collect();
    assert_eq!(
        &at[..6],
        [5, 15, 35, 75, 155, 275],
        "doubled up to two minutes"
    );
    assert!(at.len() < 22_000, "{}", at.len());
}

#[tokio::test(start_paused = true)]
async fn a_deadline_of_ones_own_ends_the_wait_and_the_loan_goes_on() {
    let provider = always("status_analysing");
    let pace = Pace::default().deadline(Duration::from_secs(60));
    let loan = provider.nemuru().pace(pace).build().unwrap().loan(LOAN);
    let started = tokio::time::Instant::now();
    let error = loan.poller().await.unwrap_err();
    assert!(error.is_timeout());
    assert_eq!(started.elapsed().as_secs(), 60);
    let again = loan.poller_until(Milestone::Onboarded).await.unwrap();
    assert_eq!(again.word(), "succeeded");
}

#[tokio::test]
async fn a_dropped_poller_stops_nothing_at_nemuru() {
    let sandbox = sandbox().await;
    let loan = invited(&sandbox).await;
    let mut poller = loan.poller();
    let _ = poller.next().await;
    drop(poller);
    sandbox.nemuru().advance(LOAN, "status_ended").unwrap();
    assert_eq!(loan.poller().await.unwrap().word(), "succeeded");
    assert!(!asked(sandbox.nemuru()).id.is_empty());
}
