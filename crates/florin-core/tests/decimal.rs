//! Decimals: every dialect that a provider was seen to write, and what must be refused rather than guessed.

use florin_core::decimal_string::DecimalString;
use florin_core::{Decimal, DecimalError};
use proptest::prelude::*;

fn read(text: &str) -> Result<Decimal, DecimalError> {
    text.parse()
}

fn shown(text: &str) -> String {
    read(text).map_or_else(|error| error.to_string(), |number| number.to_string())
}

fn from_json(json: &str) -> Result<Decimal, String> {
    serde_json::from_str(json).map_err(|error| error.to_string())
}

#[test]
fn plain_text_keeps_its_digits() {
    for text in [
        "0",
        "7",
        "-7",
        "1850600.00",
        "0.10",
        "-0.0000000000000000000000000001",
        "79228162514264337593543950335",
    ] {
        assert_eq!(shown(text), text);
    }
}

#[test]
fn thousands_separators_are_read_in_western_and_indian_groups() {
    assert_eq!(shown("1,850,600.00"), "1850600.00");
    assert_eq!(shown("-1,234"), "-1234");
    assert_eq!(shown("18,50,600.00"), "1850600.00");
    assert_eq!(shown("1,23,456"), "123456");
}

#[test]
fn misplaced_commas_are_refused() {
    for text in [
        "1,2,3",
        "1,23",
        "12,34",
        "1234,567",
        ",123",
        "1,,234",
        "1,234,56",
        "1,234,56,789",
        "0,123",
        "1,234e2",
        "1,",
        "100,00,000",
    ] {
        let message = read(text).unwrap_err().to_string();
        assert!(message.contains("misplaced comma"), "{text}: {message}");
    }
    assert!(
        read("1.234,56").is_err(),
        "a decimal comma must not be read as anything"
    );
}

#[test]
fn what_is_no_number_is_refused() {
    for text in [
        "", "-", "+1", "--1", ".", ".5", "5.", "1.2.3", " 1", "1 ", "NaN", "inf", "-inf", "1e",
        "e5", "1e+", "1e5.0", "0x10", "١٢", "USD 5", "1_000",
    ] {
        assert!(read(text).is_err(), "{text}");
    }
}

#[test]
fn exponents_are_read_exactly() {
    assert_eq!(shown("1E+3"), "1000");
    assert_eq!(shown("1.25e1"), "12.5");
    assert_eq!(shown("0E-8"), "0.00000000");
    assert_eq!(shown("12300e-30"), "0.0000000000000000000000000123");
    for text in [
        "1e29",
        "1e-29",
        "1e999999999999999999999",
        "1e-999999999999999999999",
    ] {
        assert!(
            read(text).unwrap_err().to_string().contains("28 digits"),
            "{text}"
        );
    }
}

#[test]
fn more_digits_than_fit_are_refused_and_never_rounded() {
    for text in [
        "79228162514264337593543950336",
        "0.00000000000000000000000000001",
        "1.00000000000000000000000000005",
        "123456789012345678901234567890123456789012345",
    ] {
        assert!(
            read(text).unwrap_err().to_string().contains("28 digits"),
            "{text}"
        );
    }
    assert_eq!(shown("1.00000000000000000000000000000000000000000000"), "1");
}

#[test]
fn an_error_repeats_little_and_only_what_looks_like_a_number() {
    let long = format!("{}x", "1".repeat(100));
    assert_eq!(
        read(&long).unwrap_err().to_string(),
        "a text of 101 characters: not a decimal number; write it like -1850600.00"
    );
    assert!(!read("Jane Doe").unwrap_err().to_string().contains("Jane"));
    let digits = read(&"1".repeat(100)).unwrap_err().to_string();
    assert!(
        digits.contains(&format!("`{}…`", "1".repeat(40))),
        "{digits}"
    );
}

#[test]
fn json_numbers_and_strings_read_alike() {
    let amount = read("1850600").unwrap();
    for json in [
        "1850600",
        "1850600.0",
        "1850600.00",
        "1.8506e6",
        "\"1850600\"",
        "\"1850600.00\"",
        "\"1,850,600.00\"",
    ] {
        assert_eq!(from_json(json).unwrap(), amount, "{json}");
    }
    assert_eq!(from_json("-0.0").unwrap(), Decimal::ZERO);
    assert_eq!(
        from_json("18446744073709551615").unwrap().to_string(),
        "18446744073709551615"
    );
    assert_eq!(
        from_json("-9223372036854775808").unwrap().to_string(),
        "-9223372036854775808"
    );
    assert_eq!(
        from_json("123456789012.345").unwrap().to_string(),
        "123456789012.345"
    );
}

#[test]
fn every_digit_of_a_json_number_counts() {
    for text in [
        "720575940380.2209",
        "0.30000000000000004",
        "1.00000000000000001",
        "100000000000000000001",
        "79228162514264337593543950335",
        "-0.0000000000000000000000000001",
    ] {
        assert_eq!(from_json(text).unwrap().to_string(), text);
        assert_eq!(
            serde_json::from_slice::<Decimal>(text.as_bytes())
                .unwrap()
                .to_string(),
            text
        );
        assert_eq!(
            serde_json::from_str::<Vec<Option<Decimal>>>(&format!("[ {text} ,null]")).unwrap()[0],
            Some(read(text).unwrap())
        );
    }
    assert!(from_json("1e29").unwrap_err().contains("28 digits"));
}

#[test]
fn a_string_with_escapes_is_read() {
    assert_eq!(
        from_json(r#""\u0031,850.5""#).unwrap().to_string(),
        "1850.5"
    );
}

#[test]
fn a_float_that_may_have_lost_digits_is_refused() {
    for json in [
        "1234567890.1234567",
        "0.30000000000000004",
        "18446744073709551616",
        "100000000000000000001",
        "1234567890123456.5",
        "1e15",
    ] {
        let tree: serde_json::Value = serde_json::from_str(json).unwrap();
        let error = serde_json::from_value::<Decimal>(tree)
            .unwrap_err()
            .to_string();
        assert!(error.contains("15 significant digits"), "{json}: {error}");
        let flat = serde_json::from_str::<Outer>(&format!(r#"{{"amount": {json}}}"#))
            .unwrap_err()
            .to_string();
        assert!(flat.contains("15 significant digits"), "{json}: {flat}");
    }
    let read = serde_json::from_reader::<_, Decimal>("1.00000000000000001".as_bytes());
    assert!(
        read.unwrap_err()
            .to_string()
            .contains("15 significant digits")
    );
}

#[test]
fn a_refusal_in_json_gives_the_line_and_repeats_nothing() {
    let error = serde_json::from_str::<Vec<Decimal>>("[1,\n \"Jane\"]").unwrap_err();
    assert_eq!(error.line(), 2);
    assert!(!error.to_string().contains(['`', '"', '\'']), "{error}");
    assert!(!error.to_string().contains("Jane"), "{error}");
}

#[derive(Debug, serde::Deserialize)]
struct Outer {
    #[serde(flatten)]
    inner: Inner,
}

#[derive(Debug, serde::Deserialize)]
struct Inner {
    amount: Decimal,
}

#[test]
fn other_json_is_refused() {
    for json in [
        "null",
        "true",
        "[]",
        "[1]",
        "{}",
        r#"{"a": 1}"#,
        "\"\"",
        "01",
        "1.",
        ".5",
        "+1",
    ] {
        assert!(from_json(json).is_err(), "{json}");
    }
}

#[test]
fn a_value_tree_and_a_flattened_field_read_like_text() {
    let outer: Outer = serde_json::from_str(r#"{"amount": 123.45}"#).unwrap();
    assert_eq!(outer.inner.amount.to_string(), "123.45");
    let tree: Decimal = serde_json::from_value(serde_json::json!(123.45)).unwrap();
    assert_eq!(tree.to_string(), "123.45");
}

#[test]
fn writes_a_json_number() {
    for (text, json) in [
        ("1850600.00", "1850600"),
        ("186.97", "186.97"),
        ("-0.5", "-0.5"),
        ("0.00", "0"),
        ("18446744073709551615", "18446744073709551615"),
    ] {
        assert_eq!(serde_json::to_string(&read(text).unwrap()).unwrap(), json);
    }
}

#[test]
fn refuses_to_write_a_json_number_that_would_lose_digits() {
    for text in [
        "1234567890.1234567",
        "18446744073709551616",
        "-9223372036854775809",
    ] {
        let error = serde_json::to_string(&read(text).unwrap())
            .unwrap_err()
            .to_string();
        assert!(
            error.contains(&text[..10]) && error.contains("JSON number to be exact"),
            "{error}"
        );
    }
}

#[test]
fn a_decimal_string_writes_a_string_and_reads_both() {
    let amount: DecimalString = "1,850,600.00".parse().unwrap();
    assert_eq!(serde_json::to_string(&amount).unwrap(), "\"1850600.00\"");
    assert_eq!(
        serde_json::from_str::<DecimalString>("1850600").unwrap(),
        amount
    );
    assert_eq!(
        serde_json::from_str::<DecimalString>("\"1850600.00\"").unwrap(),
        amount
    );
    assert_eq!(
        serde_json::to_string(&Some(amount)).unwrap(),
        "\"1850600.00\""
    );
}

proptest! {
    #[test]
    fn every_decimal_survives_its_text(mantissa in -(1_i128 << 95)..(1_i128 << 95), scale in 0_u32..=28) {
        let number = Decimal::from(rust_decimal::Decimal::from_i128_with_scale(mantissa, scale));
        prop_assert_eq!(read(&number.to_string()).unwrap(), number);
        let json = serde_json::to_string(&DecimalString(number)).unwrap();
        prop_assert_eq!(serde_json::from_str::<Decimal>(&json).unwrap(), number);
    }

    #[test]
    fn what_is_written_as_a_json_number_reads_back_the_same(mantissa in -999_999_999_999_999_i64..=999_999_999_999_999, scale in 0_u32..=20) {
        let number = Decimal::from(rust_decimal::Decimal::new(mantissa, scale));
        let json = serde_json::to_string(&number).unwrap();
        prop_assert_eq!(serde_json::from_str::<Decimal>(&json).unwrap(), number);
        let tree = serde_json::to_value(number).unwrap();
        prop_assert_eq!(serde_json::from_value::<Decimal>(tree).unwrap(), number);
    }

    #[test]
    fn a_written_json_number_is_read_exactly(whole in any::<u64>(), fraction in "[0-9]{1,8}") {
        let text = format!("{whole}.{fraction}");
        prop_assert_eq!(from_json(&text).unwrap(), read(&text).unwrap());
    }

    #[test]
    fn up_to_15_digits_a_float_is_read_exactly(whole in 0_u64..10_000_000_000, fraction in "[0-9]{1,5}") {
        let text = format!("{whole}.{fraction}");
        let tree: serde_json::Value = serde_json::from_str(&text).unwrap();
        prop_assert_eq!(serde_json::from_value::<Decimal>(tree).unwrap(), read(&text).unwrap());
        let outer: Outer = serde_json::from_str(&format!(r#"{{"amount": {text}}}"#)).unwrap();
        prop_assert_eq!(outer.inner.amount, read(&text).unwrap());
    }

    #[test]
    fn no_text_panics(text in "\\PC*", numeric in "[-+0-9.,eE ]{0,60}") {
        let _ = read(&text);
        let _ = read(&numeric);
    }
}
