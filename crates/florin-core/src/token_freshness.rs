//! When a token is due for renewal, and until when it may be sent.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};

use crate::Token;

/// Renewal may start in the last tenth of a token's life, but no earlier than this before its end.
const LONGEST_WINDOW: TimeDelta = TimeDelta::minutes(5);

/// A token isn't sent in the last twentieth of its life, but never given up earlier than this before its end: a request
/// takes time to arrive, and clocks differ.
const LONGEST_MARGIN: TimeDelta = TimeDelta::seconds(5);

/// A token just fetched is used for this long, whatever it says of its life: else a provider that hands out expired
/// tokens, or a clock that is wrong by hours, would cost a token request for every call.
const SHORTEST_USE: Duration = Duration::from_secs(1);

/// The two moments that matter in a token's life. Dates, not moments on a steady clock: a machine that was suspended wakes
/// up with an expired token, and a steady clock would not know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Freshness {
    due: DateTime<Utc>,
    end: DateTime<Utc>,
}

impl Freshness {
    /// Of a token found in a store. `fraction` draws the moment of renewal from the first half of the window, so that
    /// processes that share the token don't all renew it at once.
    pub(crate) fn of(token: &Token, now: DateTime<Utc>, fraction: f64) -> Self {
        let Some(expiry) = token.expires_at() else {
            return Self {
                due: DateTime::<Utc>::MAX_UTC,
                end: DateTime::<Utc>::MAX_UTC,
            };
        };
        let life = (expiry - token.issued_at().unwrap_or(now)).max(TimeDelta::zero());
        let window = (life / 10).min(LONGEST_WINDOW);
        let drawn =
            TimeDelta::milliseconds((window.num_milliseconds() as f64 * 0.5 * fraction) as i64);
        Self {
            due: expiry - window + drawn,
            end: expiry - (life / 20).min(LONGEST_MARGIN),
        }
    }

    /// Of a token that the provider has just given.
    pub(crate) fn just_fetched(token: &Token, now: DateTime<Utc>, fraction: f64) -> Self {
        let Self { due, end } = Self::of(token, now, fraction);
        let least = now + SHORTEST_USE;
        Self {
            due: due.max(least),
            end: end.max(least),
        }
    }

    /// Whether it is time to renew the token.
    pub(crate) fn is_due(&self, now: DateTime<Utc>) -> bool {
        now >= self.due
    }

    /// Whether the token may still be sent.
    pub(crate) fn is_usable(&self, now: DateTime<Utc>) -> bool {
        now < self.end
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn now() -> DateTime<Utc> {
        "2026-01-01T00:00:00Z".parse().unwrap()
    }

    fn after(seconds: i64) -> DateTime<Utc> {
        now() + TimeDelta::seconds(seconds)
    }

    fn living(seconds: u64) -> Token {
        Token::new("a").with_lifetime(now(), Duration::from_secs(seconds))
    }

    #[test]
    fn a_short_life_is_renewed_in_its_last_tenth_and_ends_a_twentieth_early() {
        assert_eq!(
            Freshness::of(&living(60), now(), 0.0),
            Freshness {
                due: after(54),
                end: after(57)
            }
        );
        assert_eq!(
            Freshness::of(&living(60), now(), 1.0),
            Freshness {
                due: after(57),
                end: after(57)
            }
        );
    }

    #[test]
    fn a_long_life_is_renewed_five_minutes_early_and_ends_five_seconds_early() {
        assert_eq!(
            Freshness::of(&living(43_200), now(), 0.0),
            Freshness {
                due: after(42_900),
                end: after(43_195)
            }
        );
        assert_eq!(
            Freshness::of(&living(43_200), now(), 1.0).due,
            after(43_050)
        );
    }

    #[test]
    fn without_an_issue_date_life_begins_when_it_is_found() {
        let token = Token::new("a").with_expiry(after(100));
        assert_eq!(
            Freshness::of(&token, now(), 0.0),
            Freshness {
                due: after(90),
                end: after(95)
            }
        );
    }

    #[test]
    fn without_an_expiry_it_lasts() {
        let freshness = Freshness::just_fetched(&Token::new("a"), now(), 0.0);
        assert!(
            !freshness.is_due(after(1_000_000_000)) && freshness.is_usable(after(1_000_000_000))
        );
    }

    #[test]
    fn an_expired_token_is_due_and_unusable_but_one_just_fetched_serves_a_second() {
        let token = Token::new("a").with_expiry(after(-3600));
        let stored = Freshness::of(&token, now(), 0.0);
        assert!(stored.is_due(now()) && !stored.is_usable(now()));
        let fetched = Freshness::just_fetched(&token, now(), 0.0);
        assert!(!fetched.is_due(now()) && fetched.is_usable(now()) && !fetched.is_usable(after(1)));
    }
}
