//! Paths that the spec guesses, corrected by whoever knows better: checked when the client is built, and used from then on.

use florin::financeit::types::{LoanAccessLinkRequest, PartnerAccessLinkRequest};
use florin::financeit::{Calculation, ClientBuilder, operations};
use florin_sandbox::financeit::{NewLoan, Options};
use florin_tests::financeit::in_memory::{Says, provider};
use florin_tests::financeit::{invite, office};
use serde_json::json;

use super::{merchant, sandbox_with};

/// What the provider's own documentation might say of all that is inferred or guessed, and of the token call.
const ROUTES: [(&str, &str); 13] = [
    ("create_user_oauth_token", "POST /tokens"),
    ("list_partners", "/dealers"),
    ("get_partner", "/dealers/{id}/details"),
    (
        "get_partner_commission_totals",
        "/partners/{id}/commissions",
    ),
    ("calculate_loan_options", "/calculator"),
    ("send_direct_invite", "PUT /direct_invites"),
    ("list_loans", "/applications"),
    ("get_loan", "/applications/{id}"),
    ("get_loan_id_by_lead_id", "/leads/loan_id"),
    ("list_promo_programs", "/programs"),
    ("list_subverticals", "/verticals/sub"),
    ("create_loan_access_link", "/loan_links"),
    ("create_partner_access_link", "/partner_links"),
];

fn with_routes(builder: ClientBuilder) -> ClientBuilder {
    ROUTES
        .into_iter()
        .fold(builder, |builder, (operation, route)| {
            builder.path(operation, route)
        })
}

#[tokio::test]
async fn every_path_can_be_corrected_the_one_of_the_token_call_too() {
    let routes = ROUTES.map(|(operation, route)| (operation.to_owned(), route.to_owned()));
    let sandbox = sandbox_with(Options {
        routes: routes.to_vec(),
        ..Options::default()
    })
    .await;
    let partner = sandbox.financeit().broker_partners()[0];
    let id = sandbox.financeit().add_loan(&NewLoan {
        partner_id: partner,
        lead_id: Some(5),
        ..NewLoan::default()
    });
    let user = florin_sandbox::financeit::User::Broker;
    let settings = office::authorized(&sandbox, user).await.unwrap();
    let client = with_routes(settings).build().unwrap();
    client.calculate(&Calculation::new(5000)).await.unwrap();
    let programs = florin::financeit::PromoProgramsQuery::default().partner(partner);
    client.promo_programs(&programs).await.unwrap();
    let subverticals = florin::financeit::SubverticalsQuery::default().partner(partner);
    client.subverticals(&subverticals).await.unwrap();
    let mut message = invite::by_email();
    message.partner_id = Some(partner);
    client.invite(&message).await.unwrap();
    let query = florin::financeit::LoansQuery::default();
    assert_eq!(super::listing::ids(client.loans(query)).await, [id]);
    client.loan(id).read().await.unwrap();
    assert!(
        client
            .loan_for_lead(5, Some(partner))
            .await
            .unwrap()
            .is_some()
    );
    client.partners().await.unwrap();
    client.partner(partner).await.unwrap();
    client.commission_totals(partner, None, None).await.unwrap();
    let link = LoanAccessLinkRequest::builder()
        .loan_id(id)
        .try_into()
        .unwrap();
    client.loan_access_link(&link).await.unwrap();
    let link = PartnerAccessLinkRequest::builder()
        .lead_id(1)
        .partner_id(partner)
        .try_into()
        .unwrap();
    client.partner_access_link(&link).await.unwrap();

    let by_login = with_routes(office::login(&sandbox, user).unwrap())
        .build()
        .unwrap();
    by_login.calculate(&Calculation::new(5000)).await.unwrap();

    for (operation, route) in ROUTES {
        let (method, path) = route.split_once(' ').unwrap_or(("", route));
        let received = sandbox.financeit().received_by(operation);
        assert!(!received.is_empty(), "{operation}");
        for request in received {
            let id = if operation == "get_loan" { id } else { partner };
            let expected = format!("/en/api/v3{}", path.replace("{id}", &id.to_string()));
            assert_eq!(request.path, expected);
            assert!(method.is_empty() || request.method == method, "{operation}");
        }
    }
}

#[tokio::test]
async fn without_the_correction_such_a_provider_answers_not_found() {
    // So the test above can tell.
    let sandbox = sandbox_with(Options {
        routes: vec![("get_loan".into(), "/applications/{id}".into())],
        ..Options::default()
    })
    .await;
    let id = sandbox.financeit().add_loan(&NewLoan::default());
    let error = merchant(&sandbox).loan(id).read().await.unwrap_err();
    assert!(error.is_not_found(), "{error}");
}

#[tokio::test(start_paused = true)]
async fn placeholders_may_stand_in_a_query_too() {
    let provider = provider(|_| Says::Yes(json!({"id": 7, "earned": "1"})));
    let client = provider
        .authorized()
        .path("get_loan", "/loan/?loanId={id}")
        .path("get_partner_commission_totals", "/commissions?partner={id}")
        .build()
        .unwrap();
    client.loan(7).read().await.unwrap();
    let asked = &provider.asked("get_loan")[0];
    assert!(asked.path.ends_with("/loan/") && asked.parameter("loanId") == Some("7"));
    let day = "2026-01-01".parse().unwrap();
    client.commission_totals(5, Some(day), None).await.unwrap();
    let asked = &provider.asked("get_partner_commission_totals")[0];
    assert_eq!(asked.parameter("partner"), Some("5"));
    assert_eq!(asked.parameter("earned_start_date"), Some("2026-01-01"));
}

#[test]
fn a_path_that_can_not_work_is_refused_when_the_client_is_built() {
    let provider = provider(|asked| panic!("{asked:?}"));
    let told = |operation: &str, route: &str| {
        let builder = provider.merchant().path(operation, route);
        let error = builder.build().unwrap_err().to_string();
        assert!(error.starts_with(&format!("path {operation} ")), "{error}");
        error
    };
    assert!(told("get_loan", "/loans").contains("{id}"));
    assert!(told("get_loan", "/loans/{loan_id}").contains("{loan_id}"));
    assert!(told("get_loan", "/loans/{id}/{id}").contains("{id}"));
    assert!(told("list_loans", "/loans/{id}").contains("{id}"));
    assert!(told("create_user_oauth_token", "/token/{login}").contains("{login}"));
    for route in [
        "loans/{id}",
        "",
        "/loans/{id",
        "/loans/{id}#x",
        "https://a.example/{id}",
    ] {
        told("get_loan", route);
    }
}

#[test]
fn an_operation_that_there_is_not_is_told_with_those_that_there_are() {
    let builder = provider(|asked| panic!("{asked:?}"))
        .merchant()
        .path("get_lone", "/loans/{id}");
    let error = builder.build().unwrap_err().to_string();
    assert!(error.contains("get_lone names no operation"), "{error}");
    for operation in operations::ALL {
        assert!(error.contains(operation.id()), "{error}");
    }
}
