//! Turns a value into the name-value pairs of a query string or a form.
//!
//! A scalar is one pair, a sequence one pair per element under the same name, a struct or map one pair per field, an
//! absent value none. Anything deeper has no agreed spelling in a URL and is refused.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, PercentEncode, utf8_percent_encode};
use serde::Serialize;

use crate::each_field::{TakesField, each_field};
use crate::encode;
use crate::style::{self, Pair, PairStyle};
use crate::written::{Unwritable, Written};

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

/// The pairs of `value` in a style.
pub(crate) fn styled<T: Serialize + ?Sized>(
    name: &str,
    value: &T,
    style: PairStyle,
) -> Result<Vec<Pair>, Unwritable> {
    let written = Written::of(value)?;
    if style == PairStyle::Json && written != Written::Absent {
        return Ok(vec![Pair::one(name, json(value)?)]);
    }
    style::pairs(Some(name), written, style)
}

/// The value's JSON, as a text of its own.
pub(crate) fn json<T: Serialize + ?Sized>(value: &T) -> Result<String, Unwritable> {
    let json = encode::json(value).map_err(|error| Unwritable(format!("is no JSON: {error}")))?;
    String::from_utf8(json).map_err(|_| Unwritable("is no text".into()))
}

/// The pairs of a form, each field in its own style. One that has none is JSON where it is an object, and repeats its name where
/// it is a list; an object in a list is JSON, too.
pub(crate) fn form<T: Serialize + ?Sized>(
    body: &T,
    styles: &[(&str, PairStyle)],
) -> Result<Vec<(String, String)>, Unwritable> {
    let mut form = Form {
        styles,
        pairs: Vec::new(),
    };
    each_field(body, &mut form)?;
    Ok(form.pairs)
}

fn unstyled<T: Serialize + ?Sized>(name: &str, value: &T) -> Result<Vec<Pair>, Unwritable> {
    let is_nested = |value: &Written| matches!(value, Written::Object(_) | Written::List(_));
    match Written::of(value)? {
        Written::Object(_) => Ok(vec![Pair::one(name, json(value)?)]),
        Written::List(items) if items.iter().any(is_nested) => {
            let items: Vec<serde_json::Value> = serde_json::from_str(&json(value)?)
                .map_err(|_| Unwritable("is no list of JSON".into()))?;
            let pairs = items.into_iter().filter_map(|item| match item {
                serde_json::Value::Null => None,
                serde_json::Value::String(text) => Some(Pair::one(name, text)),
                item => Some(Pair::one(name, item.to_string())),
            });
            Ok(pairs.collect())
        }
        written => style::pairs(Some(name), written, PairStyle::Form),
    }
}

struct Form<'a> {
    styles: &'a [(&'a str, PairStyle)],
    pairs: Vec<(String, String)>,
}

impl TakesField for Form<'_> {
    fn field<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) -> Result<(), Unwritable> {
        let known = self.styles.iter().find(|(known, _)| *known == name);
        let pairs = match known {
            Some((_, style)) => styled(name, value, *style),
            None => unstyled(name, value),
        };
        let pairs = pairs.map_err(|Unwritable(why)| Unwritable(format!("field {name} {why}")))?;
        for pair in pairs {
            self.pairs.push(pair.joined()?);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    /// The pairs of `value`, under `name` where it is not a struct or map itself.
    fn pairs<T: Serialize + ?Sized>(
        name: Option<&str>,
        value: &T,
    ) -> Result<Vec<(String, String)>, Unwritable> {
        let pairs = style::pairs(name, Written::of(value)?, PairStyle::Form)?;
        pairs.into_iter().map(Pair::joined).collect()
    }

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
    fn each_field_of_a_form_has_its_own_style() {
        let body = serde_json::json!({
            "amount": "1.50",
            "tags": ["a", "b"],
            "name": { "first": "Ada" },
            "metadata": { "a": { "b": [1, 2] } },
            "ids": ["x", "y"],
            "json": { "n": 1 },
            "rows": [{ "n": "1" }, [2], "a", null],
            "none": null
        });
        let styles = [
            ("metadata", PairStyle::DeepObject),
            ("ids", PairStyle::Comma),
            ("json", PairStyle::Json),
        ];
        assert_eq!(
            form(&body, &styles).unwrap(),
            [
                pair("amount", "1.50"),
                pair("ids", "x,y"),
                pair("json", r#"{"n":1}"#),
                pair("metadata[a][b][]", "1"),
                pair("metadata[a][b][]", "2"),
                pair("name", r#"{"first":"Ada"}"#),
                pair("rows", r#"{"n":"1"}"#),
                pair("rows", "[2]"),
                pair("rows", "a"),
                pair("tags", "a"),
                pair("tags", "b")
            ]
        );
        let split = serde_json::json!({ "ids": ["x,y", "z"] });
        assert!(form(&split, &styles).is_err(), "it would be three");
        assert!(form(&[1], &styles).is_err());
        assert!(form(&7, &styles).is_err());
    }

    #[test]
    fn an_object_of_a_form_is_not_poured_into_it() {
        let body = serde_json::json!({ "a": { "x": "1" }, "x": "2" });
        assert_eq!(
            form(&body, &[]).unwrap(),
            [pair("a", r#"{"x":"1"}"#), pair("x", "2")]
        );
        assert_eq!(
            form(&body, &[("a", PairStyle::Form)]).unwrap(),
            [pair("x", "1"), pair("x", "2")],
            "where the spec asks for it"
        );
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
