//! Operations and their parameters.

use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

use super::body;
use super::schema::{property, schema};

/// Paths, some of which don't fit their parameters.
pub(crate) fn path() -> impl Strategy<Value = String> {
    select(
        &[
            "/loans",
            "/loans/{id}",
            "/loans/{id}/payments/{paymentId}",
            "/loans/{id}.json",
            "/a/{id}:cancel",
            "/a({id})",
            "loans",
            "/loans?status=open",
            "/loans#all",
            "/",
            "/{id}/{id}",
            "/ä/{größe}",
            "/{amount-minor}/{amount_minor}",
        ][..],
    )
    .prop_map(str::to_owned)
}

fn parameter() -> impl Strategy<Value = Value> {
    let place = select(
        &[
            "query", "query", "query", "path", "header", "cookie", "body",
        ][..],
    );
    let style = select(
        &[
            "form",
            "simple",
            "deepObject",
            "pipeDelimited",
            "spaceDelimited",
            "label",
            "matrix",
        ][..],
    );
    let name = prop_oneof![
        4 => property(),
        1 => select(&["Accept", "Content-Type", "Authorization", "send", "new", "client", "expand[]", "filter[a]", "paymentId"][..]).prop_map(str::to_owned),
    ];
    (
        name,
        place,
        schema(),
        proptest::option::of(style),
        proptest::option::of(any::<bool>()),
        any::<bool>(),
        0..8_u8,
    )
        .prop_map(|(name, place, schema, style, explode, required, form)| {
            let mut parameter = json!({ "name": name, "in": place, "required": required });
            match form {
                0 => parameter["content"] = json!({ "application/json": { "schema": schema } }),
                1 => {}
                _ => parameter["schema"] = schema,
            }
            if let Some(style) = style {
                parameter["style"] = style.into();
            }
            if let Some(explode) = explode {
                parameter["explode"] = explode.into();
            }
            parameter
        })
}

fn operation() -> impl Strategy<Value = Value> {
    let id = select(
        &[
            "getLoan", "get_loan", "GetLoan", "list", "session", "error", "string", "send", "",
            "1", "self", "new", "response",
        ][..],
    );
    (
        proptest::option::of(id),
        vec(parameter(), 0..4),
        proptest::option::of(body::request()),
        proptest::option::weighted(0.9, body::responses()),
    )
        .prop_map(|(id, parameters, request, responses)| {
            let mut operation = json!({ "parameters": parameters, "summary": "Does it." });
            for (key, value) in [
                ("requestBody", request),
                ("responses", responses),
                ("operationId", id.map(Value::from)),
            ] {
                if let Some(value) = value {
                    operation[key] = value;
                }
            }
            operation
        })
}

/// A path with its operations.
pub(crate) fn item() -> impl Strategy<Value = Value> {
    let method = select(&["get", "post", "put", "patch", "delete", "head"][..]);
    let operations = btree_map(method.prop_map(str::to_owned), operation(), 0..3);
    (operations, vec(parameter(), 0..2)).prop_map(|(operations, shared)| {
        let mut item = json!(operations);
        if !shared.is_empty() {
            item["parameters"] = shared.into();
        }
        item
    })
}
