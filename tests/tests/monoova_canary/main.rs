//! A mark in every secret and every personal field, out and back: nothing that is said shows it.
//!
//! In a program of its own: what is traced is captured reliably only where every call of a process is.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "what a test relies on fails the test"
)]

#[path = "../captured/mod.rs"]
mod captured;
mod everything;
mod ledger;
mod marked;
mod said;

use std::sync::Arc;

use florin::RetryPolicy;
use florin::core::{IdempotencyKey, StaticToken};
use florin::ledger::MemoryLedger;
use florin::monoova::{Access, Client, ClientBuilder, Credentials, Environment, Error, operations};
use florin::testing::Recorder;
use florin_tests::monoova::in_memory::{InMemory, Says};
use serde_json::json;

use captured::Captured;
use everything::everything;
use marked::{answer, fields, saying};
use said::{MARK, REFERENCE, Said};

/// A back office, a user's website, and a token from elsewhere, in the making.
fn builders(start: impl Fn() -> ClientBuilder) -> [ClientBuilder; 3] {
    let user = format!("{MARK}@example.com");
    [
        start()
            .credentials(Credentials::back_office("app", MARK))
            .user_id(42),
        start().credentials(Credentials::client_website("app", MARK, user, MARK)),
        start().authorized(Access::ClientWebsite, StaticToken::new(MARK)),
    ]
}

fn clients(provider: &InMemory) -> [Client; 3] {
    let start = || {
        provider
            .monoova()
            .retry(RetryPolicy::never())
            .ledger(MemoryLedger::default())
    };
    builders(start).map(|builder| builder.build().unwrap())
}

#[tokio::test(start_paused = true)]
async fn no_refusal_of_the_provider_shows() {
    let (captured, _guard) = Captured::start();
    let mut said = Said::default();
    let errors = [
        json!({"errors": {"transaction": [MARK], format!("transaction.{MARK}"): [MARK]}}),
        json!({"errors": {"transaction": {MARK: MARK}, MARK: MARK}, "more": MARK}),
        json!({"errors": MARK}),
        json!({"traceId": MARK, "errors": [{"errorCode": MARK, "errorMessage": MARK}]}),
        json!({"errorCode": MARK, "errorMessage": MARK}),
        json!({"error": MARK, "error_description": MARK}),
        json!({MARK: MARK}),
        json!([MARK]),
        json!(MARK),
    ];
    for body in errors {
        for status in [200, 302, 400, 401, 403, 404, 409, 422, 500, 503] {
            let body = body.clone();
            let provider = saying(move |_| Says::No(status, body.clone()));
            for client in clients(&provider) {
                everything(&mut said, &client).await;
            }
        }
    }
    for text in [
        "<html>canary7f3a</html>",
        "\"canary7f3a",
        "{\"canary7f3a\"",
        "canary7f3a",
    ] {
        for status in [200, 404, 409, 500] {
            let provider = saying(move |_| Says::Text(status, text));
            for client in clients(&provider) {
                everything(&mut said, &client).await;
            }
        }
    }
    said.is_clean(&captured);
}

#[tokio::test(start_paused = true)]
async fn no_personal_field_of_a_good_answer_shows() {
    let (captured, _guard) = Captured::start();
    let mut said = Said::default();
    for is_bare in [false, true] {
        let provider = saying(move |asked| {
            let answer = answer(&asked.operation);
            let bare = ["transaction", "beneficiary"]
                .into_iter()
                .find_map(|name| answer.get(name));
            Says::Yes(bare.filter(|_| is_bare).unwrap_or(&answer).clone())
        });
        for client in clients(&provider) {
            everything(&mut said, &client).await;
            let deal = client.deal(7).confirm().await.unwrap();
            assert!(deal.transaction().unwrap().receipt_account.is_some());
        }
    }
    // A field of another type than is known, where it is in the way and where it isn't.
    for odd in [json!({MARK: MARK}), json!([MARK]), json!(MARK)] {
        let provider = saying(move |asked| {
            let mut answer = answer(&asked.operation);
            for value in answer.as_object_mut().unwrap().values_mut() {
                *value = odd.clone();
            }
            Says::Yes(answer)
        });
        for client in clients(&provider) {
            everything(&mut said, &client).await;
        }
    }
    said.is_clean(&captured);
}

#[tokio::test(start_paused = true)]
async fn no_lost_request_shows() {
    let (captured, _guard) = Captured::start();
    let mut said = Said::default();
    let silent = saying(|_| Says::Silence);
    for client in clients(&silent) {
        everything(&mut said, &client).await;
    }
    said.is_clean(&captured);
    for operation in [
        "create_transaction",
        "create_beneficiary",
        "update_transaction",
    ] {
        let went_out = silent.asked(operation);
        assert!(went_out.len() >= 3, "the mark went out, from every client");
        for asked in went_out {
            let token = asked.headers["authorization"].to_str().unwrap();
            assert!(token.contains(MARK));
            assert!(asked.body.unwrap().to_string().contains(MARK));
        }
    }
}

#[tokio::test(start_paused = true)]
async fn no_token_that_is_refused_shows() {
    let (captured, _guard) = Captured::start();
    let mut said = Said::default();
    for (status, body) in [
        (
            400,
            json!({"error": "invalid_grant", "error_description": MARK}),
        ),
        (401, json!({"error": MARK, "error_uri": MARK})),
        (401, json!({"errors": {"user": [MARK]}})),
        (
            403,
            json!({"traceId": MARK, "errors": [{"errorMessage": MARK}]}),
        ),
        (200, json!({"errors": MARK})),
        (
            200,
            json!({"access_token": {MARK: MARK}, "token_type": "Bearer"}),
        ),
        (
            200,
            json!({"access_token": format!("{MARK}\n"), "token_type": "Bearer"}),
        ),
        (200, json!({"access_token": MARK, "token_type": MARK})),
        (500, json!({"message": MARK})),
        (302, json!(MARK)),
    ] {
        let provider = InMemory::with_tokens(move |_| Says::No(status, body.clone()));
        let [office, website, _] = clients(&provider);
        for client in [office, website] {
            said.outcome(client.deal(7).read().await);
            let create = client.create_transaction(&marked::order());
            said.outcome(create.reference(REFERENCE).await);
        }
    }
    said.is_clean(&captured);
}

#[tokio::test(start_paused = true)]
async fn no_setting_shows() {
    let (captured, _guard) = Captured::start();
    let mut said = Said::default();
    let provider = saying(|_| Says::Silence);
    for builder in builders(|| provider.monoova()) {
        said.debug(&builder);
        let client = builder.build().unwrap();
        said.debug(&client);
        said.outcome(client.deal(7).read().await);
    }
    let user = format!("{MARK}@example.com");
    said.debug(&Credentials::client_website("app", MARK, user, MARK));
    for url in [
        format!("https://{MARK}:{MARK}@auth.example/token"),
        format!("https://auth.example/token?key={MARK}"),
        format!("https://auth.example/token#{MARK}"),
        format!("{MARK} token"),
    ] {
        let builder = provider.office().token_url(url);
        said.debug(&builder);
        let error = builder.build().unwrap_err();
        said.debug(&error);
        said.debug(&error.to_string());
    }
    let error = provider
        .monoova()
        .credentials(Credentials::back_office("app", format!("{MARK} ")))
        .build();
    said.debug(&error.unwrap_err());
    said.is_clean(&captured);
}

/// A key is no secret, and `Debug` of a write shows it; but it may be made of the caller's own words.
#[tokio::test(start_paused = true)]
async fn no_error_and_no_trace_shows_a_key_of_the_caller() {
    let (captured, _guard) = Captured::start();
    let mut said = Said::default();
    let key = || IdempotencyKey::new(format!("{MARK}-4711")).unwrap();
    for status in [200, 400, 409, 500, 503] {
        let provider =
            saying(move |_| Says::No(status, json!({"errors": {"transaction": [MARK]}})));
        let [client, ..] = clients(&provider);
        for payment in [marked::payment(), marked::payment().reference("other")] {
            // The second request under the same key is refused before it is sent.
            let error = client.deal(7).update([payment]).key(key()).await;
            said.error(&error.unwrap_err());
        }
        let sent = provider.asked("update_transaction");
        assert_eq!(sent[0].key(), Some(key().as_str()));
        assert_eq!(sent.len(), 1);
    }
    let error = IdempotencyKey::new(format!("{MARK} 4711")).unwrap_err();
    said.debug(&(error, error.to_string()));
    said.is_clean(&captured);
}

#[tokio::test(start_paused = true)]
async fn no_recording_shows_it() {
    let (captured, _guard) = Captured::start();
    let mut said = Said::default();
    let recorder = Recorder::new();
    let all = operations::ALL.iter().map(|operation| operation.id());
    for operation in all.filter(|operation| *operation != "create_access_token") {
        recorder.answer(operation, 200, answer(operation).to_string());
    }
    let token = json!({"access_token": MARK, "token_type": "Bearer", "refresh_token": MARK});
    recorder.answer("create_access_token", 200, token.to_string());
    let start = || {
        Client::builder()
            .environment(Environment::Sandbox)
            .token_url("https://auth.example/token")
            .ledger(MemoryLedger::default())
            .transport(Arc::new(recorder.clone()))
    };
    for builder in builders(start) {
        everything(&mut said, &builder.build().unwrap()).await;
    }
    let sent = recorder.requests();
    assert!(sent.len() > 50, "{}", sent.len());
    said.debug(&sent);
    said.debug(&recorder);
    said.debug(&recorder.to_string());
    said.is_clean(&captured);
}

/// The other way round: were something to show the mark, the tests above would see it.
#[test]
fn the_search_finds_the_mark_wherever_it_shows() {
    let (captured, _guard) = Captured::start();
    tracing::info!(target: "florin_core::call", "nothing to see");
    let clean = || Said("nothing to see ".repeat(50));
    clean().is_clean(&captured);
    let shows = |said: &Said| {
        let said = std::panic::AssertUnwindSafe(said);
        let captured = std::panic::AssertUnwindSafe(&captured);
        std::panic::catch_unwind(move || said.is_clean(&captured)).is_err()
    };
    let operation = operations::ALL[0];
    for mark in [MARK, REFERENCE] {
        let mut said = clean();
        said.error(&Error::unusable_answer(operation, mark));
        assert!(shows(&said));
        let mut said = clean();
        said.debug(&Some(mark.to_uppercase()));
        assert!(shows(&said));
    }
    assert!(shows(&Said(fields(&[]).to_string().repeat(50))));
    tracing::trace!(field = MARK);
    assert!(shows(&clean()));
}
