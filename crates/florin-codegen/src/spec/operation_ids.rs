//! Every operation has an id of which one method, one builder and one constant can be made.
//!
//! An id that is missing, or of which no name can be made, is made of the method and the path. Of several operations whose
//! ids become one name, one keeps it: the one that is spelled exactly like the name, else the first by path and method, in
//! the order of their bytes; the others get their own method and path behind it. So no id depends on what stands where in
//! the file, and another operation changes one only where it takes its name. The documentation says under which id the
//! spec has an operation whose id is another one here.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{Object, Spec, text};
use crate::error::Error;
use crate::rust_name;

/// Methods of the generated client that aren't operations.
const OWN_METHODS: [&str; 2] = ["new", "session"];

/// What the module of the builders calls by its bare name, or has its methods from.
const OWN_BUILDERS: [&str; 12] = [
    "Error", "From", "Into", "Option", "Response", "Result", "String", "ToString", "TryFrom",
    "TryInto", "ToOwned", "Future",
];

/// An operation and what it is to be called.
struct Named {
    path: String,
    method: &'static str,
    /// The name by itself, without regard to others.
    wanted: String,
    /// The spec itself calls it so.
    is_given: bool,
    is_exact: bool,
}

/// Runs the pass.
pub(crate) fn run(spec: &mut Spec) -> Result<(), Error> {
    let named = spec.operations().map(|operation| {
        let (path, method) = (operation.path, operation.method);
        let id = operation.id().filter(|id| is_usable(id));
        let wanted = id.map_or_else(|| made(method, path), rust_name::of_method);
        Named {
            is_given: id.is_some(),
            is_exact: id == Some(wanted.as_str()),
            path: path.to_owned(),
            method,
            wanted,
        }
    });
    let mut named: Vec<_> = named.collect();
    named.sort_by(|a, b| {
        let rank = |n: &Named| (!n.is_given, !n.is_exact);
        (rank(a), &a.path, a.method).cmp(&(rank(b), &b.path, b.method))
    });
    let mut taken = Taken::default();
    // First those that keep their id as it is, then those that have to give way to them.
    let (keeping, giving_way): (Vec<_>, Vec<_>) =
        named.into_iter().partition(|n| taken.take(&n.wanted));
    for operation in keeping {
        let id = operation.wanted.clone();
        set(spec, &operation, &id, false);
    }
    for operation in giving_way {
        let behind = made(operation.method, &operation.path);
        let suffixed = match is_own(&operation.wanted) {
            true => format!("{}_operation", operation.wanted),
            false if operation.is_given => format!("{}_{behind}", operation.wanted),
            false => behind.clone(),
        };
        let more = std::iter::once(format!("{suffixed}_{behind}"));
        let more = more.chain((2..).map(|n| format!("{suffixed}_{n}")));
        let mut all = std::iter::once(suffixed.clone()).chain(more);
        let id = all.find(|id| taken.take(id)).unwrap_or(suffixed);
        set(spec, &operation, &id, true);
    }
    Ok(())
}

/// The names that are given away, in each of the three ways in which they are spelled.
#[derive(Default)]
struct Taken(BTreeSet<String>);

impl Taken {
    fn take(&mut self, id: &str) -> bool {
        let names = [rust_name::of_method(id), rust_name::of_builder(id)];
        let is_free = !is_own(id) && !names.iter().any(|name| self.0.contains(name));
        if is_free {
            self.0.extend(names);
        }
        is_free
    }
}

fn is_own(id: &str) -> bool {
    OWN_METHODS.contains(&rust_name::of_method(id).as_str())
        || OWN_BUILDERS.contains(&rust_name::of_builder(id).as_str())
}

fn is_usable(id: &str) -> bool {
    id.contains(char::is_alphanumeric)
}

/// `get /v1/loans/{id}/payments` is `get_v1_loans_by_id_payments`.
fn made(method: &str, path: &str) -> String {
    let mut words = vec![method.to_owned()];
    for piece in path.split('{').enumerate() {
        match (piece, piece.1.split_once('}')) {
            ((0, text), _) | ((_, text), None) => words.push(text.to_owned()),
            (_, Some((name, text))) => words.extend(["by".into(), name.into(), text.into()]),
        }
    }
    let has_word = words[1..].iter().any(|word| is_usable(word));
    if !has_word {
        words.push("root".into());
    }
    rust_name::of_method(&words.join("-"))
}

/// Gives an operation its id. One that the spec has itself stays as it is spelled, since its spelling is in no name.
fn set(spec: &mut Spec, named: &Named, id: &str, is_changed: bool) {
    let operation = spec.root.get_mut("paths").and_then(|paths| {
        paths
            .get_mut(&named.path)?
            .get_mut(named.method)?
            .as_object_mut()
    });
    let Some(operation) = operation.filter(|_| is_changed || !named.is_given) else {
        return;
    };
    let known = text(operation, "operationId")
        .unwrap_or_default()
        .to_owned();
    operation.insert("operationId".into(), id.into());
    if named.is_given && is_changed {
        let words = format!("The spec calls it `{}`.", known.replace('`', "'"));
        append(operation, &words);
    }
}

fn append(operation: &mut Object, words: &str) {
    let said = text(operation, "description").unwrap_or_default();
    let whole = match said.trim_end() {
        "" => words.to_owned(),
        said => format!("{said}\n\n{words}"),
    };
    operation.insert("description".into(), Value::from(whole));
}

#[cfg(test)]
mod tests {
    use super::made;

    #[test]
    fn an_id_is_made_of_method_and_path() {
        for (method, path, id) in [
            (
                "get",
                "/v1/loans/{loan_id}/payments",
                "get_v1_loans_by_loan_id_payments",
            ),
            ("post", "/", "post_root"),
            ("get", "/{id}", "get_by_id"),
            ("put", "/a/{b}.json", "put_a_by_b_json"),
            ("post", "/pay#confirm", "post_pay_confirm"),
        ] {
            assert_eq!(made(method, path), id);
        }
    }
}
