//! Errands of this workspace. `cargo xtask --help` lists them.
//!
//! Exit codes: 0 done, 1 failed, 2 not understood.

use std::process::ExitCode;

use clap::{Parser, Subcommand};

mod bench;
mod command;

/// Errands of the Florin workspace.
#[derive(Parser)]
#[command(
    name = "cargo xtask",
    bin_name = "cargo xtask",
    after_help = "Exit codes: 0 done, 1 failed, 2 not understood."
)]
struct Arguments {
    #[command(subcommand)]
    errand: Errand,
}

#[derive(Subcommand)]
enum Errand {
    /// Measure what using Florin costs, and print it as a Markdown table.
    #[command(subcommand)]
    Bench(bench::Bench),
}

fn main() -> ExitCode {
    let done = match Arguments::parse().errand {
        Errand::Bench(bench) => bench.run(),
    };
    match done {
        Ok(text) => {
            #[allow(
                clippy::print_stdout,
                reason = "what an errand answers is what it is run for"
            )]
            {
                print!("{text}");
            }
            ExitCode::SUCCESS
        }
        Err(problem) => {
            command::tell(&problem);
            ExitCode::FAILURE
        }
    }
}
