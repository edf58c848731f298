//! Tradevest: in whose name each operation is sent, and how often.

use florin::core::Effect;
use florin::core::http::Method;
use florin::testing::Recorder;
use florin::tradevest::operations;
use florin_tests::tradevest::{calls, id};

use super::script::first;
use super::tradevest::{client, nobodys, recorder};

/// What is sent in nobody's name, whoever is known.
const NOBODYS: [&str; 1] = ["get_token"];

/// What the provider doesn't take in nobody's name: marked as required on its pages, or named in its release notes as checked.
const REQUIRED: [&str; 39] = [
    "accept_digital_quote",
    "cancel_role_offboarding",
    "cancel_trading_order",
    "create_basic_profile_acknowledgement",
    "create_beneficial_owner",
    "create_customer_product",
    "create_digital_market_order",
    "create_entity_identification",
    "create_identification_verification",
    "create_legal_representative",
    "create_natural_person_customer",
    "create_natural_person_identification",
    "create_proxy",
    "create_role_customer",
    "create_strategy",
    "create_tax_exemption_order",
    "create_trading_profile_asset_type",
    "create_transfer",
    "get_ex_ante_cost",
    "get_identification_verification",
    "get_identification_verifications",
    "sign_document_v2",
    "start_entity_offboarding",
    "start_entity_onboarding",
    "start_offboarding",
    "start_onboarding",
    "start_role_offboarding",
    "start_role_onboarding",
    "start_user_onboarding",
    "update_customer_product",
    "update_entity_legal_entity",
    "update_entity_natural_person",
    "update_natural_person",
    "update_proxy",
    "update_role_customer",
    "update_tax_exemption_order",
    "update_trading_order",
    "update_trading_profile_asset_type",
    "upload_document_v2",
];

/// What changes something, or is no GET, and is sent again all the same: it goes by its external id, sets what is set already,
/// takes away what is gone already, or changes nothing.
const REPEATED: [&str; 20] = [
    "accept_digital_quote",
    "add_label_to_customers",
    "add_role_label_to_customers",
    "cancel_role_offboarding",
    "cancel_trading_order",
    "create_digital_market_order",
    "create_entity_legal_entity",
    "create_entity_natural_person",
    "create_natural_person",
    "create_or_update_webhook",
    "create_wawex_market_order",
    "delete_customer_label",
    "delete_legal_representative",
    "delete_role_customer_label",
    "delete_webhook",
    "get_ex_ante_cost",
    "get_partner_document_file",
    "get_token",
    "update_customer_product",
    "upload_document_v2",
];

#[tokio::test]
async fn the_requestor_of_the_client_goes_with_every_operation_that_takes_one() {
    for call in calls() {
        let recorder = recorder();
        call.send(&client(&recorder)).await.answer.unwrap();
        let sent = first(&recorder, call.operation);
        let expected = Some(id::REQUESTOR).filter(|_| !NOBODYS.contains(&call.operation));
        assert_eq!(sent.header("requestor-id"), expected, "{}", call.operation);
    }
}

/// Where it is required: before a token is asked for.
#[tokio::test]
async fn without_a_requestor_nothing_is_sent_where_one_is_required() {
    for call in calls() {
        let recorder = recorder();
        let nobodys = nobodys(&recorder).build().unwrap();
        let operation = operations::ALL
            .iter()
            .find(|operation| operation.id() == call.operation)
            .unwrap();
        let answer = call.send(&nobodys).await.answer;
        let is_required = REQUIRED.contains(&call.operation);
        assert_eq!(
            operation.requires_client_header(),
            is_required,
            "{}",
            call.operation
        );
        if !is_required {
            assert!(answer.is_ok(), "{}: {answer:?}", call.operation);
            continue;
        }
        let error = answer.unwrap_err();
        assert!(error.is_invalid_request(), "{error}");
        assert_eq!(error.effect(), Effect::NotSent);
        let told = format!("{error:#}");
        assert!(
            told.contains(call.operation) && told.to_lowercase().contains("requestor"),
            "{told}"
        );
        assert!(recorder.requests().is_empty(), "{recorder}");
    }
}

/// What the provider may have got is sent again only where the spec says that this can't do harm.
#[tokio::test(start_paused = true)]
async fn what_nothing_recognises_is_never_sent_twice() {
    for call in calls() {
        let operation = operations::ALL
            .iter()
            .find(|known| known.id() == call.operation)
            .unwrap();
        let is_repeated = match operation.method() {
            &Method::GET => call.operation != "reset_user_password",
            _ => REPEATED.contains(&call.operation),
        };
        let recorder = Recorder::new();
        recorder.answer(call.operation, 503, "");
        let error = call.send(&client(&recorder)).await.answer.unwrap_err();
        let sent = recorder.requests_of(call.operation).len();
        assert_eq!(
            sent > 1,
            is_repeated,
            "{}: {sent} {error:#}",
            call.operation
        );
        let mut all = recorder.requests_of(call.operation);
        all.dedup();
        assert_eq!(
            all.len(),
            1,
            "{}: every attempt is the same",
            call.operation
        );
    }
}
