//! What is written is read back, by the reader of specs and by another one, and written again as the same text.

mod any;
mod odd;

use std::path::Path;

use serde_json::{Value, json};

use super::{texts, write};
use odd::{LINES, ODD};

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
