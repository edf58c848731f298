//! Partners and their commission.

use std::time::Duration;

use florin_sandbox::financeit::{LoanState, NewLoan, Options, User};
use serde_json::{Value, json};

use crate::office::{Office, sandbox};

#[tokio::test]
async fn a_brokers_partners_are_listed_and_read_alike() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let office = Office::by_consent(&sandbox).await;
    let ids = sandbox.financeit().broker_partners();
    let (_, listed) = office.get("/partners").await;
    let listed = listed.as_array().unwrap();
    assert_eq!(listed.len(), ids.len());
    for (id, entry) in ids.into_iter().zip(listed) {
        let (_, partner) = office.get(&format!("/partners/{id}")).await;
        assert_eq!(partner["id"], id.to_string(), "text, as in the sample");
        assert_eq!(&partner, entry);
    }
    let foreign = sandbox.financeit().merchant_partner();
    for id in [foreign, 1] {
        assert_eq!(office.get(&format!("/partners/{id}")).await.0, 404);
    }
    assert_eq!(office.get("/partners/one").await.0, 400);
}

#[tokio::test]
async fn a_merchant_has_no_partners_but_is_one() {
    let (sandbox, _clock) = sandbox(Options {
        consenting: User::Merchant,
        ..Options::default()
    })
    .await;
    let office = Office::by_consent(&sandbox).await;
    assert_eq!(office.get("/partners").await, (200, json!([])));
    let own = sandbox.financeit().merchant_partner();
    assert_eq!(office.get(&format!("/partners/{own}")).await.0, 200);
}

#[tokio::test]
async fn commission_is_earned_when_a_loan_is_paid_out_and_within_the_window() {
    let (sandbox, clock) = sandbox(Options::default()).await;
    let (office, financeit) = (Office::by_consent(&sandbox).await, sandbox.financeit());
    let partner = financeit.broker_partners()[0];
    let add = |cents| {
        financeit.add_loan(&NewLoan {
            partner_id: partner,
            requested_cents: cents,
            ..NewLoan::default()
        })
    };
    // The fee of 99 dollars is financed too, and commission is two percent.
    let (one, other) = (add(990_100), add(1_990_100));
    let totals = async |query: &str| -> (Value, Value) {
        let path = format!("/partners/{partner}/commission_totals{query}");
        let (status, body) = office.get(&path).await;
        assert_eq!(status, 200, "{body}");
        (body["earned"].clone(), body["outstanding"].clone())
    };
    assert_eq!(totals("").await, (json!("0.0"), json!("0.0")));
    financeit.move_loan(one, LoanState::ReadyForFunding);
    assert_eq!(totals("").await, (json!("0.0"), json!("200.0")));
    financeit.move_loan(one, LoanState::Disbursed);
    clock.advance(Duration::from_secs(24 * 60 * 60));
    financeit.move_loan(other, LoanState::Disbursed);
    assert_eq!(totals("").await, (json!("600.0"), json!("0.0")));
    let second_day = "?earned_start_date=2026-11-03";
    assert_eq!(totals(second_day).await.0, "400.0");
    let first_day = "?earned_start_date=2026-11-02&earned_end_date=2026-11-02";
    assert_eq!(totals(first_day).await.0, "200.0");
    let wrong = format!("/partners/{partner}/commission_totals?earned_end_date=tomorrow");
    assert_eq!(office.get(&wrong).await.0, 400);
}
