//! What is struck: a kind of call, and how each provider makes one.

use std::pin::Pin;

use super::cell::Cell;
use super::faults::{Row, rows};
use super::stand_in::Provider;
use super::strike::Strike;

/// Which rules hold for a subject's cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    /// It changes nothing.
    Read,
    /// It changes something, and whatever happens no more than once.
    Write,
    /// No call. It brings its own rules.
    Other,
}

/// A table of the document.
pub(crate) struct Subject {
    pub(crate) name: &'static str,
    /// What stands above the table.
    pub(crate) about: &'static str,
    pub(crate) class: Class,
    pub(crate) columns: Vec<Column>,
    pub(crate) table: Table,
}

/// What the table looks like.
pub(crate) enum Table {
    /// Every fault, against every provider.
    Calls,
    /// Rows of its own, against its columns alone.
    Own(Vec<Row>),
}

impl Subject {
    pub(crate) fn rows(&self) -> Vec<Row> {
        match &self.table {
            Table::Calls => rows(),
            Table::Own(rows) => rows.clone(),
        }
    }
}

/// How one provider makes the call, from the sandbox that is started to the effects that are counted.
pub(crate) struct Column {
    pub(crate) provider: Provider,
    /// The call, in a word or two.
    pub(crate) call: &'static str,
    pub(crate) run: Box<dyn Fn(Strike) -> Running + Send + Sync>,
}

pub(crate) type Running = Pin<Box<dyn Future<Output = Cell> + Send>>;

impl Column {
    pub(crate) fn new<F>(
        provider: Provider,
        call: &'static str,
        run: impl Fn(Strike) -> F + Send + Sync + 'static,
    ) -> Self
    where
        F: Future<Output = Cell> + Send + 'static,
    {
        Self {
            provider,
            call,
            run: Box::new(move |strike| Box::pin(run(strike))),
        }
    }
}
