//! A Monoova client that speaks to a recorder.

use std::sync::Arc;

use florin::core::StaticToken;
use florin::ledger::{Ledger as _, MemoryLedger};
use florin::monoova::{
    Access, Amount, Client, Country, Credentials, Currency, Environment, HasProblems as _,
    NewBeneficiary, Order, Payment, Status, TransactionReason, Until,
};
use florin::testing::Recorder;
use florin_tests::monoova::order;
use serde_json::json;

/// A client whose credentials are canaries.
fn client(recorder: &Recorder) -> Client {
    let credentials = Credentials::back_office("florin-tests", "canary-secret");
    recorder.monoova().credentials(credentials).build().unwrap()
}

fn has_canary(recorder: &Recorder) -> bool {
    let shown = format!("{recorder} {recorder:?}");
    shown.to_ascii_lowercase().contains("canary")
}

#[tokio::test]
async fn a_client_from_the_recorder_needs_no_answer_for_its_token_and_repeats_its_keys() {
    let flow = || async {
        let recorder = Recorder::new();
        recorder.answer("confirm_transaction", 200, r#"{"id": 7}"#);
        let deal = client(&recorder).deal(7).confirm().await.unwrap();
        assert_eq!(deal.id(), 7);
        recorder.to_string()
    };
    assert_eq!(
        flow().await,
        r#"POST https://sand-api.monoova.com/global/oauth/token
accept: application/json
content-type: application/x-www-form-urlencoded
user-agent: florin/[version]

grant_type = client_credentials
scope = back_office
client_id = florin-tests
client_secret = [secret]

PUT https://sand-api.monoova.com/global/v1/transactions/7/confirm
accept: application/json
authorization: Bearer [secret]
idempotency-key: da26e52f-a373-4902-b320-3e9039f4a821
user-agent: florin/[version]"#
    );
    assert_eq!(flow().await, flow().await, "keys are the same in each run");
}

#[tokio::test]
async fn a_user_s_website_says_whose_token_it_wants_and_no_user_after_that() {
    let recorder = Recorder::new();
    recorder.answer("list_transactions", 200, r#"{"transactions": []}"#);
    let monoova = Client::builder()
        .environment(Environment::Production)
        .token_url("https://login.example/o/token")
        .credentials(
            Credentials::client_website("florin-tests", "canary", "canary@example.com", "canary")
                .scope("client-website"),
        )
        .transport(Arc::new(recorder.clone()))
        .build()
        .unwrap();
    let token = r#"{"access_token": "canary-token", "token_type": "Bearer"}"#;
    recorder.answer("create_access_token", 200, token);
    monoova.transactions().page(1).await.unwrap();
    assert_eq!(
        recorder.to_string(),
        r#"POST https://login.example/o/token
accept: application/json
content-type: application/x-www-form-urlencoded
user-agent: florin/[version]

grant_type = password
username = [personal]
password = [secret]
scope = client-website
client_id = florin-tests
client_secret = [secret]

GET https://api.monoova.com/global/v1/transactions
? page = 1
? page_size = 100
accept: application/json
authorization: Bearer [secret]
user-agent: florin/[version]"#
    );
}

#[tokio::test(start_paused = true)]
async fn an_answer_of_ones_own_for_the_token_goes_first() {
    let recorder = Recorder::new();
    let refusal = r#"{"error": "invalid_client", "error_description": "canary is unknown"}"#;
    recorder.answer("create_access_token", 401, refusal);
    let error = client(&recorder).deal(1).read().await.unwrap_err();
    assert!(error.is_auth(), "{error}");
    assert!(!format!("{error:#} {error:?}").contains("canary"));
    assert!(recorder.requests_of("get_transaction").is_empty());
}

/// Personal and secret things in every request that has a place for them.
async fn marked(recorder: &Recorder) {
    for (operation, answer) in [
        ("create_beneficiary", json!({"id": 9})),
        ("create_sub_customer", json!({"sub_customer": {"id": 9}})),
        ("create_transaction", json!({"id": 7})),
        ("update_transaction", json!({"id": 7})),
    ] {
        recorder.answer(operation, 200, answer.to_string());
    }
    let monoova = client(recorder);
    let beneficiary = NewBeneficiary::new(Country::code("USA"), Currency::code("USD"));
    let beneficiary = beneficiary
        .email("canary-1@example.com")
        .field("iban", "canary-2");
    monoova.create_beneficiary(&beneficiary).await.unwrap();
    let sub_customer = order::sub_customer().registration_number("canary-3");
    monoova.create_sub_customer(&sub_customer).await.unwrap();
    let payment = || {
        Payment::new(order::BENEFICIARY, order::amount("1.00"))
            .reference("canary-4")
            .reason(TransactionReason::name("Other"))
            .reason_text("canary-5")
            .on_behalf_of_new(order::sub_customer().mobile("canary-6"))
    };
    let amount = Amount::Sell(order::amount("1000.00"));
    let order = Order::new(Currency::code("AUD"), Currency::code("USD"), amount);
    let order = order.payment(payment());
    let deal = monoova.create_transaction(&order).await.unwrap();
    let deal = deal.update([payment()]).await.unwrap();
    assert_eq!(deal.id(), 7);
}

#[tokio::test]
async fn people_accounts_references_and_tokens_are_hidden() {
    let recorder = Recorder::new();
    let token = r#"{"access_token": "canary-token", "token_type": "Bearer"}"#;
    recorder.answer("create_access_token", 200, token);
    marked(&recorder).await;
    assert!(!has_canary(&recorder), "{recorder}");
    for operation in ["create_transaction", "update_transaction"] {
        let sent = recorder.requests_of(operation).remove(0);
        let payment = &sent.body.unwrap()["transaction"]["payments"][0];
        assert_eq!(
            *payment,
            json!({
                "beneficiary_id": order::BENEFICIARY, "amount": "1.00", "payment_reference": "[personal]",
                "transaction_reason_name": "Other", "transaction_reason_other": "[personal]",
                "sub_customers": "[personal]",
            })
        );
    }
}

#[tokio::test]
async fn personal_data_can_be_shown_and_what_logs_in_still_cannot() {
    let recorder = Recorder::new().with_personal_data();
    marked(&recorder).await;
    let shown = recorder.to_string();
    for number in 1..=6 {
        assert!(
            shown.contains(&format!("canary-{number}")),
            "{number}: {shown}"
        );
    }
    assert!(!shown.contains("canary-secret"), "{shown}");
}

#[tokio::test]
async fn a_corrected_path_is_shown_as_it_was_sent() {
    let recorder = Recorder::new();
    recorder.answer("confirm_transaction_payments", 200, r#"{"id": 7}"#);
    let monoova = recorder
        .monoova()
        .path(
            "confirm_transaction_payments",
            "POST /transactions/{id}/payments/confirm?all=1",
        )
        .build()
        .unwrap();
    let deal = monoova.deal(7).allocate().await.unwrap();
    assert_eq!(deal.id(), 7);
    let flow = recorder.last().unwrap().to_string();
    let line =
        "POST https://sand-api.monoova.com/global/v1/transactions/7/payments/confirm\n? all = 1\n";
    assert!(flow.starts_with(line), "{flow}");
}

#[tokio::test]
async fn tokens_from_elsewhere_are_hidden_and_no_token_is_asked_for() {
    let recorder = Recorder::new();
    recorder.answer("get_transaction", 200, r#"{"id": 7}"#);
    let monoova = Client::builder()
        .environment(Environment::Sandbox)
        .authorized(Access::ClientWebsite, StaticToken::new("canary"))
        .transport(Arc::new(recorder.clone()))
        .build()
        .unwrap();
    monoova.deal(7).read().await.unwrap();
    assert_eq!(recorder.requests().len(), 1);
    assert!(!has_canary(&recorder), "{recorder}");
}

#[tokio::test(start_paused = true)]
async fn a_whole_flow_runs_against_the_recorder() {
    let recorder = Recorder::new();
    let at = |status: &str| json!({"transaction": {"id": 7, "status": status}}).to_string();
    recorder.answer(
        "create_transaction",
        422,
        r#"{"errors": {"transaction": ["canary"]}}"#,
    );
    recorder.answer("create_transaction", 200, at("created"));
    recorder.answer("confirm_transaction", 409, r#"{"errors": {}}"#);
    recorder.answer("confirm_transaction", 200, at("pending_payment"));
    recorder.answer("confirm_transaction_payments", 200, at("open"));
    for status in ["open", "partially_settled", "settled"] {
        recorder.answer("get_transaction", 200, at(status));
    }
    let ledger = MemoryLedger::default();
    let monoova = recorder.monoova().ledger(ledger.clone()).build().unwrap();
    let order = order::order();
    let create = || monoova.create_transaction(&order).reference("4711 create");
    let refused = create().await.unwrap_err();
    assert_eq!(
        refused.problems().unwrap().for_key("transaction").count(),
        1
    );
    let quote = create().await.unwrap();
    let deal = quote.confirm().reference("4711 confirm").await.unwrap();
    let deal = deal.allocate().reference("4711 allocate").await.unwrap();
    let until = Until::reached(Status::PartiallySettled);
    let found = deal.poller(until).await.unwrap();
    assert_eq!(Status::of(&found), Some(Status::PartiallySettled));

    assert_eq!(recorder.requests_of("create_access_token").len(), 1);
    let keys = |operation: &str| -> Vec<_> {
        let sent = recorder.requests_of(operation);
        let key =
            |sent: &florin::testing::Recorded| sent.header("idempotency-key").map(str::to_owned);
        sent.iter().map(|sent| key(sent).unwrap()).collect()
    };
    let created = keys("create_transaction");
    assert_ne!(created[0], created[1], "a refusal frees the reference");
    let confirmed = keys("confirm_transaction");
    assert_eq!(confirmed[0], confirmed[1], "it was still at work");
    let settled = ledger.entry("4711 confirm").await.unwrap().unwrap();
    assert!(settled.is_settled());
    assert_eq!(settled.key.as_str(), confirmed[0]);
    assert!(ledger.open_entries().await.unwrap().is_empty());
}
