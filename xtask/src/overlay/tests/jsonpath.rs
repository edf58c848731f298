//! Targets by RFC 9535: which nodes they match.

use serde_json::{Value, json};

use crate::overlay::target::{Target, written};

fn document() -> Value {
    json!({
        "list": ["a", "b", "c", "d", "e"],
        "items": [
            { "name": "iban", "in": "query", "limit": 34 },
            { "name": "trace", "in": "header", "limit": 5.5, "old": false },
            { "name": "Größe", "in": "query", "old": null, "tags": ["x", "y"] },
        ],
        "paths": { "/loans/{id}": { "get": { "summary": "One" } }, "a.b": { "x": 1 }, "it's": 1, "say \"x\"": 2, "": 3, "é": 4 },
        "empty": {}, "none": null,
    })
}

fn matched(target: &str) -> Vec<String> {
    let target = Target::parse(target).unwrap_or_else(|wrong| panic!("{target}: {wrong}"));
    target
        .locate(&document())
        .iter()
        .map(|location| written(location))
        .collect()
}

fn check(cases: &[(&str, &[&str])]) {
    for (target, expected) in cases {
        assert_eq!(matched(target), *expected, "{target}");
    }
}

#[test]
fn names() {
    check(&[
        ("$", &["$"]),
        ("$.list", &["$.list"]),
        ("$['list']", &["$.list"]),
        ("$[\"list\"]", &["$.list"]),
        (
            "$.paths['/loans/{id}'].get",
            &["$.paths['/loans/{id}'].get"],
        ),
        ("$.paths['a.b'].x", &["$.paths['a.b'].x"]),
        ("$.paths['it\\'s']", &["$.paths['it\\'s']"]),
        ("$.paths[\"it's\"]", &["$.paths['it\\'s']"]),
        ("$.paths['say \"x\"']", &["$.paths['say \"x\"']"]),
        ("$.paths['']", &["$.paths['']"]),
        ("$.paths.é", &["$.paths['é']"]),
        ("$.paths['\\u00e9']", &["$.paths['é']"]),
        ("$.List", &[]),
        ("$.list.name", &[]),
        ("$ ['list'] [ 0 ]", &["$.list[0]"]),
    ]);
}

#[test]
fn wildcards_and_indexes() {
    check(&[
        (
            "$.items.*.in",
            &["$.items[0].in", "$.items[1].in", "$.items[2].in"],
        ),
        ("$.items[*].old", &["$.items[1].old", "$.items[2].old"]),
        ("$.empty.*", &[]),
        ("$.list[0]", &["$.list[0]"]),
        ("$.list[-1]", &["$.list[4]"]),
        ("$.list[5]", &[]),
        ("$.list[-6]", &[]),
        ("$.empty[0]", &[]),
        ("$.list[3,1,1,-2]", &["$.list[1]", "$.list[3]"]),
        ("$['list','none']", &["$.list", "$.none"]),
    ]);
}

#[test]
fn slices() {
    check(&[
        ("$.list[1:3]", &["$.list[1]", "$.list[2]"]),
        ("$.list[3:]", &["$.list[3]", "$.list[4]"]),
        ("$.list[:-3]", &["$.list[0]", "$.list[1]"]),
        ("$.list[::2]", &["$.list[0]", "$.list[2]", "$.list[4]"]),
        ("$.list[4:1:-2]", &["$.list[2]", "$.list[4]"]),
        ("$.list[::-3]", &["$.list[1]", "$.list[4]"]),
        ("$.list[::0]", &[]),
        ("$.list[9:]", &[]),
        ("$.list[-99:2]", &["$.list[0]", "$.list[1]"]),
        (
            "$.list[9007199254740991:-9007199254740991:-9007199254740991]",
            &["$.list[4]"],
        ),
        ("$.empty[:]", &[]),
    ]);
}

#[test]
fn descendants() {
    check(&[
        (
            "$..in",
            &["$.items[0].in", "$.items[1].in", "$.items[2].in"],
        ),
        (
            "$..['in','old']",
            &[
                "$.items[0].in",
                "$.items[1].in",
                "$.items[1].old",
                "$.items[2].in",
                "$.items[2].old",
            ],
        ),
        ("$.items..[0]", &["$.items[0]", "$.items[2].tags[0]"]),
        (
            "$.paths..*",
            &[
                "$.paths['']",
                "$.paths['/loans/{id}']",
                "$.paths['/loans/{id}'].get",
                "$.paths['/loans/{id}'].get.summary",
                "$.paths['a.b']",
                "$.paths['a.b'].x",
                "$.paths['it\\'s']",
                "$.paths['say \"x\"']",
                "$.paths['é']",
            ],
        ),
        ("$..get..summary", &["$.paths['/loans/{id}'].get.summary"]),
    ]);
}

#[test]
fn filters() {
    let one: &[&str] = &["$.items[0]"];
    let two: &[&str] = &["$.items[1]"];
    let three: &[&str] = &["$.items[2]"];
    check(&[
        ("$.items[?@.name == 'iban']", one),
        ("$.items[?@.name=='iban' && @.in==\"query\"]", one),
        ("$.items[?@.in == 'query' && !@.limit]", three),
        ("$.items[?@.tags]", three),
        ("$.items[?@.old == null]", three),
        ("$.items[?@.old]", &["$.items[1]", "$.items[2]"]),
        ("$.items[?@.old == false]", two),
        ("$.items[?@.limit >= 5.5 && @.limit < 34]", two),
        ("$.items[?@.limit == 34.0]", one),
        ("$.items[?@.name > 'iban']", two),
        (
            "$.items[?(@.limit == 34 || @.tags) && @.in == 'query']",
            &["$.items[0]", "$.items[2]"],
        ),
        ("$.items[?!(@.in == 'query')]", two),
        ("$.items[?@.tags[?@ == 'y']]", three),
        ("$.items[?@['tags'][1] == 'y']", three),
        ("$.items[?@.name == $.items[1].name]", two),
        (
            "$.items[?@.absent == @.missing]",
            &["$.items[0]", "$.items[1]", "$.items[2]"],
        ),
        ("$.items[?@.limit == '34']", &[]),
        (
            "$.items[?@.name == 'iban', 1]",
            &["$.items[0]", "$.items[1]"],
        ),
        ("$.list[?@ == 'c' || @ == 'd']", &["$.list[2]", "$.list[3]"]),
        ("$.paths[?@.get]", &["$.paths['/loans/{id}']"]),
        ("$.paths[?@ == 4]", &["$.paths['é']"]),
        ("$..[?@.in == 'header']", two),
    ]);
}

#[test]
fn functions() {
    check(&[
        (
            "$.items[?length(@.name) == 5]",
            &["$.items[1]", "$.items[2]"],
        ),
        ("$.items[?length(@.tags) == 2]", &["$.items[2]"]),
        ("$[?length(@) == 0]", &["$.empty"]),
        ("$.items[?count(@.*) > 3]", &["$.items[1]", "$.items[2]"]),
        ("$.items[?value(@..tags[0]) == 'x']", &["$.items[2]"]),
        ("$.items[?match(@.name, 'ib.*')]", &["$.items[0]"]),
        ("$.items[?match(@.name, 'ba')]", &[]),
        ("$.items[?search(@.name, 'ba')]", &["$.items[0]"]),
        (
            "$.items[?match(@.name, '[a-z]{4,5}')]",
            &["$.items[0]", "$.items[1]"],
        ),
        ("$.items[?match(@.name, 'a|iban')]", &["$.items[0]"]),
        ("$.items[?match(@.name, '\\\\p{Lu}.*')]", &["$.items[2]"]),
        ("$.items[?match(@.limit, '.*')]", &[]),
        ("$.items[?search(@.name, '((')]", &[]),
    ]);
}

#[test]
fn what_is_no_jsonpath_is_refused() {
    for target in [
        "",
        " $",
        "$ ",
        "paths",
        "@.a",
        "$.",
        "$..",
        "$...a",
        "$[",
        "$[]",
        "$['a]",
        "$['a\"]",
        "$.1",
        "$.a-b",
        "$. a",
        "$.[a]",
        "$[a]",
        "$['a',]",
        "$[01]",
        "$[-0]",
        "$[1.0]",
        "$[9007199254740992]",
        "$[1:2:3:4]",
        "$[?]",
        "$[?@.a ==]",
        "$[?@.a = 1]",
        "$[?'a']",
        "$[?1]",
        "$[?@.* == 1]",
        "$[?@..a == 1]",
        "$[?(@.a]",
        "$[?nothing(@)]",
        "$[?length(@)]",
        "$[?length(@.*) == 1]",
        "$[?match(@.a)]",
        "$[?count(1) == 1]",
        "$[?@.a == [1]]",
        "$[?@.a & @.b]",
        "$.a.b()",
        "$['\n']",
        "$['\\x']",
        "$#",
        "$.a b",
        "#/paths",
        "/paths",
    ] {
        assert!(Target::parse(target).is_err(), "{target}");
    }
}

#[test]
fn what_would_take_minutes_is_refused() {
    let nested = |times: usize| format!("$[?{}@.a{}]", "@[?".repeat(times), "]".repeat(times));
    assert!(Target::parse(&nested(9)).is_ok());
    for (target, expected) in [
        (nested(10), "its brackets are more than 10 deep"),
        ("(".repeat(4000), "its brackets are more than 10 deep"),
        (
            format!("${}", ".a".repeat(3000)),
            "it is longer than 4096 characters",
        ),
        ("$..*..*..*".to_owned(), "it has more than 2 times `..`"),
        (
            "$[?@..a && @..b && @..c && @..d]".to_owned(),
            "its filters have more than 3 times `..`",
        ),
        (
            format!("${}", "[0,0,0,0,0,0,0,0,0,0,0]".repeat(3)),
            "it names more than 1000 combinations",
        ),
    ] {
        assert_eq!(Target::parse(&target).unwrap_err(), expected);
    }
    assert!(Target::parse("$..a..[?@..b && @..c]").is_ok());
    // What stands in a text is no bracket.
    assert!(Target::parse("$['((((((((((((((((..,,..']").is_ok());
}
