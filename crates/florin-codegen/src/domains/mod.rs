//! An API whose spec is one file per domain: one client of those that are enabled.
//!
//! `shared.yaml` says what the API is called and has the components that several domains need; every other file is a domain
//! of its own. All files are read, also those that aren't enabled: whether a type is sent or read, and so how strict it is,
//! is decided by all of its uses, or a type would have other fields with another set of features. What isn't enabled is
//! left out just before code is made.

mod clash;
mod kept;
mod merge;
mod origins;
mod references;

pub(crate) use origins::Origins;

use crate::spec::Spec;
use crate::{Error, Generated, pipeline};

/// The file that the others may refer to.
pub(crate) const SHARED: &str = "shared.yaml";

/// One file of an API that is written down domain by domain.
#[derive(Clone, Copy, Debug)]
pub struct Domain<'a> {
    /// What to call the file in messages. The part behind the last slash is its name: `shared.yaml` is the one that others
    /// may refer to.
    pub name: &'a str,
    /// Its content: OpenAPI 3.0 as YAML or JSON.
    pub text: &'a str,
    /// Whether the client has its operations and types. `shared.yaml` gives what the others need, and this isn't asked.
    pub enabled: bool,
}

impl Domain<'_> {
    fn file(&self) -> &str {
        self.name.rsplit(['/', '\\']).next().unwrap_or(self.name)
    }

    fn is_shared(&self) -> bool {
        self.file() == SHARED
    }
}

/// Makes the code of one client of several files. `name` is what to call all of them together, such as their folder.
///
/// Types are called the same and have the same fields whichever domains are enabled. The order of the files makes no
/// difference.
///
/// # Errors
/// The first thing that is wrong with one of the files, enabled or not, or with two of them together: which file, where,
/// what, and what to do.
pub fn generate_domains(
    name: &str,
    files: &[Domain<'_>],
    httpmock: bool,
) -> Result<Generated, Error> {
    let mut files = files.to_vec();
    files.sort_by(|a, b| (!a.is_shared(), a.file()).cmp(&(!b.is_shared(), b.file())));
    let (document, origins) = merge::merge(name, &files)?;
    let mut made = pipeline::run(Spec::new(document), Some(&origins), name, httpmock)
        .map_err(|error| origins.in_its_file(error))?;
    for finding in &mut made.findings {
        let file = origins.file_of(finding.place()).to_owned();
        *finding = finding.clone().in_file(&file);
    }
    Ok(made)
}
