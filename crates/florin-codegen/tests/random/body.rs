//! What is sent and what is answered.

use proptest::collection::btree_map;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

use super::schema::schema;

fn media() -> impl Strategy<Value = String> {
    select(
        &[
            "application/json",
            "application/json",
            "application/json; charset=utf-8",
            "application/problem+json",
            "application/merge-patch+json",
            "text/json",
            "*/*",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "text/plain",
            "text/csv",
            "application/xml",
            "application/jwt",
            "application/octet-stream",
            "application/pdf",
            "image/*",
        ][..],
    )
    .prop_map(str::to_owned)
}

fn content() -> impl Strategy<Value = Value> {
    let encoding = json!({ "id": { "style": "deepObject", "explode": true }, "amount": { "contentType": "text/plain" } });
    let said = prop_oneof![
        6 => schema().prop_map(|schema| json!({ "schema": schema })),
        1 => schema().prop_map(move |schema| json!({ "schema": schema, "encoding": encoding })),
        1 => Just(json!({})),
    ];
    btree_map(media(), said, 0..3).prop_map(|content| json!(content))
}

/// A request body.
pub(crate) fn request() -> impl Strategy<Value = Value> {
    (content(), any::<bool>())
        .prop_map(|(content, required)| json!({ "content": content, "required": required }))
}

/// One answer.
fn answer() -> impl Strategy<Value = Value> {
    prop_oneof![
        5 => content().prop_map(|content| json!({ "description": "An answer.", "content": content })),
        2 => Just(json!({ "description": "Nothing." })),
        1 => Just(json!({ "$ref": "#/components/responses/Done" })),
        1 => Just(json!({ "$ref": "#/components/responses/Gone" })),
    ]
}

/// The answers of an operation.
pub(crate) fn responses() -> impl Strategy<Value = Value> {
    let status = select(
        &[
            "200", "200", "201", "202", "204", "2XX", "302", "400", "401", "404", "409", "422",
            "4XX", "500", "5XX", "default",
        ][..],
    );
    btree_map(status.prop_map(str::to_owned), answer(), 0..5).prop_map(|answers| json!(answers))
}

/// Those with a name.
pub(crate) fn responses_of_components() -> impl Strategy<Value = Value> {
    content().prop_map(|content| json!({ "Done": { "description": "Done.", "content": content } }))
}
