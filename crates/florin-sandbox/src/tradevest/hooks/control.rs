//! What a test does with notifications.

use std::sync::Arc;

use http::header::{CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue};
use serde_json::Value;

use super::super::stand_in::StandIn;
use super::outbox::{Delivery, Notification};
use super::registry::Registration;
use super::{EVENTS, delivery};
use crate::post;

/// The notifications of the stand-in for Tradevest, for a test to steer.
///
/// Left alone they go out by themselves, one after the other in the order of the changes. A test that wants to know when
/// holds them back first.
#[derive(Clone)]
pub struct Webhooks {
    stand_in: Arc<StandIn>,
}

impl Webhooks {
    pub(in super::super) const fn new(stand_in: Arc<StandIn>) -> Self {
        Self { stand_in }
    }

    /// What is registered, in the order in which the event types were registered first.
    #[must_use]
    pub fn registered(&self) -> Vec<Registration> {
        self.stand_in.state().registry.all().to_vec()
    }

    /// Registers a URL for every event type, below a base URL: the paths are those of the reference, as in
    /// `/customer-notification`. The headers go with all of them.
    pub fn register_all(&self, base_url: &str, headers: &[(&str, &str)]) {
        let mut state = self.stand_in.state();
        let now = state.now;
        for (event, path) in EVENTS {
            let url = format!("{}{path}", base_url.trim_end_matches('/'));
            let headers = headers.iter();
            let headers = headers.map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
            state.registry.put(event, &url, headers.collect(), now);
        }
    }

    /// Every notification that arose so far, in the order of the changes, sent or not.
    #[must_use]
    pub fn notifications(&self) -> Vec<Notification> {
        self.stand_in.state().outbox.all().cloned().collect()
    }

    /// Those of an event type.
    #[must_use]
    pub fn notifications_of(&self, event_type: &str) -> Vec<Notification> {
        let mut all = self.notifications();
        all.retain(|notification| notification.event_type == event_type);
        all
    }

    /// The numbers of those that wait, in the order in which they will go out.
    #[must_use]
    pub fn pending(&self) -> Vec<usize> {
        self.stand_in.state().outbox.pending()
    }

    /// From now on none goes out by itself.
    pub fn hold(&self) {
        self.stand_in.state().outbox.held = true;
    }

    /// Lets them go out by themselves again, those that wait first.
    pub fn release(&self) {
        self.stand_in.state().outbox.held = false;
    }

    /// Delivers everything that waits, whether held back, delayed or not, in order, and waits for the answers. When this is
    /// over, whatever the clock has brought about so far was delivered. Gives the numbers of those that went out here.
    pub async fn deliver_pending(&self) -> Vec<usize> {
        // A receiver may cause more, by what it asks of the API; that is not waited for. Nor is what failed and is to be
        // tried again.
        let mut delivered = Vec::new();
        for _ in self.pending() {
            match delivery::next(&self.stand_in, true).await {
                Some(number) => delivered.push(number),
                None => break,
            }
        }
        // One that went out by itself may still be on its way.
        drop(self.stand_in.delivering.lock().await);
        delivered
    }

    /// Delivers one now, out of order, or once more. `None` for one that there is not, or that nobody is registered for.
    pub async fn deliver(&self, number: usize) -> Option<Delivery> {
        delivery::one(&self.stand_in, number).await
    }

    /// Puts those that wait into another order, the same one in every run.
    pub fn shuffle(&self) {
        self.reorder(|mut numbers| {
            // Every other one first, backwards: no neighbours stay together.
            let count = numbers.len();
            numbers.reverse();
            let (late, early): (Vec<_>, Vec<_>) = (0..count).partition(|at| at % 2 == 1);
            let order = early.into_iter().chain(late);
            order.map(|at| numbers[at]).collect()
        });
    }

    /// Turns the order of those that wait around.
    pub fn reverse(&self) {
        self.reorder(|mut numbers| {
            numbers.reverse();
            numbers
        });
    }

    /// Lets each of those that wait go out twice, the second time after all the others.
    pub fn duplicate(&self) {
        self.reorder(|numbers| [numbers.clone(), numbers].concat());
    }

    /// Lets everything that was delivered before go out once more, after what waits.
    pub fn redeliver(&self) {
        let delivered = self.notifications();
        let delivered = delivered
            .iter()
            .filter(|notification| notification.deliveries.iter().any(Delivery::is_success))
            .map(|notification| notification.number);
        self.reorder(|numbers| numbers.into_iter().chain(delivered).collect());
    }

    /// Loses those that wait: they are never delivered, and `GET /undelivered-webhooks` has them.
    pub fn lose(&self) {
        self.stand_in.state().outbox.lose();
    }

    /// Loses so many of those to come.
    pub fn lose_next(&self, count: usize) {
        self.stand_in.state().outbox.to_lose = count;
    }

    /// Sends a notification of any event type with any body to whoever is registered for it, as if the service had.
    pub fn notify(&self, event_type: &str, body: Value) {
        self.stand_in.state().send(event_type, body);
    }

    /// Posts anything anywhere on loopback, which the service never sent, and waits for the answer.
    pub async fn forge(&self, url: &str, headers: &[(&str, &str)], body: &str) -> Delivery {
        let mut sent = HeaderMap::new();
        sent.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        for (name, value) in headers {
            if let (Ok(name), Ok(value)) =
                (name.parse::<HeaderName>(), HeaderValue::from_str(value))
            {
                sent.insert(name, value);
            }
        }
        match post::post(url, sent, body.to_owned()).await {
            Ok((status, _)) => Delivery::Answered(status),
            Err(why) => Delivery::Failed(why),
        }
    }

    /// Waits until so many attempts to deliver are over in all, whatever came of them.
    pub async fn wait_for_deliveries(&self, count: usize) {
        let mut delivered = self.stand_in.delivered.subscribe();
        // The sender lives as long as the stand-in does, so the wait ends only when the count is reached.
        let _ = delivered.wait_for(|delivered| *delivered >= count).await;
    }

    fn reorder(&self, order: impl FnOnce(Vec<usize>) -> Vec<usize>) {
        let mut state = self.stand_in.state();
        let now = state.now;
        state.outbox.reorder(order, now);
    }
}

impl std::fmt::Debug for Webhooks {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Webhooks").finish_non_exhaustive()
    }
}
