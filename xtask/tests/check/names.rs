//! Two operations of one name, and what isn't told of the name that the generator makes up for one of them.

use super::tiny::{SPEC, Tiny};

const DOCUMENT: &str = "specs/tiny/openapi.yaml";

#[test]
fn an_operation_id_that_two_operations_have() {
    let tiny = Tiny::new();
    tiny.edit(
        DOCUMENT,
        "operationId: create_token\n",
        "operationId: get_loan\n",
    );
    tiny.remove("tests/tests/snapshots/tiny/create_token.snap");
    // The name stays with the first path; nothing is told of the one that the other gets.
    assert_eq!(
        tiny.findings(),
        [
            "tiny: operation-id: POST /token: `get_loan` is the `operationId` of GET /loans/{id} as well; give each its own"
        ]
    );
}

#[test]
fn operation_ids_that_become_one_name_in_rust() {
    let theirs = SPEC.replace("operationId: create_token\n", "operationId: getLoan\n");
    let theirs: serde_json::Value = serde_saphyr::from_str(&theirs).unwrap();
    let theirs = xtask::yaml::write(&theirs).unwrap();
    let tiny = Tiny::new();
    tiny.write("specs/tiny/upstream/openapi.yaml", &theirs);
    tiny.write(DOCUMENT, &theirs);
    tiny.remove("tests/tests/snapshots/tiny/create_token.snap");
    assert_eq!(
        tiny.findings(),
        [
            "tiny: operation-id: POST /token: its `operationId` `getLoan` becomes one name in Rust with `get_loan` of GET \
             /loans/{id}; give each its own, in the overlay"
        ]
    );
}

#[test]
fn a_name_that_is_excused_is_one_that_all_else_is_told_of() {
    let tiny = Tiny::new();
    tiny.edit(
        DOCUMENT,
        "operationId: create_token\n",
        "operationId: get_loan\n",
    );
    let settings = tiny.read("specs/tiny/provider.toml");
    let excuse = "[excused.operation-id]\n\"POST /token\" = \"so it is\"\n";
    tiny.write("specs/tiny/provider.toml", &format!("{settings}\n{excuse}"));
    let found = tiny.findings();
    assert!(
        found.iter().any(|line| line.starts_with("tiny: surface: ")),
        "{found:?}"
    );
    let told = "tiny: snapshot: get_loan_post_token: no snapshot";
    assert!(found.iter().any(|line| line.starts_with(told)), "{found:?}");
}

#[test]
fn an_operation_without_a_name_has_none_to_keep_anything_under() {
    let tiny = Tiny::new();
    tiny.edit(DOCUMENT, "      operationId: create_token\n", "");
    tiny.remove("tests/tests/snapshots/tiny/create_token.snap");
    assert_eq!(
        tiny.findings(),
        ["tiny: operation-id: POST /token: it has no `operationId`; give it one"]
    );
}
