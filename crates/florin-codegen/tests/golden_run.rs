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
mod open_enums {
    include!("passes/open_enums.rs");
}
#[allow(dead_code, unused_imports, unreachable_pub, reason = "golden code")]
mod units {
    include!("passes/units.rs");
}

use as_sent::types::Loan;
use florin_core::{Decimal, Fraction, Percent};
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
