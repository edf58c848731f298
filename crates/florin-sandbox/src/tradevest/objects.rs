//! Everything that was created, and what is due to happen to it.

use std::collections::{BTreeMap, HashMap, VecDeque};

use bytes::Bytes;
use chrono::{DateTime, Utc};
use serde_json::Value;

use super::kind::Kind;
use super::verdict::Reason;

/// Something with an identifier and a status.
#[derive(Debug)]
pub(super) struct Object {
    pub(super) kind: Kind,
    pub(super) id: String,
    pub(super) status: String,
    pub(super) external_id: Option<String>,
    /// What it was asked for with.
    pub(super) sent: Value,
    /// What is shown of it beside its identifier, its status and its times.
    pub(super) data: Value,
    pub(super) created_at: DateTime<Utc>,
    pub(super) modified_at: DateTime<Utc>,
    /// Why it failed. Never shown, only told.
    pub(super) reason: Option<Reason>,
    /// The content of a document.
    pub(super) content: Bytes,
    /// The statuses to come.
    pub(super) course: VecDeque<String>,
    /// How the course ends, where somebody said so.
    pub(super) ending: Option<Reason>,
    /// A test has said what becomes of it, so no rule does.
    pub(super) decided: bool,
    /// The platform has removed it.
    pub(super) purged: bool,
    /// Counts its changes of status, so that what was due before one is not done after it.
    pub(super) epoch: u32,
    /// How many digits its times have behind the second.
    pub(super) digits: usize,
}

impl Object {
    /// A text of what is shown.
    pub(super) fn text(&self, field: &str) -> &str {
        self.data[field].as_str().unwrap_or_default()
    }
}

/// Something that happens later.
#[derive(Clone, Debug)]
pub(super) enum Event {
    /// An object takes its next status, unless its status has changed meanwhile.
    Step { index: usize, epoch: u32 },
    /// An object is removed, unless its status has changed meanwhile.
    Purge { index: usize, epoch: u32 },
    /// Members of an object change, or the change is refused.
    Update {
        index: usize,
        changes: Value,
        refused: Option<Reason>,
    },
    /// An order is cancelled if it still can be.
    Cancel { index: usize },
    /// Labels of customers change, or the change is refused.
    Labels {
        change: LabelChange,
        refused: Option<Reason>,
    },
}

/// A change of labels.
#[derive(Clone, Debug)]
pub(super) enum LabelChange {
    Rename {
        from: String,
        to: String,
    },
    Delete(String),
    Assign {
        label: String,
        customers: Vec<String>,
    },
}

/// Objects in the order of their creation.
#[derive(Debug, Default)]
pub(super) struct Objects {
    all: Vec<Object>,
    by_id: HashMap<String, usize>,
    /// An external identifier stays taken whatever becomes of its object.
    external: HashMap<(Kind, String), usize>,
    due: BTreeMap<(DateTime<Utc>, u64), Event>,
    scheduled: u64,
}

impl Objects {
    pub(super) fn add(&mut self, object: Object) -> usize {
        let index = self.all.len();
        self.by_id.insert(object.id.clone(), index);
        if let Some(external_id) = &object.external_id {
            self.external
                .insert((object.kind, external_id.clone()), index);
        }
        self.all.push(object);
        index
    }

    pub(super) fn len(&self) -> usize {
        self.all.len()
    }

    pub(super) fn at(&self, index: usize) -> &Object {
        &self.all[index]
    }

    pub(super) fn at_mut(&mut self, index: usize) -> &mut Object {
        &mut self.all[index]
    }

    /// All of them, with those that were removed.
    pub(super) fn all(&self) -> &[Object] {
        &self.all
    }

    /// Those of a kind that can be read.
    pub(super) fn of(&self, kind: Kind) -> impl Iterator<Item = &Object> {
        self.all
            .iter()
            .filter(move |object| object.kind == kind && !object.purged)
    }

    /// The place of one that can be read.
    pub(super) fn find(&self, kind: Kind, id: &str) -> Option<usize> {
        let index = *self.by_id.get(id)?;
        let object = &self.all[index];
        (object.kind == kind && !object.purged).then_some(index)
    }

    pub(super) fn get(&self, kind: Kind, id: &str) -> Option<&Object> {
        self.find(kind, id).map(|index| &self.all[index])
    }

    /// The place of one of any kind, also of one that was removed.
    pub(super) fn any(&self, id: &str) -> Option<usize> {
        self.by_id.get(id).copied()
    }

    pub(super) fn is_taken(&self, kind: Kind, external_id: &str) -> bool {
        self.external.contains_key(&(kind, external_id.to_owned()))
    }

    pub(super) fn schedule(&mut self, at: DateTime<Utc>, event: Event) {
        self.scheduled += 1;
        self.due.insert((at, self.scheduled), event);
    }

    pub(super) fn next_due(&self) -> Option<DateTime<Utc>> {
        self.due.first_key_value().map(|((at, _), _)| *at)
    }

    /// The first thing that has fallen due.
    pub(super) fn take_due(&mut self, now: DateTime<Utc>) -> Option<(DateTime<Utc>, Event)> {
        let at = self.next_due().filter(|at| *at <= now)?;
        let (_, event) = self.due.pop_first()?;
        Some((at, event))
    }
}
