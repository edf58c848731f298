//! A write that the provider recognises: by a header, or by an identifier of the caller's in it.

use florin::Effect;
use florin::tradevest::HasExternalId as _;
use florin_sandbox::Received;
use florin_tests::nemuru::invitation::LOAN;

use super::cell::{Cell, Told};
use super::desk;
use super::stand_in::Provider;
use super::strike::Strike;
use super::subject::{Class, Column, Subject, Table};

pub(crate) fn subject() -> Subject {
    Subject {
        name: "A keyed write",
        about: "It is repeated under the same key after every failure of the moment, but for a 500 of Monoova, which repeats what it \
                answered. MonetaGo and Financeit know no such thing.",
        class: Class::Write,
        columns: vec![
            Column::new(Provider::Nemuru, "`create_loan`", nemuru),
            Column::new(Provider::Monoova, "`create_transaction`", monoova),
            Column::new(Provider::Tradevest, "`create_digital_order`", tradevest),
        ],
        table: Table::Calls,
    }
}

const fn found(was_there: bool) -> &'static str {
    if was_there { "found" } else { "" }
}

/// A member of the JSON that was sent.
fn member(sent: &Received, name: &str) -> Option<String> {
    sent.json().ok()?.get(name)?.as_str().map(str::to_owned)
}

async fn nemuru(strike: Strike) -> Cell {
    const OPERATION: &str = "create_loan";
    let desk = desk::nemuru::Desk::open(&strike).await;
    let stand_in = desk.stand_in();
    strike.arm(stand_in, OPERATION).await;
    let created = desk.client.create_loan(&desk.invitation()).await;
    let told = Told::of(&created, |loan| found(loan.was_there()));
    let mut cell = strike.cell(stand_in, OPERATION, told, Some(stand_in.invitations(LOAN)));
    Strike::same_each_time(&mut cell, stand_in, OPERATION, |sent| member(sent, "id"));
    // The id is the caller's own; what a repetition rests on has to be said all the same.
    if let Err(error) = &created
        && error.effect() == Effect::MaybeApplied
        && !error.to_string().contains(" id")
    {
        cell.wrong("nothing is told of its id");
    }
    cell
}

async fn monoova(strike: Strike) -> Cell {
    const OPERATION: &str = "create_transaction";
    let desk = desk::monoova::Desk::open(&strike).await;
    let stand_in = desk.stand_in();
    strike.arm(stand_in, OPERATION).await;
    let created = desk.client.create_transaction(&desk.order("100.00")).await;
    let made = stand_in.transactions();
    let mut cell = strike.cell(
        stand_in,
        OPERATION,
        Told::of(&created, |_| ""),
        Some(made.len()),
    );
    Strike::same_each_time(&mut cell, stand_in, OPERATION, |sent| {
        sent.header("idempotency-key").map(str::to_owned)
    });
    match &created {
        Ok(deal) if made.iter().all(|made| made.id != deal.id()) => {
            cell.wrong("it is another transaction")
        }
        Err(error) if error.idempotency_key().is_none() => cell.wrong("its key isn't told"),
        _ => {}
    }
    cell
}

async fn tradevest(strike: Strike) -> Cell {
    const OPERATION: &str = "create_digital_market_order";
    let desk = desk::tradevest::Desk::open(&strike).await;
    let stand_in = desk.stand_in();
    strike.arm(stand_in, OPERATION).await;
    let created = desk.client.create_digital_order(desk.order(10)).await;
    let made = stand_in.orders();
    let told = Told::of(&created, |order| found(order.was_there()));
    let mut cell = strike.cell(stand_in, OPERATION, told, Some(made.len()));
    Strike::same_each_time(&mut cell, stand_in, OPERATION, |sent| {
        member(sent, "externalId")
    });
    match &created {
        Ok(order) if made.iter().all(|made| made.id != order.id()) => {
            cell.wrong("it is another order")
        }
        Err(error) if error.external_id().is_none() => cell.wrong("its external id isn't told"),
        _ => {}
    }
    cell
}
