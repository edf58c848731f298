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
    let code = String::from_utf8(output.stdout).map_err(|e| failed(e.to_string()))?;
    Ok(code.lines().map(wrapped).collect())
}

/// The columns of a line of documentation.
const WIDTH: usize = 120;

/// A line with its line break; of documentation, which `rustfmt` leaves as it is, as many lines as it needs.
fn wrapped(line: &str) -> String {
    let text = line.trim_start();
    let indentation = &line[..line.len() - text.len()];
    let Some(mark) = ["/// ", "//! "]
        .into_iter()
        .find(|mark| text.starts_with(mark))
    else {
        return format!("{line}\n");
    };
    if line.chars().count() <= WIDTH {
        return format!("{line}\n");
    }
    let begin = format!("{indentation}{mark}");
    let deeper = if text[mark.len()..].starts_with("- ") {
        "  "
    } else {
        ""
    };
    let mut lines = String::new();
    let mut now = String::new();
    for word in text[mark.len()..].split(' ') {
        // Where such a word begins a line, it begins a list or a heading.
        let stays = word.starts_with(['-', '+', '*', '#', '>', '|'])
            || word.ends_with('.') && word.len() < 4;
        let width = begin.chars().count() + now.chars().count() + 1 + word.chars().count();
        if width > WIDTH && !stays && !now.is_empty() {
            lines.push_str(&format!("{begin}{now}\n"));
            now = format!("{deeper}{word}");
        } else {
            if !now.is_empty() {
                now.push(' ');
            }
            now.push_str(word);
        }
    }
    format!("{lines}{begin}{now}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_documentation_goes_on_over_several_lines() {
        let long = format!("    /// - {}- end", "word ".repeat(30));
        let wrapped = wrapped(&long);
        let lines: Vec<&str> = wrapped.lines().collect();
        assert_eq!(lines.len(), 2);
        assert!(lines[0].starts_with("    /// - word") && lines[0].len() <= WIDTH);
        assert!(lines[1].starts_with("    ///   word") && lines[1].ends_with("word - end"));
        for short in ["let long = 1;", "    //!     .call()"] {
            assert_eq!(super::wrapped(short), format!("{short}\n"));
        }
    }

    #[test]
    fn a_place_is_filled_wherever_braces_stand_around_it() {
        let values = [("a", "1"), ("ab", "{{a}}")];
        assert_eq!(
            filled("{{a}} {{ab}} {{{a}}} {{b}} {", &values),
            "1 {{a}} {1} {{b}} {"
        );
    }
}
