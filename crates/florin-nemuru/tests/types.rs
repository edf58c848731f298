//! What the generated types promise: the documented samples decode, reading is lenient, nothing sensitive shows in `Debug`.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that can't go on says so by a panic"
)]

use florin_core::{Place, Retry, Sensitivity};
use florin_nemuru::{operations, types};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

fn read<T: DeserializeOwned>(sent: Value) -> T {
    serde_json::from_value(sent).unwrap()
}

/// The documentation's loan, made whole again.
fn documented_loan() -> Value {
    json!({
        "status": "ok",
        "payload": {
            "created_at": "2020-03-23T12:33:55+00:00",
            "updated_at": "2020-03-23T12:33:55+00:00",
            "id": "e7c52ad3-0473-4fbc-bc36-7eb755b1c18d",
            "status": "status_initial",
            "loan_conditions": {
                "currency": "EUR",
                "due_date": 1,
                "program": "free_program",
                "merchant_discount_percentage": 0,
                "annual_interest": 0.091,
                "principal": 5000,
                "setup_fee": 0,
                "term": 30,
                "number_of_payments": 30,
                "tae": 0.095,
                "total_interest_paid": 609.15,
                "total_amount_paid": 5609.15,
                "user_defined_quota": 186.97
            },
            "borrower": {
                "email": "john.doe@gmail.com",
                "first_name": "John",
                "last_name": "Doe",
                "phone_number": "+34601000001",
                "expires_on": "2020-06-18T00:00:00+00:00"
            },
            "asset": { "description": "Reformas de mi casa", "value": 10000 }
        },
        "identifier": "urn:nemuru:api_gateway:external:v2:loan:e7c52ad3-0473-4fbc-bc36-7eb755b1c18d"
    })
}

fn documented_webhook() -> Value {
    json!({
        "created_at": "2020-06-18T00:00:00+00:00",
        "updated_at": "2020-06-18T00:00:00+00:00",
        "id": "408f340c-0f40-4e79-92e9-6af717d4d936",
        "client": "callback",
        "event": "loan_steps",
        "state": 1
    })
}

/// What is read is written back as it came, apart from how numbers are spelled.
fn round_trip<T: DeserializeOwned + Serialize>(sent: &Value) {
    let written = serde_json::to_value(read::<T>(sent.clone())).unwrap();
    assert_eq!(plain(&written), plain(sent));
}

/// Numbers as floats, so that 5000 and 5000.0 compare alike.
fn plain(value: &Value) -> Value {
    match value {
        Value::Number(number) => json!(number.as_f64()),
        Value::Array(items) => items.iter().map(plain).collect(),
        Value::Object(fields) => fields
            .iter()
            .map(|(name, value)| (name.clone(), plain(value)))
            .collect(),
        other => other.clone(),
    }
}

#[test]
fn the_documented_loan_is_read_whole() {
    let sent = documented_loan();
    round_trip::<types::LoanResponse>(&sent);
    let loan = read::<types::LoanResponse>(sent).payload;
    assert_eq!(loan.status, types::LoanStatus::StatusInitial);
    let conditions = loan.loan_conditions.unwrap();
    assert_eq!(conditions.program, types::LoanProgram::FreeProgram);
    assert_eq!(
        conditions.user_defined_quota.unwrap().to_string(),
        "186.97",
        "exactly as it was sent"
    );
}

#[test]
fn rates_are_fractions_whatever_their_names_say() {
    let sent = json!({
        "currency": "EUR", "program": "zero_program", "principal": 5000, "term": 30,
        "merchant_discount_percentage": 0.099, "annual_interest": 0.091, "tae": 0.095
    });
    let conditions: types::LoanConditions = read(sent);
    let percent = |rate: Option<florin_core::Fraction>| rate.unwrap().to_percent().to_string();
    assert_eq!(percent(conditions.annual_interest), "9.1 %");
    assert_eq!(percent(conditions.merchant_discount_percentage), "9.9 %");
    assert_eq!(percent(conditions.tae), "9.5 %");
}

/// As a number with a fraction, as text, as something else: none of them costs the rest of the answer.
#[test]
fn whole_numbers_that_nobody_needs_are_read_however_they_are_written() {
    for (sent, value) in [
        (json!(2), Some(2)),
        (json!(2.0), Some(2)),
        (json!("2"), Some(2)),
        (json!("2.0"), Some(2)),
        (json!("two"), None),
        (json!(2.5), None),
    ] {
        let webhook: types::WebhookPayload = read(json!({"id": "w", "state": sent}));
        let types::WebhookPayload::Webhook(webhook) = webhook else {
            panic!("not one webhook")
        };
        let conditions: types::LoanConditions = read(json!({
            "currency": "EUR", "program": "free_program", "principal": 1, "term": 1, "due_date": sent
        }));
        let token: types::TokenResponse = read(json!({"access_token": "t", "expires_in": sent}));
        for read in [webhook.state, conditions.due_date, token.expires_in] {
            let read = read.unwrap();
            assert_eq!(read.value(), value.as_ref(), "{sent}");
            assert_eq!(read.json(), sent);
        }
    }
}

#[test]
fn the_documented_agent_is_read_whole() {
    round_trip::<types::AgentResponse>(&json!({
        "status": "ok",
        "payload": {
            "created_at": "2020-02-04T12:52:15+00:00",
            "updated_at": "2020-02-04T12:52:15+00:00",
            "id": "23f4dd4f-79aa-4ed2-ad7d-5c657eb4c7f7",
            "name": "Agent 1",
            "username": "acme@acme.com",
            "allowed_asset_types": ["home_improvement", "auto"]
        },
        "identifier": "urn:nemuru:api_gateway:external:v2:agent:23f4dd4f-79aa-4ed2-ad7d-5c657eb4c7f7"
    }));
}

#[test]
fn the_documented_offer_of_the_zero_program_is_read_whole() {
    round_trip::<types::LoanConditionsListResponse>(&json!({
        "status": "ok",
        "data": [{
            "created_at": "2020-06-18T00:00:00+00:00",
            "updated_at": "2020-06-18T00:00:00+00:00",
            "loan_conditions": {
                "currency": "EUR",
                "due_date": 1,
                "program": "zero_program",
                "merchant_discount_percentage": 0.099,
                "annual_interest": 0,
                "principal": 5000,
                "setup_fee": 0,
                "term": 30,
                "number_of_payments": 30,
                "tae": 0,
                "total_interest_paid": 0,
                "total_amount_paid": 5000,
                "user_defined_quota": 166.67
            }
        }]
    }));
}

#[test]
fn the_documented_token_webhook_file_callback_and_error_are_read_whole() {
    round_trip::<types::TokenResponse>(&json!({
        "token_type": "Bearer",
        "access_token": "1857fdb2-c746-44f9-88a8-507a855fe920",
        "refresh_token": "f9131f93-5e64-461e-8493-0fb8cb76f31d",
        "expires_in": 2_678_400
    }));
    round_trip::<types::WebhookListResponse>(&json!({
        "status": "ok",
        "data": [documented_webhook()]
    }));
    let file = "1c5d6380-13c3-44c0-930e-9ea9f6090559";
    round_trip::<types::FileListResponse>(&json!({
        "status": "ok",
        "data": [{
            "name": file,
            "type": "document_id_front",
            "data": format!("/document_id_front/{file}.jpeg")
        }]
    }));
    round_trip::<types::LoanStepEvent>(&json!({
        "id": "e7c52ad3-0473-4fbc-bc36-7eb755b1c18d",
        "event": "loan_steps",
        "step": "status_opened",
        "triggered_at": "2020-06-18T00:00:00+00:00"
    }));
    let error: types::ErrorResponse = serde_json::from_str(
        r#"{"status": "ko",
            "exception": "Nemuru\\Module\\Financial\\Domain\\Loan\\Exception\\LoanNotFoundByIdException",
            "error": "\\Loan\\ with id \\c7d07661-8644-425e-91e0-afdcaef6f8d9\\ not found"}"#,
    )
    .unwrap();
    assert_eq!(
        error.exception.unwrap(),
        r"Nemuru\Module\Financial\Domain\Loan\Exception\LoanNotFoundByIdException"
    );
}

#[test]
fn a_webhook_is_read_from_a_list_of_one_and_by_itself() {
    let answer = |payload: Value| {
        read::<types::WebhookResponse>(json!({ "status": "ok", "payload": payload })).payload
    };
    let types::WebhookPayload::Array(list) = answer(json!([documented_webhook()])) else {
        panic!("a list is read as one")
    };
    let types::WebhookPayload::Webhook(single) = answer(documented_webhook()) else {
        panic!("an object is read as one")
    };
    assert_eq!((list.len(), &list[0].id), (1, &single.id));
}

#[test]
fn what_nothing_promises_may_be_missing() {
    read::<types::TokenResponse>(json!({ "access_token": "t" }));
    read::<types::Agent>(json!({ "id": "a", "allowed_asset_types": null }));
    read::<types::Loan>(json!({ "id": "l", "status": "status_opened" }));
    read::<types::Webhook>(json!({ "id": "w" }));
    read::<types::FileRecord>(json!({}));
    read::<types::ErrorResponse>(json!({}));
    read::<types::LoanStepEvent>(json!({ "id": "l", "step": "status_opened" }));
}

#[test]
fn details_that_are_empty_may_be_written_as_a_list() {
    let sent = json!({ "description": "A boat", "value": 1, "details": [] });
    round_trip::<types::Asset>(&sent);
}

#[test]
fn a_number_may_be_whole_or_with_a_fraction_or_a_text() {
    for term in [json!(30), json!(30.0), json!("30")] {
        let conditions: types::LoanConditions = read(json!({
            "currency": "EUR", "program": "free_program", "principal": "8000.0", "term": term
        }));
        assert_eq!(conditions.term, 30.into());
    }
}

#[test]
fn values_that_the_spec_does_not_list_are_kept_and_written_back() {
    let loan: types::Loan = read(json!({ "id": "l", "status": "status_refinanced" }));
    assert_eq!(
        loan.status,
        types::LoanStatus::Unknown("status_refinanced".into())
    );
    let agent: types::Agent = read(json!({ "id": "a", "allowed_asset_types": ["boat"] }));
    assert_eq!(agent.allowed_asset_types[0].as_str(), "boat");
    round_trip::<types::LoanStepEvent>(&json!({
        "id": "l", "event": "loan_gossip", "step": "status_new", "triggered_at": "soon"
    }));
    round_trip::<types::FileRecord>(&json!({ "type": "payslip" }));
    round_trip::<types::Webhook>(&json!({ "id": "w", "client": "pigeon", "state": 3 }));
    round_trip::<types::LoanConditions>(&json!({
        "currency": "EUR", "program": "half_program", "principal": 1, "term": 1
    }));
}

#[test]
fn a_kind_of_asset_or_file_that_is_not_listed_can_be_sent() {
    let sent = |value| serde_json::to_value(value).unwrap();
    assert_eq!(sent(types::AssetType::from("boat")), "boat");
    let file = serde_json::to_value(types::FileType::from("payslip"));
    assert_eq!(file.unwrap(), "payslip");
}

#[test]
fn an_operation_is_only_sent_and_refused_before_it_is() {
    assert!(types::LoanOperation::try_from("cancelloan").is_err());
    assert_eq!(
        types::LoanOperation::try_from("cancelLoan").unwrap(),
        types::LoanOperation::CancelLoan
    );
}

#[test]
fn fields_that_the_spec_does_not_name_are_sent_and_kept() {
    let mut operation: types::LoanOperationRequest = types::LoanOperationRequest::builder()
        .id("l")
        .op(types::LoanOperation::PayLoan)
        .try_into()
        .unwrap();
    operation.extra.insert("paid_on".into(), json!("today"));
    assert_eq!(
        serde_json::to_value(&operation).unwrap(),
        json!({ "id": "l", "op": "payLoan", "paid_on": "today" })
    );
    round_trip::<types::WebhookRequest>(&json!({
        "client": "callback", "event": "loan_steps", "target": "https://shop.example/",
        "authorization_header": "Basic c2hvcDpodXNo"
    }));
    round_trip::<types::Loan>(&json!({ "id": "l", "status": "status_opened", "agent_id": "a" }));
}

#[test]
fn a_webhook_authenticates_by_a_header_or_by_a_token() {
    let header: types::WebhookAuth = read(json!({
        "authorization_header": "Basic c2hvcDpodXNo", "content_type": "application/json"
    }));
    assert!(matches!(header, types::WebhookAuth::Header(_)));
    let token: types::WebhookAuth = read(json!({
        "url": "https://shop.example/token", "client_id": "n", "client_secret": "s", "username": "u", "password": "p"
    }));
    assert!(matches!(token, types::WebhookAuth::OAuth2(_)));
}

#[test]
fn debug_shows_nothing_of_a_borrower() {
    let shown = format!("{:?}", read::<types::LoanResponse>(documented_loan()));
    for hidden in ["john.doe", "John", "Doe", "601000001", "Reformas"] {
        assert!(!shown.contains(hidden), "{hidden} shows in {shown}");
    }
    assert!(shown.contains("StatusInitial"), "{shown}");
}

/// `T` read from this shows the word that it may show and not the one that it may not.
fn hushed<T: DeserializeOwned + std::fmt::Debug>(sent: Value, may_show: &str) {
    let shown = format!("{:?}", read::<T>(sent));
    assert!(!shown.contains("hush"), "{shown}");
    assert!(shown.contains(may_show), "{shown}");
}

#[test]
fn debug_shows_nothing_that_logs_in() {
    let login = json!({ "username": "hush@x", "password": "hush" });
    hushed::<types::LoginRequest>(login.clone(), "LoginRequest");
    let written = serde_json::to_value(read::<types::LoginRequest>(login)).unwrap();
    assert_eq!(
        written["password"], "hush",
        "it is on the wire all the same"
    );
    hushed::<types::RefreshTokenRequest>(
        json!({ "username": "hush@x", "refresh_token": "hush" }),
        "RefreshTokenRequest",
    );
    hushed::<types::TokenResponse>(
        json!({ "access_token": "hush", "refresh_token": "hush", "expires_in": 7200 }),
        "7200",
    );
    hushed::<types::WebhookRequest>(
        json!({
            "client": "callback", "event": "loan_steps", "target": "https://hush.example/", "password": "hush",
            "notification_auth": { "authorization_header": "hush", "content_type": "application/json" },
        }),
        "Callback",
    );
    hushed::<types::WebhookAuthOAuth2>(
        json!({
            "url": "https://shop.example/token", "client_id": "n", "client_secret": "hush", "username": "hush",
            "password": "hush"
        }),
        "shop.example",
    );
}

#[test]
fn debug_shows_nothing_personal_that_is_sent_or_quoted() {
    hushed::<types::BorrowerInput>(
        json!({ "email": "hush@x", "first_name": "hush", "last_name": "hush", "phone_number": "hush" }),
        "BorrowerInput",
    );
    hushed::<types::AssetInput>(
        json!({ "description": "hush", "value": 9000, "details": { "plate": "hush" } }),
        "9000",
    );
    hushed::<types::FileUpload>(
        json!({ "name": "hush.jpeg", "type": "document_id_front", "data": "hush" }),
        "DocumentIdFront",
    );
    hushed::<types::LoanOperationRequest>(
        json!({ "id": "l", "op": "payLoan", "iban": "hush" }),
        "PayLoan",
    );
    hushed::<types::ErrorResponse>(
        json!({
            "exception": "SchemaValidatorException", "error": "hush", "schema_errors": { "/borrower/email": "hush" }
        }),
        "SchemaValidatorException",
    );
}

#[test]
fn the_operations_say_what_the_spec_says() {
    assert_eq!(operations::ALL.len(), 13);
    for public in [&operations::LOGIN, &operations::REFRESH_TOKEN] {
        let said = (public.server_name(), public.is_public());
        assert_eq!(said, (Some("auth"), true));
    }
    assert!(operations::ALL.iter().all(|o| o.template().ends_with('/')));
    let retry = |wanted: Retry| {
        let found = operations::ALL.iter().filter(|o| o.retry_class() == wanted);
        let mut ids: Vec<_> = found.map(|o| o.id()).collect();
        ids.sort_unstable();
        ids
    };
    assert_eq!(retry(Retry::Keyed), ["create_loan"]);
    let never = [
        "create_webhook",
        "perform_loan_operation",
        "refresh_token",
        "upload_files",
    ];
    assert_eq!(retry(Retry::Never), never);
    let secrets: Vec<_> = operations::CREATE_WEBHOOK
        .sensitive_values()
        .iter()
        .filter(|value| value.place == Place::Body && value.kind == Sensitivity::Secret)
        .map(|value| value.path)
        .collect();
    for path in [
        "/notification_auth/authorization_header",
        "/notification_auth/client_secret",
        "/notification_auth/password",
        "/!client!event!notification_auth!target",
    ] {
        assert!(secrets.contains(&path), "{path} in {secrets:?}");
    }
}
