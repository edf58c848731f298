//! The stream of loans and the poller on one, against a scripted network.

use std::time::Duration;

use chrono::{DateTime, Utc};
use florin_core::{Effect, Seam, StaticToken};
use florin_financeit::types::LoanStateFilter;
use oauth2::url::Url;
use serde_json::json;

use super::*;
use crate::oauth::scripted::{Scripted, Sent};
use crate::poll::Progress;

fn now() -> DateTime<Utc> {
    "2026-03-10T12:00:00Z".parse().unwrap()
}

fn client(network: &Scripted) -> Client {
    Client::builder()
        .environment(Environment::Training)
        .authorized(StaticToken::new("t0ken"))
        .account(Account::Broker)
        .retry(florin_core::RetryPolicy::never())
        .seam(Seam::simulated(now(), 1))
        .transport(network.transport())
        .build()
        .unwrap()
}

fn parameter(sent: &Sent, name: &str) -> Option<String> {
    let url = Url::parse(&sent.url).unwrap();
    url.query_pairs()
        .find(|(known, _)| known == name)
        .map(|(_, value)| value.into_owned())
}

/// A list of `count` loans, in pages as asked for. Identifiers come as numbers and as text.
fn listing(count: u64) -> Scripted {
    Scripted::answering(move |sent| {
        let number = |name| parameter(sent, name).unwrap().parse::<u64>().unwrap();
        let (limit, from) = (number("limit"), (number("page") - 1) * number("limit"));
        let loan = |id: u64| {
            let id = if id % 2 == 0 {
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
    let mut loans = client(&network).loans(LoansQuery::default());
    let mut count = 0;
    while let Some(loan) = loans.next().await {
        loan.unwrap();
        count += 1;
    }
    assert_eq!(count, 2);
}

/// A loan that answers these bodies in turn, the last one for ever, and is in the list of `listed`, if any.
fn loan(bodies: &[serde_json::Value], listed: Option<&'static str>) -> Scripted {
    let bodies: Vec<String> = bodies.iter().map(ToString::to_string).collect();
    let reading = std::sync::atomic::AtomicUsize::new(0);
    Scripted::answering(move |sent| {
        if sent.operation == "get_loan" {
            let at = reading.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
            return (200, bodies[at.min(bodies.len() - 1)].clone());
        }
        match parameter(sent, "state") {
            state if state.as_deref() == listed => (200, r#"[{"id":5},{"id":"7"}]"#.to_owned()),
            _ => (200, "[]".to_owned()),
        }
    })
}

async fn word(network: &Scripted) -> &'static str {
    client(network).loan(7).poller().await.unwrap().word()
}

fn lists(network: &Scripted) -> Vec<String> {
    let sent = network.sent();
    sent.iter()
        .filter(|sent| sent.operation == "list_loans")
        .filter_map(|sent| parameter(sent, "state"))
        .collect()
}

#[tokio::test(start_paused = true)]
async fn a_funded_loan_is_done_whatever_its_state_says() {
    for funded in [json!(true), json!("true")] {
        let network = loan(
            &[json!({"id": 7, "funded": funded, "state": "declined", "expiry_date": "2025-10-5"})],
            None,
        );
        assert_eq!(word(&network).await, "funded");
        assert!(lists(&network).is_empty());
    }
}

#[tokio::test(start_paused = true)]
async fn words_of_the_documentation_are_taken_in_any_spelling() {
    for (state, expected) in [
        ("declined", "declined"),
        (" Declined ", "declined"),
        ("ABORTED", "aborted"),
        ("Expired", "expired"),
    ] {
        let network = loan(&[json!({"id": 7, "funded": false, "state": state})], None);
        assert_eq!(word(&network).await, expected);
        assert!(lists(&network).is_empty(), "{state}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_loan_goes_on_until_something_becomes_of_it() {
    let network = loan(
        &[
            json!({"id": 7, "state": "pending", "funded": false}),
            json!({"id": 7, "state": "Ready for funding", "funded": false}),
            json!({"id": 7, "state": "Ready for funding", "funded": true}),
        ],
        None,
    );
    let mut poller = client(&network).loan(7).poller();
    let began = tokio::time::Instant::now();
    assert!(matches!(
        poller.next().await,
        Some(Ok(Progress::Pending(_)))
    ));
    assert!(
        began.elapsed().is_zero(),
        "the first reading is made at once"
    );
    assert!(matches!(
        poller.next().await,
        Some(Ok(Progress::Pending(_)))
    ));
    assert!(
        began.elapsed() > Duration::from_secs(20),
        "and then there is no hurry"
    );
    assert!(matches!(
        poller.next().await,
        Some(Ok(Progress::Done(Outcome::Funded(_))))
    ));
    assert!(lists(&network).is_empty());
}

#[tokio::test(start_paused = true)]
async fn a_state_in_other_words_is_looked_up_in_the_lists_one_at_a_time() {
    for (listed, expected, readings) in [("declined", "declined", 1), ("aborted", "aborted", 2)] {
        let network = loan(
            &[json!({"id": 7, "state": "Car", "funded": false, "partner_id": "632"})],
            Some(listed),
        );
        assert_eq!(word(&network).await, expected);
        assert_eq!(lists(&network).len(), readings);
        let sent = network.sent();
        let list = sent
            .iter()
            .find(|sent| sent.operation == "list_loans")
            .unwrap();
        assert_eq!(parameter(list, "partner").as_deref(), Some("632"));
    }
}

#[tokio::test(start_paused = true)]
async fn further_pages_of_a_list_are_looked_at_in_later_readings() {
    let network = Scripted::answering(|sent| {
        if sent.operation == "get_loan" {
            return (200, r#"{"id":7,"state":null}"#.to_owned());
        }
        let number = |name| parameter(sent, name).unwrap().parse::<u64>().unwrap();
        let page = match (parameter(sent, "state").as_deref(), number("page")) {
            (Some("declined"), page @ 1..=2) => (page * 1000..page * 1000 + 100).collect(),
            (Some("declined"), 3) => vec![7],
            _ => vec![],
        };
        let page: Vec<_> = page.into_iter().map(|id| json!({"id": id})).collect();
        (200, json!(page).to_string())
    });
    assert_eq!(word(&network).await, "declined");
    assert_eq!(
        lists(&network),
        ["declined", "aborted", "declined", "aborted", "declined"]
    );
}

#[tokio::test(start_paused = true)]
async fn a_loan_expires_a_day_after_its_date_unless_it_is_about_to_be_paid() {
    let with = |state: &str, expiry: &str| json!({"id": 7, "state": state, "expiry_date": expiry});
    // It is the tenth. The eighth is over in every time zone, the ninth may not be.
    assert_eq!(
        word(&loan(&[with("pending", "2026-03-8")], None)).await,
        "expired"
    );
    assert_eq!(
        word(&loan(&[with("Car", "2026-03-08")], None)).await,
        "expired"
    );
    let still_going = [
        with("pending", "2026-03-09"),
        json!({"id": 7, "funded": true}),
    ];
    assert_eq!(word(&loan(&still_going, None)).await, "funded");
    let ready = [
        with("ready_for_funding", "2025-01-01"),
        json!({"id": 7, "funded": true}),
    ];
    assert_eq!(word(&loan(&ready, None)).await, "funded");
    // A loan that went otherwise long ago is not taken for expired before the lists are known.
    let old = [with("Car", "2025-10-5")];
    assert_eq!(word(&loan(&old, Some("aborted"))).await, "aborted");
}

#[tokio::test(start_paused = true)]
async fn a_decline_can_be_waited_out() {
    for state in ["declined", "Car"] {
        let network = loan(
            &[
                json!({"id": 7, "state": state, "funded": false}),
                json!({"id": 7, "state": "pending", "funded": false}),
                json!({"id": 7, "funded": true}),
            ],
            Some("declined"),
        );
        let loan = client(&network).loan(7).past_declines();
        assert_eq!(loan.poller().await.unwrap().word(), "funded");
        assert!(!lists(&network).contains(&"declined".to_owned()));
    }
}

#[tokio::test(start_paused = true)]
async fn without_lists_only_the_loan_is_asked_for() {
    let network = loan(
        &[
            json!({"id": 7, "state": "Car", "funded": false}),
            json!({"id": 7, "state": "Car", "funded": false, "expiry_date": "2026-03-01"}),
        ],
        Some("declined"),
    );
    let loan = client(&network).loan(7).without_lists();
    assert_eq!(loan.poller().await.unwrap().word(), "expired");
    assert!(lists(&network).is_empty());
}

#[tokio::test(start_paused = true)]
async fn lists_that_cannot_be_had_are_done_without() {
    let network = Scripted::answering(|sent| match sent.operation.as_str() {
        "get_loan" => (
            200,
            r#"{"id":7,"state":"Car","expiry_date":"2026-03-01"}"#.to_owned(),
        ),
        _ => (404, "<html>".to_owned()),
    });
    assert_eq!(word(&network).await, "expired");
    assert_eq!(lists(&network).len(), 1);
}

#[tokio::test(start_paused = true)]
async fn waiting_ends_with_a_deadline_and_nothing_in_doubt() {
    let network = loan(&[json!({"id": 7, "state": "pending"})], None);
    let poller = client(&network).loan(7).poller();
    let error = poller
        .deadline(Duration::from_secs(3600))
        .await
        .unwrap_err();
    assert!(
        error.is_timeout() && error.effect() == Effect::Answered,
        "{error}"
    );
    assert!(network.sent().len() < 20, "{}", network.sent().len());
}
