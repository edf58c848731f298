//! A target: JSONPath, which nodes it matches, and the steps that it is written in.

use std::collections::BTreeSet;
use std::fmt;

use serde_json::Value;
use serde_json_path::{JsonPath, PathElement};

/// Far beyond what a person writes, and short of what would take minutes or fill the memory: the parser looks at what is
/// in a filter's brackets twice for each bracket around it, and a node is found once for each way that leads to it.
const LENGTH: usize = 4096;
const BRACKETS: usize = 10;
const DESCENTS: usize = 2;
const DESCENTS_IN_FILTERS: usize = 3;
const COMBINATIONS: usize = 1000;

/// A node in a document.
pub(crate) type Location = Vec<Step>;

/// From a node to one that is in it. The order is that in which a document is walked: what is inside comes behind what it
/// is in.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Step {
    Index(usize),
    Name(String),
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Index(index) => write!(f, "[{index}]"),
            Self::Name(name) if is_plain(name) => write!(f, ".{name}"),
            Self::Name(name) => {
                // As a text of JSON, but for the quotes.
                let text = serde_json::Value::from(name.as_str()).to_string();
                let inside = text
                    .strip_prefix('"')
                    .and_then(|text| text.strip_suffix('"'));
                let inside = inside.unwrap_or_default().replace("\\\"", "\"");
                write!(f, "['{}']", inside.replace('\'', "\\'"))
            }
        }
    }
}

/// The JSONPath of one node.
pub(crate) fn written(location: &[Step]) -> String {
    let steps = location.iter().map(ToString::to_string);
    format!("${}", steps.collect::<String>())
}

/// Whether a name can stand behind a dot.
fn is_plain(name: &str) -> bool {
    let starts = |c: char| c.is_ascii_alphabetic() || c == '_';
    name.starts_with(starts) && name.chars().all(|c| starts(c) || c.is_ascii_digit())
}

/// A JSONPath that has been read.
#[derive(Clone, Debug)]
pub(crate) struct Target {
    text: String,
    path: JsonPath,
}

impl Target {
    /// Reads a JSONPath; the error says what is wrong with it.
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        if text.len() > LENGTH {
            return Err(format!("it is longer than {LENGTH} characters"));
        }
        let size = Size::of(text);
        if size.brackets > BRACKETS {
            return Err(format!("its brackets are more than {BRACKETS} deep"));
        }
        if size.descents > DESCENTS {
            return Err(format!("it has more than {DESCENTS} times `..`"));
        }
        if size.descents_in_filters > DESCENTS_IN_FILTERS {
            let wrong = format!("its filters have more than {DESCENTS_IN_FILTERS} times `..`");
            return Err(wrong);
        }
        if size.combinations > COMBINATIONS {
            return Err(format!("it names more than {COMBINATIONS} combinations"));
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
    pub(crate) fn locate(&self, document: &Value) -> BTreeSet<Location> {
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
        let mut before = ' ';
        for (at, c, open) in outside_texts(&self.text) {
            match c {
                // `..[` is one step, as `..` is.
                '[' if open == 1 && before != '.' => ends.push(at),
                '.' if open == 0 && before != '.' => ends.push(at),
                _ => {}
            }
            before = c;
        }
        ends.push(self.text.len());
        let beginnings = ends.iter().filter_map(|end| self.text.get(..*end));
        beginnings.map(str::trim_end).collect()
    }
}

/// How much work a target is.
struct Size {
    /// How deep brackets are.
    brackets: usize,
    /// How often it looks at all that is inside of something.
    descents: usize,
    descents_in_filters: usize,
    /// How often a node may be named, by naming several in each of several steps.
    combinations: usize,
}

impl Size {
    fn of(text: &str) -> Self {
        let (mut brackets, mut descents, mut descents_in_filters) = (0, 0, 0);
        let (mut before, mut named, mut combinations) = (' ', 1_usize, 1_usize);
        for (_, c, open) in outside_texts(text) {
            brackets = brackets.max(open);
            match c {
                '.' if before == '.' && open == 0 => descents += 1,
                '.' if before == '.' => descents_in_filters += 1,
                ',' => named += 1,
                ']' if open == 0 => {
                    combinations = combinations.saturating_mul(named);
                    named = 1;
                }
                _ => {}
            }
            before = c;
        }
        Self {
            brackets,
            descents,
            descents_in_filters,
            combinations,
        }
    }
}

/// The characters that stand in no quotes, with their places, and how many brackets are open then.
fn outside_texts(text: &str) -> impl Iterator<Item = (usize, char, usize)> {
    let mut open = 0_usize;
    let mut quote = None;
    let mut is_escaped = false;
    text.char_indices().filter_map(move |(at, c)| {
        match (quote, c) {
            (Some(_), _) if is_escaped => is_escaped = false,
            (Some(_), '\\') => is_escaped = true,
            (Some(end), _) if end == c => quote = None,
            (Some(_), _) => {}
            (None, _) => {
                match c {
                    '\'' | '"' => quote = Some(c),
                    '[' | '(' => open += 1,
                    ']' | ')' => open = open.saturating_sub(1),
                    _ => {}
                }
                return Some((at, c, open));
            }
        }
        None
    })
}
