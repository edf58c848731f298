//! What was ordered, held against what the answer says was made: an answer that belongs to somebody else's order is none.

use florin_core::{AsSent, Decimal};
use florin_monoova::types::{CurrencyOfTransaction, Transaction};
use serde_json::Value;

use super::{Amount, Currency};

/// The part of an order that its transaction can't differ in. The other amount follows from the rate.
pub(super) struct Ordered {
    pub(super) sell: Currency,
    pub(super) buy: Currency,
    pub(super) amount: Amount,
}

impl Ordered {
    /// The field by which `made` can't be what was ordered. What isn't there, or can't be compared, proves nothing.
    pub(super) fn contradicted_by(&self, made: &Transaction) -> Option<&'static str> {
        let sides = [
            (
                "base_currency",
                &self.sell,
                made.base_currency.as_ref(),
                ["base_currency_code", "base_currency_id"],
            ),
            (
                "counter_currency",
                &self.buy,
                made.counter_currency.as_ref(),
                ["counter_currency_code", "counter_currency_id"],
            ),
        ];
        for (field, ordered, told, flat) in sides {
            let flat = flat.into_iter().filter_map(|name| made.extra.get(name));
            let mut named = flat.map(Named::of_json).chain(told.map(Named::of));
            if named.any(|named| named.is_another_than(ordered)) {
                return Some(field);
            }
        }
        let (field, ordered, told) = match self.amount {
            Amount::Sell(amount) => ("base_currency_amount", amount, &made.base_currency_amount),
            Amount::Buy(amount) => (
                "counter_currency_amount",
                amount,
                &made.counter_currency_amount,
            ),
        };
        let told = told.as_ref().and_then(AsSent::value)?;
        is_another_amount(ordered, *told).then_some(field)
    }
}

/// A currency as an answer names it.
#[derive(Default)]
struct Named<'a> {
    id: Option<i64>,
    code: Option<&'a str>,
}

impl<'a> Named<'a> {
    fn of(currency: &'a CurrencyOfTransaction) -> Self {
        match currency {
            CurrencyOfTransaction::CurrencyRef(told) => Self {
                id: told.id.as_ref().and_then(AsSent::value).copied(),
                code: told
                    .currency_code
                    .as_ref()
                    .and_then(AsSent::value)
                    .map(String::as_str),
            },
            CurrencyOfTransaction::String(code) => Self {
                id: None,
                code: Some(code),
            },
            CurrencyOfTransaction::Int64(id) => Self {
                id: Some(*id),
                code: None,
            },
            _ => Self::default(),
        }
    }

    fn of_json(value: &'a Value) -> Self {
        Self {
            id: value.as_i64(),
            code: value.as_str(),
        }
    }

    fn is_another_than(&self, ordered: &Currency) -> bool {
        let id = self.id.zip(ordered.as_id());
        // A text may be a name as well.
        let code = self.code.map(str::trim).filter(|code| is_code(code));
        let code = code.zip(ordered.as_code().filter(|code| is_code(code)));
        id.is_some_and(|(told, ordered)| told != ordered)
            || code.is_some_and(|(told, ordered)| !told.eq_ignore_ascii_case(ordered))
    }
}

fn is_code(text: &str) -> bool {
    text.len() == 3 && text.bytes().all(|letter| letter.is_ascii_alphabetic())
}

/// By value; and the same amount still where it was rounded, or cut, to the places that are told.
fn is_another_amount(ordered: Decimal, told: Decimal) -> bool {
    let (ordered, told) = (ordered.as_rust_decimal(), told.as_rust_decimal());
    let mut unit = Decimal::from(1).as_rust_decimal();
    if unit.set_scale(told.scale()).is_err() {
        return ordered != told;
    }
    let apart = ordered.checked_sub(told).map(|apart| apart.abs());
    let twice = apart.and_then(|apart| apart.checked_add(apart));
    let is_rounded = twice.is_some_and(|twice| twice <= unit);
    let is_finer = ordered.normalize().scale() > told.scale();
    let is_cut = ordered.trunc_with_scale(told.scale()) == told;
    ordered != told && !(is_finer && (is_rounded || is_cut))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn contradiction(amount: Amount, made: Value) -> Option<&'static str> {
        let ordered = Ordered {
            sell: Currency::code("AUD"),
            buy: Currency::code("USD"),
            amount,
        };
        ordered.contradicted_by(&serde_json::from_value(made).unwrap())
    }

    #[test]
    fn only_what_is_told_and_differs_contradicts_an_order() {
        let hundred: Decimal = "100.00".parse().unwrap();
        for (made, expected) in [
            (json!({"id": 9}), None),
            (
                json!({"base_currency": null, "counter_currency_amount": "?"}),
                None,
            ),
            (
                json!({"base_currency": "aud", "counter_currency_amount": 100}),
                None,
            ),
            (
                json!({"base_currency": {"id": 7, "name": "X"}, "counter_currency": 7}),
                None,
            ),
            (json!({"base_currency": "Australian Dollar"}), None),
            (
                json!({"base_currency_amount": "7.00", "counter_currency_amount": "100.0"}),
                None,
            ),
            (
                json!({"base_currency": {"currency_code": "NZD"}}),
                Some("base_currency"),
            ),
            (json!({"counter_currency": "JPY"}), Some("counter_currency")),
            (
                json!({"counter_currency_code": "JPY"}),
                Some("counter_currency"),
            ),
            (
                json!({"counter_currency_amount": "999.00"}),
                Some("counter_currency_amount"),
            ),
            (
                json!({"counter_currency_amount": "100.01"}),
                Some("counter_currency_amount"),
            ),
        ] {
            assert_eq!(
                contradiction(Amount::Buy(hundred), made.clone()),
                expected,
                "{made}"
            );
        }
        let sold = json!({"base_currency_amount": "7.00", "counter_currency_amount": "5"});
        assert_eq!(
            contradiction(Amount::Sell(hundred), sold),
            Some("base_currency_amount")
        );
    }

    #[test]
    fn an_amount_that_is_rounded_is_the_same() {
        let ordered: Decimal = "100.456".parse().unwrap();
        for (told, is_another) in [
            ("100", false),
            ("100.46", false),
            ("101", true),
            ("100.40", true),
        ] {
            assert_eq!(
                is_another_amount(ordered, told.parse().unwrap()),
                is_another,
                "{told}"
            );
        }
    }
}
