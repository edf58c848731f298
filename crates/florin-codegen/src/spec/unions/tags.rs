//! Which values of a discriminator stand for which alternative.
//!
//! `mapping` says so, by the name of a schema or by a reference to it. What it doesn't name goes by the values that its own
//! tag may have, if no other alternative has the same; else by the name of its schema.

use serde_json::Value;

use super::facts::{Facts, list, spelled};
use crate::spec::merged_objects::variant;
use crate::spec::{Object, Spec, text};

/// A discriminator.
#[derive(Clone)]
pub(super) struct Discriminator {
    pub(super) name: String,
    mapping: Object,
}

/// The schema that a value of `mapping` means: a name, a reference, or what is left of a file's name.
pub(super) fn target(value: &Value) -> Option<&str> {
    let last = value.as_str()?.rsplit(['/', '#']).next()?;
    let stem = [".yaml", ".yml", ".json"];
    Some(
        stem.iter()
            .find_map(|end| last.strip_suffix(end))
            .unwrap_or(last),
    )
}

impl Discriminator {
    /// The one that a schema has.
    pub(super) fn of(schema: &Object) -> Option<Self> {
        let discriminator = schema.get("discriminator")?;
        let mapping = discriminator.get("mapping").and_then(Value::as_object);
        Some(Self {
            name: discriminator.get("propertyName")?.as_str()?.to_owned(),
            mapping: mapping.cloned().unwrap_or_default(),
        })
    }

    /// The values for each alternative.
    pub(super) fn values(&self, named: &Spec, all: &[(Value, Facts)]) -> Vec<Vec<String>> {
        let own: Vec<Vec<String>> = all.iter().map(|(_, facts)| self.listed(facts)).collect();
        let is_shared = |at: usize, value: &String| {
            own.iter()
                .enumerate()
                .any(|(i, values)| i != at && values.contains(value))
        };
        let mut taken = Vec::new();
        for (at, (schema, _)) in all.iter().enumerate() {
            let name = variant(schema);
            let mapped: Vec<String> = self.mapped(name);
            let inner = || self.of_inner_union(named, schema, &[]);
            let values = if !mapped.is_empty() {
                mapped
            } else if let Some(inner) = inner() {
                inner
            } else if !own[at].is_empty() && !own[at].iter().any(|value| is_shared(at, value)) {
                own[at].clone()
            } else {
                name.map(str::to_owned).into_iter().collect()
            };
            taken.push(values);
        }
        taken
    }

    fn mapped(&self, name: Option<&str>) -> Vec<String> {
        let own = self
            .mapping
            .iter()
            .filter(|(_, to)| name.is_some() && target(to) == name);
        own.map(|(value, _)| value.clone()).collect()
    }

    fn listed(&self, facts: &Facts) -> Vec<String> {
        let listed = facts.listed.get(&self.name).and_then(Value::as_array);
        let texts = listed.into_iter().flatten().filter_map(Value::as_str);
        texts.map(str::to_owned).collect()
    }

    /// Those of a union among the alternatives that is told apart by the same tag. `within` are those that it is in.
    fn of_inner_union(
        &self,
        named: &Spec,
        schema: &Value,
        within: &[*const Object],
    ) -> Option<Vec<String>> {
        let inner = named.resolve(schema).as_object()?;
        let at = std::ptr::from_ref(inner);
        if within.contains(&at) || within.len() == 8 {
            return None;
        }
        let within = &[within, &[at]].concat();
        let discriminator = Self::of(inner).filter(|d| d.name == self.name)?;
        let all: Vec<_> = ["oneOf", "anyOf"]
            .iter()
            .flat_map(|key| list(inner, key))
            .map(|schema| (schema.clone(), Facts::of(named, schema)))
            .collect();
        if all.is_empty() {
            return None;
        }
        let own: Vec<_> = all
            .iter()
            .map(|(_, facts)| discriminator.listed(facts))
            .collect();
        let values = all.iter().enumerate().flat_map(|(at, (schema, _))| {
            let mapped = discriminator.mapped(variant(schema));
            if !mapped.is_empty() {
                return mapped;
            }
            if let Some(inner) = discriminator.of_inner_union(named, schema, within) {
                return inner;
            }
            match own[at].is_empty() {
                false => own[at].clone(),
                true => variant(schema).map(str::to_owned).into_iter().collect(),
            }
        });
        Some(values.collect())
    }

    /// What is to be put in where a value of the alternative may come without its tag, as JSON.
    pub(super) fn put_in(
        &self,
        named: &Spec,
        schema: &Value,
        facts: &Facts,
        first: Option<&String>,
    ) -> Option<String> {
        let first = first?;
        let only_object = facts.is_object() && facts.kinds.len() == 1 && !facts.is_union;
        if !only_object || facts.required.contains(&self.name) {
            return None;
        }
        let property = named
            .resolve(schema)
            .get("properties")
            .and_then(|p| p.get(&self.name));
        let property = property.and_then(|p| named.resolve(p).as_object());
        let kind = property.and_then(|p| text(p, "type"));
        let mut listed = property.into_iter().flat_map(|p| list(p, "enum"));
        let is_bare = listed.any(|value| !value.is_string() && spelled(value) == *first)
            || matches!(kind, Some("integer" | "boolean"))
                && serde_json::from_str::<Value>(first).is_ok();
        Some(match is_bare {
            true => first.clone(),
            false => Value::from(first.as_str()).to_string(),
        })
    }
}
