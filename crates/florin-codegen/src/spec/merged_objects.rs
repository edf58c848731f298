//! `allOf` is merged into one schema, so that typify never merges.
//!
//! typify merges as a checker of JSON would: it looks for what can't be true at once, ends in a type without values where
//! two parts disagree, ignores discriminators and multiplies unions. A provider that writes `allOf` means inheritance:
//! these fields and those. So the parts are brought together here, the later over the earlier, and only one form of
//! `allOf` is left: a single `$ref`, which is how OpenAPI 3.0 describes a reference or lets it be `null`.
//!
//! Fields beside a union are put into each of its alternatives.

use serde_json::{Value, json};

use super::merged_parts::{self, ANNOTATIONS, Merged, Union};
use super::told::Told;
use super::{Object, SCHEMAS, Spec, component, escape, pointed, text};
use crate::error::Error;

/// As many alternatives a union may have once fields are put into each.
const ALTERNATIVES: usize = 32;

/// As deep the schemas may be that are written out where they are used, one in a field of the other.
const DEPTH: usize = 6;

/// As many parts one schema may be merged of, with all that is written out in it: far more than any that is meant.
const PARTS: usize = 4_000;

/// The name of the component that an alternative was before something was merged into it.
const VARIANT: &str = "x-florin-variant";

/// The component that an alternative is, or was.
pub(crate) fn variant(alternative: &Value) -> Option<&str> {
    component(alternative).or_else(|| alternative.get(VARIANT)?.as_str())
}

/// Runs the pass.
pub(crate) fn run(spec: &mut Spec) -> Result<(), Error> {
    let named = spec.clone();
    let mut merger = Merger {
        named: &named,
        told: Told::default(),
        depth: 0,
        parts: 0,
    };
    pointed::each(spec, &mut |schema, pointer| {
        let name = pointer.strip_prefix(SCHEMAS).map(super::unescape);
        let is_named = name.is_some();
        let mut above: Vec<_> = name.into_iter().collect();
        merger.schema(schema, pointer, &mut above, is_named);
    });
    merger.told.tell(spec);
    Ok(())
}

struct Merger<'a> {
    named: &'a Spec,
    told: Told,
    /// How many of the schemas that are being merged are in a field of another.
    depth: usize,
    /// How many parts the outermost of them has so far.
    parts: usize,
}

impl Merger<'_> {
    /// Merges a schema and all in it. `above` are the components that it is written out in.
    fn schema(
        &mut self,
        schema: &mut Value,
        pointer: &str,
        above: &mut Vec<String>,
        is_named: bool,
    ) {
        let Some(object) = schema.as_object_mut() else {
            return;
        };
        if object.contains_key("allOf") || is_union(object) && !is_only_union(object) {
            let whole = std::mem::take(object);
            *object = self.merged(whole, pointer, above, is_named);
        } else {
            pointed::inner(object, pointer, &mut |inner, pointer| {
                self.schema(inner, pointer, above, false);
            });
        }
    }

    fn merged(
        &mut self,
        whole: Object,
        pointer: &str,
        above: &mut Vec<String>,
        is_named: bool,
    ) -> Object {
        let parts = whole
            .get("allOf")
            .and_then(Value::as_array)
            .map_or(0, Vec::len);
        if (!is_named || parts == 1)
            && let Some(reference) = self.reference(&whole)
        {
            return reference;
        }
        if !is_named && let Some(name) = ring(&whole, above) {
            let wrong = format!("`allOf` adds to `{name}` inside of `{name}`");
            self.told.at(pointer, wrong, "what it adds is not taken");
            let mut reference = whole;
            reference.retain(|key, _| is_annotation(key));
            reference.insert(
                "allOf".into(),
                json!([{ "$ref": format!("{SCHEMAS}{}", escape(&name)) }]),
            );
            return reference;
        }
        if self.depth == 0 {
            self.parts = 0;
        }
        self.depth += 1;
        let mut merged = Merged::default();
        let inner = Value::Object(whole.clone());
        self.collect(&inner, pointer, above, &mut merged);
        for lost in std::mem::take(&mut merged.lost) {
            self.told.at(pointer, lost, "the later one is taken");
        }
        let names = std::mem::take(&mut merged.names);
        let mut schema = self.distributed(merged, pointer);
        // What two parts had said of one property, and what is in each alternative, is merged by now only side by side.
        let length = above.len();
        above.extend(names);
        pointed::inner(&mut schema, pointer, &mut |inner, pointer| {
            self.schema(inner, pointer, above, false);
        });
        above.truncate(length);
        self.depth -= 1;
        merged_parts::annotate(&mut schema, whole);
        schema
    }

    /// The form of a described reference, where the schema is nothing more than that.
    fn reference(&self, whole: &Object) -> Option<Object> {
        let mut name = None;
        let mut rest = Vec::new();
        let mut open = vec![whole];
        while let Some(schema) = open.pop() {
            let parts = schema.get("allOf").and_then(Value::as_array);
            for part in parts.into_iter().flatten() {
                match component(part) {
                    Some(found) if name.is_none_or(|name| name == found) => name = Some(found),
                    Some(_) => return None,
                    None => open.push(part.as_object()?),
                }
            }
            rest.push(schema);
        }
        let name = name?;
        let target = merged_parts::flattened(self.named, name);
        if !rest
            .iter()
            .all(|schema| merged_parts::adds_nothing(schema, &target))
        {
            return None;
        }
        let mut reference = Object::new();
        let target = format!("{SCHEMAS}{}", escape(name));
        reference.insert("allOf".into(), json!([{ "$ref": target }]));
        let described = rest.iter().find_map(|schema| schema.get("description"));
        reference.extend(described.map(|text| ("description".to_owned(), text.clone())));
        if rest.iter().any(|schema| super::is_true(schema, "nullable")) {
            reference.insert("nullable".into(), true.into());
        }
        let words = whole.iter().filter(|(key, _)| key.starts_with("x-"));
        reference.extend(words.map(|(key, value)| (key.clone(), value.clone())));
        Some(reference)
    }

    /// Adds a schema and its parts to what is merged; first the parts, so that what stands beside them wins.
    fn collect(
        &mut self,
        schema: &Value,
        pointer: &str,
        above: &mut Vec<String>,
        merged: &mut Merged,
    ) {
        if let Some(name) = component(schema) {
            if above.iter().any(|known| known == name) {
                let wrong = format!("`allOf` merges `{name}` into itself");
                self.told
                    .at(pointer, wrong, "it is not merged a second time");
            } else if self.depth > DEPTH || self.parts > PARTS {
                let wrong = "`allOf` is nested too deep to be written out";
                self.told
                    .at(pointer, wrong, "the innermost part is left away");
            } else if let Some(target) = self.named.schema(name) {
                self.parts += 1;
                above.push(name.to_owned());
                let mut part = Merged::default();
                self.collect(target, pointer, above, &mut part);
                part.unions.retain(|union| !union.leads_to(above));
                part.names.insert(name.to_owned());
                above.pop();
                merged.add(part);
            }
            return;
        }
        let Some(object) = schema.as_object() else {
            return;
        };
        let parts = object.get("allOf").and_then(Value::as_array);
        for part in parts.into_iter().flatten() {
            self.collect(part, pointer, above, merged);
        }
        let mut own = Merged::of(object);
        pointed::inner(&mut own.fields, pointer, &mut |inner, pointer| {
            self.schema(inner, pointer, above, false);
        });
        merged.add(own);
    }

    /// Puts the fields into each alternative of the unions.
    fn distributed(&mut self, merged: Merged, pointer: &str) -> Object {
        let Merged {
            fields,
            mut unions,
            notes,
            ..
        } = merged;
        unions.retain(|union| !union.is_about(&fields));
        let mut schema = if unions.is_empty() {
            fields
        } else if unions.len() == 1 && is_bare(&fields) {
            unions.remove(0).schema()
        } else if unions
            .iter()
            .map(|u| u.alternatives.len().max(1))
            .product::<usize>()
            > ALTERNATIVES
        {
            self.told.at(
                pointer,
                "the fields beside a union would have to be put into too many alternatives",
                "what only the alternatives name is kept in `extra`",
            );
            let mut open = fields;
            if text(&open, "type") == Some("object") {
                open.insert("additionalProperties".into(), json!({}));
                open
            } else {
                Object::new()
            }
        } else {
            self.product(&fields, unions)
        };
        merged_parts::note(&mut schema, &notes);
        schema
    }

    fn product(&self, fields: &Object, unions: Vec<Union>) -> Object {
        let discriminator = unions.iter().find_map(|union| union.discriminator.clone());
        let mut key = "oneOf";
        let mut alternatives = vec![Vec::new()];
        for union in unions {
            key = union.key;
            alternatives = alternatives
                .into_iter()
                .flat_map(|known: Vec<Value>| {
                    union.alternatives.iter().map(move |alternative| {
                        let mut known = known.clone();
                        known.push(alternative.clone());
                        known
                    })
                })
                .collect();
        }
        let alternatives: Vec<Value> = alternatives
            .into_iter()
            .map(|parts| self.alternative(fields, parts))
            .collect();
        let mut schema = Object::new();
        schema.insert(key.to_owned(), alternatives.into());
        schema.extend(discriminator.map(|d| ("discriminator".to_owned(), d)));
        schema
    }

    /// The alternative as it is where it has all the fields already.
    fn alternative(&self, fields: &Object, parts: Vec<Value>) -> Value {
        let name = parts.iter().find_map(component).map(str::to_owned);
        if let ([only], Some(name)) = (&parts[..], &name)
            && merged_parts::adds_nothing(fields, &merged_parts::flattened(self.named, name))
        {
            return only.clone();
        }
        let mut all = vec![Value::Object(fields.clone())];
        all.extend(parts);
        let mut alternative = Object::new();
        alternative.insert("allOf".into(), all.into());
        alternative.extend(name.map(|name| (VARIANT.to_owned(), name.into())));
        alternative.into()
    }
}

/// The component that a part is, where the schema is written out in that one.
fn ring(whole: &Object, above: &[String]) -> Option<String> {
    let parts = whole.get("allOf").and_then(Value::as_array);
    let mut names = parts.into_iter().flatten().filter_map(component);
    let name = names.find(|name| above.iter().any(|known| known == name));
    name.map(str::to_owned)
}

fn is_union(schema: &Object) -> bool {
    schema.contains_key("oneOf") || schema.contains_key("anyOf")
}

/// Nothing beside the union that says anything of the type.
fn is_only_union(schema: &Object) -> bool {
    let unions = ["oneOf", "anyOf"]
        .iter()
        .filter(|key| schema.contains_key(**key));
    unions.count() == 1
        && schema.keys().all(|key| {
            matches!(key.as_str(), "oneOf" | "anyOf" | "discriminator") || is_annotation(key)
        })
}

fn is_annotation(key: &str) -> bool {
    ANNOTATIONS.contains(&key) || key.starts_with("x-")
}

/// No more than that it is an object.
fn is_bare(fields: &Object) -> bool {
    fields
        .iter()
        .all(|(key, value)| is_annotation(key) || key == "type" && value == "object")
}
