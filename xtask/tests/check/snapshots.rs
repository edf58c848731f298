//! A snapshot keeps the request of its operation, or it keeps nothing.

use super::tiny::Tiny;

const FILE: &str = "tests/tests/snapshots/tiny/get_loan.snap";
const HEAD: &str = "---\nsource: tests/tests/tiny.rs\n---\n";

#[test]
fn a_snapshot_that_keeps_no_request_of_its_operation() {
    for (text, wrong) in [
        (String::new(), "is empty"),
        (
            "---\nsource: te".to_owned(),
            "has no head as insta writes it",
        ),
        (HEAD.to_owned(), "has no request below its head"),
        (format!("{HEAD}GET http"), "has no request below its head"),
        (
            format!("{HEAD}POST https://api.tiny.example/loans/7\n"),
            "is of a POST, and the operation is a GET",
        ),
        (
            format!("{HEAD}GET https://api.tiny.example/lo"),
            "is of https://api.tiny.example/lo, which isn't /loans/{id}",
        ),
    ] {
        let tiny = Tiny::new();
        tiny.write(FILE, &text);
        assert_eq!(
            tiny.findings(),
            [format!(
                "tiny: snapshot: get_loan: its snapshot {wrong}; run the test that sends it with `INSTA_UPDATE=always`, and read \
                 what it writes"
            )]
        );
        let run = tiny.run(&["coverage", "tiny"]);
        let row = "| `get_loan` | inferred | documented | documented | yes | **no** | yes | yes |";
        assert!(run.stdout.lines().any(|line| line == row), "{}", run.stdout);
    }
}

#[test]
fn a_request_that_holds_nothing_has_nothing_to_be_sure_of() {
    let tiny = Tiny::new();
    let document = tiny.read("specs/tiny/openapi.yaml");
    let (before, token) = document.split_once("  /token:\n").unwrap();
    let token = token.replacen("        request: documented\n", "", 1);
    tiny.write(
        "specs/tiny/openapi.yaml",
        &format!("{before}  /token:\n{token}"),
    );
    tiny.accept();
    assert_eq!(tiny.check(&["tiny"]).code, 0);
    // One that takes something has to say it.
    let loan = document.replacen("        request: documented\n", "", 1);
    tiny.write("specs/tiny/openapi.yaml", &loan);
    let found = tiny.findings();
    let told =
        "tiny: provenance: create_loan: its `x-provenance` doesn't say how sure `request` is";
    assert!(found.iter().any(|line| line.starts_with(told)), "{found:?}");
}
