//! Each rule finds what it is for.

use super::tiny::{SPEC, Tiny};

const DOCUMENT: &str = "specs/tiny/openapi.yaml";

/// What is found once something is replaced in the document, of the rules but for the one that a surface changes with.
fn found(was: &str, becomes: &str) -> Vec<String> {
    let tiny = Tiny::new();
    tiny.edit(DOCUMENT, was, becomes);
    let mut found = tiny.findings();
    found.retain(|line| !line.starts_with("tiny: surface: "));
    found
}

#[test]
fn what_can_not_be_read() {
    for (was, becomes, wrong) in [
        (
            "openapi: 3.0.3\n",
            "opnapi: 3.0.3\n",
            "it has no text `openapi`",
        ),
        ("  title: Tiny Bank\n", "  title: [\n", "YAML"),
        (
            "  version: 1.0.0\n",
            "  version: 1.0.0\n  version: 2.0.0\n",
            "version",
        ),
    ] {
        let found = found(was, becomes);
        assert!(
            found[0].starts_with("tiny: readable: openapi.yaml: "),
            "{found:?}"
        );
        assert!(found[0].contains(wrong), "{found:?}");
        assert!(
            !found[0].contains("/tmp"),
            "the file is named within the provider's folder: {found:?}"
        );
    }
}

#[test]
fn operation_ids_that_are_not_like_the_others() {
    let remedy = "write it as `get_loan`";
    for (id, wrong) in [
        ("getLoan", format!("its `operationId` isn't in snake case; {remedy}")),
        (
            "loan_get",
            "its `operationId` begins with `loan`, which is no verb that ours begin with; begin with one of theirs, or add the \
             verb to the rule `operation-id`"
                .to_owned(),
        ),
    ] {
        let found = found("operationId: get_loan\n", &format!("operationId: {id}\n"));
        assert_eq!(found[0], format!("tiny: operation-id: {id}: {wrong}"));
    }
    let found = found("      operationId: get_loan\n", "");
    assert_eq!(
        found[0],
        "tiny: operation-id: GET /loans/{id}: it has no `operationId`; give it one"
    );
}

#[test]
fn an_operation_without_summary() {
    assert_eq!(
        found("      summary: One loan\n", "      summary: ' '\n"),
        ["tiny: summary: get_loan: it has no `summary`; say in a few words what it is for"]
    );
}

#[test]
fn provenance_that_is_not_whole_or_has_no_grounds() {
    let note = "        note: A guide shows the path without its version.\n";
    assert_eq!(
        found(note, ""),
        [
            "tiny: provenance: get_loan: its `x-provenance` has no `note`, and not all of it is documented; say what the rest is \
          concluded from"
        ]
    );
    let whole = format!(
        "      x-provenance:\n        path: inferred\n        request: documented\n        response: documented\n{note}"
    );
    assert_eq!(
        found(&whole, ""),
        [
            "tiny: provenance: get_loan: its `x-provenance` doesn't say how sure `path` and `request` and `response` is; write \
          `documented`, `inferred` or `undocumented`"
        ]
    );
}

#[test]
fn an_operation_that_does_not_say_whether_it_may_be_repeated() {
    assert_eq!(
        found("      x-retry: never\n", ""),
        [
            "tiny: retry: create_loan: it doesn't say whether it may be sent again (`x-retry`); write `safe`, `keyed` (the provider \
          knows a repeat by a key) or `never`"
        ]
    );
}

#[test]
fn what_is_called_like_a_secret_or_like_personal_data_and_is_not_marked() {
    assert_eq!(
        found("          x-sensitive: pii\n", ""),
        [
            "tiny: sensitive: Loan.email: by its name it is personal, and it isn't marked; write `x-sensitive: pii` there, or \
          excuse it"
        ]
    );
    assert_eq!(
        found("x-sensitive: secret", "x-sensitive: pii"),
        [
            "tiny: sensitive: Token.access_token: by its name it is a secret, and it is marked as personal; write `x-sensitive: \
          secret` there, or excuse it"
        ]
    );
}

#[test]
fn failures_that_nobody_can_tell_apart() {
    let refused = "        5XX:\n          $ref: '#/components/responses/Refused'\n";
    assert_eq!(
        found(refused, ""),
        [
            "tiny: error-schema: create_loan: it has no answer 5XX; say what a failure looks like in `5XX` or `default`"
        ]
    );
    assert_eq!(
        found(refused, "        5XX:\n          description: Failed.\n"),
        [
            "tiny: error-schema: create_loan: its answer 5XX has no schema; say what it holds, as an empty schema where nothing is \
          known"
        ]
    );
}

#[test]
fn what_no_code_can_be_made_of() {
    let found = found(
        "          type: number\n",
        "          $ref: '#/components/schemas/Money'\n",
    );
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].starts_with("tiny: codegen: "), "{found:?}");
    assert!(found[0].contains("Money"), "{found:?}");
    let found = self::found("x-retry: never", "x-retry: maybe");
    let client: Vec<_> = found
        .iter()
        .filter(|line| line.contains(": codegen: client: "))
        .collect();
    assert_eq!(client.len(), 1, "{found:?}");
}

/// Makes the document one of upstream's, with an overlay.
fn corrected(tiny: &Tiny, overlay: &str) {
    let upstream: serde_json::Value = serde_saphyr::from_str(SPEC).unwrap();
    tiny.write(
        "specs/tiny/upstream/openapi.yaml",
        &xtask::yaml::write(&upstream).unwrap(),
    );
    tiny.write("specs/tiny/overlay.yaml", overlay);
    let mut corrected = upstream;
    corrected["paths"]["/loans/{id}"]["get"]["summary"] = "Reads a loan".into();
    let made = format!(
        "# Made by a refresh.\n{}",
        xtask::yaml::write(&corrected).unwrap()
    );
    tiny.write(DOCUMENT, &made);
    tiny.accept();
}

const OVERLAY: &str = r"overlay: 1.0.0
info:
  title: Corrections
  version: 1.0.0
actions:
  - target: $.paths['/loans/{id}'].get
    description: Says what it does.
    update:
      summary: Reads a loan
";

#[test]
fn an_overlay_that_does_not_make_the_document() {
    let tiny = Tiny::new();
    corrected(&tiny, OVERLAY);
    assert_eq!(tiny.check(&["tiny"]).code, 0);

    tiny.edit(
        DOCUMENT,
        "summary: Reads a loan\n",
        "summary: Gets a loan\n",
    );
    tiny.accept();
    let stale = "tiny: overlay: openapi.yaml: it isn't what upstream and the overlay make; put what was edited in it into \
                 overlay.yaml, then run `cargo xtask refresh tiny --offline`, which makes it anew and throws the edit away";
    assert_eq!(tiny.findings(), [stale]);

    corrected(&tiny, &OVERLAY.replace("/loans/{id}", "/lones"));
    let found = tiny.findings();
    assert!(
        found[0].starts_with("tiny: overlay: overlay.yaml: "),
        "{found:?}"
    );
    assert!(found[0].contains("/lones"), "{found:?}");
    assert!(!found[0].ends_with("; correct it"), "{found:?}");
    // What comes of a document that isn't up to date is nothing to accept.
    tiny.edit(DOCUMENT, "summary: Reads a loan\n", "summary: Reads\n");
    tiny.remove("specs/tiny/surface.txt");
    assert_eq!(tiny.findings(), found);

    corrected(&tiny, OVERLAY);
    tiny.edit(
        "specs/tiny/upstream/openapi.yaml",
        "title: Tiny Bank\n",
        "title: \"Tiny Bank\"\n",
    );
    assert_eq!(
        tiny.findings(),
        [
            "tiny: overlay: upstream/openapi.yaml: it isn't in normal form, as a refresh writes it; take back what was changed in \
          it: corrections go into the overlay"
        ]
    );
}

#[test]
fn an_overlay_of_a_document_that_is_written_by_hand() {
    let tiny = Tiny::new();
    tiny.write("specs/tiny/overlay.yaml", OVERLAY);
    assert_eq!(
        tiny.findings(),
        [
            "tiny: overlay: overlay.yaml: it corrects nothing: no upstream document is kept; correct the document itself, which is \
          written by hand"
        ]
    );
}

#[test]
fn what_is_a_providers_to_choose() {
    let tiny = Tiny::new();
    let theirs = SPEC
        .replace("operationId: get_loan\n", "operationId: LoanGet\n")
        .replace(
            "      summary: One loan\n",
            "      description: One loan.\n",
        )
        .replacen("      x-retry: safe\n", "", 1);
    let theirs: serde_json::Value = serde_saphyr::from_str(&theirs).unwrap();
    let theirs = xtask::yaml::write(&theirs).unwrap();
    tiny.write("specs/tiny/upstream/openapi.yaml", &theirs);
    tiny.write(DOCUMENT, &theirs);
    tiny.accept();
    let found = tiny.findings();
    let rules: Vec<_> = found
        .iter()
        .filter_map(|line| line.split(": ").nth(1))
        .collect();
    // It has another name than the snapshot and the stand-in know.
    assert_eq!(rules, ["sandbox", "snapshot", "snapshot"], "{found:?}");
}

#[test]
fn a_surface_that_is_not_the_one_that_is_kept() {
    let tiny = Tiny::new();
    tiny.edit(DOCUMENT, "        amount:\n", "        sum:\n");
    let found = tiny.findings();
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(
        found[0].starts_with("tiny: surface: surface.txt: the client has another surface than the one that is kept, first at `amount"),
        "{found:?}"
    );
    tiny.remove("specs/tiny/surface.txt");
    assert_eq!(
        tiny.findings(),
        [
            "tiny: surface: surface.txt: no surface is kept that a change could be seen in; run `cargo xtask surface tiny --accept`, \
          and look at what it changes"
        ]
    );
}

#[test]
fn an_operation_without_snapshot_and_a_snapshot_without_operation() {
    let tiny = Tiny::new();
    tiny.remove("tests/tests/snapshots/tiny/get_loan.snap");
    tiny.write("tests/tests/snapshots/tiny/get_lone.snap", "");
    assert_eq!(
        tiny.findings(),
        [
            "tiny: snapshot: get_loan: no snapshot of its request is kept; send it in tests/tests/request_snapshots, and read what \
             the test writes",
            "tiny: snapshot: get_lone: its snapshot is of no operation; delete the snapshot, or call it as the operation is called \
             now"
        ]
    );
}

#[test]
fn an_operation_that_the_sandbox_does_not_play() {
    let tiny = Tiny::new();
    tiny.edit(
        "crates/florin-sandbox/src/tiny/mod.rs",
        r#" | "get_loan""#,
        "",
    );
    assert_eq!(
        tiny.findings(),
        [
            "tiny: sandbox: get_loan: the sandbox doesn't play it; add it to the stand-in in crates/florin-sandbox"
        ]
    );
    // One that is played from its spec alone.
    tiny.remove("crates/florin-sandbox/src/tiny/mod.rs");
    let list =
        r#"const KNOWN: &[(&str, &str)] = &[("tiny", include_str!("../../specs/tiny.yaml"))];"#;
    tiny.write("crates/florin-sandbox/src/plain/known.rs", list);
    assert_eq!(tiny.check(&["tiny"]).code, 0);
}
