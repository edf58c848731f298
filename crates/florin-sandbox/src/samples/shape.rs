//! What a schema comes to, once everything that it refers to and merges stands in one place.

use serde_json::{Map, Value};

use super::flat::flat;
use super::made;

/// The words of a schema, in one place.
#[derive(Clone, Debug)]
pub struct Shape(Map<String, Value>);

/// The shape of a schema of a document; of a union, that of its first alternative, or of the one behind so many.
#[must_use]
pub fn shape(document: &Value, schema: &Value, alternative: usize) -> Shape {
    Shape(flat(document, schema, alternative, &[]).words)
}

impl Shape {
    /// The type of its values: `object`, `array`, `string`, `integer`, `number`, `boolean` or `null`.
    #[must_use]
    pub fn kind(&self) -> &str {
        made::kind(&self.0)
    }

    /// The schema of a field, also of one that has no name in the schema.
    #[must_use]
    pub fn property(&self, name: &str) -> Option<&Value> {
        let named = self.0.get("properties").and_then(|all| all.get(name));
        named.or_else(|| self.0.get("additionalProperties"))
    }

    /// The names of its fields.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let named = self.0.get("properties").and_then(Value::as_object);
        named.into_iter().flatten().map(|(name, _)| name.as_str())
    }

    /// Whether it takes fields that it doesn't name.
    #[must_use]
    pub fn is_open(&self) -> bool {
        match self.0.get("additionalProperties") {
            Some(others) => others != &Value::Bool(false),
            None => self.names().next().is_none(),
        }
    }

    /// The schema of what a list holds.
    #[must_use]
    pub fn items(&self) -> Option<&Value> {
        self.0.get("items").filter(|items| items.is_object())
    }

    /// A word of the schema.
    #[must_use]
    pub fn word(&self, word: &str) -> Option<&Value> {
        self.0.get(word)
    }
}
