//! Answers with something odd in them: what is read all the same, and what isn't.

use florin_core::Effect;

use super::super::*;
use super::*;

fn sub_customer() -> NewSubCustomer {
    NewSubCustomer::individual("Jane", "Doe", "1 Main Street", Country::code("AUS"))
}

#[tokio::test(start_paused = true)]
async fn a_confirmation_that_was_carried_out_counts_whatever_else_is_odd_in_its_answer() {
    for answer in [
        r#"{"transaction":{"id":7001,"status":"pending_payment","payments":[1,2]}}"#,
        r#"{"transaction":{"id":7001,"status":"pending_payment","receipt_account":5}}"#,
        r#"{"transaction":{"id":7001,"status":"pending_payment","base_currency":[]}}"#,
        r#"{"transaction":{},"id":7001,"status":"pending_payment"}"#,
        r#"{"transaction":[],"id":7001,"status":"pending_payment","payments":"none"}"#,
        r#"{"transaction":{"id":7001,"status":"pending_payment"},"payments":[1]}"#,
    ] {
        let network = answering(200, answer);
        let deal = client(&network).deal(7001).confirm().await;
        let deal = deal.unwrap_or_else(|error| panic!("{answer} {error}"));
        let status = Status::of(deal.transaction().unwrap());
        assert_eq!(status, Some(Status::PendingPayment), "{answer}");
    }
}

#[tokio::test(start_paused = true)]
async fn beneficiaries_and_sub_customers_are_read_with_odd_fields_and_without_envelope() {
    let network = answering(200, r#"{"beneficiary":{"id":5,"currency":"USD"}}"#);
    let client_ = client(&network);
    for read in [
        client_.beneficiary(5).await,
        client_.create_beneficiary(&beneficiary()).await,
    ] {
        assert_eq!(read.unwrap().extra["currency"], "USD");
    }
    for answer in [
        r#"{"sub_customer":{"id":6,"name":"Jane Doe","country":"AUS"}}"#,
        r#"{"id":6,"name":"Jane Doe"}"#,
    ] {
        let network = answering(200, answer);
        let client = client(&network);
        for read in [
            client.sub_customer(6).await,
            client.create_sub_customer(&sub_customer()).await,
        ] {
            let read = read.unwrap();
            assert_eq!(read.extra["name"], "Jane Doe");
            assert!(!format!("{read:?}").contains("Jane"));
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_rate_is_read_in_an_envelope_or_without_one_and_must_have_its_number() {
    let query = RateQuery::new(Currency::code("AUD"), Currency::code("USD"));
    for answer in [
        r#"{"rate":{"exchange_rate":"0.6512","base_currency":"AUD"}}"#,
        r#"{"exchange_rate":0.6512,"counter_currency":"USD"}"#,
    ] {
        let network = answering(200, answer);
        let rate = client(&network).rate(&query).await.unwrap();
        assert_eq!(rate.exchange_rate.text(), "0.6512", "{answer}");
    }
    for answer in ["{}", r#"{"rate":{"id":1}}"#, "[]", r#"{"rate":"0.6512"}"#] {
        let network = answering(200, answer);
        let error = client(&network).rate(&query).await.unwrap_err();
        assert!(error.is_decode(), "{answer} {error}");
        let place = if answer.contains("id") { "rate" } else { "." };
        assert_eq!(error.field(), Some(place), "{answer}");
    }
}

#[tokio::test(start_paused = true)]
async fn an_odd_field_of_one_item_loses_neither_the_item_nor_the_page() {
    let body = r#"{"transactions":[{"id":1,"payments":[1]},{"id":2,"receipt_account":"x"},{"id":3}],
        "pagination":{"item_count":3,"page":1,"page_size":100,"more":1e999},"meta":1e999}"#;
    let network = answering(200, body);
    let page = client(&network).transactions().page(1).await.unwrap();
    assert_eq!((page.items.len(), page.item_count), (3, Some(3)));
    for body in [
        r#"{"transactions":[{"id":1}],"pagination":5}"#,
        r#"{"pagination":[],"transactions":[{"id":1}]}"#,
    ] {
        let network = answering(200, body);
        let page = client(&network).transactions().page(1).await.unwrap();
        assert_eq!((page.items.len(), page.item_count), (1, None));
    }
}

#[tokio::test(start_paused = true)]
async fn an_item_that_is_no_object_is_an_error_that_says_where_since_nothing_may_be_missing() {
    for (body, place) in [
        (r#"{"transactions":[{"id":1},7]}"#, "transactions[1]"),
        (r#"{"transactions":{"id":1}}"#, "transactions"),
        (r#"{"items":[]}"#, "missing field `transactions`"),
    ] {
        let network = answering(200, body);
        let error = client(&network).transactions().page(1).await.unwrap_err();
        assert!(error.is_decode(), "{error}");
        assert!(format!("{error:#}").contains(place), "{error:#}");
    }
}

#[tokio::test(start_paused = true)]
async fn another_object_than_was_asked_for_and_one_without_an_identifier_are_unusable() {
    for answer in [
        r#"{"beneficiary":{"id":9},"sub_customer":{"id":9}}"#,
        r#"{"beneficiary":{"id":0},"sub_customer":{"id":0}}"#,
        r#"{"beneficiary":{"id":-5},"sub_customer":{"id":-5}}"#,
        r#"{"beneficiary":{"name":"x"},"sub_customer":{"company_name":"x"}}"#,
        r#"{"message":"thank you"}"#,
    ] {
        let network = answering(200, answer);
        let client = client(&network);
        let error = client.beneficiary(5).await.unwrap_err();
        assert!(error.is_decode(), "{answer} {error}");
        let error = client.sub_customer(5).await.unwrap_err();
        assert!(error.is_decode(), "{answer} {error}");
    }
    for answer in [
        r#"{"sub_customer":{"id":0}}"#,
        r#"{"sub_customer":{}}"#,
        "{}",
    ] {
        let network = answering(200, answer);
        let made = client(&network).create_sub_customer(&sub_customer()).await;
        let error = made.unwrap_err();
        assert_eq!(error.effect(), Effect::MaybeApplied, "{answer}");
        assert!(error.idempotency_key().is_some(), "{answer}");
    }
    for id in [0, -7001] {
        let answer = json!({"transaction": {"id": id}}).to_string();
        let network = with_tokens(move |_| (200, answer.clone()));
        let made = client(&network).create_transaction(&order("1.00")).await;
        assert_eq!(made.unwrap_err().effect(), Effect::MaybeApplied);
    }
}
