//! From a lead to its loan: there is none for a long while, and then there is one.

use florin_sandbox::financeit::{Dialect, NoLoanYet, Options};
use florin_tests::financeit::in_memory::{Says, provider};
use florin_tests::financeit::invite;
use serde_json::json;

use super::{authorized, count, merchant, sandbox, sandbox_with, timed};

#[tokio::test]
async fn there_is_no_loan_until_the_customer_applies_however_that_is_said() {
    for no_loan_yet in [
        NoLoanYet::NotFound,
        NoLoanYet::ErrorsInSuccess,
        NoLoanYet::NullId,
    ] {
        for dialect in [Dialect::AsSampled, Dialect::Swapped] {
            let sandbox = sandbox_with(Options {
                no_loan_yet,
                dialect,
                ..Options::default()
            })
            .await;
            let client = merchant(&sandbox);
            client.invite(&invite::for_lead(-90_017)).await.unwrap();
            for _ in 0..3 {
                let found = client.loan_for_lead(-90_017, None).await;
                assert!(found.unwrap().is_none(), "{no_loan_yet:?}");
            }
            let id = sandbox.financeit().customer_applies(-90_017).unwrap();
            let loan = client.loan_for_lead(-90_017, None).await.unwrap().unwrap();
            assert_eq!(loan.id(), id);
            let read = loan.read().await.unwrap();
            assert_eq!(read.lead_id.unwrap().value(), Some(&-90_017));
        }
    }
}

#[tokio::test]
async fn a_lead_is_asked_for_until_its_loan_exists() {
    let (sandbox, clock) = timed(Options {
        applies_after: Some(std::time::Duration::from_secs(3600)),
        ..Options::default()
    })
    .await;
    let client = merchant(&sandbox);
    client.invite(&invite::for_lead(7)).await.unwrap();
    let mut asked = 0;
    let loan = loop {
        if let Some(loan) = client.loan_for_lead(7, None).await.unwrap() {
            break loan;
        }
        asked += 1;
        clock.advance(std::time::Duration::from_secs(900));
    };
    assert_eq!(asked, 4);
    assert_eq!(sandbox.financeit().loans()[0].id, loan.id());
    assert!(
        sandbox.financeit().received_by("get_loan_id_by_lead_id")[0]
            .query
            .as_deref()
            .is_some_and(|query| query == "lead_id=7")
    );
}

#[tokio::test]
async fn a_broker_s_lead_is_looked_for_with_its_partner() {
    let sandbox = sandbox().await;
    let client = authorized(&sandbox).await;
    let [partner, other, _] = sandbox.financeit().broker_partners();
    let mut message = invite::for_lead(-7);
    message.partner_id = Some(partner);
    client.invite(&message).await.unwrap();
    let id = sandbox.financeit().customer_applies(-7).unwrap();
    let found = client.loan_for_lead(-7, Some(partner)).await.unwrap();
    assert_eq!(found.unwrap().id(), id);
    assert!(
        client
            .loan_for_lead(-7, Some(other))
            .await
            .unwrap()
            .is_none()
    );
    let asked = &sandbox.financeit().received_by("get_loan_id_by_lead_id")[0];
    assert_eq!(
        asked.query.as_deref().unwrap(),
        format!("lead_id=-7&partner_id={partner}")
    );
}

#[tokio::test(start_paused = true)]
async fn what_is_no_word_of_the_provider_s_is_an_error_and_not_an_absence() {
    for (status, body) in [
        (404, "<html>The page you were looking for</html>"),
        (404, ""),
        (404, "{}"),
        (403, r#"{"errors": ["no"]}"#),
        (422, r#"{"errors": ["partner_id is required"]}"#),
        (200, r#"{"id": "none"}"#),
        (200, "<html>"),
    ] {
        let provider = provider(move |_| Says::Text(status, body));
        let client = provider.merchant().build().unwrap();
        let found = client.loan_for_lead(7, None).await;
        assert!(found.is_err(), "{status} {body}");
    }
}

#[tokio::test(start_paused = true)]
async fn an_identifier_is_read_as_number_or_text() {
    for body in [
        json!({"id": 67890}),
        json!({"id": "67890"}),
        json!({"id": 67890, "more": 1}),
    ] {
        let provider = provider(move |_| Says::Yes(body.clone()));
        let client = provider.merchant().build().unwrap();
        let found = client.loan_for_lead(7, None).await.unwrap().unwrap();
        assert_eq!(found.id(), 67890);
    }
}

#[tokio::test]
async fn a_look_up_is_repeated_like_every_read() {
    let sandbox = sandbox().await;
    super::misbehave(
        &sandbox,
        florin_sandbox::Fault::status(502).on("get_loan_id_by_lead_id"),
    );
    assert!(
        merchant(&sandbox)
            .loan_for_lead(7, None)
            .await
            .unwrap()
            .is_none()
    );
    assert_eq!(count(&sandbox, "get_loan_id_by_lead_id"), 2);
}
