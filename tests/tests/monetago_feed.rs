//! The activity feed across restarts, crashes and trouble: nothing lost, nothing doubled.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "what a test relies on fails the test"
)]

use std::sync::{Arc, Mutex};
use std::time::Duration;

use chrono::{DateTime, SecondsFormat, TimeDelta, Utc};
use florin::core::Seam;
use florin::monetago::{ActivityFeed, Checkpoint, Client, Event};
use florin_sandbox::monetago::{ActivityContainer, ActivityOrder, Boundary, Lender, Options};
use florin_sandbox::{Clock, Fault, Sandbox};
use florin_tests::monetago::in_memory::{InMemory, Says};
use florin_tests::monetago::{invoice, lender};
use serde_json::{Value, json};

/// As a caller keeps it: as text.
fn stored(feed: &ActivityFeed) -> String {
    serde_json::to_string(feed.checkpoint()).unwrap()
}

fn resumed(client: &Client, stored: &str) -> ActivityFeed {
    client
        .activity(serde_json::from_str(stored).unwrap())
        .interval(Duration::from_millis(1))
}

async fn next(feed: &mut ActivityFeed) -> Event {
    tokio::time::timeout(Duration::from_secs(10), feed.next())
        .await
        .expect("an event is due")
        .unwrap()
}

/// Registers FVRs of these names in one request, so that their events share a time.
async fn register(client: &Client, names: &[String]) {
    let fvrs: Vec<_> = names.iter().map(|name| invoice::fvr(name, name)).collect();
    let _ = client
        .register(&invoice::registration_of("REGI", &fvrs).unwrap())
        .await
        .unwrap();
}

fn shapes() -> Vec<Options> {
    let mut shapes = Vec::new();
    for activity_after in [Boundary::Exclusive, Boundary::Inclusive] {
        for activity_container in [ActivityContainer::Array, ActivityContainer::Wrapped] {
            for activity_order in [ActivityOrder::OldestFirst, ActivityOrder::NewestFirst] {
                for activity_page in [1, 3, 1000] {
                    let [activity_names_records, activity_has_ids] =
                        [[true, true], [true, false], [false, true]][shapes.len() % 3];
                    shapes.push(Options {
                        activity_after,
                        activity_container,
                        activity_order,
                        activity_page,
                        activity_names_records,
                        activity_has_ids,
                        ..Options::default()
                    });
                }
            }
        }
    }
    shapes
}

#[tokio::test]
async fn a_restart_neither_loses_nor_doubles_whatever_the_shape_of_the_feed() {
    for options in shapes() {
        let told = format!("{options:?}");
        let names_records = options.activity_names_records;
        let clock = Clock::manual();
        let sandbox = Sandbox::builder()
            .clock(&clock)
            .monetago(options)
            .start()
            .await
            .unwrap();
        let client = lender::client(&sandbox, Lender::First).unwrap();
        let name = |event: &Event| {
            let field = if names_records {
                "submitter_data_set_identification"
            } else {
                "activity_identification"
            };
            event.json()[field].as_str().unwrap().to_owned()
        };

        let mut checkpoint = "{}".to_owned();
        let (mut all, mut got) = (Vec::new(), Vec::new());
        for (round, pause) in [0, 1, 0, 999, 29_000, 2_000, 61_000, 0]
            .into_iter()
            .enumerate()
        {
            clock.advance(Duration::from_millis(pause));
            let names: Vec<_> = (0..3).map(|at| format!("fvr-{round}-{at}")).collect();
            register(&client, &names).await;
            all.extend(names);
            // One of each three is left for the next process, and so it piles up.
            let mut feed = resumed(&client, &checkpoint);
            for _ in 0..2 {
                got.push(name(&next(&mut feed).await));
                checkpoint = stored(&feed);
            }
        }
        let mut feed = resumed(&client, &checkpoint);
        while got.len() < all.len() {
            got.push(name(&next(&mut feed).await));
        }
        // If anything came twice it would come before this.
        clock.advance(Duration::from_millis(1));
        register(&client, &["fvr-last".to_owned()]).await;
        got.push(name(&next(&mut feed).await));
        all.push("fvr-last".to_owned());

        if names_records {
            assert_eq!(got.last(), all.last(), "{told}");
            got.sort();
            all.sort();
            assert_eq!(got, all, "{told}");
        } else {
            let distinct: std::collections::HashSet<_> = got.iter().collect();
            assert_eq!(distinct.len(), all.len(), "{told}");
        }
    }
}

#[tokio::test]
async fn events_come_in_the_order_of_their_times() {
    let clock = Clock::manual();
    let options = Options {
        activity_order: ActivityOrder::NewestFirst,
        activity_page: 2,
        ..Options::default()
    };
    let sandbox = Sandbox::builder()
        .clock(&clock)
        .monetago(options)
        .start()
        .await
        .unwrap();
    let client = lender::client(&sandbox, Lender::First).unwrap();
    for at in 0..5 {
        register(&client, &[format!("fvr-{at}")]).await;
        clock.advance(Duration::from_secs(60));
    }
    let mut feed = resumed(&client, "{}");
    for at in 0..5 {
        assert_eq!(
            next(&mut feed).await.json()["submitter_data_set_identification"],
            format!("fvr-{at}")
        );
    }
}

#[tokio::test]
async fn what_was_received_and_not_stored_comes_again_after_a_crash() {
    let sandbox = Sandbox::builder().start().await.unwrap();
    let client = lender::client(&sandbox, Lender::First).unwrap();
    register(&client, &["a".to_owned(), "b".to_owned(), "c".to_owned()]).await;
    let mut feed = resumed(&client, "{}");
    let _processed = next(&mut feed).await;
    let checkpoint = stored(&feed);
    let lost = [next(&mut feed).await, next(&mut feed).await];
    drop(feed);

    let mut feed = resumed(&client, &checkpoint);
    assert_eq!([next(&mut feed).await, next(&mut feed).await], lost);
}

#[tokio::test]
async fn trouble_is_an_item_and_the_feed_goes_on_after_it() {
    let sandbox = Sandbox::builder().start().await.unwrap();
    let client = lender::builder(&sandbox, Lender::First)
        .unwrap()
        .retry(florin::RetryPolicy::never())
        .build()
        .unwrap();
    register(&client, &["a".to_owned()]).await;
    let mut feed = resumed(&client, "{}");
    for fault in [
        Fault::reset(),
        Fault::status(500),
        Fault::garbage(),
        Fault::truncated(),
        Fault::status(403),
    ] {
        sandbox
            .monetago()
            .misbehave(fault.on("get_activity"))
            .unwrap();
        assert!(feed.next().await.is_err());
    }
    assert_eq!(
        next(&mut feed).await.json()["submitter_data_set_identification"],
        "a"
    );
    register(&client, &["b".to_owned()]).await;
    assert_eq!(
        next(&mut feed).await.json()["submitter_data_set_identification"],
        "b"
    );
}

#[tokio::test]
async fn trouble_on_a_later_page_loses_nothing_of_the_earlier_ones() {
    let options = Options {
        activity_page: 2,
        ..Options::default()
    };
    let sandbox = Sandbox::builder().monetago(options).start().await.unwrap();
    let client = lender::builder(&sandbox, Lender::First)
        .unwrap()
        .retry(florin::RetryPolicy::never())
        .build()
        .unwrap();
    register(&client, &["a", "b", "c", "d", "e"].map(str::to_owned)).await;
    let mut feed = resumed(&client, "{}");
    sandbox
        .monetago()
        .misbehave(Fault::status(500).on("get_activity").every(2))
        .unwrap();
    assert!(feed.next().await.is_err());
    sandbox.monetago().behave();
    let mut names = Vec::new();
    for _ in 0..5 {
        names.push(next(&mut feed).await.names().to_vec());
    }
    names.sort();
    names.dedup();
    assert_eq!(names.len(), 5);
}

#[tokio::test]
async fn the_first_lender_learns_of_the_second_ones_registration() {
    let clock = Clock::manual();
    let sandbox = Sandbox::builder().clock(&clock).start().await.unwrap();
    let [one, other] = Lender::ALL.map(|lender| lender::client(&sandbox, lender).unwrap());
    register(&one, &["same".to_owned()]).await;
    let mut feed = resumed(&one, "{}");
    let _ = next(&mut feed).await;
    clock.advance(Duration::from_secs(3600));
    register(&other, &["same".to_owned()]).await;
    let event = next(&mut feed).await;
    assert_eq!(event.json()["financing_request_status"], "REDU");
    assert_eq!(event.time(), Some(clock.now()));
}

/// A feed in memory that lists what it is given, and a client at noon.
struct Noon {
    events: Arc<Mutex<Vec<Value>>>,
    provider: InMemory,
    client: Client,
    seam: Seam,
}

fn noon() -> Noon {
    let events: Arc<Mutex<Vec<Value>>> = Arc::default();
    let listed = Arc::clone(&events);
    let provider = InMemory::new(move |asked| {
        let after = asked.parameter("after").unwrap_or_default();
        let offset: usize = asked.parameter("offset").unwrap().parse().unwrap();
        let events = listed.lock().unwrap();
        let within = events
            .iter()
            .filter(|event| event["at"].as_str().is_none_or(|at| at > after));
        Says::Yes(json!({"events": within.skip(offset).collect::<Vec<_>>()}))
    });
    let seam = Seam::simulated("2026-11-02T12:00:00Z".parse().unwrap(), 7);
    let client = provider.builder(seam.clone()).unwrap().build().unwrap();
    Noon {
        events,
        provider,
        client,
        seam,
    }
}

fn text(time: DateTime<Utc>) -> String {
    time.to_rfc3339_opts(SecondsFormat::Millis, true)
}

impl Noon {
    fn happens(&self, name: &str, at: DateTime<Utc>) {
        self.events
            .lock()
            .unwrap()
            .push(json!({"name": name, "at": text(at)}));
    }
}

async fn names(feed: &mut ActivityFeed, within: Duration) -> Vec<String> {
    let mut names = Vec::new();
    while let Ok(event) = tokio::time::timeout(within, feed.next()).await {
        names.push(event.unwrap().json()["name"].as_str().unwrap().to_owned());
        assert!(names.len() < 10_000, "the same over and over");
    }
    names
}

#[tokio::test(start_paused = true)]
async fn an_event_from_the_future_hides_none_of_those_until_then() {
    let noon = noon();
    noon.happens("from the future", noon.seam.now() + TimeDelta::days(365));
    let mut feed = noon.client.activity(Checkpoint::default());
    let wait = Duration::from_secs(120);
    assert_eq!(names(&mut feed, wait).await, ["from the future"]);
    assert!(feed.checkpoint().time().unwrap() <= noon.seam.now());
    noon.happens("soon after", noon.seam.now());
    let mut feed = noon.client.activity(feed.checkpoint().clone());
    assert_eq!(names(&mut feed, wait).await, ["soon after"]);
}

#[tokio::test(start_paused = true)]
async fn an_event_that_is_listed_late_is_not_missed() {
    let noon = noon();
    let start = noon.seam.now();
    noon.happens("in time", start);
    let mut feed = noon.client.activity(Checkpoint::default());
    let wait = Duration::from_secs(120);
    assert_eq!(names(&mut feed, wait).await, ["in time"]);
    noon.happens("late", start - TimeDelta::seconds(29));
    assert_eq!(names(&mut feed, wait).await, ["late"]);
}

#[tokio::test(start_paused = true)]
async fn events_without_a_time_come_once_and_are_forgotten_when_they_are_gone() {
    let noon = noon();
    noon.events
        .lock()
        .unwrap()
        .extend((0..100).map(|at| json!({"name": format!("timeless-{at}")})));
    let mut feed = noon.client.activity(Checkpoint::default());
    assert_eq!(names(&mut feed, Duration::from_secs(120)).await.len(), 100);
    let mut feed = noon.client.activity(feed.checkpoint().clone());
    assert!(names(&mut feed, Duration::from_secs(120)).await.is_empty());
    noon.events.lock().unwrap().clear();
    assert!(names(&mut feed, Duration::from_secs(120)).await.is_empty());
    assert_eq!(stored(&feed), "{}");
}

#[tokio::test(start_paused = true)]
async fn a_checkpoint_stays_small() {
    let noon = noon();
    let start = noon.seam.now();
    for at in 0..5000 {
        noon.happens(
            &format!("event-{at}"),
            start - TimeDelta::hours(3) + TimeDelta::seconds(at),
        );
    }
    let mut feed = noon.client.activity(Checkpoint::default());
    for _ in 0..5000 {
        feed.next().await.unwrap();
        assert!(stored(&feed).len() < 12_000, "{}", stored(&feed).len());
    }
}

#[tokio::test(start_paused = true)]
async fn a_registry_that_pays_no_heed_to_the_offset_is_read_once_per_interval() {
    let provider =
        InMemory::new(|_| Says::Yes(json!([{"at": "2026-11-02T11:00:00.000Z", "name": "again"}])));
    let seam = Seam::simulated("2026-11-02T12:00:00Z".parse().unwrap(), 7);
    let client = provider.builder(seam).unwrap().build().unwrap();
    let mut feed = client.activity(Checkpoint::default());
    assert_eq!(names(&mut feed, Duration::from_secs(3600)).await, ["again"]);
    assert!(provider.asked("get_activity").len() < 2 * 135);
}

#[tokio::test(start_paused = true)]
async fn a_quiet_feed_is_asked_once_per_interval_and_a_failing_one_less_and_less() {
    let noon = noon();
    let mut feed = noon.client.activity(Checkpoint::from_now(noon.seam.now()));
    assert!(names(&mut feed, Duration::from_secs(3000)).await.is_empty());
    let asked = noon.provider.asked("get_activity").len();
    assert!((90..=112).contains(&asked), "{asked}");

    let provider = InMemory::new(|_| Says::No(503, json!({})));
    let client = provider
        .builder(noon.seam.clone())
        .unwrap()
        .build()
        .unwrap();
    let mut feed = client.activity(Checkpoint::default());
    for _ in 0..20 {
        assert!(feed.next().await.unwrap_err().is_transient());
    }
    let asked = provider.asked("get_activity");
    let (first, last) = (asked[1].at - asked[0].at, asked[19].at - asked[18].at);
    assert!(
        first >= Duration::from_secs(40) && last >= Duration::from_secs(400),
        "{first:?} {last:?}"
    );
    assert!(last <= Duration::from_secs(801), "{last:?}");
}
