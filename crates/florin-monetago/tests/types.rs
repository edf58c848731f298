//! What the generated types promise: lenient reading, strict sending, nothing sensitive in `Debug`.

use florin_core::{Place, Sensitivity};
use florin_monetago::{operations, types};
use serde_json::{Value, json};

#[test]
fn an_unknown_status_is_kept_and_written_back_unchanged() {
    let result: types::FvrResult =
        serde_json::from_value(json!({ "financing_request_status": "NEWS" })).unwrap();
    let status = &result.financing_request_status;
    assert_eq!(
        *status,
        types::FinancingRequestStatus::Unknown("NEWS".into())
    );
    assert_eq!(status.as_str(), "NEWS");
    assert_eq!(serde_json::to_value(status).unwrap(), "NEWS");
    assert_eq!(
        types::FinancingRequestStatus::from("REGU"),
        types::FinancingRequestStatus::Regu
    );
}

#[test]
fn null_absent_and_empty_lists_read_alike() {
    for errors in [
        json!({}),
        json!({ "errors": null }),
        json!({ "errors": [] }),
    ] {
        let mut result = json!({ "financing_request_status": "REGU" });
        result
            .as_object_mut()
            .unwrap()
            .extend(errors.as_object().unwrap().clone());
        let result: types::FvrResult = serde_json::from_value(result).unwrap();
        assert!(result.errors.is_empty());
    }
}

#[test]
fn a_field_that_the_spec_does_not_name_survives_a_round_trip() {
    let sent = json!({ "financing_request_status": "REGU", "submitted": { "deep": [1, 2] } });
    let result: types::FvrResult = serde_json::from_value(sent).unwrap();
    assert_eq!(result.extra["submitted"]["deep"][1], 2);
    let written: Value = serde_json::to_value(&result).unwrap();
    assert_eq!(written["submitted"]["deep"][1], 2);
}

#[test]
fn a_code_that_is_only_sent_is_refused_before_it_is() {
    assert!(types::DataSetValidationService::try_from("REGII").is_err());
    let refused =
        serde_json::from_value::<types::DataSetValidationService>(json!("REGII")).unwrap_err();
    assert!(
        !refused.to_string().contains("REGII"),
        "the message does not quote the value: {refused}"
    );
}

#[test]
fn a_length_is_checked_where_it_is_sent() {
    let long = "x".repeat(37);
    let error = types::InstitutionIdentification::try_from(long.as_str()).unwrap_err();
    assert_eq!(error.to_string(), "longer than 36 characters");
}

#[test]
fn debug_shows_no_secret_and_nothing_of_a_customer() {
    let token: types::TokenRequest = serde_json::from_value(json!({
        "client_id": "the-id", "client_secret": "hush", "audience": "api", "grant_type": "client_credentials",
    }))
    .unwrap();
    let shown = format!("{token:?}");
    assert!(
        shown.contains("the-id") && shown.contains("[redacted]") && !shown.contains("hush"),
        "{shown}"
    );
    assert_eq!(
        serde_json::to_value(&token).unwrap()["client_secret"],
        "hush",
        "it is on the wire all the same"
    );

    let party: types::Party = serde_json::from_value(
        json!({ "name": "Jane", "country_of_domicile": "SG", "phone": "555" }),
    )
    .unwrap();
    let shown = format!("{party:?}");
    assert!(
        shown.contains("SG") && !shown.contains("Jane") && !shown.contains("555"),
        "{shown}"
    );

    let status = types::StatusResponse(json!([{ "name": "Jane" }]));
    assert_eq!(format!("{status:?}"), "StatusResponse([redacted])");
    let builder = types::TokenRequest::builder().client_secret("hush");
    assert_eq!(format!("{builder:?}"), "TokenRequest { .. }");
}

#[test]
fn the_operations_say_what_the_spec_says() {
    let token = &operations::CREATE_ACCESS_TOKEN;
    assert_eq!(
        (token.server_name(), token.is_public()),
        (Some("auth"), true)
    );
    let secret = &token.sensitive_values()[0];
    assert_eq!(
        (secret.place, secret.path, secret.kind),
        (Place::Body, "/client_secret", Sensitivity::Secret)
    );
    let register = operations::REGISTER_TRANSACTIONS.sensitive_values();
    let name =
        "/batch_collection/*/financing_validation_request_details/*/financing_applicant/name";
    assert!(register.iter().any(|s| s.path == name), "{register:?}");
    assert!(
        operations::ALL
            .iter()
            .any(|o| o.template() == "/status/{request-identification}")
    );
}
