//! A target: JSONPath, which nodes it matches, and the steps that it is written in.

use std::collections::BTreeSet;
use std::fmt;

use serde_json::Value;
use serde_json_path::{JsonPath, PathElement};

/// Longer and deeper targets than any that a person writes: the parser of JSONPath calls itself for each bracket.
const LENGTH: usize = 4096;
const BRACKETS: usize = 16;

/// A node in a document.
pub(super) type Location = Vec<Step>;

/// From a node to one that is in it. The order is that in which a document is walked: what is inside comes behind what it
/// is in.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Step {
    Index(usize),
    Name(String),
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Index(index) => write!(f, "[{index}]"),
            Self::Name(name) if is_plain(name) => write!(f, ".{name}"),
            Self::Name(name) => {
                let escaped = name.replace('\\', "\\\\").replace('\'', "\\'");
                write!(f, "['{}']", escaped.replace('\n', "\\n"))
            }
        }
    }
}

/// Whether a name can stand behind a dot.
fn is_plain(name: &str) -> bool {
    let starts = |c: char| c.is_ascii_alphabetic() || c == '_';
    name.starts_with(starts) && name.chars().all(|c| starts(c) || c.is_ascii_digit())
}

/// A JSONPath that has been read.
#[derive(Clone, Debug)]
pub(super) struct Target {
    text: String,
    path: JsonPath,
}

impl Target {
    /// Reads a JSONPath; the error says what is wrong with it.
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        if text.len() > LENGTH {
            return Err(format!("it is longer than {LENGTH} characters"));
        }
        if depth(text) > BRACKETS {
            return Err(format!("its brackets are more than {BRACKETS} deep"));
        }
        let path = JsonPath::parse(text).map_err(|error| error.to_string())?;
        let text = text.to_owned();
        Ok(Self { text, path })
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    pub(super) fn is_root(&self) -> bool {
        self.text == "$"
    }

    /// The nodes that it matches, each once.
    pub(super) fn locate(&self, document: &Value) -> BTreeSet<Location> {
        let step = |element: &PathElement<'_>| match element {
            PathElement::Name(name) => Step::Name((*name).to_owned()),
            PathElement::Index(index) => Step::Index(*index),
        };
        let nodes = self.path.query_located(document);
        let located = nodes
            .iter()
            .map(|node| node.location().iter().map(step).collect());
        located.collect()
    }

    /// The JSONPath up to each of its steps, `$` first, itself last.
    pub(super) fn beginnings(&self) -> Vec<&str> {
        let mut ends = Vec::new();
        let mut open = 0_usize;
        let mut quote = None;
        let mut is_escaped = false;
        let mut before = ' ';
        for (at, c) in self.text.char_indices() {
            match (quote, c) {
                (Some(_), _) if is_escaped => is_escaped = false,
                (Some(_), '\\') => is_escaped = true,
                (Some(end), _) if end == c => quote = None,
                (Some(_), _) => {}
                (None, '\'' | '"') => quote = Some(c),
                (None, '[') => {
                    // `..[` is one step.
                    if open == 0 && before != '.' {
                        ends.push(at);
                    }
                    open += 1;
                }
                (None, ']') => open = open.saturating_sub(1),
                (None, '.') if open == 0 && before != '.' => ends.push(at),
                _ => {}
            }
            before = c;
        }
        ends.push(self.text.len());
        ends.iter()
            .filter_map(|end| self.text.get(..*end))
            .collect()
    }
}

/// How deep brackets of any kind are, outside of texts.
fn depth(text: &str) -> usize {
    let (mut open, mut deepest) = (0_usize, 0);
    let mut quote = None;
    let mut is_escaped = false;
    for c in text.chars() {
        match (quote, c) {
            (Some(_), _) if is_escaped => is_escaped = false,
            (Some(_), '\\') => is_escaped = true,
            (Some(end), _) if end == c => quote = None,
            (Some(_), _) => {}
            (None, '\'' | '"') => quote = Some(c),
            (None, '[' | '(') => {
                open += 1;
                deepest = deepest.max(open);
            }
            (None, ']' | ')') => open = open.saturating_sub(1),
            _ => {}
        }
    }
    deepest
}
