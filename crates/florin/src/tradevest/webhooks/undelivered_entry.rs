//! One entry of the list of what couldn't be delivered, whose form nobody documents.

use std::fmt;

use serde_json::Value;

use super::EventType;

/// A notification that couldn't be delivered, as the provider lists it.
///
/// Found in it are an event type, in a member like `eventType`, and a payload: in a member like `payload`, as an object or as
/// text, or the entry itself where it has what a payload of that type has. That is inferred from how such lists look
/// elsewhere; the type is never guessed from the payload.
///
/// `Debug` shows the event type alone.
#[derive(Clone)]
pub struct UndeliveredEntry {
    json: Value,
    found: Option<(EventType, String)>,
}

/// Where the event type may stand. `type` is also a word of payloads, so it counts only with a known value.
const TYPES: [&str; 5] = [
    "eventType",
    "webhookType",
    "event",
    "webhookEventType",
    "type",
];

/// Where the payload may stand.
const PAYLOADS: [&str; 9] = [
    "payload",
    "body",
    "requestBody",
    "notification",
    "content",
    "data",
    "message",
    "event",
    "webhook",
];

impl UndeliveredEntry {
    /// All that the provider says. Holds personal data if the notification does.
    #[must_use]
    pub const fn json(&self) -> &Value {
        &self.json
    }

    /// The event type, if it and a payload could be found.
    #[must_use]
    pub fn event_type(&self) -> Option<&EventType> {
        self.found.as_ref().map(|(event, _)| event)
    }

    pub(super) fn found(&self) -> Option<(&EventType, &str)> {
        let (event, body) = self.found.as_ref()?;
        Some((event, body))
    }

    fn new(json: Value) -> Self {
        let found = event_type(&json).and_then(|event| {
            let body = payload(&event, &json)?;
            Some((event, body))
        });
        Self { json, found }
    }
}

/// The entries of a page: the list that it is or holds. What is no page at all is one entry, so that nothing gets lost.
pub(super) fn entries(page: Value) -> Vec<UndeliveredEntry> {
    let entries = match page {
        Value::Array(entries) => entries,
        Value::Object(mut members) => {
            let mut lists = members.iter().filter(|(_, member)| member.is_array());
            let list = match (lists.next(), lists.next()) {
                (Some((only, _)), None) => Some(only.clone()),
                _ => Some("data".to_owned()).filter(|data| members.contains_key(data)),
            };
            let is_empty = members
                .keys()
                .all(|name| name == "pagination" || name == "cursor");
            match list.and_then(|list| members.remove(&list)) {
                Some(Value::Array(entries)) => entries,
                Some(Value::Null) => Vec::new(),
                Some(other) => vec![other],
                None if is_empty => Vec::new(),
                None => vec![Value::Object(members)],
            }
        }
        Value::Null => Vec::new(),
        other => vec![other],
    };
    entries.into_iter().map(UndeliveredEntry::new).collect()
}

fn event_type(entry: &Value) -> Option<EventType> {
    TYPES.iter().find_map(|name| {
        let event = EventType::from(entry.get(*name)?.as_str()?.trim());
        match event {
            EventType::Other(value) if *name != "eventType" || value.is_empty() => None,
            event => Some(event),
        }
    })
}

fn payload(event: &EventType, entry: &Value) -> Option<String> {
    let held = PAYLOADS.iter().find_map(|name| match entry.get(*name)? {
        object @ Value::Object(_) => Some(object.to_string()),
        // Text is kept as it is, so that decimals in it are.
        Value::String(text) => {
            let is_object = serde_json::from_str::<Value>(text).is_ok_and(|json| json.is_object());
            is_object.then(|| text.clone())
        }
        _ => None,
    });
    held.or_else(|| {
        let own = ["notificationType", "updatedCustomers"];
        let mut own = event.id_members().iter().chain(&own);
        own.any(|name| entry.get(*name).is_some())
            .then(|| entry.to_string())
    })
}

impl fmt::Debug for UndeliveredEntry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UndeliveredEntry")
            .field("event_type", &self.event_type())
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn found(entry: Value) -> Option<(String, Value)> {
        let entry = UndeliveredEntry::new(entry);
        let (event, body) = entry.found()?;
        Some((event.to_string(), serde_json::from_str(body).unwrap()))
    }

    #[test]
    fn type_and_payload_are_found_where_such_lists_have_them() {
        let expected = Some((
            "CUSTOMER_NOTIFICATION".to_owned(),
            json!({"customerId": "c"}),
        ));
        for entry in [
            json!({"eventType": "CUSTOMER_NOTIFICATION", "payload": {"customerId": "c"}}),
            json!({"eventType": "CUSTOMER_NOTIFICATION", "payload": "{\"customerId\": \"c\"}"}),
            json!({"type": "CUSTOMER_NOTIFICATION", "id": 7, "body": {"customerId": "c"}}),
            json!({"event": "CUSTOMER_NOTIFICATION", "data": {"customerId": "c"}, "message": "500"}),
        ] {
            assert_eq!(found(entry.clone()), expected, "{entry}");
        }
        let flat = json!({"eventType": "CUSTOMER_NOTIFICATION", "customerId": "c"});
        assert_eq!(
            found(flat.clone()),
            Some(("CUSTOMER_NOTIFICATION".to_owned(), flat))
        );
        let new = json!({"eventType": "NEW_NOTIFICATION", "payload": {"newId": "n"}});
        assert_eq!(
            found(new).unwrap(),
            ("NEW_NOTIFICATION".to_owned(), json!({"newId": "n"}))
        );
    }

    #[test]
    fn nothing_is_guessed() {
        for entry in [
            json!({"customerId": "c", "status": "ACTIVE"}),
            json!({"type": "UPDATED", "payload": {"customerId": "c"}}),
            json!({"eventType": "CUSTOMER_NOTIFICATION", "failedAt": "2026-01-01T00:00:00Z"}),
            json!({"eventType": "", "payload": {}}),
            json!("CUSTOMER_NOTIFICATION"),
            json!(null),
        ] {
            assert_eq!(found(entry.clone()), None, "{entry}");
        }
    }

    #[test]
    fn the_entries_are_found_in_whatever_holds_them() {
        let count = |page: Value| entries(page).len();
        assert_eq!(count(json!([{}, {}])), 2);
        assert_eq!(
            count(json!({"data": [{}, {}], "pagination": {"cursor": "c"}})),
            2
        );
        assert_eq!(count(json!({"webhooks": [{}, {}, {}], "total": 3})), 3);
        assert_eq!(count(json!({"data": [{}], "errors": []})), 1);
        assert_eq!(count(json!({"data": null})), 0);
        assert_eq!(count(json!({"pagination": {"cursor": ""}})), 0);
        assert_eq!(count(json!({})), 0);
        assert_eq!(count(json!({"a": [], "b": []})), 1, "no page, and not lost");
        assert_eq!(count(json!({"eventType": "A", "payload": {}})), 1);
        assert_eq!(count(json!(null)), 0);
    }

    #[test]
    fn debug_shows_the_type_alone() {
        let entry = UndeliveredEntry::new(
            json!({"eventType": "CUSTOMER_NOTIFICATION", "payload": {"name": "Ana"}}),
        );
        let shown = format!("{entry:?}");
        assert!(
            shown.contains("Customer") && !shown.contains("Ana"),
            "{shown}"
        );
    }
}
