//! A spec of the size of the largest that finance providers publish, in words that progenitor by itself takes as well:
//! 400 operations, 540 schemas, 3 MB.

use std::fmt::Write as _;

use serde_json::{Map, Value, json};

const RESOURCES: usize = 90;
const SCHEMAS_OF_A_RESOURCE: usize = 6;
const OPERATIONS: usize = 400;

/// The document, the same each time.
#[must_use]
pub fn document() -> Value {
    let mut schemas = Map::new();
    let mut paths = Map::new();
    for at in 0..RESOURCES {
        let name = name(at);
        for (part, schema) in schemas_of(at, &name) {
            schemas.insert(format!("{name}{part}"), schema);
        }
    }
    schemas.insert("Problem".into(), problem());
    let mut left = OPERATIONS;
    for at in 0..RESOURCES {
        for (path, method, operation) in operations_of(at, &name(at)) {
            if left == 0 {
                break;
            }
            left -= 1;
            let item = paths.entry(path).or_insert_with(|| json!({}));
            item[method] = operation;
        }
    }
    json!({
        "openapi": "3.0.3",
        "info": { "title": "Large lender", "version": "1.0.0", "description": words(40, 1) },
        "servers": [{ "url": "https://api.lender.example" }],
        "security": [{ "bearer": [] }],
        "paths": paths,
        "components": {
            "securitySchemes": { "bearer": { "type": "http", "scheme": "bearer" } },
            "schemas": schemas,
        },
    })
}

fn name(at: usize) -> String {
    const FIRST: [&str; 10] = [
        "Loan", "Payment", "Account", "Invoice", "Mandate", "Transfer", "Card", "Dispute", "Quote",
        "Payout",
    ];
    const SECOND: [&str; 9] = [
        "Order",
        "Schedule",
        "Request",
        "Limit",
        "Batch",
        "Report",
        "Review",
        "Contract",
        "Settlement",
    ];
    format!("{}{}", FIRST[at % FIRST.len()], SECOND[at / FIRST.len()])
}

/// The resource itself, what it is created and changed with, a page of it, its amount and its party.
fn schemas_of(at: usize, name: &str) -> [(&'static str, Value); SCHEMAS_OF_A_RESOURCE] {
    let of = |part: &str| json!({ "$ref": format!("#/components/schemas/{name}{part}") });
    let object = |required: &[&str], own: Vec<(&str, Value)>| {
        let mut properties = fields(at);
        properties.extend(
            own.into_iter()
                .map(|(name, schema)| (name.to_owned(), schema)),
        );
        json!({ "type": "object", "description": words(30, at), "required": required, "properties": properties })
    };
    [
        (
            "",
            object(
                &["id", "amount", "status"],
                vec![
                    ("id", text("The identifier.", at)),
                    ("amount", of("Amount")),
                    ("party", of("Party")),
                    ("status", status(at)),
                ],
            ),
        ),
        (
            "Data",
            object(
                &["amount"],
                vec![("amount", of("Amount")), ("party", of("Party"))],
            ),
        ),
        ("Change", object(&[], vec![("party", of("Party"))])),
        (
            "Page",
            json!({
                "type": "object",
                "description": words(20, at),
                "required": ["items"],
                "properties": {
                    "items": { "type": "array", "items": of(""), "description": words(12, at) },
                    "next": text("Where the next page is.", at),
                },
            }),
        ),
        (
            "Amount",
            json!({
                "type": "object",
                "description": words(20, at),
                "required": ["value", "currency"],
                "properties": {
                    "value": { "type": "number", "description": words(15, at) },
                    "currency": text("ISO 4217.", at),
                },
            }),
        ),
        (
            "Party",
            object(
                &["name"],
                vec![
                    ("name", text("What it is called.", at)),
                    ("kind", status(at + 7)),
                ],
            ),
        ),
    ]
}

fn problem() -> Value {
    json!({
        "type": "object",
        "description": words(20, 3),
        "properties": { "code": text("A code.", 1), "detail": text("Words.", 2) },
    })
}

/// Ten fields of the kinds that a resource has.
fn fields(at: usize) -> Map<String, Value> {
    let mut fields = Map::new();
    for (i, topic) in [
        "created",
        "reference",
        "note",
        "rate",
        "count",
        "final",
        "labels",
        "extra",
        "due",
        "owner",
    ]
    .iter()
    .enumerate()
    {
        let schema = match i {
            3 => json!({ "type": "number", "description": words(18, at + i) }),
            4 => json!({ "type": "integer", "format": "int64", "description": words(18, at + i) }),
            5 => json!({ "type": "boolean", "description": words(18, at + i) }),
            6 => {
                json!({ "type": "array", "items": { "type": "string" }, "description": words(18, at + i) })
            }
            7 => {
                json!({ "type": "object", "additionalProperties": { "type": "string" }, "description": words(18, at + i) })
            }
            _ => text("", at + i),
        };
        fields.insert((*topic).to_owned(), schema);
    }
    fields
}

fn text(about: &str, at: usize) -> Value {
    json!({ "type": "string", "description": format!("{about} {}", words(18, at)).trim() })
}

fn status(at: usize) -> Value {
    json!({
        "type": "string",
        "description": words(14, at),
        "enum": ["draft", "pending", "approved", "active", "closed", "refused"],
    })
}

/// Five operations: list, create, read, change, cancel.
fn operations_of(at: usize, name: &str) -> [(String, &'static str, Value); 5] {
    let folder = format!("/v1/{}", name.to_lowercase());
    let one = format!("{folder}/{{id}}");
    let id = json!({ "name": "id", "in": "path", "required": true, "description": words(8, at), "schema": { "type": "string" } });
    let query = |name: &str, kind: &str| json!({ "name": name, "in": "query", "description": words(12, at), "schema": { "type": kind } });
    let schema = |part: &str| json!({ "$ref": format!("#/components/schemas/{name}{part}") });
    let content = |part: &str| json!({ "application/json": { "schema": schema(part) } });
    let operation = |verb: &str, parameters: Vec<Value>, sent: Option<&str>, read: &str| {
        let failed = json!({ "description": words(6, at), "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Problem" } } } });
        let mut operation = json!({
            "operationId": format!("{verb}{name}"),
            "summary": words(8, at),
            "description": words(60, at),
            "tags": [name],
            "parameters": parameters,
            "responses": {
                "200": { "description": words(6, at), "content": content(read) },
                "4XX": failed,
                "5XX": failed,
            },
        });
        if let Some(sent) = sent {
            operation["requestBody"] = json!({ "required": true, "content": content(sent) });
        }
        operation
    };
    let filters = vec![
        query("cursor", "string"),
        query("limit", "integer"),
        query("status", "string"),
        query("reversed", "boolean"),
    ];
    [
        (
            folder.clone(),
            "get",
            operation("list", filters, None, "Page"),
        ),
        (
            folder,
            "post",
            operation("create", vec![], Some("Data"), ""),
        ),
        (
            one.clone(),
            "get",
            operation("get", vec![id.clone()], None, ""),
        ),
        (
            one.clone(),
            "patch",
            operation("change", vec![id.clone()], Some("Change"), ""),
        ),
        (one, "delete", operation("cancel", vec![id], None, "")),
    ]
}

/// So many words, of those that such descriptions are made of.
fn words(count: usize, at: usize) -> String {
    const WORDS: [&str; 23] = [
        "the",
        "amount",
        "that",
        "is",
        "owed",
        "by",
        "a",
        "borrower",
        "after",
        "each",
        "payment",
        "has",
        "been",
        "settled",
        "with",
        "its",
        "provider",
        "unless",
        "it",
        "was",
        "cancelled",
        "before",
        "maturity",
    ];
    let mut text = String::new();
    for i in 0..count {
        let word = WORDS[(at * 7 + i * 5 + i / 23) % WORDS.len()];
        let _ = write!(text, "{}{word}", if i == 0 { "" } else { " " });
    }
    text.push('.');
    text
}
