//! Who is registered: at most one URL for each event type.

use chrono::{DateTime, Utc};
use http::{HeaderMap, HeaderName, HeaderValue};
use serde_json::{Value, json};
use url::Url;

use super::super::view;
use crate::contract::Violation;
use crate::post;

/// Where the notifications of an event type go.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Registration {
    /// The event type.
    pub event_type: String,
    /// The URL, as it was given.
    pub url: String,
    /// The headers that come with every notification, in order.
    pub headers: Vec<(String, String)>,
    pub(super) created_at: DateTime<Utc>,
    pub(super) modified_at: DateTime<Utc>,
}

impl Registration {
    /// The headers, as far as they are any.
    pub(super) fn header_map(&self) -> HeaderMap {
        let headers = self.headers.iter().filter_map(|(name, value)| {
            let name = name.parse::<HeaderName>().ok()?;
            Some((name, HeaderValue::from_str(value).ok()?))
        });
        headers.collect()
    }

    pub(super) fn view(&self) -> Value {
        let headers = self.headers.iter();
        json!({
            "eventType": self.event_type,
            "url": self.url,
            "headers": headers
                .map(|(name, value)| json!({ "name": name, "value": value }))
                .collect::<Value>(),
            "createdOn": view::time(self.created_at, 3),
            "modifiedOn": view::time(self.modified_at, 3),
        })
    }
}

/// The registrations, in the order in which the event types were registered first.
#[derive(Debug, Default)]
pub(in super::super) struct Registry(Vec<Registration>);

impl Registry {
    pub(super) fn all(&self) -> &[Registration] {
        &self.0
    }

    pub(in super::super) fn get(&self, event: &str) -> Option<&Registration> {
        self.0.iter().find(|known| known.event_type == event)
    }

    /// Registers, or replaces what was registered for the same event type, with its headers.
    pub(super) fn put(
        &mut self,
        event: &str,
        url: &str,
        headers: Vec<(String, String)>,
        now: DateTime<Utc>,
    ) {
        let new = Registration {
            event_type: event.to_owned(),
            url: url.to_owned(),
            headers,
            created_at: now,
            modified_at: now,
        };
        match self.0.iter_mut().find(|known| known.event_type == event) {
            Some(known) => {
                let created_at = known.created_at;
                *known = Registration { created_at, ..new };
            }
            None => self.0.push(new),
        }
    }

    pub(super) fn remove(&mut self, event: &str) -> bool {
        let before = self.0.len();
        self.0.retain(|known| known.event_type != event);
        self.0.len() < before
    }
}

/// What is wrong with a URL: it is `https`, or `http` to this machine, which only a sandbox allows.
pub(super) fn fault(url: &str) -> Option<Violation> {
    let wrong = |why: &str| Some(Violation::new("body", "/url", why));
    match Url::parse(url) {
        Err(_) => wrong("is no URL"),
        Ok(url) if url.scheme() == "https" => None,
        Ok(url) if post::loopback(&url).is_ok() => None,
        Ok(_) => wrong("must be HTTPS"),
    }
}
