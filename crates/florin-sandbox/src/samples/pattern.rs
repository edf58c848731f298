//! A text that fits a regular expression.

use regex_syntax::hir::{Class, Hir, HirKind};
use regex_syntax::parse;

/// The shortest plain text that fits, as far as this can tell; `None` for what looks around or refers back.
pub(super) fn text(pattern: &str) -> Option<String> {
    let mut text = String::new();
    write(&parse(pattern).ok()?, &mut text)?;
    Some(text)
}

fn write(expression: &Hir, text: &mut String) -> Option<()> {
    match expression.kind() {
        HirKind::Empty | HirKind::Look(_) => {}
        HirKind::Literal(literal) => text.push_str(std::str::from_utf8(&literal.0).ok()?),
        HirKind::Class(class) => text.push(letter(class)?),
        HirKind::Repetition(repetition) => {
            // An empty text says little, and many servers refuse it.
            let at_least = u32::from(repetition.max != Some(0));
            for _ in 0..repetition.min.max(at_least).min(4096) {
                write(&repetition.sub, text)?;
            }
        }
        HirKind::Capture(capture) => write(&capture.sub, text)?,
        HirKind::Concat(parts) => {
            for part in parts {
                write(part, text)?;
            }
        }
        HirKind::Alternation(parts) => write(parts.first()?, text)?,
    }
    Some(())
}

/// The plainest letter of a class.
fn letter(class: &Class) -> Option<char> {
    let Class::Unicode(class) = class else {
        return None;
    };
    let has = |letter: &char| {
        let mut ranges = class.ranges().iter();
        ranges.any(|range| (range.start()..=range.end()).contains(letter))
    };
    let plain = ['1', 'a', 'A'];
    let all = ('0'..='9').chain('a'..='z').chain('A'..='Z');
    let first = || class.ranges().first().map(|range| range.start());
    plain.into_iter().chain(all).find(has).or_else(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_has_a_text() {
        for (pattern, wanted) in [
            ("^[A-Z]{3}$", "AAA"),
            (r"^\d{4}-\d{2}$", "1111-11"),
            ("^(loan|deal)_[a-f0-9]+$", "loan_1"),
            ("^[^0-9]?x*$", "ax"),
        ] {
            assert_eq!(text(pattern).as_deref(), Some(wanted), "{pattern}");
        }
        assert_eq!(text("(?=x)x"), None);
    }
}
