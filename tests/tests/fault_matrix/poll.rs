//! A wait: the fault strikes a reading in the middle of it, when what is waited for has just come about.
//!
//! Once, it must not end the wait. For good, it ends it with an error, and what was stored of it is enough to learn the outcome
//! when the fault is over.

use std::time::Duration;

use florin::Error;
use florin::monoova::{Status, Until};
use florin::nemuru::Milestone;
use florin::poll::{Pace, Poll, Poller, Progress};
use florin::tradevest::{Goal, types};
use florin_sandbox::financeit::{LoanState, NewLoan};
use florin_sandbox::monetago::Options;
use florin_tests::monetago::invoice;
use florin_tests::nemuru::invitation::LOAN;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::cell::{Cell, Told};
use super::desk;
use super::faults::{How, Often};
use super::stand_in::{Provider, StandIn};
use super::strike::Strike;
use super::subject::{Class, Column, Subject, Table};

pub(crate) fn subject() -> Subject {
    Subject {
        name: "A poll",
        about: "Somebody waits for an outcome and has asked once. Then the outcome comes about, and the fault strikes the next \
                reading. Each reading is a read, with up to four requests; the waiter tolerates one that fails here, and five in a \
                row by default. After an error the fault ends, and the wait is *resumed* from what was stored.",
        class: Class::Read,
        columns: vec![
            Column::new(Provider::MonetaGo, "`Registration`", monetago),
            Column::new(Provider::Nemuru, "`Loan`", nemuru),
            Column::new(Provider::Financeit, "`Loan`", financeit),
            Column::new(Provider::Monoova, "`Deal`", monoova),
            Column::new(Provider::Tradevest, "`Created`", tradevest),
        ],
        table: Table::Calls,
    }
}

/// At once, and patient with one failure; with none where each takes a while.
pub(crate) fn pace(strike: &Strike) -> Pace {
    Pace::default()
        .first(Duration::from_millis(1))
        .slowest(Duration::from_millis(2))
        .errors(u32::from(!strike.is_rushed()))
        .deadline(Duration::from_secs(95))
}

/// The first reading, which finds that it isn't over.
async fn begun<P: Poll>(strike: &Strike, target: Poller<P>) -> Poller<P> {
    let mut poller = target.pace(pace(strike));
    let first = poller.next().await;
    assert!(matches!(first, Some(Ok(Progress::Pending(_)))));
    poller
}

/// As it is stored and read again.
pub(crate) fn stored<H: Serialize + DeserializeOwned>(handle: &H) -> H {
    serde_json::from_str(&serde_json::to_string(handle).unwrap()).unwrap()
}

/// The cell of a wait that has ended in `waited`. `resume` waits anew, once the fault is over.
pub(crate) async fn cell<S, T, E, R>(
    strike: &Strike,
    stand_in: &S,
    operation: &'static str,
    waited: Result<T, Error<E>>,
    is_true: fn(&T) -> bool,
    resume: impl FnOnce() -> R,
) -> Cell
where
    S: StandIn,
    E: std::fmt::Debug,
    R: Future<Output = Result<T, Error<E>>>,
{
    let told = Told::of(&waited, |_| "");
    let mut cell = strike.cell(stand_in, operation, told, None);
    if strike.is_rushed() {
        cell.asked = None;
    }
    match waited {
        Ok(outcome) if !is_true(&outcome) => cell.wrong("it is another outcome"),
        Ok(_) => {}
        Err(_) if strike.row.often == Often::Once => cell.wrong("one failure has ended the wait"),
        Err(_) if matches!(strike.row.how, How::Refused) => {}
        Err(_) => {
            stand_in.behave();
            match resume().await {
                Ok(outcome) if is_true(&outcome) => cell.note("resumed"),
                Ok(_) => cell.wrong("resumed, it is another outcome"),
                Err(error) => cell.wrong(format!("it can't be resumed: {error:#}")),
            }
        }
    }
    cell
}

async fn monetago(strike: Strike) -> Cell {
    const OPERATION: &str = "get_status";
    let matching = Duration::from_secs(3);
    let options = Options {
        settle_after: matching,
        ..Options::default()
    };
    let desk = desk::monetago::Desk::with(&strike, options).await;
    let request = invoice::registration_of("REGI", &[invoice::fvr("fvr-1", "inv-1")]).unwrap();
    let registration = desk.client.register(&request).await.unwrap();
    let handle = stored(registration.handle());
    let poller = begun(&strike, registration.poller()).await;
    strike.clock.advance(matching);
    strike.arm(desk.stand_in(), OPERATION).await;
    let waited = poller.await;
    let resume = || {
        desk.client
            .resume(handle)
            .poller()
            .pace(pace(&strike))
            .into_future()
    };
    let is_true = |outcome: &florin::monetago::Outcome| outcome.word() == "unique";
    cell(&strike, desk.stand_in(), OPERATION, waited, is_true, resume).await
}

async fn nemuru(strike: Strike) -> Cell {
    const OPERATION: &str = "get_loan";
    let desk = desk::nemuru::Desk::open(&strike).await;
    let loan = desk.client.create_loan(&desk.invitation()).await.unwrap();
    let handle = stored(loan.handle());
    let poller = begun(&strike, loan.poller_until(Milestone::FundsSent)).await;
    let paid = desk.stand_in().advance(LOAN, "status_active_trial");
    paid.unwrap();
    strike.arm(desk.stand_in(), OPERATION).await;
    let waited = poller.await;
    let resume = || {
        let loan = desk.client.resume(handle);
        let poller = loan.poller_until(Milestone::FundsSent).pace(pace(&strike));
        poller.into_future()
    };
    let is_true = |outcome: &florin::nemuru::Outcome| outcome.word() == "succeeded";
    cell(&strike, desk.stand_in(), OPERATION, waited, is_true, resume).await
}

async fn financeit(strike: Strike) -> Cell {
    const OPERATION: &str = "get_loan";
    let desk = desk::financeit::Desk::open(&strike).await;
    let id = desk.stand_in().add_loan(&NewLoan::default());
    let poller = begun(&strike, desk.client.loan(id).poller()).await;
    assert!(desk.stand_in().move_loan(id, LoanState::Disbursed));
    strike.arm(desk.stand_in(), OPERATION).await;
    let waited = poller.await;
    // All that is stored of it is its identifier.
    let resume = || {
        desk.client
            .loan(id)
            .poller()
            .pace(pace(&strike))
            .into_future()
    };
    let is_true = |outcome: &florin::financeit::Outcome| outcome.word() == "funded";
    cell(&strike, desk.stand_in(), OPERATION, waited, is_true, resume).await
}

async fn monoova(strike: Strike) -> Cell {
    const OPERATION: &str = "get_transaction";
    let desk = desk::monoova::Desk::open(&strike).await;
    let order = desk.order("100.00");
    let deal = desk.client.create_transaction(&order).await.unwrap();
    let handle = stored(&deal.handle());
    let until = || Until::reached(Status::Open);
    let poller = begun(&strike, deal.poller(until())).await;
    assert!(desk.stand_in().set_status(deal.id(), "open"));
    strike.arm(desk.stand_in(), OPERATION).await;
    let waited = poller.await;
    let resume = || {
        let deal = desk.client.resume(handle);
        deal.poller(until()).pace(pace(&strike)).into_future()
    };
    let is_true = |deal: &florin::monoova::types::Transaction| {
        Status::of(deal).is_some_and(|status| status == Status::Open)
    };
    cell(&strike, desk.stand_in(), OPERATION, waited, is_true, resume).await
}

async fn tradevest(strike: Strike) -> Cell {
    const OPERATION: &str = "get_digital_order";
    let desk = desk::tradevest::Desk::open(&strike).await;
    let order = desk.client.create_digital_order(desk.order(10)).await;
    let order = order.unwrap();
    let handle = stored(&order.handle());
    let poller = begun(&strike, order.poller(Goal::Filled)).await;
    desk.stand_in().set_status(order.id(), "FILLED").unwrap();
    strike.arm(desk.stand_in(), OPERATION).await;
    let waited = poller.await;
    let resume = || {
        let order = desk.client.resume::<types::DigitalAssetsOrder>(handle);
        let poller = order.unwrap().poller(Goal::Filled).pace(pace(&strike));
        poller.into_future()
    };
    cell(
        &strike,
        desk.stand_in(),
        OPERATION,
        waited,
        is_filled,
        resume,
    )
    .await
}

pub(crate) fn is_filled(outcome: &florin::tradevest::Outcome<types::DigitalAssetsOrder>) -> bool {
    matches!(outcome, florin::tradevest::Outcome::Reached(_))
}
