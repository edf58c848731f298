//! The verb `surface`: prints a provider's public surface, or writes it as the snapshot.

use std::fs;
use std::path::Path;

use clap::Args;

use super::Surface;
use crate::answer::{Answer, Problem};
use crate::command::tell;
use crate::provider::{self, ONLY, Provider};
use crate::spec;
use crate::workspace::Workspace;

/// Print what a user of a provider's client sees: operations with what they take and answer, types with what they hold.
///
/// The client is made at build time, so a pull request shows no code of it. It shows this instead: the surface is kept as
/// `surface.txt` beside the spec, and `cargo xtask check` compares the two.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  cargo xtask surface nemuru             print it
  cargo xtask surface nemuru --accept    write specs/nemuru/surface.txt

Exit codes: 0 fine, 2 wrong usage or input.")]
pub struct Arguments {
    /// The provider, as its folder in `specs` is called.
    provider: String,
    /// Write it to the provider's `surface.txt` instead of printing it.
    #[arg(long)]
    accept: bool,
}

impl Surface {
    /// The surface of the client that is made of a provider's documents.
    ///
    /// # Errors
    /// What is wrong with them.
    pub fn of_provider(provider: &Provider) -> Result<Self, Problem> {
        Self::of_folder(&provider.folder)
    }

    /// The surface of the client that is made of all documents in a folder.
    ///
    /// # Errors
    /// What is wrong with them.
    pub fn of_folder(folder: &Path) -> Result<Self, Problem> {
        let made = Self::of(&spec::client_in(folder)?)?;
        let mut documents = Vec::new();
        for name in provider::documents(folder)? {
            let document = spec::read(&folder.join(format!("{name}.yaml")))?.value;
            documents.push((name, document));
        }
        let documents: Vec<_> = documents
            .iter()
            .map(|(name, d)| (name.as_str(), d))
            .collect();
        Ok(made.with(&documents))
    }

    /// The surface of the client that is made of a document in a file, with those that it refers to.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn of_file(file: &Path) -> Result<Self, Problem> {
        let made = Self::of(&florin_codegen::generate_file(file, false)?)?;
        Ok(made.with(&[(ONLY, &spec::read(file)?.value)]))
    }
}

/// Does it.
///
/// # Errors
/// There is no such provider, its spec can't be used, or the snapshot can't be written.
pub fn run(workspace: &Workspace, arguments: &Arguments) -> Result<Answer, Problem> {
    let provider = workspace.provider(&arguments.provider)?;
    tell(&format!("{}: generating", provider.name));
    let text = Surface::of_provider(&provider)?.to_string();
    if !arguments.accept {
        return Ok(Answer::fine(text));
    }
    let path = provider.surface();
    fs::write(&path, text)
        .map_err(|e| Problem::new(path.display(), e, "see that it can be written"))?;
    let path = path.strip_prefix(workspace.root()).unwrap_or(&path);
    Ok(Answer::fine(format!("{}: written\n", path.display())))
}
