//! What is fetched, what is refused, and that nothing of an address that could be secret is told.

use std::time::Duration;

use xtask::source::{Document, Fetched, Marks, Origin, Web, fetch};

use crate::server::{Reply, Server, ok, raw, with};

pub(crate) const SPEC: &str = "openapi: 3.0.3\ninfo: {title: Tiny, version: '1'}\npaths: {}\n";

/// Small, and with time enough for a machine that has much to do.
pub(crate) fn web() -> Web {
    let mut web = Web::default();
    web.limits.total = Duration::from_secs(30);
    web.limits.bytes = 10_000;
    web.limits.files = 3;
    web
}

pub(crate) fn get_with(web: &Web, url: &str, marks: &Marks) -> Result<Fetched, String> {
    let origin = Origin::given(url).map_err(|e| e.to_string())?;
    fetch(web, &origin, marks, &[]).map_err(|e| e.to_string())
}

pub(crate) fn get(url: &str) -> Result<Document, String> {
    match get_with(&web(), url, &Marks::default())? {
        Fetched::Came(document) => Ok(document),
        Fetched::Unchanged => Err("unchanged".to_owned()),
    }
}

/// What a server that says the same to everybody is refused for.
pub(crate) fn refused(reply: impl Fn() -> Reply + Send + Sync + 'static) -> String {
    let server = Server::new(move |_, _| reply());
    let wrong = get(&server.url("/spec.yaml?key=hush")).unwrap_err();
    assert!(!wrong.contains("hush"), "{wrong}");
    let place = format!("http://{}/spec.yaml?…: ", server.address);
    wrong
        .strip_prefix(&place)
        .unwrap_or_else(|| panic!("{wrong}"))
        .to_owned()
}

#[test]
fn a_document_comes_with_its_hash_and_the_marks_of_the_server() {
    let server = Server::new(|_, _| {
        with(
            200,
            "etag: \"v1\"\r\nlast-modified: Sat, 21 Nov 2026 10:00:00 GMT\r\n",
            SPEC,
        )
    });
    let came = get(&server.url("/spec.yaml")).unwrap();
    assert_eq!(came.value["info"]["title"], "Tiny");
    assert_eq!(came.stamp.marks.etag.as_deref(), Some("\"v1\""));
    assert_eq!(
        came.stamp.marks.last_modified.as_deref(),
        Some("Sat, 21 Nov 2026 10:00:00 GMT")
    );
    assert_eq!(came.stamp.sha256.len(), 64);
    assert_eq!(came.findings, [""; 0]);
    let head = server.requests.lock().unwrap()[0].to_lowercase();
    assert!(head.contains("accept-encoding: identity\r\n"), "{head}");
    assert!(
        !head.contains("if-none-match") && !head.contains("if-modified-since"),
        "{head}"
    );
}

#[test]
fn json_is_taken_and_so_is_an_answer_in_chunks_without_a_length() {
    let server = Server::new(|_, _| {
        let body = r#"{"openapi":"3.1.0","info":{},"webhooks":{}}"#;
        let (a, b) = body.split_at(10);
        let parts = format!("{:x}\n{a}\n{:x}\n{b}\n0\n\n", a.len(), b.len());
        raw(&format!(
            "HTTP/1.1 200 OK\ntransfer-encoding: chunked\nconnection: close\n\n{parts}"
        ))
    });
    assert_eq!(get(&server.url("/")).unwrap().value["openapi"], "3.1.0");
}

#[test]
fn with_the_marks_of_the_last_time_only_what_is_newer_comes() {
    let marks = Marks {
        etag: Some("\"v1\"".to_owned()),
        last_modified: Some("Sat, 21 Nov 2026 10:00:00 GMT".to_owned()),
    };
    let server = Server::new(|_, head| {
        let head = head.to_lowercase();
        assert!(
            head.contains("if-modified-since: sat, 21 nov 2026 10:00:00 gmt\r\n"),
            "{head}"
        );
        if head.contains("if-none-match: \"v1\"\r\n") {
            raw("HTTP/1.1 304 Not Modified\nconnection: close\n\n")
        } else {
            ok(SPEC)
        }
    });
    let url = server.url("/");
    assert!(matches!(
        get_with(&web(), &url, &marks),
        Ok(Fetched::Unchanged)
    ));
    let newer = Marks {
        etag: Some("\"v0\"".to_owned()),
        ..marks
    };
    assert!(matches!(
        get_with(&web(), &url, &newer),
        Ok(Fetched::Came(_))
    ));
}

#[test]
fn unchanged_without_marks_is_no_answer() {
    let wrong = refused(|| raw("HTTP/1.1 304 Not Modified\nconnection: close\n\n"));
    assert_eq!(
        wrong,
        "the server answers 304; look whether the address is right"
    );
}

#[test]
fn whatever_is_no_success_is_told_with_its_number() {
    let answers = |status| refused(move || with(status, "", SPEC));
    assert!(answers(404).starts_with("there is nothing (404)"));
    assert!(answers(401).starts_with("the server answers 401; it may need a login"));
    assert!(answers(500).starts_with("the server answers 500; try again later"));
    assert!(answers(206).starts_with("the server answers 206"));
    assert!(answers(204).starts_with("the server answers 204"));
}

#[test]
fn a_server_that_never_answers_or_never_ends_is_left() {
    let mut web = web();
    web.limits.total = Duration::from_millis(100);
    let replies: [fn() -> Reply; 4] = [
        || Reply::Silence(Vec::new()),
        || Reply::Silence(BEGUN.into()),
        || Reply::Drip(BEGUN.into()),
        || Reply::Drip("HTTP/1.1 200 OK\r\n".into()),
    ];
    for reply in replies {
        let server = Server::new(move |_, _| reply());
        let wrong = get_with(&web, &server.url("/a"), &Marks::default()).unwrap_err();
        assert!(
            wrong.contains("/a: it took more than 100ms; try again later"),
            "{wrong}"
        );
    }
}

const BEGUN: &str = "HTTP/1.1 200 OK\r\ncontent-length: 5000\r\n\r\nopenapi: 3.0.3\n";

#[test]
fn nobody_there_is_told() {
    let server = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/a?key=hush", server.local_addr().unwrap());
    drop(server);
    let wrong = get(&url).unwrap_err();
    assert!(
        wrong.contains("/a?…: it can't be fetched: ") && !wrong.contains("hush"),
        "{wrong}"
    );
}

#[test]
fn more_than_may_be_is_refused_before_and_while_it_is_read() {
    let long = "#".repeat(10_001);
    let said = long.clone();
    let wrong = refused(move || with(200, "", &said));
    assert!(wrong.starts_with("it has more than 10000 bytes"), "{wrong}");
    let wrong =
        refused(|| Reply::Silence(b"HTTP/1.1 200 OK\r\ncontent-length: 10001\r\n\r\n".to_vec()));
    assert!(
        wrong.starts_with("it has more than 10000 bytes"),
        "before any of it came: {wrong}"
    );
    let wrong = refused(move || {
        raw(&format!(
            "HTTP/1.1 200 OK\ntransfer-encoding: chunked\n\n{:x}\n{long}\n",
            long.len()
        ))
    });
    assert!(wrong.starts_with("it has more than 10000 bytes"), "{wrong}");
}

#[test]
fn an_answer_that_ends_too_early_is_no_document() {
    let cut = "what comes ends before it is whole";
    let wrong = refused(|| raw(&format!("HTTP/1.1 200 OK\ncontent-length: 5000\n\n{SPEC}")));
    assert!(wrong.starts_with(cut), "{wrong}");
    let wrong =
        refused(|| raw("HTTP/1.1 200 OK\ntransfer-encoding: chunked\n\nff\nopenapi: 3.0.3"));
    assert!(wrong.starts_with(cut), "{wrong}");
    let wrong = refused(|| raw(&format!("HTTP/1.1 200 OK\n\n{SPEC}")));
    assert!(
        wrong.starts_with("the server doesn't say how long it is"),
        "{wrong}"
    );
    let server = Server::new(|_, _| ok(r#"{"openapi": "3.0.3", "info": {"title": "Ti"#));
    let wrong = get(&server.url("/")).unwrap_err();
    assert!(
        wrong.contains("/:1: this is not JSON: EOF while parsing a string"),
        "{wrong}"
    );
    let wrong = refused(|| ok("openapi: 3.0.3\ninfo: {title: Tiny}\n"));
    assert!(
        wrong.starts_with("it has no `paths`; look whether it is all there"),
        "{wrong}"
    );
}

#[test]
fn what_is_compressed_unasked_is_not_taken() {
    let wrong = refused(|| with(200, "content-encoding: gzip\r\n", "\u{1f}"));
    assert!(
        wrong.starts_with("the server sends it compressed (gzip)"),
        "{wrong}"
    );
}

#[test]
fn what_is_no_openapi_document_is_called_what_it_is() {
    let is = |body: &'static str| refused(move || ok(body));
    assert!(
        is("\n <!doctype html><title>Log in</title>").starts_with("this is a page (HTML or XML)")
    );
    assert!(is(" \n").starts_with("it is empty"));
    assert!(is("").starts_with("it is empty"));
    assert!(is("swagger: '2.0'\npaths: {}\n").starts_with("this is a document of Swagger 2.0"));
    assert!(is("swagger: 2.0\npaths: {}\n").starts_with("this is a document of Swagger 2"));
    assert!(is("openapi: 3.2.0\npaths: {}\n").starts_with("this is a document of OpenAPI 3.2.0"));
    assert!(is("openapi: 4\n").starts_with("this is a document of OpenAPI 4"));
    assert!(is("error: not found\n").starts_with("this is no OpenAPI document"));
    assert!(is("just text").starts_with("this is no OpenAPI document"));
    let latin =
        refused(|| Reply::Bytes(b"HTTP/1.1 200 OK\r\ncontent-length: 3\r\n\r\na\xe9b".to_vec()));
    assert!(latin.starts_with("this is not UTF-8 text"), "{latin}");
}
