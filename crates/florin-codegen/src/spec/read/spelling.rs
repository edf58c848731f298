//! Where a text belongs, an unquoted number is the text that it is spelt as.
//!
//! `enum: [1.10, 007]` of a `type: string` means these very characters; as numbers they would be sent as `1.1` and `7`. The
//! same goes for the names that `required` lists, since a key is taken by its text, too.

use serde_json::Value;

use crate::spec::Object;

/// What has been read under one key of a mapping: the spellings of the numbers and booleans in it, in their order.
pub(super) struct Spelt {
    key: String,
    spellings: Vec<String>,
}

impl Spelt {
    /// What is worth to be kept until the whole mapping is read.
    pub(super) fn of(key: &str, spellings: &mut Vec<String>) -> Option<Self> {
        let may_be_texts = matches!(
            key,
            "enum" | "const" | "default" | "required" | "version" | "name"
        );
        let spellings = std::mem::take(spellings);
        let key = key.to_owned();
        (may_be_texts && !spellings.is_empty()).then_some(Self { key, spellings })
    }

    pub(super) fn is_of(&self, key: &str) -> bool {
        self.key == key
    }

    /// Puts the spellings into the place of the values, where the rest of the mapping says that these are texts.
    pub(super) fn put(self, map: &mut Object) {
        let is_list = map.get(&self.key).is_some_and(Value::is_array);
        let are_texts = match self.key.as_str() {
            "required" => is_list,
            "version" => map.contains_key("title"),
            "name" => map.contains_key("in"),
            _ => is_text(map.get("type")),
        };
        let slots: Vec<&mut Value> = match map.get_mut(&self.key) {
            Some(Value::Array(values)) if are_texts => values.iter_mut().collect(),
            Some(value) if are_texts => vec![value],
            _ => return,
        };
        let read = |value: &&mut Value| value.is_number() || value.is_boolean();
        let slots: Vec<_> = slots.into_iter().filter(read).collect();
        // Else there is an alias among them, or something that isn't flat.
        if slots.len() == self.spellings.len() {
            for (slot, spelling) in slots.into_iter().zip(self.spellings) {
                *slot = spelling.into();
            }
        }
    }
}

/// Whether a schema of this `type` is a text, and nothing else that is written without quotes.
fn is_text(kind: Option<&Value>) -> bool {
    match kind {
        Some(Value::String(kind)) => kind == "string",
        Some(Value::Array(kinds)) => kinds.iter().all(|kind| {
            let kind = kind.as_str();
            kind.is_none_or(|kind| matches!(kind, "string" | "null"))
        }),
        _ => false,
    }
}
