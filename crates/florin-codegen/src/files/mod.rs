//! A spec that is split over files: one document of all that the root document leads to.
//!
//! A reference into another file becomes one to a component, since all passes know only those. What such a file says is
//! never copied where it can have a name; a path item and the like, of which `components` has none, is. Files are opened in
//! the folder of the root document alone.

mod bundle;
mod folder;
mod follow;
mod limits;
mod names;
mod splice;
mod tagged;

use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::spec::{Spec, read};
use crate::{Error, Finding, Generated, pipeline};

/// A spec as one document, before any code is made of it: what tools work on.
#[derive(Clone, Debug)]
pub struct Bundled {
    /// The document, with all that the root document leads to in it.
    pub value: Value,
    /// Every file that was read, as the system knows it; the root document is one of them.
    pub files: Vec<PathBuf>,
    /// What was taken in another way than it is written: a key given twice, a reference that leads nowhere.
    pub findings: Vec<Finding>,
}

/// Reads a spec and the files that it refers to, see [`generate_file`], into one document. Nothing is checked but that the
/// files are YAML or JSON: not even that it is a spec.
///
/// # Errors
/// The root document can't be read, or there is more of it than any provider publishes.
pub fn bundle_file(path: &Path) -> Result<Bundled, Error> {
    let name = path.display().to_string();
    let mut folder = folder::Folder::of(path, &name).map_err(|(_, error)| error.in_file(&name))?;
    let document = bundle::bundle(&mut folder).map_err(|error| error.in_file(&name))?;
    let findings = document.findings.into_iter().map(|f| f.in_file(&name));
    Ok(Bundled {
        value: document.value,
        files: folder.read(),
        findings: findings.collect(),
    })
}

/// Reads one text, YAML or JSON, as the root document of a spec is read, and follows no reference: for what refers to
/// another document's parts, such as corrections to it.
///
/// # Errors
/// It is empty, or neither YAML nor JSON.
pub fn read_text(name: &str, text: &str) -> Result<Bundled, Error> {
    let document = read::read(text).map_err(|error| error.in_file(name))?;
    let findings = document.findings.into_iter().map(|f| f.in_file(name));
    Ok(Bundled {
        value: document.value,
        files: Vec::new(),
        findings: findings.collect(),
    })
}

/// Makes the code of a client out of a spec and the files that it refers to.
///
/// They are read from the folder that the file is in (the file itself, where `path` is a link to it), and from the folders
/// inside of that one, YAML or JSON. What is anywhere else is never opened, by whatever path, link or URL it is referred
/// to: it is told, and a looser type is in its place. In messages, the files are called as `path` calls the first.
///
/// # Errors
/// The first thing that is wrong with the spec: which file, where, what, and what to do.
pub fn generate_file(path: &Path, httpmock: bool) -> Result<Generated, Error> {
    let (_, made) = made(path, &path.display().to_string(), httpmock);
    made
}

/// The files that were read, also where nothing could be made of them, and what could.
pub(crate) fn made(
    path: &Path,
    name: &str,
    httpmock: bool,
) -> (Vec<PathBuf>, Result<Generated, Error>) {
    let mut folder = match folder::Folder::of(path, name) {
        Ok(folder) => folder,
        Err((read, error)) => return (read, Err(error.in_file(name))),
    };
    let made = bundle::bundle(&mut folder)
        .and_then(|document| pipeline::run(Spec::new(document), None, name, httpmock));
    (folder.read(), made.map_err(|error| error.in_file(name)))
}
