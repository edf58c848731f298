//! Schemas that are defined inside a schema, or at the top of the document, become components.
//!
//! `$defs`, and `definitions` before it, hold what a schema refers to. A type is made of a component, and of it by its name:
//! that of the component it stands in, followed by its own (`LoanMoney` of `Loan/$defs/Money`); what stands at the top or
//! in an operation keeps its own. Where another component has that name, and is another, `Definition` follows. What nothing
//! refers to is left out: it says nothing.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::places::{Kind, each, each_inside, each_schema};
use crate::error::Error;
use crate::spec::{Object, SCHEMAS, Spec, escape, unescape};

/// Runs the pass.
pub(crate) fn run(spec: &mut Spec) -> Result<(), Error> {
    let mut defined = BTreeMap::new();
    each(&mut spec.root, &mut |kind, value, pointer| {
        if let (Kind::Schema | Kind::Document, Some(holder)) = (kind, value.as_object_mut()) {
            take(holder, pointer, &mut defined);
        }
    });
    if defined.is_empty() {
        return Ok(());
    }
    let mentioned = mentioned(spec, &defined);
    defined.retain(|pointer, _| mentioned.contains(pointer));

    let mut names = BTreeMap::new();
    let mut schemas: Object = spec
        .schemas()
        .map(|(n, s)| (n.clone(), s.clone()))
        .collect();
    for (pointer, schema) in &defined {
        let name = free(&schemas, &name(pointer), schema);
        schemas.insert(name.clone(), schema.clone());
        names.insert(pointer.clone(), format!("{SCHEMAS}{}", escape(&name)));
    }
    if let Some(root) = spec.root.as_object_mut() {
        let components = root.entry("components").or_insert_with(|| json!({}));
        if let Some(components) = components.as_object_mut() {
            components.insert("schemas".into(), schemas.into());
        }
    }
    each_schema(&mut spec.root, &mut |schema, _| {
        references(schema, &mut |reference| {
            if let Some(moved) = moved(&names, reference) {
                *reference = moved;
            }
        });
    });
    Ok(())
}

/// Takes the definitions out of what holds them.
fn take(holder: &mut Object, pointer: &str, defined: &mut BTreeMap<String, Value>) {
    for word in ["$defs", "definitions"] {
        let Some(Value::Object(found)) = holder.remove(word) else {
            continue;
        };
        for (name, schema) in found {
            defined.insert(format!("{pointer}/{word}/{}", escape(&name)), schema);
        }
    }
}

/// The pointers of the definitions that something refers to.
fn mentioned(spec: &mut Spec, defined: &BTreeMap<String, Value>) -> BTreeSet<String> {
    let mut open = Vec::new();
    each_schema(&mut spec.root, &mut |schema, _| {
        references(schema, &mut |r| open.push(r.clone()));
    });
    let mut mentioned = BTreeSet::new();
    while let Some(reference) = open.pop() {
        let Some((pointer, _)) = longest(defined, &reference) else {
            continue;
        };
        if mentioned.insert(pointer.to_owned()) {
            let mut schema = defined.get(pointer).cloned().unwrap_or_default();
            each_inside(&mut schema, &mut |schema| {
                references(schema, &mut |r| open.push(r.clone()));
            });
        }
    }
    mentioned
}

/// What a reference leads to, or into: the pointer that it begins with, and the rest.
fn longest<'a, T>(
    known: &'a BTreeMap<String, T>,
    reference: &'a str,
) -> Option<(&'a str, &'a str)> {
    let cuts = reference.rmatch_indices('/').map(|(at, _)| at);
    std::iter::once(reference.len()).chain(cuts).find_map(|at| {
        let (start, rest) = reference.split_at(at);
        known.get_key_value(start).map(|(k, _)| (k.as_str(), rest))
    })
}

fn moved(names: &BTreeMap<String, String>, reference: &str) -> Option<String> {
    let (pointer, rest) = longest(names, reference)?;
    Some(format!("{}{rest}", names.get(pointer)?))
}

/// What a definition is called, were there no other of that name.
fn name(pointer: &str) -> String {
    let pieces: Vec<_> = pointer.split('/').map(unescape).collect();
    let own = pieces.last().cloned().unwrap_or_default();
    match pieces.get(..4) {
        Some([_, components, schemas, owner])
            if components == "components" && schemas == "schemas" =>
        {
            let mut letters = own.chars();
            let first = letters.next().map(char::to_uppercase);
            let first: String = first.into_iter().flatten().collect();
            format!("{owner}{first}{}", letters.as_str())
        }
        _ => own,
    }
}

fn free(schemas: &Object, name: &str, schema: &Value) -> String {
    let is_free = |name: &str| schemas.get(name).is_none_or(|known| known == schema);
    let more = (2..).map(|n| format!("{name}Definition{n}"));
    let mut names = [name.to_owned(), format!("{name}Definition")]
        .into_iter()
        .chain(more);
    names.find(|name| is_free(name)).unwrap_or_default()
}

/// Visits the references that a schema makes itself.
fn references(schema: &mut Object, f: &mut dyn FnMut(&mut String)) {
    if let Some(Value::String(reference)) = schema.get_mut("$ref") {
        f(reference);
    }
    let mapping = schema
        .get_mut("discriminator")
        .and_then(|d| d.get_mut("mapping")?.as_object_mut());
    for reference in mapping.into_iter().flat_map(|m| m.values_mut()) {
        if let Value::String(reference) = reference {
            f(reference);
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::tests::made_of;
    use super::run;

    #[test]
    fn a_definition_is_called_after_where_it_stands_and_one_that_is_taken_says_so() {
        let to = |reference: &str| json!({ "$ref": reference });
        let root = json!({
            "$defs": { "Money": { "type": "string" }, "LoanMoney": { "type": "number" } },
            "components": { "schemas": {
                "Loan": {
                    "$defs": { "money": { "$defs": { "inner": { "type": "boolean" } }, "properties": {
                        "i": to("#/components/schemas/Loan/$defs/money/$defs/inner"),
                    } }, "unused": {} },
                    "properties": {
                        "a": to("#/components/schemas/Loan/$defs/money"),
                        "b": to("#/$defs/LoanMoney"),
                        "c": to("#/components/schemas/Loan/$defs/money/properties/i"),
                        "d": to("#/$defs/Money"),
                    },
                },
                "Money": { "type": "object" },
            } },
        });
        let (made, _) = made_of(run, &root);
        assert_eq!(
            made["components"]["schemas"],
            json!({
                "Loan": { "properties": {
                    "a": to("#/components/schemas/LoanMoneyDefinition"),
                    "b": to("#/components/schemas/LoanMoney"),
                    "c": to("#/components/schemas/LoanMoneyDefinition/properties/i"),
                    "d": to("#/components/schemas/MoneyDefinition"),
                } },
                "LoanInner": { "type": "boolean" },
                "LoanMoney": { "type": "number" },
                "LoanMoneyDefinition": { "properties": { "i": to("#/components/schemas/LoanInner") } },
                "Money": { "type": "object" },
                "MoneyDefinition": { "type": "string" },
            })
        );
        assert_eq!(made.get("$defs"), None);
    }
}
