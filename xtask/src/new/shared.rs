//! The lines that a provider has in files of the whole workspace: manifests, the lock, what may import what, modules.
//!
//! Each goes to its place in the alphabet, so that providers which are added in any order end in the same files.

use std::fs;
use std::path::Path;

use super::facade;
use super::plan::{Change, NewProvider};
use crate::answer::Problem;

/// What is put into them.
///
/// # Errors
/// A file isn't as it was when this was written: which, and what is missed.
pub(super) fn changes(provider: &NewProvider, root: &Path) -> Result<Vec<Change>, Problem> {
    let (name, package) = (&provider.name, provider.package());
    let item = |path: &str, list: &str, item: String| Change::Item {
        path: path.into(),
        list: list.to_owned(),
        item,
    };
    let among = |path: &str, place: Place<'_>, key: &str, text: String| {
        let file = fs::read_to_string(root.join(path))
            .map_err(|e| Problem::new(path, e, "see that the workspace is whole"))?;
        let before = place.before(&file, key).ok_or_else(|| {
            let wrong = format!("no line of it begins with `{}`", place.begins);
            Problem::new(path, wrong, "see what became of the file")
        })?;
        Ok::<_, Problem>(Change::Lines {
            path: path.into(),
            text,
            before,
        })
    };
    let mut features = facade::features(provider);
    let dependency = format!("dep:{package}");
    features.push(&dependency);
    features.sort_unstable();
    let features: Vec<String> = features.iter().map(|one| format!("\"{one}\"")).collect();
    let module = |begins| Place {
        begins,
        ends: ";",
        until: None,
    };
    Ok(vec![
        among(
            "Cargo.toml",
            Place {
                begins: "florin-",
                ends: " = {",
                until: None,
            },
            name,
            format!("{package} = {{ path = \"crates/{package}\", version = \"0.1.0\" }}\n"),
        )?,
        among(
            "crates/florin/Cargo.toml",
            Place {
                begins: "",
                ends: " = [",
                until: Some("# Extractors for callbacks"),
            },
            name,
            format!("{name} = [{}]\n", features.join(", ")),
        )?,
        among(
            "crates/florin/Cargo.toml",
            Place {
                begins: "florin-",
                ends: " = { workspace = true, optional = true }",
                until: None,
            },
            name,
            format!("{package} = {{ workspace = true, optional = true }}\n"),
        )?,
        among(
            "crates/florin/src/lib.rs",
            module("mod "),
            name,
            format!("#[cfg(feature = \"{name}\")]\npub mod {name};\n"),
        )?,
        among(
            "crates/florin/src/testing/mod.rs",
            module("mod "),
            name,
            format!("#[cfg(feature = \"{name}\")]\nmod {name};\n"),
        )?,
        among(
            "crates/florin/README.md",
            Place {
                begins: "| `",
                ends: "` |",
                until: Some("| `axum` |"),
            },
            name,
            format!(
                "| `{name}` | {}: every operation of its document |\n",
                provider.title
            ),
        )?,
        item(
            "tests/Cargo.toml",
            "florin = { workspace = true, features = [",
            format!("\"{name}\""),
        ),
        item(
            "deny.toml",
            "    { crate = \"florin-codegen\", wrappers = [",
            format!("\"{package}\""),
        ),
        item(
            "deny.toml",
            "    { crate = \"florin-core\", wrappers = [",
            format!("\"{package}\""),
        ),
        among(
            "deny.toml",
            Place {
                begins: "    { crate = \"florin-",
                ends: "\", wrappers = [\"florin\"",
                until: None,
            },
            name,
            format!(
                "    {{ crate = \"{package}\", wrappers = [\"florin\"], reason = \"a provider crate never names another\" }},\n"
            ),
        )?,
        Change::Locked {
            package,
            dependencies: [
                "florin-codegen",
                "florin-core",
                "httpmock",
                "regex",
                "serde",
                "serde_json",
            ]
            .map(str::to_owned)
            .to_vec(),
            users: vec!["florin".to_owned()],
        },
    ])
}

/// Lines of a file that stand in the order of a name that each has.
struct Place<'p> {
    /// What comes before the name. Modules may be public.
    begins: &'p str,
    /// What comes behind it.
    ends: &'p str,
    /// The beginning of the line that the order ends at.
    until: Option<&'p str>,
}

impl Place<'_> {
    /// The text before which a line with this name has its place; it stands once in the file.
    fn before(&self, file: &str, key: &str) -> Option<String> {
        let lines: Vec<&str> = file.split_inclusive('\n').collect();
        let until = self
            .until
            .map(|until| lines.iter().position(|line| line.starts_with(until)));
        let end = until.unwrap_or(Some(lines.len()))?;
        let named: Vec<(usize, &str)> = lines
            .iter()
            .take(end)
            .enumerate()
            .filter_map(|(at, line)| Some((at, self.name(line)?)))
            .collect();
        let next = named.iter().find(|(_, name)| *name > key);
        let at = match next {
            Some((at, _)) => {
                // What a line has above it goes with it, unless it is the first: then it is said of all.
                let is_first = named.first().is_some_and(|(first, _)| first == at);
                let belongs =
                    |line: &&&str| line.starts_with("#[") || line.starts_with("# ") && !is_first;
                let above = lines.get(..*at)?.iter().rev().take_while(belongs).count();
                at - above
            }
            None => {
                let (last, _) = named.last()?;
                let rest = lines.get(*last..)?;
                // A value may go on over several lines.
                let open = rest.first()?.trim_end().ends_with('[');
                let length = if open {
                    rest.iter().position(|line| line.starts_with(']'))?
                } else {
                    0
                };
                last + length + 1
            }
        };
        let rest: String = lines.get(at..)?.concat();
        // As much of it as stands in one place alone.
        let breaks = rest.match_indices('\n').map(|(end, _)| end + 1);
        let mut candidates = breaks.filter_map(|end| rest.get(..end));
        candidates
            .find(|text| {
                let starts = file.match_indices(text).map(|(at, _)| at);
                let starts =
                    starts.filter(|at| *at == 0 || file.as_bytes().get(at - 1) == Some(&b'\n'));
                starts.count() == 1
            })
            .map(str::to_owned)
    }

    fn name<'l>(&self, line: &'l str) -> Option<&'l str> {
        let line = line.strip_prefix("pub ").unwrap_or(line);
        let (name, _) = line.strip_prefix(self.begins)?.split_once(self.ends)?;
        // Neither a provider nor in the order of them.
        let is_other = matches!(name, "core" | "default");
        let is_name = !name.is_empty()
            && !is_other
            && name
                .chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
        is_name.then_some(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_has_its_place_in_the_alphabet() {
        let place = Place {
            begins: "",
            ends: " = [",
            until: Some("# Others"),
        };
        let file = "[features]\n# One each.\nbanana = []\ncherry = [\n    \"x\",\n]\n# Large.\nmelon = []\n# Others.\nz = []\n";
        let before = |key| place.before(file, key).unwrap();
        assert_eq!(before("apple"), "banana = []\n");
        assert_eq!(before("cab"), "cherry = [\n");
        assert_eq!(before("lemon"), "# Large.\n");
        assert_eq!(before("zoo"), "# Others.\n");
    }

    #[test]
    fn a_module_goes_before_the_condition_of_the_next() {
        let place = Place {
            begins: "mod ",
            ends: ";",
            until: None,
        };
        let file = "#[cfg(a)]\nmod beta;\n#[cfg(a)]\npub mod delta;\n\npub use x;\n";
        assert_eq!(
            place.before(file, "alpha").unwrap(),
            "#[cfg(a)]\nmod beta;\n"
        );
        assert_eq!(
            place.before(file, "charlie").unwrap(),
            "#[cfg(a)]\npub mod delta;\n"
        );
        assert_eq!(place.before(file, "zeta").unwrap(), "\n");
    }
}
