//! A webhook on its way to a server of ours: what its sender is told, and whether anybody is woken by it.
//!
//! It is posted over a plain socket to a server of axum, as users have it. Whatever it is, the true one that follows brings the
//! outcome.

use std::time::Duration;

use florin::nemuru::{Milestone, WebhookAuth, callback_webhook};
use florin::tradevest::{EventType, Goal};
use florin_tests::nemuru::invitation::LOAN;
use serde_json::json;

use super::cell::{Cell, Told};
use super::desk;
use super::desk::nemuru::receiver::Receiver as NemuruReceiver;
use super::desk::tradevest::receiver::{HEADERS, Receiver as TradevestReceiver, webhooks};
use super::faults::Row;
use super::poll::{is_filled, pace};
use super::posted::{Letter, Posted, Way, post};
use super::stand_in::{Provider, StandIn};
use super::strike::Strike;
use super::subject::{Class, Column, Subject, Table};
use super::webhook::{HEADER, answered, callbacks};

pub(crate) fn subject() -> Subject {
    Subject {
        name: "A webhook that comes",
        about: "Somebody waits for an outcome that hasn't come about, and has asked once. Then something is posted to a server of \
                axum, as users have it, and the sender gets an answer. *Read* means that who waits was woken and asked the provider: \
                what is posted is never believed by itself. In every cell the outcome comes about then, the provider posts a true \
                webhook, and who waits gets the true outcome with one reading more. Nobody is called here, so statuses, tokens and \
                `Retry-After` are no faults of this table; nor is a connection that is refused.",
        class: Class::Other,
        columns: vec![
            Column::new(Provider::Nemuru, "`Callback`", nemuru),
            Column::new(Provider::Tradevest, "`TradevestCallback`", tradevest),
        ],
        table: Table::Own(WAYS.iter().map(|(name, _)| Row::own(name)).collect()),
    }
}

const WAYS: &[(&str, Way)] = &[
    ("news that isn't true: early, late or forged", Way::Whole),
    ("the same twice", Way::Twice),
    ("news of something else", Way::OfAnother),
    ("a header is missing", Way::Unsigned),
    ("a header is wrong", Way::WronglySigned),
    ("a header is there twice", Way::SignedTwice),
    ("`GET`", Way::Get),
    ("called `text/html`", Way::Called(Some("text/html"))),
    ("without a content type", Way::Called(None)),
    ("one byte at a time", Way::ByteByByte),
    ("cut in the middle: closed", Way::Cut { reset: false }),
    ("cut in the middle: reset", Way::Cut { reset: true }),
    ("stops in the middle and stays", Way::Stalled),
    ("not UTF-8", Way::Body(not_utf_8)),
    ("not JSON", Way::Body(|_| b"<html>".to_vec())),
    (
        "JSON of the wrong shape",
        Way::Body(|_| br#"[[{"unexpected": true}]]"#.to_vec()),
    ),
    ("a number of 400 digits", Way::Body(digits)),
    ("nesting 10,000 deep", Way::Body(deep)),
    ("a gigabyte of body", Way::Huge { announced: true }),
    (
        "a gigabyte of body, unannounced",
        Way::Huge { announced: false },
    ),
    ("gzip bomb of a gigabyte", Way::GzipBomb),
    ("headers without end", Way::CountlessHeaders),
    ("a header without end", Way::LongHeader),
];

fn way(strike: &Strike) -> Way {
    let named = WAYS.iter().find(|(name, _)| *name == strike.row.name);
    named.unwrap().1
}

/// The news with a field more.
fn with_field(body: &str, field: &[u8]) -> Vec<u8> {
    [b"{\"more\":", field, b",", &body.as_bytes()[1..]].concat()
}

fn not_utf_8(body: &str) -> Vec<u8> {
    with_field(body, b"\"\xff\"")
}

fn digits(body: &str) -> Vec<u8> {
    with_field(body, "9".repeat(400).as_bytes())
}

fn deep(body: &str) -> Vec<u8> {
    with_field(
        body,
        format!("{}1{}", "[".repeat(10_000), "]".repeat(10_000)).as_bytes(),
    )
}

/// `asked` counts all readings, with the first one and the one for the true news; `let_in` says of what the server took in whether
/// it was told as a repetition.
fn cell(posted: &[Posted], let_in: &[bool], asked: usize, is_true: bool) -> Cell {
    let sent: Vec<_> = posted.iter().map(|posted| posted.answer).collect();
    let statuses: Vec<_> = sent
        .iter()
        .map(|status| status.map_or_else(|| "no answer".to_owned(), |status| status.to_string()))
        .collect();
    let mut told = format!("**{}**", statuses.join(", "));
    match asked.checked_sub(2) {
        Some(0) => told.push_str("; not read"),
        Some(1) => told.push_str("; read"),
        Some(times) => told.push_str(&format!("; read {times} times")),
        None => {}
    }
    if let_in.contains(&true) {
        told.push_str("; told as a repetition");
    }
    let mut cell = Cell::new(Told::Other(told));
    let taken = sent
        .iter()
        .flatten()
        .filter(|status| **status == 200)
        .count();
    if taken != let_in.len() {
        cell.wrong(format!("{taken} answered 200, {} let in", let_in.len()));
    }
    if asked < 2 {
        cell.wrong("the true news wasn't read for");
    }
    if asked > 2 + taken {
        cell.wrong("what wasn't let in has woken somebody");
    }
    if !is_true {
        cell.wrong("it is another outcome");
    }
    cell
}

async fn nemuru(strike: Strike) -> Cell {
    const OPERATION: &str = "get_loan";
    let desk = desk::nemuru::Desk::open(&strike).await;
    let stand_in = desk.stand_in();
    let receiver = NemuruReceiver::start(callbacks()).await;
    let loan = desk.client.create_loan(&desk.invitation()).await.unwrap();
    // Its creation has been told before anybody is there to hear it.
    let wanted = callback_webhook(&receiver.url, WebhookAuth::header(HEADER));
    desk.client.ensure_webhook(&wanted).await.unwrap();
    stand_in.forget_received();
    let poller = loan.poller_until(Milestone::FundsSent).pace(pace(&strike));
    let poller = receiver.callbacks.attach(poller.at_once());
    let waiting = tokio::spawn(poller.into_future());
    answered(stand_in, OPERATION, 1).await;

    let news = |id: &str| {
        let news = json!({
            "id": id, "event": "loan_steps", "step": "status_active_trial", "triggered_at": "2026-11-02T08:00:00+00:00",
        });
        news.to_string()
    };
    let letter = Letter {
        url: receiver.url.clone(),
        headers: vec![("authorization", HEADER)],
        body: news(LOAN),
        other: news("00000000-0000-4000-8000-000000000000"),
    };
    let way = way(&strike);
    let mut posted = Vec::new();
    for _ in 0..way.times() {
        posted.push(post(&letter, way).await);
        let woken = receiver.taken().into_iter();
        let woken = woken.filter(|news| news.loan_id() == LOAN).count();
        answered(stand_in, OPERATION, 1 + woken).await;
    }
    let let_in = receiver.taken().into_iter();
    let let_in: Vec<_> = let_in.map(|news| news.is_repeat()).collect();
    stand_in.advance(LOAN, "status_active_trial").unwrap();
    let outcome = waiting.await.unwrap().unwrap();
    let asked = stand_in.received_by(OPERATION).len();
    cell(&posted, &let_in, asked, outcome.word() == "succeeded")
}

async fn tradevest(strike: Strike) -> Cell {
    const OPERATION: &str = "get_digital_order";
    let desk = desk::tradevest::Desk::open(&strike).await;
    let stand_in = desk.stand_in();
    let ear = TradevestReceiver::start(webhooks()).await;
    ear.register(&desk, [EventType::DigitalAssetOrder]).await;
    let order = desk.client.create_digital_order(desk.order(10)).await;
    let order = order.unwrap();
    stand_in.forget_received();
    let poller = order.poller(Goal::Filled).pace(pace(&strike));
    let poller = poller
        .hear(&ear.webhooks)
        .safety_net(Duration::from_secs(3600));
    let poller = poller
        .at_most_every(Duration::ZERO)
        .reason_within(Duration::ZERO);
    let waiting = tokio::spawn(poller.at_once().into_future());
    answered(stand_in, OPERATION, 1).await;

    let news = |id: &str| {
        let news = json!({
            "orderId": id, "status": "FILLED", "notificationType": "UPDATED", "modifiedOn": "2026-11-02T08:00:00.000Z",
        });
        news.to_string()
    };
    let letter = Letter {
        url: ear.url(&EventType::DigitalAssetOrder),
        headers: HEADERS.to_vec(),
        body: news(order.id()),
        other: news("00000000-0000-4000-8000-000000000000"),
    };
    let way = way(&strike);
    let mut posted = Vec::new();
    for _ in 0..way.times() {
        posted.push(post(&letter, way).await);
        let woken = ear.taken().into_iter();
        let woken = woken.filter(|news| news.object_id() == Some(order.id()));
        answered(stand_in, OPERATION, 1 + woken.count()).await;
    }
    let let_in = ear.taken().into_iter();
    let let_in: Vec<_> = let_in.map(|news| news.is_repeat()).collect();
    stand_in.set_status(order.id(), "FILLED").unwrap();
    let outcome = waiting.await.unwrap().unwrap();
    let asked = stand_in.received_by(OPERATION).len();
    cell(&posted, &let_in, asked, is_filled(&outcome))
}
