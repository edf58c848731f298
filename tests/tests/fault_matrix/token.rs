//! A token call: the fault strikes it, and the caller has asked for something else.
//!
//! Beside what is in the table: a failed token call means that nothing else was sent, also of a write that is tried after it.

use florin::core::Effect;
use florin_sandbox::financeit::NewLoan;
use florin_tests::financeit::invite::by_email;
use florin_tests::monetago::invoice;
use florin_tests::nemuru::invitation::LOAN;

use super::cell::{Cell, Told};
use super::desk;
use super::faults::How;
use super::stand_in::{Provider, StandIn};
use super::strike::Strike;
use super::subject::{Class, Column, Subject, Table};

pub(crate) fn first() -> Subject {
    Subject {
        name: "A token call",
        about: "A client that has no token reads something, and the fault strikes the token call. *Sent* are token calls, three at \
                most; *tokens* are those that the provider has issued, lost ones among them; the read itself is \
                named where it was sent. A token call brings no token that could expire, so nothing strikes in that row. In every \
                cell a write is tried afterwards: where it fails, it was *not sent*.",
        class: Class::Read,
        columns: vec![
            Column::new(Provider::MonetaGo, "client credentials", monetago),
            Column::new(Provider::Nemuru, "login", nemuru),
            Column::new(Provider::Financeit, "login", financeit),
            Column::new(Provider::Monoova, "client credentials", monoova),
            Column::new(Provider::Tradevest, "client credentials", tradevest),
        ],
        table: Table::Calls,
    }
}

pub(crate) fn refresh() -> Subject {
    Subject {
        name: "A refresh of a token",
        about: "The token that a client holds is refused, and the fault strikes the call that refreshes it. What can't be refreshed \
                is followed by a login. The other providers have no refresh tokens, or none without a user: there another token is \
                asked for as the first one was.",
        class: Class::Read,
        columns: vec![Column::new(
            Provider::Nemuru,
            "`refresh_token`",
            nemuru_refresh,
        )],
        table: Table::Calls,
    }
}

/// The cell of a read that needed a token first, of which the provider has issued so many since.
fn cell<S: StandIn>(
    strike: &Strike,
    stand_in: &S,
    operation: &'static str,
    told: Told,
    issued: usize,
) -> Cell {
    let mut cell = strike.cell(stand_in, operation, told, None);
    if strike.is_rushed() {
        cell.asked = None;
    }
    if !strike.is_rushed() {
        cell.note(match issued {
            1 => "1 token".to_owned(),
            issued => format!("{issued} tokens"),
        });
    }
    if let Told::Failure(failure) = &cell.told {
        // What was sent before a token was refused has been answered by that refusal.
        let is_refused = failure.cause.starts_with("401");
        if failure.effect != Effect::NotSent && !is_refused {
            cell.wrong("without a token, nothing is sent");
        }
    }
    if matches!(cell.told, Told::Success(_)) && issued == 0 && cell.others.is_empty() {
        cell.wrong("it has succeeded without anything");
    }
    cell
}

/// A write after the read: it was done where that is said, and otherwise it wasn't sent.
fn settle(cell: &mut Cell, strike: &Strike, wrote: &Told, done: usize) {
    match wrote {
        Told::Success(_) if done == 1 => {}
        Told::Failure(failure) if done == 0 && failure.effect == Effect::NotSent => {}
        // It got its token before the host was gone.
        Told::Failure(_) if done == 0 && matches!(strike.row.how, How::Refused) => {}
        other => cell.wrong(format!("a write after it: {other:?}, done {done} times")),
    }
}

async fn monetago(strike: Strike) -> Cell {
    let desk = desk::monetago::Desk::without_token(&strike).await;
    let stand_in = desk.stand_in();
    strike.arm(stand_in, "create_access_token").await;
    let told = Told::of(&desk.client.find("fvr-1").await, |_| "");
    let issued = stand_in.tokens_issued();
    let mut cell = cell(&strike, stand_in, "create_access_token", told, issued);
    let request = invoice::registration_of("REGI", &[invoice::fvr("fvr-1", "inv-1")]).unwrap();
    let wrote = Told::of(&desk.client.register(&request).await, |_| "");
    settle(&mut cell, &strike, &wrote, stand_in.registrations());
    cell
}

async fn nemuru(strike: Strike) -> Cell {
    let desk = desk::nemuru::Desk::without_token(&strike).await;
    let stand_in = desk.stand_in();
    strike.arm(stand_in, "login").await;
    let told = Told::of(&desk.client.agent().await, |_| "");
    let issued = stand_in.tokens_issued();
    let mut cell = cell(&strike, stand_in, "login", told, issued);
    let wrote = Told::of(&desk.client.create_loan(&desk.invitation()).await, |_| "");
    settle(&mut cell, &strike, &wrote, stand_in.invitations(LOAN));
    cell
}

async fn financeit(strike: Strike) -> Cell {
    const OPERATION: &str = "create_user_oauth_token";
    let desk = desk::financeit::Desk::without_token(&strike).await;
    let stand_in = desk.stand_in();
    let id = stand_in.add_loan(&NewLoan::default());
    strike.arm(stand_in, OPERATION).await;
    let told = Told::of(&desk.client.loan(id).read().await, |_| "");
    let mut cell = cell(&strike, stand_in, OPERATION, told, stand_in.tokens_issued());
    let wrote = Told::of(&desk.client.invite(&by_email()).await, |_| "");
    settle(&mut cell, &strike, &wrote, stand_in.invites().len());
    cell
}

async fn monoova(strike: Strike) -> Cell {
    const OPERATION: &str = "create_access_token";
    let desk = desk::monoova::Desk::without_token(&strike).await;
    let stand_in = desk.stand_in();
    strike.arm(stand_in, OPERATION).await;
    let told = Told::of(&desk.client.currencies().page(1).await, |_| "");
    let mut cell = cell(&strike, stand_in, OPERATION, told, stand_in.tokens_issued());
    let wrote = desk.client.create_transaction(&desk.order("100.00")).await;
    let wrote = Told::of(&wrote, |_| "");
    settle(&mut cell, &strike, &wrote, stand_in.transactions().len());
    cell
}

async fn tradevest(strike: Strike) -> Cell {
    const OPERATION: &str = "get_token";
    let desk = desk::tradevest::Desk::without_token(&strike).await;
    let stand_in = desk.stand_in();
    strike.arm(stand_in, OPERATION).await;
    let told = Told::of(&desk.client.customers().page(None).await, |_| "");
    let mut cell = cell(&strike, stand_in, OPERATION, told, stand_in.tokens_issued());
    let wrote = Told::of(
        &desk.client.create_digital_order(desk.order(10)).await,
        |_| "",
    );
    settle(&mut cell, &strike, &wrote, stand_in.orders().len());
    cell
}

async fn nemuru_refresh(strike: Strike) -> Cell {
    let desk = desk::nemuru::Desk::open(&strike).await;
    let stand_in = desk.stand_in();
    let before = stand_in.tokens_issued();
    stand_in.expire_tokens();
    strike.arm(stand_in, "refresh_token").await;
    let told = Told::of(&desk.client.agent().await, |_| "");
    let issued = stand_in.tokens_issued() - before;
    cell(&strike, stand_in, "refresh_token", told, issued)
}
