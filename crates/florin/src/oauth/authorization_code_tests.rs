//! The flow from the URL to the grant and the tokens that come of it, without a network.

use std::time::Duration;

use chrono::{DateTime, Utc};
use florin_core::{Seam, Secret, Token, TokenCache, TokenError, TokenSource};
use oauth2::url::Url;

use super::scripted::Scripted;
use super::*;

const TOKEN: &str = r#"{"access_token":"t0ken","token_type":"Bearer","expires_in":7200,"refresh_token":"r3fresh","scope":""}"#;

fn start() -> DateTime<Utc> {
    "2026-03-01T12:00:00Z".parse().unwrap()
}

fn builder(network: &Scripted) -> AuthorizationCodeFlowBuilder {
    AuthorizationCodeFlow::builder()
        .client("app", "s3cret")
        .authorize_url("https://a.example/oauth/authorize?tenant=7")
        .token_url("https://b.example/oauth/token")
        .redirect_url("https://you.example/granted")
        .seam(Seam::simulated(start(), 1))
        .transport(network.transport())
}

fn flow(network: &Scripted) -> AuthorizationCodeFlow {
    builder(network).build().unwrap()
}

fn parameter(url: &str, name: &str) -> Option<String> {
    let url = Url::parse(url).unwrap();
    url.query_pairs()
        .find(|(known, _)| known == name)
        .map(|(_, value)| value.into_owned())
}

fn state(pending: &PendingAuthorization) -> String {
    parameter(pending.url(), "state").unwrap()
}

fn field(body: &str, name: &str) -> Option<String> {
    parameter(&format!("https://a.example/?{body}"), name)
}

async fn granted(network: &Scripted, answer: &str) -> Grant {
    let pending = flow(network).authorize_url();
    let state = state(&pending);
    network.answer(200, answer);
    pending.exchange("c0de", &state).await.unwrap()
}

/// The message of the token error behind a failed exchange.
fn token_error(outcome: Result<Grant, ExchangeError>) -> TokenError {
    match outcome {
        Err(ExchangeError::Token(error)) => error,
        other => panic!("{other:?}"),
    }
}

#[tokio::test(start_paused = true)]
async fn the_url_asks_for_a_code_with_a_challenge_and_keeps_the_provider_s_own_query() {
    let flow = builder(&Scripted::default())
        .scope("loans")
        .build()
        .unwrap();
    let pending = flow.authorize_url();
    let asked = |name| parameter(pending.url(), name);
    assert!(
        pending
            .url()
            .starts_with("https://a.example/oauth/authorize?tenant=7&")
    );
    assert_eq!(asked("response_type").as_deref(), Some("code"));
    assert_eq!(asked("client_id").as_deref(), Some("app"));
    assert_eq!(
        asked("redirect_uri").as_deref(),
        Some("https://you.example/granted")
    );
    assert_eq!(asked("code_challenge_method").as_deref(), Some("S256"));
    assert_eq!(asked("code_challenge").map(|text| text.len()), Some(43));
    assert_eq!(asked("scope").as_deref(), Some("loans"));
    assert!(!pending.url().contains("s3cret"));
    assert_ne!(state(&pending), state(&flow.authorize_url()));
}

#[tokio::test(start_paused = true)]
async fn a_code_is_exchanged_as_a_form_with_the_verifier_of_its_challenge() {
    let network = Scripted::default();
    network.answer(200, TOKEN);
    let pending = flow(&network).authorize_url();
    let (url, state) = (pending.url().to_owned(), state(&pending));
    let redirect = Redirect::parse(&format!("code=c0de&state={state}")).unwrap();
    let grant = pending.finish(redirect).await.unwrap();
    let sent = network.sent().remove(0);
    assert_eq!(
        (sent.method.as_str(), sent.url.as_str()),
        ("POST", "https://b.example/oauth/token")
    );
    assert_eq!(sent.operation, "request_token");
    assert_eq!(sent.authorization, None);
    let field = |name| field(&sent.body, name);
    assert_eq!(field("grant_type").as_deref(), Some("authorization_code"));
    assert_eq!(field("code").as_deref(), Some("c0de"));
    assert_eq!(field("client_id").as_deref(), Some("app"));
    assert_eq!(field("client_secret").as_deref(), Some("s3cret"));
    assert_eq!(
        field("redirect_uri").as_deref(),
        Some("https://you.example/granted")
    );
    let verifier = oauth2::PkceCodeVerifier::new(field("code_verifier").unwrap());
    let challenge = oauth2::PkceCodeChallenge::from_code_verifier_sha256(&verifier);
    assert_eq!(
        Some(challenge.as_str()),
        parameter(&url, "code_challenge").as_deref()
    );
    let token = grant.handle().token();
    assert_eq!(token.access().expose(), "t0ken");
    assert_eq!(token.refresh().map(Secret::expose), Some("r3fresh"));
    assert_eq!(
        token.expires_at(),
        Some(start() + Duration::from_secs(7200))
    );
}

#[tokio::test(start_paused = true)]
async fn credentials_go_into_a_header_where_the_provider_wants_that() {
    let network = Scripted::default();
    network.answer(200, TOKEN);
    let flow = builder(&network).client_authentication(ClientAuthentication::Basic);
    let pending = flow.build().unwrap().authorize_url();
    let state = state(&pending);
    let _ = pending.exchange("c0de", &state).await.unwrap();
    let sent = network.sent().remove(0);
    assert_eq!(
        sent.authorization.as_deref(),
        Some("Basic YXBwOnMzY3JldA==")
    );
    assert_eq!(field(&sent.body, "client_secret"), None);
}

#[tokio::test(start_paused = true)]
async fn a_wrong_state_is_refused_and_nothing_is_sent() {
    let network = Scripted::default();
    let flow = flow(&network);
    let other = state(&flow.authorize_url());
    for wrong in ["", "x", other.as_str()] {
        let outcome = flow.authorize_url().exchange("c0de", wrong).await;
        assert!(
            matches!(outcome, Err(ExchangeError::WrongState)),
            "{outcome:?}"
        );
    }
    let refused = Redirect::parse("error=access_denied&state=x").unwrap();
    let outcome = flow.authorize_url().finish(refused).await;
    assert!(
        matches!(outcome, Err(ExchangeError::WrongState)),
        "{outcome:?}"
    );
    assert!(network.sent().is_empty());
}

#[tokio::test(start_paused = true)]
async fn a_stored_copy_is_not_exchanged_twice() {
    let network = Scripted::default();
    network.answer(200, TOKEN);
    let flow = flow(&network);
    let pending = flow.authorize_url();
    let state = state(&pending);
    let stored = serde_json::to_string(&pending.into_handle()).unwrap();
    let again = || flow.resume(serde_json::from_str(&stored).unwrap());
    let _ = again().exchange("c0de", &state).await.unwrap();
    let outcome = again().exchange("c0de", &state).await;
    assert!(
        matches!(outcome, Err(ExchangeError::AlreadyExchanged)),
        "{outcome:?}"
    );
    let outcome = flow.clone().resume(serde_json::from_str(&stored).unwrap());
    let outcome = outcome.exchange("an0ther", &state).await;
    assert!(
        matches!(outcome, Err(ExchangeError::AlreadyExchanged)),
        "{outcome:?}"
    );
    assert_eq!(network.sent().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn two_exchanges_at_once_send_one_request() {
    let network = Scripted::default();
    network.answer(200, TOKEN).answer(200, TOKEN);
    let flow = flow(&network);
    let pending = flow.authorize_url();
    let state = state(&pending);
    let stored = serde_json::to_string(&pending.into_handle()).unwrap();
    let tasks: Vec<_> = (0..2)
        .map(|_| {
            let pending = flow.resume(serde_json::from_str(&stored).unwrap());
            let state = state.clone();
            tokio::spawn(async move { pending.exchange("c0de", &state).await.is_ok() })
        })
        .collect();
    let mut granted = 0;
    for task in tasks {
        granted += usize::from(task.await.unwrap());
    }
    assert_eq!((granted, network.sent().len()), (1, 1));
}

#[tokio::test(start_paused = true)]
async fn what_was_never_sent_may_be_tried_again_from_the_stored_copy() {
    let network = Scripted::default();
    let flow = flow(&network);
    let pending = flow.authorize_url();
    let state = state(&pending);
    let stored = serde_json::to_string(&pending.into_handle()).unwrap();
    let again = || flow.resume(serde_json::from_str(&stored).unwrap());
    assert!(!token_error(again().exchange("c0de", &state).await).is_refused());
    network.answer(0, "").answer(200, TOKEN);
    let _ = again().exchange("c0de", &state).await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn an_old_authorisation_is_refused_and_nothing_is_sent() {
    let network = Scripted::default();
    let flow = builder(&network)
        .lifetime(Duration::from_secs(600))
        .build()
        .unwrap();
    let pending = flow.authorize_url();
    let state = state(&pending);
    tokio::time::advance(Duration::from_secs(601)).await;
    let outcome = pending.exchange("c0de", &state).await;
    assert!(
        matches!(outcome, Err(ExchangeError::Expired)),
        "{outcome:?}"
    );
    assert!(network.sent().is_empty());
}

#[tokio::test(start_paused = true)]
async fn a_denial_is_told_from_other_refusals() {
    let network = Scripted::default();
    let flow = flow(&network);
    let finish = async |error: &str| {
        let pending = flow.authorize_url();
        let redirect = format!("error={error}&state={}", state(&pending));
        pending.finish(Redirect::parse(&redirect).unwrap()).await
    };
    assert!(matches!(
        finish("access_denied").await,
        Err(ExchangeError::Denied)
    ));
    let outcome = finish("invalid_scope").await;
    assert!(matches!(&outcome, Err(ExchangeError::Refused(code)) if code == "invalid_scope"));
    assert!(network.sent().is_empty());
}

#[tokio::test(start_paused = true)]
async fn a_refused_code_is_told_without_quoting_anything() {
    let network = Scripted::default();
    network.answer(
        400,
        r#"{"error":"invalid_grant","error_description":"c0de of Jane Doe"}"#,
    );
    let pending = flow(&network).authorize_url();
    let state = state(&pending);
    let error = token_error(pending.exchange("c0de", &state).await);
    assert!(error.is_refused());
    let shown = format!("{error} {error:?}");
    assert!(shown.contains("invalid_grant"), "{shown}");
    assert!(
        !shown.contains("c0de") && !shown.contains("Jane"),
        "{shown}"
    );
}

#[tokio::test(start_paused = true)]
async fn an_answer_in_another_style_is_read_and_a_token_of_another_kind_is_not() {
    let network = Scripted::default();
    let grant = granted(
        &network,
        r#"{"access_token":"t","scope":["a","b"],"user_id":7}"#,
    )
    .await;
    assert_eq!(grant.handle().token().expires_at(), None);
    assert!(!grant.is_renewable());
    let pending = flow(&network).authorize_url();
    let state = state(&pending);
    network.answer(200, r#"{"access_token":"t","token_type":"mac"}"#);
    let error = token_error(pending.exchange("c0de", &state).await);
    assert!(error.to_string().contains("bearer"), "{error}");
}

#[tokio::test(start_paused = true)]
async fn a_grant_gives_its_token_until_it_expires_and_then_renews_it() {
    let network = Scripted::default();
    let grant = granted(&network, TOKEN).await;
    let tokens = TokenCache::new(grant, Seam::simulated(start(), 1));
    assert_eq!(tokens.token().await.unwrap().access().expose(), "t0ken");
    assert_eq!(network.sent().len(), 1);
    tokio::time::advance(Duration::from_secs(7200)).await;
    network.answer(200, r#"{"access_token":"second","expires_in":"7200"}"#);
    let renewed = tokens.token().await.unwrap();
    assert_eq!(renewed.access().expose(), "second");
    assert_eq!(
        renewed.refresh().map(Secret::expose),
        Some("r3fresh"),
        "handed on"
    );
    let sent = network.sent().remove(1);
    assert_eq!(
        field(&sent.body, "grant_type").as_deref(),
        Some("refresh_token")
    );
    assert_eq!(
        field(&sent.body, "refresh_token").as_deref(),
        Some("r3fresh")
    );
    assert_eq!(
        field(&sent.body, "client_secret").as_deref(),
        Some("s3cret")
    );
}

#[tokio::test(start_paused = true)]
async fn a_rotated_refresh_token_replaces_the_first() {
    let network = Scripted::default();
    let grant = granted(&network, TOKEN).await;
    network.answer(
        200,
        r#"{"access_token":"second","refresh_token":"rotated"}"#,
    );
    let first = grant.fetch(None).await.unwrap();
    let second = grant.fetch(Some(first)).await.unwrap();
    network.answer(200, r#"{"access_token":"third"}"#);
    grant.fetch(Some(second)).await.unwrap();
    let sent = network.sent().remove(2);
    assert_eq!(
        field(&sent.body, "refresh_token").as_deref(),
        Some("rotated")
    );
}

#[tokio::test(start_paused = true)]
async fn without_a_refresh_token_a_refusal_sends_the_user_through_again() {
    let network = Scripted::default();
    let grant = granted(&network, r#"{"access_token":"t0ken"}"#).await;
    let token = grant.fetch(None).await.unwrap();
    let error = grant.fetch(Some(token)).await.unwrap_err();
    assert!(error.is_refused());
    assert!(
        error
            .to_string()
            .contains("through the authorisation again"),
        "{error}"
    );
    assert!(!error.to_string().contains("t0ken"), "{error}");
}

#[tokio::test(start_paused = true)]
async fn a_refused_refresh_token_says_the_same_and_a_busy_endpoint_does_not() {
    let network = Scripted::default();
    let grant = granted(&network, TOKEN).await;
    let token = grant.fetch(None).await.unwrap();
    network
        .answer(503, "")
        .answer(400, r#"{"error":"invalid_grant"}"#)
        .answer(422, r#"{"errors":["Invalid token of Jane Doe"]}"#);
    assert!(
        grant
            .fetch(Some(token.clone()))
            .await
            .unwrap_err()
            .is_transient()
    );
    for _ in 0..2 {
        let error = grant.fetch(Some(token.clone())).await.unwrap_err();
        assert!(error.is_refused());
        let shown = error.to_string();
        assert!(shown.contains("through the authorisation again"), "{shown}");
        assert!(!format!("{shown} {error:?}").contains("Jane"), "{shown}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_new_grant_is_preferred_to_an_older_token_found_in_a_store() {
    let network = Scripted::default();
    let grant = granted(&network, TOKEN).await;
    let older = Token::new("older")
        .with_lifetime(start() - Duration::from_secs(60), Duration::from_secs(30))
        .with_refresh("older");
    assert_eq!(
        grant.fetch(Some(older)).await.unwrap().access().expose(),
        "t0ken"
    );
    assert_eq!(network.sent().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_stored_grant_that_has_expired_is_renewed_before_it_is_used() {
    let network = Scripted::default();
    let grant = granted(&network, TOKEN).await;
    let stored = serde_json::to_string(grant.handle()).unwrap();
    tokio::time::advance(Duration::from_secs(8000)).await;
    let flow = builder(&network)
        .seam(Seam::simulated(start() + Duration::from_secs(8000), 1))
        .build()
        .unwrap();
    let grant = flow.grant(serde_json::from_str(&stored).unwrap());
    network.answer(200, r#"{"access_token":"second"}"#);
    assert_eq!(grant.fetch(None).await.unwrap().access().expose(), "second");
}

#[tokio::test(start_paused = true)]
async fn debug_shows_no_secret_of_any_part() {
    let network = Scripted::default();
    let flow = flow(&network);
    let pending = flow.authorize_url();
    let state = state(&pending);
    let shown = format!("{pending:?} {:?}", flow.authorize_url().into_handle());
    assert!(
        !shown.contains(&state) && !shown.contains("state="),
        "{shown}"
    );
    let grant = granted(&network, TOKEN).await;
    let shown = format!("{grant:?} {:?} {flow:?}", grant.handle());
    for secret in ["t0ken", "r3fresh", "s3cret"] {
        assert!(!shown.contains(secret), "{secret}: {shown}");
    }
}
