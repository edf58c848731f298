//! What an action puts into what it matches.

use serde_json::{Value, json};

use super::{api, applied, refused};

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

#[test]
fn what_would_grow_without_end_is_refused_with_the_action_that_does() {
    let document = json!({ "a": {}, "b": {} });
    let grow = |number: usize| {
        let update: serde_json::Map<_, _> = (0..200)
            .map(|name| (format!("x{number}-{name}"), json!({})))
            .collect();
        json!({ "target": "$..*", "update": update })
    };
    let actions: Vec<_> = (0..4).map(grow).collect();
    let said = refused(&document, &json!(actions));
    assert!(said.contains("action 3 (`$..*`)"), "{said}");
    assert!(said.contains("more than 2000000 values"), "{said}");
    let few = applied(&document, &json!(actions[..2]));
    assert_eq!(few["a"]["x0-0"]["x1-199"], json!({}));
}
