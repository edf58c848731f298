//! The client: a lender's verbs.

use std::borrow::Cow;

use florin_core::Error as CoreError;
use florin_monetago::{operations, types};
use serde_json::{Map, Value};

use super::seen_errors::SeenErrors;
use super::{
    Activity, ActivityFeed, Change, ChangeHandle, ChangeKind, Checkpoint, ClientBuilder, Error,
    Fvr, Registration, RegistrationHandle, Selection, change, check, doubt, fvr,
};
use crate::poll::{Pace, Poll, Poller};

/// A lender at MonetaGo. Cheap to clone; clones share the token, the retry budget and the connections.
///
/// ```no_run
/// # async fn f(request: florin::monetago::types::RegistrationRequest) -> Result<(), Box<dyn std::error::Error>> {
/// use florin::monetago::{Client, ClientCredentials, Environment, Outcome};
///
/// let monetago = Client::builder()
///     .environment(Environment::CustomerTest)
///     .credentials(ClientCredentials::from_env()?)
///     .build()?;
///
/// let registration = monetago.register(&request).await?;
/// match registration.poller().await? {
///     Outcome::Unique(fvr) => {
///         let financed = monetago.finance(&fvr).await?.poller().await?;
///         println!("{}", financed.word());
///     }
///     Outcome::Duplicate(fvr) => println!("look at its {} matches", fvr.matches().len()),
///     other => println!("declined: {}", other.word()),
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct Client {
    pub(super) api: florin_monetago::Client,
    pub(super) institution: Option<String>,
    pub(super) pace: Pace,
}

impl Client {
    /// Starts a client.
    pub fn builder() -> ClientBuilder {
        ClientBuilder::default()
    }

    /// Every generated operation, on the same session: same token, retries, limits and traces.
    ///
    /// For what no spec describes, [`florin_core::Session::request`] sends an operation of your own.
    #[must_use]
    pub const fn api(&self) -> &florin_monetago::Client {
        &self.api
    }

    /// Registers FVRs. Sent at most once: a repetition would be a second submission of the same documents, and could
    /// make the lender's own FVR a duplicate.
    ///
    /// A process that dies in here leaves nothing behind, so store *that you are about to register* before you call this, and the
    /// [handle](Registration::handle) after it. Who starts again and finds only the first looks as below.
    ///
    /// The institution is filled in from the client where the request leaves it out. Before anything is sent the request
    /// is checked for what the registry documents: at least one batch, FVR and document, one document of each type per
    /// FVR, amounts that are amounts.
    ///
    /// # Errors
    /// [`is_invalid_request`](florin_core::Error::is_invalid_request) names the field. On
    /// [`Effect::MaybeApplied`](florin_core::Effect::MaybeApplied) look with [`find`](Self::find) whether the FVRs are
    /// there, before you register them again. An FVR that isn't there yet may still be on its way: look more than once.
    pub async fn register(
        &self,
        request: &types::RegistrationRequest,
    ) -> Result<Registration, Error> {
        let operation = &operations::REGISTER_TRANSACTIONS;
        if let Some(problem) = check::registration(request) {
            return Err(CoreError::invalid_request(operation, problem.to_string()));
        }
        let mut request = Cow::Borrowed(request);
        if request
            .submitting_financial_institution_identification
            .is_none()
            && self.institution.is_some()
        {
            let institution = self.institution_for(None, operation)?;
            request
                .to_mut()
                .submitting_financial_institution_identification = Some(institution);
        }
        let institution = request
            .submitting_financial_institution_identification
            .as_ref()
            .map(|id| id.as_str().to_owned());
        let fvrs = || {
            request
                .batch_collection
                .iter()
                .flat_map(|batch| &batch.financing_validation_request_details)
        };
        let data_set_ids = fvrs()
            .map(|fvr| fvr.submitter_data_set_identification.clone())
            .collect();
        let finances = request.batch_collection.iter().any(|batch| {
            batch.data_set_validation_service == types::DataSetValidationService::Refi
        });
        // Not through the generated builder, which would want the request for itself.
        let mut call = self.api.session().request(operation);
        call.json(request.as_ref());
        let taken_in = call
            .send_json::<types::RequestIdentificationResponse, _>()
            .await
            .map_err(|error| doubt::look(error, doubt::OF_A_REGISTRATION))?;
        let named = Some(&taken_in.request_identification);
        let registration_id =
            doubt::identifier(operation, &taken_in, named, doubt::OF_A_REGISTRATION)?;
        Ok(self.resume(RegistrationHandle {
            registration_id,
            institution,
            data_set_ids,
            finances,
        }))
    }

    /// Takes a registration up again from its handle. Sends nothing.
    pub fn resume(&self, handle: RegistrationHandle) -> Registration {
        Registration {
            client: self.clone(),
            handle,
        }
    }

    /// Marks one FVR as financed.
    ///
    /// The FVR is read first, so that an error of the past isn't taken for the answer. Only then the request is sent, at
    /// most once. Store that you are about to finance it before you call this, and the [handle](Change::handle) after it: who
    /// starts again and finds only the first reads the FVR, and sends again only once it is known that nothing is under way.
    ///
    /// # Errors
    /// As any call. A refusal may also come later, through the poller; that it can come either way is documented nowhere
    /// and expected here. On [`Effect::MaybeApplied`](florin_core::Effect::MaybeApplied) [`read`](Self::read) the FVR
    /// before you repeat it. A success that names no identifier of the financing leaves that doubt too.
    pub async fn finance(&self, fvr: &Fvr) -> Result<Change, Error> {
        let operation = &operations::MARK_AS_FINANCED;
        let mut change = self.change(ChangeKind::Financing, fvr, operation).await?;
        let body = types::FinancingRequest {
            submitting_financial_institution_identification: self
                .institution_for(fvr.institution.as_deref(), operation)?,
            financing_batch: Selection::fvr(&change.handle.data_set_id).into_items(),
        };
        let taken_in = self
            .api
            .mark_as_financed()
            .body(body)
            .send()
            .await
            .map_err(|error| doubt::look(error, doubt::OF_A_CHANGE))?;
        let named = Some(&taken_in.request_identification);
        let id = doubt::identifier(operation, &taken_in, named, doubt::OF_A_CHANGE)?;
        change.handle.change_id = Some(id);
        Ok(change)
    }

    /// Marks a selection of FVRs as financed, and answers with the registry's identifier of the financing.
    ///
    /// This is the wide form: a pool or a batch reaches every FVR in it. There is nothing to poll here; read the
    /// registrations that the FVRs came with.
    ///
    /// # Errors
    /// As [`finance`](Self::finance). An empty selection is refused before it is sent.
    pub async fn finance_all(&self, selection: Selection) -> Result<String, Error> {
        let operation = &operations::MARK_AS_FINANCED;
        if selection.is_empty() {
            return Err(CoreError::invalid_request(
                operation,
                "the selection names no FVR; give it an identifier",
            ));
        }
        let body = types::FinancingRequest {
            submitting_financial_institution_identification: self
                .institution_for(None, operation)?,
            financing_batch: selection.into_items(),
        };
        let taken_in = self
            .api
            .mark_as_financed()
            .body(body)
            .send()
            .await
            .map_err(|error| doubt::look(error, doubt::OF_A_CHANGE))?;
        let named = Some(&taken_in.request_identification);
        doubt::identifier(operation, &taken_in, named, doubt::OF_A_CHANGE)
    }

    /// Cancels one FVR: its registration, and its financing where it was financed.
    ///
    /// How the body of a cancellation looks is documented in part only; the identifier is sent at the top level
    /// (inferred). Try it in Customer Test before you rely on it, and see [`cancel_with`](Self::cancel_with).
    ///
    /// # Errors
    /// As [`finance`](Self::finance).
    pub async fn cancel(&self, fvr: &Fvr) -> Result<Change, Error> {
        self.cancel_with(fvr, Map::new()).await
    }

    /// As [`cancel`](Self::cancel), with fields that no documentation names, such as the one that takes a
    /// [`CancellationReason`](types::CancellationReason).
    ///
    /// # Errors
    /// As [`finance`](Self::finance).
    pub async fn cancel_with(
        &self,
        fvr: &Fvr,
        fields: Map<String, Value>,
    ) -> Result<Change, Error> {
        let operation = &operations::CANCEL_TRANSACTIONS;
        let mut change = self
            .change(ChangeKind::Cancellation, fvr, operation)
            .await?;
        let body = types::CancellationRequest {
            submitting_financial_institution_identification: self
                .institution_for(fvr.institution.as_deref(), operation)?,
            submitter_data_set_identification: Some(change.handle.data_set_id.clone()),
            batch_identification: None,
            pool_identification: None,
            request_identification: None,
            extra: fields.into_iter().collect(),
        };
        let taken_in = self
            .api
            .cancel_transactions()
            .body(body)
            .send()
            .await
            .map_err(|error| doubt::look(error, doubt::OF_A_CHANGE))?;
        let is_there = |id: &&String| !id.trim().is_empty();
        let named = taken_in.cancellation_id.as_ref().filter(is_there);
        let named = named.or(taken_in.cancellation_identification.as_ref());
        let id = doubt::identifier(operation, &taken_in, named, doubt::OF_A_CHANGE)?;
        change.handle.change_id = Some(id);
        Ok(change)
    }

    /// Takes a financing or cancellation up again from its handle. Sends nothing.
    pub fn resume_change(&self, handle: ChangeHandle) -> Change {
        Change {
            client: self.clone(),
            handle,
        }
    }

    /// What the registry says of a cancellation itself. Its shape is undocumented.
    ///
    /// # Errors
    /// As any call.
    pub async fn cancellation_status(&self, cancellation_id: &str) -> Result<Value, Error> {
        let answer = self
            .api
            .get_cancellation_status()
            .cancellation_identification(cancellation_id)
            .send()
            .await?;
        Ok(answer.into_inner().0)
    }

    /// Reads an FVR again.
    ///
    /// # Errors
    /// As any call; a decode error where the answer doesn't hold it any more.
    pub async fn read(&self, fvr: &Fvr) -> Result<Fvr, Error> {
        let (registration, data_set) = names(fvr, &operations::GET_STATUS)?;
        let fvrs = self
            .read_registration(registration, fvr.institution.as_deref())
            .await?;
        change::one(fvrs, data_set).ok_or_else(|| {
            CoreError::unusable_answer(
                &operations::GET_STATUS,
                "the answer doesn't hold the FVR that was asked for",
            )
        })
    }

    /// Searches the lender's FVRs for one of its own identifiers (`submitter_data_set_identification`).
    ///
    /// The way to learn what became of a registration whose answer was lost. The registry's filters are undocumented, so
    /// everything that it lists is read and sorted here. Whether it lists everything in one answer is undocumented too, so
    /// an empty result is no proof that nothing was registered.
    ///
    /// # Errors
    /// As any call. An answer in which nothing is found, and which holds something that isn't understood, is unreadable: it may
    /// hold what was looked for.
    pub async fn find(&self, data_set_id: &str) -> Result<Vec<Fvr>, Error> {
        let operation = &operations::SEARCH_FINANCING_VALIDATION_REQUESTS;
        let answer = self
            .api
            .search_financing_validation_requests()
            .send()
            .await?
            .into_inner();
        let mut fvrs = fvr::read(&answer.0, None, None).map_err(|_| unreadable(operation))?;
        let is_understood = match fvrs.as_slice() {
            [] => fvr::lists_nothing(&answer.0),
            fvrs => fvrs.iter().all(|fvr| fvr.data_set_id().is_some()),
        };
        fvrs.retain(|fvr| fvr.data_set_id() == Some(data_set_id));
        if fvrs.is_empty() && !is_understood {
            return Err(CoreError::unusable_answer(
                operation,
                "nothing is found in it, and it holds something that isn't understood",
            ));
        }
        Ok(fvrs)
    }

    /// The comparison of two documents behind an entry of a duplicate report.
    ///
    /// Two kinds of identifiers stand in an entry, and which one leads to the comparison is not certain: the entry's own
    /// is tried first, then those of the single documents.
    ///
    /// # Errors
    /// As any call; [`is_not_found`](florin_core::Error::is_not_found) where none of them leads anywhere.
    pub async fn document_match(
        &self,
        entry: &types::DuplicateReportEntry,
    ) -> Result<Value, Error> {
        let mut last = match self.match_by_id(&entry.match_identification).await {
            Err(error) if error.is_not_found() => error,
            answer => return answer,
        };
        for id in &entry.related_document_match_identifications {
            match self.match_by_id(id).await {
                Err(error) if error.is_not_found() => last = error,
                answer => return answer,
            }
        }
        Err(last)
    }

    /// All document matches in which the lender is a financier. The shape is undocumented.
    ///
    /// # Errors
    /// As any call.
    pub async fn document_matches(&self) -> Result<Value, Error> {
        Ok(self
            .api
            .search_document_matches()
            .send()
            .await?
            .into_inner()
            .0)
    }

    /// What happens to the lender's FVRs, from a checkpoint on, without end.
    ///
    /// [`Checkpoint::default`] starts with all that the registry still lists; [`Checkpoint::from_now`] with what is to
    /// come.
    pub fn activity(&self, checkpoint: Checkpoint) -> ActivityFeed {
        ActivityFeed::new(Activity::new(self.api.clone()), checkpoint)
    }

    pub(super) async fn read_registration(
        &self,
        id: &str,
        institution: Option<&str>,
    ) -> Result<Vec<Fvr>, Error> {
        let answer = self
            .api
            .get_status()
            .request_identification(id)
            .send()
            .await?
            .into_inner();
        fvr::read(&answer.0, Some(id), institution).map_err(|_| unreadable(&operations::GET_STATUS))
    }

    pub(super) fn poller<P: Poll>(&self, target: P) -> Poller<P> {
        Poller::new(target, self.api.session().seam().clone()).pace(self.pace)
    }

    async fn match_by_id(&self, id: &str) -> Result<Value, Error> {
        Ok(self
            .api
            .get_document_match()
            .match_identification(id)
            .send()
            .await?
            .into_inner()
            .0)
    }

    /// A change of `fvr` that remembers the errors that are there already.
    async fn change(
        &self,
        kind: ChangeKind,
        fvr: &Fvr,
        operation: &florin_core::Operation,
    ) -> Result<Change, Error> {
        let (registration, data_set) = names(fvr, operation)?;
        self.institution_for(fvr.institution.as_deref(), operation)?;
        let now = self.read(fvr).await?;
        Ok(self.resume_change(ChangeHandle {
            kind,
            registration_id: registration.to_owned(),
            data_set_id: data_set.to_owned(),
            institution: fvr.institution.clone(),
            change_id: None,
            seen: SeenErrors::of(now.errors()),
        }))
    }

    fn institution_for(
        &self,
        own: Option<&str>,
        operation: &florin_core::Operation,
    ) -> Result<types::InstitutionIdentification, Error> {
        let institution = own.or(self.institution.as_deref()).ok_or_else(|| {
            CoreError::invalid_request(
                operation,
                "submitting_financial_institution_identification is missing; give the client an institution",
            )
        })?;
        institution.parse().map_err(|_| {
            CoreError::invalid_request(
                operation,
                "submitting_financial_institution_identification is longer than 36 characters",
            )
        })
    }
}

/// What an FVR is read by; an FVR from a search may lack it.
fn names<'a>(
    fvr: &'a Fvr,
    operation: &florin_core::Operation,
) -> Result<(&'a str, &'a str), Error> {
    let missing = |what: &str| {
        CoreError::invalid_request(
            operation,
            format!(
                "the FVR names no {what}; read it through its registration, see Client::resume"
            ),
        )
    };
    Ok((
        fvr.registration_id()
            .ok_or_else(|| missing("registration"))?,
        fvr.data_set_id()
            .ok_or_else(|| missing("submitter_data_set_identification"))?,
    ))
}

fn unreadable(operation: &florin_core::Operation) -> Error {
    CoreError::unusable_answer(
        operation,
        "an FVR in it has a result that doesn't fit its documentation",
    )
}
