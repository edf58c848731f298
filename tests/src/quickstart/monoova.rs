//! Monoova's chapter: an importer pays an invoice abroad, and a program that dies in between pays nothing twice.

use std::io;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use florin::Decimal;
use florin::ledger::{FileLedger, Ledger, LedgerError};
use florin::monoova::types::Transaction;
use florin::monoova::{
    Amount, Client, Credentials, Currency, Deal, Environment, Order, Payment, RateQuery, Status,
    Until,
};
use florin::poll::{Pace, Progress};
use florin_sandbox::Fault;
use florin_sandbox::monoova::{Monoova, User};

use super::end::End;
use super::page::Page;

/// What the supplier's invoice comes to, in US dollars.
const INVOICE: i64 = 2_500;

/// Plays it through and writes the transcript.
pub(super) async fn tell(bank: &Monoova, page: &mut Page<'_>) -> Result<(), End> {
    page.chapter("Monoova")?;
    page.line("An invoice from abroad, paid once")?;
    page.line("")?;
    page.line(
        "An importer in Sydney owes a supplier USD 2,500. It buys them with Australian dollars,",
    )?;
    page.line("and writes down what it is about to send before it sends it.")?;

    let ledger = LedgerFile::new();
    let told = play(bank, page, &ledger).await;
    ledger.remove();
    told
}

async fn play(bank: &Monoova, page: &mut Page<'_>, ledger: &LedgerFile) -> Result<(), End> {
    page.heading("The importer's program")?;
    let importer = client(bank, ledger)?;
    rate(page, &importer).await?;
    let quote = quote(page, bank, &importer).await?;
    dies(page, bank, &quote).await?;

    page.heading("The importer's program, started again")?;
    let importer = client(bank, ledger)?;
    let deal = confirm(page, bank, ledger, &importer.deal(quote.id())).await?;
    settle(page, bank, &deal).await
}

/// A file of its own for each run.
struct LedgerFile(PathBuf);

impl LedgerFile {
    fn new() -> Self {
        static RUNS: AtomicUsize = AtomicUsize::new(0);
        let run = RUNS.fetch_add(1, Ordering::Relaxed);
        let name = format!("florin-quickstart-{}-{run}.ledger", std::process::id());
        Self(std::env::temp_dir().join(name))
    }

    fn open(&self) -> Result<FileLedger, End> {
        FileLedger::open(&self.0).map_err(unwritten)
    }

    fn remove(&self) {
        // It lies among the temporary files: one that can't be removed does no harm.
        let _ = std::fs::remove_file(&self.0);
    }
}

#[expect(clippy::needless_pass_by_value, reason = "it is what map_err hands on")]
fn unwritten(error: LedgerError) -> End {
    End::Broken(format!("The ledger can't be used: {error}"))
}

fn client(bank: &Monoova, ledger: &LedgerFile) -> Result<Client, End> {
    let office = bank.back_office();
    let client = Client::builder()
        .environment(Environment::Custom {
            api: bank.api_url(),
        })
        .token_url(bank.token_url())
        .credentials(Credentials::back_office(
            office.client_id,
            office.client_secret,
        ))
        .user_id(User::First.id())
        .ledger(ledger.open()?)
        .pace(
            Pace::default()
                .first(Duration::from_millis(100))
                .slowest(Duration::from_millis(100)),
        )
        .build()?;
    Ok(client)
}

async fn rate(page: &mut Page<'_>, importer: &Client) -> Result<(), End> {
    page.step("Looks at the rate.")?;
    let rate = importer
        .rate(&RateQuery::new(
            Currency::code("AUD"),
            Currency::code("USD"),
        ))
        .await?;
    page.note(&format!(
        "One Australian dollar is {} US dollars. That binds nobody.",
        rate.exchange_rate.text()
    ))?;
    Ok(())
}

/// Makes the quote while the network loses the first answer.
async fn quote(page: &mut Page<'_>, bank: &Monoova, importer: &Client) -> Result<Deal, End> {
    page.step("Asks for a quote. The network loses the answer.")?;
    let supplier = bank
        .beneficiary(User::First, "USD")
        .ok_or_else(|| End::Broken("There is nobody to pay in US dollars.".to_owned()))?;
    let amount = Decimal::from(INVOICE);
    let order = Order::new(
        Currency::code("AUD"),
        Currency::code("USD"),
        Amount::Buy(amount),
    )
    .payment(Payment::new(supplier, amount).reference("Invoice 4711"));
    bank.misbehave(Fault::reset().after_effect().on("create_transaction"))
        .map_err(|error| End::Broken(format!("The sandbox can't misbehave: {error}")))?;
    let quote = importer
        .create_transaction(&order)
        .reference("4711 create")
        .await?;
    page.note(
        "The client sends it again under the same idempotency key, and gets the first answer.",
    )?;
    page.note(&format!(
        "Requests: {}. Transactions made: {}.",
        bank.received_by("create_transaction").len(),
        bank.transactions().len(),
    ))?;
    page.note(&format!(
        "To pay: AUD {}, for USD {}.",
        text(quote.transaction(), |seen| seen.receipt_amount.as_ref()),
        text(quote.transaction(), |seen| seen
            .counter_currency_amount
            .as_ref()),
    ))?;
    Ok(quote)
}

/// An amount as it came.
fn text<T>(
    seen: Option<&Transaction>,
    field: impl FnOnce(&Transaction) -> Option<&florin::core::AsSent<T>>,
) -> String {
    seen.and_then(field)
        .map_or_else(|| "?".to_owned(), |amount| amount.text().to_owned())
}

/// Confirms, and ends before the answer comes.
async fn dies(page: &mut Page<'_>, bank: &Monoova, quote: &Deal) -> Result<(), End> {
    page.step("Confirms the quote, which is binding, and dies before it has the answer.")?;
    bank.hold_next_write();
    let confirming = tokio::spawn(quote.confirm().reference("4711 confirm").into_future());
    bank.wait_for_held(1).await;
    confirming.abort();
    bank.release_writes();
    // That it was aborted is all there is to learn.
    let _ = confirming.await;
    page.note(&status(bank, quote.id()))?;
    Ok(())
}

fn status(bank: &Monoova, id: i64) -> String {
    match bank.transaction(id) {
        Some(deal) => format!(
            "At the bank: {}, confirmed {}.",
            deal.status.replace('_', " "),
            match deal.confirmations {
                1 => "once".to_owned(),
                times => format!("{times} times"),
            }
        ),
        None => "At the bank: nothing.".to_owned(),
    }
}

/// Goes on with what the ledger has open.
async fn confirm(
    page: &mut Page<'_>,
    bank: &Monoova,
    ledger: &LedgerFile,
    quote: &Deal,
) -> Result<Deal, End> {
    page.step("Reads in its ledger what was begun.")?;
    let open = ledger.open()?.open_entries().await.map_err(unwritten)?;
    for entry in &open {
        page.note(&format!("Open: {} ({}).", entry.reference, entry.operation))?;
    }
    page.step("Confirms once more, under the same reference.")?;
    let deal = quote.confirm().reference("4711 confirm").await?;
    page.note("The key in the ledger is the one that was sent before, so this is no second time.")?;
    page.note(&status(bank, deal.id()))?;
    page.step("Says that the payments are complete.")?;
    let deal = deal.allocate().reference("4711 allocate").await?;
    page.note(&status(bank, deal.id()))?;
    Ok(deal)
}

/// Follows the deal while the money comes in.
async fn settle(page: &mut Page<'_>, bank: &Monoova, deal: &Deal) -> Result<(), End> {
    page.step("Waits while the importer's money comes in, in two parts.")?;
    let mut poller = deal.poller(Until::any_of(["settled"]));
    loop {
        match poller.next().await {
            Some(Ok(Progress::Pending(now))) => {
                note(page, &now)?;
                pay(bank, deal.id());
            }
            Some(Ok(Progress::Done(now))) => {
                note(page, &now)?;
                break;
            }
            Some(Err(error)) => return Err(error.into()),
            None => return Err(End::Broken("The deal did not settle.".to_owned())),
        }
    }
    page.note("(Which states follow is documented nowhere; this one is the sandbox's.)")?;
    page.line("\nOne invoice, one deal, one confirmation, although the program died on the way.")?;
    Ok(())
}

/// The importer's bank sends a part, and then all that is owed.
fn pay(bank: &Monoova, id: i64) {
    if let Some(deal) = bank.transaction(id) {
        let is_first = deal.status == "open";
        let part = if is_first {
            "1000.00"
        } else {
            &deal.receipt_amount
        };
        bank.pay_in(id, part);
    }
}

fn note(page: &mut Page<'_>, deal: &Transaction) -> io::Result<()> {
    let status = Status::of(deal).map_or_else(
        || "no status".to_owned(),
        |status| status.to_string().replace('_', " "),
    );
    page.note(&format!("It is {status}."))
}
