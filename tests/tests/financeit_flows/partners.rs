//! Partners and what they earn, by the authorization code flow.

use std::time::Duration;

use chrono::Days;
use florin_sandbox::financeit::{LoanState, NewLoan, Options};
use florin_tests::financeit::in_memory::{Says, provider};
use florin_tests::financeit::office;
use serde_json::json;

use super::{authorized, sandbox, timed};

#[tokio::test]
async fn a_broker_lists_its_partners_and_reads_each() {
    let sandbox = sandbox().await;
    let client = authorized(&sandbox).await;
    let partners = client.partners().await.unwrap();
    let ids: Vec<i64> = partners
        .iter()
        .filter_map(|partner| partner.id.clone()?.into_value())
        .collect();
    assert_eq!(ids, sandbox.financeit().broker_partners());
    for (id, listed) in ids.into_iter().zip(partners) {
        let read = client.partner(id).await.unwrap();
        assert_eq!(read.firm_name, listed.firm_name);
        assert_eq!(read.state.unwrap().text(), "approved");
    }
    let sent = &sandbox.financeit().received_by("get_partner")[0];
    assert!(sent.path.ends_with(&format!(
        "/partners/{}",
        sandbox.financeit().broker_partners()[0]
    )));
}

#[tokio::test]
async fn a_partner_of_somebody_else_is_not_found() {
    let sandbox = sandbox().await;
    let client = authorized(&sandbox).await;
    let theirs = sandbox.financeit().merchant_partner();
    assert!(client.partner(theirs).await.unwrap_err().is_not_found());
    assert!(client.partner(-1).await.unwrap_err().is_not_found());
    let outcome = client.commission_totals(theirs, None, None).await;
    assert!(outcome.unwrap_err().is_not_found());
}

#[tokio::test(start_paused = true)]
async fn a_list_without_partners_is_a_list() {
    let empty = provider(|_| Says::Yes(json!([])));
    let client = empty.authorized().build().unwrap();
    assert!(client.partners().await.unwrap().is_empty());
    for no_list in [
        json!({"partners": []}),
        json!({"errors": ["no"]}),
        json!(null),
    ] {
        let provider = provider(move |_| Says::Yes(no_list.clone()));
        let client = provider.authorized().build().unwrap();
        assert!(client.partners().await.unwrap_err().is_decode());
    }
}

#[tokio::test]
async fn commission_counts_within_the_days_that_are_given() {
    let (sandbox, clock) = timed(Options::default()).await;
    let partner_id = sandbox.financeit().broker_partners()[0];
    let client = authorized(&sandbox).await;
    let today = clock.now().date_naive();
    let add = |state| {
        sandbox.financeit().add_loan(&NewLoan {
            partner_id,
            state,
            ..NewLoan::default()
        })
    };
    let earned = async |from, until| {
        let totals = client
            .commission_totals(partner_id, from, until)
            .await
            .unwrap();
        let value = |total: Option<florin::core::AsSent<florin::Decimal>>| {
            total.unwrap().into_value().unwrap()
        };
        (value(totals.earned), value(totals.outstanding))
    };
    assert_eq!(earned(None, None).await, (0.into(), 0.into()));
    add(LoanState::Disbursed);
    let (one, none) = earned(None, None).await;
    assert!(one > 0.into() && none == 0.into());
    clock.advance(Duration::from_secs(3 * 24 * 3600));
    add(LoanState::Disbursed);
    add(LoanState::ReadyForFunding);
    let (both, outstanding) = earned(None, None).await;
    assert!(both > one && outstanding > 0.into());
    // Both ends of the window count.
    assert_eq!(earned(None, Some(today)).await.0, one);
    assert_eq!(earned(Some(today), Some(today)).await.0, one);
    assert_eq!(earned(Some(today), None).await.0, both);
    let later = today.checked_add_days(Days::new(1)).unwrap();
    let before_last = later.checked_add_days(Days::new(1)).unwrap();
    assert_eq!(earned(Some(later), Some(before_last)).await.0, 0.into());
    let requests = sandbox
        .financeit()
        .received_by("get_partner_commission_totals");
    assert_eq!(requests[0].query, None);
    let query = requests.last().unwrap().query.clone().unwrap();
    assert_eq!(
        query,
        format!("earned_end_date={before_last}&earned_start_date={later}")
    );
}

#[tokio::test]
async fn a_merchant_that_consents_has_no_partners_and_reads_itself() {
    let user = florin_sandbox::financeit::User::Merchant;
    let sandbox = super::sandbox_with(Options {
        consenting: user,
        ..Options::default()
    })
    .await;
    let client = office::authorized(&sandbox, user)
        .await
        .unwrap()
        .build()
        .unwrap();
    assert!(client.partners().await.unwrap().is_empty());
    let own = sandbox.financeit().merchant_partner();
    assert_eq!(
        client.partner(own).await.unwrap().id.unwrap().value(),
        Some(&own)
    );
}
