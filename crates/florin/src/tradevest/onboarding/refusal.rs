//! What can't work, whatever the provider says to it.

use florin_core::Error as CoreError;
use florin_tradevest::operations;

use super::checklist::is_minor;
use super::person::Identification;
use super::sequence::Onboarding;
use super::subject::Subject;
use crate::tradevest::Error;

impl Onboarding {
    /// What can't work, known before anything is sent.
    pub(super) fn refusal(&self) -> Option<Error> {
        let refuse =
            |operation, problem: &str| Some(CoreError::invalid_request(operation, problem));
        let today = self.today();
        for (number, person) in self.subject.persons().iter().enumerate() {
            if matches!(person.identification, Identification::ByTradevest { .. })
                && is_minor(person, today)
            {
                return refuse(
                    &operations::CREATE_IDENTIFICATION_VERIFICATION,
                    &format!(
                        "person {number} isn't eighteen, and Tradevest identifies adults only; report an identification of your own"
                    ),
                );
            }
        }
        let Subject::Company(company) = &self.subject else {
            return None;
        };
        if company.representatives.is_empty() {
            return refuse(
                &operations::CREATE_LEGAL_REPRESENTATIVE,
                "the company has no legal representative; add one or more with Company::representative",
            );
        }
        if company.signatories.is_empty() {
            return refuse(
                &operations::CREATE_PROXY,
                "nobody signs for the company; add one or more with Company::signatory",
            );
        }
        if self.requestor.is_none() && self.client.requestor().is_none() {
            return refuse(
                &operations::CREATE_LEGAL_REPRESENTATIVE,
                "in whose name the company is onboarded isn't said; give the client a requestor, or the onboarding with \
                 Onboarding::requestor",
            );
        }
        None
    }
}
