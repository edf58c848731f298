//! `cargo xtask coverage`: of each operation of each provider, how sure it is and what of it is tried.
//!
//! Every fact comes from where it can't lie: the spec, the syntax of the code and of the tests, the files of snapshots. What each
//! column looks at stands in the module of its name.

pub mod facade;
pub mod operations;
pub mod readme;
pub mod samples;
pub mod sandbox;
pub mod snapshots;
mod sources;
mod table;

use std::fs;

use clap::{Args, ValueEnum};
use serde_json::json;

pub use operations::Covered;
pub use table::Sums;

use crate::answer::{Answer, Problem};
use crate::check;
use crate::provider::Provider;
use crate::workspace::Workspace;

/// Show of each operation how sure it is, and what of it is tried.
///
/// A table of providers with sums, and one of operations for each provider: how sure the spec is of path, request and answer; whether
/// the facade uses it, a snapshot keeps its request, the sandbox plays it, and a test decodes a documented answer.
#[derive(Clone, Debug, Args)]
#[command(after_help = "\
Examples:
  cargo xtask coverage nemuru
  cargo xtask coverage --write        # README's table of providers; `cargo xtask check` finds it where it is stale

Exit codes: 0 fine, 2 wrong usage or input.")]
pub struct Coverage {
    /// Which providers; all if none is named.
    #[arg(value_name = "PROVIDER")]
    providers: Vec<String>,

    /// How to write the tables.
    #[arg(long, value_enum, default_value_t = Format::Markdown)]
    format: Format,

    /// Write README's table of providers instead.
    #[arg(long, conflicts_with_all = ["providers", "format"])]
    write: bool,
}

/// How tables are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// As a page.
    Markdown,
    /// An object with `sums` and `operations` for each provider.
    Json,
}

impl Coverage {
    /// Runs the verb.
    ///
    /// # Errors
    /// A provider isn't there, or a document or a source can't be read.
    pub fn run(&self, workspace: &Workspace) -> Result<Answer, Problem> {
        if self.write {
            return write(workspace);
        }
        let mut tables = Vec::new();
        for provider in workspace.named(&self.providers)? {
            let operations = read(workspace, &provider)?;
            tables.push((provider.name, operations));
        }
        Ok(Answer::fine(match self.format {
            Format::Markdown => table::markdown(&tables),
            Format::Json => {
                let tables: serde_json::Map<_, _> = tables
                    .iter()
                    .map(|(name, operations)| {
                        let sums = Sums::of(operations);
                        (
                            name.clone(),
                            json!({ "sums": sums, "operations": operations }),
                        )
                    })
                    .collect();
                format!("{:#}\n", serde_json::Value::from(tables))
            }
        }))
    }
}

/// What is known of a provider's operations.
///
/// # Errors
/// A document or a source can't be read.
pub fn read(workspace: &Workspace, provider: &Provider) -> Result<Vec<Covered>, Problem> {
    let read = check::documents(provider);
    if let Some(found) = read.unread.into_iter().next() {
        let place = format!("{}: {}", provider.name, found.place);
        return Err(Problem::new(place, found.wrong, &found.remedy));
    }
    operations::of(workspace.root(), provider, &read.documents)
}

fn write(workspace: &Workspace) -> Result<Answer, Problem> {
    let (file, is, should) = readme::written(workspace)?;
    if is == should {
        return Ok(Answer::fine(format!("{} is up to date\n", readme::FILE)));
    }
    fs::write(&file, should)
        .map_err(|e| Problem::new(file.display(), e, "see that it can be written"))?;
    Ok(Answer::fine(format!("{} is written\n", readme::FILE)))
}
