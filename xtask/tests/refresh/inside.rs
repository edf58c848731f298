//! What a document or a setting may try so that a refresh asks inside: references to files and to this machine, addresses that
//! look like others, and schemes that are none of ours.

use xtask::source::{Address, Named};

use crate::fetching::get;
use crate::server::{Server, ok};

const REFERENCES: [&str; 20] = [
    "file:///etc/passwd",
    "FILE:/etc/passwd",
    "file:secret.yaml",
    "/etc/passwd",
    "//127.0.0.1/x.yaml",
    "http://169.254.169.254/latest/meta-data",
    "http://2130706433/x.yaml",
    "http://0x7f.1/x.yaml",
    "http://[::ffff:127.0.0.1]/x.yaml",
    "http:secret.yaml",
    "data:text/yaml,a",
    r"\\127.0.0.1\share\x.yaml",
    r"\secret.yaml",
    r"..\secret.yaml",
    "..%2fsecret.yaml",
    "%2e%2e%2fsecret.yaml",
    "..%5csecret.yaml",
    "below/../../secret.yaml",
    "below/%2e%2e/%2e%2e/secret.yaml",
    "secret.yaml%00.txt",
];

#[test]
fn no_reference_of_a_document_leads_out_of_its_folder_or_to_a_file() {
    for reference in REFERENCES {
        for place in [
            format!("$ref: '{reference}'"),
            format!("discriminator: {{propertyName: a, mapping: {{a: '{reference}'}}}}"),
        ] {
            let server = Server::new(move |path, _| match path {
                "/v1/root.yaml" => ok(&format!(
                    "openapi: 3.0.3\npaths: {{}}\ncomponents:\n  schemas:\n    A:\n      {place}\n"
                )),
                _ => ok("X: {type: string}\n"),
            });
            // Whether such a document is of any use is told otherwise.
            let _ = get(&server.url("/v1/root.yaml"));
            assert_eq!(server.paths(), ["/v1/root.yaml"], "{reference}");
        }
    }
}

#[test]
fn an_address_that_looks_like_another_or_has_another_scheme_is_not_asked() {
    for address in [
        "https://spec.example@127.0.0.1/openapi.yaml",
        "https://spec.example:443@10.0.0.1/openapi.yaml",
        "https://spec.example%40@evil.example/openapi.yaml",
        "https://:hush@spec.example/openapi.yaml",
        "file:///etc/passwd",
        "file://spec.example/etc/passwd",
        "ftp://spec.example/openapi.yaml",
        "gopher://127.0.0.1:6379/_INFO",
        "dict://127.0.0.1:11211/stats",
        "ws://spec.example/",
        "unix:/var/run/docker.sock",
        "javascript:alert(1)",
        "data:text/yaml,openapi",
    ] {
        for named in [Named::InSettings, Named::OnTheCommandLine] {
            let wrong = Address::read(address, named, "here")
                .unwrap_err()
                .to_string();
            assert!(!wrong.contains("hush"), "{wrong}");
        }
    }
    for address in [
        r"https://127.0.0.1\@spec.example/openapi.yaml",
        r"https:\\127.0.0.1\openapi.yaml",
        "https:127.0.0.1/openapi.yaml",
        "https:///127.0.0.1/openapi.yaml",
        "https://127.0.0.1#@spec.example/",
        "https://127.0.0.1?@spec.example/",
        " https://127.0.0.1/openapi.yaml ",
        "https://0x7f.1/",
        "https://017700000001/",
        "https://127.0.0.1./",
        "https://[::ffff:a9fe:a9fe]/",
        "http://spec.example/",
    ] {
        let read = Address::read(address, Named::InSettings, "here");
        assert!(read.is_err(), "{address}: {read:?}");
    }
}
