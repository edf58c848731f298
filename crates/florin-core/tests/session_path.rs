//! Operations that are elsewhere than their spec says.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod scripted;

use std::sync::Arc;

use florin_core::http::Method;
use florin_core::{Certainty, Operation, Provenance, Retry, Session, SessionBuilder};
use scripted::{Scripted, settings, status};

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
        ("GET loans/{id}/{owner}", "doesn't start with a slash"),
        ("/loans/{id}/{owner}#top", "has a fragment"),
        ("/loans /{id}/{owner}", "isn't one of"),
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
