//! Envelopes, and how amounts are written.

use florin_sandbox::monoova::{Amounts, Envelope, Options, User};
use serde_json::json;

use crate::desk::{desk_with, order};

#[tokio::test]
async fn amounts_are_text_with_or_without_separators_or_numbers() {
    for (amounts, sold, rate) in [
        (Amounts::Text, json!("3785.01"), json!("0.6605")),
        (Amounts::Separated, json!("3,785.01"), json!("0.6605")),
        (Amounts::Numbers, json!(3785.01), json!(0.6605)),
    ] {
        let (sandbox, _clock, desk) = desk_with(Options {
            amounts,
            ..Options::default()
        })
        .await;
        let id = desk.create(&order(sandbox.monoova())).await;
        let (_, body) = desk.get(&format!("/transactions/{id}")).await;
        assert_eq!(body["transaction"]["base_currency_amount"], sold);
        assert_eq!(body["transaction"]["exchange_rate"], rate);
        let made = sandbox.monoova().transaction(id).unwrap();
        assert_eq!(made.base_amount, "3785.01", "a record is plain");
    }
}

#[tokio::test]
async fn an_object_comes_under_its_name_or_bare() {
    for (envelope, created_bare, updated_bare) in [
        (Envelope::AsShown, false, true),
        (Envelope::Wrapped, false, false),
        (Envelope::Bare, true, true),
    ] {
        let (sandbox, _clock, desk) = desk_with(Options {
            envelope,
            ..Options::default()
        })
        .await;
        let monoova = sandbox.monoova();
        let (_, created) = desk.post("/transactions", &order(monoova)).await;
        assert_eq!(created["id"].is_i64(), created_bare, "{envelope:?}");
        assert_eq!(created["transaction"]["id"].is_i64(), !created_bare);
        let id = monoova.transactions()[0].id;
        let payments =
            json!({ "transaction": { "payments": order(monoova)["transaction"]["payments"] } });
        let (_, updated) = desk.patch(&format!("/transactions/{id}"), &payments).await;
        assert_eq!(updated["id"].is_i64(), updated_bare, "{envelope:?}");
        let payee = monoova.beneficiary(User::First, "USD").unwrap();
        let (_, read) = desk.get(&format!("/beneficiaries/{payee}")).await;
        assert_eq!(read["id"].is_i64(), created_bare, "{envelope:?}");
    }
}
