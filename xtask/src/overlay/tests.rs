//! Clause by clause of the Overlay Specification 1.0.

mod any;
mod format;
mod jsonpath;
mod missed;
mod remove;
mod update;

use serde_json::{Value, json};

use super::Overlay;

/// An overlay with these actions, as JSON.
fn overlay(actions: &Value) -> Overlay {
    Overlay::parse("overlay.yaml", &text(actions)).unwrap()
}

fn text(actions: &Value) -> String {
    let info = json!({ "title": "T", "version": "1" });
    json!({ "overlay": "1.0.0", "info": info, "actions": actions }).to_string()
}

fn applied(document: &Value, actions: &Value) -> Value {
    overlay(actions).apply(document).unwrap()
}

fn refused(document: &Value, actions: &Value) -> String {
    overlay(actions).apply(document).unwrap_err().to_string()
}

/// What is said of a text that is no overlay.
fn unread(text: &str) -> String {
    Overlay::parse("overlay.yaml", text)
        .unwrap_err()
        .to_string()
}

fn api() -> Value {
    json!({
        "openapi": "3.0.3",
        "info": { "title": "Loans", "version": "1" },
        "tags": [{ "name": "loans" }, { "name": "payments", "description": "old" }],
        "paths": {
            "/loans": {
                "get": { "parameters": [{ "name": "page", "in": "query" }, { "name": "trace", "in": "header" }] },
                "post": { "tags": ["loans"], "responses": { "201": { "description": "made" } } },
            },
            "/loans/{id}": { "get": { "parameters": [{ "name": "id", "in": "path" }] } },
        },
    })
}
