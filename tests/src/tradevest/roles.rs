//! Roles, documents of the newer generation, and taxes.

use florin::tradevest::types;

use super::call::{Call, call};
use super::id;

/// Each of them, once.
#[must_use]
pub fn all() -> Vec<Call> {
    vec![
        call!(get_role_customers(
            cursor: "c-2", limit: 50_u64, entity_id: id::ENTITY, customer_status: "CREATED",
            customer_type: "NATURAL_PERSON", labels: ["gold".to_owned(), "new".to_owned()]
        ) => page "customer"),
        call!(create_role_customer() sends types::CustomerData => made "customerId"),
        call!(get_role_customer(customer_id: id::CUSTOMER) => one "customer"),
        call!(update_role_customer(customer_id: id::CUSTOMER) sends types::CustomerUpdate => nothing),
        call!(get_role_customer_labels() => list "customer_label"),
        call!(update_role_customer_label(label_name: "gold") sends types::CustomerLabelUpdate => nothing),
        call!(delete_role_customer_label(label_name: "gold") => nothing),
        call!(add_role_label_to_customers(label_name: "gold") sends Vec<String> => nothing),
        call!(get_proxies(cursor: "c-2", limit: 50_u64) => page "proxy"),
        call!(create_proxy() sends types::ProxyCreateData => made "proxyId"),
        call!(update_proxy(proxy_id: id::PROXY) sends types::ProxyUpdate => nothing),
        call!(start_role_onboarding() sends types::RoleOnboardingData => made "onboardingId"),
        call!(get_role_onboarding(onboarding_id: id::ONBOARDING) => one "role_onboarding"),
        call!(get_role_offboardings(
            offboarding_role_type: "CUSTOMER", role_id: id::ROLE
        ) => list "role_offboarding"),
        call!(start_role_offboarding() sends types::RoleOffboardingData => made "offboardingId"),
        call!(cancel_role_offboarding(offboarding_id: id::OFFBOARDING) => nothing),
        call!(get_documents_v2(
            resource_type: "NATURAL_PERSON", resource_id: id::RESOURCE, start_date: "2026-03-01T00:00:00Z",
            end_date: "2026-04-01T00:00:00Z", search_text: "Canary7f3a", doc_type: "KYC", cursor: "c-2",
            limit: 50_u64
        ) => page "document"),
        call!(sign_document_v2() sends types::DocumentSignatureData => nothing),
        call!(get_document_v2(document_id: id::DOCUMENT) => one "document"),
        call!(get_document_file_v2(document_id: id::DOCUMENT) => file),
        call!(get_tax_exemption_orders(
            cursor: "c-2", limit: 50_u64, tax_exemption_order_id: id::TAX_EXEMPTION_ORDER,
            entity_id: id::ENTITY, status: "RECEIVED"
        ) => page "tax_exemption_order"),
        call!(create_tax_exemption_order() sends types::TaxExemptionOrderData => made "taxExemptionOrderId"),
        call!(update_tax_exemption_order(
            tax_exemption_order_id: id::TAX_EXEMPTION_ORDER
        ) sends types::TaxExemptionOrderUpdate => nothing),
    ]
}
