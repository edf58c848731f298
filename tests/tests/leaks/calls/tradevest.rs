//! Tradevest: each generated operation with all its parameters.

use florin_tradevest::{Client, types};

use crate::call::{Upload, calls};

calls! {
    Client;
    get_customer_labels(requestor_id: String);
    delete_customer_label(customer_label_name: String, requestor_id: String);
    update_customer_label(customer_label_name: String, requestor_id: String) sends types::CustomerLabelUpdate;
    add_label_to_customers(customer_label_name: String, requestor_id: String) sends types::CustomerIds;
    get_customers(
        cursor: String, customer_status: types::CustomerStatusEnum,
        customer_type: types::CustomerEntityTypeEnum, labels: Vec<String>, limit: u64, requestor_id: String
    );
    get_customers_changelog(
        changelog_item_type: types::ChangelogItemTypeEnum, cursor: String, end_date: String, item_id: String,
        limit: u64, order_direction: types::OrderDirectionEnum, start_date: String, requestor_id: String
    );
    create_joint_person_customer(requestor_id: String) sends types::JointPersonCustomerData;
    get_joint_person_customer(customer_id: String, requestor_id: String);
    create_legal_entity_customer(requestor_id: String) sends types::LegalEntityCustomerData;
    get_legal_entity_customer(customer_id: String, requestor_id: String);
    update_legal_entity_customer(
        customer_id: String, requestor_id: String
    ) sends types::LegalEntityCustomerUpdate;
    create_natural_person_customer(requestor_id: String) sends types::NaturalPersonCustomerData;
    get_customer_beneficial_owners(customer_id: String, requestor_id: String);
    create_customer_beneficial_owner(
        customer_id: String, requestor_id: String
    ) sends types::BeneficialOwnerData;
    get_customer_beneficial_owner(customer_id: String, id: String, requestor_id: String);
    update_customer_beneficial_owner(
        customer_id: String, id: String, requestor_id: String
    ) sends types::BeneficialOwnerUpdate;
    get_vendor_legal_entity(search_id: String, requestor_id: String);
    search_vendor_legal_entities(company_name: String, country: types::CountryEnum, requestor_id: String);
    get_customer(customer_id: String, requestor_id: String);
    get_customer_products(
        customer_id: String, iban: String, product_code: types::ProductCodeEnum,
        product_type: types::ProductTypeEnum, status: types::CustomerProductStatus, requestor_id: String
    );
    create_customer_product(customer_id: String, requestor_id: String) sends types::CustomerProductData;
    get_digital_changelog(
        changelog_item_type: types::ChangelogItemTypeEnum, cursor: String, end_date: String, item_id: String,
        limit: u64, order_direction: types::OrderDirectionEnum, start_date: String, requestor_id: String
    );
    create_digital_market_order(requestor_id: String) sends types::OrderData;
    accept_digital_quote(requestor_id: String) sends types::QuoteOrderData;
    get_digital_order(order_id: String, requestor_id: String);
    get_digital_order_receipt(order_id: String, requestor_id: String);
    get_document(document_id: String, requestor_id: String);
    get_entities(
        cursor: String, entity_id: String, entity_status: types::EntityStatusEnum,
        entity_type: types::EntityTypeEnum, global_id: String, limit: u64, role: String, search_text: String,
        requestor_id: String
    );
    get_entities_changelog(
        changelog_item_type: types::ChangelogItemTypeEnum, cursor: String, end_date: String, item_id: String,
        limit: u64, order_direction: types::OrderDirectionEnum, start_date: String, requestor_id: String
    );
    get_beneficial_owner(beneficial_owner_id: String, requestor_id: String);
    update_beneficial_owner(
        beneficial_owner_id: String, requestor_id: String
    ) sends types::BeneficialOwnerUpdate;
    get_identification_verifications(cursor: String, limit: u64, requestor_id: String);
    create_identification_verification(requestor_id: String) sends types::IdentificationVerificationData;
    get_identification_verification(identification_verification_id: String, requestor_id: String);
    create_joint_person(requestor_id: String) sends types::JointPersonData;
    get_joint_person(id: String, requestor_id: String);
    create_entity_legal_entity(requestor_id: String) sends types::CreateLegalEntityData;
    get_entity_legal_entity(legal_entity_id: String, requestor_id: String);
    update_entity_legal_entity(
        legal_entity_id: String, requestor_id: String
    ) sends types::LegalEntityUpdateRequest;
    get_legal_representative(id: String, requestor_id: String);
    delete_legal_representative(id: String, requestor_id: String);
    update_legal_representative(id: String, requestor_id: String) sends types::LegalRepresentativeUpdate;
    get_entity_natural_persons(
        cursor: String, limit: u64, natural_person_status: types::EntityStatusEnum, requestor_id: String
    );
    create_entity_natural_person(requestor_id: String) sends types::NaturalPersonData;
    get_entity_natural_person(natural_person_id: String, requestor_id: String);
    update_entity_natural_person(
        natural_person_id: String, requestor_id: String
    ) sends types::NaturalPersonUpdateRequest;
    create_entity_identification(
        natural_person_id: String, requestor_id: String
    ) sends types::IdentificationData;
    create_trading_profile_asset_type(
        natural_person_id: String, asset_type: String, requestor_id: String
    ) sends types::AssetTypeTradingProfileData;
    update_trading_profile_asset_type(
        natural_person_id: String, asset_type: String, requestor_id: String
    ) sends types::AssetTypeTradingProfileData;
    create_basic_profile_acknowledgement(
        natural_person_id: String, requestor_id: String
    ) sends types::BasicProfileAcknowledgementData;
    get_entity_offboardings(
        entity_id: String, offboarding_entity_type: types::EntityTypeEnum, requestor_id: String
    );
    start_entity_offboarding(requestor_id: String) sends types::EntityOffboardingData;
    get_entity_offboarding(offboarding_id: String, requestor_id: String);
    start_entity_onboarding(requestor_id: String) sends types::EntityOnboardingData;
    search_entity_vendor_legal_entities(
        company_name: String, country: types::CountryEnum, requestor_id: String
    );
    order_entity_vendor_legal_entity(requestor_id: String) sends types::VendorLegalEntityOrderData;
    get_entity_vendor_legal_entity(search_id: String, requestor_id: String);
    get_beneficial_owners(legal_entity_id: String, cursor: String, limit: u64, requestor_id: String);
    create_beneficial_owner(legal_entity_id: String, requestor_id: String) sends types::BeneficialOwnerData;
    get_legal_representatives(
        legal_entity_id: String, cursor: String, end_date: String,
        legal_representative_status: types::EntityStatusEnum, limit: u64, start_date: String,
        requestor_id: String
    );
    create_legal_representative(
        legal_entity_id: String, requestor_id: String
    ) sends types::LegalRepresentativeData;
    get_natural_persons(
        cursor: String, limit: u64, natural_person_status: types::EntityStatusEnum,
        role: types::NaturalPersonRoleNameEnum, requestor_id: String
    );
    create_natural_person(requestor_id: String) sends types::NaturalPersonData;
    get_natural_person_wizards(
        cursor: String, limit: u64, wizard_status: types::WizardStatusEnum, requestor_id: String
    );
    create_natural_person_wizard(requestor_id: String);
    get_natural_person(natural_person_id: String, requestor_id: String);
    update_natural_person(natural_person_id: String, requestor_id: String) sends types::NaturalPersonFields;
    create_natural_person_identification(
        natural_person_id: String, requestor_id: String
    ) sends types::IdentificationData;
    get_token() sends types::TokenRequest;
    get_offboardings(entity_id: String, entity_type: types::OffboardingEntityTypeEnum, requestor_id: String);
    start_offboarding(requestor_id: String) sends types::OffboardingData;
    get_offboarding(offboarding_id: String, requestor_id: String);
    get_onboardings(entity_id: String, entity_type: types::OnboardingEntityTypeEnum, requestor_id: String);
    start_onboarding(requestor_id: String) sends types::OnboardingData;
    get_onboarding(onboarding_id: String, requestor_id: String);
    get_partner_details(requestor_id: String);
    get_partner_documents(
        cursor: String, document_type: types::PartnerDocumentTypeEnum, is_valid: bool, limit: u64,
        requestor_id: String
    );
    get_partner_document_file(document_id: String, requestor_id: String);
    get_product_definitions(requestor_id: String);
    get_product_fees(product_code: types::ProductCodeEnum, requestor_id: String);
    get_customer_product(customer_product_id: String, requestor_id: String);
    update_customer_product(
        customer_product_id: String, requestor_id: String
    ) sends types::CustomerProductUpdate;
    get_digital_orders(
        customer_product_id: String, cursor: String, end_created_on: String, external_id: String, limit: u64,
        start_created_on: String, requestor_id: String
    );
    get_strategy_by_customer_product(customer_product_id: String, requestor_id: String);
    get_role_customer_labels(requestor_id: String);
    delete_role_customer_label(label_name: String, requestor_id: String);
    update_role_customer_label(label_name: String, requestor_id: String) sends types::CustomerLabelUpdate;
    add_role_label_to_customers(label_name: String, requestor_id: String) sends Vec<String>;
    get_role_customers(
        cursor: String, customer_status: types::CustomerStatusEnum,
        customer_type: types::CustomerEntityTypeEnum, entity_id: String, labels: Vec<String>, limit: u64,
        requestor_id: String
    );
    create_role_customer(requestor_id: String) sends types::CustomerData;
    get_role_customer(customer_id: String, requestor_id: String);
    update_role_customer(customer_id: String, requestor_id: String) sends types::CustomerUpdate;
    get_role_offboardings(offboarding_role_type: types::RoleTypeEnum, role_id: String, requestor_id: String);
    start_role_offboarding(requestor_id: String) sends types::RoleOffboardingData;
    cancel_role_offboarding(offboarding_id: String, requestor_id: String);
    start_role_onboarding(requestor_id: String) sends types::RoleOnboardingData;
    get_role_onboarding(onboarding_id: String, requestor_id: String);
    get_proxies(cursor: String, limit: u64, requestor_id: String);
    create_proxy(requestor_id: String) sends types::ProxyCreateData;
    update_proxy(proxy_id: String, requestor_id: String) sends types::ProxyUpdate;
    get_strategies(cursor: String, limit: u64, requestor_id: String);
    create_strategy(requestor_id: String) sends types::StrategyData;
    get_tax_exemption_orders(
        cursor: String, entity_id: String, limit: u64, status: types::TaxExemptionOrderStatusEnum,
        tax_exemption_order_id: String, requestor_id: String
    );
    create_tax_exemption_order(requestor_id: String) sends types::TaxExemptionOrderData;
    update_tax_exemption_order(
        tax_exemption_order_id: String, requestor_id: String
    ) sends types::TaxExemptionOrderUpdate;
    get_ex_ante_cost(requestor_id: String) sends types::ExAnteCostData;
    cancel_trading_order(order_id: String, requestor_id: String);
    update_trading_order(order_id: String, requestor_id: String) sends types::TradingOrderUpdate;
    create_corporate_action_instruction(
        corporate_action_id: String, requestor_id: String
    ) sends types::CorporateActionInstructionData;
    get_transaction(transaction_id: String, requestor_id: String);
    create_transfer(requestor_id: String) sends types::TransferData;
    create_test_incoming_transfer(requestor_id: String) sends types::TestIncomingTransferData;
    get_transfer(transfer_id: String, requestor_id: String);
    get_undelivered_webhooks(
        cursor: String, end_date: String, limit: u64, start_date: String, requestor_id: String
    );
    get_user_onboardings(user_id: String, requestor_id: String);
    start_user_onboarding(requestor_id: String) sends types::UserOnboardingData;
    get_user_onboarding(onboarding_id: String, requestor_id: String);
    get_users(
        cursor: String, limit: u64, user_status: types::UserStatusEnum, user_type: types::UserTypeEnum,
        requestor_id: String
    );
    create_user(requestor_id: String) sends types::UserData;
    get_user(user_id: String, requestor_id: String);
    update_user(user_id: String, requestor_id: String) sends types::UserUpdate;
    reset_user_password(user_id: String, requestor_id: String);
    get_documents_v2(
        cursor: String, doc_type: types::DocumentTypeEnum, end_date: String, limit: u64, resource_id: String,
        resource_type: types::DocumentResourceTypeEnum, search_text: String, start_date: String,
        requestor_id: String
    );
    upload_document_v2(requestor_id: String) sends Upload;
    sign_document_v2(requestor_id: String) sends types::DocumentSignatureData;
    get_document_v2(document_id: String, requestor_id: String);
    get_document_file_v2(document_id: String, requestor_id: String);
    get_partner_details_v2(requestor_id: String);
    create_wawex_market_order(requestor_id: String) sends types::WawexMarketOrderData;
    get_wawex_order(id: String, requestor_id: String);
    get_webhooks(requestor_id: String);
    create_or_update_webhook(requestor_id: String) sends types::WebhookData;
    get_missing_webhooks(requestor_id: String);
    get_webhook(event_type: types::EventTypeEnum, requestor_id: String);
    delete_webhook(event_type: types::EventTypeEnum, requestor_id: String);
}
