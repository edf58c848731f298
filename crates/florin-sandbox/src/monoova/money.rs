//! Amounts and rates, exact, and how they are written.

use serde_json::Value;

use super::options::Amounts;

/// The most digits before the point: what is computed from it stays far from the end of its type.
const WHOLE_DIGITS: usize = 12;

const RATE_UNIT: i128 = 1_000_000;

/// An amount, in hundredths of its currency's unit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Cents(pub(super) i128);

/// Units of the counter currency for one of the base currency, in millionths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Rate(i128);

impl Cents {
    /// Reads plain decimal text with at most two decimals.
    pub(super) fn parse(text: &str) -> Option<Self> {
        scaled(text, 2).map(Self)
    }

    pub(super) fn plain(self) -> String {
        format!("{}.{:02}", self.0 / 100, self.0 % 100)
    }

    pub(super) fn view(self, amounts: Amounts) -> Value {
        match amounts {
            Amounts::Text => self.plain().into(),
            Amounts::Separated => separated(&self.plain()).into(),
            Amounts::Numbers => number(&self.plain()),
        }
    }
}

impl Rate {
    /// Reads plain decimal text with at most six decimals, above zero.
    pub(super) fn parse(text: &str) -> Option<Self> {
        scaled(text, 6).filter(|rate| *rate > 0).map(Self)
    }

    /// The rate between two currencies, from what each costs in a third one, to four decimals.
    pub(super) fn cross(base: Self, counter: Self) -> Self {
        Self(divided(counter.0 * 10_000, base.0) * (RATE_UNIT / 10_000))
    }

    pub(super) fn buy(self, base: Cents) -> Cents {
        Cents(divided(base.0 * self.0, RATE_UNIT))
    }

    pub(super) fn sell(self, counter: Cents) -> Cents {
        Cents(divided(counter.0 * RATE_UNIT, self.0))
    }

    /// With four decimals, and more where there are more.
    pub(super) fn plain(self) -> String {
        let mut text = format!("{}.{:06}", self.0 / RATE_UNIT, self.0 % RATE_UNIT);
        for _ in 0..2 {
            if text.ends_with('0') {
                text.pop();
            }
        }
        text
    }

    pub(super) fn view(self, amounts: Amounts) -> Value {
        match amounts {
            Amounts::Text | Amounts::Separated => self.plain().into(),
            Amounts::Numbers => number(&self.plain()),
        }
    }
}

/// Rounded half up; both are positive.
const fn divided(what: i128, by: i128) -> i128 {
    (what + by / 2) / by
}

fn scaled(text: &str, decimals: usize) -> Option<i128> {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let part = part.trim_end_matches('0');
    if whole.is_empty() || !digits(whole) || !digits(part) || part.len() > decimals {
        return None;
    }
    let whole = whole.trim_start_matches('0');
    if whole.len() > WHOLE_DIGITS {
        return None;
    }
    format!("0{whole}{part:0<decimals$}").parse().ok()
}

fn separated(plain: &str) -> String {
    let (whole, part) = plain.split_once('.').unwrap_or((plain, ""));
    let mut text = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    format!("{text}.{part}")
}

/// Exact: the text of a float of so few digits is the shortest that means it.
fn number(plain: &str) -> Value {
    plain.parse::<f64>().map_or(Value::Null, Value::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_and_written_in_three_ways() {
        let amount = Cents::parse("1234567.5").unwrap();
        assert_eq!(amount.view(Amounts::Text), "1234567.50");
        assert_eq!(amount.view(Amounts::Separated), "1,234,567.50");
        assert_eq!(amount.view(Amounts::Numbers), 1_234_567.5);
        assert_eq!(Cents(7).plain(), "0.07");
        assert_eq!(Cents(123_456).view(Amounts::Separated), "1,234.56");
        for wrong in ["", ".5", "1.234", "1,000", "-1", "1e3", "1234567890123"] {
            assert_eq!(Cents::parse(wrong), None, "{wrong}");
        }
        assert_eq!(Cents::parse("1.500"), Some(Cents(150)));
    }

    #[test]
    fn a_rate_computes_either_amount_and_rounds_half_up() {
        let rate = Rate::parse("0.6605").unwrap();
        assert_eq!(rate.plain(), "0.6605");
        assert_eq!(rate.buy(Cents(100_000)), Cents(66_050));
        assert_eq!(rate.sell(Cents(250_000)), Cents(378_501));
        assert_eq!(
            (rate.buy(Cents(1)), rate.sell(Cents(1))),
            (Cents(1), Cents(2))
        );
        assert_eq!(Rate::parse("0.5").unwrap().plain(), "0.5000");
        assert_eq!(Rate::parse("0.123456").unwrap().plain(), "0.123456");
        assert_eq!(Rate::parse("0.12345").unwrap().plain(), "0.12345");
        assert_eq!(Rate::parse("0"), None);
        let one = Rate::parse("1").unwrap();
        assert_eq!(Rate::cross(rate, one).plain(), "1.5140");
    }
}
