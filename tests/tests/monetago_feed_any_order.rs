//! The activity feed under any order of events, readings, failures, restarts and crashes.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "what a test relies on fails the test"
)]

use std::sync::{Arc, Mutex};
use std::time::Duration;

use chrono::{SecondsFormat, TimeDelta};
use florin::core::Seam;
use florin::monetago::{ActivityFeed, Checkpoint};
use florin_tests::monetago::in_memory::{Asked, InMemory, Says};
use proptest::prelude::*;
use serde_json::{Value, json};

/// What may happen.
#[derive(Clone, Debug)]
enum Step {
    /// This many events of one time, listed so many milliseconds after it.
    Events { count: usize, late: i64 },
    /// Time passes.
    Wait(u64),
    /// Up to so many events are received, processed and stored.
    Read(usize),
    /// One event is received; the process dies before it is stored.
    Crash,
    /// The process ends and another goes on.
    Restart,
    /// The next so many requests fail.
    Fail(usize),
}

/// How the registry lists events; all of it is undocumented.
#[derive(Clone, Copy, Debug)]
struct Shape {
    inclusive: bool,
    newest_first: bool,
    page: usize,
    with_offset: bool,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        3 => (1_usize..5, prop_oneof![Just(0), 0_i64..25_000]).prop_map(|(count, late)| Step::Events { count, late }),
        3 => prop_oneof![Just(0), Just(1), 0_u64..100_000].prop_map(Step::Wait),
        4 => (1_usize..6).prop_map(Step::Read),
        1 => Just(Step::Crash),
        2 => Just(Step::Restart),
        1 => (1_usize..4).prop_map(Step::Fail),
    ]
}

fn shape() -> impl Strategy<Value = Shape> {
    let page = prop_oneof![Just(1_usize), Just(2), Just(3), Just(7), Just(1000)];
    (any::<bool>(), any::<bool>(), page, any::<bool>()).prop_map(
        |(inclusive, newest_first, page, with_offset)| Shape {
            inclusive,
            newest_first,
            page,
            with_offset,
        },
    )
}

#[derive(Default)]
struct Registry {
    events: Vec<Value>,
    failures: usize,
}

impl Registry {
    fn list(&mut self, shape: Shape, asked: &Asked) -> Says {
        if self.failures > 0 {
            self.failures -= 1;
            return Says::Silence;
        }
        let number = |name| asked.parameter(name).unwrap().parse::<usize>().unwrap();
        let after = asked.parameter("after").unwrap_or_default();
        let within = |event: &&Value| {
            let at = utc(event["timestamp"].as_str().unwrap());
            at.as_str() > after || (shape.inclusive && at == after)
        };
        let mut listed: Vec<_> = self.events.iter().filter(within).cloned().collect();
        listed.sort_by_key(|event| utc(event["timestamp"].as_str().unwrap()));
        if shape.newest_first {
            listed.reverse();
        }
        Says::Yes(
            listed
                .into_iter()
                .skip(number("offset"))
                .take(shape.page.min(number("limit")))
                .collect(),
        )
    }
}

/// With an offset or without one, the same text.
fn utc(text: &str) -> String {
    text.trim_end_matches('Z').to_owned() + "Z"
}

/// The story: what was stored as processed, and what there was.
async fn play(shape: Shape, steps: Vec<Step>) -> (Vec<u64>, Vec<u64>) {
    let seam = Seam::simulated("2026-11-02T08:00:00Z".parse().unwrap(), 7);
    let registry = Arc::new(Mutex::new(Registry::default()));
    let provider = InMemory::new({
        let registry = Arc::clone(&registry);
        move |asked| registry.lock().unwrap().list(shape, asked)
    });
    let client = provider.builder(seam.clone()).unwrap().build().unwrap();
    let resume =
        |stored: &str| client.activity(serde_json::from_str::<Checkpoint>(stored).unwrap());

    let (mut happened, mut processed) = (Vec::new(), Vec::new());
    let mut stored = "{}".to_owned();
    let mut feed = resume(&stored);
    for step in steps {
        match step {
            Step::Events { count, late } => {
                let at = (seam.now() - TimeDelta::milliseconds(late))
                    .to_rfc3339_opts(SecondsFormat::Millis, true);
                let at = if shape.with_offset {
                    at
                } else {
                    at.trim_end_matches('Z').to_owned()
                };
                for _ in 0..count {
                    let id = happened.len() as u64;
                    registry
                        .lock()
                        .unwrap()
                        .events
                        .push(json!({"id": id, "timestamp": at}));
                    happened.push(id);
                }
            }
            Step::Wait(millis) => tokio::time::sleep(Duration::from_millis(millis)).await,
            Step::Read(count) => {
                for _ in 0..count {
                    let Some(id) = next(&mut feed, Duration::from_secs(60)).await else {
                        break;
                    };
                    processed.push(id);
                    stored = serde_json::to_string(feed.checkpoint()).unwrap();
                }
            }
            Step::Crash => {
                let _ = next(&mut feed, Duration::from_secs(60)).await;
                feed = resume(&stored);
            }
            Step::Restart => feed = resume(&stored),
            Step::Fail(count) => registry.lock().unwrap().failures = count,
        }
    }
    registry.lock().unwrap().failures = 0;
    let mut feed = resume(&stored);
    while let Some(id) = next(&mut feed, Duration::from_secs(300)).await {
        processed.push(id);
        assert!(processed.len() < 10_000, "the same over and over");
    }
    processed.sort_unstable();
    (happened, processed)
}

/// The next event that comes in time; failures are passed over.
async fn next(feed: &mut ActivityFeed, within: Duration) -> Option<u64> {
    let until = tokio::time::Instant::now() + within;
    loop {
        match tokio::time::timeout_at(until, feed.next()).await {
            Ok(Ok(event)) => return event.json()["id"].as_u64(),
            Ok(Err(_)) => {}
            Err(_) => return None,
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_event_is_processed_exactly_once(shape in shape(), steps in prop::collection::vec(step(), 1..40)) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().start_paused(true).build().unwrap();
        let (happened, processed) = runtime.block_on(play(shape, steps));
        prop_assert_eq!(processed, happened);
    }
}
