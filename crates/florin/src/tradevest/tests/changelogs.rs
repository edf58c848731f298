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
