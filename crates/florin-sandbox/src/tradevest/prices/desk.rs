//! What is known of the socket's connections, and the handle by which a test steers them.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use bytes::Bytes;
use http::HeaderMap;
use serde_json::Value;
use tokio::sync::{mpsc, watch};

use super::super::Tradevest;
use super::book::{self, Quote};
use crate::clock::Clock;
use crate::identifiers::Identifiers;

/// Steers the price socket of Tradevest's stand-in, and shows what it was sent. A handle, cheap to clone.
///
/// By itself the socket takes every connection at both documented paths, with and without a token; expects one subscription;
/// and then says each second, on the sandbox's clock, that nothing has changed. Prices come from the test alone.
#[derive(Clone)]
pub struct PriceSocket {
    desk: Desk,
    clock: Clock,
}

/// A request for a connection.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct PriceHandshake {
    /// The path as sent.
    pub path: String,
    /// The headers as sent.
    pub headers: HeaderMap,
    /// What it was answered with; 101 is a connection.
    pub answered: u16,
}

/// A subscription that was taken.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct PriceSubscription {
    /// The number of its connection, counted from 1.
    pub connection: u64,
    /// The message as it came.
    pub message: String,
    /// The symbols of its markets; `None` for all markets.
    pub symbols: Option<Vec<String>>,
}

#[derive(Clone, Default)]
pub(in crate::tradevest) struct Desk(Arc<Inner>);

#[derive(Default)]
struct Inner {
    state: Mutex<State>,
    /// How often the state was changed.
    changes: watch::Sender<u64>,
}

#[derive(Default)]
pub(super) struct State {
    pub(super) rules: Rules,
    pub(super) handshakes: Vec<PriceHandshake>,
    subscriptions: Vec<PriceSubscription>,
    violations: Vec<String>,
    lines: BTreeMap<u64, Line>,
    entered: u64,
    identifiers: Identifiers,
    /// Every symbol that was pushed or subscribed to.
    symbols: BTreeSet<String>,
}

/// How the socket behaves.
#[derive(Clone, Debug, Default)]
pub(super) struct Rules {
    pub(super) only_at: Option<String>,
    pub(super) needs_token: bool,
    pub(super) is_silent: bool,
    /// How the next connections are refused.
    pub(super) refusals: std::collections::VecDeque<u16>,
}

/// An open connection.
struct Line {
    id: String,
    orders: mpsc::UnboundedSender<Order>,
    /// Once it has subscribed.
    subscription: Option<Option<Vec<String>>>,
}

/// What a connection is told to do.
#[derive(Clone, Debug)]
pub(super) enum Order {
    Text(String),
    Binary(Bytes),
    Ping,
    Close(u16),
    Cut,
}

impl Line {
    fn wants(&self, symbol: &str) -> bool {
        match &self.subscription {
            None => false,
            Some(None) => true,
            Some(Some(symbols)) => symbols.iter().any(|wanted| wanted == symbol),
        }
    }
}

impl Desk {
    pub(super) fn state(&self) -> MutexGuard<'_, State> {
        self.0.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn change<T>(&self, change: impl FnOnce(&mut State) -> T) -> T {
        let result = change(&mut self.state());
        self.0.changes.send_modify(|changes| *changes += 1);
        result
    }

    async fn until(&self, holds: impl Fn(&State) -> bool) {
        let mut changes = self.0.changes.subscribe();
        // The sender lives as long as this does.
        let _ = changes.wait_for(|_| holds(&self.state())).await;
    }

    /// A connection is open: its number, and what it is told.
    pub(super) fn enter(&self) -> (u64, mpsc::UnboundedReceiver<Order>) {
        let (orders, told) = mpsc::unbounded_channel();
        let number = self.change(|state| {
            state.entered += 1;
            let id = state.identifiers.next();
            let line = Line {
                id,
                orders,
                subscription: None,
            };
            state.lines.insert(state.entered, line);
            state.entered
        });
        (number, told)
    }

    pub(super) fn leave(&self, number: u64) {
        self.change(|state| state.lines.remove(&number));
    }

    pub(super) fn subscribed(&self, number: u64, message: &str, symbols: Option<Vec<String>>) {
        self.change(|state| {
            state.symbols.extend(symbols.iter().flatten().cloned());
            if let Some(line) = state.lines.get_mut(&number) {
                line.subscription = Some(symbols.clone());
            }
            state.subscriptions.push(PriceSubscription {
                connection: number,
                message: message.to_owned(),
                symbols,
            });
        });
    }

    /// The client did what the protocol doesn't have.
    pub(super) fn violated(&self, why: &str) {
        self.change(|state| state.violations.push(why.to_owned()));
    }

    /// The sign of life for this connection; `None` where it gets none.
    pub(super) fn sign_of_life(&self, number: u64, clock: &Clock) -> Option<String> {
        let state = self.state();
        let line = state
            .lines
            .get(&number)
            .filter(|_| !state.rules.is_silent)?;
        let symbols: Vec<&str> = match line.subscription.as_ref()? {
            Some(symbols) => symbols.iter().map(String::as_str).collect(),
            None => state.symbols.iter().map(String::as_str).collect(),
        };
        Some(book::unchanged(symbols, clock.now()))
    }

    /// The message that goes before a close.
    pub(super) fn error(&self, number: u64, text: &str) -> String {
        let state = self.state();
        let id = state.lines.get(&number).map_or("", |line| &line.id);
        book::error(text, id)
    }
}

impl Tradevest {
    /// The price socket.
    #[must_use]
    pub fn prices(&self) -> PriceSocket {
        PriceSocket {
            desk: self.stand_in.prices.clone(),
            clock: self.stand_in.stage.clock.clone(),
        }
    }
}

impl PriceSocket {
    /// Sends prices of one market to who has subscribed to it. Returns how many connections that were.
    pub fn push(&self, quote: &Quote) -> usize {
        self.push_all(std::slice::from_ref(quote))
    }

    /// Sends prices of several markets, in one message to each connection with what it has subscribed to.
    pub fn push_all(&self, quotes: &[Quote]) -> usize {
        let now = self.clock.now();
        self.desk.change(|state| {
            let symbols = quotes.iter().map(|quote| quote.symbol.clone());
            state.symbols.extend(symbols);
            let sent = state.lines.values().filter(|line| {
                let wanted = quotes.iter().filter(|quote| line.wants(&quote.symbol));
                let entries: Vec<Value> = wanted.map(|quote| quote.entry(now)).collect();
                !entries.is_empty() && tell(line, Order::Text(book::prices(&entries)))
            });
            sent.count()
        })
    }

    /// Sends this text to every connection, whatever it is. Returns how many there are.
    pub fn say(&self, text: &str) -> usize {
        self.tell_all(&Order::Text(text.to_owned()))
    }

    /// Sends a binary message to every connection.
    pub fn say_bytes(&self, bytes: impl Into<Bytes>) -> usize {
        self.tell_all(&Order::Binary(bytes.into()))
    }

    /// Sends a ping of the protocol to every connection.
    pub fn ping(&self) -> usize {
        self.tell_all(&Order::Ping)
    }

    /// Sends an `ERROR` message with its connection's identifier to every connection, and closes it.
    pub fn fail(&self, text: &str) -> usize {
        self.desk.change(|state| {
            let told = state.lines.values().filter(|line| {
                tell(line, Order::Text(book::error(text, &line.id)))
                    && tell(line, Order::Close(1011))
            });
            told.count()
        })
    }

    /// Closes every connection in an orderly way, as a server does that goes away.
    pub fn close(&self) -> usize {
        self.tell_all(&Order::Close(1001))
    }

    /// Drops every connection without a word.
    pub fn cut(&self) -> usize {
        self.tell_all(&Order::Cut)
    }

    fn tell_all(&self, order: &Order) -> usize {
        let state = self.desk.state();
        let told = state.lines.values();
        told.filter(|line| tell(line, order.clone())).count()
    }

    /// Whether the sign of life of each second stays away.
    pub fn stay_silent(&self, is_silent: bool) {
        self.desk.change(|state| state.rules.is_silent = is_silent);
    }

    /// Refuses the next `times` connections with this status: 403 with an `ErrorMessage` is documented, and 400 with an `ERROR`.
    pub fn refuse(&self, status: u16, times: usize) {
        self.desk.change(|state| {
            let refusals = std::iter::repeat_n(status, times);
            state.rules.refusals.extend(refusals);
        });
    }

    /// Takes connections at this path alone, and has nothing at the others.
    pub fn only_at(&self, path: &str) {
        self.desk
            .change(|state| state.rules.only_at = Some(path.to_owned()));
    }

    /// Whether a connection needs a token that is good; it is refused with 403 otherwise. Undocumented; not by default.
    pub fn require_token(&self, needs_token: bool) {
        self.desk
            .change(|state| state.rules.needs_token = needs_token);
    }

    /// Every request for a connection so far.
    #[must_use]
    pub fn handshakes(&self) -> Vec<PriceHandshake> {
        self.desk.state().handshakes.clone()
    }

    /// Every subscription so far.
    #[must_use]
    pub fn subscriptions(&self) -> Vec<PriceSubscription> {
        self.desk.state().subscriptions.clone()
    }

    /// What clients did that the protocol doesn't have, in words: a second message on a connection, a first one that is no
    /// subscription. They were told `ERROR`, and closed.
    #[must_use]
    pub fn violations(&self) -> Vec<String> {
        self.desk.state().violations.clone()
    }

    /// How many connections are open.
    #[must_use]
    pub fn connections(&self) -> usize {
        self.desk.state().lines.len()
    }

    /// Waits until so many connections are open.
    pub async fn wait_for_connections(&self, count: usize) {
        self.desk.until(|state| state.lines.len() == count).await;
    }

    /// Waits until there have been so many subscriptions in all.
    pub async fn wait_for_subscriptions(&self, count: usize) {
        self.desk
            .until(|state| state.subscriptions.len() >= count)
            .await;
    }

    /// Waits until there have been so many requests for a connection in all.
    pub async fn wait_for_handshakes(&self, count: usize) {
        self.desk
            .until(|state| state.handshakes.len() >= count)
            .await;
    }
}

fn tell(line: &Line, order: Order) -> bool {
    line.orders.send(order).is_ok()
}

impl fmt::Debug for PriceSocket {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PriceSocket")
            .field("connections", &self.connections())
            .finish_non_exhaustive()
    }
}
