//! The document: written, or compared with the one that is there.

use std::fmt::Write as _;
use std::path::PathBuf;

use super::run::Outcome;
use super::stand_in::Provider;
use super::subject::{Subject, Table};

const INTRODUCTION: &str = "\
# Fault matrix

What becomes of a call when something goes wrong on its way: every fault against every kind of call of every provider, over
real sockets, against the sandbox.

This page is made by a test (`tests/tests/fault_matrix`), which fails when a cell is no longer what it says here:

```console
$ cargo test -p florin-tests --test fault_matrix           # compares
$ BLESS=1 cargo test -p florin-tests --test fault_matrix   # writes
```

Beside the table the test has rules that hold for every cell, whatever is written here. Nothing is done twice. Where success is
told, it was done, once. Where something was done and success isn't told, *maybe applied* is told, and never that a repetition
would be harmless. All requests of a keyed write go out under one key, and its error names it; of a loan's, which is the id in
the request, an error that leaves doubt says so. No token follows a redirect. No
cell hangs, and none fills the memory.

**A row** is a fault. *Before* and *after* say on which side of the effect it strikes: whether the provider has done what was
asked when it strikes. To the client both look alike. It strikes at the first request alone (*once*), or at each one (*always*).
The client tries four times at most, which is its default, and has its token beforehand.

**A cell** says what the caller was told, what the provider saw, and what was done there:

- **ok**, or the effect as `Error::effect` tells it, *not sent*, *maybe applied* or *answered*, and the cause. *failed* is a
  read, which has no effect to tell of. ↻ stands for `is_retryable`: the same call may be made again without harm, and could
  succeed.
- *sent*: requests of that operation that reached the provider, be it by their head alone; or tries, where no try is answered.
- *done*: how often it was done at the provider, counted there and not here.
- then what else was asked of the provider, such as another token, or a look for what may have been created.
";

pub(crate) fn written(outcome: &Outcome) -> String {
    let mut page = INTRODUCTION.to_owned();
    for (number, subject) in outcome.subjects.iter().enumerate() {
        let _ = write!(page, "\n## {}\n\n{}\n\n", subject.name, subject.about);
        match &subject.table {
            Table::Calls => calls(&mut page, outcome, number, subject),
            Table::Own(_) => own(&mut page, outcome, number, subject),
        }
    }
    page
}

/// All faults against all providers.
fn calls(page: &mut String, outcome: &Outcome, number: usize, subject: &Subject) {
    let place = |provider| {
        let mut columns = subject.columns.iter();
        columns.position(|column| column.provider == provider)
    };
    let columns = Provider::ALL.map(|provider| {
        let call = place(provider).map(|at| format!(": {}", subject.columns[at].call));
        format!("{}{}", provider.name(), call.unwrap_or_default())
    });
    let columns = columns.join(" | ");
    let _ = writeln!(page, "| fault | effect | how often | {columns} |");
    let _ = writeln!(page, "| --- | --- | --- |{}", " --- |".repeat(5));
    for (at, row) in subject.rows().iter().enumerate() {
        let cells = Provider::ALL.map(|provider| {
            let cell = place(provider).and_then(|column| outcome.cell(number, at, column));
            cell.map_or_else(|| "–".to_owned(), ToString::to_string)
        });
        let _ = writeln!(page, "| {} | {} |", row.label(), cells.join(" | "));
    }
}

/// Rows and columns of the subject's own.
fn own(page: &mut String, outcome: &Outcome, number: usize, subject: &Subject) {
    let columns = subject.columns.iter();
    let columns = columns.map(|column| format!("{}: {}", column.provider.name(), column.call));
    let columns: Vec<_> = columns.collect();
    let _ = writeln!(page, "| fault | {} |", columns.join(" | "));
    let _ = writeln!(page, "| --- |{}", " --- |".repeat(columns.len()));
    for (at, row) in subject.rows().iter().enumerate() {
        let cells = (0..columns.len()).map(|column| {
            let cell = outcome.cell(number, at, column);
            cell.map_or_else(|| "–".to_owned(), ToString::to_string)
        });
        let cells: Vec<_> = cells.collect();
        let _ = writeln!(page, "| {} | {} |", row.label(), cells.join(" | "));
    }
}

/// Writes the document where that is asked for, and compares it otherwise.
pub(crate) fn settle(page: &str) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../docs/fault-matrix.md");
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, page).unwrap();
        return;
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        kept == page,
        "docs/fault-matrix.md says otherwise; look at each cell, and write it with BLESS=1 where it is right now\n{}",
        difference(&kept, page)
    );
}

/// Lines that are gone, and lines that are new. Rows stay in their order, so this is enough.
fn difference(kept: &str, page: &str) -> String {
    let gone = kept
        .lines()
        .filter(|line| !page.lines().any(|new| new == *line));
    let new = page
        .lines()
        .filter(|line| !kept.lines().any(|old| old == *line));
    let gone = gone.map(|line| format!("- {line}"));
    let lines: Vec<_> = gone.chain(new.map(|line| format!("+ {line}"))).collect();
    lines.join("\n")
}
