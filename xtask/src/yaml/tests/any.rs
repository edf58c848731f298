//! Any JSON, with the words of OpenAPI in it.

use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use serde_json::{Map, Value};

use super::check;
use super::odd::{LINES, ODD};

fn single() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        text().prop_map(Value::from),
    ]
}

fn text() -> impl Strategy<Value = String> {
    let odd: Vec<_> = ODD
        .iter()
        .chain(&LINES)
        .map(|text| (*text).to_owned())
        .collect();
    let pieces = prop::sample::select(odd);
    prop_oneof![
        any::<String>(),
        "[ \t\r\n:#'\"\\\\a-c0-9.,\\[\\]{}|>&*!%@~-]{0,24}",
        "[a-z\n ]{0,160}",
        vec(pieces.clone(), 1..4).prop_map(|pieces| pieces.concat()),
        pieces,
    ]
}

fn key() -> impl Strategy<Value = String> {
    let words = [
        "openapi",
        "info",
        "title",
        "version",
        "paths",
        "get",
        "parameters",
        "name",
        "in",
        "required",
        "schema",
        "type",
        "enum",
        "properties",
        "items",
        "allOf",
        "default",
        "const",
        "responses",
        "200",
        "description",
        "components",
        "schemas",
        "*",
        "x-retry",
        "overlay",
        "actions",
        "target",
        "string",
        "callbacks",
        "examples",
        "$ref",
    ];
    let words: Vec<_> = words.iter().map(|word| (*word).to_owned()).collect();
    prop_oneof![3 => prop::sample::select(words), 1 => text()]
}

fn any_json() -> impl Strategy<Value = Value> {
    single().prop_recursive(6, 64, 8, |inner| {
        let map = btree_map(key(), inner.clone(), 0..8);
        prop_oneof![
            vec(inner, 0..6).prop_map(Value::from),
            map.prop_map(|map| Value::Object(map.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

proptest! {
    #[test]
    fn any_json_is_read_back_and_written_the_same_again(value in any_json()) {
        check(&value);
    }
}
