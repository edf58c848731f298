//! Objects of which one odd field doesn't lose the rest.

use std::borrow::Cow;
use std::collections::BTreeMap;

use florin_monoova::types;
use serde::de::{DeserializeOwned, Error as _};
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;
use serde_json::{Map, Value};
use serde_path_to_error::{Path, Segment};

/// So many fields are left out one by one; after that, what holds the next one goes whole, as many times.
const FIELDS: usize = 32;

/// An object that keeps the fields that its type doesn't name.
pub(super) trait Open: DeserializeOwned {
    /// Where it keeps them.
    fn extra(&mut self) -> &mut Map<String, Value>;
}

macro_rules! open {
    ($($object:ident),* $(,)?) => {$(
        impl Open for types::$object {
            fn extra(&mut self) -> &mut Map<String, Value> {
                &mut self.extra
            }
        }
    )*};
}

open!(
    Beneficiary,
    Country,
    Currency,
    NamedRef,
    Pagination,
    Rate,
    SubCustomer,
    Transaction
);

/// An object, read as [`read`] does.
pub(super) struct Lenient<T>(pub(super) T);

impl<'de, T: Open> Deserialize<'de> for Lenient<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let json = Box::<RawValue>::deserialize(deserializer)?;
        read(json.get()).map(Self).map_err(|error| in_place(&error))
    }
}

/// Reads an object. A field that can't be read is left out, and told by a warning that doesn't show it; what stood there is
/// kept in `extra`, under the field's name, unless it was a part of another field.
///
/// # Errors
/// Where it isn't the object of a field that is at fault: no object at all, or without what it must have.
pub(super) fn read<T: Open>(json: &str) -> Result<T, serde_json::Error> {
    let mut kept = Cow::Borrowed(json);
    let mut odd = Map::new();
    for round in 0..=2 * FIELDS {
        let error = match serde_json::from_str::<T>(&kept) {
            Ok(mut object) => {
                object.extra().extend(odd);
                return Ok(object);
            }
            Err(error) => error,
        };
        let Some(mut way) = fault::<T>(&kept) else {
            return Err(error);
        };
        if round >= FIELDS {
            way.truncate(1);
        }
        let Some((rest, left_out)) = without(&kept, &way) else {
            return Err(error);
        };
        tracing::warn!(
            field = shown(&way),
            "a field of an answer can't be read and is left out"
        );
        if let [Step::Field(name)] = &way[..] {
            odd.insert(name.clone(), left_out);
        }
        kept = Cow::Owned(rest);
    }
    Err(serde_json::Error::custom(
        "more fields can't be read than are left out",
    ))
}

/// An error of what was read apart from the document that it stands in, without the place there.
pub(super) fn in_place<E: serde::de::Error>(error: &serde_json::Error) -> E {
    let message = error.to_string();
    E::custom(
        message
            .rsplit_once(" at line ")
            .map_or(message.as_str(), |(message, _)| message),
    )
}

/// A step on the way to a field.
enum Step {
    Field(String),
    Item(usize),
}

/// The way to the innermost field that can't be read; `None` where it isn't for a field.
fn fault<T: DeserializeOwned>(json: &str) -> Option<Vec<Step>> {
    let mut deserializer = serde_json::Deserializer::from_str(json);
    let error = serde_path_to_error::deserialize::<_, T>(&mut deserializer).err()?;
    let mut way = steps(error.path());
    let last = way
        .iter()
        .rposition(|step| matches!(step, Step::Field(_)))?;
    way.truncate(last + 1);
    Some(way)
}

fn steps(path: &Path) -> Vec<Step> {
    path.iter()
        .map_while(|segment| match segment {
            Segment::Map { key } => Some(Step::Field(key.clone())),
            Segment::Seq { index } => Some(Step::Item(*index)),
            Segment::Enum { .. } | Segment::Unknown => None,
        })
        .collect()
}

/// The text without the field at the end of the way, and what stood there. Every other number keeps its digits.
fn without(json: &str, way: &[Step]) -> Option<(String, Value)> {
    let (step, rest) = way.split_first()?;
    match step {
        Step::Field(name) => {
            let mut fields: BTreeMap<String, Cow<'_, RawValue>> = borrowed_fields(json)?;
            let field = fields.remove(name)?;
            let left_out = match rest {
                [] => serde_json::from_str(field.get()).unwrap_or_default(),
                rest => {
                    let (text, left_out) = without(field.get(), rest)?;
                    fields.insert(name.clone(), Cow::Owned(raw(text)?));
                    left_out
                }
            };
            Some((serde_json::to_string(&fields).ok()?, left_out))
        }
        Step::Item(at) => {
            let items: Vec<&RawValue> = serde_json::from_str(json).ok()?;
            let mut items: Vec<_> = items.into_iter().map(Cow::Borrowed).collect();
            let item = items.get_mut(*at)?;
            let (text, left_out) = without(item.get(), rest)?;
            *item = Cow::Owned(raw(text)?);
            Some((serde_json::to_string(&items).ok()?, left_out))
        }
    }
}

fn borrowed_fields(json: &str) -> Option<BTreeMap<String, Cow<'_, RawValue>>> {
    let fields: BTreeMap<String, &RawValue> = serde_json::from_str(json).ok()?;
    let fields = fields.into_iter();
    Some(
        fields
            .map(|(name, raw)| (name, Cow::Borrowed(raw)))
            .collect(),
    )
}

fn raw(text: String) -> Option<Box<RawValue>> {
    RawValue::from_string(text).ok()
}

/// The way, for a log. A name that doesn't look like a field's may be anything, and isn't shown.
fn shown(way: &[Step]) -> String {
    let mut text = String::new();
    for step in way {
        match step {
            Step::Item(at) => text.push_str(&format!("[{at}]")),
            Step::Field(name) => {
                let is_name = name.len() <= 48
                    && name
                        .bytes()
                        .all(|byte| byte.is_ascii_lowercase() || byte == b'_');
                let dot = if text.is_empty() { "" } else { "." };
                text.push_str(dot);
                text.push_str(if is_name { name } else { "*" });
            }
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn transaction(json: &str) -> types::Transaction {
        read(json).unwrap()
    }

    #[test]
    fn an_odd_field_is_left_out_kept_as_it_came_and_all_else_is_there() {
        let read = transaction(
            r#"{"id":7,"payments":[1,2],"receipt_account":5,"base_currency":[],"exchange_rate":0.720575940380220912}"#,
        );
        assert_eq!(read.id.unwrap().value(), Some(&7));
        assert!(read.payments.is_empty() && read.receipt_account.is_none());
        assert_eq!(read.extra["payments"], serde_json::json!([1, 2]));
        assert_eq!(read.extra["receipt_account"], 5);
        // A union keeps by itself what it doesn't know.
        let Some(types::CurrencyOfTransaction::Unknown(kept)) = read.base_currency else {
            panic!("it is neither an object nor a text");
        };
        assert_eq!(kept.text(), "[]");
        let rate = read.exchange_rate.unwrap();
        assert_eq!(rate.text(), "0.720575940380220912", "digit by digit");
    }

    #[test]
    fn an_odd_field_of_a_part_leaves_the_rest_of_the_part() {
        let read = transaction(
            r#"{"id":7,"receipt_account":{"id":1,"bank_account":"12 34"},"payments":[{"id":1},{"id":2,"beneficiary":[]}]}"#,
        );
        let account = read.receipt_account.unwrap();
        assert_eq!(account.id.unwrap().value(), Some(&1));
        assert!(account.bank_account.is_none());
        assert_eq!(read.payments.len(), 2);
    }

    #[test]
    fn however_many_fields_are_odd_the_object_is_read() {
        let payments = vec![r#"{"id":1,"beneficiary":[]}"#; 200].join(",");
        let read = transaction(&format!(r#"{{"payments":[{payments}],"id":7}}"#));
        assert_eq!(read.id.unwrap().value(), Some(&7));
    }

    #[test]
    fn what_is_no_object_or_lacks_what_it_must_have_is_an_error() {
        for json in ["5", "[]", "null", "\"7\"", "{", ""] {
            assert!(read::<types::Transaction>(json).is_err(), "{json}");
        }
        assert!(read::<types::Rate>(r#"{"id":1}"#).is_err());
    }

    #[test]
    fn a_field_is_shown_by_its_name_unless_that_may_be_anything() {
        let way = [
            Step::Field("payments".to_owned()),
            Step::Item(2),
            Step::Field("Jane Doe".to_owned()),
        ];
        assert_eq!(shown(&way), "payments[2].*");
    }
}
