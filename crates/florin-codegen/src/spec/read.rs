//! From text to JSON: YAML or JSON, and a key that is given twice is an error instead of a silent choice.

use std::collections::HashMap;
use std::fmt;

use saphyr_parser::{Event, Parser, ScalarStyle, ScanError, Span, StrInput};
use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

use crate::error::{Error, Place};

const DEPTH: usize = 200;

/// How many nodes all aliases of a document together may stand for: far more than any spec needs, and a few lines of
/// aliases of aliases are beyond it before they fill the memory.
const ALIASED: usize = 1_000_000;

/// Reads a document.
pub(crate) fn read(source: &str) -> Result<Value, Error> {
    let source = source.strip_prefix('\u{feff}').unwrap_or(source);
    if source.trim_start().starts_with('{') {
        json(source)
    } else {
        yaml(source)
    }
}

fn broken(line: usize, wrong: impl Into<String>, remedy: &str) -> Error {
    Error::new(Place::Line(line), wrong, remedy)
}

fn twice(line: usize, key: &str, first: Option<usize>) -> Error {
    let first = first
        .map(|line| format!(" (first in line {line})"))
        .unwrap_or_default();
    broken(
        line,
        format!("the key `{key}` is given twice in one object{first}"),
        "remove or rename one of the two",
    )
}

fn json(source: &str) -> Result<Value, Error> {
    let mut deserializer = serde_json::Deserializer::from_str(source);
    let mut repeated = None;
    let value = Unique(&mut repeated)
        .deserialize(&mut deserializer)
        .and_then(|v| deserializer.end().map(|()| v));
    value.map_err(|error| match repeated {
        Some(key) => twice(error.line(), &key, None),
        None => broken(
            error.line(),
            format!("this is not JSON: {error}"),
            "correct the syntax",
        ),
    })
}

/// Reads any JSON and remembers the key that it stumbled over.
struct Unique<'a>(&'a mut Option<String>);

impl<'de> DeserializeSeed<'de> for Unique<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Unique<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<Value, A::Error> {
        let mut values = Vec::new();
        while let Some(value) = sequence.next_element_seed(Unique(&mut *self.0))? {
            values.push(value);
        }
        Ok(values.into())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut map = Map::new();
        while let Some(key) = entries.next_key::<String>()? {
            if map.contains_key(&key) {
                *self.0 = Some(key);
                return Err(A::Error::custom("duplicate key"));
            }
            let value = entries.next_value_seed(Unique(&mut *self.0))?;
            map.insert(key, value);
        }
        Ok(map.into())
    }
}

fn yaml(source: &str) -> Result<Value, Error> {
    let mut reader = Yaml {
        events: Parser::new_from_str(source),
        anchors: HashMap::new(),
        aliased: 0,
    };
    let mut document = None;
    loop {
        match reader.next()? {
            (Event::StreamEnd, _) => break,
            (
                Event::StreamStart | Event::DocumentStart(_) | Event::DocumentEnd | Event::Nothing,
                _,
            ) => {}
            (_, line) if document.is_some() => {
                return Err(broken(
                    line,
                    "a second YAML document starts here",
                    "keep one document in the file",
                ));
            }
            (event, line) => document = Some(reader.node(event, line, 0)?),
        }
    }
    document
        .ok_or_else(|| Error::file("the file is empty", "write an OpenAPI 3.0 document into it"))
}

struct Yaml<'a> {
    events: Parser<'a, StrInput<'a>>,
    anchors: HashMap<usize, (Value, usize)>,
    /// How many nodes aliases have stood for so far.
    aliased: usize,
}

impl<'a> Yaml<'a> {
    fn next(&mut self) -> Result<(Event<'a>, usize), Error> {
        let event: Option<Result<(Event<'a>, Span), ScanError>> = self.events.next();
        match event {
            Some(Ok((event, span))) => Ok((event, span.start.line())),
            Some(Err(error)) => {
                let wrong = format!("this is neither YAML nor JSON: {}", error.info());
                Err(broken(error.marker().line(), wrong, "correct the syntax"))
            }
            None => Ok((Event::StreamEnd, 0)),
        }
    }

    fn node(&mut self, event: Event<'a>, line: usize, depth: usize) -> Result<Value, Error> {
        if depth > DEPTH {
            return Err(broken(
                line,
                format!("more than {DEPTH} levels of nesting"),
                "name inner schemas and refer to them",
            ));
        }
        let (value, anchor) = match event {
            Event::Alias(anchor) => {
                let Some((value, nodes)) = self.anchors.get(&anchor) else {
                    let wrong = "an alias refers to a node that isn't complete";
                    return Err(broken(line, wrong, "write it out"));
                };
                self.aliased = self.aliased.saturating_add(*nodes);
                if self.aliased > ALIASED {
                    let wrong = format!("the aliases stand for more than {ALIASED} nodes");
                    return Err(broken(
                        line,
                        wrong,
                        "name what is repeated in `components`, and refer to it",
                    ));
                }
                return Ok(value.clone());
            }
            Event::Scalar(text, style, anchor, tag) => {
                let plain = style == ScalarStyle::Plain && tag.is_none();
                (
                    if plain {
                        scalar(&text)
                    } else {
                        text.into_owned().into()
                    },
                    anchor,
                )
            }
            Event::SequenceStart(anchor, _) => {
                let mut values = Vec::new();
                loop {
                    match self.next()? {
                        (Event::SequenceEnd, _) => break,
                        (event, line) => values.push(self.node(event, line, depth + 1)?),
                    }
                }
                (values.into(), anchor)
            }
            Event::MappingStart(anchor, _) => (self.mapping(depth)?, anchor),
            other => {
                return Err(broken(
                    line,
                    format!("unexpected {other:?}"),
                    "correct the syntax",
                ));
            }
        };
        if anchor != 0 {
            let nodes = nodes(&value);
            self.anchors.insert(anchor, (value.clone(), nodes));
        }
        Ok(value)
    }

    fn mapping(&mut self, depth: usize) -> Result<Value, Error> {
        let mut map = Map::new();
        let mut lines = HashMap::new();
        loop {
            // A key is taken by its text: `200:` and `on:` are the strings that they look like.
            let (key, line) = match self.next()? {
                (Event::MappingEnd, _) => return Ok(map.into()),
                (Event::Scalar(key, ..), line) => (key.into_owned(), line),
                (_, line) => return Err(broken(line, "this key is not a text", "use a plain key")),
            };
            if key == "<<" {
                let wrong = "`<<` merges mappings only in YAML 1.1, and would be lost here";
                return Err(broken(line, wrong, "write the merged keys out"));
            }
            if let Some(first) = lines.insert(key.clone(), line) {
                return Err(twice(line, &key, Some(first)));
            }
            let (event, line) = self.next()?;
            let value = self.node(event, line, depth + 1)?;
            map.insert(key, value);
        }
    }
}

fn nodes(value: &Value) -> usize {
    1 + match value {
        Value::Array(values) => values.iter().map(nodes).sum(),
        Value::Object(map) => map.values().map(nodes).sum(),
        _ => 0_usize,
    }
}

/// An unquoted scalar by YAML's core schema.
fn scalar(text: &str) -> Value {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => Value::Null,
        "true" | "True" | "TRUE" => Value::Bool(true),
        "false" | "False" | "FALSE" => Value::Bool(false),
        _ => number(text).map_or_else(|| text.into(), Value::Number),
    }
}

fn number(text: &str) -> Option<Number> {
    if let Some(hex) = text.strip_prefix("0x") {
        return u64::from_str_radix(hex, 16).ok().map(Number::from);
    }
    if let Some(octal) = text.strip_prefix("0o") {
        return u64::from_str_radix(octal, 8).ok().map(Number::from);
    }
    let numeric = |c: char| c.is_ascii_digit() || matches!(c, '.' | 'e' | 'E' | '+' | '-');
    if !text.chars().all(numeric) || !text.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let integer = text
        .parse::<i64>()
        .map(Number::from)
        .or_else(|_| text.parse::<u64>().map(Number::from));
    integer
        .ok()
        .or_else(|| Number::from_f64(text.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::read;

    #[test]
    fn yaml_is_read_by_its_core_schema_and_keys_by_their_text() {
        let text = "200: {on: yes, no: NO, null: ~}\nn: [0x1F, 0o17, 1.50, 1e3, 007, -3, '1', 4.3.8, 2026-01-02, .inf, '', ]\n\
                    a: &a {b: [1]}\nc: *a\nd: |-\n  two\n  lines\n? e\n: true\n";
        let expected = json!({
            "200": { "on": "yes", "no": "NO", "null": null },
            "n": [31, 15, 1.5, 1000.0, 7, -3, "1", "4.3.8", "2026-01-02", ".inf", ""],
            "a": { "b": [1] }, "c": { "b": [1] }, "d": "two\nlines", "e": true,
        });
        assert_eq!(read(text).unwrap(), expected);
    }

    #[test]
    fn json_is_read_as_json_behind_a_byte_order_mark() {
        let text = "\u{feff}{\"a\": \"\\ud83d\\ude00\",\t\"b\": 18446744073709551615}";
        assert_eq!(
            read(text).unwrap(),
            json!({ "a": "😀", "b": 18_446_744_073_709_551_615_u64 })
        );
    }

    #[test]
    fn deep_nesting_is_an_error_and_no_overflow() {
        for text in ["[".repeat(100_000), "{\"a\":".repeat(100_000)] {
            assert!(read(&text).is_err());
        }
    }
}
