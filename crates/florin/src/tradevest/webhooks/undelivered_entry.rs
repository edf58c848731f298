//! One entry of the list of what couldn't be delivered, whose form nobody documents.

use std::collections::BTreeMap;
use std::fmt;

use serde_json::Value;
use serde_json::value::RawValue;

use super::EventType;
use super::said::Said;

/// A notification that couldn't be delivered, as the provider lists it.
///
/// Found in it are an event type, in a member like `eventType`, and a payload: in a member like `payload`, as an object or as
/// text, or the entry itself where it has what a payload of that type has. That is inferred from how such lists look
/// elsewhere; the type is never guessed from the payload.
///
/// `Debug` shows the event type alone.
#[derive(Clone)]
pub struct UndeliveredEntry {
    raw: Box<str>,
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
    /// All that the provider says, as it came. Holds personal data if the notification does.
    #[must_use]
    pub fn raw(&self) -> &str {
        &self.raw
    }

    /// The same as JSON. Numbers in it have gone through a float; those of [`raw`](Self::raw), and of what is
    /// [recovered](super::Webhooks::recover), have not. What [`Notification::json`](super::Notification::json) has no room for
    /// is null here, too.
    #[must_use]
    pub fn json(&self) -> Value {
        // It was read before.
        Said::read(&self.raw).map_or(Value::Null, |said| said.value())
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

    fn new(raw: &RawValue) -> Self {
        let found = members(raw).and_then(|entry| {
            let event = event_type(&entry)?;
            let own = || is_payload(&event, &entry).then(|| raw.get().to_owned());
            let body = payload(&entry).or_else(own)?;
            Some((event, body))
        });
        Self {
            raw: raw.get().into(),
            found,
        }
    }
}

/// The members of an object, each as the text that it is, so that decimals in it are exact.
pub(super) type Members<'a> = BTreeMap<String, &'a RawValue>;

pub(super) fn members(raw: &RawValue) -> Option<Members<'_>> {
    serde_json::from_str(raw.get()).ok()
}

fn list(raw: &RawValue) -> Option<Vec<&RawValue>> {
    serde_json::from_str(raw.get()).ok()
}

/// The entries of a page: the list that it is or holds. What is no page at all is one entry, so that nothing gets lost.
pub(super) fn entries(page: &RawValue) -> Vec<UndeliveredEntry> {
    let entries = list(page).unwrap_or_else(|| match members(page) {
        Some(members) => held(&members).unwrap_or_else(|| vec![page]),
        None if page.get() == "null" => Vec::new(),
        None => vec![page],
    });
    entries.into_iter().map(UndeliveredEntry::new).collect()
}

/// The list that a page holds: the only one, or the one in `data`. `None` where it is no page.
fn held<'a>(members: &Members<'a>) -> Option<Vec<&'a RawValue>> {
    let mut lists = members.values().filter_map(|member| list(member));
    if let (Some(only), None) = (lists.next(), lists.next()) {
        return Some(only);
    }
    match members.get("data") {
        Some(data) if data.get() == "null" => Some(Vec::new()),
        Some(data) => Some(list(data).unwrap_or_else(|| vec![*data])),
        None => {
            let mut names = members.keys();
            let is_empty = names.all(|name| name == "pagination" || name == "cursor");
            is_empty.then(Vec::new)
        }
    }
}

fn text(member: &RawValue) -> Option<String> {
    serde_json::from_str(member.get()).ok()
}

fn event_type(entry: &Members<'_>) -> Option<EventType> {
    TYPES.iter().find_map(|name| {
        let event = EventType::from(text(entry.get(*name)?)?.trim());
        match event {
            EventType::Other(value) if *name != "eventType" || value.is_empty() => None,
            event => Some(event),
        }
    })
}

/// Held by the entry, as an object or as the text of one.
fn payload(entry: &Members<'_>) -> Option<String> {
    let is_object = |text: &str| serde_json::from_str::<BTreeMap<String, &RawValue>>(text).is_ok();
    PAYLOADS.iter().find_map(|name| {
        let member = entry.get(*name)?;
        let body = text(member).unwrap_or_else(|| member.get().to_owned());
        is_object(&body).then_some(body)
    })
}

/// The entry itself, where it has what a payload of that type has.
fn is_payload(event: &EventType, entry: &Members<'_>) -> bool {
    let own = ["notificationType", "updatedCustomers"];
    let mut own = event.id_members().iter().chain(&own);
    own.any(|name| entry.contains_key(*name))
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
    use serde_json::value::to_raw_value;

    use super::*;

    fn found(entry: &Value) -> Option<(String, Value)> {
        let entry = UndeliveredEntry::new(&to_raw_value(entry).unwrap());
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
            assert_eq!(found(&entry), expected, "{entry}");
        }
        let flat = json!({"eventType": "CUSTOMER_NOTIFICATION", "customerId": "c"});
        assert_eq!(
            found(&flat),
            Some(("CUSTOMER_NOTIFICATION".to_owned(), flat))
        );
        let new = json!({"eventType": "NEW_NOTIFICATION", "payload": {"newId": "n"}});
        assert_eq!(
            found(&new).unwrap(),
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
            assert_eq!(found(&entry), None, "{entry}");
        }
    }

    #[test]
    fn the_entries_are_found_in_whatever_holds_them() {
        let count = |page: Value| entries(&to_raw_value(&page).unwrap()).len();
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
        let entry = json!({"eventType": "CUSTOMER_NOTIFICATION", "payload": {"name": "Ana"}});
        let entry = UndeliveredEntry::new(&to_raw_value(&entry).unwrap());
        let shown = format!("{entry:?}");
        assert!(
            shown.contains("Customer") && !shown.contains("Ana"),
            "{shown}"
        );
    }
}
