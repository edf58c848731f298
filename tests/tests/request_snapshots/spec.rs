//! Reads `specs/` and the folder of snapshots.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

/// What a spec says of an operation, as far as it matters here.
pub(crate) struct SpecOperation {
    /// It takes no token.
    pub(crate) public: bool,
}

fn folder(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn folders(path: &Path) -> BTreeSet<String> {
    let Ok(entries) = fs::read_dir(path) else {
        return BTreeSet::new();
    };
    let folders = entries
        .map(Result::unwrap)
        .filter(|entry| entry.path().is_dir());
    folders
        .map(|entry| entry.file_name().into_string().unwrap())
        .collect()
}

/// A provider whose requests are sent by a test of its own, as `cargo xtask new` makes it. That one sees to its snapshots.
fn has_own_test(provider: &str) -> bool {
    folder("tests")
        .join(format!("{provider}_requests"))
        .is_dir()
}

/// The operations of each provider that has a spec, by `operationId`. A provider has one file, or one for each domain.
pub(crate) fn providers() -> BTreeMap<String, BTreeMap<String, SpecOperation>> {
    let specs = folder("../specs");
    let here = folders(&specs);
    let here = here.into_iter().filter(|provider| !has_own_test(provider));
    let providers = here.map(|provider| {
        let entries = fs::read_dir(specs.join(&provider)).unwrap();
        let files = entries
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.extension().is_some_and(|end| end == "yaml"));
        let operations = files.flat_map(|file| operations(&file)).collect();
        (provider, operations)
    });
    providers
        .filter(|(_, operations): &(_, BTreeMap<_, _>)| !operations.is_empty())
        .collect()
}

fn operations(file: &Path) -> BTreeMap<String, SpecOperation> {
    let text = fs::read_to_string(file).unwrap();
    // The folder of the linters holds their settings.
    if !text.lines().any(|line| line.starts_with("openapi:")) {
        return BTreeMap::new();
    }
    let spec: Value = serde_saphyr::from_str(&text).unwrap();
    let paths = spec["paths"]
        .as_object()
        .unwrap_or_else(|| panic!("{} has no paths", file.display()));
    let operations = paths
        .values()
        .flat_map(|path| path.as_object().unwrap().values());
    operations
        .filter_map(|operation| {
            let id = operation.get("operationId")?.as_str()?.to_owned();
            let security = operation
                .get("security")
                .or(spec.get("security"))
                .and_then(Value::as_array);
            Some((
                id,
                SpecOperation {
                    public: security.is_none_or(Vec::is_empty),
                },
            ))
        })
        .collect()
}

/// The providers that have snapshots.
pub(crate) fn snapshot_folders() -> BTreeSet<String> {
    let mut folders = folders(&folder("tests/snapshots"));
    folders.retain(|provider| !has_own_test(provider));
    folders
}

/// The requests in a provider's snapshots, by operation, without insta's own head.
pub(crate) fn snapshots(provider: &str) -> BTreeMap<String, String> {
    let Ok(entries) = fs::read_dir(folder("tests/snapshots").join(provider)) else {
        return BTreeMap::new();
    };
    let files = entries
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == "snap"));
    files
        .map(|path| {
            let content = fs::read_to_string(&path).unwrap();
            let (_, request) = content
                .trim_start_matches("---\n")
                .split_once("\n---\n")
                .unwrap();
            (
                path.file_stem().unwrap().to_str().unwrap().to_owned(),
                request.to_owned(),
            )
        })
        .collect()
}
