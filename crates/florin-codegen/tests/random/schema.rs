//! Schemas, with whatever words providers have for them.

use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

/// Names of components, some of which become one name in Rust, or one that is taken.
pub(crate) fn name() -> impl Strategy<Value = String> {
    select(
        &[
            "Loan",
            "loan",
            "LOAN",
            "Loan_Status",
            "LoanStatus",
            "loan.status",
            "Payment",
            "payment-item",
            "PaymentItem",
            "String",
            "Option",
            "Result",
            "Error",
            "Vec",
            "Default",
            "Client",
            "self",
            "1st",
            "Größe",
            "Box",
            "type",
            "Response",
        ][..],
    )
    .prop_map(str::to_owned)
}

/// Names of properties, likewise.
pub(crate) fn property() -> impl Strategy<Value = String> {
    select(
        &[
            "id",
            "@id",
            "ID",
            "status",
            "Status",
            "amount",
            "amount_minor",
            "amountMinor",
            "amount-minor",
            "type",
            "type_",
            "self",
            "_",
            "",
            "+1",
            "-1",
            "1",
            "extra",
            "value",
            "item",
            "größe",
            "a b",
            "$ref_",
            "kind",
            "body",
            "default",
            "x-y",
        ][..],
    )
    .prop_map(str::to_owned)
}

fn reference() -> impl Strategy<Value = Value> {
    let inside = select(
        &[
            "",
            "",
            "",
            "",
            "",
            "/properties/id",
            "/properties/status",
            "/items",
            "/$defs/Inner",
            "/allOf/0",
        ][..],
    );
    let others = select(
        &[
            "#/components/responses/Done",
            "#/definitions/Old",
            "other.yaml#/Thing",
            "#",
            "#/paths/~1loans/get",
            "https://example.com/s.json",
            "#/components/schemas/Gone",
            "#/components/schemas/%4Coan",
        ][..],
    );
    prop_oneof![
        9 => (name(), inside).prop_map(|(name, inside)| json!({ "$ref": format!("#/components/schemas/{name}{inside}") })),
        1 => others.prop_map(|reference| json!({ "$ref": reference })),
    ]
}

fn texts() -> impl Strategy<Value = Value> {
    let values = select(
        &[
            "ok",
            "OK",
            "Ok",
            "a-b",
            "a_b",
            "a b",
            "",
            "+",
            "-",
            "<=",
            ">=",
            "1",
            "1 ",
            "null",
            "Unknown",
            "Err",
            "Self",
            "ä",
            "%",
            "very long value with many words in it",
            "true",
            "🦀",
        ][..],
    );
    vec(values, 1..6).prop_map(|values| json!(values))
}

fn kind() -> impl Strategy<Value = Value> {
    let known = select(&["string", "integer", "number", "boolean", "object", "array"][..]);
    let odd = select(&["null", "file", "float", "date", "String", "any", ""][..]);
    prop_oneof![
        8 => known.clone().prop_map(Value::from),
        1 => odd.prop_map(Value::from),
        1 => vec(prop_oneof![known, Just("null")], 0..4).prop_map(|kinds| json!(kinds)),
    ]
}

fn format() -> impl Strategy<Value = Value> {
    select(
        &[
            "int32",
            "int64",
            "uint64",
            "float",
            "double",
            "decimal",
            "date",
            "date-time",
            "uuid",
            "byte",
            "binary",
            "uri",
            "email",
            "ipv4",
            "password",
            "iban",
            "",
        ][..],
    )
    .prop_map(Value::from)
}

fn leaf() -> impl Strategy<Value = Value> {
    let mixed = Just(json!({ "enum": [1, "1", true, null, 1.5] }));
    prop_oneof![
        4 => (kind(), proptest::option::of(format())).prop_map(|(kind, format)| match format {
            Some(format) => json!({ "type": kind, "format": format }),
            None => json!({ "type": kind }),
        }),
        3 => texts().prop_map(|values| json!({ "type": "string", "enum": values })),
        1 => Just(json!({ "type": "integer", "enum": [1, 2, -1, 1, 1_000_000_000_000_i64] })),
        1 => mixed,
        1 => texts().prop_map(|values| json!({ "type": "integer", "enum": values })),
        1 => super::json_value().prop_map(|value| json!({ "const": value })),
        6 => reference(),
        1 => Just(json!({})),
        1 => Just(json!(true)),
        1 => Just(json!(false)),
    ]
}

/// A word that narrows, describes or means nothing.
fn word() -> impl Strategy<Value = (String, Value)> {
    let value = |word: &'static str, value: Value| Just((word.to_owned(), value));
    prop_oneof![
        value("nullable", json!(true)),
        value(
            "description",
            json!("Words with `code`, <b>tags</b> and\n* a list.")
        ),
        value("title", json!("Loan")),
        value("deprecated", json!(true)),
        value("readOnly", json!(true)),
        value("writeOnly", json!(true)),
        value("minLength", json!(3)),
        value("maxLength", json!(2)),
        value("pattern", json!("^[A-Z]{3}$")),
        value("pattern", json!("^(?<!x)(")),
        value("minimum", json!(1)),
        value("maximum", json!(1e30)),
        value("exclusiveMinimum", json!(0)),
        value("exclusiveMinimum", json!(true)),
        value("multipleOf", json!(0.01)),
        value("uniqueItems", json!(true)),
        value("minItems", json!(2)),
        value("maxItems", json!(2)),
        value("additionalProperties", json!(false)),
        value("additionalProperties", json!(true)),
        value("additionalProperties", json!({ "type": "string" })),
        value("not", json!({ "type": "string" })),
        value("if", json!({ "properties": { "a": { "const": 1 } } })),
        value("then", json!({ "required": ["b"] })),
        value(
            "$defs",
            json!({ "Inner": { "type": "object", "properties": { "a": { "type": "string" } } } })
        ),
        value("patternProperties", json!({ "^x": { "type": "string" } })),
        value(
            "prefixItems",
            json!([{ "type": "string" }, { "type": "integer" }])
        ),
        value("contentEncoding", json!("base64")),
        value("discriminator", json!({ "propertyName": "type" })),
        value(
            "discriminator",
            json!({ "propertyName": "kind", "mapping": { "a": "Loan", "b": "#/components/schemas/Payment" } })
        ),
        value("required", json!(["id", "gone"])),
        value("x-unknown", json!({ "a": 1 })),
        super::json_value().prop_map(|value| ("default".to_owned(), value)),
        super::json_value().prop_map(|value| ("example".to_owned(), value)),
        super::json_value().prop_map(|value| ("examples".to_owned(), json!([value]))),
    ]
}

/// Any schema.
pub(crate) fn schema() -> impl Strategy<Value = Value> {
    let decorated = |bare: BoxedStrategy<Value>| {
        (bare, vec(word(), 0..3)).prop_map(|(mut schema, words)| {
            if let Some(object) = schema.as_object_mut() {
                for (word, value) in words {
                    object.entry(word).or_insert(value);
                }
            }
            schema
        })
    };
    decorated(leaf().boxed()).prop_recursive(4, 24, 4, move |inner| {
        let object = (btree_map(property(), inner.clone(), 0..5), vec(property(), 0..3));
        let object = object.prop_map(|(properties, required)| json!({ "type": "object", "properties": properties, "required": required }));
        let many = vec(inner.clone(), 0..4);
        let bare = prop_oneof![
            4 => object,
            2 => inner.clone().prop_map(|items| json!({ "type": "array", "items": items })),
            1 => inner.clone().prop_map(|value| json!({ "type": "object", "additionalProperties": value })),
            2 => many.clone().prop_map(|parts| json!({ "allOf": parts })),
            2 => many.clone().prop_map(|parts| json!({ "oneOf": parts })),
            2 => many.prop_map(|parts| json!({ "anyOf": parts })),
            1 => (property(), inner.clone(), inner).prop_map(|(name, property, part)| json!({
                "properties": { name: property }, "allOf": [part], "oneOf": [{ "required": ["id"] }, { "required": ["kind"] }],
            })),
        ];
        decorated(bare.boxed())
    })
}
