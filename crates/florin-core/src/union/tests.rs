use std::time::Instant;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{Alternative, Alternatives, Json, Union, read, write_several, write_tagged};
use crate::Decimal;

#[derive(Debug, Deserialize, Serialize)]
struct Card {
    amount: Decimal,
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    tag: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    then: Option<Box<Payment>>,
}

#[derive(Debug, Deserialize, Serialize)]
struct Cash {
    till: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    then: Option<Box<Payment>>,
}

/// A union as generated code has it.
macro_rules! union {
    ($name:ident, $table:expr, $($place:literal => $variant:ident($type:ty)),*) => {
        #[derive(Debug)]
        #[allow(dead_code, reason = "what counts is which one it is")]
        enum $name {
            $($variant($type),)*
            Several(Vec<Self>),
            Unknown(crate::Json),
        }

        impl Union for $name {
            const ALTERNATIVES: Alternatives = $table;

            fn read_as(place: usize, json: &Json<'_>) -> Option<Self> {
                match place {
                    $($place => json.read().map(Self::$variant),)*
                    _ => None,
                }
            }

            fn unknown(json: crate::Json) -> Self {
                Self::Unknown(json)
            }

            fn is_unknown(&self) -> bool {
                matches!(self, Self::Unknown(_))
            }

            fn several(parts: Vec<Self>) -> Option<Self> {
                Some(Self::Several(parts))
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                read(deserializer)
            }
        }
    };
}

union!(
    Payment,
    Alternatives::tagged(
        "type",
        &[
            Alternative::object("amount", "amount,type,then").tags(&["card", "prepaid"]),
            Alternative::object("till", "till,then").tags(&["7"]),
        ],
    ),
    0 => Card(Card),
    1 => Cash(Cash)
);

impl Serialize for Payment {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Card(value) => write_tagged(value, "type", "\"card\"", serializer),
            Self::Cash(value) => write_tagged(value, "type", "7", serializer),
            Self::Several(parts) => write_several(parts, serializer),
            Self::Unknown(value) => value.serialize(serializer),
        }
    }
}

fn payment(json: &str) -> Payment {
    serde_json::from_str(json).unwrap()
}

#[test]
fn the_tag_decides_also_a_number_and_an_escaped_one() {
    assert!(matches!(
        payment(r#"{"type":"card","amount":1,"till":2}"#),
        Payment::Card(_)
    ));
    assert!(matches!(
        payment(r#"{"amount":1,"till":2,"type":"c\u0061rd"}"#),
        Payment::Card(_)
    ));
    assert!(matches!(
        payment(r#"{"type":7,"amount":1,"till":2}"#),
        Payment::Cash(_)
    ));
}

#[test]
fn an_unknown_tag_and_a_body_that_does_not_fit_its_tag_keep_their_json() {
    for json in [
        r#"{"amount":1,"type":"cheque"}"#,
        r#"{"amount":"much","type":"card"}"#,
        r#"{"till":1,"type":"card"}"#,
        "[1]",
        "null",
        "true",
    ] {
        let read = payment(json);
        assert!(read.is_unknown(), "{json}");
        assert_eq!(serde_json::to_string(&read).unwrap(), json);
    }
}

#[test]
fn without_its_tag_it_is_told_by_its_fields_and_the_tag_is_put_in() {
    let read = payment(r#"{"amount":1.50,"type":null}"#);
    assert!(matches!(read, Payment::Card(_)));
    assert_eq!(
        serde_json::to_string(&read).unwrap(),
        r#"{"amount":1.5,"type":"card"}"#
    );
    let read = payment(r#"{"till":3}"#);
    assert_eq!(
        serde_json::to_string(&read).unwrap(),
        r#"{"till":3,"type":7}"#
    );
    assert!(payment("{}").is_unknown());
}

#[test]
fn a_decimal_stays_exact_and_a_float_that_may_be_rounded_is_no_decimal() {
    let json = r#"{"type":"card","amount":0.1000000000000000055511151231}"#;
    let Payment::Card(card) = payment(json) else {
        panic!("a card")
    };
    assert_eq!(card.amount.to_string(), "0.1000000000000000055511151231");
    // By way of a `Value`, the digits are gone: it must not pass for exact.
    let value: Value =
        serde_json::from_str(r#"{"type":"card","amount":1234567890.123456789}"#).unwrap();
    assert!(
        serde_json::from_value::<Payment>(value)
            .unwrap()
            .is_unknown()
    );
    let value = json!({ "type": "card", "amount": 1.5 });
    assert!(matches!(
        serde_json::from_value(value).unwrap(),
        Payment::Card(_)
    ));
}

#[derive(Debug, Deserialize)]
struct Flat {
    #[serde(flatten)]
    payment: Payment,
}

#[test]
fn it_reads_what_is_flattened() {
    let flat: Flat = serde_json::from_str(r#"{"type":"card","amount":12.5}"#).unwrap();
    assert!(matches!(flat.payment, Payment::Card(_)));
}

#[derive(Debug, Deserialize)]
#[allow(dead_code, reason = "what counts is that it is read")]
struct Person {
    name: String,
    born: Option<String>,
}

#[derive(Debug, Deserialize)]
#[allow(dead_code, reason = "what counts is that it is read")]
struct Company {
    name: String,
    register: Option<String>,
}

union!(
    Payer,
    Alternatives::any_of(&[
        Alternative::object("name", "name,born"),
        Alternative::object("name", "name,register"),
        Alternative::text().texts(&["me"]),
        Alternative::text(),
        Alternative::number().or(Alternative::text()),
    ]),
    0 => Person(Person),
    1 => Company(Company),
    2 => Me(String),
    3 => Text(String),
    4 => Number(Decimal)
);

fn payer(json: &str) -> Payer {
    serde_json::from_str(json).unwrap()
}

#[test]
fn the_most_known_fields_decide_then_the_order_and_several_may_hold() {
    assert!(matches!(payer(r#"{"name":"A"}"#), Payer::Person(_)));
    assert!(matches!(
        payer(r#"{"name":"A","register":"B"}"#),
        Payer::Company(_)
    ));
    // Nobody knows it, so nobody adds it.
    assert!(matches!(
        payer(r#"{"name":"A","other":1}"#),
        Payer::Person(_)
    ));
    let Payer::Several(parts) = payer(r#"{"name":"A","born":"B","register":"C"}"#) else {
        panic!("both")
    };
    assert!(matches!(parts[..], [Payer::Person(_), Payer::Company(_)]));
    assert!(payer(r#"{"born":"B"}"#).is_unknown());
    assert!(payer(r#"{"name":1}"#).is_unknown());
}

#[test]
fn the_kind_decides_and_a_listed_text_comes_first() {
    assert!(matches!(payer("\"me\""), Payer::Me(_)));
    assert!(matches!(payer("\"you\""), Payer::Text(_)));
    assert!(matches!(payer("1.5"), Payer::Number(_)));
    assert!(payer("false").is_unknown());
}

fn nested(levels: usize, open: &str, close: &str) -> String {
    let mut json = open.repeat(levels);
    json.push('1');
    json.push_str(&close.repeat(levels));
    json
}

#[test]
fn what_is_nested_too_deeply_is_refused_and_what_is_nested_deeply_is_kept() {
    for levels in [128, 100_000] {
        let json = nested(levels, r#"{"type":"card","amount":1,"then":"#, "}");
        let error = serde_json::from_str::<Payment>(&json).unwrap_err();
        assert!(error.to_string().contains("recursion limit"), "{error}");
    }
    let json = nested(100, r#"{"amount":1,"then":"#, "}")
        .replace("amount\":1,", "amount\":1,\"type\":\"card\",");
    let read = payment(&json);
    let back: Value = serde_json::to_value(&read).unwrap();
    assert_eq!(back, serde_json::from_str::<Value>(&json).unwrap());
    // In a text, brackets count nothing.
    let text = format!(r#"{{"type":"cheque","note":"{}"}}"#, "[{\\\"".repeat(300));
    assert!(payment(&text).is_unknown());
}

macro_rules! late {
    ($($name:ident),*) => {
        $(#[derive(Debug, Deserialize)]
        #[allow(dead_code, reason = "what counts is that it is read, and how often")]
        struct $name {
            a: Option<Box<Late>>,
            z: Option<bool>,
        })*
    };
}

late!(One, Two, Three, Four);

union!(
    Late,
    Alternatives::one_of(&[
        Alternative::object("", "a,z"),
        Alternative::object("", "a,z"),
        Alternative::object("", "a,z"),
        Alternative::object("", "a,z"),
    ]),
    0 => One(One),
    1 => Two(Two),
    2 => Three(Three),
    3 => Four(Four)
);

#[test]
fn a_body_that_fails_late_on_every_level_costs_little() {
    let start = Instant::now();
    for levels in [10, 20, 60, 120] {
        let json = nested(levels, r#"{"a":"#, r#","z":1}"#);
        assert!(serde_json::from_str::<Late>(&json).unwrap().is_unknown());
    }
    // Without a bound, four to the power of twenty: it would not end.
    assert!(start.elapsed().as_secs() < 10, "{:?}", start.elapsed());
    let list = format!(
        "[{}]",
        vec![nested(100, r#"{"a":"#, r#","z":1}"#); 100].join(",")
    );
    let read: Vec<Late> = serde_json::from_str(&list).unwrap();
    assert_eq!(read.len(), 100);
    assert!(start.elapsed().as_secs() < 30, "{:?}", start.elapsed());
    // What the bounds have cut off is forgotten with it.
    assert!(matches!(
        serde_json::from_str(r#"{"z":true}"#).unwrap(),
        Late::One(_)
    ));
}

#[test]
fn what_is_kept_has_every_digit() {
    for json in [
        r#"{"amount":12345678901234567.89,"type":"n"}"#,
        r#"{ "type":"n", "z":1e400, "a": 0.10}"#,
        "1e400",
    ] {
        let read = payment(json);
        assert!(read.is_unknown(), "{json}");
        assert_eq!(serde_json::to_string(&read).unwrap(), json);
    }
    // Also inside of what gets its tag put in, and where that is put together with others.
    let json = r#"{"amount":0.25,"then":{"a":1e400,"type":"n"},"type":"card"}"#;
    let untagged = json.replace(r#","type":"card""#, "");
    assert_eq!(serde_json::to_string(&payment(&untagged)).unwrap(), json);
    let several = Payment::Several(vec![payment(&untagged), payment(r#"{"b":1e400}"#)]);
    let json = json.replace(r#","then""#, r#","b":1e400,"then""#);
    assert_eq!(serde_json::to_string(&several).unwrap(), json);
}

#[derive(Debug, Deserialize)]
#[allow(dead_code, reason = "what counts is that it is read")]
struct Worded {
    v: i64,
    x: String,
}

#[derive(Debug, Deserialize)]
#[allow(dead_code, reason = "what counts is that it is read")]
struct Counted {
    v: Decimal,
}

union!(
    Numbered,
    Alternatives::one_of(&[
        Alternative::object("v", "v,x").fixed(&[("v", &["1"])]),
        Alternative::object("v", "v,x").fixed(&[("v", &["2.5"])]),
    ]),
    0 => Worded(Worded),
    1 => Counted(Counted)
);

#[test]
fn a_number_is_the_same_however_it_is_spelled() {
    for (json, expected) in [
        (r#"{"v":1,"x":""}"#, "Worded"),
        (r#"{"v":2.5}"#, "Counted"),
        (r#"{"v":25e-1}"#, "Counted"),
        (r#"{"v":2.50}"#, "Counted"),
        (r#"{"v":2}"#, "Unknown"),
        (r#"{"v":3,"x":""}"#, "Unknown"),
    ] {
        let read: Numbered = serde_json::from_str(json).unwrap();
        assert!(
            format!("{read:?}").starts_with(expected),
            "{json}: {read:?}"
        );
    }
}

#[derive(Debug, Deserialize, Serialize)]
struct WithA {
    a: String,
}

#[derive(Debug, Deserialize, Serialize)]
struct WithB {
    b: String,
}

#[derive(Debug, Deserialize, Serialize)]
struct WithC {
    c: String,
}

union!(
    Mixed,
    Alternatives::any_of(&[
        Alternative::object("a", "a,n"),
        Alternative::object("b", "b"),
        Alternative::object("c", "c"),
    ]),
    0 => A(WithA),
    1 => B(WithB),
    2 => C(WithC)
);

impl Serialize for Mixed {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::A(value) => value.serialize(serializer),
            Self::B(value) => value.serialize(serializer),
            Self::C(value) => value.serialize(serializer),
            Self::Several(parts) => write_several(parts, serializer),
            Self::Unknown(value) => value.serialize(serializer),
        }
    }
}

#[test]
fn a_field_of_an_alternative_that_does_not_fit_is_kept() {
    let json = r#"{"a":"x","b":5.10}"#;
    let read: Mixed = serde_json::from_str(json).unwrap();
    let Mixed::Several(parts) = &read else {
        panic!("{read:?}")
    };
    assert!(matches!(&parts[..], [Mixed::A(_), Mixed::Unknown(b)] if b.text() == r#"{"b":5.10}"#));
    assert_eq!(serde_json::to_string(&read).unwrap(), json);

    let json = r#"{"a":"x","b":"y","c":[1]}"#;
    let read: Mixed = serde_json::from_str(json).unwrap();
    assert!(
        matches!(&read, Mixed::Several(parts) if parts.len() == 3),
        "{read:?}"
    );
    assert_eq!(serde_json::to_string(&read).unwrap(), json);
    let value: Value = serde_json::from_str(json).unwrap();
    let again: Mixed = serde_json::from_value(value.clone()).unwrap();
    assert_eq!(serde_json::to_value(&again).unwrap(), value);

    // What nobody names changes nothing.
    let read: Mixed = serde_json::from_str(r#"{"a":"x","later":5}"#).unwrap();
    assert!(matches!(read, Mixed::A(_)));
}
