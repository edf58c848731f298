//! Monoova under a storm: orders and confirmations, under keys of all three ways.

use std::time::Duration;

use florin::core::chrono::{DateTime, Utc};
use florin::core::{IdempotencyKey, Limits, Seam};
use florin::ledger::MemoryLedger;
use florin::monoova::{
    Amount, Client, Credentials, Currency, Deal, Environment, Error, Order, Payment, Write,
};
use florin_sandbox::monoova::{Options, User};
use florin_sandbox::{Fault, Received, Sandbox, Storm};

use super::blow::Problem;
use super::house::{House, quick};
use super::subject::{Books, Doing, Doubt, Said, Subject, steered};
use crate::monoova::order::amount;

/// So long the provider takes for a write: long enough for a repetition to find the first one in progress now and then.
const TAKES: Duration = Duration::from_millis(2);

/// Every so-manieth write is a confirmation.
const CONFIRMATIONS: usize = 5;

/// Where the key of a write comes from.
#[derive(Clone, Copy)]
enum Way {
    /// The session makes it, and the error tells it.
    Any,
    /// The caller makes it.
    Own,
    /// The ledger keeps it under a reference.
    Reference,
}

pub(super) struct Monoova {
    house: House,
    seed: u64,
    beneficiary: i64,
    /// Deals that wait for their confirmation, of each write that is one.
    quotes: Vec<Option<i64>>,
    /// What outlives a process.
    ledger: MemoryLedger,
    began: DateTime<Utc>,
}

impl Monoova {
    pub(super) async fn open(writes: usize, seed: u64) -> Result<Self, Problem> {
        let options = Options {
            write_takes: TAKES,
            ..Options::default()
        };
        let house = House::build(Sandbox::builder().monoova(options)).await?;
        let beneficiary = house.sandbox().monoova().beneficiary(User::First, "USD");
        let mut subject = Self {
            beneficiary: beneficiary.ok_or("nobody is paid in US dollars")?,
            house,
            seed,
            quotes: Vec::with_capacity(writes),
            ledger: MemoryLedger::default(),
            began: Seam::real().now(),
        };
        let client = subject.client(Limits::default())?;
        for write in 0..writes {
            let quote = match write % CONFIRMATIONS {
                0 => Some(client.create_transaction(&subject.order(write)).await?.id()),
                _ => None,
            };
            subject.quotes.push(quote);
        }
        Ok(subject)
    }

    /// Each order is of an amount of its own, by which it is found in the books.
    fn order(&self, write: usize) -> Order {
        let sum = amount(&dollars(write));
        Order::new(
            Currency::code("AUD"),
            Currency::code("USD"),
            Amount::Buy(sum),
        )
        .payment(Payment::new(self.beneficiary, sum))
    }

    fn quote(&self, write: usize) -> Option<i64> {
        self.quotes.get(write).copied().flatten()
    }

    fn request(&self, client: &Client, write: usize) -> Write<Deal> {
        match self.quote(write) {
            Some(quote) => client.deal(quote).confirm(),
            None => client.create_transaction(&self.order(write)),
        }
    }

    const fn way(write: usize) -> Way {
        match write % 3 {
            0 => Way::Any,
            1 => Way::Own,
            _ => Way::Reference,
        }
    }

    fn reference(write: usize) -> String {
        format!("storm write {write}")
    }
}

impl Subject for Monoova {
    type Client = Client;

    fn client(&self, limits: Limits) -> Result<Client, Problem> {
        let monoova = self.house.sandbox().monoova();
        let known = monoova.back_office();
        let client = Client::builder()
            .environment(Environment::Custom {
                api: monoova.api_url(),
            })
            .token_url(monoova.token_url())
            .credentials(Credentials::back_office(
                known.client_id,
                known.client_secret,
            ))
            .user_id(User::First.id())
            .ledger(self.ledger.clone())
            .limits(limits)
            .retry(quick()?);
        Ok(client.build()?)
    }

    fn write<'a>(&'a self, client: &'a Client, write: usize, round: u32) -> Doing<'a, Said> {
        Box::pin(async move {
            let request = self.request(client, write);
            let done = |deal: Deal| Said::Applied(deal.id().to_string());
            match Self::way(write) {
                Way::Any => request.await.map_or_else(|error| Said::by(&error), done),
                Way::Own => {
                    let name = format!("storm-{}-{write}-{round}", self.seed);
                    let Ok(key) = IdempotencyKey::new(name.as_str()) else {
                        return Said::Not {
                            why: "that is no key".to_owned(),
                            without_token: false,
                        };
                    };
                    let sent = request.key(key).await;
                    sent.map_or_else(|error| Said::under(&name, &error), done)
                }
                Way::Reference => {
                    let sent = request.reference(Self::reference(write)).await;
                    sent.map_or_else(|error| Said::by(&error), done)
                }
            }
        })
    }

    fn find_out<'a>(
        &'a self,
        client: &'a Client,
        write: usize,
        doubt: &'a Doubt,
    ) -> Doing<'a, Result<Vec<String>, String>> {
        Box::pin(async move {
            let request = self.request(client, write);
            let told = |error: Error| format!("{error:#}");
            let deal = match (Self::way(write), &doubt.key) {
                // Another process, which has the key and the request and knows when all of this began.
                (Way::Any | Way::Own, Some(key)) => {
                    let key = IdempotencyKey::new(key.as_str());
                    let key = key.map_err(|error| error.to_string())?;
                    request.key_since(key, self.began).await.map_err(told)?
                }
                (Way::Reference, _) => {
                    let reference = Self::reference(write);
                    request.reference(reference).await.map_err(told)?
                }
                (_, None) => return Err("there is no key to ask with".to_owned()),
            };
            Ok(vec![deal.id().to_string()])
        })
    }

    fn books(&self) -> Books {
        let mut books = Books::of(self.quotes.len());
        for made in self.house.sandbox().monoova().transactions() {
            let quoted = self.quotes.iter().position(|quote| *quote == Some(made.id));
            if let Some(write) = quoted {
                for _ in 0..made.confirmations {
                    books.enter(Some(write), made.id.to_string());
                }
            } else {
                let write = write_of(&made.counter_amount);
                let write = write.filter(|write| self.quote(*write).is_none());
                books.enter(write, made.id.to_string());
            }
        }
        books
    }

    fn is_about(&self, request: &Received, write: usize) -> bool {
        match self.quote(write) {
            Some(quote) => request.path.contains(&format!("/{quote}")),
            None => {
                let body = String::from_utf8_lossy(&request.body);
                body.contains(&format!("\"{}\"", dollars(write)))
            }
        }
    }

    fn storm(&self, seed: u64) -> Storm {
        ["create_transaction", "confirm_transaction"]
            .into_iter()
            .fold(Storm::new(seed), |storm, operation| {
                let at_it = Fault::status(409).on(operation);
                storm
                    .with("409, at it", at_it.clone())
                    .with("409, at it, done", at_it.after_effect())
            })
    }

    steered!(monoova);
}

/// The amount of a write.
fn dollars(write: usize) -> String {
    let cents = 10_000 + write;
    format!("{}.{:02}", cents / 100, cents % 100)
}

/// The write of an amount, as the books have it.
fn write_of(dollars: &str) -> Option<usize> {
    let (whole, cents) = dollars.split_once('.').unwrap_or((dollars, ""));
    let cents = format!("{whole}{cents:0<2}").parse::<usize>().ok()?;
    cents.checked_sub(10_000)
}
