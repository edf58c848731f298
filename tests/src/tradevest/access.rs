//! Users, webhooks and partner documents.

use florin::tradevest::types;

use super::call::{Call, call};
use super::id;

/// Each of them, once.
#[must_use]
pub fn all() -> Vec<Call> {
    vec![
        call!(get_users(
            cursor: "c-2", limit: 50_u64, user_type: "ADMIN", user_status: "RECEIVED"
        ) => page "user"),
        call!(create_user() sends types::UserData => made "userId"),
        call!(get_user(user_id: id::USER) => one "user"),
        call!(update_user(user_id: id::USER) sends types::UserUpdate => nothing),
        call!(reset_user_password(user_id: id::USER) => nothing),
        call!(get_user_onboardings(user_id: id::USER) => list "user_onboarding"),
        call!(start_user_onboarding() sends types::UserOnboardingData => made "onboardingId"),
        call!(get_user_onboarding(onboarding_id: id::ONBOARDING) => one "user_onboarding"),
        call!(get_webhooks() => list "webhook"),
        call!(create_or_update_webhook() sends types::WebhookData => nothing),
        call!(get_webhook(event_type: "CUSTOMER_NOTIFICATION") => one "webhook"),
        call!(delete_webhook(event_type: "CUSTOMER_NOTIFICATION") => nothing),
        call!(get_missing_webhooks() => list "missing_webhook"),
        call!(get_undelivered_webhooks(
            cursor: "c-2", limit: 50_u64, start_date: "2026-03-01T00:00:00Z",
            end_date: "2026-04-01T00:00:00Z"
        ) => one "undelivered_webhooks"),
        call!(get_partner_documents(
            is_valid: true, document_type: "TERMS_AND_CONDITIONS", cursor: "c-2", limit: 50_u64
        ) => page "partner_document"),
        call!(get_partner_document_file(document_id: id::DOCUMENT) => file),
    ]
}
