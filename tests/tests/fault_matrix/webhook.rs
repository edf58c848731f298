//! A webhook has come, and the fault strikes the reading that it causes.
//!
//! A webhook proves nothing, so whoever it wakes reads; and who can't read has learnt nothing yet.

use std::time::Duration;

use florin::nemuru::{Callbacks, Milestone, WebhookAuth, callback_webhook};
use florin::tradevest::{EventType, Goal, types};
use florin::webhook::Sender;
use florin_tests::nemuru::invitation::LOAN;

use super::cell::Cell;
use super::desk;
use super::desk::nemuru::receiver::Receiver as NemuruReceiver;
use super::desk::tradevest::receiver::{Receiver as TradevestReceiver, webhooks};
use super::poll::{cell, is_filled, pace, stored};
use super::stand_in::{Provider, StandIn};
use super::strike::Strike;
use super::subject::{Class, Column, Subject, Table};

pub(crate) const HEADER: &str = "Bearer a-long-and-random-value";

/// Nobody asks by himself so soon.
const HOUR: Duration = Duration::from_secs(3600);

pub(crate) fn subject() -> Subject {
    Subject {
        name: "The reading that a webhook causes",
        about: "Somebody waits for an outcome, and asks by himself next to never. The outcome comes about, the provider posts a \
                webhook to a server of axum, and the fault strikes the reading that it causes. As a poll; after an error the wait is \
                *resumed* from what was stored, and finds out by its first reading.",
        class: Class::Read,
        columns: vec![
            Column::new(Provider::Nemuru, "`Callbacks`", nemuru),
            Column::new(Provider::Tradevest, "`Webhooks`", tradevest),
        ],
        table: Table::Calls,
    }
}

/// Pollers that read when they are told to.
pub(crate) fn callbacks() -> Callbacks {
    Callbacks::builder(Sender::header(HEADER).unwrap())
        .safety_net(HOUR)
        .at_most_every(Duration::ZERO)
        .spread(Duration::ZERO)
        .build()
}

/// Until `operation` was answered so many times.
pub(crate) async fn answered<S: StandIn>(stand_in: &S, operation: &'static str, count: usize) {
    loop {
        let received = stand_in.received().into_iter();
        let answered = received.filter(|request| {
            request.operation.as_deref() == Some(operation) && request.answered.is_some()
        });
        if answered.count() >= count {
            return;
        }
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
}

async fn nemuru(strike: Strike) -> Cell {
    const OPERATION: &str = "get_loan";
    let desk = desk::nemuru::Desk::open(&strike).await;
    let receiver = NemuruReceiver::start(callbacks()).await;
    let loan = desk.client.create_loan(&desk.invitation()).await.unwrap();
    // Its creation has been told before anybody is there to hear it.
    let wanted = callback_webhook(&receiver.url, WebhookAuth::header(HEADER));
    desk.client.ensure_webhook(&wanted).await.unwrap();
    let handle = stored(loan.handle());
    desk.stand_in().forget_received();
    let poller = loan.poller_until(Milestone::FundsSent).pace(pace(&strike));
    let poller = receiver.callbacks.attach(poller.at_once());
    let waiting = tokio::spawn(poller.into_future());
    answered(desk.stand_in(), OPERATION, 1).await;
    strike.arm(desk.stand_in(), OPERATION).await;
    let paid = desk.stand_in().advance(LOAN, "status_active_trial");
    paid.unwrap();
    let waited = waiting.await.unwrap();
    let resume = || {
        let poller = desk
            .client
            .resume(handle)
            .poller_until(Milestone::FundsSent);
        let poller = receiver
            .callbacks
            .attach(poller.pace(pace(&strike)).at_once());
        poller.into_future()
    };
    let is_true = |outcome: &florin::nemuru::Outcome| outcome.word() == "succeeded";
    cell(&strike, desk.stand_in(), OPERATION, waited, is_true, resume).await
}

async fn tradevest(strike: Strike) -> Cell {
    const OPERATION: &str = "get_digital_order";
    let desk = desk::tradevest::Desk::open(&strike).await;
    let ear = TradevestReceiver::start(webhooks()).await;
    ear.register(&desk, [EventType::DigitalAssetOrder]).await;
    let order = desk.client.create_digital_order(desk.order(10)).await;
    let order = order.unwrap();
    let handle = stored(&order.handle());
    desk.stand_in().forget_received();
    let poller = order.poller(Goal::Filled).pace(pace(&strike));
    let poller = poller.hear(&ear.webhooks).safety_net(HOUR).at_once();
    let poller = poller
        .at_most_every(Duration::ZERO)
        .reason_within(Duration::ZERO);
    let waiting = tokio::spawn(poller.into_future());
    answered(desk.stand_in(), OPERATION, 1).await;
    strike.arm(desk.stand_in(), OPERATION).await;
    desk.stand_in().set_status(order.id(), "FILLED").unwrap();
    let waited = waiting.await.unwrap();
    let resume = || {
        let order = desk.client.resume::<types::DigitalAssetsOrder>(handle);
        let poller = order.unwrap().poller(Goal::Filled).pace(pace(&strike));
        let poller = poller.hear(&ear.webhooks).safety_net(HOUR).at_once();
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
