//! A page in the middle: the first page of a list has been read, and the fault strikes the second.
//!
//! Whatever happens, nothing is given twice, and a list that ends without an error is whole.

use std::collections::BTreeSet;
use std::num::NonZeroU32;
use std::time::Duration;

use florin::financeit::LoansQuery;
use florin::monetago::{Checkpoint, Event};
use florin_sandbox::financeit::NewLoan;
use florin_sandbox::monetago::Options;
use florin_sandbox::monoova::User;
use florin_tests::monetago::invoice;

use super::cell::{Cell, Told};
use super::desk;
use super::faults::{How, Often};
use super::stand_in::{Provider, StandIn};
use super::strike::Strike;
use super::subject::{Class, Column, Subject, Table};

pub(crate) fn subject() -> Subject {
    Subject {
        name: "A page in the middle",
        about: "Somebody reads a list item by item, and the fault strikes its second page. An error is an item of the stream. It is \
                polled again then, with a fault that is over: *went on* means that it gave all that was missing, each item once. At \
                a provider that is gone it ends after some errors, or, as a feed, never. What a feed of MonetaGo holds is \
                undocumented, so JSON of another shape may be an event: what the feed gives beside the true ones is counted. Nemuru \
                has no list with pages.",
        class: Class::Read,
        columns: vec![
            Column::new(Provider::MonetaGo, "`ActivityFeed`", monetago),
            Column::new(Provider::Financeit, "`Loans`", financeit),
            Column::new(Provider::Monoova, "`Items`", monoova),
            Column::new(Provider::Tradevest, "`Items`", tradevest),
        ],
        table: Table::Calls,
    }
}

/// More errors than any list takes before it ends.
const ERRORS: usize = 4;

/// What a stream gave.
struct Given {
    items: Vec<String>,
    /// The first error.
    told: Told,
    errors: usize,
    has_ended: bool,
}

/// Reads on to the end, or until `$is_all` says so. Where the fault is there for good, it is over after the first error.
macro_rules! read_on {
    ($stand_in:expr, $items:expr, $is_all:expr, $next:expr, $id:expr) => {{
        let mut given = Given {
            items: $items,
            told: Told::Success(""),
            errors: 0,
            has_ended: false,
        };
        while given.errors < ERRORS && !$is_all(&given.items) {
            match $next {
                Some(Ok(item)) => given.items.push($id(&item)),
                Some(Err(error)) => {
                    given.errors += 1;
                    if given.errors == 1 {
                        given.told = Told::of(&Err::<(), _>(error), |()| "");
                        $stand_in.behave();
                    }
                }
                None => {
                    given.has_ended = true;
                    break;
                }
            }
        }
        given
    }};
}

/// The cell of a list that should have given `all`.
fn cell<S: StandIn>(
    strike: &Strike,
    stand_in: &S,
    operation: &'static str,
    given: &Given,
    all: &[String],
) -> Cell {
    let mut cell = strike.cell(stand_in, operation, given.told.clone(), None);
    if strike.is_rushed() {
        cell.asked = None;
    }
    let different: BTreeSet<_> = given.items.iter().collect();
    if different.len() < given.items.len() {
        cell.wrong("an item was given twice");
    }
    let different: BTreeSet<_> = different
        .into_iter()
        .filter(|item| all.contains(item))
        .collect();
    match given.items.len() - different.len() {
        0 => {}
        odd => cell.note(format!("and {odd} that is none")),
    }
    let is_whole = different.len() == all.len();
    match given.errors {
        0 if !is_whole => cell.wrong("items are missing, and nobody says so"),
        0 => {}
        _ if is_whole => cell.note("went on"),
        errors if matches!(strike.row.how, How::Refused) => {
            let then = if given.has_ended {
                ", then the end"
            } else {
                ""
            };
            cell.note(format!("{errors} errors{then}"));
        }
        errors => cell.wrong(format!(
            "after {errors} errors, {} items are missing",
            all.len() - different.len()
        )),
    }
    if strike.row.often == Often::Once && given.errors > 1 {
        cell.wrong("one fault has caused several errors");
    }
    cell
}

async fn monetago(strike: Strike) -> Cell {
    const OPERATION: &str = "get_activity";
    let options = Options {
        activity_page: 3,
        ..Options::default()
    };
    let desk = desk::monetago::Desk::with(&strike, options).await;
    let stand_in = desk.stand_in();
    let register = async |from: usize, to: usize| {
        let names = (from..to).map(|number| format!("fvr-{number}"));
        let fvrs: Vec<_> = names.map(|name| invoice::fvr(&name, &name)).collect();
        let request = invoice::registration_of("REGI", &fvrs).unwrap();
        let _ = desk.client.register(&request).await.unwrap();
        strike.clock.advance(Duration::from_secs(60));
    };
    let name = |event: &Event| {
        let name = &event.json()["submitter_data_set_identification"];
        name.as_str().unwrap_or_default().to_owned()
    };
    register(0, 4).await;
    let feed = desk.client.activity(Checkpoint::default());
    let mut feed = feed.interval(Duration::from_millis(1));
    let mut items = Vec::new();
    while items.len() < 4 {
        items.push(name(&feed.next().await.unwrap()));
    }
    // What is read at one time may have several pages, the second of which is struck.
    register(4, 11).await;
    strike.arm_after(stand_in, OPERATION, 1).await;
    let all: Vec<_> = (0..11).map(|number| format!("fvr-{number}")).collect();
    // A feed has no end.
    let is_all = |items: &[String]| all.iter().all(|name| items.contains(name));
    let given = read_on!(stand_in, items, is_all, Some(feed.next().await), name);
    cell(&strike, stand_in, OPERATION, &given, &all)
}

async fn financeit(strike: Strike) -> Cell {
    const OPERATION: &str = "list_loans";
    let desk = desk::financeit::Desk::open(&strike).await;
    let stand_in = desk.stand_in();
    let all: Vec<_> = (0..25)
        .map(|_| stand_in.add_loan(&NewLoan::default()).to_string())
        .collect();
    let id = |loan: &florin::financeit::types::Loan| {
        let id = loan.id.as_ref().map(|id| id.text().to_owned());
        id.unwrap_or_default()
    };
    let mut loans = desk.client.loans(LoansQuery::default());
    let mut items = Vec::new();
    while items.len() < 20 {
        items.push(id(&loans.next().await.unwrap().unwrap()));
    }
    strike.arm(stand_in, OPERATION).await;
    let given = read_on!(
        stand_in,
        items,
        |_: &[String]| false,
        loans.next().await,
        id
    );
    cell(&strike, stand_in, OPERATION, &given, &all)
}

async fn monoova(strike: Strike) -> Cell {
    const OPERATION: &str = "list_beneficiaries";
    let desk = desk::monoova::Desk::open(&strike).await;
    let stand_in = desk.stand_in();
    let all = stand_in.beneficiary_ids(User::First);
    let all: Vec<_> = all.iter().map(ToString::to_string).collect();
    assert!(all.len() > 1, "the second page has something on it");
    let id = |one: &florin::monoova::types::Beneficiary| {
        let id = one.id.as_ref().map(|id| id.text().to_owned());
        id.unwrap_or_default()
    };
    let mut beneficiaries = desk.client.beneficiaries().page_size(1).items();
    let items = vec![id(&beneficiaries.next().await.unwrap().unwrap())];
    strike.arm(stand_in, OPERATION).await;
    let given = read_on!(
        stand_in,
        items,
        |_: &[String]| false,
        beneficiaries.next().await,
        id
    );
    cell(&strike, stand_in, OPERATION, &given, &all)
}

async fn tradevest(strike: Strike) -> Cell {
    const OPERATION: &str = "get_role_customers";
    let desk = desk::tradevest::Desk::open(&strike).await;
    let stand_in = desk.stand_in();
    for _ in 0..24 {
        let _ = stand_in.plant_customer();
    }
    let limit = NonZeroU32::new(10).unwrap();
    let before = desk.client.customers().all().await.unwrap();
    let id = |customer: &florin::tradevest::types::Customer| customer.customer_id.to_string();
    let all: Vec<_> = before.iter().map(id).collect();
    assert_eq!(all.len(), 25);
    let mut customers = desk.client.customers().limit(limit).items();
    let mut items = Vec::new();
    while items.len() < 10 {
        items.push(id(&customers.next().await.unwrap().unwrap()));
    }
    strike.arm(stand_in, OPERATION).await;
    let given = read_on!(
        stand_in,
        items,
        |_: &[String]| false,
        customers.next().await,
        id
    );
    cell(&strike, stand_in, OPERATION, &given, &all)
}
