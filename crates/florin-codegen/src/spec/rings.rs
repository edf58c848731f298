//! Schemas that `allOf` merges into themselves are cut open.
//!
//! Such a schema has no end: whatever follows its parts goes around until the stack is full, which ends the build without
//! a message. The part that leads back adds nothing that is not there already, so it is taken out.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{SCHEMAS, Spec, component, escape};
use crate::error::Error;

/// Runs the pass.
pub(crate) fn run(spec: &mut Spec) -> Result<(), Error> {
    let mut back = Vec::new();
    let mut done = BTreeSet::new();
    for (name, _) in spec.schemas() {
        find(spec, name, &mut Vec::new(), &mut done, &mut back);
    }
    for Back { from, to, by } in back {
        let schema = spec
            .root
            .pointer_mut("/components/schemas")
            .and_then(|schemas| schemas.get_mut(&from));
        if let Some(schema) = schema {
            take_out(schema, &to);
        }
        spec.taken(
            format!("{SCHEMAS}{}", escape(&to)),
            format!("`allOf` merges this into itself, by way of {by}"),
            format!("the part of `{from}` that leads back to it is not taken"),
        );
    }
    Ok(())
}

/// A part that leads back to what it is a part of.
struct Back {
    from: String,
    to: String,
    by: String,
}

fn find<'a>(
    spec: &'a Spec,
    name: &'a str,
    above: &mut Vec<&'a str>,
    done: &mut BTreeSet<&'a str>,
    back: &mut Vec<Back>,
) {
    if let Some(start) = above.iter().position(|known| *known == name) {
        let ring: Vec<_> = above[start..].iter().map(|n| format!("`{n}`")).collect();
        back.push(Back {
            from: above.last().copied().unwrap_or(name).to_owned(),
            to: name.to_owned(),
            by: ring.join(", "),
        });
        return;
    }
    if !done.insert(name) {
        return;
    }
    above.push(name);
    let mut open: Vec<_> = spec.schema(name).into_iter().collect();
    while let Some(schema) = open.pop() {
        if let Some(part) = component(schema) {
            find(spec, part, above, done, back);
        } else if let Some(parts) = schema.get("allOf").and_then(Value::as_array) {
            open.extend(parts);
        }
    }
    above.pop();
}

fn take_out(schema: &mut Value, target: &str) {
    let Some(parts) = schema.get_mut("allOf").and_then(Value::as_array_mut) else {
        return;
    };
    parts.retain(|part| component(part) != Some(target));
    parts.iter_mut().for_each(|part| take_out(part, target));
}
