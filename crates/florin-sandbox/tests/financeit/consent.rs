//! The authorization code flow: a browser that is sent back, and a code for a token.

use std::collections::HashMap;
use std::time::Duration;

use florin_sandbox::Fault;
use florin_sandbox::financeit::{Consent, Financeit, Options, User};
use serde_json::Value;

use crate::office::{Office, answer, client, sandbox};

// The pair of RFC 7636, appendix B.
const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
const CHALLENGE: &str = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
const BACK: &str = "http://127.0.0.1:4000/callback?kept=1";

type Pairs<'a> = Vec<(&'a str, String)>;

fn asked(financeit: &Financeit) -> Pairs<'static> {
    vec![
        ("response_type", "code".into()),
        ("client_id", financeit.merchant().app_id),
        ("redirect_uri", BACK.into()),
        ("state", "a state/with=odd characters".into()),
        ("code_challenge", CHALLENGE.into()),
        ("code_challenge_method", "S256".into()),
    ]
}

fn redeeming(financeit: &Financeit, code: &str) -> Pairs<'static> {
    vec![
        ("grant_type", "authorization_code".into()),
        ("code", code.to_owned()),
        ("redirect_uri", BACK.into()),
        ("code_verifier", VERIFIER.into()),
        ("client_id", financeit.merchant().app_id),
        ("client_secret", financeit.merchant().app_secret),
    ]
}

fn with<'a>(mut pairs: Pairs<'a>, name: &str, value: Option<&str>) -> Pairs<'a> {
    pairs.retain_mut(|(known, kept)| {
        if *known == name {
            value.map(|value| *kept = value.to_owned()).is_some()
        } else {
            true
        }
    });
    pairs
}

/// Where the browser is sent, and with what.
async fn sent_back(
    http: &reqwest::Client,
    financeit: &Financeit,
    query: &Pairs<'_>,
) -> (String, HashMap<String, String>) {
    let request = http.get(financeit.authorize_url()).query(query);
    let answer = request.send().await.unwrap();
    assert_eq!(answer.status(), 302);
    let location = answer.headers()["location"].to_str().unwrap().to_owned();
    let (address, query) = location.split_once('?').unwrap();
    let pairs = url::form_urlencoded::parse(query.as_bytes()).into_owned();
    (address.to_owned(), pairs.collect())
}

pub(crate) async fn code(http: &reqwest::Client, financeit: &Financeit) -> String {
    let (_, mut query) = sent_back(http, financeit, &asked(financeit)).await;
    query.remove("code").unwrap()
}

pub(crate) async fn exchange(
    http: &reqwest::Client,
    financeit: &Financeit,
    code: &str,
) -> (u16, Value) {
    redeem(http, financeit, &redeeming(financeit, code)).await
}

async fn redeem(http: &reqwest::Client, financeit: &Financeit, form: &Pairs<'_>) -> (u16, Value) {
    answer(http.post(financeit.token_url()).form(form)).await
}

#[tokio::test]
async fn a_code_comes_back_with_the_state_and_gives_a_token_of_the_brokers() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let (http, financeit) = (client(), sandbox.financeit());
    let (address, query) = sent_back(&http, financeit, &asked(financeit)).await;
    assert_eq!(address, "http://127.0.0.1:4000/callback");
    assert_eq!(query["kept"], "1", "the address' own query stays");
    assert_eq!(query["state"], "a state/with=odd characters");
    assert!(!query.contains_key("error"));
    let (status, body) = exchange(&http, financeit, &query["code"]).await;
    assert_eq!((status, &body["token_type"]), (200, &"Bearer".into()));
    assert!(body.get("expires_in").is_none());
    let office = Office {
        http,
        api: financeit.api_url(),
        token: body["access_token"].as_str().unwrap().to_owned(),
    };
    assert_eq!(office.get("/partners").await.1.as_array().unwrap().len(), 3);
    assert_eq!(
        (financeit.codes_issued(), financeit.tokens_issued()),
        (1, 1)
    );
}

#[tokio::test]
async fn a_code_is_good_once_and_for_ten_minutes() {
    let (sandbox, clock) = sandbox(Options::default()).await;
    let (http, financeit) = (client(), sandbox.financeit());
    let used = code(&http, financeit).await;
    assert_eq!(exchange(&http, financeit, &used).await.0, 200);
    let (status, body) = exchange(&http, financeit, &used).await;
    assert_eq!((status, &body["error"]), (400, &"invalid_grant".into()));

    let old = code(&http, financeit).await;
    clock.advance(Duration::from_secs(600));
    assert_eq!(
        exchange(&http, financeit, &old).await.1["error"],
        "invalid_grant"
    );
    assert_eq!(exchange(&http, financeit, "never-given").await.0, 400);
}

#[tokio::test]
async fn a_code_is_of_no_use_without_its_verifier_its_address_and_the_secret() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let (http, financeit) = (client(), sandbox.financeit());
    let other = "x".repeat(43);
    let wrong = [
        ("code_verifier", Some(other.as_str()), "invalid_grant"),
        ("code_verifier", None, "invalid_grant"),
        (
            "redirect_uri",
            Some("https://elsewhere.example/"),
            "invalid_grant",
        ),
        ("client_secret", Some("wrong"), "invalid_client"),
        ("client_secret", None, "invalid_client"),
        ("grant_type", Some("password"), "unsupported_grant_type"),
    ];
    for (field, value, error) in wrong {
        let code = code(&http, financeit).await;
        let form = with(redeeming(financeit, &code), field, value);
        let (status, body) = redeem(&http, financeit, &form).await;
        assert_eq!(body["error"], error, "{field}");
        assert_eq!(status, if error == "invalid_client" { 401 } else { 400 });
    }
    assert_eq!(financeit.tokens_issued(), 0);
}

#[tokio::test]
async fn the_application_may_show_itself_in_the_header() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let (http, financeit) = (client(), sandbox.financeit());
    let code = code(&http, financeit).await;
    let form = with(redeeming(financeit, &code), "client_secret", None);
    let known = financeit.merchant();
    let request = http.post(financeit.token_url()).form(&form);
    let request = request.basic_auth(known.app_id, Some(known.app_secret));
    assert_eq!(answer(request).await.0, 200);
}

#[tokio::test]
async fn a_user_may_say_no() {
    let (sandbox, _clock) = sandbox(Options {
        consent: Consent::Denied,
        ..Options::default()
    })
    .await;
    let (http, financeit) = (client(), sandbox.financeit());
    let (_, query) = sent_back(&http, financeit, &asked(financeit)).await;
    assert_eq!(query["error"], "access_denied");
    assert_eq!(query["state"], "a state/with=odd characters");
    assert!(!query.contains_key("code"));
    assert_eq!(financeit.codes_issued(), 0);
}

#[tokio::test]
async fn a_request_without_a_proof_key_gets_no_code() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let (http, financeit) = (client(), sandbox.financeit());
    for (field, value, error) in [
        ("code_challenge", None, "invalid_request"),
        ("code_challenge", Some("short"), "invalid_request"),
        ("code_challenge_method", Some("plain"), "invalid_request"),
        ("response_type", Some("token"), "unsupported_response_type"),
    ] {
        let asked = with(asked(financeit), field, value);
        let (_, query) = sent_back(&http, financeit, &asked).await;
        assert_eq!(query["error"], error, "{field}");
    }
}

#[tokio::test]
async fn nobody_is_sent_to_an_address_that_cannot_be_trusted() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let (http, financeit) = (client(), sandbox.financeit());
    for (field, value) in [
        ("client_id", Some("somebody")),
        ("redirect_uri", Some("http://elsewhere.example/")),
        ("redirect_uri", Some("https://example.com/#fragment")),
        ("redirect_uri", Some("no address")),
        ("redirect_uri", None),
    ] {
        let asked = with(asked(financeit), field, value);
        let request = http.get(financeit.authorize_url()).query(&asked);
        let (status, body) = answer(request).await;
        assert_eq!(status, 400, "{field}");
        assert!(body["errors"].is_array(), "{body}");
    }
}

#[tokio::test]
async fn a_token_of_this_flow_may_have_an_end() {
    let (sandbox, clock) = sandbox(Options {
        code_token_lifetime: Some(Duration::from_secs(60)),
        consenting: User::Merchant,
        ..Options::default()
    })
    .await;
    let (http, financeit) = (client(), sandbox.financeit());
    let first = code(&http, financeit).await;
    assert_eq!(exchange(&http, financeit, &first).await.1["expires_in"], 60);
    let office = Office::by_consent(&sandbox).await;
    clock.advance(Duration::from_secs(59));
    assert_eq!(office.get("/loans").await.0, 200);
    clock.advance(Duration::from_secs(1));
    assert_eq!(office.get("/loans").await.0, 401);
}

#[tokio::test]
async fn both_requests_are_in_the_log_and_can_be_made_to_fail() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let (http, financeit) = (client(), sandbox.financeit());
    let lost = Fault::status(503).after_effect().on("exchange_code");
    financeit.misbehave(lost).unwrap();
    let code = code(&http, financeit).await;
    assert_eq!(exchange(&http, financeit, &code).await.0, 503);
    let (status, body) = exchange(&http, financeit, &code).await;
    assert_eq!(
        (status, &body["error"]),
        (400, &"invalid_grant".into()),
        "it was spent"
    );
    assert_eq!(financeit.received_by("authorize").len(), 1);
    assert_eq!(financeit.received_by("exchange_code").len(), 2);
    let wrong = answer(http.post(financeit.authorize_url())).await;
    assert_eq!(wrong.0, 405);
}
