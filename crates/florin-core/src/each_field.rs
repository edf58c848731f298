//! The fields of an object, each with its own value: a form writes every one in a way of its own.

use std::collections::BTreeMap;

use serde::ser::{self, Impossible, Serialize, Serializer};
use serde_json::value::RawValue;

use crate::raw_json::RAW;
use crate::written::{Unwritable, Written};

/// Takes the fields of an object one by one.
pub(crate) trait TakesField {
    fn field<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) -> Result<(), Unwritable>;
}

/// Hands each field of `body` on.
pub(crate) fn each_field<B: Serialize + ?Sized, F: TakesField>(
    body: &B,
    to: &mut F,
) -> Result<(), Unwritable> {
    body.serialize(Fields { to, key: None })
}

struct Fields<'a, F> {
    to: &'a mut F,
    key: Option<String>,
}

fn no_object() -> Unwritable {
    Unwritable("is no object with named fields".into())
}

macro_rules! refused {
    ($($method:ident($($argument:ty),*)),* $(,)?) => {
        $(fn $method(self, $(_: $argument),*) -> Result<(), Unwritable> {
            Err(no_object())
        })*
    };
}

impl<F: TakesField> Serializer for Fields<'_, F> {
    type Ok = ();
    type Error = Unwritable;
    type SerializeSeq = Impossible<(), Unwritable>;
    type SerializeTuple = Impossible<(), Unwritable>;
    type SerializeTupleStruct = Impossible<(), Unwritable>;
    type SerializeTupleVariant = Impossible<(), Unwritable>;
    type SerializeMap = Self;
    type SerializeStruct = Self;
    type SerializeStructVariant = Impossible<(), Unwritable>;

    refused! {
        serialize_bool(bool),
        serialize_i8(i8), serialize_i16(i16), serialize_i32(i32), serialize_i64(i64),
        serialize_u8(u8), serialize_u16(u16), serialize_u32(u32), serialize_u64(u64),
        serialize_f32(f32), serialize_f64(f64),
        serialize_char(char), serialize_str(&str), serialize_bytes(&[u8]),
        serialize_unit_variant(&'static str, u32, &'static str),
    }

    fn serialize_none(self) -> Result<(), Unwritable> {
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Unwritable> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Unwritable> {
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Unwritable> {
        Ok(())
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), Unwritable> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        value: &T,
    ) -> Result<(), Unwritable> {
        value.serialize(self)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Self::SerializeSeq, Unwritable> {
        Err(no_object())
    }

    fn serialize_tuple(self, _: usize) -> Result<Self::SerializeTuple, Unwritable> {
        Err(no_object())
    }

    fn serialize_tuple_struct(
        self,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleStruct, Unwritable> {
        Err(no_object())
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Unwritable> {
        Err(no_object())
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self, Unwritable> {
        Ok(self)
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self, Unwritable> {
        Ok(self)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Unwritable> {
        Err(no_object())
    }
}

impl<F: TakesField> ser::SerializeMap for Fields<'_, F> {
    type Ok = ();
    type Error = Unwritable;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Unwritable> {
        self.key = Written::of(key)?.text().map(str::to_owned);
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unwritable> {
        match self.key.take() {
            Some(key) => self.to.field(&key, value),
            None => Err(Unwritable("has an entry without a name".into())),
        }
    }

    fn end(self) -> Result<(), Unwritable> {
        Ok(())
    }
}

impl<F: TakesField> ser::SerializeStruct for Fields<'_, F> {
    type Ok = ();
    type Error = Unwritable;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), Unwritable> {
        if key != RAW {
            return self.to.field(key, value);
        }
        // JSON that is kept as its text.
        let written = Written::of(value)?;
        let text = written.text().unwrap_or_default();
        let fields: BTreeMap<String, &RawValue> =
            serde_json::from_str(text).map_err(|_| no_object())?;
        fields
            .into_iter()
            .try_for_each(|(name, value)| self.to.field(&name, value))
    }

    fn end(self) -> Result<(), Unwritable> {
        Ok(())
    }
}
