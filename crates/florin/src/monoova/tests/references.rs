//! Writes under a reference: what the ledger is asked, and what it is told.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use florin_core::{Effect, IdempotencyKey};

use super::*;
use crate::ledger::{Entry, Ledger, LedgerError, LedgerFuture, MemoryLedger};
use crate::monoova::Error;

/// A client with this ledger. Each process draws keys of its own.
fn with(network: &Scripted, ledger: impl Ledger) -> Client {
    static PROCESSES: AtomicU64 = AtomicU64::new(1);
    let process = PROCESSES.fetch_add(1, Ordering::SeqCst);
    office(network)
        .seam(Seam::simulated(now(), process))
        .user_id(42)
        .retry(RetryPolicy::never())
        .ledger(ledger)
        .build()
        .unwrap()
}

async fn create(client: &Client, amount: &str, reference: &str) -> Result<i64, Error> {
    let write = client
        .create_transaction(&order(amount))
        .reference(reference);
    write.await.map(|deal| deal.id())
}

async fn entry(ledger: &MemoryLedger, reference: &str) -> Option<Entry> {
    ledger.entry(reference).await.unwrap()
}

#[tokio::test(start_paused = true)]
async fn a_success_settles_the_reference_and_the_same_again_goes_under_the_same_key() {
    let network = answering(200, CREATED);
    let ledger = MemoryLedger::default();
    let client = with(&network, ledger.clone());
    create(&client, "1.00", "4711").await.unwrap();
    let settled = entry(&ledger, "4711").await.unwrap();
    assert!(settled.is_settled());
    assert_eq!(settled.operation, "create_transaction");
    assert_eq!(settled.first_sent_at, now());
    create(&client, "1.00", "4711").await.unwrap();
    let keys: Vec<_> = calls(&network).into_iter().map(|sent| sent.key).collect();
    let key = Some(settled.key.as_str().to_owned());
    assert_eq!(keys, [key.clone(), key]);
}

#[tokio::test(start_paused = true)]
async fn what_is_in_doubt_stays_open_and_another_process_asks_again_under_the_same_key() {
    let network = in_turn(&[(502, ""), (200, CREATED)]);
    let ledger = MemoryLedger::default();
    let error = create(&with(&network, ledger.clone()), "1.00", "4711")
        .await
        .unwrap_err();
    assert_eq!(error.effect(), Effect::MaybeApplied);
    let open = ledger.open_entries().await.unwrap();
    assert_eq!(open.len(), 1);
    assert_eq!(error.idempotency_key(), Some(&open[0].key));
    let restarted = with(&network, ledger.clone());
    create(&restarted, "1.00", "4711").await.unwrap();
    assert_eq!(calls(&network)[0].key, calls(&network)[1].key);
    assert!(ledger.open_entries().await.unwrap().is_empty());
}

#[tokio::test(start_paused = true)]
async fn a_refusal_frees_the_reference_for_a_corrected_request() {
    for status in [400, 404, 422] {
        let network = with_tokens(move |sent| match sent.body.contains("2.00") {
            true => (200, CREATED.to_owned()),
            false => (status, REFUSED.to_owned()),
        });
        let ledger = MemoryLedger::default();
        let client = with(&network, ledger.clone());
        let error = create(&client, "1.00", "4711").await.unwrap_err();
        assert_eq!(error.effect(), Effect::Answered, "{status}");
        assert!(entry(&ledger, "4711").await.is_none(), "{status}");
        create(&client, "2.00", "4711").await.unwrap();
        let sent = calls(&network);
        assert_ne!(sent[0].key, sent[1].key, "{status}");
    }
}

#[tokio::test(start_paused = true)]
async fn what_is_no_definite_refusal_leaves_the_reference_open() {
    for (status, body) in [
        (500, REFUSED),
        (503, REFUSED),
        (409, REFUSED),
        (401, REFUSED),
        (403, REFUSED),
        (429, REFUSED),
        (404, "<html>not found"),
        (422, r#"{"traceId":"t","errors":[{"errorCode":"x"}]}"#),
        (400, r#"{"error":"invalid_request"}"#),
        (200, "{}"),
    ] {
        let network = answering(status, body);
        let ledger = MemoryLedger::default();
        let client = with(&network, ledger.clone());
        create(&client, "1.00", "4711").await.unwrap_err();
        let open = entry(&ledger, "4711").await.unwrap();
        assert!(!open.is_settled(), "{status} {body}");
        let sent = network.sent().len();
        let error = create(&client, "2.00", "4711").await.unwrap_err();
        assert!(error.is_invalid_request(), "{status} {body} {error}");
        assert_eq!(network.sent().len(), sent, "{status} {body}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_refusal_after_a_try_in_doubt_frees_nothing() {
    let network = in_turn(&[(502, ""), (422, REFUSED)]);
    let ledger = MemoryLedger::default();
    create(&with(&network, ledger.clone()), "1.00", "4711")
        .await
        .unwrap_err();
    let error = create(&with(&network, ledger.clone()), "1.00", "4711")
        .await
        .unwrap_err();
    assert_eq!(error.effect(), Effect::MaybeApplied);
    assert!(entry(&ledger, "4711").await.is_some());
}

#[tokio::test(start_paused = true)]
async fn a_reference_of_another_request_or_too_old_is_refused_before_it_is_sent() {
    let network = in_turn(&[(502, ""), (200, CREATED)]);
    let ledger = MemoryLedger::default();
    let client = with(&network, ledger.clone());
    create(&client, "1.00", "4711").await.unwrap_err();
    let confirm = client.deal(7001).confirm().reference("4711").await;
    for error in [
        create(&client, "2.00", "4711").await.unwrap_err(),
        confirm.map(|deal| deal.id()).unwrap_err(),
    ] {
        let told = error.to_string();
        assert!(error.is_invalid_request(), "{told}");
        // Written otherwise, it may be the same for who pays; a step under another one's reference is a slip.
        let effect = match error.operation() {
            "create_transaction" => Effect::MaybeApplied,
            _ => Effect::NotSent,
        };
        assert_eq!(error.effect(), effect, "{told}");
        assert!(told.contains("create_transaction"), "{told}");
        assert!(!told.contains("2.00") && !told.contains("4711"), "{told}");
    }
    tokio::time::advance(Duration::from_secs(23 * 3600)).await;
    let error = create(&client, "1.00", "4711").await.unwrap_err();
    assert!(error.to_string().contains("forget"), "{error}");
    // When its key was young it was sent.
    assert_eq!(error.effect(), Effect::MaybeApplied);
    assert_eq!(calls(&network).len(), 1);
    ledger.forget("4711").await.unwrap();
    create(&client, "1.00", "4711").await.unwrap();
    assert_ne!(calls(&network)[0].key, calls(&network)[1].key);
}

#[tokio::test(start_paused = true)]
async fn what_cannot_be_sent_claims_nothing() {
    let network = answering(200, CREATED);
    let ledger = MemoryLedger::default();
    let client = office(&network).ledger(ledger.clone()).build().unwrap();
    // No user.
    create(&client, "1.00", "4711").await.unwrap_err();
    let client = client.for_user(42).unwrap();
    create(&client, "-1.00", "4711").await.unwrap_err();
    create(&client, "1.00", " ").await.unwrap_err();
    let key: IdempotencyKey = "k".parse().unwrap();
    let write = client.create_transaction(&order("1.00"));
    let error = write.reference("4711").key(key).await.unwrap_err();
    assert!(error.to_string().contains("one of the two"), "{error}");
    assert!(ledger.open_entries().await.unwrap().is_empty());
    let without = office(&network).user_id(42).build().unwrap();
    let error = create(&without, "1.00", "4711").await.unwrap_err();
    assert!(error.to_string().contains("ledger"), "{error}");
    assert!(network.sent().is_empty());
}

/// A ledger whose disk is full, before or after the request.
#[derive(Debug)]
struct Broken {
    inner: MemoryLedger,
    claims: bool,
}

fn full<'a, T: 'a>() -> LedgerFuture<'a, T> {
    Box::pin(async {
        let cause = std::io::Error::other("no space");
        Err(LedgerError::storage("the ledger can't be written", cause))
    })
}

impl Ledger for Broken {
    fn claim<'a>(&'a self, fresh: &'a Entry) -> LedgerFuture<'a, Entry> {
        match self.claims {
            true => self.inner.claim(fresh),
            false => full(),
        }
    }
    fn settle<'a>(&'a self, _: &'a str, _: &'a IdempotencyKey) -> LedgerFuture<'a, ()> {
        full()
    }
    fn release<'a>(&'a self, _: &'a str, _: &'a IdempotencyKey) -> LedgerFuture<'a, ()> {
        full()
    }
    fn forget<'a>(&'a self, reference: &'a str) -> LedgerFuture<'a, bool> {
        self.inner.forget(reference)
    }
    fn entry<'a>(&'a self, reference: &'a str) -> LedgerFuture<'a, Option<Entry>> {
        self.inner.entry(reference)
    }
    fn open_entries(&self) -> LedgerFuture<'_, Vec<Entry>> {
        self.inner.open_entries()
    }
}

#[tokio::test(start_paused = true)]
async fn a_ledger_that_fails_before_stops_the_request_and_one_that_fails_after_loses_nothing() {
    let network = answering(200, CREATED);
    let inner = MemoryLedger::default();
    let broken = |claims| Broken {
        inner: inner.clone(),
        claims,
    };
    let error = create(&with(&network, broken(false)), "1.00", "4711")
        .await
        .unwrap_err();
    // An earlier process may have sent it.
    assert_eq!(error.effect(), Effect::MaybeApplied);
    assert!(error.to_string().contains("can't be written"), "{error}");
    let source = std::error::Error::source(&error).unwrap();
    assert!(matches!(
        source.downcast_ref(),
        Some(LedgerError::Storage { .. })
    ));
    assert!(network.sent().is_empty());
    let client = with(&network, broken(true));
    assert_eq!(create(&client, "1.00", "4711").await.unwrap(), 7001);
    assert_eq!(inner.open_entries().await.unwrap().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_try_that_sent_nothing_leaves_no_doubt_and_the_reference_free() {
    let has_password = Arc::new(AtomicBool::new(false));
    let is_known = Arc::clone(&has_password);
    let network = Scripted::answering(move |sent| match sent.operation.as_str() {
        "create_access_token" if !is_known.load(Ordering::SeqCst) => {
            (401, json!({"error": "invalid_client"}).to_string())
        }
        "create_access_token" => {
            let token = json!({"access_token": "t", "token_type": "Bearer"});
            (200, token.to_string())
        }
        _ if sent.body.contains("2.00") => (200, CREATED.to_owned()),
        _ => (422, REFUSED.to_owned()),
    });
    let ledger = MemoryLedger::default();
    let error = create(&with(&network, ledger.clone()), "1.00", "4711")
        .await
        .unwrap_err();
    assert_eq!(error.effect(), Effect::NotSent);
    assert!(entry(&ledger, "4711").await.is_none());
    has_password.store(true, Ordering::SeqCst);
    let restarted = with(&network, ledger.clone());
    let error = create(&restarted, "1.00", "4711").await.unwrap_err();
    assert_eq!(error.effect(), Effect::Answered);
    create(&restarted, "2.00", "4711").await.unwrap();
}

/// A ledger at which the process stands still for a day and more, once it has claimed; not before it is told to, if there is
/// somebody to tell it.
#[derive(Debug)]
struct StandsStill(MemoryLedger, Option<Arc<tokio::sync::Notify>>);

impl Ledger for StandsStill {
    fn claim<'a>(&'a self, fresh: &'a Entry) -> LedgerFuture<'a, Entry> {
        Box::pin(async {
            let claimed = self.0.claim(fresh).await;
            if let Some(told) = &self.1 {
                told.notified().await;
            }
            tokio::time::advance(Duration::from_secs(25 * 3600)).await;
            claimed
        })
    }
    fn withdraw<'a>(&'a self, reference: &'a str, key: &'a IdempotencyKey) -> LedgerFuture<'a, ()> {
        self.0.withdraw(reference, key)
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

#[tokio::test(start_paused = true)]
async fn a_key_that_grew_old_between_the_ledger_and_the_wire_is_not_sent() {
    let network = answering(200, CREATED);
    let ledger = StandsStill(MemoryLedger::default(), None);
    let error = create(&with(&network, ledger), "1.00", "4711")
        .await
        .unwrap_err();
    assert!(calls(&network).is_empty(), "{error}");
    assert_eq!(error.effect(), Effect::NotSent);
}

#[tokio::test(start_paused = true)]
async fn a_key_that_grew_old_while_another_process_sent_it_leaves_doubt() {
    let network = answering(200, CREATED);
    let ledger = MemoryLedger::default();
    let told = Arc::new(tokio::sync::Notify::new());
    let stalled = StandsStill(ledger.clone(), Some(Arc::clone(&told)));
    let (stalled, other) = (with(&network, stalled), with(&network, ledger));
    let (stalled, ()) = tokio::join!(create(&stalled, "1.00", "4711"), async {
        create(&other, "1.00", "4711").await.unwrap();
        told.notify_one();
    });
    let error = stalled.unwrap_err();
    assert_eq!(error.effect(), Effect::MaybeApplied, "{error}");
    assert_eq!(calls(&network).len(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_write_that_is_dropped_midway_leaves_its_reference_open() {
    let asked = Arc::new(AtomicBool::new(false));
    let seen = Arc::clone(&asked);
    let network = with_tokens(move |_| {
        seen.store(true, Ordering::SeqCst);
        (200, CREATED.to_owned())
    });
    let ledger = MemoryLedger::default();
    let client = with(&network, ledger.clone());
    let mut write = Box::pin(create(&client, "1.00", "4711"));
    while !asked.load(Ordering::SeqCst) {
        tokio::select! {
            biased;
            _ = &mut write => unreachable!("the network takes a turn"),
            () = tokio::task::yield_now() => {}
        }
    }
    drop(write);
    let open = ledger.open_entries().await.unwrap();
    assert_eq!(
        open[0].key.as_str(),
        calls(&network)[0].key.as_deref().unwrap()
    );
}
