//! Clause by clause of the Overlay Specification 1.0.

mod any;
mod jsonpath;

use serde_json::{Value, json};

use super::Overlay;

/// An overlay with these actions, as JSON.
fn overlay(actions: &Value) -> Overlay {
    Overlay::parse("overlay.yaml", &text(actions)).unwrap()
}

fn text(actions: &Value) -> String {
    let info = json!({ "title": "T", "version": "1" });
    json!({ "overlay": "1.0.0", "info": info, "actions": actions }).to_string()
}

fn applied(document: &Value, actions: &Value) -> Value {
    overlay(actions).apply(document).unwrap()
}

fn refused(document: &Value, actions: &Value) -> String {
    overlay(actions).apply(document).unwrap_err().to_string()
}

/// What is said of a text that is no overlay.
fn unread(text: &str) -> String {
    Overlay::parse("overlay.yaml", text)
        .unwrap_err()
        .to_string()
}

fn api() -> Value {
    json!({
        "openapi": "3.0.3",
        "info": { "title": "Loans", "version": "1" },
        "tags": [{ "name": "loans" }, { "name": "payments", "description": "old" }],
        "paths": {
            "/loans": {
                "get": { "parameters": [{ "name": "page", "in": "query" }, { "name": "trace", "in": "header" }] },
                "post": { "tags": ["loans"], "responses": { "201": { "description": "made" } } },
            },
            "/loans/{id}": { "get": { "parameters": [{ "name": "id", "in": "path" }] } },
        },
    })
}

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
    let yaml = "overlay: 1.0.0\ninfo:\n  title: T\n  version: 1.0.0\nextends: ./openapi.yaml\nx-own: {a: 1}\nactions:\n  \
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

// Action Object: update

#[test]
fn an_update_of_an_object_is_merged_into_what_it_holds() {
    let actions = json!([{ "target": "$", "update": {
        "info": { "title": "New", "contact": { "name": "A" } }, "tags": [{ "name": "new" }], "x-n": null } }]);
    let made = applied(&api(), &actions);
    assert_eq!(
        made["info"],
        json!({ "title": "New", "version": "1", "contact": { "name": "A" } })
    );
    assert_eq!(
        made["tags"].as_array().unwrap().len(),
        3,
        "lists are put behind each other"
    );
    assert_eq!(made["tags"][2], json!({ "name": "new" }));
    assert_eq!(made["x-n"], json!(null));
    assert_eq!(made["paths"], api()["paths"]);
}

#[test]
fn an_update_of_a_list_is_appended_as_one_entry() {
    let actions = json!([{ "target": "$.paths.*.get.parameters", "update": { "name": "new", "in": "query" } }]);
    let made = applied(&api(), &actions);
    assert_eq!(
        made["paths"]["/loans"]["get"]["parameters"][2]["name"],
        "new"
    );
    assert_eq!(
        made["paths"]["/loans/{id}"]["get"]["parameters"][1]["name"],
        "new"
    );
    let actions = json!([{ "target": "$.paths['/loans'].post.tags", "update": "payments" }]);
    assert_eq!(
        applied(&api(), &actions)["paths"]["/loans"]["post"]["tags"],
        json!(["loans", "payments"])
    );
}

#[test]
fn a_list_is_an_entry_of_a_list_of_lists_alone() {
    let of = |list: Value| {
        (
            json!({ "l": list }),
            json!([{ "target": "$.l", "update": ["x"] }]),
        )
    };
    let (lists, actions) = of(json!([["a"]]));
    assert_eq!(applied(&lists, &actions), json!({ "l": [["a"], ["x"]] }));
    let (empty, actions) = of(json!([]));
    assert_eq!(applied(&empty, &actions), json!({ "l": [["x"]] }));
    let (texts, actions) = of(json!(["a"]));
    let problem = refused(&texts, &actions);
    assert!(
        problem.contains(
            "it appends a list as one entry to a list that has no lists in it; give each entry"
        ),
        "{problem}"
    );
}

#[test]
fn a_target_is_an_object_or_a_list_where_it_is_updated() {
    for (target, expected) in [
        ("$.info.title", "a text"),
        ("$.n", "null"),
        ("$.i", "a number"),
        ("$.b", "true or false"),
    ] {
        let mut document = api();
        for (key, value) in [("n", json!(null)), ("i", json!(1)), ("b", json!(true))] {
            document[key] = value;
        }
        let problem = refused(&document, &json!([{ "target": target, "update": "x" }]));
        assert!(
            problem.contains(&format!(
                "it matches {expected}, and neither an object nor a list; choose the object"
            )),
            "{problem}"
        );
    }
    let problem = refused(&api(), &json!([{ "target": "$.info", "update": ["x"] }]));
    assert!(
        problem.contains("it matches an object, and `update` is a list"),
        "{problem}"
    );
}

#[test]
fn what_is_merged_is_of_one_kind() {
    for (update, expected) in [
        (
            json!({ "info": null }),
            "`$.info` is an object, and null in `update`; remove what is there by an action before",
        ),
        (
            json!({ "info": { "title": ["New"] } }),
            "`$.info.title` is a text, and a list in `update`",
        ),
        (
            json!({ "tags": {} }),
            "`$.tags` is a list, and an object in `update`",
        ),
        (
            json!({ "paths": { "/loans": { "get": 1 } } }),
            "`$.paths['/loans'].get` is an object, and a number in `update`",
        ),
    ] {
        let problem = refused(&api(), &json!([{ "target": "$", "update": update }]));
        assert!(problem.contains(expected), "{problem}");
    }
    // Single values take each other's place, whatever they are.
    let actions = json!([{ "target": "$.info", "update": { "title": 1, "version": null } }]);
    assert_eq!(
        applied(&api(), &actions)["info"],
        json!({ "title": 1, "version": null })
    );
}

#[test]
fn each_node_is_updated_once_however_often_it_is_named() {
    for target in [
        "$.paths['/loans','/loans'].post.tags",
        "$.paths..tags",
        "$.paths['/loans']['post',?@.tags].tags",
    ] {
        let made = applied(&api(), &json!([{ "target": target, "update": "x" }]));
        assert_eq!(
            made["paths"]["/loans"]["post"]["tags"],
            json!(["loans", "x"]),
            "{target}"
        );
    }
}

#[test]
fn a_node_and_what_is_in_it_are_both_updated() {
    let document = json!({ "a": { "b": { "c": {} } } });
    let made = applied(
        &document,
        &json!([{ "target": "$..*", "update": { "x": 1 } }]),
    );
    assert_eq!(
        made,
        json!({ "a": { "b": { "c": { "x": 1 }, "x": 1 }, "x": 1 } })
    );
}

// Action Object: remove

#[test]
fn objects_and_lists_are_removed_from_what_they_are_in() {
    let actions = json!([
        { "target": "$.paths['/loans'].get", "remove": true },
        { "target": "$.paths.*.*.parameters[?@.name == 'id']", "remove": true },
        { "target": "$.tags", "remove": true },
    ]);
    let made = applied(&api(), &actions);
    assert_eq!(made["paths"]["/loans"].as_object().unwrap().len(), 1);
    assert_eq!(
        made["paths"]["/loans/{id}"]["get"],
        json!({ "parameters": [] })
    );
    assert_eq!(made.get("tags"), None);
}

#[test]
fn an_update_has_no_impact_beside_a_removal() {
    let actions = json!([{ "target": "$.info", "remove": true, "update": { "title": "New" } }]);
    assert_eq!(applied(&api(), &actions).get("info"), None);
}

#[test]
fn single_values_can_be_removed() {
    let actions = json!([
        { "target": "$.tags[?@.name == 'payments'].description", "remove": true },
        { "target": "$.paths['/loans'].post.tags[?@ == 'loans']", "remove": true },
    ]);
    let made = applied(&api(), &actions);
    assert_eq!(made["tags"][1], json!({ "name": "payments" }));
    assert_eq!(made["paths"]["/loans"]["post"]["tags"], json!([]));
}

#[test]
fn entries_of_a_list_are_removed_in_whatever_order_they_are_named() {
    let document = json!({ "tags": ["a", "b", "c", "d"] });
    for (target, left) in [
        ("$.tags[2,0]", json!(["b", "d"])),
        ("$.tags[0,0]", json!(["b", "c", "d"])),
        ("$.tags[0,-4]", json!(["b", "c", "d"])),
        ("$.tags[::-1]", json!([])),
        ("$.tags[1:3]", json!(["a", "d"])),
        ("$.tags[-1,0]", json!(["b", "c"])),
        ("$.tags[?@ > 'b']", json!(["a", "b"])),
        ("$.tags[?@ > 'b', 0]", json!(["b"])),
    ] {
        let actions = json!([{ "target": target, "remove": true }]);
        assert_eq!(
            applied(&document, &actions),
            json!({ "tags": left }),
            "{target}"
        );
    }
}

#[test]
fn a_node_and_what_is_in_it_are_both_removed() {
    let document = json!({ "a": [[1, { "x": 1 }], [2]], "b": { "x": { "x": 1 } } });
    assert_eq!(
        applied(&document, &json!([{ "target": "$..*", "remove": true }])),
        json!({})
    );
    let made = applied(&document, &json!([{ "target": "$..x", "remove": true }]));
    assert_eq!(made, json!({ "a": [[1, {}], [2]], "b": {} }));
    let made = applied(
        &document,
        &json!([{ "target": "$.a[0,1][0]", "remove": true }]),
    );
    assert_eq!(made["a"], json!([[{ "x": 1 }], []]));
}

#[test]
fn the_whole_document_is_not_removed() {
    let problem = unread(&text(&json!([{ "target": "$", "remove": true }])));
    assert!(
        problem.contains("action 1: it removes the whole document; name the part that is to go"),
        "{problem}"
    );
}

// A target that matches nothing

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
