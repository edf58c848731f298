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
    let key = IdempotencyKey::random(seam)
        .map_err(|error| CoreError::refused_because(operation, error))?;
    let fresh = Entry::new(reference, operation.id(), key, fingerprint, seam.now())
        .map_err(|error| CoreError::refused_because(operation, error))?;
    let entry = match ledger.claim(&fresh).await {
        Ok(entry) => entry,
        // It can't say whether an earlier process has sent the same.
        Err(error) => {
            return Err(CoreError::refused_because(operation, error)
                .in_doubt()
                .with_note("whether it was sent before under its reference isn't known"));
        }
    };
    if let Err(error) = entry.check(&fresh) {
        told(
            operation,
            ledger.withdraw(&entry.reference, &entry.key).await,
        );
        // Of this request something may have left when its key was young. One that is written otherwise, such as 2500.0 for
        // 2500.00, is another one for the ledger, and may be the same for who pays. A reference of another step is a slip.
        let is_another_step = entry.operation != fresh.operation;
        let refused = CoreError::refused_because(operation, error);
        return Err(if is_another_step {
            refused
        } else {
            refused.in_doubt()
        });
    }
    let (key, date) = (entry.key.clone(), entry.first_sent_at);
    let mut outcome = send(if entry.is_begun_by(&fresh) {
        Under::KeyMade(key, date)
    } else {
        Under::KeySince(key, date)
    })
    .await;
    let telling = match &outcome {
        Ok(_) => ledger.settle(&entry.reference, &entry.key).await,
        Err(error) if is_refusal(error) => ledger.release(&entry.reference, &entry.key).await,
        Err(error) if error.effect() == Effect::NotSent => {
            let withdrawn = ledger.withdraw(&entry.reference, &entry.key).await;
            // Where the reference is still taken, somebody else may have sent the same.
            if !matches!(ledger.entry(&entry.reference).await, Ok(None)) {
                outcome = outcome.map_err(|error| {
                    error
                        .in_doubt()
                        .with_note("another call under its reference may have sent it")
                });
            }
            withdrawn
        }
        Err(_) => Ok(()),
    };
    told(operation, telling);
    outcome
}

/// What the ledger can't be told is no failure of the call: the reference stays open, and asking again brings the same.
fn told(operation: &Operation, telling: Result<(), LedgerError>) {
    if let Err(error) = telling {
        tracing::warn!(
            %error,
            operation = operation.id(),
            "the ledger can't be told what came of a request; its reference stays open"
        );
    }
}

/// Whether the provider itself has said no, in its documented form and by a status that speaks of the request: then nothing
/// was done, and never will be under this key.
fn is_refusal(error: &Error) -> bool {
    let speaks_of_the_request = error
        .status()
        .is_some_and(|status| matches!(status.as_u16(), 400 | 404 | 422));
    speaks_of_the_request && error.effect() == Effect::Answered && error.body().is_some()
}
