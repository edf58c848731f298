//! What a new provider is called: names that can't be had, and texts of a document that become prose of ours.

use std::fs;

use crate::answer::Problem;
use crate::workspace::Workspace;

/// Names that mean something else to Rust, to cargo or to this workspace, and that no file says.
const TAKEN: [&str; 14] = [
    "all", "alloc", "base", "bench", "core", "default", "florin", "gen", "macros", "proc", "specs",
    "std", "test", "tests",
];

/// Refuses what can't be the name of a provider.
///
/// # Errors
/// What is wrong with the name.
pub(super) fn check(workspace: &Workspace, name: &str) -> Result<(), Problem> {
    let wrong = |wrong: &str| Err(Problem::new(name, wrong, "choose another name"));
    let mut letters = name.chars();
    let is_name = letters
        .next()
        .is_some_and(|first| first.is_ascii_lowercase())
        && letters.all(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
    if !is_name || name.len() > 32 {
        return wrong(
            "it is no name of a provider: a lower case letter, and letters and digits behind it, up to 32",
        );
    }
    if syn::parse_str::<syn::Ident>(name).is_err() || TAKEN.contains(&name) {
        return wrong("the name means something else in Rust, or here");
    }
    let root = workspace.root();
    for taken in [
        format!("specs/{name}"),
        format!("crates/florin-{name}"),
        format!("crates/florin/src/{name}"),
        format!("crates/florin/src/{name}.rs"),
        format!("crates/florin/src/testing/{name}.rs"),
        format!("crates/florin-sandbox/src/{name}"),
        format!("crates/florin-sandbox/src/{name}.rs"),
    ] {
        if root.join(&taken).exists() {
            return wrong(&format!("there is `{taken}` already"));
        }
    }
    let read = |path: &str| fs::read_to_string(root.join(path)).unwrap_or_default();
    let manifest = read("crates/florin/Cargo.toml");
    let begins = |line: &str| {
        let rest = line.strip_prefix(name);
        rest.is_some_and(|rest| rest.starts_with([' ', '.', '=']))
    };
    if manifest.lines().any(begins) {
        return wrong("the crate `florin` has a feature or a dependency of that name");
    }
    if read("crates/florin/src/testing/recorder.rs").contains(&format!("fn {name}(")) {
        return wrong("the recorder has a method of that name");
    }
    Ok(())
}

/// The name with a capital letter, as in names of types.
pub(super) fn type_name(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

/// A name of somebody else's as it may stand in a piece of code in a comment of ours: `get_loan`.
pub(super) fn word(text: &str) -> String {
    let kept = |c: char| c.is_alphanumeric() || "_-./".contains(c);
    let plain = text.chars().map(|c| if kept(c) { c } else { ' ' });
    let plain: String = plain.take(80).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text of somebody else's as it may stand in a sentence, a comment, a Rust or TOML text of ours: letters, digits, and signs
/// that mean nothing to any of them; on one line, and not too long. May be empty.
pub(super) fn prose(text: &str) -> String {
    let kept = |c: char| c.is_alphanumeric() || ".,-+&'()".contains(c);
    let spaced: String = text
        .chars()
        .map(|c| if kept(c) { c } else { ' ' })
        .collect();
    let mut short = String::new();
    for word in spaced.split_whitespace() {
        if short.chars().count() + word.chars().count() >= 80 {
            break;
        }
        if !short.is_empty() {
            short.push(' ');
        }
        short.push_str(word);
    }
    short.trim_end_matches([',', '-', '+', '&', '.']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_a_foreign_text_means_anything_to_rust_or_markdown() {
        assert_eq!(
            prose("Acme \"<b>*Lending*</b>\"\n*/ \u{202e}API."),
            "Acme b Lending b API"
        );
        assert_eq!(prose("{{name}} [x](http://y) `z` \\"), "name x (http y) z");
        assert_eq!(prose("\u{1F600}"), "");
        assert!(prose(&"long ".repeat(100)).len() <= 80);
        assert_eq!(prose("Rück & Söhne, v2"), "Rück & Söhne, v2");
    }

    #[test]
    fn a_name_that_is_taken_or_no_name_is_refused() {
        let root = tempfile::tempdir().unwrap();
        fs::write(root.path().join("Cargo.toml"), "").unwrap();
        fs::create_dir_all(root.path().join("specs/nemuru")).unwrap();
        fs::create_dir_all(root.path().join("crates/florin")).unwrap();
        let manifest = "[features]\naxum = []\n[dependencies]\nserde.workspace = true\n";
        fs::write(root.path().join("crates/florin/Cargo.toml"), manifest).unwrap();
        let workspace = Workspace::at(root.path()).unwrap();
        for name in [
            "", "Acme", "a-b", "a_b", "1a", "type", "gen", "bench", "core", "nemuru", "axum",
            "serde", "../x", "é",
        ] {
            assert!(check(&workspace, name).is_err(), "{name}");
        }
        for name in ["acme", "a1", "axu", "serd"] {
            check(&workspace, name).unwrap();
        }
    }
}
