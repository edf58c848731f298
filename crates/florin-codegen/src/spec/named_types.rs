//! Every type has a name that is its own, and that we have given it.
//!
//! typify names the type of an inline schema after where it stands (`LoanStatus` of the property `status` of `Loan`), and
//! if there is a type of that name already, takes that one, whatever it is: the code compiles and reads the wrong fields.
//! Two components that become one name it takes for one as well. So each inline schema that would become a type is written
//! into `components`, under the name that typify would give it, and referred to; where a name is wanted more than once,
//! [`distinct`](crate::distinct) decides. Components come before inline schemas, and outer ones before inner ones, so that
//! what is inside never changes the name of what is outside.
//!
//! Where one operation has the same inline schema in several answers, or typify would take them for one for another
//! reason, they are one type if they are alike, and two if not.
//!
//! A pass that writes down a schema of its own may say `x-rust-name: Name` on it.

mod components;
mod inline;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use self::inline::{Found, within};
use super::{Object, SCHEMAS, Spec, is_true};
use crate::distinct::{Claim, settle};
use crate::error::Error;
use crate::mark::{self, Mark};
use crate::rust_name;

/// What a type is to be called.
pub(crate) const WORD: &str = "x-rust-name";

/// What the keys of inline schemas begin with in `components`. typify leaves it out of the name, and takes them after the
/// components of the spec: where types hold each other, it puts its `Box` where it would have put it.
const INLINE: char = '|';

/// Names that the code around the types needs.
const RESERVED: [&str; 6] = ["Default", "Err", "None", "Ok", "Some", "String"];

/// Runs the pass.
pub(crate) fn run(spec: &mut Spec) -> Result<(), Error> {
    let mut taken = RESERVED.map(str::to_owned).into();
    components::run(spec, &mut taken);
    let mut found = Vec::new();
    for (name, schema) in spec.schemas() {
        let place = format!("{SCHEMAS}{}", super::escape(name));
        let rust = rust_name::of_type(name);
        inline::of_component(schema, &place, &rust, &mut found);
    }
    for operation in spec.operations() {
        inline::of_operation(&operation, &mut found);
    }
    while !found.is_empty() {
        found = level(spec, found, &mut taken);
    }
    spec.for_each_schema(&mut |schema| drop(schema.remove(WORD)));
    Ok(())
}

/// Writes all of these into `components`, and returns what is found within them.
fn level(spec: &mut Spec, found: Vec<Found>, taken: &mut BTreeSet<String>) -> Vec<Found> {
    // Those that want one name and are alike are one type, in the first of their places.
    let mut types: BTreeMap<(String, String), Vec<Found>> = BTreeMap::new();
    for found in found {
        let shape = spec.root.pointer(&found.pointer).map(shape);
        let shape = shape.unwrap_or_default().to_string();
        types
            .entry((found.wanted.clone(), shape))
            .or_default()
            .push(found);
    }
    let mut types: Vec<_> = types.into_values().collect();
    types
        .iter_mut()
        .for_each(|places| places.sort_by(|a, b| a.place.cmp(&b.place)));
    let firsts = types.iter().filter_map(|places| places.first());
    let claims: Vec<_> = firsts
        .map(|first| Claim {
            rust: first.wanted.clone(),
            // Its name is made of many; none of them tells it apart.
            spelled: "",
            place: &first.place,
            what: first.what,
        })
        .collect();
    let given = settle(&claims, taken, rust_name::of_type);
    let mut inner = Vec::new();
    for (places, name) in types.iter().zip(given) {
        let key = format!("{INLINE}{name}");
        let mut kept = None;
        for found in places {
            let Some(slot) = spec.root.pointer_mut(&found.pointer) else {
                continue;
            };
            let (schema, reference) = parted(std::mem::take(slot), &key, found.shows_words);
            *slot = reference;
            kept.get_or_insert(schema);
            // Known by where it comes from, if it is what the generator fails at.
            let origin = spec.origin(&found.pointer);
            spec.origins.entry(key.clone()).or_insert(origin);
        }
        let Some(schema) = kept else { continue };
        within(&schema, &format!("{SCHEMAS}{key}"), &name, &mut inner);
        if let Some(schemas) = schemas(&mut spec.root) {
            schemas.insert(key, schema);
        }
    }
    inner
}

/// All that makes a type: not the words, but the notes in them.
fn shape(schema: &Value) -> Value {
    match schema {
        Value::Object(object) => {
            let part = |(key, inner): (&String, &Value)| {
                let inner = match inner {
                    Value::String(words) if key == "description" => mark::notes(words).into(),
                    inner => shape(inner),
                };
                (key.clone(), inner)
            };
            object
                .iter()
                .map(part)
                .filter(|(_, inner)| *inner != "")
                .collect()
        }
        Value::Array(items) => items.iter().map(shape).collect(),
        other => other.clone(),
    }
}

/// The schema as a component, and what stands in its place.
fn parted(mut schema: Value, key: &str, shows_words: bool) -> (Value, Value) {
    let mut place = json!({ "$ref": format!("{SCHEMAS}{key}") });
    let Some(object) = schema.as_object_mut() else {
        return (schema, place);
    };
    object.remove(WORD);
    let nullable = is_true(object, "nullable");
    object.remove("nullable");
    if let Some(values) = object.get_mut("enum").and_then(Value::as_array_mut) {
        values.retain(|value| !value.is_null());
    }
    // What typify shows at the field as well.
    let words = object
        .get("description")
        .filter(|_| shows_words && (nullable || !inline::is_object(object)))
        .cloned();
    let is_marked = |words: &Value| words.as_str().is_some_and(|w| Mark::SentAsNull.is_in(w));
    let is_marked = object.get("description").is_some_and(is_marked);
    let words = words.or_else(|| {
        let mut note = String::new();
        Mark::SentAsNull.put(&mut note);
        (shows_words && is_marked).then(|| note.into())
    });
    if nullable || words.is_some() {
        place = json!({ "allOf": [place] });
    }
    if nullable {
        place["nullable"] = true.into();
    }
    if let (Some(words), Some(place)) = (words, place.as_object_mut()) {
        place.insert("description".into(), words);
    }
    (schema, place)
}

fn schemas(root: &mut Value) -> Option<&mut Object> {
    let components = root
        .as_object_mut()?
        .entry("components")
        .or_insert_with(|| json!({}));
    let schemas = components
        .as_object_mut()?
        .entry("schemas")
        .or_insert_with(|| json!({}));
    schemas.as_object_mut()
}
