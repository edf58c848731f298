//! The authorization code flow by the caller's own web application, from the first page to a client that may do all.

use std::collections::BTreeMap;
use std::time::Duration;

use florin::financeit::Client;
use florin::oauth::{ClientAuthentication, Grant, GrantHandle, PendingHandle, Redirect};
use florin_sandbox::financeit::{Options, User};
use florin_tests::financeit::in_memory::{InMemory, Says, provider};
use florin_tests::financeit::{browser, office};
use serde_json::json;

use super::{authorized, count, sandbox, sandbox_with};

/// The fields of a form or query, decoded.
pub(crate) fn fields(encoded: &str) -> BTreeMap<String, String> {
    let redirect = |text: &str| text.replace('+', " ");
    encoded
        .split('&')
        .filter_map(|pair| pair.split_once('='))
        .map(|(name, value)| (name.to_owned(), unescaped(&redirect(value))))
        .collect()
}

fn unescaped(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        let mut digit = || char::from(rest.next().unwrap()).to_digit(16).unwrap();
        bytes.push(match byte {
            b'%' => u8::try_from(digit() * 16 + digit()).unwrap(),
            other => other,
        });
    }
    String::from_utf8(bytes).unwrap()
}

fn query(url: &str) -> BTreeMap<String, String> {
    fields(url.split_once('?').unwrap().1)
}

#[tokio::test]
async fn from_the_page_to_a_client_that_may_do_everything() {
    let sandbox = sandbox().await;
    let flow = office::flow(&sandbox).build().unwrap();
    let pending = flow.authorize_url();
    let page = query(pending.url());
    assert!(
        pending
            .url()
            .starts_with(&sandbox.financeit().authorize_url())
    );
    assert_eq!(page["response_type"], "code");
    assert_eq!(page["client_id"], sandbox.financeit().merchant().app_id);
    assert_eq!(page["redirect_uri"], office::BACK);
    assert_eq!(page["code_challenge_method"], "S256");
    assert_eq!(page["code_challenge"].len(), 43);
    assert!(page["state"].len() >= 20, "not to be guessed");
    assert!(
        sandbox.financeit().received().is_empty(),
        "nothing is sent yet"
    );

    let back = browser::authorise(pending.url()).await.unwrap();
    assert!(back.starts_with(&format!("{}?", office::BACK)), "{back}");
    let grant = pending
        .finish(Redirect::parse(&back).unwrap())
        .await
        .unwrap();

    let exchange = &sandbox.financeit().received_by("exchange_code")[0];
    assert_eq!(
        exchange.header("content-type"),
        Some("application/x-www-form-urlencoded")
    );
    let form = fields(std::str::from_utf8(&exchange.body).unwrap());
    let names: Vec<&str> = form.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        [
            "client_id",
            "client_secret",
            "code",
            "code_verifier",
            "grant_type",
            "redirect_uri"
        ]
    );
    assert_eq!(form["grant_type"], "authorization_code");
    assert_eq!(form["redirect_uri"], office::BACK);
    assert_eq!(form["code"], query(&back)["code"]);
    assert!(
        !pending_shows(&page, &form["code_verifier"]),
        "the verifier stays here until now"
    );

    let token = format!("Bearer {}", grant.handle().token().access().expose());
    let client = office::settings(&sandbox)
        .unwrap()
        .authorized(grant)
        .build()
        .unwrap();
    assert_eq!(client.partners().await.unwrap().len(), 3);
    let call = &sandbox.financeit().received_by("list_partners")[0];
    assert_eq!(call.header("authorization"), Some(token.as_str()));
    assert_eq!(count(&sandbox, "create_user_oauth_token"), 0);
    assert_eq!(count(&sandbox, "exchange_code"), 1);
}

fn pending_shows(page: &BTreeMap<String, String>, verifier: &str) -> bool {
    page.values().any(|value| value == verifier)
}

#[tokio::test]
async fn every_authorisation_has_a_state_a_challenge_and_a_verifier_of_its_own() {
    let sandbox = sandbox().await;
    let flow = office::flow(&sandbox).build().unwrap();
    let (one, other) = (flow.authorize_url(), flow.authorize_url());
    let (first, second) = (query(one.url()), query(other.url()));
    for name in ["state", "code_challenge"] {
        assert_ne!(first[name], second[name]);
    }
    let verifier =
        |handle: PendingHandle| serde_json::to_value(handle).unwrap()["verifier"].clone();
    assert_ne!(verifier(one.into_handle()), verifier(other.into_handle()));
}

#[tokio::test]
async fn an_authorisation_may_be_finished_by_another_process() {
    let sandbox = sandbox().await;
    let pending = office::flow(&sandbox).build().unwrap().authorize_url();
    let url = pending.url().to_owned();
    let stored = serde_json::to_string(&pending.into_handle()).unwrap();

    let back = browser::authorise(&url).await.unwrap();
    let flow = office::flow(&sandbox).build().unwrap();
    let pending = flow.resume(serde_json::from_str(&stored).unwrap());
    assert_eq!(pending.url(), url);
    let redirect = Redirect::parse(&back).unwrap();
    assert!(pending.is_answered_by(&redirect));
    let grant = pending.finish(redirect).await.unwrap();

    // And what was granted is used by a third one, without another exchange.
    let stored = serde_json::to_string(grant.handle()).unwrap();
    let flow = office::flow(&sandbox).build().unwrap();
    let grant: Grant = flow.grant(serde_json::from_str::<GrantHandle>(&stored).unwrap());
    let client = client(&sandbox, grant);
    assert_eq!(client.partners().await.unwrap().len(), 3);
    assert_eq!(count(&sandbox, "exchange_code"), 1);
}

fn client(sandbox: &florin_sandbox::Sandbox, grant: Grant) -> Client {
    let settings = office::settings(sandbox).unwrap();
    settings.authorized(grant).build().unwrap()
}

#[tokio::test]
async fn code_and_state_may_be_given_one_by_one() {
    let sandbox = sandbox().await;
    let pending = office::flow(&sandbox).build().unwrap().authorize_url();
    let back = query(&browser::authorise(pending.url()).await.unwrap());
    let grant = pending
        .exchange(back["code"].as_str(), &back["state"])
        .await
        .unwrap();
    assert!(!grant.is_renewable(), "the sandbox gives no refresh token");
    assert_eq!(sandbox.financeit().tokens_issued(), 1);
}

#[tokio::test]
async fn the_application_may_prove_itself_in_a_header_and_ask_for_scopes() {
    let sandbox = sandbox().await;
    let flow = office::flow(&sandbox)
        .client_authentication(ClientAuthentication::Basic)
        .scope("loans")
        .scope("partners")
        .build()
        .unwrap();
    let pending = flow.authorize_url();
    assert_eq!(query(pending.url())["scope"], "loans partners");
    let back = browser::authorise(pending.url()).await.unwrap();
    let _ = pending
        .finish(Redirect::parse(&back).unwrap())
        .await
        .unwrap();
    let exchange = &sandbox.financeit().received_by("exchange_code")[0];
    assert!(
        exchange
            .header("authorization")
            .unwrap()
            .starts_with("Basic ")
    );
    let form = fields(std::str::from_utf8(&exchange.body).unwrap());
    assert!(!form.contains_key("client_secret"), "in one place only");
}

#[tokio::test]
async fn whoever_consents_is_whose_loans_are_read() {
    for (consenting, partners) in [(User::Merchant, 0), (User::Broker, 3)] {
        let sandbox = sandbox_with(Options {
            consenting,
            ..Options::default()
        })
        .await;
        let client = office::authorized(&sandbox, consenting)
            .await
            .unwrap()
            .build()
            .unwrap();
        assert_eq!(client.partners().await.unwrap().len(), partners);
    }
}

#[tokio::test]
async fn a_token_that_is_refused_says_that_the_user_has_to_authorise_again() {
    let sandbox = sandbox().await;
    let client = authorized(&sandbox).await;
    let _ = client.partners().await.unwrap();
    sandbox.financeit().expire_tokens();
    sandbox.financeit().clear_received();
    for _ in 0..5 {
        let error = client.partners().await.unwrap_err();
        assert!(error.is_auth() && !error.is_transient(), "{error:#}");
        let told = format!("{error:#}");
        assert!(
            told.contains("send the user through the authorisation again"),
            "{told}"
        );
    }
    assert!(
        count(&sandbox, "list_partners") <= 1,
        "a token that is known to be refused isn't sent"
    );
    assert_eq!(count(&sandbox, "exchange_code"), 0, "a code is good once");
    assert_eq!(
        count(&sandbox, "create_user_oauth_token"),
        0,
        "and no login steps in"
    );
}

/// A token endpoint that gives these answers in turn.
fn endpoint(answers: &'static [&'static str]) -> InMemory {
    let next = std::sync::atomic::AtomicUsize::new(0);
    InMemory::with_tokens(move |_| {
        let at = next.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
        match answers.get(at) {
            Some(answer) => Says::Text(200, answer),
            None => Says::No(400, json!({"error": "invalid_grant"})),
        }
    })
}

/// A grant of that endpoint, on tokio's paused clock.
async fn granted(endpoint: &InMemory) -> Grant {
    let flow = florin::oauth::AuthorizationCodeFlow::builder()
        .client("app", "secret")
        .authorize_url("https://provider.example/authorize")
        .token_url("https://provider.example/token")
        .redirect_url(office::BACK)
        .seam(florin::core::Seam::without_chance(
            "2026-11-02T08:00:00Z".parse().unwrap(),
            1.0,
        ))
        .transport(std::sync::Arc::new(endpoint.clone()))
        .build()
        .unwrap();
    let pending = flow.authorize_url();
    let state = query(pending.url())["state"].clone();
    pending.exchange("a-code", &state).await.unwrap()
}

#[tokio::test(start_paused = true)]
async fn a_grant_with_a_lifetime_and_a_refresh_token_is_renewed_without_the_user() {
    let endpoint = endpoint(&[
        r#"{"access_token": "u1", "token_type": "bearer", "expires_in": 3600, "refresh_token": "r1"}"#,
        r#"{"access_token": "u2", "token_type": "bearer", "expires_in": "3600", "refresh_token": "r2"}"#,
    ]);
    let provider = provider(|_| Says::Yes(json!([])));
    let grant = granted(&endpoint).await;
    assert!(grant.is_renewable());
    let client = provider.financeit().authorized(grant).build().unwrap();
    let sent = || {
        let asked = provider.asked("list_partners");
        asked.last().unwrap().headers["authorization"].clone()
    };
    client.partners().await.unwrap();
    client.partners().await.unwrap();
    assert_eq!(sent(), "Bearer u1");
    tokio::time::advance(Duration::from_secs(3601)).await;
    client.partners().await.unwrap();
    assert_eq!(sent(), "Bearer u2");
    // The next renewal is refused.
    tokio::time::advance(Duration::from_secs(3601)).await;
    let error = client.partners().await.unwrap_err();
    let told = format!("{error:#}");
    assert!(
        error.is_auth() && told.contains("authorisation again"),
        "{told}"
    );
    assert_eq!(provider.asked("list_partners").len(), 3);
}

#[tokio::test(start_paused = true)]
async fn a_grant_whose_time_is_over_and_that_can_not_be_renewed_is_not_sent() {
    let endpoint = endpoint(&[r#"{"access_token": "u1", "expires_in": 60}"#]);
    let provider = provider(|_| Says::Yes(json!([])));
    let grant = granted(&endpoint).await;
    let client = provider.financeit().authorized(grant).build().unwrap();
    client.partners().await.unwrap();
    tokio::time::advance(Duration::from_secs(61)).await;
    let error = client.partners().await.unwrap_err();
    assert!(
        format!("{error:#}").contains("authorisation again"),
        "{error:#}"
    );
    assert_eq!(provider.asked("list_partners").len(), 1);
}
