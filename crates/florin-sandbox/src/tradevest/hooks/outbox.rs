//! What was and is to be sent.

use std::collections::{HashSet, VecDeque};
use std::time::Duration;

use chrono::{DateTime, Utc};
use http::HeaderMap;
use serde_json::Value;

use super::registry::Registration;
use crate::clock::later;

/// A notification, as a test sees it.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Notification {
    /// Counts from 0, in the order of the changes.
    pub number: usize,
    /// The event type. It stands nowhere in what is sent.
    pub event_type: String,
    /// Where it goes: the URL that was registered when it arose. `None` where none was, and then it is not sent.
    pub url: Option<String>,
    /// What is sent.
    pub body: Value,
    /// When it arose.
    pub at: DateTime<Utc>,
    /// What came of each attempt to deliver it.
    pub deliveries: Vec<Delivery>,
    /// Whether `GET /undelivered-webhooks` has it: it was lost, or the last attempt failed.
    pub undelivered: bool,
}

/// What came of an attempt to deliver a notification.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// The receiver answered with this status.
    Answered(u16),
    /// There was no answer, for this reason.
    Failed(String),
}

impl Delivery {
    /// Whether the receiver took it: a status from 200 to 299.
    #[must_use]
    pub fn is_success(&self) -> bool {
        matches!(self, Self::Answered(status) if (200..300).contains(status))
    }
}

/// Notifications, and the order in which they go out.
#[derive(Debug, Default)]
pub(in super::super) struct Outbox {
    all: Vec<(Notification, HeaderMap)>,
    pending: VecDeque<(usize, DateTime<Utc>)>,
    pub(super) held: bool,
    pub(super) delivered: usize,
    /// How many of those to come are lost on the way.
    pub(super) to_lose: usize,
    seen: HashSet<usize>,
}

impl Outbox {
    pub(in super::super) fn add(
        &mut self,
        event: &str,
        body: Value,
        registered: Option<&Registration>,
        now: DateTime<Utc>,
        delay: Duration,
    ) {
        let number = self.all.len();
        let mut notification = Notification {
            number,
            event_type: event.to_owned(),
            url: registered.map(|registered| registered.url.clone()),
            body,
            at: now,
            deliveries: Vec::new(),
            undelivered: false,
        };
        if registered.is_some() {
            if self.to_lose > 0 {
                self.to_lose -= 1;
                notification.undelivered = true;
            } else {
                self.pending.push_back((number, later(now, delay)));
            }
        }
        let headers = registered.map(Registration::header_map);
        self.all.push((notification, headers.unwrap_or_default()));
    }

    pub(super) fn all(&self) -> impl Iterator<Item = &Notification> {
        self.all.iter().map(|(notification, _)| notification)
    }

    pub(super) fn get(&self, number: usize) -> Option<&(Notification, HeaderMap)> {
        self.all.get(number)
    }

    /// What is waiting, in order.
    pub(super) fn pending(&self) -> Vec<usize> {
        self.pending.iter().map(|(number, _)| *number).collect()
    }

    /// Puts what is waiting into another order, or adds to it.
    pub(super) fn reorder(
        &mut self,
        order: impl FnOnce(Vec<usize>) -> Vec<usize>,
        now: DateTime<Utc>,
    ) {
        let order = order(self.pending());
        self.pending = order.into_iter().map(|number| (number, now)).collect();
    }

    /// Loses what is waiting.
    pub(super) fn lose(&mut self) {
        for (number, _) in std::mem::take(&mut self.pending) {
            self.all[number].0.undelivered = true;
        }
    }

    /// When something may go out by itself next.
    pub(in super::super) fn next_due(&self) -> Option<DateTime<Utc>> {
        if self.held {
            return None;
        }
        self.pending.iter().map(|(_, due)| *due).min()
    }

    /// Takes the first one out that may go now; without a time, the first one of all.
    pub(super) fn take(&mut self, now: Option<DateTime<Utc>>) -> Option<usize> {
        if now.is_some() && self.held {
            return None;
        }
        let at = self
            .pending
            .iter()
            .position(|(_, due)| now.is_none_or(|now| *due <= now))?;
        self.pending.remove(at).map(|(number, _)| number)
    }

    /// Takes one out, wherever it stands.
    pub(super) fn withdraw(&mut self, number: usize) {
        self.pending.retain(|(known, _)| *known != number);
    }

    /// Notes what came of an attempt. A failed one is repeated after a while, or given up.
    pub(super) fn note(
        &mut self,
        number: usize,
        delivery: Delivery,
        attempts: usize,
        again: DateTime<Utc>,
    ) {
        self.delivered += 1;
        let Some((notification, _)) = self.all.get_mut(number) else {
            return;
        };
        let success = delivery.is_success();
        notification.deliveries.push(delivery);
        if success {
            notification.undelivered = false;
            self.seen.insert(number);
        } else if self.seen.contains(&number) {
            // It arrived once; that a repetition failed doesn't change that.
        } else if notification.deliveries.len() < attempts {
            self.pending.push_back((number, again));
        } else {
            notification.undelivered = true;
        }
    }
}
