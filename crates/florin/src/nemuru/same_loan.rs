//! Whether the loan that is there is the one that was asked for.

use florin_core::Decimal;
use florin_nemuru::types::{CreateLoanRequest, Loan};

/// The fields in which `there` contradicts what was `asked` for, by name. None where it is the same loan.
///
/// Money and rates are compared exactly, text without the white space around it, e-mail addresses and currencies without
/// regard to case, names without regard to case and to how much white space is in them, telephone numbers by their
/// digits, with the country's code or without. What isn't there contradicts nothing.
///
/// The setup fee isn't compared: it is an amount with a kind in the request, a plain number in the loan, and the
/// documentation's samples of the two don't match. Nor are the agent, the kind of asset, its details and the insurance,
/// which a loan that is read doesn't show.
pub(super) fn differences(asked: &CreateLoanRequest, there: &Loan) -> Vec<&'static str> {
    let mut differences = Vec::new();
    let mut note = |differs: Option<bool>, field: &'static str| {
        if differs == Some(true) {
            differences.push(field);
        }
    };
    note(Some(!is_same_word(&asked.id, &there.id)), "id");
    if let Some(conditions) = &there.loan_conditions {
        let currency = is_same_word(&asked.currency, &conditions.currency);
        note(Some(!currency), "currency");
        note(Some(conditions.term != Decimal::from(asked.term)), "term");
        note(Some(conditions.principal != asked.principal), "principal");
        let program = conditions.program.as_str().trim() == asked.program.as_str().trim();
        note(Some(!program), "program");
        // Nobody who left the rate to Nemuru is contradicted by one.
        let rates = asked.annual_interest.zip(conditions.annual_interest);
        note(
            rates.map(|(ours, theirs)| ours != theirs),
            "annual_interest",
        );
    }
    if let Some(borrower) = &there.borrower {
        let ours = &asked.borrower;
        let email = borrower.email.as_deref();
        note(
            email.map(|theirs| !is_same_word(theirs, &ours.email)),
            "borrower.email",
        );
        let phone = borrower.phone_number.as_deref();
        note(
            phone.map(|theirs| !is_same_phone(theirs, &ours.phone_number)),
            "borrower.phone_number",
        );
        for (ours, theirs, field) in [
            (
                &ours.first_name,
                &borrower.first_name,
                "borrower.first_name",
            ),
            (&ours.last_name, &borrower.last_name, "borrower.last_name"),
        ] {
            note(
                theirs.as_deref().map(|theirs| name(theirs) != name(ours)),
                field,
            );
        }
    }
    if let Some(asset) = &there.asset {
        let description = asset.description.as_deref();
        note(
            description.map(|theirs| theirs.trim() != asked.asset.description.trim()),
            "asset.description",
        );
        note(
            asset.value.map(|theirs| theirs != asked.asset.value),
            "asset.value",
        );
    }
    differences
}

/// The same digits; or one has the country's code before them, and the other not.
fn is_same_phone(one: &str, other: &str) -> bool {
    let (one, other) = (digits(one), digits(other));
    let (longer, shorter) = if one.len() < other.len() {
        (other, one)
    } else {
        (one, other)
    };
    longer == shorter || (shorter.len() >= SHORTEST_PHONE && longer.ends_with(&shorter))
}

/// Digits of the shortest number that is anybody's own without its country's code.
const SHORTEST_PHONE: usize = 7;

/// A name as it is compared.
fn name(text: &str) -> String {
    let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
    words.join(" ")
}

/// What is dialled, however it is spaced.
fn digits(phone: &str) -> String {
    phone.chars().filter(char::is_ascii_digit).collect()
}

fn is_same_word(one: &str, other: &str) -> bool {
    one.trim().eq_ignore_ascii_case(other.trim())
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn asked() -> CreateLoanRequest {
        serde_json::from_value(json!({
            "id": "e7c52ad3-0473-4fbc-bc36-7eb755b1c18d",
            "agent_id": "23f4dd4f-79aa-4ed2-ad7d-5c657eb4c7f7",
            "currency": "EUR", "term": 30, "principal": 5000, "annual_interest": 0.091, "program": "free_program",
            "setup_fee": {"amount": 125, "type": "type_upfront"},
            "borrower": {
                "email": "ana@example.com", "first_name": "Ana", "last_name": "Ruiz", "phone_number": "+34601000001"
            },
            "asset_type": "education",
            "asset": {"description": "Máster", "value": 9000}
        }))
        .unwrap()
    }

    fn there() -> Value {
        json!({
            "id": "e7c52ad3-0473-4fbc-bc36-7eb755b1c18d", "status": "status_opened",
            "loan_conditions": {
                "currency": "EUR", "program": "free_program", "annual_interest": 0.091, "principal": 5000.0,
                "setup_fee": 0, "term": 30.0
            },
            "borrower": {
                "email": "ana@example.com", "first_name": "Ana", "last_name": "Ruiz", "phone_number": "+34601000001",
                "expires_on": "2020-06-18T00:00:00+00:00"
            },
            "asset": {"description": "Máster", "value": 9000}
        })
    }

    fn with(pointer: &str, value: Value) -> Vec<&'static str> {
        let mut loan = there();
        *loan.pointer_mut(pointer).unwrap() = value;
        differences(&asked(), &serde_json::from_value(loan).unwrap())
    }

    #[test]
    fn the_same_loan_in_other_digits_case_and_white_space_is_the_same() {
        assert!(with("/status", json!("status_opened")).is_empty());
        assert!(with("/loan_conditions/principal", json!(5000)).is_empty());
        assert!(with("/loan_conditions/annual_interest", json!(0.0910)).is_empty());
        assert!(with("/borrower/email", json!("Ana@Example.com")).is_empty());
        assert!(with("/borrower/first_name", json!(" Ana ")).is_empty());
        assert!(with("/borrower/phone_number", json!("+34 601-000-001")).is_empty());
        assert!(with("/id", json!("E7C52AD3-0473-4FBC-BC36-7EB755B1C18D")).is_empty());
    }

    #[test]
    fn a_name_in_other_case_and_white_space_is_the_same() {
        let mut asked = asked();
        asked.borrower.first_name = "María  José".to_owned();
        asked.borrower.last_name = "ÑUÑO\u{a0}de la Fuente ".to_owned();
        let mut loan = there();
        loan["borrower"]["first_name"] = json!("MARÍA JOSÉ");
        loan["borrower"]["last_name"] = json!("Ñuño De La\tFuente");
        let loan: Loan = serde_json::from_value(loan).unwrap();
        assert!(differences(&asked, &loan).is_empty());
    }

    #[test]
    fn a_telephone_number_with_the_countrys_code_is_the_one_without() {
        for (ours, theirs, is_same) in [
            ("+34601000001", "601 000 001", true),
            ("601000001", "+34 601-000-001", true),
            ("+34601000001", "0034601000001", true),
            ("+34601000001", "1000001", true),
            ("+34601000001", "000001", false),
            ("+34601000001", "", false),
            ("+34601000001", "34601000", false),
            ("+34601000001", "+33601000001", false),
            ("1000", "1000", true),
        ] {
            let mut asked = asked();
            asked.borrower.phone_number = ours.to_owned();
            let mut loan = there();
            loan["borrower"]["phone_number"] = json!(theirs);
            let loan: Loan = serde_json::from_value(loan).unwrap();
            let differs = differences(&asked, &loan);
            assert_eq!(differs.is_empty(), is_same, "{ours} {theirs}: {differs:?}");
        }
    }

    #[test]
    fn a_setup_fee_is_never_a_difference() {
        assert!(with("/loan_conditions/setup_fee", json!(125)).is_empty());
    }

    #[test]
    fn what_is_not_there_contradicts_nothing() {
        for pointer in [
            "/loan_conditions",
            "/loan_conditions/annual_interest",
            "/borrower",
            "/borrower/email",
            "/borrower/phone_number",
            "/asset",
            "/asset/value",
        ] {
            assert!(with(pointer, Value::Null).is_empty(), "{pointer}");
        }
        let bare =
            json!({"id": "e7c52ad3-0473-4fbc-bc36-7eb755b1c18d", "status": "status_initial"});
        let bare: Loan = serde_json::from_value(bare).unwrap();
        assert!(differences(&asked(), &bare).is_empty());
    }

    #[test]
    fn each_field_that_differs_is_named() {
        for (pointer, value, field) in [
            ("/id", json!("another"), "id"),
            ("/loan_conditions/currency", json!("USD"), "currency"),
            ("/loan_conditions/term", json!(30.5), "term"),
            ("/loan_conditions/principal", json!(5000.01), "principal"),
            ("/loan_conditions/program", json!("zero_program"), "program"),
            (
                "/loan_conditions/annual_interest",
                json!(0.092),
                "annual_interest",
            ),
            (
                "/borrower/email",
                json!("eva@example.com"),
                "borrower.email",
            ),
            ("/borrower/first_name", json!("Eva"), "borrower.first_name"),
            ("/borrower/last_name", json!("Gil"), "borrower.last_name"),
            (
                "/borrower/phone_number",
                json!("+34601000002"),
                "borrower.phone_number",
            ),
            ("/asset/description", json!("Coche"), "asset.description"),
            ("/asset/value", json!(9001), "asset.value"),
        ] {
            assert_eq!(with(pointer, value), [field]);
        }
    }

    #[test]
    fn a_rate_that_was_left_to_nemuru_is_not_contradicted_by_one() {
        let mut asked = asked();
        asked.annual_interest = None;
        let there: Loan = serde_json::from_value(there()).unwrap();
        assert!(differences(&asked, &there).is_empty());
    }
}
