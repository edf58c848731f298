//! Change logs: nothing lost, nothing twice, from a stored position on.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use super::*;
use crate::tradevest::{ChangeLog, LogPosition};

/// A log of so many entries, in pages of two. The cursor is where a page begins; the last page has none for the next.
fn log(entries: &Arc<Mutex<usize>>) -> Scripted {
    let entries = Arc::clone(entries);
    with_tokens(move |sent| {
        let from = sent.url.split("cursor=").nth(1).map_or(0, |rest| {
            let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
            digits.parse::<usize>().unwrap()
        });
        let all = *entries.lock().unwrap();
        let to = (from + 2).min(all);
        let data: Vec<_> = (from..to)
            .map(|at| json!({"entryId": format!("e{at}"), "itemId": "n", "createdOn": format!("2026-03-10T12:00:{at:02}Z")}))
            .collect();
        let cursor = if to < all {
            to.to_string()
        } else {
            String::new()
        };
        (
            200,
            json!({"data": data, "pagination": {"cursor": cursor}}).to_string(),
        )
    })
}

fn entries(count: usize) -> Arc<Mutex<usize>> {
    Arc::new(Mutex::new(count))
}

/// What is left of the log, and the position after it.
async fn rest(mut log: ChangeLog) -> (Vec<String>, LogPosition) {
    let mut seen = Vec::new();
    while let Some(page) = log.next().await {
        seen.extend(
            page.unwrap()
                .entries
                .into_iter()
                .filter_map(|entry| entry.entry_id),
        );
    }
    (seen, log.position().clone())
}

fn stored(position: &LogPosition) -> LogPosition {
    serde_json::from_str(&serde_json::to_string(position).unwrap()).unwrap()
}

#[tokio::test(start_paused = true)]
async fn a_log_is_read_to_its_end_and_on_from_a_stored_position() {
    for first in 0..7 {
        let count = entries(first);
        let network = log(&count);
        let client = client(&network);
        let (seen, position) = rest(client.entities_changelog(LogPosition::start())).await;
        assert_eq!(seen.len(), first);
        let (seen, position) = rest(client.entities_changelog(stored(&position))).await;
        assert_eq!(
            seen,
            Vec::<String>::new(),
            "nothing comes twice after {first}"
        );
        *count.lock().unwrap() += 3;
        let (seen, _) = rest(client.entities_changelog(stored(&position))).await;
        let expected: Vec<_> = (first..first + 3).map(|at| format!("e{at}")).collect();
        assert_eq!(seen, expected, "and nothing is lost after {first}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_page_comes_with_the_position_after_it() {
    let count = entries(5);
    let network = log(&count);
    let client = client(&network);
    let mut log = client.entities_changelog(LogPosition::start());
    let page = log.next().await.unwrap().unwrap();
    assert_eq!(page.entries.len(), 2);
    log.next().await.unwrap().unwrap();
    // The second page was never dealt with.
    let (seen, _) = rest(client.entities_changelog(page.position)).await;
    assert_eq!(seen, ["e2", "e3", "e4"]);
}

#[tokio::test(start_paused = true)]
async fn a_log_that_is_followed_waits_for_more() {
    let count = entries(1);
    let network = log(&count);
    let client = client(&network);
    let mut log = client
        .entities_changelog(LogPosition::start())
        .follow(Duration::from_secs(60));
    log.next().await.unwrap().unwrap();
    let waiting = tokio::spawn(async move { log.next().await.unwrap().unwrap() });
    tokio::time::sleep(Duration::from_secs(600)).await;
    assert!(!waiting.is_finished());
    let asked = calls(&network).len();
    assert!((9..=12).contains(&asked), "about one a minute: {asked}");
    *count.lock().unwrap() = 2;
    let page = waiting.await.unwrap();
    assert_eq!(page.entries[0].entry_id.as_deref(), Some("e1"));
}

#[tokio::test(start_paused = true)]
async fn a_position_without_its_cursor_reads_on_by_time() {
    let count = entries(4);
    let network = log(&count);
    let client = client(&network);
    let (_, position) = rest(client.entities_changelog(LogPosition::since(now()))).await;
    assert!(
        calls(&network)[0]
            .url
            .contains("startDate=2026-03-10T12%3A00%3A00Z")
    );
    let (seen, _) = rest(client.entities_changelog(position.by_time())).await;
    assert_eq!(seen, Vec::<String>::new(), "what is read again is known");
    let asked = &calls(&network)[2].url;
    assert!(
        asked.contains("startDate=2026-03-10T12%3A00%3A03Z") && !asked.contains("cursor"),
        "{asked}"
    );
}

#[tokio::test(start_paused = true)]
async fn entries_without_an_id_are_told_apart_by_what_they_say() {
    let network = in_turn(&[(
        200,
        r#"{"data": [{"itemId": "a"}, {"itemId": "b"}], "pagination": {}}"#,
    )]);
    let client = client(&network);
    let mut log = client.entities_changelog(LogPosition::start());
    let page = log.next().await.unwrap().unwrap();
    assert_eq!(page.entries.len(), 2);
    let (seen, _) = rest(client.entities_changelog(page.position)).await;
    assert!(seen.is_empty());
}

#[tokio::test(start_paused = true)]
async fn a_log_that_goes_round_is_an_error_and_ends() {
    let network = in_turn(&[(
        200,
        r#"{"data": [{"entryId": "e"}], "pagination": {"cursor": "a"}}"#,
    )]);
    let mut log = client(&network).entities_changelog(LogPosition::start());
    log.next().await.unwrap().unwrap();
    assert!(log.next().await.unwrap().unwrap_err().is_decode());
    assert!(log.next().await.is_none());
}

#[tokio::test(start_paused = true)]
async fn one_object_is_asked_for_by_its_identifier_and_a_failed_page_again() {
    let network = in_turn(&[
        (400, "{}"),
        (200, r#"{"data": [{"entryId": "e"}], "pagination": {}}"#),
    ]);
    let mut log = client(&network)
        .entities_changelog(LogPosition::start())
        .of_item("n-1");
    assert!(log.next().await.unwrap().is_err());
    log.next().await.unwrap().unwrap();
    assert!(log.next().await.is_none());
    let url = &calls(&network)[1].url;
    assert!(
        url.ends_with("/entities-changelog?itemId=n-1&limit=20&orderDirection=ASC"),
        "{url}"
    );
}

/// A log whose every page is made from what was asked for with, the last `cursor` or none.
fn paged(page: impl Fn(Option<&str>) -> serde_json::Value + Send + Sync + 'static) -> Scripted {
    with_tokens(move |sent| {
        let cursor = sent.url.split("cursor=").nth(1);
        let cursor = cursor.map(|rest| rest.split('&').next().unwrap());
        (200, page(cursor).to_string())
    })
}

#[tokio::test(start_paused = true)]
async fn a_log_that_goes_round_over_several_pages_hands_out_what_is_new_and_ends() {
    for follows in [false, true] {
        let network = paged(|cursor| {
            let (id, next) = match cursor {
                None => ("e0", "a"),
                Some("a") => ("e1", "b"),
                Some(_) => ("e2", "a"),
            };
            json!({"data": [{"entryId": id}], "pagination": {"cursor": next}})
        });
        let mut log = client(&network).entities_changelog(LogPosition::start());
        if follows {
            log = log.follow(Duration::from_secs(60));
        }
        for id in ["e0", "e1", "e2"] {
            let page = log.next().await.unwrap().unwrap();
            assert_eq!(page.entries[0].entry_id.as_deref(), Some(id));
        }
        let stored = log.position().clone();
        let error = log.next().await.unwrap().unwrap_err();
        assert!(
            error.is_decode() && error.to_string().contains("leads back"),
            "{error}"
        );
        assert!(log.next().await.is_none());
        // All of it is known, and still it doesn't go round for ever.
        let mut again = client(&network).entities_changelog(stored);
        assert!(again.next().await.unwrap().unwrap_err().is_decode());
        assert!(calls(&network).len() <= 6);
    }
}

#[tokio::test(start_paused = true)]
async fn who_follows_waits_where_the_last_page_leads_to_itself() {
    let count = entries(1);
    let counted = Arc::clone(&count);
    let network = paged(move |cursor| {
        let all = *counted.lock().unwrap();
        let from = usize::from(cursor.is_some());
        let data: Vec<_> = (from..all)
            .map(|at| json!({"entryId": format!("e{at}")}))
            .collect();
        json!({"data": data, "pagination": {"cursor": "tail"}})
    });
    let tradevest = client(&network);
    let mut log = tradevest
        .entities_changelog(LogPosition::start())
        .follow(Duration::from_secs(60));
    log.next().await.unwrap().unwrap();
    let waiting = tokio::spawn(async move { log.next().await.unwrap().unwrap() });
    tokio::time::sleep(Duration::from_secs(600)).await;
    assert!(!waiting.is_finished());
    let asked = calls(&network).len();
    assert!((9..=13).contains(&asked), "about one a minute: {asked}");
    *count.lock().unwrap() = 2;
    let page = waiting.await.unwrap();
    assert_eq!(page.entries[0].entry_id.as_deref(), Some("e1"));
    // Who doesn't follow can't tell whether that is the end.
    let mut once = tradevest.entities_changelog(page.position);
    assert!(once.next().await.unwrap().unwrap_err().is_decode());
    assert!(once.next().await.is_none());
}

#[tokio::test(start_paused = true)]
async fn pages_that_bring_nothing_new_are_asked_for_ever_more_slowly() {
    let network = paged(|cursor| {
        let page: usize = cursor.map_or(0, |cursor| cursor.parse().unwrap());
        let data = if page == 50 {
            json!([{"entryId": "e"}])
        } else {
            json!([])
        };
        json!({"data": data, "pagination": {"cursor": (page + 1).to_string()}})
    });
    let begun = tokio::time::Instant::now();
    let mut log = client(&network).entities_changelog(LogPosition::start());
    log.next().await.unwrap().unwrap();
    let took = begun.elapsed().as_secs();
    assert!((39..=41).contains(&took), "{took}");
}

/// So many entries of one time, in pages of `limit`; without a cursor from the first of them on.
fn of_one_time(all: usize) -> Scripted {
    with_tokens(move |sent| {
        let number = |name: &str| {
            let digits = sent.url.split(name).nth(1)?.split('&').next()?;
            digits.parse::<usize>().ok()
        };
        let from = number("cursor=").unwrap_or(0);
        let to = (from + number("limit=").unwrap()).min(all);
        let data: Vec<_> = (from..to)
            .map(|at| json!({"entryId": format!("e{at}"), "createdOn": "2026-03-10T12:00:00Z"}))
            .collect();
        let next = if to < all {
            to.to_string()
        } else {
            String::new()
        };
        (
            200,
            json!({"data": data, "pagination": {"cursor": next}}).to_string(),
        )
    })
}

#[tokio::test(start_paused = true)]
async fn a_bulk_change_is_read_on_by_time_without_repeating_it() {
    let network = of_one_time(500);
    let tradevest = client(&network);
    let begun = tokio::time::Instant::now();
    let mut position = LogPosition::start();
    let mut seen = Vec::new();
    // Each page by another process that has lost the cursor.
    while let Some(page) = tradevest
        .entities_changelog(stored(&position).by_time())
        .next()
        .await
    {
        let page = page.unwrap();
        seen.extend(page.entries.into_iter().filter_map(|entry| entry.entry_id));
        position = page.position;
    }
    let expected: Vec<_> = (0..500).map(|at| format!("e{at}")).collect();
    assert_eq!(seen, expected);
    assert_eq!(
        begun.elapsed().as_secs(),
        0,
        "what is known isn't waited for"
    );
}

#[tokio::test(start_paused = true)]
async fn more_of_one_time_than_is_remembered_is_an_error_by_time_alone() {
    let network = of_one_time(12_000);
    let tradevest = client(&network);
    let limit = std::num::NonZeroU32::new(1000).unwrap();
    let all = tradevest
        .entities_changelog(LogPosition::start())
        .limit(limit);
    let (seen, position) = rest(all).await;
    assert_eq!(seen.len(), 12_000);
    let (again, _) = rest(tradevest.entities_changelog(stored(&position)).limit(limit)).await;
    assert!(again.is_empty());
    let asked = calls(&network).len();
    let mut log = tradevest.entities_changelog(position.by_time());
    let error = log.next().await.unwrap().unwrap_err();
    assert!(
        error.is_invalid_request() && error.to_string().contains("10000 entries"),
        "{error}"
    );
    assert!(log.next().await.is_none());
    assert_eq!(calls(&network).len(), asked, "nothing was sent");
}
