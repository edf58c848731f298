//! What is left out just before code is made: domains that aren't enabled, and what of `shared.yaml` nobody needs.

use std::collections::BTreeSet;

use serde_json::Value;

use super::Origins;
use crate::spec::{Spec, mentions};

impl Origins {
    /// The schemas that the client has: of the domains that are enabled all, and what they lead to.
    pub(crate) fn wanted(&self, spec: &Spec) -> BTreeSet<String> {
        self.reached(spec, self.own_schemas())
    }

    /// Takes off the spec what the client hasn't got. `wanted` is what it had to have before the passes, some of which take
    /// off what led to it.
    pub(crate) fn keep(&self, spec: &mut Spec, wanted: &BTreeSet<String>) {
        let reached = self.reached(spec, wanted.iter().cloned().collect());
        let paths = spec.root.get_mut("paths").and_then(Value::as_object_mut);
        for (path, item) in paths.into_iter().flatten() {
            if let Some(item) = item.as_object_mut() {
                item.retain(|key, _| self.has_operation(path, key));
            }
        }
        let schemas = spec
            .root
            .pointer_mut("/components/schemas")
            .and_then(Value::as_object_mut);
        if let Some(schemas) = schemas {
            schemas.retain(|name, _| reached.contains(name));
        }
    }

    fn reached(&self, spec: &Spec, mut found: Vec<String>) -> BTreeSet<String> {
        for operation in spec.operations() {
            if self.has_operation(operation.path, operation.method) {
                operation
                    .body
                    .values()
                    .for_each(|said| mentions(said, &mut found));
            }
        }
        let mut reached = BTreeSet::new();
        while let Some(name) = found.pop() {
            if let Some(schema) = spec.schema(&name)
                && reached.insert(name)
            {
                mentions(schema, &mut found);
            }
        }
        reached
    }
}
