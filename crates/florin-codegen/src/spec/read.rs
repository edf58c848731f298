//! From text to JSON: YAML or JSON, as leniently as other tools read it, with a finding for each liberty.
//!
//! What others pass over in silence (a key that is given twice, a second document) is told, since it is a mistake that
//! nobody has seen yet.

mod repeats;
mod spelling;
mod yaml;

use serde_json::Value;

use crate::error::{Error, Place};
use crate::finding::Finding;

/// How many findings of one kind a file gets before the rest are counted.
const TOLD: usize = 20;

/// What has been read.
#[derive(Debug)]
pub(crate) struct Document {
    pub(crate) value: Value,
    pub(crate) findings: Vec<Finding>,
}

/// Reads a document.
pub(crate) fn read(source: &str) -> Result<Document, Error> {
    let source = source.strip_prefix('\u{feff}').unwrap_or(source);
    let inside = source.trim_start().strip_prefix('{').map(str::trim_start);
    if inside.is_some_and(|inside| inside.starts_with(['"', '}'])) {
        json(source).or_else(|error| {
            // Which takes commas and comments that JSON doesn't.
            let mut document = yaml::read(source).map_err(|_| error.clone())?;
            let finding =
                Finding::taken(error.place().clone(), error.wrong(), "it is read as YAML");
            document.findings.insert(0, finding);
            Ok(document)
        })
    } else {
        yaml::read(source)
    }
}

fn broken(line: usize, wrong: impl Into<String>, remedy: &str) -> Error {
    Error::new(Place::Line(line), wrong, remedy)
}

fn json(source: &str) -> Result<Document, Error> {
    let value = serde_json::from_str(source).map_err(|error| {
        let wrong = format!("this is not JSON: {error}");
        broken(error.line(), wrong, "correct the syntax")
    })?;
    let findings = repeated(&repeats::repeats(source));
    Ok(Document { value, findings })
}

/// A key that one object has twice: here, and before that there.
struct Repeat {
    key: String,
    line: usize,
    first: usize,
}

fn repeated(repeats: &[Repeat]) -> Vec<Finding> {
    let tell = |Repeat { key, line, first }: &Repeat| {
        let wrong = format!("the key `{key}` is given twice in one object (first in line {first})");
        Finding::taken(Place::Line(*line), wrong, "the last one is taken")
    };
    let mut findings: Vec<_> = repeats.iter().take(TOLD).map(tell).collect();
    if let Some(next) = repeats.get(TOLD) {
        let wrong = format!(
            "here and further down, {} more keys are given twice in one object",
            repeats.len() - TOLD
        );
        let how = "the last one is taken";
        findings.push(Finding::taken(Place::Line(next.line), wrong, how));
    }
    findings
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    fn read(text: &str) -> Value {
        let document = super::read(text).unwrap();
        assert_eq!(document.findings, [], "{text}");
        document.value
    }

    fn told(text: &str) -> (Value, Vec<String>) {
        let document = super::read(text).unwrap();
        let findings = document.findings.iter().map(ToString::to_string);
        (document.value, findings.collect())
    }

    #[test]
    fn yaml_is_read_by_its_core_schema_and_keys_by_their_text() {
        let text = "200: {on: yes, no: NO, null: ~}\nn: [0x1F, 0o17, 1.50, 1e3, 007, -3, '1', 4.3.8, 2026-01-02, .inf, '', ]\n\
                    a: &a {b: [1]}\nc: *a\nd: |-\n  two\n  lines\n? e\n: true\n";
        let expected = json!({
            "200": { "on": "yes", "no": "NO", "null": null },
            "n": [31, 15, 1.5, 1000.0, 7, -3, "1", "4.3.8", "2026-01-02", ".inf", ""],
            "a": { "b": [1] }, "c": { "b": [1] }, "d": "two\nlines", "e": true,
        });
        assert_eq!(read(text), expected);
    }

    #[test]
    fn json_is_read_as_json_behind_a_byte_order_mark() {
        let text = "\u{feff}{\"a\": \"\\ud83d\\ude00\",\t\"b\": 18446744073709551615}";
        assert_eq!(
            read(text),
            json!({ "a": "😀", "b": 18_446_744_073_709_551_615_u64 })
        );
        let (value, findings) = told("{\"a\": [1,], # one\n}");
        assert_eq!(value, json!({ "a": [1] }));
        assert_eq!(
            findings,
            [":1: this is not JSON: trailing comma at line 1 column 10; it is read as YAML"]
        );
    }

    #[test]
    fn of_a_key_that_is_given_twice_the_last_is_kept_and_told() {
        let json = "{\n \"a\": {\"b\": \"\\\"a\\\": {\", \"b\\\\\": 1},\n \"c\": [{}, {\"a\": 1}],\n \"\\u0061\": 2\n}";
        let yaml = "a: {b: '\"a\": {', b\\: 1}\nc: [{}, {a: 1}]\n\na: 2\n";
        let value = json!({ "a": 2, "c": [{}, { "a": 1 }] });
        let wrong = |line, first| {
            format!(
                ":{line}: the key `a` is given twice in one object (first in line {first}); the last one is taken"
            )
        };
        assert_eq!(told(json), (value.clone(), vec![wrong(4, 2)]));
        assert_eq!(told(yaml), (value, vec![wrong(4, 1)]));
        let many = format!("{{{}\"z\": 1}}", "\"a\": 1,\n".repeat(1000));
        let (_, findings) = told(&many);
        assert_eq!(findings.len(), 21);
        assert!(findings[20].starts_with(":22: here and further down, 979 more keys"));
    }

    #[test]
    fn merge_keys_merge_below_what_is_said_beside_them() {
        let text = "a: &a {x: 1, y: 1}\nb: &b {y: 2, z: 2}\nc: {y: 0, <<: [*a, *b]}\nd:\n  <<: *b\n  <<: *a\n\
                    e: {'<<': *a}\nf: {<<: text}\n";
        let value = read(text);
        assert_eq!(value["c"], json!({ "x": 1, "y": 0, "z": 2 }));
        assert_eq!(value["d"], json!({ "x": 1, "y": 2, "z": 2 }));
        assert_eq!(value["e"], json!({ "<<": { "x": 1, "y": 1 } }));
        assert_eq!(value["f"], json!({ "<<": "text" }));
    }

    #[test]
    fn where_a_text_belongs_a_number_is_spelt_as_it_is_written() {
        let text = "a: {enum: [1.10, 007, true, ~, x, '1'], type: string, default: 2.0}\n\
                    b: {type: [string, 'null'], enum: [1.0]}\nc: {type: number, enum: [1.0]}\n\
                    d: {required: [007, 1.50], properties: {007: {}}}\ne: {name: 010, in: query, required: true}\n\
                    info: {title: 1.0, version: 2.10}\nf: {type: string, enum: [[1.0], {a: 1.0}]}\n\
                    g: {type: string, enum: 1.10}\n";
        let expected = json!({
            "a": { "enum": ["1.10", "007", "true", null, "x", "1"], "type": "string", "default": "2.0" },
            "b": { "type": ["string", "null"], "enum": ["1.0"] },
            "c": { "type": "number", "enum": [1.0] },
            "d": { "required": ["007", "1.50"], "properties": { "007": {} } },
            "e": { "name": "010", "in": "query", "required": true },
            "info": { "title": 1.0, "version": "2.10" },
            "f": { "type": "string", "enum": [[1.0], { "a": 1.0 }] },
            "g": { "type": "string", "enum": "1.10" },
        });
        assert_eq!(read(text), expected);
    }

    #[test]
    fn of_an_enum_that_is_given_twice_the_last_is_spelt() {
        let (value, _) = told("{type: string, enum: [1.0], enum: [2.0]}");
        assert_eq!(value, json!({ "type": "string", "enum": ["2.0"] }));
    }

    #[test]
    fn odd_yaml_is_read() {
        assert_eq!(
            read(
                "%YAML 1.1\n---\n\ta: 1\t# tab\n...\n"
                    .replace("\n\ta", "\na")
                    .as_str()
            ),
            json!({ "a": 1 })
        );
        assert_eq!(read("---\n---\na: 1\n---\n"), json!({ "a": 1 }));
        assert_eq!(read("a: &k x\n*k : 1\n"), json!({ "a": "x", "x": 1 }));
        let (value, findings) = told("a:\n\tb: 1\n\tc: |\n\t\tx\n");
        assert_eq!(value, json!({ "a": { "b": 1, "c": "x\n" } }));
        assert_eq!(
            findings,
            [":2: the line is indented by tabs; each is read as two spaces"]
        );
        let (value, findings) = told("a: 1\n---\nb: 1\n");
        assert_eq!(value, json!({ "a": 1 }));
        assert_eq!(
            findings,
            [":3: a second YAML document starts here; only the first one is read"]
        );
        let (value, findings) = told("a: 1\n? [b, c]\n: {d: 1}\n");
        assert_eq!(value, json!({ "a": 1 }));
        assert_eq!(findings, [":2: this key is not a text; it is left out"]);
    }

    #[test]
    fn deep_nesting_is_an_error_and_no_overflow() {
        for text in ["[".repeat(100_000), "{\"a\":".repeat(100_000)] {
            assert!(super::read(&text).is_err());
        }
        let aliases = format!(
            "a: &a {}1{}\nb: {}*a{}\n",
            "[".repeat(190),
            "]".repeat(190),
            "[".repeat(190),
            "]".repeat(190)
        );
        assert!(super::read(&aliases).is_err());
    }
}
