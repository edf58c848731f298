//! What a ledger in a file survives, and what it refuses.

use std::fs::{self, File};
use std::path::Path;
use std::time::{Duration, Instant};

use super::super::journal::HEADER;
use super::super::locked_file::New;
use super::super::{EntryState, FileLedger, Ledger, LedgerError};
use super::{Folder, fresh, key};

fn open(path: &Path) -> FileLedger {
    FileLedger::open(path).unwrap()
}

/// What everybody is told before mending a ledger.
const WARNING: &str = "A backup lacks what was claimed since it was made, and a new ledger lacks everything: look at the provider";

/// Where and why a file can't be read.
fn corrupt(error: LedgerError) -> (u64, String) {
    match error {
        LedgerError::Corrupt { line, problem, .. } => (line, problem),
        other => panic!("{other}"),
    }
}

#[tokio::test]
async fn another_process_finds_what_the_first_one_wrote() {
    let folder = Folder::new();
    {
        let ledger = open(&folder.ledger());
        ledger.claim(&fresh("open", "k1")).await.unwrap();
        ledger.claim(&fresh("settled", "k2")).await.unwrap();
        ledger.claim(&fresh("released", "k3")).await.unwrap();
        ledger.claim(&fresh("forgotten", "k4")).await.unwrap();
        ledger.settle("settled", &key("k2")).await.unwrap();
        ledger.release("released", &key("k3")).await.unwrap();
        ledger.forget("forgotten").await.unwrap();
    }
    let ledger = open(&folder.ledger());
    assert_eq!(ledger.open_entries().await.unwrap(), [fresh("open", "k1")]);
    let settled = ledger.entry("settled").await.unwrap().unwrap();
    assert_eq!(
        (settled.key, settled.state),
        (key("k2"), EntryState::Settled)
    );
    assert_eq!(ledger.entry("released").await.unwrap(), None);
    assert_eq!(ledger.entry("forgotten").await.unwrap(), None);
}

#[tokio::test]
async fn claims_are_counted_over_processes() {
    let folder = Folder::new();
    open(&folder.ledger())
        .claim(&fresh("a", "k1"))
        .await
        .unwrap();
    let other = open(&folder.ledger());
    other.claim(&fresh("a", "k2")).await.unwrap();
    let third = open(&folder.ledger());
    third.claim(&fresh("a", "k3")).await.unwrap();
    for ledger in [other, third] {
        ledger.withdraw("a", &key("k1")).await.unwrap();
    }
    let ledger = open(&folder.ledger());
    assert!(
        ledger.entry("a").await.unwrap().is_some(),
        "the first one's"
    );
    ledger.withdraw("a", &key("k1")).await.unwrap();
    let later = open(&folder.ledger());
    assert_eq!(later.entry("a").await.unwrap(), None);
}

#[tokio::test]
async fn two_that_are_open_at_once_see_each_other_s_changes() {
    let folder = Folder::new();
    let (one, other) = (open(&folder.ledger()), open(&folder.ledger()));
    one.claim(&fresh("a", "k1")).await.unwrap();
    assert_eq!(other.claim(&fresh("a", "k2")).await.unwrap().key, key("k1"));
    other.settle("a", &key("k1")).await.unwrap();
    assert!(one.entry("a").await.unwrap().unwrap().is_settled());
    other.claim(&fresh("b", "k3")).await.unwrap();
    assert_eq!(one.claim(&fresh("b", "k4")).await.unwrap().key, key("k3"));
}

#[tokio::test]
async fn a_claim_is_in_the_file_before_it_is_answered() {
    let folder = Folder::new();
    let ledger = open(&folder.ledger());
    ledger.claim(&fresh("a", "k1")).await.unwrap();
    let content = fs::read_to_string(folder.ledger()).unwrap();
    let (header, claim) = content.split_once('\n').unwrap();
    assert_eq!(header, r#"{"florin_ledger":1}"#);
    let digest = "a".repeat(64);
    assert_eq!(
        claim,
        format!(
            "{{\"change\":\"claim\",\"reference\":\"a\",\"operation\":\"create_payment\",\"key\":\"k1\",\
             \"fingerprint\":\"{digest}\",\"first_sent_at\":\"2026-03-10T12:00:00Z\",\"checksum\":\"6c210367afe0128b\"}}\n"
        ),
        "what this version writes, versions to come have to read"
    );
}

#[tokio::test]
async fn nothing_that_was_acknowledged_is_lost_wherever_a_write_was_cut_off() {
    let folder = Folder::new();
    let path = folder.ledger();
    {
        let ledger = open(&path);
        ledger.claim(&fresh("a", "k1")).await.unwrap();
        ledger.claim(&fresh("b\n\u{1f600}", "k2")).await.unwrap();
        ledger.settle("a", &key("k1")).await.unwrap();
    }
    let whole = fs::read(&path).unwrap();
    let ends: Vec<usize> = (0..whole.len()).filter(|at| whole[*at] == b'\n').collect();
    // Every place of the header and around the ends of lines, and some between.
    let is_tried = |cut: &usize| {
        *cut <= ends[0] + 2
            || cut.is_multiple_of(9)
            || ends.iter().any(|end| end.abs_diff(*cut) <= 2)
    };
    for cut in (0..whole.len()).filter(is_tried) {
        fs::write(&path, &whole[..cut]).unwrap();
        // A line is whole without its newline.
        let lines = ends.iter().filter(|end| **end <= cut).count();
        let ledger = open(&path);
        let a = ledger.entry("a").await.unwrap();
        let b = ledger.entry("b\n\u{1f600}").await.unwrap();
        assert_eq!(
            (a.is_some(), b.is_some()),
            (lines >= 2, lines >= 3),
            "{cut}"
        );

        // And it goes on from there, for those who come later too.
        ledger.claim(&fresh("c", "k3")).await.unwrap();
        let later = open(&path);
        assert_eq!(later.entry("a").await.unwrap(), a, "{cut}");
        assert_eq!(
            later.entry("c").await.unwrap(),
            Some(fresh("c", "k3")),
            "{cut}"
        );
    }
}

#[tokio::test]
async fn a_line_that_nobody_finished_is_gone_with_the_next_change_however_long_it_is() {
    let folder = Folder::new();
    let unfinished = format!("{{\"change\":\"claim\",\"reference\":\"{}", "x".repeat(900));
    let path = folder.with(format!("{HEADER}{unfinished}"));
    open(&path).claim(&fresh("a", "k1")).await.unwrap();
    let content = fs::read_to_string(&path).unwrap();
    assert!(
        content.ends_with("}\n") && !content.contains("xx"),
        "{content}"
    );
    open(&path).entry("a").await.unwrap().unwrap();
}

#[tokio::test]
async fn references_are_kept_byte_by_byte() {
    let folder = Folder::new();
    let references = [
        "a\nb",
        "a\r\nb",
        "\u{1f4b8}",
        "\u{e9}",
        "e\u{301}",
        " a",
        "\"a\\\u{0}",
    ];
    {
        let ledger = open(&folder.ledger());
        for reference in references {
            ledger.claim(&fresh(reference, "k")).await.unwrap();
        }
    }
    let ledger = open(&folder.ledger());
    for reference in references {
        let entry = ledger.entry(reference).await.unwrap().unwrap();
        assert_eq!(entry.reference, reference);
    }
}

#[tokio::test]
async fn a_line_that_can_t_be_read_is_an_error_with_its_number_and_stops_everything() {
    let folder = Folder::new();
    {
        let ledger = open(&folder.ledger());
        ledger.claim(&fresh("a", "k1")).await.unwrap();
        ledger.claim(&fresh("b", "k2")).await.unwrap();
    }
    let good = fs::read_to_string(folder.ledger()).unwrap();
    for bad in [
        good.replacen("\"claim\"", "\"clam\"", 1),
        good.replacen("k1", "k 1", 1),
        good.replacen("aaaa", "", 1),
        good.replacen("{\"change", "\0\"change", 1),
        good.replacen("}\n{", "}\n\n{", 1),
    ] {
        let path = folder.with(&bad);
        let (line, problem) = corrupt(FileLedger::open(&path).unwrap_err());
        assert_eq!(line, 2);
        assert!(problem.contains(WARNING), "{problem}");
        assert_eq!(fs::read_to_string(&path).unwrap(), bad, "it is left alone");
    }

    // Under an open ledger.
    let path = folder.with(&good);
    let ledger = open(&path);
    let bad = format!("{good}nonsense\n");
    fs::write(&path, &bad).unwrap();
    for _ in 0..2 {
        let (line, _) = corrupt(ledger.claim(&fresh("c", "k3")).await.unwrap_err());
        assert_eq!(line, 4);
    }
    assert_eq!(fs::read_to_string(&path).unwrap(), bad);
}

#[test]
fn a_ledger_of_a_later_version_is_refused() {
    let folder = Folder::new();
    let path = folder.with("{\"florin_ledger\":2}\n");
    let (line, problem) = corrupt(FileLedger::open(path).unwrap_err());
    assert_eq!(line, 1);
    assert!(problem.contains("version 2"), "{problem}");
}

#[test]
fn a_file_that_is_no_ledger_is_left_alone() {
    let folder = Folder::new();
    let long = "x".repeat(100_000);
    for content in ["my notes", "my notes\n", "{}\n", "\0\0\0", "\n", &long] {
        let path = folder.with(content);
        let (line, _) = corrupt(FileLedger::open(&path).unwrap_err());
        assert_eq!(line, 1);
        assert_eq!(fs::read_to_string(&path).unwrap(), content);
    }
}

#[test]
fn a_line_without_an_end_isn_t_read_into_memory() {
    let folder = Folder::new();
    let path = folder.with(format!("{HEADER}{}", "x".repeat(100_000)));
    let (line, problem) = corrupt(FileLedger::open(path).unwrap_err());
    assert_eq!(line, 2);
    assert!(problem.contains("longer"), "{problem}");
}

#[tokio::test]
async fn a_ledger_that_has_to_be_there_is_not_made_anew() {
    let folder = Folder::new();
    let refused = |path: &Path| {
        let error = FileLedger::open_existing(path).unwrap_err();
        assert!(matches!(error, LedgerError::Storage { .. }), "{error}");
        let said = error.to_string();
        assert!(said.contains("there is no ledger"), "{said}");
        assert!(said.contains("paid twice"), "{said}");
        assert!(said.contains(path.to_str().unwrap()), "{said}");
        said
    };
    refused(&folder.ledger());
    assert!(!folder.ledger().exists());
    refused(&folder.0.join("not mounted").join("payments.ledger"));
    let said = refused(Path::new("florin-no-such.ledger"));
    let here = std::env::current_dir().unwrap();
    assert!(said.contains(here.to_str().unwrap()), "{said}");
    // Emptied, or its maker died.
    for begun in ["", "{\"florin"] {
        let path = folder.with(begun);
        refused(&path);
        assert_eq!(fs::read_to_string(path).unwrap(), begun);
    }

    let made = open(&folder.ledger());
    made.claim(&fresh("a", "k1")).await.unwrap();
    let there = FileLedger::open_existing(folder.ledger()).unwrap();
    assert!(there.entry("a").await.unwrap().is_some());
    there.claim(&fresh("b", "k2")).await.unwrap();
}

#[test]
fn what_can_t_be_a_file_is_refused() {
    let folder = Folder::new();
    let missing = folder.0.join("nowhere").join("payments.ledger");
    #[cfg(unix)]
    let device = Path::new("/dev/null");
    #[cfg(not(unix))]
    let device = Path::new("");
    for path in [&folder.0, missing.as_path(), device] {
        let error = FileLedger::open(path).unwrap_err();
        assert!(matches!(error, LedgerError::Storage { .. }), "{error}");
        assert!(error.to_string().contains("opening"), "{error}");
    }
}

#[tokio::test]
async fn a_file_that_is_deleted_replaced_or_shortened_is_noticed_and_nothing_is_claimed() {
    let folder = Folder::new();
    let path = folder.ledger();
    let begun = || async {
        let _ = fs::remove_file(&path);
        let ledger = open(&path);
        ledger.claim(&fresh("a", "k1")).await.unwrap();
        ledger
    };
    let refusal = |ledger: FileLedger| async move {
        let error = ledger.claim(&fresh("b", "k2")).await.unwrap_err();
        assert!(
            ledger.entry("a").await.is_err(),
            "nor is anything looked up"
        );
        let said = error.to_string();
        assert!(said.contains(WARNING), "{said}");
        said
    };

    let ledger = begun().await;
    fs::remove_file(&path).unwrap();
    let said = refusal(ledger).await;
    assert!(said.contains("deleted"), "{said}");
    assert!(!path.exists(), "no empty one is put in its place");

    let ledger = begun().await;
    let copy = folder.0.join("copy");
    fs::copy(&path, &copy).unwrap();
    fs::rename(&copy, &path).unwrap();
    if cfg!(unix) {
        let said = refusal(ledger).await;
        assert!(said.contains("another file"), "{said}");
    }

    let ledger = begun().await;
    File::options()
        .write(true)
        .open(&path)
        .unwrap()
        .set_len(30)
        .unwrap();
    let said = refusal(ledger).await;
    assert!(said.contains("shortened"), "{said}");
}

#[tokio::test]
async fn a_file_that_somebody_doesn_t_let_go_of_is_waited_for_and_then_given_up() {
    let folder = Folder::new();
    let ledger = FileLedger::open_patiently(&folder.ledger(), New::Made, Duration::ZERO).unwrap();
    let other = File::open(folder.ledger()).unwrap();
    other.lock().unwrap();
    let error = ledger.claim(&fresh("a", "k1")).await.unwrap_err();
    assert!(error.to_string().contains("doesn't let go"), "{error}");
    other.unlock().unwrap();
    assert_eq!(ledger.entry("a").await.unwrap(), None);
    ledger.claim(&fresh("a", "k1")).await.unwrap();
}

#[tokio::test]
async fn however_many_wait_for_a_file_none_waits_longer_than_the_first() {
    const PATIENCE: Duration = Duration::from_secs(1);
    const MANY: u32 = 20;
    let folder = Folder::new();
    let ledger = FileLedger::open_patiently(&folder.ledger(), New::Made, PATIENCE).unwrap();
    let other = File::open(folder.ledger()).unwrap();
    other.lock().unwrap();
    let started = Instant::now();
    let waiting: Vec<_> = (0..MANY)
        .map(|number| {
            let ledger = ledger.clone();
            tokio::spawn(async move { ledger.claim(&fresh(&number.to_string(), "k")).await })
        })
        .collect();
    for waits in waiting {
        let error = waits.await.unwrap().unwrap_err();
        assert!(error.to_string().contains("doesn't let go"), "{error}");
    }
    // One after the other they would take twenty seconds.
    assert!(started.elapsed() >= PATIENCE);
    assert!(started.elapsed() < PATIENCE * MANY / 2);
    other.unlock().unwrap();
    assert!(ledger.open_entries().await.unwrap().is_empty());
}

#[cfg(unix)]
#[test]
fn a_new_file_is_for_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new();
    open(&folder.ledger());
    let mode = fs::metadata(folder.ledger()).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}
