//! Answers that come in an envelope or without one, read in one place.

use std::collections::BTreeMap;

use florin_core::{AsSent, Error as CoreError, Operation, Response};
use florin_monoova::types;
use serde::de::IgnoredAny;
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;

use super::Error;
use super::lenient::{self, Open};

/// What an answer is about.
pub(super) trait Subject: Open + Clone {
    /// What it is called, which is the name of its envelope too.
    const NAME: &'static str;

    /// Its identifier, as sent.
    fn id(&self) -> Option<&AsSent<i64>>;
}

macro_rules! subjects {
    ($($name:literal: $subject:ident;)*) => {$(
        impl Subject for types::$subject {
            const NAME: &'static str = $name;

            fn id(&self) -> Option<&AsSent<i64>> {
                self.id.as_ref()
            }
        }
    )*};
}

subjects! {
    "transaction": Transaction;
    "beneficiary": Beneficiary;
    "sub_customer": SubCustomer;
    "rate": Rate;
}

/// What an answer is about: the object in the envelope, else the answer itself. Odd fields of it are left out.
pub(super) struct Found<T>(pub(super) T);

impl<'de, T: Subject> Deserialize<'de> for Found<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let json = Box::<RawValue>::deserialize(deserializer)?;
        find(json.get()).map(Self).map_err(lenient::in_place)
    }
}

fn find<T: Subject>(json: &str) -> Result<T, serde_json::Error> {
    let fields: BTreeMap<String, &RawValue> = serde_json::from_str(json)?;
    let envelope = fields.get(T::NAME).map(|envelope| envelope.get());
    // What is no object, or an empty one, may have beside it what it should hold.
    lenient::read(envelope.filter(|within| has_fields(within)).unwrap_or(json))
}

fn has_fields(json: &str) -> bool {
    serde_json::from_str::<BTreeMap<String, IgnoredAny>>(json)
        .is_ok_and(|fields| !fields.is_empty())
}

/// What was made, and its identifier.
///
/// # Errors
/// Where the answer has none that can be one, which is above zero. A write may have been carried out then.
pub(super) fn made<T: Subject>(
    operation: &'static Operation,
    answer: &Response<Found<T>>,
) -> Result<(i64, T), Error> {
    let found = &answer.0;
    let Some(id) = identifier(found.id()) else {
        let name = T::NAME;
        let message = format!(
            "it holds no {name} with an identifier, neither under {name} nor as the answer itself"
        );
        return Err(CoreError::unusable_answer(operation, message).with_answer(answer));
    };
    Ok((id, found.clone()))
}

/// What was asked for by its identifier.
///
/// # Errors
/// As [`made`], and where the answer is about another one.
pub(super) fn asked_for<T: Subject>(
    operation: &'static Operation,
    answer: &Response<Found<T>>,
    id: i64,
) -> Result<T, Error> {
    let (came, found) = made(operation, answer)?;
    if came == id {
        return Ok(found);
    }
    let message = format!("the answer is about another {} than was asked for", T::NAME);
    Err(CoreError::unusable_answer(operation, message).with_answer(answer))
}

/// The identifier of something, where it is one.
fn identifier(id: Option<&AsSent<i64>>) -> Option<i64> {
    id.and_then(AsSent::value).copied().filter(|id| *id > 0)
}
