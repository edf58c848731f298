//! Where notifications are to be sent.

use std::fmt;

use florin_core::{ConfigError, Secret};
use florin_tradevest::types;

use super::{EventType, Webhooks};

/// The least length of what can't be guessed.
const UNGUESSABLE: usize = 16;

/// Where the provider is to send notifications: one address for each event type, with the headers that the
/// [receiver](Webhooks) expects. [`register_webhooks`](super::super::Client::register_webhooks) sends it.
///
/// `Debug` shows neither the address nor the headers.
#[derive(Clone)]
pub struct Registration {
    pub(super) wanted: Vec<(EventType, types::WebhookData)>,
    pub(super) replacing: bool,
}

impl Webhooks {
    /// What to register so that this takes in notifications of `event_types`: for each the address
    /// `{base_url}/{unguessable}/{last piece}`, the last being the [suggested one](EventType::suggested_path) unless the
    /// builder said otherwise.
    ///
    /// `unguessable` is a piece of the address that nobody can guess, beside the headers. Draw it once, keep it like a
    /// password, and give it to your router.
    ///
    /// # Errors
    /// [`ConfigError`] where `base_url` isn't a plain URL with https (http is taken for `localhost`, `127.0.0.1` and `[::1]`
    /// alone, for tests), where `unguessable` isn't at least 16 letters, digits, `-` or `_`, and where an event type would
    /// come in that the receiver expects from nobody.
    pub fn registration(
        &self,
        base_url: &str,
        unguessable: impl Into<Secret>,
        event_types: impl IntoIterator<Item = EventType>,
    ) -> Result<Registration, ConfigError> {
        let base = checked_base(base_url)?;
        let unguessable = unguessable.into();
        check_unguessable(&unguessable)?;
        let mut wanted: Vec<(EventType, types::WebhookData)> = Vec::new();
        for event in event_types {
            if !self.expects(&event) {
                return Err(ConfigError::new(
                    format!("callback headers of {event}"),
                    "are missing, so the receiver would turn its notifications away",
                ));
            }
            if wanted.iter().any(|(known, _)| *known == event) {
                continue;
            }
            let url = format!("{base}/{}/{}", unguessable.expose(), self.piece(&event));
            let data = self.data(&event, url);
            wanted.push((event, data));
        }
        Ok(Registration {
            wanted,
            replacing: false,
        })
    }

    fn data(&self, event: &EventType, url: String) -> types::WebhookData {
        let headers = self.static_headers().for_event(event).iter();
        types::WebhookData {
            event_type: event.as_str().to_owned().into(),
            url,
            headers: headers
                .map(|(name, value)| types::Header {
                    name: Some(name.clone()),
                    value: Some(value.clone()),
                })
                .collect(),
        }
    }
}

impl Registration {
    /// Replaces what is registered for the same event types under other addresses. Unless said, that is left alone: another
    /// program may use the account, and whoever registers last silently gets all.
    #[must_use]
    pub fn replacing(mut self) -> Self {
        self.replacing = true;
        self
    }

    /// What is to be registered, as it is sent.
    pub fn data(&self) -> impl Iterator<Item = &types::WebhookData> {
        self.wanted.iter().map(|(_, data)| data)
    }
}

impl fmt::Debug for Registration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let events: Vec<&EventType> = self.wanted.iter().map(|(event, _)| event).collect();
        f.debug_struct("Registration")
            .field("event_types", &events)
            .field("replacing", &self.replacing)
            .finish_non_exhaustive()
    }
}

/// The URL without a slash at its end. It isn't shown: it may hold what can't be guessed.
fn checked_base(base_url: &str) -> Result<&str, ConfigError> {
    let refuse = |problem| Err(ConfigError::new("base_url of the callbacks", problem));
    let base = base_url.trim().trim_end_matches('/');
    let Some((scheme, rest)) = base.split_once("://") else {
        return refuse("isn't a URL; write https://, a host and a path");
    };
    if rest.contains(['?', '#', '@', '\\'])
        || rest.contains(|c: char| c.is_whitespace() || c.is_control())
    {
        return refuse("has more than a host and a path");
    }
    let host = rest.split('/').next().unwrap_or_default();
    let name = match host.rsplit_once(':') {
        // The colons of an IPv6 address stand in brackets.
        Some((name, port)) if !port.contains(']') => name,
        _ => host,
    };
    if name.is_empty() {
        return refuse("has no host");
    }
    let is_loopback = ["localhost", "127.0.0.1", "[::1]"]
        .iter()
        .any(|known| name.eq_ignore_ascii_case(known));
    match scheme.to_ascii_lowercase().as_str() {
        "https" => Ok(base),
        "http" if is_loopback => Ok(base),
        _ => refuse(
            "doesn't begin with https://, which the provider asks for; the headers would be sent in the clear",
        ),
    }
}

fn check_unguessable(piece: &Secret) -> Result<(), ConfigError> {
    let piece = piece.expose();
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    if piece.len() >= UNGUESSABLE && piece.bytes().all(is_plain) {
        return Ok(());
    }
    Err(ConfigError::new(
        "unguessable piece of the callbacks' address",
        "isn't at least 16 letters, digits, - or _",
    ))
}
