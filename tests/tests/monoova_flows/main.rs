//! A business's deals with Monoova from end to end: over real sockets against the sandbox, and on paused time in memory.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "what a test relies on fails the test"
)]

mod amounts;
mod configuration;
mod desk;
mod doubt;
mod either_or;
mod errors;
mod in_progress;
mod keys;
mod keys_refused;
mod ledger;
mod lenient;
mod listing;
mod listing_trouble;
mod matrix;
mod paths;
mod replayed;
mod sequence;
mod tokens;
mod users;
mod waiting;

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use chrono::{DateTime, Utc};
use florin::core::Seam;
use florin::monoova::{
    Amount, Client, ClientBuilder, Country, Credentials, Currency, Environment, NewBeneficiary,
    NewSubCustomer, Order, Payment,
};
use florin_tests::in_memory::{Asked, InMemory, Says};
use serde_json::{Value, json};

const TOKEN_CALL: &str = "create_access_token";

fn start() -> DateTime<Utc> {
    "2026-11-02T08:00:00Z".parse().unwrap()
}

/// A client of a provider in memory, in the making and without an identity. Each draws chance and keys of its own, as
/// processes do.
fn settings(provider: &InMemory) -> ClientBuilder {
    static PROCESSES: AtomicU64 = AtomicU64::new(1);
    let process = PROCESSES.fetch_add(1, Ordering::SeqCst);
    Client::builder()
        .environment(Environment::Sandbox)
        .token_url("https://auth.example/global/oauth/token")
        .seam(Seam::simulated(start(), process))
        .transport(Arc::new(provider.clone()))
}

/// The same of a back office that has named no user.
fn office(provider: &InMemory) -> ClientBuilder {
    settings(provider).credentials(Credentials::back_office("app", "s3cret"))
}

/// The same of a user's website.
fn website(provider: &InMemory) -> ClientBuilder {
    let credentials = Credentials::client_website("app", "s3cret", "jane", "p4ssword");
    settings(provider).credentials(credentials)
}

/// A back office that acts for user 42.
fn client(provider: &InMemory) -> Client {
    office(provider).user_id(42).build().unwrap()
}

/// A provider that gives tokens to anybody and answers what else is asked in turn, the last for ever.
fn in_turn(answers: Vec<Says>) -> InMemory {
    let next = AtomicUsize::new(0);
    InMemory::new(move |_| {
        let at = next.fetch_add(1, Ordering::SeqCst);
        answers[at.min(answers.len() - 1)].clone()
    })
}

/// A provider that answers everything but for tokens with this.
fn answering(answer: Value) -> InMemory {
    InMemory::new(move |_| Says::Yes(answer.clone()))
}

/// The transactions that a provider has made, by their keys.
type Made = Arc<Mutex<BTreeMap<String, i64>>>;

/// A provider that makes one transaction for each key that it is asked under, and then says what `says` makes of the
/// answer. What it makes is there before it answers.
fn bank(says: impl Fn(&Asked, Value) -> Says + Send + Sync + 'static) -> (InMemory, Made) {
    let made = Made::default();
    let known = Arc::clone(&made);
    let provider = InMemory::new(move |asked| {
        let id = {
            let mut known = known.lock().unwrap();
            let next = 7001 + i64::try_from(known.len()).unwrap();
            *known.entry(key(asked)).or_insert(next)
        };
        says(asked, transaction(id, "created"))
    });
    (provider, made)
}

fn count_made(made: &Made) -> usize {
    made.lock().unwrap().len()
}

fn transaction(id: i64, status: &str) -> Value {
    json!({"transaction": {"id": id, "status": status}})
}

/// The idempotency key of a request.
fn key(asked: &Asked) -> String {
    let key = asked.headers.get("idempotency-key");
    let key = key.unwrap_or_else(|| panic!("{} without a key", asked.operation));
    key.to_str().unwrap().to_owned()
}

/// The keys that requests for an operation came with.
fn keys(provider: &InMemory, operation: &str) -> Vec<String> {
    provider.asked(operation).iter().map(key).collect()
}

/// Buys so many US dollars and pays all of them to one beneficiary.
fn order(amount: &str) -> Order {
    let amount = amount.parse().unwrap();
    let (sell, buy) = (Currency::code("AUD"), Currency::code("USD"));
    Order::new(sell, buy, Amount::Buy(amount)).payment(Payment::new(20_481, amount))
}

fn payment(amount: &str) -> Payment {
    Payment::new(20_481, amount.parse().unwrap())
}

fn beneficiary() -> NewBeneficiary {
    NewBeneficiary::company("Acme Inc", Country::code("USA"), Currency::code("USD"))
}

fn sub_customer() -> NewSubCustomer {
    NewSubCustomer::company("Acme Pty Ltd", "1 Main Street", Country::code("AUS"))
}
