//! A target that matches nothing.

use serde_json::json;

use super::{api, refused};

#[test]
fn a_target_that_matches_nothing_says_where_it_stopped() {
    let start = "overlay.yaml: action 1 (";
    let end = "; correct the target, or remove the action if upstream no longer has it";
    for (target, expected) in [
        (
            "$.paths['/loan'].get",
            "`$.paths` is there, and has `/loans`, `/loans/{id}`, but no `['/loan']`",
        ),
        (
            "$.paths.*.put",
            "`$.paths.*` is there, and has `post`, but no `.put`",
        ),
        (
            "$.tags[7].name",
            "`$.tags` is there, and has 2 entries, but no `[7]`",
        ),
        (
            "$.tags[?@.name == 'loan']",
            "`$.tags` is there, and has 2 entries, but no `[?@.name == 'loan']`",
        ),
        (
            "$.info.title.text",
            "`$.info.title` is there, but no `.text`",
        ),
        ("$ .inf", "`$` is there, and has `info`, but no `.inf`"),
        (
            "$..nothing.at",
            "`$` is there, and has `info`, `openapi`, `paths`, `tags`, but no `..nothing`",
        ),
        (
            "$.paths[?@['x'].y[0]]..z",
            "`$.paths` is there, and has `/loans`, `/loans/{id}`, but no `[?@['x'].y[0]]`",
        ),
    ] {
        let problem = refused(&api(), &json!([{ "target": target, "update": {} }]));
        assert_eq!(
            problem,
            format!("{start}`{target}`): it matches nothing: {expected}{end}")
        );
    }
}

#[test]
fn an_action_is_called_by_its_number_its_target_and_its_description() {
    let actions = json!([{ "target": "$.paths", "update": {} }, { "target": "$.x", "description": "Retry\n it", "remove": true }]);
    let problem = refused(&api(), &actions);
    assert!(
        problem.starts_with("overlay.yaml: action 2 (`$.x`), \"Retry it\": it matches nothing: "),
        "{problem}"
    );
}

#[test]
fn all_that_match_nothing_are_told_at_once() {
    let update = |target: &str| json!({ "target": target, "update": {} });
    let actions = json!([
        update("$.nofo"),
        update("$.info"),
        update("$.paths['/loan']")
    ]);
    let problem = refused(&api(), &actions);
    let lines: Vec<_> = problem.lines().collect();
    assert_eq!(lines.len(), 2, "{problem}");
    assert!(lines[0].starts_with("overlay.yaml: action 1 (`$.nofo`): it matches nothing: "));
    assert!(
        lines[1].starts_with("overlay.yaml: action 3 (`$.paths['/loan']`): it matches nothing: ")
    );
    let many: Vec<_> = (0..60)
        .map(|number| update(&format!("$.x{number}")))
        .collect();
    let problem = refused(&api(), &many.into());
    assert_eq!(problem.lines().count(), 51);
    assert!(
        problem.ends_with("\noverlay.yaml: 10 more actions don't apply; correct those above first")
    );
}
