//! One feed for ten thousand pollers: what it costs, whom it wakes, and what happens when it fails. On paused time.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "what a test relies on fails the test"
)]

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use chrono::SecondsFormat;
use florin::core::Seam;
use florin::monetago::{Client, Error, Outcome, RegistrationHandle, Watch};
use florin::poll::Pace;
use florin_tests::monetago::in_memory::{Asked, InMemory, Says};
use serde_json::{Value, json};
use tokio::task::JoinHandle;
use tokio::time::{Instant, sleep};

const MANY: usize = 10_000;
/// More than ten thousand first readings at ten a second.
const SETTLED: Duration = Duration::from_secs(1100);
const INTERVAL: Duration = Duration::from_secs(30);

/// A registry whose FVRs are pending until told otherwise, and whose feed lists what it is told to.
#[derive(Clone, Default)]
struct Registry(Arc<Mutex<State>>);

#[derive(Default)]
struct State {
    done: HashMap<String, &'static str>,
    events: Vec<Value>,
    feed_is_down: bool,
}

impl Registry {
    fn answer(&self, asked: &Asked) -> Says {
        let state = self.0.lock().unwrap();
        match asked.operation.as_str() {
            "get_activity" if state.feed_is_down => Says::No(503, json!({})),
            "get_activity" => {
                let after = asked.parameter("after").unwrap_or_default().to_owned();
                let offset: usize = asked.parameter("offset").unwrap().parse().unwrap();
                let listed = state
                    .events
                    .iter()
                    .filter(|event| event["timestamp"].as_str().unwrap() > after.as_str());
                Says::Yes(listed.skip(offset).cloned().collect())
            }
            "get_status" => {
                let id = asked.path.rsplit('/').next().unwrap();
                let status = state.done.get(id).copied().unwrap_or("PNDG");
                let data_set = format!("fvr-of-{id}");
                Says::Yes(
                    json!([{"submitter_data_set_identification": data_set, "financing_request_status": status}]),
                )
            }
            other => panic!("{other}"),
        }
    }

    fn settle(&self, id: usize) {
        self.0.lock().unwrap().done.insert(format!("r{id}"), "REGU");
    }

    fn settle_all(&self) {
        (0..MANY).for_each(|id| self.settle(id));
    }

    fn feed_is_down(&self, down: bool) {
        self.0.lock().unwrap().feed_is_down = down;
    }
}

struct Scene {
    registry: Registry,
    provider: InMemory,
    client: Client,
    watch: Watch,
    seam: Seam,
}

impl Scene {
    fn new() -> Self {
        let registry = Registry::default();
        let provider = InMemory::new({
            let registry = registry.clone();
            move |asked| registry.answer(asked)
        });
        let seam = Seam::simulated("2026-11-02T08:00:00Z".parse().unwrap(), 7);
        let pace = Pace::default().deadline(Duration::from_secs(7 * 24 * 3600));
        let client = provider
            .builder(seam.clone())
            .unwrap()
            .pace(pace)
            .build()
            .unwrap();
        let watch = client.watch().interval(INTERVAL).start();
        Self {
            registry,
            provider,
            client,
            watch,
            seam,
        }
    }

    /// Pollers on registrations that were made before, each in a task of its own.
    fn wait_for(&self, count: usize) -> Vec<JoinHandle<Result<Outcome, Error>>> {
        let handle = |id| {
            let mut handle = RegistrationHandle::new(format!("r{id}"));
            handle.data_set_ids = vec![format!("fvr-of-r{id}")];
            handle
        };
        (0..count)
            .map(|id| {
                tokio::spawn(
                    self.client
                        .resume(handle(id))
                        .watched_by(&self.watch)
                        .into_future(),
                )
            })
            .collect()
    }

    /// An event that happens now, with these fields.
    fn event(&self, fields: Value) {
        let mut event = fields;
        event["timestamp"] = self
            .seam
            .now()
            .to_rfc3339_opts(SecondsFormat::Millis, true)
            .into();
        self.registry.0.lock().unwrap().events.push(event);
    }

    fn reads_since(&self, start: Instant) -> Vec<Asked> {
        self.provider
            .asked("get_status")
            .into_iter()
            .filter(|asked| asked.at >= start)
            .collect()
    }

    fn feed_reads_since(&self, start: Instant) -> usize {
        self.provider
            .asked("get_activity")
            .iter()
            .filter(|asked| asked.at >= start)
            .count()
    }
}

/// The most readings within any one second.
fn busiest_second(reads: &[Asked]) -> usize {
    let within = |at: Instant| {
        reads
            .iter()
            .filter(|read| read.at >= at && read.at < at + Duration::from_secs(1))
            .count()
    };
    reads
        .iter()
        .step_by(7)
        .map(|read| within(read.at))
        .max()
        .unwrap_or(0)
}

#[tokio::test(start_paused = true)]
async fn ten_thousand_pending_registrations_cost_one_request_per_interval_and_a_safety_net() {
    let scene = Scene::new();
    let waiting = scene.wait_for(MANY);
    let start = Instant::now();
    sleep(SETTLED).await;
    let first = scene.reads_since(start);
    assert!(
        first.len() >= MANY,
        "everybody looked once: {}",
        first.len()
    );
    assert!(
        busiest_second(&first) <= 20,
        "and not all at once: {}",
        busiest_second(&first)
    );

    let intervals = 100;
    let start = Instant::now();
    sleep(INTERVAL * intervals).await;
    let feed = scene.feed_reads_since(start);
    assert!(
        (90..=110).contains(&feed),
        "{feed} readings of the feed in {intervals} intervals"
    );
    let reads = scene.reads_since(start);
    let seconds = 30 * intervals as usize;
    assert!(
        reads.len() <= seconds + 1,
        "{} readings in {seconds} seconds",
        reads.len()
    );
    assert!(busiest_second(&reads) <= 2, "{}", busiest_second(&reads));
    assert_eq!(scene.watch.attached(), MANY);
    assert_eq!(scene.watch.last_error(), None);
    drop(waiting);
}

#[tokio::test(start_paused = true)]
async fn few_pollers_are_looked_after_without_any_event() {
    let scene = Scene::new();
    let waiting = scene.wait_for(1);
    sleep(Duration::from_secs(10)).await;
    let start = Instant::now();
    sleep(Duration::from_secs(1200)).await;
    let reads = scene.reads_since(start).len();
    assert!((9..=11).contains(&reads), "every two minutes: {reads}");
    drop(waiting);
}

#[tokio::test(start_paused = true)]
async fn an_event_wakes_exactly_its_poller() {
    for name in [
        "request_identification",
        "submitter_data_set_identification",
    ] {
        let scene = Scene::new();
        let mut waiting = scene.wait_for(100);
        sleep(Duration::from_secs(60)).await;
        scene.registry.settle(42);
        let start = Instant::now();
        let id = if name == "request_identification" {
            "r42"
        } else {
            "fvr-of-r42"
        };
        scene.event(json!({"kind": "settled", "record": {name: id}}));
        let outcome = waiting.remove(42).await.unwrap().unwrap();
        assert!(matches!(outcome, Outcome::Unique(_)), "{outcome:?}");
        assert!(
            start.elapsed() <= INTERVAL * 4 / 3 + Duration::from_secs(1),
            "{:?}",
            start.elapsed()
        );
        let for_it = scene
            .reads_since(start)
            .iter()
            .filter(|read| read.path.ends_with("/r42"))
            .count();
        let by_the_net = scene.reads_since(start).len() - for_it;
        assert_eq!(for_it, 1);
        assert!(
            by_the_net <= 41,
            "the others got only their usual turns: {by_the_net}"
        );
        assert_eq!(scene.watch.attached(), 99);
    }
}

#[tokio::test(start_paused = true)]
async fn an_event_of_somebody_else_wakes_nobody() {
    let scene = Scene::new();
    let waiting = scene.wait_for(10);
    sleep(Duration::from_secs(125)).await;
    let quiet = scene.provider.asked("get_status").len();
    for id in 0..20 {
        scene.event(json!({"request_identification": format!("other-{id}")}));
    }
    sleep(Duration::from_secs(60)).await;
    let reads = scene.provider.asked("get_status").len() - quiet;
    assert!(
        reads <= 6,
        "the usual turns, one in twelve seconds: {reads}"
    );
    drop(waiting);
}

#[tokio::test(start_paused = true)]
async fn an_event_that_names_nobody_wakes_everybody_in_turn() {
    let scene = Scene::new();
    let waiting = scene.wait_for(MANY);
    sleep(SETTLED).await;
    scene.registry.settle_all();
    let start = Instant::now();
    scene.event(json!({"match_identification": "some-match"}));
    for poller in waiting {
        assert!(matches!(poller.await.unwrap(), Ok(Outcome::Unique(_))));
    }
    let took = start.elapsed().as_secs();
    assert!((900..1100).contains(&took), "ten a second: {took}");
    let reads = scene.reads_since(start);
    assert!(busiest_second(&reads) <= 13, "{}", busiest_second(&reads));
    assert_eq!(reads.len(), MANY, "each once");
    assert_eq!(scene.watch.attached(), 0);
}

#[tokio::test(start_paused = true)]
async fn many_events_that_name_nobody_cost_no_more_than_a_steady_rate() {
    let scene = Scene::new();
    let waiting = scene.wait_for(50);
    sleep(Duration::from_secs(60)).await;
    let start = Instant::now();
    for id in 0..1000 {
        scene.event(json!({"batch_identification": format!("unknown-{id}")}));
    }
    sleep(Duration::from_secs(120)).await;
    let reads = scene.reads_since(start);
    assert!(
        reads.len() <= 50 * 2 + 50 + 2,
        "a round, perhaps another, and the usual turns: {}",
        reads.len()
    );
    assert!(
        reads.len() >= 90,
        "a quick round besides the usual turns: {}",
        reads.len()
    );
    assert!(busiest_second(&reads) <= 12);
    drop(waiting);
}

#[tokio::test(start_paused = true)]
async fn while_the_feed_is_down_everybody_gets_there_all_the_same() {
    let scene = Scene::new();
    scene.registry.feed_is_down(true);
    let waiting = scene.wait_for(300);
    sleep(Duration::from_secs(60)).await;
    assert!(scene.watch.last_error().unwrap().contains("503"));
    scene.registry.settle_all();
    let start = Instant::now();
    for poller in waiting {
        assert!(matches!(poller.await.unwrap(), Ok(Outcome::Unique(_))));
    }
    assert!(
        start.elapsed() <= Duration::from_secs(600),
        "{:?}",
        start.elapsed()
    );
    let feed = scene.feed_reads_since(start);
    assert!(
        feed <= 12,
        "a feed that is down is asked less often: {feed}"
    );
}

#[tokio::test(start_paused = true)]
async fn a_feed_that_recovers_says_so_although_nothing_happens() {
    let scene = Scene::new();
    scene.registry.feed_is_down(true);
    sleep(Duration::from_secs(100)).await;
    assert!(scene.watch.last_error().is_some());
    scene.registry.feed_is_down(false);
    sleep(Duration::from_secs(700)).await;
    assert_eq!(scene.watch.last_error(), None);
}

#[tokio::test(start_paused = true)]
async fn what_settled_before_anybody_watched_is_found_by_the_first_reading() {
    let scene = Scene::new();
    scene.registry.settle(0);
    let start = Instant::now();
    let outcome = scene.wait_for(1).remove(0).await.unwrap().unwrap();
    assert_eq!(outcome.word(), "unique");
    assert!(start.elapsed() < Duration::from_secs(2));
}

#[tokio::test(start_paused = true)]
async fn a_dropped_poller_leaves_the_watch() {
    let scene = Scene::new();
    let pollers: Vec<_> = (0..3)
        .map(|id| {
            scene
                .client
                .resume(RegistrationHandle::new(format!("r{id}")))
                .watched_by(&scene.watch)
        })
        .collect();
    assert_eq!(scene.watch.attached(), 3);
    drop(pollers);
    assert_eq!(scene.watch.attached(), 0);
}

#[tokio::test(start_paused = true)]
async fn the_feed_is_read_as_long_as_somebody_needs_it_and_no_longer() {
    let Scene {
        provider,
        client,
        watch,
        ..
    } = Scene::new();
    let poller = client
        .resume(RegistrationHandle::new("r0"))
        .watched_by(&watch);
    drop(watch);
    sleep(INTERVAL * 4).await;
    let still = provider.asked("get_activity").len();
    assert!(still >= 3, "the poller keeps it going: {still}");
    drop(poller);
    // What is under way is given up at the next turn of the runtime.
    sleep(INTERVAL * 10).await;
    assert!(provider.asked("get_activity").len() <= still + 1);
}
