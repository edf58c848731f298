//! What beneficiaries and sub customers are both made of.

use florin_monoova::types::NameInput;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::AccountType;

/// A person or a company: which fields are required differs.
pub(super) struct Party {
    /// Documented as an input by these two names.
    pub(super) account_type: AccountType,
    pub(super) name: Option<NameInput>,
    pub(super) company_name: Option<String>,
}

impl Party {
    pub(super) fn individual(first_name: impl Into<String>, last_name: impl Into<String>) -> Self {
        Self {
            account_type: AccountType::name("individual"),
            name: Some(NameInput {
                first_name: Some(first_name.into()),
                last_name: Some(last_name.into()),
                ..NameInput::default()
            }),
            company_name: None,
        }
    }

    pub(super) fn company(name: impl Into<String>) -> Self {
        Self {
            account_type: AccountType::name("company"),
            name: None,
            company_name: Some(name.into()),
        }
    }

    /// Which of the required names is empty.
    pub(super) fn problem(&self) -> Option<String> {
        let name = self.name.as_ref();
        let parts = [
            ("first_name", name.map(|name| name.first_name.as_deref())),
            ("last_name", name.map(|name| name.last_name.as_deref())),
            ("company_name", self.company_name.as_deref().map(Some)),
        ];
        parts
            .into_iter()
            .find_map(|(field, value)| is_missing(field, value?.unwrap_or_default()))
    }
}

/// What is wrong with a required text, if it is empty.
pub(super) fn is_missing(field: &str, value: &str) -> Option<String> {
    let is_empty = value.trim().is_empty();
    is_empty.then(|| format!("{field} is empty; it is required"))
}

/// Whether the generated type has a field of this name itself.
pub(super) fn is_field_of<T: DeserializeOwned>(
    name: &str,
    extra: impl Fn(&T) -> &Map<String, Value>,
) -> bool {
    let mut probe = Map::new();
    probe.insert(name.to_owned(), Value::Null);
    // A field that doesn't take a null is one that the type has.
    serde_json::from_value(Value::Object(probe))
        .map_or(true, |read| !extra(&read).contains_key(name))
}

pub(super) fn known_field(name: &str) -> String {
    // The name is one of the type's own, so it tells nothing.
    format!(
        "field is given {name}, which has a method of its own; use that, so that it is sent once"
    )
}
