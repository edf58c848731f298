//! Clients of the sandbox that wait for nothing longer than a test does.

use std::time::Duration;

use florin::RetryPolicy;
use florin::core::Backoff;
use florin::monoova::{
    Amount, Client, ClientBuilder, Credentials, Currency, Environment, Order, Payment, Status,
    types,
};
use florin::poll::Pace;
use florin_sandbox::monoova::{Options, User};
use florin_sandbox::{Clock, Fault, ManualClock, Sandbox};

pub(crate) async fn timed() -> (Sandbox, ManualClock) {
    timed_with(Options::default()).await
}

/// A sandbox on a clock that a test turns.
pub(crate) async fn timed_with(options: Options) -> (Sandbox, ManualClock) {
    let clock = Clock::manual();
    let builder = Sandbox::builder().clock(&clock).monoova(options);
    (builder.start().await.unwrap(), clock)
}

fn quick(sandbox: &Sandbox) -> ClientBuilder {
    let api = sandbox.monoova().api_url();
    let backoff = Backoff::new(Duration::from_millis(1), Duration::from_millis(2));
    let pace = Pace::default()
        .first(Duration::from_millis(1))
        .slowest(Duration::from_millis(5))
        .deadline(Duration::from_secs(10));
    Client::builder()
        .environment(Environment::Custom { api })
        .token_url(sandbox.monoova().token_url())
        .pace(pace)
        .retry(RetryPolicy::default().with_backoff(backoff.unwrap()))
}

/// The back office, acting for nobody yet.
pub(crate) fn office(sandbox: &Sandbox) -> ClientBuilder {
    let known = sandbox.monoova().back_office();
    quick(sandbox).credentials(Credentials::back_office(
        known.client_id,
        known.client_secret,
    ))
}

/// The back office, acting for the first user.
pub(crate) fn settings(sandbox: &Sandbox) -> ClientBuilder {
    office(sandbox).user_id(User::First.id())
}

pub(crate) fn client(sandbox: &Sandbox) -> Client {
    settings(sandbox).build().unwrap()
}

/// The first user's website.
pub(crate) fn website(sandbox: &Sandbox) -> ClientBuilder {
    let known = sandbox.monoova().client_website();
    quick(sandbox).credentials(Credentials::client_website(
        known.client_id,
        known.client_secret,
        known.username.unwrap(),
        known.password.unwrap(),
    ))
}

/// Payments in US dollars to somebody whom the user knows.
pub(crate) fn payments_of(sandbox: &Sandbox, user: User, amounts: &[&str]) -> Vec<Payment> {
    let beneficiary = sandbox.monoova().beneficiary(user, "USD").unwrap();
    let payment = |amount: &&str| Payment::new(beneficiary, amount.parse().unwrap());
    amounts.iter().map(payment).collect()
}

/// Buys so many US dollars with Australian ones and pays them all.
pub(crate) fn order_of(sandbox: &Sandbox, user: User, amount: &str) -> Order {
    let (sell, buy) = (Currency::code("AUD"), Currency::code("USD"));
    Order::new(sell, buy, Amount::Buy(amount.parse().unwrap())).payments(payments_of(
        sandbox,
        user,
        &[amount],
    ))
}

/// The same of the first user.
pub(crate) fn order_at(sandbox: &Sandbox, amount: &str) -> Order {
    order_of(sandbox, User::First, amount)
}

pub(crate) fn misbehave(sandbox: &Sandbox, fault: Fault) {
    sandbox.monoova().misbehave(fault).unwrap();
}

/// What a broken client never gets to, without a test that hangs.
pub(crate) async fn soon<T>(waiting: impl Future<Output = T>) -> T {
    let waited = tokio::time::timeout(Duration::from_secs(20), waiting).await;
    waited.unwrap_or_else(|_| panic!("it never happens"))
}

/// Until a repetition has found its write in progress.
pub(crate) async fn wait_for_in_progress(sandbox: &Sandbox) {
    soon(async {
        while sandbox.monoova().keys()[0].in_progress == 0 {
            tokio::task::yield_now().await;
        }
    })
    .await;
}

/// How many requests for an operation arrived.
pub(crate) fn count(sandbox: &Sandbox, operation: &str) -> usize {
    sandbox.monoova().received_by(operation).len()
}

pub(crate) fn state(transaction: &types::Transaction) -> Status {
    Status::of(transaction).unwrap()
}
