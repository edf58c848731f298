//! All that is said goes through here, and what of it is a canary stays.

use std::collections::BTreeMap;
use std::sync::{Mutex, OnceLock, PoisonError};

use super::canary::{self, Whose};

/// What one channel has carried so far.
#[derive(Default)]
struct Channel {
    bytes: usize,
    messages: usize,
}

#[derive(Default)]
struct Sieve {
    /// What is being done, for who reads a finding.
    doing: String,
    channels: BTreeMap<String, Channel>,
    /// Each finding once, by where it is and what stands before it.
    found: BTreeMap<String, usize>,
}

fn sieve<R>(change: impl FnOnce(&mut Sieve) -> R) -> R {
    static SIEVE: OnceLock<Mutex<Sieve>> = OnceLock::new();
    let sieve = SIEVE.get_or_init(Mutex::default);
    change(&mut sieve.lock().unwrap_or_else(PoisonError::into_inner))
}

/// Says what is being done from here on.
pub(crate) fn doing(what: &str) {
    sieve(|sieve| sieve.doing = what.to_owned());
}

/// What no canary may stand in: traces, logs, errors, panics.
pub(crate) fn never(channel: &str, text: &str) {
    search(channel, text.as_bytes(), false);
}

/// What may show everything but what the spec marks: `Debug` of what is typed.
pub(crate) fn unmarked(channel: &str, text: &str) {
    search(channel, text.as_bytes(), true);
}

fn search(channel: &str, text: &[u8], may_be_plain: bool) {
    let hits = canary::find(text);
    sieve(|sieve| {
        let known = sieve.channels.entry(channel.to_owned()).or_default();
        known.bytes += text.len();
        known.messages += 1;
        for hit in hits {
            if hit.whose == Whose::Plain && may_be_plain {
                continue;
            }
            let finding = format!(
                "{channel}, {}, {:?} ({}): …{}…",
                sieve.doing, hit.whose, hit.spelling, hit.around
            );
            *sieve.found.entry(finding).or_default() += 1;
        }
    });
}

/// What was found, each with how often; nothing of it is left behind.
pub(crate) fn found() -> BTreeMap<String, usize> {
    sieve(|sieve| std::mem::take(&mut sieve.found))
}

/// How much each channel has carried: messages and bytes.
pub(crate) fn carried() -> BTreeMap<String, (usize, usize)> {
    sieve(|sieve| {
        let channels = sieve.channels.iter();
        channels
            .map(|(name, channel)| (name.clone(), (channel.messages, channel.bytes)))
            .collect()
    })
}

/// The end of a scenario: what was searched is told, and a finding fails it.
#[track_caller]
pub(crate) fn conclude() {
    for (channel, (messages, bytes)) in carried() {
        println!("searched {channel}: {messages} messages, {bytes} bytes");
    }
    let found = found();
    for (finding, times) in found.iter().take(400) {
        println!("FOUND {times} times in {finding}");
    }
    assert!(found.is_empty(), "{} findings, see above", found.len());
}
