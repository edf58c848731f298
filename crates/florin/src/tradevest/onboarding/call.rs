//! What each step sends.

use florin_core::{Error as CoreError, Operation};
use florin_tradevest::{operations, types};

use super::person::{Accepted, Identification};
use super::sequence::Onboarding;
use super::step::{Party, Step};
use super::subject::Subject;
use crate::tradevest::create::Sending;
use crate::tradevest::{Client, Create, Error, ExternalId, RequestorId, Submitted};

/// What is about to be sent.
pub(super) struct Call {
    pub(super) external_id: Option<ExternalId>,
    pub(super) sending: Sending<Sent>,
}

/// What it was answered with.
pub(super) enum Sent {
    /// The identifier of what was made.
    As(String),
    /// Nothing: a person was changed.
    Taken(Submitted<types::NaturalPerson>),
}

impl Onboarding {
    /// Puts together what a step sends. Nothing is sent yet.
    pub(super) fn call(&self, step: &Step, may_be_there: bool) -> Result<Call, Error> {
        let client = self.client_for(step);
        let unknown = || CoreError::invalid_request(operation(step), "it isn't handed in any more");
        match step {
            Step::CreatePerson { person } => {
                let person = self.subject.persons().get(*person).ok_or_else(unknown)?;
                let create = client.create_natural_person(person.data.clone());
                self.made(step, create, may_be_there)
            }
            Step::ReportIdentification { person } => {
                let handed_in = self.subject.persons().get(*person);
                let Some(Identification::Own(report)) =
                    handed_in.map(|person| person.identification.clone())
                else {
                    return Err(unknown());
                };
                let id = self.need(self.state.person_id(*person), step)?;
                Ok(change(async move {
                    let person = client.known(&*id);
                    let request = client.api().create_entity_identification();
                    let request = request.natural_person_id(&*id).body(*report);
                    person.submit(request.send()).await.map(Sent::Taken)
                }))
            }
            Step::VerifyIdentification { person } => {
                let handed_in = self.subject.persons().get(*person);
                let Some(Identification::ByTradevest { redirect_url }) =
                    handed_in.map(|person| person.identification.clone())
                else {
                    return Err(unknown());
                };
                let create = client.verify_identification(types::IdentificationVerificationData {
                    external_verifier: types::ExternalVerifierEnum::WebId,
                    identification_type: types::IdentificationTypeEnum::VideoIdent,
                    natural_person_id: self.need(self.state.person_id(*person), step)?,
                    redirect_url,
                });
                self.made(step, create, may_be_there)
            }
            Step::CreateCompany => {
                let Subject::Company(company) = &self.subject else {
                    return Err(unknown());
                };
                let create = client.create_legal_entity(company.data.clone());
                self.made(step, create, may_be_there)
            }
            Step::CreateRepresentative { number } => {
                let Subject::Company(company) = &self.subject else {
                    return Err(unknown());
                };
                let representative = company.representatives.get(*number).ok_or_else(unknown)?;
                let id = self.need(self.state.company_id(), step)?;
                let create = client.create_legal_representative(id, representative.clone());
                self.made(step, create, may_be_there)
            }
            Step::CreateOwner { number } => {
                let Subject::Company(company) = &self.subject else {
                    return Err(unknown());
                };
                let owner = company.owners.get(*number).ok_or_else(unknown)?;
                let id = self.need(self.state.company_id(), step)?;
                let create = client.create_beneficial_owner(id, owner.clone());
                self.made(step, create, may_be_there)
            }
            Step::UploadDocument { of, kind, number } => {
                let paper = self.subject.paper(*of, kind, *number).ok_or_else(unknown)?;
                let document = types::DocumentData {
                    description: None,
                    external_id: None,
                    name: paper.name.parse().map_err(|_| {
                        CoreError::invalid_request(
                            operation(step),
                            "the name of the document isn't 1 to 255 characters long",
                        )
                    })?,
                    resource_id: self.need(self.state.party_id(*of), step)?,
                    resource_type: match of {
                        Party::Company => types::DocumentResourceTypeEnum::LegalEntity,
                        Party::Person(_) => types::DocumentResourceTypeEnum::NaturalPerson,
                    },
                    type_: paper.kind.clone(),
                };
                let create = client.upload_document(document, paper.file.clone());
                self.made(step, create, may_be_there)
            }
            Step::CreateCustomer => {
                let (accounts, labels) = self.subject.accounts();
                let create = client.create_customer(types::CustomerData {
                    entity_id: self.need(self.entity_id(), step)?,
                    entity_type: match &self.subject {
                        Subject::Person(_) => types::CustomerEntityTypeEnum::NaturalPerson,
                        Subject::Company(_) => types::CustomerEntityTypeEnum::LegalEntity,
                    },
                    labels: labels.to_vec(),
                    ref_accounts: accounts.to_vec(),
                });
                self.made(step, create, may_be_there)
            }
            Step::CreateProxy { person } => {
                let create = client.create_proxy(types::ProxyCreateData {
                    custody_type: None,
                    entity_id: self.need(self.state.company_id(), step)?,
                    entity_type: types::CustomerEntityTypeEnum::LegalEntity,
                    natural_person_id: self.need(self.state.person_id(*person), step)?,
                    product_ids: Vec::new(),
                    proxy_type: types::ProxyTypeAssignableEnum::Signatory,
                    scope_type: Some(types::ProxyScopeTypeEnum::Individual),
                    validity_type: types::ProxyValidityTypeEnum::Unlimited,
                });
                self.made(step, create, may_be_there)
            }
            Step::SignTerms { person } | Step::SignPrivacyPolicy { person } => {
                let accepted = self.accepted(step).ok_or_else(unknown)?;
                let id = self.need(self.state.person_id(*person), step)?;
                let (document, customer) = match step {
                    Step::SignTerms { .. } => {
                        let customer = self.need(self.state.customer_id(), step)?;
                        (accepted.terms.clone(), Some(customer))
                    }
                    _ => (accepted.privacy_policy.clone(), None),
                };
                Ok(change(async move {
                    let person = client.known(&*id);
                    let request = client.api().sign_document_v2();
                    let request = request.body(types::DocumentSignatureData {
                        customer_id: customer,
                        natural_person_id: id,
                        partner_document_id: document,
                    });
                    person.submit(request.send()).await.map(Sent::Taken)
                }))
            }
            Step::StartOnboarding => {
                let create = client.start_onboarding(types::RoleOnboardingData {
                    role_id: self.need(self.state.customer_id(), step)?,
                    role_type: types::RoleTypeEnum::Customer,
                });
                self.made(step, create, may_be_there)
            }
        }
    }

    /// A creation under the external id that the state has for it, or under one that wasn't used up.
    fn made<T: Send + 'static>(
        &self,
        step: &Step,
        create: Create<T>,
        may_be_there: bool,
    ) -> Result<Call, Error> {
        let spent = |id: &&ExternalId| self.state.spent.contains(id);
        let own = create.external_id().filter(|id| !spent(id)).cloned();
        let external_id = match self.state.external_id_of(step).cloned().or(own) {
            None if create.external_id().is_some() => {
                let id = ExternalId::random(self.client.api().session().seam());
                let id = id.map_err(|error| {
                    CoreError::invalid_request(operation(step), error.to_string())
                })?;
                Some(id)
            }
            id => id,
        };
        let mut create = match &external_id {
            Some(id) => create.with_external_id(id.clone()),
            None => create,
        };
        if may_be_there {
            create = create.may_have_been_sent();
        }
        Ok(Call {
            external_id,
            sending: Box::pin(async move {
                let created = create.send().await?;
                Ok(Sent::As(created.id().to_owned()))
            }),
        })
    }

    /// The client in whose name a step is taken.
    pub(super) fn client_for(&self, step: &Step) -> Client {
        if let Some(requestor) = &self.requestor {
            return self.client.for_requestor(requestor.clone());
        }
        let person = match (&self.subject, step) {
            (Subject::Person(_), _) => Some(0),
            // A proxy changes the company.
            (Subject::Company(_), Step::CreateProxy { .. }) => None,
            (Subject::Company(_), step) => step.person(),
        };
        let own = person.and_then(|person| self.state.person_id(person));
        match own.map(RequestorId::new) {
            Some(Ok(own)) => self.client.for_requestor(own),
            _ => self.client.clone(),
        }
    }

    /// What the person of a signature has accepted.
    pub(super) fn accepted(&self, step: &Step) -> Option<&Accepted> {
        self.subject
            .persons()
            .get(step.person()?)?
            .accepted
            .as_ref()
    }

    /// Who becomes the customer.
    pub(super) fn entity_id(&self) -> Option<&str> {
        match &self.subject {
            Subject::Person(_) => self.state.person_id(0),
            Subject::Company(_) => self.state.company_id(),
        }
    }

    /// An identifier that an earlier step has brought.
    pub(super) fn need(&self, id: Option<&str>, step: &Step) -> Result<String, Error> {
        id.map(str::to_owned).ok_or_else(|| {
            CoreError::invalid_request(
                operation(step),
                "the state lacks the identifier of an earlier step; take up the last one that was stored",
            )
        })
    }
}

fn change(sending: impl Future<Output = Result<Sent, Error>> + Send + 'static) -> Call {
    Call {
        external_id: None,
        sending: Box::pin(sending),
    }
}

/// The operation that a step sends.
pub(super) const fn operation(step: &Step) -> &'static Operation {
    match step {
        Step::CreatePerson { .. } => &operations::CREATE_ENTITY_NATURAL_PERSON,
        Step::ReportIdentification { .. } => &operations::CREATE_ENTITY_IDENTIFICATION,
        Step::VerifyIdentification { .. } => &operations::CREATE_IDENTIFICATION_VERIFICATION,
        Step::CreateCompany => &operations::CREATE_ENTITY_LEGAL_ENTITY,
        Step::CreateRepresentative { .. } => &operations::CREATE_LEGAL_REPRESENTATIVE,
        Step::CreateOwner { .. } => &operations::CREATE_BENEFICIAL_OWNER,
        Step::UploadDocument { .. } => &operations::UPLOAD_DOCUMENT_V2,
        Step::CreateCustomer => &operations::CREATE_ROLE_CUSTOMER,
        Step::CreateProxy { .. } => &operations::CREATE_PROXY,
        Step::SignTerms { .. } | Step::SignPrivacyPolicy { .. } => &operations::SIGN_DOCUMENT_V2,
        Step::StartOnboarding => &operations::START_ROLE_ONBOARDING,
    }
}
