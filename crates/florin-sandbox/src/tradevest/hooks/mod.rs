//! Webhooks: who is registered for what, what is sent, and what a test does with it.

mod control;
mod delivery;
mod operations;
mod outbox;
mod registry;

pub use control::Webhooks;
pub(super) use delivery::run;
pub(super) use operations::call;
pub(super) use outbox::Outbox;
pub use outbox::{Delivery, Notification};
pub use registry::Registration;
pub(super) use registry::Registry;

/// Every event type, with the path that the reference suggests for it.
pub(super) const EVENTS: [(&str, &str); 26] = [
    ("CUSTOMER_NOTIFICATION", "/customer-notification"),
    (
        "NATURAL_PERSON_NOTIFICATION",
        "/natural-person-notification",
    ),
    (
        "IDENTIFICATION_VERIFICATION_NOTIFICATION",
        "/identification-verification-notification",
    ),
    ("LABELS_UPDATE_NOTIFICATION", "/labels-update-notification"),
    (
        "CORPORATE_ACTION_NOTIFICATION",
        "/corporate-action-notification",
    ),
    ("SAVINGS_PLANS_NOTIFICATION", "/savings-plans-notification"),
    ("JOINT_PERSON_NOTIFICATION", "/joint-person-notification"),
    (
        "DIGITAL_ASSET_ORDER_NOTIFICATION",
        "/digital-asset-order-notification",
    ),
    (
        "TRADITIONAL_ASSET_ORDER_NOTIFICATION",
        "/traditional-asset-order-notification",
    ),
    (
        "TOKENIZED_ASSET_ORDER_NOTIFICATION",
        "/tokenized-asset-order-notification",
    ),
    ("TRANSFER_NOTIFICATION", "/transfer-notification"),
    ("ONBOARDING_NOTIFICATION", "/onboarding-notification"),
    ("OFFBOARDING_NOTIFICATION", "/offboarding-notification"),
    ("PROXY_NOTIFICATION", "/proxy-notification"),
    (
        "BENEFICIAL_OWNER_NOTIFICATION",
        "/beneficial-owner-notification",
    ),
    ("LEGAL_ENTITY_NOTIFICATION", "/legal-entity-notification"),
    (
        "LEGAL_REPRESENTATIVE_NOTIFICATION",
        "/legal-representative-notification",
    ),
    (
        "LEGAL_ENTITY_SEARCH_NOTIFICATION",
        "/legal-entity-search-notification",
    ),
    ("DOCUMENT_NOTIFICATION", "/document-notification"),
    (
        "PARTNER_DOCUMENT_NOTIFICATION",
        "/partner-document-notification",
    ),
    (
        "CUSTOMER_PRODUCT_NOTIFICATION",
        "/customer-product-notification",
    ),
    ("STRATEGY_NOTIFICATION", "/strategy-notification"),
    ("USER_NOTIFICATION", "/user-notification"),
    (
        "TAX_EXEMPTION_ORDER_NOTIFICATION",
        "/tax-exemption-order-notification",
    ),
    ("PARTNER_NOTIFICATION", "/partner-notification"),
    ("RE_TOKEN_PRICES", "/re-token-prices"),
];
