//! The order in which the words of an object stand, and the names that its author chose.

use serde_json::{Map, Value};

use super::words::OTHERS;

/// What an object is, which says in which order its words stand. A list has the kind of its elements.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Anything; its keys are sorted.
    Any,
    /// Things of a kind by names that their author chose; sorted.
    Names(&'static Kind),
    Document,
    Info,
    Person,
    Server,
    Tag,
    Docs,
    Components,
    Path,
    Operation,
    Parameter,
    Body,
    Response,
    Media,
    Encoding,
    Schema,
    Example,
    Link,
    Security,
    Flows,
    Flow,
    Overlay,
    Action,
}

impl Kind {
    /// What a whole document is.
    pub(crate) fn of(document: &Value) -> Self {
        let has = |word| document.get(word).is_some();
        match has("overlay") && !has("openapi") {
            true => Self::Overlay,
            false => Self::Document,
        }
    }

    /// Whether what is under this word means the same in any order.
    pub(super) fn is_set(self, word: &str) -> bool {
        self == Self::Schema && word == "required"
    }

    /// The keys of an object in their order, with the kinds of what is under them.
    pub(crate) fn ordered(self, map: &Map<String, Value>) -> Vec<(&str, Kind)> {
        let words = self.words();
        let under = match self {
            Self::Names(kind) => *kind,
            _ => Self::Any,
        };
        let rest = words.iter().position(|(word, _)| *word == OTHERS);
        let mut keys: Vec<_> = map
            .keys()
            .map(|key| {
                let place = words.iter().position(|(word, _)| word == key);
                let place = place.filter(|_| key != OTHERS);
                let kind = place.and_then(|place| words.get(place));
                let kind = kind.map_or(under, |(_, kind)| *kind);
                (place.or(rest).unwrap_or(words.len()), key.as_str(), kind)
            })
            .collect();
        keys.sort_by_key(|(place, key, _)| (*place, *key));
        keys.into_iter().map(|(_, key, kind)| (key, kind)).collect()
    }
}
