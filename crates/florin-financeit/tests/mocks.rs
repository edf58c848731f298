//! The typed mocks answer the generated client.
#![cfg(feature = "httpmock")]
#![allow(
    clippy::unwrap_used,
    reason = "a test that can't go on says so by a panic"
)]

use florin_core::Session;
use florin_financeit::httpmock::MockServerExt;
use florin_financeit::{Client, types};
use httpmock::MockServer;

fn client(server: &MockServer) -> Client {
    let session = Session::builder(server.base_url())
        .bearer("a-token")
        .build();
    Client::new(session.unwrap())
}

#[tokio::test]
async fn a_typed_mock_sees_the_request_and_its_answer_is_read() {
    let server = MockServer::start_async().await;
    let request: types::LoanAccessLinkRequest = types::LoanAccessLinkRequest::builder()
        .loan_id(24_680)
        .try_into()
        .unwrap();
    let answer = types::SingleAccessLinkResponse("https://example.com/in".into());
    let mock = server.create_loan_access_link(|when, then| {
        when.body(&request)
            .into_inner()
            .header("authorization", "Bearer a-token")
            .header_missing("api-version");
        then.success(201, &answer);
    });
    let link = client(&server)
        .create_loan_access_link()
        .body(request.clone())
        .send()
        .await
        .unwrap();
    assert_eq!(link.as_str(), Some("https://example.com/in"));
    mock.assert();
}

#[tokio::test]
async fn a_space_in_a_query_goes_out_percent_encoded() {
    let server = MockServer::start_async().await;
    let mock = server.list_promo_programs(|when, then| {
        when.vertical_name(types::VerticalName::RecreationalVehicle)
            .into_inner()
            // The mock's own reading takes a plus for a space as well; the wire is what counts.
            .is_true(|request| {
                request.uri().query() == Some("vertical_name=Recreational%20Vehicle")
            });
        then.success(200, &types::PromoProgramsResponse::default());
    });
    client(&server)
        .list_promo_programs()
        .vertical_name(types::VerticalName::RecreationalVehicle)
        .send()
        .await
        .unwrap();
    mock.assert();
}

#[tokio::test]
async fn bare_lists_are_read() {
    let server = MockServer::start_async().await;
    let loan = types::Loan {
        id: Some(24_680.into()),
        ..Default::default()
    };
    server.list_loans(|when, then| {
        when.partner(135)
            .limit(2)
            .page(3)
            .state(types::LoanStateFilter::All);
        then.success(200, &vec![loan.clone(), loan.clone()]);
    });
    let loans = client(&server)
        .list_loans()
        .partner(135)
        .limit(2_u64)
        .page(3_u64)
        .state(types::LoanStateFilter::All)
        .send()
        .await
        .unwrap();
    assert_eq!(loans.len(), 2);
    assert_eq!(loans[0].id.as_ref().unwrap().value(), Some(&24_680));
}

#[tokio::test]
async fn an_invite_may_be_answered_with_nothing() {
    let server = MockServer::start_async().await;
    for status in [200, 204] {
        let mut mock = server.mock(|when, then| {
            when.path("/direct_invites/send");
            then.status(status);
        });
        let invite = client(&server)
            .send_direct_invite()
            .body_map(|body| body.promo_program_id(0).send_via(types::SendVia::None))
            .send()
            .await
            .unwrap();
        assert!(invite.application_link.is_none());
        mock.delete();
    }
    server.mock(|when, then| {
        when.path("/single_access_links/partner");
        then.status(200);
    });
    let link = client(&server)
        .create_partner_access_link()
        .body_map(|body| body.lead_id(-5))
        .send()
        .await
        .unwrap();
    assert!(
        link.as_object().is_some_and(serde_json::Map::is_empty),
        "read as {{}}"
    );
}

#[tokio::test]
async fn an_error_body_is_typed() {
    let server = MockServer::start_async().await;
    let body = types::ErrorResponse {
        errors: Some(types::ErrorMessages::Array(vec!["No such loan".into()])),
        ..Default::default()
    };
    server.get_loan(|_, then| {
        then.client_error(404, &body);
    });
    let error = client(&server).get_loan().id(1).send().await.unwrap_err();
    assert!(error.is_not_found());
    let Some(types::ErrorMessages::Array(texts)) = &error.body().unwrap().errors else {
        panic!("a list")
    };
    assert_eq!(texts[0].text(), "No such loan");
}

#[tokio::test]
async fn an_argument_that_is_missing_is_named_and_nothing_is_sent() {
    let server = MockServer::start_async().await;
    let error = client(&server)
        .get_loan_id_by_lead_id()
        .send()
        .await
        .unwrap_err();
    assert!(error.is_invalid_request());
    assert!(error.to_string().contains("lead_id is missing"), "{error}");
    let error = client(&server)
        .send_direct_invite()
        .body_map(|body| body.promo_program_id(0))
        .send()
        .await
        .unwrap_err();
    assert!(
        error.to_string().contains("no value supplied for send_via"),
        "{error}"
    );
}
