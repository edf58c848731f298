//! What becomes of a ledger whose file was altered.

use std::fs;
use std::path::Path;

use super::super::journal::{Change, Checksum, HEADER};
use super::super::{FileLedger, Ledger, LedgerError};
use super::{Folder, fresh, key};

fn open(path: &Path) -> FileLedger {
    FileLedger::open(path).unwrap()
}

/// Where and why a file can't be read.
fn corrupt(error: LedgerError) -> (u64, String) {
    match error {
        LedgerError::Corrupt { line, problem, .. } => (line, problem),
        other => panic!("{other}"),
    }
}

/// A ledger with a change of each kind but one.
async fn full(folder: &Folder) -> Vec<u8> {
    let ledger = open(&folder.ledger());
    ledger.claim(&fresh("a", "k1")).await.unwrap();
    ledger.claim(&fresh("b", "k2")).await.unwrap();
    ledger.claim(&fresh("b", "k3")).await.unwrap();
    ledger.withdraw("b", &key("k2")).await.unwrap();
    ledger.settle("a", &key("k1")).await.unwrap();
    ledger.claim(&fresh("c", "k4")).await.unwrap();
    fs::read(folder.ledger()).unwrap()
}

/// A file that holds these changes, whatever they amount to.
fn with(folder: &Folder, changes: &[Change]) -> std::path::PathBuf {
    let mut content = HEADER.as_bytes().to_vec();
    let mut checksum = Checksum::of_header();
    for change in changes {
        let line = change.line(checksum).unwrap();
        checksum = checksum.of_next(&line[..line.len() - 1]).unwrap();
        content.extend(line);
    }
    folder.with(content)
}

#[tokio::test]
async fn one_bit_anywhere_is_noticed_and_nothing_is_altered() {
    let folder = Folder::new();
    let good = full(&folder).await;
    for at in 0..good.len() {
        // All of an end, where a line would be passed over as unfinished or two would be one, and one of every other byte.
        for bit in (0..8).filter(|bit| good[at] == b'\n' || at % 8 == *bit) {
            let mut bad = good.clone();
            bad[at] ^= 1 << bit;
            let path = folder.with(&bad);
            let ends = good[..at].iter().filter(|byte| **byte == b'\n').count();
            let (line, _) = corrupt(FileLedger::open(&path).expect_err(&format!("{at} {bit}")));
            assert_eq!(line, ends as u64 + 1, "{at} {bit}");
            assert!(fs::read(&path).unwrap() == bad, "{at} {bit}");
        }
    }
}

#[tokio::test]
async fn a_line_that_is_missing_or_repeated_or_in_another_place_is_noticed() {
    let folder = Folder::new();
    let good = full(&folder).await;
    let good = String::from_utf8(good).unwrap();
    let lines: Vec<&str> = good.split_inclusive('\n').collect();
    for at in 1..lines.len() - 1 {
        let mut missing = lines.clone();
        missing.remove(at);
        let mut repeated = lines.clone();
        repeated.insert(at, lines[at]);
        let mut exchanged = lines.clone();
        exchanged.swap(at, at + 1);
        for bad in [missing, repeated, exchanged] {
            let path = folder.with(bad.concat());
            let (line, _) = corrupt(FileLedger::open(path).unwrap_err());
            assert!(line == at as u64 + 1 || line == at as u64 + 2, "{line}");
        }
    }
}

#[tokio::test]
async fn a_last_line_that_only_lacks_its_newline_is_kept_and_ended() {
    let folder = Folder::new();
    let good = full(&folder).await;
    let path = folder.with(&good[..good.len() - 1]);
    let entry = open(&path).entry("c").await.unwrap();
    assert_eq!(entry, Some(fresh("c", "k4")));
    assert!(fs::read(&path).unwrap() == good);
}

#[test]
fn a_change_to_what_isn_t_there_tells_that_something_is_wrong() {
    let claim = |reference, with| Change::claim(&fresh(reference, with));
    let again = |with| Change::ClaimAgain {
        reference: "a".to_owned(),
        key: key(with),
    };
    let settle = |with| Change::Settle {
        reference: "a".to_owned(),
        key: key(with),
    };
    let withdraw = |with| Change::Withdraw {
        reference: "a".to_owned(),
        key: key(with),
    };
    let forget = || Change::Forget {
        reference: "a".to_owned(),
    };
    let folder = Folder::new();
    let cases = [
        vec![claim("a", "k1"), claim("a", "k2")],
        vec![claim("a", "k1"), claim("a", "k1")],
        vec![claim("b", "k1"), again("k1")],
        vec![claim("a", "k1"), again("k2")],
        vec![claim("b", "k1"), settle("k1")],
        vec![claim("a", "k1"), settle("k2")],
        vec![claim("a", "k1"), settle("k1"), settle("k1")],
        vec![claim("a", "k1"), settle("k1"), withdraw("k1")],
        vec![claim("a", "k1"), withdraw("k2")],
        vec![claim("a", "k1"), withdraw("k1"), withdraw("k1")],
        vec![claim("b", "k1"), forget()],
    ];
    for changes in cases {
        let path = with(&folder, &changes);
        let (line, problem) = corrupt(FileLedger::open(path).expect_err(&format!("{changes:?}")));
        assert_eq!(line, 1 + changes.len() as u64, "{changes:?}");
        assert!(problem.contains("missing"), "{problem}");
    }
    let sound = [
        claim("a", "k1"),
        again("k1"),
        withdraw("k1"),
        settle("k1"),
        forget(),
    ];
    open(&with(&folder, &sound));
}

#[tokio::test]
async fn a_file_that_was_emptied_in_place_and_has_grown_again_is_noticed() {
    let folder = Folder::new();
    let ledger = open(&folder.ledger());
    ledger.claim(&fresh("a", "k1")).await.unwrap();
    // By somebody else, from a backup that is too old.
    folder.with("");
    let other = open(&folder.ledger());
    for reference in ["b", "c", "d"] {
        other.claim(&fresh(reference, "k2")).await.unwrap();
    }
    let error = ledger.claim(&fresh("e", "k3")).await.unwrap_err();
    assert!(
        error.to_string().contains("isn't there any more"),
        "{error}"
    );
    assert!(ledger.entry("a").await.is_err());
    assert_eq!(other.entry("e").await.unwrap(), None);

    // Lines as long as those that were read.
    let ledger = open(&folder.ledger());
    folder.with("");
    let other = open(&folder.ledger());
    for reference in ["b", "c", "d"] {
        other.claim(&fresh(reference, "k4")).await.unwrap();
    }
    ledger.claim(&fresh("e", "k3")).await.unwrap_err();
}
