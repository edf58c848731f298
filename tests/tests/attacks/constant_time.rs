//! Timing: a secret that is compared with what a stranger brought is compared by `subtle`, wherever that is done.
//!
//! How long a comparison takes can't be tested reliably; what it is written with can.

use std::fs;
use std::path::{Path, PathBuf};

const SRC: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../crates/florin/src");

/// Where strangers bring something that has to be a secret.
const DOORS: [&str; 4] = ["webhook", "oauth", "nemuru", "tradevest/webhooks"];

/// Comparisons of secrets that no stranger can try: both sides are ours.
const OWN: [&str; 1] = [
    // A grant's own token with the one that the cache hands back.
    "token.access().expose() == own.access().expose()",
];

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() && name != "tests" {
            sources(&path, found);
        } else if name.ends_with(".rs") {
            found.push(path);
        }
    }
}

#[test]
fn no_secret_is_compared_by_what_stops_at_the_first_difference() {
    let mut files = Vec::new();
    for door in DOORS {
        sources(&Path::new(SRC).join(door), &mut files);
    }
    assert!(files.len() > 50, "{}", files.len());
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        let code = text.split("#[cfg(test)]").next().unwrap();
        for (at, line) in code.lines().enumerate() {
            let is_compared = [
                " == ",
                " != ",
                ".eq(",
                ".ne(",
                "starts_with(",
                "ends_with(",
                ".cmp(",
            ]
            .iter()
            .any(|sign| line.contains(sign));
            let is_own = OWN.iter().any(|own| line.contains(own));
            // `value.trim() != value` looks at one value alone, when it is configured.
            let is_trimmed = line.contains(".trim() ");
            let is_secret = line.contains("expose()") || line.contains("secret");
            assert!(
                !(is_secret && is_compared) || is_own || is_trimmed,
                "{}:{}: {line}",
                file.display(),
                at + 1
            );
        }
    }
}

#[test]
fn the_doors_compare_with_subtle() {
    for (file, what) in [
        ("webhook/header_set.rs", "ours.ct_eq(theirs)"),
        ("oauth/pending.rs", "ct_eq(state.as_bytes())"),
    ] {
        let text = fs::read_to_string(Path::new(SRC).join(file)).unwrap();
        let code = text.split("#[cfg(test)]").next().unwrap();
        assert!(
            code.contains("use subtle::") && code.contains(what),
            "{file}"
        );
    }
}
