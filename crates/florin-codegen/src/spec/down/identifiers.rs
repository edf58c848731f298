//! A reference says where in the document it leads.
//!
//! JSON Schema has other ways to refer: by the `$id` of a schema, by a name that one has as its `$anchor`, and by a pointer
//! from the schema that the reference stands in (`#/$defs/Money` inside a component, `#` for the whole of it). Each becomes a
//! pointer from the top of the document. What leads nowhere is left to the pass that knows what to do about it.

use std::collections::BTreeSet;

use serde_json::Value;

use super::places::{Kind, around, each, each_schema};
use crate::error::Error;
use crate::spec::{Spec, text};

/// Runs the pass.
pub(crate) fn run(spec: &mut Spec) -> Result<(), Error> {
    if !is_needed(spec) {
        return Ok(());
    }
    let known = Known::of(spec);
    each_schema(&mut spec.root, &mut |schema, pointer| {
        if let Some(Value::String(reference)) = schema.get_mut("$ref")
            && let Some(absolute) = known.absolute(reference, pointer)
        {
            *reference = absolute;
        }
        let mapping = schema
            .get_mut("discriminator")
            .and_then(|d| d.get_mut("mapping")?.as_object_mut());
        for reference in mapping.into_iter().flat_map(|m| m.values_mut()) {
            if let Value::String(reference) = reference
                && reference.contains(['/', '#'])
                && let Some(absolute) = known.absolute(reference, pointer)
            {
                *reference = absolute;
            }
        }
        schema.remove("$id");
        schema.remove("$anchor");
    });
    Ok(())
}

/// Whether any reference is more than a pointer to a component.
fn is_needed(spec: &mut Spec) -> bool {
    let mut needed = false;
    each_schema(&mut spec.root, &mut |schema, _| {
        let mapping = schema.get("discriminator").and_then(|d| d.get("mapping"));
        let mapped = mapping.and_then(Value::as_object).into_iter().flatten();
        let mapped = mapped.filter_map(|(_, v)| v.as_str().filter(|v| v.contains(['/', '#'])));
        needed |= schema.contains_key("$id")
            || schema.contains_key("$anchor")
            || text(schema, "$ref")
                .into_iter()
                .chain(mapped)
                .any(|r| !r.starts_with("#/components/"));
    });
    needed
}

struct Known {
    root: Value,
    /// The pointers of all schemas.
    schemas: BTreeSet<String>,
    /// Each `$id` with its schema, outer ones before inner ones.
    ids: Vec<(String, String)>,
    anchors: Vec<(String, String)>,
}

impl Known {
    fn of(spec: &mut Spec) -> Self {
        let (mut schemas, mut ids, mut anchors) = (BTreeSet::new(), Vec::new(), Vec::new());
        each(&mut spec.root, &mut |kind, value, pointer| {
            if kind != Kind::Schema {
                return;
            }
            schemas.insert(pointer.to_owned());
            for (word, found) in [("$id", &mut ids), ("$anchor", &mut anchors)] {
                if let Some(name) = value.get(word).and_then(Value::as_str) {
                    found.push((name.to_owned(), pointer.to_owned()));
                }
            }
        });
        let root = spec.root.clone();
        Self {
            root,
            schemas,
            ids,
            anchors,
        }
    }

    /// Where a reference that stands in this place leads, as a pointer from the top. `None` where it is one, or leads
    /// nowhere.
    fn absolute(&self, reference: &str, place: &str) -> Option<String> {
        match reference.split_once('#') {
            Some(("", "")) => {
                let resource = self
                    .enclosing(place)
                    .find(|p| self.ids.iter().any(|(_, at)| at == p));
                resource
                    .or_else(|| self.enclosing(place).last())
                    .map(str::to_owned)
            }
            Some(("", fragment)) => {
                let top = self.enclosing(place).last()?;
                self.inside(fragment, top, self.enclosing(place))
            }
            Some((id, "")) => self.identified(id).map(str::to_owned),
            Some((id, fragment)) => {
                let base = self.identified(id)?;
                self.inside(fragment, base, std::iter::once(base))
            }
            None => self.identified(reference).map(str::to_owned),
        }
    }

    /// Where a fragment leads: a pointer from the top or from one of the schemas, or a name, best of one inside `base`.
    fn inside<'a>(
        &'a self,
        fragment: &str,
        base: &str,
        schemas: impl Iterator<Item = &'a str>,
    ) -> Option<String> {
        if !fragment.starts_with('/') {
            let named = || self.anchors.iter().filter(|(name, _)| name == fragment);
            let near = named().find(|(_, at)| at.starts_with(base));
            return near.or_else(|| named().next()).map(|(_, at)| at.clone());
        }
        if Spec::lookup(&self.root, &format!("#{fragment}")).is_some() {
            return None;
        }
        schemas
            .map(|schema| format!("{schema}{fragment}"))
            .find(|pointer| Spec::lookup(&self.root, pointer).is_some())
    }

    /// The schemas around a place, the nearest first.
    fn enclosing<'a>(&'a self, place: &'a str) -> impl Iterator<Item = &'a str> {
        around(place).filter(|pointer| self.schemas.contains(*pointer))
    }

    /// The schema of an `$id`, which may be written in full on one side and from the folder on the other.
    fn identified(&self, id: &str) -> Option<&str> {
        let same = |known: &str| known.trim_end_matches('#') == id;
        let exact = self.ids.iter().find(|(known, _)| same(known));
        let relative = id.trim_start_matches("./").trim_start_matches('/');
        let ends = |known: &str| {
            let known = known.trim_end_matches('#');
            let rest = known.strip_suffix(relative);
            !relative.is_empty() && rest.is_some_and(|rest| rest.is_empty() || rest.ends_with('/'))
        };
        let found = exact.or_else(|| self.ids.iter().find(|(known, _)| ends(known)));
        found.map(|(_, at)| at.as_str())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::tests::made_of;
    use super::run;

    #[test]
    fn each_way_to_refer_becomes_a_pointer_from_the_top() {
        let a = json!({
            "$id": "https://lender.example/schemas/a.json",
            "$defs": { "B": { "$anchor": "bee", "$defs": { "C": {} } } },
            "properties": {
                "own": { "$ref": "#/$defs/B" },
                "named": { "$ref": "#bee" },
                "all": { "$ref": "#" },
                "other": { "$ref": "d.json" },
                "inside": { "$ref": "https://lender.example/schemas/d.json#/$defs/E" },
                "top": { "$ref": "#/components/schemas/D" },
                "nowhere": { "$ref": "#/$defs/Z" },
                "file": { "$ref": "z.yaml#/Z" },
            },
        });
        let d = json!({ "$id": "https://lender.example/schemas/d.json", "$defs": { "E": {} } });
        let root = json!({ "components": { "schemas": { "A": a, "D": d } } });
        let (made, told) = made_of(run, &root);
        let properties = &made["components"]["schemas"]["A"]["properties"];
        let to = |reference: &str| json!({ "$ref": reference });
        assert_eq!(
            *properties,
            json!({
                "own": to("#/components/schemas/A/$defs/B"),
                "named": to("#/components/schemas/A/$defs/B"),
                "all": to("#/components/schemas/A"),
                "other": to("#/components/schemas/D"),
                "inside": to("#/components/schemas/D/$defs/E"),
                "top": to("#/components/schemas/D"),
                "nowhere": to("#/$defs/Z"),
                "file": to("z.yaml#/Z"),
            })
        );
        assert!(told.is_empty());
    }
}
