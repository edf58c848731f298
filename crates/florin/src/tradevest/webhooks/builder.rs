//! Who may send notifications, and how much of them is kept.

use std::collections::HashMap;
use std::time::Duration;

use florin_core::{ConfigError, Seam, Secret};

use super::arrivals::Keep;
use super::receiver::Receiving;
use super::static_headers::{Headers, StaticHeaders, check};
use super::{Arrivals, EventType, Webhooks};
use crate::webhook::{Recent, Sender};

/// Settings of [`Webhooks`]. [`headers`](Self::headers) or [`sender`](Self::sender) is needed; the others have defaults.
#[must_use = "a builder does nothing until `build` is called"]
#[derive(Debug)]
pub struct WebhooksBuilder {
    headers: StaticHeaders,
    previous: Vec<Headers>,
    sender: Option<Sender>,
    paths: HashMap<EventType, String>,
    body_limit: usize,
    remembered: usize,
    keep: Keep,
    seam: Seam,
}

/// A corporate action lists all accounts that it concerns, a change of labels all customers: more than other callbacks.
const BODY_LIMIT: usize = 1 << 20;

impl Default for WebhooksBuilder {
    fn default() -> Self {
        Self {
            headers: StaticHeaders::default(),
            previous: Vec::new(),
            sender: None,
            paths: HashMap::new(),
            body_limit: BODY_LIMIT,
            remembered: 4096,
            keep: Keep {
                notifications: 256,
                bytes: 1 << 20,
                age: Duration::from_secs(10 * 60),
            },
            seam: Seam::real(),
        }
    }
}

impl WebhooksBuilder {
    /// The headers that the provider sends with each notification: up to five, and all of them have to be right. They are
    /// compared in constant time, and a [registration](Webhooks::registration) is made with the same.
    ///
    /// They are the only thing that tells a notification of the provider's from anybody else's. Let one at least be long and
    /// random.
    pub fn headers(
        mut self,
        headers: impl IntoIterator<Item = (impl Into<String>, impl Into<Secret>)>,
    ) -> Self {
        self.headers.for_all = owned(headers);
        self
    }

    /// Other headers for one event type, in place of those for all.
    pub fn headers_for(
        mut self,
        event_type: EventType,
        headers: impl IntoIterator<Item = (impl Into<String>, impl Into<Secret>)>,
    ) -> Self {
        self.headers.of.insert(event_type, owned(headers));
        self
    }

    /// Headers that count as well, for every event type: those of before, while they are being changed. Call it once for each
    /// set.
    pub fn previous_headers(
        mut self,
        headers: impl IntoIterator<Item = (impl Into<String>, impl Into<Secret>)>,
    ) -> Self {
        self.previous.push(owned(headers));
        self
    }

    /// Who else may send, for every event type: [`Sender::anyone`] where something in front of the server has checked it.
    pub fn sender(mut self, sender: Sender) -> Self {
        self.sender = Some(sender);
        self
    }

    /// The last piece of the address of one event type, in place of the
    /// [suggested one](EventType::suggested_path).
    pub fn path(mut self, event_type: EventType, last_piece: impl Into<String>) -> Self {
        self.paths.insert(event_type, last_piece.into());
        self
    }

    /// Bytes of a body that are read. 1 MiB unless said: a corporate action lists all the accounts that it concerns.
    pub const fn body_limit(mut self, bytes: usize) -> Self {
        self.body_limit = bytes;
        self
    }

    /// How many notifications are remembered to tell a repeat. 4096 unless said, at a few bytes each. To remember them for
    /// longer, or in more than one process, keep their [`DedupKey`](super::DedupKey)s.
    pub const fn remembered(mut self, notifications: usize) -> Self {
        self.remembered = notifications;
        self
    }

    /// How many notifications of each type, of how many bytes together, are kept for those who begin to wait later. 256 and
    /// 1 MiB unless said.
    pub const fn kept(mut self, notifications: usize, bytes: usize) -> Self {
        self.keep.notifications = notifications;
        self.keep.bytes = bytes;
        self
    }

    /// For how long they are kept. 10 minutes unless said.
    pub const fn kept_for(mut self, age: Duration) -> Self {
        self.keep.age = age;
        self
    }

    /// Where time comes from.
    pub fn seam(mut self, seam: Seam) -> Self {
        self.seam = seam;
        self
    }

    /// Ready to take notifications in.
    ///
    /// # Errors
    /// [`ConfigError`] where nobody may send, where a header can't be one or can't be registered, and where two event types
    /// would have one address.
    pub fn build(self) -> Result<Webhooks, ConfigError> {
        let mut others = self.sender;
        for headers in &self.previous {
            let previous = sender(headers)?;
            others = Some(match others {
                Some(others) => others.or(previous),
                None => previous,
            });
        }
        let with_others = |headers: &Headers| {
            let sender = sender(headers)?;
            Ok(match &others {
                Some(others) => sender.or(others.clone()),
                None => sender,
            })
        };
        let own = self.headers.of.iter();
        let senders: Result<HashMap<_, _>, ConfigError> = own
            .map(|(event, headers)| Ok((event.clone(), with_others(headers)?)))
            .collect();
        let senders = senders?;
        let for_all = match &self.headers.for_all {
            none if none.is_empty() => others,
            headers => Some(with_others(headers)?),
        };
        if for_all.is_none() && senders.is_empty() {
            return Err(ConfigError::new(
                "callback headers",
                "are missing; give those that the provider is to send, or say .sender(Sender::anyone())",
            ));
        }
        check_paths(&self.paths)?;
        Ok(Webhooks::new(Receiving {
            senders,
            sender: for_all,
            headers: self.headers,
            paths: self.paths,
            body_limit: self.body_limit,
            recent: Recent::new(self.remembered),
            arrivals: Arrivals::new(self.seam, self.keep),
        }))
    }
}

fn owned(headers: impl IntoIterator<Item = (impl Into<String>, impl Into<Secret>)>) -> Headers {
    let headers = headers.into_iter();
    headers
        .map(|(name, value)| (name.into(), value.into()))
        .collect()
}

fn sender(headers: &Headers) -> Result<Sender, ConfigError> {
    check(headers)?;
    Sender::headers(headers.iter().map(|(name, value)| (name, value.clone())))
}

/// One address can't stand for two types: the body doesn't say which of them it is.
fn check_paths(paths: &HashMap<EventType, String>) -> Result<(), ConfigError> {
    for (event, piece) in paths {
        let refuse = |problem| Err(ConfigError::new(format!("path of {event}"), problem));
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
        if piece.is_empty() || !piece.bytes().all(is_plain) {
            return refuse("isn't one piece of a path; use letters, digits and - . _ ~");
        }
        let is_taken = paths
            .iter()
            .any(|(other, taken)| other != event && taken == piece)
            || EventType::from_path(piece)
                .is_some_and(|other| other != *event && !paths.contains_key(&other));
        if is_taken {
            return refuse("is that of another event type too; a body doesn't say which it is of");
        }
    }
    Ok(())
}
