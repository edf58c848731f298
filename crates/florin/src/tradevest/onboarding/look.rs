//! Whether what may have been done was done, as far as reading tells.

use std::time::Duration;

use florin_tradevest::{operations, types};
use serde::Serialize;
use serde_json::Value;

use super::sequence::Onboarding;
use super::step::Step;
use super::subject::Subject;
use crate::tradevest::found::AnyPage;
use crate::tradevest::same::differences;
use crate::tradevest::{Error, Listing, Status};

/// What looking brings.
pub(super) enum Found {
    /// It was done, under this identifier where it has one.
    It(Option<String>),
    /// It wasn't, or sending it again does no harm.
    Nothing,
    /// It can't be told. What is known.
    CannotTell(&'static str),
}

/// How long to wait before what isn't found is looked for again: it may have been made just now.
const LOOK_AGAIN: [Duration; 3] = [
    Duration::from_millis(500),
    Duration::from_secs(1),
    Duration::from_secs(2),
];

impl Onboarding {
    /// Finds out whether a step that may have been sent was taken in.
    pub(super) async fn find(&self, step: &Step) -> Result<Found, Error> {
        for pause in LOOK_AGAIN {
            match self.look(step).await? {
                Found::Nothing if self.state.external_id_of(step).is_none() => {
                    self.client.api().session().seam().sleep(pause).await;
                }
                found => return Ok(found),
            }
        }
        self.look(step).await
    }

    async fn look(&self, step: &Step) -> Result<Found, Error> {
        let client = self.client_for(step);
        match step {
            // Sent again under its external id, it is recognised.
            Step::CreatePerson { .. } | Step::CreateCompany | Step::UploadDocument { .. } => {
                Ok(Found::Nothing)
            }
            Step::VerifyIdentification { person } => {
                let id = self.need(self.state.person_id(*person), step)?;
                let list = client.listing::<AnyPage>(&operations::GET_IDENTIFICATION_VERIFICATIONS);
                self.in_list(list, "identificationVerificationId", |found| {
                    found["naturalPersonId"] == *id && !has_failed(&found["status"])
                })
                .await
            }
            Step::CreateRepresentative { number } => {
                let id = self.need(self.state.company_id(), step)?;
                let list = client
                    .listing::<AnyPage>(&operations::GET_LEGAL_REPRESENTATIVES)
                    .path("legalEntityId", id);
                let asked = match &self.subject {
                    Subject::Company(company) => as_json(company.representatives.get(*number)),
                    Subject::Person(_) => Value::Null,
                };
                self.in_list(list, "legalRepresentativeId", |found| {
                    is_same(&asked, found) && !has_failed(&found["legalRepresentativeStatus"])
                })
                .await
            }
            Step::CreateOwner { number } => {
                let id = self.need(self.state.company_id(), step)?;
                let list = client
                    .listing::<AnyPage>(&operations::GET_BENEFICIAL_OWNERS)
                    .path("legalEntityId", id);
                let asked = match &self.subject {
                    Subject::Company(company) => as_json(company.owners.get(*number)),
                    Subject::Person(_) => Value::Null,
                };
                self.in_list(list, "beneficialOwnerId", |found| {
                    is_same(&asked, found) && !has_failed(&found["status"])
                })
                .await
            }
            Step::CreateCustomer => {
                let id = self.need(self.entity_id(), step)?;
                let list = client
                    .listing::<AnyPage>(&operations::GET_ROLE_CUSTOMERS)
                    .query("entityId", &id);
                self.in_list(list, "customerId", |found| {
                    found["entityId"] == *id && !has_failed(&found["customerStatus"])
                })
                .await
            }
            Step::CreateProxy { person } => {
                let company = self.need(self.state.company_id(), step)?;
                let id = self.need(self.state.person_id(*person), step)?;
                let list = client.listing::<AnyPage>(&operations::GET_PROXIES);
                self.in_list(list, "proxyId", |found| {
                    found["naturalPersonId"] == *id
                        && found["entityId"] == *company
                        && found["proxyType"] == "SIGNATORY"
                        && !has_failed(&found["proxyStatus"])
                        && !has_failed(&found["status"])
                })
                .await
            }
            Step::SignTerms { person } => {
                let customer = self.need(self.state.customer_id(), step)?;
                let id = self.need(self.state.person_id(*person), step)?;
                let customer = client.known::<types::Customer>(customer).read().await?;
                let document = self.accepted(step).map(|accepted| &*accepted.terms);
                let is_signed =
                    customer
                        .signed_documents_related_to_customer
                        .iter()
                        .any(|signed| {
                            signed.natural_person_id.as_deref() == Some(&*id)
                                && signed.partner_document_id.as_deref() == document
                        });
                Ok(if is_signed {
                    Found::It(None)
                } else {
                    Found::CannotTell(
                        "the customer doesn't show the signature, which may come late",
                    )
                })
            }
            Step::SignPrivacyPolicy { .. } => Ok(Found::CannotTell(
                "nothing that can be read shows a signature under the privacy policy",
            )),
            Step::ReportIdentification { .. } => Ok(Found::CannotTell(
                "nothing that can be read shows whether an identification was reported",
            )),
            Step::StartOnboarding => {
                let customer = self.need(self.state.customer_id(), step)?;
                let customer = client.known::<types::Customer>(customer).read().await?;
                let status = customer.customer_status.as_ref();
                Ok(match status.map(|status| Status::from(status.as_str())) {
                    Some(status) if status != Status::CREATED => Found::It(None),
                    _ => Found::CannotTell(
                        "the customer is still CREATED: its onboarding wasn't started, hasn't begun yet, or is over already",
                    ),
                })
            }
        }
    }

    /// The one in a list that fits and that no other step has made.
    async fn in_list(
        &self,
        list: Listing<Value>,
        member: &str,
        fits: impl Fn(&Value) -> bool,
    ) -> Result<Found, Error> {
        let is_known = |id: &str| {
            let mut records = self.state.records.iter();
            records.any(|record| record.id.as_deref() == Some(id))
        };
        let mut pages = list.pages();
        while let Some(page) = pages.next().await.transpose()? {
            let mut fitting = page.items.iter().filter(|found| fits(found));
            let id = fitting.find_map(|found| {
                found[member]
                    .as_str()
                    .filter(|id| !id.is_empty() && !is_known(id))
            });
            if let Some(id) = id {
                return Ok(Found::It(Some(id.to_owned())));
            }
        }
        Ok(Found::Nothing)
    }

    /// The partner documents that a person has to accept.
    pub(super) async fn to_accept(&self) -> Result<Vec<types::PartnerDocument>, Error> {
        let mut documents = Vec::new();
        for kind in [
            types::PartnerDocumentTypeEnum::TermsAndConditions,
            types::PartnerDocumentTypeEnum::DataPrivacyPolicy,
        ] {
            let list = self.client.partner_documents();
            let list = list.query("isValid", true).query("documentType", kind);
            documents.extend(list.all().await?);
        }
        Ok(documents)
    }
}

fn as_json(data: Option<&impl Serialize>) -> Value {
    data.and_then(|data| serde_json::to_value(data).ok())
        .unwrap_or_default()
}

/// Whether somebody in a list is who was asked for: nothing contradicts, and the name and the day of birth are there to agree.
fn is_same(asked: &Value, found: &Value) -> bool {
    ["firstName", "lastName", "birthDay"]
        .iter()
        .all(|member| !found[member].is_null())
        && asked.is_object()
        && differences(asked, found).is_empty()
}

/// An earlier one that failed isn't the one that is looked for.
fn has_failed(status: &Value) -> bool {
    let status = status.as_str().map(Status::from);
    status.is_some_and(|status| [Status::INVALID, Status::REJECTED].contains(&status))
}
