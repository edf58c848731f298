//! `cargo xtask check`: whether the specs keep to our own rules, and whether what is made of them is there.
//!
//! The linters in `specs/lint` know OpenAPI; these rules know what a client of ours needs to know of a provider: what may be sent
//! again, what must not be shown, how sure a path is. Each is a file in `rules`, and says there why it is one.

mod excuses;
mod finding;
mod made_up;
mod references;
mod rules;
mod subject;

use std::fmt::Write as _;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{fs, thread};

use clap::{Args, ValueEnum};

pub use finding::{Finding, Found};
pub use rules::{RULES, Rule};
pub use subject::{Document, Operation, Read, Subject, documents};

use crate::answer::{Answer, Problem};
use crate::command;
use crate::coverage::readme;
use crate::provider::Provider;
use crate::workspace::Workspace;

/// Making the client of a large provider takes seconds, and of a small one nothing: two at a time, the largest first.
const AT_ONCE: usize = 2;

/// Check the specs by our own rules.
///
/// The documents can be read; every operation has a summary and a name of its own like the others, says how sure it is
/// (`x-provenance`), whether it may be sent again (`x-retry`) and what its failures look like; what is called like a secret or
/// like personal data is marked (`x-sensitive`); code can be made of all of it; overlays apply, and what they make is up to date;
/// the surface, the requests in snapshots, the sandbox and README's table have every operation.
///
/// One finding per line: `provider: rule: place: what is wrong; what to do`.
#[derive(Clone, Debug, Args)]
#[command(after_help = "\
What is wrong and has to stay is excused in the provider's `provider.toml`, by the place as a finding names it:

    [excused.sensitive]
    \"Bank.city\" = \"the bank's, not a customer's\"

Examples:
  cargo xtask check
  cargo xtask check nemuru --format json

Exit codes: 0 nothing found, 1 findings, 2 wrong usage or input.")]
pub struct Check {
    /// Which providers; all if none is named, and then README's table as well.
    #[arg(value_name = "PROVIDER")]
    providers: Vec<String>,

    /// How to write the findings.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

/// How findings are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A line for each.
    Text,
    /// A list of objects: `provider`, `rule`, `place`, `wrong`, `remedy`.
    Json,
}

impl Check {
    /// Runs the verb.
    ///
    /// # Errors
    /// A provider isn't there, or its `provider.toml` can't be read.
    pub fn run(&self, workspace: &Workspace) -> Result<Answer, Problem> {
        let providers = workspace.named(&self.providers)?;
        let mut findings = of(workspace, &providers);
        if self.providers.is_empty() {
            findings.extend(table(workspace)?);
        }
        let text = match self.format {
            Format::Text => text(&findings, &providers),
            Format::Json => {
                let json = serde_json::to_string_pretty(&findings);
                json.map_err(|e| Problem::new("the findings", e, "report this"))? + "\n"
            }
        };
        if findings.is_empty() {
            return Ok(Answer::fine(text));
        }
        if self.format == Format::Text {
            let findings = findings.len();
            let plural = if findings == 1 { "" } else { "s" };
            command::tell(&format!("{findings} finding{plural}"));
        }
        Ok(Answer::findings(text))
    }
}

fn text(findings: &[Finding], providers: &[Provider]) -> String {
    if findings.is_empty() {
        let names: Vec<_> = providers.iter().map(|p| p.name.as_str()).collect();
        return format!(
            "nothing found by {} rules: {}\n",
            RULES.len(),
            names.join(", ")
        );
    }
    let mut text = String::new();
    for finding in findings {
        let _ = writeln!(text, "{finding}");
    }
    text
}

/// What all rules find of these providers, without what is excused; by provider, rule and place.
#[must_use]
pub fn of(workspace: &Workspace, providers: &[Provider]) -> Vec<Finding> {
    let mut queue: Vec<&Provider> = providers.iter().collect();
    queue.sort_by_key(|provider| std::cmp::Reverse(bytes(provider)));
    let next = AtomicUsize::new(0);
    let findings = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for _ in 0..AT_ONCE {
            scope.spawn(|| {
                while let Some(provider) = queue.get(next.fetch_add(1, Ordering::Relaxed)) {
                    command::tell(&format!("{}: checking", provider.name));
                    let found = one(workspace, provider);
                    if let Ok(mut findings) = findings.lock() {
                        findings.extend(found);
                    }
                }
            });
        }
    });
    let mut findings = findings.into_inner().unwrap_or_default();
    findings.sort();
    findings
}

fn bytes(provider: &Provider) -> u64 {
    let files = provider.documents.iter();
    let sizes = files.filter_map(|name| fs::metadata(provider.document(name)).ok());
    sizes.map(|file| file.len()).sum()
}

fn one(workspace: &Workspace, provider: &Provider) -> Vec<Finding> {
    let subject = Subject::read(workspace.root(), provider);
    // Messages of the generator and of the system name files as they were opened.
    let folder = format!("{}/", provider.folder.display());
    let mut findings = Vec::new();
    for rule in RULES {
        for found in (rule.look)(&subject) {
            let mut finding = Finding::of(&provider.name, rule.name, found);
            finding.wrong = finding.wrong.replace(&folder, "");
            finding.remedy = finding.remedy.replace(&folder, "");
            findings.push(finding);
        }
    }
    excuses::apply(provider, findings)
}

/// README's table of providers, if it is not what `coverage --write` would make it.
fn table(workspace: &Workspace) -> Result<Option<Finding>, Problem> {
    let found = readme::stale(workspace)?;
    Ok(found.map(|found| Finding::of(readme::FILE, "providers", found)))
}
