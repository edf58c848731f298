//! Customers, documents and onboardings of the older generation.

use florin::tradevest::types;

use super::call::{Call, call};
use super::id;

/// Each of them, once.
#[must_use]
pub fn all() -> Vec<Call> {
    vec![
        call!(get_partner_details() => one "partner_details"),
        call!(get_customers(
            cursor: "c-2", limit: 50_u64, customer_status: "CREATED", customer_type: "NATURAL_PERSON",
            labels: ["gold".to_owned(), "new".to_owned()]
        ) => page "customer"),
        call!(get_customer(customer_id: id::CUSTOMER) => one "customer"),
        call!(create_natural_person_customer() sends types::NaturalPersonCustomerData => made "customerId"),
        call!(create_legal_entity_customer() sends types::LegalEntityCustomerData => made "customerId"),
        call!(get_legal_entity_customer(customer_id: id::CUSTOMER) => one "legal_entity_customer"),
        call!(update_legal_entity_customer(
            customer_id: id::CUSTOMER
        ) sends types::LegalEntityCustomerUpdate => nothing),
        call!(create_joint_person_customer() sends types::JointPersonCustomerData => made "customerId"),
        call!(get_joint_person_customer(customer_id: id::CUSTOMER) => one "joint_person_customer"),
        call!(get_customer_beneficial_owners(customer_id: id::CUSTOMER) => list "beneficial_owner"),
        call!(create_customer_beneficial_owner(
            customer_id: id::CUSTOMER
        ) sends types::BeneficialOwnerData => made "beneficialOwnerId"),
        call!(get_customer_beneficial_owner(
            customer_id: id::CUSTOMER, id: id::BENEFICIAL_OWNER
        ) => one "beneficial_owner"),
        call!(update_customer_beneficial_owner(
            customer_id: id::CUSTOMER, id: id::BENEFICIAL_OWNER
        ) sends types::BeneficialOwnerUpdate => nothing),
        call!(search_vendor_legal_entities(
            country: "DE", company_name: "Canary7f3a Imports"
        ) => one "vendor_candidates"),
        call!(get_vendor_legal_entity(search_id: id::SEARCH) => one "vendor_legal_entity"),
        call!(get_natural_persons(
            cursor: "c-2", limit: 50_u64, natural_person_status: "ACTIVE", role: "CUSTOMER"
        ) => page "natural_person"),
        call!(create_natural_person() sends types::NaturalPersonData => made "naturalPersonId"),
        call!(get_natural_person(natural_person_id: id::NATURAL_PERSON) => one "natural_person"),
        call!(update_natural_person(
            natural_person_id: id::NATURAL_PERSON
        ) sends types::NaturalPersonFields => nothing),
        call!(create_natural_person_identification(
            natural_person_id: id::NATURAL_PERSON
        ) sends types::IdentificationData => nothing),
        call!(get_customer_labels() => list "customer_label"),
        call!(update_customer_label(customer_label_name: "gold") sends types::CustomerLabelUpdate => nothing),
        call!(delete_customer_label(customer_label_name: "gold") => nothing),
        call!(add_label_to_customers(customer_label_name: "gold") sends types::CustomerIds => nothing),
        call!(get_natural_person_wizards(
            cursor: "c-2", limit: 50_u64, wizard_status: "IN_PROGRESS"
        ) => one "natural_person_wizards"),
        call!(create_natural_person_wizard() => made "wizardInstanceId"),
        call!(get_customers_changelog(
            item_id: id::ITEM, changelog_item_type: "CUSTOMER", cursor: "c-2", limit: 50_u64,
            order_direction: "ASC", start_date: "2026-03-01T00:00:00Z", end_date: "2026-04-01T00:00:00Z"
        ) => page "changelog_entry"),
        call!(get_document(document_id: id::DOCUMENT) => one "document"),
        call!(get_onboardings(entity_type: "CUSTOMER", entity_id: id::ENTITY) => list "onboarding"),
        call!(start_onboarding() sends types::OnboardingData => made "onboardingId"),
        call!(get_onboarding(onboarding_id: id::ONBOARDING) => one "onboarding"),
        call!(get_offboardings(entity_type: "CUSTOMER", entity_id: id::ENTITY) => list "offboarding"),
        call!(start_offboarding() sends types::OffboardingData => made "offboardingId"),
        call!(get_offboarding(offboarding_id: id::OFFBOARDING) => one "offboarding"),
    ]
}
