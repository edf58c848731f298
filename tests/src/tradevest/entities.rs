//! Entities: persons, companies, who represents and owns them.

use florin::tradevest::types;

use super::call::{Call, call};
use super::id;

/// Each of them, once.
#[must_use]
pub fn all() -> Vec<Call> {
    vec![
        call!(get_partner_details_v2() => one "partner_details"),
        call!(get_entities(
            search_text: "Canary7f3a", entity_type: "NATURAL_PERSON", entity_status: "ACTIVE",
            role: "CUSTOMER", global_id: "AB12CD34EF56", entity_id: id::ENTITY, cursor: "c-2", limit: 50_u64
        ) => page "entity_summary"),
        call!(get_entity_natural_persons(
            cursor: "c-2", limit: 50_u64, natural_person_status: "ACTIVE"
        ) => page "natural_person"),
        call!(create_entity_natural_person() sends types::NaturalPersonData => made "naturalPersonId"),
        call!(get_entity_natural_person(natural_person_id: id::NATURAL_PERSON) => one "natural_person"),
        call!(update_entity_natural_person(
            natural_person_id: id::NATURAL_PERSON
        ) sends types::NaturalPersonUpdateRequest => nothing),
        call!(create_entity_identification(
            natural_person_id: id::NATURAL_PERSON
        ) sends types::IdentificationData => nothing),
        call!(get_identification_verifications(
            cursor: "c-2", limit: 50_u64
        ) => page "identification_verification"),
        call!(create_identification_verification() sends types::IdentificationVerificationData => made "identificationVerificationId"),
        call!(get_identification_verification(
            identification_verification_id: id::IDENTIFICATION_VERIFICATION
        ) => one "identification_verification"),
        call!(create_trading_profile_asset_type(
            natural_person_id: id::NATURAL_PERSON, asset_type: "ETF"
        ) sends types::AssetTypeTradingProfileData => nothing),
        call!(update_trading_profile_asset_type(
            natural_person_id: id::NATURAL_PERSON, asset_type: "ETF"
        ) sends types::AssetTypeTradingProfileData => nothing),
        call!(create_basic_profile_acknowledgement(
            natural_person_id: id::NATURAL_PERSON
        ) sends types::BasicProfileAcknowledgementData => nothing),
        call!(create_joint_person() sends types::JointPersonData => made "jointPersonId"),
        call!(get_joint_person(id: id::JOINT_PERSON) => one "joint_person"),
        call!(create_entity_legal_entity() sends types::CreateLegalEntityData => made "legalEntityId"),
        call!(get_entity_legal_entity(legal_entity_id: id::LEGAL_ENTITY) => one "legal_entity"),
        call!(update_entity_legal_entity(
            legal_entity_id: id::LEGAL_ENTITY
        ) sends types::LegalEntityUpdateRequest => nothing),
        call!(search_entity_vendor_legal_entities(
            country: "DE", company_name: "Canary7f3a Imports"
        ) => one "vendor_candidates"),
        call!(order_entity_vendor_legal_entity() sends types::VendorLegalEntityOrderData => made "searchId"),
        call!(get_entity_vendor_legal_entity(search_id: id::SEARCH) => one "vendor_legal_entity"),
        call!(get_legal_representatives(
            legal_entity_id: id::LEGAL_ENTITY, cursor: "c-2", limit: 50_u64,
            legal_representative_status: "ACTIVE", start_date: "2026-03-01T00:00:00Z",
            end_date: "2026-04-01T00:00:00Z"
        ) => page "legal_representative"),
        call!(create_legal_representative(
            legal_entity_id: id::LEGAL_ENTITY
        ) sends types::LegalRepresentativeData => made "legalRepresentativeId"),
        call!(get_legal_representative(id: id::LEGAL_REPRESENTATIVE) => one "legal_representative"),
        call!(update_legal_representative(
            id: id::LEGAL_REPRESENTATIVE
        ) sends types::LegalRepresentativeUpdate => nothing),
        call!(delete_legal_representative(id: id::LEGAL_REPRESENTATIVE) => nothing),
        call!(get_beneficial_owners(
            legal_entity_id: id::LEGAL_ENTITY, cursor: "c-2", limit: 50_u64
        ) => page "beneficial_owner"),
        call!(create_beneficial_owner(
            legal_entity_id: id::LEGAL_ENTITY
        ) sends types::BeneficialOwnerData => made "beneficialOwnerId"),
        call!(get_beneficial_owner(beneficial_owner_id: id::BENEFICIAL_OWNER) => one "beneficial_owner"),
        call!(update_beneficial_owner(
            beneficial_owner_id: id::BENEFICIAL_OWNER
        ) sends types::BeneficialOwnerUpdate => nothing),
        call!(start_entity_onboarding() sends types::EntityOnboardingData => made "onboardingId"),
        call!(get_entity_offboardings(
            offboarding_entity_type: "BENEFICIAL_OWNER", entity_id: id::ENTITY
        ) => list "entity_offboarding"),
        call!(start_entity_offboarding() sends types::EntityOffboardingData => made "offboardingId"),
        call!(get_entity_offboarding(offboarding_id: id::OFFBOARDING) => one "entity_offboarding"),
        call!(get_entities_changelog(
            item_id: id::ITEM, changelog_item_type: "CUSTOMER", limit: 50_u64, cursor: "c-2",
            order_direction: "ASC", start_date: "2026-03-01T00:00:00Z", end_date: "2026-04-01T00:00:00Z"
        ) => page "changelog_entry"),
    ]
}
