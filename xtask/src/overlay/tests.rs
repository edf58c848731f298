use serde_json::{Value, json};

use super::Overlay;

/// An overlay with these actions, as JSON.
fn overlay(actions: &Value) -> Overlay {
    let text =
        json!({ "overlay": "1.0.0", "info": { "title": "T", "version": "1" }, "actions": actions });
    Overlay::parse("overlay.yaml", &text.to_string()).unwrap()
}

fn applied(document: &Value, actions: &Value) -> Value {
    overlay(actions).apply(document).unwrap()
}

fn refused(document: &Value, actions: &Value) -> String {
    overlay(actions).apply(document).unwrap_err().to_string()
}

#[test]
fn entries_of_a_list_are_removed_in_whatever_order_they_are_named() {
    let document = json!({ "tags": ["a", "b", "c", "d"] });
    for (target, left) in [
        ("$.tags[2,0]", json!(["b", "d"])),
        ("$.tags[0,0]", json!(["b", "c", "d"])),
        ("$.tags[::-1]", json!([])),
        ("$.tags[1:3]", json!(["a", "d"])),
        ("$.tags[-1,0]", json!(["b", "c"])),
        ("$.tags[?@ > 'b']", json!(["a", "b"])),
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
fn a_target_that_matches_nothing_says_where_it_stopped() {
    let document =
        json!({ "paths": { "/loans": { "get": {}, "post": {} }, "/loans/{id}": { "get": {} } } });
    let actions = json!([
        { "target": "$.paths", "update": {} },
        { "target": "$.paths['/loan'].get", "description": "Retry\n it", "update": {} },
    ]);
    assert_eq!(
        refused(&document, &actions),
        "overlay.yaml: action 2 (`$.paths['/loan'].get`), \"Retry it\": it matches nothing: `$.paths` is there, and has \
         `/loans`, `/loans/{id}`, but no `['/loan']`; correct the target, or remove the action if upstream no longer has it"
    );
}
