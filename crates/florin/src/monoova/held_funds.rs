//! Bought funds that stay where they are, until they are paid out.

use florin_core::{AsSent, Error as CoreError};
use florin_monoova::types;
use serde_json::Value;

use super::{Client, Currency, Error, operations};

/// What the beneficiary is called that keeps funds (documented).
const NAME: &str = "hold funds on account";

impl Client {
    /// The beneficiary to which bought funds are paid to keep them: every currency has one, called "Hold Funds on Account"
    /// (documented). Deals that pay to it gather what they bought, to be paid out at once.
    ///
    /// It is looked for by its name, in the [beneficiaries](Self::beneficiaries) of the currency; in which field the name stands
    /// is undocumented. `None` where there is none of that name.
    ///
    /// # Errors
    /// As any call, and where two have that name and it can't be told which one is of the currency: nobody should pay to the
    /// wrong one. A back office without a user is refused before anything is sent.
    pub async fn held_funds(
        &self,
        currency: Currency,
    ) -> Result<Option<types::Beneficiary>, Error> {
        let operation = &operations::LIST_BENEFICIARIES;
        if let Some(problem) = currency.problem() {
            return Err(CoreError::invalid_request(operation, problem));
        }
        let asked = currency.clone();
        let mut beneficiaries = self.beneficiaries().currency(currency).items();
        let mut found = None;
        while let Some(beneficiary) = beneficiaries.next().await {
            let beneficiary = beneficiary?;
            if !keeps_funds(&beneficiary) || is_of_another(&beneficiary, &asked) {
                continue;
            }
            if found.is_some() {
                let message =
                    "it has more than one beneficiary by the name of the one that keeps funds";
                return Err(CoreError::unusable_answer(operation, message));
            }
            found = Some(beneficiary);
        }
        Ok(found)
    }
}

fn keeps_funds(beneficiary: &types::Beneficiary) -> bool {
    let is_name = |value: &Value| {
        value.as_str().is_some_and(|text| {
            let words: Vec<_> = text.split_whitespace().collect();
            words.join(" ").eq_ignore_ascii_case(NAME)
        })
    };
    let parts = match &beneficiary.name {
        Some(Value::Object(parts)) => Some(parts.values()),
        _ => None,
    };
    let named = beneficiary.name.iter().chain(parts.into_iter().flatten());
    named
        .chain(beneficiary.extra.get("company_name"))
        .any(is_name)
}

/// Whether the beneficiary says that its currency is another one. The list is asked for one currency, and that it takes
/// this to heart is inferred.
fn is_of_another(beneficiary: &types::Beneficiary, currency: &Currency) -> bool {
    let Some(own) = &beneficiary.currency else {
        return says_another(beneficiary, currency);
    };
    let id = own.id.as_ref().and_then(AsSent::value);
    let code = own.currency_code.as_ref().and_then(AsSent::value);
    let other_id = currency
        .as_id()
        .zip(id)
        .is_some_and(|(asked, own)| asked != *own);
    let other_code = currency
        .as_code()
        .zip(code)
        .is_some_and(|(asked, own)| !asked.eq_ignore_ascii_case(own.trim()));
    other_id || other_code
}

/// The same for a currency that came as something else than an object: a code, or a number.
fn says_another(beneficiary: &types::Beneficiary, currency: &Currency) -> bool {
    match (beneficiary.extra.get("currency"), currency.as_code()) {
        (Some(Value::String(own)), Some(asked)) => !asked.eq_ignore_ascii_case(own.trim()),
        (Some(Value::Number(own)), None) => own.as_i64() != currency.as_id(),
        _ => false,
    }
}
