//! What an order and a rate query become, and which are refused.

use serde_json::Value;

use super::super::*;
use super::*;

fn amount(text: &str) -> florin_core::Decimal {
    text.parse().unwrap()
}

fn buying(bought: &str) -> Order {
    let (sell, buy) = (Currency::code("AUD"), Currency::code("USD"));
    Order::new(sell, buy, Amount::Buy(amount(bought)))
}

fn paying(paid: &str) -> Payment {
    Payment::new(20_481, amount(paid))
}

/// The body that an order is sent as.
async fn sent(order: &Order) -> Value {
    let network = answering(200, CREATED);
    client(&network).create_transaction(order).await.unwrap();
    serde_json::from_str(&calls(&network)[0].body).unwrap()
}

/// What an order is refused with, before anything is sent.
async fn refusal(order: &Order) -> String {
    let network = answering(200, CREATED);
    let error = client(&network)
        .create_transaction(order)
        .await
        .unwrap_err();
    assert!(error.is_invalid_request(), "{error}");
    assert!(network.sent().is_empty());
    error.to_string()
}

#[tokio::test(start_paused = true)]
async fn an_order_is_sent_with_codes_and_plain_digits_and_nothing_that_nobody_said() {
    let body = sent(&buying("1234567.80").payment(paying("1234567.80"))).await;
    assert_eq!(
        body,
        json!({"transaction": {
            "base_currency_code": "AUD",
            "counter_currency_code": "USD",
            "counter_currency_amount": "1234567.80",
            "payments": [{"beneficiary_id": 20_481, "amount": "1234567.80"}],
        }})
    );
}

#[tokio::test(start_paused = true)]
async fn an_order_is_sent_with_numbers_and_all_that_was_said() {
    let sub_customer = NewSubCustomer::company("c4nary", "1 Main Street", Country::id(10_013));
    let order = Order::new(
        Currency::id(10_004),
        Currency::id(10_001),
        Amount::Sell(amount("0.01")),
    )
    .value_date("2026-03-12".parse().unwrap())
    .rate_id(5)
    .exchange_rate(amount("0.6605"))
    .from_account(31)
    .receipt_account(32)
    .payments([
        paying("1")
            .reference("c4nary")
            .reason(TransactionReason::id(10_451))
            .reason_text("c4nary")
            .on_behalf_of(8)
            .on_behalf_of(9)
            .on_behalf_of_new(sub_customer),
        paying("2").reason(TransactionReason::name("Purchase of inventory")),
    ]);
    let body = sent(&order).await;
    let transaction = &body["transaction"];
    assert_eq!(transaction["base_currency_id"], 10_004);
    assert_eq!(transaction["counter_currency_id"], 10_001);
    assert_eq!(transaction["base_currency_amount"], "0.01");
    assert_eq!(transaction["value_date"], "2026-03-12");
    assert_eq!(transaction["rate_id"], 5);
    assert_eq!(transaction["exchange_rate"], "0.6605");
    assert_eq!(transaction["base_currency_account_id"], 31);
    assert_eq!(transaction["receipt_account_id"], 32);
    let payment = &transaction["payments"][0];
    assert_eq!(payment["payment_reference"], "c4nary");
    assert_eq!(payment["transaction_reason_id"], 10_451);
    assert_eq!(payment["transaction_reason_other"], "c4nary");
    assert_eq!(payment["sub_customer_ids"], json!([8, 9]));
    assert_eq!(payment["sub_customers"][0]["company_name"], "c4nary");
    let other = &transaction["payments"][1];
    assert_eq!(other["transaction_reason_name"], "Purchase of inventory");
    for either in [
        "base_currency_code",
        "counter_currency_code",
        "counter_currency_amount",
    ] {
        assert_eq!(
            transaction.get(either),
            None,
            "{either} beside its other form"
        );
    }
    assert_eq!(payment.get("transaction_reason_name"), None);
    assert_eq!(other.get("transaction_reason_id"), None);
    let text = format!("{order:?}");
    assert!(!text.contains("c4nary"), "{text}");
}

#[tokio::test(start_paused = true)]
async fn an_order_that_can_t_be_meant_is_refused_with_what_is_wrong() {
    let currency = |sell: Currency, buy: Currency| {
        Order::new(sell, buy, Amount::Buy(amount("1"))).payment(paying("1"))
    };
    let nameless = paying("1").reason(TransactionReason::name(" "));
    let blank = NewSubCustomer::company("", "1 Main Street", Country::code("AUS"));
    for (order, problem) in [
        (buying("1"), "no payment"),
        (buying("0").payment(paying("1")), "amount is not above zero"),
        (
            buying("-1").payment(paying("1")),
            "amount is not above zero",
        ),
        (
            buying("1").payment(paying("1")).payment(paying("0")),
            "payments[1]: the amount",
        ),
        (
            buying("2").payment(paying("1.00")).payment(paying("1.01")),
            "more than is bought",
        ),
        (
            buying("1").payment(nameless),
            "payments[0]: the name of a transaction reason",
        ),
        (
            buying("1").payment(paying("1").on_behalf_of_new(blank)),
            "payments[0]: company_name",
        ),
        (
            buying("1").payment(paying("1")).exchange_rate(amount("0")),
            "exchange rate",
        ),
        (
            currency(Currency::code("AUD"), Currency::code("aud")),
            "is the one that is sold",
        ),
        (
            currency(Currency::id(7), Currency::id(7)),
            "is the one that is sold",
        ),
        (
            currency(Currency::code(""), Currency::id(7)),
            "the code of a currency is empty",
        ),
        (
            currency(Currency::id(7), Currency::code(" ")),
            "the code of a currency is empty",
        ),
        (
            currency(Currency::id(7), Currency::code(" usd ")),
            "white space around it",
        ),
    ] {
        let said = refusal(&order).await;
        assert!(said.contains(problem), "{said}");
    }
}

#[tokio::test(start_paused = true)]
async fn payments_may_come_to_less_than_is_bought_and_to_anything_where_that_isn_t_known() {
    sent(&buying("2").payment(paying("1.99"))).await;
    sent(&buying("2").payment(paying("1")).payment(paying("1.00"))).await;
    let (sell, buy) = (Currency::code("AUD"), Currency::code("USD"));
    let selling = Order::new(sell, buy, Amount::Sell(amount("1")));
    sent(&selling.payment(paying("900"))).await;
    // A number and a code can't be compared.
    let mixed = Order::new(
        Currency::id(7),
        Currency::code("USD"),
        Amount::Buy(amount("1")),
    );
    sent(&mixed.payment(paying("1"))).await;
}

#[tokio::test(start_paused = true)]
async fn payments_beyond_all_counting_are_refused() {
    let largest = amount("79228162514264337593543950335");
    let (sell, buy) = (Currency::code("AUD"), Currency::code("USD"));
    let order = Order::new(sell, buy, Amount::Sell(amount("1")))
        .payment(Payment::new(1, largest))
        .payment(Payment::new(2, largest));
    let said = refusal(&order).await;
    assert!(said.contains("counted"), "{said}");
}

#[tokio::test(start_paused = true)]
async fn a_rate_is_asked_for_by_one_of_code_and_number_and_one_amount_at_most() {
    let body = r#"{"rate":{"exchange_rate":"0.6605"}}"#;
    let network = answering(200, body);
    let client = client(&network);
    let query = |sell, buy| RateQuery::new(sell, buy);
    let (aud, usd) = (Currency::code("AUD"), Currency::id(10_001));
    let plain = query(aud.clone(), usd.clone());
    client.rate(&plain).await.unwrap();
    client
        .rate(&plain.clone().amount(Amount::Buy(amount("2500.00"))))
        .await
        .unwrap();
    client
        .rate(&plain.amount(Amount::Sell(amount("1"))))
        .await
        .unwrap();
    let asked = calls(&network);
    let said = |at: usize, name: &str| parameter(&asked[at], name);
    for at in 0..3 {
        assert_eq!(said(at, "base_currency_code").as_deref(), Some("AUD"));
        assert_eq!(said(at, "counter_currency_id").as_deref(), Some("10001"));
        assert_eq!(said(at, "base_currency_id"), None);
        assert_eq!(said(at, "counter_currency_code"), None);
    }
    let amounts: Vec<_> = (0..3)
        .map(|at| {
            (
                said(at, "base_currency_amount"),
                said(at, "counter_currency_amount"),
            )
        })
        .collect();
    let text = |text: &str| Some(text.to_owned());
    assert_eq!(
        amounts,
        [(None, None), (None, text("2500.00")), (text("1"), None)]
    );

    for refused in [
        query(aud.clone(), aud.clone()),
        query(Currency::code(""), usd.clone()),
        query(aud, usd).amount(Amount::Buy(amount("0"))),
    ] {
        assert!(
            client
                .rate(&refused)
                .await
                .unwrap_err()
                .is_invalid_request()
        );
    }
    assert_eq!(calls(&network).len(), 3);
}
