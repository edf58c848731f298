//! The traps of Financeit's documentation, one by one, each by its number in our notes on the provider.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "what a test relies on fails the test"
)]

use std::time::Duration;

use chrono::{NaiveDate, TimeZone as _, Utc};
use florin::core::Certainty;
use florin::financeit::types::{
    self, DirectInviteCustomParams, DirectInviteRequest, LoanAccessLinkRequest,
    PartnerAccessLinkRequest, SendVia, VerticalName,
};
use florin::financeit::{
    Account, Calculation, Client, Credentials, Environment, LoansQuery, PromoProgramsQuery,
    operations,
};
use florin_sandbox::financeit::{
    InviteAnswer, LinkAnswer, LoanState, NewLoan, Options, StateTexts, User,
};
use florin_sandbox::{Clock, Sandbox};
use florin_tests::financeit::in_memory::{Says, provider};
use florin_tests::financeit::{invite, office};
use serde_json::{Value, json};

const SPEC: &str = include_str!("../../specs/financeit/openapi.yaml");

/// The documentation's sample of a loan, with all its slips.
fn sampled_loan() -> Value {
    json!({
        "id": 12345, "partner_id": 632, "description": "", "created_at": "2012-10-02 17:05:11 UTC",
        "rate": "12.99", "requested_amount": "1234.0", "fee": "99.0", "principal_amount": "1460.78",
        "amortization": 36, "term": 36, "payment_frequency": "m", "vertical": "Vehicle",
        "total_payment_amount": "53.14", "first_payment_date": "2012-10-13", "downpayment_amount": "500",
        "downpayment_source": "cash", "intended_use": "Vehicle", "vehicle_type": "Car", "state": "Car",
        "coborrower_relation": "spouse", "coborrower_relation_other": "", "max_amount": 40000,
        "min_amount": 1000, "credit_limit": "30000", "max_amort": 108, "api_notices": [], "lead_id": 123,
        "expiry_date": "2025-10-5", "commission_insurance_amount": "100.0", "promo_program": {},
        "insurance_premium": {}, "vehicle": {}, "vehicles": [], "file_attachments": [],
        "approval_conditions": [], "funded": false, "next_step_in_application": "Complete Financeit Checklist"
    })
}

fn read_sample() -> types::Loan {
    serde_json::from_value(sampled_loan()).unwrap()
}

async fn sandbox() -> Sandbox {
    sandbox_with(Options::default()).await
}

async fn sandbox_with(options: Options) -> Sandbox {
    Sandbox::builder().financeit(options).start().await.unwrap()
}

fn login(sandbox: &Sandbox, user: User) -> Client {
    office::login(sandbox, user).unwrap().build().unwrap()
}

fn merchant(sandbox: &Sandbox) -> Client {
    login(sandbox, User::Merchant)
}

async fn authorized(sandbox: &Sandbox) -> Client {
    let settings = office::authorized(sandbox, User::Broker).await.unwrap();
    settings.build().unwrap()
}

fn count(sandbox: &Sandbox, operation: &str) -> usize {
    sandbox.financeit().received_by(operation).len()
}

fn spec() -> Value {
    serde_saphyr::from_str(SPEC).unwrap()
}

/// Every operation of the spec, with its path.
fn operations_of(spec: &Value) -> Vec<(&String, &Value)> {
    let paths = spec["paths"].as_object().unwrap();
    let operations = paths.iter().flat_map(|(path, item)| {
        let methods = item.as_object().unwrap().values();
        methods.map(move |operation| (path, operation))
    });
    operations.collect()
}

#[test]
fn trap_01_each_path_says_how_sure_it_is_and_can_be_corrected() {
    let guesses = [
        "calculate_loan_options",
        "create_loan_access_link",
        "create_partner_access_link",
        "get_loan_id_by_lead_id",
        "get_partner_commission_totals",
        "send_direct_invite",
    ];
    for operation in operations::ALL {
        let expected = match operation.id() {
            "create_user_oauth_token" => Certainty::Documented,
            id if guesses.contains(&id) => Certainty::Undocumented,
            _ => Certainty::Inferred,
        };
        assert_eq!(
            operation.certainty().unwrap().path,
            expected,
            "{}",
            operation.id()
        );
        let placeholders: String = operation
            .template()
            .split('/')
            .filter(|piece| piece.starts_with('{'))
            .map(|piece| format!("/{piece}"))
            .collect();
        let corrected = format!("PUT /elsewhere{placeholders}");
        provider(|_| Says::Silence)
            .merchant()
            .path(operation.id(), corrected)
            .build()
            .unwrap();
    }
    // Nobody knows the statuses of success, so none is named.
    let spec = spec();
    for (path, operation) in operations_of(&spec) {
        let statuses: Vec<&String> = operation["responses"].as_object().unwrap().keys().collect();
        assert_eq!(statuses, ["2XX", "4XX", "5XX"], "{path}");
        let id = operation["operationId"].as_str().unwrap();
        let note = operation["x-provenance"]["note"].as_str().unwrap();
        assert_eq!(
            guesses.contains(&id),
            note.contains("`path` on the client builder"),
            "{id}"
        );
    }
}

#[test]
fn trap_02_no_loan_is_made_by_a_call_and_it_is_said_how_one_comes_about() {
    assert_eq!(operations::ALL.len(), 13);
    for operation in operations::ALL {
        let is_read = operation.method() == "GET";
        assert!(
            is_read || !operation.template().starts_with("/loans"),
            "{}",
            operation.id()
        );
    }
    let spec = spec();
    let left_out = spec["info"]["x-unsupported"].as_array().unwrap();
    let of_loans = left_out
        .iter()
        .find(|entry| entry["title"].as_str().unwrap().contains("a loan"))
        .unwrap();
    assert!(
        of_loans["reason"]
            .as_str()
            .unwrap()
            .contains("provider's own pages")
    );
    assert!(
        spec["info"]["description"]
            .as_str()
            .unwrap()
            .contains("Loans are made by people")
    );
}

#[tokio::test]
async fn trap_03_the_header_is_bearer_a_space_and_the_token() {
    let sandbox = sandbox().await;
    let store = florin::core::MemoryStore::default();
    let client = office::login(&sandbox, User::Merchant)
        .unwrap()
        .token_store(store)
        .build()
        .unwrap();
    let _ = client.loan_for_lead(1, None).await.unwrap();
    let header = sandbox.financeit().received_by("get_loan_id_by_lead_id")[0]
        .header("authorization")
        .unwrap()
        .to_owned();
    let token = header.strip_prefix("Bearer ").unwrap();
    assert_eq!(token.len(), 64);
    assert!(
        token.bytes().all(|byte| byte.is_ascii_hexdigit()),
        "no quotation marks"
    );
}

#[tokio::test]
async fn trap_04_the_token_call_is_a_json_call_of_financeit_s_own() {
    let sandbox = sandbox().await;
    let _ = merchant(&sandbox).loan_for_lead(1, None).await.unwrap();
    let call = &sandbox.financeit().received_by("create_user_oauth_token")[0];
    let sent = call.json().unwrap();
    let names: Vec<&String> = sent.as_object().unwrap().keys().collect();
    assert_eq!(names, ["app_id", "app_secret", "login", "password"]);
    assert_eq!(call.header("authorization"), None);
    let spec = spec();
    for scheme in spec["components"]["securitySchemes"]
        .as_object()
        .unwrap()
        .values()
    {
        assert_eq!(
            (&scheme["type"], &scheme["scheme"]),
            (&json!("http"), &json!("bearer"))
        );
    }
    assert!(operations::CREATE_USER_OAUTH_TOKEN.is_public());
}

#[tokio::test]
async fn trap_05_a_token_is_used_until_a_401_and_then_there_is_one_more() {
    let clock = Clock::manual();
    let sandbox = Sandbox::builder().clock(&clock).start().await.unwrap();
    let client = merchant(&sandbox);
    for lead in 0..5 {
        let _ = client.loan_for_lead(lead, None).await.unwrap();
        clock.advance(Duration::from_secs(365 * 24 * 3600));
    }
    assert_eq!(sandbox.financeit().tokens_issued(), 1);
    sandbox.financeit().expire_tokens();
    let _ = client.loan_for_lead(5, None).await.unwrap();
    assert_eq!(sandbox.financeit().tokens_issued(), 2);
    assert_eq!(count(&sandbox, "get_loan_id_by_lead_id"), 5 + 2);
}

#[tokio::test]
async fn trap_06_the_table_counts_and_not_what_each_operation_lists() {
    // The spec keeps what is documented at each operation: both schemes.
    let spec = spec();
    for (path, operation) in operations_of(&spec) {
        let own = operation.get("security").map(Value::to_string);
        let is_link = path.starts_with("/single_access_links/");
        let is_token = path.starts_with("/accounts/");
        assert_eq!(own.is_some(), is_link || is_token, "{path}");
    }
    let sandbox = sandbox().await;
    let broker = login(&sandbox, User::Broker);
    let refused = [
        broker
            .loans(LoansQuery::default())
            .next()
            .await
            .unwrap()
            .err(),
        broker.partners().await.err(),
    ];
    for error in refused {
        let told = error.unwrap().to_string();
        assert!(
            told.contains("use a token of the authorization code flow"),
            "{told}"
        );
    }
    assert!(sandbox.financeit().received().is_empty());
    // Past the table, the provider's refusal is told for what it is.
    assert!(
        broker
            .api()
            .list_partners()
            .send()
            .await
            .unwrap_err()
            .is_auth()
    );
}

#[tokio::test]
async fn trap_07_the_loan_list_says_partner_and_all_others_partner_id() {
    let sandbox = sandbox().await;
    let client = authorized(&sandbox).await;
    let partner = sandbox.financeit().broker_partners()[0];
    let mut loans = client.loans(LoansQuery::default().partner(partner));
    assert!(loans.next().await.is_none());
    let _ = client.loan_for_lead(1, Some(partner)).await.unwrap();
    let quote = Calculation::new(5000).partner(partner);
    client.calculate(&quote).await.unwrap();
    let programs = PromoProgramsQuery::default().partner(partner);
    client.promo_programs(&programs).await.unwrap();
    let named = |operation: &str| {
        let pairs = sandbox.financeit().received_by(operation)[0].query_pairs();
        let names = pairs.into_iter().map(|(name, _)| name);
        names
            .filter(|name| name.starts_with("partner"))
            .collect::<Vec<_>>()
    };
    assert_eq!(named("list_loans"), ["partner"]);
    for operation in [
        "get_loan_id_by_lead_id",
        "calculate_loan_options",
        "list_promo_programs",
    ] {
        assert_eq!(named(operation), ["partner_id"], "{operation}");
    }
}

#[tokio::test]
async fn trap_08_a_last_day_that_is_not_said_is_left_out() {
    assert!(!SPEC.contains("{today}"));
    let spec = spec();
    let parameters = spec["paths"]["/loans"]["get"]["parameters"]
        .as_array()
        .unwrap();
    assert_eq!(parameters.len(), 6);
    for parameter in parameters {
        assert!(parameter["schema"].get("default").is_none(), "{parameter}");
    }
    let sandbox = sandbox().await;
    let mut loans = merchant(&sandbox).loans(LoansQuery::default());
    assert!(loans.next().await.is_none());
    let sent = sandbox.financeit().received_by("list_loans")[0].query_pairs();
    assert!(sent.iter().all(|(name, _)| name != "end"), "{sent:?}");
}

#[tokio::test]
async fn trap_09_a_state_that_says_car_does_not_mislead_whoever_waits() {
    assert_eq!(read_sample().state.unwrap().text(), "Car");
    for (state, word) in [
        (LoanState::Disbursed, "funded"),
        (LoanState::Declined, "declined"),
        (LoanState::Aborted, "aborted"),
    ] {
        let sandbox = sandbox_with(Options {
            state_texts: StateTexts::AsSampled,
            ..Options::default()
        })
        .await;
        let id = sandbox.financeit().add_loan(&NewLoan {
            state,
            ..NewLoan::default()
        });
        let outcome = merchant(&sandbox).loan(id).poller().await.unwrap();
        assert_eq!(outcome.word(), word);
        assert_eq!(outcome.loan().state.as_ref().unwrap().text(), "Car");
    }
}

#[test]
fn trap_10_a_vertical_that_no_request_may_say_is_read() {
    let loan = read_sample();
    assert_eq!(loan.vertical.unwrap().value().unwrap(), "Vehicle");
    assert!(serde_json::from_value::<VerticalName>(json!("Vehicle")).is_err());
}

#[test]
fn trap_11_times_and_days_in_the_sampled_spellings_are_read_and_kept() {
    let loan = read_sample();
    let created = loan.created_at.as_ref().unwrap();
    let expected = Utc.with_ymd_and_hms(2012, 10, 2, 17, 5, 11).unwrap();
    assert_eq!(created.value(), Some(&expected));
    assert_eq!(created.text(), "2012-10-02 17:05:11 UTC");
    let expiry = loan.expiry_date.as_ref().unwrap();
    assert_eq!(
        expiry.value(),
        NaiveDate::from_ymd_opt(2025, 10, 5).as_ref()
    );
    assert_eq!(expiry.text(), "2025-10-5");
    let first = loan.first_payment_date.as_ref().unwrap();
    assert_eq!(
        first.value(),
        NaiveDate::from_ymd_opt(2012, 10, 13).as_ref()
    );
}

#[test]
fn trap_12_amounts_and_identifiers_are_exact_as_text_and_as_number() {
    let loan = read_sample();
    let decimal = |text: &str| text.parse::<florin::Decimal>().unwrap();
    assert_eq!(
        loan.principal_amount.as_ref().unwrap().value(),
        Some(&decimal("1460.78"))
    );
    assert_eq!(
        loan.max_amount.as_ref().unwrap().value(),
        Some(&decimal("40000"))
    );
    assert_eq!(
        loan.credit_limit.as_ref().unwrap().value(),
        Some(&decimal("30000"))
    );
    assert_eq!(
        loan.rate.as_ref().unwrap().value().unwrap().get(),
        decimal("12.99")
    );
    assert_eq!(
        serde_json::to_value(&loan).unwrap(),
        sampled_loan(),
        "written as it was sent"
    );
    for sent in [r#""12345""#, "12345"] {
        let partner: types::Partner = serde_json::from_str(&format!(r#"{{"id":{sent}}}"#)).unwrap();
        assert_eq!(partner.id.unwrap().value(), Some(&12345));
    }
    // Through a 64-bit float, this would be another amount.
    let totals: types::CommissionTotals = serde_json::from_str(
        r#"{"earned": 0.30000000000000004, "outstanding": 90071992547409.93}"#,
    )
    .unwrap();
    assert_eq!(
        totals.earned.unwrap().value(),
        Some(&decimal("0.30000000000000004"))
    );
    assert_eq!(
        totals.outstanding.unwrap().value(),
        Some(&decimal("90071992547409.93"))
    );
}

#[tokio::test]
async fn trap_13_identifiers_of_an_invite_go_out_as_integers() {
    let sandbox = sandbox().await;
    let partner = sandbox.financeit().broker_partners()[0];
    let mut message = invite::by_email();
    message.partner_id = Some(partner);
    login(&sandbox, User::Broker)
        .invite(&message)
        .await
        .unwrap();
    let sent = sandbox.financeit().received_by("send_direct_invite")[0]
        .json()
        .unwrap();
    assert_eq!(sent["partner_id"], json!(partner));
    assert_eq!(sent["promo_program_id"], json!(0));
    // The sample's own spelling is no request of ours.
    let sample = json!({"partner_id": "1", "promo_program_id": "0", "send_via": "none"});
    assert!(serde_json::from_value::<DirectInviteRequest>(sample).is_err());
}

#[tokio::test]
async fn trap_14_two_flags_are_words_and_the_others_are_booleans() {
    let sandbox = sandbox().await;
    let client = merchant(&sandbox);
    let quote = Calculation::new(5000)
        .insurance(true)
        .work_site_quebec(false);
    client.calculate(&quote).await.unwrap();
    let sent = sandbox.financeit().received_by("calculate_loan_options")[0]
        .query
        .clone()
        .unwrap();
    assert!(
        sent.contains("insurance=yes") && sent.contains("work_site_quebec=no"),
        "{sent}"
    );
    let mut message = invite::by_email();
    message.use_max_amortization = Some(true);
    client.invite(&message).await.unwrap();
    let sent = sandbox.financeit().received_by("send_direct_invite")[0]
        .json()
        .unwrap();
    assert_eq!(sent["use_max_amortization"], json!(true));
    office::anonymous(&sandbox)
        .unwrap()
        .build()
        .unwrap()
        .calculate(&Calculation::new(5000).vertical(VerticalName::Power))
        .await
        .unwrap();
    let sent = sandbox.financeit().received_by("create_user_oauth_token")[1]
        .json()
        .unwrap();
    assert_eq!(sent["anonymous_user"], json!(true));
    let loan: types::Loan = serde_json::from_value(json!({"funded": "true"})).unwrap();
    assert_eq!(
        loan.funded.unwrap().value(),
        Some(&true),
        "read in either form"
    );
}

#[tokio::test]
async fn trap_15_a_program_of_zero_is_said_and_not_left_out() {
    let sandbox = sandbox().await;
    let client = merchant(&sandbox);
    client.invite(&invite::by_email()).await.unwrap();
    let sent = sandbox.financeit().received_by("send_direct_invite")[0]
        .json()
        .unwrap();
    assert_eq!(sent["promo_program_id"], json!(0));
    client
        .calculate(&Calculation::new(5000).promo_program(0))
        .await
        .unwrap();
    client.calculate(&Calculation::new(5000)).await.unwrap();
    let sent = sandbox.financeit().received_by("calculate_loan_options");
    assert!(
        sent[0]
            .query
            .as_deref()
            .unwrap()
            .contains("promo_program_id=0")
    );
    assert!(
        !sent[1]
            .query
            .as_deref()
            .unwrap()
            .contains("promo_program_id")
    );
    let without = json!({"send_via": "none"});
    assert!(
        serde_json::from_value::<DirectInviteRequest>(without).is_err(),
        "required"
    );
}

#[tokio::test]
async fn trap_16_a_lead_is_an_integer_that_comes_back_as_it_was_given() {
    let read =
        |lead: Value| serde_json::from_value::<DirectInviteCustomParams>(json!({"lead_id": lead}));
    for stripped in [json!("A-17"), json!("17"), json!(1.5)] {
        assert!(read(stripped.clone()).is_err(), "{stripped}");
    }
    let sandbox = sandbox().await;
    let client = merchant(&sandbox);
    for lead in [-90_017, 0, i64::MAX, i64::MIN] {
        client.invite(&invite::for_lead(lead)).await.unwrap();
        let id = sandbox.financeit().customer_applies(lead).unwrap();
        let loan = client.loan_for_lead(lead, None).await.unwrap().unwrap();
        assert_eq!(loan.id(), id);
        assert_eq!(
            loan.read().await.unwrap().lead_id.unwrap().value(),
            Some(&lead)
        );
    }
}

#[test]
fn trap_17_a_redirect_has_254_characters_at_most_and_a_message_255() {
    let message = |length: usize| types::DirectInviteRequestMessage::try_from("x".repeat(length));
    let redirect =
        |length: usize| types::DirectInviteCustomParamsRedirectUrl::try_from("x".repeat(length));
    assert!(message(255).is_ok() && message(256).is_err());
    assert!(redirect(254).is_ok() && redirect(255).is_err());
}

#[tokio::test]
async fn trap_18_what_is_required_only_sometimes_is_checked_before_sending() {
    let sandbox = sandbox().await;
    let (one, many) = (merchant(&sandbox), login(&sandbox, User::Broker));
    let nobody = office::anonymous(&sandbox).unwrap().build().unwrap();
    let mut endless = invite::bare(SendVia::None);
    endless.use_max_amortization = Some(false);
    let outcomes = [
        (
            "email",
            one.invite(&invite::bare(SendVia::Email)).await.err(),
        ),
        (
            "mobile_number",
            one.invite(&invite::bare(SendVia::Sms)).await.err(),
        ),
        ("amortization", one.invite(&endless).await.err()),
        ("partner_id", many.invite(&invite::by_email()).await.err()),
        (
            "partner_id",
            many.promo_programs(&PromoProgramsQuery::default())
                .await
                .err(),
        ),
        (
            "vertical_name",
            nobody.calculate(&Calculation::new(1)).await.err(),
        ),
        (
            "region_code",
            nobody
                .calculate(
                    &Calculation::new(1)
                        .vertical(VerticalName::Power)
                        .insurance(true),
                )
                .await
                .err(),
        ),
    ];
    for (field, error) in outcomes {
        let told = error.unwrap().to_string();
        assert!(told.contains(&format!("{field} is missing")), "{told}");
    }
    assert!(sandbox.financeit().received().is_empty());
}

#[tokio::test]
async fn trap_19_an_amortization_is_whole_months_in_both_places() {
    let sandbox = sandbox().await;
    let client = merchant(&sandbox);
    client
        .calculate(&Calculation::new(5000).amortization(36))
        .await
        .unwrap();
    let sent = sandbox.financeit().received_by("calculate_loan_options")[0]
        .query
        .clone()
        .unwrap();
    assert!(sent.starts_with("amortization=36&"), "{sent}");
    let mut message = invite::by_email();
    message.amortization = Some(36.into());
    client.invite(&message).await.unwrap();
    let sent = &sandbox.financeit().received_by("send_direct_invite")[0];
    assert_eq!(sent.json().unwrap()["amortization"].to_string(), "36");
    message.amortization = Some("36.5".parse().unwrap());
    assert!(
        client
            .invite(&message)
            .await
            .unwrap_err()
            .is_invalid_request()
    );
}

#[tokio::test]
async fn trap_20_an_email_may_be_added_to_a_loan_s_access_link() {
    let sandbox = sandbox().await;
    let client = authorized(&sandbox).await;
    let id = sandbox.financeit().add_loan(&NewLoan {
        partner_id: sandbox.financeit().broker_partners()[0],
        ..NewLoan::default()
    });
    let mut request: LoanAccessLinkRequest = LoanAccessLinkRequest::builder()
        .loan_id(id)
        .try_into()
        .unwrap();
    client.loan_access_link(&request).await.unwrap();
    request
        .extra
        .insert("email".to_owned(), json!("employee@example.com"));
    client.loan_access_link(&request).await.unwrap();
    let made = sandbox.financeit().access_links();
    assert_eq!(made[0].body, json!({"loan_id": id}));
    assert_eq!(
        made[1].body,
        json!({"loan_id": id, "email": "employee@example.com"})
    );
}

#[tokio::test]
async fn trap_21_an_invite_is_made_whether_or_not_the_answer_holds_anything() {
    for (invite_answer, has_link) in [
        (InviteAnswer::EmptyObject, false),
        (InviteAnswer::NoBody, false),
        (InviteAnswer::NoContent, false),
        (InviteAnswer::Link, true),
    ] {
        let sandbox = sandbox_with(Options {
            invite_answer,
            ..Options::default()
        })
        .await;
        let answer = merchant(&sandbox)
            .invite(&invite::by_email())
            .await
            .unwrap();
        assert_eq!(answer.application_link.is_some(), has_link);
        assert_eq!(sandbox.financeit().invites().len(), 1);
    }
    let more: types::DirectInviteResponse = serde_json::from_value(json!({"id": 5})).unwrap();
    assert_eq!(more.extra["id"], 5);
}

#[tokio::test]
async fn trap_22_an_access_link_s_answer_may_be_anything() {
    for (link_answer, has_link) in [
        (LinkAnswer::Object, true),
        (LinkAnswer::Nested, true),
        (LinkAnswer::Text, true),
        (LinkAnswer::NoBody, false),
    ] {
        let sandbox = sandbox_with(Options {
            link_answer,
            ..Options::default()
        })
        .await;
        let client = authorized(&sandbox).await;
        let request = PartnerAccessLinkRequest::builder()
            .lead_id(1)
            .partner_id(sandbox.financeit().broker_partners()[0])
            .try_into()
            .unwrap();
        let link = client.partner_access_link(&request).await.unwrap();
        assert_eq!(link.url().is_some(), has_link, "{link_answer:?}");
    }
}

#[test]
fn trap_23_a_partner_is_not_created() {
    for operation in operations::ALL {
        let is_read = operation.method() == "GET";
        assert!(
            is_read || !operation.template().starts_with("/partners"),
            "{}",
            operation.id()
        );
    }
    let spec = spec();
    let left_out = spec["info"]["x-unsupported"].as_array().unwrap();
    assert!(
        left_out
            .iter()
            .any(|entry| entry["title"] == "Partner create")
    );
}

#[tokio::test(start_paused = true)]
async fn trap_24_figures_that_do_not_add_up_are_nobody_s_business() {
    let provider = provider(|_| {
        let mut loan = sampled_loan();
        loan["principal_amount"] = json!("-1");
        loan["total_payment_amount"] = json!("99999999.99");
        loan["min_amount"] = json!(50_000);
        Says::Yes(loan)
    });
    let client = provider.merchant().build().unwrap();
    let loan = client.loan(12345).read().await.unwrap();
    assert_eq!(loan.principal_amount.unwrap().value(), Some(&(-1).into()));
}

#[test]
fn trap_25_the_api_is_below_en_and_nowhere_else() {
    let known = [Environment::Training, Environment::Production];
    let urls: Vec<&str> = known.iter().map(Environment::api_url).collect();
    assert_eq!(
        urls,
        [
            "https://training.financeit.ca/en/api/v3",
            "https://www.financeit.ca/en/api/v3"
        ]
    );
    let spec = spec();
    let servers = spec["servers"].as_array().unwrap().iter();
    assert_eq!(
        servers
            .map(|server| server["url"].as_str().unwrap())
            .collect::<Vec<_>>(),
        urls
    );
}

#[test]
fn trap_26_a_partner_is_called_partner_everywhere() {
    let spec = spec();
    let mut names: Vec<&str> = operations::ALL
        .iter()
        .map(|operation| operation.id())
        .collect();
    names.extend(operations::ALL.iter().map(|operation| operation.template()));
    for schema in spec["components"]["schemas"].as_object().unwrap() {
        names.push(schema.0);
        let fields = schema.1["properties"].as_object().into_iter().flatten();
        names.extend(fields.map(|(name, _)| name.as_str()));
    }
    assert!(names.len() > 100);
    for name in names {
        let name = name.to_lowercase();
        for other in ["merchant", "dealer", "distributor"] {
            assert!(!name.contains(other), "{name}");
        }
    }
}

#[tokio::test]
async fn trap_27_neither_credentials_nor_links_nor_persons_show() {
    let credentials = Credentials::login("app", "hunter2", "hunter2@example.com", "hunter2");
    let request: types::CreateUserOauthTokenRequest = serde_json::from_value(json!({
        "app_id": "app", "app_secret": "hunter2", "login": "hunter2", "password": "hunter2"
    }))
    .unwrap();
    let token: types::OauthTokenResponse =
        serde_json::from_value(json!({"access_token": "hunter2", "user_id": 1})).unwrap();
    let personal: Value = [
        "login",
        "email",
        "firm_name",
        "firm_address",
        "address",
        "contact_first_name",
        "contact_last_name",
        "contact_date_of_birth_year",
        "contact_date_of_birth_month",
        "contact_date_of_birth_day",
        "contact_postal_code",
        "work_phone_1i",
        "work_phone_4i",
        "home_phone_1i",
        "home_phone_4i",
        "sin",
    ]
    .into_iter()
    .map(|name| (name.to_owned(), json!("hunter2")))
    .collect();
    let partner: types::Partner = serde_json::from_value(personal).unwrap();
    let mut message = invite::by_email();
    message.email = Some("hunter2@example.com".into());
    message.first_name = Some("hunter2".into());
    let client = Client::builder()
        .environment(Environment::Training)
        .credentials(credentials.clone())
        .account(Account::Merchant)
        .build()
        .unwrap();
    let shown = format!("{credentials:?} {request:?} {token:?} {partner:?} {message:?} {client:?}");
    assert!(!shown.contains("hunter2"), "{shown}");
    assert!(
        shown.contains("Partner") && shown.contains("DirectInviteRequest"),
        "{shown}"
    );
}
