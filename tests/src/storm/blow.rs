//! Sends the writes through the storm, and has what is said of them judged.

use std::error::Error;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use florin::core::Limits;
use tokio::task::JoinSet;

use super::careless::Manners;
use super::house::limits;
use super::judge::{self, Case, Told};
use super::report::Report;
use super::subject::{Doubt, Said, Subject};

/// Why there is no report: the storm couldn't be held.
pub type Problem = Box<dyn Error + Send + Sync>;

/// Longer than any call takes, by its own limits.
const STUCK: Duration = Duration::from_secs(180);

/// How large a storm is.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    /// So many writes.
    pub writes: usize,
    /// Of the faults.
    pub seed: u64,
    /// So many of a hundred requests are struck.
    pub percent: u8,
    /// So many clients at once, each with a session of its own.
    pub clients: usize,
    /// So many writes under way in each of them.
    pub in_flight: usize,
    /// How doubt is treated.
    pub manners: Manners,
}

impl Plan {
    /// A storm of this size, with four clients.
    #[must_use]
    pub const fn new(writes: usize, seed: u64) -> Self {
        Self {
            writes,
            seed,
            percent: 20,
            clients: 4,
            in_flight: 8,
            manners: Manners::Sound,
        }
    }

    /// With such manners.
    #[must_use]
    pub const fn manners(mut self, manners: Manners) -> Self {
        self.manners = manners;
        self
    }
}

/// What all workers share.
struct Shared<S: Subject> {
    subject: Arc<S>,
    plan: Plan,
    processes: Vec<Process<S::Client>>,
    next: AtomicUsize,
    told: Mutex<Vec<Told>>,
    done: Arc<AtomicUsize>,
}

/// A client, and how often it has been started anew.
struct Process<C>(Mutex<(u64, C)>);

impl<C: Clone> Process<C> {
    fn client(&self) -> (u64, C) {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// Another client in place of the one of that life, unless somebody else has done so.
    fn restart(&self, life: u64, client: C) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if known.0 == life {
            *known = (life + 1, client);
        }
    }
}

/// Holds a storm over a subject. `done` counts the writes that are over, for whoever wants to watch.
///
/// # Errors
/// Where a client can't be built.
pub async fn blow<S: Subject>(
    subject: S,
    plan: Plan,
    done: Arc<AtomicUsize>,
) -> Result<Report, Problem> {
    let started = Instant::now();
    let subject = Arc::new(subject);
    let processes = (0..plan.clients.max(1)).map(|_| {
        let client = subject.client(limits())?;
        Ok(Process(Mutex::new((0, client))))
    });
    let shared = Arc::new(Shared {
        processes: processes.collect::<Result<_, Problem>>()?,
        subject: Arc::clone(&subject),
        plan,
        next: AtomicUsize::new(0),
        told: Mutex::new(vec![Told::Stuck; plan.writes]),
        done,
    });

    let before = subject.received().len();
    subject.begin(subject.storm(plan.seed).percent(plan.percent));
    let mut workers = JoinSet::new();
    for worker in 0..shared.processes.len() * plan.in_flight.max(1) {
        workers.spawn(work(Arc::clone(&shared), worker));
    }
    while workers.join_next().await.is_some() {}
    subject.behave();
    let requests = subject.received().split_off(before);
    let told = std::mem::take(&mut *shared.told.lock().unwrap_or_else(PoisonError::into_inner));
    // With the last of its clients.
    drop(shared);
    subject.quiet().await;
    let books = subject.books();
    let found = find_out(&subject, plan, &told).await?;
    let after = subject.books();
    let cases = told.into_iter().zip(found).enumerate();
    let cases = cases.map(|(write, (told, found))| Case {
        write,
        told,
        found,
        before: books.effects.get(write).cloned().unwrap_or_default(),
        after: after.effects.get(write).cloned().unwrap_or_default(),
    });
    let cases = cases.collect();
    let trial = judge::Trial {
        cases,
        strays: after.strays,
        requests,
        struck: subject.struck(),
    };
    let is_about = |request: &_, write| subject.is_about(request, write);
    Ok(Report::of(plan, trial, is_about, started.elapsed()))
}

/// Takes one write after the other, until there is none.
async fn work<S: Subject>(shared: Arc<Shared<S>>, worker: usize) {
    let process = &shared.processes[worker % shared.processes.len()];
    loop {
        let write = shared.next.fetch_add(1, Ordering::Relaxed);
        if write >= shared.plan.writes {
            return;
        }
        let told = tokio::time::timeout(STUCK, make(&shared, process, write)).await;
        let told = told.unwrap_or(Told::Stuck);
        let mut all = shared.told.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(place) = all.get_mut(write) {
            *place = told;
        }
        drop(all);
        shared.done.fetch_add(1, Ordering::Relaxed);
    }
}

/// Makes one write, and makes it anew for as long as it is said not to have been done.
async fn make<S: Subject>(shared: &Shared<S>, process: &Process<S::Client>, write: usize) -> Told {
    let manners = shared.plan.manners;
    let mut last = String::new();
    for round in 0..manners.rounds() {
        let (life, client) = process.client();
        let said = shared.subject.write(&client, write, round).await;
        match manners.spoil(said) {
            Said::Applied(id) => return Told::Applied(id),
            Said::Doubt(doubt) => return Told::Doubt(doubt),
            Said::Not { why, without_token } => {
                last = why;
                if without_token && let Ok(fresh) = shared.subject.client(limits()) {
                    process.restart(life, fresh);
                }
            }
        }
    }
    Told::Not(last)
}

type Found = Option<Result<Vec<String>, String>>;

/// Looks into every doubt, with clients that know nothing of it.
async fn find_out<S: Subject>(
    subject: &Arc<S>,
    plan: Plan,
    told: &[Told],
) -> Result<Vec<Found>, Problem> {
    let doubts: Vec<(usize, Doubt)> = told
        .iter()
        .enumerate()
        .filter_map(|(write, told)| match told {
            Told::Doubt(doubt) => Some((write, doubt.clone())),
            _ => None,
        })
        .collect();
    let mut found: Vec<Found> = vec![None; told.len()];
    let mut seekers = JoinSet::new();
    for part in doubts.chunks(doubts.len().div_ceil(plan.clients.max(1)).max(1)) {
        // In fair weather nobody needs to be impatient.
        let client = subject.client(Limits::default())?;
        let (subject, part) = (Arc::clone(subject), part.to_vec());
        seekers.spawn(async move {
            let mut found = Vec::with_capacity(part.len());
            for (write, doubt) in part {
                let out = subject.find_out(&client, write, &doubt).await;
                found.push((write, out));
            }
            found
        });
    }
    while let Some(part) = seekers.join_next().await {
        for (write, out) in part? {
            if let Some(place) = found.get_mut(write) {
                *place = Some(out);
            }
        }
    }
    Ok(found)
}
