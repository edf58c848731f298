//! What happens by the clock: objects take their next status, updates come into force, and what failed is removed.

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use super::kind::Kind;
use super::objects::Event;
use super::verdict::Reason;
use super::world::World;
use super::{documents, effects, identification, labels, notices, rules};

/// Where an order can still be cancelled.
const OPEN: [&str; 4] = ["RECEIVED", "PENDING", "PLACED", "PARTIALLY_FILLED"];

impl World {
    /// Lets happen what has fallen due, in order, at the time at which it was due.
    pub(super) fn catch_up(&mut self, now: DateTime<Utc>) {
        while let Some((at, event)) = self.objects.take_due(now) {
            self.now = at;
            self.happen(event);
        }
        self.now = now;
    }

    fn happen(&mut self, event: Event) {
        match event {
            Event::Step { index, epoch } if self.objects.at(index).epoch == epoch => {
                self.step(index);
            }
            Event::Purge { index, epoch } if self.objects.at(index).epoch == epoch => {
                self.objects.at_mut(index).purged = true;
            }
            Event::Step { .. } | Event::Purge { .. } => {}
            Event::Update {
                index,
                changes,
                refused,
            } => {
                let refused = refused.or_else(|| rules::refused(self, index, &changes));
                match refused {
                    Some(reason) => self.refuse_update(index, &reason),
                    None => self.update(index, &changes),
                }
            }
            Event::Cancel { index } => {
                // Where it comes too late, nobody is told.
                if OPEN.contains(&self.objects.at(index).status.as_str()) {
                    self.bring(index, "CANCELED", None);
                }
            }
            Event::Labels { change, refused } => labels::happen(self, &change, refused),
        }
    }

    /// The next status of an object's course, or a failure in its place.
    fn step(&mut self, index: usize) {
        let object = self.objects.at_mut(index);
        let Some(next) = object.course.pop_front() else {
            return;
        };
        if object.decided {
            let reason = object.ending.clone().filter(|_| object.course.is_empty());
            return self.bring(index, &next, reason);
        }
        let invalid = match self.objects.at(index).status.as_str() {
            "RECEIVED" => rules::invalid(self, index),
            _ => None,
        };
        if let Some(reason) = invalid {
            return self.bring(index, "INVALID", Some(reason));
        }
        match rules::rejected(self, index, &next) {
            Some(reason) => self.bring(index, "REJECTED", Some(reason)),
            None => self.bring(index, &next, None),
        }
    }

    /// Brings an object to a status, whichever it is, with all that follows from it.
    pub(super) fn bring(&mut self, index: usize, status: &str, reason: Option<Reason>) {
        let now = self.now;
        let object = self.objects.at_mut(index);
        let before = std::mem::replace(&mut object.status, status.to_owned());
        object.modified_at = now;
        object.epoch += 1;
        if ["INVALID", "REJECTED", "CANCELED"].contains(&status) {
            object.course.clear();
        }
        if let Some(reason) = &reason {
            // The two kinds of objects that do show something.
            match object.kind {
                Kind::Transfer => object.data["rejectReason"] = reason.description.clone().into(),
                Kind::DigitalOrder | Kind::TokenizedOrder | Kind::TradingOrder => {
                    object.data["message"] = reason.description.clone().into();
                }
                _ => {}
            }
        }
        object.reason = reason;
        let (epoch, more) = (object.epoch, !object.course.is_empty());
        let change = json!({
            "type": "REPLACE",
            "path": format!("/{}", object.kind.status_field()),
            "oldValue": before,
            "value": status,
        });
        self.log(index, &[change]);
        self.tell(index, Some(&before));
        effects::after(self, index);
        if more {
            let after = effects::pause(self, index).unwrap_or(self.options.step_after);
            self.schedule(after, Event::Step { index, epoch });
        }
        if status == "INVALID" {
            self.schedule(self.options.purge_after, Event::Purge { index, epoch });
        }
    }

    /// Brings an object to a status if it is in one of some.
    pub(super) fn bring_from(&mut self, kind: Kind, id: &str, from: &[&str], to: &str) {
        if let Some(index) = self.objects.find(kind, id)
            && from.contains(&self.objects.at(index).status.as_str())
        {
            self.bring(index, to, None);
        }
    }

    /// Changes members of an object.
    pub(super) fn update(&mut self, index: usize, changes: &Value) {
        let now = self.now;
        let object = self.objects.at_mut(index);
        let mut status = None;
        let mut entries = Vec::new();
        for (field, value) in changes.as_object().into_iter().flatten() {
            if field == "status" {
                status = value.as_str().map(str::to_owned);
                continue;
            }
            if field == documents::SIGNED {
                continue;
            }
            if field == "deathDay" {
                status = Some("DECEASED".to_owned());
            }
            entries.push(json!({
                "type": "REPLACE",
                "path": format!("/{field}"),
                "oldValue": object.data[field],
                "value": value,
            }));
            object.data[field] = value.clone();
        }
        if changes.get("identification").is_some() {
            identification::reported(self, index);
        }
        if let Some(signature) = changes.get(documents::SIGNED) {
            documents::signed(self, index, signature);
        }
        let object = self.objects.at_mut(index);
        if let Some(status) = status {
            return self.bring(index, &status, None);
        }
        object.modified_at = now;
        self.log(index, &entries);
        self.tell(index, None);
    }

    /// Tells why an update was refused. The object stays as it is.
    pub(super) fn refuse_update(&mut self, index: usize, reason: &Reason) {
        if let Some((event, payload)) = notices::refused(self.objects.at(index), reason) {
            self.send(event, payload);
        }
    }

    /// Tells of an object as it is now; `before` is the status that it had, where that has changed.
    pub(super) fn tell(&mut self, index: usize, before: Option<&str>) {
        if let Some((event, payload)) = notices::of(self.objects.at(index), before) {
            self.send(event, payload);
        }
    }

    /// Sends a notification to whoever is registered for its event.
    pub(super) fn send(&mut self, event: &str, payload: Value) {
        let registered = self.registry.get(event);
        self.outbox.add(
            event,
            payload,
            registered,
            self.now,
            self.options.webhook_delay,
        );
    }

    fn log(&mut self, index: usize, changes: &[Value]) {
        let object = self.objects.at(index);
        self.changelog
            .changed(&mut self.identifiers, object, self.now, changes);
    }
}
