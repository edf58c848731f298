//! What Nemuru may answer beside its samples: other spellings, unknown values, fields that are null or missing.

use florin::core::Fraction;
use florin::nemuru::types::{
    AssetType, CreateLoanRequest, FileType, LoanProgram, LoanResponse, LoanStatus, WebhookClient,
    WebhookEvent,
};
use florin::nemuru::{Error, ErrorDetails, Exception, Outcome, Phase, Standing};
use florin::testing::Recorder;
use serde_json::{Value, json};

use super::nemuru::{CREATE_LOAN, LOAN_ID, WEBHOOK, WEBHOOK_ID, answering, decimal};
use super::{assert_hushed, parse};

const OF_TOMORROW: &str = include_str!("../../fixtures/nemuru/loan_of_tomorrow.json");

/// What the loan is read as that holds these fields beside its identifier.
async fn loan(status: Value, others: Value) -> Result<florin::nemuru::types::Loan, Error> {
    let mut loan = others;
    loan["id"] = json!(LOAN_ID);
    loan["status"] = status;
    let answer = json!({"status": "ok", "payload": loan}).to_string();
    let (_, nemuru) = answering("get_loan", 200, &answer);
    nemuru.loan(LOAN_ID).read().await
}

#[tokio::test]
async fn traps_4_and_5_a_login_is_read_with_either_status_and_either_spelling() {
    let whole = json!({"access_token": "t", "refresh_token": "r", "expires_in": 7200, "token_type": "Bearer"});
    let with = |name: &str, value: Value| {
        let mut token = whole.clone();
        token[name] = value;
        token
    };
    for (status, token) in [
        (200, whole.clone()),
        (201, whole.clone()),
        (201, with("token_type", json!("bearer"))),
        (200, with("token_type", json!("BEARER"))),
        (200, with("token_type", json!(null))),
        (200, with("expires_in", json!("7200"))),
        (200, with("expires_in", json!(7200.0))),
        (200, with("expires_in", json!(null))),
        (200, with("refresh_token", json!(null))),
        (200, with("scope", json!(["any"]))),
        (200, json!({"access_token": "t"})),
    ] {
        let (recorder, nemuru) = answering("list_webhooks", 200, r#"{"data": []}"#);
        recorder.answer("login", status, token.to_string());
        nemuru.webhooks().await.unwrap();
        let header = recorder.last().unwrap();
        let header = header.header("authorization");
        assert_eq!(header, Some("Bearer [secret]"), "{status} {token}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_login_that_gives_no_bearer_token_is_an_error() {
    for token in [
        json!({"access_token": "t", "token_type": "mac"}),
        json!({"access_token": ""}),
        json!({"token": "t"}),
        json!([]),
    ] {
        let (recorder, nemuru) = answering("list_webhooks", 200, r#"{"data": []}"#);
        recorder.answer("login", 200, token.to_string());
        let error = nemuru.webhooks().await.unwrap_err();
        assert!(recorder.requests_of("list_webhooks").is_empty(), "{token}");
        assert!(error.to_string().contains("token"), "{error}");
    }
}

#[tokio::test]
async fn trap_6_what_is_created_or_changed_may_be_answered_with_anything() {
    let request: CreateLoanRequest = serde_json::from_str(CREATE_LOAN).unwrap();
    for (status, answer) in [
        (201, "{ }"),
        (201, ""),
        (204, ""),
        (200, "null"),
        (201, "[]"),
        (201, "created"),
    ] {
        let (recorder, nemuru) = answering("create_loan", status, answer);
        for operation in ["perform_loan_operation", "update_webhook", "upload_files"] {
            recorder.answer(operation, status, answer);
        }
        let loan = nemuru.create_loan(&request).await.unwrap();
        assert!(!loan.was_there(), "{status} {answer}");
        let cancel = florin::nemuru::types::LoanOperation::CancelLoan;
        loan.perform(cancel).await.unwrap();
        let file = florin::nemuru::UploadFile::bytes("a", "payslip", vec![1]);
        loan.upload([file]).await.unwrap();
        let webhook = florin::nemuru::email_webhook("till@shop.example");
        nemuru.update_webhook(WEBHOOK_ID, &webhook).await.unwrap();
    }
}

#[tokio::test]
async fn trap_7_a_webhook_comes_in_a_list_or_by_itself() {
    let single = parse(WEBHOOK)["payload"][0].clone();
    let mut other = single.clone();
    other["id"] = json!(LOAN_ID);
    for payload in [json!([single]), single.clone(), json!([other, single])] {
        let answer = json!({"status": "ok", "payload": payload}).to_string();
        let (_, nemuru) = answering("get_webhook", 200, &answer);
        let webhook = nemuru.webhook(WEBHOOK_ID).await.unwrap();
        assert_eq!(webhook.id, WEBHOOK_ID, "{answer}");
    }
    for payload in [json!([]), json!([other]), json!(other)] {
        let answer = json!({"payload": payload}).to_string();
        let (_, nemuru) = answering("get_webhook", 200, &answer);
        match nemuru.webhook(WEBHOOK_ID).await {
            Ok(webhook) => panic!("{answer} is taken for {webhook:?}"),
            Err(error) => assert!(error.is_decode(), "{error}"),
        }
    }
}

#[tokio::test]
async fn trap_14_months_and_amounts_are_read_from_any_number_and_from_digits() {
    for number in [json!(30), json!(30.0), json!("30"), json!("30.0")] {
        let conditions = json!({
            "currency": "EUR", "program": "free_program", "principal": number, "term": number,
            "number_of_payments": number, "total_amount_paid": number,
        });
        let loan = loan(
            json!("status_opened"),
            json!({"loan_conditions": conditions}),
        );
        let read = loan.await.unwrap().loan_conditions.unwrap();
        let thirty = decimal("30");
        assert_eq!((read.principal, read.term), (thirty, thirty), "{number}");
        assert_eq!(read.number_of_payments, Some(thirty));
        assert_eq!(read.total_amount_paid, Some(thirty));
    }
}

#[tokio::test]
async fn trap_16_what_the_provider_adds_is_kept_and_what_it_leaves_out_is_empty() {
    let (_, nemuru) = answering("get_loan", 200, OF_TOMORROW);
    let loan = nemuru.loan(LOAN_ID).read().await.unwrap();
    let unknown = LoanStatus::Unknown("status_refinanced".to_owned());
    assert_eq!((&loan.status, loan.phase()), (&unknown, Phase::Unknown));
    assert_eq!(loan.created_at.as_deref(), Some("02/11/2026 08:30"));
    assert_eq!(loan.updated_at, None);
    assert_eq!(loan.extra["refinancing"]["after"], 3);
    let conditions = loan.loan_conditions.as_ref().unwrap();
    assert_eq!(
        conditions.program,
        LoanProgram::Unknown("half_program".to_owned())
    );
    assert_eq!((&conditions.due_date, conditions.setup_fee), (&None, None));
    let fraction = |text| Some(Fraction::new(decimal(text)));
    assert_eq!(conditions.merchant_discount_percentage, fraction("0.0495"));
    assert_eq!(conditions.annual_interest, fraction("0.0725"));
    assert_eq!(conditions.principal, decimal("2450.50"));
    assert_eq!(conditions.user_defined_quota, Some(decimal("1144.04")));
    let asset = loan.asset.as_ref().unwrap();
    assert_eq!(
        asset.details,
        Some(json!([])),
        "an empty object, as PHP writes it"
    );
    assert_hushed(&loan, OF_TOMORROW);

    let outcome = nemuru.loan(LOAN_ID).poller().at_once().await.unwrap();
    assert!(matches!(outcome, Outcome::Unknown(_)), "{outcome:?}");
    let whole: LoanResponse = serde_json::from_str(OF_TOMORROW).unwrap();
    let written = serde_json::to_value(whole).unwrap();
    assert_eq!(written["status"], "fine");
    assert_eq!(written["payload"]["status"], "status_refinanced");
    assert_eq!(written["payload"]["refinancing"]["lender"], "Canary Bank");
}

#[tokio::test]
async fn everything_but_the_identifier_and_the_status_may_be_null_or_missing() {
    let names = [
        "created_at",
        "updated_at",
        "loan_conditions",
        "borrower",
        "asset",
    ];
    let nulls: Value = names.map(|name| (name, Value::Null)).into_iter().collect();
    for others in [json!({}), nulls] {
        let read = loan(json!("status_opened"), others).await.unwrap();
        assert!(read.borrower.is_none() && read.loan_conditions.is_none());
    }
    let conditions = json!({
        "currency": "EUR", "program": "free_program", "principal": 1, "term": 1, "due_date": null, "tae": null,
        "annual_interest": null, "user_defined_quota": null,
    });
    let read = loan(
        json!("status_opened"),
        json!({"loan_conditions": conditions, "borrower": {}, "asset": {"details": null}}),
    );
    assert!(read.await.unwrap().loan_conditions.unwrap().tae.is_none());
}

/// The other way round: what a program can't go on without is an error, and names its place.
#[tokio::test]
async fn a_loan_without_a_status_is_an_error_that_says_where() {
    for status in [json!(null), json!({"step": "status_opened"})] {
        let error = loan(status, json!({"asset": {"description": "canary"}})).await;
        let error = error.unwrap_err();
        assert!(error.is_decode(), "{error}");
        assert!(error.field().unwrap().contains("status"), "{error}");
        assert!(!format!("{error:#} {error:?}").contains("canary"));
    }
}

#[tokio::test]
async fn lists_may_be_empty_null_free_and_hold_values_that_nobody_knows() {
    let recorder = Recorder::new();
    let webhooks = json!({"data": [
        {"id": "w-1", "client": "pigeon", "event": "loan_gossip", "state": 3, "target": null},
        {"id": "w-2"},
    ]});
    recorder.answer("list_webhooks", 200, webhooks.to_string());
    let files = json!({"status": "ok", "data": [{"name": null, "type": "payslip", "data": ""}, {}], "total": 2});
    recorder.answer("list_files", 200, files.to_string());
    let agent = json!({"payload": {"id": "a", "allowed_asset_types": ["boat"]}});
    recorder.answer("get_agent_profile", 200, agent.to_string());
    let no_types = json!({"payload": {"id": "a", "allowed_asset_types": null}});
    recorder.answer("get_agent_profile", 200, no_types.to_string());
    let nemuru = recorder.nemuru().build().unwrap();

    let webhooks = nemuru.webhooks().await.unwrap();
    assert_eq!(
        webhooks[0].client,
        Some(WebhookClient::Unknown("pigeon".to_owned()))
    );
    assert_eq!(
        webhooks[0].event,
        Some(WebhookEvent::Unknown("loan_gossip".to_owned()))
    );
    assert_eq!(webhooks[0].state, Some(3.into()));
    assert_eq!(webhooks[1].state, None);
    let files = nemuru.loan(LOAN_ID).files().await.unwrap();
    assert_eq!(
        files[0].type_,
        Some(FileType::Unknown("payslip".to_owned()))
    );
    assert_eq!(files[1].type_, None);
    let agent = nemuru.agent().await.unwrap();
    assert_eq!(
        agent.allowed_asset_types,
        [AssetType::Unknown("boat".to_owned())]
    );
    assert!(nemuru.agent().await.unwrap().allowed_asset_types.is_empty());
}

#[tokio::test]
async fn trap_19_an_error_of_an_outer_layer_keeps_its_status() {
    for (status, body) in [
        (403, ""),
        (403, "<html>canary</html>"),
        (
            403,
            r#"{"error": "invalid_token", "error_description": "canary"}"#,
        ),
        (
            403,
            r#"{"status": 403, "exception": null, "error": ["canary"]}"#,
        ),
        (404, r#"["canary"]"#),
        (410, "null"),
    ] {
        let (_, nemuru) = answering("get_loan", status, body);
        let error = nemuru.loan(LOAN_ID).read().await.unwrap_err();
        assert_eq!(error.status().map(|status| status.as_u16()), Some(status));
        assert_eq!(error.exception(), None, "{body}");
        assert!(error.schema_errors().is_empty());
        assert!(
            !format!("{error:#} {error:?}").contains("canary"),
            "{error:?}"
        );
        assert_eq!(error.raw_body().unwrap(), body.as_bytes());
    }
}

#[tokio::test]
async fn an_error_is_read_where_one_of_its_fields_has_another_shape() {
    for schema_errors in [json!([]), json!(null), json!("none")] {
        let body = json!({
            "status": "ko", "exception": "Nemuru\\Elsewhere\\LoanNotFoundByIdException", "error": "gone",
            "schema_errors": schema_errors,
        });
        let (_, nemuru) = answering("get_loan", 404, &body.to_string());
        let error = nemuru.loan(LOAN_ID).read().await.unwrap_err();
        assert_eq!(
            error.exception(),
            Some(Exception::LoanNotFoundById),
            "{body}"
        );
        assert_eq!(error.provider_message().as_deref(), Some("gone"), "{body}");
        assert!(error.schema_errors().is_empty(), "{body}");
    }
}
