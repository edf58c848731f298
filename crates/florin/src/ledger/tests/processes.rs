//! Many at once: tasks, ledgers on one path, and real processes. A process here is this test program, started once more with
//! one test to run and told by its environment what to do.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Barrier};
use std::thread;

use tokio::runtime::Builder;

use super::super::{FileLedger, Ledger};
use super::{Folder, fresh, key};

/// The ledger that a child opens.
const PATH: &str = "FLORIN_TEST_LEDGER";
/// Who it is, which is a part of the keys that it makes.
const NAME: &str = "FLORIN_TEST_NAME";
/// How many references a child claims.
const REFERENCES: usize = 25;

#[test]
fn of_many_that_claim_a_reference_at_once_all_get_the_same_key() {
    const MANY: usize = 4;
    let folder = Folder::new();
    let barrier = Arc::new(Barrier::new(MANY));
    let claims = |name: usize, path: PathBuf, barrier: Arc<Barrier>| {
        barrier.wait();
        // Also creates it, if it is the first.
        let ledger = FileLedger::open(path).unwrap();
        let runtime = Builder::new_current_thread().build().unwrap();
        let claim = |number: usize| {
            let fresh = fresh(&number.to_string(), &format!("{name}-{number}"));
            barrier.wait();
            runtime.block_on(ledger.claim(&fresh)).unwrap().key
        };
        (0..REFERENCES).map(claim).collect::<Vec<_>>()
    };
    let threads: Vec<_> = (0..MANY)
        .map(|name| {
            let (path, barrier) = (folder.ledger(), Arc::clone(&barrier));
            thread::spawn(move || claims(name, path, barrier))
        })
        .collect();
    let keys: Vec<_> = threads
        .into_iter()
        .map(|thread| thread.join().unwrap())
        .collect();
    assert!(keys.iter().all(|those| *those == keys[0]), "{keys:?}");
    let content = fs::read_to_string(folder.ledger()).unwrap();
    let lines = |change: &str| {
        let change = format!("\"change\":\"{change}\"");
        content
            .lines()
            .filter(|line| line.contains(&change))
            .count()
    };
    assert_eq!(lines("claim"), REFERENCES, "{content}");
    assert_eq!(lines("claim_again"), (MANY - 1) * REFERENCES, "{content}");
}

#[tokio::test]
async fn processes_that_claim_the_same_references_get_the_same_keys() {
    let folder = Folder::new();
    let children: Vec<Child> = ["p", "q", "r"]
        .iter()
        .map(|name| start(program(), &folder.ledger(), name))
        .collect();
    let said: Vec<Vec<String>> = children.into_iter().map(keys_of).collect();
    assert_eq!(said[0].len(), REFERENCES);
    assert!(said.iter().all(|keys| *keys == said[0]), "{said:?}");

    let ledger = FileLedger::open(folder.ledger()).unwrap();
    assert_eq!(ledger.open_entries().await.unwrap().len(), REFERENCES);
    for (number, with) in said[0].iter().enumerate() {
        let entry = ledger.entry(&number.to_string()).await.unwrap().unwrap();
        assert_eq!(entry.key, key(with));
    }
}

/// A limit on the size of files stands for a disk without room: a write brings some of its bytes down and fails then.
#[cfg(unix)]
#[tokio::test]
async fn where_there_is_no_room_nothing_is_claimed_and_no_half_line_is_left() {
    let folder = Folder::new();
    let mut shell = Command::new("sh");
    shell
        .arg("-c")
        .arg("trap '' XFSZ; ulimit -f 4; exec \"$0\" \"$@\"")
        .arg(std::env::current_exe().unwrap());
    let claimed = keys_of(start(shell, &folder.ledger(), "p"));
    assert!(
        claimed.len() > 1 && claimed.len() < REFERENCES,
        "{claimed:?}"
    );

    let content = fs::read_to_string(folder.ledger()).unwrap();
    assert!(content.ends_with('\n'));
    let ledger = FileLedger::open(folder.ledger()).unwrap();
    let open = ledger.open_entries().await.unwrap();
    assert_eq!(
        open.len(),
        claimed.len(),
        "those that were answered, and no other"
    );
    ledger.claim(&fresh("later", "k")).await.unwrap();
}

fn program() -> Command {
    Command::new(std::env::current_exe().unwrap())
}

fn start(mut program: Command, ledger: &Path, name: &str) -> Child {
    program
        .args([
            "--exact",
            "--nocapture",
            "ledger::tests::processes::a_child",
        ])
        .env(PATH, ledger)
        .env(NAME, name)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap()
}

/// The keys that a child was given.
fn keys_of(child: Child) -> Vec<String> {
    let output = child.wait_with_output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{text}");
    text.lines()
        .filter_map(|line| line.split_once("claimed "))
        .map(|(_, key)| key.to_owned())
        .collect()
}

/// What a child does: nothing, unless it is told to.
#[tokio::test]
async fn a_child() {
    let (Ok(path), Ok(name)) = (std::env::var(PATH), std::env::var(NAME)) else {
        return;
    };
    let ledger = FileLedger::open(path).unwrap();
    for number in 0..REFERENCES {
        let fresh = fresh(&number.to_string(), &format!("{name}{number}"));
        match ledger.claim(&fresh).await {
            Ok(entry) => println!("\nclaimed {}", entry.key),
            Err(error) => {
                assert!(
                    error.to_string().contains("writing to the ledger"),
                    "{error}"
                );
                return;
            }
        }
    }
}
