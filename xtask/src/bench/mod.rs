//! What using Florin costs: making a client, building it, and calling through it.

use std::path::PathBuf;

use clap::Subcommand;

mod build;
mod call;
mod codegen;
mod generate;
mod instructions;
mod processor;
mod room;
mod server;
mod table;

/// What can be measured.
#[derive(Subcommand)]
pub(crate) enum Bench {
    /// Build a fresh binary from nothing: with Florin, with async-stripe, with octocrab.
    ///
    /// The three are built in turn, each time into an empty target directory, offline after one fetch. The best round of
    /// each counts. Needs the network once, and a machine that does nothing else.
    Build {
        /// How many times each is built.
        #[arg(long, default_value_t = 3, value_parser = clap::value_parser!(u32).range(1..))]
        rounds: u32,
    },
    /// Make calls on loopback over one connection: through Florin, and by hand with reqwest and serde.
    ///
    /// Instructions are counted by valgrind (callgrind) in the calling process alone; without valgrind that column stays
    /// empty. Calls per second are those of the best round.
    Call {
        /// Calls of a run under valgrind; a second run makes twice as many, and the difference is what calls cost.
        #[arg(long, default_value_t = 1000, value_parser = clap::value_parser!(u32).range(1..))]
        counted: u32,
        /// Calls of a timed run.
        #[arg(long, default_value_t = 20_000, value_parser = clap::value_parser!(u32).range(1..))]
        timed: u32,
        /// Timed runs of each.
        #[arg(long, default_value_t = 7, value_parser = clap::value_parser!(u32).range(1..))]
        rounds: u32,
    },
    /// Make a client of one spec: with florin-codegen, and with progenitor alone. What it takes, and what comes out.
    ///
    /// Without a spec, one is made that is as large as the largest that finance providers publish, in words that both
    /// take. What the code stands on is fetched once and not measured.
    Codegen {
        /// A spec in JSON that progenitor takes as well.
        spec: Option<PathBuf>,
        /// How many times each is generated and checked.
        #[arg(long, default_value_t = 3, value_parser = clap::value_parser!(u32).range(1..))]
        rounds: u32,
    },
    /// Print the spec that is as large as the largest that finance providers publish, as JSON.
    #[command(hide = true)]
    LargeSpec,
    /// Make the code of one client, and tell milliseconds and kilobytes.
    #[command(hide = true)]
    Generate {
        #[arg(value_enum)]
        maker: generate::Maker,
        spec: PathBuf,
        code: PathBuf,
    },
}

impl Bench {
    /// Measures, and answers with a Markdown table.
    pub(crate) fn run(self) -> Result<String, String> {
        match self {
            Self::Build { rounds } => build::measure(rounds),
            Self::Call {
                counted,
                timed,
                rounds,
            } => call::measure(counted, timed, rounds),
            Self::Codegen { spec, rounds } => codegen::measure(spec.as_deref(), rounds),
            Self::LargeSpec => Ok(xtask::large_spec::document().to_string()),
            Self::Generate { maker, spec, code } => generate::run(maker, &spec, &code),
        }
    }
}
