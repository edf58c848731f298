//! What Monoova may answer beside its samples: other spellings of amounts, identifiers as text, states that nobody knows,
//! fields that are null or missing, lists without pages, and errors in all languages of the host.

use florin::core::Effect;
use florin::core::chrono::{TimeZone as _, Utc};
use florin::monoova::types::{BankAccount, TokenResponse, Transaction};
use florin::monoova::{Currency, HasProblems, Language, RateQuery, Status, Until};
use florin::testing::Recorder;
use florin_tests::monoova::order;
use serde_json::{Value, json};

use super::monoova::{
    BENEFICIARIES, DEAL, ERRORS, SUB_CUSTOMER, TRANSACTION, all, answering, decimal, id,
};
use super::{assert_hushed, full, parse, written};

const OTHERWISE: &str = include_str!("../../fixtures/monoova/transaction_otherwise.json");
const BY_CODE: &str = include_str!("../../fixtures/monoova/errors_by_code.json");
const OF_OAUTH: &str = include_str!("../../fixtures/monoova/errors_of_oauth.json");

async fn transaction(answer: &str) -> Transaction {
    let monoova = answering("get_transaction", 200, answer);
    monoova.deal(DEAL).read().await.unwrap()
}

#[tokio::test]
async fn amounts_come_as_text_with_and_without_separators_and_as_numbers() {
    for (sent, value) in [
        (r#""1234.50""#, Some("1234.5")),
        (r#""1,234.50""#, Some("1234.5")),
        (r#""1234567.891""#, Some("1234567.891")),
        (r#""1,234,567.891""#, Some("1234567.891")),
        ("1234.50", Some("1234.5")),
        ("1234", Some("1234")),
        ("720575940380.2209", Some("720575940380.2209")),
        (r#""0.00""#, Some("0")),
        (r#""-12.30""#, Some("-12.3")),
        // Where a separator may stand for a point, nothing is guessed.
        (r#""1.234,50""#, None),
        (r#""12,34""#, None),
        (r#""AUD 5""#, None),
        (r#""""#, None),
    ] {
        let answer = format!(r#"{{"id": {DEAL}, "receipt_amount": {sent}}}"#);
        let found = transaction(&answer).await;
        let amount = found.receipt_amount.as_ref().unwrap();
        assert_eq!(amount.value().copied(), value.map(decimal), "{sent}");
        assert_eq!(amount.text(), sent.trim_matches('"'), "as it came");
        let again = serde_json::to_string(&found).unwrap();
        assert!(again.contains(&format!(r#""receipt_amount":{sent}"#)));
    }
}

#[tokio::test]
async fn what_cannot_be_read_fails_nothing_else_and_stays_readable() {
    let found = transaction(OTHERWISE).await;
    assert_hushed(&found, OTHERWISE);
    assert_eq!(full(written(&found)), full(parse(OTHERWISE)));
    assert_eq!(id(found.id.as_ref()), DEAL);
    let status = Status::of(&found).unwrap();
    assert_eq!(status, Status::Other("fully_settled".to_owned()));
    assert_eq!(status.to_string(), "Fully-Settled", "its own words");
    assert_eq!(found.status_label.as_ref().unwrap().text(), "7");
    assert_eq!(written(&found.base_currency), "AUD", "a bare code");
    let sold = found.base_currency_amount.as_ref().unwrap();
    assert_eq!(
        (sold.value(), sold.text()),
        (Some(&decimal("1530.58")), "1530.580")
    );
    assert_eq!(found.exchange_rate.as_ref().unwrap().text(), "4.7120");
    let fees = found.fees.as_ref().unwrap();
    assert_eq!(
        (fees.value(), &fees.json()[0]["amount"]),
        (None, &json!("15.00"))
    );
    let pay = found.receipt_amount.as_ref().unwrap();
    assert_eq!((pay.value(), pay.text()), (None, "on request"));
    let day = found.value_date.as_ref().unwrap();
    assert_eq!((day.value(), day.text()), (None, "02/07/2026"));
    let made = Utc.with_ymd_and_hms(2026, 6, 30, 9, 15, 40).unwrap();
    assert_eq!(found.created_date.as_ref().unwrap().value(), Some(&made));
    assert_eq!(found.updated_date.as_ref().unwrap().value(), None);
    assert!(found.receipt_account.is_none() && found.payments.is_empty());
    assert_eq!(found.extra["approved_by"], "Canary");
}

#[test]
fn what_was_read_is_written_back_digit_by_digit() {
    let found: Transaction = serde_json::from_str(OTHERWISE).unwrap();
    let again = serde_json::to_string(&found).unwrap();
    for piece in [
        r#""id":"51842""#,
        r#""base_currency_amount":1530.580"#,
        r#""counter_currency_amount":"1,234,567.89""#,
        r#""exchange_rate":4.7120"#,
        r#""status_label":7"#,
    ] {
        assert!(again.contains(piece), "{piece} in {again}");
    }
}

#[tokio::test]
async fn a_state_is_known_in_any_spelling_and_an_unknown_one_is_neither_success_nor_failure() {
    for (sent, known) in [
        ("created", Status::Created),
        ("Pending Payment", Status::PendingPayment),
        ("pending-payment", Status::PendingPayment),
        ("OPEN", Status::Open),
        ("partially settled", Status::PartiallySettled),
        ("cancelled", Status::Other("Cancelled".to_owned())),
    ] {
        let answer = json!({"id": DEAL, "status": sent}).to_string();
        let found = transaction(&answer).await;
        assert_eq!(Status::of(&found), Some(known.clone()), "{sent}");
        let is_there = Until::reached(Status::Created).ends_at(&known);
        assert_eq!(is_there, !known.is_unknown(), "{sent}");
    }
    for none in [json!(null), json!(""), json!([]), json!({})] {
        let answer = json!({"id": DEAL, "status": none}).to_string();
        assert_eq!(Status::of(&transaction(&answer).await), None, "{none}");
    }
}

#[tokio::test]
async fn trap_12_a_creation_is_any_success_in_an_envelope_or_bare() {
    for status in [200, 201, 202] {
        for answer in [
            json!({"id": "7", "status": "created"}),
            json!({"transaction": {"id": 7, "status": "created"}}),
            json!({"transaction": {"id": 7}, "id": null, "note": "canary"}),
        ] {
            let monoova = answering("create_transaction", status, &answer.to_string());
            let deal = monoova.create_transaction(&order::order()).await.unwrap();
            assert_eq!(deal.id(), 7, "{status} {answer}");
            assert!(!format!("{deal:?}").contains("canary"));
        }
        for answer in [
            json!({"id": 9, "name": "canary"}),
            json!({"beneficiary": {"id": "9", "name": {"last_name": "canary"}}}),
        ] {
            let monoova = answering("create_beneficiary", status, &answer.to_string());
            let made = monoova.create_beneficiary(&order::beneficiary()).await;
            let made = made.unwrap();
            assert_eq!(id(made.id.as_ref()), 9, "{status} {answer}");
            assert!(!format!("{made:?}").contains("canary"));
        }
    }
}

#[tokio::test]
async fn an_answer_without_an_identifier_is_an_error_that_keeps_it() {
    for answer in [
        "{}",
        "null",
        "",
        "[]",
        "<html>canary</html>",
        r#"{"transaction": null}"#,
        r#"{"transaction": {}}"#,
        r#"{"id": "canary"}"#,
        r#"{"errors": {"transaction": ["canary"]}}"#,
    ] {
        let monoova = answering("create_transaction", 200, answer);
        let error = monoova.create_transaction(&order::order()).await;
        let error = error.unwrap_err();
        assert!(error.is_decode(), "{answer}: {error}");
        assert_eq!(error.effect(), Effect::MaybeApplied, "{answer}");
        assert!(error.idempotency_key().is_some(), "to ask again with");
        let kept = error.raw_body().map(|body| body.to_vec());
        assert_eq!(kept.unwrap_or_default(), answer.as_bytes());
        let shown = format!("{error:#} {error:?}");
        assert!(!shown.contains("canary"), "{shown}");
    }
}

fn nulls(sample: &Value) -> Value {
    match sample {
        Value::Object(fields) => {
            let nulls = fields.keys().map(|name| (name.clone(), Value::Null));
            nulls.collect()
        }
        other => panic!("{other} is no object"),
    }
}

#[tokio::test]
async fn every_field_but_the_identifier_may_be_null_or_missing() {
    let mut all_null = nulls(&parse(TRANSACTION));
    all_null["id"] = json!(DEAL);
    for answer in [json!({"id": DEAL}), all_null] {
        let found = transaction(&answer.to_string()).await;
        assert!(found.status.is_none() && found.fees.is_none());
        assert!(found.payments.is_empty() && found.receipt_account.is_none());
    }
    let empty = json!({"id": DEAL, "payments": [{}], "receipt_account": {"bank_account": {}}});
    let found = transaction(&empty.to_string()).await;
    assert!(found.payments[0].amount.is_none());

    let sample = parse(SUB_CUSTOMER)["sub_customer"].clone();
    let mut parts = sample.clone();
    for part in ["name", "address", "country", "account_type"] {
        parts[part] = nulls(&sample[part]);
    }
    let mut all_null = nulls(&sample);
    all_null["id"] = json!(1);
    parts["id"] = json!(1);
    for answer in [json!({"id": 1}), all_null, parts] {
        let answer = json!({"sub_customer": answer}).to_string();
        let monoova = answering("get_sub_customer", 200, &answer);
        monoova.sub_customer(1).await.unwrap();
    }
    let sample = parse(BENEFICIARIES)["beneficiaries"][1].clone();
    let mut found = nulls(&sample);
    found["id"] = json!(9);
    for answer in [json!({"id": 9}), found] {
        let monoova = answering("get_beneficiary", 200, &answer.to_string());
        let found = monoova.beneficiary(9).await.unwrap();
        assert!(found.name.is_none() && found.bank_account.is_none());
    }
    serde_json::from_value::<BankAccount>(json!({})).unwrap();
    for answer in [
        json!({"rate": {"exchange_rate": "0.5"}}),
        json!({"rate": {
            "id": "r-1", "exchange_rate": 0.5, "base_currency": null, "counter_currency": {}, "updated_date": null,
        }, "valid_for": 30}),
    ] {
        let monoova = answering("get_rate", 200, &answer.to_string());
        let query = RateQuery::new(Currency::id(1), Currency::id(2));
        let rate = monoova.rate(&query).await.unwrap();
        assert_eq!(rate.exchange_rate.value(), Some(&decimal("0.5")));
    }
}

/// The other way round: what nobody can go on without is an error, and names its place.
#[tokio::test]
async fn a_rate_without_a_rate_is_an_error_that_says_where() {
    for answer in [r#"{"rate": {"note": "canary"}}"#, r#"{"rate": "canary"}"#] {
        let monoova = answering("get_rate", 200, answer);
        let query = RateQuery::new(Currency::id(1), Currency::id(2));
        let error = monoova.rate(&query).await.unwrap_err();
        assert!(error.is_decode(), "{error}");
        assert!(format!("{error:#}").contains("rate`"), "{error:#}");
        assert!(!format!("{error:#} {error:?}").contains("canary"));
    }
}

#[tokio::test]
async fn a_list_comes_with_and_without_its_pages_and_with_what_nobody_knows() {
    for pagination in [
        json!(null),
        json!({}),
        json!({"item_count": null, "page": null, "page_size": null}),
        json!({"item_count": "2", "page": "1", "page_size": "100"}),
        json!({"item_count": 2, "page": 1, "page_size": 100, "links": {"next": null}}),
    ] {
        let list = json!({
            "currencies": [
                {"id": 1, "can": null},
                {"id": "2", "currency_code": "XYZ", "can": ["sell", "hold", 3], "symbol": "canary"},
            ],
            "pagination": pagination,
            "total": 2,
        });
        let recorder = Recorder::new();
        recorder.answer("list_currencies", 200, list.to_string());
        // Where it isn't said how many there are, an empty page is the end.
        recorder.answer("list_currencies", 200, r#"{"currencies": []}"#);
        let monoova = recorder.monoova().build().unwrap();
        let found = all(monoova.currencies()).await;
        assert_eq!(found.len(), 2, "{pagination}");
        assert!(found[0].can.is_empty());
        let can: Vec<_> = found[1].can.iter().map(|can| can.text()).collect();
        assert_eq!(can, ["sell", "hold", "3"]);
        assert_eq!(found[1].extra["symbol"], "canary");
        assert!(!format!("{found:?}").contains("canary"));
    }
    for empty in [r#"{"currencies": []}"#, r#"{"currencies": null}"#] {
        let monoova = answering("list_currencies", 200, empty);
        assert!(all(monoova.currencies()).await.is_empty(), "{empty}");
    }
    for none in ["[]", "{}", r#"{"data": []}"#, ""] {
        let monoova = answering("list_currencies", 200, none);
        let error = monoova.currencies().items().next().await;
        assert!(error.unwrap().unwrap_err().is_decode(), "{none}");
    }
}

#[tokio::test]
async fn a_token_needs_nothing_but_itself_and_its_type() {
    for token in [
        json!({"access_token": "t", "token_type": "bearer"}),
        json!({"access_token": "t", "token_type": "BEARER", "expires_in": "86400", "scope": ["a"]}),
        json!({"access_token": "t", "token_type": "Bearer", "expires_in": null, "created_at": "1793001600"}),
        json!({"access_token": "t", "token_type": "Bearer", "expires_in": 86_400.0, "refresh_token": null, "more": 1}),
    ] {
        serde_json::from_value::<TokenResponse>(token.clone()).unwrap();
        for status in [200, 201] {
            let recorder = Recorder::new();
            recorder.answer("create_access_token", status, token.to_string());
            recorder.answer("list_currencies", 200, r#"{"currencies": []}"#);
            let monoova = recorder.monoova().build().unwrap();
            all(monoova.currencies()).await;
            let sent = recorder.last().unwrap();
            assert_eq!(sent.header("authorization"), Some("Bearer [secret]"));
        }
    }
}

#[tokio::test(start_paused = true)]
async fn trap_15_an_error_keeps_its_status_and_its_words_in_every_language() {
    for (body, language, texts) in [
        (ERRORS, Some(Language::Records), 4),
        (
            r#"{"errors": {"transaction": {"rate": "canary"}, "base": [7, null]}}"#,
            Some(Language::Records),
            2,
        ),
        (r#"{"errors": "canary"}"#, Some(Language::Records), 1),
        (BY_CODE, Some(Language::Codes), 1),
        (
            r#"{"errorCode": 17, "errorMessage": "canary"}"#,
            Some(Language::Codes),
            1,
        ),
        (OF_OAUTH, Some(Language::OAuth), 1),
        ("<html>canary</html>", Some(Language::Text), 1),
        (r#"["canary"]"#, Some(Language::Text), 1),
        (
            r#"{"errors": {}, "message": "canary"}"#,
            Some(Language::Text),
            1,
        ),
        ("", None, 0),
    ] {
        for status in [400, 403, 404, 409, 422, 500, 503] {
            let monoova = answering("get_transaction", status, body);
            let error = monoova.deal(DEAL).read().await.unwrap_err();
            let sent = error.status().map(|status| status.as_u16());
            assert_eq!(sent, Some(status), "{body}");
            assert_eq!(error.is_not_found(), status == 404);
            let kept = error.raw_body().map(|body| body.to_vec());
            assert_eq!(kept.unwrap_or_default(), body.as_bytes());
            let problems = error.problems();
            assert_eq!(
                problems.as_ref().map(|told| told.language()),
                language,
                "{body}"
            );
            let count = problems.iter().flat_map(|told| told.texts()).count();
            assert_eq!(count, texts, "{body}");
            let shown = format!("{error:#} {error:?} {problems:?}");
            assert!(!shown.contains("canary"), "{shown}");
        }
    }
}

#[tokio::test]
async fn codes_traces_and_descriptions_of_an_error_are_at_hand() {
    let monoova = answering("get_transaction", 400, BY_CODE);
    let error = monoova.deal(DEAL).read().await.unwrap_err();
    let told = error.problems().unwrap();
    assert_eq!(told.trace_id(), Some("5d0c2e91-canary"));
    let problem = told.iter().next().unwrap();
    assert_eq!(
        (problem.code(), problem.key()),
        (Some("InvalidAmount"), None)
    );
    assert_eq!(problem.text(), "The amount of canary is wrong");

    let monoova = answering("get_transaction", 403, OF_OAUTH);
    let error = monoova.deal(DEAL).read().await.unwrap_err();
    let told = error.problems().unwrap();
    let problem = told.iter().next().unwrap();
    assert_eq!(problem.code(), Some("invalid_scope"));
    assert_eq!(problem.text(), "canary may not have this scope");
}
