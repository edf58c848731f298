//! What is sent: either an identifier or a code, one amount of two, and nothing that wasn't said.

use chrono::NaiveDate;
use florin::monoova::{
    AccountType, Amount, Country, Currency, NewBeneficiary, NewSubCustomer, Order, Payment,
    RateQuery, TransactionReason, types,
};
use florin_tests::in_memory::InMemory;
use serde_json::{Value, json};

use super::{answering, client, order, transaction};

fn obliging() -> InMemory {
    answering(json!({
        "transaction": {"id": 7}, "beneficiary": {"id": 1}, "sub_customer": {"id": 1},
        "rate": {"exchange_rate": "0.66"}, "beneficiaries": [],
    }))
}

async fn created(order: &Order) -> Value {
    let provider = obliging();
    let _ = client(&provider).create_transaction(order).await.unwrap();
    let body = provider.asked("create_transaction")[0].body.clone();
    body.unwrap()["transaction"].take()
}

#[tokio::test(start_paused = true)]
async fn currencies_go_by_identifier_or_code_and_the_amount_is_that_of_one_side() {
    let ids = Order::new(
        Currency::id(10_004),
        Currency::id(10_001),
        Amount::Sell("1234.50".parse().unwrap()),
    );
    let mixed = Order::new(
        Currency::code("AUD"),
        Currency::id(10_001),
        Amount::Buy("10".parse().unwrap()),
    );
    let paid = Payment::new(20_481, "10".parse().unwrap());
    let payments = json!([{"beneficiary_id": 20_481, "amount": "10"}]);
    assert_eq!(
        created(&ids.payment(paid.clone())).await,
        json!({
            "base_currency_id": 10_004, "counter_currency_id": 10_001,
            "base_currency_amount": "1234.50", "payments": payments,
        })
    );
    assert_eq!(
        created(&mixed.payment(paid)).await,
        json!({
            "base_currency_code": "AUD", "counter_currency_id": 10_001,
            "counter_currency_amount": "10", "payments": payments,
        })
    );
}

#[tokio::test(start_paused = true)]
async fn a_whole_order_is_sent_as_it_was_said() {
    let reasons = [
        (
            TransactionReason::id(10_451),
            "transaction_reason_id",
            json!(10_451),
        ),
        (
            TransactionReason::name("Purchase"),
            "transaction_reason_name",
            json!("Purchase"),
        ),
    ];
    for (reason, name, value) in reasons {
        let payment = Payment::new(20_481, "5".parse().unwrap())
            .reference("Invoice 4711")
            .reason(reason)
            .reason_text("for the shop")
            .on_behalf_of(8)
            .on_behalf_of(9)
            .on_behalf_of_new(NewSubCustomer::individual(
                "Jane",
                "Doe",
                "1 St",
                Country::id(3),
            ));
        let order = Order::new(
            Currency::code("AUD"),
            Currency::code("CNH"),
            Amount::Buy("10".parse().unwrap()),
        )
        .payment(payment)
        .value_date(NaiveDate::from_ymd_opt(2026, 11, 5).unwrap())
        .rate_id(77)
        .from_account(5)
        .receipt_account(6);
        let mut expected = json!({
            "base_currency_code": "AUD", "counter_currency_code": "CNH", "counter_currency_amount": "10",
            "value_date": "2026-11-05", "rate_id": 77, "base_currency_account_id": 5, "receipt_account_id": 6,
            "payments": [{
                "beneficiary_id": 20_481, "amount": "5", "payment_reference": "Invoice 4711",
                "transaction_reason_other": "for the shop", "sub_customer_ids": [8, 9],
                "sub_customers": [{
                    "account_type_name": "individual", "name": {"first_name": "Jane", "last_name": "Doe"},
                    "address": {"address_line_1": "1 St"}, "country_id": 3,
                }],
            }],
        });
        expected["payments"][0][name] = value;
        assert_eq!(created(&order).await, expected);
    }
}

#[tokio::test(start_paused = true)]
async fn a_rate_identifier_may_be_a_text() {
    let text = order("1").rate_id(types::RateId::String("r-1".to_owned()));
    assert_eq!(created(&text).await["rate_id"], "r-1");
}

#[tokio::test(start_paused = true)]
async fn a_rate_is_asked_for_by_one_of_the_two_on_each_side() {
    let provider = obliging();
    let client = client(&provider);
    let amount = |text: &str| text.parse().unwrap();
    let (aud, usd) = (Currency::code("AUD"), Currency::id(10_001));
    let queries = [
        RateQuery::new(aud.clone(), usd.clone()),
        RateQuery::new(aud.clone(), usd.clone()).amount(Amount::Buy(amount("2500.00"))),
        RateQuery::new(usd, aud).amount(Amount::Sell(amount("3"))),
    ];
    for query in &queries {
        client.rate(query).await.unwrap();
    }
    let sent: Vec<Vec<String>> = provider
        .asked("get_rate")
        .iter()
        .map(|asked| {
            let mut query: Vec<_> = asked
                .query
                .iter()
                .map(|(n, v)| format!("{n}={v}"))
                .collect();
            query.sort_unstable();
            query
        })
        .collect();
    assert_eq!(
        sent,
        [
            vec![
                "base_currency_code=AUD",
                "counter_currency_id=10001",
                "user_id=42"
            ],
            vec![
                "base_currency_code=AUD",
                "counter_currency_amount=2500.00",
                "counter_currency_id=10001",
                "user_id=42"
            ],
            vec![
                "base_currency_amount=3",
                "base_currency_id=10001",
                "counter_currency_code=AUD",
                "user_id=42"
            ],
        ]
    );
}

#[tokio::test(start_paused = true)]
async fn beneficiaries_and_sub_customers_have_one_country_and_one_kind() {
    let provider = obliging();
    let client = client(&provider);
    let by_code = NewBeneficiary::new(Country::code("AUS"), Currency::code("AUD"));
    let by_id = NewBeneficiary::company("Acme", Country::id(10_013), Currency::id(10_004))
        .account_type(AccountType::id(10_000))
        .field("iban", "DE00");
    client.create_beneficiary(&by_code).await.unwrap();
    client.create_beneficiary(&by_id).await.unwrap();
    let sent: Vec<Value> = provider
        .asked("create_beneficiary")
        .into_iter()
        .map(|asked| asked.body.unwrap())
        .collect();
    assert_eq!(
        sent,
        [
            json!({"beneficiary": {"country_code": "AUS", "currency_code": "AUD"}}),
            json!({"beneficiary": {
                "country_id": 10_013, "currency_id": 10_004, "account_type_id": 10_000,
                "company_name": "Acme", "iban": "DE00",
            }}),
        ]
    );
    let company = NewSubCustomer::company("Acme", "1 St", Country::code("AUS"))
        .registration_number("0123")
        .account_type(AccountType::name("trust"));
    client.create_sub_customer(&company).await.unwrap();
    let sent = provider.asked("create_sub_customer")[0].body.clone();
    assert_eq!(
        sent.unwrap(),
        json!({"sub_customer": {
            "account_type_name": "trust", "company_name": "Acme", "registration_number": "0123",
            "address": {"address_line_1": "1 St"}, "country_code": "AUS",
        }})
    );
}

#[tokio::test(start_paused = true)]
async fn what_can_not_be_right_is_refused_before_it_is_sent() {
    let provider = answering(transaction(7, "created"));
    let client = client(&provider);
    let (aud, usd) = (|| Currency::code("AUD"), || Currency::code("USD"));
    let buy = |text: &str| Amount::Buy(text.parse().unwrap());
    let paid = |text: &str| super::payment(text);
    let orders = [
        (Order::new(aud(), usd(), buy("1")), "no payment"),
        (
            Order::new(aud(), usd(), buy("0")).payment(paid("1")),
            "not above zero",
        ),
        (
            Order::new(aud(), usd(), buy("-1")).payment(paid("1")),
            "not above zero",
        ),
        (
            Order::new(aud(), usd(), buy("1")).payment(paid("0")),
            "payments[0]",
        ),
        (
            Order::new(aud(), aud(), buy("1")).payment(paid("1")),
            "the one that is sold",
        ),
        (
            Order::new(aud(), Currency::code("aud"), buy("1")).payment(paid("1")),
            "is sold",
        ),
        (
            Order::new(aud(), Currency::code(""), buy("1")).payment(paid("1")),
            "code of a currency",
        ),
        (
            Order::new(aud(), usd(), buy("1"))
                .payment(paid("0.50"))
                .payment(paid("0.51")),
            "more than is bought",
        ),
        (
            Order::new(aud(), usd(), buy("1"))
                .payment(paid("1").reason(TransactionReason::name(" "))),
            "reason",
        ),
    ];
    for (order, why) in orders {
        let error = client.create_transaction(&order).await.unwrap_err();
        assert!(error.is_invalid_request(), "{error}");
        assert!(error.to_string().contains(why), "{error} lacks {why}");
    }
    let error = client.deal(7).update([]).await.unwrap_err();
    assert!(error.to_string().contains("no payment"), "{error}");
    let two_kinds = super::beneficiary().field("currency_id", 5);
    let error = client.create_beneficiary(&two_kinds).await.unwrap_err();
    assert!(error.to_string().contains("currency_id"), "{error}");
    for operation in [
        "create_transaction",
        "update_transaction",
        "create_beneficiary",
    ] {
        assert!(provider.asked(operation).is_empty(), "{operation}");
    }
}
