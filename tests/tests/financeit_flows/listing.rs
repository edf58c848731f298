//! Lists of loans: everything, once, newest first, and an end where there is one.

use florin::financeit::types::LoanStateFilter;
use florin::financeit::{Loans, LoansQuery};
use florin_sandbox::Sandbox;
use florin_sandbox::financeit::{LoanState, NewLoan, Options};
use florin_tests::financeit::in_memory::{Asked, InMemory, Says, provider};
use serde_json::json;

use super::{authorized, count, merchant, sandbox, sandbox_with};

/// So many loans of the merchant; their identifiers, newest first.
fn with_loans(sandbox: &Sandbox, loans: usize) -> Vec<i64> {
    let mut ids: Vec<i64> = (0..loans)
        .map(|_| sandbox.financeit().add_loan(&NewLoan::default()))
        .collect();
    ids.reverse();
    ids
}

pub(crate) async fn ids(mut loans: Loans) -> Vec<i64> {
    let mut ids = Vec::new();
    while let Some(loan) = loans.next().await {
        ids.push(loan.unwrap().id.unwrap().into_value().unwrap());
    }
    ids
}

/// A page of a list in memory as documented.
pub(crate) fn page(asked: &Asked, list: &[i64]) -> Says {
    let number = |name: &str| asked.parameter(name).unwrap().parse::<usize>().unwrap();
    let (limit, page) = (number("limit"), number("page"));
    let loans = list.iter().skip((page - 1) * limit).take(limit);
    Says::Yes(loans.map(|id| json!({"id": id})).collect())
}

/// A service with so many loans, which keeps to what is documented.
fn documented(loans: i64) -> InMemory {
    let list: Vec<i64> = (0..loans).collect();
    provider(move |asked| page(asked, &list))
}

#[tokio::test]
async fn short_empty_and_exactly_full_pages_end_the_list_rightly() {
    for (loans, requests) in [
        (0, 1),
        // A short one may be all that the service gives at once.
        (1, 2),
        (19, 2),
        // An exactly full page may have another one behind it.
        (20, 2),
        (21, 2),
        (38, 3),
        (39, 3),
        (40, 3),
    ] {
        let sandbox = sandbox().await;
        let expected = with_loans(&sandbox, loans);
        let found = ids(merchant(&sandbox).loans(LoansQuery::default())).await;
        assert_eq!(found, expected, "{loans}");
        assert_eq!(count(&sandbox, "list_loans"), requests, "{loans}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_service_that_gives_fewer_at_once_than_asked_for_gives_everything() {
    for cap in [1, 7, 10, 15, 19] {
        let list: Vec<i64> = (0..240).collect();
        let provider = provider(move |asked| {
            let number = |name| asked.parameter(name).unwrap().parse::<usize>().unwrap();
            let limit = number("limit").min(cap);
            let page = list.iter().skip((number("page") - 1) * limit).take(limit);
            Says::Yes(page.map(|id| json!({"id": id})).collect())
        });
        let client = provider.merchant().build().unwrap();
        let found = ids(client.loans(LoansQuery::default())).await;
        assert_eq!(found, (0..240).collect::<Vec<_>>(), "{cap}");
    }
}

#[tokio::test(start_paused = true)]
async fn any_number_of_loans_in_pages_of_any_size_is_given_once_and_in_order() {
    for size in [1, 2, 9, 10, 20, 33, 100] {
        for loans in (0..=61).chain([99, 100, 101, 200]) {
            let client = documented(loans).merchant().build().unwrap();
            let found = ids(client.loans(LoansQuery::default().page_size(size))).await;
            assert_eq!(
                found,
                (0..loans).collect::<Vec<_>>(),
                "{loans} in pages of {size}"
            );
        }
    }
}

#[tokio::test]
async fn a_stream_that_has_ended_stays_so() {
    let sandbox = sandbox().await;
    with_loans(&sandbox, 20);
    let mut loans = merchant(&sandbox).loans(LoansQuery::default());
    while loans.next().await.is_some() {}
    let asked = count(&sandbox, "list_loans");
    for _ in 0..3 {
        assert!(loans.next().await.is_none());
    }
    assert_eq!(count(&sandbox, "list_loans"), asked);
}

#[tokio::test]
async fn nothing_is_sent_before_somebody_asks_and_no_page_too_early() {
    let sandbox = sandbox().await;
    with_loans(&sandbox, 60);
    let mut loans = merchant(&sandbox).loans(LoansQuery::default());
    assert!(sandbox.financeit().received().is_empty());
    for _ in 0..20 {
        loans.next().await.unwrap().unwrap();
    }
    assert_eq!(count(&sandbox, "list_loans"), 1);
    loans.next().await.unwrap().unwrap();
    assert_eq!(count(&sandbox, "list_loans"), 2);
}

#[tokio::test]
async fn what_is_not_said_is_not_sent() {
    let sandbox = sandbox().await;
    ids(merchant(&sandbox).loans(LoansQuery::default())).await;
    let request = &sandbox.financeit().received_by("list_loans")[0];
    assert_eq!(request.path, "/en/api/v3/loans");
    assert_eq!(request.query.as_deref(), Some("limit=20&page=1"));
}

#[tokio::test]
async fn what_is_said_is_sent_with_each_page() {
    let sandbox = sandbox().await;
    let client = authorized(&sandbox).await;
    let partners = sandbox.financeit().broker_partners();
    let today = sandbox.clock().now().date_naive();
    let mut expected = Vec::new();
    for (partner_id, state) in [
        (partners[0], LoanState::Disbursed),
        (partners[1], LoanState::Disbursed),
        (partners[0], LoanState::Pending),
    ] {
        for _ in 0..25 {
            let loan = NewLoan {
                partner_id,
                state,
                ..NewLoan::default()
            };
            let id = sandbox.financeit().add_loan(&loan);
            if (partner_id, state) == (partners[0], LoanState::Disbursed) {
                expected.insert(0, id);
            }
        }
    }
    let query = LoansQuery::default()
        .state(LoanStateFilter::DisbursedOrClosed)
        .partner(partners[0])
        .start(today)
        .end(today);
    assert_eq!(ids(client.loans(query)).await, expected);
    let rest = format!(
        "partner={}&start={today}&state=disbursed_or_closed",
        partners[0]
    );
    let queries: Vec<String> = sandbox
        .financeit()
        .received_by("list_loans")
        .into_iter()
        .filter_map(|request| request.query)
        .collect();
    assert_eq!(
        queries,
        [
            format!("end={today}&limit=20&page=1&{rest}"),
            format!("end={today}&limit=19&page=2&{rest}")
        ]
    );
}

#[tokio::test]
async fn every_group_of_states_lists_what_is_in_it() {
    let sandbox = sandbox().await;
    let client = merchant(&sandbox);
    let all = [
        LoanState::Pending,
        LoanState::ReadyForFunding,
        LoanState::Disbursed,
        LoanState::Closed,
        LoanState::Declined,
        LoanState::Aborted,
        LoanState::Expired,
    ];
    let id = |state| {
        sandbox.financeit().add_loan(&NewLoan {
            state,
            ..NewLoan::default()
        })
    };
    let ids_by_state = all.map(id);
    for (filter, expected) in [
        (LoanStateFilter::All, vec![6, 5, 4, 3, 2, 1, 0]),
        (LoanStateFilter::Active, vec![1, 0]),
        (LoanStateFilter::Pending, vec![0]),
        (LoanStateFilter::ReadyForFunding, vec![1]),
        (LoanStateFilter::DisbursedOrClosed, vec![3, 2]),
        (LoanStateFilter::PendingOrDisbursed, vec![3, 2, 0]),
        (LoanStateFilter::Declined, vec![4]),
        (LoanStateFilter::Aborted, vec![5]),
    ] {
        let expected: Vec<i64> = expected
            .into_iter()
            .map(|at: usize| ids_by_state[at])
            .collect();
        let found = ids(client.loans(LoansQuery::default().state(filter))).await;
        assert_eq!(found, expected, "{filter:?}");
    }
    // Saying nothing is saying `active`.
    assert_eq!(ids(client.loans(LoansQuery::default())).await.len(), 2);
}

#[tokio::test]
async fn pages_may_be_had_whole() {
    let sandbox = sandbox().await;
    let expected = with_loans(&sandbox, 45);
    let mut pages = merchant(&sandbox).loans(LoansQuery::default()).pages();
    let mut found = Vec::new();
    let mut sizes = Vec::new();
    while let Some(page) = pages.next().await {
        let page = page.unwrap();
        sizes.push(page.len());
        found.extend(
            page.into_iter()
                .map(|loan| loan.id.unwrap().into_value().unwrap()),
        );
    }
    assert_eq!(found, expected);
    assert_eq!(sizes[0], 20);
    assert_eq!(sizes.len(), count(&sandbox, "list_loans"));
}

#[tokio::test]
async fn a_service_that_gives_no_more_than_it_likes_does_not_end_the_list_early() {
    for largest in [20, 25, 50] {
        let sandbox = sandbox_with(Options {
            largest_page: Some(largest),
            ..Options::default()
        })
        .await;
        for loans in [0, largest - 1, largest, largest + 1, 3 * largest, 130] {
            let known = sandbox.financeit().loans().len();
            with_loans(&sandbox, loans.saturating_sub(known));
            let mut expected: Vec<i64> = sandbox
                .financeit()
                .loans()
                .iter()
                .map(|loan| loan.id)
                .collect();
            expected.reverse();
            let query = LoansQuery::default().page_size(100);
            let found = ids(merchant(&sandbox).loans(query)).await;
            assert_eq!(found, expected, "no more than {largest} of {loans}");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn identifiers_may_be_numbers_or_text_or_missing() {
    let provider = provider(|_| {
        Says::Yes(json!([
            {"id": 1, "description": "a"}, {"id": "2"}, {"description": "b"}, {"id": "1", "description": "a"},
            {"description": "c"}, {"description": "b"}
        ]))
    });
    let client = provider.merchant().build().unwrap();
    let mut loans = client.loans(LoansQuery::default());
    let mut found = Vec::new();
    while let Some(loan) = loans.next().await {
        let loan = loan.unwrap();
        let id = loan.id.as_ref().map(|id| id.text().to_owned());
        found.push(
            id.or_else(|| Some(loan.description?.text().to_owned()))
                .unwrap(),
        );
    }
    assert_eq!(found, ["1", "2", "b", "c"]);
}
