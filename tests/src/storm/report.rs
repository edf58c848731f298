//! What a storm came to: numbers, and all that is known of each write that went wrong.

use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::time::Duration;

use florin_sandbox::{Received, Struck};

use super::blow::Plan;
use super::judge::{Case, Told, Trial, Verdict, verdict};

/// What a storm came to.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// How many writes were made.
    pub writes: usize,
    /// Done once, and said so.
    pub applied: usize,
    /// Said to be in doubt, and done.
    pub maybe_done: usize,
    /// Said to be in doubt, and not done.
    pub maybe_not_done: usize,
    /// Not done, and said so.
    pub not_done: usize,
    /// Done more than once.
    pub doubled: usize,
    /// Said to be done, and weren't.
    pub lost: usize,
    /// Said to be what they weren't.
    pub misreported: usize,
    /// Effects that nobody asked for.
    pub strays: usize,
    /// How many requests were made in the storm.
    pub requests: usize,
    /// How many of them were struck, by what.
    pub struck: BTreeMap<String, usize>,
    /// How long it took, with what was looked into afterwards.
    pub took: Duration,
    /// Each write that went wrong.
    pub wrong: Vec<Wrong>,
}

/// A write that went wrong, with all that is known of it.
#[derive(Clone, Debug)]
pub struct Wrong {
    /// The seed of the storm.
    pub seed: u64,
    /// The write.
    pub case: Case,
    /// What is wrong.
    pub verdict: Verdict,
    /// What the sandbox received for it in the storm, in the order of arrival, and what struck.
    pub requests: Vec<String>,
}

impl Report {
    /// Judges each write. `is_about` says whether a request was made for a write.
    pub(super) fn of(
        plan: Plan,
        trial: Trial,
        is_about: impl Fn(&Received, usize) -> bool,
        took: Duration,
    ) -> Self {
        let mut report = Self {
            writes: trial.cases.len(),
            strays: trial.strays.len(),
            requests: trial.requests.len(),
            took,
            ..Self::default()
        };
        for struck in &trial.struck {
            *report.struck.entry(struck.fault.clone()).or_default() += 1;
        }
        let names = names(&trial.requests, &trial.struck);
        for case in trial.cases {
            let verdict = verdict(&case);
            *match verdict {
                Verdict::Applied => &mut report.applied,
                Verdict::MaybeDone => &mut report.maybe_done,
                Verdict::MaybeNotDone => &mut report.maybe_not_done,
                Verdict::NotDone => &mut report.not_done,
                Verdict::Doubled => &mut report.doubled,
                Verdict::Lost => &mut report.lost,
                Verdict::Misreported(_) => &mut report.misreported,
            } += 1;
            if verdict.is_wrong() {
                let about = trial.requests.iter().zip(&names);
                let about = about.filter(|(request, _)| is_about(request, case.write));
                report.wrong.push(Wrong {
                    seed: plan.seed,
                    requests: about.map(|(request, name)| line(request, *name)).collect(),
                    case,
                    verdict,
                });
            }
        }
        report
    }

    /// How many requests were struck.
    #[must_use]
    pub fn faults(&self) -> usize {
        self.struck.values().sum()
    }

    /// Whether every write is done once and said so, or in a doubt that could be cleared up, or not done and said so.
    #[must_use]
    pub const fn is_clean(&self) -> bool {
        self.doubled == 0 && self.lost == 0 && self.misreported == 0 && self.strays == 0
    }

    /// Adds another storm's.
    pub fn add(&mut self, other: Self) {
        for (sum, part) in [
            (&mut self.writes, other.writes),
            (&mut self.applied, other.applied),
            (&mut self.maybe_done, other.maybe_done),
            (&mut self.maybe_not_done, other.maybe_not_done),
            (&mut self.not_done, other.not_done),
            (&mut self.doubled, other.doubled),
            (&mut self.lost, other.lost),
            (&mut self.misreported, other.misreported),
            (&mut self.strays, other.strays),
            (&mut self.requests, other.requests),
        ] {
            *sum += part;
        }
        for (name, count) in other.struck {
            *self.struck.entry(name).or_default() += count;
        }
        self.took += other.took;
        self.wrong.extend(other.wrong);
    }
}

/// What struck each request: the n-th for an operation was counted as such by the storm, too.
fn names<'a>(requests: &[Received], struck: &'a [Struck]) -> Vec<Option<&'a str>> {
    let struck: HashMap<_, _> = struck
        .iter()
        .map(|struck| {
            (
                (struck.operation.as_deref(), struck.nth),
                struck.fault.as_str(),
            )
        })
        .collect();
    let mut seen = HashMap::<Option<&str>, u64>::new();
    let mut names = Vec::with_capacity(requests.len());
    for request in requests {
        let operation = request.operation.as_deref();
        let nth = seen.entry(operation).or_default();
        *nth += 1;
        names.push(struck.get(&(operation, *nth)).copied());
    }
    names
}

fn line(request: &Received, struck: Option<&str>) -> String {
    let what = request.operation.as_deref().unwrap_or("nothing known");
    let key = request.header("idempotency-key");
    let key = key.map_or(String::new(), |key| format!(" under {key}"));
    let answer = match request.answered {
        Some(status) => format!("answered {}", status.as_u16()),
        None => "not answered".to_owned(),
    };
    let struck = struck.map_or(String::new(), |struck| format!(", struck by {struck:?}"));
    format!("{what}{key}: {answer}{struck}")
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Case {
            write,
            told,
            found,
            before,
            after,
            ..
        } = &self.case;
        writeln!(f, "seed {}, write {write}: {}", self.seed, self.verdict)?;
        match told {
            Told::Applied(id) => writeln!(f, "  said: done, as {id}")?,
            Told::Doubt(doubt) => {
                let key = doubt.key.as_deref().unwrap_or("no key");
                writeln!(f, "  said: in doubt, under {key}: {}", doubt.why)?;
            }
            Told::Not(why) => writeln!(f, "  said: not done: {why}")?,
            Told::Stuck => writeln!(f, "  said: nothing")?,
        }
        if let Some(found) = found {
            writeln!(f, "  found out: {found:?}")?;
        }
        writeln!(f, "  in the books: {before:?}, and in the end {after:?}")?;
        self.requests
            .iter()
            .try_for_each(|request| writeln!(f, "  {request}"))
    }
}
