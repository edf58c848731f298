//! Text of a spec made fit for rustdoc.
//!
//! A description is Markdown for a web page. In Rust, a code block is compiled as a test, a word in brackets is a link to
//! an item, a tag is broken HTML and a bare address is a lint; each of them would fail the build of a crate that denies
//! warnings.

use crate::mark;

/// Escapes what rustdoc would take for its own.
pub(crate) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let mut fence: Option<String> = None;
    // No text of a spec is taken for one of our own marks.
    let text = text.replace(mark::is_private, "");
    for line in text.trim().lines() {
        let bare = line.trim_start();
        if !out.is_empty() {
            out.push('\n');
        }
        let ticks: String = bare
            .chars()
            .take_while(|c| *c == '`' || *c == '~')
            .collect();
        match &fence {
            Some(open) if ticks.starts_with(open.as_str()) && bare.trim_end() == ticks => {
                out.push_str(&ticks);
                fence = None;
            }
            Some(_) => out.push_str(line),
            None if ticks.len() >= 3 => {
                out.push_str(&ticks);
                out.push_str("text");
                fence = Some(ticks);
            }
            None => {
                // Four spaces would make it code, and code a test.
                out.push_str(&" ".repeat((line.len() - bare.len()).min(3)));
                inline(bare.trim_end(), &mut out);
            }
        }
    }
    if let Some(open) = fence {
        out.push('\n');
        out.push_str(&open);
    }
    out
}

fn inline(mut line: &str, out: &mut String) {
    let mut before = ' ';
    while let Some(c) = line.chars().next() {
        let taken = match c {
            '`' => code(line, out),
            '\\' => line
                .chars()
                .nth(1)
                .map_or(0, |next| copy(&line[..1 + next.len_utf8()], out)),
            '<' => address(line, out),
            '[' => link(line, out),
            'h' if !before.is_alphanumeric() => bare_address(line, out),
            _ => 0,
        };
        let taken = if taken > 0 {
            taken
        } else {
            if matches!(c, '`' | '\\' | '<' | '[' | ']') {
                out.push('\\');
            }
            out.push(if c == '\t' { ' ' } else { c });
            c.len_utf8()
        };
        before = line[..taken].chars().next_back().unwrap_or(' ');
        line = &line[taken..];
    }
}

fn copy(text: &str, out: &mut String) -> usize {
    out.push_str(text);
    text.len()
}

/// A span of code runs up to as many ticks as opened it.
fn code(line: &str, out: &mut String) -> usize {
    let ticks = line.len() - line.trim_start_matches('`').len();
    let mut from = ticks;
    while let Some(at) = line[from..].find('`') {
        let start = from + at;
        let run = line[start..].len() - line[start..].trim_start_matches('`').len();
        if run == ticks {
            return copy(&line[..start + run], out);
        }
        from = start + run;
    }
    0
}

/// `<https://…>`
fn address(line: &str, out: &mut String) -> usize {
    let inside = ["<http://", "<https://", "<mailto:"]
        .iter()
        .any(|scheme| line.starts_with(scheme));
    match line.find('>') {
        Some(end) if inside && !line[..end].contains(' ') => copy(&line[..=end], out),
        _ => 0,
    }
}

/// `[text](address)`; any other bracket would be a link to an item.
fn link(line: &str, out: &mut String) -> usize {
    let Some(middle) = line.find("](") else {
        return 0;
    };
    let target = &line[middle + 2..];
    let web = ["http://", "https://", "mailto:"]
        .iter()
        .any(|scheme| target.starts_with(scheme));
    match target.find(')') {
        Some(end) if web && !line[1..middle].contains(['[', ']', '<']) => {
            copy(&line[..middle + 3 + end], out)
        }
        _ => 0,
    }
}

fn bare_address(line: &str, out: &mut String) -> usize {
    if !line.starts_with("http://") && !line.starts_with("https://") {
        return 0;
    }
    let end = line
        .find(|c: char| c.is_whitespace() || "<>()[]\"'`*".contains(c))
        .unwrap_or(line.len());
    let url = line[..end].trim_end_matches(['.', ',', ';', ':', '!', '?']);
    if url.ends_with("//") {
        // A scheme alone is no address; the code span keeps it from being taken for one.
        out.push_str(&format!("`{url}`"));
    } else {
        out.push_str(&format!("<{url}>"));
    }
    url.len()
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn what_rustdoc_would_take_for_its_own_is_escaped() {
        for (text, escaped) in [
            ("see https://a.b/c?d=e.", "see <https://a.b/c?d=e>."),
            (
                "[text](https://a.b) and [other] and a[0]",
                "[text](https://a.b) and \\[other\\] and a\\[0\\]",
            ),
            ("a <b>bold</b> Vec<T>", "a \\<b>bold\\</b> Vec\\<T>"),
            ("`Vec<T>[0]` and ``a`b``", "`Vec<T>[0]` and ``a`b``"),
            ("one ` tick", "one \\` tick"),
            ("```json\n{\"a\": [1]}\n```", "```text\n{\"a\": [1]}\n```"),
            ("    indented()", "indented()"),
            ("a\n\n    let x = 1;", "a\n\n   let x = 1;"),
            ("```\nnever closed", "```text\nnever closed\n```"),
            ("<https://a.b>", "<https://a.b>"),
            ("`https://a.b`", "`https://a.b`"),
        ] {
            assert_eq!(escape(text), escaped);
        }
    }
}
