//! Answers that differ from the samples: read as far as they can be, and never lost over a field that nobody asked for.

use florin::core::Effect;
use florin::monoova::Status;
use florin_tests::in_memory::{InMemory, Says};
use serde_json::{Value, json};

use super::{answering, beneficiary, client, order, payment, sub_customer};

#[tokio::test(start_paused = true)]
async fn a_transaction_is_read_in_its_envelope_or_without_it_from_every_operation() {
    for answer in [
        json!({"transaction": {"id": 7, "status": "open"}}),
        json!({"id": 7, "status": "open"}),
        json!({"transaction": {"id": "7", "status": "Open"}, "meta": {"version": 2}}),
        json!({"transaction": null, "id": 7, "status": "open"}),
    ] {
        let client = client(&answering(answer.clone()));
        let deal = client.create_transaction(&order("1.00")).await.unwrap();
        let deals = [
            deal.update([payment("1.00")]).await.unwrap(),
            deal.confirm().await.unwrap(),
            deal.allocate().await.unwrap(),
            deal.clone(),
        ];
        for deal in deals {
            let transaction = deal.transaction().unwrap();
            assert_eq!(deal.id(), 7, "{answer}");
            assert_eq!(Status::of(transaction), Some(Status::Open), "{answer}");
        }
        let read = deal.read().await.unwrap();
        assert_eq!(Status::of(&read), Some(Status::Open));
    }
}

#[tokio::test(start_paused = true)]
async fn an_answer_about_another_transaction_is_never_taken_for_this_one() {
    let client = client(&answering(
        json!({"transaction": {"id": 8, "status": "open"}}),
    ));
    let deal = client.deal(7);
    let read = deal.read().await.unwrap_err();
    assert_eq!(read.effect(), Effect::Answered);
    let errors = [
        deal.update([payment("1.00")]).await.unwrap_err(),
        deal.confirm().await.unwrap_err(),
        deal.allocate().await.unwrap_err(),
    ];
    for error in errors {
        assert_eq!(error.effect(), Effect::MaybeApplied, "{error}");
        assert!(error.to_string().contains("another transaction"), "{error}");
    }
}

#[tokio::test(start_paused = true)]
async fn an_answer_about_another_order_is_never_taken_for_this_one() {
    for said in [
        json!({"transaction": {"id": 9, "status": "quoted", "counter_currency_amount": "999999.00"}}),
        json!({"transaction": {"id": 9, "counter_currency": {"currency_code": "JPY"}}}),
        json!({"id": 9, "base_currency": "NZD"}),
    ] {
        let client = client(&answering(said));
        let error = client.create_transaction(&order("1.00")).await;
        let error = error.map(drop).unwrap_err();
        assert_eq!(error.effect(), Effect::MaybeApplied, "{error}");
        assert!(error.is_decode() && error.idempotency_key().is_some());
        assert!(error.to_string().contains("it has another"), "{error}");
        assert!(error.raw_body().is_some());
    }
}

#[tokio::test(start_paused = true)]
async fn a_write_whose_answer_names_errors_is_in_doubt_whatever_is_beside_them() {
    for named in [
        json!({"errors": ["insufficient c4nary"]}),
        json!({"errors": {"transaction": ["is c4nary"]}}),
        json!({"error": "c4nary"}),
        json!({"error": {"code": "c4nary"}}),
    ] {
        let mut said = json!({"transaction": {"id": 7, "status": "quoted"}, "id": 7});
        let more = named.as_object().unwrap().clone();
        said.as_object_mut().unwrap().extend(more);
        let client = client(&answering(said));
        let deal = client.deal(7);
        for error in [
            client.create_transaction(&order("1.00")).await.unwrap_err(),
            deal.update([payment("1.00")]).await.unwrap_err(),
            deal.confirm().await.unwrap_err(),
            deal.allocate().await.unwrap_err(),
            client
                .create_beneficiary(&beneficiary())
                .await
                .map(drop)
                .unwrap_err(),
            client
                .create_sub_customer(&sub_customer())
                .await
                .map(drop)
                .unwrap_err(),
        ] {
            assert_eq!(error.effect(), Effect::MaybeApplied, "{error}");
            assert!(error.is_decode() && error.idempotency_key().is_some());
            assert!(error.raw_body().is_some());
            assert!(!format!("{error:#} {error:?}").contains("c4nary"));
        }
        deal.read().await.unwrap();
    }
    for empty in [
        json!([]),
        json!(null),
        json!({}),
        json!(""),
        json!({"transaction": []}),
    ] {
        let said = json!({"transaction": {"id": 7}, "errors": empty, "error": null});
        client(&answering(said)).deal(7).confirm().await.unwrap();
    }
}

/// Every way in which a field could be odd.
fn odd() -> Vec<Value> {
    vec![
        json!(null),
        json!(true),
        json!(0),
        json!(-1.5),
        json!(""),
        json!("a text"),
        json!("2026-13-45"),
    ]
}

#[tokio::test(start_paused = true)]
async fn an_odd_scalar_costs_no_answer() {
    let fields = [
        "status",
        "status_label",
        "base_currency_amount",
        "counter_currency_amount",
        "exchange_rate",
        "value_date",
        "fees",
        "receipt_amount",
        "created_date",
        "updated_date",
        "unheard_of",
    ];
    for field in fields {
        for value in odd() {
            for in_envelope in [true, false] {
                let mut transaction = json!({"id": 7});
                transaction[field] = value.clone();
                let answer = match in_envelope {
                    true => json!({"transaction": transaction}),
                    false => transaction,
                };
                let deal = client(&answering(answer.clone())).deal(7).confirm().await;
                let _ = deal.unwrap_or_else(|error| panic!("{answer}: {error:#}"));
            }
        }
    }
}

#[tokio::test(start_paused = true)]
async fn objects_that_are_null_or_missing_cost_no_answer_either() {
    for field in [
        "base_currency",
        "counter_currency",
        "receipt_account",
        "payments",
    ] {
        let answer = json!({"transaction": {"id": 7, field: null}});
        let read = client(&answering(answer)).deal(7).read().await.unwrap();
        assert!(read.payments.is_empty(), "{field}");
    }
    let answer = json!({"transaction": {"id": 7, "receipt_account": {"bank_account": {
        "bank_name": "A", "swift": "X", "account_number": 12}}}});
    let read = client(&answering(answer)).deal(7).read().await.unwrap();
    let account = read.receipt_account.unwrap().bank_account.unwrap();
    assert_eq!(account.extra["swift"], "X");
    assert_eq!(account.account_number.unwrap().text(), "12");
}

#[tokio::test(start_paused = true)]
async fn what_nobody_documented_is_kept() {
    let answer = json!({"transaction": {"id": 7, "margin": "0.1", "payments": [
        {"id": 1, "tracking": {"uetr": "u"}, "beneficiary": {"id": 5}}]}});
    let read = client(&answering(answer)).deal(7).read().await.unwrap();
    assert_eq!(read.extra["margin"], "0.1");
    assert_eq!(read.payments[0].extra["tracking"]["uetr"], "u");
}

#[tokio::test(start_paused = true)]
async fn beneficiaries_come_with_names_as_text_or_object_and_in_or_out_of_an_envelope() {
    for name in [json!("Acme"), json!({"first_name": "Jane"}), json!(null)] {
        for answer in [
            json!({"beneficiary": {"id": 5, "name": name, "iban": "DE00"}}),
            json!({"id": "5", "name": name, "iban": "DE00"}),
        ] {
            let client = client(&answering(answer.clone()));
            let made = client.create_beneficiary(&beneficiary()).await.unwrap();
            let read = client.beneficiary(5).await.unwrap();
            for beneficiary in [made, read] {
                assert_eq!(beneficiary.id.unwrap().into_value(), Some(5), "{answer}");
                assert_eq!(beneficiary.extra["iban"], "DE00");
            }
        }
    }
    let error = client(&answering(json!({"beneficiary": {}})));
    let error = error.create_beneficiary(&beneficiary()).await.unwrap_err();
    assert_eq!(error.effect(), Effect::MaybeApplied);
}

#[tokio::test(start_paused = true)]
async fn a_creation_that_answers_201_or_202_is_one() {
    for status in [200, 201, 202] {
        let provider = InMemory::new(move |asked| {
            let body = match asked.operation.as_str() {
                "create_sub_customer" => json!({"sub_customer": {"id": 1}}),
                _ => json!({"transaction": {"id": 7}}),
            };
            Says::No(status, body)
        });
        let client = client(&provider);
        let _ = client.create_transaction(&order("1.00")).await.unwrap();
        client.create_sub_customer(&sub_customer()).await.unwrap();
    }
}

#[tokio::test(start_paused = true)]
async fn a_creation_whose_answer_breaks_off_or_is_empty_is_in_doubt_and_can_be_asked_for_again() {
    let body = r#"{"transaction":{"id":70"#;
    for first in [
        Says::Text(200, ""),
        Says::Text(200, body),
        Says::Text(204, ""),
    ] {
        let provider = super::in_turn(vec![first, Says::Yes(json!({"id": 7001}))]);
        let client = client(&provider);
        let error = client.create_transaction(&order("1.00")).await.unwrap_err();
        assert_eq!(error.effect(), Effect::MaybeApplied, "{error:#}");
        let key = error.idempotency_key().unwrap().clone();
        let again = client.create_transaction(&order("1.00")).key(key);
        assert_eq!(again.await.unwrap().id(), 7001);
    }
}
