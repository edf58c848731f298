//! README's table of providers, between the markers `<!-- providers -->` and `<!-- /providers -->`.
//!
//! The numbers are those of the specs and of the code. What a provider is called and what it is for is in its `provider.toml`. A
//! provider that is in the table keeps its place there; one that comes new is put below.

use std::fs;
use std::path::PathBuf;

use super::table::Sums;
use crate::answer::Problem;
use crate::check::Found;
use crate::provider::Provider;
use crate::workspace::Workspace;

/// The file, in the workspace's folder.
pub const FILE: &str = "README.md";

const START: &str = "<!-- providers -->";
const END: &str = "<!-- /providers -->";
const WRITE: &str = "run `cargo xtask coverage --write`";

/// Of a README, with the table as these providers make it. `None` where it has no place for it.
#[must_use]
pub fn with_table(readme: &str, providers: &[(Provider, Sums)]) -> Option<String> {
    let (before, rest) = readme.split_once(START)?;
    let (old, after) = rest.split_once(END)?;
    let mut rows: Vec<_> = providers.iter().collect();
    // Those that aren't there come last, by name.
    rows.sort_by_key(|(p, _)| (old.find(&link(p)).unwrap_or(usize::MAX), p.name.clone()));
    let rows: String = rows.into_iter().map(|(p, sums)| row(p, *sums)).collect();
    Some(format!(
        "{before}{START}\n\
         | provider | what for | operations | of these, path documented | inferred | guessed | in the facade | documented answers decoded | feature |\n\
         | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |\n\
         {rows}{END}{after}"
    ))
}

fn link(provider: &Provider) -> String {
    format!("(crates/florin-{})", provider.name)
}

fn row(provider: &Provider, sums: Sums) -> String {
    let cell = |text: &str| text.trim().replace('\n', " ").replace('|', "\\|");
    format!(
        "| [{}]{} | {} | {} | {} | {} | {} | {} | {} of {} | `{}` |\n",
        cell(&provider.settings.name),
        link(provider),
        cell(&provider.settings.purpose),
        sums.operations,
        sums.documented,
        sums.inferred,
        sums.guessed,
        sums.facade,
        sums.sample,
        sums.answering,
        provider.name
    )
}

/// The file, what is in it, and what should be.
///
/// # Errors
/// A document, a source or README itself can't be read, or README has no place for the table.
pub fn written(workspace: &Workspace) -> Result<(PathBuf, String, String), Problem> {
    let file = workspace.root().join(FILE);
    let is = fs::read_to_string(&file)
        .map_err(|e| Problem::new(file.display(), e, "see that it can be read"))?;
    let mut providers = Vec::new();
    for provider in workspace.providers()? {
        let operations = super::read(workspace, &provider)?;
        providers.push((provider, Sums::of(&operations)));
    }
    let should = with_table(&is, &providers).ok_or_else(|| {
        Problem::new(
            FILE,
            format!("it has no `{START}` and `{END}`"),
            "put them where the table of providers is to be",
        )
    })?;
    Ok((file, is, should))
}

/// What is wrong with the table; a workspace without README has none.
///
/// # Errors
/// README can't be read.
pub fn stale(workspace: &Workspace) -> Result<Option<Found>, Problem> {
    if !workspace.root().join(FILE).is_file() {
        return Ok(None);
    }
    Ok(match written(workspace) {
        Ok((_, is, should)) if is == should => None,
        Ok(_) => Some(Found::at(
            START,
            "the table isn't what the specs and the code make it",
            WRITE,
        )),
        // A document or a source that can't be read is told by the rules.
        Err(problem) => {
            let (wrong, remedy) = problem.parts();
            Some(Found::at(START, wrong, remedy))
        }
    })
}
