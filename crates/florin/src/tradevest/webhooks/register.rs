//! Telling the provider where to send notifications.

use florin_tradevest::types;

use super::super::{Client, Error};
use super::{EventType, Registration};

/// What has come of a [`Registration`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[must_use = "an event type that is occupied isn't registered"]
#[non_exhaustive]
pub struct Registered {
    /// What was registered now.
    pub written: Vec<EventType>,
    /// What was registered already, just like this.
    pub unchanged: Vec<EventType>,
    /// What is registered with another address, and was left alone: look whose that is, then say
    /// [`replacing`](Registration::replacing).
    pub occupied: Vec<EventType>,
    /// For what nothing at all is registered, now, whether it was wanted or not: that can't be heard of.
    pub missing: Vec<EventType>,
}

impl Client {
    /// Registers for each event type that is wanted and isn't registered yet. Repeating it changes nothing.
    ///
    /// It looks first: a second registration would silently replace one for the same event type, headers and all. Between
    /// looking and writing, another program can still do the same; call it once, on deployment.
    ///
    /// # Errors
    /// As any call. What came before a failure is registered; repeat it.
    pub async fn register_webhooks(
        &self,
        registration: &Registration,
    ) -> Result<Registered, Error> {
        let there = self.api().get_webhooks().send().await?.into_inner();
        let mut registered = Registered::default();
        for (event, wanted) in &registration.wanted {
            let present = there
                .iter()
                .find(|webhook| webhook.event_type.as_str() == event.as_str());
            let outcome = match present {
                Some(present) if is_same(present, wanted) => &mut registered.unchanged,
                Some(present) if !registration.replacing && !is_ours(present, wanted) => {
                    &mut registered.occupied
                }
                _ => {
                    let write = self.api().create_or_update_webhook();
                    write.body(wanted.clone()).send().await?;
                    &mut registered.written
                }
            };
            outcome.push(event.clone());
        }
        registered.missing = self.missing_webhooks().await?;
        Ok(registered)
    }

    /// The event types for which nothing is registered, so that their notifications reach nobody.
    ///
    /// That the answer means this is inferred from its name; a field of it is documented.
    ///
    /// # Errors
    /// As any call.
    pub async fn missing_webhooks(&self) -> Result<Vec<EventType>, Error> {
        let missing = self.api().get_missing_webhooks().send().await?.into_inner();
        let events = missing.into_iter().filter_map(|missing| missing.event_type);
        Ok(events
            .map(|event| EventType::from(event.as_str()))
            .collect())
    }
}

/// Whether it is sent to the same place, so that it is this one, with other headers at most.
fn is_ours(present: &types::Webhook, wanted: &types::WebhookData) -> bool {
    present.url.trim() == wanted.url
}

fn is_same(present: &types::Webhook, wanted: &types::WebhookData) -> bool {
    is_ours(present, wanted)
        && present.headers.len() == wanted.headers.len()
        && wanted.headers.iter().all(|header| {
            present
                .headers
                .iter()
                .any(|other| is_same_header(other, header))
        })
}

fn is_same_header(one: &types::Header, other: &types::Header) -> bool {
    let name = |header: &types::Header| header.name.as_deref().map(str::to_ascii_lowercase);
    let value =
        |header: &types::Header| header.value.as_ref().map(|value| value.expose().to_owned());
    name(one) == name(other) && value(one) == value(other)
}
