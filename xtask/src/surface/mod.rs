//! The public surface of a generated client: what a user of it sees, and nothing of how it is made.
//!
//! A client is made at build time, so a pull request that changes a spec shows no code. Its surface is what can be reviewed
//! instead: read from the generated Rust, not from the spec, it has what the generator makes of the spec, names and all. What
//! breaks a user's build changes it. What doesn't reach a user (order in the file, titles, examples) doesn't.
//!
//! Left out are the order of fields, alternatives and values, since no build depends on it (`Ord` of a list of values
//! does: it goes by the spec's order), and what every client has, such as `Client::new`.
//!
//! Two surfaces are compared by [`diff`](crate::diff).

mod choice;
mod facts;
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

use florin_codegen::Generated;
use serde::Serialize;

pub use model::{
    Alternative, Body, ClientHeader, Field, Kind, Operation, Parameter, Provenance, Retry, Type,
    Value,
};
pub(crate) use spelled::named;

use crate::answer::Problem;

/// What a user of a client sees.
///
/// `Display` is the snapshot that is kept beside the spec.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Surface {
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
        let operations = operations::read(&file)?;
        let mut types = types::read(&file)?;
        reach::mark(&operations, &mut types);
        let mut findings: Vec<_> = made
            .findings
            .iter()
            .map(|finding| {
                // The file has another name in another place.
                let text = finding.to_string();
                match text.find(": #/") {
                    Some(at) => text.get(at + 2..).unwrap_or_default().to_owned(),
                    None => text,
                }
            })
            .collect();
        findings.sort();
        Ok(Self {
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
