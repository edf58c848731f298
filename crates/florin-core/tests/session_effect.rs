//! What an error says of the side effect, and of trying again.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod scripted;

use florin_core::http::Method;
use florin_core::http::header::{CONTENT_TYPE, HeaderMap, HeaderValue};
use florin_core::{Effect, Error, Operation, Phase, SessionBuilder};
use scripted::{
    EACH, KEYED, NEVER, SAFE, Scripted, Step, anonymous, body, cut, failure, lost, play, status,
    unreachable,
};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

#[derive(Debug, Deserialize)]
#[allow(dead_code, reason = "read for its shape")]
struct Order {
    lines: Vec<Line>,
}

#[derive(Debug, Deserialize)]
#[allow(dead_code, reason = "read for its shape")]
struct Line {
    amount: u32,
}

async fn order(body: &'static str) -> Error {
    let transport = Scripted::new([scripted::body(201, body)]);
    anonymous(&transport)
        .request(&NEVER)
        .send_json::<Order, _>()
        .await
        .unwrap_err()
}

/// The effect that a `never` operation ends with, which is not repeated but for want of a connection.
async fn effect(steps: impl IntoIterator<Item = Step>) -> Effect {
    failure(&NEVER, steps).await.effect()
}

#[tokio::test(start_paused = true)]
async fn without_a_connection_nothing_was_sent() {
    let error = failure(
        &NEVER,
        [unreachable(), unreachable(), unreachable(), unreachable()],
    )
    .await;
    assert_eq!(error.effect(), Effect::NotSent);
    assert!(error.is_connect() && error.is_retryable() && error.status().is_none());
    assert_eq!(
        error.to_string(),
        "register: lost on the way; not sent after 4 attempts"
    );
}

#[tokio::test(start_paused = true)]
async fn a_lost_answer_leaves_doubt() {
    assert_eq!(effect([lost()]).await, Effect::MaybeApplied);
    assert_eq!(effect([Step::Hang]).await, Effect::MaybeApplied);
}

#[tokio::test(start_paused = true)]
async fn a_success_that_breaks_off_leaves_doubt_and_tells_its_status() {
    let error = failure(&NEVER, [cut(201)]).await;
    assert_eq!(error.effect(), Effect::MaybeApplied);
    assert_eq!(error.status().unwrap().as_u16(), 201);
    assert!(error.headers().is_none() && error.raw_body().is_none() && !error.is_retryable());
}

#[tokio::test(start_paused = true)]
async fn all_but_a_refusal_leaves_doubt() {
    let unclear = [102, 300, 301, 302, 303, 304, 307, 308, 408, 499];
    let failing = [500, 502, 503, 504, 599, 600, 999];
    for code in unclear.into_iter().chain(failing) {
        for step in [status(code), cut(code)] {
            assert_eq!(effect([step]).await, Effect::MaybeApplied, "{code}");
        }
        // To a read, nothing can have happened.
        if !is_repeated(code) {
            let error = failure(&SAFE, [status(code)]).await;
            assert_eq!(error.effect(), Effect::Answered, "{code}");
        }
    }
    // A server that says 501 has no such function.
    for refusal in [400, 401, 403, 404, 409, 422, 425, 429, 501] {
        assert_eq!(
            effect([status(refusal)]).await,
            Effect::Answered,
            "{refusal}"
        );
        assert_eq!(effect([cut(refusal)]).await, Effect::Answered, "{refusal}");
    }
}

/// Whether a read that gets this is tried again.
fn is_repeated(code: u16) -> bool {
    matches!(code, 408 | 500 | 502..=504)
}

#[tokio::test(start_paused = true)]
async fn only_a_refusal_is_called_one() {
    let said = async |operation, code| failure(operation, [status(code)]).await.to_string();
    assert_eq!(
        said(&NEVER, 303).await,
        "register: the provider didn't say whether it was done, status 303 See Other (redirects aren't followed; check the \
         base URL); maybe applied"
    );
    let unclear = "register: the provider didn't say whether it was done, status ";
    for code in [102, 304, 408, 499, 600, 999] {
        let said = said(&NEVER, code).await;
        assert!(said.starts_with(unclear), "{said}");
    }
    assert_eq!(
        said(&NEVER, 505).await,
        "register: the provider failed, status 505 HTTP Version Not Supported; maybe applied"
    );
    assert_eq!(
        said(&NEVER, 501).await,
        "register: the provider refused, status 501 Not Implemented; answered"
    );
    // Of a read, it doesn't matter.
    let failing = said(&SAFE, 505).await;
    assert!(
        failing.starts_with("read: the provider failed"),
        "{failing}"
    );
    let elsewhere = said(&SAFE, 302).await;
    assert!(
        elsewhere.starts_with("read: the provider refused"),
        "{elsewhere}"
    );
}

#[tokio::test(start_paused = true)]
async fn doubt_survives_a_later_refusal_and_a_later_want_of_connection() {
    for doubt in [lost, || status(503), || cut(200), || Step::Hang] {
        let conflict = failure(&KEYED, [doubt(), status(409)]).await;
        assert!(conflict.is_conflict());
        assert_eq!(conflict.effect(), Effect::MaybeApplied);
        let gone = failure(&KEYED, [doubt(), Step::LoseForGood(Phase::NotSent)]).await;
        assert_eq!((gone.effect(), gone.attempts()), (Effect::MaybeApplied, 2));
    }
    let certain = failure(&KEYED, [status(429), unreachable(), status(409)]).await;
    assert_eq!(certain.effect(), Effect::Answered);
}

#[tokio::test(start_paused = true)]
async fn a_success_that_cannot_be_read_leaves_doubt_and_names_the_field() {
    let error = order(r#"{"lines":[{"amount":1},{"amount":"Jane Doe"}]}"#).await;
    assert_eq!(error.effect(), Effect::MaybeApplied);
    assert!(error.is_decode() && !error.is_transient() && !error.is_retryable());
    assert_eq!(error.field(), Some("lines[1].amount"));
    assert_eq!(error.status().unwrap().as_u16(), 201);
    assert_eq!(error.raw_body().unwrap().len(), 46);
    assert_eq!(
        error.to_string(),
        "register: the answer can't be read, status 201 Created; maybe applied"
    );
    let whole = format!("{error:#}");
    assert!(
        whole.ends_with("maybe applied: field lines[1].amount: expected u32 (line 1, column 43)"),
        "{whole}"
    );
}

#[tokio::test(start_paused = true)]
async fn a_page_or_an_error_is_no_success_where_nothing_is_expected() {
    let sent = async |operation: &Operation, content_type: &str, body: &'static str| {
        let content_type = HeaderValue::from_str(content_type).unwrap();
        let headers = HeaderMap::from_iter([(CONTENT_TYPE, content_type)]);
        let transport = Scripted::new([Step::Answer(200, headers, body)]);
        let session = anonymous(&transport);
        let sent: Result<_, Error> = session.request(operation).send_empty().await;
        assert_eq!(transport.attempts(), 1);
        sent.map(|_| ())
    };
    for (content_type, body) in [
        ("text/html; charset=utf-8", "<h1>Back soon</h1>"),
        ("application/xhtml+xml", "<html/>"),
        ("application/json", "<<<"),
        ("application/json", "{"),
        ("application/json", "{\"error\": \"hunter2\"}"),
        ("application/json", "{\"id\": 7, \"error\": \"hunter2\"}"),
        ("application/json", "{} {}"),
    ] {
        for operation in [&NEVER, &KEYED] {
            let error = sent(operation, content_type, body).await.unwrap_err();
            assert!(error.is_decode(), "{error}");
            assert_eq!(error.effect(), Effect::MaybeApplied, "{error}");
            assert_eq!(error.raw_body().unwrap(), body);
            assert!(!format!("{error:#}{error:?}").contains("hunter2"));
        }
    }
    for (content_type, body) in [
        ("text/html", ""),
        ("text/html", " \n"),
        ("application/json", ""),
        ("application/json", "{}"),
        ("application/json", "{\"id\": 7}"),
        ("application/json", "{\"status\": \"ok\", \"errors\": []}"),
        ("application/json", "[[]]"),
        ("application/json", "true"),
        ("text/plain", "OK"),
        ("application/json", "created"),
        ("text/html; charset=utf-8", "OK"),
        ("text/plain", "<html>"),
        ("application/octet-stream", "OK"),
        (
            "application/json",
            "{\"modificationId\": \"m-1\", \"order_id\": null}",
        ),
        ("application/json", " { }\n"),
        ("application/json", "null"),
        ("application/json", "[]"),
        ("application/json", "\"\""),
        ("text/plain", "{}"),
    ] {
        sent(&NEVER, content_type, body).await.unwrap();
    }
}

#[tokio::test(start_paused = true)]
async fn what_is_not_json_at_all_is_told_apart_from_what_has_the_wrong_shape() {
    assert!(format!("{:#}", order("").await).ends_with(": the body is empty"));
    assert!(format!("{:#}", order("<html>").await).contains("it isn't JSON: expected value"));
    assert!(format!("{:#}", order(r#"{"lines":[]} more"#).await).contains("trailing characters"));
    assert!(
        format!("{:#}", order(r#"{"lines":[{}]}"#).await)
            .contains("field lines[0]: missing field `amount`")
    );
}

/// What a success without a body is read as, where it may have none.
async fn nothing_as<T: DeserializeOwned>(body: &'static str) -> Result<T, Error> {
    static SILENT: Operation = Operation::new("create", Method::POST, "/things").may_be_empty();
    let transport = Scripted::new([scripted::body(201, body)]);
    let session = anonymous(&transport);
    let answer = session.request(&SILENT).send_json::<T, _>().await?;
    Ok(answer.into_inner())
}

#[tokio::test(start_paused = true)]
async fn a_success_that_may_be_empty_is_read_as_an_object_or_else_as_null() {
    #[derive(Debug, Default, Deserialize, PartialEq)]
    struct Lenient {
        id: Option<u32>,
    }
    for body in ["", "\n"] {
        assert_eq!(nothing_as::<Lenient>(body).await.unwrap().id, None);
        assert!(nothing_as::<Option<Order>>(body).await.unwrap().is_none());
        assert_eq!(nothing_as::<Value>(body).await.unwrap(), json!({}));
        let error = nothing_as::<Order>(body).await.unwrap_err();
        assert_eq!(error.effect(), Effect::MaybeApplied);
        assert!(format!("{error:#}").ends_with(": the body is empty"));
    }
    assert_eq!(
        nothing_as::<Lenient>(r#"{"id":7}"#).await.unwrap().id,
        Some(7)
    );
    assert!(nothing_as::<Lenient>("<html>").await.is_err());
}

#[tokio::test(start_paused = true)]
async fn the_providers_error_is_read_where_it_has_the_shape_and_kept_raw_where_not() {
    let typed = failure(&NEVER, [body(422, r#"{"errorCode":"E1"}"#)]).await;
    assert_eq!(typed.body().unwrap()["errorCode"], "E1");
    assert_eq!(typed.raw_body().unwrap(), r#"{"errorCode":"E1"}"#);
    let html = failure(&NEVER, [body(502, "<html>")]).await;
    assert!(html.body().is_none());
    assert_eq!(html.raw_body().unwrap(), "<html>");
    let bare = failure(&NEVER, [body(422, r#"{"errorCode":"E1"}"#)])
        .await
        .without_body();
    assert!(bare.status().unwrap().as_u16() == 422 && bare.into_body().is_none());
}

#[tokio::test(start_paused = true)]
async fn an_error_names_the_providers_request_id_unless_it_is_too_long_to_be_one() {
    let error = failure(&NEVER, [scripted::with_header(422, "x-request-id", "r-1")]).await;
    assert_eq!(error.request_id(), Some("r-1"));
    assert_eq!(
        error.to_string(),
        "register: the provider refused, status 422 Unprocessable Entity, request id r-1; answered"
    );
    let long = "r".repeat(129);
    assert_eq!(
        failure(&NEVER, [scripted::with_header(422, "x-request-id", &long)])
            .await
            .request_id(),
        None
    );
}

#[tokio::test(start_paused = true)]
async fn an_api_key_that_comes_back_as_the_request_id_is_none() {
    let key = "Zk3vQ9tLmN2xR7wB5yH8";
    let builders: [fn(_, &'static str) -> SessionBuilder; 3] = [
        |builder: SessionBuilder, key| builder.api_key_query("key", key),
        |builder, key| builder.api_key_cookie("key", key),
        |builder, key| builder.api_key_header("x-key", key),
    ];
    for identified in builders {
        let step = scripted::with_header(422, "x-request-id", &format!("req-{key}.1"));
        let transport = Scripted::new([step]);
        let session = identified(scripted::settings(&transport), key);
        let session = session.build().unwrap();
        let error: Error = session.request(&NEVER).send_empty().await.unwrap_err();
        assert_eq!(error.request_id(), None);
        assert!(!format!("{error} {error:?}").contains(key), "{error}");
    }
}

/// `(is_retryable, is_transient)` of the failure that `steps` end in.
async fn verdicts(operation: &Operation, steps: impl IntoIterator<Item = Step>) -> (bool, bool) {
    let error = failure(operation, steps).await;
    (error.is_retryable(), error.is_transient())
}

#[tokio::test(start_paused = true)]
async fn retryable_is_what_is_of_the_moment_and_does_nothing_twice() {
    let spent = |step: fn() -> Step| std::iter::repeat_with(step).take(4);
    for operation in EACH {
        assert_eq!(verdicts(operation, spent(unreachable)).await, (true, true));
        assert_eq!(
            verdicts(operation, [Step::LoseForGood(Phase::NotSent)]).await,
            (false, false)
        );
        assert_eq!(
            verdicts(operation, spent(|| status(429))).await,
            (true, true)
        );
        assert_eq!(verdicts(operation, [status(400)]).await, (false, false));
        assert_eq!(verdicts(operation, [status(409)]).await, (false, false));
        // Of the moment, and without harm only where the operation has no effect.
        let is_safe = std::ptr::eq(operation, &raw const SAFE);
        for step in [lost, || status(503), || cut(200), || Step::Hang] {
            assert_eq!(verdicts(operation, spent(step)).await, (is_safe, true));
        }
        assert_eq!(
            verdicts(operation, spent(|| status(500))).await,
            (is_safe, true)
        );
    }
}

#[tokio::test(start_paused = true)]
async fn the_predicates_go_by_the_status() {
    let error = async |code| failure(&NEVER, [status(code)]).await;
    assert!(
        error(401).await.is_auth() && error(403).await.is_auth() && !error(404).await.is_auth()
    );
    assert!(error(404).await.is_not_found() && error(410).await.is_not_found());
    assert!(
        error(408).await.is_timeout()
            && error(504).await.is_timeout()
            && !error(503).await.is_timeout()
    );
    assert!(
        !error(404).await.is_connect()
            && !error(404).await.is_decode()
            && !error(404).await.is_invalid_request()
    );
}

#[tokio::test(start_paused = true)]
async fn a_success_brings_value_status_headers_and_id() {
    let (outcome, _) = play(
        &SAFE,
        [scripted::with_header(206, "x-correlation-id", "c-1")],
    )
    .await;
    let response = outcome.unwrap();
    assert_eq!(
        (response.status().as_u16(), response.request_id()),
        (206, Some("c-1"))
    );
    assert!(response.headers().contains_key("x-correlation-id") && response.is_object());
    assert_eq!(response.raw_body(), "{}");
    // Who finds a refusal in it hands it on with all that came.
    let refusal = Error::unusable_answer(&SAFE, "it refuses").with_answer(&response);
    assert_eq!(refusal.status(), Some(response.status()));
    assert_eq!(refusal.request_id(), Some("c-1"));
    assert_eq!(refusal.raw_body().unwrap(), "{}");
    assert_eq!(refusal.body(), Some(&serde_json::json!({})));
    assert!(refusal.is_decode() && !refusal.is_transient());
    assert_eq!(response.map(|value| value.to_string()).into_inner(), "{}");
}

#[tokio::test(start_paused = true)]
async fn an_answer_tells_how_often_it_was_asked_for_and_so_does_an_error_about_it() {
    let transport = Scripted::new([status(503), status(200), status(200), status(200)]);
    let session = anonymous(&transport);
    let response = scripted::call(&session, &SAFE).await.unwrap();
    let refusal: Error = Error::unusable_answer(&SAFE, "it refuses").with_answer(&response);
    assert_eq!((response.attempts(), refusal.attempts()), (2, 2));
    assert_eq!(
        refusal.to_string(),
        "read: the answer can't be used: it refuses, status 200 OK; answered after 2 attempts"
    );
    assert_eq!(response.map(|_| ()).attempts(), 2);
    let empty = session.request(&SAFE).send_empty::<()>().await.unwrap();
    let bytes = session.request(&SAFE).send_bytes::<()>().await.unwrap();
    assert_eq!((empty.attempts(), bytes.attempts()), (1, 1));
}

#[test]
fn errors_travel_between_tasks_and_fit_into_a_box() {
    fn travels<T: Send + Sync + 'static>() {}
    travels::<Error<()>>();
    travels::<Error>();
    let error: Error<()> = Error::unusable_answer(&SAFE, "it names no state");
    assert!(error.is_decode() && error.effect() == Effect::Answered);
    let boxed: Box<dyn std::error::Error + Send + Sync> = error.into();
    assert_eq!(
        boxed.to_string(),
        "read: the answer can't be used: it names no state; answered"
    );
    let late: Error<()> = Error::deadline(&SAFE, std::time::Duration::from_secs(3));
    assert!(late.is_timeout() && late.effect() == Effect::Answered);
}

#[tokio::test(start_paused = true)]
async fn what_was_found_out_afterwards_is_told_and_can_bring_doubt() {
    let refused = failure(&NEVER, [status(409)])
        .await
        .with_note("what is there differs in amount");
    assert_eq!(
        refused.to_string(),
        "register: the provider refused, status 409 Conflict: what is there differs in amount; answered"
    );
    assert!(refused.is_conflict() && refused.effect() == Effect::Answered);
    let refused = refused.in_doubt();
    assert!(refused.is_conflict() && refused.effect() == Effect::MaybeApplied);
}
