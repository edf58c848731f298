//! The list of loans, one loan, and the loan of a lead.

use std::time::Duration;

use florin_sandbox::financeit::{LoanState, NewLoan, NoLoanYet, Options, User};
use serde_json::json;

use crate::office::{Office, error, sandbox};

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

#[tokio::test]
async fn loans_come_newest_first_and_active_ones_only_unless_asked() {
    let (sandbox, clock) = sandbox(Options::default()).await;
    let (office, financeit) = (
        Office::open(&sandbox, User::Merchant).await,
        sandbox.financeit(),
    );
    let mut made = Vec::new();
    for state in [
        LoanState::Pending,
        LoanState::ReadyForFunding,
        LoanState::Disbursed,
        LoanState::Closed,
        LoanState::Declined,
        LoanState::Aborted,
        LoanState::Expired,
    ] {
        made.push(financeit.add_loan(&NewLoan {
            state,
            ..NewLoan::default()
        }));
        clock.advance(Duration::from_secs(1));
    }
    let of = |indices: &[usize]| indices.iter().map(|i| made[*i]).collect::<Vec<_>>();
    assert_eq!(office.listed("").await, of(&[1, 0]));
    assert_eq!(office.listed("?state=active").await, of(&[1, 0]));
    assert_eq!(
        office.listed("?state=all").await,
        of(&[6, 5, 4, 3, 2, 1, 0])
    );
    assert_eq!(office.listed("?state=pending").await, of(&[0]));
    assert_eq!(office.listed("?state=ready_for_funding").await, of(&[1]));
    assert_eq!(
        office.listed("?state=disbursed_or_closed").await,
        of(&[3, 2])
    );
    assert_eq!(
        office.listed("?state=pending_or_disbursed").await,
        of(&[3, 2, 0])
    );
    assert_eq!(office.listed("?state=declined").await, of(&[4]));
    assert_eq!(office.listed("?state=aborted").await, of(&[5]));
}

#[tokio::test]
async fn pages_are_short_empty_or_exactly_full() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let (office, financeit) = (
        Office::open(&sandbox, User::Merchant).await,
        sandbox.financeit(),
    );
    let made: Vec<_> = (0..25)
        .map(|_| financeit.add_loan(&NewLoan::default()))
        .collect();
    let newest_first: Vec<_> = made.into_iter().rev().collect();
    assert_eq!(
        office.listed("").await,
        newest_first[..20],
        "20 is the default"
    );
    assert_eq!(office.listed("?page=2").await, newest_first[20..]);
    assert!(office.listed("?page=3").await.is_empty());
    assert_eq!(office.listed("?limit=5&page=5").await, newest_first[20..]);
    assert!(office.listed("?limit=5&page=6").await.is_empty());
    for wrong in ["?page=0", "?limit=0", "?limit=many"] {
        assert_eq!(
            office.get(&format!("/loans{wrong}")).await.0,
            400,
            "{wrong}"
        );
    }
}

#[tokio::test]
async fn a_loan_that_comes_while_somebody_pages_pushes_the_others_back() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let (office, financeit) = (
        Office::open(&sandbox, User::Merchant).await,
        sandbox.financeit(),
    );
    let made: Vec<_> = (0..4)
        .map(|_| financeit.add_loan(&NewLoan::default()))
        .collect();
    assert_eq!(office.listed("?limit=2").await, [made[3], made[2]]);
    financeit.add_loan(&NewLoan::default());
    assert_eq!(office.listed("?limit=2&page=2").await, [made[2], made[1]]);
}

#[tokio::test]
async fn the_service_may_have_a_largest_page() {
    let (sandbox, _clock) = sandbox(Options {
        largest_page: Some(3),
        ..Options::default()
    })
    .await;
    let (office, financeit) = (
        Office::open(&sandbox, User::Merchant).await,
        sandbox.financeit(),
    );
    let made: Vec<_> = (0..5)
        .map(|_| financeit.add_loan(&NewLoan::default()))
        .collect();
    assert_eq!(
        office.listed("?limit=100").await,
        [made[4], made[3], made[2]]
    );
    assert_eq!(office.listed("?limit=100&page=2").await, [made[1], made[0]]);
}

#[tokio::test]
async fn a_window_of_days_includes_both_ends() {
    let (sandbox, clock) = sandbox(Options::default()).await;
    let (office, financeit) = (
        Office::open(&sandbox, User::Merchant).await,
        sandbox.financeit(),
    );
    let first = financeit.add_loan(&NewLoan::default());
    clock.advance(DAY);
    let second = financeit.add_loan(&NewLoan::default());
    clock.advance(DAY);
    assert_eq!(
        office.listed("?start=2026-11-02&end=2026-11-02").await,
        [first]
    );
    assert_eq!(office.listed("?start=2026-11-03").await, [second]);
    assert!(office.listed("?start=2026-11-04").await.is_empty());
    let old = clock.now() - chrono::TimeDelta::days(6000);
    let forgotten = financeit.add_loan(&NewLoan {
        created_at: Some(old),
        state: LoanState::Closed,
        ..NewLoan::default()
    });
    assert!(
        office.listed("?state=disbursed_or_closed").await.is_empty(),
        "before 2011"
    );
    let all = office.listed("?state=all&start=2009-01-01").await;
    assert_eq!(
        all,
        [second, first, forgotten],
        "by the day on which they were made"
    );
    for wrong in ["?start=2026-13-01", "?end=2026-11-3", "?start=yesterday"] {
        assert_eq!(
            office.get(&format!("/loans{wrong}")).await.0,
            400,
            "{wrong}"
        );
    }
}

#[tokio::test]
async fn a_broker_sees_its_partners_loans_and_nobody_elses() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let (broker, financeit) = (Office::by_consent(&sandbox).await, sandbox.financeit());
    let [one, other, _] = financeit.broker_partners();
    let of = |partner_id| {
        financeit.add_loan(&NewLoan {
            partner_id,
            ..NewLoan::default()
        })
    };
    let (first, second, foreign) = (of(one), of(other), of(financeit.merchant_partner()));
    assert_eq!(broker.listed("").await, [second, first]);
    assert_eq!(broker.listed(&format!("?partner={one}")).await, [first]);
    let (status, body) = broker.get(&format!("/loans?partner_id={one}")).await;
    assert_eq!(status, 400, "here it is called partner: {body}");
    let (status, body) = broker.get(&format!("/loans/{foreign}")).await;
    assert_eq!(
        (status, error(&body)),
        (404, &*format!("You have no loan {foreign}"))
    );
    let merchant = Office::open(&sandbox, User::Merchant).await;
    assert_eq!(merchant.listed("").await, [foreign]);
    assert_eq!(merchant.get(&format!("/loans/{first}")).await.0, 404);
}

#[tokio::test]
async fn a_lead_without_a_loan_is_told_in_one_of_three_ways() {
    for (no_loan_yet, status) in [
        (NoLoanYet::NotFound, 404),
        (NoLoanYet::ErrorsInSuccess, 200),
        (NoLoanYet::NullId, 200),
    ] {
        let (sandbox, _clock) = sandbox(Options {
            no_loan_yet,
            ..Options::default()
        })
        .await;
        let office = Office::open(&sandbox, User::Merchant).await;
        let (said, body) = office.get("/loans/get_loan_id_by_lead_id?lead_id=3").await;
        assert_eq!(said, status);
        if no_loan_yet == NoLoanYet::NullId {
            assert_eq!(body, json!({ "id": null }));
        } else {
            assert_eq!(error(&body), "There is no loan for lead 3");
        }
    }
}

#[tokio::test]
async fn a_lead_leads_to_its_own_partners_latest_loan() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let (office, financeit) = (Office::by_consent(&sandbox).await, sandbox.financeit());
    let [one, other, _] = financeit.broker_partners();
    let add = |partner_id| {
        financeit.add_loan(&NewLoan {
            partner_id,
            lead_id: Some(9),
            ..NewLoan::default()
        })
    };
    let (_, latest, others) = (add(one), add(one), add(other));
    let found = async |query: &str| {
        let path = format!("/loans/get_loan_id_by_lead_id?lead_id=9{query}");
        office.get(&path).await
    };
    assert_eq!(found(&format!("&partner_id={one}")).await.1["id"], latest);
    assert_eq!(found(&format!("&partner_id={other}")).await.1["id"], others);
    assert_eq!(found("").await.0, 422, "a broker names the partner");
}

#[tokio::test]
async fn a_raw_loan_is_answered_as_it_stands() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let (office, financeit) = (
        Office::open(&sandbox, User::Merchant).await,
        sandbox.financeit(),
    );
    let partner = financeit.merchant_partner();
    let odd =
        json!({ "id": "777", "lead_id": "5", "rate": ["?"], "state": { "no": "text" }, "new": 1 });
    financeit.add_raw_loan(partner, odd.clone());
    financeit.add_raw_loan(partner, json!({}));
    let (_, listed) = office.get("/loans").await;
    assert_eq!(listed, json!([{}, odd]), "the list holds what it is given");
    assert_eq!(office.get("/loans/777").await, (200, odd));
    let (_, found) = office.get("/loans/get_loan_id_by_lead_id?lead_id=5").await;
    assert_eq!(found["id"], 777);
    assert!(financeit.move_loan(777, LoanState::Declined));
    assert_eq!(office.get("/loans").await.1, json!([{}]));
}
