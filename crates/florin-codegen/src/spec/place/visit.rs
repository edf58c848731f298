//! The way to every reference of a document.

use serde_json::{Map, Value, json};

use super::{Kind, Place};
use crate::spec::escape;

/// What is to become of the object that a reference stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fate {
    /// It stays.
    Stays,
    /// It is taken as if it weren't a reference.
    Plain,
    /// It leads to nothing that could be there: something looser is put into its place, or it is removed.
    Lost,
}

/// Decides about one `$ref`, or one entry of a discriminator's `mapping` that is spelled like one.
pub(crate) type Decide<'a> = &'a mut dyn FnMut(&mut Value, Kind, &str) -> Fate;

/// Visits each reference to something that `components` can hold, with the JSON pointer of what it stands in. `false` where
/// nothing is left of the value.
pub(crate) fn each_reference(
    value: &mut Value,
    place: Place,
    pointer: &mut String,
    decide: Decide<'_>,
) -> bool {
    if place == Place::Value {
        return true;
    }
    match value {
        Value::Object(object) => {
            if let Place::One(kind) = place
                && kind.section().is_some()
                && let Some(reference) = object.get_mut("$ref")
            {
                match decide(reference, kind, pointer) {
                    Fate::Stays => {}
                    Fate::Plain => drop(object.remove("$ref")),
                    Fate::Lost => return lose(object, kind),
                }
            }
            if place == Place::One(Kind::Schema) {
                mapping(object, pointer, decide);
            }
            object.retain(|key, inner| {
                let length = pointer.len();
                pointer.push('/');
                pointer.push_str(&escape(key));
                let stays = each_reference(inner, place.inner(key).holding(inner), pointer, decide);
                pointer.truncate(length);
                stays
            });
        }
        Value::Array(items) => {
            let mut at = 0_usize;
            items.retain_mut(|inner| {
                let key = at.to_string();
                at += 1;
                let length = pointer.len();
                pointer.push('/');
                pointer.push_str(&key);
                let stays = each_reference(inner, place.inner(&key), pointer, decide);
                pointer.truncate(length);
                stays
            });
        }
        _ => {}
    }
    true
}

fn mapping(schema: &mut Map<String, Value>, pointer: &str, decide: Decide<'_>) {
    let mapping = schema
        .get_mut("discriminator")
        .and_then(|d| d.get_mut("mapping")?.as_object_mut());
    if let Some(mapping) = mapping {
        mapping.retain(|_, reference| {
            // Else it is the bare name of a schema.
            let leads = reference.as_str().is_some_and(is_reference);
            let pointer = format!("{pointer}/discriminator/mapping");
            !leads || decide(reference, Kind::Schema, &pointer) != Fate::Lost
        });
    }
}

fn is_reference(text: &str) -> bool {
    text.contains(['/', '#'])
        || [".yaml", ".yml", ".json"]
            .iter()
            .any(|extension| text.ends_with(extension))
}

/// Puts what is looser into the place of a reference. `false` where nothing can stand there.
fn lose(object: &mut Map<String, Value>, kind: Kind) -> bool {
    object.retain(|key, value| key == "description" && value.is_string());
    match kind {
        Kind::Schema => true,
        Kind::Body => {
            let any = json!({ "application/json": { "schema": {} } });
            object.insert("content".into(), any);
            true
        }
        Kind::Response => {
            object
                .entry("description")
                .or_insert_with(|| Value::String(String::new()));
            true
        }
        _ => false,
    }
}

impl Kind {
    /// What comes of a reference of this kind that is lost, as in `it is any JSON`.
    pub(crate) const fn lost(self) -> &'static str {
        match self {
            Self::Schema => "it is any JSON",
            Self::Body => "the body is any JSON",
            Self::Response => "nothing is known of what is answered",
            _ => "it is left out",
        }
    }
}

/// What is said of a mistake that is in several places.
pub(crate) fn more(places: usize) -> String {
    match places {
        0 | 1 => String::new(),
        2 => ", here and in 1 more place".to_owned(),
        _ => format!(", here and in {} more places", places - 1),
    }
}
