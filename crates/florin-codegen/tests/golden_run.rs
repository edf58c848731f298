//! What generated types make of answers: some of the golden code, at work.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

// Not `#[path]`: rustfmt would follow it, and the golden code is to stay as it came out.
#[allow(dead_code, unused_imports, unreachable_pub, reason = "golden code")]
mod as_sent {
    include!("passes/as_sent.rs");
}
#[allow(dead_code, unused_imports, unreachable_pub, reason = "golden code")]
mod exact_decimals {
    include!("passes/exact_decimals.rs");
}
#[allow(dead_code, unused_imports, unreachable_pub, reason = "golden code")]
mod idempotency_key {
    include!("passes/idempotency_key.rs");
}
#[allow(dead_code, unused_imports, unreachable_pub, reason = "golden code")]
mod open_enums {
    include!("passes/open_enums.rs");
}
#[allow(dead_code, unused_imports, unreachable_pub, reason = "golden code")]
mod units {
    include!("passes/units.rs");
}

use std::task::{Context, Poll, Waker};

use as_sent::types::Loan;
use exact_decimals::types::Order as TextOrder;
use florin_core::decimal_string::DecimalString;
use florin_core::{AsSent, Decimal, Fraction, IdempotencyKey, Percent, Session};
use idempotency_key::types::Payment;
use open_enums::types::{Order, OrderHealth, Status};
use units::types::Offer;

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn order(status: &str) -> Result<Order, String> {
    let json = format!(r#"{{"status":{status},"health":"ok"}}"#);
    serde_json::from_str(&json).map_err(|error| error.to_string())
}

#[test]
fn a_value_that_is_no_text_does_not_fail_an_open_enum() {
    for (sent, text) in [
        ("\"part-filled\"", "part-filled"),
        ("\"PAUSED\"", "PAUSED"),
        ("\"\"", ""),
        ("7", "7"),
        ("12345678901234567890.10", "12345678901234567890.10"),
        ("true", "true"),
    ] {
        assert_eq!(order(sent).unwrap().status.as_str(), text);
    }
    assert_eq!(order("\"OPEN\"").unwrap().status, Status::Open);
    assert_eq!(order("7").unwrap().status, Status::Unknown("7".to_owned()));
    let unknown = r#"{"status":"DONE","health":false}"#;
    let unknown: Order = serde_json::from_str(unknown).unwrap();
    assert_eq!(unknown.health, OrderHealth::Unlisted("false".to_owned()));
    for sent in ["null", "[]", "{}"] {
        let refusal = order(sent).unwrap_err();
        assert!(
            refusal.contains("expected a text, a number or a boolean"),
            "{refusal}"
        );
    }
}

#[test]
fn an_answer_whose_every_value_is_of_another_kind_decodes_and_shows_what_was_sent() {
    let samples = [
        r#"{"id":7,"name":"Ada","state":"open","amount":1234.50,"rate":"12.99","share":0.5,"funded":true,
            "first_payment":"2012-10-13","created":"2012-10-02 17:05:11 UTC","notes":["a"]}"#,
        r#"{"id":"7","name":12,"state":1,"amount":"1,234.50","rate":12.99,"share":"0.50","funded":"true",
            "first_payment":"2012-10-13","created":"2012-10-02T17:05:11Z","notes":null}"#,
    ];
    for sample in samples {
        let loan: Loan = serde_json::from_str(sample).unwrap();
        assert_eq!(loan.id.value(), Some(&7));
        assert_eq!(loan.amount.unwrap().value(), Some(&decimal("1234.5")));
        assert_eq!(
            loan.rate.unwrap().value(),
            Some(&Percent::new(decimal("12.99")))
        );
        assert_eq!(
            loan.share.unwrap().value(),
            Some(&Fraction::new(decimal("0.5")))
        );
        assert_eq!(loan.funded.unwrap().value(), Some(&true));
        assert!(loan.first_payment.unwrap().value().is_some());
        assert!(loan.created.unwrap().value().is_some());
    }
    let odd = r#"{"id":null,"name":[1],"state":{},"amount":"call us","rate":false,"share":[],"funded":"maybe",
        "first_payment":20121013,"created":"yesterday","notes":[null,{}],"plain":"p"}"#;
    let loan: Loan = serde_json::from_str(odd).unwrap();
    assert_eq!(loan.id.value(), None);
    assert_eq!(loan.amount.as_ref().unwrap().text(), "call us");
    assert_eq!(loan.first_payment.as_ref().unwrap().text(), "20121013");
    let back: serde_json::Value = serde_json::to_value(&loan).unwrap();
    assert_eq!(
        back,
        serde_json::from_str::<serde_json::Value>(odd).unwrap()
    );
}

#[test]
fn a_rate_takes_its_own_unit_or_the_other_by_name_and_goes_out_as_a_bare_number() {
    let interest = Fraction::new(decimal("0.091"));
    let offer: Offer = Offer::builder()
        .interest(interest.to_percent())
        .discount(interest)
        .amount(decimal("5000"))
        .try_into()
        .unwrap();
    assert_eq!(offer.interest, interest);
    let json = serde_json::to_string(&offer).unwrap();
    assert_eq!(json, r#"{"amount":5000,"discount":0.091,"interest":0.091}"#);
    let read: Offer = serde_json::from_str(r#"{"interest":"0.091","apr":9.5}"#).unwrap();
    assert_eq!(read.interest.to_percent(), Percent::new(decimal("9.1")));
    assert_eq!(read.apr.unwrap().get(), decimal("9.5"));
}

#[test]
fn an_amount_of_text_goes_out_exact_and_as_text() {
    let order: TextOrder = TextOrder::builder()
        .amount(decimal("12345678901234567890.10"))
        .limit(DecimalString(decimal("0.30")))
        .parts([decimal("1"), decimal("2.50")].map(DecimalString).to_vec())
        .named(
            [("b", "2"), ("a", "1.0")]
                .map(|(name, value)| (name.to_owned(), DecimalString(decimal(value)))),
        )
        .try_into()
        .unwrap();
    assert_eq!(
        serde_json::to_string(&order).unwrap(),
        r#"{"amount":"12345678901234567890.10","limit":"0.30","named":{"a":"1.0","b":"2"},"parts":["1","2.50"]}"#
    );
}

#[test]
fn an_amount_of_text_is_read_however_it_is_written() {
    for (sent, value) in [
        (r#""1,234.56""#, Some("1234.56")),
        ("1234.56", Some("1234.56")),
        (r#""1234.56""#, Some("1234.56")),
        (r#""on request""#, None),
    ] {
        let json = format!(r#"{{"id":1,"amount":{sent},"paid":{sent}}}"#);
        let loan: Loan = serde_json::from_str(&json).unwrap();
        let value = value.map(decimal);
        assert_eq!(loan.amount.as_ref().unwrap().value().copied(), value);
        assert_eq!(
            loan.paid.as_ref().unwrap().value().map(|text| text.0),
            value
        );
        let back = serde_json::to_string(&loan.paid).unwrap();
        assert_eq!(back, sent);
    }
    let own: AsSent<DecimalString> = decimal("1.50").into();
    assert_eq!(serde_json::to_string(&own).unwrap(), r#""1.50""#);
}

#[test]
fn a_key_or_a_text_that_can_be_one_is_taken_and_another_text_is_refused_before_it_is_sent() {
    let session = Session::builder("http://127.0.0.1:1").anonymous().build();
    let client = idempotency_key::Client::new(session.unwrap());
    let key = IdempotencyKey::new("k-1").unwrap();
    let payment = || Payment::builder().id(1);
    let _ = client.create_payment().idempotency_key(&key);
    let _ = client.create_payment().idempotency_key(key);
    let _ = client.create_payment().idempotency_key("k-1".to_owned());
    let request = client.create_payment().idempotency_key("hunter2 ");
    // Refused, it is done at once: no runtime is needed.
    let mut sending = std::pin::pin!(request.body(payment()).send());
    let Poll::Ready(Err(error)) = sending
        .as_mut()
        .poll(&mut Context::from_waker(Waker::noop()))
    else {
        panic!("it is sent")
    };
    assert_eq!(
        error.to_string(),
        "create_payment: invalid request: idempotency_key can't be an idempotency key; give 1 to 255 visible ASCII \
         characters without blanks; not sent"
    );
    assert_eq!(
        idempotency_key::operations::CREATE_PAYMENT.idempotency_header(),
        Some("Idempotency-Key")
    );
    assert_eq!(
        idempotency_key::operations::CREATE_PAYMENT.in_progress_status(),
        Some(florin_core::http::StatusCode::CONFLICT)
    );
    let plain = &idempotency_key::operations::PLAIN;
    assert_eq!(
        (plain.idempotency_header(), plain.in_progress_status()),
        (None, None)
    );
}
