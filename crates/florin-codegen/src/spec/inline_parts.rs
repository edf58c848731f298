//! Parameters, bodies and answers that are named in `components` are written into the operations that use them.
//!
//! After this pass, all that an operation says stands in the operation, and every other pass needs to look in one place
//! only. Schemas stay named: they become types.

use serde_json::{Value, json};

use super::{METHODS, Spec};
use crate::error::Error;

/// Runs the pass.
pub(crate) fn run(spec: &mut Spec) -> Result<(), Error> {
    let named = spec.clone();
    let paths = spec.root.get_mut("paths").and_then(Value::as_object_mut);
    for item in paths
        .into_iter()
        .flat_map(|p| p.values_mut())
        .filter_map(Value::as_object_mut)
    {
        let shared = item.remove("parameters").unwrap_or_else(|| json!([]));
        for method in METHODS {
            let Some(operation) = item.get_mut(method).and_then(Value::as_object_mut) else {
                continue;
            };
            let own = operation.remove("parameters").unwrap_or_else(|| json!([]));
            let parameters = parameters(&named, &shared, &own);
            operation.insert("parameters".into(), parameters);
            if let Some(body) = operation.get_mut("requestBody") {
                *body = named.resolve(body).clone();
            }
            for response in operation
                .get_mut("responses")
                .and_then(Value::as_object_mut)
                .into_iter()
                .flatten()
            {
                *response.1 = named.resolve(response.1).clone();
            }
        }
    }
    if let Some(components) = spec
        .root
        .get_mut("components")
        .and_then(Value::as_object_mut)
    {
        components.retain(|kind, _| kind == "schemas");
    }
    Ok(())
}

/// Those of the path, unless the operation has one of the same name and place, then its own.
fn parameters(named: &Spec, shared: &Value, own: &Value) -> Value {
    let resolved = |list: &Value| -> Vec<Value> {
        list.as_array()
            .into_iter()
            .flatten()
            .map(|p| named.resolve(p).clone())
            .collect()
    };
    let own = resolved(own);
    let same = |a: &Value, b: &Value| a.get("name") == b.get("name") && a.get("in") == b.get("in");
    let mut all: Vec<Value> = resolved(shared)
        .into_iter()
        .filter(|s| !own.iter().any(|o| same(s, o)))
        .collect();
    all.extend(own);
    all.into()
}
