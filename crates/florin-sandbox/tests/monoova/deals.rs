//! A transaction's way, by hand.

use florin_sandbox::monoova::User;
use serde_json::json;

use crate::desk::{desk, fields, order};

#[tokio::test]
async fn the_documented_states_follow_each_other() {
    let (sandbox, _clock, desk) = desk().await;
    let monoova = sandbox.monoova();
    let id = desk.create(&order(monoova)).await;
    let path = format!("/transactions/{id}");
    let (_, body) = desk.put(&format!("{path}/confirm")).await;
    assert_eq!(body["transaction"]["status"], "pending_payment");
    assert_eq!(body["transaction"]["status_label"], "Pending payment");
    let account = &body["transaction"]["receipt_account"];
    assert_eq!(account["receipt_text"], format!("FX{id}"));
    assert!(account["bank_account"]["account_number"].is_string());
    let (_, body) = desk.put(&format!("{path}/confirm_payments")).await;
    assert_eq!(body["transaction"]["status"], "open");

    assert!(monoova.pay_in(id, "3000.00"));
    let (_, body) = desk.get(&path).await;
    assert_eq!(body["transaction"]["status"], "partially_settled");
    assert!(monoova.pay_in(id, "790.01"));
    let settled = monoova.transaction(id).unwrap();
    assert_eq!(
        (settled.status.as_str(), settled.paid_in.as_str()),
        ("settled", "3790.01")
    );
    assert!(!monoova.pay_in(id, "1"), "nothing is owed any more");
    assert!(!monoova.pay_in(7, "1"));
}

#[tokio::test]
async fn a_step_out_of_turn_is_refused() {
    let (sandbox, _clock, desk) = desk().await;
    let monoova = sandbox.monoova();
    let id = desk.create(&order(monoova)).await;
    let path = format!("/transactions/{id}");
    assert_eq!(desk.put(&format!("{path}/confirm_payments")).await.0, 422);
    assert!(!monoova.pay_in(id, "1"));
    assert_eq!(desk.put(&format!("{path}/confirm")).await.0, 200);
    let (status, body) = desk.put(&format!("{path}/confirm")).await;
    assert_eq!(
        (status, fields(&body)),
        (422, vec!["transaction".to_owned()])
    );
    assert_eq!(monoova.transaction(id).unwrap().confirmations, 1);
    let (status, body) = desk.put("/transactions/7/confirm").await;
    assert_eq!(
        (status, fields(&body)),
        (404, vec!["transaction".to_owned()])
    );
}

#[tokio::test]
async fn a_test_puts_a_transaction_into_any_state() {
    let (sandbox, _clock, desk) = desk().await;
    let monoova = sandbox.monoova();
    let id = desk.open_deal(monoova).await;
    assert!(monoova.set_status(id, "Under Review"));
    assert!(!monoova.set_status(7, "open"));
    let (_, body) = desk.get(&format!("/transactions/{id}")).await;
    assert_eq!(body["transaction"]["status"], "Under Review");
    assert_eq!(body["transaction"]["status_label"], "Under Review");
}

#[tokio::test]
async fn a_record_says_what_was_dealt() {
    let (sandbox, _clock, desk) = desk().await;
    let monoova = sandbox.monoova();
    let id = desk.open_deal(monoova).await;
    let made = &monoova.transactions()[0];
    assert_eq!((made.id, made.user), (id, User::First));
    assert_eq!(
        (made.base_currency.as_str(), made.counter_currency.as_str()),
        ("AUD", "USD")
    );
    assert_eq!(
        (made.base_amount.as_str(), made.counter_amount.as_str()),
        ("3785.01", "2500.00")
    );
    assert_eq!(
        (made.receipt_amount.as_str(), made.paid_in.as_str()),
        ("3790.01", "0.00")
    );
    assert_eq!((made.confirmations, made.payments.len()), (1, 1));
    let (_, list) = desk.get("/transactions").await;
    assert_eq!(list["transactions"][0]["id"], json!(id));
}
