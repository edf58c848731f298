//! The verb `diff`: what changed between two specs, for who uses the clients that are made of them.

use std::collections::BTreeMap;

use clap::{Args, ValueEnum};
use serde_json::{Value, json};

use super::operand::{Operand, Spec, Specs};
use super::{Bump, Changes, between};
use crate::answer::{Answer, Problem};
use crate::command::tell;
use crate::workspace::Workspace;

/// Tell what changed between two specs, at the level that a Rust user feels.
///
/// Clients are made of both sides, by the generator of this workspace, and their public surfaces are compared: what is told
/// comes of the specs alone.
///
/// Breaking is what makes a build fail that worked: an operation, an argument, a type, a field or a value that is gone, is
/// called otherwise or is of another type, as of a field that may be absent now or is always there now; a trait that is lost;
/// an operation that needs another cargo feature. Breaking is, too, what builds as before and does something else: another
/// path, server or name on the wire, something that is required now, another way of repeating after a failure, another way to
/// be authorised, an `operationId` that is spelt otherwise (a ledger keeps it), a value that isn't hidden any more, a text
/// with narrower limits.
///
/// Additive is what no user has to do anything about: a new operation, argument, type, field, value or server, an argument
/// that need not be set any more, wider limits. Documentation is what the spec tells, in its words before and now, and how
/// sure it is.
///
/// Taken for granted is that values are made by their builders or by literals that end in `..Default::default()`, and that a
/// `match` on what is `#[non_exhaustive]` has an arm for the rest.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  cargo xtask diff main .                                  all providers, from a revision to the working tree
  cargo xtask diff v0.3.0 v0.4.0 --provider nemuru         one of them, between two revisions
  cargo xtask diff main:specs/nemuru specs/nemuru          a provider's folder
  cargo xtask diff HEAD~3:specs/nemuru/openapi.yaml new.json --format json

Exit codes: 0 nothing breaking, 1 something breaking, 2 wrong usage or input.")]
pub struct Arguments {
    /// What it was: a spec (one file, or the root of several), a provider's folder, a workspace, `REVISION:path`, or a git
    /// revision with all its providers.
    old: String,
    /// What it is, likewise; `.` is the working tree.
    new: String,
    /// How to tell it.
    #[arg(long, value_enum, default_value_t = Format::Markdown)]
    format: Format,
    /// This provider alone.
    #[arg(long, value_name = "NAME")]
    provider: Option<String>,
}

/// How changes are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A page for readers.
    Markdown,
    /// For programs.
    Json,
}

/// Does it.
///
/// # Errors
/// An operand names nothing, or no client can be made of it.
pub fn run(
    workspace: &dyn Fn() -> Result<Workspace, Problem>,
    arguments: &Arguments,
) -> Result<Answer, Problem> {
    let old = Operand::named(&arguments.old, workspace)?;
    let new = Operand::named(&arguments.new, workspace)?;
    let mut told = BTreeMap::new();
    for (name, sides) in pairs(&old.specs, &new.specs, arguments)? {
        told.insert(name.clone(), changes(&name, sides)?);
    }
    let is_breaking = told.values().any(|changes| !changes.breaking.is_empty());
    let text = match arguments.format {
        Format::Markdown => page(&told),
        Format::Json => {
            let bump = told.values().map(Changes::bump).max().unwrap_or(Bump::None);
            let specs: serde_json::Map<String, Value> = told
                .iter()
                .map(|(name, changes)| (name.clone(), changes.json()))
                .collect();
            format!("{:#}\n", json!({ "bump": bump, "specs": specs }))
        }
    };
    Ok(Answer {
        text,
        has_findings: is_breaking,
    })
}

/// Pages of those that changed; of those that didn't, a line.
fn page(told: &BTreeMap<String, Changes>) -> String {
    let (same, changed): (Vec<_>, Vec<_>) =
        told.iter().partition(|(_, changes)| changes.is_empty());
    let mut pages: Vec<_> = changed
        .iter()
        .map(|(name, changes)| changes.markdown(name))
        .collect();
    if !same.is_empty() {
        let names: Vec<_> = same.iter().map(|(name, _)| name.as_str()).collect();
        pages.push(format!(
            "{}: nothing changed that a user sees.\n",
            names.join(", ")
        ));
    }
    pages.join("\n")
}

/// What is there of a spec.
type Found<'a> = (Option<&'a Spec>, Option<&'a Spec>);

/// What is compared with what.
fn pairs<'a>(
    old: &'a Specs,
    new: &'a Specs,
    arguments: &Arguments,
) -> Result<Vec<(String, Found<'a>)>, Problem> {
    let one = |all: &'a BTreeMap<String, Spec>, side: &str, name: &str| {
        all.get(name).ok_or_else(|| {
            let known = format!(
                "there are {}",
                all.keys().cloned().collect::<Vec<_>>().join(", ")
            );
            Problem::new(side, format!("it has no provider `{name}`"), &known)
        })
    };
    let wanted = arguments.provider.as_deref();
    match (old, new) {
        (Specs::One(old), Specs::One(new)) => Ok(vec![(new.name.clone(), (Some(old), Some(new)))]),
        (Specs::One(old), Specs::All(all)) => {
            let new = one(all, &arguments.new, wanted.unwrap_or(&old.name))?;
            Ok(vec![(new.name.clone(), (Some(old), Some(new)))])
        }
        (Specs::All(all), Specs::One(new)) => {
            let old = one(all, &arguments.old, wanted.unwrap_or(&new.name))?;
            Ok(vec![(new.name.clone(), (Some(old), Some(new)))])
        }
        (Specs::All(old), Specs::All(new)) => {
            let names = old
                .keys()
                .chain(new.keys().filter(|name| !old.contains_key(*name)));
            let names = names.filter(|name| wanted.is_none_or(|wanted| wanted == *name));
            let found: Vec<_> = names
                .map(|name| (name.clone(), (old.get(name), new.get(name))))
                .collect();
            if let (Some(wanted), true) = (wanted, found.is_empty()) {
                one(new, &arguments.new, wanted)?;
            }
            Ok(found)
        }
    }
}

fn changes(name: &str, sides: Found<'_>) -> Result<Changes, Problem> {
    let made = |spec: &Spec| {
        tell(&format!("{name}: generating"));
        spec.surface()
    };
    let mut changes = Changes::default();
    match sides {
        (Some(old), Some(new)) if old.is_same(new) => {}
        (Some(old), Some(new)) => changes = between(&made(old)?, &made(new)?),
        (Some(_), None) => {
            changes.breaks("", "provider-gone", format!("the provider {name} is gone"))
        }
        (None, Some(new)) => {
            let count = made(new)?.operations.len();
            changes.adds(
                "",
                "provider-new",
                format!("the provider {name} is new, with {count} operations"),
            );
        }
        (None, None) => {}
    }
    Ok(changes)
}
