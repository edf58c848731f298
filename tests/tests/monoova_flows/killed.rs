//! A process that is killed between a request and its answer, and the next one that goes on from the file.

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use florin::ledger::{FileLedger, Ledger as _};
use florin::monoova::{Amount, ClientBuilder, Currency, Order, Payment};
use florin_sandbox::monoova::User;
use florin_sandbox::{Fault, Sandbox};

use super::desk::{count, order_at, settings, soon, timed};
use super::ledger::Folder;

const LEDGER: &str = "FLORIN_TEST_LEDGER";
const BENEFICIARY: &str = "FLORIN_TEST_BENEFICIARY";

/// Not a test by itself: the process that a test starts and kills. It makes one transaction under a reference.
#[tokio::test]
async fn the_process_that_is_killed() {
    let (Ok(ledger), Ok(beneficiary)) = (std::env::var(LEDGER), std::env::var(BENEFICIARY)) else {
        return;
    };
    let client = ClientBuilder::from_env()
        .unwrap()
        .user_id(User::First.id())
        .ledger(FileLedger::open(ledger).unwrap())
        .build()
        .unwrap();
    let amount = "100.00".parse().unwrap();
    let (sell, buy) = (Currency::code("AUD"), Currency::code("USD"));
    let payment = Payment::new(beneficiary.parse().unwrap(), amount);
    let order = Order::new(sell, buy, Amount::Buy(amount)).payment(payment);
    let _ = client.create_transaction(&order).reference("4711").await;
}

/// Kills the process when the test is over, whichever way.
struct Killed(Child);

impl Drop for Killed {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn start(sandbox: &Sandbox, ledger: &Path) -> Killed {
    let monoova = sandbox.monoova();
    let beneficiary = monoova.beneficiary(User::First, "USD").unwrap();
    let known = monoova.back_office();
    let child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "killed::the_process_that_is_killed"])
        .env(LEDGER, ledger)
        .env(BENEFICIARY, beneficiary.to_string())
        .env("MONOOVA_API_URL", monoova.api_url())
        .env("MONOOVA_TOKEN_URL", monoova.token_url())
        .env("MONOOVA_CLIENT_ID", known.client_id)
        .env("MONOOVA_CLIENT_SECRET", known.client_secret)
        .env_remove("MONOOVA_USERNAME")
        .env_remove("MONOOVA_PASSWORD")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    Killed(child.unwrap())
}

#[tokio::test]
async fn what_a_killed_process_had_sent_is_asked_for_again_and_done_once() {
    let (sandbox, _clock) = timed().await;
    let folder = Folder::new("killed");
    // It is done, and the answer is still out when the process dies.
    sandbox.monoova().hold_next_write();
    let child = start(&sandbox, &folder.file());
    soon(sandbox.monoova().wait_for_held(1)).await;
    drop(child);
    assert_eq!(sandbox.monoova().transactions().len(), 1);
    sandbox.monoova().release_writes();

    let ledger = FileLedger::open(folder.file()).unwrap();
    let open = ledger.open_entries().await.unwrap();
    assert_eq!(open.len(), 1);
    assert_eq!(open[0].reference, "4711");
    assert_eq!(open[0].operation, "create_transaction");
    let key = sandbox.monoova().keys()[0].key.clone();
    assert_eq!(open[0].key.as_str(), key);

    let restarted = settings(&sandbox).ledger(ledger.clone()).build().unwrap();
    let other = restarted.create_transaction(&order_at(&sandbox, "100.01"));
    let error = other.reference("4711").await.unwrap_err();
    assert!(error.is_invalid_request(), "{error:#}");
    let again = restarted.create_transaction(&order_at(&sandbox, "100.00"));
    let deal = again.reference("4711").await.unwrap();
    let made = sandbox.monoova().transactions();
    assert_eq!((made.len(), made[0].id), (1, deal.id()));
    assert_eq!(count(&sandbox, "create_transaction"), 2);
    assert_eq!(
        (sandbox.monoova().replays(), sandbox.monoova().strangers()),
        (1, 0)
    );
    assert!(ledger.open_entries().await.unwrap().is_empty());
}

#[tokio::test]
async fn a_process_that_is_killed_before_its_request_is_carried_out_has_it_done_by_the_next() {
    let (sandbox, clock) = timed().await;
    let folder = Folder::new("killed-before");
    let late = Fault::delay(Duration::from_secs(3600));
    super::desk::misbehave(&sandbox, late.on("create_transaction"));
    let child = start(&sandbox, &folder.file());
    soon(async {
        while count(&sandbox, "create_transaction") == 0 {
            tokio::task::yield_now().await;
        }
    })
    .await;
    drop(child);
    assert_eq!(sandbox.monoova().transactions().len(), 0);
    let ledger = FileLedger::open(folder.file()).unwrap();
    let restarted = settings(&sandbox).ledger(ledger.clone()).build().unwrap();
    let order = order_at(&sandbox, "100.00");
    let deal = restarted.create_transaction(&order).reference("4711").await;
    let id = deal.unwrap().id();
    // What the dead process sent may arrive after all.
    clock.advance(Duration::from_secs(3600));
    let read = restarted.deal(id).read().await.unwrap();
    assert_eq!(read.id.unwrap().into_value(), Some(id));
    assert_eq!(sandbox.monoova().transactions().len(), 1);
    assert!(ledger.open_entries().await.unwrap().is_empty());
}
