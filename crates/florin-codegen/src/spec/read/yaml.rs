//! YAML by its core schema, with the merge keys of YAML 1.1, which most specs that have any were written for.

use std::collections::HashMap;

use saphyr_parser::{Event, Parser, ScalarStyle, ScanError, Span, StrInput};
use serde_json::{Map, Number, Value};

use super::spelling::Spelt;
use super::{Document, Repeat, broken, repeated};
use crate::error::{Error, Place};
use crate::finding::Finding;
use crate::spec::Object;

const DEPTH: usize = 200;

/// How many nodes all aliases of a document together may stand for: far more than any spec needs, and a few lines of
/// aliases of aliases are beyond it before they fill the memory.
const ALIASED: usize = 1_000_000;

/// Reads a document.
pub(super) fn read(source: &str) -> Result<Document, Error> {
    parsed(source).or_else(|error| {
        // YAML has no tabs there. Taken off only where it can't be read with them: in a text of several lines they are its
        // own.
        let Some((line, spaced)) = without_tabs(source) else {
            return Err(error);
        };
        let mut document = parsed(&spaced).map_err(|_| error)?;
        let (wrong, how) = ("the line is indented by tabs", "each is read as two spaces");
        document
            .findings
            .insert(0, Finding::taken(Place::Line(line), wrong, how));
        Ok(document)
    })
}

/// The text with spaces for the tabs that lines start with, and the first such line.
fn without_tabs(source: &str) -> Option<(usize, String)> {
    let is_tabbed =
        |line: &str| line.trim_start_matches(' ').starts_with('\t') && !line.trim().is_empty();
    let first = source.lines().position(is_tabbed)? + 1;
    let mut spaced = String::with_capacity(source.len());
    for line in source.split_inclusive('\n') {
        let text = line.trim_start_matches([' ', '\t']);
        let indent = &line[..line.len() - text.len()];
        spaced.push_str(&indent.replace('\t', "  "));
        spaced.push_str(text);
    }
    Some((first, spaced))
}

fn parsed(source: &str) -> Result<Document, Error> {
    let mut reader = Yaml {
        events: Parser::new_from_str(source),
        anchors: HashMap::new(),
        aliased: 0,
        repeats: Vec::new(),
        spellings: Vec::new(),
        findings: Vec::new(),
    };
    let mut document = None;
    loop {
        match reader.next()? {
            (Event::StreamEnd, _) => break,
            (
                Event::StreamStart | Event::DocumentStart(_) | Event::DocumentEnd | Event::Nothing,
                _,
            ) => {}
            (event, line) => {
                let value = reader.node(event, line, 0)?;
                match (&document, &value) {
                    // Nothing stands between two markers.
                    (_, Value::Null) => {}
                    (None, _) => document = Some(value),
                    (Some(_), _) => {
                        let wrong = "a second YAML document starts here";
                        reader.tell(line, wrong, "only the first one is read");
                        break;
                    }
                }
            }
        }
    }
    let value = document
        .ok_or_else(|| Error::file("the file is empty", "write an OpenAPI 3.0 document into it"))?;
    let mut findings = repeated(&reader.repeats);
    findings.extend(reader.findings);
    Ok(Document { value, findings })
}

struct Yaml<'a> {
    events: Parser<'a, StrInput<'a>>,
    /// What has a name, with the number of its nodes and how deep they are.
    anchors: HashMap<usize, (Value, (usize, usize))>,
    /// How many nodes aliases have stood for so far.
    aliased: usize,
    repeats: Vec<Repeat>,
    /// Of the numbers and booleans since the last key.
    spellings: Vec<String>,
    findings: Vec<Finding>,
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

    fn tell(&mut self, line: usize, wrong: &str, how: &str) {
        if self.findings.len() < super::TOLD {
            self.findings
                .push(Finding::taken(Place::Line(line), wrong, how));
        }
    }

    fn node(&mut self, event: Event<'a>, line: usize, depth: usize) -> Result<Value, Error> {
        let check = |depth: usize| match depth > DEPTH {
            true => Err(broken(
                line,
                format!("this is nested more than {DEPTH} levels deep"),
                "name what is inside in `components`, and refer to it",
            )),
            false => Ok(()),
        };
        check(depth)?;
        let (value, anchor) = match event {
            Event::Alias(anchor) => {
                let Some((value, (nodes, levels))) = self.anchors.get(&anchor) else {
                    let wrong = "an alias refers to a node that isn't complete";
                    return Err(broken(line, wrong, "write it out"));
                };
                check(depth + levels)?;
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
                let value = match plain {
                    true => scalar(&text),
                    false => Value::from(&*text),
                };
                if matches!(value, Value::Bool(_) | Value::Number(_)) {
                    self.spellings.push(text.into_owned());
                }
                (value, anchor)
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
            let size = size(&value);
            self.anchors.insert(anchor, (value.clone(), size));
        }
        Ok(value)
    }

    fn mapping(&mut self, depth: usize) -> Result<Value, Error> {
        let mut map = Map::new();
        let mut merged = Vec::new();
        let mut lines = HashMap::new();
        let mut spelt = Vec::new();
        loop {
            let (key, line, merges) = match self.next()? {
                (Event::MappingEnd, _) => break,
                // A key is taken by its text: `200:` and `on:` are the strings that they look like.
                (Event::Scalar(key, style, anchor, _), line) => {
                    if anchor != 0 {
                        let value = Value::from(&*key);
                        self.anchors.insert(anchor, (value, (1, 0)));
                    }
                    let merges = key == "<<" && style == ScalarStyle::Plain;
                    (Some(key.into_owned()), line, merges)
                }
                (event, line) => match self.node(event, line, depth + 1)? {
                    Value::Array(_) | Value::Object(_) => (None, line, false),
                    Value::String(key) => (Some(key), line, false),
                    other => (Some(other.to_string()), line, false),
                },
            };
            self.spellings.clear();
            let (event, value_line) = self.next()?;
            let value = self.node(event, value_line, depth + 1)?;
            let Some(key) = key else {
                self.tell(line, "this key is not a text", "it is left out");
                continue;
            };
            if merges && merge(&value, &mut merged) {
                continue;
            }
            if let Some(first) = lines.insert(key.clone(), line) {
                let key = key.clone();
                self.repeats.push(Repeat { key, line, first });
            }
            // Of a key that is given twice, the last.
            spelt.retain(|other: &Spelt| !other.is_of(&key));
            spelt.extend(Spelt::of(&key, &mut self.spellings));
            map.insert(key, value);
        }
        for spelt in spelt {
            spelt.put(&mut map);
        }
        for (key, value) in merged {
            map.entry(key).or_insert(value);
        }
        Ok(map.into())
    }
}

/// Takes what a merge key brings: a mapping, or a list of them, of which the first that has a key gives it.
fn merge(value: &Value, merged: &mut Vec<(String, Value)>) -> bool {
    let all: Option<Vec<&Object>> = match value {
        Value::Object(one) => Some(vec![one]),
        Value::Array(several) => several.iter().map(Value::as_object).collect(),
        _ => None,
    };
    let entries = all.iter().flatten().flat_map(|map| map.iter());
    merged.extend(entries.map(|(key, value)| (key.clone(), value.clone())));
    all.is_some()
}

/// How many nodes it has, and how deep they are.
fn size(value: &Value) -> (usize, usize) {
    let of = |inner: &mut dyn Iterator<Item = &Value>| {
        inner.map(size).fold((1, 0), |(nodes, levels), (n, l)| {
            (nodes + n, levels.max(l + 1))
        })
    };
    match value {
        Value::Array(values) => of(&mut values.iter()),
        Value::Object(map) => of(&mut map.values()),
        _ => (1, 0),
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
