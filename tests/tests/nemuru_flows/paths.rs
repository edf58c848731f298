//! Paths that turn out otherwise than the spec has guessed: the client is told, and all goes on.

use florin::nemuru::types::LoanOperation;
use florin::nemuru::{
    Client, ConditionsRequest, ErrorDetails, Exception, Milestone, UploadFile, WebhookAuth,
    callback_webhook, operations,
};
use florin_sandbox::Sandbox;
use florin_sandbox::nemuru::{Agent, Options};
use florin_tests::in_memory::{InMemory, Says};
use florin_tests::nemuru::invitation::LOAN;
use florin_tests::nemuru::shop;
use serde_json::json;

use super::asked;

/// Every operation elsewhere, some with other methods.
const ELSEWHERE: [(&str, &str); 13] = [
    ("login", "/v3/session/"),
    ("refresh_token", "PUT /v3/session/"),
    ("get_agent_profile", "/agent/me/"),
    ("create_loan", "PUT /loans/"),
    ("perform_loan_operation", "POST /loans/actions/"),
    ("get_loan", "/loans/{loanId}"),
    ("get_loan_conditions", "/simulations/"),
    ("create_webhook", "PUT /webhooks/"),
    ("list_webhooks", "/webhooks/"),
    ("get_webhook", "/webhooks/{id}"),
    ("update_webhook", "PATCH /webhooks/{id}"),
    ("upload_files", "PUT /files/of/{loanId}/"),
    ("list_files", "/files/of/{loanId}/"),
];

async fn elsewhere() -> (Sandbox, Client) {
    let routes = ELSEWHERE.map(|(operation, route)| (operation.to_owned(), route.to_owned()));
    let sandbox = Sandbox::builder()
        .nemuru(Options {
            routes: routes.to_vec(),
            ..Options::default()
        })
        .start()
        .await
        .unwrap();
    let builder = shop::builder(&sandbox, Agent::First).unwrap();
    let client = ELSEWHERE
        .into_iter()
        .fold(builder, |builder, (operation, route)| {
            builder.path(operation, route)
        })
        .build()
        .unwrap();
    (sandbox, client)
}

#[tokio::test]
async fn every_operation_works_where_it_is_said_to_be() {
    let (sandbox, client) = elsewhere().await;
    let nemuru = sandbox.nemuru();
    let agent = client.agent().await.unwrap();
    let conditions = ConditionsRequest::new(agent.id, "EUR", 30, 5000.into());
    assert_eq!(client.conditions(&conditions).await.unwrap().len(), 2);
    let loan = client.create_loan(&asked(nemuru)).await.unwrap();
    nemuru.expire_tokens();
    loan.read().await.unwrap();
    let webhook = callback_webhook("https://shop.example/1", WebhookAuth::none());
    let webhook = client.ensure_webhook(&webhook).await.unwrap();
    client.webhook(&webhook.id).await.unwrap();
    let changed = callback_webhook("https://shop.example/2", WebhookAuth::none());
    client.update_webhook(&webhook.id, &changed).await.unwrap();
    loan.upload([UploadFile::bytes("a.txt", "other", "a")])
        .await
        .unwrap();
    assert_eq!(loan.files().await.unwrap().len(), 1);
    loan.perform(LoanOperation::CancelLoan).await.unwrap();
    let outcome = loan.poller_until(Milestone::FundsSent).await.unwrap();
    assert_eq!(outcome.word(), "failed");

    for (operation, expected) in [
        ("login", "POST /v3/session/".to_owned()),
        ("refresh_token", "PUT /v3/session/".to_owned()),
        ("get_agent_profile", "GET /agent/me/".to_owned()),
        ("create_loan", "PUT /loans/".to_owned()),
        ("get_loan", format!("GET /loans/{LOAN}")),
        ("perform_loan_operation", "POST /loans/actions/".to_owned()),
        ("create_webhook", "PUT /webhooks/".to_owned()),
        ("list_webhooks", "GET /webhooks/".to_owned()),
        ("get_webhook", format!("GET /webhooks/{}", webhook.id)),
        ("update_webhook", format!("PATCH /webhooks/{}", webhook.id)),
        ("upload_files", format!("PUT /files/of/{LOAN}/")),
        ("list_files", format!("GET /files/of/{LOAN}/")),
    ] {
        let received = nemuru.received_by(operation);
        let Some(request) = received.first() else {
            panic!("{operation} never came")
        };
        let path = request.path.strip_prefix("/api/v2").unwrap();
        assert_eq!(format!("{} {path}", request.method), expected);
    }
    let query = nemuru.received_by("get_loan_conditions")[0].query_pairs();
    assert_eq!(query.len(), 4, "its own parameters: {query:?}");
    assert!(
        nemuru
            .received()
            .iter()
            .all(|request| request.operation.is_some())
    );
    assert_eq!(nemuru.invitations(LOAN), 1);
}

#[tokio::test]
async fn a_client_that_was_not_told_is_refused_and_one_that_was_is_not() {
    let routes = vec![("get_agent_profile".to_owned(), "/agent/me/".to_owned())];
    let sandbox = Sandbox::builder()
        .nemuru(Options {
            routes,
            ..Options::default()
        })
        .start()
        .await
        .unwrap();
    let untold = shop::client(&sandbox, Agent::First).unwrap();
    assert!(untold.agent().await.unwrap_err().is_not_found());
    let told = shop::builder(&sandbox, Agent::First)
        .unwrap()
        .path("get_agent_profile", "/agent/me/")
        .build()
        .unwrap();
    told.agent().await.unwrap();
}

#[tokio::test]
async fn an_identifier_may_stand_in_a_query_and_is_escaped_there() {
    let provider = InMemory::new(|asked| match asked.operation.as_str() {
        "get_webhook" => Says::Yes(json!({"payload": [{"id": "w&id=2#x"}]})),
        _ => Says::Yes(json!({"data": []})),
    });
    let client = provider
        .nemuru()
        .path("get_webhook", "/webhook/?id={id}")
        .path("update_webhook", "PATCH /webhook/?id={id}")
        .path("upload_files", "/loan/file/?loanId={loanId}")
        .path("list_files", "/loan/file/?v=2&loanId={loanId}")
        .build()
        .unwrap();
    let odd = "w&id=2#x";
    assert_eq!(client.webhook(odd).await.unwrap().id, odd);
    let webhook = callback_webhook("https://shop.example/1", WebhookAuth::none());
    client.update_webhook(odd, &webhook).await.unwrap();
    let loan = client.loan(odd);
    loan.upload([UploadFile::bytes("a", "other", "a")])
        .await
        .unwrap();
    loan.files().await.unwrap();
    for (operation, method, path, name) in [
        ("get_webhook", "GET", "/api/v2/webhook/", "id"),
        ("update_webhook", "PATCH", "/api/v2/webhook/", "id"),
        ("upload_files", "POST", "/api/v2/loan/file/", "loanId"),
        ("list_files", "GET", "/api/v2/loan/file/", "loanId"),
    ] {
        let asked = &provider.asked(operation)[0];
        assert_eq!((asked.method.as_str(), asked.path.as_str()), (method, path));
        assert_eq!(asked.parameter(name), Some(odd));
        let others = asked.query.iter().filter(|(known, _)| known != name);
        let expected = usize::from(operation == "list_files");
        assert_eq!(others.count(), expected, "{operation}");
    }
}

#[tokio::test]
async fn an_identifier_is_escaped_in_a_path() {
    let (sandbox, client) = elsewhere().await;
    client.loan("a/b? c").read().await.unwrap_err();
    let read = sandbox.nemuru().received().pop().unwrap();
    assert_eq!(read.path, "/api/v2/loans/a%2Fb%3F%20c");
}

#[tokio::test]
async fn an_error_names_the_operation_wherever_it_is() {
    let (_sandbox, client) = elsewhere().await;
    let error = client.loan(LOAN).read().await.unwrap_err();
    assert!(error.is_not_found());
    assert_eq!(error.operation(), "get_loan");
    assert_eq!(error.exception(), Some(Exception::LoanNotFoundById));
}

#[test]
fn a_route_that_can_not_work_is_refused_when_the_client_is_built() {
    for (operation, route, advice) in [
        ("get_loan", "/loans/{id}", "{id}"),
        ("get_loan", "/loans/", "{loanId}"),
        ("get_loan", "/loans/{loanId}/{loanId}", "{loanId}"),
        ("get_loan", "loans/{loanId}", "/"),
        ("get_loan", "/loans/{loanId", "brace"),
        ("get_loan", "/loans/{loanId}#top", "fragment"),
        ("list_files", "/loan/file/?loanId={loan}", "{loan}"),
        ("list_webhooks", "/webhook/?id={id}", "{id}"),
        ("login", "/auth/{user}/", "{user}"),
        ("get_lone", "/loans/{loanId}", "get_loan"),
    ] {
        let error = Client::builder()
            .environment(florin::nemuru::Environment::Stage)
            .credentials(florin::nemuru::Credentials::new("u", "p"))
            .path(operation, route)
            .build()
            .unwrap_err();
        let told = error.to_string();
        assert!(told.contains(operation), "{told}");
        assert!(told.contains(advice), "{operation} {route}: {told}");
    }
}

#[test]
fn every_operation_can_be_moved() {
    let mut known: Vec<_> = operations::ALL
        .iter()
        .map(|operation| operation.id())
        .collect();
    let mut moved = ELSEWHERE.map(|(operation, _)| operation);
    known.sort_unstable();
    moved.sort_unstable();
    assert_eq!(known, moved);
}
