//! The stand-in of a new provider: its spec, played as it is written.
//!
//! It answers every operation and keeps no state. Whoever needs state writes a module as the other providers have, and takes
//! the entry out again.

use std::path::Path;

use super::plan::{Change, NewProvider};
use crate::answer::Problem;

/// Where the sandbox lists what it plays from specs alone.
const LIST: &str = "crates/florin-sandbox/src/plain/known.rs";

/// The width of what stands between brackets that rustfmt keeps on one line.
const WIDTH: usize = 60;

/// What the sandbox gets.
///
/// # Errors
/// Nothing is wrong with any provider so far.
pub fn changes(provider: &NewProvider, _root: &Path) -> Result<Vec<Change>, Problem> {
    let name = &provider.name;
    Ok(vec![
        Change::Link {
            path: format!("crates/florin-sandbox/specs/{name}.yaml").into(),
            to: format!("../../../specs/{name}/openapi.yaml").into(),
        },
        Change::Lines {
            path: LIST.into(),
            text: entry(name),
            before: "];".to_owned(),
        },
    ])
}

/// The line of a provider, as rustfmt has it.
fn entry(name: &str) -> String {
    let document = format!("include_str!(\"../../specs/{name}.yaml\")");
    let items = format!("\"{name}\", {document}");
    if items.chars().count() <= WIDTH {
        return format!("    ({items}),\n");
    }
    format!("    (\n        \"{name}\",\n        {document},\n    ),\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::new::template::formatted;

    #[test]
    fn a_long_name_stands_on_lines_of_its_own() {
        let short = entry("nemuru");
        assert_eq!(
            short,
            "    (\"nemuru\", include_str!(\"../../specs/nemuru.yaml\")),\n"
        );
        assert_eq!(entry(&"n".repeat(32)).lines().count(), 4);
    }

    #[test]
    fn a_name_of_any_length_stands_as_rustfmt_has_it() {
        for length in 1..=32 {
            let entry = entry(&"n".repeat(length));
            let code =
                format!("pub(super) const KNOWN: &[(&str, &str)] = &[\n    // Here.\n{entry}];\n");
            assert_eq!(formatted(Path::new("."), &code).unwrap(), code);
        }
    }
}
