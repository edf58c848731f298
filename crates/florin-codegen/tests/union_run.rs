//! What generated unions make of values: golden code, at work.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

// Not `#[path]`: rustfmt would follow it, and the golden code is to stay as it came out.
#[allow(dead_code, unused_imports, unreachable_pub, reason = "golden code")]
mod choices {
    include!("passes/choices.rs");
}
#[allow(dead_code, unused_imports, unreachable_pub, reason = "golden code")]
mod inherited_unions {
    include!("passes/inherited_unions.rs");
}
#[allow(dead_code, unused_imports, unreachable_pub, reason = "golden code")]
mod unions {
    include!("passes/unions.rs");
}

use choices::types::Fee;
use florin_core::{Decimal, Session};
use inherited_unions::types::Payment as AnyPayment;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use unions::types::{
    Event, Limit, Mail, Mixed, Notice, Payment, PaymentCard, Payments, PaymentsPayer,
    PaymentsTotal, Rule, Slot, Sole, Step,
};

fn read<T: DeserializeOwned>(json: &str) -> T {
    serde_json::from_str(json).unwrap()
}

fn written(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).unwrap()
}

#[test]
fn each_tag_decides_and_comes_back_as_it_was() {
    for (json, variant) in [
        (r#"{"amount":1.5,"last4":"1234","type":"card"}"#, "Card"),
        (r#"{"amount":0.1,"type":"prepaid"}"#, "Card"),
        (r#"{"iban":"DE1","type":"Bank"}"#, "Bank"),
        (r#"{"mandate":"m","type":"sepa"}"#, "Sepa"),
        (r#"{"iban":"DE1","type":"cheque"}"#, "Unknown"),
        (r#"{"last4":"no amount","type":"card"}"#, "Unknown"),
    ] {
        let payment: Payment = read(json);
        let shown = format!("{payment:?}");
        assert!(shown.starts_with(variant), "{json}: {shown}");
        assert_eq!(written(&payment), json);
        for hidden in ["1234", "DE1", "no amount"] {
            assert!(!shown.contains(hidden) || variant == "Bank", "{shown}");
        }
    }
}

#[test]
fn the_tag_is_put_in_where_nobody_has_set_it() {
    let amount: Decimal = "0.1000000000000000055511151231".parse().unwrap();
    let exact: Payment = read(r#"{"amount":0.1000000000000000055511151231,"type":"card"}"#);
    assert!(matches!(exact, Payment::Card(PaymentCard { amount: read, .. }) if read == amount));

    let card: PaymentCard = PaymentCard::builder()
        .amount("12.50".parse::<Decimal>().unwrap())
        .try_into()
        .unwrap();
    assert_eq!(
        written(&Payment::from(card)),
        r#"{"amount":12.5,"type":"card"}"#
    );
    let read: Payment = read(r#"{"iban":"DE1"}"#);
    assert_eq!(written(&read), r#"{"iban":"DE1","type":"Bank"}"#);
}

#[test]
fn kinds_fields_and_single_values_decide_without_a_tag() {
    let json = r#"{"by_name":{"a":{"event":"closed"},"b":{"at":"now","event":"opened"}},"items":[{"mandate":"m","type":"sepa"}],"note":["a"],"payer":{"name":"A","register":"R"},"total":"12"}"#;
    let all: Payments = read(json);
    assert!(matches!(all.by_name["a"], Some(Event::Closed(_))));
    assert!(
        matches!(&all.by_name["b"], Some(Event::Opened(event)) if event.at.as_deref() == Some("now"))
    );
    assert!(matches!(all.payer, Some(PaymentsPayer::Company(_))));
    assert!(matches!(&all.total, Some(PaymentsTotal::String(text)) if text == "12"));
    assert_eq!(written(&all), json);

    let none: Payments =
        read(r#"{"items":[],"last":null,"note":"Jane","total":12.30,"payer":"p_1"}"#);
    assert!(none.last.is_none());
    assert!(matches!(none.total, Some(PaymentsTotal::Number(_))));
    assert!(matches!(none.payer, Some(PaymentsPayer::String(_))));
    assert!(!format!("{none:?}").contains("Jane"), "{none:?}");

    let both: PaymentsPayer = read(r#"{"born":"1990","name":"A","register":"R"}"#);
    assert!(matches!(&both, PaymentsPayer::Several(parts) if parts.len() == 2));
    assert_eq!(
        written(&both),
        r#"{"born":"1990","name":"A","register":"R"}"#
    );
}

#[test]
fn a_union_of_itself_is_read_as_deep_as_it_goes() {
    let json = r#"{"all":[{"limit":1.10,"but":true},[{"limit":2}],{"not":{"limit":3}}]}"#;
    let rule: Rule = read(json);
    let Rule::All(all) = &rule else {
        panic!("{rule:?}")
    };
    assert!(matches!(
        &all.all[..],
        [Rule::Limit(_), Rule::Array(_), Rule::WithNot(_)]
    ));
    let limit: Limit = Limit::builder()
        .limit(Decimal::from(1))
        .but(true)
        .try_into()
        .unwrap();
    assert_eq!(written(&Rule::from(limit)), r#"{"but":true,"limit":1}"#);

    let deep = format!("{}true{}", "[".repeat(110), "]".repeat(110));
    let rule: Rule = read(&deep);
    assert_eq!(written(&rule), deep);
    let far = format!("{}true{}", "[".repeat(100_000), "]".repeat(100_000));
    assert!(serde_json::from_str::<Rule>(&far).is_err());
    let start = std::time::Instant::now();
    let late = format!(
        "{}7{}",
        r#"{"all":[],"except":"#.repeat(120),
        r#","limit":"x"}"#.repeat(120)
    );
    let _: Rule = read(&late);
    assert!(start.elapsed().as_secs() < 5, "{:?}", start.elapsed());
}

#[test]
fn a_base_type_is_one_of_its_heirs_or_itself() {
    let card: AnyPayment = read(r#"{"id":"1","kind":"card","last4":"1"}"#);
    assert!(matches!(card, AnyPayment::CardPayment(_)));
    let cash: AnyPayment = read(r#"{"id":"1","kind":"CashPayment","till":"1"}"#);
    assert!(matches!(cash, AnyPayment::CashPayment(_)));
    let itself: AnyPayment = read(r#"{"id":"1","kind":"other"}"#);
    assert!(matches!(itself, AnyPayment::Fields(_)));
    let later: AnyPayment = read(r#"{"id":"1","kind":"crypto"}"#);
    assert_eq!(written(&later), r#"{"id":"1","kind":"crypto"}"#);
}

#[test]
fn a_name_that_is_taken_and_a_value_that_is_not_to_be_shown() {
    assert!(matches!(read(r#"{"reason":"r"}"#), Fee::Unknown(_)));
    assert!(matches!(read(r#"{"x":"r"}"#), Fee::Unlisted(_)));
    let text: Fee = read("\"Jane's\"");
    assert!(matches!(text, Fee::String(_)));
    let unlisted: Fee = read(r#"{"who":"Jane"}"#);
    let shown = format!("{text:?} {unlisted:?}");
    assert!(!shown.contains("Jane"), "{shown}");
    let list: Fee = read(r#"[1.25,true,{"flat":2}]"#);
    assert_eq!(written(&list), r#"[1.25,true,{"flat":2}]"#);
}

#[test]
fn a_union_is_a_body_and_a_single_value_of_a_query() {
    let session = || {
        Session::builder("http://127.0.0.1:1")
            .anonymous()
            .build()
            .unwrap()
    };
    let client = choices::Client::new(session());
    let _ = client.put_fee().body(true);
    let _ = client.put_fee().body(Fee::from(Decimal::from(3)));
    let client = unions::Client::new(session());
    let _ = client.list_payments().limit(5);
    let _ = client.list_payments().limit("all");
    let operation = &unions::operations::LIST_PAYMENTS;
    let session = session();
    let mut request = session.request(operation);
    request
        .query("rule", &Rule::from(true))
        .query("total", &PaymentsTotal::String("a b".into()));
    assert!(request.fingerprint::<Value>().is_ok());
    assert_eq!(json!(Rule::from(true)), json!(true));
}

#[test]
fn numbers_and_booleans_decide_like_texts() {
    for (json, variant) in [
        (r#"{"v":1,"x":"a"}"#, "V1"),
        (r#"{"v":2,"x":"a"}"#, "V2"),
        (r#"{"v":true}"#, "VTrue"),
        (r#"{"v":3}"#, "Unknown"),
        (r#"{"v":1,"x":1e400}"#, "Unknown"),
    ] {
        let slot: Slot = read(json);
        assert!(format!("{slot:?}").starts_with(variant), "{json}: {slot:?}");
        assert_eq!(written(&slot), json);
    }
    let slot: Slot = read(r#"{"v":2.0}"#);
    assert!(matches!(slot, Slot::V2(_)));
    for (json, variant) in [
        (r#"{"step":1,"x":"a"}"#, "Step1"),
        (r#"{"step":2,"x":"a"}"#, "Step2"),
        (r#"{"step":2.5,"x":"a"}"#, "Step25"),
        (r#"{"step":3,"x":"a"}"#, "Unknown"),
    ] {
        let step: Step = read(json);
        assert!(format!("{step:?}").starts_with(variant), "{json}: {step:?}");
        assert_eq!(written(&step), json);
    }
    let step: unions::types::StepStep25 = unions::types::StepStep25::builder().try_into().unwrap();
    let step = Step::from(step);
    assert_eq!(written(&step), r#"{"step":2.5}"#);
}

#[test]
fn one_alternative_with_a_tag_is_a_choice_that_may_grow() {
    let mail: Notice = read(r#"{"kind":"mail","to":"x"}"#);
    assert!(matches!(mail, Notice::Mail(_)));
    let later = r#"{"kind":"push","amount":12345678901234567.89}"#;
    let push: Notice = read(later);
    assert!(matches!(&push, Notice::Unknown(json) if json.text() == later));
    assert_eq!(written(&push), later);
    // Without one it is the other.
    let _: fn(Sole) -> Mail = |sole| sole.0;
}

#[test]
fn what_another_alternative_names_does_not_vanish() {
    let json = r#"{"a":"x","b":5}"#;
    let mixed: Mixed = read(json);
    let Mixed::Several(parts) = &mixed else {
        panic!("{mixed:?}")
    };
    assert!(matches!(&parts[..], [Mixed::WithA(_), Mixed::Unknown(b)] if b.text() == r#"{"b":5}"#));
    assert_eq!(written(&mixed), json);
    assert!(matches!(read(r#"{"a":"x","later":5}"#), Mixed::WithA(_)));
}
