//! Amounts as text, in the two dialects of the documentation: `1,850,600.00` is sent and `145000.00` is received.

use serde_json::Value;

/// The amount without thousands separators, or `None` if it is no amount.
pub(super) fn plain(text: &str) -> Option<String> {
    let (whole, fraction) = match text.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (text, None),
    };
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    let separated = whole.contains(',');
    if !digits(first)
        || (separated && first.len() > 3)
        || groups.any(|group| group.len() != 3 || !digits(group))
    {
        return None;
    }
    if fraction.is_some_and(|fraction| !digits(fraction)) {
        return None;
    }
    Some(text.replace(',', ""))
}

/// The amount in one spelling for all that are equal.
pub(super) fn normal(text: &str) -> Option<String> {
    let plain = plain(text)?;
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let whole = whole.trim_start_matches('0');
    let fraction = fraction.trim_end_matches('0');
    Some(format!(
        "{}.{fraction}",
        if whole.is_empty() { "0" } else { whole }
    ))
}

/// The same JSON with every amount of money in the dialect that is received.
pub(super) fn with_plain_amounts(value: &Value) -> Value {
    match value {
        Value::Array(items) => items.iter().map(with_plain_amounts).collect(),
        Value::Object(object) => {
            let money = object.contains_key("currency");
            let fields = object.iter().map(|(key, value)| {
                let value = match value
                    .as_str()
                    .filter(|_| money && key == "amount")
                    .and_then(plain)
                {
                    Some(amount) => Value::from(amount),
                    None => with_plain_amounts(value),
                };
                (key.clone(), value)
            });
            Value::Object(fields.collect())
        }
        other => other.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_dialects_are_amounts() {
        assert_eq!(plain("1,850,600.00").as_deref(), Some("1850600.00"));
        assert_eq!(plain("145000.00").as_deref(), Some("145000.00"));
        assert_eq!(plain("7").as_deref(), Some("7"));
    }

    #[test]
    fn what_is_no_amount_is_refused() {
        for text in [
            "", "-1", "1.", ".5", "1,85,600", "1850,600", "12,34", "1.000,00", "1e3", "SGD 5",
            " 5", "5,",
        ] {
            assert_eq!(plain(text), None, "{text}");
        }
    }

    #[test]
    fn equal_amounts_have_one_spelling() {
        assert_eq!(normal("145,000.00"), normal("145000"));
        assert_eq!(normal("0.50"), normal("00.5"));
        assert_ne!(normal("145000.01"), normal("145000"));
    }
}
