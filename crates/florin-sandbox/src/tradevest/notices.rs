//! What webhooks are sent: documented payloads as they are documented, the others in the shape of those.

use serde_json::{Value, json};

use super::kind::Kind;
use super::objects::Object;
use super::verdict::Reason;
use super::view;

/// Event and payload for an object as it is now; `before` is the status that it had, where that has changed.
pub(super) fn of(object: &Object, before: Option<&str>) -> Option<(&'static str, Value)> {
    let event = object.kind.event()?;
    if object.kind == Kind::CorporateAction {
        return Some((event, corporate_action(object, before)));
    }
    let mut payload = identified(object);
    payload["modifiedOn"] = view::time(object.modified_at, object.digits).into();
    payload["status"] = object.status.as_str().into();
    payload["notificationType"] = match (object.status.as_str(), before) {
        ("INVALID", _) => "VALIDATION_ERROR",
        (_, Some(before)) if before == object.kind.first() => "CREATED",
        _ => "UPDATED",
    }
    .into();
    if let Some(reason) = &object.reason {
        payload["validationError"] = reason.view();
    }
    Some((event, payload))
}

/// Event and payload for an update that was refused: without a status and a time.
pub(super) fn refused(object: &Object, reason: &Reason) -> Option<(&'static str, Value)> {
    let event = object.kind.event()?;
    let mut payload = identified(object);
    payload["notificationType"] = "VALIDATION_ERROR".into();
    payload["validationError"] = reason.view();
    Some((event, payload))
}

/// The event and payload for a change of labels.
pub(super) fn labels(customers: &[String], reason: Option<&Reason>) -> (&'static str, Value) {
    let mut payload = json!({ "updatedCustomers": customers, "notificationType": "UPDATED" });
    if let Some(reason) = reason {
        payload["notificationType"] = "VALIDATION_ERROR".into();
        payload["validationError"] = reason.view();
    }
    ("LABELS_UPDATE_NOTIFICATION", payload)
}

fn identified(object: &Object) -> Value {
    let mut payload = json!({ object.kind.id_field(): object.id });
    if object.kind == Kind::IdentificationVerification {
        payload["naturalPersonId"] = object.data["naturalPersonId"].clone();
    }
    payload
}

/// Its names are those of the callback, which are not those of the API.
fn corporate_action(object: &Object, before: Option<&str>) -> Value {
    let mut payload = json!({
        "type": if before.is_some() { "UPDATED" } else { "CREATED" },
        "eventId": object.id,
        "status": object.status,
    });
    for field in ["caev", "isin", "dates", "details", "accounts", "metadata"] {
        if let Some(value) = object.data.get(field) {
            payload[field] = value.clone();
        }
    }
    if let Some(reason) = &object.reason {
        payload["validationError"] = reason.view();
    }
    payload
}
