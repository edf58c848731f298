//! What an action takes out.

use serde_json::json;

use super::{api, applied, text, unread};

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
