//! Reference data, and pages.

use florin_sandbox::monoova::{Options, User};
use serde_json::{Value, json};

use crate::desk::{desk, desk_with, order};

fn codes(body: &Value, list: &str, code: &str) -> Vec<String> {
    let all = body[list].as_array().unwrap().iter();
    all.map(|item| item[code].as_str().unwrap().to_owned())
        .collect()
}

#[tokio::test]
async fn what_a_country_can_is_an_object_and_what_a_currency_can_is_a_list() {
    let (_sandbox, _clock, desk) = desk().await;
    let (_, body) = desk.get("/currencies").await;
    assert_eq!(
        codes(&body, "currencies", "currency_code"),
        ["USD", "EUR", "AUD", "HKD", "CNH"]
    );
    assert_eq!(body["currencies"][4]["can"], json!(["sell", "buy"]));
    let (_, body) = desk.get("/countries").await;
    assert_eq!(codes(&body, "countries", "country_code").len(), 6);
    let hong_kong = &body["countries"][3];
    assert_eq!(hong_kong["can"]["create_beneficiaries"], true);
    assert_eq!(hong_kong["default_currency"]["currency_code"], "HKD");
    assert_eq!(
        hong_kong["available_currencies"].as_array().unwrap().len(),
        3
    );
    let (_, body) = desk.get("/transaction_reasons").await;
    assert_eq!(body["transaction_reasons"][0]["id"], 10451);
    let (_, body) = desk.get("/remuneration_types").await;
    assert_eq!(body["remuneration_types"].as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn pages_follow_each_other_and_say_how_many_there_are() {
    let (_sandbox, _clock, desk) = desk().await;
    let mut seen = Vec::new();
    for page in 1..=3 {
        let (_, body) = desk
            .get(&format!("/currencies?page={page}&page_size=2"))
            .await;
        let expected = json!({ "item_count": 5, "page": page, "page_size": 2 });
        assert_eq!(body["pagination"], expected);
        seen.extend(codes(&body, "currencies", "currency_code"));
    }
    assert_eq!(seen, ["USD", "EUR", "AUD", "HKD", "CNH"]);
    let (status, body) = desk.get("/currencies?page=4&page_size=2").await;
    assert_eq!((status, &body["currencies"]), (200, &json!([])));
}

#[tokio::test]
async fn a_page_has_20_where_nothing_is_said() {
    let (sandbox, _clock, desk) = desk().await;
    for _ in 0..21 {
        desk.create(&order(sandbox.monoova())).await;
    }
    let count = |body: &Value| body["transactions"].as_array().unwrap().len();
    let (_, first) = desk.get("/transactions").await;
    assert_eq!(count(&first), 20);
    assert_eq!(
        first["pagination"],
        json!({ "item_count": 21, "page": 1, "page_size": 20 })
    );
    let (_, second) = desk.get("/transactions?page=2").await;
    assert_eq!(count(&second), 1);
    let (_, all) = desk.get("/transactions?page_size=100").await;
    assert_eq!(count(&all), 21);
}

#[tokio::test]
async fn a_list_may_come_without_pagination() {
    let (_sandbox, _clock, desk) = desk_with(Options {
        pagination: false,
        ..Options::default()
    })
    .await;
    let (_, body) = desk.get("/countries?page_size=2").await;
    assert!(body.get("pagination").is_none());
    assert_eq!(body["countries"].as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn beneficiaries_are_found_by_currency_and_one_of_them_holds_the_funds() {
    let (sandbox, _clock, desk) = desk().await;
    let monoova = sandbox.monoova();
    for query in ["currency_code=CNH", "currency_id=10221"] {
        let (_, body) = desk.get(&format!("/beneficiaries?{query}")).await;
        let found = body["beneficiaries"].as_array().unwrap();
        assert_eq!(found.len(), 2);
        assert_eq!(found[0]["name"], "Hold Funds on Account");
        assert_eq!(
            found[0]["id"],
            monoova.hold_funds(User::First, "CNH").unwrap()
        );
        assert_eq!(
            found[1]["id"],
            monoova.beneficiary(User::First, "CNH").unwrap()
        );
        assert_eq!(found[1]["currency"]["currency_code"], "CNH");
    }
    let (status, _) = desk.get("/beneficiaries?currency_code=XXX").await;
    assert_eq!(status, 422);
    let (_, all) = desk.get("/beneficiaries").await;
    assert_eq!(all["pagination"]["item_count"], 10);
}
