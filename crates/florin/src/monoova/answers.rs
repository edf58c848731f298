//! Answers that come in an envelope or without one, read in one place.

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

use florin_core::{AsSent, Error as CoreError, Operation, Response};
use florin_monoova::types;
use serde::de::{IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;

use super::lenient::{self, Open};
use super::{Error, problems};

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
        struct Fields<T>(PhantomData<T>);

        impl<'de, T: Subject> Visitor<'de> for Fields<T> {
            type Value = Found<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "an object, a {} or its envelope", T::NAME)
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Found<T>, A::Error> {
                let mut fields: BTreeMap<String, Box<RawValue>> = BTreeMap::new();
                let mut within = None;
                while let Some(name) = map.next_key::<String>()? {
                    if name == T::NAME {
                        within = map.next_value::<Envelope<T>>()?.0;
                    } else {
                        fields.insert(name, map.next_value()?);
                    }
                }
                match within {
                    Some(found) => Ok(Found(found)),
                    None => serde_json::to_string(&fields)
                        .and_then(|bare| lenient::read(&bare))
                        .map(Found)
                        .map_err(|error| lenient::in_place(&error)),
                }
            }
        }

        deserializer.deserialize_map(Fields(PhantomData))
    }
}

/// What is in an envelope. What is no object, or an empty one, may have beside it what it should hold.
struct Envelope<T>(Option<T>);

impl<'de, T: Subject> Deserialize<'de> for Envelope<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let json = Box::<RawValue>::deserialize(deserializer)?;
        let has_fields = serde_json::from_str::<BTreeMap<String, IgnoredAny>>(json.get())
            .is_ok_and(|fields| !fields.is_empty());
        let within = has_fields.then(|| lenient::read(json.get())).transpose();
        within.map(Self).map_err(|error| lenient::in_place(&error))
    }
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

/// That a write was carried out is only believed where no errors stand beside what it made: nothing documents that they may.
///
/// # Errors
/// Where they do. The error's problems are what was said.
pub(super) fn without_errors<A>(
    operation: &'static Operation,
    answer: &Response<A>,
) -> Result<(), Error> {
    if !problems::are_named(answer.raw_body()) {
        return Ok(());
    }
    let message = "the answer is a success and names errors";
    Err(CoreError::unusable_answer(operation, message).with_answer(answer))
}

/// The identifier of something, where it is one.
fn identifier(id: Option<&AsSent<i64>>) -> Option<i64> {
    id.and_then(AsSent::value).copied().filter(|id| *id > 0)
}
