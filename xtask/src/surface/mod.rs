//! The public surface of a generated client: what a user of it sees, and nothing of how it is made.
//!
//! A client is made at build time, so a pull request that changes a spec shows no code. Its surface is what can be reviewed
//! instead: read from the generated Rust, not from the spec, it has what the generator makes of the spec, names and all. What
//! breaks a user's build changes it. What doesn't reach a user (order in the file, titles, examples) doesn't.
//!
//! Beside the code, the documents are asked for what the code doesn't know: the servers, who authorises a request, and which
//! cargo feature an operation is in.
//!
//! Left out are the order of fields, alternatives and values, since no build depends on it (`Ord` of a list of values
//! does: it goes by the spec's order), and what every client has, such as `Client::new`.
//!
//! Two surfaces are compared by `cargo xtask diff`.

mod choice;
mod facts;
mod head;
mod list;
mod model;
mod operations;
mod reach;
mod said_by_macro;
mod sent;
mod spelled;
mod syntax;
mod text;
mod told;
mod types;
mod usual;
pub mod verb;

use florin_codegen::Generated;
use serde::Serialize;

pub(crate) use head::said as wanted;
pub use head::{Head, Scheme, Wants};
pub use model::{
    Alternative, Body, ClientHeader, Field, Kind, Operation, Parameter, Provenance, Retry, Type,
    Value,
};
pub(crate) use spelled::named;
pub(crate) use text::{provenance, retry};
pub(crate) use usual::traits as usual_traits;

use crate::answer::Problem;

/// What a user of a client sees.
///
/// `Display` is the snapshot that is kept beside the spec.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Surface {
    /// What holds for all of it. A client's code doesn't know it; it comes with [`Surface::with`].
    pub head: Head,
    /// The client's methods, by name.
    pub operations: Vec<Operation>,
    /// The types of its module `types`, by name.
    pub types: Vec<Type>,
    /// What of the spec could not be taken as it is written.
    pub findings: Vec<String>,
}

impl Surface {
    /// Reads the surface of a client from its code.
    ///
    /// # Errors
    /// The code has something that a surface has no place for. The generator has changed, and this has to follow.
    pub fn of(made: &Generated) -> Result<Self, Problem> {
        let file = syn::parse_file(&made.client)
            .map_err(|e| syntax::unknown(&format!("what is no Rust: {e}")))?;
        let mut operations = operations::read(&file)?;
        let mut types = types::read(&file)?;
        reach::mark(&operations, &mut types);
        operations
            .iter_mut()
            .filter_map(|operation| operation.body.as_mut())
            .for_each(|body| {
                // One that starts as an empty builder is wanted where the builder wants something.
                body.required |=
                    body.builder && named(&body.ty).any(|name| wants_something(&types, name));
            });
        let mut findings: Vec<_> = made
            .findings
            .iter()
            .map(|found| finding(&found.to_string()))
            .collect();
        findings.sort();
        Ok(Self {
            head: Head::default(),
            operations,
            types,
            findings,
        })
    }

    /// The type of a name.
    #[must_use]
    pub fn ty(&self, name: &str) -> Option<&Type> {
        self.types.iter().find(|ty| ty.name == name)
    }
}

impl Type {
    /// The spec's types that it is made of, by name.
    pub fn parts(&self) -> impl Iterator<Item = &str> {
        let spelled: Vec<&str> = match &self.kind {
            Kind::Struct { fields } => fields.iter().map(|field| &*field.ty).collect(),
            Kind::Wrapper { inner } => vec![inner],
            Kind::Choice { alternatives, .. } => alternatives
                .iter()
                .flat_map(|a| a.holds.iter().map(String::as_str))
                .collect(),
            Kind::Text { .. } | Kind::List { .. } => Vec::new(),
        };
        spelled.into_iter().flat_map(named)
    }
}

fn wants_something(types: &[Type], name: &str) -> bool {
    types.iter().any(|ty| match &ty.kind {
        Kind::Struct { fields } => ty.name == name && fields.iter().any(|field| field.required),
        _ => false,
    })
}

/// A finding without what is another one in another folder or another order: the file, and places in lists.
fn finding(text: &str) -> String {
    let text = text
        .find(": #/")
        .and_then(|at| text.get(at + 2..))
        .unwrap_or(text);
    let (place, said) = text.split_once(": ").unwrap_or(("", text));
    let mut before = "";
    let place = place.split('/').map(|part| {
        let is_place = part.parse::<usize>().is_ok() && LISTS.contains(&before);
        before = part;
        if is_place { "*" } else { part }
    });
    format!("{}: {said}", place.collect::<Vec<_>>().join("/"))
}

/// What holds a list.
const LISTS: &[&str] = &[
    "parameters",
    "oneOf",
    "anyOf",
    "allOf",
    "prefixItems",
    "enum",
    "required",
    "servers",
    "security",
    "tags",
    "examples",
];

#[cfg(test)]
mod tests {
    #[test]
    fn a_finding_is_the_same_wherever_the_file_is_and_however_it_is_ordered() {
        for (text, expected) in [
            (
                "/tmp/a.yaml: #/paths/~1a/get/parameters/22/schema: odd; so: so",
                "#/paths/~1a/get/parameters/*/schema: odd; so: so",
            ),
            (
                "#/paths/~1a/get/responses/200: odd",
                "#/paths/~1a/get/responses/200: odd",
            ),
        ] {
            assert_eq!(super::finding(text), expected);
        }
    }
}
