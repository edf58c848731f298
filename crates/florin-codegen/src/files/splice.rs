//! What `components` has no place for, such as a path item or a whole list of schemas, is copied to where it is referred to.

use serde_json::{Map, Value};

use super::follow::Follow;
use super::limits;
use super::tagged;
use crate::error::Error;
use crate::spec::escape;
use crate::spec::place::{Kind, Place};

/// A reference that leads nowhere: the tagged reference, its place, what is wrong.
pub(super) type Lost = Vec<(String, String, String)>;

pub(super) struct Splice<'a, 'b> {
    pub(super) follow: &'a mut Follow<'b>,
    /// How many values have been copied.
    pub(super) copied: &'a mut usize,
    pub(super) lost: Lost,
    /// Whether it is the root document: it then remembers what has been put into its `components`.
    pub(super) is_root: bool,
}

impl Splice<'_, '_> {
    /// Copies what belongs into a value.
    pub(super) fn run(
        &mut self,
        value: &mut Value,
        place: Place,
        pieces: &mut Vec<String>,
        depth: usize,
    ) -> Result<(), Error> {
        let has_section = matches!(place, Place::One(kind) if kind.section().is_some());
        // An example changes nothing, so that none is opened for it.
        let is_example = matches!(
            place,
            Place::One(Kind::Example) | Place::Named(Kind::Example)
        );
        if is_example || place == Place::Value {
            return Ok(());
        }
        let mut depth = depth;
        while !has_section
            && let Some(reference) = value.get("$ref").and_then(Value::as_str).map(str::to_owned)
            && tagged::origin(&reference).is_some()
        {
            depth += 1;
            if depth > limits::DEPTH {
                let (_, text) = tagged::origin(&reference).unwrap_or_default();
                let wrong = format!(
                    "`$ref: {text}` is more than {} references inside of each other, or inside of itself",
                    limits::DEPTH
                );
                return Err(limits::exceeded(wrong));
            }
            self.copy(value, &reference, pieces)?;
        }
        match value {
            Value::Object(object) => {
                for (key, inner) in object.iter_mut() {
                    pieces.push(key.clone());
                    self.run(inner, place.inner(key).holding(inner), pieces, depth)?;
                    pieces.pop();
                }
            }
            Value::Array(items) => {
                for (at, inner) in items.iter_mut().enumerate() {
                    pieces.push(at.to_string());
                    let place = place.inner(pieces.last().map_or("", String::as_str));
                    self.run(inner, place, pieces, depth)?;
                    pieces.pop();
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// Puts what a reference leads to into its place. What is said beside it goes before that.
    fn copy(&mut self, value: &mut Value, reference: &str, pieces: &[String]) -> Result<(), Error> {
        let mut beside = match value {
            Value::Object(object) => std::mem::take(object),
            _ => Map::new(),
        };
        beside.remove("$ref");
        let found = self.follow.step(reference, 0)?;
        let root = found.as_ref().map(|spot| self.follow.root(spot.file));
        let there = match (&found, &root) {
            (Ok(spot), Ok(root)) => spot.value(root),
            _ => None,
        };
        match there {
            Some(there) => {
                *self.copied += nodes(there);
                if *self.copied > limits::VALUES {
                    let wrong = format!("what is copied has more than {} values", limits::VALUES);
                    return Err(limits::exceeded(wrong));
                }
                *value = there.clone();
                if let Ok(spot) = found
                    && self.is_root
                    && spot.file != 0
                    && pieces.first().is_some_and(|first| first == "components")
                {
                    self.follow.spliced.push((spot, pieces.to_vec()));
                }
            }
            None => {
                let pointer: String = pieces.iter().map(|p| format!("/{}", escape(p))).collect();
                let wrong = found.err().unwrap_or_else(|| "leads nowhere".to_owned());
                self.lost
                    .push((reference.to_owned(), format!("#{pointer}"), wrong));
                *value = Map::new().into();
            }
        }
        if let Some(object) = value.as_object_mut() {
            object.extend(beside);
        }
        Ok(())
    }
}

pub(super) fn nodes(value: &Value) -> usize {
    1 + match value {
        Value::Array(values) => values.iter().map(nodes).sum(),
        Value::Object(map) => map.values().map(nodes).sum(),
        _ => 0_usize,
    }
}
