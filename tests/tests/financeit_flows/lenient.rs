//! Answers in other types than belong there: they are read, and what was sent can be looked at.

use chrono::{DateTime, NaiveDate, Utc};
use florin::Decimal;
use florin::financeit::LoansQuery;
use florin::financeit::types::{CommissionTotals, LoanStateFilter, Partner};
use florin_sandbox::financeit::{Dialect, LoanState, NewLoan, Options};
use florin_tests::financeit::in_memory::{Says, provider};
use serde_json::{Value, json};

use super::{authorized, merchant, sandbox, sandbox_with};

#[tokio::test]
async fn a_loan_says_the_same_in_every_spelling() {
    let mut seen = Vec::new();
    for dialect in [Dialect::AsSampled, Dialect::Plain, Dialect::Swapped] {
        let sandbox = sandbox_with(Options {
            dialect,
            ..Options::default()
        })
        .await;
        let created: DateTime<Utc> = "2025-12-03T17:05:11Z".parse().unwrap();
        let id = sandbox.financeit().add_loan(&NewLoan {
            lead_id: Some(-17),
            state: LoanState::Disbursed,
            created_at: Some(created),
            ..NewLoan::default()
        });
        let loan = merchant(&sandbox).loan(id).read().await.unwrap();
        let decimal = |text: &str| text.parse::<Decimal>().unwrap();
        assert_eq!(loan.id.as_ref().unwrap().value(), Some(&id), "{dialect:?}");
        assert_eq!(loan.lead_id.as_ref().unwrap().value(), Some(&-17));
        assert_eq!(
            loan.requested_amount.as_ref().unwrap().value(),
            Some(&decimal("8400.00"))
        );
        assert_eq!(
            loan.max_amount.as_ref().unwrap().value(),
            Some(&decimal("40000"))
        );
        assert_eq!(
            loan.rate.as_ref().unwrap().value().unwrap().get(),
            decimal("12.99")
        );
        assert_eq!(loan.amortization.as_ref().unwrap().value(), Some(&60));
        assert_eq!(loan.created_at.as_ref().unwrap().value(), Some(&created));
        let expiry = NaiveDate::from_ymd_opt(2026, 3, 3).unwrap();
        assert_eq!(loan.expiry_date.as_ref().unwrap().value(), Some(&expiry));
        let first = NaiveDate::from_ymd_opt(2026, 1, 3).unwrap();
        assert_eq!(
            loan.first_payment_date.as_ref().unwrap().value(),
            Some(&first)
        );
        assert_eq!(loan.funded.as_ref().unwrap().value(), Some(&true));
        seen.push([
            loan.expiry_date.unwrap().text().to_owned(),
            loan.created_at.unwrap().text().to_owned(),
            loan.requested_amount.unwrap().text().to_owned(),
        ]);
    }
    assert_ne!(seen[0], seen[1], "and what was sent is what was sent");
    assert_eq!(seen[0], ["2026-03-3", "2025-12-03 17:05:11 UTC", "8400.0"]);
}

/// A loan in which nothing has the type that belongs there.
fn odd() -> Value {
    json!({
        "id": "48001",
        "partner_id": {"id": 5101},
        "description": 17,
        "created_at": "last Tuesday",
        "rate": "on request",
        "requested_amount": "$1,234.50",
        "fee": "1,234.50",
        "principal_amount": null,
        "amortization": "36",
        "term": "three years",
        "payment_frequency": 12,
        "vertical": ["Vehicle"],
        "total_payment_amount": true,
        "first_payment_date": "2012-13-45",
        "downpayment_amount": 0.1,
        "state": {"name": "Car"},
        "max_amount": 4e4,
        "credit_limit": "",
        "lead_id": "A-17",
        "expiry_date": 20251005,
        "promo_program": "none",
        "vehicle": [1, 2],
        "vehicles": {"count": 1},
        "approval_conditions": "none",
        "file_attachments": 3,
        "api_notices": true,
        "funded": "perhaps",
        "next_step_in_application": false,
        "something_new": {"a": [1, "2"]},
    })
}

#[tokio::test]
async fn what_can_not_be_read_is_none_and_still_there() {
    let sandbox = sandbox().await;
    let financeit = sandbox.financeit();
    financeit.add_raw_loan(financeit.merchant_partner(), odd());
    let client = merchant(&sandbox);
    let loan = client.loan(48001).read().await.unwrap();
    assert_eq!(loan.id.as_ref().unwrap().value(), Some(&48001));
    assert_eq!(loan.amortization.as_ref().unwrap().value(), Some(&36));
    assert_eq!(loan.description.as_ref().unwrap().value().unwrap(), "17");
    assert_eq!(
        loan.fee.as_ref().unwrap().value(),
        Some(&"1234.50".parse().unwrap())
    );
    assert_eq!(loan.downpayment_amount.as_ref().unwrap().text(), "0.1");
    assert_eq!(
        loan.downpayment_amount.as_ref().unwrap().value(),
        Some(&"0.1".parse().unwrap())
    );
    assert!(loan.principal_amount.is_none());

    let unread = [
        (
            loan.rate.as_ref().unwrap().value().is_none(),
            loan.rate.as_ref().unwrap().text(),
            "on request",
        ),
        (
            loan.term.as_ref().unwrap().value().is_none(),
            loan.term.as_ref().unwrap().text(),
            "three years",
        ),
        (
            loan.created_at.as_ref().unwrap().value().is_none(),
            loan.created_at.as_ref().unwrap().text(),
            "last Tuesday",
        ),
        (
            loan.first_payment_date.as_ref().unwrap().value().is_none(),
            loan.first_payment_date.as_ref().unwrap().text(),
            "2012-13-45",
        ),
        (
            loan.lead_id.as_ref().unwrap().value().is_none(),
            loan.lead_id.as_ref().unwrap().text(),
            "A-17",
        ),
        (
            loan.funded.as_ref().unwrap().value().is_none(),
            loan.funded.as_ref().unwrap().text(),
            "perhaps",
        ),
        (
            loan.partner_id.as_ref().unwrap().value().is_none(),
            loan.partner_id.as_ref().unwrap().text(),
            r#"{"id":5101}"#,
        ),
        (
            loan.requested_amount.as_ref().unwrap().value().is_none(),
            loan.requested_amount.as_ref().unwrap().text(),
            "$1,234.50",
        ),
    ];
    for (is_unread, text, sent) in unread {
        assert!(is_unread && text == sent, "{text}");
    }
    assert_eq!(loan.vertical.as_ref().unwrap().json(), json!(["Vehicle"]));
    assert_eq!(loan.state.as_ref().unwrap().json(), json!({"name": "Car"}));
    assert_eq!(loan.extra["something_new"]["a"][1], "2");

    // Written back, nothing has changed; what was null is left out.
    let mut expected = odd();
    expected.as_object_mut().unwrap().remove("principal_amount");
    let written = serde_json::to_value(&loan).unwrap();
    for (name, value) in expected.as_object().unwrap() {
        assert_eq!(&written[name], value, "{name}");
    }
}

#[tokio::test]
async fn one_odd_loan_does_not_spoil_a_list() {
    let sandbox = sandbox().await;
    let financeit = sandbox.financeit();
    let before = financeit.add_loan(&NewLoan::default());
    let mut raw = odd();
    raw["id"] = json!("77001");
    financeit.add_raw_loan(financeit.merchant_partner(), raw);
    let query = LoansQuery::default().state(LoanStateFilter::All);
    let found = super::listing::ids(merchant(&sandbox).loans(query)).await;
    assert_eq!(found, [77001, before]);
}

#[tokio::test(start_paused = true)]
async fn an_empty_loan_is_a_loan() {
    for body in [
        json!({}),
        json!({"id": null, "vehicles": null, "promo_program": null}),
    ] {
        let provider = provider(move |_| Says::Yes(body.clone()));
        let client = provider.merchant().build().unwrap();
        let loan = client.loan(7).read().await.unwrap();
        assert!(loan.id.is_none() && loan.vehicles.is_none());
    }
}

#[tokio::test(start_paused = true)]
async fn numbers_are_exact_however_many_digits_they_have() {
    let provider = provider(|_| {
        Says::Text(
            200,
            r#"{"earned": 12345678901234567.89, "outstanding": "0.10"}"#,
        )
    });
    let client = provider.authorized().build().unwrap();
    let totals: CommissionTotals = client.commission_totals(1, None, None).await.unwrap();
    let earned = totals.earned.unwrap();
    assert_eq!(earned.text(), "12345678901234567.89");
    assert_eq!(
        earned.value(),
        Some(&"12345678901234567.89".parse().unwrap())
    );
    let outstanding = totals.outstanding.unwrap();
    assert_eq!(outstanding.value().unwrap().to_string(), "0.10");
}

#[tokio::test]
async fn a_partner_says_the_same_in_every_spelling_and_in_others_still_something() {
    for dialect in [Dialect::AsSampled, Dialect::Plain, Dialect::Swapped] {
        let sandbox = sandbox_with(Options {
            dialect,
            ..Options::default()
        })
        .await;
        let client = authorized(&sandbox).await;
        let id = sandbox.financeit().broker_partners()[0];
        let partner = client.partner(id).await.unwrap();
        assert_eq!(
            partner.id.as_ref().unwrap().value(),
            Some(&id),
            "{dialect:?}"
        );
        assert_eq!(
            partner.contact_date_of_birth_year.as_ref().unwrap().value(),
            Some(&1974)
        );
        assert_eq!(
            partner.work_phone_1i.as_ref().unwrap().value().unwrap(),
            "519"
        );
        let years = partner.firm_number_years_in_business.as_ref().unwrap();
        assert_eq!(years.value(), Some(&12.into()));
    }
    let odd = json!({
        "id": "none", "state": 1, "verticals": [{"name": "Marine"}, 2, null],
        "work_phone_1i": 416, "contact_date_of_birth_month": "January", "firm_current_percent_financed": "0"
    });
    let partner: Partner = serde_json::from_value(odd.clone()).unwrap();
    assert_eq!(serde_json::to_value(&partner).unwrap(), odd);
    assert_eq!(partner.verticals.unwrap()[0]["name"], "Marine");
    let alone: Partner = serde_json::from_value(json!({"verticals": "Marine"})).unwrap();
    assert_eq!(alone.verticals.unwrap(), "Marine");
}
