//! Which types are sent, and which are read: by following what the operations take and answer.

use std::collections::{BTreeMap, BTreeSet};

use super::model::{Operation, Type};
use super::spelled::named;

/// Marks the types.
pub(super) fn mark(operations: &[Operation], types: &mut [Type]) {
    let parts: BTreeMap<String, Vec<String>> = types
        .iter()
        .map(|ty| (ty.name.clone(), ty.parts().map(str::to_owned).collect()))
        .collect();
    let taken = operations.iter().flat_map(|operation| {
        let body = operation.body.iter().map(|body| &*body.ty);
        body.chain(operation.parameters.iter().map(|parameter| &*parameter.ty))
    });
    let sent = reached(taken, &parts);
    let answers = operations
        .iter()
        .flat_map(|operation| [&*operation.success, &*operation.error]);
    let read = reached(answers, &parts);
    for ty in types {
        ty.sent = sent.contains(&ty.name);
        ty.read = read.contains(&ty.name);
    }
}

fn reached<'a>(
    from: impl Iterator<Item = &'a str>,
    parts: &BTreeMap<String, Vec<String>>,
) -> BTreeSet<String> {
    let mut open: Vec<String> = from.flat_map(named).map(str::to_owned).collect();
    let mut reached = BTreeSet::new();
    while let Some(name) = open.pop() {
        if reached.insert(name.clone()) {
            open.extend(parts.get(&name).into_iter().flatten().cloned());
        }
    }
    reached
}
