use std::path::Path;

use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use super::{texts, write};

/// What `write` says that it may change: places of texts, and sorted sets.
fn settled(value: &Value) -> Value {
    match value {
        Value::Array(values) => values.iter().map(settled).collect(),
        Value::Object(map) => {
            let inner = map.iter().map(|(key, value)| {
                let text = |value: &Value| match value {
                    Value::Bool(_) | Value::Number(_) => value.to_string().into(),
                    other => settled(other),
                };
                let value = match value {
                    Value::Array(values) if texts::belong(map, key) => {
                        values.iter().map(text).collect()
                    }
                    Value::Object(_) => settled(value),
                    value if texts::belong(map, key) => text(value),
                    value => settled(value),
                };
                (key.clone(), value)
            });
            Value::Object(inner.collect())
        }
        single => single.clone(),
    }
}

/// Sorts what is a set in some places, in all places: both sides of a comparison.
fn unordered(value: &Value) -> Value {
    match value {
        Value::Array(values) => values.iter().map(unordered).collect(),
        Value::Object(map) => {
            let inner = map.iter().map(|(key, value)| {
                let sorted = (key == "required").then(|| texts::sorted(value));
                let value = sorted.flatten().unwrap_or_else(|| unordered(value));
                (key.clone(), value)
            });
            Value::Object(inner.collect())
        }
        single => single.clone(),
    }
}

fn read(text: &str) -> Value {
    let document = florin_codegen::read_text("test", text).unwrap();
    assert_eq!(document.findings, [], "{text}");
    document.value
}

/// Both readers understand it, and writing what they read gives the same text.
fn check(value: &Value) {
    let text = write(value).unwrap();
    let expected = unordered(&settled(value));
    // The reader of specs takes an empty file for no document at all.
    if !value.is_null() {
        let ours = read(&text);
        assert_eq!(unordered(&ours), expected, "read as a spec:\n{text}");
        assert_eq!(write(&ours).unwrap(), text, "written again");
    }
    let theirs: Value = serde_saphyr::from_str(&text).unwrap();
    assert_eq!(
        unordered(&theirs),
        expected,
        "read by serde-saphyr:\n{text}"
    );
    assert_eq!(write(&theirs).unwrap(), text, "written again");
}

/// Texts that a writer of YAML may get wrong.
const ODD: [&str; 66] = [
    "",
    " ",
    "~",
    "null",
    "Null",
    "no",
    "No",
    "NO",
    "yes",
    "on",
    "off",
    "y",
    "n",
    "true",
    "TRUE",
    "1",
    "-1",
    "+1",
    "1e3",
    "1E-3",
    "1.",
    ".5",
    "0x1",
    "0o7",
    "0b1",
    "0777",
    "1_000",
    "12:30:45",
    "190:20",
    "2026-11-22",
    "2026-11-22T08:30:00+01:00",
    ".inf",
    "-.INF",
    ".nan",
    "=",
    "<<",
    "*",
    "&a",
    "!b",
    "%c",
    "@d",
    "`e",
    "#",
    " # f",
    "a #b",
    "a: b",
    "a:",
    ": ",
    ":",
    "- a",
    "-",
    "? a",
    "|",
    ">-",
    "---",
    "...",
    "[a]",
    "{a: b}",
    "a, b",
    "'",
    "\"",
    "\\n",
    " a ",
    "a'b\"c",
    "{}",
    "[",
];

/// And texts of several lines, with everything that ends or hides a line.
const LINES: [&str; 40] = [
    "\n",
    "\n\n",
    "a\n",
    "a\n\n",
    "a\n\n\n",
    "\na",
    "\n\na",
    "a\nb",
    " a\nb",
    "  a\n b\n",
    "a\n b",
    "a\n\n  b\n",
    "a \nb",
    "a\n \nb",
    "a\n   \nb\n",
    " \na",
    "a\n ",
    "\ta\nb",
    "a\n\tb",
    "\t\n",
    "a\n\t\nb",
    "a\r\nb",
    "a\rb",
    "\r",
    "a\r",
    "a\n---\nb",
    "a\n...\nb",
    "a\n# b",
    "# a\nb",
    "a\u{85}b",
    "a\u{2028}b\nc",
    "\u{feff}a\nb",
    "a\u{0}\nb",
    "a\u{7f}b\n",
    "é\n😀",
    "a: |\n  b",
    "- a\n- b",
    "\u{fffe}\n",
    "%YAML 1.1\n---",
    "a\n    b\n  c\n        d",
];

#[test]
fn odd_texts_are_kept_as_values_as_keys_and_in_lists() {
    for text in ODD.iter().chain(&LINES) {
        check(&json!({ "k": text, "z": 1 }));
        check(&json!({ *text: text, "z": [text, [text, text], { *text: [text] }] }));
        check(
            &json!({ "paths": { *text: { "get": { "description": text, *text: { "a": text } } } } }),
        );
        check(&json!([text]));
        check(&json!(text));
    }
}

#[test]
fn long_texts_and_keys_are_kept() {
    let words = "word ".repeat(5000);
    for text in [
        words.as_str(),
        words.trim_end(),
        &"x".repeat(200_000),
        &"é #\n".repeat(3000),
    ] {
        check(&json!({ "description": text, "list": [text] }));
    }
    for length in [127, 128, 129, 1000, 1022, 1023, 1024, 1025, 1026, 5000] {
        check(&json!({ "k".repeat(length): 1, "é: ".repeat(length): { "a": [1] } }));
    }
}

#[test]
fn numbers_keep_their_value_and_their_kind() {
    let numbers = json!([
        0,
        -1,
        u64::MAX,
        i64::MIN,
        0.0,
        -0.0,
        1.0,
        0.1,
        1e16,
        1e300,
        5e-324,
        f64::MAX,
        f64::MIN_POSITIVE,
        123_456_789_012_345_680.0,
        9_007_199_254_740_993_i64
    ]);
    let text = write(&numbers).unwrap();
    assert_eq!(format!("{:?}", read(&text)), format!("{numbers:?}"));
    check(&numbers);
}

fn single() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        text().prop_map(Value::from),
    ]
}

fn text() -> impl Strategy<Value = String> {
    let odd: Vec<_> = ODD
        .iter()
        .chain(&LINES)
        .map(|text| (*text).to_owned())
        .collect();
    let pieces = prop::sample::select(odd);
    prop_oneof![
        any::<String>(),
        "[ \t\r\n:#'\"\\\\a-c0-9.,\\[\\]{}|>&*!%@~-]{0,24}",
        "[a-z\n ]{0,160}",
        vec(pieces.clone(), 1..4).prop_map(|pieces| pieces.concat()),
        pieces,
    ]
}

fn key() -> impl Strategy<Value = String> {
    let words = [
        "openapi",
        "info",
        "title",
        "version",
        "paths",
        "get",
        "parameters",
        "name",
        "in",
        "required",
        "schema",
        "type",
        "enum",
        "properties",
        "items",
        "allOf",
        "default",
        "const",
        "responses",
        "200",
        "description",
        "components",
        "schemas",
        "*",
        "x-retry",
        "overlay",
        "actions",
        "target",
        "string",
        "callbacks",
        "examples",
        "$ref",
    ];
    let words: Vec<_> = words.iter().map(|word| (*word).to_owned()).collect();
    prop_oneof![3 => prop::sample::select(words), 1 => text()]
}

fn any_json() -> impl Strategy<Value = Value> {
    single().prop_recursive(6, 64, 8, |inner| {
        let map = btree_map(key(), inner.clone(), 0..8);
        prop_oneof![
            vec(inner, 0..6).prop_map(Value::from),
            map.prop_map(|map| Value::Object(map.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

proptest! {
    #[test]
    fn any_json_is_read_back_and_written_the_same_again(value in any_json()) {
        check(&value);
    }
}

#[test]
fn our_own_specs_are_read_back_and_written_the_same_again() {
    let specs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../specs");
    let mut documents = 0;
    for provider in std::fs::read_dir(specs).unwrap() {
        let Ok(files) = std::fs::read_dir(provider.unwrap().path()) else {
            continue;
        };
        for file in files {
            let file = file.unwrap().path();
            if file
                .extension()
                .is_some_and(|extension| extension == "yaml")
            {
                let text = std::fs::read_to_string(&file).unwrap();
                check(&florin_codegen::read_text("spec", &text).unwrap().value);
                documents += 1;
            }
        }
    }
    assert!(documents >= 20);
}

#[test]
fn too_deep_nesting_is_refused() {
    let nested = |levels: usize| (0..levels).fold(json!(1), |inner, _| json!([inner]));
    check(&nested(60));
    // serde-saphyr reads no deeper than 64.
    assert_eq!(read(&write(&nested(199)).unwrap()), nested(199));
    let problem = write(&nested(300)).unwrap_err().to_string();
    assert!(
        problem.contains("nested more than 200 levels deep"),
        "{problem}"
    );
}

#[test]
fn words_have_one_order_and_names_are_sorted() {
    let document = json!({
        "paths": { "/b": { "post": { "responses": { "default": { "description": "d" }, "200": { "content": {}, "description": "ok" } },
            "x-retry": "never", "summary": "s", "operationId": "b" }, "get": {} }, "/a": {} },
        "info": { "version": 1.5, "title": "T", "description": "two\n\nlines" },
        "x-own": [], "openapi": "3.0.3",
        "components": { "schemas": { "B": { "required": ["z", "a"], "type": "object", "properties": {
            "type": { "description": "d", "type": "string", "enum": ["z", "a", 1] }, "description": { "$ref": "#/x" } } } } },
    });
    let expected = r##"openapi: "3.0.3"
info:
  title: T
  version: "1.5"
  description: |-
    two

    lines
x-own: []
paths:
  /a: {}
  /b:
    get: {}
    post:
      operationId: b
      summary: s
      x-retry: never
      responses:
        "200":
          description: ok
          content: {}
        default:
          description: d
components:
  schemas:
    B:
      type: object
      required:
        - a
        - z
      properties:
        description:
          $ref: "#/x"
        type:
          type: string
          description: d
          enum:
            - z
            - a
            - "1"
"##;
    assert_eq!(write(&document).unwrap(), expected);
}

#[test]
fn a_long_text_stands_on_a_line_of_its_own_and_nothing_has_spaces_behind_it() {
    let long = "word ".repeat(30);
    let text = write(&json!({ "description": long.trim_end(), "summary": "a\n\nb" })).unwrap();
    let expected = format!(
        "description: |-\n  {}\nsummary: |-\n  a\n\n  b\n",
        long.trim_end()
    );
    assert_eq!(text, expected);
}
