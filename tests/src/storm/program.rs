//! The storm as a program: a command line, a line that says how far it is, a table.

use std::ffi::OsString;
use std::io::{self, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use super::blow::{Plan, Problem};
use super::report::Report;
use super::stormed::Stormed;

/// Every write is done once and said so, or in a doubt that could be cleared up, or not done and said so.
pub const CLEAN: u8 = 0;
/// Something is wrong, or the storm couldn't be held.
pub const WRONG: u8 = 1;
/// The command line is wrong.
pub const REFUSED: u8 = 2;

const USAGE: &str = "\
Usage: cargo run --release -p florin-tests --example storm [-- OPTIONS]

Thousands of writes at once through Florin's clients, over real sockets, to
stand-ins that fail at a share of all requests. Every write is held against
the provider's own books afterwards: it must be done once and said so, or in
a doubt that the key or id clears up, or not done and said so.

Options:
  --writes N         Writes per provider [10000]
  --seed N           Of the faults [7]
  --provider NAME    monoova, nemuru, tradevest, monetago or financeit; may be
                     there several times [all of them]
  --percent N        So many of a hundred requests are struck [20]
  --clients N        Clients at once, each with a session, a token cache and a
                     retry budget of its own [4]. Under thousands of writes a
                     budget runs dry; more clients have more of it
  --in-flight N      Writes under way in each client [8]
  -h, --help         Print this

Ends with 0 where nothing is wrong, 1 where something is, 2 for a command line
that can't be understood.
";

/// What was asked for.
struct Asked {
    plan: Plan,
    stormed: Vec<Stormed>,
}

/// Runs the program: the table goes to `out`, everything else to `err`. Gives the exit code.
pub async fn run(
    arguments: impl IntoIterator<Item = OsString>,
    out: &mut (dyn Write + Send),
    err: &mut (dyn Write + Send),
) -> u8 {
    let asked = match read(arguments) {
        Ok(Some(asked)) => asked,
        Ok(None) => {
            let _ = write!(out, "{USAGE}");
            return CLEAN;
        }
        Err(problem) => {
            let _ = writeln!(err, "{problem}\n\n{USAGE}");
            return REFUSED;
        }
    };
    match storm(&asked, out, err).await {
        Ok(true) => CLEAN,
        Ok(false) => WRONG,
        Err(problem) => {
            let _ = writeln!(err, "the storm can't be held: {problem}");
            WRONG
        }
    }
}

async fn storm(
    asked: &Asked,
    out: &mut (dyn Write + Send),
    err: &mut (dyn Write + Send),
) -> Result<bool, Problem> {
    let plan = asked.plan;
    writeln!(
        out,
        "seed {}: {} writes per provider through {} clients, {} under way in each, {} % of all requests struck\n",
        plan.seed, plan.writes, plan.clients, plan.in_flight, plan.percent
    )?;
    let mut all = Vec::new();
    for stormed in &asked.stormed {
        let done = Arc::new(AtomicUsize::new(0));
        let storm = stormed.storm(plan, &done);
        let mut storm = std::pin::pin!(storm);
        let mut tick = tokio::time::interval(Duration::from_secs(1));
        let report = loop {
            tokio::select! {
                report = &mut storm => break report?,
                _ = tick.tick() => {
                    let done = done.load(Ordering::Relaxed);
                    write!(err, "\r{:<10} {done:>7} of {}", stormed.name(), plan.writes)?;
                    err.flush()?;
                }
            }
        };
        writeln!(err)?;
        for wrong in &report.wrong {
            writeln!(out, "{}: {wrong}", stormed.name())?;
        }
        all.push((*stormed, report));
    }
    table(&all, out)?;
    Ok(all.iter().all(|(_, report)| report.is_clean()))
}

/// A line of the table: what it is called, and how it is told of a report.
type Row = (&'static str, fn(&Report) -> String);

const ROWS: [Row; 13] = [
    ("writes", |report| report.writes.to_string()),
    ("done once, and said so", |report| {
        report.applied.to_string()
    }),
    ("in doubt, and done once", |report| {
        report.maybe_done.to_string()
    }),
    ("in doubt, and not done", |report| {
        report.maybe_not_done.to_string()
    }),
    ("not done, and said so", |report| {
        report.not_done.to_string()
    }),
    ("DOUBLED", |report| report.doubled.to_string()),
    ("LOST", |report| report.lost.to_string()),
    ("MISREPORTED", |report| report.misreported.to_string()),
    ("effects of nobody", |report| report.strays.to_string()),
    ("requests", |report| report.requests.to_string()),
    ("faults", |report| report.faults().to_string()),
    ("faults, % of requests", |report| {
        let requests = report.requests.max(1);
        (report.faults() * 100 / requests).to_string()
    }),
    ("seconds", |report| {
        format!("{:.1}", report.took.as_secs_f64())
    }),
];

fn table(all: &[(Stormed, Report)], out: &mut (dyn Write + Send)) -> io::Result<()> {
    let line = |out: &mut (dyn Write + Send), name: &str, cells: Vec<String>| {
        write!(out, "{name:<24}")?;
        for cell in cells {
            write!(out, "{cell:>11}")?;
        }
        writeln!(out)
    };
    let names = all.iter().map(|(stormed, _)| stormed.name().to_owned());
    line(out, "", names.collect())?;
    for (name, tell) in ROWS {
        let cells = all.iter().map(|(_, report)| tell(report));
        line(out, name, cells.collect())?;
    }
    let mut kinds: Vec<&String> = all
        .iter()
        .flat_map(|(_, report)| report.struck.keys())
        .collect();
    kinds.sort();
    kinds.dedup();
    writeln!(out, "\nfaults struck")?;
    for kind in kinds {
        let count = |report: &Report| report.struck.get(kind).copied().unwrap_or_default();
        let cells = all.iter().map(|(_, report)| count(report).to_string());
        line(out, kind, cells.collect())?;
    }
    Ok(())
}

/// Reads the arguments after the program's name; `None` where help is asked for.
fn read(arguments: impl IntoIterator<Item = OsString>) -> Result<Option<Asked>, String> {
    let mut asked = Asked {
        plan: Plan::new(10_000, 7),
        stormed: Vec::new(),
    };
    let mut arguments = arguments.into_iter();
    while let Some(argument) = arguments.next() {
        let text = argument.to_string_lossy().into_owned();
        let (option, value) = match text.split_once('=') {
            Some((option, value)) => (option.to_owned(), Some(value.to_owned())),
            None => (text, None),
        };
        if matches!(option.as_str(), "-h" | "--help") {
            return Ok(None);
        }
        let value = value.or_else(|| {
            let next = arguments.next()?;
            Some(next.to_string_lossy().into_owned())
        });
        let value = value.unwrap_or_default();
        let number = |least: u64| match value.parse::<u64>() {
            Ok(number) if number >= least => Ok(number),
            _ => Err(format!("{option} wants a number from {least} on.")),
        };
        let count = |least| Ok::<_, String>(usize::try_from(number(least)?).unwrap_or(usize::MAX));
        match option.as_str() {
            "--writes" => asked.plan.writes = count(1)?,
            "--seed" => asked.plan.seed = number(0)?,
            "--percent" => {
                asked.plan.percent = u8::try_from(number(0)?).unwrap_or(u8::MAX).min(100);
            }
            "--clients" => asked.plan.clients = count(1)?,
            "--in-flight" => asked.plan.in_flight = count(1)?,
            "--provider" => {
                let known = Stormed::named(&value);
                asked
                    .stormed
                    .push(known.ok_or_else(|| format!("{value:?} is no provider of the storm."))?);
            }
            other => return Err(format!("{other} is no option of the storm.")),
        }
    }
    if asked.stormed.is_empty() {
        asked.stormed = Stormed::ALL.to_vec();
    }
    Ok(Some(asked))
}
