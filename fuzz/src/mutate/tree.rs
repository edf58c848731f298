//! JSON as it is written: numbers as texts of any length, keys in any number, strings with whatever is in them.

use std::fmt::Write as _;

use serde_json::Value;

/// A value.
#[derive(Clone, Debug)]
pub(super) enum Tree {
    /// Written as it stands here: a number of any length, `null`, or what is no JSON at all.
    Bare(String),
    /// A string.
    Text(String),
    /// A list.
    List(Vec<Self>),
    /// An object: a key may stand in it twice.
    Object(Vec<(String, Self)>),
}

impl From<Value> for Tree {
    fn from(value: Value) -> Self {
        match value {
            Value::String(text) => Self::Text(text),
            Value::Array(list) => Self::List(list.into_iter().map(Self::from).collect()),
            Value::Object(map) => Self::Object(
                map.into_iter()
                    .map(|(name, value)| (name, value.into()))
                    .collect(),
            ),
            bare => Self::Bare(bare.to_string()),
        }
    }
}

impl Tree {
    /// How many values it holds, itself among them.
    pub(super) fn size(&self) -> usize {
        1 + match self {
            Self::Bare(_) | Self::Text(_) => 0,
            Self::List(list) => list.iter().map(Self::size).sum(),
            Self::Object(fields) => fields.iter().map(|(_, value)| value.size()).sum(),
        }
    }

    /// The value with this number, counted from the outside.
    pub(super) fn at(&mut self, number: usize) -> &mut Self {
        let mut left = number;
        let mut here = self;
        loop {
            if left == 0 {
                return here;
            }
            left -= 1;
            let mut inner: Vec<&mut Self> = match here {
                Self::List(list) => list.iter_mut().collect(),
                Self::Object(fields) => fields.iter_mut().map(|(_, value)| value).collect(),
                single => return single,
            };
            let mut next = 0;
            while next + 1 < inner.len() && left >= inner[next].size() {
                left -= inner[next].size();
                next += 1;
            }
            here = inner.swap_remove(next);
        }
    }

    /// Writes it.
    pub(super) fn write(&self, text: &mut String) {
        match self {
            Self::Bare(bare) => text.push_str(bare),
            Self::Text(string) => quoted(string, text),
            Self::List(list) => {
                text.push('[');
                for (at, value) in list.iter().enumerate() {
                    text.push_str(if at == 0 { "" } else { "," });
                    value.write(text);
                }
                text.push(']');
            }
            Self::Object(fields) => {
                text.push('{');
                for (at, (name, value)) in fields.iter().enumerate() {
                    text.push_str(if at == 0 { "" } else { "," });
                    quoted(name, text);
                    text.push(':');
                    value.write(text);
                }
                text.push('}');
            }
        }
    }
}

fn quoted(string: &str, text: &mut String) {
    // Writing into a text can't fail.
    let _ = write!(text, "{}", Value::from(string));
}
