//! Values as they were sent: nothing fails, what can be read is read, and what was sent comes back.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use std::fmt::Debug;

use florin_core::chrono::{DateTime, NaiveDate, Utc};
use florin_core::{AsSent, Decimal, Fraction, FromSent, Percent};
use proptest::prelude::*;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

fn sent<T: FromSent>(json: &str) -> AsSent<T> {
    serde_json::from_str(json).unwrap_or_else(|error| panic!("{json}: {error}"))
}

fn value<T: FromSent + Clone>(json: &str) -> Option<T> {
    sent::<T>(json).into_value()
}

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

/// Every kind of JSON, and what only a hostile sender writes.
const ANYTHING: [&str; 19] = [
    "null",
    "true",
    "false",
    "0",
    "-0",
    "-0.0",
    "1234.50",
    "1e400",
    "12345678901234567890123456789012345678901234567890.5",
    r#""""#,
    r#""text""#,
    r#""é \" \n \u0041""#,
    r#""\ud800""#,
    "[]",
    "[1, [2.50]]",
    "{}",
    r#"{"b": 1.50, "a": null}"#,
    r#"{"$serde_json::private::RawValue": "not json"}"#,
    r#"{"$serde_json::private::RawValue": "[1"}"#,
];

fn nothing_fails<T: FromSent>() {
    for json in ANYTHING {
        let written = serde_json::to_string(&sent::<T>(json)).unwrap();
        let again = serde_json::to_string(&sent::<T>(&written)).unwrap();
        assert_eq!(again, written);
        if !json.starts_with('"') {
            assert_eq!(written, json);
        }
    }
}

#[test]
fn any_json_is_taken_and_written_back_to_the_digit() {
    nothing_fails::<String>();
    nothing_fails::<i64>();
    nothing_fails::<Decimal>();
    nothing_fails::<bool>();
    nothing_fails::<Fraction>();
    nothing_fails::<Percent>();
    nothing_fails::<NaiveDate>();
    nothing_fails::<DateTime<Utc>>();
    assert_eq!(
        serde_json::to_string(&sent::<String>(r#""\u0041 \"""#)).unwrap(),
        r#""A \"""#
    );
}

#[test]
fn what_was_sent_can_be_looked_at_as_text_and_as_json() {
    for (json, text) in [
        (r#""1,234.50""#, "1,234.50"),
        (r#""""#, ""),
        ("1234.50", "1234.50"),
        ("null", "null"),
        (r#"{"a": [1]}"#, r#"{"a": [1]}"#),
        (r#""\ud800""#, r#""\ud800""#),
    ] {
        assert_eq!(sent::<Decimal>(json).text(), text);
        assert_eq!(sent::<Decimal>(json).to_string(), text);
    }
    assert_eq!(sent::<i64>(r#"{"a": [1]}"#).json(), json!({ "a": [1] }));
    assert_eq!(sent::<i64>("\"7\"").json(), json!("7"));
    assert_eq!(sent::<i64>("7").json(), json!(7));
}

#[test]
fn json_nested_deeper_than_a_value_may_be_is_kept_and_shown_as_text() {
    let deep = format!("{}{}", "[".repeat(10_000), "]".repeat(10_000));
    let kept: AsSent<String> = sent(&deep);
    assert_eq!((kept.value(), kept.text()), (None, deep.as_str()));
    assert_eq!(kept.json(), Value::String(deep.clone()));
    assert_eq!(serde_json::to_string(&kept).unwrap(), deep);
}

#[test]
fn debug_shows_what_was_sent() {
    assert_eq!(format!("{:?}", sent::<Decimal>("\"1.50\"")), "\"1.50\"");
    assert_eq!(format!("{:?}", sent::<Decimal>("1.50")), "1.50");
}

#[test]
fn debug_shows_nothing_of_what_has_parts_where_a_single_value_was_expected() {
    for (json, shown) in [
        (r#"{"name": "Ada"}"#, "{..}"),
        (r#" [{"name": "Ada"}] "#, "[..]"),
    ] {
        assert_eq!(format!("{:?}", sent::<Decimal>(json)), shown);
    }
}

#[test]
fn text_is_read_from_strings_numbers_and_booleans() {
    let text = |json| value::<String>(json);
    assert_eq!(text(r#"" a b ""#).as_deref(), Some(" a b "));
    for json in ["7", "-1234.50", "12345678901234567890123", "true"] {
        assert_eq!(text(json).as_deref(), Some(json));
    }
    for json in ["null", "[]", "{}", r#""\ud800""#] {
        assert_eq!(text(json), None, "{json}");
    }
}

#[test]
fn whole_numbers_are_read_in_every_form_that_is_one() {
    for json in [
        "30",
        "30.0",
        "3e1",
        "\"30\"",
        "\" 30 \"",
        "\"30.00\"",
        "\"030\"",
    ] {
        assert_eq!(value::<i64>(json), Some(30), "{json}");
    }
    assert_eq!(value::<i64>("\"-1,234\""), Some(-1234));
    assert_eq!(value::<i64>("-9223372036854775808"), Some(i64::MIN));
    for json in [
        "30.5",
        "9223372036854775808",
        "\"\"",
        "\"30 months\"",
        "true",
        "null",
        "[30]",
    ] {
        assert_eq!(value::<i64>(json), None, "{json}");
    }
}

#[test]
fn amounts_and_rates_are_read_exactly_or_not_at_all() {
    for json in ["1234.50", "\"1,234.50\"", "\" 1234.5 \"", "1.2345e3"] {
        assert_eq!(value::<Decimal>(json), Some(decimal("1234.5")), "{json}");
    }
    let long = "720575940380.2209123456789";
    assert_eq!(value::<Decimal>(long), Some(decimal(long)));
    for json in [
        "\"\"",
        "\"$5\"",
        "\"1.234,56\"",
        "1e400",
        "true",
        "null",
        "{}",
    ] {
        assert_eq!(value::<Decimal>(json), None, "{json}");
    }
    assert_eq!(value("0.091"), Some(Fraction::new(decimal("0.091"))));
    assert_eq!(value("\"0.091\""), Some(Fraction::new(decimal("0.091"))));
    for json in ["12.99", "\"12.99\"", "\"12.99%\"", "\"12.99 %\""] {
        assert_eq!(value(json), Some(Percent::new(decimal("12.99"))), "{json}");
    }
    assert_eq!(value::<Fraction>("\"12.99%\""), None);
}

#[test]
fn truth_is_read_from_words_and_from_one_and_zero() {
    for json in ["true", "\"true\"", "\"True\"", "\"Yes\"", "1", "\"1\""] {
        assert_eq!(value(json), Some(true), "{json}");
    }
    for json in ["false", "\"FALSE\"", "\"no\"", "0", "\"0\""] {
        assert_eq!(value(json), Some(false), "{json}");
    }
    for json in ["\"maybe\"", "2", "\"\"", "null"] {
        assert_eq!(value::<bool>(json), None, "{json}");
    }
}

#[test]
fn dates_are_read_with_and_without_zeros() {
    let date = NaiveDate::from_ymd_opt(2025, 10, 5);
    for json in ["\"2025-10-05\"", "\"2025-10-5\"", "\" 2025-10-5\""] {
        assert_eq!(value(json), date, "{json}");
    }
    for text in [
        "2025-13-01",
        "2025-02-30",
        "2025-00-1",
        "25-10-5",
        "12025-10-5",
        "2025-10",
        "2025-10-5-1",
        "2025-+1-5",
        "05/10/2025",
        "",
        "2025-10-05T00:00:00Z",
    ] {
        assert_eq!(value::<NaiveDate>(&format!("{text:?}")), None, "{text}");
    }
    assert_eq!(value::<NaiveDate>("20251005"), None);
}

#[test]
fn moments_are_read_in_every_spelling_that_says_which_one_it_is() {
    let moment: DateTime<Utc> = "2012-10-02T17:05:11Z".parse().unwrap();
    for text in [
        "2012-10-02 17:05:11 UTC",
        "2012-10-02T17:05:11Z",
        "2012-10-02T19:05:11+02:00",
        "2012-10-02T19:05:11+0200",
        "2012-10-02 19:05:11 +0200",
        "2012-10-02 17:05:11Z",
        "2012-10-2 17:05:11 UTC",
    ] {
        assert_eq!(value(&format!("{text:?}")), Some(moment), "{text}");
    }
    for text in [
        "2012-10-02 17:05:11",
        "2012-10-02",
        "UTC",
        "",
        "2012-10-02 17:05:11 EST",
    ] {
        assert_eq!(value::<DateTime<Utc>>(&format!("{text:?}")), None, "{text}");
    }
    assert_eq!(value::<DateTime<Utc>>("1349197511"), None);
}

#[derive(Debug, Serialize, Deserialize, PartialEq)]
struct Loan {
    #[serde(skip_serializing_if = "Option::is_none")]
    amount: Option<AsSent<Decimal>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<AsSent<String>>,
}

#[derive(Debug, Serialize, Deserialize)]
struct Flattened {
    #[serde(flatten)]
    loan: Loan,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(untagged)]
enum Untagged {
    Loan(Loan),
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "kind")]
enum Tagged {
    #[serde(rename = "loan")]
    Loan(Loan),
}

fn round_trip<T: DeserializeOwned + Serialize + Debug>(json: &str) -> String {
    let read: T = serde_json::from_str(json).unwrap_or_else(|error| panic!("{json}: {error}"));
    serde_json::to_string(&read).unwrap()
}

#[test]
fn null_and_nothing_are_no_value_where_the_field_is_optional() {
    for json in ["{}", r#"{"amount":null,"name":null}"#] {
        assert_eq!(round_trip::<Loan>(json), "{}");
        assert_eq!(round_trip::<Flattened>(json), "{}");
        assert_eq!(round_trip::<Untagged>(json), "{}");
    }
}

#[test]
fn inside_flattened_untagged_and_tagged_types_nothing_fails_either() {
    for json in ANYTHING
        .into_iter()
        .filter(|json| !matches!(*json, "null" | "1e400" | r#""\ud800""#))
    {
        // A number with a fraction is a float there, and an imitation of a raw text is taken for text.
        let kept = !json.contains('.') && json != "-0" && !json.contains("RawValue");
        let loan = format!(r#"{{"amount":{json},"name":{json}}}"#);
        let tagged = format!(r#"{{"kind":"loan","amount":{json},"name":{json}}}"#);
        let spaced = |text: &str| text.replace(' ', "");
        for (read, written) in [
            (round_trip::<Flattened>(&loan), &loan),
            (round_trip::<Untagged>(&loan), &loan),
            (round_trip::<Tagged>(&tagged), &tagged),
        ] {
            if kept && !json.starts_with('"') {
                assert_eq!(spaced(&read), spaced(written));
            }
        }
    }
    let read: Untagged = serde_json::from_str(r#"{"amount":"1,234.50","name":1234.5}"#).unwrap();
    let Untagged::Loan(loan) = read;
    assert_eq!(loan.amount.unwrap().value(), Some(&decimal("1234.50")));
    assert_eq!(
        loan.name.unwrap().value().map(String::as_str),
        Some("1234.5")
    );
}

#[test]
fn a_number_that_a_float_may_have_rounded_has_no_value() {
    let json = r#"{"amount":1234567890.123456789,"name":1234567890.123456789}"#;
    let exact: Loan = serde_json::from_str(json).unwrap();
    assert_eq!(
        exact.amount.unwrap().value(),
        Some(&decimal("1234567890.123456789"))
    );
    let Flattened { loan } = serde_json::from_str(json).unwrap();
    let (amount, name) = (loan.amount.unwrap(), loan.name.unwrap());
    assert_eq!((amount.value(), name.value()), (None, None));
    assert!(amount.text().starts_with("1234567890.12345"));
}

#[test]
fn through_a_value_it_comes_and_goes_too() {
    let value = json!({ "amount": 12.5, "name": { "first": ["Ada"] } });
    let loan: Loan = serde_json::from_value(value.clone()).unwrap();
    assert_eq!(
        loan.amount.as_ref().unwrap().value(),
        Some(&decimal("12.5"))
    );
    assert_eq!(serde_json::to_value(&loan).unwrap(), value);
}

#[test]
fn what_is_made_here_reads_as_what_it_was_made_of() {
    fn written<T: Clone + PartialEq + Debug + FromSent>(value: T, json: &str)
    where
        AsSent<T>: From<T>,
    {
        let made = AsSent::from(value.clone());
        assert_eq!(made.value(), Some(&value));
        assert_eq!(serde_json::to_string(&made).unwrap(), json);
        assert_eq!(sent::<T>(json), made);
        assert_eq!(sent::<T>(json).into_value(), Some(value));
    }
    written("a \"b\"".to_owned(), r#""a \"b\"""#);
    written(-7_i64, "-7");
    written(true, "true");
    written(decimal("1234.50"), "1234.50");
    written(decimal("0.1234567890123456789"), "0.1234567890123456789");
    written(Fraction::new(decimal("0.091")), "0.091");
    written(Percent::new(decimal("9.10")), "9.10");
    written(
        NaiveDate::from_ymd_opt(2025, 10, 5).unwrap(),
        "\"2025-10-05\"",
    );
    written(
        "2012-10-02T17:05:11.5Z".parse::<DateTime<Utc>>().unwrap(),
        "\"2012-10-02T17:05:11.500Z\"",
    );
    assert_eq!(AsSent::from("a"), sent("\"a\""));
}

#[test]
fn two_are_equal_where_the_same_was_sent() {
    assert_eq!(sent::<Decimal>("1.50"), sent("1.50"));
    assert_ne!(sent::<Decimal>("1.50"), sent("1.5"));
    assert_ne!(sent::<Decimal>("1.50"), sent("\"1.50\""));
}

fn any_json() -> impl Strategy<Value = Value> {
    let scalar = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".*".prop_map(Value::from),
    ];
    scalar.prop_recursive(3, 20, 5, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::btree_map(".*", inner, 0..5)
                .prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn whatever_comes_is_written_back_the_same(value in any_json()) {
        let json = value.to_string();
        for written in [
            serde_json::to_string(&sent::<Decimal>(&json)),
            serde_json::to_string(&sent::<DateTime<Utc>>(&json)),
        ] {
            prop_assert_eq!(written.unwrap(), json.clone());
        }
        let parsed: Value = serde_json::from_str(&json).unwrap();
        prop_assert_eq!(serde_json::to_value(sent::<String>(&json)).unwrap(), parsed);
    }
}
