//! Reads an [`AsSent`] from whatever JSON there is.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;
use serde_json::{Map, Number, Value};

use crate::as_sent::Sent;
use crate::raw_json::{Quoted, RAW, Raw, may_be_rounded};
use crate::{AsSent, FromSent};

impl<'de, T: FromSent> Deserialize<'de> for AsSent<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(RAW, Anything(PhantomData))
    }
}

/// Takes the raw text where there is some, and any value where there is none.
struct Anything<T>(PhantomData<T>);

impl<T: FromSent> Anything<T> {
    fn text(self, text: &str) -> AsSent<T> {
        AsSent::new(Sent::Text(text.into()), T::from_text(text))
    }

    fn json(self, json: String, is_original: bool) -> AsSent<T> {
        let is_known = is_original || !may_be_rounded(&json);
        let value = is_known.then(|| T::from_json(&json)).flatten();
        AsSent::new(Sent::Json(json.into()), value)
    }

    fn raw(self, raw: &Raw<'_>) -> AsSent<T> {
        let json = raw.text.trim();
        match serde_json::from_str::<Quoted<'_>>(json) {
            Ok(string) => self.text(&string.0),
            // What imitates a raw text isn't one, and must not be written as if it were.
            Err(_) if serde_json::from_str::<&RawValue>(json).is_err() => self.text(json),
            Err(_) => self.json(json.to_owned(), raw.is_original),
        }
    }
}

impl<'de, T: FromSent> Visitor<'de> for Anything<T> {
    type Value = AsSent<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<AsSent<T>, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<AsSent<T>, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<AsSent<T>, A::Error> {
        let Some(mut key) = map.next_key::<String>()? else {
            return Ok(self.json("{}".to_owned(), true));
        };
        if key == RAW {
            return Ok(self.raw(&map.next_value()?));
        }
        let mut object = Map::new();
        loop {
            object.insert(key, map.next_value()?);
            match map.next_key()? {
                Some(next) => key = next,
                None => return Ok(self.json(Value::Object(object).to_string(), false)),
            }
        }
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<AsSent<T>, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element_seed(PhantomData::<Value>)? {
            items.push(item);
        }
        Ok(self.json(Value::Array(items).to_string(), false))
    }

    fn visit_unit<E: Error>(self) -> Result<AsSent<T>, E> {
        Ok(self.json("null".to_owned(), true))
    }

    fn visit_none<E: Error>(self) -> Result<AsSent<T>, E> {
        self.visit_unit()
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<AsSent<T>, E> {
        Ok(self.json(value.to_string(), true))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<AsSent<T>, E> {
        Ok(self.json(number.to_string(), true))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<AsSent<T>, E> {
        Ok(self.json(number.to_string(), true))
    }

    fn visit_i128<E: Error>(self, number: i128) -> Result<AsSent<T>, E> {
        Ok(self.json(number.to_string(), true))
    }

    fn visit_u128<E: Error>(self, number: u128) -> Result<AsSent<T>, E> {
        Ok(self.json(number.to_string(), true))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<AsSent<T>, E> {
        Ok(match Number::from_f64(number) {
            Some(number) => self.json(number.to_string(), false),
            // JSON has none of these; some other format may.
            None => self.text(&number.to_string()),
        })
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<AsSent<T>, E> {
        Ok(self.text(text))
    }
}
