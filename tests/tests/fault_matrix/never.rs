//! A write of which nothing tells the provider that it has come before.

use florin::nemuru::{WebhookAuth, callback_webhook};
use florin_tests::financeit::invite::by_email;
use florin_tests::monetago::invoice;

use super::cell::{Cell, Told};
use super::desk;
use super::stand_in::Provider;
use super::strike::Strike;
use super::subject::{Class, Column, Subject, Table};

pub(crate) fn subject() -> Subject {
    Subject {
        name: "A write that is never repeated",
        about: "It is sent again only where nothing was sent, and after a 401 of a provider that looks at the token before it does \
                anything. Whatever changes something at Monoova has a key.",
        class: Class::Write,
        columns: vec![
            Column::new(Provider::MonetaGo, "`register`", monetago),
            Column::new(Provider::Nemuru, "`create_webhook`", nemuru),
            Column::new(Provider::Financeit, "`invite`", financeit),
            Column::new(Provider::Tradevest, "`pay_out`", tradevest),
        ],
        table: Table::Calls,
    }
}

async fn monetago(strike: Strike) -> Cell {
    const OPERATION: &str = "register_transactions";
    let desk = desk::monetago::Desk::open(&strike).await;
    let request = invoice::registration_of("REGI", &[invoice::fvr("fvr-1", "inv-1")]).unwrap();
    strike.arm(desk.stand_in(), OPERATION).await;
    let registered = desk.client.register(&request).await;
    let done = desk.stand_in().registrations();
    strike.cell(
        desk.stand_in(),
        OPERATION,
        Told::of(&registered, |_| ""),
        Some(done),
    )
}

async fn nemuru(strike: Strike) -> Cell {
    const OPERATION: &str = "create_webhook";
    let desk = desk::nemuru::Desk::open(&strike).await;
    let request = callback_webhook(
        "http://127.0.0.1:9/hook",
        WebhookAuth::header("Bearer long and random"),
    );
    strike.arm(desk.stand_in(), OPERATION).await;
    let subscribed = desk.client.create_webhook(&request).await;
    let done = desk.stand_in().webhooks().len();
    strike.cell(
        desk.stand_in(),
        OPERATION,
        Told::of(&subscribed, |()| ""),
        Some(done),
    )
}

async fn financeit(strike: Strike) -> Cell {
    const OPERATION: &str = "send_direct_invite";
    let desk = desk::financeit::Desk::open(&strike).await;
    strike.arm(desk.stand_in(), OPERATION).await;
    let invited = desk.client.invite(&by_email()).await;
    let done = desk.stand_in().invites().len();
    strike.cell(
        desk.stand_in(),
        OPERATION,
        Told::of(&invited, |_| ""),
        Some(done),
    )
}

async fn tradevest(strike: Strike) -> Cell {
    const OPERATION: &str = "create_transfer";
    let desk = desk::tradevest::Desk::open(&strike).await;
    strike.arm(desk.stand_in(), OPERATION).await;
    let paid = desk
        .client
        .pay_out(&desk.cash, "125.50".parse().unwrap(), "March")
        .await;
    let done = desk.stand_in().transfers().len();
    strike.cell(
        desk.stand_in(),
        OPERATION,
        Told::of(&paid, |_| ""),
        Some(done),
    )
}
