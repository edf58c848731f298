//! How a loan moves: by a test's hand, by the clock, and out of time.

use std::time::Duration;

use florin_sandbox::financeit::{LoanState, NewLoan, Options, StateTexts, User};
use serde_json::json;

use crate::office::{Office, sandbox};

const STEP: Duration = Duration::from_secs(10);
const DAY: Duration = Duration::from_secs(24 * 60 * 60);

#[tokio::test]
async fn a_loan_stands_where_a_test_puts_it() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let (office, financeit) = (
        Office::open(&sandbox, User::Merchant).await,
        sandbox.financeit(),
    );
    let id = financeit.add_loan(&NewLoan::default());
    for (state, funded) in [
        (LoanState::Declined, false),
        (LoanState::Pending, false),
        (LoanState::ReadyForFunding, false),
        (LoanState::Disbursed, true),
        (LoanState::Closed, true),
        (LoanState::Aborted, false),
    ] {
        assert!(financeit.move_loan(id, state));
        let (_, loan) = office.get(&format!("/loans/{id}")).await;
        assert_eq!(
            (&loan["state"], &loan["funded"]),
            (&json!(state.name()), &json!(funded))
        );
    }
    assert!(!financeit.move_loan(id + 1, LoanState::Disbursed));
}

#[tokio::test]
async fn a_loan_moves_by_the_clock_until_it_is_paid_out() {
    let (sandbox, clock) = sandbox(Options {
        moves_after: Some(STEP),
        ..Options::default()
    })
    .await;
    let financeit = sandbox.financeit();
    let id = financeit.add_loan(&NewLoan::default());
    let state = || financeit.loan_state(id).unwrap();
    clock.advance(STEP - Duration::from_millis(1));
    assert_eq!(state(), LoanState::Pending);
    clock.advance(Duration::from_millis(1));
    assert_eq!(state(), LoanState::ReadyForFunding);
    clock.advance(STEP * 50);
    assert_eq!(state(), LoanState::Disbursed);
}

#[tokio::test]
async fn a_loan_that_was_declined_does_not_move_on_by_itself() {
    let (sandbox, clock) = sandbox(Options {
        moves_after: Some(STEP),
        ..Options::default()
    })
    .await;
    let financeit = sandbox.financeit();
    let id = financeit.add_loan(&NewLoan::default());
    financeit.move_loan(id, LoanState::Declined);
    clock.advance(STEP * 3);
    assert_eq!(financeit.loan_state(id), Some(LoanState::Declined));
    // A co-borrower is found: the loan is in play again.
    financeit.move_loan(id, LoanState::Pending);
    clock.advance(STEP * 2);
    assert_eq!(financeit.loan_state(id), Some(LoanState::Disbursed));
}

#[tokio::test]
async fn steps_that_fall_due_together_happen_in_order() {
    let (sandbox, clock) = sandbox(Options {
        applies_after: Some(STEP),
        moves_after: Some(STEP),
        ..Options::default()
    })
    .await;
    let office = Office::open(&sandbox, User::Merchant).await;
    let invite =
        json!({ "promo_program_id": 0, "send_via": "none", "custom_params": { "lead_id": 1 } });
    office.post("/direct_invites/send", &invite).await;
    clock.advance(STEP * 3);
    let id = sandbox.financeit().loans()[0].id;
    let (_, loan) = office.get(&format!("/loans/{id}")).await;
    assert_eq!(
        loan["created_at"], "2026-11-02 08:00:10 UTC",
        "when it was due"
    );
    assert_eq!(loan["funded"], true);
}

#[tokio::test]
async fn an_application_runs_out_after_its_last_day() {
    let (sandbox, clock) = sandbox(Options {
        expires_after: 3 * DAY,
        ..Options::default()
    })
    .await;
    let (office, financeit) = (
        Office::open(&sandbox, User::Merchant).await,
        sandbox.financeit(),
    );
    let id = financeit.add_loan(&NewLoan::default());
    let ready = financeit.add_loan(&NewLoan {
        state: LoanState::ReadyForFunding,
        ..NewLoan::default()
    });
    let (_, loan) = office.get(&format!("/loans/{id}")).await;
    assert_eq!(loan["expiry_date"], "2026-11-5", "the day has one digit");
    clock.advance(4 * DAY - Duration::from_secs(8 * 60 * 60) - Duration::from_millis(1));
    assert_eq!(financeit.loan_state(id), Some(LoanState::Pending));
    clock.advance(Duration::from_millis(1));
    assert_eq!(financeit.loan_state(id), Some(LoanState::Expired));
    assert_eq!(
        financeit.loan_state(ready),
        Some(LoanState::ReadyForFunding)
    );
    assert_eq!(office.listed("").await, [ready]);
    assert_eq!(office.listed("?state=all").await, [ready, id]);
}

#[tokio::test]
async fn a_state_may_say_car() {
    let (sandbox, _clock) = sandbox(Options {
        state_texts: StateTexts::AsSampled,
        ..Options::default()
    })
    .await;
    let office = Office::open(&sandbox, User::Merchant).await;
    let id = sandbox.financeit().add_loan(&NewLoan {
        state: LoanState::Declined,
        ..NewLoan::default()
    });
    assert_eq!(office.get(&format!("/loans/{id}")).await.1["state"], "Car");
    assert_eq!(
        office.listed("?state=declined").await,
        [id],
        "the filter knows better"
    );
}
