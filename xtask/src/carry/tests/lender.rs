//! A lender of our own, whose upstream document is written by somebody else.

use serde_json::{Value, json};

use crate::carry::{Carried, carried};
use crate::overlay::Overlay;

fn ours() -> Value {
    json!({
        "openapi": "3.0.3",
        "info": { "title": "Lender", "version": "1", "x-unsupported": [{ "title": "Closing", "reason": "No path." }] },
        "servers": [{ "url": "https://api.lender.example/v2" }],
        "paths": {
            "/loans/{loanId}/": {
                "get": {
                    "operationId": "get_loan", "x-retry": "safe",
                    "x-provenance": { "path": "inferred", "request": "documented", "response": "inferred" },
                    "parameters": [
                        { "name": "loanId", "in": "path", "required": true, "x-sensitive": "pii", "schema": { "type": "string" } },
                        { "name": "page_size", "in": "query", "schema": { "type": "number", "x-unit": "percent" } },
                    ],
                    "responses": { "2XX": json_of(&reference("Loan")) },
                },
            },
            "/loans/": {
                "post": {
                    "operationId": "create_loan", "x-retry": "keyed", "x-replays": true, "x-in-progress": 409,
                    "parameters": [{ "name": "Idempotency-Key", "in": "header", "x-idempotency-key": true, "schema": { "type": "string" } }],
                    "requestBody": json_of(&reference("Loan")),
                    "responses": { "201": json_of(&reference("Loan")) },
                },
            },
            "/payments": {
                "post": {
                    "operationId": "create_payment", "x-retry": "keyed", "x-key-field": "payment.reference",
                    "requestBody": json_of(&json!({ "type": "object", "properties": { "payment": { "type": "object",
                        "properties": { "reference": { "type": "string" } } } } })),
                    "responses": { "204": { "description": "done" } },
                },
            },
        },
        "components": { "schemas": {
            "Loan": { "type": "object", "properties": {
                "id": { "type": "string" },
                "rate": { "type": "number", "x-unit": "fraction" },
                "iban": reference("Iban"),
                "borrower_name": { "type": "string", "x-sensitive": "pii" },
                "pin": { "type": "string", "format": "password" },
                "state": { "type": "string", "enum": ["OPEN", "CLOSED"], "x-open": true, "x-also-read": { "open": "OPEN" } },
            } },
            "Iban": { "type": "string", "x-sensitive": "pii" },
        } },
    })
}

fn reference(name: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{name}") })
}

fn json_of(schema: &Value) -> Value {
    json!({ "description": "d", "content": { "application/json": { "schema": schema } } })
}

/// Upstream: the version in the path, other names for path parameters and types, camel case.
fn theirs() -> Value {
    json!({
        "openapi": "3.1.0",
        "info": { "title": "Lender", "version": "2" },
        "servers": [{ "url": "https://api.lender.example" }],
        "paths": {
            "/v2/loans/{id}": {
                "parameters": [{ "name": "id", "in": "path", "required": true, "schema": { "type": "string" } }],
                "get": {
                    "operationId": "loanById",
                    "parameters": [{ "name": "pageSize", "in": "query", "schema": { "type": "number" } }],
                    "responses": { "200": json_of(&reference("LoanView")), "404": json_of(&json!({})) },
                },
            },
            "/v2/loans": {
                "post": {
                    "operationId": "newLoan",
                    "parameters": [
                        { "name": "trace", "in": "header", "schema": { "type": "string" } },
                        { "name": "idempotency-key", "in": "header", "schema": { "type": "string" } },
                    ],
                    "requestBody": json_of(&json!({ "type": "object", "properties": { "iban": { "type": "string" } } })),
                    "responses": { "201": json_of(&reference("LoanView")) },
                },
            },
            "/v2/payments": {
                "post": {
                    "operationId": "pay",
                    "requestBody": json_of(&json!({ "type": "object", "properties": { "payment": { "type": "object",
                        "properties": { "reference": { "type": "string" } } } } })),
                    "responses": { "204": { "description": "done" } },
                },
            },
        },
        "components": { "schemas": {
            "LoanView": { "allOf": [reference("Base"), { "type": "object", "properties": {
                "rate": { "type": ["number", "null"] },
                "borrowerName": { "type": "string" },
                "pin": { "type": "string" },
                "state": reference("State"),
            } }] },
            "Base": { "type": "object", "properties": { "id": { "type": "string" }, "iban": reference("Text") } },
            "Text": { "type": "string" },
            "State": { "type": "string", "enum": ["OPEN", "CLOSED", "LATE"] },
        } },
    })
}

fn made(carried: &Carried, theirs: &Value) -> Value {
    let text = carried.overlay.as_deref().unwrap();
    Overlay::parse("overlay.yaml", text)
        .unwrap()
        .apply(theirs)
        .unwrap()
}

#[test]
fn words_find_the_same_operation_parameter_and_field_however_they_are_called() {
    let carried = carried(&ours(), &theirs());
    let made = made(&carried, &theirs());
    let get = &made["paths"]["/v2/loans/{id}"]["get"];
    assert_eq!(
        (&get["operationId"], &get["x-retry"]),
        (&json!("get_loan"), &json!("safe"))
    );
    let all = json!({ "path": "documented", "request": "documented", "response": "documented" });
    assert_eq!(get["x-provenance"], all);
    assert_eq!(
        made["paths"]["/v2/loans/{id}"]["parameters"][0]["x-sensitive"],
        "pii"
    );
    assert_eq!(get["parameters"][0]["schema"]["x-unit"], "percent");
    let post = &made["paths"]["/v2/loans"]["post"];
    let facts = ["x-retry", "x-replays", "x-in-progress"].map(|word| post[word].clone());
    assert_eq!(facts, [json!("keyed"), json!(true), json!(409)]);
    assert_eq!(post["parameters"][1]["x-idempotency-key"], true);
    assert_eq!(post["parameters"][0].get("x-idempotency-key"), None);
    let sent = &post["requestBody"]["content"]["application/json"]["schema"]["properties"];
    assert_eq!(sent["iban"]["x-sensitive"], "pii");
    assert_eq!(
        made["paths"]["/v2/payments"]["post"]["x-key-field"],
        "payment.reference"
    );
    let schemas = &made["components"]["schemas"];
    let fields = &schemas["LoanView"]["allOf"][1]["properties"];
    assert_eq!(fields["rate"]["x-unit"], "fraction");
    assert_eq!(fields["borrowerName"]["x-sensitive"], "pii");
    assert_eq!(
        fields["pin"]["x-sensitive"], "secret",
        "a password is one upstream, too"
    );
    assert_eq!(schemas["State"]["x-open"], true);
    // A type of its own stays as it is where others use it.
    assert_eq!(schemas["Base"]["properties"]["iban"]["x-sensitive"], "pii");
    assert_eq!(schemas["Text"], json!({ "type": "string" }));
    assert_eq!(
        carried.lost,
        ["$.info: `x-unsupported: [1 entries]`: see which of these 1 operations upstream has"]
    );
    assert_eq!(carried.kept, 18);
}

#[test]
fn the_overlay_says_what_each_action_is_for_and_calls_parameters_by_name() {
    let text = carried(&ours(), &theirs()).overlay.unwrap();
    assert!(
        text.starts_with("# What the spec that was written by hand said"),
        "{text}"
    );
    for expected in [
        "  - target: $.paths['/v2/loans'].post.parameters[?@.name == 'idempotency-key' && @.in == 'header']\n    description: The key of a request.\n    update:\n      x-idempotency-key: true\n",
        "    description: A fraction, no percentage.\n",
        "    description: The name that our method goes by; it may be repeated.\n",
    ] {
        assert!(text.contains(expected), "{text}");
    }
}

#[test]
fn without_its_key_an_operation_is_never_repeated() {
    let mut theirs = theirs();
    theirs["paths"]["/v2/loans"]["post"]["parameters"]
        .as_array_mut()
        .unwrap()
        .pop();
    let body =
        &mut theirs["paths"]["/v2/payments"]["post"]["requestBody"]["content"]["application/json"];
    body["schema"]["properties"]["payment"]["properties"] = json!({ "ref": { "type": "string" } });
    let carried = carried(&ours(), &theirs);
    let made = made(&carried, &theirs);
    for path in ["/v2/loans", "/v2/payments"] {
        let operation = made["paths"][path]["post"].as_object().unwrap();
        assert_eq!(operation["x-retry"], "never", "{path}");
        let of_key = |word: &&str| operation.contains_key(*word);
        assert_eq!(
            ["x-replays", "x-in-progress", "x-key-field"]
                .iter()
                .find(|word| of_key(word)),
            None
        );
    }
    let lost = carried.lost.join("\n");
    for expected in [
        "POST /loans/ (create_loan): `x-retry: keyed`: the key has no place upstream, so the operation is never repeated",
        "POST /loans/ (create_loan): $.parameters[0]: `x-idempotency-key: true`: upstream's operation has no such header",
        "POST /payments (create_payment): `x-retry: keyed`: the key has no place upstream, so the operation is never repeated",
        "POST /payments (create_payment): `x-key-field: payment.reference`: the key has no place upstream",
    ] {
        assert!(lost.contains(expected), "{lost}");
    }
}

#[test]
fn a_rate_is_not_said_of_a_type_that_others_use() {
    let mut theirs = theirs();
    theirs["components"]["schemas"]["Number"] = json!({ "type": "number" });
    theirs["components"]["schemas"]["LoanView"]["allOf"][1]["properties"]["rate"] =
        reference("Number");
    let carried = carried(&ours(), &theirs);
    assert_eq!(
        made(&carried, &theirs)["components"]["schemas"]["Number"],
        json!({ "type": "number" })
    );
    let lost = "$.components.schemas.Loan.properties.rate: `x-unit: fraction`: upstream's `$.components.schemas.Number` may be used elsewhere";
    assert!(
        carried.lost.contains(&lost.to_owned()),
        "{:#?}",
        carried.lost
    );
}

#[test]
fn what_upstream_types_otherwise_is_told() {
    let mut theirs = theirs();
    theirs["components"]["schemas"]["LoanView"]["allOf"][1]["properties"]["rate"] =
        json!({ "type": "string" });
    theirs["components"]["schemas"]["State"] = json!({ "type": "string", "enum": ["LATE"] });
    let lost = carried(&ours(), &theirs).lost.join("\n");
    for expected in [
        "properties.rate: `x-unit: fraction`: it is no number upstream",
        "properties.state: `x-also-read: {\"open\":\"OPEN\"}`: the list has other values upstream",
    ] {
        assert!(lost.contains(expected), "{lost}");
    }
}

#[test]
fn an_answer_that_would_be_shown_anyway_is_told() {
    let (mut ours, mut theirs) = (ours(), theirs());
    ours["paths"]["/payments"]["post"]["responses"] = json!({ "200": json_of(&reference("Iban")) });
    let bare = json!({ "type": "array", "items": { "type": "string" } });
    theirs["paths"]["/v2/payments"]["post"]["responses"] =
        json!({ "200": json_of(&json!({ "type": "string" })) });
    ours["components"]["schemas"]["Ibans"] =
        json!({ "type": "array", "items": { "type": "string", "x-sensitive": "pii" } });
    ours["paths"]["/payments"]["post"]["responses"]["201"] = json_of(&reference("Ibans"));
    theirs["paths"]["/v2/payments"]["post"]["responses"]["201"] = json_of(&bare);
    let carried = carried(&ours, &theirs);
    let made = made(&carried, &theirs);
    let answers = &made["paths"]["/v2/payments"]["post"]["responses"];
    assert_eq!(answers["201"], json_of(&bare));
    let lost = carried.lost.join("\n");
    // Kept for the field of a loan, and told for the answer.
    assert!(lost.contains("$.components.schemas.Iban: `x-sensitive: pii`: kept, but in one place an answer that has"), "{lost}");
    assert!(lost.contains("$.components.schemas.Ibans.items: `x-sensitive: pii`: an answer that has neither a name nor fields"), "{lost}");
}

#[test]
fn an_operation_that_is_gone_is_told_with_all_that_was_said_of_it() {
    let mut theirs = theirs();
    theirs["paths"]
        .as_object_mut()
        .unwrap()
        .remove("/v2/payments");
    let lost = carried(&ours(), &theirs).lost;
    let expected = "POST /payments (create_payment): `operationId: create_payment`, `x-key-field: payment.reference`, \
                    `x-retry: keyed`: upstream has no such operation, or nothing like it there";
    assert!(lost.contains(&expected.to_owned()), "{lost:#?}");
}

#[test]
fn where_the_path_was_a_guess_the_id_decides_and_then_the_summary() {
    let mut ours = ours();
    let mut theirs = theirs();
    theirs["paths"]["/v3/pay"] = theirs["paths"]
        .as_object_mut()
        .unwrap()
        .remove("/v2/payments")
        .unwrap();
    theirs["paths"]["/v3/pay"]["post"]["operationId"] = "createPayment".into();
    let by_id = made(&carried(&ours, &theirs), &theirs);
    assert_eq!(by_id["paths"]["/v3/pay"]["post"]["x-retry"], "keyed");
    theirs["paths"]["/v3/pay"]["post"]["operationId"] = "pay".into();
    theirs["paths"]["/v3/pay"]["post"]["summary"] = "Make a payment.".into();
    ours["paths"]["/payments"]["post"]["summary"] = "Make a payment".into();
    let by_summary = made(&carried(&ours, &theirs), &theirs);
    assert_eq!(by_summary["paths"]["/v3/pay"]["post"]["x-retry"], "keyed");
}

#[test]
fn a_name_that_another_operation_has_upstream_is_not_taken() {
    let mut theirs = theirs();
    theirs["paths"]["/v2/other"] = json!({ "get": { "operationId": "get_loan", "responses": {} } });
    let carried = carried(&ours(), &theirs);
    assert_eq!(
        made(&carried, &theirs)["paths"]["/v2/loans/{id}"]["get"]["operationId"],
        "loanById"
    );
    let lost =
        "GET /loans/{loanId}/ (get_loan): `operationId: get_loan`: upstream calls get /v2/other so";
    assert!(
        carried.lost.contains(&lost.to_owned()),
        "{:#?}",
        carried.lost
    );
}

#[test]
fn the_name_of_an_address_goes_to_all_addresses_of_the_operation() {
    let (mut ours, mut theirs) = (ours(), theirs());
    let servers = |name: Option<&str>| {
        let mut server = json!({ "url": "https://files.lender.example" });
        if let Some(name) = name {
            server["x-name"] = name.into();
        }
        json!([server, server])
    };
    ours["paths"]["/payments"]["servers"] = servers(Some("files"));
    theirs["paths"]["/v2/payments"]["post"]["servers"] = servers(None);
    let carried = carried(&ours, &theirs);
    assert_eq!(
        made(&carried, &theirs)["paths"]["/v2/payments"]["post"]["servers"],
        servers(Some("files"))
    );
    assert_eq!(carried.lost.len(), 1, "{:#?}", carried.lost);
}

#[test]
fn anything_may_stand_in_either_document() {
    let odd = [
        json!(null),
        json!([]),
        json!({}),
        json!("x"),
        json!({ "paths": [] }),
        json!({ "paths": { "/a": [], "/b": { "get": 1 } } }),
        json!({ "components": { "schemas": { "Loan": { "$ref": "#/components/schemas/Loan", "x-sensitive": 1 }, "Iban": [] } } }),
        json!({ "paths": { "/loans/": { "post": { "parameters": {}, "responses": [], "requestBody": { "$ref": "#" } } } } }),
        json!({ "paths": { "/a": { "get": { "responses": {} } }, "/b": { "get": 1 }, "/c": { "$ref": "#/components/pathItems/C" } },
            "components": { "pathItems": { "C": { "post": { "operationId": "create_loan", "responses": {} } } } } }),
        json!({ "paths": { "/loans/": { "$ref": "#/paths/~1loans~1" }, "/{": { "get": { "x-retry": {} } } } }),
    ];
    for one in odd.iter().chain([&ours(), &theirs()]) {
        for other in odd.iter().chain([&ours(), &theirs()]) {
            let carried = carried(one, other);
            if carried.overlay.is_some() {
                made(&carried, other);
            }
        }
    }
}
