//! A Tradevest client that speaks to a recorder.

use florin::testing::Recorder;
use florin::tradevest::{Client, Credentials, Environment, Goal, HasExternalId as _, types};
use florin_tests::tradevest::in_memory::requestor;
use florin_tests::tradevest::{MARK, calls, id};
use serde_json::{Value, json};

macro_rules! request {
    ($name:literal) => {
        serde_json::from_str(include_str!(concat!(
            "../../fixtures/tradevest/requests/",
            $name,
            ".json"
        )))
        .unwrap()
    };
}

/// A client whose credentials are canaries.
fn client(recorder: &Recorder) -> Client {
    let credentials = Credentials::new("florin-tests", "canary-secret");
    let builder = recorder.tradevest().credentials(credentials);
    builder.requestor(requestor()).build().unwrap()
}

fn has_canary(recorder: &Recorder) -> bool {
    let shown = format!("{recorder} {recorder:?}");
    shown.to_ascii_lowercase().contains("canary")
}

fn order() -> types::OrderData {
    types::OrderData {
        external_id: String::new(),
        ..request!("create_digital_market_order")
    }
}

#[tokio::test]
async fn a_client_from_the_recorder_needs_no_answer_for_its_token_and_repeats_its_external_ids() {
    let flow = || async {
        let recorder = Recorder::new();
        recorder.answer("create_digital_market_order", 200, r#"{"orderId": "o-1"}"#);
        let created = client(&recorder)
            .create_digital_order(order())
            .await
            .unwrap();
        assert_eq!(created.id(), "o-1");
        (
            recorder.to_string(),
            created.external_id().unwrap().to_string(),
        )
    };
    let (sent, external_id) = flow().await;
    assert_eq!(
        sent,
        format!(
            r#"POST https://b2b.auth.platform-test.tradevest.ai/oauth2/token
accept: application/json
content-type: application/x-www-form-urlencoded
user-agent: florin/[version]

grant_type = client_credentials
client_id = florin-tests
client_secret = [secret]

POST https://tvda-api.platform-test.tradevest.ai/digital/orders/market
accept: application/json
authorization: Bearer [secret]
content-type: application/json
requestor-id: {}
user-agent: florin/[version]

{{
  "cashCustomerProductId": "4ac0f657-7875-5a20-8d76-35103076a22e",
  "cryptoSymbol": "BTC",
  "externalId": "{external_id}",
  "quantity": 0.00412345,
  "quantityType": "UNIT",
  "tradeSide": "BUY",
  "walletCustomerProductId": "e694bdca-f6f1-5fee-9c5e-c32a6a7a6a8c"
}}"#,
            id::REQUESTOR
        )
    );
    assert_eq!(flow().await.1, external_id, "it is the same in each run");
}

#[tokio::test]
async fn an_answer_of_ones_own_for_the_token_goes_first() {
    let recorder = Recorder::new();
    let refusal = r#"{"error": "invalid_client", "error_description": "canary is unknown"}"#;
    recorder.answer("get_token", 400, refusal);
    let error = client(&recorder)
        .api()
        .get_webhooks()
        .send()
        .await
        .unwrap_err();
    assert!(error.is_auth(), "{error}");
    assert!(!format!("{error:#} {error:?}").contains("canary"));
    assert!(recorder.requests_of("get_webhooks").is_empty());
}

#[tokio::test]
async fn each_environment_has_its_token_endpoint_and_another_one_can_be_said() {
    use florin::tradevest::TokenEndpoint;
    for (environment, endpoint, url, scope) in [
        (
            Environment::Test,
            None,
            "https://b2b.auth.platform-test.tradevest.ai/oauth2/token",
            None,
        ),
        (
            Environment::Pretest,
            None,
            "https://b2b.auth.platform-pretest.tradevest.ai/oauth2/token",
            None,
        ),
        (
            Environment::Production,
            None,
            "https://b2b.auth.platform-prod.tradevest.ai/connect/token",
            Some("tradevest.api"),
        ),
        (
            Environment::Production,
            Some(TokenEndpoint::Oauth2),
            "https://b2b.auth.platform-prod.tradevest.ai/oauth2/token",
            None,
        ),
        (
            Environment::Test,
            Some(TokenEndpoint::custom("/t", Some("a b".to_owned()))),
            "https://b2b.auth.platform-test.tradevest.ai/t",
            Some("a b"),
        ),
    ] {
        let recorder = Recorder::new();
        recorder.answer("get_webhooks", 200, "[]");
        let builder = recorder.tradevest().environment(environment);
        let builder = match endpoint {
            Some(endpoint) => builder.token_endpoint(endpoint),
            None => builder,
        };
        builder
            .build()
            .unwrap()
            .api()
            .get_webhooks()
            .send()
            .await
            .unwrap();
        let token = recorder.requests_of("get_token").remove(0).to_string();
        assert!(token.starts_with(&format!("POST {url}\n")), "{token}");
        let asked = token.lines().find_map(|line| line.strip_prefix("scope = "));
        assert_eq!(asked, scope, "{token}");
    }
}

#[tokio::test]
async fn people_documents_references_and_tokens_are_hidden() {
    let recorder = Recorder::new();
    let token = r#"{"access_token": "canary-token", "expires_in": 3600, "token_type": "Bearer"}"#;
    for call in calls() {
        recorder.answer(call.operation, 200, call.answer);
    }
    recorder.answer("get_token", 200, token);
    let client = client(&recorder);
    for call in calls() {
        call.send(&client).await.answer.unwrap();
    }
    client
        .upload_document(request!("upload_document_v2"), "%PDF canary")
        .await
        .unwrap();
    assert!(!has_canary(&recorder), "{recorder}");
}

#[tokio::test]
async fn personal_data_can_be_shown_and_what_logs_in_still_cannot() {
    let recorder = Recorder::new().with_personal_data();
    recorder.answer("create_or_update_webhook", 200, "");
    recorder.answer("create_transfer", 200, r#"{"transferId": "t-1"}"#);
    let client = client(&recorder);
    let webhook: types::WebhookData = request!("create_or_update_webhook");
    client
        .api()
        .create_or_update_webhook()
        .body(webhook)
        .send()
        .await
        .unwrap();
    client
        .create_transfer(request!("create_transfer"))
        .await
        .unwrap();
    let sent = recorder
        .requests_of("create_or_update_webhook")
        .remove(0)
        .body
        .unwrap();
    assert!(sent["url"].as_str().unwrap().contains(MARK), "{sent}");
    assert_eq!(
        sent["headers"][1],
        json!({"name": "x-partner", "value": "[secret]"})
    );
    let sent = recorder.last().unwrap().body.unwrap();
    assert_eq!(sent["reference"], "canary7f3a reference");
    assert!(
        !recorder.to_string().contains("canary-secret"),
        "{recorder}"
    );
}

/// By the field of the JSON part, whose boundary is the same in each run.
#[tokio::test(start_paused = true)]
async fn an_upload_is_shown_part_by_part_and_repeated_to_the_byte() {
    let recorder = Recorder::new();
    recorder.answer("upload_document_v2", 503, "");
    recorder.answer("upload_document_v2", 200, r#"{"documentId": "d-1"}"#);
    let document: types::DocumentData = request!("upload_document_v2");
    client(&recorder)
        .upload_document(document, "%PDF canary")
        .await
        .unwrap();
    let [first, second] = recorder
        .requests_of("upload_document_v2")
        .try_into()
        .unwrap();
    assert_eq!(first, second);
    let form = first.header("content-type").unwrap();
    assert!(form.starts_with("multipart/form-data; boundary="), "{form}");
    let body = first.body.unwrap();
    assert_eq!(body["file"], "[personal]");
    assert_eq!(body["document"]["name"], "[personal]");
    assert_eq!(body["document"]["externalId"], "own 4711");
}

#[tokio::test]
async fn a_corrected_path_is_shown_as_it_was_sent() {
    let recorder = Recorder::new();
    recorder.answer("update_proxy", 202, "");
    let client = recorder
        .tradevest()
        .requestor(requestor())
        .path("update_proxy", "PATCH /roles/proxies/{proxyId}")
        .build()
        .unwrap();
    let update: types::ProxyUpdate = request!("update_proxy");
    client
        .api()
        .update_proxy()
        .proxy_id(id::PROXY)
        .body(update)
        .send()
        .await
        .unwrap();
    let shown = recorder.last().unwrap().to_string();
    let line = format!(
        "PATCH https://tvda-api.platform-test.tradevest.ai/roles/proxies/{}\n",
        id::PROXY
    );
    assert!(shown.starts_with(&line), "{shown}");
}

#[tokio::test(start_paused = true)]
async fn a_whole_flow_runs_against_the_recorder() {
    let recorder = Recorder::new();
    let sample: Value = serde_json::from_str(include_str!(
        "../../fixtures/tradevest/digital_assets_order.json"
    ))
    .unwrap();
    let at = |status: &str| {
        let mut order = sample.clone();
        order["status"] = json!(status);
        order.to_string()
    };
    recorder.answer(
        "create_digital_market_order",
        409,
        r#"{"message": "canary", "requestId": "r"}"#,
    );
    recorder.answer("create_digital_market_order", 503, "");
    recorder.answer("create_digital_market_order", 200, r#"{"orderId": "o-1"}"#);
    for status in ["RECEIVED", "PENDING", "FILLED", "SETTLED"] {
        recorder.answer("get_digital_order", 200, at(status));
    }
    let client = client(&recorder);
    let known = client.create_digital_order(order()).await.unwrap_err();
    assert!(
        known.is_conflict() && known.external_id().is_some(),
        "{known}"
    );
    let created = client.create_digital_order(order()).await.unwrap();
    let outcome = created.poller(Goal::Settled).await.unwrap();
    let settled = outcome.reached().unwrap();
    assert_eq!(settled.status, types::OrderStatusEnum::Settled);
    let sent = recorder.requests_of("create_digital_market_order");
    let ids: Vec<_> = sent
        .iter()
        .map(|sent| sent.body.as_ref().unwrap()["externalId"].clone())
        .collect();
    assert_ne!(ids[0], ids[1], "another creation");
    assert_eq!(ids[1], ids[2], "another attempt at one");
    assert_eq!(recorder.requests_of("get_token").len(), 1);
    assert!(!has_canary(&recorder));
}
