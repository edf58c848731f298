//! A spec in several files, from the web and from a disk: what it refers to comes along, and nothing else is opened.

use xtask::source::{Fetched, Marks, Origin, fetch};

use crate::fetching::{get, web};
use crate::server::{Server, ok, raw, with};

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
