#![doc = include_str!("../README.md")]

mod about;
mod blame;
mod build_script;
mod certainty;
mod client_header;
mod distinct;
mod domains;
mod error;
mod files;
mod finding;
mod generator;
mod idempotency;
mod key_field;
mod mark;
mod markdown;
mod operation;
mod pipeline;
mod printed;
mod rust;
mod rust_name;
mod signs;
mod spec;
mod texts;

pub use build_script::{build, build_domains};
pub use domains::{Domain, generate_domains};
pub use error::Error;
pub use files::{Bundled, bundle_file, generate_file, read_text};
pub use finding::Finding;
pub use pipeline::passes;

/// A spec, as text.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// What to call the file in messages and in the head of the code.
    pub name: &'a str,
    /// Its content: OpenAPI 3.0 or 3.1 as YAML or JSON.
    pub text: &'a str,
    /// Whether to make the mocks as well.
    pub httpmock: bool,
}

/// The code of a client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Generated {
    /// The client: types, builders and operations, to be included at the root of a crate.
    pub client: String,
    /// Typed mocks for `httpmock`, to be included in a module of that crate.
    pub httpmock: Option<String>,
    /// What of the spec could not be taken as it is written: operations that are left out, and what is typed more loosely.
    /// The documentation of the client says the same.
    pub findings: Vec<Finding>,
}

/// Makes the code of a client. The same text gives the same code, to the byte.
///
/// # Errors
/// The first thing that is wrong with the spec: which file, where, what, and what to do.
pub fn generate(source: &Source<'_>) -> Result<Generated, Error> {
    let code = || {
        let document = spec::read::read(source.text)?;
        let spec = spec::Spec::new(document);
        pipeline::run(spec, None, source.name, source.httpmock)
    };
    code().map_err(|error| error.in_file(source.name))
}
