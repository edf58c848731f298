//! Tests of a new provider: every operation sent by its generated client, to a recorder and to the sandbox.
//!
//! They stand in a folder of their own, `tests/tests/<name>_requests`, which Cargo finds by itself, in files of a size that a
//! person reads. Values are made of the spec. What the recorder was sent is kept as `tests/tests/snapshots/<name>/<operation>.snap`;
//! [`record`] writes these, since only the client knows what it sends.

mod document;
mod main_file;
mod record;
mod sent;
mod values;

use std::path::Path;

pub use record::{folder, record, snapshot_name};

use super::plan::{Change, NewProvider};
use super::template::formatted;
use crate::answer::Problem;
use crate::surface::Surface;

/// Lines of operations in one file, about.
const LINES: usize = 260;

/// The tests, but for their snapshots.
///
/// # Errors
/// The client can't be read, or rustfmt isn't there.
pub fn changes(provider: &NewProvider, root: &Path) -> Result<Vec<Change>, Problem> {
    let surface = Surface::of(&provider.made)?;
    let mut files: Vec<(usize, Vec<sent::Sent>)> = Vec::new();
    let here = surface.operations.iter().filter(|operation| operation.server.is_none());
    for operation in here {
        let sent = sent::operation(provider, &surface, operation);
        let lines = sent.code.lines().count() + 2;
        match files.last_mut() {
            Some((known, all)) if *known + lines <= LINES => {
                *known += lines;
                all.push(sent);
            }
            _ => files.push((lines, vec![sent])),
        }
    }
    let test = format!("tests/tests/{}_requests", provider.name);
    let create = |file: &str, code: String| -> Result<Change, Problem> {
        Ok(Change::Create {
            path: format!("{test}/{file}.rs").into(),
            text: formatted(root, &code)?,
        })
    };
    let mut changes = vec![create("main", main_file::text(provider, &surface, files.len()))?];
    for (at, (_, operations)) in files.iter().enumerate() {
        changes.push(create(&module(at), sent::file(provider, operations))?);
    }
    Ok(changes)
}

/// The module of the operations that stand in a file.
fn module(at: usize) -> String {
    format!("operations_{}", at + 1)
}
