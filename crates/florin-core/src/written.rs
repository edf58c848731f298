//! A value as it is spelled outside JSON: texts, lists of them and objects of them.
//!
//! The styles of OpenAPI differ in what they put between the texts, so each value is taken apart once, here. An absent
//! value leaves nothing behind, also inside a list or an object.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;
use serde::ser::{self, Impossible, Serialize, Serializer};
use serde_json::value::RawValue;

use crate::file_part::COLLECTED;
use crate::raw_json::RAW;

/// A value in its texts.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Written {
    Absent,
    Text(String),
    /// The file that was met as this one, counted from 0; only while files are collected.
    File(usize),
    List(Vec<Written>),
    Object(Vec<(String, Written)>),
}

impl Written {
    pub(crate) fn of<T: Serialize + ?Sized>(value: &T) -> Result<Self, Unwritable> {
        value.serialize(Writer)
    }

    pub(crate) fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Whether there is a file in it.
    pub(crate) fn has_file(&self) -> bool {
        match self {
            Self::File(_) => true,
            Self::List(items) => items.iter().any(Self::has_file),
            Self::Object(fields) => fields.iter().any(|(_, value)| value.has_file()),
            Self::Absent | Self::Text(_) => false,
        }
    }
}

/// A value that has no spelling in its place.
#[derive(Debug)]
pub(crate) struct Unwritable(pub(crate) String);

impl fmt::Display for Unwritable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Unwritable {}

impl ser::Error for Unwritable {
    /// Leaves the message out: it may quote the value.
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self("holds a value that can't be written as text".into())
    }
}

struct Writer;

macro_rules! scalars {
    ($($method:ident: $type:ty),* $(,)?) => {
        $(fn $method(self, value: $type) -> Result<Written, Unwritable> {
            Ok(Written::Text(value.to_string()))
        })*
    };
}

fn variant() -> Unwritable {
    Unwritable("holds a variant that has no spelling as text".into())
}

impl Serializer for Writer {
    type Ok = Written;
    type Error = Unwritable;
    type SerializeSeq = Items;
    type SerializeTuple = Items;
    type SerializeTupleStruct = Items;
    type SerializeTupleVariant = Impossible<Written, Unwritable>;
    type SerializeMap = Fields;
    type SerializeStruct = Fields;
    type SerializeStructVariant = Impossible<Written, Unwritable>;

    scalars! {
        serialize_bool: bool,
        serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64, serialize_i128: i128,
        serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64, serialize_u128: u128,
        serialize_f32: f32, serialize_f64: f64,
        serialize_char: char, serialize_str: &str,
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<Written, Unwritable> {
        Err(Unwritable("holds raw bytes, which are no text".into()))
    }

    fn serialize_none(self) -> Result<Written, Unwritable> {
        Ok(Written::Absent)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<Written, Unwritable> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<Written, Unwritable> {
        Ok(Written::Absent)
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<Written, Unwritable> {
        Ok(Written::Absent)
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
    ) -> Result<Written, Unwritable> {
        Ok(Written::Text(variant.to_owned()))
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        value: &T,
    ) -> Result<Written, Unwritable> {
        let written = value.serialize(self)?;
        match &written {
            Written::Text(place) if name == COLLECTED => match place.parse() {
                Ok(place) => Ok(Written::File(place)),
                Err(_) => Ok(written),
            },
            _ => Ok(written),
        }
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        value: &T,
    ) -> Result<Written, Unwritable> {
        value.serialize(self)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Items, Unwritable> {
        Ok(Items(Vec::new()))
    }

    fn serialize_tuple(self, _: usize) -> Result<Items, Unwritable> {
        Ok(Items(Vec::new()))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Items, Unwritable> {
        Ok(Items(Vec::new()))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Unwritable> {
        Err(variant())
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Fields, Unwritable> {
        Ok(Fields::default())
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Fields, Unwritable> {
        Ok(Fields::default())
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Unwritable> {
        Err(variant())
    }
}

struct Items(Vec<Written>);

macro_rules! lists {
    ($($trait:ident :: $method:ident),* $(,)?) => {
        $(impl ser::$trait for Items {
            type Ok = Written;
            type Error = Unwritable;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unwritable> {
                match Written::of(value)? {
                    Written::Absent => {}
                    written => self.0.push(written),
                }
                Ok(())
            }

            fn end(self) -> Result<Written, Unwritable> {
                Ok(Written::List(self.0))
            }
        })*
    };
}

lists!(
    SerializeSeq::serialize_element,
    SerializeTuple::serialize_element,
    SerializeTupleStruct::serialize_field
);

#[derive(Default)]
struct Fields {
    all: Vec<(String, Written)>,
    key: Option<String>,
    /// What stands in the place of the fields: JSON that is kept as its text.
    kept: Option<Written>,
}

/// What a JSON text holds, each number as it is spelled.
fn of_json(text: &str) -> Result<Written, Unwritable> {
    fn read<'a, T: Deserialize<'a>>(text: &'a str) -> Result<T, Unwritable> {
        serde_json::from_str(text).map_err(ser::Error::custom)
    }
    match text.bytes().next() {
        Some(b'{') => Written::of(&read::<BTreeMap<String, &RawValue>>(text)?),
        Some(b'[') => Written::of(&read::<Vec<&RawValue>>(text)?),
        Some(b'"') => read(text).map(Written::Text),
        Some(b'n') => Ok(Written::Absent),
        _ => Ok(Written::Text(text.to_owned())),
    }
}

impl Fields {
    fn field<T: Serialize + ?Sized>(&mut self, key: String, value: &T) -> Result<(), Unwritable> {
        match Written::of(value)? {
            Written::Absent => {}
            written => self.all.push((key, written)),
        }
        Ok(())
    }
}

impl ser::SerializeMap for Fields {
    type Ok = Written;
    type Error = Unwritable;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Unwritable> {
        self.key = Written::of(key)?.text().map(str::to_owned);
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unwritable> {
        match self.key.take() {
            Some(key) => self.field(key, value),
            None => Err(Unwritable("has an entry without a name".into())),
        }
    }

    fn end(self) -> Result<Written, Unwritable> {
        Ok(Written::Object(self.all))
    }
}

impl ser::SerializeStruct for Fields {
    type Ok = Written;
    type Error = Unwritable;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), Unwritable> {
        if key == RAW {
            self.kept = Written::of(value)?.text().map(of_json).transpose()?;
            return Ok(());
        }
        self.field(key.to_owned(), value)
    }

    fn end(self) -> Result<Written, Unwritable> {
        Ok(self.kept.unwrap_or(Written::Object(self.all)))
    }
}
