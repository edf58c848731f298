//! Financeit's documented samples, in values of our own.

use florin::core::chrono::{NaiveDate, TimeZone as _, Utc};
use florin::core::{Decimal, Percent, StaticToken};
use florin::financeit::types::{
    CalculatorResponse, CommissionTotals, CreateUserOauthTokenRequest, DirectInviteRequest,
    ErrorMessages, ErrorResponse, Loan, LoanAccessLinkRequest, LoanIdResponse, OauthTokenResponse,
    Partner, PartnerAccessLinkRequest, PromoProgramsResponse, SubverticalsResponse,
};
use florin::financeit::{
    Calculation, Client, Environment, ErrorTexts, LoansQuery, PromoProgramsQuery, SubverticalsQuery,
};
use florin::testing::Recorder;
use serde_json::json;

use super::{assert_hushed, parse, read, written};

const TOKEN_REQUEST: &str = include_str!("../../fixtures/financeit/token_request.json");
const TOKEN: &str = include_str!("../../fixtures/financeit/token.json");
pub(super) const PARTNER: &str = include_str!("../../fixtures/financeit/partner.json");
const CALCULATION: &str = include_str!("../../fixtures/financeit/calculation.json");
const COMMISSION_TOTALS: &str = include_str!("../../fixtures/financeit/commission_totals.json");
pub(super) const INVITE: &str = include_str!("../../fixtures/financeit/invite.json");
const SAMPLED_INVITE: &str = include_str!("../../fixtures/financeit/sampled_invite.json");
pub(super) const LOAN: &str = include_str!("../../fixtures/financeit/loan.json");
const PARTNER_ACCESS_LINK: &str = include_str!("../../fixtures/financeit/partner_access_link.json");
const ERRORS: &str = include_str!("../../fixtures/financeit/errors.json");

pub(super) fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

/// A client that finds `answer` for `operation`, and may call anything.
pub(super) fn answering(operation: &str, status: u16, answer: &str) -> Client {
    let recorder = Recorder::new();
    recorder.answer(operation, status, answer.to_owned());
    allowed_everything(&recorder)
}

/// A merchant with a user's consent.
pub(super) fn allowed_everything(recorder: &Recorder) -> Client {
    Client::builder()
        .environment(Environment::Training)
        .authorized(StaticToken::new("a-token"))
        .transport(std::sync::Arc::new(recorder.clone()))
        .build()
        .unwrap()
}

#[test]
fn requests_are_written_back_as_they_were_read() {
    let token: CreateUserOauthTokenRequest = read(TOKEN_REQUEST);
    assert_hushed(&token, TOKEN_REQUEST);
    let anonymous = r#"{"app_id": "florin", "app_secret": "canary", "anonymous_user": true}"#;
    let anonymous_request: CreateUserOauthTokenRequest = read(anonymous);
    assert_eq!(
        (
            anonymous_request.anonymous_user,
            anonymous_request.login.as_ref()
        ),
        (Some(true), None)
    );
    let invite: DirectInviteRequest = read(INVITE);
    assert_hushed(&invite, INVITE);
    assert_eq!(
        invite.promo_program_id, 0,
        "trap 15: the free program, and sent"
    );
    let custom = invite.custom_params.unwrap();
    assert_eq!(custom.lead_id, Some(-90_017));
    assert_eq!(custom.extra["salesperson"], "Canary");
    let link: PartnerAccessLinkRequest = read(PARTNER_ACCESS_LINK);
    assert_hushed(&link, PARTNER_ACCESS_LINK);
    assert_eq!((link.lead_id, link.contacts.len()), (-90_018, 2));
    let link: LoanAccessLinkRequest = read(r#"{"loan_id": 48291}"#);
    assert!(link.extra.is_empty());
    let link: LoanAccessLinkRequest = read(r#"{"loan_id": 48291, "email": "canary@example.com"}"#);
    assert_eq!(link.extra["email"], "canary@example.com");
}

/// The sample has its identifiers as text, and the schema has them as integers.
#[test]
fn trap_13_an_invite_goes_out_with_identifiers_that_are_integers() {
    let mut invite = parse(SAMPLED_INVITE);
    for id in ["partner_id", "promo_program_id"] {
        let digits = invite[id].as_str().unwrap();
        invite[id] = digits.parse::<i64>().unwrap().into();
    }
    let read: DirectInviteRequest = read(&invite.to_string());
    let sent = written(&read);
    assert_eq!(
        (&sent["partner_id"], &sent["promo_program_id"]),
        (&json!(3), &json!(0))
    );
    assert_eq!(sent["custom_params"], json!({}), "said and empty");
}

#[tokio::test]
async fn a_token_is_read_whole_and_not_shown() {
    let token: OauthTokenResponse = read(TOKEN);
    assert_eq!(token.user_id.as_ref().unwrap().value(), Some(&70_413));
    assert_eq!(token.user_type.as_ref().unwrap().text(), "Partner");
    assert_eq!(token.access_token.expose(), parse(TOKEN)["access_token"]);
    assert!(!format!("{token:?}").contains("5d0c2e91"));

    let recorder = Recorder::new();
    recorder.answer("create_user_oauth_token", 200, TOKEN);
    recorder.answer("list_subverticals", 200, "{}");
    let financeit = recorder.financeit().build().unwrap();
    let all = SubverticalsQuery::default();
    financeit.subverticals(&all).await.unwrap();
    assert_eq!(
        recorder.last().unwrap().header("authorization"),
        Some("Bearer [secret]"),
        "trap 3: one word, one space, no quotes"
    );
}

#[tokio::test]
async fn a_partner_is_read_to_its_last_field() {
    let partner: Partner = read(PARTNER);
    assert_hushed(&partner, PARTNER);
    let financeit = answering("get_partner", 200, PARTNER);
    let found = financeit.partner(5_120).await.unwrap();
    assert_eq!(written(&found), written(&partner));
    assert!(found.extra.is_empty(), "every field has a place of its own");
    assert_eq!(
        found.id.as_ref().unwrap().value(),
        Some(&5_120),
        "trap 12: text"
    );
    assert_eq!(found.id.unwrap().text(), "5120");
    let born = [
        found.contact_date_of_birth_year,
        found.contact_date_of_birth_month,
        found.contact_date_of_birth_day,
    ];
    assert_eq!(
        born.map(|part| part.unwrap().into_value()),
        [Some(1984), Some(7), Some(3)]
    );
    let years = found.firm_number_years_in_business.unwrap();
    assert_eq!(years.value(), Some(&decimal("3")));
    let financed = found.firm_current_percent_financed.unwrap();
    assert_eq!(financed.value(), Some(&Percent::new(decimal("12.5"))));
    assert_eq!(
        found.work_phone_3i.unwrap().text(),
        "0100",
        "no digit is lost"
    );
    assert_eq!(found.home_phone_4i.unwrap().text(), "");

    let list = format!("[{PARTNER}, {{\"id\": 7}}, {{}}]");
    let financeit = answering("list_partners", 200, &list);
    let partners = financeit.partners().await.unwrap();
    assert_eq!(partners.len(), 3);
    assert_eq!(written(&partners[0]), written(&partner));
    assert_eq!(partners[1].id.as_ref().unwrap().value(), Some(&7));
}

#[tokio::test]
async fn commission_totals_are_read_exactly() {
    let totals: CommissionTotals = read(COMMISSION_TOTALS);
    let financeit = answering("get_partner_commission_totals", 200, COMMISSION_TOTALS);
    let found = financeit.commission_totals(5_120, None, None);
    let found = found.await.unwrap();
    assert_eq!(written(&found), written(&totals));
    assert_eq!(found.earned.unwrap().value(), Some(&decimal("3120.75")));
    let outstanding = found.outstanding.unwrap();
    assert_eq!(
        outstanding.text(),
        "980.00",
        "with the zeros that were sent"
    );
}

#[tokio::test]
async fn a_calculation_keeps_its_options_whatever_they_are() {
    let sample: CalculatorResponse = read(CALCULATION);
    assert_hushed(&sample, CALCULATION);
    let financeit = answering("calculate_loan_options", 200, CALCULATION);
    let found = financeit
        .calculate(&Calculation::new(10_000))
        .await
        .unwrap();
    assert_eq!(written(&found), written(&sample));
    assert_eq!(found.results[0]["payment"], "180.11");
    assert_eq!(
        (&found.results[1].0, &found.results[2].0),
        (&json!("call us"), &json!(12))
    );
    let link = found.application_link.unwrap();
    assert_eq!(link.text(), "https://www.financeit.example/s/canary");
}

#[tokio::test]
async fn a_loan_is_read_to_its_last_field() {
    let loan: Loan = read(LOAN);
    assert_hushed(&loan, LOAN);
    let financeit = answering("get_loan", 200, LOAN);
    let found = financeit.loan(48_291).read().await.unwrap();
    assert_eq!(written(&found), written(&loan));
    assert!(found.extra.is_empty(), "every field has a place of its own");
    let created = Utc.with_ymd_and_hms(2026, 5, 9, 3, 7, 1).unwrap();
    assert_eq!(found.created_at.unwrap().value(), Some(&created), "trap 11");
    let first_payment = NaiveDate::from_ymd_opt(2026, 6, 1);
    assert_eq!(
        found.first_payment_date.unwrap().value(),
        first_payment.as_ref()
    );
    let expiry = found.expiry_date.unwrap();
    assert_eq!(
        expiry.value(),
        NaiveDate::from_ymd_opt(2026, 8, 7).as_ref(),
        "trap 11"
    );
    assert_eq!(expiry.text(), "2026-08-7");
    assert_eq!(
        found.rate.unwrap().value(),
        Some(&Percent::new(decimal("9.99")))
    );
    for (amount, value) in [
        (found.requested_amount, "18500"),
        (found.fee, "149"),
        (found.principal_amount, "18001.25"),
        (found.total_payment_amount, "112.8"),
        (found.downpayment_amount, "750"),
        (found.max_amount, "25000"),
        (found.min_amount, "2500"),
        (found.credit_limit, "22000"),
        (found.commission_insurance_amount, "64"),
    ] {
        assert_eq!(amount.unwrap().value(), Some(&decimal(value)), "trap 12");
    }
    assert_eq!(found.lead_id.unwrap().value(), Some(&-90_017), "trap 16");
    assert_eq!(found.state.unwrap().text(), "Car", "trap 9");
    assert_eq!(found.vertical.unwrap().text(), "Boat", "trap 10");
    assert_eq!(found.funded.unwrap().value(), Some(&false));
    assert_eq!(found.promo_program, Some(json!({})));
    assert_eq!(found.vehicles, Some(json!([])));
    assert_eq!(found.api_notices, Some(json!([])));
}

#[tokio::test]
async fn a_list_of_loans_is_a_bare_array() {
    let list = format!("[{LOAN}, {{\"id\": \"48290\"}}]");
    let financeit = answering("list_loans", 200, &list);
    let mut loans = financeit.loans(LoansQuery::default());
    let mut ids = Vec::new();
    while let Some(loan) = loans.next().await {
        ids.push(loan.unwrap().id.unwrap().into_value().unwrap());
    }
    assert_eq!(ids, [48_291, 48_290]);
}

#[tokio::test]
async fn the_loan_of_a_lead_is_found_by_its_identifier() {
    read::<LoanIdResponse>(r#"{"id": 67890}"#);
    for (answer, id) in [(r#"{"id": 48291}"#, 48_291), (r#"{"id": "48291"}"#, 48_291)] {
        let financeit = answering("get_loan_id_by_lead_id", 200, answer);
        let loan = financeit.loan_for_lead(-7, None).await.unwrap().unwrap();
        assert_eq!(loan.id(), id, "{answer}");
    }
}

#[tokio::test]
async fn programs_and_subverticals_are_lists_of_anything() {
    let programs =
        json!({"promo_programs": [{"id": 3, "amortizations": [12, 24]}, "free", 0, null]});
    let sample: PromoProgramsResponse = read(&programs.to_string());
    let financeit = answering("list_promo_programs", 200, &programs.to_string());
    let all = PromoProgramsQuery::default();
    let found = financeit.promo_programs(&all).await.unwrap();
    assert_eq!(written(&found), written(&sample));
    assert_eq!(found.promo_programs[0]["amortizations"][1], 24);
    assert_eq!(found.promo_programs.len(), 4);

    let subverticals = json!({"subverticals": ["Roofing", {"name": "Docks", "product_types": []}]});
    let sample: SubverticalsResponse = read(&subverticals.to_string());
    let financeit = answering("list_subverticals", 200, &subverticals.to_string());
    let all = SubverticalsQuery::default();
    let found = financeit.subverticals(&all).await.unwrap();
    assert_eq!(written(&found), written(&sample));
    assert_eq!(found.subverticals[1]["name"], "Docks");
}

#[tokio::test]
async fn an_error_names_a_list_of_texts_and_shows_none_by_itself() {
    let body: ErrorResponse = read(ERRORS);
    assert_hushed(&body, ERRORS);
    assert!(matches!(body.errors, Some(ErrorMessages::Array(_))));
    let financeit = answering("send_direct_invite", 422, ERRORS);
    let invite = serde_json::from_str(INVITE).unwrap();
    let error = financeit.invite(&invite).await.unwrap_err();
    let texts = ["Canary's email is invalid", "Promo program can't be blank"];
    assert_eq!(error.error_texts(), texts);
    assert_hushed(&(&error, format!("{error:#}")), ERRORS);
}
