//! Headers that belong together, and how they are compared.

use florin_core::http::header::{AUTHORIZATION, HeaderName};
use florin_core::{ConfigError, Secret};
use subtle::{Choice, ConstantTimeEq};

/// Headers that a callback has to have, all of them, each with its value.
#[derive(Clone, Debug)]
pub(super) struct HeaderSet(Vec<(HeaderName, Secret)>);

impl HeaderSet {
    /// The header `Authorization` alone.
    pub(super) fn authorization(value: Secret) -> Result<Self, ConfigError> {
        check("authorization header", &value)?;
        Ok(Self(vec![(AUTHORIZATION, value)]))
    }

    /// Each of these. In errors only the names are shown.
    pub(super) fn of(
        headers: impl IntoIterator<Item = (impl AsRef<str>, impl Into<Secret>)>,
    ) -> Result<Self, ConfigError> {
        let mut set: Vec<(HeaderName, Secret)> = Vec::new();
        for (name, value) in headers {
            let (name, value) = (name.as_ref(), value.into());
            let setting = format!("callback header {name:?}");
            let Ok(parsed) = HeaderName::from_bytes(name.as_bytes()) else {
                return Err(ConfigError::new(
                    setting,
                    "is no name that a header can have",
                ));
            };
            check(&setting, &value)?;
            if set.iter().any(|(known, _)| *known == parsed) {
                return Err(ConfigError::new(
                    setting,
                    "is there twice; a name has one value",
                ));
            }
            set.push((parsed, value));
        }
        if set.is_empty() {
            return Err(ConfigError::new(
                "callback headers",
                "are missing; give at least one, or say Sender::anyone",
            ));
        }
        Ok(Self(set))
    }

    /// Whether what `presented` finds under the names is what has to be there. Compares every header, also after one that
    /// is missing or wrong.
    pub(super) fn matches<'a>(
        &self,
        presented: impl Fn(&HeaderName) -> Option<&'a [u8]>,
    ) -> Choice {
        self.0.iter().fold(Choice::from(1), |all, (name, value)| {
            let value = value.expose().as_bytes();
            let found = presented(name);
            let there = Choice::from(u8::from(found.is_some()));
            all & there & same(value, found.unwrap_or_default())
        })
    }
}

fn check(setting: &str, value: &Secret) -> Result<(), ConfigError> {
    let value = value.expose();
    let problem = if value.is_empty() {
        "is empty; give the whole value that the provider was told to send"
    } else if value.trim() != value {
        "starts or ends with white space, which no header keeps"
    } else if value.chars().any(char::is_control) {
        "holds control characters, which no header may hold"
    } else {
        return Ok(());
    };
    Err(ConfigError::new(setting, problem))
}

/// Compares without stopping at the first difference. Goes through all that was presented, however long what is
/// expected is: a slice compared by `subtle` gives up at once where the lengths differ.
fn same(expected: &[u8], presented: &[u8]) -> Choice {
    let length = (expected.len() as u64).ct_eq(&(presented.len() as u64));
    presented
        .iter()
        .zip(expected.iter().cycle())
        .fold(length, |same, (ours, theirs)| same & ours.ct_eq(theirs))
}
