//! Keeps everything that is traced on this thread, at every level.

#![allow(dead_code, reason = "each test takes what it needs")]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::sync::{Arc, Mutex};

use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::subscriber::DefaultGuard;
use tracing::{Event, Level, Metadata, Subscriber};

/// A span or an event, with all its fields as text.
#[derive(Clone, Debug)]
pub(crate) struct Traced {
    pub(crate) is_span: bool,
    pub(crate) name: &'static str,
    pub(crate) target: String,
    pub(crate) level: Level,
    /// The index of the span that it lies in.
    pub(crate) within: Option<usize>,
    pub(crate) fields: Fields,
}

impl Traced {
    pub(crate) fn field(&self, name: &str) -> Option<&str> {
        self.fields.0.get(name).map(String::as_str)
    }
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Fields(BTreeMap<&'static str, String>);

impl Visit for Fields {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        self.0.insert(field.name(), format!("{value:?}"));
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        self.0.insert(field.name(), value.to_owned());
    }
}

#[derive(Clone, Default)]
pub(crate) struct Captured(Arc<Mutex<State>>);

#[derive(Default)]
struct State {
    traced: Vec<Traced>,
    entered: Vec<usize>,
}

impl Captured {
    /// Captures until the guard is dropped.
    pub(crate) fn start() -> (Self, DefaultGuard) {
        let captured = Self::default();
        let guard = tracing::subscriber::set_default(captured.clone());
        (captured, guard)
    }

    pub(crate) fn spans(&self) -> Vec<Traced> {
        self.all()
            .into_iter()
            .filter(|traced| traced.is_span)
            .collect()
    }

    pub(crate) fn events(&self) -> Vec<Traced> {
        self.all()
            .into_iter()
            .filter(|traced| !traced.is_span)
            .collect()
    }

    pub(crate) fn all(&self) -> Vec<Traced> {
        self.0.lock().unwrap().traced.clone()
    }

    /// All of it, for a search.
    pub(crate) fn text(&self) -> String {
        format!("{:?}", self.all())
    }

    fn keep(
        &self,
        is_span: bool,
        metadata: &'static Metadata<'static>,
        record: impl FnOnce(&mut Fields),
    ) -> usize {
        let mut fields = Fields::default();
        record(&mut fields);
        let mut state = self.0.lock().unwrap();
        let within = state.entered.last().copied();
        state.traced.push(Traced {
            is_span,
            name: metadata.name(),
            target: metadata.target().to_owned(),
            level: *metadata.level(),
            within,
            fields,
        });
        state.traced.len() - 1
    }
}

fn id(index: usize) -> Id {
    Id::from_u64(index as u64 + 1)
}

fn index(id: &Id) -> usize {
    usize::try_from(id.into_u64()).unwrap() - 1
}

impl Subscriber for Captured {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        id(self.keep(true, span.metadata(), |fields| span.record(fields)))
    }

    fn record(&self, span: &Id, values: &Record<'_>) {
        values.record(&mut self.0.lock().unwrap().traced[index(span)].fields);
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        self.keep(false, event.metadata(), |fields| event.record(fields));
    }

    fn enter(&self, span: &Id) {
        self.0.lock().unwrap().entered.push(index(span));
    }

    fn exit(&self, span: &Id) {
        let mut state = self.0.lock().unwrap();
        let at = state
            .entered
            .iter()
            .rposition(|&entered| entered == index(span))
            .unwrap();
        state.entered.remove(at);
    }
}
