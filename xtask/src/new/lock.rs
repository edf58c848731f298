//! A package of the workspace in `Cargo.lock`, written as cargo writes it: so nothing has to be resolved, and no version of
//! anything else moves.

use std::path::Path;

use super::splice::unfit;
use crate::answer::Problem;

/// The file.
pub(super) const FILE: &str = "Cargo.lock";

/// The file with the package in it, and with it among what its users depend on.
///
/// # Errors
/// It is there already, or a user of it isn't.
pub(super) fn with(
    file: &str,
    package: &str,
    dependencies: &[String],
    users: &[String],
) -> Result<String, Problem> {
    let path = Path::new(FILE);
    let version = version(file, "florin-core")
        .ok_or_else(|| unfit(path, "florin-core", "isn't in it with a version"))?;
    let mut blocks: Vec<String> = file.split("\n\n").map(str::to_owned).collect();
    if blocks.iter().any(|block| is_of(block, package)) {
        return Err(unfit(path, package, "is in it already"));
    }
    for user in users {
        let block = blocks.iter_mut().find(|block| is_of(block, user));
        let block = block.ok_or_else(|| unfit(path, user, "isn't in it"))?;
        let line = format!(" \"{package}\",");
        let mut lines: Vec<&str> = block.lines().collect();
        let at = lines.iter().position(|known| {
            *known == "]" || (known.starts_with(" \"") && *known > line.as_str())
        });
        let at = at.ok_or_else(|| unfit(path, user, "depends on nothing in it"))?;
        lines.insert(at, &line);
        *block = lines.join("\n");
    }
    let mut sorted = dependencies.to_vec();
    sorted.sort();
    let listed: String = sorted
        .iter()
        .map(|name| format!(" \"{name}\",\n"))
        .collect();
    let new = format!(
        "[[package]]\nname = \"{package}\"\nversion = \"{version}\"\ndependencies = [\n{listed}]"
    );
    let name = |block: &str| named(block).map(str::to_owned);
    let after = |block: &String| name(block).is_some_and(|known| known.as_str() > package);
    let at = blocks.iter().position(after);
    let ends = file.ends_with('\n');
    match at {
        Some(at) => blocks.insert(at, new),
        None => {
            if let Some(last) = blocks.last_mut() {
                let trimmed = last.trim_end().len();
                last.truncate(trimmed);
            }
            blocks.push(if ends { format!("{new}\n") } else { new });
        }
    }
    Ok(blocks.join("\n\n"))
}

/// The file without the package, and without it among what others depend on.
pub(super) fn without(file: &str, package: &str) -> String {
    let ends = file.ends_with('\n');
    let blocks = file.split("\n\n").filter(|block| !is_of(block, package));
    let line = format!(" \"{package}\",");
    let blocks: Vec<String> = blocks
        .map(|block| {
            let lines = block.lines().filter(|known| *known != line);
            lines.collect::<Vec<_>>().join("\n")
        })
        .collect();
    let text = blocks.join("\n\n");
    if ends { format!("{text}\n") } else { text }
}

/// The package that a block is of.
fn named(block: &str) -> Option<&str> {
    let mut lines = block.trim_start().lines();
    if lines.next() != Some("[[package]]") {
        return None;
    }
    lines.next()?.strip_prefix("name = \"")?.strip_suffix('"')
}

fn is_of(block: &str, package: &str) -> bool {
    named(block) == Some(package)
}

fn version(file: &str, package: &str) -> Option<String> {
    let block = file.split("\n\n").find(|block| is_of(block, package))?;
    let line = block
        .lines()
        .find_map(|line| line.strip_prefix("version = \""))?;
    Some(line.strip_suffix('"')?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = "# By cargo.\nversion = 4\n\n[[package]]\nname = \"florin\"\nversion = \"0.1.0\"\ndependencies = [\n \"bytes\",\n \"florin-core\",\n]\n\n[[package]]\nname = \"florin-core\"\nversion = \"0.1.0\"\n\n[[package]]\nname = \"zip\"\nversion = \"1.0.0\"\n";

    #[test]
    fn a_package_comes_and_goes_without_a_trace() {
        let users = ["florin".to_owned()];
        let dependencies = ["serde".to_owned(), "florin-core".to_owned()];
        for (name, last) in [("florin-acme", false), ("zzz", true)] {
            let with = with(LOCK, name, &dependencies, &users).unwrap();
            assert!(with.contains(&format!(
                "\n\n[[package]]\nname = \"{name}\"\nversion = \"0.1.0\"\ndependencies = [\n \"florin-core\",\n \"serde\",\n]\n"
            )));
            assert_eq!(with.ends_with("]\n"), last);
            assert_eq!(without(&with, name), LOCK);
        }
        let with = with(LOCK, "florin-acme", &dependencies, &users).unwrap();
        assert!(with.contains(" \"bytes\",\n \"florin-acme\",\n \"florin-core\",\n]"));
    }

    #[test]
    fn a_package_that_is_there_is_not_added_again() {
        assert!(with(LOCK, "zip", &[], &[]).is_err());
        assert!(with(LOCK, "acme", &[], &["nobody".to_owned()]).is_err());
    }
}
