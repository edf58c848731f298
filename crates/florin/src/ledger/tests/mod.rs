//! What a ledger keeps, and what it survives.

mod damage;
mod decision;
mod file;
mod keeping;
mod processes;

use std::fs;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

use chrono::{DateTime, Utc};
use florin_core::{Fingerprint, IdempotencyKey};

use super::Entry;

fn noon() -> DateTime<Utc> {
    "2026-03-10T12:00:00Z".parse().unwrap()
}

fn key(text: &str) -> IdempotencyKey {
    IdempotencyKey::new(text).unwrap()
}

/// A digest like any other, the same for the same digit.
fn fingerprint(digit: char) -> Fingerprint {
    digit.to_string().repeat(64).parse().unwrap()
}

/// A request about to be sent for the first time, at noon.
fn fresh(reference: &str, with: &str) -> Entry {
    fresh_at(reference, with, noon())
}

fn fresh_at(reference: &str, with: &str, now: DateTime<Utc>) -> Entry {
    Entry::new(
        reference,
        "create_payment",
        key(with),
        fingerprint('a'),
        now,
    )
    .unwrap()
}

/// A folder of this test's own, gone with it.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("florin-ledger-{}-{number}", std::process::id());
        let path = std::env::temp_dir().join(name);
        fs::create_dir(&path).unwrap();
        Self(path)
    }

    fn ledger(&self) -> PathBuf {
        self.0.join("payments.ledger")
    }

    /// A file with these lines.
    fn with(&self, content: impl AsRef<[u8]>) -> PathBuf {
        fs::write(self.ledger(), content).unwrap();
        self.ledger()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
