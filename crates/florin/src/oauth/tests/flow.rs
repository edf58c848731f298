//! From the URL that the user is sent to, to the exchange of the code.

use std::time::Duration;

use florin_core::{Secret, TokenError};

use super::super::*;
use super::*;

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
async fn a_handle_from_the_future_is_refused_but_for_what_clocks_differ_by() {
    for (ahead, is_taken) in [(59, true), (61, false), (3_000_000_000, false)] {
        let network = Scripted::default();
        network.answer(200, TOKEN);
        let flow = flow(&network);
        let pending = flow.authorize_url();
        let state = state(&pending);
        let mut handle = pending.into_handle();
        handle.begun_at += Duration::from_secs(ahead);
        let outcome = flow.resume(handle).exchange("c0de", &state).await;
        assert_eq!(outcome.is_ok(), is_taken, "{ahead}");
        if let Err(error) = outcome {
            assert!(matches!(error, ExchangeError::Expired), "{error}");
            assert!(network.sent().is_empty());
        }
    }
}

#[tokio::test(start_paused = true)]
async fn an_empty_token_is_none() {
    for token in ["", " "] {
        let network = Scripted::default();
        let answer = format!(r#"{{"access_token":"{token}","token_type":"bearer"}}"#);
        network.answer(200, answer);
        let pending = flow(&network).authorize_url();
        let state = state(&pending);
        let error = token_error(pending.exchange("c0de", &state).await);
        assert!(error.to_string().contains("empty access_token"), "{error}");
    }
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
    // The application's credentials are fine.
    assert!(!error.is_refused() && !error.is_transient());
    let said = String::from_utf8_lossy(error.raw_body().unwrap());
    assert!(said.contains("c0de of Jane Doe"), "{said}");
    assert_eq!(error.code(), Some("invalid_grant"));
    let shown = format!("{error} {error:?}");
    assert!(shown.contains("invalid_grant"), "{shown}");
    assert!(
        shown.contains("through the authorisation again") && !shown.contains("credentials"),
        "{shown}"
    );
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

#[tokio::test(start_paused = true)]
async fn an_authorisation_of_another_flow_is_refused_and_nothing_is_sent() {
    let (network, elsewhere) = (Scripted::default(), Scripted::default());
    let pending = flow(&network).authorize_url();
    let state = state(&pending);
    let stored = serde_json::to_value(pending.into_handle()).unwrap();
    let others = [
        builder(&elsewhere).token_url("https://c.example/oauth/token"),
        builder(&elsewhere).client("another", "s3cret"),
    ];
    for other in others {
        let other = other.build().unwrap();
        let resume = || other.resume(serde_json::from_value(stored.clone()).unwrap());
        let redirect = Redirect::parse(&format!("code=c0de&state={state}")).unwrap();
        for outcome in [
            resume().finish(redirect).await,
            resume().exchange("c0de", &state).await,
        ] {
            assert!(
                matches!(outcome, Err(ExchangeError::OtherFlow)),
                "{outcome:?}"
            );
        }
    }
    let mut nobody_s = stored.clone();
    nobody_s.as_object_mut().unwrap().remove("flow");
    let resumed = flow(&elsewhere).resume(serde_json::from_value(nobody_s).unwrap());
    let outcome = resumed.exchange("c0de", &state).await;
    assert!(
        matches!(outcome, Err(ExchangeError::OtherFlow)),
        "{outcome:?}"
    );
    assert!(elsewhere.sent().is_empty());
    network.answer(200, TOKEN);
    let resumed = flow(&network).resume(serde_json::from_value(stored).unwrap());
    let _ = resumed.exchange("c0de", &state).await.unwrap();
}
