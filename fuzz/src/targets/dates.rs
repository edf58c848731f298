//! Dates as providers write them: the instant is that of the text, and the text is kept.
//!
//! The whole input is the text. What is read is held against a calendar of our own.

use florin::core::AsSent;
use florin::core::chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use serde_json::Value;

/// Reads a date, with and without a time.
pub fn dates(input: &[u8]) {
    let Ok(text) = str::from_utf8(input) else {
        return;
    };
    let json = Value::from(text).to_string();
    let time: AsSent<DateTime<Utc>> = sent(&json, text);
    if let Some(time) = time.value() {
        if let Some(seconds) = seconds(text.trim()) {
            assert_eq!(time.timestamp(), seconds, "{text:?} was read as {time}");
        }
        let written = time.to_rfc3339_opts(SecondsFormat::AutoSi, true);
        let json = Value::from(written.as_str()).to_string();
        let again: AsSent<DateTime<Utc>> = sent(&json, &written);
        // A leap second is written as 60 and has no number of its own.
        let now = again.value().map(DateTime::timestamp);
        assert_eq!(
            now,
            Some(time.timestamp()),
            "{text:?} was written as {written}"
        );
    }
    if let Ok(read) = DateTime::parse_from_rfc3339(text.trim()) {
        let value = time.value().copied();
        assert_eq!(value, Some(read.to_utc()), "{text:?} is a date by RFC 3339");
    }
    let date: AsSent<NaiveDate> = sent(&json, text);
    if let Some(date) = date.value() {
        let written = date.to_string();
        let json = Value::from(written.as_str()).to_string();
        let again: AsSent<NaiveDate> = sent(&json, &written);
        assert_eq!(
            again.value(),
            Some(date),
            "{text:?} was written as {written}"
        );
    }
}

/// Reads what was sent, and sees that all of it is kept.
fn sent<T: florin::core::FromSent>(json: &str, text: &str) -> AsSent<T> {
    let sent: AsSent<T> = match serde_json::from_str(json) {
        Ok(sent) => sent,
        Err(error) => panic!("{text:?} isn't taken: {error}"),
    };
    assert_eq!(sent.text(), text);
    assert_eq!(serde_json::to_string(&sent).ok().as_deref(), Some(json));
    sent
}

/// Seconds since 1970 of `2026-01-31T10:00:00`, an optional fraction, and an offset; of nothing else.
fn seconds(text: &str) -> Option<i64> {
    let number = |from: usize, to: usize| -> Option<i64> {
        let digits = text.get(from..to)?;
        let is_plain = digits.bytes().all(|byte| byte.is_ascii_digit());
        is_plain.then(|| digits.parse().ok()).flatten()
    };
    let is = |at: usize, wanted: &[u8]| {
        text.as_bytes()
            .get(at)
            .is_some_and(|byte| wanted.contains(byte))
    };
    if !(is(4, b"-") && is(7, b"-") && is(10, b"Tt ") && is(13, b":") && is(16, b":")) {
        return None;
    }
    let (year, month, day) = (number(0, 4)?, number(5, 7)?, number(8, 10)?);
    let (hour, minute, second) = (number(11, 13)?, number(14, 16)?, number(17, 19)?);
    if second > 59 {
        return None;
    }
    let mut rest = text.get(19..)?;
    if let Some(fraction) = rest.strip_prefix('.') {
        rest = fraction.trim_start_matches(|c: char| c.is_ascii_digit());
    }
    let offset = match rest.trim_start() {
        "Z" | "z" | "UTC" => 0,
        other => {
            let sign = match other.get(..1)? {
                "+" => 1,
                "-" => -1,
                _ => return None,
            };
            let digits: String = other.get(1..)?.chars().filter(|c| *c != ':').collect();
            if digits.len() != 4 {
                return None;
            }
            let hours: i64 = digits.get(..2)?.parse().ok()?;
            let minutes: i64 = digits.get(2..)?.parse().ok()?;
            sign * (hours * 60 + minutes) * 60
        }
    };
    Some(days(year, month, day) * 86_400 + hour * 3_600 + minute * 60 + second - offset)
}

/// Days from 1970 in the Gregorian calendar: years begin in March, so that the day that comes and goes is the last.
fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = if month < 3 { year - 1 } else { year };
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    year * 365 + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + of_year
        - 719_468
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_calendar_is_right() {
        assert_eq!(seconds("1970-01-01T00:00:00Z"), Some(0));
        assert_eq!(seconds("2000-03-01 00:00:00 UTC"), Some(951_868_800));
        assert_eq!(seconds("2026-11-22T03:43:05.25+01:00"), Some(1_795_315_385));
        assert_eq!(seconds("2026-11-22"), None);
    }
}
