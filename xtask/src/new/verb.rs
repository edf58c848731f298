//! The verb `new`.

use std::path::Path;

use clap::Args;

use super::change::done;
use super::documents::{self, Origin};
use super::journal::{Direction, Run};
use super::plan::{Change, NewProvider, Scheme};
use super::removal::remove;
use super::{facade, krate, names, requests, sandbox, shared};
use crate::answer::{Answer, Problem};
use crate::command::tell;
use crate::coverage::readme;
use crate::workspace::Workspace;
use crate::{source, yaml};

/// Add a provider to the workspace: its spec, its crate, its feature and module in `florin` with the auth that the spec asks
/// for, its stand-in in the sandbox, and a snapshot of each request. Or remove one again.
///
/// What it writes builds and passes its tests as it is. What a person has to decide (what may be repeated, what is personal)
/// is what `cargo xtask check NAME` lists then; docs/adding-a-provider.md goes through it.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  cargo xtask new acme --from openapi.yaml
  cargo xtask new acme --from https://acme.example/openapi.json --title \"Acme Lending\"
  cargo xtask new acme --remove

What is interrupted is put back as it was by the next errand.

Exit codes: 0 fine, 2 wrong usage or input. With 2, all files are as they were.")]
pub struct Arguments {
    /// What to call it here: a lower case word that becomes the crate `florin-NAME`, the feature and the module.
    name: String,
    /// The provider's document: OpenAPI 3.0 or 3.1, YAML or JSON, in one file or several.
    #[arg(
        long,
        value_name = "FILE|URL",
        required_unless_present = "remove",
        conflicts_with = "remove"
    )]
    from: Option<String>,
    /// What people call it. The document's own title unless said.
    #[arg(long, conflicts_with = "remove")]
    title: Option<String>,
    /// Don't build and run its tests, which takes minutes. Its snapshots are missing then until somebody runs them.
    #[arg(long, conflicts_with = "remove")]
    no_run: bool,
    /// Undo all of it. Refused where a file of it has been edited since.
    #[arg(long)]
    remove: bool,
    /// Remove it even if files of it have been edited since.
    #[arg(long, requires = "remove")]
    force: bool,
}

/// Does it.
///
/// # Errors
/// The name or the document can't be used, or the workspace is otherwise than it should be. Nothing has been changed then.
pub fn run(workspace: &Workspace, arguments: &Arguments) -> Result<Answer, Problem> {
    match &arguments.from {
        Some(from) => add(workspace, arguments, from),
        None => remove(workspace, &arguments.name, arguments.force),
    }
}

fn add(workspace: &Workspace, arguments: &Arguments, from: &str) -> Result<Answer, Problem> {
    let name = &arguments.name;
    let mut run = Run::begin(workspace.root())?;
    names::check(workspace, name)?;
    let came = source::given(from)?;
    let stamp = came.stamp;
    let origin = Origin {
        address: address(from),
        read_on: stamp.read_on,
        sha256: stamp.sha256,
        etag: stamp.marks.etag.unwrap_or_default(),
        last_modified: stamp.marks.last_modified.unwrap_or_default(),
    };
    let upstream = yaml::write(&came.value)?;
    tell(&format!("{name}: generating"));
    let title = arguments.title.as_deref();
    let (provider, changes) = planned(workspace.root(), name, title, &upstream, &origin)?;
    tell(&format!("{name}: writing {} changes", changes.len()));
    let outcome = done(workspace.root(), &changes)?;
    let snapshots = requests::folder(name);
    run.write(
        &format!("new {name}"),
        &outcome,
        Direction::In,
        &[readme::FILE],
        Some(&snapshots),
    )?;
    let is_tabled = match finished(workspace, arguments, &run) {
        Ok(is_tabled) => is_tabled,
        Err(problem) => {
            tell(&format!("{name}: failed; taking everything out again"));
            run.roll_back()?;
            return Err(problem);
        }
    };
    run.done()?;
    let mut findings = came.findings;
    findings.extend(provider.surface.findings.iter().cloned());
    let mut text = told(&provider, &changes, &findings);
    if is_tabled {
        text.push_str(&format!("{name}: changed: {}\n", readme::FILE));
    }
    text.push_str(&format!(
        "{name}: next: `cargo xtask check {name}` lists what is left to decide; see docs/adding-a-provider.md\n"
    ));
    Ok(Answer::fine(text))
}

/// What can be made only once all else is there.
fn finished(workspace: &Workspace, arguments: &Arguments, run: &Run<'_>) -> Result<bool, Problem> {
    let name = &arguments.name;
    if !arguments.no_run {
        tell(&format!(
            "{name}: building it and running its tests, for the first snapshots"
        ));
        requests::record(workspace.root(), name)?;
    }
    tabled(workspace, run)
}

/// README's table of providers, as they are now; whether it was otherwise.
pub(super) fn tabled(workspace: &Workspace, run: &Run<'_>) -> Result<bool, Problem> {
    let (_, is, should) = readme::written(workspace)?;
    if is == should {
        return Ok(false);
    }
    run.write_beside(Path::new(readme::FILE), should)?;
    Ok(true)
}

/// The address, where it may be kept: asked again by `refresh`, and shown to everybody.
fn address(from: &str) -> String {
    match url::Url::parse(from) {
        Ok(url) if url.scheme() == "https" && url.query().is_none() => url.into(),
        _ => String::new(),
    }
}

/// All that a provider is, and what is put in the way of the files of others.
pub(super) fn planned(
    root: &Path,
    name: &str,
    title: Option<&str>,
    upstream: &str,
    origin: &Origin,
) -> Result<(NewProvider, Vec<Change>), Problem> {
    let (provider, mut changes) = documents::planned(name, title, upstream, origin)?;
    if provider
        .surface
        .operations
        .iter()
        .all(|one| one.server.is_some())
    {
        return Err(Problem::new(
            "the document",
            "each of its operations lives on a host of its own, and none on that of the API",
            "put the address that most have into the document's own `servers`, and take it from them",
        ));
    }
    changes.extend(krate::changes(&provider, root)?);
    changes.extend(facade::changes(&provider, root)?);
    changes.extend(sandbox::changes(&provider, root)?);
    changes.extend(requests::changes(&provider, root)?);
    changes.extend(shared::changes(&provider, root)?);
    Ok((provider, changes))
}

fn told(provider: &NewProvider, changes: &[Change], findings: &[String]) -> String {
    let name = &provider.name;
    let auth = match &provider.auth.used {
        Scheme::None => "none that could be sent",
        Scheme::Bearer => "a bearer token",
        Scheme::Basic => "user name and password",
        Scheme::Key { .. } => "an API key",
        Scheme::ClientCredentials { .. } => "OAuth 2.0 client credentials",
    };
    let mut text = format!(
        "{name}: {} with {} operations; auth: {auth}; environments: {}\n",
        provider.title,
        provider.surface.operations.len(),
        match provider.servers.as_slice() {
            [] => "none in the document".to_owned(),
            servers => servers
                .iter()
                .map(|server| server.variant.as_str())
                .collect::<Vec<_>>()
                .join(", "),
        },
    );
    for (scheme, why) in &provider.auth.others {
        text.push_str(&format!("{name}: auth: {scheme}: not used; {why}\n"));
    }
    for (server, ids) in provider.hosts() {
        text.push_str(&format!(
            "{name}: host: {} {} on a host of its own; give the client its address by `.server({server:?}, …)`\n",
            ids.join(", "),
            if ids.len() == 1 { "lives" } else { "live" },
        ));
    }
    for sentence in requests::refused(provider) {
        text.push_str(&format!("{name}: auth: {}\n", sentence.replace('`', "")));
    }
    for finding in findings {
        text.push_str(&format!("{name}: document: {finding}\n"));
    }
    for change in changes {
        let word = match change {
            Change::Create { .. } | Change::Link { .. } => "made",
            _ => "changed",
        };
        text.push_str(&format!("{name}: {word}: {}\n", change.path().display()));
    }
    text
}
