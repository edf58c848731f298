//! Turns a value into the name-value pairs of a query string or a form.
//!
//! A scalar is one pair, a sequence one pair per element under the same name, a struct or map one pair per field, an
//! absent value none. Anything deeper has no agreed spelling in a URL and is refused.

use std::fmt;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, PercentEncode, utf8_percent_encode};
use serde::ser::{self, Impossible, Serialize, Serializer};

/// All but the characters that RFC 3986 leaves alone everywhere.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// A text as it stands in a URL, in a path or in a query.
pub(crate) fn escape(text: &str) -> PercentEncode<'_> {
    utf8_percent_encode(text, ESCAPED)
}

/// The pairs of `value`, under `name` where it is not a struct or map itself.
pub(crate) fn pairs<T: Serialize + ?Sized>(
    name: Option<&str>,
    value: &T,
) -> Result<Vec<(String, String)>, Unwritable> {
    let mut out = Vec::new();
    value.serialize(Pairs {
        name,
        room: Room::Object,
        out: &mut out,
    })?;
    Ok(out)
}

/// A value that has no spelling as name-value pairs.
#[derive(Debug)]
pub(crate) struct Unwritable(String);

impl fmt::Display for Unwritable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Unwritable {}

impl ser::Error for Unwritable {
    /// Leaves the message out: it may quote the value.
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self("holds a value that name-value pairs can't express".into())
    }
}

const TOO_DEEP: &str =
    "holds a list or an object inside another, which name-value pairs can't express";

/// What there is room for at a place.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Room {
    Scalar,
    List,
    Object,
}

struct Pairs<'a> {
    name: Option<&'a str>,
    room: Room,
    out: &'a mut Vec<(String, String)>,
}

impl Pairs<'_> {
    fn put(self, value: impl fmt::Display) -> Result<(), Unwritable> {
        let name = self
            .name
            .ok_or_else(|| Unwritable("is a bare value where a name is needed".into()))?;
        self.out.push((name.to_owned(), value.to_string()));
        Ok(())
    }
}

macro_rules! scalars {
    ($($method:ident: $type:ty),* $(,)?) => {
        $(fn $method(self, value: $type) -> Result<(), Unwritable> {
            self.put(value)
        })*
    };
}

impl<'a> Serializer for Pairs<'a> {
    type Ok = ();
    type Error = Unwritable;
    type SerializeSeq = List<'a>;
    type SerializeTuple = List<'a>;
    type SerializeTupleStruct = List<'a>;
    type SerializeTupleVariant = Impossible<(), Unwritable>;
    type SerializeMap = Fields<'a>;
    type SerializeStruct = Fields<'a>;
    type SerializeStructVariant = Impossible<(), Unwritable>;

    scalars! {
        serialize_bool: bool,
        serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64, serialize_i128: i128,
        serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64, serialize_u128: u128,
        serialize_f32: f32, serialize_f64: f64,
        serialize_char: char, serialize_str: &str,
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<(), Unwritable> {
        Err(Unwritable(
            "is raw bytes, which name-value pairs can't express".into(),
        ))
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

    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
    ) -> Result<(), Unwritable> {
        self.put(variant)
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

    fn serialize_seq(self, _: Option<usize>) -> Result<List<'a>, Unwritable> {
        match self.name {
            Some(_) if self.room == Room::Scalar => Err(Unwritable(TOO_DEEP.into())),
            Some(name) => Ok(List {
                name,
                out: self.out,
            }),
            None => Err(Unwritable("is a list where named fields are needed".into())),
        }
    }

    fn serialize_tuple(self, len: usize) -> Result<List<'a>, Unwritable> {
        self.serialize_seq(Some(len))
    }

    fn serialize_tuple_struct(self, _: &'static str, len: usize) -> Result<List<'a>, Unwritable> {
        self.serialize_seq(Some(len))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Unwritable> {
        Err(Unwritable(TOO_DEEP.into()))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Fields<'a>, Unwritable> {
        if self.room != Room::Object {
            return Err(Unwritable(TOO_DEEP.into()));
        }
        Ok(Fields {
            out: self.out,
            key: None,
        })
    }

    fn serialize_struct(self, _: &'static str, len: usize) -> Result<Fields<'a>, Unwritable> {
        self.serialize_map(Some(len))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Unwritable> {
        Err(Unwritable(TOO_DEEP.into()))
    }
}

struct List<'a> {
    name: &'a str,
    out: &'a mut Vec<(String, String)>,
}

impl List<'_> {
    fn element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unwritable> {
        value.serialize(Pairs {
            name: Some(self.name),
            room: Room::Scalar,
            out: self.out,
        })
    }
}

macro_rules! lists {
    ($($trait:ident :: $method:ident),* $(,)?) => {
        $(impl ser::$trait for List<'_> {
            type Ok = ();
            type Error = Unwritable;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unwritable> {
                self.element(value)
            }

            fn end(self) -> Result<(), Unwritable> {
                Ok(())
            }
        })*
    };
}

lists!(
    SerializeSeq::serialize_element,
    SerializeTuple::serialize_element,
    SerializeTupleStruct::serialize_field
);

struct Fields<'a> {
    out: &'a mut Vec<(String, String)>,
    key: Option<String>,
}

impl Fields<'_> {
    fn field<T: Serialize + ?Sized>(&mut self, key: &str, value: &T) -> Result<(), Unwritable> {
        value.serialize(Pairs {
            name: Some(key),
            room: Room::List,
            out: self.out,
        })
    }
}

impl ser::SerializeMap for Fields<'_> {
    type Ok = ();
    type Error = Unwritable;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Unwritable> {
        let mut name = pairs(Some(""), key)?;
        self.key = name.pop().map(|(_, key)| key);
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unwritable> {
        match self.key.take() {
            Some(key) => self.field(&key, value),
            None => Err(Unwritable("has an entry without a name".into())),
        }
    }

    fn end(self) -> Result<(), Unwritable> {
        Ok(())
    }
}

impl ser::SerializeStruct for Fields<'_> {
    type Ok = ();
    type Error = Unwritable;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), Unwritable> {
        self.field(key, value)
    }

    fn end(self) -> Result<(), Unwritable> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    fn written<T: Serialize>(name: Option<&str>, value: &T) -> Vec<(String, String)> {
        pairs(name, value).unwrap()
    }

    fn pair(name: &str, value: &str) -> (String, String) {
        (name.into(), value.into())
    }

    #[test]
    fn a_scalar_is_one_pair_and_nothing_is_none() {
        assert_eq!(written(Some("limit"), &Some(1000)), [pair("limit", "1000")]);
        assert_eq!(written(Some("after"), &None::<String>), []);
        assert_eq!(written(Some("open"), &true), [pair("open", "true")]);
    }

    #[test]
    fn a_list_repeats_the_name() {
        assert_eq!(
            written(Some("id"), &["a", "b"]),
            [pair("id", "a"), pair("id", "b")]
        );
    }

    #[test]
    fn a_struct_is_one_pair_per_field_that_is_there() {
        #[derive(serde::Serialize)]
        struct Form {
            grant_type: &'static str,
            scope: Option<&'static str>,
            tags: Vec<u8>,
        }
        let form = Form {
            grant_type: "client_credentials",
            scope: None,
            tags: vec![1, 2],
        };
        assert_eq!(
            written(None, &form),
            [
                pair("grant_type", "client_credentials"),
                pair("tags", "1"),
                pair("tags", "2")
            ]
        );
        assert_eq!(written(None, &BTreeMap::from([("k", 1)])), [pair("k", "1")]);
    }

    #[test]
    fn what_has_no_agreed_spelling_is_refused() {
        assert!(pairs(Some("a"), &[[1], [2]]).is_err());
        assert!(pairs(Some("a"), &[Vec::<u8>::new()]).is_err());
        assert!(pairs(Some("a"), &[BTreeMap::from([("a", 1)])]).is_err());
        assert!(pairs(None, &BTreeMap::from([("a", BTreeMap::from([("a", 1)]))])).is_err());
        assert!(
            pairs(
                None,
                &BTreeMap::from([("outer", BTreeMap::from([("inner", 1)]))])
            )
            .is_err()
        );
        assert!(pairs(None, &7).is_err());
        assert!(pairs(None, &[7]).is_err());
    }
}
