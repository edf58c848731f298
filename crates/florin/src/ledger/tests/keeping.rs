//! What both ledgers do alike.

use std::sync::Arc;

use chrono::TimeDelta;

use super::super::{EntryState, FileLedger, Ledger, MemoryLedger};
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
