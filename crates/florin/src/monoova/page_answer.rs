//! A page as it is answered, item by item.

use std::fmt;
use std::marker::PhantomData;

use florin_monoova::types;
use serde::de::{Deserialize, Deserializer, Error, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::lenient::{self, Lenient, Open};

/// A kind of list, by the generated type of its answers.
pub(super) trait List {
    /// What is on it.
    type Item: Open;

    /// The field that the items stand in.
    const FIELD: &'static str;
}

/// A page as it came.
pub(super) struct Answer<T> {
    pub(super) items: Vec<T>,
    pub(super) pagination: Option<types::Pagination>,
}

/// A page of a kind of list. Odd fields of an item are left out, and so is a pagination that can't be read.
pub(super) struct PageOf<L: List>(pub(super) Answer<L::Item>);

impl<'de, L: List> Deserialize<'de> for PageOf<L> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Fields<L>(PhantomData<L>);

        impl<'de, L: List> Visitor<'de> for Fields<L> {
            type Value = PageOf<L>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "an object with {}", L::FIELD)
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<PageOf<L>, A::Error> {
                let mut items = None;
                let mut pagination = None;
                while let Some(name) = map.next_key::<String>()? {
                    if name == L::FIELD {
                        items = Some(map.next_value::<Option<Vec<Lenient<L::Item>>>>()?);
                    } else if name == "pagination" {
                        pagination = numbers(&map.next_value::<Box<RawValue>>()?);
                    } else {
                        map.next_value::<IgnoredAny>()?;
                    }
                }
                let items = items.ok_or_else(|| A::Error::missing_field(L::FIELD))?;
                let items = items.unwrap_or_default().into_iter();
                Ok(PageOf(Answer {
                    items: items.map(|Lenient(item)| item).collect(),
                    pagination,
                }))
            }
        }

        deserializer.deserialize_map(Fields(PhantomData))
    }
}

fn numbers(json: &RawValue) -> Option<types::Pagination> {
    if json.get() == "null" {
        return None;
    }
    let read = lenient::read(json.get());
    if read.is_err() {
        tracing::warn!("the pagination of a list can't be read and is left out");
    }
    read.ok()
}
