//! The event types that are known, with what goes by them.

use super::EventType;

/// Type, registration value, last piece of the suggested path, and under which names its object may stand. One table and
/// no rule, since one value breaks every rule.
pub(super) type Row = (
    EventType,
    &'static str,
    &'static str,
    &'static [&'static str],
);

// The names are documented for the first six and, for the others, those of the REST schemas.
pub(super) static TABLE: [Row; 26] = {
    use EventType as E;
    [
        (
            E::Customer,
            "CUSTOMER_NOTIFICATION",
            "customer-notification",
            &["customerId"],
        ),
        (
            E::NaturalPerson,
            "NATURAL_PERSON_NOTIFICATION",
            "natural-person-notification",
            &["naturalPersonId"],
        ),
        (
            E::IdentificationVerification,
            "IDENTIFICATION_VERIFICATION_NOTIFICATION",
            "identification-verification-notification",
            &["identificationVerificationId"],
        ),
        (
            E::LabelsUpdate,
            "LABELS_UPDATE_NOTIFICATION",
            "labels-update-notification",
            &[],
        ),
        (
            E::CorporateAction,
            "CORPORATE_ACTION_NOTIFICATION",
            "corporate-action-notification",
            &["eventId"],
        ),
        (
            E::SavingsPlans,
            "SAVINGS_PLANS_NOTIFICATION",
            "savings-plans-notification",
            &["savingsPlanId"],
        ),
        (
            E::JointPerson,
            "JOINT_PERSON_NOTIFICATION",
            "joint-person-notification",
            &["jointPersonId"],
        ),
        (
            E::DigitalAssetOrder,
            "DIGITAL_ASSET_ORDER_NOTIFICATION",
            "digital-asset-order-notification",
            &["orderId", "digitalAssetOrderId"],
        ),
        (
            E::TraditionalAssetOrder,
            "TRADITIONAL_ASSET_ORDER_NOTIFICATION",
            "traditional-asset-order-notification",
            &["orderId", "traditionalAssetOrderId"],
        ),
        (
            E::TokenizedAssetOrder,
            "TOKENIZED_ASSET_ORDER_NOTIFICATION",
            "tokenized-asset-order-notification",
            &["orderId", "tokenizedAssetOrderId"],
        ),
        (
            E::Transfer,
            "TRANSFER_NOTIFICATION",
            "transfer-notification",
            &["transferId"],
        ),
        (
            E::Onboarding,
            "ONBOARDING_NOTIFICATION",
            "onboarding-notification",
            &["onboardingId"],
        ),
        (
            E::Offboarding,
            "OFFBOARDING_NOTIFICATION",
            "offboarding-notification",
            &["offboardingId"],
        ),
        (
            E::Proxy,
            "PROXY_NOTIFICATION",
            "proxy-notification",
            &["proxyId"],
        ),
        (
            E::BeneficialOwner,
            "BENEFICIAL_OWNER_NOTIFICATION",
            "beneficial-owner-notification",
            &["beneficialOwnerId"],
        ),
        (
            E::LegalEntity,
            "LEGAL_ENTITY_NOTIFICATION",
            "legal-entity-notification",
            &["legalEntityId"],
        ),
        (
            E::LegalRepresentative,
            "LEGAL_REPRESENTATIVE_NOTIFICATION",
            "legal-representative-notification",
            &["legalRepresentativeId"],
        ),
        (
            E::LegalEntitySearch,
            "LEGAL_ENTITY_SEARCH_NOTIFICATION",
            "legal-entity-search-notification",
            &["searchId"],
        ),
        (
            E::Document,
            "DOCUMENT_NOTIFICATION",
            "document-notification",
            &["documentId"],
        ),
        (
            E::PartnerDocument,
            "PARTNER_DOCUMENT_NOTIFICATION",
            "partner-document-notification",
            &["partnerDocumentId"],
        ),
        (
            E::CustomerProduct,
            "CUSTOMER_PRODUCT_NOTIFICATION",
            "customer-product-notification",
            &["customerProductId"],
        ),
        (
            E::Strategy,
            "STRATEGY_NOTIFICATION",
            "strategy-notification",
            &["strategyId"],
        ),
        (
            E::User,
            "USER_NOTIFICATION",
            "user-notification",
            &["userId"],
        ),
        (
            E::TaxExemptionOrder,
            "TAX_EXEMPTION_ORDER_NOTIFICATION",
            "tax-exemption-order-notification",
            &["taxExemptionOrderId"],
        ),
        (
            E::Partner,
            "PARTNER_NOTIFICATION",
            "partner-notification",
            &["partnerId"],
        ),
        (
            E::RealEstateTokenPrices,
            "RE_TOKEN_PRICES",
            "re-token-prices",
            &[],
        ),
    ]
};
