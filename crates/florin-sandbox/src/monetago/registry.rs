//! The registry's state, and how it changes: registrations settle, documents collide, FVRs are financed and cancelled.
//!
//! Nothing runs in the background. Every look at the registry first [catches up](Registry::catch_up) with the clock: what has
//! fallen due since the last look takes effect in order, at the time at which it was due.

use std::collections::{HashMap, VecDeque};
use std::time::Duration;

use chrono::{DateTime, Utc};
use http::StatusCode;
use serde_json::Value;

use super::fvr::{Fvr, Status};
use super::lender::Lender;
use super::problem;
use super::selection::{Kind, Selector};
use crate::clock::later;
use crate::identifiers::Identifiers;

/// Two FVRs with documents in common.
#[derive(Debug)]
pub(super) struct Match {
    pub(super) id: String,
    pub(super) fvrs: [usize; 2],
    pub(super) found_at: DateTime<Utc>,
    /// For each pair of documents the identifier of their match, and the index of each in its FVR.
    pub(super) documents: Vec<(String, [usize; 2])>,
}

impl Match {
    pub(super) const fn other(&self, fvr: usize) -> usize {
        if self.fvrs[0] == fvr {
            self.fvrs[1]
        } else {
            self.fvrs[0]
        }
    }
}

/// Something that happened to an FVR.
#[derive(Debug)]
pub(super) struct Event {
    pub(super) id: String,
    pub(super) at: DateTime<Utc>,
    pub(super) fvr: usize,
    pub(super) status: Status,
}

/// What a request identifier stands for.
#[derive(Debug)]
pub(super) enum Request {
    Registration {
        lender: Lender,
        body: Value,
        fvrs: Vec<usize>,
    },
    Financing {
        lender: Lender,
    },
    Set {
        lender: Lender,
        fvrs: Vec<usize>,
    },
}

#[derive(Debug)]
pub(super) struct Cancellation {
    pub(super) lender: Lender,
    fvrs: Vec<usize>,
    pub(super) done: bool,
    pub(super) refused: usize,
}

/// What falls due, and the FVRs that it concerns.
#[derive(Debug)]
enum Step {
    Settle(usize),
    Finance {
        asked_at: DateTime<Utc>,
        fvrs: Vec<usize>,
    },
    Cancel {
        asked_at: DateTime<Utc>,
        id: String,
    },
}

#[derive(Debug)]
pub(super) struct Registry {
    pub(super) identifiers: Identifiers,
    settle_after: Duration,
    pub(super) requests: HashMap<String, Request>,
    pub(super) registrations: usize,
    pub(super) financings: usize,
    pub(super) cancellations: HashMap<String, Cancellation>,
    pub(super) fvrs: Vec<Fvr>,
    pub(super) matches: Vec<Match>,
    pub(super) by_match: HashMap<String, usize>,
    pub(super) events: Vec<Event>,
    by_data_set: HashMap<(Lender, String), usize>,
    pub(super) by_fingerprint: HashMap<String, Vec<(usize, usize)>>,
    due: VecDeque<(DateTime<Utc>, Step)>,
}

impl Registry {
    pub(super) fn new(settle_after: Duration) -> Self {
        Self {
            identifiers: Identifiers::default(),
            settle_after,
            requests: HashMap::new(),
            registrations: 0,
            financings: 0,
            cancellations: HashMap::new(),
            fvrs: Vec::new(),
            matches: Vec::new(),
            by_match: HashMap::new(),
            events: Vec::new(),
            by_data_set: HashMap::new(),
            by_fingerprint: HashMap::new(),
            due: VecDeque::new(),
        }
    }

    /// When something asked for now takes effect.
    pub(super) fn settles_at(&self, now: DateTime<Utc>) -> DateTime<Utc> {
        later(now, self.settle_after)
    }

    /// Takes in the FVRs of a registration; they settle later.
    pub(super) fn register(&mut self, id: String, lender: Lender, body: Value, fvrs: Vec<Fvr>) {
        let mut indices = Vec::with_capacity(fvrs.len());
        for fvr in fvrs {
            let index = self.fvrs.len();
            self.by_data_set
                .insert((lender, fvr.data_set.clone()), index);
            self.due.push_back((fvr.settles_at, Step::Settle(index)));
            self.fvrs.push(fvr);
            indices.push(index);
        }
        self.registrations += 1;
        self.requests.insert(
            id,
            Request::Registration {
                lender,
                body,
                fvrs: indices,
            },
        );
    }

    pub(super) fn finance(
        &mut self,
        lender: Lender,
        fvrs: Vec<usize>,
        now: DateTime<Utc>,
    ) -> String {
        let id = self.identifiers.next();
        self.financings += 1;
        self.requests
            .insert(id.clone(), Request::Financing { lender });
        self.due.push_back((
            self.settles_at(now),
            Step::Finance {
                asked_at: now,
                fvrs,
            },
        ));
        id
    }

    pub(super) fn cancel(
        &mut self,
        lender: Lender,
        fvrs: Vec<usize>,
        now: DateTime<Utc>,
    ) -> String {
        let id = self.identifiers.next();
        self.cancellations.insert(
            id.clone(),
            Cancellation {
                lender,
                fvrs,
                done: false,
                refused: 0,
            },
        );
        self.due.push_back((
            self.settles_at(now),
            Step::Cancel {
                asked_at: now,
                id: id.clone(),
            },
        ));
        id
    }

    pub(super) fn define_set(&mut self, lender: Lender, fvrs: Vec<usize>) -> String {
        let id = self.identifiers.next();
        self.requests
            .insert(id.clone(), Request::Set { lender, fvrs });
        id
    }

    /// The lender's FVRs that the selectors name, each once; the first selector that names none.
    pub(super) fn select<'a>(
        &self,
        lender: Lender,
        selectors: &'a [Selector],
    ) -> Result<Vec<usize>, &'a Selector> {
        let mut selected = Vec::new();
        for selector in selectors {
            let found = self.named(lender, selector);
            if found.is_empty() {
                return Err(selector);
            }
            selected.extend(
                found
                    .into_iter()
                    .filter(|index| !selected.contains(index))
                    .collect::<Vec<_>>(),
            );
        }
        Ok(selected)
    }

    fn named(&self, lender: Lender, Selector { kind, value }: &Selector) -> Vec<usize> {
        let all = |named: &dyn Fn(&Fvr) -> bool| {
            let own = self
                .fvrs
                .iter()
                .enumerate()
                .filter(|(_, fvr)| fvr.lender == lender && named(fvr));
            own.map(|(index, _)| index).collect()
        };
        match kind {
            Kind::Request => match self.requests.get(value) {
                Some(Request::Registration {
                    lender: owner,
                    fvrs,
                    ..
                }) if *owner == lender => fvrs.clone(),
                _ => Vec::new(),
            },
            Kind::Pool => all(&|fvr| fvr.pool.as_ref() == Some(value)),
            Kind::Batch => all(&|fvr| fvr.batch == *value || fvr.submitter_batch == *value),
            // The lender may have used the label again: the latest FVR bears it.
            Kind::DataSet => self
                .by_data_set
                .get(&(lender, value.clone()))
                .copied()
                .into_iter()
                .collect(),
        }
    }

    /// Brings the state up to `now`.
    pub(super) fn catch_up(&mut self, now: DateTime<Utc>) {
        while let Some((at, step)) = self.due.pop_front_if(|(at, _)| *at <= now) {
            match step {
                Step::Settle(fvr) => self.settle(fvr, at),
                Step::Finance { asked_at, fvrs } => {
                    for fvr in fvrs {
                        self.apply("/financings", fvr, asked_at, at);
                    }
                }
                Step::Cancel { asked_at, id } => {
                    let fvrs = self
                        .cancellations
                        .get(&id)
                        .map(|known| known.fvrs.clone())
                        .unwrap_or_default();
                    let refused = fvrs
                        .into_iter()
                        .filter(|fvr| !self.apply("/cancellations", *fvr, asked_at, at))
                        .count();
                    if let Some(cancellation) = self.cancellations.get_mut(&id) {
                        cancellation.done = true;
                        cancellation.refused = refused;
                    }
                }
            }
        }
    }

    /// Why an FVR cannot be financed or cancelled, asked at `asked_at`.
    pub(super) fn obstacle(
        &self,
        path: &str,
        fvr: usize,
        asked_at: DateTime<Utc>,
    ) -> Option<String> {
        let fvr = &self.fvrs[fvr];
        let why = match (path, fvr.status) {
            _ if fvr.settles_at > asked_at => "had not been processed yet when this was asked for",
            (_, Status::Pending) => "has not been processed yet",
            (_, Status::Cancelled) => "is cancelled",
            ("/financings", Status::Financed) => "is financed already",
            ("/financings", Status::DuplicateFinanced) => "is a duplicate of a financed one",
            _ => return None,
        };
        Some(format!(
            "FVR {} {why} ({})",
            fvr.data_set,
            fvr.status.code()
        ))
    }

    /// Finances or cancels one FVR, or notes on it why not. True if it was done.
    fn apply(
        &mut self,
        path: &'static str,
        fvr: usize,
        asked_at: DateTime<Utc>,
        at: DateTime<Utc>,
    ) -> bool {
        if let Some(why) = self.obstacle(path, fvr, asked_at) {
            let title = if path == "/financings" {
                "the financing was refused"
            } else {
                "the cancellation was refused"
            };
            let error = problem::entry(StatusCode::CONFLICT, path, title, &why, at);
            self.fvrs[fvr].errors.push(error);
            self.note(fvr, at);
            return false;
        }
        if path == "/financings" {
            self.fvrs[fvr].financed = true;
        } else {
            self.fvrs[fvr].cancelled = true;
            self.forget(fvr);
        }
        self.rate_with_neighbours(fvr, at);
        true
    }

    pub(super) fn note(&mut self, fvr: usize, at: DateTime<Utc>) {
        let event = Event {
            id: self.identifiers.next(),
            at,
            fvr,
            status: self.fvrs[fvr].status,
        };
        self.events.push(event);
    }
}
