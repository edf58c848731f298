//! What an action does to the nodes that it matches.

use std::collections::BTreeSet;

use serde_json::Value;

use super::target::{Location, Step, written};

/// What is wrong, and what to do.
pub(super) type Misfit = (String, &'static str);

/// What a document may grow to by actions that change many nodes, in [`size`]. Each may double it, so that a short overlay would
/// fill the memory. The largest public specs have about one million.
const LIMIT: usize = 2_000_000;

/// How many values are in it and how long they are, roughly.
fn size(value: &Value) -> usize {
    let text = |text: &str| text.len() / 64;
    match value {
        Value::Object(map) => {
            let members = map.iter();
            1 + members
                .map(|(key, value)| text(key) + size(value))
                .sum::<usize>()
        }
        Value::Array(entries) => 1 + entries.iter().map(size).sum::<usize>(),
        Value::String(string) => 1 + text(string),
        _ => 1,
    }
}

/// Merges into each object, and appends to each list.
pub(super) fn update(
    document: &mut Value,
    located: &BTreeSet<Location>,
    update: &Value,
) -> Result<(), Misfit> {
    // What goes into one node is no more than was written by hand.
    let added = located.len().saturating_mul(size(update));
    if located.len() > 1 && size(document).saturating_add(added) > LIMIT {
        let wrong = format!(
            "it matches {} nodes, and would make a document of more than {LIMIT} values",
            located.len()
        );
        return Err((wrong, "name the nodes that are meant"));
    }
    for location in located {
        let Some(node) = at(document, location) else {
            continue;
        };
        match (node, update) {
            (Value::Object(node), Value::Object(update)) => {
                for (key, value) in update {
                    match node.get_mut(key) {
                        Some(old) => merge(old, value, &shown(location, key))?,
                        None => drop(node.insert(key.clone(), value.clone())),
                    }
                }
            }
            (Value::Array(entries), Value::Array(_))
                if !entries.is_empty() && !entries.iter().any(Value::is_array) =>
            {
                return Err((
                    "it appends a list as one entry to a list that has no lists in it".to_owned(),
                    "give each entry an action of its own, or update the object that the list is in",
                ));
            }
            (Value::Array(entries), entry) => entries.push(entry.clone()),
            (Value::Object(_), _) => {
                let wrong = format!("it matches an object, and `update` is {}", kind(update));
                return Err((wrong, "write the words that are to be merged into it"));
            }
            (node, _) => {
                let wrong = format!(
                    "it matches {}, and neither an object nor a list",
                    kind(node)
                );
                return Err((
                    wrong,
                    "choose the object that it is in, and write its name and its new value into `update`",
                ));
            }
        }
    }
    Ok(())
}

/// Brings a value to one that is there under the same name.
fn merge(old: &mut Value, new: &Value, place: &str) -> Result<(), Misfit> {
    match (old, new) {
        (Value::Object(old), Value::Object(new)) => {
            for (key, value) in new {
                match old.get_mut(key) {
                    Some(old) => merge(old, value, &format!("{place}{}", Step::Name(key.clone())))?,
                    None => drop(old.insert(key.clone(), value.clone())),
                }
            }
            Ok(())
        }
        (Value::Array(old), Value::Array(new)) => {
            old.extend(new.iter().cloned());
            Ok(())
        }
        (old, new) if is_single(old) && is_single(new) => {
            old.clone_from(new);
            Ok(())
        }
        (old, new) => Err((
            format!("`{place}` is {}, and {} in `update`", kind(old), kind(new)),
            "remove what is there by an action before this one, or update it by what is of its kind",
        )),
    }
}

fn is_single(value: &Value) -> bool {
    !value.is_object() && !value.is_array()
}

/// Takes the nodes out of what they are in: those that come later in a list first, and what is inside of another before it,
/// so that no location changes its meaning on the way.
pub(super) fn remove(document: &mut Value, located: &BTreeSet<Location>) -> Result<(), Misfit> {
    for location in located.iter().rev() {
        let Some((last, parents)) = location.split_last() else {
            let wrong = "it matches the whole document".to_owned();
            return Err((wrong, "name the part that is to go"));
        };
        match (at(document, parents), last) {
            (Some(Value::Object(map)), Step::Name(name)) => drop(map.remove(name)),
            (Some(Value::Array(entries)), Step::Index(index)) if *index < entries.len() => {
                drop(entries.remove(*index));
            }
            _ => {}
        }
    }
    Ok(())
}

fn at<'a>(document: &'a mut Value, location: &[Step]) -> Option<&'a mut Value> {
    location.iter().try_fold(document, |node, step| match step {
        Step::Name(name) => node.get_mut(name),
        Step::Index(index) => node.get_mut(index),
    })
}

fn shown(location: &[Step], key: &str) -> String {
    format!("{}{}", written(location), Step::Name(key.to_owned()))
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "a text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}
