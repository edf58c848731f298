//! The price socket: the fault strikes its handshake, at first or when prices have come already, or what it says.
//!
//! Whoever reads prices has to know when they aren't live, and get them again.

use std::time::Duration;

use florin::core::Backoff;
use florin::tradevest::prices::{Market, Prices, Reason, Update};
use florin_sandbox::tradevest::Quote;

use super::cell::{Cell, Told};
use super::desk::tradevest::Desk;
use super::faults::Row;
use super::gate::{Gate, Push};
use super::socket_faults::{FRAMES, HANDSHAKES, Shows, frame};
use super::stand_in::Provider;
use super::strike::Strike;
use super::subject::{Class, Column, Subject, Table};

/// So often a fault strikes that is there for good: then it is over, so that what comes after it is seen.
const OFTEN: usize = 3;

pub(crate) fn handshakes() -> Subject {
    let rows = HANDSHAKES.iter().map(|fault| Row::own(fault.name));
    let column = |call, after_prices, times| {
        Column::new(Provider::Tradevest, call, move |strike| {
            handshake(strike, after_prices, times)
        })
    };
    Subject {
        name: "The handshake of the price socket",
        about: "The fault strikes the request for a connection: the first one, before any prices have come, or the one that is made \
                when the connection is lost. It strikes once or three times in a row. In each cell stand what the stream says of the \
                time without prices, or the error that it ends with, how many handshakes and token calls there were, and whether \
                prices came again. Every gap is told before the first price after it.",
        class: Class::Other,
        columns: vec![
            column("at first, once", false, 1),
            column("at first, three times", false, OFTEN),
            column("after prices, once", true, 1),
            column("after prices, three times", true, OFTEN),
        ],
        table: Table::Own(rows.collect()),
    }
}

pub(crate) fn frames() -> Subject {
    let rows = FRAMES.iter().map(|fault| Row::own(fault.0));
    Subject {
        name: "What the price socket says",
        about: "Prices have come, and then comes the fault. In each cell stand what the stream says of it, how many handshakes there \
                were, and that prices came again: over another connection, or over the same one.",
        class: Class::Other,
        columns: vec![Column::new(Provider::Tradevest, "`Prices`", said)],
        table: Table::Own(rows.collect()),
    }
}

struct Scene {
    desk: Desk,
    gate: Gate,
    prices: Prices,
    /// Quotes so far.
    quotes: usize,
    told: Vec<String>,
    wrong: Vec<String>,
}

impl Scene {
    async fn open(strike: &Strike, hangs: bool, often: bool, idle: Duration) -> Self {
        let desk = Desk::without_token(strike).await;
        let tradevest = desk.stand_in();
        let gate = Gate::before(&tradevest.prices_url()).await;
        let client = Desk::builder(strike, &desk.sandbox, gate.url());
        let client = client.build().unwrap();
        let quick = Backoff::new(Duration::from_millis(1), Duration::from_millis(2));
        let patience = match (hangs, often) {
            (true, true) => Duration::from_secs(1),
            (true, false) => Duration::from_secs(4),
            (false, _) => Duration::from_secs(30),
        };
        let prices = client.prices([Market::eur("BTC")]);
        let prices = prices.backoff(quick.unwrap()).idle_timeout(idle);
        Self {
            desk,
            gate,
            prices: prices.handshake_timeout(patience),
            quotes: 0,
            told: Vec::new(),
            wrong: Vec::new(),
        }
    }

    /// Has a quote said once there have been so many subscriptions.
    async fn quote(&mut self, subscriptions: usize) {
        let socket = self.desk.stand_in().prices();
        socket.wait_for_subscriptions(subscriptions).await;
        self.quotes += 1;
        let price = self.quotes.to_string();
        socket.push(&Quote::of("BTC").ask(&price, "1"));
    }

    /// Reads until a price comes; false where the stream has ended.
    async fn read(&mut self, subscriptions: usize) -> bool {
        let subscribed = self.desk.stand_in().prices().subscriptions().len();
        let mut lost = false;
        loop {
            let next = if subscribed < subscriptions && self.quotes < subscriptions {
                tokio::select! {
                    biased;
                    next = self.prices.next() => next,
                    () = waits(&self.desk, subscriptions) => {
                        self.quote(subscriptions).await;
                        continue;
                    }
                }
            } else {
                self.prices.next().await
            };
            match next {
                Some(Ok(Update::Price(price))) => {
                    let is_last = price.asks[0].price.to_string() == self.quotes.to_string();
                    if !is_last || !price.is_live {
                        self.wrong.push("a price that is no longer true".to_owned());
                    }
                    if lost {
                        self.wrong
                            .push("prices are live, and the gap isn't closed".to_owned());
                    }
                    return true;
                }
                Some(Ok(Update::Gap(gap))) => {
                    lost = !gap.is_over();
                    if gap.is_over() {
                        let failed = match gap.failed_attempts {
                            0 => String::new(),
                            failed => format!(" after {failed} failed"),
                        };
                        self.told.push(format!("gap, {}{failed}", why(&gap.reason)));
                    }
                }
                Some(Ok(Update::Unreadable(lost))) => {
                    let market = if lost.market.is_some() { "its" } else { "any" };
                    self.told.push(format!("unreadable, {market} market"));
                    // The connection is as good as it was.
                    self.quote(subscriptions - 1).await;
                }
                Some(Ok(_)) => {}
                Some(Err(error)) => {
                    self.told.push(format!("ended: {}", why(error.reason())));
                    if self.prices.next().await.is_some() {
                        self.wrong.push("after its end, something comes".to_owned());
                    }
                    return false;
                }
                None => {
                    self.wrong.push("it ends without a word".to_owned());
                    return false;
                }
            }
        }
    }

    fn cell(self, came_again: bool, handshakes: usize, tokens: usize) -> Cell {
        let mut told = self.told;
        if told.is_empty() {
            told.push("nothing".to_owned());
        }
        let mut cell = Cell::new(Told::Other(told.join("; ")));
        cell.note(match handshakes {
            1 => "1 handshake".to_owned(),
            count => format!("{count} handshakes"),
        });
        match tokens {
            0 => {}
            1 => cell.note("1 token call"),
            count => cell.note(format!("{count} token calls")),
        }
        if came_again {
            cell.note("prices");
        }
        cell.wrong = self.wrong;
        cell
    }
}

async fn waits(desk: &Desk, subscriptions: usize) {
    desk.stand_in()
        .prices()
        .wait_for_subscriptions(subscriptions)
        .await;
}

fn why(reason: &Reason) -> String {
    match reason {
        Reason::Closed { code: Some(code) } => format!("closed with {code}"),
        Reason::Closed { code: None } => "closed".to_owned(),
        // Whether a connection is reset before or after something was sent over it depends on the machine.
        Reason::Broken(_) | Reason::Unreachable(_) => "lost".to_owned(),
        Reason::Silent(_) => "silence".to_owned(),
        Reason::Provider(_) => "`ERROR`".to_owned(),
        Reason::MessageTooLarge(_) => "too large".to_owned(),
        Reason::NotWebSocket(_) => "no WebSocket".to_owned(),
        Reason::NoAnswer(_) => "time-out".to_owned(),
        Reason::Refused(refusal) => refusal.status().to_string(),
        Reason::Token(_) => "no token".to_owned(),
        other => format!("{other:?}"),
    }
}

async fn handshake(strike: Strike, after_prices: bool, times: usize) -> Cell {
    let fault = HANDSHAKES
        .iter()
        .find(|fault| fault.name == strike.row.name);
    let fault = fault.unwrap();
    let idle = Duration::from_secs(3600);
    let mut scene = Scene::open(&strike, fault.hangs, times > 1, idle).await;
    let mut before = 0;
    if after_prices {
        assert!(scene.read(1).await, "prices come");
        before = scene.gate.asked();
        scene.told.clear();
    }
    scene.desk.stand_in().clear_received();
    if fault.expires {
        scene.desk.stand_in().expire_tokens();
    }
    let is_refused = fault.play.is_none();
    match fault.play {
        Some(play) => scene.gate.play(play(), times),
        None => scene.gate.shut().await,
    }
    if after_prices {
        scene.gate.push(Push::Reset).await;
    }
    if is_refused {
        return refused(scene, after_prices, times).await;
    }
    let came = scene.read(1 + usize::from(after_prices)).await;
    let asked = scene.gate.asked() - before;
    let tokens = scene.desk.stand_in().received_by("get_token").len();
    scene.cell(came, asked, tokens)
}

/// Nobody listens for a while.
async fn refused(mut scene: Scene, after_prices: bool, times: usize) -> Cell {
    loop {
        match scene.prices.next().await {
            Some(Ok(Update::Gap(gap))) if gap.failed_attempts as usize >= times => break,
            Some(Ok(_)) => {}
            other => {
                scene.wrong.push(format!("it ends: {other:?}"));
                break;
            }
        }
    }
    scene.gate.open().await;
    let came = scene.read(1 + usize::from(after_prices)).await;
    // How often it has tried meanwhile depends on the machine.
    scene.told = vec!["gap, no connection".to_owned()];
    let mut cell = scene.cell(came, 1, 0);
    cell.notes.remove(0);
    cell
}

async fn said(strike: Strike) -> Cell {
    let (_, push, shows) = FRAMES
        .iter()
        .find(|(name, ..)| *name == strike.row.name)
        .unwrap();
    // Long enough for a busy machine to say something once, and short enough to wait for.
    let idle = if *shows == Shows::Silence { 2 } else { 3600 };
    let mut scene = Scene::open(&strike, false, false, Duration::from_secs(idle)).await;
    assert!(scene.read(1).await, "prices come");
    scene.told.clear();
    let before = scene.gate.asked();
    let push = push();
    if let Push::Slowly(_) = push {
        // What comes is a price itself.
        scene.quotes += 1;
    }
    let gate = &scene.gate;
    gate.push(push).await;
    if *shows == Shows::Nothing {
        scene.quote(1).await;
    }
    let came = scene.read(2).await;
    let asked = scene.gate.asked() - before;
    let mut cell = scene.cell(came, asked, 0);
    if !came {
        cell.wrong("once they have come, prices come again");
    }
    if asked == 0 {
        cell.notes[0] = "the same connection".to_owned();
    }
    cell
}

/// A price as the socket says it.
pub(crate) fn price(price: &str) -> Vec<u8> {
    let said = format!(
        r#"{{"type":"PRICES","prices":[{{"market":{{"currency":"EUR","cryptoSymbol":"BTC"}},"time":"2026-11-02T10:00:00.000+02:00","asks":[{{"price":"{price}","quantity":"1"}}],"bids":[]}}]}}"#
    );
    frame(0x81, said.as_bytes())
}
