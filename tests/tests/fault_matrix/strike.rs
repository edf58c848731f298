//! One fault at one call: what the call is made with, and what is counted around it.

use std::collections::BTreeSet;
use std::time::Duration;

use florin::core::Backoff;
use florin::{Limits, RetryPolicy};
use florin_sandbox::{Clock, ManualClock, Received};

use super::cell::{Cell, Told};
use super::elsewhere::Elsewhere;
use super::faults::{How, Occasion, Often, Row};
use super::stand_in::StandIn;

/// A row at work in one cell.
pub(crate) struct Strike {
    pub(crate) row: Row,
    /// The sandbox's. It stands still, so what is delayed there never comes.
    pub(crate) clock: ManualClock,
    elsewhere: Elsewhere,
}

impl Strike {
    pub(crate) fn new(row: Row) -> Self {
        Self {
            row,
            clock: Clock::manual(),
            elsewhere: Elsewhere::new(),
        }
    }

    /// How long the client waits. Where the fault lets it wait each time, a short time is as good as a long one; where it
    /// doesn't, a slow machine has to be fast enough.
    pub(crate) fn limits(&self) -> Limits {
        let attempt = match (self.row.hangs, self.row.often) {
            (true, Often::Always) => Duration::from_secs(2),
            (true, Often::Once) => Duration::from_secs(5),
            (false, _) => Duration::from_secs(30),
        };
        let limits = Limits::default().attempt(attempt);
        match self.row.total {
            Some(total) => limits.total(total),
            None => limits,
        }
    }

    /// As often as by default, and at once.
    pub(crate) fn retry(&self) -> RetryPolicy {
        let (first, most) = (Duration::from_millis(1), Duration::from_millis(2));
        RetryPolicy::default().with_backoff(Backoff::new(first, most).unwrap())
    }

    /// From here on the fault strikes at `operation`, and what arrives is counted. The client has its token.
    pub(crate) async fn arm<S: StandIn>(&self, stand_in: &S, operation: &'static str) {
        self.arm_after(stand_in, operation, 0).await;
    }

    /// The same, and so many requests are spared first.
    pub(crate) async fn arm_after<S: StandIn>(
        &self,
        stand_in: &S,
        operation: &'static str,
        spared: usize,
    ) {
        stand_in.forget_received();
        match self.row.how {
            How::Refused => stand_in.refuse().await,
            How::Strikes(fault) => {
                let elsewhere = self.elsewhere.url();
                let fault = fault(&Occasion {
                    provider: S::PROVIDER,
                    elsewhere: &elsewhere,
                });
                let fault = match self.row.often {
                    Often::Once => fault,
                    Often::Always => fault.always(),
                };
                stand_in.plan(fault.on(operation).after(spared));
            }
            How::Own => {}
        }
    }

    /// The cell: what the caller was told, and what the stand-in saw of it. `done` counts the effects of writes.
    pub(crate) fn cell<S: StandIn>(
        &self,
        stand_in: &S,
        operation: &'static str,
        told: Told,
        done: Option<usize>,
    ) -> Cell {
        let received = stand_in.received();
        let is_struck = |request: &Received| request.operation.as_deref() == Some(operation);
        let asked = received.iter().filter(|request| is_struck(request)).count();
        let others = received.iter().filter(|request| !is_struck(request));
        let others = others.map(|other| {
            let name = other.operation.clone();
            name.unwrap_or_else(|| other.path.clone())
        });
        let mut asked = asked + stand_in.turned_away();
        if let (true, Often::Always, Told::Failure(failure)) =
            (self.row.hangs, self.row.often, &told)
        {
            // A try that nobody answers may be over before it has arrived, where the machine is slow.
            asked = asked.max(failure.attempts as usize);
        }
        let mut cell = Cell::new(told);
        cell.asked = Some(asked);
        for name in others {
            *cell.others.entry(name).or_default() += 1;
        }
        cell.done = done;
        if self.elsewhere.was_visited() {
            cell.wrong("it followed a redirect to another host");
        }
        cell
    }

    /// How often it is asked depends on how fast the machine is: each try is given up after so short a time.
    pub(crate) fn is_rushed(&self) -> bool {
        self.row.hangs && self.row.often == Often::Always
    }

    /// All requests for `operation` have to say the same here, such as the key that they go out under.
    pub(crate) fn same_each_time<S: StandIn>(
        cell: &mut Cell,
        stand_in: &S,
        operation: &'static str,
        key: impl Fn(&Received) -> Option<String>,
    ) {
        let received = stand_in.received();
        let sent = received
            .iter()
            .filter(|request| request.operation.as_deref() == Some(operation));
        let keys: BTreeSet<_> = sent.map(key).collect();
        if keys.contains(&None) {
            cell.wrong("it was sent without a key");
        }
        if keys.len() > 1 {
            cell.wrong(format!("it was sent under {} keys", keys.len()));
        }
    }
}
