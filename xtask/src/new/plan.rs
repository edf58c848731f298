//! What is known of a provider before anything is written: what each part of `new` makes its files of.

use std::collections::BTreeMap;

use florin_codegen::Generated;
use serde_json::Value;

pub use super::auth::{Auth, KeyPlace, Scheme};
pub use super::change::{Change, carry_out, undo};
use crate::surface::Surface;

/// A provider that the workspace is about to have.
#[derive(Clone, Debug)]
pub struct NewProvider {
    /// What the folder in `specs`, the feature and the module are called, and the crate behind `florin-`: `nemuru`.
    pub name: String,
    /// The name in the names of Rust types: `Nemuru`.
    pub type_name: String,
    /// What people call it: `Nemuru`. Fit to stand in a sentence, a comment, a Rust or TOML text.
    pub title: String,
    /// What its environment variables begin with: `NEMURU`.
    pub env: String,
    /// The document that the crate is built from, with the overlay in it.
    pub document: Value,
    /// The client that is made of it.
    pub made: Generated,
    /// What a user of that client sees.
    pub surface: Surface,
    /// How requests say who sends them.
    pub auth: Auth,
    /// Where the API lives, as the document says: what a client can send to; may be empty.
    pub servers: Vec<Server>,
}

impl NewProvider {
    /// The name of its crate as Rust code writes it: `florin_nemuru`.
    #[must_use]
    pub fn library(&self) -> String {
        format!("florin_{}", self.name)
    }

    /// The name of its crate in manifests: `florin-nemuru`.
    #[must_use]
    pub fn package(&self) -> String {
        format!("florin-{}", self.name)
    }

    /// Hosts beside that of the API, by the name that a session knows each by, with the operations that live there.
    #[must_use]
    pub fn hosts(&self) -> BTreeMap<&str, Vec<&str>> {
        let mut hosts: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for operation in &self.surface.operations {
            if let Some(server) = &operation.server {
                hosts.entry(server).or_default().push(&operation.id);
            }
        }
        hosts
    }

    /// The environment variables that its facade reads: first where to send to, then who sends.
    #[must_use]
    pub fn variables(&self) -> Vec<String> {
        let mut ends = vec!["API_URL"];
        if matches!(self.auth.used, Scheme::ClientCredentials { .. }) {
            ends.push("TOKEN_URL");
        }
        ends.extend(self.auth.used.parts().iter().map(|part| part.variable));
        ends.iter()
            .map(|end| format!("{}_{end}", self.env))
            .collect()
    }
}

/// A place where the API lives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Server {
    /// The variant of `Environment` that names it: `Production`, `Sandbox`.
    pub variant: String,
    /// What paths are appended to, without a slash at its end.
    pub url: String,
    /// What the document says of it; may be empty.
    pub description: String,
}
