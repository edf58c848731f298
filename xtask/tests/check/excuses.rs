//! What is excused, and what is no excuse.

use super::tiny::Tiny;

const SETTINGS: &str = "specs/tiny/provider.toml";

fn excused(table: &str) -> Tiny {
    let tiny = Tiny::new();
    let settings = tiny.read(SETTINGS);
    tiny.write(SETTINGS, &format!("{settings}\n{table}\n"));
    tiny
}

#[test]
fn a_finding_is_excused_by_its_place_and_no_other_is() {
    let tiny = excused("[excused.summary]\nget_loan = \"the provider names it so\"");
    let document = "specs/tiny/openapi.yaml";
    tiny.edit(document, "      summary: One loan\n", "");
    tiny.accept();
    assert_eq!(tiny.check(&["tiny"]).code, 0);
    tiny.edit(document, "      summary: Get a token\n", "");
    tiny.accept();
    let found = tiny.findings();
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(
        found[0].starts_with("tiny: summary: create_token: "),
        "{found:?}"
    );
}

#[test]
fn an_excuse_that_excuses_nothing_is_found() {
    let tiny = excused("[excused.summary]\nget_loan = \"the provider names it so\"");
    assert_eq!(
        tiny.findings(),
        [r#"tiny: excused: [excused.summary] "get_loan": it excuses nothing; remove it"#]
    );
}

#[test]
fn an_excuse_needs_a_reason_and_a_rule() {
    let tiny = excused("[excused.summary]\nget_loan = \" \"\n[excused.sumary]\nget_loan = \"so\"");
    tiny.edit("specs/tiny/openapi.yaml", "      summary: One loan\n", "");
    tiny.accept();
    let found = tiny.findings();
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found[0].starts_with(r#"tiny: excused: [excused.sumary] "get_loan": there is no such rule; the rules are readable, "#));
    assert_eq!(
        found[1],
        r#"tiny: excused: [excused.summary] "get_loan": it has no reason; say why the rule doesn't hold there"#
    );
}
