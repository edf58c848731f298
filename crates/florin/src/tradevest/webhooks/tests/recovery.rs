//! What couldn't be delivered comes all the same.

use florin_core::chrono::{DateTime, Utc};
use serde_json::json;

use super::super::{EventType, Payload, Undelivered};
use super::{calls, client, customer, take, webhooks};

fn since() -> DateTime<Utc> {
    "2026-03-01T00:00:00+01:00".parse().unwrap()
}

async fn all(mut undelivered: Undelivered) -> Vec<super::super::UndeliveredEntry> {
    let mut entries = Vec::new();
    while let Some(page) = undelivered.next_page().await.unwrap() {
        entries.extend(page);
    }
    entries
}

#[tokio::test]
async fn pages_are_read_to_the_end_and_fed_to_those_who_wait() {
    let (client, network) = client(|sent| {
        let payload = |id: &str| {
            let text = customer(id, "ACTIVE");
            json!({"eventType": "CUSTOMER_NOTIFICATION", "payload": text})
        };
        let page = if sent.url.contains("cursor=next") {
            json!({"data": [payload("c2"), {"odd": true}], "pagination": {"cursor": "", "limit": 20}})
        } else {
            json!({"data": [payload("c1")], "pagination": {"cursor": "next", "limit": 20}})
        };
        (200, page.to_string())
    });
    let webhooks = webhooks();
    take(&webhooks, EventType::Customer, &customer("c1", "ACTIVE"));
    let mut watcher = webhooks.arrivals().watch(EventType::Customer, "c2");
    let entries = all(client.undelivered_webhooks(since())).await;
    let recovered: Vec<_> = entries
        .iter()
        .map(|entry| webhooks.recover(entry))
        .collect();
    assert!(
        recovered[0].as_ref().unwrap().is_repeat(),
        "it was delivered after all"
    );
    assert!(!recovered[1].as_ref().unwrap().is_repeat());
    assert!(recovered[2].is_none());
    assert_eq!(entries[2].json(), json!({"odd": true}));
    assert_eq!(watcher.try_next().unwrap().object_id(), Some("c2"));
    let calls = calls(&network);
    assert_eq!(calls.len(), 2);
    assert!(calls[0].url.contains("limit=20"), "{}", calls[0].url);
    assert!(
        calls[0]
            .url
            .contains("startDate=2026-02-28T23%3A00%3A00.000Z"),
        "{}",
        calls[0].url
    );
}

#[tokio::test]
async fn a_failed_page_comes_next_and_a_cursor_that_stands_still_is_no_end() {
    let asked = std::sync::atomic::AtomicU32::new(0);
    let (client, network) = client(move |_| {
        let turn = asked.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
        let page = json!({"data": [{}], "pagination": {"cursor": "same"}});
        (if turn == 1 { 500 } else { 200 }, page.to_string())
    });
    let mut undelivered = client
        .undelivered_webhooks(since())
        .until("2026-03-02T00:00:00Z".parse().unwrap());
    assert_eq!(undelivered.next_page().await.unwrap().unwrap().len(), 1);
    assert!(undelivered.next_page().await.is_err());
    assert_eq!(undelivered.next_page().await.unwrap().unwrap().len(), 1);
    for _ in 0..2 {
        let error = undelivered.next_page().await.unwrap_err();
        assert!(error.to_string().contains("leads back"), "{error}");
    }
    let calls = calls(&network);
    assert_eq!(calls.len(), 3);
    assert_eq!(calls[1].url, calls[2].url);
    assert!(
        calls[0]
            .url
            .contains("endDate=2026-03-02T00%3A00%3A00.000Z")
    );
}

#[tokio::test]
async fn pages_that_go_round_are_an_error_and_no_end() {
    let (client, network) = client(|sent| {
        let next = if sent.url.contains("cursor=a") {
            "b"
        } else {
            "a"
        };
        let page = json!({"data": [{}], "pagination": {"cursor": next}});
        (200, page.to_string())
    });
    let mut undelivered = client.undelivered_webhooks(since());
    for _ in 0..3 {
        assert_eq!(undelivered.next_page().await.unwrap().unwrap().len(), 1);
    }
    assert!(undelivered.next_page().await.unwrap_err().is_decode());
    assert_eq!(calls(&network).len(), 3);
}

#[tokio::test]
async fn amounts_come_as_they_were_sent() {
    let payload = r#"{"eventId": "e", "accounts": [{"grossAmount": 1234567890.123456789012}]}"#;
    let quoted = serde_json::to_string(payload).unwrap();
    let flat = payload.replacen('{', r#"{"eventType": "CORPORATE_ACTION_NOTIFICATION", "#, 1);
    for entry in [
        format!(r#"{{"eventType": "CORPORATE_ACTION_NOTIFICATION", "payload": {payload}}}"#),
        format!(r#"{{"eventType": "CORPORATE_ACTION_NOTIFICATION", "payload": {quoted}}}"#),
        flat,
    ] {
        let page = format!(r#"{{"data": [{entry}], "pagination": {{}}}}"#);
        let (client, _) = client(move |_| (200, page.clone()));
        let entries = all(client.undelivered_webhooks(since())).await;
        assert_eq!(entries[0].raw(), entry);
        let notification = webhooks().recover(&entries[0]).unwrap();
        let Payload::CorporateAction(action) = notification.payload() else {
            panic!("{notification:?}");
        };
        let amount = action.accounts[0].gross_amount.unwrap();
        assert_eq!(amount.to_string(), "1234567890.123456789012");
    }
}

#[tokio::test]
async fn a_bare_list_is_one_page() {
    let (client, network) = client(|_| (200, r#"[{"a": 1}, {"a": 2}]"#.to_owned()));
    assert_eq!(all(client.undelivered_webhooks(since())).await.len(), 2);
    assert_eq!(calls(&network).len(), 1);
}
