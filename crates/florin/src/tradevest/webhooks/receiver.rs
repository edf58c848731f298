//! Takes notifications in.

use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;

use florin_core::http::HeaderMap;

use super::static_headers::StaticHeaders;
use super::{Arrivals, EventType, Notification, UndeliveredEntry, WebhooksBuilder};
use crate::webhook::{Recent, Rejection, Sender};

/// Takes notifications in and wakes who waits for their objects. Cheap to clone; clones are one.
///
/// A notification is no proof: it carries no signature, and all that its sender needs are the headers that you have
/// registered. So it changes nothing by itself; read the object that it is about. It comes without a name, so each event type
/// needs an address of its own, and without a number, so a repetition is told by what it says. Two events of which no more is
/// said than that something was refused [look the same](Notification::is_repeat).
///
/// ```no_run
/// # async fn f(client: florin::tradevest::Client) -> Result<(), Box<dyn std::error::Error>> {
/// use florin::core::http::HeaderMap;
/// use florin::tradevest::{EventType, Webhooks};
///
/// let webhooks = Webhooks::builder()
///     .headers([("api-key", "long and random")])
///     .build()?;
///
/// // Once, on deployment:
/// let events = [EventType::Customer, EventType::Onboarding];
/// let wanted = webhooks.registration("https://partner.example/tradevest", "not-to-be-guessed-41c7", events)?;
/// let registered = client.register_webhooks(&wanted).await?;
/// assert!(registered.occupied.is_empty(), "somebody else's: {registered:?}");
///
/// // In the server, for each POST to …/not-to-be-guessed-41c7/customer-notification:
/// let (headers, body) = (HeaderMap::new(), br#"{"customerId": "c1"}"#);
/// let status = match webhooks.receive(EventType::Customer, &headers, body) {
///     // Without a time it may be news that looks the same: a second refusal, say.
///     Ok(notification) if notification.is_repeat() && notification.modified_on().is_some() => 200,
///     // Keep it where it can't be lost, answer, and then act on it: read the object.
///     Ok(notification) => { notification.raw(); 200 }
///     Err(rejection) => rejection.status().as_u16(),
/// };
/// # Ok(())
/// # }
/// ```
///
/// With the feature `axum`, `TradevestCallback` is an extractor.
///
/// How often a notification is sent, how long an answer may take and in what order they come is documented nowhere; that
/// some can't be delivered is, see [`Client::undelivered_webhooks`](super::super::Client::undelivered_webhooks). Answer 200
/// with an empty body as soon as the notification is safe, and don't rely on one to come.
#[derive(Clone)]
pub struct Webhooks(Arc<Receiving>);

pub(super) struct Receiving {
    pub(super) senders: HashMap<EventType, Sender>,
    pub(super) sender: Option<Sender>,
    pub(super) headers: StaticHeaders,
    pub(super) paths: HashMap<EventType, String>,
    pub(super) body_limit: usize,
    pub(super) recent: Recent,
    pub(super) arrivals: Arrivals,
}

impl Webhooks {
    /// Says who may send.
    pub fn builder() -> WebhooksBuilder {
        WebhooksBuilder::default()
    }

    pub(super) fn new(receiving: Receiving) -> Self {
        Self(Arc::new(receiving))
    }

    /// Takes in one notification that was posted to the address of `event_type`: checks who sent it, reads it, and wakes who
    /// waits for its object. It asks nobody and waits for nothing.
    ///
    /// What looks like a repetition is let in as well, since it wants the same answer; it [says so](Notification::is_repeat).
    ///
    /// # Errors
    /// [`Rejection`] names the status to answer with. A body is turned away only where it isn't JSON, or too long.
    pub fn receive(
        &self,
        event_type: EventType,
        headers: &HeaderMap,
        body: &[u8],
    ) -> Result<Arc<Notification>, Rejection> {
        self.admit(&event_type, headers)?;
        if body.len() > self.body_limit() {
            return Err(Rejection::TooLarge(self.body_limit()));
        }
        self.take(event_type, body)
    }

    /// Takes in what couldn't be delivered when it happened, just as if it had come now. `None` where no event type or no
    /// payload could be found in it: then [`UndeliveredEntry::json`] is all there is.
    ///
    /// It came over a connection to the provider that you have made, so no headers are asked for.
    ///
    /// When it happened isn't told of every notification, so a refusal of long ago wakes whoever waits for the reply to a
    /// change of that object now.
    pub fn recover(&self, entry: &UndeliveredEntry) -> Option<Arc<Notification>> {
        let (event, body) = entry.found()?;
        self.take(event.clone(), body.as_bytes()).ok()
    }

    /// What has come in, for those who wait for it.
    #[must_use]
    pub fn arrivals(&self) -> Arrivals {
        self.0.arrivals.clone()
    }

    /// The event type whose address this is, by the last piece of `path`.
    #[must_use]
    pub fn event_at(&self, path: &str) -> Option<EventType> {
        let last = path.strip_suffix('/').unwrap_or(path).rsplit('/').next()?;
        let own = self.0.paths.iter().find(|(_, piece)| *piece == last);
        own.map(|(event, _)| event.clone()).or_else(|| {
            // One that has got a piece of its own isn't to be found at the suggested one.
            EventType::from_path(path).filter(|event| !self.0.paths.contains_key(event))
        })
    }

    /// The last piece of the address of an event type.
    pub(super) fn piece(&self, event: &EventType) -> String {
        match self.0.paths.get(event) {
            Some(piece) => piece.clone(),
            None => event.suggested_path(),
        }
    }

    pub(super) fn static_headers(&self) -> &StaticHeaders {
        &self.0.headers
    }

    /// Whether notifications of this type may come from anybody.
    pub(super) fn expects(&self, event: &EventType) -> bool {
        self.0.sender.is_some() || self.0.senders.contains_key(event)
    }

    /// Whether a notification with these headers may come in at all: before its body is read.
    pub(super) fn admit(&self, event: &EventType, headers: &HeaderMap) -> Result<(), Rejection> {
        let sender = self.0.senders.get(event).or(self.0.sender.as_ref());
        match sender {
            Some(sender) if sender.accepts_request(headers) => Ok(()),
            Some(_) => Err(Rejection::Unauthorized),
            None => Err(Rejection::UnknownEvent),
        }
    }

    pub(super) fn body_limit(&self) -> usize {
        self.0.body_limit
    }

    /// Reads a body that was let in.
    pub(super) fn take(
        &self,
        event: EventType,
        body: &[u8],
    ) -> Result<Arc<Notification>, Rejection> {
        let mut notification = Notification::parse(event, body)?;
        notification.is_repeat = self.0.recent.is_repeat(&notification.dedup_key());
        if let EventType::Other(unknown) = notification.event_type() {
            tracing::info!(
                event_type = unknown,
                "a notification of a type that Florin doesn't know"
            );
        }
        let notification = Arc::new(notification);
        // Also where it is a repeat: a reading too many does no harm, and one too few might.
        self.0.arrivals.arrived(&notification);
        Ok(notification)
    }
}

/// Shows how senders are told, and none of their secrets.
impl fmt::Debug for Webhooks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Webhooks")
            .field("sender", &self.0.sender)
            .field("senders", &self.0.senders)
            .field("arrivals", &self.0.arrivals)
            .finish_non_exhaustive()
    }
}
