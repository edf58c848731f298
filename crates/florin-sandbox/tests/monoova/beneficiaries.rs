//! Beneficiaries.

use florin_sandbox::monoova::User;
use serde_json::{Value, json};

use crate::desk::{desk, fields};

fn beneficiary(country: &str, currency: &str) -> Value {
    json!({ "beneficiary": {
        "country_code": country, "currency_code": currency, "company_name": "Prairie Tools",
        "bank_account": { "account_number": "000111222", "swift_code": "EXMPUS33" },
    }})
}

#[tokio::test]
async fn one_is_added_and_can_be_read() {
    let (sandbox, _clock, desk) = desk().await;
    let (status, body) = desk
        .post("/beneficiaries", &beneficiary("HKG", "CNH"))
        .await;
    assert_eq!(status, 200);
    let added = &body["beneficiary"];
    assert_eq!(added["name"], "Prairie Tools");
    assert_eq!(added["country"]["country_code"], "HKG");
    assert_eq!(added["currency"]["id"], 10221);
    assert_eq!(added["bank_account"]["swift_code"], "EXMPUS33");
    let id = added["id"].as_i64().unwrap();
    let (_, read) = desk.get(&format!("/beneficiaries/{id}")).await;
    assert_eq!(read, body);
    let ids = sandbox.monoova().beneficiary_ids(User::First);
    assert_eq!((ids.len(), ids.last()), (11, Some(&id)));
    assert_eq!(desk.get("/beneficiaries/1").await.0, 404);
}

#[tokio::test]
async fn country_and_currency_have_to_be_there_and_to_fit() {
    let (sandbox, _clock, desk) = desk().await;
    for (country, currency, field) in [
        ("AU", "AUD", "beneficiary.country_code"),
        ("AUS", "XXX", "beneficiary.currency_code"),
        ("AUS", "USD", "beneficiary.currency_code"),
        ("SMR", "EUR", "beneficiary.country_code"),
    ] {
        let (status, body) = desk
            .post("/beneficiaries", &beneficiary(country, currency))
            .await;
        assert_eq!(
            (status, fields(&body)),
            (422, vec![field.to_owned()]),
            "{country} {currency}"
        );
    }
    let (status, body) = desk
        .post("/beneficiaries", &json!({ "beneficiary": {} }))
        .await;
    assert_eq!(status, 422);
    assert_eq!(
        fields(&body),
        [
            "beneficiary.company_name",
            "beneficiary.country_id",
            "beneficiary.currency_id"
        ]
    );
    assert_eq!(sandbox.monoova().beneficiary_ids(User::First).len(), 10);
}

#[tokio::test]
async fn where_there_is_an_identifier_the_code_is_passed_over() {
    let (sandbox, _clock, desk) = desk().await;
    let mut sent = beneficiary("DEU", "USD");
    sent["beneficiary"]["country_id"] = 10226.into();
    let (status, body) = desk.post("/beneficiaries", &sent).await;
    assert_eq!(status, 200);
    assert_eq!(body["beneficiary"]["country"]["country_code"], "USA");
    assert_eq!(sandbox.monoova().both_given(), 1);
}
