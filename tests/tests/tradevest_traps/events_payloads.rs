//! What notifications hold, and what isn't to be read into them.

use florin::tradevest::{EventType, Meaning, Notification, Payload, types};
use serde_json::{Value, json};

use super::specs;

fn told(event: EventType, body: &Value) -> Notification {
    Notification::parse(event, body.to_string().as_bytes()).unwrap()
}

#[test]
fn events_trap_11_a_refused_update_has_neither_status_nor_time() {
    let error = json!({"errorType": "ALREADY_EXISTS_ERROR", "description": "Jane Roe is known"});
    for (event, id) in [
        (EventType::Customer, "customerId"),
        (EventType::NaturalPerson, "naturalPersonId"),
        (EventType::CustomerProduct, "customerProductId"),
        (EventType::Proxy, "proxyId"),
    ] {
        let refused = told(
            event.clone(),
            &json!({id: super::desk::PERSON, "validationError": error}),
        );
        assert_eq!(refused.meaning(), Meaning::UpdateRefused, "{event}");
        assert_eq!((refused.status(), refused.modified_on()), (None, None));
        assert_eq!(refused.object_id(), Some(super::desk::PERSON));
        assert_eq!(
            refused.refusal().unwrap().error_type(),
            Some("ALREADY_EXISTS_ERROR")
        );
        assert!(!format!("{refused:?}").contains("Jane"), "{refused:?}");
    }
    for schema in ["CustomerNotification", "NaturalPersonNotification"] {
        let required = specs::schema(schema)["required"].to_string();
        assert!(
            !required.contains("status") && !required.contains("modifiedOn"),
            "{schema}"
        );
    }
}

#[test]
fn events_trap_12_an_error_next_to_a_success_is_the_samples_and_no_failure() {
    let error = json!({"errorType": "ALREADY_EXISTS_ERROR", "description": "string"});
    let body = |kind: &str, status: &str| {
        json!({
            "customerId": "c", "notificationType": kind, "status": status, "modifiedOn": "2026-11-02T08:00:00Z",
            "validationError": error,
        })
    };
    for (kind, status, meaning, is_refusal) in [
        ("CREATED", "CREATED", Meaning::Accepted, false),
        ("UPDATED", "ACTIVE", Meaning::Changed, false),
        ("VALIDATION_ERROR", "INVALID", Meaning::CreationFailed, true),
        ("UPDATED", "REJECTED", Meaning::Rejected, true),
        ("VALIDATION_ERROR", "ACTIVE", Meaning::UpdateRefused, true),
    ] {
        let told = told(EventType::Customer, &body(kind, status));
        assert_eq!(told.meaning(), meaning, "{kind} {status}");
        assert!(told.validation_error().is_some());
        assert_eq!(told.refusal().is_some(), is_refusal, "{kind} {status}");
    }
}

fn dividend() -> Value {
    json!({
        "type": "UPDATED", "eventId": super::desk::PERSON, "caev": "DVCA", "isin": "DE0007164600", "status": "SETTLED",
        "dates": {"exDate": "2026-05-01", "payDate": "2026-05-04"},
        "details": {"grossAmountPerShare": 1.25, "price": 3},
        "accounts": [{
            "customerProductId": "p", "oldQuantity": "10.5000", "newQuantity": "10.5000", "grossAmount": 13.125,
            "netAmount": 9.66, "currency": "EUR",
        }],
    })
}

#[test]
fn events_trap_13_a_corporate_action_calls_its_kind_otherwise() {
    let told = told(EventType::CorporateAction, &dividend());
    assert_eq!(told.notification_type(), Some("UPDATED"));
    assert_eq!(told.meaning(), Meaning::Changed);
    let properties = &specs::schema("CorporateActionNotification")["properties"];
    assert!(properties.get("type").is_some() && properties.get("notificationType").is_none());
}

#[test]
fn events_trap_14_a_corporate_action_has_the_names_of_the_callback_and_its_id_is_taken_for_that_of_rest()
 {
    let told = told(EventType::CorporateAction, &dividend());
    let Payload::CorporateAction(action) = told.payload() else {
        panic!("{told:?}")
    };
    assert_eq!(action.event_id.as_deref(), Some(super::desk::PERSON));
    assert_eq!(
        told.object_id(),
        Some(super::desk::PERSON),
        "assumed to be the corporateActionId"
    );
    assert_eq!(action.caev.as_ref().unwrap().as_str(), "DVCA");
    let dates = action.dates.as_ref().unwrap();
    assert_eq!(
        dates.pay_date.as_deref(),
        Some("2026-05-04"),
        "a day without a time"
    );
    let schema = specs::schema("CorporateActionNotification");
    let said = schema["properties"]["eventId"]["description"].to_string();
    assert!(
        said.contains("corporateActionId") && said.contains("inferred"),
        "{said}"
    );
}

#[test]
fn events_trap_15_numbers_come_as_text_or_as_numbers_and_are_exact_either_way() {
    let told = told(EventType::CorporateAction, &dividend());
    let Payload::CorporateAction(action) = told.payload() else {
        panic!("{told:?}")
    };
    let account = &action.accounts[0];
    let old = account.old_quantity.as_ref().unwrap();
    assert_eq!(
        serde_json::to_value(old).unwrap(),
        "10.5000",
        "as it was written"
    );
    assert_eq!(account.gross_amount.unwrap().to_string(), "13.125");
    let position: types::CryptoAssetPosition =
        serde_json::from_str(r#"{"cryptoSymbol": "ETH", "quantity": 0.123456789012345678}"#)
            .unwrap();
    assert_eq!(
        position.quantity.unwrap().to_string(),
        "0.123456789012345678"
    );
}

#[test]
fn events_trap_17_what_the_text_calls_cancelled_the_list_calls_closed() {
    let values = specs::schema("CustomerProductStatus")["enum"].to_string();
    assert!(
        values.contains("CLOSED") && !values.contains("CANCEL"),
        "{values}"
    );
    assert_eq!(
        specs::schema("CustomerProductStatusUpdate")["enum"],
        json!(["CLOSED"])
    );
    let said = specs::operation("start_role_offboarding").operation["description"].to_string();
    assert!(said.contains("CLOSED"), "{said}");
}
