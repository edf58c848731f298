//! What a ledger keeps of a request: its reference and its key, when and for which operation, and a digest of the rest.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use florin::RetryPolicy;
use florin::ledger::{FileLedger, Ledger as _};
use florin::monoova::{Client, Credentials};
use florin_tests::monoova::in_memory::{InMemory, Says};
use serde_json::{Value, json};

use super::captured::Captured;
use super::marked::{self, saying};
use super::said::{MARK, REFERENCE, Said};

/// A path where nothing is.
fn path(name: &str) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_file(&path);
    path
}

fn client(provider: &InMemory, ledger: &FileLedger) -> Client {
    provider
        .monoova()
        .credentials(Credentials::back_office("app", MARK))
        .user_id(42)
        .retry(RetryPolicy::never())
        .ledger(ledger.clone())
        .build()
        .unwrap()
}

/// What is written, line by line, but for the first line, which is the format's.
fn written(path: &PathBuf) -> Vec<Value> {
    let text = fs::read_to_string(path).unwrap();
    assert!(!text.to_lowercase().contains(MARK), "{text}");
    let lines = text.lines().skip(1);
    lines
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

#[tokio::test(start_paused = true)]
async fn a_ledger_s_file_holds_the_reference_and_the_key_and_nothing_else_of_a_request() {
    let (captured, _guard) = Captured::start();
    let mut said = Said::default();
    let path = path("monoova_canary_whole.jsonl");
    let ledger = FileLedger::open(&path).unwrap();
    said.debug(&ledger);
    let reference = |of: &str| format!("{REFERENCE} {of}");
    for (status, of) in [
        (200, "done"),
        (422, "refused"),
        (503, "lost"),
        (500, "replayed"),
    ] {
        let provider = saying(move |asked| match status {
            200 => Says::Yes(marked::answer(&asked.operation)),
            _ => Says::No(status, json!({"errors": {"transaction": [MARK]}})),
        });
        let client = client(&provider, &ledger);
        let order = marked::order();
        let create = client.create_transaction(&order);
        said.outcome(create.reference(reference(of)).await);
        let beneficiary = marked::beneficiary();
        let add = client.create_beneficiary(&beneficiary);
        said.outcome(add.reference(reference(&format!("{of} too"))).await);
        // Another request under the reference.
        let update = client.deal(7).update([marked::payment()]);
        said.outcome(update.reference(reference(of)).await);
        let keys = provider.asked("create_transaction");
        let entry = ledger.entry(&reference(of)).await.unwrap();
        said.debug(&entry);
        if let Some(entry) = entry.filter(|entry| entry.operation == "create_transaction") {
            assert_eq!(Some(entry.key.as_str()), keys[0].key());
            said.debug(&entry.check(&entry));
        }
    }
    said.debug(&ledger.open_entries().await.unwrap());
    assert!(ledger.forget(&reference("lost")).await.unwrap());
    said.debug(&ledger);

    let lines = written(&path);
    assert!(lines.len() >= 12, "{lines:#?}");
    let known = BTreeSet::from([
        "change",
        "reference",
        "operation",
        "key",
        "fingerprint",
        "first_sent_at",
        "checksum",
    ]);
    for line in &lines {
        let fields = line.as_object().unwrap();
        assert!(
            fields.keys().all(|name| known.contains(name.as_str())),
            "{line}"
        );
        assert!(fields["reference"].as_str().unwrap().starts_with(REFERENCE));
        if let Some(digest) = fields.get("fingerprint") {
            assert_eq!(digest.as_str().unwrap().len(), 64, "{line}");
        }
    }
    said.is_clean(&captured);
}

/// What somebody else wrote into the file isn't shown either.
#[tokio::test(start_paused = true)]
async fn no_line_that_cannot_be_read_shows() {
    let (captured, _guard) = Captured::start();
    let mut said = Said::default();
    let path = path("monoova_canary_broken.jsonl");
    let ledger = FileLedger::open(&path).unwrap();
    let provider = saying(|asked| Says::Yes(marked::answer(&asked.operation)));
    let client = client(&provider, &ledger);
    let head = fs::read_to_string(&path).unwrap();
    for line in [
        format!("{MARK}\n"),
        format!("{{\"change\": \"{MARK}\", \"reference\": \"{REFERENCE}\"}}\n"),
        format!(
            "{{\"change\": \"claim\", \"reference\": \"{REFERENCE}\", \"key\": \"{MARK} {MARK}\"}}\n"
        ),
    ] {
        fs::write(&path, format!("{head}{line}")).unwrap();
        let error = FileLedger::open(&path).unwrap_err();
        said.debug(&error);
        said.debug(&error.to_string());
        let order = marked::order();
        let create = client.create_transaction(&order);
        let error = create.reference(REFERENCE).await.unwrap_err();
        assert!(error.is_invalid_request());
        said.error(&error);
    }
    assert!(provider.asked("create_transaction").is_empty());
    said.outcome(client.deal(7).read().await);
    said.is_clean(&captured);
}
