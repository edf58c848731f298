//! Monoova: two invoices are paid, each quoted, confirmed, allocated and followed, under references in a ledger.

use florin::core::{IdempotencyKey, Seam};
use florin::ledger::{FileLedger, Ledger as _};
use florin::monoova::{
    Amount, Client, ClientBuilder, Currency, Error, Order, Payment, Status, Until, Write,
};
use florin_sandbox::Sandbox;
use florin_sandbox::monoova::User;

use super::child::{Disk, End, Told, pace, retry, setting};
use super::scene::Scene;
use super::story::{Books, Later, Provider, Story, books};

pub(crate) struct Invoices;

const INVOICES: [(&str, &str); 2] = [("4711", "100.00"), ("4712", "250.50")];
const BENEFICIARY: &str = "BENEFICIARY";
pub(crate) const LEDGER: &str = "payments.ledger";

pub(crate) async fn program(disk: &Disk) -> Told {
    let path = disk.path(LEDGER);
    // The first start makes the ledger, and every other one has to find it.
    let ledger = if disk.load::<bool>("started")?.is_some() {
        FileLedger::open_existing(path)?
    } else {
        let ledger = FileLedger::open(path)?;
        disk.save("started", &true)?;
        ledger
    };
    let client = ClientBuilder::from_env()?
        .user_id(User::First.id())
        .ledger(ledger)
        .pace(pace())
        .retry(retry())
        .build()?;
    for (invoice, amount) in INVOICES {
        pay(disk, &client, invoice, amount).await?;
    }
    Ok(End::Finished)
}

pub(crate) fn order(amount: &str, beneficiary: i64) -> Order {
    let amount = amount.parse().unwrap();
    let (sell, buy) = (Currency::code("AUD"), Currency::code("USD"));
    let payment = Payment::new(beneficiary, amount);
    Order::new(sell, buy, Amount::Buy(amount)).payment(payment)
}

async fn pay(
    disk: &Disk,
    client: &Client,
    invoice: &str,
    amount: &str,
) -> Result<(), Box<dyn std::error::Error>> {
    let order = order(amount, setting(BENEFICIARY).parse()?);
    let step = |step: &str| format!("{invoice} {step}");
    let quote = sent(disk, client.create_transaction(&order), step("create")).await?;
    disk.step();
    let deal = sent(disk, quote.confirm(), step("confirm")).await?;
    disk.step();
    let deal = sent(disk, deal.allocate(), step("allocate")).await?;
    disk.step();
    let until = Until::reached(Status::PartiallySettled).or_unknown();
    deal.poller(until).await?;
    Ok(())
}

/// Under a reference. Who is careless has a key of their own instead, and writes it down when all went well.
async fn sent<T: Send + 'static>(
    disk: &Disk,
    write: Write<T>,
    reference: String,
) -> Result<T, Box<dyn std::error::Error>> {
    if !disk.is_careless() {
        return Ok(write.reference(reference).await?);
    }
    let key = match disk.load::<IdempotencyKey>(&reference)? {
        Some(key) => key,
        None => IdempotencyKey::random(&Seam::default())?,
    };
    let done: Result<T, Error> = write.key(key.clone()).await;
    disk.save(&reference, &key)?;
    Ok(done?)
}

impl Story for Invoices {
    fn name(&self) -> &'static str {
        "monoova"
    }

    fn provider(&self) -> Provider {
        Provider::Monoova
    }

    fn hosts(&self, sandbox: &Sandbox) -> Vec<(&'static str, String)> {
        let monoova = sandbox.monoova();
        vec![
            ("MONOOVA_API_URL", monoova.api_url()),
            ("MONOOVA_TOKEN_URL", monoova.token_url()),
        ]
    }

    fn settings(&self, sandbox: &Sandbox) -> Vec<(&'static str, String)> {
        let known = sandbox.monoova().back_office();
        let beneficiary = sandbox.monoova().beneficiary(User::First, "USD").unwrap();
        vec![
            ("MONOOVA_CLIENT_ID", known.client_id.to_string()),
            ("MONOOVA_CLIENT_SECRET", known.client_secret.to_string()),
            (BENEFICIARY, beneficiary.to_string()),
        ]
    }

    /// The money comes in.
    fn meanwhile(&self, sandbox: &Sandbox) {
        let monoova = sandbox.monoova();
        for deal in monoova.transactions() {
            if deal.status == "open" {
                monoova.pay_in(deal.id, &deal.receipt_amount);
            }
        }
    }

    fn books(&self, scene: &Scene) -> Books {
        let monoova = scene.sandbox.monoova();
        let mut found = books([("keys of another request", monoova.strangers())]);
        for deal in monoova.transactions() {
            let amount = &deal.counter_amount;
            let mut count =
                |what: &str, times| *found.entry(format!("{amount} {what}")).or_default() += times;
            count("created", 1);
            count("confirmed", deal.confirmations);
            count("paid out", deal.payments.len());
            count("paid in", usize::from(deal.paid_in == deal.receipt_amount));
        }
        found
    }

    fn kept<'a>(&'a self, scene: &'a Scene) -> Later<'a, Books> {
        Box::pin(async {
            let ledger = FileLedger::open_existing(scene.folder().join(LEDGER)).unwrap();
            let mut settled = 0;
            for (invoice, _) in INVOICES {
                for step in ["create", "confirm", "allocate"] {
                    let entry = ledger.entry(&format!("{invoice} {step}")).await.unwrap();
                    settled += usize::from(entry.is_some_and(|entry| entry.is_settled()));
                }
            }
            let open = ledger.open_entries().await.unwrap().len();
            books([
                ("settled in the ledger", settled),
                ("open in the ledger", open),
            ])
        })
    }

    fn wanted(&self, _: &Scene) -> Books {
        let mut wanted = books([
            ("keys of another request", 0),
            ("settled in the ledger", 3 * INVOICES.len()),
            ("open in the ledger", 0),
        ]);
        for (_, amount) in INVOICES {
            for what in ["created", "confirmed", "paid out", "paid in"] {
                wanted.insert(format!("{amount} {what}"), 1);
            }
        }
        wanted
    }
}
