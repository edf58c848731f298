//! Operations that are elsewhere than their spec says.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod scripted;

use std::sync::Arc;

use florin_core::http::Method;
use florin_core::{Certainty, Effect, Operation, Provenance, Retry, Session, SessionBuilder};
use scripted::{Scripted, Sent, Step, call, lost, settings, status};

static GET_LOAN: Operation = Operation::new("get_loan", Method::GET, "/loan/{id}/of/{owner}")
    .retry(Retry::Safe)
    .server("auth");
static LOG_IN: Operation = Operation::new("log_in", Method::POST, "/login");

fn builder(transport: &Arc<Scripted>) -> SessionBuilder {
    settings(transport)
        .anonymous()
        .server("auth", "https://auth.example.com/v2")
}

/// What a loan is asked for under, on this route.
async fn asked_on(route: &str) -> String {
    let transport = Scripted::new([status(200)]);
    let session = builder(&transport).path(&GET_LOAN, route).build().unwrap();
    ask(&session).await;
    transport.only().url
}

async fn ask(session: &Session) {
    let mut request = session.request(&GET_LOAN);
    request
        .path("id", "a/b&c")
        .path("owner", &7)
        .query("full", &true);
    request.send_empty::<()>().await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn a_request_goes_where_the_session_was_told_with_its_values_escaped() {
    for (route, url) in [
        ("/loans/{owner}/{id}/", "/loans/7/a%2Fb%26c/?full=true"),
        (
            " GET  /loans/x-{id}.{owner} ",
            "/loans/x-a%2Fb%26c.7?full=true",
        ),
        (
            "/loans/?loanId={id}&owner={owner}",
            "/loans/?loanId=a%2Fb%26c&owner=7&full=true",
        ),
        (
            "/loans/{owner}?mode=a/../x&id={id}",
            "/loans/7?mode=a/../x&id=a%2Fb%26c&full=true",
        ),
    ] {
        assert_eq!(
            asked_on(route).await,
            format!("https://auth.example.com/v2{url}")
        );
    }
}

#[tokio::test(start_paused = true)]
async fn the_last_route_counts_and_other_operations_stay_where_they_are() {
    let transport = Scripted::new([status(200), status(200), status(200)]);
    let session = builder(&transport)
        .path(&LOG_IN, "/token")
        .path(&GET_LOAN, "/first/{id}/{owner}")
        .path(&GET_LOAN, "/second/{id}/{owner}")
        .build()
        .unwrap();
    ask(&session).await;
    // The same operation of the same spec, if not the same static.
    let other = LOG_IN.clone();
    session.request(&other).send_empty::<()>().await.unwrap();
    let custom = Operation::custom(Method::POST, "/login");
    session.request(&custom).send_empty::<()>().await.unwrap();
    let paths: Vec<_> = transport.sent().into_iter().map(|sent| sent.url).collect();
    assert_eq!(
        paths,
        [
            "https://auth.example.com/v2/second/a%2Fb%26c/7?full=true",
            "https://api.example.com/v1/token",
            "https://api.example.com/v1/login",
        ]
    );
}

#[test]
fn a_route_that_cannot_work_is_refused_with_the_operation_and_what_is_wrong() {
    for (route, problem) in [
        ("", "doesn't start with a slash"),
        ("loans/{id}/{owner}", "doesn't start with a slash"),
        (
            "https://evil.example.com/{id}/{owner}",
            "doesn't start with a slash",
        ),
        ("put /loans/{id}/{owner}", "isn't one of GET, PUT, POST"),
        ("CONNECT /loans/{id}/{owner}", "isn't one of GET, PUT, POST"),
        ("PUT", "doesn't start with a slash"),
        ("PUT", "like /loan/{id}/of/{owner}, or a method"),
        ("//evil.example.com/{id}/{owner}", "two slashes"),
        ("GET //evil.example.com/{id}/{owner}", "two slashes"),
        ("GET loans/{id}/{owner}", "doesn't start with a slash"),
        ("/loans/{id}/{owner}#top", "has a fragment"),
        ("/loans /{id}/{owner}", "holds white space"),
        ("PUT /loans /{id}/{owner}", "white space"),
        ("/loans\\{id}/{owner}", "a backslash"),
        ("/../{id}/{owner}", "a relative segment"),
        ("/%2E%2e/{id}/{owner}", "a relative segment"),
        ("/loans/{id}", "lacks {owner}"),
        ("/loans", "lacks {id}"),
        ("/loans/{id}/{owner}/{id}", "has {id} twice"),
        ("/loans/{id}?a={id}&b={owner}", "has {id} twice"),
        ("/loans/{id}/{owner}/{part}", "it has {id} and {owner}"),
        (
            "/loans/{Id}/{owner}",
            "has {Id}, which the operation doesn't know",
        ),
        ("/loans/{}/{id}/{owner}", "has {}, which"),
        ("/loans/{id}/{owner", "a brace that isn't closed"),
        ("/loans/{id}/owner}", "a brace that isn't closed"),
        ("/loans/{id/{owner}}", "a brace that isn't closed"),
        ("/loans/}{id}/{owner}", "a brace that isn't closed"),
        ("/loans/{id}?{owner}", "write name={placeholder}"),
        ("/loans/{id}?{owner}=1", "write name={placeholder}"),
        ("DELETE /loans/{id}/{owner}", "is repeated after failures"),
    ] {
        let transport = Scripted::new([]);
        let error = builder(&transport)
            .path(&GET_LOAN, route)
            .build()
            .unwrap_err();
        assert_eq!(error.setting(), "path get_loan", "{route}");
        assert!(error.to_string().contains(problem), "{route}: {error}");
    }
    let transport = Scripted::new([]);
    let error = builder(&transport)
        .path(&LOG_IN, "/login/{id}")
        .build()
        .unwrap_err();
    assert_eq!(
        error.to_string(),
        "path log_in has {id}, and the operation has no value to put there"
    );
    // One that no spec gives a path has none to show.
    static NOWHERE: Operation = Operation::new("nowhere", Method::POST, "");
    let error = builder(&transport).path(&NOWHERE, "").build().unwrap_err();
    assert_eq!(
        error.to_string(),
        "path nowhere doesn't start with a slash; write a path like /its/path, or a method and a path like POST /its/path"
    );
}

#[test]
fn what_changes_something_keeps_a_method_that_says_so() {
    static PAY: Operation =
        Operation::new("pay", Method::POST, "/payments/{id}").retry(Retry::Keyed);
    static CANCEL: Operation =
        Operation::new("cancel", Method::PUT, "/payments/{id}/cancel").retry(Retry::Never);
    static SEEN: Operation =
        Operation::new("seen", Method::GET, "/payments/{id}/seen").retry(Retry::Never);
    let built = |operation, route: &str| {
        let transport = Scripted::new([]);
        builder(&transport).path(operation, route).build()
    };
    for operation in [&PAY, &CANCEL] {
        for method in ["GET", "HEAD", "OPTIONS"] {
            let error = built(operation, &format!("{method} /x/{{id}}")).unwrap_err();
            assert_eq!(error.setting(), format!("path {}", operation.id()));
            assert!(error.to_string().contains("changes something"), "{error}");
        }
        for method in ["POST", "PUT", "PATCH", "DELETE"] {
            built(operation, &format!("{method} /x/{{id}}")).unwrap();
        }
    }
    built(&SEEN, "GET /x/{id}").unwrap();
}

#[test]
fn a_route_with_a_value_for_what_the_client_sends_itself_is_refused() {
    let built = |route: &str| {
        let transport = Scripted::new([]);
        let builder = builder(&transport).path(&GET_LOAN, route);
        let builder = builder.default_query(&GET_LOAN, "user_id", 42);
        builder
            .require_query(&GET_LOAN, "team", "say whose")
            .build()
    };
    for (query, name) in [
        ("user_id=5", "user_id"),
        ("user_id=", "user_id"),
        ("user_id", "user_id"),
        ("a=b&User%5Fid=5", "User_id"),
        ("team=1", "team"),
    ] {
        let error = built(&format!("/loans/{{id}}/{{owner}}?{query}")).unwrap_err();
        assert_eq!(error.setting(), "path get_loan");
        let said = format!("the query parameter {name}, which the client sends itself");
        assert!(error.to_string().contains(&said), "{query}: {error}");
    }
    for route in ["/{id}/{owner}?mode=user_id", "/{owner}?team={id}"] {
        built(route).unwrap();
    }
}

#[tokio::test(start_paused = true)]
async fn a_request_with_a_parameter_that_its_route_has_too_is_refused() {
    for route in ["/{id}/{owner}?full=false", "/{id}?full={owner}"] {
        let transport = Scripted::new([]);
        let session = builder(&transport).path(&GET_LOAN, route).build().unwrap();
        let mut request = session.request(&GET_LOAN);
        request.path("id", &1).path("owner", &7);
        request.query("full", &true);
        let error = request.send_empty::<()>().await.unwrap_err();
        assert!(error.is_invalid_request());
        assert!(error.to_string().contains("parameter full "), "{error}");
    }
}

static FIND: Operation = Operation::new("find", Method::GET, "/find").retry(Retry::Safe);

/// The key of each attempt, under a session whose provider takes keys.
async fn keys(
    operation: &'static Operation,
    route: Option<&str>,
    steps: Vec<Step>,
) -> Vec<Option<String>> {
    let transport = Scripted::new(steps);
    let mut builder = builder(&transport).key_header("X-Once");
    if let Some(route) = route {
        builder = builder.path(operation, route);
    }
    let session = builder.build().unwrap();
    call(&session, operation).await.unwrap();
    let key = |sent: Sent| sent.header("x-once").map(str::to_owned);
    transport.sent().into_iter().map(key).collect()
}

#[tokio::test(start_paused = true)]
async fn what_becomes_a_post_put_or_patch_carries_a_key_that_its_attempts_share() {
    for method in ["POST", "PUT", "PATCH"] {
        let route = format!("{method} /find");
        // It is repeated like the read that it is.
        let keys = keys(&FIND, Some(&route), vec![status(503), status(200)]).await;
        assert_eq!(keys[0].as_ref().unwrap().len(), 36);
        assert_eq!(keys, [keys[0].clone(), keys[0].clone()]);
    }
    for route in [None, Some("/search"), Some("OPTIONS /search")] {
        assert_eq!(keys(&FIND, route, vec![status(200)]).await, [None]);
    }
}

#[tokio::test(start_paused = true)]
async fn what_no_spec_describes_carries_a_key_and_what_takes_no_token_does_not() {
    static PUBLIC: Operation = Operation::new("token", Method::POST, "/token").public();
    assert_eq!(keys(&PUBLIC, None, vec![status(200)]).await, [None]);
    let keys = keys(&LOG_IN, None, vec![status(200)]).await;
    assert!(keys[0].is_some());
}

#[tokio::test(start_paused = true)]
async fn a_read_with_a_key_is_in_no_doubt() {
    let transport = Scripted::new([
        lost(),
        lost(),
        lost(),
        lost(),
        status(500),
        status(500),
        status(500),
        status(500),
    ]);
    let session = builder(&transport)
        .key_header("X-Once")
        .path(&FIND, "POST /find")
        .build()
        .unwrap();
    for _ in 0..2 {
        let error = call(&session, &FIND).await.unwrap_err();
        assert_eq!((error.effect(), error.attempts()), (Effect::Answered, 4));
        assert_eq!(error.idempotency_key(), None);
    }
}

#[test]
fn a_key_header_that_is_none_is_refused() {
    let built = builder(&Scripted::new([])).key_header("a b").build();
    assert_eq!(built.unwrap_err().setting(), "key_header");
}

#[tokio::test(start_paused = true)]
async fn nothing_at_a_guessed_path_says_how_to_correct_it_until_it_is_corrected() {
    static GUESSED: Operation =
        Operation::new("find", Method::GET, "/find").provenance(Provenance {
            path: Certainty::Undocumented,
            request: None,
            response: Certainty::Documented,
        });
    let told = async |code: u16, route: Option<&str>| {
        let transport = Scripted::new([status(code)]);
        let mut builder = builder(&transport);
        if let Some(route) = route {
            builder = builder.path(&GUESSED, route);
        }
        let session = builder.build().unwrap();
        let sent = session.request(&GUESSED).send_empty::<()>().await;
        sent.unwrap_err().to_string()
    };
    for code in [404, 405] {
        let told = told(code, None).await;
        assert!(
            told.contains("its path is a guess") && told.contains("`path`"),
            "{told}"
        );
    }
    assert!(!told(403, None).await.contains("guess"));
    assert!(!told(404, Some("/search")).await.contains("guess"));
}
