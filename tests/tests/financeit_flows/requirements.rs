//! What a caller has to give along, by who it is: refused before anything is sent, and taken where it is there.

use florin::core::Effect;
use florin::financeit::types::{PartnerAccessLinkRequest, RegionCode, VerticalName};
use florin::financeit::{
    Calculation, Client, Error, LoansQuery, PromoProgramsQuery, SubverticalsQuery,
};
use florin_sandbox::Sandbox;
use florin_tests::financeit::invite;

use super::{anonymous, authorized, broker, count, merchant, sandbox};

fn refused<T: std::fmt::Debug>(sandbox: &Sandbox, outcome: Result<T, Error>, told: &str) {
    let error = outcome.unwrap_err();
    assert!(error.is_invalid_request(), "{error}");
    assert_eq!(error.effect(), Effect::NotSent);
    assert!(error.to_string().contains(told), "{error}");
    assert!(sandbox.financeit().received().is_empty(), "{told}");
}

#[tokio::test]
async fn nobody_in_particular_names_a_line_of_business() {
    let sandbox = sandbox().await;
    let client = anonymous(&sandbox);
    let missing = "vertical_name is missing; an anonymous token needs it";
    refused(
        &sandbox,
        client.calculate(&Calculation::new(5000)).await,
        missing,
    );
    let programs = PromoProgramsQuery::default();
    refused(&sandbox, client.promo_programs(&programs).await, missing);
    let subverticals = SubverticalsQuery::default();
    refused(&sandbox, client.subverticals(&subverticals).await, missing);

    let vertical = VerticalName::Marine;
    let quote = Calculation::new(5000).vertical(vertical);
    client.calculate(&quote).await.unwrap();
    client
        .promo_programs(&programs.vertical(vertical))
        .await
        .unwrap();
    client
        .subverticals(&subverticals.vertical(vertical))
        .await
        .unwrap();
}

#[tokio::test]
async fn nobody_in_particular_names_a_province_where_insurance_is_wanted() {
    let sandbox = sandbox().await;
    let client = anonymous(&sandbox);
    let quote = Calculation::new(5000).vertical(VerticalName::Retail);
    let insured = quote.clone().insurance(true);
    refused(
        &sandbox,
        client.calculate(&insured).await,
        "region_code is missing",
    );
    for quote in [
        quote.insurance(false),
        insured.clone().region(RegionCode::Yt),
    ] {
        client.calculate(&quote).await.unwrap();
    }
    // Somebody who logs in has a province.
    merchant(&sandbox)
        .calculate(&Calculation::new(5000).insurance(true))
        .await
        .unwrap();
}

async fn broker_s(sandbox: &Sandbox, client: &Client, may_read_loans: bool) {
    let partner = sandbox.financeit().broker_partners()[0];
    sandbox.financeit().clear_received();
    let missing = "partner_id is missing; a broker";
    let (programs, subverticals) = (PromoProgramsQuery::default(), SubverticalsQuery::default());
    refused(sandbox, client.promo_programs(&programs).await, missing);
    refused(sandbox, client.subverticals(&subverticals).await, missing);
    let mut message = invite::by_email();
    refused(sandbox, client.invite(&message).await, missing);
    if may_read_loans {
        refused(sandbox, client.loan_for_lead(1, None).await, missing);
        let link = PartnerAccessLinkRequest::builder().lead_id(1);
        let link = link.try_into().unwrap();
        refused(sandbox, client.partner_access_link(&link).await, missing);
    }
    client
        .promo_programs(&programs.partner(partner))
        .await
        .unwrap();
    client
        .subverticals(&subverticals.partner(partner))
        .await
        .unwrap();
    message.partner_id = Some(partner);
    client.invite(&message).await.unwrap();
    if may_read_loans {
        assert!(
            client
                .loan_for_lead(1, Some(partner))
                .await
                .unwrap()
                .is_none()
        );
    }
}

#[tokio::test]
async fn a_broker_names_the_partner() {
    let sandbox = sandbox().await;
    broker_s(&sandbox, &broker(&sandbox), false).await;
    let client = authorized(&sandbox).await;
    broker_s(&sandbox, &client, true).await;
    // All of a broker's loans may be listed at once.
    let mut loans = client.loans(LoansQuery::default());
    assert!(loans.next().await.is_none());
}

#[tokio::test]
async fn where_the_account_is_not_said_the_provider_decides() {
    let sandbox = sandbox().await;
    let grant = florin_tests::financeit::office::grant(&sandbox)
        .await
        .unwrap();
    let client = florin_tests::financeit::office::settings(&sandbox)
        .unwrap()
        .authorized(grant)
        .build()
        .unwrap();
    let error = client.invite(&invite::by_email()).await.unwrap_err();
    assert_eq!(error.status().unwrap(), 422);
    assert_eq!(count(&sandbox, "send_direct_invite"), 1);
}

#[tokio::test]
async fn what_can_not_be_right_is_not_sent() {
    let sandbox = sandbox().await;
    let client = merchant(&sandbox);
    for amount in [0, -5] {
        let quote = Calculation::new(amount);
        refused(
            &sandbox,
            client.calculate(&quote).await,
            "requested_amount isn't above zero",
        );
    }
    let quote = Calculation::new(5000).amortization(0);
    refused(
        &sandbox,
        client.calculate(&quote).await,
        "amortization is zero",
    );
    let (first, last) = ("2026-02-01".parse().unwrap(), "2026-01-31".parse().unwrap());
    let outcome = client
        .loans(LoansQuery::default().start(first).end(last))
        .next()
        .await
        .unwrap();
    refused(&sandbox, outcome, "start lies after end");
    let outcome = client
        .loans(LoansQuery::default().page_size(0))
        .next()
        .await
        .unwrap();
    refused(&sandbox, outcome, "limit is zero");
    let user = authorized(&sandbox).await;
    sandbox.financeit().clear_received();
    let outcome = user.commission_totals(1, Some(first), Some(last)).await;
    refused(
        &sandbox,
        outcome,
        "earned_start_date lies after earned_end_date",
    );
}
