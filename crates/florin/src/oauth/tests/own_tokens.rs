//! Tokens that need no user in front of a browser: client credentials and the password grant.

use std::time::Duration;

use florin_core::http::Method;
use florin_core::{Limits, Operation, Secret, Token, TokenCache, TokenSource};

use super::*;
use crate::oauth::{Application, BodyStyle, ClientCredentialsFlow, PasswordFlow, TokenEndpoint};

static GET_TOKEN: Operation = Operation::new("get_token", Method::POST, "/guess").public();

const DAY: Duration = Duration::from_secs(24 * 3600);

fn endpoint(network: &Scripted) -> TokenEndpoint<'static> {
    TokenEndpoint {
        auth_url: "https://b.example",
        api_url: "https://a.example/v1",
        operation: &GET_TOKEN,
        route: Some("/global/oauth/token"),
        style: BodyStyle::Form,
        limits: Limits::default(),
        seam: Seam::simulated(start(), 1),
        transport: Some(network.transport()),
    }
}

fn application() -> Application {
    Application {
        client_id: "app".to_owned(),
        client_secret: Secret::from("s3cret"),
    }
}

fn user(network: &Scripted) -> impl TokenSource {
    let flow = PasswordFlow {
        application: application(),
        username: "jane".to_owned(),
        password: Secret::from("p4ss word"),
        scope: Some("client_website".to_owned()),
        usual_lifetime: Some(DAY),
    };
    flow.source(endpoint(network)).unwrap()
}

fn office(network: &Scripted) -> impl TokenSource {
    let flow = ClientCredentialsFlow {
        application: application(),
        audience: None,
        scope: Some("back_office".to_owned()),
        usual_lifetime: Some(DAY),
    };
    flow.source(endpoint(network)).unwrap()
}

/// The fields of each request so far.
fn grants(network: &Scripted) -> Vec<String> {
    let sent = network.sent();
    let grant = |body: &str| field(body, "grant_type").unwrap();
    sent.iter().map(|sent| grant(&sent.body)).collect()
}

fn with_refresh() -> Token {
    Token::new("first").with_refresh("r3fresh")
}

#[tokio::test(start_paused = true)]
async fn client_credentials_go_into_a_form_with_the_scope() {
    let network = Scripted::default();
    network.answer(200, r#"{"access_token":"t","token_type":"bearer"}"#);
    let token = office(&network).fetch(None).await.unwrap();
    assert_eq!(token.access().expose(), "t");
    let sent = network.sent().remove(0);
    assert_eq!(sent.url, "https://b.example/global/oauth/token");
    assert_eq!(sent.authorization, None);
    for (name, value) in [
        ("grant_type", "client_credentials"),
        ("client_id", "app"),
        ("client_secret", "s3cret"),
        ("scope", "back_office"),
    ] {
        assert_eq!(field(&sent.body, name).as_deref(), Some(value), "{name}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_password_goes_into_a_form_and_a_refresh_token_is_used_where_one_came() {
    let network = Scripted::default();
    let source = user(&network);
    network.answer(
        200,
        r#"{"access_token":"t1","refresh_token":"r1","expires_in":60}"#,
    );
    let first = source.fetch(None).await.unwrap();
    let sent = network.sent().remove(0);
    for (name, value) in [
        ("grant_type", "password"),
        ("username", "jane"),
        ("password", "p4ss word"),
        ("client_id", "app"),
        ("client_secret", "s3cret"),
        ("scope", "client_website"),
    ] {
        assert_eq!(field(&sent.body, name).as_deref(), Some(value), "{name}");
    }
    network.answer(200, r#"{"access_token":"t2"}"#);
    let second = source.fetch(Some(first)).await.unwrap();
    let sent = network.sent().remove(1);
    assert_eq!(field(&sent.body, "refresh_token").as_deref(), Some("r1"));
    assert_eq!(field(&sent.body, "password"), None);
    assert_eq!(second.refresh().map(Secret::expose), Some("r1"), "kept");
    network.answer(200, r#"{"access_token":"t3","refresh_token":"r2"}"#);
    let third = source.fetch(Some(second)).await.unwrap();
    assert_eq!(third.refresh().map(Secret::expose), Some("r2"), "rotated");
    network.answer(200, r#"{"access_token":"t4","refresh_token":""}"#);
    let fourth = source.fetch(Some(Token::new("t3"))).await.unwrap();
    assert_eq!(fourth.refresh().map(Secret::expose), None);
    assert_eq!(
        grants(&network),
        ["password", "refresh_token", "refresh_token", "password"]
    );
}

#[tokio::test(start_paused = true)]
async fn a_refresh_that_is_not_taken_is_followed_by_one_login() {
    for (status, body) in [
        (400, r#"{"error":"invalid_grant"}"#),
        (401, r#"{"error":"unsupported_grant_type"}"#),
        (401, "no"),
        (404, "<html>"),
        (503, ""),
        (200, "{}"),
    ] {
        let network = Scripted::default();
        network
            .answer(status, body)
            .answer(200, r#"{"access_token":"new"}"#);
        let token = user(&network).fetch(Some(with_refresh())).await.unwrap();
        assert_eq!(token.access().expose(), "new", "{status} {body}");
        assert_eq!(grants(&network), ["refresh_token", "password"]);
    }
}

#[tokio::test(start_paused = true)]
async fn no_login_is_tried_where_it_would_fare_no_better_and_none_twice() {
    for (status, body) in [(401, r#"{"error":"invalid_client"}"#), (429, ""), (0, "")] {
        let network = Scripted::default();
        network.answer(status, body);
        let error = user(&network)
            .fetch(Some(with_refresh()))
            .await
            .unwrap_err();
        assert_eq!(grants(&network), ["refresh_token"], "{error}");
        assert_eq!(error.is_refused(), status == 401, "{error}");
    }
    let network = Scripted::default();
    network.answer(400, r#"{"error":"invalid_grant"}"#);
    let error = user(&network).fetch(None).await.unwrap_err();
    assert!(error.is_refused() && network.sent().len() == 1, "{error}");
    let told = format!("{error} {error:?}");
    for hidden in ["jane", "p4ss", "s3cret"] {
        assert!(!told.contains(hidden), "{told}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_refused_user_is_asked_for_once_however_many_wait() {
    let network = Scripted::answering(|_| (400, r#"{"error":"invalid_grant"}"#.to_owned()));
    let tokens = TokenCache::builder(user(&network))
        .seam(Seam::simulated(start(), 1))
        .build()
        .unwrap();
    for _ in 0..10 {
        assert!(tokens.token().await.unwrap_err().is_refused());
    }
    assert_eq!(network.sent().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn what_the_endpoint_said_can_be_read_and_is_not_shown() {
    const LOCKED: &str = r#"{"error":"invalid_client","error_description":"c4nary"}"#;
    const CODED: &str = r#"[{"errorCode":"E1","errorMessage":"c4nary"}]"#;
    const HTML: &str = "<html>c4nary</html>";
    const ODD: &str = r#"{"token_type":"bearer","hint":"c4nary"}"#;
    let code = Some("invalid_client");
    for (status, body, refused, code) in [
        (401, LOCKED, true, code),
        (400, LOCKED, true, code),
        (200, LOCKED, true, code),
        (401, CODED, true, None),
        (400, CODED, false, None),
        (400, HTML, false, None),
        (404, HTML, false, None),
        (200, HTML, false, None),
        (200, ODD, false, None),
        (201, r#"{"access_token":"","hint":"c4nary"}"#, false, None),
        (503, HTML, false, None),
        (400, r#"{"error":"correcthorsebatterystaple"}"#, true, None),
    ] {
        let network = Scripted::answering(move |_| (status, body.to_owned()));
        let office = office(&network).fetch(None).await.unwrap_err();
        let user_anew = user(&network).fetch(None).await.unwrap_err();
        let user_again = user(&network).fetch(Some(with_refresh())).await;
        for error in [office, user_anew, user_again.unwrap_err()] {
            assert_eq!(error.status().unwrap().as_u16(), status, "{error}");
            assert_eq!(error.raw_body().unwrap(), body, "{error}");
            assert_eq!(
                (error.is_refused(), error.code()),
                (refused, code),
                "{error}"
            );
            let is_a_page = status == 200 && body == HTML;
            assert_eq!(error.is_transient(), status == 503 || is_a_page, "{error}");
            let shown = format!("{error} {error:?}");
            assert!(!shown.contains("c4nary"), "{shown}");
            assert!(!shown.contains("correcthorse"), "{shown}");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn what_does_not_pass_by_itself_is_not_asked_for_with_each_call() {
    for (status, body) in [
        (404, ""),
        (405, "<html>"),
        (400, "<html>"),
        (200, "{}"),
        (200, r#"{"error":"invalid_client"}"#),
        (401, ""),
    ] {
        let network = Scripted::answering(move |_| (status, body.to_owned()));
        let tokens = TokenCache::builder(user(&network))
            .seam(Seam::simulated(start(), 1))
            .build()
            .unwrap();
        for _ in 0..600 {
            tokens.token().await.unwrap_err();
            tokio::time::advance(Duration::from_secs(1)).await;
        }
        assert_eq!(network.sent().len(), 5, "{status} {body}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_token_is_one_whatever_error_stands_next_to_it() {
    let network = Scripted::default();
    network.answer(200, r#"{"access_token":"t","error":"none"}"#);
    let token = office(&network).fetch(None).await.unwrap();
    assert_eq!(token.access().expose(), "t");
}

#[tokio::test(start_paused = true)]
async fn a_token_lives_as_long_as_its_answer_says_and_else_a_day() {
    for (lifetime, seconds) in [
        (r#","expires_in":7200"#, 7200),
        (r#","expires_in":"7200""#, 7200),
        (r#","expires_in":7200.0"#, 7200),
        (r#","expires_in":null"#, 86_400),
        (r#","expires_in":"soon""#, 86_400),
        (r#","expires_in":-1"#, 86_400),
        ("", 86_400),
    ] {
        let network = Scripted::default();
        let answer = format!(r#"{{"access_token":"t"{lifetime}}}"#);
        network.answer(200, answer.clone()).answer(200, answer);
        let expires_at = Some(start() + Duration::from_secs(seconds));
        let office = office(&network).fetch(None).await.unwrap();
        assert_eq!(office.expires_at(), expires_at, "{lifetime}");
        let user = user(&network).fetch(None).await.unwrap();
        assert_eq!(user.expires_at(), expires_at, "{lifetime}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_token_is_taken_whatever_scope_its_answer_names() {
    for scope in [
        r#""back_office""#,
        r#""other""#,
        r#""""#,
        "null",
        r#"["back_office"]"#,
        "7",
    ] {
        let network = Scripted::default();
        network.answer(200, format!(r#"{{"access_token":"t","scope":{scope}}}"#));
        let token = office(&network).fetch(None).await.unwrap();
        assert_eq!(token.access().expose(), "t", "{scope}");
    }
}
