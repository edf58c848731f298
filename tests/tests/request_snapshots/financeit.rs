//! Financeit: each operation sent by real client code, to a recorder and to the sandbox.

use std::sync::Arc;

use florin::core::StaticToken;
use florin::financeit::types::{
    DirectInviteRequest, FeePaidBy, LoanAccessLinkRequest, LoanStateFilter,
    PartnerAccessLinkRequest, PaymentFrequency, RegionCode, VerticalName,
};
use florin::financeit::{
    Account, Calculation, Client, ClientBuilder, Credentials, Environment, Error, LoansQuery,
    PromoProgramsQuery, SubverticalsQuery, operations,
};
use florin::testing::Recorder;
use florin_sandbox::{Received, Sandbox};
use serde_json::json;

use super::script::{Answer, faults, first, lay_in};
use super::spec::providers;
use super::wire::{as_recorded, operation_of};
use super::{CANARY, CANARY_NUMBER, assert_snapshot};

const LOAN: i64 = 48_291;
const PARTNER: i64 = 5_120;
const LEAD: i64 = -90_017;

/// Answers for each operation, enough for the client code above it to go on.
fn answers() -> Vec<Answer> {
    vec![
        ("list_partners", 200, json!([])),
        ("get_partner", 200, json!({"id": "5120"})),
        ("get_partner_commission_totals", 200, json!({})),
        ("calculate_loan_options", 200, json!({"results": []})),
        ("send_direct_invite", 200, json!({})),
        ("list_loans", 200, json!([])),
        ("get_loan", 200, json!({"id": LOAN})),
        ("get_loan_id_by_lead_id", 200, json!({"id": LOAN})),
        ("list_promo_programs", 200, json!({"promo_programs": []})),
        ("list_subverticals", 200, json!({"subverticals": []})),
        ("create_loan_access_link", 200, json!(null)),
        ("create_partner_access_link", 201, json!({})),
    ]
}

fn invite() -> DirectInviteRequest {
    serde_json::from_str(include_str!("../../fixtures/financeit/invite.json")).unwrap()
}

fn partner_access_link() -> PartnerAccessLinkRequest {
    let request = include_str!("../../fixtures/financeit/partner_access_link.json");
    serde_json::from_str(request).unwrap()
}

/// Sends an operation as a user would: with the facade's verb.
async fn send(operation: &str, financeit: &Client) -> Result<(), Error> {
    let day = |text: &str| text.parse().unwrap();
    match operation {
        "list_partners" => financeit.partners().await.map(drop),
        "get_partner" => financeit.partner(PARTNER).await.map(drop),
        "get_partner_commission_totals" => {
            let (from, until) = (day("2026-01-01"), day("2026-03-31"));
            let totals = financeit.commission_totals(PARTNER, Some(from), Some(until));
            totals.await.map(drop)
        }
        "calculate_loan_options" => {
            let calculation = Calculation::new("8400.50".parse::<florin::core::Decimal>().unwrap())
                .vertical(VerticalName::RecreationalVehicle)
                .region(RegionCode::On)
                .payment_frequency(PaymentFrequency::F)
                .fee_paid_by(FeePaidBy::Partner)
                .insurance(true)
                .promo_program(0)
                .amortization(60)
                .partner(PARTNER)
                .work_site_quebec(false);
            financeit.calculate(&calculation).await.map(drop)
        }
        "send_direct_invite" => financeit.invite(&invite()).await.map(drop),
        "list_loans" => {
            let query = LoansQuery::default()
                .start(day("2026-01-01"))
                .end(day("2026-03-31"))
                .state(LoanStateFilter::PendingOrDisbursed)
                .partner(PARTNER)
                .page_size(50);
            let first = financeit.loans(query).next().await;
            first.transpose().map(drop)
        }
        "get_loan" => financeit.loan(LOAN).read().await.map(drop),
        "get_loan_id_by_lead_id" => {
            let loan = financeit.loan_for_lead(LEAD, Some(PARTNER));
            loan.await.map(drop)
        }
        // The client asks for a token by itself, with its first call.
        "create_user_oauth_token" | "list_promo_programs" => {
            let query = PromoProgramsQuery::default()
                .vertical(VerticalName::HomeImprovement)
                .partner(PARTNER)
                .loan(LOAN);
            financeit.promo_programs(&query).await.map(drop)
        }
        "list_subverticals" => {
            let query = SubverticalsQuery::default()
                .vertical(VerticalName::HomeImprovement)
                .partner(PARTNER);
            financeit.subverticals(&query).await.map(drop)
        }
        "create_loan_access_link" => {
            let mut request: LoanAccessLinkRequest = LoanAccessLinkRequest::builder()
                .loan_id(LOAN)
                .try_into()
                .unwrap();
            // The documentation speaks of an address, and names no field for it.
            request
                .extra
                .insert("email".to_owned(), json!("canary@example.com"));
            financeit.loan_access_link(&request).await.map(drop)
        }
        "create_partner_access_link" => {
            let link = partner_access_link();
            financeit.partner_access_link(&link).await.map(drop)
        }
        other => panic!("send {other} here, through the facade if it has a verb for it"),
    }
}

/// As the provider's table has it: who reads loans and partners for a broker, or makes links, has a user's consent.
fn needs_consent(operation: &str) -> bool {
    !matches!(
        operation,
        "create_user_oauth_token"
            | "calculate_loan_options"
            | "send_direct_invite"
            | "list_promo_programs"
            | "list_subverticals"
    )
}

fn recorder() -> Recorder {
    let recorder = Recorder::new();
    lay_in(&recorder, &answers());
    let token = json!({"access_token": "canary-token", "user_id": 7, "user_type": "Broker"});
    lay_in(&recorder, &[("create_user_oauth_token", 200, token)]);
    recorder
}

/// A broker who may call `operation`.
fn broker(operation: &str, credentials: Credentials) -> ClientBuilder {
    let builder = Client::builder()
        .environment(Environment::Training)
        .account(Account::Broker);
    if needs_consent(operation) {
        builder.authorized(StaticToken::new("canary-consent"))
    } else {
        builder.credentials(credentials)
    }
}

fn client(operation: &str, recorder: &Recorder) -> Client {
    let credentials = Credentials::login(
        "florin-tests",
        "canary-app-secret",
        "canary-login",
        "canary-password",
    );
    let builder = broker(operation, credentials).transport(Arc::new(recorder.clone()));
    builder.build().unwrap()
}

#[tokio::test]
async fn requests_are_as_in_their_snapshots() {
    for operation in operations::ALL {
        let recorder = recorder();
        let financeit = client(operation.id(), &recorder);
        send(operation.id(), &financeit).await.unwrap();
        let request = first(&recorder, operation.id());
        assert_snapshot("financeit", &request);
    }
}

#[test]
fn the_client_has_the_operations_of_its_spec() {
    let ids = operations::ALL.iter().map(|operation| operation.id());
    let mut client: Vec<_> = ids.map(str::to_owned).collect();
    client.sort();
    let spec: Vec<_> = providers()["financeit"].keys().cloned().collect();
    assert_eq!(client, spec);
}

/// How many canaries an operation shows where personal data are shown; what is secret never is.
#[tokio::test]
async fn the_canaries_are_really_sent() {
    for (operation, canaries) in [
        ("create_user_oauth_token", 1),
        ("send_direct_invite", 6),
        ("create_loan_access_link", 1),
        ("create_partner_access_link", 5),
    ] {
        let recorder = recorder().with_personal_data();
        let financeit = client(operation, &recorder);
        send(operation, &financeit).await.unwrap();
        let shown = first(&recorder, operation).to_string().to_ascii_lowercase();
        assert_eq!(shown.matches(CANARY).count(), canaries, "{shown}");
        let has_number = operation == "send_direct_invite";
        assert_eq!(shown.contains(CANARY_NUMBER), has_number, "{shown}");
    }
}

/// A client of the sandbox, or of a recorder that stands in for it.
fn client_of(operation: &str, sandbox: &Sandbox, recorder: Option<&Recorder>) -> Client {
    let financeit = sandbox.financeit();
    let known = financeit.broker();
    let credentials =
        Credentials::login(known.app_id, known.app_secret, known.login, known.password);
    let builder = broker(operation, credentials).environment(Environment::Custom {
        api: financeit.api_url(),
    });
    let builder = recorder.into_iter().fold(builder, |builder, recorder| {
        builder.transport(Arc::new(recorder.clone()))
    });
    builder.build().unwrap()
}

#[tokio::test]
async fn the_recorder_shows_what_goes_over_the_wire() {
    let sandbox = Sandbox::builder().start().await.unwrap();
    let financeit = sandbox.financeit();
    for fault in faults(&answers()) {
        financeit.misbehave(fault).unwrap();
    }
    for operation in operations::ALL {
        let recorder = recorder().with_personal_data();
        let recorded = client_of(operation.id(), &sandbox, Some(&recorder));
        send(operation.id(), &recorded).await.unwrap();
        financeit.clear_received();
        let sent = client_of(operation.id(), &sandbox, None);
        send(operation.id(), &sent).await.unwrap();
        let mut arrived = Vec::new();
        for request in financeit.received() {
            let operation = operation_of(&request, operations::ALL);
            arrived.push(as_recorded(&request, operation, &financeit.api_url()).await);
        }
        assert_eq!(recorder.requests(), arrived, "{}", operation.id());
    }
}

/// What is percent-encoded is seen on the wire alone: a recording shows it decoded.
#[tokio::test]
async fn a_vertical_name_with_a_space_goes_out_percent_encoded() {
    let sandbox = Sandbox::builder().start().await.unwrap();
    let financeit = sandbox.financeit();
    for (operation, pair) in [
        (
            "calculate_loan_options",
            "vertical_name=Recreational%20Vehicle",
        ),
        ("list_promo_programs", "vertical_name=Home%20Improvement"),
        ("list_subverticals", "vertical_name=Home%20Improvement"),
    ] {
        let client = client_of(operation, &sandbox, None);
        // The partner isn't one of this broker's, and that is what it is told.
        send(operation, &client).await.unwrap_err();
        let sent = financeit.received_by(operation).remove(0);
        let query = sent.query.unwrap();
        assert!(query.split('&').any(|sent| sent == pair), "{query}");
    }
}

/// The sandbox holds every request against the spec. What it says of loans and partners, which aren't there, is another
/// matter.
#[tokio::test]
async fn the_sandbox_finds_every_request_in_order() {
    let sandbox = Sandbox::builder().start().await.unwrap();
    for operation in operations::ALL.iter().map(|operation| operation.id()) {
        let _ = send(operation, &client_of(operation, &sandbox, None)).await;
        let sent = sandbox.financeit().received_by(operation);
        assert!(!sent.is_empty(), "{operation} was not sent");
    }
    let odd = |request: &Received| {
        let status = request.answered.map_or(0, |status| status.as_u16());
        // No consent was given to the token, so it is refused before the request is looked at.
        let is_consent = request.operation.as_deref().is_some_and(needs_consent);
        request.operation.is_none()
            || (status == 401) != is_consent
            || matches!(status, 0 | 301..=400 | 405 | 415 | 422 | 500..)
    };
    let odd: Vec<_> = sandbox
        .financeit()
        .received()
        .into_iter()
        .filter(odd)
        .collect();
    assert!(odd.is_empty(), "{odd:#?}");
}
