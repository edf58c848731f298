//! What the types of an OpenAPI 3.1 spec make of what such an API sends.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

// Not `#[path]`: rustfmt would follow it, and the golden code is to stay as it came out.
#[allow(dead_code, unused_imports, unreachable_pub, reason = "golden code")]
mod mixed_3_1 {
    include!("passes/mixed_3_1.rs");
}

use florin_codegen::{Source, generate};
use mixed_3_1::types::{
    CreatePaymentSettledPayload, NewPayment, Payment, PaymentPage, PaymentReturnedPayload,
};
use serde_json::{Value, from_value, json, to_value};

#[test]
fn only_checks_that_no_type_makes_are_told() {
    let text = include_str!("passes/mixed_3_1.yaml");
    let source = Source {
        name: "mixed_3_1.yaml",
        text,
        httpmock: false,
    };
    let findings = generate(&source).unwrap().findings;
    let told: Vec<_> = findings.iter().map(ToString::to_string).collect();
    let expected = [
        "mixed_3_1.yaml: #/components/schemas/NewPayment: `dependentRequired` is a condition, which a type can't have; it \
         isn't checked, and what only it names may be absent",
        "mixed_3_1.yaml: #/components/schemas/Payment: `if` is a condition, which a type can't have; it isn't checked, and \
         what only it names may be absent",
        "mixed_3_1.yaml: #/paths/~1payments~1{id}/get/parameters/0: the parameter is one of several types; it is any JSON, \
         or any text where all of them are texts",
    ];
    assert_eq!(told, expected);
}

fn payment(more: Value) -> Value {
    let mut payment = json!({
        "id": "p-1", "amount": "10.50", "currency": "EUR", "state": "settled", "payee": { "name": "Ada" },
    });
    if let (Some(payment), Value::Object(more)) = (payment.as_object_mut(), more) {
        payment.extend(more);
    }
    payment
}

#[test]
fn what_came_goes_back_out_as_it_came() {
    for sent in [
        payment(json!({})),
        payment(json!({ "id": 7, "amount": 10.5, "fee": 0.25, "state": "archived" })),
        payment(
            json!({ "settled_at": "2026-05-01T10:00:00Z", "payer": { "name": "Bo", "agent": { "name": "Cy", "vat": "x" } } }),
        ),
        payment(json!({ "route": ["desk", 4], "balances": { "EUR": 12.25 }, "labels": ["a"] })),
        payment(
            json!({ "parts": [{ "share": 0.5, "of": { "share": 1 } }], "metadata": { "k": [1, null] } }),
        ),
        payment(json!({ "return_code": "AC04", "stamp": "aGk=" })),
    ] {
        let read: Payment = from_value(sent.clone()).unwrap_or_else(|e| panic!("{e}: {sent}"));
        assert_eq!(to_value(read).unwrap(), sent);
    }
}

#[test]
fn null_is_absent_wherever_it_may_be() {
    let nulls =
        json!({ "fee": null, "settled_at": null, "payer": null, "labels": null, "legacy": null });
    let read: Payment = from_value(payment(nulls)).unwrap();
    assert_eq!(to_value(read).unwrap(), payment(json!({})));
    let page: PaymentPage = from_value(json!({ "items": [], "next": null })).unwrap();
    assert_eq!(page.next, None);
}

#[test]
fn what_is_sent_and_what_comes_by_itself_have_types() {
    let new = json!({ "amount": "10.50", "currency": "USD", "payee": { "name": "Ada" }, "kind": "transfer" });
    let sent: NewPayment = from_value(new.clone()).unwrap();
    assert_eq!(to_value(sent).unwrap(), new);
    let returned = json!({ "payment": payment(json!({})), "reason": "closed" });
    let read: PaymentReturnedPayload = from_value(returned.clone()).unwrap();
    assert_eq!(to_value(read).unwrap(), returned);
    for id in [json!("p-1"), json!(7)] {
        let settled = json!({ "id": id });
        let read: CreatePaymentSettledPayload = from_value(settled.clone()).unwrap();
        assert_eq!(to_value(read).unwrap(), settled);
    }
}
