//! References in a file: written before anything is sent, and good for a process that crashed.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use florin::core::Effect;
use florin::ledger::{FileLedger, Ledger as _};
use florin::monoova::{Client, Error};
use florin_tests::in_memory::{InMemory, Says};
use serde_json::json;

use super::{bank, count_made, in_turn, keys, office, order, transaction};

/// A folder that goes with the test.
pub(crate) struct Folder(PathBuf);

impl Folder {
    pub(crate) fn new(name: &str) -> Self {
        let own = format!("florin-monoova-{name}-{}", std::process::id());
        let path = std::env::temp_dir().join(own);
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir(&path).unwrap();
        Self(path)
    }

    pub(crate) fn file(&self) -> PathBuf {
        self.0.join("payments.ledger")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// A process with a ledger in this folder.
fn process(provider: &InMemory, folder: &Folder) -> Client {
    let ledger = FileLedger::open(folder.file()).unwrap();
    office(provider).user_id(42).ledger(ledger).build().unwrap()
}

async fn create(client: &Client, amount: &str) -> Result<i64, Error> {
    let write = client.create_transaction(&order(amount)).reference("4711");
    write.await.map(|deal| deal.id())
}

#[tokio::test(start_paused = true)]
async fn the_key_is_in_the_file_before_the_first_byte_leaves() {
    let folder = Folder::new("before");
    let file = folder.file();
    let seen = Arc::new(Mutex::new(Vec::new()));
    let noted = Arc::clone(&seen);
    let provider = InMemory::new(move |asked| {
        let written = std::fs::read_to_string(&file).unwrap();
        let is_there = written.contains(&super::key(asked)) && written.contains("4711");
        noted.lock().unwrap().push(is_there);
        Says::Yes(transaction(7, "created"))
    });
    create(&process(&provider, &folder), "1.00").await.unwrap();
    assert_eq!(*seen.lock().unwrap(), [true]);
}

#[tokio::test(start_paused = true)]
async fn a_process_that_dies_midway_is_taken_up_by_the_next_with_one_payment() {
    let folder = Folder::new("crash");
    let seen = AtomicBool::new(false);
    let (provider, made) = bank(move |_, answer| {
        // The first is done, and its answer never comes.
        match seen.swap(true, Ordering::SeqCst) {
            false => Says::Hangs,
            true => Says::Yes(answer),
        }
    });
    {
        let doomed = process(&provider, &folder);
        let patience = Duration::from_secs(5);
        let outcome = tokio::time::timeout(patience, create(&doomed, "1.00")).await;
        assert!(outcome.is_err(), "it was given up while it waited");
    }
    assert_eq!(count_made(&made), 1);
    let ledger = FileLedger::open(folder.file()).unwrap();
    let open = ledger.open_entries().await.unwrap();
    assert_eq!(open.len(), 1);
    assert_eq!(
        (open[0].reference.as_str(), open[0].operation.as_str()),
        ("4711", "create_transaction")
    );
    let restarted = process(&provider, &folder);
    assert_eq!(create(&restarted, "1.00").await.unwrap(), 7001);
    assert_eq!(count_made(&made), 1);
    let keys = keys(&provider, "create_transaction");
    assert_eq!((keys.len(), &keys[0]), (2, &keys[1]));
    assert!(ledger.open_entries().await.unwrap().is_empty());
}

#[tokio::test(start_paused = true)]
async fn another_order_under_the_reference_is_refused_without_a_word_of_it() {
    let folder = Folder::new("other");
    let (provider, made) = bank(|_, _| Says::Silence);
    create(&process(&provider, &folder), "1.00")
        .await
        .unwrap_err();
    let sent = provider.asked("create_transaction").len();
    let restarted = process(&provider, &folder);
    let confirm = restarted.deal(7).confirm().reference("4711").await;
    for error in [
        create(&restarted, "1.01").await.unwrap_err(),
        confirm.map(drop).unwrap_err(),
    ] {
        assert!(error.is_invalid_request(), "{error:#}");
        // Another amount may be the same payment, corrected; a confirmation is another step.
        let effect = match error.operation() {
            "create_transaction" => Effect::MaybeApplied,
            _ => Effect::NotSent,
        };
        assert_eq!(error.effect(), effect, "{error:#}");
        let told = format!("{error:#}");
        assert!(told.contains("create_transaction"), "{told}");
        assert!(!told.contains("4711") && !told.contains("1.0"), "{told}");
    }
    assert_eq!(provider.asked("create_transaction").len(), sent);
    assert_eq!(count_made(&made), 1);
}

#[tokio::test(start_paused = true)]
async fn a_day_later_the_reference_is_refused_until_somebody_has_looked_and_forgets_it() {
    let folder = Folder::new("day");
    let is_down = Arc::new(AtomicBool::new(true));
    let down = Arc::clone(&is_down);
    let (provider, made) = bank(move |_, answer| match down.load(Ordering::SeqCst) {
        true => Says::Silence,
        false => Says::Yes(answer),
    });
    let client = process(&provider, &folder);
    create(&client, "1.00").await.unwrap_err();
    is_down.store(false, Ordering::SeqCst);
    tokio::time::advance(Duration::from_secs(23 * 3600)).await;
    let sent = provider.asked("create_transaction").len();
    let error = create(&client, "1.00").await.unwrap_err();
    assert!(error.is_invalid_request(), "{error:#}");
    assert!(error.to_string().contains("forget"), "{error}");
    assert_eq!(provider.asked("create_transaction").len(), sent);
    let ledger = FileLedger::open(folder.file()).unwrap();
    assert!(ledger.forget("4711").await.unwrap());
    assert_eq!(create(&client, "1.00").await.unwrap(), 7002);
    assert_eq!(count_made(&made), 2, "a new payment, by decision");
}

#[tokio::test(start_paused = true)]
async fn a_refusal_frees_the_reference_and_a_success_settles_it() {
    let folder = Folder::new("release");
    let provider = in_turn(vec![
        Says::No(
            422,
            json!({"errors": {"transaction.payments": ["are wrong"]}}),
        ),
        Says::Yes(transaction(7, "created")),
    ]);
    let client = process(&provider, &folder);
    let error = create(&client, "1.00").await.unwrap_err();
    assert_eq!(error.effect(), Effect::Answered);
    let ledger = FileLedger::open(folder.file()).unwrap();
    assert!(ledger.entry("4711").await.unwrap().is_none());
    create(&client, "2.00").await.unwrap();
    let sent = keys(&provider, "create_transaction");
    assert_ne!(sent[0], sent[1]);
    let entry = ledger.entry("4711").await.unwrap().unwrap();
    assert!(entry.is_settled());
    assert_eq!(entry.key.as_str(), sent[1]);
    // Asked for again, the answer comes again.
    create(&process(&provider, &folder), "2.00").await.unwrap();
    assert_eq!(keys(&provider, "create_transaction")[2], sent[1]);
    let error = create(&client, "1.00").await.unwrap_err();
    assert!(error.to_string().contains("is done"), "{error}");
}

#[tokio::test(start_paused = true)]
async fn a_ledger_that_can_not_be_written_sends_nothing() {
    let folder = Folder::new("unwritable");
    let (provider, made) = bank(|_, answer| Says::Yes(answer));
    assert!(FileLedger::open(folder.0.join("there/is/none")).is_err());
    assert!(
        FileLedger::open(&folder.0).is_err(),
        "a folder is no ledger"
    );
    // Swept away under the process.
    let client = process(&provider, &folder);
    std::fs::remove_file(folder.file()).unwrap();
    let error = create(&client, "1.00").await.unwrap_err();
    // What is gone may have held that it was sent before.
    assert_eq!(error.effect(), Effect::MaybeApplied);
    assert!(!format!("{error:#}").contains("4711"), "{error:#}");
    assert!(provider.asked("create_transaction").is_empty());
    // Full of something else.
    std::fs::write(folder.file(), "no ledger\n").unwrap();
    assert!(FileLedger::open(folder.file()).is_err());
    assert_eq!(count_made(&made), 0);
}

#[tokio::test(start_paused = true)]
async fn two_processes_with_one_reference_make_one_payment() {
    let folder = Folder::new("two");
    let (provider, made) = bank(|_, answer| Says::Yes(answer));
    let (one, two) = (process(&provider, &folder), process(&provider, &folder));
    let (first, second) = tokio::join!(create(&one, "1.00"), create(&two, "1.00"));
    assert_eq!(first.unwrap(), second.unwrap());
    assert_eq!(count_made(&made), 1);
}

#[tokio::test(start_paused = true)]
async fn a_reference_needs_a_ledger_and_goes_with_no_key() {
    let folder = Folder::new("needs");
    let (provider, made) = bank(|_, answer| Says::Yes(answer));
    let without = super::client(&provider);
    let error = create(&without, "1.00").await.unwrap_err();
    assert!(
        error.to_string().contains("give the client's builder one"),
        "{error}"
    );
    let client = process(&provider, &folder);
    let both = client.create_transaction(&order("1.00")).reference("4711");
    let error = both.key("mine".parse().unwrap()).await.unwrap_err();
    assert!(error.to_string().contains("one of the two"), "{error}");
    for reference in ["", "  ", &"r".repeat(2000)] {
        let write = client
            .create_transaction(&order("1.00"))
            .reference(reference);
        assert!(write.await.unwrap_err().is_invalid_request());
    }
    assert_eq!(count_made(&made), 0);
    let ledger = FileLedger::open(folder.file()).unwrap();
    assert!(ledger.open_entries().await.unwrap().is_empty());
}
