//! Query parameters that a session insists on, and those that it fills in.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod scripted;

use florin_core::http::Method;
use florin_core::{Effect, Operation, SessionBuilder};
use scripted::{SAFE, Scripted, call, settings, status};

static LIST: Operation = Operation::new("list", Method::GET, "/transactions");

/// The URL that `LIST` goes to with these parameters, below the base URL, or what is said of it.
async fn listed(
    set: impl FnOnce(SessionBuilder) -> SessionBuilder,
    query: &[(&str, &str)],
) -> Result<String, String> {
    let transport = Scripted::new([status(200)]);
    let session = set(settings(&transport).anonymous()).build().unwrap();
    let mut request = session.request(&LIST);
    for (name, value) in query {
        request.query(name, value);
    }
    match request.send_empty::<()>().await {
        Ok(_) => Ok(transport
            .only()
            .url
            .replace("https://api.example.com/v1", "")),
        Err(error) => {
            assert!(error.is_invalid_request());
            assert_eq!((error.effect(), transport.attempts()), (Effect::NotSent, 0));
            Err(error.to_string())
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_request_without_a_parameter_that_the_session_insists_on_is_refused() {
    let required = |builder: SessionBuilder| builder.require_query(&LIST, "user_id", "say whose");
    let said = "list: invalid request: query parameter user_id is missing: say whose; not sent";
    for query in [&[][..], &[("user_id", "")], &[("page", "1"), ("user", "1")]] {
        assert_eq!(listed(required, query).await.unwrap_err(), said);
    }
    assert_eq!(
        listed(required, &[("page", "1"), ("user_id", "7")]).await,
        Ok("/transactions?page=1&user_id=7".into())
    );
}

#[tokio::test(start_paused = true)]
async fn a_parameter_is_filled_in_where_the_request_has_none() {
    let filled = |builder: SessionBuilder| builder.default_query(&LIST, "user id", "4&2");
    assert_eq!(
        listed(filled, &[]).await,
        Ok("/transactions?user%20id=4%262".into())
    );
    assert_eq!(
        listed(filled, &[("page", "1")]).await,
        Ok("/transactions?page=1&user%20id=4%262".into())
    );
    for own in ["7", ""] {
        assert_eq!(
            listed(filled, &[("user id", own)]).await,
            Ok(format!("/transactions?user%20id={own}"))
        );
    }
}

#[tokio::test(start_paused = true)]
async fn the_last_rule_for_a_parameter_counts() {
    let filled = |builder: SessionBuilder| {
        builder
            .require_query(&LIST, "user_id", "say whose")
            .default_query(&LIST, "user_id", 1)
            .default_query(&LIST, "user_id", 2)
            .default_query(&LIST, "page", 3)
    };
    assert_eq!(
        listed(filled, &[]).await,
        Ok("/transactions?user_id=2&page=3".into())
    );
    let required = |builder: SessionBuilder| {
        let builder = builder.default_query(&LIST, "user_id", 1);
        builder.require_query(&LIST, "user_id", "say whose")
    };
    assert!(listed(required, &[]).await.is_err());
}

#[tokio::test(start_paused = true)]
async fn rules_hold_for_their_operation_also_where_it_is_elsewhere_and_for_no_other() {
    let transport = Scripted::new([status(200), status(200)]);
    let session = settings(&transport)
        .anonymous()
        .path(&LIST, "/elsewhere?view=all")
        .default_query(&LIST, "user_id", 1)
        .default_query(&LIST, "kind", "none")
        .build()
        .unwrap();
    call(&session, &LIST).await.unwrap();
    call(&session, &SAFE).await.unwrap();
    let urls: Vec<_> = transport.sent().into_iter().map(|sent| sent.url).collect();
    assert_eq!(
        urls,
        [
            "https://api.example.com/v1/elsewhere?view=all&user_id=1&kind=none",
            "https://api.example.com/v1/things"
        ]
    );
}
