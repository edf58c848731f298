//! Nemuru's documented samples, in values of our own.

use florin::core::{Decimal, Fraction, Percent};
use florin::nemuru::types::{
    AgentResponse, CreateLoanRequest, ErrorResponse, FileListResponse, FileType,
    LoanConditionsListResponse, LoanOperation, LoanOperationRequest, LoanProgram, LoanResponse,
    LoanStatus, LoanStepEvent, LoginRequest, RefreshTokenRequest, TokenResponse,
    UploadFilesRequest, Webhook, WebhookAuth, WebhookClient, WebhookEvent, WebhookListResponse,
    WebhookRequest, WebhookResponse,
};
use florin::nemuru::{
    Callbacks, Client, ConditionsRequest, ErrorDetails, Exception, Phase, Standing,
};
use florin::testing::Recorder;
use florin::webhook::Sender;
use serde_json::{Value, json};

use super::{assert_hushed, parse, read, written};

const TOKEN: &str = include_str!("../../fixtures/nemuru/token.json");
pub(super) const AGENT: &str = include_str!("../../fixtures/nemuru/agent.json");
pub(super) const CREATE_LOAN: &str = include_str!("../../fixtures/nemuru/create_loan.json");
pub(super) const OPERATION: &str = include_str!("../../fixtures/nemuru/operation.json");
pub(super) const LOAN: &str = include_str!("../../fixtures/nemuru/loan.json");
pub(super) const CONDITIONS: &str = include_str!("../../fixtures/nemuru/conditions.json");
pub(super) const WEBHOOK_REQUEST: &str = include_str!("../../fixtures/nemuru/webhook_request.json");
pub(super) const WEBHOOKS: &str = include_str!("../../fixtures/nemuru/webhooks.json");
pub(super) const WEBHOOK: &str = include_str!("../../fixtures/nemuru/webhook.json");
pub(super) const UPLOAD: &str = include_str!("../../fixtures/nemuru/upload.json");
pub(super) const FILES: &str = include_str!("../../fixtures/nemuru/files.json");
const LOAN_STEP: &str = include_str!("../../fixtures/nemuru/loan_step.json");
const LOAN_NOT_FOUND: &str = include_str!("../../fixtures/nemuru/loan_not_found.json");
const INVALID_REQUEST: &str = include_str!("../../fixtures/nemuru/invalid_request.json");

pub(super) const LOAN_ID: &str = "4d9f0c1e-52b7-4a86-9f3d-6e1c80b7a501";
pub(super) const WEBHOOK_ID: &str = "c07b5a93-e41d-4f68-b2a7-3d9e16f8c403";

pub(super) fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

/// A client that finds `answer` for `operation`.
pub(super) fn answering(operation: &str, status: u16, answer: &str) -> (Recorder, Client) {
    let recorder = Recorder::new();
    recorder.answer(operation, status, answer.to_owned());
    let nemuru = recorder.nemuru().build().unwrap();
    (recorder, nemuru)
}

#[test]
fn requests_are_written_back_as_they_were_read() {
    let login = r#"{"username": "canary@shop.example", "password": "canary"}"#;
    assert_hushed(&read::<LoginRequest>(login), login);
    let refresh = r#"{"username": "canary@shop.example", "refresh_token": "canary"}"#;
    assert_hushed(&read::<RefreshTokenRequest>(refresh), refresh);
    let loan: CreateLoanRequest = read(CREATE_LOAN);
    assert_hushed(&loan, CREATE_LOAN);
    assert_eq!(loan.annual_interest, Some(Fraction::new(decimal("0.0725"))));
    let operation: LoanOperationRequest = read(OPERATION);
    assert_eq!(operation.op, LoanOperation::CancelLoan);
    assert_hushed(&read::<UploadFilesRequest>(UPLOAD), UPLOAD);
    let webhook: WebhookRequest = read(WEBHOOK_REQUEST);
    assert!(webhook.notification_auth.is_none() && webhook.extra.is_empty());
    assert_hushed(&webhook, WEBHOOK_REQUEST);
}

#[test]
fn a_webhook_authenticates_itself_in_either_documented_way() {
    let with = |auth: Value| {
        let mut request = parse(WEBHOOK_REQUEST);
        request["notification_auth"] = auth;
        let sample = request.to_string();
        let request: WebhookRequest = read(&sample);
        assert_hushed(&request, &sample);
        request.notification_auth.unwrap()
    };
    let header =
        with(json!({"authorization_header": "Basic canary", "content_type": "application/json"}));
    assert!(matches!(header, WebhookAuth::Header(_)));
    let oauth = with(json!({
        "url": "https://shop.example/token", "client_id": "nemuru", "client_secret": "canary",
        "username": "canary", "password": "canary",
    }));
    assert!(matches!(oauth, WebhookAuth::OAuth2(_)));
}

#[test]
fn every_documented_operation_on_a_loan_can_be_sent() {
    for name in [
        "cancelLoan",
        "approveLoan",
        "sendContract",
        "signContract",
        "confirmLoan",
        "payLoan",
    ] {
        let operation = LoanOperation::try_from(name).unwrap();
        assert_eq!(serde_json::to_value(operation).unwrap(), name);
    }
}

#[test]
fn a_token_is_read_whole_and_not_shown() {
    let token: TokenResponse = read(TOKEN);
    assert_eq!(token.expires_in, Some(2_678_400.into()));
    assert_eq!(token.access_token.expose(), parse(TOKEN)["access_token"]);
    let shown = format!("{token:?}");
    assert!(!shown.contains("3b8a9e47") && !shown.contains("a62f70d3"));
}

#[tokio::test]
async fn an_agent_is_read_to_its_last_field() {
    let answer: AgentResponse = read(AGENT);
    assert_hushed(&answer, AGENT);
    let (_, nemuru) = answering("get_agent_profile", 200, AGENT);
    let agent = nemuru.agent().await.unwrap();
    assert_eq!(written(&agent), written(&answer.payload));
    assert_eq!(agent.name.as_deref(), Some("Academia Canary"));
    let types = agent.allowed_asset_types.iter();
    let types: Vec<_> = types.map(|known| known.as_str()).collect();
    assert_eq!(types, ["education", "utilities_supply"]);
}

#[tokio::test]
async fn a_loan_is_read_to_its_last_field() {
    let answer: LoanResponse = read(LOAN);
    assert_hushed(&answer, LOAN);
    let (_, nemuru) = answering("get_loan", 200, LOAN);
    let loan = nemuru.loan(LOAN_ID).read().await.unwrap();
    assert_eq!(written(&loan), written(&answer.payload));
    assert_eq!(loan.status, LoanStatus::StatusIncomeSet);
    assert!(loan.extra.is_empty(), "every field has a place of its own");
    let conditions = loan.loan_conditions.unwrap();
    assert_eq!(conditions.due_date, Some(5.into()));
    assert_eq!(conditions.term, decimal("18"));
    assert_eq!(conditions.setup_fee, Some(decimal("0")));
    assert_eq!(conditions.user_defined_quota, Some(decimal("144.04")));
    let borrower = loan.borrower.unwrap();
    assert_eq!(borrower.last_name.as_deref(), Some("Peñacanary"));
    assert_eq!(
        borrower.expires_on.as_deref(),
        Some("2026-12-02T00:00:00+00:00")
    );
    assert_eq!(loan.asset.unwrap().value, Some(decimal("2600")));
}

#[tokio::test]
async fn trap_12_a_rate_is_a_fraction_whatever_its_name_says() {
    read::<LoanConditionsListResponse>(CONDITIONS);
    let (_, nemuru) = answering("get_loan_conditions", 200, CONDITIONS);
    let request = ConditionsRequest::new(LOAN_ID, "EUR", 18, decimal("2450.50"));
    let offers = nemuru.conditions(&request).await.unwrap();
    let [zero, free] = offers.as_slice() else {
        panic!("two programs, two offers: {offers:?}")
    };
    let percent = |rate: Option<Fraction>| rate.unwrap().to_percent();
    let zero = &zero.loan_conditions;
    assert_eq!(zero.program, LoanProgram::ZeroProgram);
    let discount = percent(zero.merchant_discount_percentage);
    assert_eq!(discount, Percent::new(decimal("6.4")));
    let free = &free.loan_conditions;
    assert_eq!(percent(free.annual_interest), Percent::new(decimal("7.25")));
    assert_eq!(free.tae.unwrap().get(), decimal("0.075"));
}

/// The samples of the documentation do not add up either, by some cents.
#[tokio::test]
async fn trap_13_totals_are_given_as_they_came_and_nothing_is_recomputed() {
    let (_, nemuru) = answering("get_loan", 200, LOAN);
    let loan = nemuru.loan(LOAN_ID).read().await.unwrap();
    let conditions = loan.loan_conditions.unwrap();
    assert_eq!(conditions.total_amount_paid, Some(decimal("2592.68")));
    let quota = conditions.user_defined_quota.unwrap().as_rust_decimal();
    let payments = conditions.number_of_payments.unwrap().as_rust_decimal();
    assert_eq!((quota * payments).to_string(), "2592.72");
}

#[tokio::test]
async fn trap_7_a_webhook_is_read_out_of_its_list() {
    let all: WebhookListResponse = read(WEBHOOKS);
    read::<WebhookResponse>(WEBHOOK);
    let (recorder, nemuru) = answering("get_webhook", 200, WEBHOOK);
    recorder.answer("list_webhooks", 200, WEBHOOKS);
    let listed = nemuru.webhooks().await.unwrap();
    assert_eq!(written(&listed), written(&all.data));
    assert_eq!(listed[0].state, Some(1.into()));
    assert_eq!(listed[0].target, None);
    let webhook: Webhook = nemuru.webhook(WEBHOOK_ID).await.unwrap();
    assert_eq!(webhook.client, Some(WebhookClient::Email));
    assert_eq!(webhook.event, Some(WebhookEvent::LoanSteps));
    assert_eq!(webhook.state, Some(2.into()), "disabled");
}

#[tokio::test]
async fn trap_10_a_listed_file_has_a_path_where_an_uploaded_one_has_its_content() {
    read::<FileListResponse>(FILES);
    let (_, nemuru) = answering("list_files", 200, FILES);
    let files = nemuru.loan(LOAN_ID).files().await.unwrap();
    assert_eq!(files[0].type_, Some(FileType::DocumentIdFront));
    assert_eq!(files[1].type_, Some(FileType::DocumentIdBack));
    assert_eq!(files[0].name, files[1].name);
    let path = files[1].data.as_deref().unwrap();
    assert!(path.starts_with("/document_id_back/") && path.ends_with(".jpeg"));
}

#[test]
fn a_callback_is_read_by_its_type_and_by_the_receiver() {
    let event: LoanStepEvent = read(LOAN_STEP);
    let callbacks = Callbacks::new(Sender::header("Bearer long and random").unwrap());
    let receive = || {
        let header = b"Bearer long and random".as_slice();
        callbacks
            .receive(Some(header), LOAN_STEP.as_bytes())
            .unwrap()
    };
    let callback = receive();
    assert_eq!(written(callback.event()), written(&event));
    assert_eq!(callback.loan_id(), LOAN_ID);
    assert_eq!(callback.step(), &LoanStatus::StatusContractSent);
    let at = callback.triggered_at().unwrap().to_rfc3339();
    assert_eq!(at, "2026-11-05T09:15:00+00:00");
    assert!(!callback.is_repeat() && receive().is_repeat());
}

/// The statuses of the documentation, and the one that an earlier draft has on top.
#[test]
fn every_documented_status_is_known_and_has_its_phase() {
    let going = [
        "status_initial",
        "status_opened",
        "status_kyc_set",
        "status_income_set",
        "status_professional_details_set",
        "status_risk_set",
        "status_analysing",
        "status_lender_has_been_selected",
        "status_contract_sent",
        "status_contract_signed",
        "status_docs_approved",
        "status_active_trial",
        "status_active",
        "status_unpaid",
    ];
    let failed = [
        "status_desisted",
        "status_denied",
        "status_expired",
        "status_cancelled",
        "status_cancelled_test",
    ];
    let going = going.map(|status| (status, Phase::Going));
    let failed = failed.map(|status| (status, Phase::Failed));
    for (name, phase) in going
        .into_iter()
        .chain(failed)
        .chain([("status_ended", Phase::Succeeded)])
    {
        let status: LoanStatus = read(&json!(name).to_string());
        assert!(!matches!(status, LoanStatus::Unknown(_)), "{name}");
        assert_eq!(status.phase(), phase, "{name}");
    }
}

#[tokio::test]
async fn traps_17_and_18_an_exception_is_known_by_its_last_part_and_its_text_is_left_alone() {
    read::<ErrorResponse>(LOAN_NOT_FOUND);
    let (_, nemuru) = answering("get_loan", 404, LOAN_NOT_FOUND);
    let error = nemuru.loan(LOAN_ID).read().await.unwrap_err();
    assert!(error.is_not_found());
    assert_eq!(error.exception(), Some(Exception::LoanNotFoundById));
    let said = error.provider_message().unwrap();
    assert_eq!(said, format!(r"\Loan\ with id \{LOAN_ID}\ not found"));
    assert!(error.schema_errors().is_empty());
}

#[tokio::test]
async fn what_is_wrong_with_a_request_is_told_by_pointer_and_not_shown() {
    let body: ErrorResponse = read(INVALID_REQUEST);
    assert_hushed(&body, INVALID_REQUEST);
    let (_, nemuru) = answering("create_loan", 400, INVALID_REQUEST);
    let request = serde_json::from_str(CREATE_LOAN).unwrap();
    let error = nemuru.create_loan(&request).await.unwrap_err();
    assert_eq!(error.exception(), Some(Exception::SchemaValidator));
    let problems = error.schema_errors();
    assert_eq!(problems.len(), 2);
    let at_email = problems.at("/borrower/email").unwrap();
    assert_eq!(at_email, "canary@example.com must be an address");
    let at_asset = problems.at("/asset").unwrap();
    assert_eq!(at_asset, r#"["Missing: value","Missing: description"]"#);
    assert_hushed(&(&error, format!("{error:#}"), problems), INVALID_REQUEST);
}
