//! Login and refresh.

use serde_json::json;

use crate::scripted::{LOAN, Scripted, Step, answer};

fn token(access: &str, refresh: Option<&str>) -> Step {
    answer(
        200,
        json!({"access_token": access, "refresh_token": refresh, "token_type": "Bearer", "expires_in": 7200}),
    )
}

/// A client whose first token was refused, so that it needs another.
async fn with_a_refused_token(script: &Scripted) -> Result<(), florin::nemuru::Error> {
    script.on(
        "get_loan",
        [
            answer(401, json!({})),
            answer(
                200,
                json!({"payload": {"id": LOAN, "status": "status_opened"}}),
            ),
        ],
    );
    script.client().loan(LOAN).read().await.map(|_| ())
}

fn used(script: &Scripted) -> Vec<String> {
    let reads = script.sent("get_loan");
    reads
        .into_iter()
        .filter_map(|sent| sent.authorization)
        .collect()
}

#[tokio::test(start_paused = true)]
async fn a_login_is_json_and_takes_200_and_201() {
    for status in [200, 201] {
        let script = Scripted::new();
        script.on(
            "login",
            [answer(
                status,
                json!({"access_token": "t1", "token_type": "bearer", "expires_in": "7200"}),
            )],
        );
        script.on(
            "list_webhooks",
            [answer(200, json!({"status": "ok", "data": []}))],
        );
        script.client().webhooks().await.unwrap();
        let login = &script.sent("login")[0];
        assert_eq!(
            login.json(),
            json!({"username": "tienda@example.com", "password": "hunter2"})
        );
        assert_eq!(login.url, "https://api.stg.nemuru.io/api/v2/auth/login/");
        assert_eq!(login.authorization, None);
        let call = &script.sent("list_webhooks")[0];
        assert_eq!(
            call.authorization.as_deref(),
            Some("Bearer t1"),
            "however it was spelled"
        );
    }
}

#[tokio::test(start_paused = true)]
async fn lifetimes_come_from_the_answer_as_number_or_text() {
    for lifetime in [json!(100), json!("100"), json!(100.0)] {
        let script = Scripted::new();
        script.on(
            "login",
            [answer(
                200,
                json!({"access_token": "t", "expires_in": lifetime}),
            )],
        );
        script.on("list_webhooks", [answer(200, json!({"data": []}))]);
        let client = script.client();
        client.webhooks().await.unwrap();
        tokio::time::sleep(std::time::Duration::from_secs(80)).await;
        client.webhooks().await.unwrap();
        assert_eq!(script.count("login"), 1);
        tokio::time::sleep(std::time::Duration::from_secs(30)).await;
        client.webhooks().await.unwrap();
        assert_eq!(script.count("login"), 2, "{lifetime}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_refused_token_is_refreshed_with_the_user_name_and_the_rotated_token_is_kept() {
    let script = Scripted::new();
    script.on("login", [token("t1", Some("r1"))]);
    script.on("refresh_token", [token("t2", Some("r2"))]);
    with_a_refused_token(&script).await.unwrap();
    assert_eq!(used(&script), ["Bearer t1", "Bearer t2"]);
    assert_eq!(
        script.sent("refresh_token")[0].json(),
        json!({"username": "tienda@example.com", "refresh_token": "r1"})
    );
    assert_eq!(script.count("login"), 1);
}

#[tokio::test(start_paused = true)]
async fn the_refresh_token_is_handed_on_where_the_answer_brings_none() {
    let script = Scripted::new();
    script.on("login", [token("t1", Some("r1"))]);
    script.on(
        "refresh_token",
        [
            token("t2", None),
            token("t3", Some("r3")),
            token("t4", None),
        ],
    );
    script.on("list_webhooks", [answer(200, json!({"data": []}))]);
    let client = script.client();
    for _ in 0..4 {
        client.webhooks().await.unwrap();
        tokio::time::sleep(std::time::Duration::from_secs(7200)).await;
    }
    let shown: Vec<_> = script
        .sent("refresh_token")
        .iter()
        .map(|sent| sent.json()["refresh_token"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(shown, ["r1", "r1", "r3"]);
    assert_eq!(script.count("login"), 1);
}

#[tokio::test(start_paused = true)]
async fn a_refresh_that_is_refused_or_fails_is_followed_by_one_login() {
    let failures = [400, 401, 403, 404, 409, 410, 422, 500, 503].map(|status| answer(status, "{}"));
    let others = [
        Step::Lost,
        Step::Hangs,
        answer(200, "{}"),
        answer(200, "<html>"),
    ];
    for step in failures.into_iter().chain(others) {
        let script = Scripted::new();
        script.on("login", [token("t1", Some("r1")), token("t2", Some("r2"))]);
        script.on("refresh_token", [step.clone()]);
        with_a_refused_token(&script).await.unwrap();
        assert_eq!(used(&script), ["Bearer t1", "Bearer t2"], "{step:?}");
        assert_eq!(
            (script.count("refresh_token"), script.count("login")),
            (1, 2),
            "{step:?}"
        );
    }
}

#[tokio::test(start_paused = true)]
async fn a_refresh_that_asks_to_wait_or_finds_nobody_is_not_followed_by_a_login() {
    for step in [answer(429, "{}"), Step::Unreachable] {
        let script = Scripted::new();
        script.on("login", [token("t1", Some("r1"))]);
        script.on("refresh_token", [step.clone(), step, token("t2", None)]);
        with_a_refused_token(&script).await.unwrap();
        assert_eq!(
            (script.count("refresh_token"), script.count("login")),
            (3, 1)
        );
    }
}

#[tokio::test(start_paused = true)]
async fn a_refused_login_is_told_as_such_and_quotes_nothing() {
    let script = Scripted::new();
    script.on(
        "login",
        [answer(
            401,
            json!({"error": "no user tienda@example.com with hunter2"}),
        )],
    );
    let error = script.client().webhooks().await.unwrap_err();
    assert!(error.is_auth());
    let shown = format!("{error:#} {error:?}");
    assert!(
        !shown.contains("tienda") && !shown.contains("hunter2"),
        "{shown}"
    );
    assert!(
        shown.contains("login was answered with status 401"),
        "{shown}"
    );
}

#[tokio::test(start_paused = true)]
async fn what_is_no_bearer_token_is_refused_and_no_answer_is_quoted() {
    for answered in [
        json!({"access_token": "s3cret", "token_type": "mac"}),
        json!({"access_token": ""}),
        json!({"access_token": " \t"}),
        json!({"access_token": {"s3cret": 1}}),
        json!({"token": "s3cret"}),
        json!("s3cret"),
    ] {
        let script = Scripted::new();
        script.on("login", [answer(200, &answered)]);
        let error = script.client().webhooks().await.unwrap_err();
        let shown = format!("{error} {error:#} {error:?}");
        assert!(!shown.contains("s3cret"), "{shown}");
        assert_eq!(script.count("list_webhooks"), 0, "{answered}");
    }
}
