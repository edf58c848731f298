//! What a request looks like when it leaves, and which one doesn't leave at all.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod scripted;

use std::collections::BTreeMap;

use florin_core::http::Method;
use florin_core::{Effect, Operation, Place, Request, Sensitive, Sensitivity};
use scripted::{NEVER, SAFE, Scripted, Sent, anonymous, call, settings, status};
use serde::Serialize;

static THING: Operation = Operation::new("read_thing", Method::GET, "/things/{id}/parts/{part}");
static ONE: Operation = Operation::new("read_one", Method::GET, "/things/{id}");

/// What leaves for a request that `fill` fills.
async fn sent<'a>(operation: &'a Operation, fill: impl FnOnce(&mut Request<'a>)) -> Sent {
    let transport = Scripted::new([status(200)]);
    let session = Box::leak(Box::new(anonymous(&transport)));
    let mut request = session.request(operation);
    fill(&mut request);
    request.send_json::<serde_json::Value, ()>().await.unwrap();
    transport.only()
}

/// What is said of a request that doesn't leave.
async fn refusal<'a>(operation: &'a Operation, fill: impl FnOnce(&mut Request<'a>)) -> String {
    let transport = Scripted::new([]);
    let session = Box::leak(Box::new(anonymous(&transport)));
    let mut request = session.request(operation);
    fill(&mut request);
    let error = request.send_empty::<()>().await.unwrap_err();
    assert!(error.is_invalid_request() && !error.is_retryable());
    assert_eq!(
        (error.effect(), error.attempts(), transport.attempts()),
        (Effect::NotSent, 0, 0)
    );
    error.to_string()
}

async fn path(value: &str) -> String {
    let sent = sent(&ONE, |request| {
        request.path("id", value);
    });
    sent.await
        .url
        .strip_prefix("https://api.example.com/v1/things/")
        .unwrap()
        .to_owned()
}

#[tokio::test(start_paused = true)]
async fn path_values_stay_one_segment() {
    for (value, written) in [
        ("a/b", "a%2Fb"),
        ("a\\b", "a%5Cb"),
        ("%2f", "%252f"),
        ("%2e%2e", "%252e%252e"),
        ("a?b#c", "a%3Fb%23c"),
        ("a b", "a%20b"),
        ("München/1", "M%C3%BCnchen%2F1"),
        ("...", "..."),
        (".hidden", ".hidden"),
        ("{part}", "%7Bpart%7D"),
        ("a;b=c", "a%3Bb%3Dc"),
        ("tab\tline\n", "tab%09line%0A"),
    ] {
        assert_eq!(path(value).await, written, "{value}");
    }
}

#[tokio::test(start_paused = true)]
async fn path_values_that_would_change_the_path_are_refused_by_name() {
    for value in ["", ".", ".."] {
        let said = refusal(&ONE, |request| {
            request.path("id", value);
        });
        assert!(said.await.contains("path parameter id"), "{value:?}");
    }
    static JOINED: Operation = Operation::new("read_joined", Method::GET, "/things/{a}{b}/.{c}");
    let said = refusal(&JOINED, |request| {
        request.path("a", "x").path("b", "y").path("c", ".");
    });
    assert!(said.await.contains("path parameter c"));
    static DOTTED: Operation = Operation::new("read_dotted", Method::GET, "/things/../{a}");
    let said = refusal(&DOTTED, |request| {
        request.path("a", "x");
    });
    assert!(said.await.contains("relative segment"));
}

#[tokio::test(start_paused = true)]
async fn a_placeholder_without_a_value_and_a_value_without_a_placeholder_are_refused() {
    let said = refusal(&THING, |request| {
        request.path("id", "1");
    });
    assert!(said.await.contains("path parameter part is missing"));
    let said = refusal(&ONE, |request| {
        request.path("id", "1").path("prat", "2");
    });
    assert!(said.await.contains("more path parameters"));
    let filled = sent(&THING, |request| {
        request.path("part", &2).path("id", &1);
    });
    assert_eq!(
        filled.await.url,
        "https://api.example.com/v1/things/1/parts/2"
    );
}

#[tokio::test(start_paused = true)]
async fn a_template_that_is_no_path_is_refused() {
    for template in ["things", "", "/things?a=b", "/things#a", "/things/{id"] {
        let operation = Box::leak(Box::new(Operation::custom(Method::GET, template)));
        assert!(
            refusal(operation, |_| {}).await.contains("the path"),
            "{template}"
        );
    }
    let operation = Operation::custom(Method::GET, "//evil.example.com/x");
    let transport = Scripted::new([status(200)]);
    call(&anonymous(&transport), &operation).await.unwrap();
    assert_eq!(
        transport.only().url,
        "https://api.example.com/v1//evil.example.com/x"
    );
}

#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
enum Side {
    Buy,
}

#[tokio::test(start_paused = true)]
async fn query_parameters_are_escaped_repeated_and_left_out() {
    let sent = sent(&SAFE, |request| {
        request
            .query("q", "a b+c&d=é/?#")
            .query("id", &["x", "y"])
            .query("none", &None::<u8>)
            .query("empty", &Vec::<u8>::new())
            .query("blank", "")
            .query("some", &Some(7))
            .query("side", &Side::Buy)
            .query("filter", &BTreeMap::from([("from", 1), ("to", 2)]));
    });
    assert_eq!(
        sent.await.url,
        "https://api.example.com/v1/things?q=a%20b%2Bc%26d%3D%C3%A9%2F%3F%23&id=x&id=y&blank=&some=7&side=buy&from=1&to=2"
    );
}

#[tokio::test(start_paused = true)]
async fn a_query_that_has_no_spelling_is_refused_by_name_and_without_the_value() {
    let said = refusal(&SAFE, |request| {
        request
            .query("filter", &[["Jane"]])
            .query("other", &[["Joe"]]);
    });
    let said = said.await;
    assert!(
        said.contains("query parameter filter") && !said.contains("Jane"),
        "{said}"
    );
}

#[tokio::test(start_paused = true)]
async fn a_header_cannot_smuggle_another_and_its_value_is_not_repeated() {
    for value in ["a\r\nX-Admin: hunter2", "hunter2\n", "hunter2\0"] {
        let said = refusal(&SAFE, |request| {
            request.header("X-Name", value);
        });
        let said = said.await;
        assert!(
            said.contains("X-Name") && !said.contains("hunter2"),
            "{said}"
        );
    }
    let said = refusal(&SAFE, |request| {
        request.header("X Name", "a");
    });
    assert!(said.await.contains("\"X Name\""));
}

#[tokio::test(start_paused = true)]
async fn a_header_that_says_where_a_message_goes_or_ends_is_refused_by_name() {
    for name in [
        "Host",
        "content-length",
        "Transfer-Encoding",
        "connection",
        "te",
        "upgrade",
    ] {
        let said = refusal(&SAFE, |request| {
            request.header(name, "5");
        });
        let said = said.await;
        assert!(said.contains(&name.to_lowercase()), "{said}");
        assert!(said.contains("leave it out"), "{said}");
    }
}

#[tokio::test(start_paused = true)]
async fn bodies_come_with_their_media_type() {
    #[derive(Serialize)]
    struct Form {
        grant_type: &'static str,
        scope: Option<&'static str>,
        note: &'static str,
    }
    let form = Form {
        grant_type: "client_credentials",
        scope: None,
        note: "a b&c",
    };
    let json = sent(&NEVER, |request| {
        request.json(&BTreeMap::from([("a", 1)]));
    });
    let json = json.await;
    assert_eq!(
        (json.header("content-type"), json.text()),
        (Some("application/json"), r#"{"a":1}"#)
    );
    let form = sent(&NEVER, |request| {
        request.form(&form);
    });
    let form = form.await;
    assert_eq!(
        form.header("content-type"),
        Some("application/x-www-form-urlencoded")
    );
    assert_eq!(form.text(), "grant_type=client_credentials&note=a+b%26c");
    let text = sent(&NEVER, |request| {
        request.text("text/csv; charset=utf-8", "a,b");
    });
    let text = text.await;
    assert_eq!(
        (text.header("content-type"), text.text()),
        (Some("text/csv; charset=utf-8"), "a,b")
    );
    let bytes = sent(&NEVER, |request| {
        request.bytes(&b"\x01"[..]);
    });
    let bytes = bytes.await;
    assert_eq!(
        (bytes.header("content-type"), bytes.text()),
        (Some("application/octet-stream"), "\x01")
    );
    let none = sent(&NEVER, |_| {}).await;
    assert!(none.header("content-type").is_none() && none.body.is_none());
}

#[tokio::test(start_paused = true)]
async fn a_media_type_or_accept_that_the_caller_sets_stands_alone() {
    let sent = sent(&NEVER, |request| {
        request
            .header("Content-Type", "application/vnd.x+json")
            .header("accept", "text/csv")
            .json(&[1]);
    });
    let sent = sent.await;
    let all = |name: &str| {
        sent.headers
            .get_all(name)
            .iter()
            .map(|v| v.to_str().unwrap())
            .collect::<Vec<_>>()
    };
    assert_eq!(all("content-type"), ["application/vnd.x+json"]);
    assert_eq!(all("accept"), ["text/csv"]);
}

#[tokio::test(start_paused = true)]
async fn bodies_that_cannot_be_written_are_refused_by_field_and_without_the_value() {
    let amount: florin_core::Decimal = "1234567890.12345678901".parse().unwrap();
    let said = refusal(&NEVER, |request| {
        request.json(&BTreeMap::from([("amount", amount)]));
    });
    let said = said.await;
    assert!(
        said.contains("field amount: too many digits") && !said.contains("1234567890"),
        "{said}"
    );
    let said = refusal(&NEVER, |request| {
        request.form(&["a", "list"]);
    });
    assert!(said.await.contains("the form body"));
    let said = refusal(&NEVER, |request| {
        request.text("text/\n", "");
    });
    assert!(said.await.contains("media type"));
}

#[tokio::test(start_paused = true)]
async fn the_first_problem_is_the_one_that_is_told() {
    let said = refusal(&ONE, |request| {
        request.header("X-First", "\n").header("X-Second", "\n");
    });
    assert!(said.await.contains("X-First"));
}

#[tokio::test(start_paused = true)]
async fn a_request_carries_what_it_needs_and_nothing_else() {
    let sent = sent(&SAFE, |_| {}).await;
    let mut names: Vec<&str> = sent.headers.keys().map(|name| name.as_str()).collect();
    names.sort_unstable();
    assert_eq!(names, ["accept", "user-agent"]);
    assert_eq!(sent.header("accept"), Some("application/json"));
    assert!(sent.header("user-agent").unwrap().starts_with("florin/"));
}

#[tokio::test(start_paused = true)]
async fn headers_of_the_session_give_way_to_those_of_the_request() {
    let transport = Scripted::new([status(200), status(200)]);
    let session = settings(&transport)
        .anonymous()
        .header("X-Tenant", "default")
        .header("User-Agent", "bank/1")
        .build()
        .unwrap();
    let mut request = session.request(&SAFE);
    request.header("x-tenant", "mine");
    request.send_empty::<()>().await.unwrap();
    call(&session, &SAFE).await.unwrap();
    let sent = transport.sent();
    let tenants = |sent: &Sent| sent.headers.get_all("x-tenant").iter().count();
    assert_eq!(
        (sent[0].header("x-tenant"), tenants(&sent[0])),
        (Some("mine"), 1)
    );
    assert_eq!(
        (sent[1].header("x-tenant"), sent[1].header("user-agent")),
        (Some("default"), Some("bank/1"))
    );
}

#[tokio::test(start_paused = true)]
async fn a_header_may_be_sent_more_than_once() {
    let sent = sent(&SAFE, |request| {
        request.header("X-Tag", "a").header("X-Tag", "b");
    });
    assert_eq!(sent.await.headers.get_all("x-tag").iter().count(), 2);
}

#[tokio::test(start_paused = true)]
async fn cookies_share_one_header_that_is_never_shown() {
    let sent = sent(&SAFE, |request| {
        request
            .cookie("a", "1")
            .header("X-Tag", "t")
            .cookie("b", &2);
    });
    let headers = sent.await.headers;
    assert_eq!(headers["cookie"], "a=1; b=2");
    assert_eq!(headers.get_all("cookie").iter().count(), 1);
    assert!(headers["cookie"].is_sensitive());
}

#[tokio::test(start_paused = true)]
async fn headers_that_the_spec_calls_sensitive_are_marked() {
    static OPERATION: Operation =
        Operation::new("read", Method::GET, "/").sensitive(&[Sensitive {
            place: Place::Header,
            path: "X-Customer",
            kind: Sensitivity::Personal,
        }]);
    let sent = sent(&OPERATION, |request| {
        request
            .header("x-customer", "Jane")
            .header("Authorization", "Basic abc")
            .header("X-Open", "1");
    });
    let headers = sent.await.headers;
    assert!(headers["x-customer"].is_sensitive() && headers["authorization"].is_sensitive());
    assert!(!headers["x-open"].is_sensitive());
}

#[tokio::test(start_paused = true)]
async fn bytes_are_handed_on_as_they_came_and_ask_for_nothing() {
    let transport = Scripted::new([scripted::body(200, "%PDF")]);
    let session = anonymous(&transport);
    let response = session.request(&SAFE).send_bytes::<()>().await.unwrap();
    assert_eq!(&response[..], b"%PDF");
    assert!(transport.only().header("accept").is_none());

    let transport = Scripted::new([scripted::body(200, "%PDF Ana")]);
    let session = anonymous(&transport);
    let file = session.request(&SAFE).send_file::<()>().await.unwrap();
    assert_eq!(&file[..], b"%PDF Ana");
    assert!(!format!("{file:?}").contains("Ana"), "{file:?}");
}
