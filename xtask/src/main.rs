//! Errands of this workspace. `cargo xtask --help` lists them.
//!
//! Exit codes: 0 fine, 1 findings, 2 wrong usage or input.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use xtask::answer::{Answer, Problem};
use xtask::check::Check;
use xtask::coverage::Coverage;
use xtask::workspace::Workspace;
use xtask::{command, diff, new, refresh, surface};

mod bench;

/// Errands of the Florin workspace.
#[derive(Parser)]
#[command(
    name = "cargo xtask",
    bin_name = "cargo xtask",
    after_help = "Exit codes: 0 fine, 1 findings, 2 wrong usage or input."
)]
struct Arguments {
    /// The workspace to work on, instead of the one around the current folder.
    #[arg(long, global = true, value_name = "FOLDER")]
    root: Option<PathBuf>,

    #[command(subcommand)]
    errand: Errand,
}

#[derive(Subcommand)]
enum Errand {
    /// Measure what using Florin costs, and print it as a Markdown table.
    #[command(subcommand)]
    Bench(bench::Bench),
    Diff(diff::verb::Arguments),
    Refresh(refresh::Arguments),
    Check(Check),
    Coverage(Coverage),
    New(new::verb::Arguments),
    Surface(surface::verb::Arguments),
}

fn run(arguments: Arguments) -> Result<Answer, Problem> {
    // That verb says more of what it finds.
    let is_new = matches!(arguments.errand, Errand::New(_));
    let workspace = || {
        let workspace = match &arguments.root {
            Some(root) => Workspace::at(root),
            None => Workspace::here(),
        }?;
        if !is_new {
            new::put_right(workspace.root())?;
        }
        Ok(workspace)
    };
    match arguments.errand {
        Errand::Bench(bench) => Ok(Answer::fine(bench.run()?)),
        Errand::Diff(diff) => diff::verb::run(&workspace, &diff),
        Errand::Refresh(refresh) => refresh::run(&workspace()?, &refresh),
        Errand::New(new) => new::verb::run(&workspace()?, &new),
        Errand::Surface(surface) => surface::verb::run(&workspace()?, &surface),
        Errand::Check(check) => check.run(&workspace()?),
        Errand::Coverage(coverage) => coverage.run(&workspace()?),
    }
}

fn main() -> ExitCode {
    match run(Arguments::parse()) {
        Ok(answer) => {
            command::print(&answer.text);
            if answer.has_findings {
                ExitCode::from(1)
            } else {
                ExitCode::SUCCESS
            }
        }
        Err(problem) => {
            command::tell(&problem.to_string());
            ExitCode::from(2)
        }
    }
}
