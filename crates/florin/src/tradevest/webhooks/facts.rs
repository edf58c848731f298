//! What notifications of every type have in common, as far as they have it.

use serde_json::{Map, Value};

use super::{EventType, ValidationError};
use crate::uuid_text::is_uuid;

/// What a notification states about itself, read from its JSON whether or not the rest of it fits its type.
#[derive(Clone, Default)]
pub(super) struct Facts {
    pub(super) object_id: Option<String>,
    /// What a waiter may know its object by, in lower case.
    pub(super) names: Vec<String>,
    pub(super) kind: Option<String>,
    pub(super) status: Option<String>,
    pub(super) modified_on: Option<String>,
    pub(super) validation_error: Option<ValidationError>,
}

impl Facts {
    pub(super) fn read(event: &EventType, json: &Value) -> Self {
        let Value::Object(members) = json else {
            return Self::default();
        };
        let object_id = object_id(event, members);
        let mut names = Vec::from_iter(object_id.as_deref().map(name));
        if names.is_empty() || !event.is_documented() {
            names.extend(named(members));
            names.sort_unstable();
            names.dedup();
        }
        Self {
            object_id,
            names,
            kind: kind(event, members),
            status: status(event, members),
            modified_on: text(members, "modifiedOn"),
            validation_error: ValidationError::read(members),
        }
    }
}

/// What is waited for under one name, however its identifier is spelled.
pub(super) fn name(id: &str) -> String {
    id.trim().to_ascii_lowercase()
}

fn text(members: &Map<String, Value>, name: &str) -> Option<String> {
    let text = members.get(name)?.as_str()?.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// The object: by the name that is known or expected, by the plainest one, or by being the only identifier there is.
fn object_id(event: &EventType, members: &Map<String, Value>) -> Option<String> {
    let expected = event.id_members().iter();
    if let Some(id) = expected.copied().find_map(|name| text(members, name)) {
        return Some(id);
    }
    if event.is_documented() {
        return None;
    }
    if let Some(id) = id(members, "id") {
        return Some(id);
    }
    let mut ids = members.keys().filter_map(|name| id(members, name));
    match (ids.next(), ids.next()) {
        (Some(only), None) => Some(only),
        _ => None,
    }
}

/// What identifies an object of the provider's: those are UUIDs, which a tax id isn't. The partner's own ids may be.
fn id(members: &Map<String, Value>, name: &str) -> Option<String> {
    let is_id = (name == "id" || name.ends_with("Id")) && name != "externalId";
    text(members, name).filter(|text| is_id && is_uuid(text))
}

/// Every identifier in it, up to one object deep: where the payload is undocumented, whoever waits knows what for.
fn named(members: &Map<String, Value>) -> Vec<String> {
    let inner = members.values().filter_map(Value::as_object);
    let ids = [members]
        .into_iter()
        .chain(inner)
        .flat_map(|members| members.keys().filter_map(|name| id(members, name)));
    // The one documented payload without an object names customers in a list.
    let customers = members.get("updatedCustomers").and_then(Value::as_array);
    let customers = customers.into_iter().flatten().filter_map(Value::as_str);
    ids.chain(customers.map(str::to_owned))
        .map(|id| name(&id))
        .collect()
}

const KINDS: [&str; 3] = ["CREATED", "UPDATED", "VALIDATION_ERROR"];

/// Created, updated or refused. Corporate actions call it `type`; others may use that word for anything.
fn kind(event: &EventType, members: &Map<String, Value>) -> Option<String> {
    text(members, "notificationType").or_else(|| {
        let kind = text(members, "type")?;
        let is_kind = *event == EventType::CorporateAction
            || (!event.is_documented()
                && KINDS.iter().any(|known| known.eq_ignore_ascii_case(&kind)));
        is_kind.then_some(kind)
    })
}

/// Undocumented payloads may call it as their object does when it is read, such as `transferStatus`.
fn status(event: &EventType, members: &Map<String, Value>) -> Option<String> {
    let status = text(members, "status").or_else(|| {
        let mut others = members.keys().filter(|key| key.ends_with("Status"));
        match (others.next(), others.next()) {
            (Some(only), None) if !event.is_documented() => text(members, only),
            _ => None,
        }
    })?;
    // An old text of the provider's spells it in the British way, everything else as the enumerations do.
    Some(if status.eq_ignore_ascii_case("CANCELLED") {
        "CANCELED".to_owned()
    } else {
        status
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const A: &str = "A0000000-0000-4000-8000-000000000000";
    const B: &str = "B0000000-0000-4000-8000-000000000000";
    const C: &str = "C0000000-0000-4000-8000-000000000000";

    #[expect(clippy::needless_pass_by_value, reason = "a literal")]
    fn facts(event: EventType, json: Value) -> Facts {
        Facts::read(&event, &json)
    }

    #[test]
    fn an_object_is_named_as_its_type_says_and_not_by_others_beside_it() {
        let verification = facts(
            EventType::IdentificationVerification,
            json!({"naturalPersonId": "P", "identificationVerificationId": "V"}),
        );
        assert_eq!(verification.object_id.as_deref(), Some("V"));
        assert_eq!(verification.names, ["v"]);
        let action = facts(EventType::CorporateAction, json!({"eventId": "E"}));
        assert_eq!(action.object_id.as_deref(), Some("E"));
        // A natural person's notification looks like a part of a verification's.
        let person = facts(EventType::NaturalPerson, json!({"naturalPersonId": "P"}));
        assert_eq!(person.object_id.as_deref(), Some("P"));
    }

    #[test]
    fn where_the_payload_is_undocumented_every_identifier_counts() {
        let [a, b, c] = [A, B, C].map(name);
        let order = facts(
            EventType::DigitalAssetOrder,
            json!({"walletId": B, "orderId": "O", "externalId": A, "wallet": {"ownerId": C}}),
        );
        assert_eq!(order.object_id.as_deref(), Some("O"));
        assert_eq!(order.names, [&b, &c, "o"]);
        let only = facts(
            EventType::Transfer,
            json!({"paymentId": A, "taxId": "12/345"}),
        );
        assert_eq!(only.object_id.as_deref(), Some(A));
        let many = facts(EventType::Transfer, json!({"aId": A, "bId": B}));
        assert_eq!(many.object_id, None, "it can't be told which");
        assert_eq!(many.names, [&*a, &b]);
        let plain = facts(EventType::from("NEW"), json!({"bId": B, "id": A}));
        assert_eq!(plain.object_id.as_deref(), Some(A));
    }

    #[test]
    fn labels_name_customers_and_no_object() {
        let labels = facts(
            EventType::LabelsUpdate,
            json!({"updatedCustomers": ["A", 7, "B"], "notificationType": "UPDATED"}),
        );
        assert_eq!(labels.object_id, None);
        assert_eq!(labels.names, ["a", "b"]);
        assert_eq!(labels.kind.as_deref(), Some("UPDATED"));
    }

    #[test]
    fn type_stands_for_the_kind_where_it_is_known_to() {
        let action = facts(EventType::CorporateAction, json!({"type": "UPDATED"}));
        assert_eq!(action.kind.as_deref(), Some("UPDATED"));
        let lower = facts(EventType::Proxy, json!({"type": "updated"}));
        assert_eq!(lower.kind.as_deref(), Some("updated"));
        let proxy = facts(EventType::Proxy, json!({"type": "SIGNATORY"}));
        assert_eq!(proxy.kind, None);
        let customer = facts(EventType::Customer, json!({"type": "CREATED"}));
        assert_eq!(customer.kind, None);
    }

    #[test]
    fn a_status_is_found_under_its_other_name_and_in_one_spelling() {
        let transfer = json!({"transferStatus": "PROCESSED"});
        let transfer = facts(EventType::Transfer, transfer);
        assert_eq!(transfer.status.as_deref(), Some("PROCESSED"));
        let order = facts(
            EventType::DigitalAssetOrder,
            json!({"status": "Cancelled", "tradeStatus": "a"}),
        );
        assert_eq!(order.status.as_deref(), Some("CANCELED"));
        let two = facts(EventType::Transfer, json!({"aStatus": "A", "bStatus": "B"}));
        assert_eq!(two.status, None);
        let customer = facts(EventType::Customer, json!({"kycStatus": "A"}));
        assert_eq!(customer.status, None);
    }

    #[test]
    fn what_is_no_object_states_nothing() {
        for json in [json!(null), json!([1]), json!("a"), json!({"status": " "})] {
            let facts = facts(EventType::Customer, json);
            assert!(facts.object_id.is_none() && facts.status.is_none());
            assert!(facts.names.is_empty());
        }
    }
}
