//! Of which operations the request is kept: the files of `tests/tests/snapshots/<provider>`.
//!
//! That what is in them is really sent is what the tests in `tests/tests/request_snapshots` see to; insta writes a file under the
//! name of the operation that was sent, as the client itself names it.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// The snapshots of a provider.
#[derive(Clone, Debug, Default)]
pub struct Snapshots(BTreeSet<String>);

impl Snapshots {
    /// Of a provider; none where it has no folder.
    #[must_use]
    pub fn of(root: &Path, provider: &str) -> Self {
        let folder = root.join("tests/tests/snapshots").join(provider);
        let entries = fs::read_dir(folder).into_iter().flatten().flatten();
        let names = entries.filter_map(|entry| {
            let name = entry.file_name().into_string().ok()?;
            Some(name.strip_suffix(".snap")?.to_owned())
        });
        Self(names.collect())
    }

    /// Whether there is one of an operation.
    #[must_use]
    pub fn has(&self, operation: &str) -> bool {
        self.0.contains(&Self::name(operation))
    }

    /// What the snapshot of an operation is called: as the operation, which insta keeps out of other folders.
    #[must_use]
    pub fn name(operation: &str) -> String {
        operation.replace(['/', '\\'], "__")
    }

    /// All of them.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }
}
