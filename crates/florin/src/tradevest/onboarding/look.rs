//! Whether what may have been done was done, as far as reading tells.

use std::time::Duration;

use florin_tradevest::{operations, types};
use serde::Serialize;
use serde_json::Value;

use super::likeness::{
    BEGUN, CHECKED, Likeness, Seen, is_dated, is_earlier, is_in, is_same, likeness,
};
use super::sequence::Onboarding;
use super::step::Step;
use super::subject::Subject;
use crate::tradevest::found::AnyPage;
use crate::tradevest::{Error, Listing, Status};

/// What looking brings.
pub(super) enum Found {
    /// It was done, under this identifier where it has one.
    It(Option<String>),
    /// It may not have been, and the provider recognises it when it is sent again.
    Recognised,
    /// It doesn't show, which it may yet. What is known.
    NotSeen(String),
    /// It can't be told. What is known.
    CannotTell(String),
}

/// How long to wait before what isn't seen is looked for again: it may have been made just now.
const LOOK_AGAIN: [Duration; 3] = [
    Duration::from_millis(500),
    Duration::from_secs(1),
    Duration::from_secs(2),
];

impl Onboarding {
    /// Finds out whether a step that may have been sent was taken in.
    ///
    /// No list proves that it wasn't: the provider takes in first and works later, nobody says when its lists show what was taken
    /// in, and the shape of most of them is inferred. So what doesn't show stays in doubt.
    pub(super) async fn find(&self, step: &Step) -> Result<Found, Error> {
        for pause in LOOK_AGAIN {
            match self.look(step).await? {
                Found::NotSeen(_) => self.client.api().session().seam().sleep(pause).await,
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
                Ok(Found::Recognised)
            }
            Step::VerifyIdentification { person } => {
                let id = self.need(self.state.person_id(*person), step)?;
                let list = client.listing::<AnyPage>(&operations::GET_IDENTIFICATION_VERIFICATIONS);
                self.in_list(step, list, "identificationVerificationId", |entry| {
                    let is_on_its_way =
                        is_in(entry, &["status"], &["RECEIVED", "PENDING", "APPROVED"]);
                    // A former one may be in such a status, too.
                    let is_new = is_on_its_way && is_dated(entry);
                    likeness(entry["naturalPersonId"] == *id, is_new)
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
                self.in_list(step, list, "legalRepresentativeId", |entry| {
                    let is_new = is_in(entry, &["legalRepresentativeStatus", "status"], CHECKED);
                    likeness(true, is_same(&asked, entry) && is_new)
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
                self.in_list(step, list, "beneficialOwnerId", |entry| {
                    let is_new = is_in(entry, &["beneficialOwnerStatus", "status"], CHECKED);
                    likeness(true, is_same(&asked, entry) && is_new)
                })
                .await
            }
            Step::CreateCustomer => {
                let id = self.need(self.entity_id(), step)?;
                let list = client
                    .listing::<AnyPage>(&operations::GET_ROLE_CUSTOMERS)
                    .query("entityId", &id);
                self.in_list(step, list, "customerId", |entry| {
                    // A former one may be in such a status, too.
                    let is_new = is_in(entry, &["customerStatus"], BEGUN) && is_dated(entry);
                    likeness(entry["entityId"] == *id, is_new)
                })
                .await
            }
            Step::CreateProxy { person } => {
                let company = self.need(self.state.company_id(), step)?;
                let id = self.need(self.state.person_id(*person), step)?;
                let list = client.listing::<AnyPage>(&operations::GET_PROXIES);
                self.in_list(step, list, "proxyId", |entry| {
                    let is_theirs =
                        entry["naturalPersonId"] == *id && entry["entityId"] == *company;
                    let is_new = is_in(entry, &["proxyStatus", "status"], BEGUN);
                    let names_one =
                        entry["naturalPersonId"] == *id || entry["entityId"] == *company;
                    likeness(
                        names_one,
                        is_theirs && entry["proxyType"] == "SIGNATORY" && is_new,
                    )
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
                        "the customer doesn't show the signature, which may come late".to_owned(),
                    )
                })
            }
            Step::SignPrivacyPolicy { .. } => Ok(Found::CannotTell(
                "nothing that can be read shows a signature under the privacy policy".to_owned(),
            )),
            Step::ReportIdentification { .. } => Ok(Found::CannotTell(
                "nothing that can be read shows whether an identification was reported".to_owned(),
            )),
            Step::StartOnboarding => {
                let customer = self.need(self.state.customer_id(), step)?;
                let customer = client.known::<types::Customer>(customer).read().await?;
                let status = customer.customer_status.as_ref();
                Ok(match status.map(|status| Status::from(status.as_str())) {
                    Some(status) if status != Status::CREATED => Found::It(None),
                    _ => Found::CannotTell("the customer is still CREATED: its onboarding wasn't started, hasn't begun yet, or is over already".to_owned()),
                })
            }
        }
    }

    /// The one in a list that is just like what was sent, and that no other step has made.
    async fn in_list(
        &self,
        step: &Step,
        list: Listing<Value>,
        member: &str,
        likeness: impl Fn(&Value) -> Likeness,
    ) -> Result<Found, Error> {
        let is_known = |id: &str| {
            let mut records = self.state.records.iter();
            records.any(|record| record.id.as_deref() == Some(id))
        };
        let began = self.state.record(step).and_then(|record| record.began);
        let mut seen = Seen::default();
        let mut pages = list.pages();
        while let Some(page) = pages.next().await {
            let page = match page {
                Ok(page) => page,
                Err(error) if cannot_be_read(&error) => {
                    let about = "the list that would show it can't be read".to_owned();
                    return Ok(Found::CannotTell(about));
                }
                Err(error) => return Err(error),
            };
            for entry in &page.items {
                let id = entry[member].as_str().filter(|id| !id.is_empty());
                if !id.is_some_and(is_known) {
                    seen.add(id, likeness(entry), is_earlier(entry, began));
                }
            }
        }
        Ok(match seen.only() {
            Some(id) => Found::It(Some(id)),
            None => Found::NotSeen(seen.to_string()),
        })
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

/// Whether asking again brings the same: the list isn't there, or not in a shape that can be read.
fn cannot_be_read(error: &Error) -> bool {
    let status = error.status().map(|status| status.as_u16());
    error.is_decode() || matches!(status, Some(400 | 404 | 405 | 410 | 501))
}
