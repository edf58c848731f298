//! What notifications say.

use serde_json::json;

use super::super::{EventType, Meaning, Notification, Payload};
use crate::webhook::Rejection;

fn parse(event: EventType, body: &str) -> Notification {
    Notification::parse(event, body.as_bytes()).unwrap()
}

#[test]
fn a_customer_is_read_with_nanoseconds_and_what_nobody_knows() {
    let body = r#"{"customerId": "c1", "modifiedOn": "2026-03-10T12:00:00.123456789Z", "status": "ESTATE_2",
        "notificationType": "UPDATED", "validationError": null, "globalId": "g"}"#;
    let notification = parse(EventType::Customer, body);
    assert_eq!(notification.object_id(), Some("c1"));
    assert_eq!(notification.status(), Some("ESTATE_2"));
    assert_eq!(notification.notification_type(), Some("UPDATED"));
    assert_eq!(notification.meaning(), Meaning::Changed);
    assert_eq!(
        notification.modified_on().unwrap().timestamp_subsec_nanos(),
        123_456_789
    );
    assert_eq!(notification.raw(), body);
    assert_eq!(notification.json()["globalId"], "g");
    let Payload::Customer(customer) = notification.payload() else {
        panic!("{notification:?}");
    };
    assert_eq!(customer.customer_id, "c1");
    assert_eq!(customer.status.as_ref().unwrap().as_str(), "ESTATE_2");
    assert_eq!(customer.extra["globalId"], "g");
}

#[test]
fn a_refused_update_has_neither_status_nor_time() {
    let notification = parse(
        EventType::NaturalPerson,
        r#"{"naturalPersonId": "p1", "notificationType": "UPDATED",
            "validationError": {"errorType": "ALREADY_EXISTS_ERROR", "description": "Ana Kovač"}}"#,
    );
    assert_eq!(notification.meaning(), Meaning::UpdateRefused);
    assert_eq!(
        (notification.status(), notification.modified_on()),
        (None, None)
    );
    let reason = notification.refusal().unwrap();
    assert_eq!(reason.error_type(), Some("ALREADY_EXISTS_ERROR"));
    assert_eq!(reason.description(), Some("Ana Kovač"));
    assert!(matches!(notification.payload(), Payload::NaturalPerson(_)));
}

#[test]
fn an_error_beside_a_success_is_no_refusal() {
    let notification = parse(
        EventType::IdentificationVerification,
        r#"{"identificationVerificationId": "v", "naturalPersonId": "p", "status": "RECEIVED",
            "notificationType": "CREATED", "modifiedOn": "2026-03-10T12:00:00Z",
            "validationError": {"errorType": "ALREADY_EXISTS_ERROR"}}"#,
    );
    assert_eq!(notification.meaning(), Meaning::Accepted);
    assert_eq!(notification.refusal(), None);
    assert!(notification.validation_error().is_some());
}

#[test]
fn an_error_beside_a_status_is_a_refusal_where_the_kind_says_so() {
    for (event, body) in [
        (
            EventType::CorporateAction,
            r#"{"type": "VALIDATION_ERROR", "eventId": "e", "status": "ANNOUNCED",
                "validationError": {"errorType": "CUSTOMER_PRODUCT_NOT_SUPPORTED"}}"#,
        ),
        (
            EventType::Customer,
            r#"{"customerId": "c", "status": "ACTIVE", "modifiedOn": "2026-03-10T12:00:00Z",
                "notificationType": "validation_error", "validationError": {"errorType": "X"}}"#,
        ),
        (
            EventType::Customer,
            r#"{"customerId": "c", "modifiedOn": "2026-03-10T12:00:00Z", "notificationType": "UPDATED",
                "validationError": {"errorType": "X"}}"#,
        ),
    ] {
        let notification = parse(event, body);
        assert_eq!(notification.meaning(), Meaning::UpdateRefused, "{body}");
        assert!(notification.refusal().is_some());
    }
}

#[test]
fn a_corporate_action_has_its_own_words_and_exact_figures() {
    let notification = parse(
        EventType::CorporateAction,
        r#"{"type": "UPDATED", "eventId": "e", "caev": "DVCA", "isin": "DE0007164600", "status": "SETTLED",
            "dates": {"payDate": "2026-03-12", "recordDate": "2026-03-11"},
            "details": {"grossAmountPerShare": 2.20, "price": 7},
            "accounts": [{"customerProductId": "a", "oldQuantity": "10.500000000000000001",
                "newQuantity": "10.5", "grossAmount": 1234567890.123456789012, "netAmount": 0.1, "currency": "EUR"}],
            "metadata": {"summary": "dividend"}}"#,
    );
    assert_eq!(notification.object_id(), Some("e"));
    assert_eq!(notification.notification_type(), Some("UPDATED"));
    assert_eq!(notification.meaning(), Meaning::Changed);
    let Payload::CorporateAction(action) = notification.payload() else {
        panic!("{notification:?}");
    };
    let account = &action.accounts[0];
    assert_eq!(
        account.gross_amount.unwrap().to_string(),
        "1234567890.123456789012"
    );
    assert_eq!(account.net_amount.unwrap().to_string(), "0.1");
    let old = account.old_quantity.as_ref().unwrap();
    assert!(
        serde_json::to_string(old)
            .unwrap()
            .contains("10.500000000000000001")
    );
}

#[test]
fn labels_and_savings_plans_are_read() {
    let labels = parse(
        EventType::LabelsUpdate,
        r#"{"updatedCustomers": ["c1"], "notificationType": "UPDATED"}"#,
    );
    assert_eq!(labels.object_id(), None);
    assert_eq!(labels.meaning(), Meaning::Changed);
    assert!(
        matches!(labels.payload(), Payload::LabelsUpdate(labels) if labels.updated_customers == ["c1"])
    );
    let plan = parse(
        EventType::SavingsPlans,
        r#"{"savingsPlanId": "s", "customerId": "c", "status": "INVALID", "notificationType": "VALIDATION_ERROR",
            "validationError": {"errorType": "SAVINGS_PLAN_INVALID_DATA_ERROR"}}"#,
    );
    assert_eq!(plan.object_id(), Some("s"));
    assert_eq!(plan.meaning(), Meaning::CreationFailed);
    assert!(matches!(plan.payload(), Payload::SavingsPlans(_)));
}

#[test]
fn every_other_type_is_read_as_far_as_it_goes_and_keeps_the_rest() {
    let documented = [
        EventType::Customer,
        EventType::NaturalPerson,
        EventType::IdentificationVerification,
        EventType::LabelsUpdate,
        EventType::CorporateAction,
        EventType::SavingsPlans,
    ];
    let body = r#"{"orderId": "o", "status": "CANCELLED", "notificationType": "UPDATED", "venue": {"mic": "XETR"}}"#;
    for event in EventType::ALL {
        let is_documented = documented.contains(&event);
        assert_eq!(event.is_documented(), is_documented, "{event}");
        if is_documented {
            continue;
        }
        let notification = parse(event.clone(), body);
        assert_eq!(notification.status(), Some("CANCELED"), "{event}");
        let Payload::Undocumented(payload) = notification.payload() else {
            panic!("{notification:?}");
        };
        assert_eq!(payload.order_id.as_deref(), Some("o"));
        assert_eq!(payload.extra["venue"], json!({"mic": "XETR"}));
        assert!(notification.raw().contains("CANCELLED"));
    }
    let new = parse(EventType::from("NEW_NOTIFICATION"), body);
    assert!(matches!(new.payload(), Payload::Undocumented(_)));
}

#[test]
fn json_of_another_shape_is_let_in_and_what_is_not_json_is_not() {
    for body in [
        "{}",
        "[]",
        "null",
        "7",
        "\"text\"",
        r#"{"customerId": {}, "status": 7}"#,
    ] {
        let notification = parse(EventType::Customer, body);
        assert!(matches!(notification.payload(), Payload::Unfit), "{body}");
        assert_eq!(notification.meaning(), Meaning::Other, "{body}");
        assert_eq!(notification.raw(), body);
    }
    for body in [
        &b""[..],
        b" ",
        b"{",
        b"customerId=c1",
        b"{}{}",
        b"\xff",
        b"\"\xc3\"",
    ] {
        let error = Notification::parse(EventType::Customer, body).unwrap_err();
        assert_eq!(error, Rejection::Unreadable);
    }
    let deep = "[".repeat(100_000);
    assert!(Notification::parse(EventType::Customer, deep.as_bytes()).is_err());
}

#[test]
fn what_fits_not_quite_still_says_what_it_says() {
    // Its documented identifier is missing, so it has no type; an identifier, a status and a reason it has.
    let id = super::an_id('7');
    let notification = parse(
        EventType::Customer,
        &json!({
            "id": id, "status": "INVALID", "notificationType": "VALIDATION_ERROR",
            "validationError": {"errorType": "ALREADY_EXISTS_ERROR"}
        })
        .to_string(),
    );
    assert!(matches!(notification.payload(), Payload::Unfit));
    assert_eq!(notification.meaning(), Meaning::CreationFailed);
    assert!(notification.refusal().is_some());
    assert_eq!(notification.names(), [id]);
}

#[test]
fn debug_shows_identifiers_and_codes_and_nothing_else() {
    let body = r#"{"customerId": "c1", "status": "Kovač", "notificationType": "Mr Ilić", "modifiedOn": "on Ivo's day", "name": "Ana",
        "validationError": {"errorType": "TAX_INFORMATION_VERIFICATION", "description": "12/345"}}"#;
    let notification = parse(EventType::Customer, body);
    let shown = format!(
        "{notification:?} {:?} {:?}",
        notification.payload(),
        notification.dedup_key()
    );
    assert!(shown.contains("c1") && shown.contains("TAX_INFORMATION_VERIFICATION"));
    assert!(
        !shown.contains("Ana") && !shown.contains("12/345"),
        "{shown}"
    );
    for text in ["Kovač", "Ilić", "Ivo"] {
        assert!(!shown.contains(text), "{shown}");
    }
}

#[test]
fn the_key_is_of_all_that_is_said_and_survives_being_stored() {
    let key = |event: EventType, body: &str| parse(event, body).dedup_key();
    let one = key(
        EventType::Customer,
        r#"{"customerId": "C1", "modifiedOn": "t", "status": "PENDING"}"#,
    );
    // One time over two states has been seen.
    let next = key(
        EventType::Customer,
        r#"{"customerId": "C1", "modifiedOn": "t", "status": "ACTIVE"}"#,
    );
    assert_ne!(one, next);
    let again = key(
        EventType::Customer,
        r#"{"status":"PENDING","modifiedOn":"t","customerId":"C1"}"#,
    );
    assert_eq!((&one, one.to_string()), (&again, again.to_string()));
    let other_type = key(
        EventType::User,
        r#"{"customerId": "C1", "modifiedOn": "t", "status": "PENDING"}"#,
    );
    assert!(one != other_type && one.to_string() != other_type.to_string());
    let detail = key(
        EventType::Customer,
        r#"{"customerId": "C1", "modifiedOn": "t", "status": "PENDING", "more": 1}"#,
    );
    assert_ne!(one, detail);
    let stored = serde_json::to_string(&one).unwrap();
    assert_eq!(
        serde_json::from_str::<super::super::DedupKey>(&stored).unwrap(),
        one
    );
    assert_eq!(one.object_id(), Some("c1"));
}

#[test]
fn an_odd_value_that_nobody_needs_costs_no_notification() {
    let deep = format!("{}{}", "[".repeat(10_000), "]".repeat(10_000));
    for odd in ["1e999", &"9".repeat(400), r#""\ud800""#, &deep] {
        let body = format!(
            r#"{{"more": {odd}, "customerId": "c1", "validationError": {{"errorType": "ALREADY_EXISTS_ERROR", "x": {odd}}}}}"#
        );
        let notification = parse(EventType::Customer, &body);
        assert_eq!(notification.object_id(), Some("c1"));
        assert_eq!(notification.meaning(), Meaning::UpdateRefused);
        let reason = notification.refusal().unwrap();
        assert_eq!(reason.error_type(), Some("ALREADY_EXISTS_ERROR"));
        assert_eq!(notification.raw(), body);
        assert_eq!(notification.json()["customerId"], "c1");
    }
}

#[test]
fn amounts_that_differ_in_a_late_digit_are_two_notifications() {
    let key = |body: &str| parse(EventType::Transfer, body).dedup_key();
    let one = key(r#"{"transferId": "t", "amount": 0.12345678901234567890}"#);
    assert_ne!(
        one,
        key(r#"{"transferId": "t", "amount": 0.12345678901234567891}"#)
    );
    assert_eq!(
        one,
        key(r#" { "amount":0.12345678901234567890 , "transferId":"t"}"#)
    );
}
