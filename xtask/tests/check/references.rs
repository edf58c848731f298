//! References that lead nowhere are told alike, however many documents and files a provider has. So are remedies: once.

use super::tiny::{SPEC, Tiny};

const SHARED: &str = "openapi: 3.0.3\ninfo:\n  title: Shared\n  version: 1.0.0\npaths: {}\ncomponents:\n  schemas:\n    Cent:\n      type: integer\n";

fn found(document: &str, reference: &str) -> Vec<String> {
    let tiny = Tiny::new();
    let spec = SPEC.replacen(
        "          type: number\n",
        &format!("          $ref: '{reference}'\n"),
        1,
    );
    tiny.remove("specs/tiny/openapi.yaml");
    tiny.write(&format!("specs/tiny/{document}.yaml"), &spec);
    if document != "openapi" {
        tiny.write("specs/tiny/shared.yaml", SHARED);
    }
    let mut found = tiny.findings();
    found.retain(|line| !line.starts_with("tiny: surface: "));
    found
}

#[test]
fn a_reference_to_nothing_is_told_alike_of_one_document_and_of_several() {
    for (document, reference) in [
        ("openapi", "#/components/schemas/Money"),
        ("loans", "#/components/schemas/Money"),
        ("loans", "shared.yaml#/components/schemas/Money"),
    ] {
        let told = format!(
            "tiny: codegen: #/components/schemas/Loan/properties/amount: `$ref: {reference}` points to nothing; correct the reference"
        );
        assert_eq!(found(document, reference), [told], "{document}");
    }
    assert_eq!(
        found("openapi", "money.yaml#/components/schemas/Money"),
        [
            "tiny: codegen: #/components/schemas/Loan/properties/amount: `$ref: money.yaml#/components/schemas/Money` points to \
             nothing: there is no such file; correct the reference"
        ]
    );
}

#[test]
fn what_to_do_is_said_once() {
    let tiny = Tiny::new();
    tiny.edit(
        "specs/tiny/openapi.yaml",
        "x-retry: never",
        "x-retry: maybe",
    );
    let run = tiny.check(&["tiny"]);
    let client: Vec<_> = run
        .stdout
        .lines()
        .filter(|line| line.contains(": codegen: "))
        .collect();
    assert_eq!(
        client,
        [
            "tiny: codegen: client: none can be made: openapi.yaml: POST /loans (create_loan): `x-retry: maybe` is unknown; write \
             `safe`, `keyed` or `never`"
        ]
    );

    let tiny = Tiny::new();
    tiny.edit("specs/tiny/openapi.yaml", "      summary: One loan\n", "");
    tiny.accept();
    let run = tiny.check(&["tiny"]);
    assert!(run.stderr.contains("1 finding\n"), "{run:?}");
}
