//! What an overlay is, and what is none: versions, format, the overlay object and its actions.

use serde_json::{Value, json};

use super::{api, applied, refused, text, unread};
use crate::overlay::Overlay;

// Versions

#[test]
fn the_patch_version_makes_no_difference_and_any_other_version_is_refused() {
    let of =
        |version: &str| text(&json!([{ "target": "$", "update": {} }])).replace("1.0.0", version);
    for version in ["1.0.0", "1.0.1", "1.0.12"] {
        assert!(Overlay::parse("o", &of(version)).is_ok(), "{version}");
    }
    for version in [
        "1.1.0",
        "2.0.0",
        "1.0",
        "1.0.",
        "1.0.x",
        "1.0.0-rc1",
        "v1.0.0",
        "",
    ] {
        let problem = unread(&of(version));
        let expected = format!(
            "overlay.yaml: overlay: this is an overlay of version \"{version}\"; only 1.0 is applied; write `overlay: 1.0.0`"
        );
        assert_eq!(problem, expected);
    }
    let number = "overlay: 1.0\ninfo: {title: T, version: '1'}\nactions: [{target: $, update: {}}]";
    assert!(unread(number).contains("version 1.0; only 1.0 is applied"));
}

// Format

#[test]
fn yaml_and_json_are_read_alike() {
    let yaml = "overlay: 1.0.0\ninfo:\n  title: T\n  version: 1.0.0\nx-own: {a: 1}\nactions:\n  \
                - target: $.paths['/loans'].post\n    description: |\n      Two\n      lines.\n    x-why: ~\n    update:\n      \
                responses: {200: {$ref: '#/components/responses/Ok'}}\n";
    let overlay = Overlay::parse("overlay.yaml", yaml).unwrap();
    assert_eq!(overlay.len(), 1);
    let made = overlay.apply(&api()).unwrap();
    let expected =
        json!({ "200": { "$ref": "#/components/responses/Ok" }, "201": { "description": "made" } });
    assert_eq!(made["paths"]["/loans"]["post"]["responses"], expected);
}

#[test]
fn an_overlay_that_says_nothing_is_told_what_it_is_for() {
    for nothing in ["", "\n", "# Later.\n---\n"] {
        let problem = unread(nothing);
        assert!(
            problem.starts_with("overlay.yaml: it is empty; list what is to be corrected"),
            "{problem}"
        );
    }
}

#[test]
fn what_it_extends_is_not_followed() {
    let actions = json!([{ "target": "$", "update": {} }]);
    let extends = "\"extends\": \"./openapi.yaml\", \"info\"";
    let problem = unread(&text(&actions).replace("\"info\"", extends));
    assert!(problem.contains("`extends` isn't followed"), "{problem}");
}

#[test]
fn names_are_case_sensitive_and_unknown_ones_are_refused() {
    let cases = [
        (
            json!([{ "Target": "$", "update": {} }]),
            "action 1: `Target` is no word of Overlay 1.0 here",
        ),
        (
            json!([{ "target": "$", "upate": {} }]),
            "action 1: `upate` is no word of Overlay 1.0 here",
        ),
        (
            json!([{ "target": "$", "copy": "$.info" }]),
            "action 1: `copy` is a word of Overlay 1.1",
        ),
    ];
    for (actions, expected) in cases {
        let problem = unread(&text(&actions));
        assert!(problem.contains(expected), "{problem}");
    }
    let problem = unread(&text(&json!([])).replace("\"info\"", "\"action\": 1, \"info\""));
    assert!(
        problem.contains("the overlay: `action` is no word of Overlay 1.0 here"),
        "{problem}"
    );
}

#[test]
fn a_key_that_is_given_twice_is_refused() {
    let problem = unread(
        "overlay: 1.0.0\ninfo: {title: T, version: '1'}\nactions:\n- target: $.a\n  update: {a: 1}\n  update: {b: 1}\n",
    );
    assert!(
        problem.starts_with("overlay.yaml:6: the key `update` is given twice"),
        "{problem}"
    );
}

// Overlay Object, Info Object

#[test]
fn what_is_required_is_missed() {
    let all = |without: &str| {
        let mut overlay: Value =
            serde_json::from_str(&text(&json!([{ "target": "$", "update": {} }]))).unwrap();
        let (parent, key) = without.rsplit_once('/').unwrap();
        overlay
            .pointer_mut(parent)
            .unwrap()
            .as_object_mut()
            .unwrap()
            .remove(key);
        overlay.to_string()
    };
    for (without, expected) in [
        ("/overlay", "this is no overlay: it has no `overlay`"),
        ("/info", "`info` is missing or no object"),
        ("/info/title", "info: `title` is missing or no text"),
        ("/info/version", "info: `version` is missing or no text"),
        ("/actions", "`actions` is missing, no list, or empty"),
        (
            "/actions/0/target",
            "action 1: `target` is missing or no text",
        ),
        (
            "/actions/0/update",
            "action 1: it has neither `update` nor `remove: true`",
        ),
    ] {
        let problem = unread(&all(without));
        assert!(problem.contains(expected), "{problem}");
    }
    for broken in [
        "",
        "[]",
        "1",
        "~",
        "overlay",
        "{",
        "a: [",
        "\u{0}",
        "openapi: 3.0.3",
    ] {
        assert!(Overlay::parse("o", broken).is_err(), "{broken}");
    }
}

#[test]
fn what_is_of_another_kind_is_refused() {
    for (actions, expected) in [
        (json!([]), "`actions` is missing, no list, or empty"),
        (json!({}), "`actions` is missing, no list, or empty"),
        (json!([1]), "action 1: it is not an object"),
        (
            json!([{ "target": "$", "update": {} }, { "target": 1, "update": {} }]),
            "action 2: `target` is missing or no text",
        ),
        (
            json!([{ "target": "$", "description": 1, "update": {} }]),
            "action 1: `description` is no text",
        ),
        (
            json!([{ "target": "$.info", "remove": "yes" }]),
            "action 1: `remove` is neither true nor false",
        ),
        (
            json!([{ "target": "$.info", "remove": false }]),
            "action 1: it has neither `update` nor `remove: true`",
        ),
        (
            json!([{ "target": "paths", "update": {} }]),
            "action 1: `paths` is no JSONPath: ",
        ),
        (
            json!([{ "target": "", "update": {} }]),
            "action 1: `` is no JSONPath: ",
        ),
    ] {
        let problem = unread(&text(&actions));
        assert!(problem.contains(expected), "{problem}");
    }
}

#[test]
fn actions_are_applied_in_order_each_to_what_the_one_before_has_left() {
    let actions = json!([
        { "target": "$.info", "remove": true },
        { "target": "$", "update": { "info": { "title": "New" } } },
        { "target": "$.info", "update": { "version": "2" } },
    ]);
    assert_eq!(
        applied(&api(), &actions)["info"],
        json!({ "title": "New", "version": "2" })
    );
}

#[test]
fn nothing_is_applied_where_one_action_fails() {
    let document = api();
    let actions = json!([{ "target": "$.info", "update": { "title": "New" } }, { "target": "$.nothing", "remove": true }]);
    refused(&document, &actions);
    assert_eq!(document, api());
}
