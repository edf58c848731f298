//! A creation: put together once, under one external id, however often it is sent.

use std::fmt;
use std::future::{Future, IntoFuture};
use std::marker::PhantomData;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use florin_core::{Effect, Error as CoreError, IdempotencyKey, Operation, Request, Retry};
use serde::de::DeserializeOwned;

use super::found::{Found, Lookup, look_for};
use super::{Client, Created, Error, ExternalId, RequestorId, requestor};

/// What awaiting a [`Create`] polls.
pub(super) type Sending<T> = Pin<Box<dyn Future<Output = Result<T, Error>> + Send>>;

/// Puts parameters and body into a request, or says why that can't be. Called for each sending, always to the same effect.
type Fill = dyn Fn(&mut Request<'_>, Option<&ExternalId>) -> Result<(), String> + Send + Sync;

/// The answer to a creation.
pub(super) trait Answer: DeserializeOwned + Send + 'static {
    /// The identifier that the provider gave; `None` where it says none.
    fn id(self) -> Option<String>;
}

/// Something that is about to be created. Nothing is sent until it is awaited or [sent](Self::send).
///
/// ```no_run
/// # #[cfg(feature = "tradevest-trading")]
/// # async fn f(tradevest: florin::tradevest::Client, order: florin::tradevest::types::OrderData)
/// # -> Result<(), Box<dyn std::error::Error>> {
/// let create = tradevest.create_digital_order(order);
/// let stored = florin::StateFile::at("/var/lib/shop/order-4711.id");
/// let create = match stored.read()? {
///     // A process before this one may have sent it.
///     Some(id) => create.with_external_id(id).may_have_been_sent(),
///     None => {
///         stored.write(&create.external_id().cloned().ok_or("an order has one")?)?; // before anything is sent
///         create
///     }
/// };
/// let order = create.await?;
/// println!("order {}", order.id());
/// # Ok(())
/// # }
/// ```
///
/// **An identifier isn't success.** The provider answers with one after a check of the form; the object is `RECEIVED`, and may
/// yet turn `INVALID`, of which only a webhook says why.
///
/// # Once, by its external id
///
/// Where the object has an [`ExternalId`] (natural person, legal entity, document, order, transfer), it is yours or made here, it
/// is known before anything is sent, and it stays the same over all attempts, so that the provider recognises a repetition. (A
/// transfer has one attempt alone, since it is inferred that it takes one.) The provider answers a repetition with 409 and without the object. So a 409 *after an attempt whose end is unknown* is looked into: the object is
/// looked for by its external id, where the provider has a way to do that, and compared with what was asked for. If it is the
/// same, that is success, see [`Created::was_there`].
///
/// A 409 on a first attempt is what it says: the external id, or the object, is known already. **An external id is used up for
/// good**, also by an object that turned `INVALID` and was removed. Send again under another one only once you know that nothing
/// came of the first: under two external ids a thing is created twice.
///
/// # What has no external id
///
/// Customer, proxy, legal representative, beneficial owner, joint person, identification, onboarding, product, tax exemption
/// order: nothing lets the provider recognise a repetition. They are sent at most once, and a failure whose effect is
/// [`MaybeApplied`](florin_core::Effect::MaybeApplied) says where to look before you send again.
///
/// *Sent once* means here, and wherever it is said of this client: never again once something may have been done. Where the
/// answer is 401, it goes out a second time with a new token, and no third time: that the provider looks at the token before it
/// does anything is inferred.
///
/// # Errors
///
/// - [`is_invalid_request`](florin_core::Error::is_invalid_request): refused here; nothing was sent.
/// - [`is_not_implemented`](super::HasProblems::is_not_implemented): the provider doesn't do this yet. Never repeated, and nothing
///   was created by it.
/// - [`is_conflict`](florin_core::Error::is_conflict): known already. With
///   [`Effect::Answered`](florin_core::Effect::Answered) nothing was created by this call. With
///   [`Effect::MaybeApplied`](florin_core::Effect::MaybeApplied) it may have been; the message says what was found.
/// - Any other with [`Effect::MaybeApplied`](florin_core::Effect::MaybeApplied): it may have been created. With an external id,
///   [send](Self::send) the same creation again, at any time; or make it again [with that id](Self::with_external_id), which the
///   error [has](super::HasExternalId) too, and say that it [may have been sent](Self::may_have_been_sent).
///
/// # Dropping it
///
/// Who drops the future while it is under way doesn't know what came of it. A clone that was kept does know that there is doubt:
/// send that, where the object has an external id.
#[must_use = "nothing is sent until it is awaited"]
pub struct Create<T> {
    client: Client,
    operation: &'static Operation,
    external_id: Option<ExternalId>,
    requestor: Option<RequestorId>,
    fill: Arc<Fill>,
    post: fn(Client, Parts) -> Sending<String>,
    lookup: Option<Arc<Lookup>>,
    /// Where to look for what may have been created.
    advice: &'static str,
    /// So many sendings may have created it, or have. Each is taken off by its own refusal alone.
    doubts: Arc<AtomicUsize>,
    /// Why it has no external id, where it should have one.
    without_id: Option<String>,
    /// Why it can't be sent at all.
    refusal: Option<String>,
    thing: PhantomData<fn() -> T>,
}

/// What is sent.
struct Parts {
    operation: &'static Operation,
    external_id: Option<ExternalId>,
    requestor: Option<RequestorId>,
    fill: Arc<Fill>,
}

impl<T> Create<T> {
    /// A creation without an external id. `advice` says where to look for what may have been created.
    pub(super) fn plain<A: Answer>(
        client: &Client,
        operation: &'static Operation,
        advice: &'static str,
        fill: impl Fn(&mut Request<'_>) + Send + Sync + 'static,
    ) -> Self {
        Self::new::<A>(client, operation, advice, move |request, _| {
            fill(request);
            Ok(())
        })
    }

    /// A creation under an external id: the caller's, where `own` is one, or one that is made here.
    pub(super) fn keyed<A: Answer>(
        client: &Client,
        operation: &'static Operation,
        advice: &'static str,
        own: Option<String>,
        fill: impl Fn(&mut Request<'_>, &ExternalId) -> Result<(), String> + Send + Sync + 'static,
    ) -> Self {
        let mut create = Self::new::<A>(client, operation, advice, move |request, id| {
            id.map_or(Ok(()), |id| fill(request, id))
        });
        let id = match own.filter(|own| !own.is_empty()) {
            Some(own) => ExternalId::new(own).map_err(|error| error.to_string()),
            None => {
                ExternalId::random(client.api().session().seam()).map_err(|error| error.to_string())
            }
        };
        match id {
            Ok(id) => create.external_id = Some(id),
            Err(problem) => create.without_id = Some(problem),
        }
        create
    }

    fn new<A: Answer>(
        client: &Client,
        operation: &'static Operation,
        advice: &'static str,
        fill: impl Fn(&mut Request<'_>, Option<&ExternalId>) -> Result<(), String>
        + Send
        + Sync
        + 'static,
    ) -> Self {
        Self {
            client: client.clone(),
            operation,
            external_id: None,
            requestor: None,
            fill: Arc::new(fill),
            post: |client, parts| Box::pin(post::<A>(client, parts)),
            lookup: None,
            advice,
            doubts: Arc::default(),
            without_id: None,
            refusal: None,
            thing: PhantomData,
        }
    }

    /// The same creation, which can be looked for.
    pub(super) fn found_by(
        mut self,
        lookup: impl Fn(Client, ExternalId) -> Sending<Option<Found>> + Send + Sync + 'static,
    ) -> Self {
        self.lookup = Some(Arc::new(lookup));
        self
    }

    /// The same creation, which is refused where there is a problem with what it is made from.
    pub(super) fn refused_for(mut self, problem: Option<String>) -> Self {
        self.refusal = self.refusal.or(problem);
        self
    }

    /// The external id that it goes out under, known before it is sent. `None` where the object has none.
    #[must_use]
    pub const fn external_id(&self) -> Option<&ExternalId> {
        self.external_id.as_ref()
    }

    /// Sends it under this external id, such as one that was written down before a crash.
    ///
    /// An object that has none is refused before it is sent.
    pub fn with_external_id(mut self, id: ExternalId) -> Self {
        if self.external_id.is_none() && self.without_id.is_none() {
            self.refusal.get_or_insert_with(|| {
                "it is given an external id, and the provider takes none for it; leave it out"
                    .to_owned()
            });
        }
        self.external_id = Some(id);
        self.without_id = None;
        // From here on, what becomes of it is no doubt of the clones under another one.
        let doubts = self.doubts.load(Ordering::Relaxed);
        self.doubts = Arc::new(AtomicUsize::new(doubts));
        self
    }

    /// Says that this may have been sent before, by a process that is gone: a 409 is then looked into also on a first attempt.
    pub fn may_have_been_sent(self) -> Self {
        self.doubts.fetch_add(1, Ordering::Relaxed);
        self
    }

    /// Names the person in whose name it is done, for this creation alone.
    pub fn requestor(mut self, requestor: RequestorId) -> Self {
        self.requestor = Some(requestor);
        self
    }

    /// Sends it, and keeps it: after a failure in doubt, what has an external id may be sent again, and is done once.
    ///
    /// # Errors
    /// As said [above](Self#errors).
    pub async fn send(&self) -> Result<Created<T>, Error> {
        self.clone().run().await
    }

    async fn run(self) -> Result<Created<T>, Error> {
        if let Some(problem) = self.refusal.as_ref().or(self.without_id.as_ref()) {
            return Err(CoreError::invalid_request(self.operation, problem));
        }
        let key = self.external_id.as_ref();
        let key = key.and_then(|id| IdempotencyKey::new(id.as_str()).ok());
        self.attempted().await.map_err(|error| match key {
            Some(key) if !error.is_invalid_request() => error.with_idempotency_key(key),
            _ => error,
        })
    }

    async fn attempted(self) -> Result<Created<T>, Error> {
        // From here on, also for who drops this before it is known what came of it.
        self.doubts.fetch_add(1, Ordering::Relaxed);
        let parts = Parts {
            operation: self.operation,
            external_id: self.external_id.clone(),
            requestor: self.requestor.clone(),
            fill: Arc::clone(&self.fill),
        };
        let posted = (self.post)(self.client.clone(), parts).await;
        // Whoever created it also reads it.
        let client = match self.requestor {
            Some(requestor) => self.client.for_requestor(requestor),
            None => self.client,
        };
        let error = match posted {
            Ok(id) => return Ok(Created::new(client, id, self.external_id, false)),
            Err(error) => error,
        };
        let is_in_doubt = error.effect() == Effect::MaybeApplied;
        // What is known of this sending says nothing of the others, whether they are over or under way.
        let others_in_doubt = if is_in_doubt {
            self.doubts.load(Ordering::Relaxed) > 1
        } else {
            self.doubts.fetch_sub(1, Ordering::Relaxed) > 1
        };
        let Some(external_id) = self.external_id.clone() else {
            return Err(match (is_in_doubt, error.is_conflict()) {
                (true, _) => error.with_note(format!(
                    "it may have been created, and nothing lets the provider recognise a repetition; before you send it again, {}",
                    self.advice
                )),
                (false, true) => error.with_note(format!(
                    "it is known already; {}",
                    self.advice
                )),
                (false, false) => error,
            });
        };
        let is_known = error.is_conflict();
        if is_known && !is_in_doubt && !others_in_doubt {
            return Err(error.with_note(
                "the external id or the object is known already; an external id stays used up, also by what turned INVALID and \
                 was removed. Look before you send it again under another one",
            ));
        }
        // A success that can't be read has created something, too.
        let has_succeeded = is_in_doubt && error.is_decode();
        if !is_known && !has_succeeded {
            return Err(match (is_in_doubt, self.operation.retry_class()) {
                (true, Retry::Never) => error.with_note(format!(
                    "it may have been created; that a repetition under its external id is recognised isn't certain, so {}",
                    self.advice
                )),
                (true, _) => error.with_note(
                    "it may have been created; send the same again under its external id, and it is created once",
                ),
                (false, _) => error,
            });
        }
        let Some(lookup) = self.lookup else {
            return Err(error.in_doubt().with_note(format!(
                "an attempt may have created it, and the provider has no way to look for its external id; {}",
                self.advice
            )));
        };
        match look_for(&*lookup, &client, &external_id).await {
            Ok(Some(found)) if found.differs.is_empty() => Ok(Created::new(
                client,
                found.id,
                Some(external_id),
                is_known,
            )),
            Ok(Some(found)) => Err(error.in_doubt().with_note(format!(
                "what is there under its external id differs in {}; look at it before you send this again under another one",
                found.differs.join(", ")
            ))),
            Ok(None) => Err(error.in_doubt().with_note(
                "nothing is found under its external id: it may not show yet, or have turned INVALID and been removed, and then \
                 the id stays used up. Look again before you send it under another one",
            )),
            // The other error's own words hold no value either.
            Err(other) => Err(error.in_doubt().with_note(format!(
                "what is there under its external id can't be read to see whether it is the same ({other})"
            ))),
        }
    }
}

async fn post<A: Answer>(client: Client, parts: Parts) -> Result<String, Error> {
    let answer = {
        let mut request = client.api().session().request(parts.operation);
        if let Some(requestor) = &parts.requestor {
            request.header(requestor::HEADER, requestor);
        }
        (parts.fill)(&mut request, parts.external_id.as_ref())
            .map_err(|problem| CoreError::invalid_request(parts.operation, problem))?;
        request.send_json::<A, _>().await?
    };
    let id = answer.into_inner().id();
    id.filter(|id| !id.trim().is_empty()).ok_or_else(|| {
        CoreError::unusable_answer(
            parts.operation,
            "it names no identifier of what was created",
        )
    })
}

impl<T: 'static> IntoFuture for Create<T> {
    type Output = Result<Created<T>, Error>;
    type IntoFuture = Sending<Created<T>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.run())
    }
}

/// The same creation: the same external id, and the same doubt.
impl<T> Clone for Create<T> {
    fn clone(&self) -> Self {
        Self {
            client: self.client.clone(),
            operation: self.operation,
            external_id: self.external_id.clone(),
            requestor: self.requestor.clone(),
            fill: Arc::clone(&self.fill),
            post: self.post,
            lookup: self.lookup.clone(),
            advice: self.advice,
            doubts: Arc::clone(&self.doubts),
            without_id: self.without_id.clone(),
            refusal: self.refusal.clone(),
            thing: PhantomData,
        }
    }
}

/// Shows the operation and nothing of the request.
impl<T> fmt::Debug for Create<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Create")
            .field("operation", &self.operation.id())
            .field("has_external_id", &self.external_id.is_some())
            .finish_non_exhaustive()
    }
}
