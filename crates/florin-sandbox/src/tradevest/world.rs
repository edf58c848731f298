//! The state, and how commands change it.

use std::collections::{HashMap, HashSet};

use bytes::Bytes;
use chrono::{DateTime, Utc};
use http::StatusCode;
use serde_json::{Value, json};

use super::changelog::Changelog;
use super::hooks::{Outbox, Registry};
use super::kind::Kind;
use super::objects::{Event, LabelChange, Object, Objects};
use super::options::Options;
use super::quotes::Quotes;
use super::tokens::Tokens;
use super::verdict::{Reason, Verdict};
use super::{problem, view};
use crate::clock::later;
use crate::identifiers::Identifiers;
use crate::provider::{Answer, Refusal};

/// What a request is answered with.
pub(super) type Reply = Result<Answer, Refusal>;

/// Everything that the stand-in knows.
pub(super) struct World {
    pub(super) options: Options,
    pub(super) now: DateTime<Utc>,
    /// When the sandbox was started.
    pub(super) since: DateTime<Utc>,
    pub(super) tokens: Tokens,
    pub(super) objects: Objects,
    pub(super) registry: Registry,
    pub(super) outbox: Outbox,
    pub(super) changelog: Changelog,
    pub(super) quotes: Quotes,
    /// What a test said about the next command of an operation.
    pub(super) verdicts: Vec<(String, Verdict)>,
    /// Whose identity somebody has seen.
    pub(super) identified: HashSet<String>,
    /// Who signed which document of the partner's.
    pub(super) signatures: Vec<Signature>,
    /// How many times each user was sent a first password.
    pub(super) password_mails: HashMap<String, usize>,
    pub(super) identifiers: Identifiers,
    /// What requests are called in errors.
    pub(super) requests: Identifiers,
    /// The operation that is performed.
    pub(super) operation: String,
    /// Why the person that the request names may not do it, where that is found out only afterwards.
    pub(super) unfit_requestor: Option<Reason>,
}

/// A document of the partner's that somebody has accepted.
#[derive(Clone, Debug)]
pub(super) struct Signature {
    pub(super) partner_document: String,
    pub(super) natural_person: String,
}

/// A new object, before it has an identifier.
pub(super) struct New {
    pub(super) kind: Kind,
    pub(super) sent: Value,
    pub(super) data: Value,
    pub(super) content: Bytes,
}

impl New {
    /// One that shows what was sent.
    pub(super) fn of(kind: Kind, sent: &Value) -> Self {
        Self {
            kind,
            sent: sent.clone(),
            data: sent.clone(),
            content: Bytes::new(),
        }
    }

    /// Shows another member.
    pub(super) fn with(mut self, field: &str, value: impl Into<Value>) -> Self {
        self.data[field] = value.into();
        self
    }

    /// Doesn't show a member that was sent.
    pub(super) fn without(mut self, field: &str) -> Self {
        if let Some(data) = self.data.as_object_mut() {
            data.remove(field);
        }
        self
    }
}

impl World {
    pub(super) fn new(options: Options, now: DateTime<Utc>) -> Self {
        Self {
            options,
            now,
            since: now,
            tokens: Tokens::default(),
            objects: Objects::default(),
            registry: Registry::default(),
            outbox: Outbox::default(),
            changelog: Changelog::default(),
            quotes: Quotes::default(),
            verdicts: Vec::new(),
            identified: HashSet::new(),
            signatures: Vec::new(),
            password_mails: HashMap::new(),
            identifiers: Identifiers::default(),
            requests: Identifiers::default(),
            operation: String::new(),
            unfit_requestor: None,
        }
    }

    /// What a test said about this command.
    pub(super) fn verdict(&mut self) -> Option<Verdict> {
        let said = self
            .verdicts
            .iter()
            .position(|(operation, _)| *operation == self.operation);
        let unfit = self.unfit_requestor.take().map(Verdict::Invalid);
        said.map(|at| self.verdicts.remove(at).1).or(unfit)
    }

    /// Takes a command to create something, and gives its identifier.
    ///
    /// # Errors
    ///
    /// The external identifier is known.
    pub(super) fn create(&mut self, new: New) -> Result<String, Refusal> {
        let external_id = new.sent["externalId"].as_str().map(str::to_owned);
        if let Some(external_id) = &external_id
            && self.objects.is_taken(new.kind, external_id)
        {
            return Err(problem::known(external_id));
        }
        let verdict = self.verdict();
        let decided = verdict.is_some();
        let (course, ending) = Verdict::course(verdict, new.kind.course());
        let index = self.add(new, external_id);
        let after = self.options.accept_after;
        let object = self.objects.at_mut(index);
        (object.course, object.ending, object.decided) = (course, ending, decided);
        let (id, epoch) = (object.id.clone(), object.epoch);
        self.schedule(after, Event::Step { index, epoch });
        if self.objects.at(index).status == "RECEIVED" {
            let after = self.options.purge_after;
            self.schedule(after, Event::Purge { index, epoch });
        }
        Ok(id)
    }

    /// Adds an object in its first status, with nothing due to happen to it.
    pub(super) fn add(&mut self, new: New, external_id: Option<String>) -> usize {
        let id = self.identifiers.next();
        let count = self.objects.len();
        let mut data = new.data;
        if new.kind.has_global_id() {
            data["globalId"] = format!("T{count:011}").into();
        }
        let index = self.objects.add(Object {
            kind: new.kind,
            id,
            status: new.kind.first().to_owned(),
            external_id,
            sent: new.sent,
            data,
            created_at: self.now,
            modified_at: self.now,
            reason: None,
            content: new.content,
            course: Default::default(),
            ending: None,
            decided: false,
            purged: false,
            epoch: 0,
            digits: view::digits(count),
        });
        self.changelog
            .created(&mut self.identifiers, self.objects.at(index));
        index
    }

    /// Takes a command to change something.
    ///
    /// # Errors
    ///
    /// There is no such object.
    pub(super) fn change(&mut self, kind: Kind, id: &str, changes: Value) -> Result<(), Refusal> {
        let index = self.place(kind, id)?;
        let refused = self.verdict().and_then(Verdict::refusal);
        let after = self.options.accept_after;
        self.schedule(
            after,
            Event::Update {
                index,
                changes,
                refused,
            },
        );
        Ok(())
    }

    /// Takes a command to change labels.
    pub(super) fn change_labels(&mut self, change: LabelChange) {
        let refused = self.verdict().and_then(Verdict::refusal);
        self.schedule(self.options.accept_after, Event::Labels { change, refused });
    }

    pub(super) fn schedule(&mut self, after: std::time::Duration, event: Event) {
        self.objects.schedule(later(self.now, after), event);
    }

    pub(super) fn place(&self, kind: Kind, id: &str) -> Result<usize, Refusal> {
        self.objects
            .find(kind, id)
            .ok_or_else(|| problem::missing(kind.item(), id))
    }

    pub(super) fn get(&self, kind: Kind, id: &str) -> Result<&Object, Refusal> {
        self.place(kind, id).map(|index| self.objects.at(index))
    }

    /// Shows one object.
    pub(super) fn show(&self, kind: Kind, id: &str) -> Reply {
        self.get(kind, id).map(|object| ok(&view::object(object)))
    }
}

pub(super) fn ok(body: &Value) -> Answer {
    Answer::json(StatusCode::OK, body)
}

/// The identifier of what was created.
pub(super) fn created(kind: Kind, id: &str) -> Answer {
    ok(&json!({ kind.id_field(): id }))
}

/// The command was taken. What comes of it is told by a webhook alone.
pub(super) fn accepted() -> Answer {
    empty(StatusCode::ACCEPTED)
}

pub(super) fn empty(status: StatusCode) -> Answer {
    Answer {
        status,
        headers: http::HeaderMap::new(),
        body: Bytes::new(),
    }
}
