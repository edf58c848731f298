//! The token host.

use std::time::Duration;

use florin_sandbox::Fault;
use florin_sandbox::tradevest::{Options, TokenPaths};

use crate::partner::{Partner, client, token};

const SCOPE: (&str, &str) = ("scope", "tradevest.api");

fn form(partner: &Partner) -> Vec<(&'static str, &'static str)> {
    vec![
        ("grant_type", "client_credentials"),
        ("client_id", partner.tradevest.client_id()),
        ("client_secret", partner.tradevest.client_secret()),
    ]
}

#[tokio::test]
async fn both_paths_give_tokens_and_the_newer_one_wants_the_scope() {
    let partner = Partner::open(Options::default()).await;
    let mut form = form(&partner);
    let (status, refused) = token(&partner.tradevest, "/connect/token", &form).await;
    assert_eq!(
        (status, refused["error"].as_str()),
        (400, Some("invalid_request"))
    );
    form.push(SCOPE);
    for path in ["/connect/token", "/oauth2/token"] {
        let (status, given) = token(&partner.tradevest, path, &form).await;
        assert_eq!(status, 200, "{given}");
        assert_eq!(given["token_type"], "Bearer");
        assert_eq!(given["expires_in"], 3600);
    }
    assert_eq!(partner.tradevest.tokens_issued(), 3);
    assert_eq!(partner.tradevest.received_by("get_token").len(), 4);
}

#[tokio::test]
async fn a_path_can_be_missing() {
    for (paths, missing) in [
        (TokenPaths::Connect, "/oauth2/token"),
        (TokenPaths::Oauth2, "/connect/token"),
    ] {
        let options = Options {
            token_paths: TokenPaths::Both,
            ..Options::default()
        };
        let partner = Partner::open(options).await;
        let options = Options {
            token_paths: paths,
            ..Options::default()
        };
        let sandbox = florin_sandbox::Sandbox::builder()
            .tradevest(options)
            .start()
            .await
            .unwrap();
        let mut form = form(&partner);
        form.push(SCOPE);
        let (status, _) = token(sandbox.tradevest(), missing, &form).await;
        assert_eq!(status, 404);
    }
}

#[tokio::test]
async fn what_is_wrong_with_a_token_request_is_said_in_the_documented_words() {
    let partner = Partner::open(Options::default()).await;
    let right = form(&partner);
    let with = |name: &'static str, value: &'static str| {
        let mut form = right.clone();
        form.retain(|(known, _)| *known != name);
        form.push((name, value));
        form
    };
    for (form, code) in [
        (with("client_secret", "wrong"), "invalid_client"),
        (with("grant_type", "password"), "unsupported_grant_type"),
        (with("scope", "openid"), "invalid_request"),
        (right[..1].to_vec(), "invalid_request"),
    ] {
        let (status, refused) = token(&partner.tradevest, "/oauth2/token", &form).await;
        assert_eq!(
            (status, refused["error"].as_str()),
            (400, Some(code)),
            "{form:?}"
        );
    }
    let url = format!("{}/oauth2/token", partner.tradevest.auth_url());
    let json = client().post(url).json(
        &right
            .iter()
            .copied()
            .collect::<std::collections::HashMap<_, _>>(),
    );
    assert_eq!(json.send().await.unwrap().status(), 400);
}

#[tokio::test]
async fn a_token_runs_out_and_can_be_taken_away() {
    let partner = Partner::open(Options::default()).await;
    assert_eq!(partner.get("/webhooks").await.0, 200);
    partner.clock.advance(Duration::from_secs(3599));
    assert_eq!(partner.get("/webhooks").await.0, 200);
    partner.clock.advance(Duration::from_secs(1));
    let (status, refused) = partner.get("/webhooks").await;
    assert_eq!(status, 401);
    assert_eq!(refused["responseType"], "UNAUTHORIZED");
    assert!(refused["requestId"].is_string());

    let partner = Partner::open(Options::default()).await;
    partner.tradevest.misbehave(Fault::expired_token()).unwrap();
    assert_eq!(partner.get("/webhooks").await.0, 401);
    let partner = Partner::open(Options::default()).await;
    partner.tradevest.expire_tokens();
    assert_eq!(partner.get("/webhooks").await.0, 401);
}
