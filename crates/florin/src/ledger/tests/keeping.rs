//! What both ledgers do alike.

use std::sync::Arc;

use chrono::TimeDelta;
use florin_core::IdempotencyKey;

use super::super::{Entry, EntryState, FileLedger, Ledger, LedgerFuture, MemoryLedger};
use super::{Folder, fresh, fresh_at, key, noon};

/// One of each kind.
fn ledgers(folder: &Folder) -> [Arc<dyn Ledger>; 2] {
    [
        Arc::new(MemoryLedger::default()),
        Arc::new(FileLedger::open(folder.ledger()).unwrap()),
    ]
}

#[tokio::test]
async fn the_first_claim_of_a_reference_counts() {
    let folder = Folder::new();
    for ledger in ledgers(&folder) {
        let first = ledger.claim(&fresh("a", "k1")).await.unwrap();
        assert_eq!(first, fresh("a", "k1"));
        assert_eq!(ledger.claim(&fresh("a", "k2")).await.unwrap(), first);
        assert_eq!(
            ledger.claim(&fresh("A", "k3")).await.unwrap().key,
            key("k3")
        );
        assert_eq!(ledger.entry("a").await.unwrap(), Some(first));
        assert_eq!(ledger.entry("b").await.unwrap(), None);
    }
}

#[tokio::test]
async fn an_outcome_is_told_of_the_key_that_it_came_under() {
    let folder = Folder::new();
    for ledger in ledgers(&folder) {
        ledger.claim(&fresh("a", "k1")).await.unwrap();
        // Somebody else's, who was late.
        ledger.settle("a", &key("k0")).await.unwrap();
        ledger.release("a", &key("k0")).await.unwrap();
        let entry = ledger.entry("a").await.unwrap().unwrap();
        assert_eq!((entry.key, entry.state), (key("k1"), EntryState::Open));

        ledger.settle("a", &key("k1")).await.unwrap();
        assert!(ledger.entry("a").await.unwrap().unwrap().is_settled());
        ledger.settle("nobody's", &key("k1")).await.unwrap();
        ledger.release("nobody's", &key("k1")).await.unwrap();
    }
}

#[tokio::test]
async fn a_reference_that_was_released_is_free_and_one_that_was_settled_is_not() {
    let folder = Folder::new();
    for ledger in ledgers(&folder) {
        ledger.claim(&fresh("a", "k1")).await.unwrap();
        ledger.release("a", &key("k1")).await.unwrap();
        assert_eq!(
            ledger.claim(&fresh("a", "k2")).await.unwrap().key,
            key("k2")
        );

        ledger.settle("a", &key("k2")).await.unwrap();
        ledger.release("a", &key("k2")).await.unwrap();
        assert_eq!(
            ledger.claim(&fresh("a", "k3")).await.unwrap().key,
            key("k2")
        );
    }
}

#[tokio::test]
async fn a_reference_is_free_when_every_claim_has_been_withdrawn() {
    let folder = Folder::new();
    for ledger in ledgers(&folder) {
        let (first, second) = (fresh("a", "k1"), fresh("a", "k2"));
        let entry = ledger.claim(&first).await.unwrap();
        assert!(entry.is_begun_by(&first));
        let entry = ledger.claim(&second).await.unwrap();
        assert!(!entry.is_begun_by(&second), "the first may have sent it");
        ledger.withdraw("a", &key("k1")).await.unwrap();
        let entry = ledger.entry("a").await.unwrap().unwrap();
        assert_eq!(entry, first, "the second may be sending it");
        ledger.withdraw("a", &key("k1")).await.unwrap();
        assert_eq!(ledger.entry("a").await.unwrap(), None);
        assert!(ledger.open_entries().await.unwrap().is_empty());

        let entry = ledger.claim(&second).await.unwrap();
        assert!(entry.is_begun_by(&second));
        assert_eq!(entry, second);
    }
}

#[tokio::test]
async fn a_claim_that_nobody_withdrew_keeps_the_entry_however_often_others_try() {
    let folder = Folder::new();
    for ledger in ledgers(&folder) {
        // In doubt, or its process died.
        ledger.claim(&fresh("a", "k1")).await.unwrap();
        for with in ["k2", "k3", "k4"] {
            let again = fresh("a", with);
            let entry = ledger.claim(&again).await.unwrap();
            assert!(!entry.is_begun_by(&again), "{with}");
            match with {
                "k3" => ledger.release("a", &entry.key).await.unwrap(),
                _ => ledger.withdraw("a", &entry.key).await.unwrap(),
            }
            assert_eq!(entry.key, key("k1"), "{with}");
        }
        assert_eq!(
            ledger.entry("a").await.unwrap(),
            Some(fresh("a", "k1")),
            "nor does a late withdrawal of another key count"
        );
    }
}

#[tokio::test]
async fn a_withdrawal_takes_back_nothing_that_is_another_s_or_done() {
    let folder = Folder::new();
    for ledger in ledgers(&folder) {
        ledger.claim(&fresh("a", "k1")).await.unwrap();
        ledger.withdraw("a", &key("k0")).await.unwrap();
        ledger.withdraw("nobody's", &key("k1")).await.unwrap();
        assert!(ledger.entry("a").await.unwrap().is_some());
        ledger.settle("a", &key("k1")).await.unwrap();
        ledger.claim(&fresh("a", "k2")).await.unwrap();
        ledger.withdraw("a", &key("k1")).await.unwrap();
        ledger.withdraw("a", &key("k1")).await.unwrap();
        assert!(ledger.entry("a").await.unwrap().unwrap().is_settled());
    }
}

/// Somebody's, from before claims were counted.
#[derive(Debug, Default)]
struct Plain(MemoryLedger);

impl Ledger for Plain {
    fn claim<'a>(&'a self, fresh: &'a Entry) -> LedgerFuture<'a, Entry> {
        self.0.claim(fresh)
    }
    fn settle<'a>(&'a self, reference: &'a str, key: &'a IdempotencyKey) -> LedgerFuture<'a, ()> {
        self.0.settle(reference, key)
    }
    fn release<'a>(&'a self, reference: &'a str, key: &'a IdempotencyKey) -> LedgerFuture<'a, ()> {
        self.0.release(reference, key)
    }
    fn forget<'a>(&'a self, reference: &'a str) -> LedgerFuture<'a, bool> {
        self.0.forget(reference)
    }
    fn entry<'a>(&'a self, reference: &'a str) -> LedgerFuture<'a, Option<Entry>> {
        self.0.entry(reference)
    }
    fn open_entries(&self) -> LedgerFuture<'_, Vec<Entry>> {
        self.0.open_entries()
    }
}

#[tokio::test]
async fn a_ledger_that_counts_no_claims_keeps_what_is_withdrawn() {
    let ledger = Arc::new(Plain::default());
    ledger.claim(&fresh("a", "k1")).await.unwrap();
    ledger.withdraw("a", &key("k1")).await.unwrap();
    let again = fresh("a", "k2");
    let entry = ledger.claim(&again).await.unwrap();
    assert!(!entry.is_begun_by(&again));
}

#[tokio::test]
async fn what_is_forgotten_is_gone_settled_or_not() {
    let folder = Folder::new();
    for ledger in ledgers(&folder) {
        ledger.claim(&fresh("a", "k1")).await.unwrap();
        assert!(ledger.forget("a").await.unwrap());
        assert!(!ledger.forget("a").await.unwrap());
        ledger.claim(&fresh("a", "k2")).await.unwrap();
        ledger.settle("a", &key("k2")).await.unwrap();
        assert!(ledger.forget("a").await.unwrap());
        assert_eq!(
            ledger.claim(&fresh("a", "k3")).await.unwrap().key,
            key("k3")
        );
    }
}

#[tokio::test]
async fn what_is_open_is_told_the_oldest_first() {
    let folder = Folder::new();
    for ledger in ledgers(&folder) {
        for (reference, with, minutes) in [
            ("c", "k1", 2),
            ("a", "k2", 3),
            ("b", "k3", 1),
            ("d", "k4", 0),
        ] {
            let now = noon() + TimeDelta::minutes(minutes);
            ledger.claim(&fresh_at(reference, with, now)).await.unwrap();
        }
        ledger.settle("d", &key("k4")).await.unwrap();
        let open = ledger.open_entries().await.unwrap();
        let references: Vec<&str> = open.iter().map(|entry| entry.reference.as_str()).collect();
        assert_eq!(references, ["b", "c", "a"]);
    }
}

#[tokio::test]
async fn debug_shows_how_many_there_are_and_no_reference() {
    let folder = Folder::new();
    for ledger in ledgers(&folder) {
        ledger.claim(&fresh("jane doe", "k1")).await.unwrap();
        let entry = ledger.entry("jane doe").await.unwrap();
        let text = format!("{ledger:?} {entry:?}");
        assert!(!text.contains("jane"), "{text}");
        let counts = ["entries: 1", "entries: Some(1)"];
        assert!(counts.iter().any(|count| text.contains(count)), "{text}");
    }
}
