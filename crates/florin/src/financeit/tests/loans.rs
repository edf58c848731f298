//! The stream of loans.

use florin_core::RetryPolicy;
use serde_json::json;

use super::super::types::LoanStateFilter;
use super::super::*;
use super::*;

fn client(network: &Scripted) -> Client {
    builder(network)
        .authorized(StaticToken::new("t0ken"))
        .account(Account::Broker)
        .retry(RetryPolicy::never())
        .build()
        .unwrap()
}

/// A list of `count` loans, in pages as asked for. Identifiers come as numbers and as text.
fn listing(count: u64) -> Scripted {
    Scripted::answering(move |sent| {
        let number = |name| parameter(sent, name).unwrap().parse::<u64>().unwrap();
        let (limit, from) = (number("limit"), (number("page") - 1) * number("limit"));
        let loan = |id: u64| {
            let id = if id.is_multiple_of(2) {
                json!(id)
            } else {
                json!(id.to_string())
            };
            json!({"id": id, "state": "Car", "rate": "12.99"})
        };
        let page: Vec<_> = (from..(from + limit).min(count).max(from))
            .map(loan)
            .collect();
        (200, json!(page).to_string())
    })
}

async fn ids(mut loans: Loans) -> Vec<i64> {
    let mut ids = Vec::new();
    while let Some(loan) = loans.next().await {
        ids.push(loan.unwrap().id.unwrap().into_value().unwrap());
    }
    ids
}

#[tokio::test(start_paused = true)]
async fn loans_are_given_over_all_pages_and_then_no_more() {
    for count in [0, 1, 20, 45] {
        let network = listing(count);
        let found = ids(client(&network).loans(LoansQuery::default())).await;
        assert_eq!(found, (0..count as i64).collect::<Vec<_>>());
    }
}

#[tokio::test(start_paused = true)]
async fn a_query_is_sent_with_each_page_and_says_nothing_that_nobody_said() {
    let network = listing(30);
    let query = LoansQuery::default()
        .state(LoanStateFilter::DisbursedOrClosed)
        .partner(632)
        .start("2026-01-31".parse().unwrap());
    assert_eq!(ids(client(&network).loans(query)).await.len(), 30);
    let queries: Vec<String> = network
        .sent()
        .iter()
        .map(|sent| sent.url.split_once('?').unwrap().1.to_owned())
        .collect();
    let rest = "partner=632&start=2026-01-31&state=disbursed_or_closed";
    assert_eq!(
        queries,
        [
            format!("limit=20&page=1&{rest}"),
            format!("limit=19&page=2&{rest}")
        ]
    );
    let network = listing(1);
    ids(client(&network).loans(LoansQuery::default())).await;
    assert!(network.sent()[0].url.ends_with("/loans?limit=20&page=1"));
}

#[tokio::test(start_paused = true)]
async fn pages_hold_what_none_before_them_did() {
    let network = listing(45);
    let mut pages = client(&network).loans(LoansQuery::default()).pages();
    let mut sizes = Vec::new();
    while let Some(page) = pages.next().await {
        sizes.push(page.unwrap().len());
    }
    assert_eq!(sizes.iter().sum::<usize>(), 45);
    assert_eq!(sizes[0], 20);
    assert!(pages.next().await.is_none(), "and it stays at its end");
}

#[tokio::test(start_paused = true)]
async fn after_an_error_the_same_page_is_asked_for_again() {
    let network = listing(30);
    let mut loans = client(&network).loans(LoansQuery::default());
    for _ in 0..20 {
        loans.next().await.unwrap().unwrap();
    }
    network.answer(503, "").answer(503, "");
    for _ in 0..2 {
        let error = loans.next().await.unwrap().unwrap_err();
        assert!(error.is_transient());
    }
    assert_eq!(ids(loans).await, (20..30).collect::<Vec<_>>());
    let pages: Vec<_> = network
        .sent()
        .iter()
        .map(|sent| parameter(sent, "page"))
        .collect();
    assert_eq!(
        pages,
        ["1", "2", "2", "2"].map(|page| Some(page.to_owned()))
    );
}

#[tokio::test(start_paused = true)]
async fn three_failures_in_a_row_end_it() {
    let network = listing(30);
    network.answer(503, "").answer(503, "").answer(503, "");
    let mut loans = client(&network).loans(LoansQuery::default());
    for _ in 0..3 {
        assert!(loans.next().await.unwrap().is_err());
    }
    assert!(loans.next().await.is_none());
    assert_eq!(network.sent().len(), 3);
}

#[tokio::test(start_paused = true)]
async fn a_service_that_gives_one_page_for_ever_is_told_in_an_error() {
    let network = Scripted::answering(|_| {
        let page: Vec<_> = (0..20).map(|id| json!({"id": id})).collect();
        (200, json!(page).to_string())
    });
    let mut loans = client(&network).loans(LoansQuery::default());
    for _ in 0..20 {
        loans.next().await.unwrap().unwrap();
    }
    let error = loans.next().await.unwrap().unwrap_err();
    assert!(
        error.is_decode() && error.to_string().contains("parameter page"),
        "{error}"
    );
    assert!(loans.next().await.is_none());
}

#[tokio::test(start_paused = true)]
async fn loans_without_an_identifier_are_told_apart_by_what_they_hold() {
    let network = Scripted::default();
    network.answer(
        200,
        r#"[{"description":"a"},{"description":"b"},{"description":"a"}]"#,
    );
    network.answer(200, r#"[{"description":"a"}]"#);
    let mut loans = client(&network).loans(LoansQuery::default());
    let mut count = 0;
    while let Some(loan) = loans.next().await {
        loan.unwrap();
        count += 1;
    }
    assert_eq!(count, 2);
}
