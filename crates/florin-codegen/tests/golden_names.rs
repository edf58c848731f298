//! Whatever a field or a variant had to be called, it is read and written under the name that the spec has for it.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

// Not `#[path]`: rustfmt would follow it, and the golden code is to stay as it came out.
#[allow(dead_code, unused_imports, unreachable_pub, reason = "golden code")]
mod enum_values {
    include!("passes/enum_values.rs");
}
#[allow(dead_code, unused_imports, unreachable_pub, reason = "golden code")]
mod field_names {
    include!("passes/field_names.rs");
}

use enum_values::types::{LoanMonths, LoanRule, LoanState, Terms, TermsRate};
use field_names::types::{CreateLoanBody, CreateLoanBodyLoanId, Id, Loan};
use florin_codegen::{Source, generate};
use serde_json::{Value, json};

#[test]
fn values_are_on_the_wire_as_the_spec_has_them() {
    for (sent, state) in [
        ("ok", LoanState::OkLower),
        ("OK", LoanState::OkUpper),
        ("Ok", LoanState::Ok),
        ("paid-off", LoanState::PaidOffDash),
        ("", LoanState::Empty),
        ("Unknown", LoanState::Unknown),
        ("else", LoanState::UnlistedValue("else".to_owned())),
        ("OkUpper", LoanState::UnlistedValue("OkUpper".to_owned())),
    ] {
        let read: LoanState = serde_json::from_value(json!(sent)).unwrap();
        assert_eq!(read, state);
        assert_eq!(serde_json::to_value(&read).unwrap(), json!(sent));
        assert_eq!(read.to_string(), sent);
    }
    let rule: LoanRule = serde_json::from_value(json!("<=")).unwrap();
    assert_eq!(rule, LoanRule::LessOrEqual);
    let months: LoanMonths = serde_json::from_value(json!(12)).unwrap();
    assert_eq!(months, LoanMonths::X12);
    let terms = json!({ "rate": "fix" });
    let terms: Terms = serde_json::from_value(terms).unwrap();
    assert_eq!(terms.rate, Some(TermsRate::FixLower));
    assert_eq!("FIX".parse::<TermsRate>().unwrap(), TermsRate::Fix);
    assert!("FixLower".parse::<TermsRate>().is_err());
}

#[test]
fn fields_are_on_the_wire_as_the_spec_has_them() {
    let inner: CreateLoanBodyLoanId = CreateLoanBodyLoanId::builder()
        .id("a".to_owned())
        .id_at("b".to_owned())
        .try_into()
        .unwrap();
    let body: CreateLoanBody = CreateLoanBody::builder()
        .loan_id("1".to_owned())
        .loan_id_camel(Id("2".to_owned()))
        .loan_id_dash("3".to_owned())
        .loan_id_upper(inner)
        .try_into()
        .unwrap();
    let sent = json!({
        "loan_id": "1", "loanId": "2", "loan-id": "3", "LOAN_ID": { "id": "a", "@id": "b" }
    });
    assert_eq!(serde_json::to_value(&body).unwrap(), sent);
    let read: CreateLoanBody = serde_json::from_value(sent).unwrap();
    assert_eq!(read.loan_id_dash, "3");
    // What the spec calls sensitive is so under each name.
    let shown = format!("{body:?}");
    assert!(
        !shown.contains("\"3\"") && shown.contains("\"1\""),
        "{shown}"
    );

    let loan = json!({
        "type": "a", "type_": "b", "extra": "c", "": "d", "$": "e", "default": "f", "self": "g",
        "unsaid": [1], "else": { "h": true }
    });
    let read: Loan = serde_json::from_value(loan.clone()).unwrap();
    assert_eq!(read.type_, "b");
    assert_eq!(read.extra_field.as_deref(), Some("c"));
    assert_eq!(read.extra.get("else"), Some(&json!({ "h": true })));
    let written: Value = serde_json::to_value(&read).unwrap();
    assert_eq!(written, loan);
}

/// The names of the types of a spec with these schemas.
fn types(schemas: &Value, paths: &Value) -> Vec<String> {
    let spec = json!({
        "openapi": "3.0.3", "info": { "title": "Names", "version": "1" },
        "paths": paths, "components": { "schemas": schemas }
    });
    let made = generate(&Source {
        name: "names.json",
        text: &spec.to_string(),
        httpmock: false,
    });
    let code = made.unwrap_or_else(|e| panic!("{e}")).client;
    let of_types = code.lines().filter_map(|line| {
        let rest = line.strip_prefix("    pub ")?;
        rest.strip_prefix("struct ").or(rest.strip_prefix("enum "))
    });
    let name = |line: &str| line.split(['(', ' ', '<']).next().unwrap().to_owned();
    of_types.map(name).collect()
}

#[test]
fn what_comes_new_changes_no_other_name() {
    let loan = json!({ "type": "object", "properties": {
        "state": { "type": "string", "enum": ["a"] },
        "first_part": { "type": "object", "properties": { "a": { "type": "string" } } }
    } });
    let first = json!({ "type": "object", "properties": {
        "part": { "type": "object", "properties": { "b": { "type": "string" } } }
    } });
    let mut schemas =
        json!({ "Loan": loan, "LoanFirst": first, "loan-line": first, "loanLine": loan });
    let before = types(&schemas, &json!({}));
    for name in [
        "LoanFirstPart",
        "LoanFirstPartProperty",
        "LoanLine",
        "LoanLineDash",
    ] {
        assert!(before.contains(&name.to_owned()), "{name}: {before:?}");
    }
    schemas["Newer"] = json!({ "type": "object", "properties": { "first_part": first } });
    schemas["loanLines"] = json!({ "type": "string" });
    schemas["Loan"]["properties"]["added"] =
        json!({ "type": "object", "properties": { "state": loan } });
    let paths = json!({ "/a": { "get": { "operationId": "loan", "responses": { "200": {
        "description": "It.", "content": { "application/json": { "schema": loan } } } } } } });
    let after = types(&schemas, &paths);
    for name in before {
        assert!(after.contains(&name), "{name}: {after:?}");
    }
    // A component that comes takes its name from what is inline, and nothing else.
    schemas["LoanState"] = json!({ "type": "string" });
    let taken = types(&schemas, &paths);
    let changed: Vec<_> = taken.iter().filter(|name| !after.contains(name)).collect();
    assert_eq!(changed, ["LoanStateProperty"]);
}

/// The names of a union of these and of its variants.
fn of_union(alternatives: &[Value]) -> Vec<String> {
    let spec = json!({
        "openapi": "3.1.0", "info": { "title": "Names", "version": "1" }, "paths": {},
        "components": { "schemas": {
            "Tag": { "oneOf": alternatives },
            "Card": { "type": "object", "properties": { "number": { "type": "string" } } }
        } }
    });
    let made = generate(&Source {
        name: "names.json",
        text: &spec.to_string(),
        httpmock: false,
    });
    let code = made.unwrap_or_else(|e| panic!("{e}")).client;
    let is_told = |line: &&str| {
        let line = line.trim();
        line.starts_with("pub struct Tag")
            || line.starts_with("pub enum Tag")
            || line.ends_with("),") && line.starts_with(char::is_uppercase)
    };
    let mut told: Vec<_> = code
        .lines()
        .filter(is_told)
        .map(|l| l.trim().to_owned())
        .collect();
    told.sort();
    told.dedup();
    told
}

#[test]
fn the_alternatives_of_a_union_are_called_after_what_is_in_them() {
    let with = |properties: Value| json!({ "type": "object", "properties": properties });
    let text = || json!({ "type": "string" });
    let mut all = vec![
        with(json!({ "v": { "const": 1 }, "x": text() })),
        with(json!({ "v": { "const": 2 }, "x": { "type": "number" } })),
        with(json!({ "v": { "const": "word" }, "x": text() })),
        with(json!({ "amount": text(), "card": text() })),
        with(json!({ "amount": text(), "iban": text() })),
        // Nothing but the type of a field tells these apart, in part.
        with(json!({ "same": text() })),
        with(json!({ "same": { "type": "integer" } })),
        with(json!({ "same": { "type": "boolean" } })),
        json!({ "$ref": "#/components/schemas/Card" }),
        json!({ "type": "array", "items": text() }),
        json!({ "type": "array", "items": { "type": "integer" } }),
        json!({ "type": "array", "items": { "type": "array", "items": text() } }),
        text(),
    ];
    let before = of_union(&all);
    for name in [
        "TagV1",
        "TagV2",
        "TagWord",
        "TagWithCard",
        "TagWithIban",
        "TagWithSame",
    ] {
        let is_there = before
            .iter()
            .any(|line| line.contains(&format!("struct {name} ")));
        assert!(is_there, "{name}: {before:#?}");
    }
    for _ in 0..all.len() {
        all.rotate_left(1);
        assert_eq!(of_union(&all), before);
        let mut swapped = all.clone();
        swapped.swap(0, 1);
        assert_eq!(of_union(&swapped), before);
    }
    all.insert(0, with(json!({ "v": { "const": 0 }, "x": text() })));
    all.insert(3, with(json!({ "amount": text(), "wallet": text() })));
    all.insert(5, with(json!({ "later": text() })));
    all.push(json!({ "type": "boolean" }));
    let after = of_union(&all);
    for name in &before {
        assert!(after.contains(name), "{name}: {after:#?}");
    }
    // An only one is called like one of many.
    let one = of_union(&[text(), with(json!({ "first": text() }))]);
    assert!(
        one.iter().any(|line| line.contains("WithFirst(")),
        "{one:?}"
    );
}
