//! Amounts: sent as plain decimal text, read in whichever form they come, and exact in both directions.

use florin::core::Decimal;
use florin::monoova::{Amount, Currency, Order, Payment};
use florin_tests::in_memory::{InMemory, Says};

use super::{answering, client, transaction};

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

#[tokio::test(start_paused = true)]
async fn what_is_sent_is_the_decimal_to_the_letter() {
    for amount in [
        "0.01",
        "1",
        "1.50",
        "1850600.00",
        "12345678901234567890.12",
        "1234567890123456789.012345678",
        "0.0000000000000000000000000001",
        "79228162514264337593543950335",
    ] {
        let provider = answering(transaction(7, "created"));
        let client = client(&provider);
        let exact = decimal(amount);
        for (amount_of, field) in [
            (Amount::Sell(exact), "base_currency_amount"),
            (Amount::Buy(exact), "counter_currency_amount"),
        ] {
            let order = Order::new(Currency::code("AUD"), Currency::code("USD"), amount_of);
            let order = order
                .payment(Payment::new(20_481, exact))
                .exchange_rate(exact);
            let _ = client.create_transaction(&order).await.unwrap();
            let sent = provider.asked("create_transaction").pop().unwrap().text;
            for field in [field, "amount", "exchange_rate"] {
                let expected = format!(r#""{field}":"{amount}""#);
                assert!(sent.contains(&expected), "{sent} lacks {expected}");
            }
        }
        let payment = Payment::new(20_481, exact);
        let _ = client.deal(7).update([payment]).await.unwrap();
        let sent = provider.asked("update_transaction").pop().unwrap().text;
        let expected = format!(
            r#"{{"transaction":{{"payments":[{{"amount":"{amount}","beneficiary_id":20481}}]}}}}"#
        );
        assert_eq!(sent, expected);
    }
}

#[tokio::test(start_paused = true)]
async fn what_was_written_with_separators_or_an_exponent_is_sent_plain() {
    for (written, sent) in [
        ("1,850,600.00", "1850600.00"),
        ("18,50,600", "1850600"),
        ("2.5e3", "2500"),
        ("1E-2", "0.01"),
    ] {
        let provider = answering(transaction(7, "created"));
        let payment = Payment::new(20_481, decimal(written));
        let _ = client(&provider).deal(7).update([payment]).await.unwrap();
        let text = provider.asked("update_transaction")[0].text.clone();
        assert!(text.contains(&format!(r#""amount":"{sent}""#)), "{text}");
    }
}

/// A provider that answers this text, as it stands.
fn saying(body: &'static str) -> InMemory {
    InMemory::new(move |_| Says::Text(200, body))
}

#[tokio::test(start_paused = true)]
async fn what_comes_is_read_as_text_with_separators_and_as_number() {
    for (body, expected) in [
        (
            r#"{"transaction":{"id":7,"base_currency_amount":"1234.56"}}"#,
            "1234.56",
        ),
        (
            r#"{"transaction":{"id":7,"base_currency_amount":"1,234.56"}}"#,
            "1234.56",
        ),
        (
            r#"{"transaction":{"id":7,"base_currency_amount":1234.56}}"#,
            "1234.56",
        ),
        (
            r#"{"transaction":{"id":7,"base_currency_amount":1234.560}}"#,
            "1234.560",
        ),
        (
            r#"{"transaction":{"id":7,"base_currency_amount":0.1}}"#,
            "0.1",
        ),
        (
            r#"{"transaction":{"id":7,"base_currency_amount":123}}"#,
            "123",
        ),
        (
            r#"{"transaction":{"id":7,"base_currency_amount":"0"}}"#,
            "0",
        ),
        (
            r#"{"transaction":{"id":7,"base_currency_amount":"12,345,678,901,234,567,890.12345678"}}"#,
            "12345678901234567890.12345678",
        ),
        (
            r#"{"id":7,"base_currency_amount":"12345678901234567890.12345678"}"#,
            "12345678901234567890.12345678",
        ),
        (
            r#"{"transaction":{"id":7,"base_currency_amount":12345678901234567890}}"#,
            "12345678901234567890",
        ),
    ] {
        let provider = saying(body);
        let transaction = client(&provider).deal(7).read().await.unwrap();
        let amount = transaction.base_currency_amount.unwrap();
        let read = amount.value().map(ToString::to_string);
        assert_eq!(read.as_deref(), Some(expected), "{body}");
    }
}

#[tokio::test(start_paused = true)]
async fn what_can_not_be_read_exactly_is_kept_as_text_and_never_rounded() {
    for (body, text) in [
        (
            r#"{"transaction":{"id":7,"fees":"123456789012345678901234567890123"}}"#,
            "123456789012345678901234567890123",
        ),
        (r#"{"transaction":{"id":7,"fees":"1,23"}}"#, "1,23"),
        (r#"{"transaction":{"id":7,"fees":"1.234,56"}}"#, "1.234,56"),
        (r#"{"transaction":{"id":7,"fees":"AUD 15"}}"#, "AUD 15"),
        (
            r#"{"transaction":{"id":7,"fees":[{"fee":"15.00"}]}}"#,
            r#"[{"fee":"15.00"}]"#,
        ),
        (r#"{"transaction":{"id":7,"fees":""}}"#, ""),
    ] {
        let provider = saying(body);
        let transaction = client(&provider).deal(7).read().await.unwrap();
        let fees = transaction.fees.unwrap();
        assert_eq!((fees.value(), fees.text()), (None, text), "{body}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_number_with_more_digits_than_a_float_keeps_is_read_in_full_or_not_at_all() {
    let body = r#"{"transaction":{"id":7,"fees":1234567890.12345678901}}"#;
    let transaction = client(&saying(body)).deal(7).read().await.unwrap();
    let fees = transaction.fees.unwrap();
    assert_eq!(fees.text(), "1234567890.12345678901");
    if let Some(read) = fees.value() {
        assert_eq!(read.to_string(), "1234567890.12345678901");
    }
}

#[tokio::test(start_paused = true)]
async fn every_amount_and_rate_of_an_answer_is_read_so() {
    let body = r#"{"transaction":{"id":"7","base_currency_amount":"1,000.00","counter_currency_amount":660.5,
        "exchange_rate":"0.6605","fees":"15","receipt_amount":"1,015.00",
        "payments":[{"id":1,"amount":"1,660.50","fee":2.5}]}}"#;
    let read = client(&saying(body)).deal(7).read().await.unwrap();
    let value = |amount: &Option<florin::core::AsSent<Decimal>>| {
        amount.as_ref().unwrap().value().unwrap().to_string()
    };
    let payment = &read.payments[0];
    let values = [
        value(&read.base_currency_amount),
        value(&read.counter_currency_amount),
        value(&read.exchange_rate),
        value(&read.fees),
        value(&read.receipt_amount),
        value(&payment.amount),
        value(&payment.fee),
    ];
    assert_eq!(
        values,
        [
            "1000.00", "660.5", "0.6605", "15", "1015.00", "1660.50", "2.5"
        ]
    );
}

#[tokio::test(start_paused = true)]
async fn payments_are_added_up_exactly() {
    let provider = answering(transaction(7, "created"));
    let client = client(&provider);
    let order = |amount: &str, payments: &[&str]| {
        let order = Order::new(
            Currency::code("AUD"),
            Currency::code("USD"),
            Amount::Buy(decimal(amount)),
        );
        order.payments(
            payments
                .iter()
                .map(|amount| Payment::new(1, decimal(amount))),
        )
    };
    // In floats 0.1 + 0.2 is more than 0.3.
    let _ = client
        .create_transaction(&order("0.3", &["0.1", "0.2"]))
        .await
        .unwrap();
    let more = order("0.3", &["0.1", "0.2", "0.0000000000000000000000000001"]);
    assert!(
        client
            .create_transaction(&more)
            .await
            .unwrap_err()
            .is_invalid_request()
    );
    let most = "79228162514264337593543950335";
    let error = client
        .create_transaction(&order(most, &[most, most]))
        .await
        .unwrap_err();
    assert!(
        error.to_string().contains("more than can be counted"),
        "{error}"
    );
}
