//! Tradevest's documented samples, in values of our own: what is answered, what is called back, and what is sent.

use std::collections::BTreeSet;

use florin::tradevest::types;
use florin_tests::tradevest::{MARK, MARKED_DAY, MARKED_NUMBER};
use serde_json::Value;

use super::tradevest_shapes::{Holds, places, schemas};
use super::{full, parse};

/// A sample and the type that it is of.
pub(super) struct Sample {
    pub(super) name: &'static str,
    /// The schema of the specs, which is the type's name too.
    pub(super) schema: &'static str,
    pub(super) text: &'static str,
    read: fn(&str) -> serde_json::Result<Read>,
}

/// What was made of a sample.
pub(super) struct Read {
    /// As `Debug` shows it.
    pub(super) shown: String,
    /// As it is written again.
    pub(super) written: String,
}

impl Sample {
    /// Reads another text as if it were this sample.
    pub(super) fn read(&self, text: &str) -> Read {
        (self.read)(text).unwrap_or_else(|error| panic!("{}: {error} in {text}", self.name))
    }

    /// The same, and sees to it that it is written back as it was, but for the one value that a sample spells in a way of its
    /// own.
    pub(super) fn read_whole(&self, text: &str, why: &str) {
        let again = self.read(text).written;
        assert_eq!(
            full(parse(&again)),
            full(parse(&text.replace(r#""eur""#, r#""EUR""#))),
            "{} {why}",
            self.name
        );
    }
}

macro_rules! samples {
    ($folder:literal: $($name:literal $type:ident,)+) => {
        vec![$(Sample {
            name: $name,
            schema: stringify!($type),
            text: include_str!(concat!("../../fixtures/tradevest/", $folder, $name, ".json")),
            read: |text| {
                let read: types::$type = serde_json::from_str(text)?;
                Ok(Read { shown: format!("{read:?} {read:#?}"), written: serde_json::to_string(&read)? })
            },
        },)+]
    };
}

/// What the provider answers, and what it calls back with.
pub(super) fn answers() -> Vec<Sample> {
    samples! { "":
        "auth_error" AuthError,
        "auth_error_short" AuthError,
        "beneficial_owner" BeneficialOwner,
        "changelog_entry" ChangelogEntry,
        "changelog_entry_order" ChangelogEntry,
        "corporate_action_instruction_result" CorporateActionInstructionResult,
        "corporate_action_notification" CorporateActionNotification,
        "corporate_action_notification_offer" CorporateActionNotification,
        "create_order_result" CreateOrderResult,
        "customer" Customer,
        "customer_label" CustomerLabel,
        "customer_notification" CustomerNotification,
        "customer_notification_accepted" CustomerNotification,
        "customer_notification_refused" CustomerNotification,
        "customer_product" CustomerProduct,
        "customer_product_cash" CustomerProduct,
        "customer_product_depository" CustomerProduct,
        "customer_product_wallet" CustomerProduct,
        "digital_assets_order" DigitalAssetsOrder,
        "digital_assets_order_quoted" DigitalAssetsOrder,
        "document" Document,
        "document_older" Document,
        "entity_offboarding" EntityOffboarding,
        "entity_summary" EntitySummary,
        "error_message" ErrorMessage,
        "error_message_short" ErrorMessage,
        "ex_ante_cost_result" ExAnteCostResult,
        "exchange" Exchange,
        "iban_validate_result" IbanValidateResult,
        "identification_verification" IdentificationVerification,
        "identification_verification_notification" IdentificationVerificationNotification,
        "identification_verification_notification_accepted" IdentificationVerificationNotification,
        "identification_verification_notification_refused" IdentificationVerificationNotification,
        "identification_verification_pending" IdentificationVerification,
        "joint_person" JointPerson,
        "joint_person_customer" JointPersonCustomer,
        "labels_update_notification" LabelsUpdateNotification,
        "labels_update_notification_refused" LabelsUpdateNotification,
        "legal_entity" LegalEntity,
        "legal_entity_customer" LegalEntityCustomer,
        "legal_representative" LegalRepresentative,
        "missing_webhook" MissingWebhook,
        "modification_result" ModificationResult,
        "natural_person" NaturalPerson,
        "natural_person_newer" NaturalPerson,
        "natural_person_notification" NaturalPersonNotification,
        "natural_person_notification_accepted" NaturalPersonNotification,
        "natural_person_notification_refused" NaturalPersonNotification,
        "natural_person_wizards" NaturalPersonWizards,
        "offboarding" Offboarding,
        "onboarding" Onboarding,
        "partner_details" PartnerDetails,
        "partner_document" PartnerDocument,
        "partner_fee" PartnerFee,
        "product_definitions" PartnerProductDefinitions,
        "proxy" Proxy,
        "role_offboarding" RoleOffboarding,
        "role_onboarding" RoleOnboarding,
        "savings_plans_notification" SavingsPlansNotification,
        "savings_plans_notification_accepted" SavingsPlansNotification,
        "savings_plans_notification_refused" SavingsPlansNotification,
        "strategy" Strategy,
        "tax_exemption_order" TaxExemptionOrder,
        "token_response" TokenResponse,
        "trading_order" TradingOrder,
        "trading_order_older" TradingOrder,
        "transaction_cash" Transaction,
        "transaction_digital" Transaction,
        "transaction_digital_older" Transaction,
        "transaction_traditional" Transaction,
        "transaction_traditional_older" Transaction,
        "transfer_details" TransferDetails,
        "undelivered_webhooks" UndeliveredWebhooks,
        "undocumented_notification" UndocumentedNotification,
        "undocumented_notification_transfer" UndocumentedNotification,
        "user" User,
        "user_newer" User,
        "user_onboarding" UserOnboarding,
        "vendor_candidates" VendorLegalEntityCandidates,
        "vendor_legal_entity" VendorLegalEntity,
        "wawex_order" WawexOrder,
        "webhook" Webhook,
    }
}

/// What is sent to it.
fn requests() -> Vec<Sample> {
    samples! { "requests/":
        "accept_digital_quote" QuoteOrderData,
        "add_label_to_customers" CustomerIds,
        "add_role_label_to_customers" CustomerIds,
        "create_basic_profile_acknowledgement" BasicProfileAcknowledgementData,
        "create_beneficial_owner" BeneficialOwnerData,
        "create_corporate_action_instruction" CorporateActionInstructionData,
        "create_customer_beneficial_owner" BeneficialOwnerData,
        "create_customer_product" CustomerProductData,
        "create_digital_market_order" OrderData,
        "create_entity_identification" IdentificationData,
        "create_entity_legal_entity" CreateLegalEntityData,
        "create_entity_natural_person" NaturalPersonData,
        "create_identification_verification" IdentificationVerificationData,
        "create_joint_person" JointPersonData,
        "create_joint_person_customer" JointPersonCustomerData,
        "create_legal_entity_customer" LegalEntityCustomerData,
        "create_legal_representative" LegalRepresentativeData,
        "create_natural_person" NaturalPersonData,
        "create_natural_person_customer" NaturalPersonCustomerData,
        "create_natural_person_identification" IdentificationData,
        "create_or_update_webhook" WebhookData,
        "create_proxy" ProxyCreateData,
        "create_role_customer" CustomerData,
        "create_strategy" StrategyData,
        "create_tax_exemption_order" TaxExemptionOrderData,
        "create_test_incoming_transfer" TestIncomingTransferData,
        "create_trading_profile_asset_type" AssetTypeTradingProfileData,
        "create_transfer" TransferData,
        "create_user" UserData,
        "create_wawex_market_order" WawexMarketOrderData,
        "get_ex_ante_cost" ExAnteCostData,
        "natural_person_wizard_update" NaturalPersonWizardUpdate,
        "order_entity_vendor_legal_entity" VendorLegalEntityOrderData,
        "sign_document_v2" DocumentSignatureData,
        "start_entity_offboarding" EntityOffboardingData,
        "start_entity_onboarding" EntityOnboardingData,
        "start_offboarding" OffboardingData,
        "start_onboarding" OnboardingData,
        "start_role_offboarding" RoleOffboardingData,
        "start_role_onboarding" RoleOnboardingData,
        "start_user_onboarding" UserOnboardingData,
        "trading_market_order_data" TradingMarketOrderData,
        "update_beneficial_owner" BeneficialOwnerUpdate,
        "update_customer_beneficial_owner" BeneficialOwnerUpdate,
        "update_customer_label" CustomerLabelUpdate,
        "update_customer_product" CustomerProductUpdate,
        "update_entity_legal_entity" LegalEntityUpdateRequest,
        "update_entity_natural_person" NaturalPersonUpdateRequest,
        "update_legal_entity_customer" LegalEntityCustomerUpdate,
        "update_legal_representative" LegalRepresentativeUpdate,
        "update_natural_person" NaturalPersonFields,
        "update_proxy" ProxyUpdate,
        "update_role_customer" CustomerUpdate,
        "update_role_customer_label" CustomerLabelUpdate,
        "update_tax_exemption_order" TaxExemptionOrderUpdate,
        "update_trading_order" TradingOrderUpdate,
        "update_trading_profile_asset_type" AssetTypeTradingProfileData,
        "update_user" UserUpdate,
        "upload_document_v2" DocumentData,
    }
}

#[test]
fn every_sample_is_read_and_written_back_whole() {
    for sample in answers().iter().chain(&requests()) {
        sample.read_whole(sample.text, "as it is");
    }
}

#[test]
fn every_file_of_a_sample_is_read() {
    for (folder, known) in [("", answers()), ("requests", requests())] {
        let path = format!("{}/fixtures/tradevest/{folder}", env!("CARGO_MANIFEST_DIR"));
        let files = std::fs::read_dir(path).unwrap();
        let files = files.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let files: BTreeSet<_> = files
            .filter_map(|file| file.strip_suffix(".json").map(str::to_owned))
            .collect();
        let known: BTreeSet<_> = known.iter().map(|sample| sample.name.to_owned()).collect();
        assert_eq!(files, known);
    }
}

/// The marks stand in all that is personal or secret. What is shown of a sample has none of them.
#[test]
fn nothing_personal_or_secret_of_a_sample_shows() {
    let has = |text: &str, mark: &str| text.to_ascii_lowercase().contains(mark);
    let mut marked = 0;
    for sample in answers().iter().chain(&requests()) {
        let read = sample.read(sample.text);
        for mark in [MARK, MARKED_DAY, MARKED_NUMBER] {
            assert!(!has(&read.shown, mark), "{}: {}", sample.name, read.shown);
            marked += usize::from(has(sample.text, mark));
        }
    }
    assert!(marked > 60, "{marked}");
}

/// Each with its members, and those in it with theirs.
fn sampled(samples: &[Sample]) -> BTreeSet<(String, String)> {
    let mut all = BTreeSet::new();
    for sample in samples {
        for place in places(sample.schema, &parse(sample.text)) {
            if let Holds::Object { members, .. } = place.holds {
                let members = members.into_iter();
                all.extend(members.map(|member| (place.schema.clone(), member)));
            }
        }
    }
    all
}

/// Schemas that only hold others: a page, and the parts of a form.
fn is_a_frame(schema: &Value) -> bool {
    let members = schema["properties"].as_object().unwrap();
    members.contains_key("data") || members.contains_key("file")
}

/// Schemas that hold an identifier alone, which the calls are answered with.
fn is_a_result(name: &str) -> bool {
    name.ends_with("Result") && (name.starts_with("Create") || name.starts_with("Start"))
        || matches!(
            name,
            "PrepareVendorLegalEntityResult"
                | "VendorLegalEntityOrderResult"
                | "TokenRequest"
                | "Pagination"
        )
}

#[test]
fn every_field_of_the_specs_stands_in_a_sample() {
    let mut samples = answers();
    samples.extend(requests());
    let sampled = sampled(&samples);
    let mut missing = Vec::new();
    for (name, schema) in schemas() {
        let Some(members) = schema["properties"].as_object() else {
            continue;
        };
        if is_a_frame(schema) || is_a_result(name) {
            continue;
        }
        for member in members.keys() {
            if !sampled.contains(&(name.to_owned(), member.clone())) {
                missing.push(format!("{name}.{member}"));
            }
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}
