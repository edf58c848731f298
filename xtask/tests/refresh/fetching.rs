//! What is fetched, what is refused, and that nothing of an address that could be secret is told.

use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use xtask::source::{Address, Document, Fetched, Lookup, Marks, Named, Origin, Web, fetch};

use crate::server::{Reply, Server, ok, raw, with};

const SPEC: &str = "openapi: 3.0.3\ninfo: {title: Tiny, version: '1'}\npaths: {}\n";

/// Short enough that nobody waits.
fn web() -> Web {
    let mut web = Web::default();
    web.limits.total = Duration::from_millis(400);
    web.limits.bytes = 10_000;
    web.limits.files = 3;
    web
}

fn get_with(web: &Web, url: &str, marks: &Marks) -> Result<Fetched, String> {
    let origin = Origin::given(url).map_err(|e| e.to_string())?;
    fetch(web, &origin, marks, &[]).map_err(|e| e.to_string())
}

fn get(url: &str) -> Result<Document, String> {
    match get_with(&web(), url, &Marks::default())? {
        Fetched::Came(document) => Ok(document),
        Fetched::Unchanged => Err("unchanged".to_owned()),
    }
}

/// What a server that says the same to everybody is refused for.
fn refused(reply: impl Fn() -> Reply + Send + Sync + 'static) -> String {
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
fn a_redirect_on_the_same_host_and_port_is_followed() {
    let server = Server::new(|path, _| match path {
        "/a" => with(302, "location: /b?key=hush#there\r\n", ""),
        "/b?key=hush" => with(308, "location: c.yaml\r\n", ""),
        _ => ok(SPEC),
    });
    get(&server.url("/a")).unwrap();
    assert_eq!(server.paths(), ["/a", "/b?key=hush", "/c.yaml"]);
}

#[test]
fn a_redirect_to_another_host_port_or_scheme_is_not_followed() {
    let other = Server::new(|_, _| ok(SPEC));
    let elsewhere = [
        other.url("/spec.yaml?key=hush"),
        "https://example.com/spec.yaml".to_owned(),
        "//example.com/spec.yaml".to_owned(),
        "file:///etc/passwd".to_owned(),
    ];
    for location in elsewhere {
        let wrong = refused(move || with(301, &format!("location: {location}\r\n"), ""));
        assert!(
            wrong.contains("which is another host, port or scheme"),
            "{wrong}"
        );
    }
    assert_eq!(other.paths(), [""; 0]);
    let server = Server::new(|_, head| {
        let host = head
            .lines()
            .find_map(|line| line.strip_prefix("host: "))
            .unwrap_or_default();
        let port = host.rsplit(':').next().unwrap_or_default();
        with(302, &format!("location: http://localhost:{port}/\r\n"), "")
    });
    let wrong = get(&server.url("/")).unwrap_err();
    assert!(
        wrong.contains("redirects to http://localhost:") && wrong.contains("another host"),
        "{wrong}"
    );
    let login = Server::new(|_, head| {
        let host = head
            .lines()
            .find_map(|line| line.strip_prefix("host: "))
            .unwrap_or_default();
        with(302, &format!("location: http://anna:hush@{host}/\r\n"), "")
    });
    let wrong = get(&login.url("/")).unwrap_err();
    assert!(
        wrong.contains("another host, port or scheme") && !wrong.contains("hush"),
        "{wrong}"
    );
    assert_eq!(login.paths().len(), 1);
}

#[test]
fn redirects_come_to_an_end() {
    let server = Server::new(|_, _| with(302, "location: /again\r\n", ""));
    let wrong = get(&server.url("/")).unwrap_err();
    assert!(
        wrong.contains("more than 5 redirects follow upon each other"),
        "{wrong}"
    );
    assert_eq!(server.paths().len(), 6);
    let wrong = refused(|| with(302, "", ""));
    assert!(
        wrong.starts_with("the server redirects without saying where to"),
        "{wrong}"
    );
}

/// In settings, `name` is looked up as these addresses.
fn looked_up(ips: &[&str]) -> String {
    let ips: Vec<IpAddr> = ips.iter().map(|ip| ip.parse().unwrap()).collect();
    let lookup: Lookup = Arc::new(move |_| Ok(ips.clone()));
    let web = Web { lookup, ..web() };
    let address =
        Address::read("https://spec.example/a?key=hush", Named::InSettings, "here").unwrap();
    let fetched = fetch(&web, &Origin::Web(address), &Marks::default(), &[]);
    fetched.unwrap_err().to_string()
}

#[test]
fn a_name_in_settings_that_leads_inside_is_never_connected_to() {
    for ip in [
        "127.0.0.1",
        "10.0.0.1",
        "::1",
        "::ffff:127.0.0.1",
        "fd00::1",
        "169.254.169.254",
    ] {
        let wrong = looked_up(&[ip]);
        assert!(
            wrong.contains("which is inside of this machine or its network"),
            "{ip}: {wrong}"
        );
        assert!(wrong.starts_with("https://spec.example/a?…: "), "{wrong}");
    }
    let wrong = looked_up(&["9.9.9.9", "127.0.0.1"]);
    assert!(
        wrong.contains("leads to 127.0.0.1"),
        "one of them is enough: {wrong}"
    );
    let address = Address::read("https://localhost/a", Named::InSettings, "here").unwrap();
    let wrong = fetch(&web(), &Origin::Web(address), &Marks::default(), &[])
        .unwrap_err()
        .to_string();
    assert!(wrong.contains("which is inside of this machine"), "{wrong}");
}

#[test]
fn a_name_on_the_command_line_may_lead_inside() {
    let server = Server::new(|_, _| ok(SPEC));
    let lookup: Lookup = Arc::new(|_| Ok(vec!["127.0.0.1".parse().unwrap()]));
    let web = Web { lookup, ..web() };
    let url = format!("http://spec.example:{}/", server.address.port());
    assert!(matches!(
        get_with(&web, &url, &Marks::default()),
        Ok(Fetched::Came(_))
    ));
}

#[test]
fn a_server_that_never_answers_or_never_ends_is_left() {
    let late = "it took more than 400ms; try again later";
    assert!(refused(|| Reply::Silence(Vec::new())).starts_with(late));
    let begun = "HTTP/1.1 200 OK\r\ncontent-length: 5000\r\n\r\nopenapi: 3.0.3\n";
    assert!(refused(|| Reply::Silence(begun.into())).starts_with(late));
    assert!(refused(|| Reply::Drip(begun.into())).starts_with(late));
    assert!(refused(|| Reply::Drip("HTTP/1.1 200 OK\r\n".into())).starts_with(late));
}

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

const SPLIT: &str =
    "openapi: 3.0.3\ninfo: {title: Tiny, version: '1'}\npaths:\n  /a: {$ref: 'paths/a.yaml'}\n";
const PATH_A: &str = "get:\n  operationId: get_a\n  responses:\n    '200': {description: ok, content: {application/json: \
                      {schema: {$ref: '../models/thing%20one.json#/Thing'}}}}\n";
const THING: &str = r#"{"Thing": {"type": "object", "properties": {"name": {"type": "string"}}}}"#;

fn split() -> Server {
    Server::new(|path, _| match path {
        "/v1/root.yaml?key=hush" => with(200, "etag: \"v1\"\r\n", SPLIT),
        "/v1/paths/a.yaml" => ok(PATH_A),
        "/v1/models/thing%20one.json" => ok(THING),
        _ => with(404, "", ""),
    })
}

#[test]
fn what_a_document_refers_to_is_fetched_too_and_all_becomes_one() {
    let server = split();
    let came = get(&server.url("/v1/root.yaml?key=hush")).unwrap();
    assert_eq!(came.findings, [""; 0]);
    let schema = &came.value["paths"]["/a"]["get"]["responses"]["200"]["content"]["application/json"]
        ["schema"];
    assert_eq!(schema["$ref"], "#/components/schemas/Thing");
    assert_eq!(
        came.value["components"]["schemas"]["Thing"]["properties"]["name"]["type"],
        "string"
    );
    // The mark of the first file says nothing of the others.
    assert_eq!(came.stamp.marks, Marks::default());
    assert_eq!(server.paths().len(), 3);
}

#[test]
fn the_same_files_from_a_disk_are_the_same_document_with_the_same_hash() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| {
        let file = folder.path().join(name);
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, text).unwrap();
    };
    write("root.yaml", SPLIT);
    write("paths/a.yaml", PATH_A);
    write("models/thing one.json", THING);
    write("other.yaml", "nobody refers to it");
    let from_disk = get(&folder.path().join("root.yaml").display().to_string()).unwrap();
    let from_web = get(&split().url("/v1/root.yaml?key=hush")).unwrap();
    assert_eq!(from_disk.value, from_web.value);
    assert_eq!(from_disk.stamp.sha256, from_web.stamp.sha256);
}

#[test]
fn nothing_out_of_the_folder_or_of_another_host_is_asked_for() {
    let other = Server::new(|_, _| ok(THING));
    let elsewhere = other.url("/thing.json#/Thing");
    let server = Server::new(move |path, _| match path {
        "/v1/root.yaml" => ok(&format!(
            "openapi: 3.0.3\npaths: {{}}\ncomponents:\n  schemas:\n    A: {{$ref: '{elsewhere}'}}\n    \
             B: {{$ref: '../secret.yaml#/X'}}\n    C: {{$ref: '/secret.yaml#/X'}}\n    D: {{$ref: '%2e%2e/secret.yaml'}}\n    \
             E: {{$ref: '//localhost/x.yaml'}}\n    F: {{$ref: 'https://example.com/x.yaml'}}\n"
        )),
        _ => ok(THING),
    });
    let came = get(&server.url("/v1/root.yaml")).unwrap();
    assert_eq!(server.paths(), ["/v1/root.yaml"]);
    assert_eq!(other.paths(), [""; 0]);
    assert_eq!(came.findings.len(), 6, "{:#?}", came.findings);
    let tmp = std::env::temp_dir().display().to_string();
    assert!(
        came.findings.iter().all(|finding| !finding.contains(&tmp)),
        "{:#?}",
        came.findings
    );
}

#[test]
fn a_file_that_is_referred_to_and_fails_fails_all_and_one_that_is_missing_is_told() {
    let refers = "openapi: 3.0.3\npaths: {}\ncomponents: {schemas: {A: {$ref: 'a.yaml#/A'}}}\n";
    let server = Server::new(move |path, _| match path {
        "/root.yaml" => ok(refers),
        _ => raw("HTTP/1.1 200 OK\ncontent-length: 99\n\nA: {type: object}"),
    });
    let wrong = get(&server.url("/root.yaml")).unwrap_err();
    assert!(
        wrong.contains("/a.yaml: what comes ends before it is whole"),
        "{wrong}"
    );
    let server = Server::new(move |path, _| match path {
        "/root.yaml" => ok(refers),
        _ => with(404, "", ""),
    });
    let came = get(&server.url("/root.yaml")).unwrap();
    assert_eq!(came.findings.len(), 1, "{:?}", came.findings);
    assert!(
        came.findings[0].contains("leads to a file that isn't there"),
        "{:?}",
        came.findings
    );
}

#[test]
fn files_are_bounded_in_number_and_together_in_bytes() {
    let server = Server::new(|path, _| {
        let n: usize = path
            .trim_matches(|c: char| !c.is_ascii_digit())
            .parse()
            .unwrap_or(0);
        ok(&format!(
            "openapi: 3.0.3\npaths: {{}}\nnext: {{$ref: '{}.yaml'}}\n",
            n + 1
        ))
    });
    let wrong = get(&server.url("/0.yaml")).unwrap_err();
    assert!(wrong.contains("it refers to more than 3 files"), "{wrong}");
    let server = Server::new(|path, _| match path {
        "/root.yaml" => ok("openapi: 3.0.3\npaths: {}\na: [{$ref: a.yaml}, {$ref: b.yaml}]\n"),
        _ => ok(&format!("A: {}", "x".repeat(6_000))),
    });
    let wrong = get(&server.url("/root.yaml")).unwrap_err();
    assert!(wrong.contains("b.yaml: it has more than "), "{wrong}");
}

#[test]
fn what_leads_to_a_document_beside_stays_a_reference() {
    let folder = tempfile::tempdir().unwrap();
    let root = "openapi: 3.0.3\npaths: {}\ncomponents: {schemas: {A: {$ref: './shared.yaml#/components/schemas/S'}, \
                B: {$ref: 'b.yaml#/B'}, C: {$ref: '#/components/schemas/A'}}}\n";
    std::fs::write(folder.path().join("loans.yaml"), root).unwrap();
    std::fs::write(folder.path().join("b.yaml"), "B: {type: string}").unwrap();
    let origin = Origin::File(folder.path().join("loans.yaml"));
    let beside = ["loans".to_owned(), "shared".to_owned()];
    let Ok(Fetched::Came(came)) = fetch(&web(), &origin, &Marks::default(), &beside) else {
        panic!("it comes");
    };
    assert_eq!(came.findings, [""; 0]);
    let schemas = &came.value["components"]["schemas"];
    assert_eq!(schemas["A"]["$ref"], "shared.yaml#/components/schemas/S");
    assert_eq!(schemas["C"]["$ref"], "#/components/schemas/A");
    assert_eq!(schemas["B"]["type"], "string");
}

#[test]
fn what_is_no_file_is_not_read() {
    assert!(get("/dev/zero").unwrap_err().contains("this is no file"));
    assert!(
        get("/nowhere/a.yaml")
            .unwrap_err()
            .starts_with("/nowhere/a.yaml: ")
    );
    let folder = tempfile::tempdir().unwrap();
    assert!(
        get(&folder.path().display().to_string())
            .unwrap_err()
            .contains("this is no file")
    );
}
