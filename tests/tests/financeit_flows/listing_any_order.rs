//! Lists of loans that change while they are read, in any order of events: what is promised holds.

use std::collections::HashSet;
use std::sync::{Arc, Mutex};

use florin::financeit::LoansQuery;
use florin_sandbox::financeit::{LoanState, NewLoan};
use florin_tests::financeit::in_memory::{InMemory, provider};
use proptest::prelude::*;

use super::listing::page;
use super::{merchant, sandbox};

/// What happens to the list before a request is answered.
#[derive(Clone, Debug)]
enum Change {
    /// So many new loans come in at the front.
    Arrive(usize),
    /// The loan that stands there, as a part of the list's length, leaves.
    Leave(f64),
}

/// A list that changes by one set of changes before each answer.
#[derive(Clone)]
struct Restless(Arc<Mutex<State>>);

struct State {
    list: Vec<i64>,
    changes: std::vec::IntoIter<Vec<Change>>,
    next_id: i64,
    /// In the list since the first answer.
    steady: HashSet<i64>,
    answers: usize,
}

impl Restless {
    fn new(loans: i64, changes: Vec<Vec<Change>>) -> Self {
        Self(Arc::new(Mutex::new(State {
            list: (0..loans).rev().collect(),
            changes: changes.into_iter(),
            next_id: loans,
            steady: (0..loans).collect(),
            answers: 0,
        })))
    }

    fn provider(&self) -> InMemory {
        let own = self.clone();
        provider(move |asked| {
            let mut state = own.0.lock().unwrap();
            state.answers += 1;
            if state.answers > 1 {
                state.change();
            }
            page(asked, &state.list)
        })
    }
}

impl State {
    fn change(&mut self) {
        for change in self.changes.next().unwrap_or_default() {
            match change {
                Change::Arrive(count) => {
                    for _ in 0..count {
                        self.list.insert(0, self.next_id);
                        self.next_id += 1;
                    }
                }
                Change::Leave(part) if !self.list.is_empty() => {
                    #[allow(
                        clippy::cast_possible_truncation,
                        clippy::cast_sign_loss,
                        clippy::cast_precision_loss
                    )]
                    let at = (part * self.list.len() as f64) as usize;
                    let id = self.list.remove(at.min(self.list.len() - 1));
                    self.steady.remove(&id);
                }
                Change::Leave(_) => {}
            }
        }
    }
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        (1usize..30).prop_map(Change::Arrive),
        (0.0..1.0f64).prop_map(Change::Leave),
        (0.0..1.0f64).prop_map(Change::Leave),
    ]
}

fn changes() -> impl Strategy<Value = Vec<Vec<Change>>> {
    prop::collection::vec(prop::collection::vec(change(), 0..6), 0..25)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_there_from_first_to_last_is_given_once(
        loans in 0i64..200,
        size in 10u32..60,
        changes in changes(),
    ) {
        let restless = Restless::new(loans, changes);
        let provider = restless.provider();
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .start_paused(true)
            .build()
            .unwrap();
        let given: Vec<i64> = runtime.block_on(async {
            let client = provider.merchant().build().unwrap();
            let mut stream = client.loans(LoansQuery::default().page_size(size));
            let mut given = Vec::new();
            while let Some(loan) = stream.next().await {
                given.push(loan.unwrap().id.unwrap().into_value().unwrap());
            }
            given
        });
        let unique: HashSet<i64> = given.iter().copied().collect();
        prop_assert_eq!(unique.len(), given.len(), "given twice");
        let state = restless.0.lock().unwrap();
        let missing: Vec<_> = state.steady.difference(&unique).collect();
        prop_assert!(missing.is_empty(), "passed over: {:?}", missing);
        prop_assert!(unique.iter().all(|id| (0..state.next_id).contains(id)));
    }
}

#[tokio::test]
async fn a_loan_that_leaves_the_list_does_not_hide_the_one_behind_it() {
    let sandbox = sandbox().await;
    let mut all: Vec<i64> = (0..60)
        .map(|_| sandbox.financeit().add_loan(&NewLoan::default()))
        .collect();
    all.reverse();
    let mut loans = merchant(&sandbox).loans(LoansQuery::default());
    let mut found = Vec::new();
    for at in 0..60 {
        // Each loan is declined as soon as it has been seen, so that all behind it move up.
        let Some(loan) = loans.next().await else {
            break;
        };
        let id = loan.unwrap().id.unwrap().into_value().unwrap();
        found.push(id);
        if at % 3 == 0 {
            sandbox.financeit().move_loan(id, LoanState::Declined);
        }
    }
    assert!(loans.next().await.is_none());
    assert_eq!(found, all);
}

#[tokio::test]
async fn loans_that_come_in_meanwhile_repeat_none_of_those_that_were_there() {
    let sandbox = sandbox().await;
    let there: HashSet<i64> = (0..60)
        .map(|_| sandbox.financeit().add_loan(&NewLoan::default()))
        .collect();
    let mut loans = merchant(&sandbox).loans(LoansQuery::default());
    let mut found = Vec::new();
    while let Some(loan) = loans.next().await {
        found.push(loan.unwrap().id.unwrap().into_value().unwrap());
        if found.len() % 7 == 0 && found.len() < 60 {
            sandbox.financeit().add_loan(&NewLoan::default());
        }
    }
    let unique: HashSet<i64> = found.iter().copied().collect();
    assert_eq!(unique.len(), found.len());
    assert!(there.is_subset(&unique));
}
