//! Tokens of the private token call: without an end, refused, or not to be had.

use std::time::Duration;

use florin::core::MemoryStore;
use florin::financeit::{Account, Credentials};
use florin_sandbox::Fault;
use florin_sandbox::financeit::{Options, User};
use florin_tests::financeit::in_memory::{Says, provider};
use florin_tests::financeit::{invite, office};
use serde_json::json;

use super::{anonymous, broker, count, merchant, misbehave, sandbox, timed};

const TOKEN_CALL: &str = "create_user_oauth_token";

#[tokio::test]
async fn a_login_is_asked_for_as_documented() {
    let sandbox = sandbox().await;
    let _ = merchant(&sandbox).loan_for_lead(1, None).await.unwrap();
    let asked = &sandbox.financeit().received_by(TOKEN_CALL)[0];
    assert_eq!(asked.method, "POST");
    assert_eq!(asked.path, "/en/api/v3/accounts/create_user_oauth_token");
    assert_eq!(asked.query, None);
    assert_eq!(asked.header("content-type"), Some("application/json"));
    assert_eq!(asked.header("authorization"), None);
    let known = sandbox.financeit().merchant();
    let expected = json!({
        "app_id": known.app_id, "app_secret": known.app_secret,
        "login": known.login, "password": known.password,
    });
    assert_eq!(asked.json().unwrap(), expected);
}

#[tokio::test]
async fn nobody_in_particular_is_asked_for_without_a_login() {
    let sandbox = sandbox().await;
    let query = florin::financeit::SubverticalsQuery::default()
        .vertical(florin::financeit::types::VerticalName::Power);
    anonymous(&sandbox).subverticals(&query).await.unwrap();
    let known = sandbox.financeit().merchant();
    assert_eq!(
        sandbox.financeit().received_by(TOKEN_CALL)[0]
            .json()
            .unwrap(),
        json!({"app_id": known.app_id, "app_secret": known.app_secret, "anonymous_user": true})
    );
}

#[tokio::test]
async fn one_token_does_for_any_number_of_calls_and_any_time() {
    let (sandbox, clock) = timed(Options::default()).await;
    let client = merchant(&sandbox);
    for lead in 0..20 {
        let _ = client.loan_for_lead(lead, None).await.unwrap();
        clock.advance(Duration::from_secs(365 * 24 * 3600));
    }
    assert_eq!(sandbox.financeit().tokens_issued(), 1);
}

#[tokio::test(start_paused = true)]
async fn no_time_on_the_client_s_own_clock_ends_a_token() {
    let provider = provider(|_| Says::Yes(json!([])));
    let client = provider.authorized().build().unwrap();
    let by_login = provider.merchant().build().unwrap();
    for _ in 0..5 {
        let _ = client.partners().await.unwrap();
        let mut loans = by_login.loans(florin::financeit::LoansQuery::default());
        assert!(loans.next().await.is_none());
        tokio::time::advance(Duration::from_secs(1000 * 24 * 3600)).await;
    }
    assert_eq!(provider.asked(TOKEN_CALL).len(), 1);
}

#[tokio::test]
async fn after_a_401_another_token_is_asked_for_once_and_the_call_made_again() {
    let sandbox = sandbox().await;
    let client = merchant(&sandbox);
    for round in 1..=3 {
        for lead in 0..3 {
            let _ = client.loan_for_lead(lead, None).await.unwrap();
        }
        assert_eq!(sandbox.financeit().tokens_issued(), round);
        sandbox.financeit().expire_tokens();
    }
    assert_eq!(count(&sandbox, "get_loan_id_by_lead_id"), 9 + 2);
}

#[tokio::test]
async fn an_invite_whose_token_is_refused_goes_out_once_with_another_one() {
    let sandbox = sandbox().await;
    let client = merchant(&sandbox);
    client.invite(&invite::by_email()).await.unwrap();
    sandbox.financeit().expire_tokens();
    client.invite(&invite::by_email()).await.unwrap();
    assert_eq!(sandbox.financeit().invites().len(), 2);
    assert_eq!(count(&sandbox, "send_direct_invite"), 3);
    assert_eq!(sandbox.financeit().tokens_issued(), 2);
}

#[tokio::test]
async fn a_provider_that_answers_401_for_good_is_not_hammered() {
    let sandbox = sandbox().await;
    let client = merchant(&sandbox);
    misbehave(&sandbox, Fault::status(401).on("get_loan").always());
    misbehave(
        &sandbox,
        Fault::status(401).on("send_direct_invite").always(),
    );
    let error = client.loan(7).read().await.unwrap_err();
    assert!(error.is_auth() && !error.is_transient(), "{error:#}");
    assert_eq!(count(&sandbox, "get_loan"), 2, "once more and no more");
    assert_eq!(sandbox.financeit().tokens_issued(), 2);
    sandbox.financeit().clear_received();
    assert!(
        client
            .invite(&invite::by_email())
            .await
            .unwrap_err()
            .is_auth()
    );
    assert!(count(&sandbox, "send_direct_invite") <= 2);
    for _ in 0..10 {
        assert!(client.loan(7).read().await.unwrap_err().is_auth());
    }
    assert!(
        count(&sandbox, "get_loan") <= 20,
        "two for each call that was asked for"
    );
    assert!(count(&sandbox, TOKEN_CALL) <= 12);
}

#[tokio::test]
async fn a_403_is_taken_for_an_answer_and_asks_for_no_other_token() {
    let sandbox = sandbox().await;
    let client = merchant(&sandbox);
    misbehave(&sandbox, Fault::status(403).on("get_loan").always());
    let error = client.loan(7).read().await.unwrap_err();
    assert!(error.is_auth(), "{error:#}");
    assert_eq!(count(&sandbox, "get_loan"), 1);
    assert_eq!(sandbox.financeit().tokens_issued(), 1);
}

#[tokio::test]
async fn many_tasks_share_one_token_and_one_renewal() {
    let sandbox = sandbox().await;
    let client = merchant(&sandbox);
    for round in 1..=3 {
        let calls: Vec<_> = (0..50)
            .map(|lead| {
                let client = client.clone();
                tokio::spawn(async move { client.loan_for_lead(lead, None).await.map(|_| ()) })
            })
            .collect();
        for call in calls {
            call.await.unwrap().unwrap();
        }
        assert_eq!(sandbox.financeit().tokens_issued(), round);
        sandbox.financeit().expire_tokens();
    }
}

#[tokio::test]
async fn clients_that_share_a_store_share_a_token_and_two_logins_do_not() {
    let sandbox = sandbox().await;
    let store = MemoryStore::default();
    let client = |user| {
        let builder = office::login(&sandbox, user).unwrap();
        builder.token_store(store.clone()).build().unwrap()
    };
    let quote = florin::financeit::Calculation::new(5000);
    for _ in 0..3 {
        client(User::Merchant).calculate(&quote).await.unwrap();
    }
    assert_eq!(sandbox.financeit().tokens_issued(), 1);
    client(User::Broker).calculate(&quote).await.unwrap();
    assert_eq!(sandbox.financeit().tokens_issued(), 2);
    // And the test can tell: without the store, a client asks for itself.
    merchant(&sandbox).calculate(&quote).await.unwrap();
    assert_eq!(sandbox.financeit().tokens_issued(), 3);
}

#[tokio::test]
async fn wrong_credentials_are_tried_once_and_not_again_and_again() {
    let sandbox = sandbox().await;
    let known = sandbox.financeit().merchant();
    let (id, secret) = (known.app_id.as_str(), known.app_secret.as_str());
    let wrong = [
        Credentials::login(id, secret, known.login.as_str(), "hunter2"),
        Credentials::login(id, "hunter2", known.login, known.password),
        Credentials::anonymous(id, "hunter2"),
        Credentials::anonymous("hunter2", secret),
    ];
    for credentials in wrong {
        sandbox.financeit().clear_received();
        let client = office::settings(&sandbox)
            .unwrap()
            .credentials(credentials)
            .account(Account::Merchant)
            .build()
            .unwrap();
        for _ in 0..10 {
            let quote = florin::financeit::Calculation::new(5000)
                .vertical(florin::financeit::types::VerticalName::Power);
            let error = client.calculate(&quote).await.unwrap_err();
            assert!(error.is_auth() && !error.is_transient(), "{error:#}");
            let told = format!("{error:#} {error:?}");
            assert!(told.contains("401") && !told.contains("hunter2"), "{told}");
        }
        assert_eq!(count(&sandbox, TOKEN_CALL), 1);
        assert_eq!(
            sandbox.financeit().received().len(),
            1,
            "and no call without a token"
        );
    }
}

#[tokio::test(start_paused = true)]
async fn a_refusal_in_whatever_status_is_one_where_the_body_names_errors() {
    for (status, body, is_refused) in [
        (400, json!({"errors": ["Invalid login"]}), true),
        (422, json!({"errors": "Invalid login"}), true),
        (200, json!({"errors": ["Invalid login"]}), true),
        (403, json!({}), true),
        (400, json!({}), false),
        (404, json!({"errors": ["no such page"]}), false),
        (429, json!({"errors": ["slow down"]}), false),
        (503, json!({"errors": ["down"]}), false),
    ] {
        let provider = florin_tests::in_memory::InMemory::with_tokens({
            let body = body.clone();
            move |_| Says::No(status, body.clone())
        });
        let client = provider.merchant().build().unwrap();
        let error = client.loan(7).read().await.unwrap_err();
        assert_eq!(error.is_auth(), is_refused, "{status} {body} {error:#}");
        assert_eq!(
            error.is_transient(),
            matches!(status, 429 | 503),
            "{status} {error:#}"
        );
        assert!(
            !format!("{error:#} {error:?}").contains("Invalid"),
            "{error:#}"
        );
        assert!(provider.asked("get_loan").is_empty());
    }
}

#[tokio::test]
async fn a_token_call_that_fails_for_a_moment_is_made_again() {
    let sandbox = sandbox().await;
    misbehave(&sandbox, Fault::status(503).on(TOKEN_CALL));
    misbehave(&sandbox, Fault::reset().on(TOKEN_CALL));
    let _ = broker(&sandbox)
        .calculate(&florin::financeit::Calculation::new(5000))
        .await
        .unwrap();
    assert_eq!(count(&sandbox, TOKEN_CALL), 3);
}

#[tokio::test(start_paused = true)]
async fn a_token_answer_that_is_none_quotes_nothing() {
    for body in [
        r#"{"token": "very-secret"}"#,
        r#"{"access_token": {"value": "very-secret"}}"#,
        r#"{"access_token": "", "user_type": "very-secret"}"#,
        "<html>very-secret</html>",
        "",
    ] {
        let provider =
            florin_tests::in_memory::InMemory::with_tokens(move |_| Says::Text(200, body));
        let client = provider.merchant().build().unwrap();
        let error = client.loan(7).read().await.unwrap_err();
        let told = format!("{error:#} {error:?}");
        assert!(!told.contains("very"), "{told}");
        assert!(told.contains("access_token"), "{told}");
        assert!(provider.asked("get_loan").is_empty());
    }
}

#[tokio::test(start_paused = true)]
async fn a_token_answer_in_odd_types_is_read_as_long_as_there_is_a_token() {
    for body in [
        json!({"access_token": "t", "user_id": "12345", "user_type": 7}),
        json!({"access_token": "t", "user_id": null, "user_type": null, "extra": [1]}),
        json!({"access_token": "t"}),
    ] {
        let provider = florin_tests::in_memory::InMemory::with_tokens({
            let body = body.clone();
            move |asked| match asked.operation.as_str() {
                TOKEN_CALL => Says::Yes(body.clone()),
                _ => Says::Yes(json!({"id": 7})),
            }
        });
        let client = provider.merchant().build().unwrap();
        client.loan(7).read().await.unwrap();
        let sent = provider.asked("get_loan")[0].headers["authorization"].clone();
        assert_eq!(sent, "Bearer t");
    }
}
