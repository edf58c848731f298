//! How a value is written: the provider's samples mix numbers and text, and three spellings of a date.

use chrono::{DateTime, Datelike as _, NaiveDate, SecondsFormat, Utc};
use serde_json::Value;

use super::options::Dialect;

impl Dialect {
    /// An amount that the samples show as text, from cents: `"1234.0"`.
    pub(super) fn money(self, cents: i64) -> Value {
        match self {
            Self::AsSampled => decimal(cents).into(),
            Self::Plain | Self::Swapped => number(cents),
        }
    }

    /// An amount that the samples show as a number, from cents: `40000`.
    pub(super) fn limit(self, cents: i64) -> Value {
        match self {
            Self::AsSampled | Self::Plain if cents % 100 == 0 => (cents / 100).into(),
            Self::AsSampled | Self::Plain => number(cents),
            Self::Swapped => decimal(cents).into(),
        }
    }

    /// A rate that the samples show as text, from hundredths of a percent: `"12.99"`.
    pub(super) fn rate(self, hundredths: i64) -> Value {
        self.money(hundredths)
    }

    /// An integer that the samples show as a number.
    pub(super) fn integer(self, value: i64) -> Value {
        match self {
            Self::AsSampled | Self::Plain => value.into(),
            Self::Swapped => value.to_string().into(),
        }
    }

    /// An integer that the samples show as text.
    pub(super) fn digits(self, value: i64) -> Value {
        match self {
            Self::AsSampled => value.to_string().into(),
            Self::Plain | Self::Swapped => value.into(),
        }
    }

    /// A boolean.
    pub(super) fn flag(self, value: bool) -> Value {
        match self {
            Self::AsSampled | Self::Plain => value.into(),
            Self::Swapped => value.to_string().into(),
        }
    }

    /// A time, which the samples write in a way of their own.
    pub(super) fn time(self, time: DateTime<Utc>) -> Value {
        match self {
            Self::AsSampled => time.format("%Y-%m-%d %H:%M:%S UTC").to_string().into(),
            Self::Plain | Self::Swapped => time.to_rfc3339_opts(SecondsFormat::Millis, true).into(),
        }
    }

    /// A date that the samples write in full.
    pub(super) fn date(self, date: NaiveDate) -> Value {
        match self {
            Self::AsSampled | Self::Plain => date.to_string().into(),
            Self::Swapped => unpadded(date).into(),
        }
    }

    /// A date whose day has one digit in the samples.
    pub(super) fn loose_date(self, date: NaiveDate) -> Value {
        match self {
            Self::AsSampled => loose(date).into(),
            Self::Plain | Self::Swapped => date.to_string().into(),
        }
    }
}

/// At least one digit behind the point, and no more than are needed.
fn decimal(cents: i64) -> String {
    let sign = if cents < 0 { "-" } else { "" };
    let (whole, part) = (cents.unsigned_abs() / 100, cents.unsigned_abs() % 100);
    if part % 10 == 0 {
        format!("{sign}{whole}.{}", part / 10)
    } else {
        format!("{sign}{whole}.{part:02}")
    }
}

/// Exact for every amount below 10^13: the text of a float of so few digits is the shortest that means it.
#[expect(
    clippy::cast_precision_loss,
    reason = "amounts are far below 2^53 cents"
)]
fn number(cents: i64) -> Value {
    (cents as f64 / 100.0).into()
}

/// As in the sample: the month has two digits, the day as many as it needs.
fn loose(date: NaiveDate) -> String {
    format!("{}-{:02}-{}", date.year(), date.month(), date.day())
}

fn unpadded(date: NaiveDate) -> String {
    format!("{}-{}-{}", date.year(), date.month(), date.day())
}

#[cfg(test)]
mod tests {
    use chrono::TimeZone as _;

    use super::*;

    #[test]
    fn the_sampled_spellings_are_those_of_the_documentation() {
        let dialect = Dialect::AsSampled;
        assert_eq!(dialect.money(123_400), "1234.0");
        assert_eq!(dialect.money(146_078), "1460.78");
        assert_eq!(dialect.money(-5), "-0.05");
        assert_eq!(dialect.limit(4_000_000), 40_000);
        let time = Utc.with_ymd_and_hms(2012, 10, 2, 17, 5, 11).unwrap();
        assert_eq!(dialect.time(time), "2012-10-02 17:05:11 UTC");
        let date = NaiveDate::from_ymd_opt(2025, 10, 5).unwrap();
        assert_eq!(dialect.loose_date(date), "2025-10-5");
        assert_eq!(dialect.date(date), "2025-10-05");
    }

    #[test]
    fn the_swapped_dialect_turns_each_of_them_round() {
        let dialect = Dialect::Swapped;
        assert_eq!(dialect.money(146_078), 1460.78);
        assert_eq!(dialect.limit(4_000_000), "40000.0");
        assert_eq!(dialect.integer(36), "36");
        assert_eq!(dialect.digits(8), 8);
        assert_eq!(dialect.flag(false), "false");
    }
}
