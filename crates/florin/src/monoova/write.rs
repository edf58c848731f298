//! A write: one logical call, one key, however often it has to be sent.

use std::fmt;
use std::future::{Future, IntoFuture};
use std::pin::Pin;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use florin_core::{Error as CoreError, IdempotencyKey, Operation, Request, Response};
use serde::de::DeserializeOwned;

use super::{Client, Error, answers, referenced};

/// What awaiting a [`Write`] polls.
type Sending<T> = Pin<Box<dyn Future<Output = Result<T, Error>> + Send>>;

/// Puts parameters and body into a request. Called more than once, and always to the same effect.
type Fill = dyn Fn(&mut Request<'_>) + Send + Sync;

/// The key that a request goes out under.
pub(super) enum Under {
    /// One that the session makes.
    Any,
    /// One that the session may know.
    Key(IdempotencyKey),
    /// One that was written down at that moment, and not sent yet.
    KeyMade(IdempotencyKey, DateTime<Utc>),
    /// One that the same request may have been sent under before.
    KeySince(IdempotencyKey, DateTime<Utc>),
}

/// A request that creates, changes or confirms something. Nothing is sent until it is awaited.
///
/// One `Write` is one request to the provider, and goes out under one idempotency key, however often it has to be repeated
/// because an answer is lost or the provider is still busy with it. Under which key is yours to say:
///
/// | | the key | when it fails and nobody knows whether it was done |
/// | --- | --- | --- |
/// | plain `.await` | made at random, and gone with the error | ask again with the error's [`idempotency_key`](florin_core::Error::idempotency_key) |
/// | [`.key(…)`](Self::key) | yours; keep it yourself | ask again with the same key |
/// | [`.reference(…)`](Self::reference) | made at random, and written to the client's ledger before the first byte leaves | ask again with the same reference, also from another process |
///
/// "Ask again" means the very same request: the provider answers with what it did the first time, or does it now if it hadn't
/// come to that. It keeps keys for 24 hours (documented), so a day later you can only look.
///
/// ```no_run
/// # async fn f(monoova: florin::monoova::Client, beneficiary: florin::monoova::NewBeneficiary)
/// # -> Result<(), Box<dyn std::error::Error>> {
/// use florin::core::Effect;
///
/// let added = match monoova.create_beneficiary(&beneficiary).await {
///     Err(error) if error.effect() == Effect::MaybeApplied => {
///         // Later, when the provider can be reached: the same request under the same key.
///         let key = error.idempotency_key().cloned().ok_or("it was sent without a key")?;
///         monoova.create_beneficiary(&beneficiary).key(key).await?
///     }
///     other => other?,
/// };
/// # let _ = added;
/// # Ok(())
/// # }
/// ```
///
/// # A replayed 500
///
/// The provider keeps its first answer under the key, a 500 too (documented). Asking again with that key only brings the same
/// 500, so it isn't repeated, and the error says so. A *new* key is a new request, and for a payment a new payment: look
/// whether it was done, then decide.
///
/// # Dropping it
///
/// Who drops the future while it is under way doesn't know what came of it. With a key or a reference the request can be made
/// again; a random key is lost. A reference stays open in the ledger.
#[must_use = "nothing is sent until it is awaited"]
pub struct Write<T> {
    client: Client,
    operation: &'static Operation,
    fill: Arc<Fill>,
    send: Box<dyn FnOnce(Client, Under) -> Sending<T> + Send>,
    key: Option<IdempotencyKey>,
    /// When that key was first sent, where it comes from another process.
    since: Option<DateTime<Utc>>,
    reference: Option<String>,
    /// Why it can't be sent at all.
    refusal: Option<Error>,
}

impl<T: Send + 'static> Write<T> {
    /// A write of `operation`. `fill` puts in what the operation takes; `read` makes something of the answer.
    pub(super) fn new<A: DeserializeOwned + Send + 'static>(
        client: &Client,
        operation: &'static Operation,
        fill: impl Fn(&mut Request<'_>) + Send + Sync + 'static,
        read: impl FnOnce(&Client, Response<A>) -> Result<T, Error> + Send + 'static,
    ) -> Self {
        let fill: Arc<Fill> = Arc::new(fill);
        let filling = Arc::clone(&fill);
        let send = move |client: Client, under: Under| -> Sending<T> {
            Box::pin(async move {
                let answer = {
                    let mut request = client.api().session().request(operation);
                    filling(&mut request);
                    match &under {
                        Under::Any => &mut request,
                        Under::Key(key) => request.idempotency_key(key),
                        Under::KeyMade(key, at) => request.idempotency_key_made(key, *at),
                        Under::KeySince(key, since) => request.idempotency_key_since(key, *since),
                    };
                    request.send_json().await?
                };
                answers::without_errors(operation, &answer)?;
                read(&client, answer)
            })
        };
        Self {
            client: client.clone(),
            operation,
            fill,
            send: Box::new(send),
            key: None,
            since: None,
            reference: None,
            refusal: None,
        }
    }

    /// The same write, which is refused where there is a problem with what it is made from.
    pub(super) fn refused_for(mut self, problem: Option<String>) -> Self {
        let refused = |problem| CoreError::invalid_request(self.operation, problem);
        self.refusal = self.refusal.or(problem.map(refused));
        self
    }

    /// Sends it under this key. Not together with [`reference`](Self::reference).
    ///
    /// A key belongs to one request for good. Another request under it is refused before it is sent, and so is the same one
    /// from 23 hours after it was first sent on, when the provider may have forgotten it and would do it again. That goes as far
    /// as the client's [memory](florin_core::KeyMemory) does, which ends with the process and is shared by
    /// [what is given it](super::ClientBuilder::key_memory). For a key that another process has sent there is
    /// [`key_since`](Self::key_since).
    pub fn key(mut self, key: IdempotencyKey) -> Self {
        self.key = Some(key);
        self.since = None;
        self
    }

    /// The same for a key that this request was sent under before, by a client that is gone: `first_sent_at` is when, by the
    /// client's calendar. The key is refused from 23 hours after that on, since the provider may have forgotten it.
    pub fn key_since(mut self, key: IdempotencyKey, first_sent_at: DateTime<Utc>) -> Self {
        self.key = Some(key);
        self.since = Some(first_sent_at);
        self
    }

    /// Sends it under the key that belongs to this reference of your own, such as `invoice 4711`, in the
    /// [ledger](super::ClientBuilder::ledger) of the client. Not together with [`key`](Self::key).
    ///
    /// The first time, a key is made and written to the ledger, durably, before anything is sent. Each further time, in this
    /// process or another one, the same request under the same reference gets the same key. A success settles the reference. It
    /// is free for a corrected request where nothing has left, and after a refusal by the provider (400, 404 or 422 with its
    /// documented error body) that leaves no doubt of an earlier try. Everything else leaves it open: ask again, or look and
    /// then [forget](crate::ledger::Ledger::forget) it.
    ///
    /// Refused before anything is sent: a client without a ledger; another request under a known reference; a reference whose
    /// key is so old that the provider may have forgotten it, and of which something
    /// [may have been done](florin_core::Effect::MaybeApplied) when it was young; and whatever the ledger itself can't do, such
    /// as writing to a full disk. The error's [source](std::error::Error::source) is the
    /// [`LedgerError`](crate::ledger::LedgerError).
    ///
    /// The same request is one that is written the same: `2500.0` isn't `2500.00`, and another path or host makes another
    /// request, too. So correct guessed paths before you send under references: a 404 that isn't Monoova's own is no refusal and
    /// leaves the reference open.
    ///
    /// Give each step a reference of its own: creating a deal and confirming it are two requests.
    pub fn reference(mut self, reference: impl Into<String>) -> Self {
        self.reference = Some(reference.into());
        self
    }

    async fn run(self) -> Result<T, Error> {
        if let Some(refusal) = self.refusal {
            return Err(refusal);
        }
        let refused = |problem: &str| Err(CoreError::invalid_request(self.operation, problem));
        match (self.key, self.reference) {
            (Some(_), Some(_)) => refused(
                "it has a key and a reference; the ledger makes the key of a reference, so give one of the two",
            ),
            (None, None) => (self.send)(self.client, Under::Any).await,
            (Some(key), None) => {
                let under = match self.since {
                    Some(since) => Under::KeySince(key, since),
                    None => Under::Key(key),
                };
                (self.send)(self.client, under).await
            }
            (None, Some(reference)) => {
                let Some(ledger) = self.client.ledger().cloned() else {
                    return refused(
                        "it has a reference, and the client has no ledger to look it up in; give the client's builder one",
                    );
                };
                let fingerprint = {
                    let mut request = self.client.api().session().request(self.operation);
                    (self.fill)(&mut request);
                    request.fingerprint()?
                };
                let (client, send) = (self.client, self.send);
                let seam = client.api().session().seam().clone();
                referenced::send(
                    &*ledger,
                    self.operation,
                    reference,
                    fingerprint,
                    &seam,
                    move |under| send(client, under),
                )
                .await
            }
        }
    }
}

impl<T: Send + 'static> IntoFuture for Write<T> {
    type Output = Result<T, Error>;
    type IntoFuture = Pin<Box<dyn Future<Output = Self::Output> + Send>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.run())
    }
}

/// Shows the operation and nothing of the request; a reference comes from the caller's books.
impl<T> fmt::Debug for Write<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Write")
            .field("operation", &self.operation.id())
            .field("key", &self.key)
            .field("has_reference", &self.reference.is_some())
            .finish_non_exhaustive()
    }
}
