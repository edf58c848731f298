//! Typed mocks of a provider's operations, as a user's own tests would have them (feature `httpmock`).
#![allow(clippy::unwrap_used, reason = "what a test relies on fails the test")]

use florin::core::Session;
use florin::monetago::{ClientCredentials, Environment};
use florin_monetago::Client;
use florin_monetago::httpmock::MockServerExt;
use florin_monetago::types::{
    ApiError, FinancingBatchItem, FinancingRequest, RequestIdentificationResponse, TokenResponse,
};
use httpmock::MockServer;

fn client(server: &MockServer) -> Client {
    Client::new(
        Session::builder(server.base_url())
            .bearer("a-token")
            .build()
            .unwrap(),
    )
}

fn financing() -> FinancingRequest {
    FinancingRequest::builder()
        .submitting_financial_institution_identification("EXMPSGSGXXX")
        .financing_batch(vec![FinancingBatchItem {
            submitter_data_set_identification: Some("fvr-0147-01".to_owned()),
            ..FinancingBatchItem::default()
        }])
        .try_into()
        .unwrap()
}

#[tokio::test]
async fn a_mock_answers_the_request_that_it_was_made_for() {
    let server = MockServer::start();
    let mock = server.mark_as_financed(|when, then| {
        when.body(&financing());
        let taken_in = RequestIdentificationResponse::builder().request_identification("r-1");
        then.success(202, &taken_in.try_into().unwrap());
    });

    let answer = client(&server)
        .mark_as_financed()
        .body(financing())
        .send()
        .await
        .unwrap();

    assert_eq!(answer.into_inner().request_identification, "r-1");
    mock.assert();
}

#[tokio::test]
async fn a_mock_does_not_answer_another_request() {
    let server = MockServer::start();
    let mock = server.get_status(|when, then| {
        when.request_identification("r-1");
        then.success(200, &serde_json::json!([]).into());
    });
    let monetago = client(&server);
    monetago
        .get_status()
        .request_identification("r-1")
        .send()
        .await
        .unwrap();
    let error = monetago
        .get_status()
        .request_identification("r-2")
        .send()
        .await
        .unwrap_err();
    assert!(error.is_not_found(), "{error}");
    mock.assert_calls(1);
}

#[tokio::test]
async fn a_mock_refuses_with_a_typed_error() {
    let server = MockServer::start();
    server.mark_as_financed(|_, then| {
        let refusal = ApiError {
            status: Some("409 CONFLICT".to_owned()),
            ..ApiError::default()
        };
        then.client_error(409, &refusal);
    });

    let error = client(&server)
        .mark_as_financed()
        .body(financing())
        .send()
        .await
        .unwrap_err();

    assert!(error.is_conflict(), "{error}");
    assert_eq!(
        error.body().unwrap().status.as_deref(),
        Some("409 CONFLICT")
    );
}

#[tokio::test]
async fn the_facade_works_on_mocks_too() {
    let server = MockServer::start();
    let token = server.create_access_token(|_, then| {
        let token = TokenResponse::builder()
            .access_token("a-token")
            .expires_in(43_200)
            .token_type("Bearer");
        then.success(200, &token.try_into().unwrap());
    });
    server.search_document_matches(|when, then| {
        when.into_inner().header("authorization", "Bearer a-token");
        then.success(200, &serde_json::json!([]).into());
    });
    let monetago = florin::monetago::Client::builder()
        .environment(Environment::Custom {
            api: server.base_url(),
            auth: server.base_url(),
        })
        .credentials(ClientCredentials::new("id", "secret", "audience"))
        .build()
        .unwrap();

    assert_eq!(
        monetago.document_matches().await.unwrap(),
        serde_json::json!([])
    );
    token.assert();
}

#[tokio::test]
async fn nemuru_invites_on_mocks_and_a_conflict_is_a_typed_error() {
    use florin::nemuru::{
        Client, Credentials, Environment, ErrorDetails, Exception, types, types::CreateLoanRequest,
    };
    use florin_nemuru::httpmock::MockServerExt as _;

    let server = MockServer::start();
    let login = server.login(|when, then| {
        let request = types::LoginRequest::builder()
            .username("till@shop.example")
            .password("hush");
        when.body(&request.try_into().unwrap());
        let token = types::TokenResponse::builder().access_token("a-token");
        then.success(201, &token.try_into().unwrap());
    });
    let request: CreateLoanRequest =
        serde_json::from_str(include_str!("../fixtures/nemuru/create_loan.json")).unwrap();
    let create = server.create_loan(|when, then| {
        when.body(&request)
            .into_inner()
            .header("authorization", "Bearer a-token");
        then.success(201);
    });
    let read = server.get_loan(|when, then| {
        when.loan_id(&request.id);
        let body = types::ErrorResponse {
            exception: Some(r"Nemuru\Loan\LoanNotFoundByIdException".to_owned()),
            ..Default::default()
        };
        then.client_error(404, &body);
    });
    let nemuru = Client::builder()
        .environment(Environment::Custom {
            api: server.base_url(),
            auth: None,
        })
        .credentials(Credentials::new("till@shop.example", "hush"))
        .build()
        .unwrap();

    let loan = nemuru.create_loan(&request).await.unwrap();
    let error = loan.read().await.unwrap_err();

    assert_eq!(error.exception(), Some(Exception::LoanNotFoundById));
    login.assert();
    create.assert();
    read.assert();
}

#[tokio::test]
async fn financeit_calculates_on_mocks() {
    use florin::financeit::types::{self, VerticalName, YesNo};
    use florin::financeit::{Calculation, Client, Credentials, Environment};
    use florin_financeit::httpmock::MockServerExt as _;

    let server = MockServer::start();
    let token = server.create_user_oauth_token(|when, then| {
        let request = types::CreateUserOauthTokenRequest::builder()
            .app_id("app")
            .app_secret("hush")
            .anonymous_user(true);
        when.body(&request.try_into().unwrap());
        let token = types::OauthTokenResponse::builder().access_token("a-token");
        then.success(200, &token.try_into().unwrap());
    });
    let calculate = server.calculate_loan_options(|when, then| {
        when.requested_amount(&8_400.into())
            .vertical_name(VerticalName::HomeImprovement)
            .insurance(YesNo::No)
            .into_inner()
            .header("authorization", "Bearer a-token");
        let answer = types::CalculatorResponse::builder().application_link("https://example.com/s");
        then.success(200, &answer.try_into().unwrap());
    });
    let financeit = Client::builder()
        .environment(Environment::Custom {
            api: server.base_url(),
        })
        .credentials(Credentials::anonymous("app", "hush"))
        .build()
        .unwrap();

    let calculation = Calculation::new(8_400)
        .vertical(VerticalName::HomeImprovement)
        .insurance(false);
    let options = financeit.calculate(&calculation).await.unwrap();

    assert_eq!(
        options.application_link.unwrap().text(),
        "https://example.com/s"
    );
    token.assert();
    calculate.assert();
}

/// In a module of its own, since two providers have an operation of one name.
mod monoova {
    use florin::core::IdempotencyKey;
    use florin::monoova::{Client, Credentials, Environment, HasProblems as _, types};
    use florin_monoova::httpmock::MockServerExt as _;
    use florin_tests::monoova::order;
    use httpmock::MockServer;

    #[tokio::test]
    async fn monoova_orders_on_mocks_under_a_key_of_its_own() {
        let server = MockServer::start();
        let token = server.create_access_token(|_, then| {
            let token = types::TokenResponse::builder()
                .access_token("a-token")
                .token_type("Bearer");
            then.success(200, &token.try_into().unwrap());
        });
        let request: types::CreateTransactionRequest = serde_json::from_value(serde_json::json!({
            "transaction": {
                "base_currency_code": "AUD",
                "counter_currency_code": "USD",
                "counter_currency_amount": "660.50",
                "payments": [{
                    "beneficiary_id": order::BENEFICIARY,
                    "amount": "660.50",
                    "payment_reference": "Invoice 4711",
                    "transaction_reason_name": "Purchase of inventory",
                }],
            },
        }))
        .unwrap();
        let create = server.create_transaction(|when, then| {
            when.body(&request)
                .user_id(42)
                .into_inner()
                .header("authorization", "Bearer a-token")
                .header("idempotency-key", "invoice-4711");
            let quote = types::TransactionResponse {
                id: Some(51_842.into()),
                ..Default::default()
            };
            then.success(200, &quote);
        });
        let confirm = server.confirm_transaction(|when, then| {
            when.id(51_842)
                .into_inner()
                .header_exists("idempotency-key");
            let errors = serde_json::json!({"errors": {"transaction": ["has run out"]}});
            then.client_error(422, &serde_json::from_value(errors).unwrap());
        });
        let monoova = Client::builder()
            .environment(Environment::Custom {
                api: server.base_url(),
            })
            .token_url(server.url("/oauth/token"))
            .credentials(Credentials::back_office("app", "hush"))
            .user_id(42)
            .build()
            .unwrap();

        let key = IdempotencyKey::new("invoice-4711").unwrap();
        let quote = monoova.create_transaction(&order::order()).key(key);
        let error = quote.await.unwrap().confirm().await.unwrap_err();

        let problems = error.problems().unwrap();
        assert_eq!(problems.texts().collect::<Vec<_>>(), ["has run out"]);
        token.assert();
        create.assert();
        confirm.assert();
    }
}

/// In a module of its own, as Monoova's.
mod tradevest {
    use florin::tradevest::{Client, Credentials, Environment, Goal, HasProblems as _, types};
    use florin_tests::tradevest::id;
    use florin_tests::tradevest::in_memory::requestor;
    use florin_tradevest::httpmock::MockServerExt as _;
    use httpmock::MockServer;

    #[tokio::test]
    async fn tradevest_orders_on_mocks_under_an_external_id_and_in_somebody_s_name() {
        let server = MockServer::start();
        let token = server.get_token(|_, then| {
            let token = types::TokenResponse::builder()
                .access_token("a-token")
                .expires_in(3_600)
                .token_type("Bearer");
            then.success(200, &token.try_into().unwrap());
        });
        let order: types::OrderData = serde_json::from_str(include_str!(
            "../fixtures/tradevest/requests/create_digital_market_order.json"
        ))
        .unwrap();
        let create = server.create_digital_market_order(|when, then| {
            when.body(&order)
                .requestor_id(id::REQUESTOR)
                .into_inner()
                .header("authorization", "Bearer a-token");
            let made = types::CreateDigitalOrderResult::builder().order_id(id::ORDER);
            then.success(200, &made.try_into().unwrap());
        });
        let read = server.get_digital_order(|when, then| {
            when.order_id(id::ORDER);
            let sample = include_str!("../fixtures/tradevest/digital_assets_order.json");
            then.success(200, &serde_json::from_str(sample).unwrap());
        });
        let refused = server.get_transfer(|when, then| {
            when.transfer_id(id::TRANSFER);
            let sample = include_str!("../fixtures/tradevest/error_message.json");
            then.client_error(404, &serde_json::from_str(sample).unwrap());
        });
        let tradevest = Client::builder()
            .environment(Environment::Custom {
                api: server.base_url(),
                auth: server.base_url(),
                prices: None,
            })
            .credentials(Credentials::new("partner", "hush"))
            .requestor(requestor())
            .build()
            .unwrap();

        let order = tradevest.create_digital_order(order).await.unwrap();
        let filled = order.poller(Goal::Filled).await.unwrap().reached().unwrap();
        let transfer = tradevest.known::<types::TransferDetails>(id::TRANSFER);
        let error = transfer.read().await.unwrap_err();

        assert_eq!(order.external_id().unwrap().as_str(), "own 4711");
        assert_eq!(filled.status, types::OrderStatusEnum::Filled);
        assert!(error.is_not_found());
        assert_eq!(error.problems().unwrap().fields()[0].code(), Some("ALPHA"));
        token.assert();
        create.assert();
        read.assert();
        refused.assert();
    }
}
