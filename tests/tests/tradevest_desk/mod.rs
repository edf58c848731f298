//! A partner at the sandbox: a client that waits for nothing longer than a test does, and what it sends.
#![allow(dead_code, reason = "not every program of tests needs all of it")]

pub(crate) mod data;
pub(crate) mod receiver;

use std::sync::Arc;
use std::time::Duration;

use florin::RetryPolicy;
use florin::core::http::HeaderMap;
use florin::core::{Backoff, Seam};
use florin::poll::Pace;
use florin::tradevest::{Client, ClientBuilder, Credentials, Environment, Error, types};
use florin_sandbox::tradevest::{Options, Tradevest};
use florin_sandbox::{Clock, Fault, ManualClock, Received, Sandbox};
use florin_tests::in_memory::{Asked, InMemory, Says};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tokio::task::JoinHandle;

pub(crate) const HOUR: Duration = Duration::from_secs(3600);

/// One step of whatever goes through statuses at the sandbox.
pub(crate) const STEP: Duration = Duration::from_millis(100);

/// A sandbox on a clock that stands still, and a client that acts for a person there.
pub(crate) struct Desk {
    pub(crate) sandbox: Sandbox,
    pub(crate) clock: ManualClock,
    pub(crate) client: Client,
}

/// A customer with an account that holds 1000 euros, and a wallet.
pub(crate) struct Trader {
    pub(crate) customer: String,
    pub(crate) cash: String,
    pub(crate) wallet: String,
}

impl Desk {
    pub(crate) async fn open() -> Self {
        Self::open_with(Options::default()).await
    }

    pub(crate) async fn open_with(options: Options) -> Self {
        let clock = Clock::manual();
        let builder = Sandbox::builder().clock(&clock).tradevest(options);
        let sandbox = builder.start().await.unwrap();
        let client = acting(&sandbox).build().unwrap();
        Self {
            sandbox,
            clock,
            client,
        }
    }

    pub(crate) fn tradevest(&self) -> &Tradevest {
        self.sandbox.tradevest()
    }

    pub(crate) fn trader(&self) -> Trader {
        let tradevest = self.tradevest();
        let customer = tradevest.plant_customer();
        let cash = tradevest.plant_product(&customer, "BALANCE_ACCOUNT");
        let wallet = tradevest.plant_product(&customer, "CURRENCY_WALLET");
        tradevest.deposit(&cash, "1000");
        Trader {
            customer,
            cash,
            wallet,
        }
    }

    /// Lets so many steps happen.
    pub(crate) fn steps(&self, count: u32) {
        (0..count).for_each(|_| self.clock.advance(STEP));
    }

    pub(crate) fn received(&self, operation: &str) -> Vec<Received> {
        self.tradevest().received_by(operation)
    }

    pub(crate) fn count(&self, operation: &str) -> usize {
        self.received(operation).len()
    }

    pub(crate) fn last(&self, operation: &str) -> Received {
        let last = self.received(operation).pop();
        last.unwrap_or_else(|| panic!("{operation} was never asked"))
    }

    pub(crate) fn misbehave(&self, fault: Fault) {
        self.tradevest().misbehave(fault).unwrap();
    }

    /// Until an operation was answered so many times.
    pub(crate) async fn answered(&self, operation: &str, count: usize) {
        let is_answered = |request: &Received| request.answered.is_some();
        soon(async {
            while self
                .received(operation)
                .iter()
                .filter(|r| is_answered(r))
                .count()
                < count
            {
                tokio::task::yield_now().await;
            }
        })
        .await;
    }

    /// The external ids that requests for an operation came with.
    pub(crate) fn external_ids(&self, operation: &str) -> Vec<String> {
        let sent = self.received(operation).into_iter();
        sent.map(|sent| text(&sent.json().unwrap()["externalId"]))
            .collect()
    }
}

impl Trader {
    /// An order of bitcoins for so many euros, under an external id or none yet.
    pub(crate) fn order(&self, euros: &str, external_id: &str) -> types::OrderData {
        types::OrderData {
            quantity: euros.parse().unwrap(),
            ..read(&json!({
                "cryptoSymbol": "BTC", "tradeSide": "BUY", "quantityType": "AMOUNT", "quantity": 1,
                "externalId": external_id,
                "walletCustomerProductId": self.wallet, "cashCustomerProductId": self.cash,
            }))
        }
    }

    pub(crate) fn transfer(&self, euros: &str) -> types::TransferData {
        let mut transfer: types::TransferData = read(&json!({ "customerProductId": self.cash }));
        transfer.amount = Some(euros.parse().unwrap());
        transfer
    }
}

/// A client of the sandbox that asks often and retries at once, without anybody to act for.
pub(crate) fn settings(sandbox: &Sandbox) -> ClientBuilder {
    let tradevest = sandbox.tradevest();
    let backoff = Backoff::new(Duration::from_millis(1), Duration::from_millis(2));
    let pace = Pace::default()
        .first(Duration::from_millis(1))
        .slowest(Duration::from_millis(5))
        .deadline(Duration::from_secs(20));
    Client::builder()
        .environment(environment(sandbox))
        .credentials(Credentials::new(
            tradevest.client_id(),
            tradevest.client_secret(),
        ))
        .pace(pace)
        .retry(RetryPolicy::default().with_backoff(backoff.unwrap()))
}

/// The same, for the person that is there from the start.
pub(crate) fn acting(sandbox: &Sandbox) -> ClientBuilder {
    let person = sandbox.tradevest().partner_person();
    settings(sandbox).requestor(person.parse().unwrap())
}

pub(crate) fn environment(sandbox: &Sandbox) -> Environment {
    let tradevest = sandbox.tradevest();
    Environment::Custom {
        api: tradevest.api_url(),
        auth: tradevest.auth_url(),
        prices: Some(tradevest.prices_url()),
    }
}

/// A provider in memory that gives tokens to anybody; `script` answers the rest.
pub(crate) fn provider(script: impl Fn(&Asked) -> Says + Send + Sync + 'static) -> InMemory {
    InMemory::with_tokens(move |asked| match asked.operation.as_str() {
        "get_token" => Says::Yes(token()),
        _ => script(asked),
    })
}

pub(crate) fn token() -> Value {
    json!({"access_token": "t", "expires_in": 3600, "token_type": "Bearer"})
}

/// A client of a provider in memory, on tokio's clock and without an identity.
pub(crate) fn of(provider: &InMemory) -> ClientBuilder {
    let start = "2026-11-02T08:00:00Z".parse().unwrap();
    Client::builder()
        .environment(Environment::Test)
        .credentials(Credentials::new("an-app", "s3cret"))
        .seam(Seam::without_chance(start, 1.0))
        .transport(Arc::new(provider.clone()))
}

pub(crate) const PERSON: &str = "0d2f4a6e-6f5c-4a53-9d5d-6f0a7d1f6f10";

/// The same for a person.
pub(crate) fn acting_of(provider: &InMemory) -> Client {
    let builder = of(provider).requestor(PERSON.parse().unwrap());
    builder.build().unwrap()
}

/// From text, as an answer is: a `Value` has lost the digits of its numbers.
pub(crate) fn read<T: DeserializeOwned>(value: &Value) -> T {
    serde_json::from_str(&value.to_string()).unwrap()
}

pub(crate) fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

pub(crate) fn header<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}

/// What a broken client never gets to, without a test that hangs.
pub(crate) async fn soon<T>(waiting: impl Future<Output = T>) -> T {
    let waited = tokio::time::timeout(Duration::from_secs(30), waiting).await;
    waited.unwrap_or_else(|_| panic!("it never happens"))
}

/// Somebody who waits in the background, and stops when this is dropped.
pub(crate) struct Waiting<T>(JoinHandle<Result<T, Error>>);

impl<T: Send + 'static> Waiting<T> {
    pub(crate) fn on<W>(waiting: W) -> Self
    where
        W: IntoFuture<Output = Result<T, Error>>,
        W::IntoFuture: Send + 'static,
    {
        Self(tokio::spawn(waiting.into_future()))
    }

    pub(crate) fn is_over(&self) -> bool {
        self.0.is_finished()
    }

    pub(crate) async fn result(mut self) -> Result<T, Error> {
        soon(&mut self.0).await.unwrap()
    }

    pub(crate) async fn outcome(self) -> T {
        self.result().await.unwrap()
    }
}

impl<T> Drop for Waiting<T> {
    fn drop(&mut self) {
        self.0.abort();
    }
}
