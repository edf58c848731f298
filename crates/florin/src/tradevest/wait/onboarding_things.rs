//! Persons, companies, roles and their documents.

use florin_tradevest::{operations, types};

use super::thing::{Look, by_id, things};
use super::{Created, Goal, Status};
use crate::tradevest::EventType;
use crate::tradevest::create::Sending;

things! {
    NaturalPerson = "natural-person", told by [NaturalPerson], on ENTITY,
        read by GET_ENTITY_NATURAL_PERSON of "naturalPersonId",
        status |person| Some(person.natural_person_status.as_ref()?.as_str());
    LegalEntity = "legal-entity", told by [LegalEntity], on ENTITY,
        read by GET_ENTITY_LEGAL_ENTITY of "legalEntityId",
        status |entity| Some(entity.legal_entity_status.as_ref()?.as_str());
    LegalRepresentative = "legal-representative", told by [LegalRepresentative], on ENTITY,
        read by GET_LEGAL_REPRESENTATIVE of "id",
        status |person| {
            let status = person.legal_representative_status.as_ref();
            Some(status.or(person.status.as_ref())?.as_str())
        };
    BeneficialOwner = "beneficial-owner", told by [BeneficialOwner], on ENTITY,
        read by GET_BENEFICIAL_OWNER of "beneficialOwnerId",
        status |owner| Some(owner.status.as_ref()?.as_str());
    JointPerson = "joint-person", told by [JointPerson], on ENTITY,
        read by GET_JOINT_PERSON of "id",
        status |pair| {
            let status = pair.joint_person_status.as_ref();
            Some(status.or(pair.status.as_ref())?.as_str())
        };
    Customer = "customer", told by [Customer], on ENTITY,
        read by GET_ROLE_CUSTOMER of "customerId",
        status |customer| Some(customer.customer_status.as_ref()?.as_str());
    Document = "document", told by [Document], on DOCUMENT,
        read by GET_DOCUMENT_V2 of "documentId",
        status |document| Some(document.status.as_ref()?.as_str());
    IdentificationVerification = "identification-verification",
        told by [IdentificationVerification], on IDENTIFICATION,
        read by GET_IDENTIFICATION_VERIFICATION of "identificationVerificationId",
        status |verification| Some(verification.status.as_ref()?.as_str()),
        wants |verification, goal| {
            // The address may come with a later reading than the status.
            *goal != Goal::Ready
                || verification.identification_url.is_some()
                || verification.document_id.is_some()
        };
    VendorLegalEntity = "vendor-search", told by [LegalEntitySearch], on SEARCH,
        read by GET_ENTITY_VENDOR_LEGAL_ENTITY of "searchId",
        status |company| Some(company.search.as_ref()?.status.as_ref()?.as_str());
    RoleOnboarding = "role-onboarding", told by [Onboarding], on ONBOARDING,
        read by GET_ROLE_ONBOARDING of "onboardingId",
        status |onboarding| Some(onboarding.status.as_ref()?.as_str());
    EntityOffboarding = "entity-offboarding", told by [Offboarding], on OFFBOARDING,
        read by GET_ENTITY_OFFBOARDING of "offboardingId",
        status |offboarding| Some(offboarding.status.as_ref()?.as_str());
}
