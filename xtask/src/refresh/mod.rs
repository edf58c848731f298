//! The verb `refresh`: a provider's spec as it is published today takes the place of the one that is here, with our
//! corrections, once somebody has seen what it changes.
//!
//! Everything is made and checked in a copy; then the provider's folder is exchanged in one step. So whatever fails before
//! that, and whatever kills it, leaves the files as they were.

mod before;
mod combined;
mod corrected;
mod exchange;
mod folder;
mod origins;
mod page;
mod provider;
mod renewed;
mod settings;
mod spoiled;

use clap::Args;

pub use self::corrected::{corrected, kept, overlay};
use self::exchange::Turn;
use self::provider::May;
use crate::answer::{Answer, Problem};
use crate::command;
use crate::provider::Provider;
use crate::source::Web;
use crate::workspace::Workspace;

/// Take in a provider's spec as it is published today: see what changes, then write it.
///
/// Gets what `provider.toml` names (or what --from names): OpenAPI 3.0 or 3.1, YAML or JSON, one file or several. Keeps it as
/// upstream/openapi.yaml in normal form, applies overlay.yaml, and makes openapi.yaml of both. Prints what a user of the
/// client feels of it. What breaks nothing is written at once, what breaks something only with --accept. The first time,
/// what our own spec knows (what may be repeated, what is secret, ...) is brought over into an overlay.yaml.
///
/// An address in provider.toml has to be https and out in the world; one given with --from may be any.
#[derive(Args, Debug, Default)]
#[command(after_help = "Examples:
  cargo xtask refresh                                  all providers with a known address
  cargo xtask refresh nemuru --dry-run                 what would change
  cargo xtask refresh nemuru --from nemuru.json        from a file, if nothing breaks
  cargo xtask refresh tradevest --from specs/ --accept from a folder with customers.yaml, shared.yaml, ...
  cargo xtask refresh nemuru --recarry --dry-run       upstream has renamed what overlay.yaml corrects: where it is now
  cargo xtask refresh nemuru --offline                 overlay.yaml was changed: apply it again

Exit codes: 0 fine, 1 something breaks (and isn't written without --accept), 2 wrong usage or input.")]
pub struct Arguments {
    /// The providers, as their folders in `specs` are called; all if none is named.
    #[arg(value_name = "PROVIDER")]
    pub providers: Vec<String>,
    /// Where the spec is, instead of what provider.toml says: a file, a folder with several documents, or a URL.
    #[arg(long, value_name = "FILE|FOLDER|URL")]
    pub from: Option<String>,
    /// Print what would change, and write nothing.
    #[arg(long)]
    pub dry_run: bool,
    /// Write it although it breaks something.
    #[arg(long)]
    pub accept: bool,
    /// Upstream has renamed things: bring the actions of overlay.yaml that match nothing to where that which they are for is
    /// now, and leave the rest of the file as it is. Those that find no place are listed, and taken out with --accept.
    #[arg(long)]
    pub recarry: bool,
    /// Get nothing: apply the overlay again to what is kept of upstream.
    #[arg(long, conflicts_with = "from")]
    pub offline: bool,
}

/// What a refresh works with beside files. Other than the default for tests alone.
pub struct Seams<'a> {
    /// What is fetched with.
    pub web: Web,
    /// Whether a folder is exchanged in one step where the system can do that.
    pub at_once: bool,
    /// Hears of each step in which files change.
    pub step: &'a dyn Fn(&str),
}

impl Default for Seams<'_> {
    fn default() -> Self {
        Self {
            web: Web::default(),
            at_once: true,
            step: &|_| {},
        }
    }
}

/// Does it.
///
/// # Errors
/// A spec can't be had or used, or can't be written; then the files of that provider are as they were. Those of others may
/// have been renewed, and their pages are printed.
pub fn run(workspace: &Workspace, arguments: &Arguments) -> Result<Answer, Problem> {
    run_with(workspace, arguments, &Seams::default())
}

/// As [`run`], with what a test puts in the place of the world.
///
/// # Errors
/// As [`run`].
pub fn run_with(
    workspace: &Workspace,
    arguments: &Arguments,
    seams: &Seams<'_>,
) -> Result<Answer, Problem> {
    if arguments.from.is_some() && arguments.providers.len() != 1 {
        let wrong = "it says where the spec of one provider is";
        return Err(Problem::new(
            "--from",
            wrong,
            "name that provider, and no other",
        ));
    }
    let turn = if arguments.dry_run {
        None
    } else {
        Some(Turn::take(&workspace.root().join("specs"))?)
    };
    let may = May {
        turn: turn.as_ref(),
        accept: arguments.accept,
        recarry: arguments.recarry,
    };
    let mut answer = Answer::default();
    let mut problems = Vec::new();
    for provider in workspace.named(&arguments.providers)? {
        match one(&provider, arguments, may, seams) {
            Ok(one) => {
                if !answer.text.is_empty() {
                    answer.text.push('\n');
                }
                answer.text.push_str(&one.text);
                answer.has_findings |= one.has_findings;
            }
            Err(problem) => problems.push(problem.to_string()),
        }
    }
    if problems.is_empty() {
        return Ok(answer);
    }
    command::print(&answer.text);
    Err(problems.join("\n").into())
}

fn one(
    provider: &Provider,
    arguments: &Arguments,
    may: May<'_>,
    seams: &Seams<'_>,
) -> Result<Answer, Problem> {
    let places = match &arguments.from {
        Some(from) => origins::given(provider, from)?,
        None if arguments.offline => origins::Places::new(),
        None => origins::recorded(provider)?,
    };
    let has_kept = provider
        .documents
        .iter()
        .any(|document| provider.upstream(document).is_file());
    if places.is_empty() && !(arguments.offline && has_kept) {
        let (wrong, remedy) = if arguments.offline {
            (
                "nothing is kept of upstream, the spec is written by hand",
                "correct it in place",
            )
        } else {
            ("no address is known", "bring a file with --from")
        };
        if arguments.providers.is_empty() {
            return Ok(Answer::fine(format!(
                "{}: {wrong}; {remedy}\n",
                provider.name
            )));
        }
        return Err(Problem::new(&provider.name, wrong, remedy));
    }
    provider::refresh(provider, &places, may, seams)
}
