//! The `Retry-After` header.

use std::time::Duration;

use chrono::{DateTime, NaiveDateTime, Utc};
use http::HeaderValue;

/// The three ways to write a date in HTTP (RFC 9110, section 5.6.7): the one to send, and two old ones to understand.
const DATES: [&str; 3] = [
    "%a, %d %b %Y %H:%M:%S GMT",
    "%A, %d-%b-%y %H:%M:%S GMT",
    "%a %b %e %H:%M:%S %Y",
];

/// How long a server asks to wait (RFC 9110, section 10.2.3), or `None` where it isn't understood.
///
/// A number counts seconds; a date counts from `now`, and one in the past is zero. The value is as the server gave it,
/// however long: what to make of a week is the [`RetryPolicy`](crate::RetryPolicy)'s business.
pub(crate) fn parse(value: &HeaderValue, now: DateTime<Utc>) -> Option<Duration> {
    let value = value.to_str().ok()?.trim();
    if !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit()) {
        // Too many digits for a number is still a very long time.
        return Some(Duration::from_secs(value.parse().unwrap_or(u64::MAX)));
    }
    let date = DATES
        .iter()
        .find_map(|format| NaiveDateTime::parse_from_str(value, format).ok())?;
    Some((date.and_utc() - now).to_std().unwrap_or(Duration::ZERO))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(value: &str) -> Option<Duration> {
        parse(
            &HeaderValue::from_str(value).unwrap(),
            "1994-11-06T08:49:07Z".parse().unwrap(),
        )
    }

    #[test]
    fn seconds_are_read() {
        assert_eq!(read("120"), Some(Duration::from_secs(120)));
        assert_eq!(read(" 0 "), Some(Duration::ZERO));
    }

    #[test]
    fn each_http_date_form_counts_from_now() {
        for date in [
            "Sun, 06 Nov 1994 08:49:37 GMT",
            "Sunday, 06-Nov-94 08:49:37 GMT",
            "Sun Nov  6 08:49:37 1994",
        ] {
            assert_eq!(read(date), Some(Duration::from_secs(30)), "{date}");
        }
    }

    #[test]
    fn a_date_in_the_past_is_zero() {
        assert_eq!(read("Sun, 06 Nov 1994 08:48:37 GMT"), Some(Duration::ZERO));
    }

    #[test]
    fn an_absurd_number_is_a_very_long_time() {
        assert_eq!(
            read("99999999999999999999999"),
            Some(Duration::from_secs(u64::MAX))
        );
    }

    #[test]
    fn garbage_is_nothing() {
        for value in [
            "",
            "-5",
            "1.5",
            "soon",
            "+3",
            "12 s",
            "Mon, 06 Nov 1994 08:49:37 GMT",
            "Sun, 06 Nov 1994 25:49:37 GMT",
        ] {
            assert_eq!(read(value), None, "{value}");
        }
        assert_eq!(
            parse(&HeaderValue::from_bytes(b"\xff").unwrap(), Utc::now()),
            None
        );
    }
}
