//! A write under a reference: what the ledger is told before and after.

use std::future::Future;

use florin_core::{Effect, Error as CoreError, Fingerprint, IdempotencyKey, Operation, Seam};

use super::Error;
use super::write::Under;
use crate::ledger::{Entry, Ledger, LedgerError};

/// Claims the reference, sends under the key that belongs to it, and tells the ledger what is known of the outcome.
///
/// Nothing is sent unless the ledger has the key safe. After that nothing is lost: an outcome that the ledger can't be told
/// is the caller's all the same, and leaves the reference open, so that asking again brings the same outcome.
pub(super) async fn send<T, F>(
    ledger: &dyn Ledger,
    operation: &'static Operation,
    reference: String,
    fingerprint: Fingerprint,
    seam: &Seam,
    send: impl FnOnce(Under) -> F,
) -> Result<T, Error>
where
    F: Future<Output = Result<T, Error>>,
{
    let refused = |error: LedgerError| CoreError::invalid_request(operation, error.to_string());
    let key = IdempotencyKey::random(seam)
        .map_err(|error| CoreError::invalid_request(operation, error.to_string()))?;
    let fresh =
        Entry::new(reference, operation.id(), key, fingerprint, seam.now()).map_err(refused)?;
    let entry = ledger.claim(&fresh).await.map_err(refused)?;
    entry.check(&fresh).map_err(refused)?;
    let key = entry.key.clone();
    let outcome = send(if entry.key == fresh.key {
        Under::Key(key)
    } else {
        Under::KeySince(key, entry.first_sent_at)
    })
    .await;
    let told = match &outcome {
        Ok(_) => ledger.settle(&entry.reference, &entry.key).await,
        Err(error) if is_refusal(error) => ledger.release(&entry.reference, &entry.key).await,
        Err(_) => Ok(()),
    };
    if let Err(error) = told {
        tracing::warn!(
            %error,
            operation = operation.id(),
            "the ledger can't be told what came of a request; its reference stays open"
        );
    }
    outcome
}

/// Whether the provider itself has said no, in its documented form and by a status that speaks of the request: then nothing
/// was done, and never will be under this key.
fn is_refusal(error: &Error) -> bool {
    let speaks_of_the_request = error
        .status()
        .is_some_and(|status| matches!(status.as_u16(), 400 | 404 | 422));
    speaks_of_the_request && error.effect() == Effect::Answered && error.body().is_some()
}
