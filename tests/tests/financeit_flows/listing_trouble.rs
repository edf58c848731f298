//! Lists of loans that can't be read: in the middle, for good, or over and over the same.

use florin::financeit::LoansQuery;
use florin_sandbox::Fault;
use florin_sandbox::financeit::NewLoan;
use florin_tests::financeit::in_memory::{Says, provider};
use serde_json::json;

use super::listing::{ids, page};
use super::{count, merchant, misbehave, sandbox};

#[tokio::test]
async fn after_an_error_in_the_middle_the_walk_goes_on_where_it_was() {
    let sandbox = sandbox().await;
    let mut expected: Vec<i64> = (0..70)
        .map(|_| sandbox.financeit().add_loan(&NewLoan::default()))
        .collect();
    expected.reverse();
    let mut loans = merchant(&sandbox).loans(LoansQuery::default());
    let mut found = Vec::new();
    let mut errors = 0;
    for fault in [Fault::status(400), Fault::garbage(), Fault::status(403)] {
        for _ in 0..15 {
            match loans.next().await.unwrap() {
                Ok(loan) => found.push(loan.id.unwrap().into_value().unwrap()),
                Err(error) => {
                    assert!(!error.is_transient(), "{error}");
                    errors += 1;
                }
            }
        }
        misbehave(&sandbox, fault.on("list_loans"));
    }
    while let Some(next) = loans.next().await {
        match next {
            Ok(loan) => found.push(loan.id.unwrap().into_value().unwrap()),
            Err(_) => errors += 1,
        }
    }
    assert_eq!(found, expected, "nothing is lost and nothing given twice");
    assert_eq!(errors, 3);
}

#[tokio::test]
async fn failures_of_a_moment_do_not_show() {
    let sandbox = sandbox().await;
    for _ in 0..30 {
        sandbox.financeit().add_loan(&NewLoan::default());
    }
    misbehave(&sandbox, Fault::status(503).on("list_loans"));
    misbehave(&sandbox, Fault::reset().on("list_loans"));
    let found = ids(merchant(&sandbox).loans(LoansQuery::default())).await;
    assert_eq!(found.len(), 30);
    assert_eq!(count(&sandbox, "list_loans"), 4);
}

#[tokio::test]
async fn a_token_that_is_refused_between_pages_is_renewed_and_nobody_notices() {
    let sandbox = sandbox().await;
    for _ in 0..30 {
        sandbox.financeit().add_loan(&NewLoan::default());
    }
    let mut loans = merchant(&sandbox).loans(LoansQuery::default());
    for _ in 0..20 {
        loans.next().await.unwrap().unwrap();
    }
    sandbox.financeit().expire_tokens();
    assert_eq!(ids(loans).await.len(), 10);
    assert_eq!(sandbox.financeit().tokens_issued(), 2);
}

#[tokio::test]
async fn three_failures_in_a_row_end_it() {
    let sandbox = sandbox().await;
    misbehave(&sandbox, Fault::status(400).on("list_loans").always());
    let mut loans = merchant(&sandbox).loans(LoansQuery::default());
    for _ in 0..3 {
        assert!(loans.next().await.unwrap().is_err());
    }
    assert!(loans.next().await.is_none());
    assert_eq!(count(&sandbox, "list_loans"), 3);
}

#[tokio::test]
async fn a_page_that_is_no_list_is_an_error_and_not_an_end() {
    for body in [
        json!({"loans": []}),
        json!("none"),
        json!({"errors": ["no"]}),
    ] {
        let sandbox = sandbox().await;
        misbehave(&sandbox, Fault::status(200).json(&body).on("list_loans"));
        let mut loans = merchant(&sandbox).loans(LoansQuery::default());
        let error = loans.next().await.unwrap().unwrap_err();
        assert!(error.is_decode(), "{error}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_service_that_gives_one_page_for_ever_is_noticed() {
    for of_its_own_size in [false, true] {
        let provider = provider(move |asked| {
            let limit: i64 = asked.parameter("limit").unwrap().parse().unwrap();
            let size = if of_its_own_size { 20 } else { limit };
            Says::Yes((0..size).map(|id| json!({"id": id})).collect())
        });
        let client = provider.merchant().build().unwrap();
        let mut loans = client.loans(LoansQuery::default());
        for id in 0..20 {
            let loan = loans.next().await.unwrap().unwrap();
            assert_eq!(loan.id.unwrap().into_value(), Some(id));
        }
        let error = loans.next().await.unwrap().unwrap_err();
        assert!(
            error.to_string().contains("pass over the parameter page"),
            "{error}"
        );
        assert!(loans.next().await.is_none(), "and it ends");
        let asked = provider.asked("list_loans").len();
        assert!(asked <= 20, "{asked}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_service_that_counts_pages_by_a_size_of_its_own_gives_everything() {
    for (size, loans) in [(10, 35), (20, 45), (30, 100), (50, 100)] {
        let provider = provider(move |asked| {
            let page: i64 = asked.parameter("page").unwrap().parse().unwrap();
            let from = ((page - 1) * size).min(loans);
            Says::Yes(
                (from..(from + size).min(loans))
                    .map(|id| json!({"id": id}))
                    .collect(),
            )
        });
        // It pays no heed to the limit that is asked for.
        let client = provider.merchant().build().unwrap();
        let asked_for = u32::try_from(size).unwrap().min(20);
        let found = ids(client.loans(LoansQuery::default().page_size(asked_for))).await;
        assert_eq!(found, (0..loans).collect::<Vec<_>>(), "{size}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_stream_that_is_dropped_asks_for_nothing_more() {
    let list: Vec<i64> = (0..100).collect();
    let provider = provider(move |asked| page(asked, &list));
    let client = provider.merchant().build().unwrap();
    let mut loans = client.loans(LoansQuery::default());
    for _ in 0..20 {
        loans.next().await.unwrap().unwrap();
    }
    drop(loans);
    tokio::time::advance(std::time::Duration::from_secs(3600)).await;
    assert_eq!(provider.asked("list_loans").len(), 1);
}
