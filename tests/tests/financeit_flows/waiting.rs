//! Waiting for what becomes of a loan, against the sandbox.

use std::time::Duration;

use florin::financeit::{Loan, Outcome};
use florin::poll::Progress;
use florin_sandbox::financeit::{LoanState, NewLoan, Options, StateTexts, User};
use florin_sandbox::{Fault, Sandbox};
use florin_tests::financeit::{invite, office};

use super::{authorized, count, merchant, misbehave, sandbox, sandbox_with, timed};

/// A pending loan of the merchant, watched by the merchant.
fn pending(sandbox: &Sandbox) -> Loan {
    let id = sandbox.financeit().add_loan(&NewLoan::default());
    merchant(sandbox).loan(id)
}

#[tokio::test]
async fn from_an_invite_to_the_money() {
    let (sandbox, clock) = timed(Options {
        applies_after: Some(Duration::from_secs(60)),
        moves_after: Some(Duration::from_secs(60)),
        ..Options::default()
    })
    .await;
    let client = merchant(&sandbox);
    client.invite(&invite::for_lead(-7)).await.unwrap();
    assert!(client.loan_for_lead(-7, None).await.unwrap().is_none());
    clock.advance(Duration::from_secs(60));
    let loan = client.loan_for_lead(-7, None).await.unwrap().unwrap();
    let mut poller = loan.poller();
    for state in ["pending", "ready_for_funding"] {
        match poller.next().await {
            Some(Ok(Progress::Pending(loan))) => assert_eq!(loan.state.unwrap().text(), state),
            other => panic!("{other:?}"),
        }
        clock.advance(Duration::from_secs(60));
    }
    let outcome = poller.await.unwrap();
    assert!(matches!(&outcome, Outcome::Funded(_)) && outcome.word() == "funded");
    assert_eq!(outcome.loan().funded.as_ref().unwrap().value(), Some(&true));
}

#[tokio::test]
async fn every_end_is_told_by_its_word_and_where_there_is_none_by_the_lists() {
    for state_texts in [StateTexts::Named, StateTexts::AsSampled] {
        for (state, word) in [
            (LoanState::Disbursed, "funded"),
            (LoanState::Closed, "funded"),
            (LoanState::Declined, "declined"),
            (LoanState::Aborted, "aborted"),
        ] {
            let sandbox = sandbox_with(Options {
                state_texts,
                ..Options::default()
            })
            .await;
            let loan = pending(&sandbox);
            // Others, so that the lists are not empty.
            for state in [LoanState::Declined, LoanState::Aborted] {
                sandbox.financeit().add_loan(&NewLoan {
                    state,
                    ..NewLoan::default()
                });
            }
            let mut poller = loan.poller();
            for _ in 0..3 {
                let first = poller.next().await;
                assert!(matches!(first, Some(Ok(Progress::Pending(_)))), "{first:?}");
            }
            sandbox.financeit().move_loan(loan.id(), state);
            let outcome = poller.await.unwrap();
            assert_eq!(outcome.word(), word, "{state_texts:?} {state:?}");
            let asked_lists = count(&sandbox, "list_loans") > 0;
            assert_eq!(
                asked_lists,
                state_texts == StateTexts::AsSampled,
                "{state:?}"
            );
        }
    }
}

#[tokio::test]
async fn an_application_that_nobody_goes_on_with_expires() {
    let (sandbox, clock) = timed(Options::default()).await;
    let loan = pending(&sandbox);
    clock.advance(Duration::from_secs(91 * 24 * 3600));
    let outcome = loan.poller().await.unwrap();
    assert_eq!(outcome.word(), "expired");
}

#[tokio::test]
async fn a_decline_may_be_taken_for_a_stage_on_the_way() {
    for state_texts in [StateTexts::Named, StateTexts::AsSampled] {
        let sandbox = sandbox_with(Options {
            state_texts,
            ..Options::default()
        })
        .await;
        let loan = pending(&sandbox);
        sandbox
            .financeit()
            .move_loan(loan.id(), LoanState::Declined);
        assert_eq!(loan.clone().poller().await.unwrap().word(), "declined");
        let mut poller = loan.clone().past_declines().poller();
        for _ in 0..4 {
            assert!(matches!(
                poller.next().await,
                Some(Ok(Progress::Pending(_)))
            ));
        }
        // A co-borrower is added.
        sandbox
            .financeit()
            .move_loan(loan.id(), LoanState::ReadyForFunding);
        sandbox
            .financeit()
            .move_loan(loan.id(), LoanState::Disbursed);
        assert_eq!(poller.await.unwrap().word(), "funded");
    }
}

#[tokio::test]
async fn a_loan_is_taken_up_by_another_process_by_its_identifier() {
    let sandbox = sandbox().await;
    let id = pending(&sandbox).id();
    let mut first = merchant(&sandbox).loan(id).poller();
    assert!(matches!(first.next().await, Some(Ok(Progress::Pending(_)))));
    drop(first);
    sandbox.financeit().move_loan(id, LoanState::Disbursed);
    let outcome = merchant(&sandbox).loan(id).poller().await.unwrap();
    assert_eq!(outcome.word(), "funded");
}

#[tokio::test]
async fn a_broker_s_lists_are_those_of_the_loan_s_partner() {
    let sandbox = sandbox_with(Options {
        state_texts: StateTexts::AsSampled,
        ..Options::default()
    })
    .await;
    let client = authorized(&sandbox).await;
    let partner_id = sandbox.financeit().broker_partners()[1];
    let id = sandbox.financeit().add_loan(&NewLoan {
        partner_id,
        state: LoanState::Declined,
        ..NewLoan::default()
    });
    assert_eq!(client.loan(id).poller().await.unwrap().word(), "declined");
    let query = sandbox.financeit().received_by("list_loans")[0]
        .query
        .clone();
    assert!(query.unwrap().contains(&format!("partner={partner_id}")));
}

#[tokio::test]
async fn readings_that_fail_for_a_moment_do_not_end_the_wait() {
    let sandbox = sandbox().await;
    let loan = pending(&sandbox);
    sandbox
        .financeit()
        .move_loan(loan.id(), LoanState::Disbursed);
    for status in [503, 502, 429, 500] {
        misbehave(&sandbox, Fault::status(status).on("get_loan"));
    }
    misbehave(&sandbox, Fault::garbage().on("get_loan"));
    misbehave(&sandbox, Fault::reset().on("get_loan").times(2));
    assert_eq!(loan.poller().await.unwrap().word(), "funded");
}

#[tokio::test]
async fn a_token_that_is_refused_while_waiting_is_renewed() {
    let sandbox = sandbox().await;
    let loan = pending(&sandbox);
    let mut poller = loan.poller();
    assert!(matches!(
        poller.next().await,
        Some(Ok(Progress::Pending(_)))
    ));
    sandbox.financeit().expire_tokens();
    assert!(matches!(
        poller.next().await,
        Some(Ok(Progress::Pending(_)))
    ));
    sandbox.financeit().move_loan(loan.id(), LoanState::Aborted);
    assert_eq!(poller.await.unwrap().word(), "aborted");
}

#[tokio::test]
async fn what_can_not_get_better_ends_the_wait() {
    let sandbox = sandbox().await;
    let loan = pending(&sandbox);
    let none = merchant(&sandbox).loan(1).poller().await.unwrap_err();
    assert!(none.is_not_found());
    misbehave(&sandbox, Fault::garbage().on("get_loan").times(6));
    assert!(loan.poller().await.unwrap_err().is_decode());
    misbehave(&sandbox, Fault::status(403).on("get_loan"));
    assert!(loan.poller().await.unwrap_err().is_auth());
}

#[tokio::test]
async fn a_user_whose_token_is_refused_while_waiting_is_sent_through_the_authorisation_again() {
    let sandbox = sandbox().await;
    let partner_id = sandbox.financeit().broker_partners()[0];
    let id = sandbox.financeit().add_loan(&NewLoan {
        partner_id,
        ..NewLoan::default()
    });
    let client = authorized(&sandbox).await;
    let mut poller = client.loan(id).poller();
    assert!(matches!(
        poller.next().await,
        Some(Ok(Progress::Pending(_)))
    ));
    sandbox.financeit().expire_tokens();
    let error = poller.await.unwrap_err();
    assert!(
        format!("{error:#}").contains("authorisation again"),
        "{error:#}"
    );
    // With a new grant, the same loan is waited for.
    sandbox.financeit().move_loan(id, LoanState::Disbursed);
    let again = office::authorized(&sandbox, User::Broker).await.unwrap();
    let again = again.build().unwrap().loan(id);
    assert_eq!(again.poller().await.unwrap().word(), "funded");
}
