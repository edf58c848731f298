//! Lists: which pages are asked for, and when they end.

use std::num::NonZeroU32;

use super::*;
use crate::tradevest::{operations, types};

/// Pages 1, 2, 3 …, each with one customer; the one after `last` isn't named.
fn pages(last: usize) -> Scripted {
    with_tokens(move |sent| {
        let at = sent.url.split("cursor=").nth(1).map_or(1, |rest| {
            let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
            digits.parse::<usize>().unwrap()
        });
        let cursor = if at < last {
            (at + 1).to_string()
        } else {
            String::new()
        };
        let page = json!({"data": [{"customerId": format!("c-{at}")}], "pagination": {"cursor": cursor, "limit": 20}});
        (200, page.to_string())
    })
}

fn ids(customers: &[types::Customer]) -> Vec<String> {
    let ids = customers
        .iter()
        .map(|customer| serde_json::to_value(customer).unwrap());
    ids.map(|customer| customer["customerId"].as_str().unwrap().to_owned())
        .collect()
}

#[tokio::test(start_paused = true)]
async fn a_list_is_read_by_its_cursors_and_the_limit_is_always_sent() {
    let network = pages(3);
    let customers = client(&network)
        .customers()
        .query("customerStatus", "ACTIVE")
        .query("labels", ["a", "b"])
        .query("entityId", None::<String>)
        .all()
        .await
        .unwrap();
    assert_eq!(ids(&customers), ["c-1", "c-2", "c-3"]);
    let queries: Vec<_> = calls(&network)
        .iter()
        .map(|sent| sent.url.split_once('?').unwrap().1.to_owned())
        .collect();
    let filters = "customerStatus=ACTIVE&labels=a&labels=b";
    assert_eq!(
        queries,
        [
            format!("{filters}&limit=20"),
            format!("{filters}&cursor=2&limit=20"),
            format!("{filters}&cursor=3&limit=20")
        ]
    );
}

#[tokio::test(start_paused = true)]
async fn one_page_is_had_by_its_cursor() {
    let network = pages(3);
    let list = client(&network)
        .customers()
        .limit(NonZeroU32::new(7).unwrap());
    let page = list.page(Some("2".to_owned())).await.unwrap();
    assert_eq!(
        (ids(&page.items), page.next.as_deref()),
        (vec!["c-2".to_owned()], Some("3"))
    );
    let page = list.page(page.next).await.unwrap();
    assert_eq!(page.next, None);
    assert!(calls(&network)[0].url.ends_with("cursor=2&limit=7"));
}

#[tokio::test(start_paused = true)]
async fn items_come_one_by_one_and_no_page_is_asked_for_too_early() {
    let network = pages(2);
    let mut items = client(&network).customers().items();
    assert!(network.sent().is_empty());
    items.next().await.unwrap().unwrap();
    assert_eq!(calls(&network).len(), 1);
    items.next().await.unwrap().unwrap();
    assert!(items.next().await.is_none());
    assert_eq!(calls(&network).len(), 2);
}

#[tokio::test(start_paused = true)]
async fn a_list_that_goes_round_is_an_error_and_ends() {
    let network = in_turn(&[(200, r#"{"data": [], "pagination": {"cursor": "a"}}"#)]);
    let mut pages = client(&network).customers().pages();
    pages.next().await.unwrap().unwrap();
    let error = pages.next().await.unwrap().unwrap_err();
    assert!(
        error.is_decode() && error.to_string().contains("leads back"),
        "{error}"
    );
    assert!(pages.next().await.is_none());
}

#[tokio::test(start_paused = true)]
async fn a_page_that_failed_is_asked_for_again_and_three_failures_end_it() {
    let network = in_turn(&[
        (400, "{}"),
        (200, r#"{"data": [], "pagination": {"cursor": "a"}}"#),
        (400, "{}"),
        (400, "{}"),
        (400, "{}"),
    ]);
    let mut pages = client(&network).customers().pages();
    assert!(pages.next().await.unwrap().is_err());
    assert!(pages.next().await.unwrap().is_ok());
    for _ in 0..3 {
        assert!(pages.next().await.unwrap().is_err());
    }
    assert!(pages.next().await.is_none());
    assert_eq!(calls(&network).len(), 5);
}

#[tokio::test(start_paused = true)]
async fn cursor_and_limit_are_no_filters() {
    let network = pages(1);
    for name in ["cursor", "limit"] {
        let list = client(&network)
            .listing::<types::Customers>(&operations::GET_ROLE_CUSTOMERS)
            .query(name, 7);
        assert!(list.page(None).await.unwrap_err().is_invalid_request());
        assert!(list.all().await.unwrap_err().is_invalid_request());
    }
    assert!(network.sent().is_empty());
}
