//! Every reference leads to a component, and says its name.
//!
//! A `$ref` may lead into the inside of anything; progenitor and the passes here know only those to a component. So what
//! one leads to becomes a component, under a name that is made of its path, and stands there as a reference as well: one
//! thing stays one type. What leads nowhere gives way to something looser, as does what leads only to itself.

mod lead;
mod near;
mod part_name;
mod path_items;
mod plain_names;

use std::collections::BTreeMap;
use std::mem;

use serde_json::{Map, Value, json};

use self::lead::{is_ring, lead};
use super::Spec;
use super::place::{Fate, Kind, Place, each_reference, more};
use crate::error::Error;

/// What becomes a component may have references of its own that were out of sight before, and what is removed may have been
/// led to. No spec needs more rounds than this.
const ROUNDS: usize = 50;

/// Runs the pass.
pub(crate) fn run(spec: &mut Spec) -> Result<(), Error> {
    path_items::copy(spec);
    near::run(spec);
    plain_names::run(&mut spec.root);
    for _ in 0..ROUNDS {
        if !hoist(&mut spec.root) && !lose(spec) {
            break;
        }
    }
    Ok(())
}

fn visit(root: &mut Value, decide: &mut dyn FnMut(&mut Value, Kind, &str) -> Fate) {
    let document = Place::One(Kind::Document);
    each_reference(root, document, &mut String::from("#"), decide);
}

/// Brings what is referred to inside of something into `components`. `true` where there was something.
fn hoist(root: &mut Value) -> bool {
    let document = root.clone();
    let mut parts = BTreeMap::new();
    // By kind and spelling: the pieces of the pointer.
    let mut seen: BTreeMap<(Kind, String), Option<Vec<String>>> = BTreeMap::new();
    visit(root, &mut |reference, kind, _| {
        let Some(text) = reference.as_str() else {
            return Fate::Stays;
        };
        seen.entry((kind, text.to_owned())).or_insert_with(|| {
            let lead = lead(&document, text, kind).ok()?;
            if lead.component(kind).is_none() {
                parts.insert(lead.pieces.clone(), kind);
            }
            Some(lead.pieces)
        });
        Fate::Stays
    });
    let names = part_name::names(&document, &parts);
    drop(document);
    visit(root, &mut |reference, kind, _| {
        let text = reference.as_str().unwrap_or_default().to_owned();
        if let Some(Some(pieces)) = seen.get(&(kind, text))
            && let Some(name) = names.get(pieces).or_else(|| pieces.last())
        {
            *reference = canonical(kind, name);
        }
        Fate::Stays
    });
    // The longest first, so that the way to each is still there.
    let mut parts: Vec<_> = parts.into_iter().collect();
    parts.sort_by_key(|(pieces, _)| std::cmp::Reverse(pieces.len()));
    let has_moved = !parts.is_empty();
    for (pieces, kind) in parts {
        if let Some(name) = names.get(&pieces)
            && let Some(slot) = slot(root, &pieces)
        {
            let part = mem::replace(slot, json!({ "$ref": canonical(kind, name) }));
            put(root, kind, name, part);
        }
    }
    has_moved
}

/// The one spelling of a reference that the other passes know.
fn canonical(kind: Kind, name: &str) -> Value {
    let section = kind.section().unwrap_or_default();
    format!("#/components/{section}/{name}").into()
}

fn slot<'a>(root: &'a mut Value, pieces: &[String]) -> Option<&'a mut Value> {
    pieces.iter().try_fold(root, |value, piece| match value {
        Value::Array(items) => items.get_mut(piece.parse::<usize>().ok()?),
        other => other.get_mut(piece),
    })
}

fn put(root: &mut Value, kind: Kind, name: &str, part: Value) {
    let mut holder = root;
    for key in ["components", kind.section().unwrap_or_default()] {
        let Some(object) = holder.as_object_mut() else {
            return;
        };
        holder = object.entry(key).or_insert_with(|| json!({}));
        if !holder.is_object() {
            *holder = Map::new().into();
        }
    }
    if let Some(section) = holder.as_object_mut() {
        section.insert(name.to_owned(), part);
    }
}

/// A reference that is lost: why, in which place first, and in how many.
struct Lost {
    wrong: String,
    first: String,
    places: usize,
    fate: Fate,
}

/// Puts something looser into the place of each reference that leads to nothing. `true` where something was removed.
fn lose(spec: &mut Spec) -> bool {
    let document = spec.root.clone();
    // What is wrong, and whether what it leads to is itself a reference.
    let mut wrongs: BTreeMap<(Kind, String), (Option<String>, bool)> = BTreeMap::new();
    let mut lost: BTreeMap<(Kind, String), Lost> = BTreeMap::new();
    visit(&mut spec.root, &mut |reference, kind, pointer| {
        let (group, wrong, fate) = match reference.as_str() {
            // Told together.
            None => (
                String::new(),
                "this `$ref` is not a text".to_owned(),
                Fate::Plain,
            ),
            Some(text) => {
                let key = (kind, text.to_owned());
                let (wrong, leads_on) = wrongs.entry(key).or_insert_with(|| {
                    let lead = lead(&document, text, kind);
                    let leads_on = lead.as_ref().is_ok_and(|l| l.value.get("$ref").is_some());
                    (lead.err(), leads_on)
                });
                match wrong {
                    Some(wrong) => {
                        let wrong = format!("`$ref: {text}` {wrong}");
                        (text.to_owned(), wrong, Fate::Lost)
                    }
                    None if *leads_on && is_ring(&document, text, pointer) => {
                        let wrong = "this refers to itself and to nothing else".to_owned();
                        (pointer.to_owned(), wrong, Fate::Lost)
                    }
                    None => return Fate::Stays,
                }
            }
        };
        let lost = lost.entry((kind, group)).or_insert_with(|| Lost {
            wrong,
            first: pointer.to_owned(),
            places: 0,
            fate,
        });
        lost.places += 1;
        fate
    });
    // What was removed may have been led to. What a schema, a body or an answer gives way to is still there.
    let stays = |kind: &Kind| matches!(kind, Kind::Schema | Kind::Body | Kind::Response);
    let has_removed = lost.keys().any(|(kind, _)| !stays(kind));
    for ((kind, _), lost) in lost {
        let wrong = lost.wrong + &more(lost.places);
        let how = match lost.fate {
            Fate::Plain => "it is passed over",
            _ => kind.lost(),
        };
        spec.taken(lost.first, wrong, how);
    }
    has_removed
}
