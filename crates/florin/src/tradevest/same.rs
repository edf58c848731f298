//! Whether an object that is there is the one that was asked for.

use serde_json::Value;

/// The members in which `there` contradicts what was `asked` for, by name. None where it is the same.
///
/// Text is compared without regard to case and to the white space around it, numbers by what they are worth. What isn't there,
/// or is `null` on either side, contradicts nothing: the provider leaves out what it leaves out.
pub(super) fn differences(asked: &Value, there: &Value) -> Vec<String> {
    let mut found = Vec::new();
    if let (Value::Object(asked), Value::Object(there)) = (asked, there) {
        for (name, ours) in asked {
            if there.get(name).is_some_and(|theirs| !agree(ours, theirs)) {
                found.push(name.clone());
            }
        }
    }
    found
}

fn agree(ours: &Value, theirs: &Value) -> bool {
    match (ours, theirs) {
        (Value::Null, _) | (_, Value::Null) => true,
        (Value::String(ours), Value::String(theirs)) => {
            ours.trim().to_lowercase() == theirs.trim().to_lowercase()
        }
        (Value::Number(ours), Value::Number(theirs)) => ours.as_f64() == theirs.as_f64(),
        (Value::Array(ours), Value::Array(theirs)) => {
            ours.len() == theirs.len()
                && ours
                    .iter()
                    .all(|ours| theirs.iter().any(|theirs| agree(ours, theirs)))
        }
        (Value::Object(_), Value::Object(_)) => differences(ours, theirs).is_empty(),
        _ => ours == theirs,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_same_in_other_case_digits_order_and_fullness_is_the_same() {
        let asked = json!({
            "firstName": "Ana María", "quantity": 250.5, "tags": ["a", "b"], "title": null,
            "mainAddress": {"city": "Berlin", "zip": "10115"}
        });
        for there in [
            json!({"firstName": "ANA MARÍA ", "quantity": 250.50, "tags": ["B", "a"], "title": "DR"}),
            json!({"mainAddress": {"city": "BERLIN", "state": "BE"}, "naturalPersonStatus": "RECEIVED"}),
            json!({}),
            json!({"quantity": null}),
        ] {
            assert_eq!(differences(&asked, &there), Vec::<String>::new());
        }
    }

    #[test]
    fn each_member_that_contradicts_is_named() {
        let asked = json!({
            "firstName": "Ana", "quantity": 250.5, "tags": ["a", "b"], "mainAddress": {"city": "Berlin"}, "flag": true
        });
        for (there, name) in [
            (json!({"firstName": "Eva"}), "firstName"),
            (json!({"quantity": 250.51}), "quantity"),
            (json!({"tags": ["a"]}), "tags"),
            (json!({"tags": ["a", "c"]}), "tags"),
            (json!({"mainAddress": {"city": "Bonn"}}), "mainAddress"),
            (json!({"flag": false}), "flag"),
            (json!({"firstName": 7}), "firstName"),
        ] {
            assert_eq!(differences(&asked, &there), [name]);
        }
    }
}
