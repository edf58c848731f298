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
mod said;

use std::error::Error as StdError;
use std::fmt::Write as _;
use std::sync::Arc;

use florin::RetryPolicy;
use florin::core::StaticToken;
use florin::financeit::{Account, Client, Credentials, Environment, Error};
use florin::oauth::{AuthorizationCodeFlow, Redirect};
use florin_tests::financeit::in_memory::{InMemory, Says};
use serde_json::{Value, json};

use captured::Captured;
use everything::{everything, marked_invite};
use said::{MARK, Said};

fn clients(provider: &InMemory) -> [Client; 2] {
    let settings = || {
        Client::builder()
            .environment(Environment::Training)
            .retry(RetryPolicy::never())
            .transport(Arc::new(provider.clone()))
    };
    let login = Credentials::login("app", MARK, format!("{MARK}@example.com"), MARK);
    [
        settings()
            .credentials(login)
            .account(Account::Merchant)
            .build()
            .unwrap(),
        settings()
            .authorized(StaticToken::new(MARK))
            .build()
            .unwrap(),
    ]
}

/// A provider that gives a marked token and else says this.
fn saying(says: impl Fn() -> Says + Send + Sync + 'static) -> InMemory {
    InMemory::with_tokens(move |asked| match asked.operation.as_str() {
        "create_user_oauth_token" => {
            Says::Yes(json!({"access_token": MARK, "user_id": 1, "user_type": "Partner"}))
        }
        _ => says(),
    })
}

fn fields(names: &[&str]) -> Value {
    names
        .iter()
        .map(|name| ((*name).to_owned(), json!(MARK)))
        .collect()
}

#[tokio::test(start_paused = true)]
async fn no_answer_of_the_provider_shows() {
    let (captured, _guard) = Captured::start();
    let mut said = Said::default();
    let errors = [
        json!({"errors": [MARK]}),
        json!({"errors": MARK}),
        json!({"errors": {MARK: [MARK]}}),
        json!({"errors": {"email": {MARK: 1}}, "more": MARK}),
        json!({MARK: MARK}),
        json!([MARK]),
        json!(MARK),
    ];
    for body in errors {
        for status in [200, 302, 400, 401, 403, 404, 422, 500, 503] {
            let body = body.clone();
            let provider = saying(move || Says::No(status, body.clone()));
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
        for status in [200, 404, 500] {
            let provider = saying(move || Says::Text(status, text));
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
    let mut partner = fields(&[
        "login",
        "email",
        "firm_name",
        "firm_address",
        "firm_address_2",
        "firm_city",
        "firm_postal_code",
        "address",
        "address_2",
        "unit_number",
        "city",
        "contact_first_name",
        "contact_last_name",
        "contact_date_of_birth_year",
        "contact_date_of_birth_month",
        "contact_date_of_birth_day",
        "contact_postal_code",
        "work_phone_1i",
        "work_phone_2i",
        "work_phone_3i",
        "work_phone_4i",
        "home_phone_1i",
        "home_phone_2i",
        "home_phone_3i",
        "home_phone_4i",
        "sin",
        "something_new",
    ]);
    partner["id"] = json!(7);
    let mut loan = fields(&[
        "description",
        "coborrower_relation",
        "coborrower_relation_other",
        "vehicle",
        "borrower_name",
        "application_link",
        "link",
    ]);
    for (name, value) in partner.as_object().unwrap() {
        loan[name] = value.clone();
    }
    for name in [
        "vehicles",
        "file_attachments",
        "approval_conditions",
        "api_notices",
    ] {
        loan[name] = json!([{"owner": MARK}]);
    }
    loan["url"] = json!(format!("https://a.example/{MARK}"));
    for body in [loan.clone(), json!([loan]), json!([partner])] {
        let provider = saying(move || Says::Yes(body.clone()));
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
    let silent = saying(|| Says::Silence);
    for client in clients(&silent) {
        everything(&mut said, &client).await;
    }
    said.is_clean(&captured);
    let went_out = silent.asked("send_direct_invite");
    assert!(!went_out.is_empty(), "the mark went out");
    for asked in went_out {
        assert!(
            asked.headers["authorization"]
                .to_str()
                .unwrap()
                .contains(MARK)
        );
        assert!(asked.body.unwrap().to_string().contains(MARK));
    }
}

#[tokio::test(start_paused = true)]
async fn no_login_that_fails_shows() {
    let (captured, _guard) = Captured::start();
    let mut said = Said::default();
    for (status, body) in [
        (401, json!({"errors": [format!("{MARK} is unknown")]})),
        (422, json!({"errors": {"login": [MARK]}})),
        (200, json!({"errors": MARK})),
        (200, json!({"access_token": {MARK: MARK}})),
        (200, json!({"access_token": format!("{MARK}\n")})),
        (500, json!({"errors": MARK})),
        (302, json!(MARK)),
    ] {
        let provider = InMemory::with_tokens(move |_| Says::No(status, body.clone()));
        let [client, _] = clients(&provider);
        said.outcome(client.loan(7).read().await);
        said.outcome(client.invite(&marked_invite()).await);
    }
    said.is_clean(&captured);
}

#[tokio::test(start_paused = true)]
async fn nothing_of_an_authorisation_shows() {
    let (captured, _guard) = Captured::start();
    let mut said = Said::default();
    for (status, body) in [
        (
            200,
            json!({"access_token": MARK, "refresh_token": MARK, "token_type": "bearer"}),
        ),
        (200, json!({"access_token": MARK, "token_type": MARK})),
        (200, json!({"access_token": {MARK: MARK}})),
        (200, json!({"errors": MARK})),
        (
            400,
            json!({"error": "invalid_grant", "error_description": MARK}),
        ),
        (400, json!({"error": MARK})),
        (401, json!({"error": format!("{MARK} says no")})),
        (500, json!({"message": MARK})),
        (302, json!(MARK)),
    ] {
        let endpoint = InMemory::with_tokens({
            let body = body.clone();
            move |_| Says::No(status, body.clone())
        });
        let builder = AuthorizationCodeFlow::builder()
            .client("app", MARK)
            .authorize_url("https://provider.example/authorize")
            .token_url("https://provider.example/token")
            .redirect_url("https://shop.example/granted")
            .transport(Arc::new(endpoint));
        said.debug(&builder);
        let flow = builder.build().unwrap();
        said.debug(&flow);
        let pending = flow.authorize_url();
        said.debug(&pending);
        let handle = pending.into_handle();
        said.debug(&handle);
        let stored = serde_json::to_value(&handle).unwrap();
        let kept = |name: &str| stored[name].as_str().unwrap().to_owned();
        let (state, verifier) = (kept("state"), kept("verifier"));
        let redirect = Redirect::parse(&format!("code={MARK}&state={state}")).unwrap();
        said.debug(&redirect);
        let forged = Redirect::parse(&format!("code={MARK}&state={MARK}")).unwrap();
        for redirect in [forged, redirect] {
            let copy = serde_json::from_value(serde_json::to_value(&handle).unwrap()).unwrap();
            match flow.resume(copy).finish(redirect).await {
                Ok(grant) => {
                    said.debug(&grant);
                    said.debug(grant.handle());
                    let client = saying(|| Says::No(401, json!({})))
                        .financeit()
                        .authorized(grant)
                        .build()
                        .unwrap();
                    said.outcome(client.partners().await);
                }
                Err(error) => {
                    said.debug(&error);
                    write!(said.0, "{error} ").unwrap();
                    said.causes(error.source());
                }
            }
        }
        let all = format!("{}{}", said.0, captured.text());
        assert!(
            !all.contains(&state) && !all.contains(&verifier),
            "state and verifier are hidden"
        );
    }
    for query in [
        format!("error={MARK}&state={MARK}"),
        format!("error={MARK}+said+no&state={MARK}"),
        format!("code={MARK}&code={MARK}&state={MARK}"),
        format!("code={MARK}"),
    ] {
        match Redirect::parse(&query) {
            Ok(_) => {}
            Err(error) => write!(said.0, "{error} {error:?} ").unwrap(),
        }
    }
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
    let mut said = clean();
    let operation = florin::financeit::operations::ALL[0];
    said.error(&Error::unusable_answer(operation, MARK));
    assert!(shows(&said));
    let mut said = clean();
    said.debug(&Some(MARK.to_uppercase()));
    assert!(shows(&said));
    tracing::trace!(field = MARK);
    assert!(shows(&clean()));
}

#[tokio::test(start_paused = true)]
async fn a_trace_names_the_path_that_was_asked_for() {
    let (captured, _guard) = Captured::start();
    let provider = saying(|| Says::Text(404, "<html>"));
    let client = provider
        .merchant()
        .path("get_loan", "/applications/{id}")
        .build()
        .unwrap();
    let error = client.loan(7001).read().await.unwrap_err();
    assert!(error.is_not_found());
    let traced = captured.text();
    assert!(traced.contains("/applications/{id}"), "{traced}");
    assert!(
        !traced.contains("7001"),
        "and not what was put into it: {traced}"
    );
}
