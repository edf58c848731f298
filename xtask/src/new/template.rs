//! Texts of files with places to fill: `{{name}}`.
//!
//! What is filled in is code or prose of ours, or went through [`names::prose`](super::names::prose): nothing of a document
//! gets into a file as it is written there.

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::answer::Problem;
use crate::command;

/// The text with its places filled. A place that nothing is given for stays as it is, which a test of each template sees.
pub(super) fn filled(template: &str, values: &[(&str, &str)]) -> String {
    let mut text = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once("{{") {
        text.push_str(before);
        let place = values.iter().find_map(|(name, value)| {
            let after = after.strip_prefix(name)?.strip_prefix("}}")?;
            Some((*value, after))
        });
        match place {
            Some((value, after)) => {
                text.push_str(value);
                rest = after;
            }
            // A brace of Rust before a place, as in `{{{imports}}}`.
            None => {
                text.push('{');
                rest = rest.get(before.len() + 1..).unwrap_or_default();
            }
        }
    }
    text.push_str(rest);
    text
}

/// Rust code as `rustfmt` has it, by the toolchain and the settings of the workspace.
///
/// # Errors
/// It isn't there, or doesn't take the code: then a template of ours is wrong.
pub(super) fn formatted(root: &Path, code: &str) -> Result<String, Problem> {
    let mut rustfmt = Command::new("rustfmt");
    rustfmt
        .args(["--edition", "2024", "--emit", "stdout"])
        .current_dir(root)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let failed = |why: String| Problem::new("rustfmt", why, "see that the toolchain has it");
    let mut child = rustfmt
        .spawn()
        .map_err(|e| failed(command::not_started(&rustfmt, &e)))?;
    if let Some(mut input) = child.stdin.take() {
        // Where it doesn't read all of it, it says why below.
        let _ = input.write_all(code.as_bytes());
    }
    let output = child
        .wait_with_output()
        .map_err(|e| failed(e.to_string()))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        return Err(failed(format!("it refuses what is to be written:\n{said}")));
    }
    String::from_utf8(output.stdout).map_err(|e| failed(e.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_filled_wherever_braces_stand_around_it() {
        let values = [("a", "1"), ("ab", "{{a}}")];
        assert_eq!(filled("{{a}} {{ab}} {{{a}}} {{b}} {", &values), "1 {{a}} {1} {{b}} {");
    }
}
