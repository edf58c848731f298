//! Money and rates: a decimal is what its text says, digit for digit, and stays so however it is written and read.
//!
//! The whole input is the text; it is read by itself, as a string in JSON, and as the JSON that it may be.

use florin::core::decimal_string::DecimalString;
use florin::core::{AsSent, Decimal, Fraction, Percent};
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::canary;
use crate::numbers::{Exact, assert_exact};

/// Reads a decimal in all ways.
pub fn decimal(input: &[u8]) {
    let Ok(text) = str::from_utf8(input) else {
        return;
    };
    let quoted = Value::from(text).to_string();
    let in_json = read::<Decimal>(&quoted);
    match text.parse::<Decimal>() {
        Ok(decimal) => {
            assert_exact(text, decimal);
            assert_eq!(in_json, Some(decimal), "{text}");
            written(decimal);
            rates(decimal);
        }
        Err(error) => {
            assert_eq!(in_json, None, "{text}: {error}");
            let said = format!("{error} {error:?}");
            canary::assert_hidden(&said);
            assert!(said.len() < 400, "{said}");
            let numeric = |c: char| c.is_ascii_digit() || "-+.,' eE".contains(c);
            if text.chars().count() > 3 && !text.chars().all(numeric) {
                let is_ours =
                    "a text of characters: not a decimal number; write it like -1850600.00"
                        .contains(text);
                assert!(is_ours || !error.to_string().contains(text), "{error}");
            }
        }
    }
    json(text);
    json(&quoted);
}

fn read<T: DeserializeOwned>(json: &str) -> Option<T> {
    serde_json::from_str(json).ok()
}

/// As text any decimal comes back with the digits that it had; as a number it comes back as the same, or isn't written.
fn written(decimal: Decimal) {
    let shown = decimal.to_string();
    assert_eq!(shown.parse().ok(), Some(decimal), "{shown}");
    let text = serde_json::to_string(&DecimalString(decimal)).unwrap_or_default();
    assert_eq!(text, format!("\"{shown}\""));
    assert_eq!(read::<DecimalString>(&text), Some(DecimalString(decimal)));
    match serde_json::to_string(&decimal) {
        Ok(number) => {
            assert_exact(&number, decimal);
            assert_eq!(read(&number), Some(decimal), "{number}");
        }
        Err(error) => {
            let number = decimal.as_rust_decimal().normalize();
            let is_long = number.mantissa().unsigned_abs() >= 1_000_000_000_000_000;
            assert!(is_long, "{decimal} fits into a number: {error}");
        }
    }
}

/// The point moves, and comes back.
fn rates(decimal: Decimal) {
    let percent = Fraction::new(decimal).to_percent();
    let number = decimal.as_rust_decimal();
    if number.scale() > 1 || number.mantissa().unsigned_abs() < 1_u128 << 89 {
        assert_eq!(percent.to_fraction().get(), decimal, "{percent}");
        let moved = Exact::of(&format!("{decimal}e2"));
        assert_eq!(Exact::of(&percent.get().to_string()), moved, "{percent}");
    }
    let _ = Percent::new(decimal).to_fraction();
}

/// Whatever JSON it is: it is kept as it was sent, and what was read out of it is what stands there.
fn json(json: &str) {
    let Some(sent) = read::<AsSent<Decimal>>(json) else {
        assert!(
            read::<serde::de::IgnoredAny>(json).is_none(),
            "{json} is JSON"
        );
        return;
    };
    let written = serde_json::to_string(&sent).unwrap_or_default();
    assert_eq!(
        read::<AsSent<Decimal>>(&written).as_ref(),
        Some(&sent),
        "{json} became {written}"
    );
    if let Some(decimal) = sent.value() {
        assert_exact(sent.text().trim(), *decimal);
        assert_eq!(
            read::<Decimal>(json.trim()).map_or(*decimal, |read| read),
            *decimal
        );
    }
    if let Some(whole) = read::<AsSent<i64>>(json).and_then(AsSent::into_value) {
        assert_exact(sent.text().trim(), whole.into());
    }
    if let Some(decimal) = read::<Decimal>(json) {
        assert_eq!(sent.value(), Some(&decimal), "{json}");
    }
}
