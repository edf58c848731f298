//! Runs the cells, some at a time, each with a sandbox of its own.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Semaphore;
use tokio::task::JoinSet;

use super::cell::{Cell, Told};
use super::rules;
use super::strike::Strike;
use super::subject::Subject;

/// Cells that do something most of the time.
const AT_ONCE: usize = 8;

/// Cells that wait for nothing most of the time.
const WAITING: usize = 24;

/// Longer than any cell takes, also on a machine that is busy with something else.
const LIMIT: Duration = Duration::from_secs(100);

/// Where a cell stands: its subject, row and column.
type Place = (usize, usize, usize);

pub(crate) struct Outcome {
    pub(crate) subjects: Arc<Vec<Subject>>,
    cells: BTreeMap<Place, Cell>,
}

/// Every cell, or those alone that have `only` in the name of their subject, provider or fault.
pub(crate) async fn every_cell(subjects: Vec<Subject>, only: Option<&str>) -> Outcome {
    let subjects = Arc::new(subjects);
    let turns = Arc::new(Semaphore::new(AT_ONCE));
    let waiting = Arc::new(Semaphore::new(WAITING));
    let mut running = JoinSet::new();
    for (number, subject) in subjects.iter().enumerate() {
        for (at, column) in subject.columns.iter().enumerate() {
            for (fault, row) in subject.rows().into_iter().enumerate() {
                let names = format!(
                    "{} {} {} {}",
                    subject.name,
                    column.provider.name(),
                    column.call,
                    row.label()
                );
                let names = names.to_lowercase();
                if only.is_some_and(|only| !names.contains(&only.to_lowercase())) {
                    continue;
                }
                let turns = if row.waits() { &waiting } else { &turns };
                let (turns, subjects) = (Arc::clone(turns), Arc::clone(&subjects));
                running.spawn(async move {
                    let _turn = turns.acquire().await.unwrap();
                    let column = &subjects[number].columns[at];
                    let cell = tokio::time::timeout(LIMIT, (column.run)(Strike::new(row))).await;
                    let cell = cell.unwrap_or_else(|_| Cell::new(Told::Nothing));
                    ((number, fault, at), cell)
                });
            }
        }
    }
    let mut cells = BTreeMap::new();
    while let Some(ended) = running.join_next().await {
        let (place, cell) = ended.unwrap();
        let twice = cells.insert(place, cell);
        assert!(twice.is_none(), "{place:?} is there twice");
    }
    Outcome { subjects, cells }
}

impl Outcome {
    pub(crate) fn cell(&self, subject: usize, row: usize, column: usize) -> Option<&Cell> {
        self.cells.get(&(subject, row, column))
    }

    /// What is wrong with the cells, each with its place and all that is known of it.
    pub(crate) fn broken(&self) -> Vec<String> {
        let cells = self.cells.iter().flat_map(|(place, cell)| {
            let class = self.subjects[place.0].class;
            let broken = rules::broken(class, cell).into_iter();
            broken.map(move |wrong| format!("{}: {wrong}\n    {cell:?}", self.name(*place)))
        });
        cells.collect()
    }

    #[expect(clippy::print_stdout, reason = "for whoever asked for these cells")]
    pub(crate) fn print(&self) {
        for (place, cell) in &self.cells {
            println!("{}: {cell}", self.name(*place));
            if let Told::Failure(failure) = &cell.told {
                println!("    {}", failure.said);
            }
        }
    }

    fn name(&self, (subject, row, column): Place) -> String {
        let subject = &self.subjects[subject];
        let (row, column) = (subject.rows()[row].label(), &subject.columns[column]);
        let (provider, call) = (column.provider.name(), column.call);
        format!("{} | {row} | {provider}: {call}", subject.name)
    }
}
