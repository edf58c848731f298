//! Change logs: read to the end, resumed from what was stored, and followed.

use std::num::NonZeroU32;
use std::time::Duration;

use florin::tradevest::{ChangeLog, LogPosition};
use florin_sandbox::Fault;
use florin_sandbox::tradevest::{LastCursor, Options};

use super::desk::{Desk, acting, soon};

fn five() -> NonZeroU32 {
    NonZeroU32::new(5).unwrap()
}

fn entities(desk: &Desk, from: LogPosition) -> ChangeLog {
    desk.client.entities_changelog(from).limit(five())
}

/// The entries of all pages up to the end, and the position after them.
async fn to_the_end(log: &mut ChangeLog) -> Vec<String> {
    let mut ids = Vec::new();
    while let Some(page) = soon(log.next()).await {
        let entries = page.unwrap().entries.into_iter();
        ids.extend(entries.map(|entry| entry.entry_id.unwrap()));
    }
    ids
}

fn plant(desk: &Desk, people: usize) {
    for _ in 0..people {
        let _ = desk.tradevest().plant_person();
    }
}

#[tokio::test]
async fn each_change_comes_once_and_what_comes_later_comes_to_who_asks_later() {
    for last_cursor in [LastCursor::Empty, LastCursor::Absent] {
        let desk = Desk::open_with(Options {
            last_cursor,
            ..Options::default()
        })
        .await;
        plant(&desk, 12);
        let mut log = entities(&desk, LogPosition::start());
        let mut all = to_the_end(&mut log).await;
        assert_eq!(all.len(), 13, "and the one that was there");
        let mut position = log.position().clone();
        for more in [0, 1, 9, 0, 4] {
            plant(&desk, more);
            let stored = serde_json::to_string(&position).unwrap();
            let mut log = entities(&desk, serde_json::from_str(&stored).unwrap());
            let new = to_the_end(&mut log).await;
            assert_eq!(new.len(), more, "{last_cursor:?}");
            all.extend(new);
            position = log.position().clone();
        }
        let mut once = all.clone();
        once.sort();
        once.dedup();
        assert_eq!(once.len(), all.len());
    }
}

#[tokio::test]
async fn who_is_killed_before_a_page_was_dealt_with_gets_that_page_again_and_no_other() {
    let desk = Desk::open().await;
    plant(&desk, 19);
    let mut log = entities(&desk, LogPosition::start());
    let first = log.next().await.unwrap().unwrap();
    let stored = serde_json::to_string(&first.position).unwrap();
    let second = log.next().await.unwrap().unwrap();
    drop(log);

    let restarted = acting(&desk.sandbox).build().unwrap();
    let position = serde_json::from_str(&stored).unwrap();
    let mut resumed = restarted.entities_changelog(position).limit(five());
    let again = resumed.next().await.unwrap().unwrap();
    let ids = |entries: &[florin::tradevest::types::ChangelogEntry]| -> Vec<_> {
        entries.iter().map(|entry| entry.entry_id.clone()).collect()
    };
    assert_eq!(ids(&again.entries), ids(&second.entries));
    assert_eq!(to_the_end(&mut resumed).await.len(), 10);
}

#[tokio::test]
async fn a_log_that_is_followed_goes_on_where_it_ended() {
    let desk = Desk::open().await;
    let mut log = entities(&desk, LogPosition::start()).follow(Duration::from_millis(2));
    assert_eq!(log.next().await.unwrap().unwrap().entries.len(), 1);
    let more = async {
        desk.answered("get_entities_changelog", 4).await;
        plant(&desk, 3);
    };
    let (page, ()) = soon(async { tokio::join!(log.next(), more) }).await;
    assert!(!page.unwrap().unwrap().entries.is_empty());
}

#[tokio::test]
async fn a_log_may_be_begun_at_a_time_and_be_that_of_one_thing() {
    let desk = Desk::open().await;
    plant(&desk, 3);
    desk.clock.advance(Duration::from_secs(60));
    let now = desk.clock.now();
    let id = desk.tradevest().plant_person();
    plant(&desk, 1);
    let mut late = entities(&desk, LogPosition::since(now));
    assert_eq!(to_the_end(&mut late).await.len(), 2);
    let mut own = entities(&desk, LogPosition::start()).of_item(&*id);
    assert_eq!(to_the_end(&mut own).await.len(), 1);
    let sent = desk.last("get_entities_changelog").query_pairs();
    assert!(sent.contains(&("orderDirection".to_owned(), "ASC".to_owned())));
}

#[tokio::test]
async fn a_cursor_that_isnt_taken_any_more_is_gone_on_from_by_time() {
    let desk = Desk::open().await;
    plant(&desk, 7);
    let mut log = entities(&desk, LogPosition::start());
    let page = log.next().await.unwrap().unwrap();
    let mut stored = serde_json::to_value(&page.position).unwrap();
    stored["cursor"] = "of a year ago".into();
    let position: LogPosition = serde_json::from_value(stored).unwrap();
    let mut old = entities(&desk, position.clone());
    let mut failures = 0;
    while let Some(page) = old.next().await {
        assert!(page.is_err());
        failures += 1;
    }
    assert_eq!(failures, 3, "it ends after three in a row");
    let mut by_time = entities(&desk, position.by_time());
    assert_eq!(
        to_the_end(&mut by_time).await.len(),
        3,
        "8 less the 5 that were handed out"
    );
}

#[tokio::test]
async fn a_page_that_fails_comes_with_the_next_asking() {
    let desk = Desk::open().await;
    plant(&desk, 7);
    desk.misbehave(Fault::status(400).on("get_entities_changelog"));
    let mut log = entities(&desk, LogPosition::start());
    assert!(log.next().await.unwrap().is_err());
    assert_eq!(to_the_end(&mut log).await.len(), 8);
}

#[tokio::test]
async fn there_is_one_for_digital_assets_and_one_of_the_older_generation() {
    let desk = Desk::open().await;
    let trader = desk.trader();
    desk.client
        .create_digital_order(trader.order("10", ""))
        .await
        .unwrap();
    let mut digital = desk.client.digital_changelog(LogPosition::start());
    let page = digital.next().await.unwrap().unwrap();
    assert_eq!(
        page.entries[0].item_type.as_ref().unwrap().as_str(),
        "Order"
    );
    let mut customers = desk.client.customers_changelog(LogPosition::start());
    let page = customers.next().await.unwrap().unwrap();
    let kinds: Vec<_> = page
        .entries
        .iter()
        .filter_map(|entry| entry.item_type.as_ref())
        .collect();
    assert!(
        kinds.iter().any(|kind| kind.as_str() == "CUSTOMER"),
        "{kinds:?}"
    );
    for operation in ["get_digital_changelog", "get_customers_changelog"] {
        assert!(desk.last(operation).header("authorization").is_some());
    }
}
