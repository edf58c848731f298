//! A path item that is named in `components.pathItems` stands where it is used.
//!
//! OpenAPI 3.0 has no such section. What stands beside the reference goes before what it leads to.

use serde_json::Value;

use crate::error::Error;
use crate::spec::{Object, Spec, text};

const NAMED: &str = "#/components/pathItems/";

/// Runs the pass.
pub(crate) fn run(spec: &mut Spec) -> Result<(), Error> {
    let named = spec
        .root
        .get_mut("components")
        .and_then(|components| components.as_object_mut()?.remove("pathItems"));
    let Some(named) = named.as_ref().and_then(Value::as_object) else {
        return Ok(());
    };
    for section in ["paths", "webhooks"] {
        let items = spec.root.get_mut(section).and_then(Value::as_object_mut);
        for item in items
            .into_iter()
            .flat_map(|items| items.values_mut())
            .filter_map(Value::as_object_mut)
        {
            put(item, named);
        }
    }
    Ok(())
}

fn put(item: &mut Object, named: &Object) {
    // A chain that is longer than the section is a ring.
    for _ in 0..=named.len() {
        let name = text(item, "$ref").and_then(|r| r.strip_prefix(NAMED));
        let Some(found) = name.and_then(|name| named.get(&crate::spec::unescape(name))) else {
            return;
        };
        let found = found.as_object().cloned().unwrap_or_default();
        item.remove("$ref");
        for (key, value) in found {
            item.entry(key).or_insert(value);
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::tests::made_of;
    use super::run;

    #[test]
    fn a_named_path_item_goes_where_it_is_used_and_a_ring_ends() {
        let root = json!({
            "paths": {
                "/a": { "$ref": "#/components/pathItems/P~1Q", "summary": "own" },
                "/r": { "$ref": "#/components/pathItems/R" },
            },
            "components": { "pathItems": {
                "P/Q": { "$ref": "#/components/pathItems/S", "get": {} },
                "R": { "$ref": "#/components/pathItems/R" },
                "S": { "summary": "other", "put": {} },
            } },
        });
        let (made, _) = made_of(run, &root);
        assert_eq!(
            made["paths"]["/a"],
            json!({ "summary": "own", "get": {}, "put": {} })
        );
    }
}
