//! Whatever is given: nothing panics, a path that is written leads where it came from, and where another implementation is
//! right, ours does the same.

use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use roas_overlay::apply::Apply as _;
use serde_json::{Map, Value, json};

use crate::overlay::Overlay;
use crate::overlay::target::{Target, written};

fn name() -> impl Strategy<Value = String> {
    let words = [
        "a",
        "b",
        "get",
        "name",
        "tags",
        "/loans/{id}",
        "it's",
        "x-y",
    ];
    prop_oneof![4 => prop::sample::select(words.map(str::to_owned).to_vec()), 1 => any::<String>()]
}

fn document() -> impl Strategy<Value = Value> {
    let single = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i8>().prop_map(Value::from),
        name().prop_map(Value::from),
    ];
    single.prop_recursive(5, 48, 6, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..5).prop_map(Value::from),
            btree_map(name(), inner, 0..6)
                .prop_map(|map| Value::Object(map.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

/// Targets that name each node once, in its order.
fn target() -> impl Strategy<Value = String> {
    let step = prop::sample::select(vec![
        ".a",
        ".b",
        ".*",
        "..a",
        "..*",
        "[0]",
        "[-1]",
        "[1:]",
        "['get']",
        "[?@.a]",
        "[?@.a == 1]",
        "[?!@.b]",
        ".tags",
        "[?length(@) > 1]",
    ]);
    vec(step, 0..4).prop_map(|steps| format!("${}", steps.concat()))
}

fn action() -> impl Strategy<Value = Value> {
    // The other one takes an update by `null` for none.
    let update = document().prop_filter("null", |update| !update.is_null());
    let update = (target(), update)
        .prop_map(|(target, update)| json!({ "target": target, "update": update }));
    prop_oneof![3 => update, 1 => target().prop_map(|target| json!({ "target": target, "remove": true }))]
}

/// Nearly a JSONPath.
fn odd_target() -> impl Strategy<Value = String> {
    let pieces = vec![
        "$",
        "@",
        ".",
        "..",
        "*",
        "[",
        "]",
        "(",
        ")",
        "?",
        "'",
        "\"",
        ",",
        ":",
        "-",
        "0",
        "1",
        "9007199254740991",
        "a",
        "é",
        "\\",
        "\\u00e9",
        "\\ud83d",
        " ",
        "==",
        "!=",
        "<",
        "&&",
        "||",
        "!",
        "length(",
        "match(",
        "null",
        "true",
        "1e400",
        "-0",
        "[?@.a]",
        "['a']",
        "😀",
        "\n",
    ];
    prop_oneof![
        vec(prop::sample::select(pieces), 0..24).prop_map(|pieces| format!("${}", pieces.concat())),
        any::<String>()
    ]
}

fn overlay_text(actions: &[Value]) -> String {
    json!({ "overlay": "1.0.0", "info": { "title": "T", "version": "1" }, "actions": actions })
        .to_string()
}

proptest! {
    #[test]
    fn any_target_is_read_or_refused_and_applied_or_refused(target in odd_target(), document in document(), update in document()) {
        for change in [("update", update.clone()), ("remove", true.into())] {
            let text = overlay_text(&[json!({ "target": target, change.0: change.1 })]);
            if let Ok(overlay) = Overlay::parse("o", &text) {
                let _ = overlay.apply(&document);
            }
        }
    }

    #[test]
    fn any_text_is_read_or_refused(text in any::<String>(), value in document()) {
        let _ = Overlay::parse("o", &text);
        let _ = Overlay::parse("o", &value.to_string());
        let _ = Overlay::parse("o", &format!("overlay: 1.0.0\ninfo: {{title: T, version: a}}\nactions:\n- {text}"));
    }

    #[test]
    fn the_path_of_a_node_leads_to_it(document in document()) {
        for location in Target::parse("$..*").unwrap().locate(&document) {
            let path = written(&location);
            let target = Target::parse(&path).unwrap_or_else(|wrong| panic!("{path}: {wrong}"));
            prop_assert_eq!(target.locate(&document).into_iter().collect::<Vec<_>>(), vec![location]);
        }
    }

    #[test]
    fn what_ours_applies_another_implementation_applies_alike(document in document(), actions in vec(action(), 1..4)) {
        let text = overlay_text(&actions);
        let (Ok(ours), Ok(theirs)) = (
            Overlay::parse("o", &text),
            serde_json::from_str::<roas_overlay::v1_0::Overlay>(&text),
        ) else {
            return Ok(());
        };
        let (Ok(made), mut other) = (ours.apply(&document), document) else {
            return Ok(());
        };
        // It refuses to remove single values.
        if theirs.apply(&mut other, Default::default()).is_ok() {
            prop_assert_eq!(made, other, "{}", text);
        }
    }
}
