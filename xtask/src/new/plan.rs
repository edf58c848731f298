//! What is known of a provider before anything is written: what each part of `new` makes its files of.

use florin_codegen::Generated;
use serde_json::Value;

pub use super::auth::{Auth, KeyPlace, Scheme};
pub use super::change::{Change, carry_out, undo};

/// A provider that the workspace is about to have.
#[derive(Clone, Debug)]
pub struct NewProvider {
    /// What the folder in `specs`, the feature and the module are called, and the crate behind `florin-`: `nemuru`.
    pub name: String,
    /// The name in the names of Rust types: `Nemuru`.
    pub type_name: String,
    /// What people call it: `Nemuru`, or what `--title` says. One line of any characters.
    pub title: String,
    /// What its environment variables begin with: `NEMURU`.
    pub env: String,
    /// The document that the crate is built from, with the overlay in it.
    pub document: Value,
    /// The client that is made of it.
    pub made: Generated,
    /// How requests say who sends them.
    pub auth: Auth,
    /// Where the API lives, as the document says. Absolute URLs alone, without variables; may be empty.
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
