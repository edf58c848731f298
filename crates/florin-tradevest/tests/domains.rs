//! Each domain is a file and a feature of one name. The build script sees the features that are on, and no others, so a
//! file without one would be left out in silence.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::path::Path;

/// Files that are no domain of their own.
const NO_FEATURES: [&str; 2] = ["authorization", "shared"];

fn folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("specs")
}

/// The names of the specs in a folder, without their ending. Corrections to a spec (`<name>.overlay.yaml`) are none.
fn specs(folder: &Path) -> BTreeSet<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    entries
        .filter_map(|entry| {
            let name = entry.unwrap().file_name().into_string().unwrap();
            let name = name.strip_suffix(".yaml")?;
            (!name.ends_with(".overlay")).then(|| name.to_owned())
        })
        .collect()
}

#[test]
fn each_domain_is_a_file_and_a_feature_of_one_name() {
    let manifest = include_str!("../Cargo.toml");
    let (_, rest) = manifest.split_once("\nall = [").unwrap();
    let (all, _) = rest.split_once(']').unwrap();
    let features: BTreeSet<_> = all
        .split(',')
        .map(|feature| feature.trim().trim_matches('"').to_owned())
        .filter(|feature| !feature.is_empty())
        .collect();
    for feature in &features {
        assert!(
            manifest.contains(&format!("\n{feature} = [")),
            "{feature} is in `all` and no feature"
        );
    }
    let mut files = specs(&folder());
    for name in NO_FEATURES {
        assert!(files.remove(name), "{name}.yaml is missing");
    }
    assert_eq!(files, features);
}

#[test]
fn every_spec_of_the_repository_is_in_the_crate() {
    // Where the files are links, as in the repository. In a package they are the files themselves.
    let file = std::fs::canonicalize(folder().join("shared.yaml")).unwrap();
    assert_eq!(specs(file.parent().unwrap()), specs(&folder()));
}

#[test]
fn the_sandbox_speaks_every_domain() {
    // Beside the crate in the repository, and not in its package.
    let sandbox = Path::new(env!("CARGO_MANIFEST_DIR")).join("../florin-sandbox/specs/tradevest");
    if sandbox.exists() {
        assert_eq!(specs(&sandbox), specs(&folder()));
    }
}
